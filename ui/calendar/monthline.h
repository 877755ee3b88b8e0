// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace kessai {

class TextLabel;

/// The line above a calendar: the month before, which month, the month after, and back to this one.
class MonthLine final : public QWidget {
    Q_OBJECT

public:
    explicit MonthLine(QWidget *parent = nullptr);

    void setMonth(const QDate &first);
    QDate month() const { return m_month; }
    /// Puts a widget at the right end.
    void add(QWidget *widget);

Q_SIGNALS:
    /// Months away from the one shown.
    void stepped(int months);
    void thisMonthWanted();

private:
    QToolButton *arrow(const QString &iconName, const QString &words, int months);

    QDate m_month;
    QHBoxLayout *m_layout;
    TextLabel *m_title;
};

} // namespace kessai
