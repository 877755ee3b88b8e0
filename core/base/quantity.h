// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>

class QDate;

namespace kessai {

/// A span of working time in whole minutes.
class Minutes final {
public:
    constexpr explicit Minutes(qint64 count) : m_count(count) {}
    constexpr qint64 count() const { return m_count; }
    friend constexpr auto operator<=>(Minutes, Minutes) = default;
    friend constexpr Minutes operator+(Minutes a, Minutes b) { return Minutes(a.m_count + b.m_count); }
    friend constexpr Minutes operator-(Minutes a, Minutes b) { return Minutes(a.m_count - b.m_count); }

private:
    qint64 m_count;
};

/// An amount of money in whole yen.
class Yen final {
public:
    constexpr explicit Yen(qint64 amount) : m_amount(amount) {}
    constexpr qint64 amount() const { return m_amount; }
    friend constexpr auto operator<=>(Yen, Yen) = default;

private:
    qint64 m_amount;
};

/// A fiscal year, named by the calendar year in which it begins on 1 April (domain.md section 4).
class FiscalYear final {
public:
    constexpr explicit FiscalYear(int startYear) : m_year(startYear) {}
    /// The fiscal year a day lies in.
    static FiscalYear of(const QDate &day);
    constexpr int startYear() const { return m_year; }
    friend constexpr auto operator<=>(FiscalYear, FiscalYear) = default;

private:
    int m_year;
};

} // namespace kessai
