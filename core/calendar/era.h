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
/// "R8.11.22", where there is little room; "1900.2.3" before the table begins.
QString shortEraDate(const QDate &day);
/// A calendar year: "令和8年"; with both names where an era began in it: "平成31年・令和元年".
QString eraYears(int year);
/// The era whose name a fiscal year bears, and which of its years it is; no era before the table begins. The year in which an era began
/// bears the new name as a whole: 平成31年度 became 令和元年度 (domain.md 4); one that began in an earlier calendar year than the era keeps
/// the old name (昭和63年度).
std::pair<const Era *, int> eraOfFiscalYear(int startYear);
/// "R8" of the fiscal year a day lies in, the prefix of case numbers.
QString fiscalYearPrefix(const QDate &day);

/// A day as somebody typed it.
struct TypedDate final {
    QDate day;
    /// It names an era that had ended by then, as old contracts do: 平成35年4月1日, H31/5/1. The day it means counts, and whoever typed
    /// it is told (ER-8).
    bool pastItsEra = false;
    friend bool operator==(const TypedDate &, const TypedDate &) = default;
};
/// Which days a day without its year or month can mean.
enum class Meant { AnyDay, Past };
/// Reads a day in any of the ways people type one: 令和8年4月1日, R8.4.1, r8/4/1, 2026/4/1, 2026-04-01, 20260401, R080401, 8.4.1 (current
/// era), with 元, with a weekday behind it, in full-width digits and signs. With `today` also 4/1 or 4月1日: the nearest that is not more
/// than half a year past; and 28 or 28日: the nearest day of that number, before or after. What can only be past is the last such day until
/// today. None when it is no day.
std::optional<TypedDate> readDate(const QString &text, const std::optional<QDate> &today = std::nullopt,
                                  Meant meant = Meant::AnyDay);
/// The day alone.
std::optional<QDate> parseDate(const QString &text);

} // namespace kessai
