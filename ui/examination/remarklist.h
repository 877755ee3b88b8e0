// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"

#include <QScrollArea>

class QVBoxLayout;

namespace kessai {

/// What there is to know of a voucher before it is examined. It is as high as its words, and where there is less room one scrolls, also by keys.
class RemarkList final : public QScrollArea {
    Q_OBJECT

public:
    explicit RemarkList(QWidget *parent = nullptr);

    void clear();
    void setInsights(const std::vector<Insight> &insights);
    /// What was found wrong in the papers, before everything else.
    void putFirst(const QStringList &faults);
    bool isEmpty() const;
    /// No higher than so many pixels, but some lines.
    void fit(int most);

private:
    QWidget *m_inside;
    QVBoxLayout *m_lines;
};

} // namespace kessai
