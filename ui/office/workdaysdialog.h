// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/worksheet.h"

#include <QDialog>

namespace kessai {

/// What is open of one person's month, day by day, and with whom it lies.
class WorkDaysDialog final : public QDialog {
    Q_OBJECT

public:
    WorkDaysDialog(const Office &office, const WorkRow &row, const QDate &month, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Their 時間外勤務命令簿 is wanted.
    void bookWanted();
};

} // namespace kessai
