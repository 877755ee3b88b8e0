// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace kessai {

/// One Japanese era: its name, its letter and its first day (domain.md section 4).
struct Era final {
    QString name;
    QString letter;
    QDate from;
};

/// The eras in use, newest first, as a small dated table: a new era is a new row, not new code.
const std::vector<Era> &eras();

/// "令和8年11月22日"; year 1 is written 元年 (ER-2).
QString eraDate(const QDate &day);
/// "令和8年11月22日（日）".
QString eraDateWithWeekday(const QDate &day);
/// "8.11.22", the form used in a date stamp.
QString stampDate(const QDate &day);
/// "R8" of the fiscal year a day lies in, the prefix of case numbers.
QString fiscalYearPrefix(const QDate &day);
/// Reads 令和8年4月1日, R8.4.1, 2026/4/1, 2026-04-01, 8.4.1 (current era), also in full-width digits and with 元;
/// a date past the end of its era (平成35年4月1日) is accepted as the day it means (ER-8). None when it is no date.
std::optional<QDate> parseDate(const QString &text);

} // namespace kessai
