// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/caseview.h"

#include <QWidget>

namespace kessai {

/// The history of a case, newest first: who did what, in which post, when, and with which words.
class HistoryList final : public QWidget {
    Q_OBJECT

public:
    explicit HistoryList(QWidget *parent = nullptr);
    void show(const std::vector<HistoryLine> &history);
};

} // namespace kessai
