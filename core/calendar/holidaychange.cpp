// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holidaychange.h"

#include "core/calendar/statutoryholidays.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace kessai {

namespace {

using Names = std::map<QDate, QString>;

Fail<Error> refused(Refusal refusal)
{
    return fail(Error::refused(refusal));
}

bool isName(const QString &name)
{
    return !name.trimmed().isEmpty() && name.size() <= kMostNameLength
        && std::none_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

/// Years of four digits, which is how days are written down.
bool isDay(const QDate &day)
{
    return day.isValid() && day.year() >= 1000 && day.year() <= 9999;
}

bool stands(const Holiday &row, HolidayKind kind)
{
    return row.kind == kind && row.removedIn == 0;
}

Names byDay(const std::vector<OfficialDay> &days)
{
    Names names;
    for (const OfficialDay &one : days)
        names.emplace(one.day, one.name);
    return names;
}

QSet<int> yearsOf(const std::vector<OfficialDay> &days)
{
    QSet<int> years;
    for (const OfficialDay &one : days)
        years.insert(one.day.year());
    return years;
}

class Checker final {
public:
    Checker(const Holidays &known, const QDate &today) : m_known(known), m_today(today) {}

    Result<> operator()(const ImportHolidays &import) const
    {
        if (import.days.size() > size_t(kMostImportedDays))
            return refused(Refusal::TooManyEntries);
        for (const OfficialDay &one : import.days) {
            if (!isDay(one.day))
                return refused(Refusal::PeriodInvalid);
            if (!isName(one.name))
                return fail(ErrorCode::Invalid, QStringLiteral("a holiday has a name"));
        }
        if (import.days.empty() || byDay(import.days).size() != import.days.size())
            return fail(ErrorCode::Invalid, QStringLiteral("a list of days, each of them once"));
        if (applied(import, m_known, 1, {}) == m_known.rows())
            return fail(ErrorCode::AlreadyExists, QStringLiteral("the list is the one that is there"));
        return {};
    }

    Result<> operator()(const AddLocalDay &add) const
    {
        if (!isDay(add.day))
            return refused(Refusal::PeriodInvalid);
        if (!isName(add.name))
            return fail(ErrorCode::Invalid, QStringLiteral("a holiday has a name"));
        int known = 0;
        for (const Holiday &row : m_known.rows()) {
            if (!stands(row, HolidayKind::Local))
                continue;
            ++known;
            const bool sameDate = row.day.month() == add.day.month() && row.day.day() == add.day.day();
            const bool before = row.until.isValid() && row.until < add.day;
            const bool after = !add.everyYear && add.day < row.day;
            if (sameDate && !before && !after)
                return fail(ErrorCode::AlreadyExists, QStringLiteral("a holiday of the city already"));
        }
        return known >= kMostLocalDays ? Result<>(refused(Refusal::TooManyEntries)) : Result<>();
    }

    Result<> operator()(const EndLocalDay &end) const
    {
        const auto &rows = m_known.rows();
        const bool there = std::any_of(rows.begin(), rows.end(), [&](const Holiday &row) {
            const bool over = row.until.isValid() && !row.onceOnly() && row.until < m_today;
            return stands(row, HolidayKind::Local) && row.day == end.day && row.addedIn == end.addedIn && !over;
        });
        return there ? Result<>() : Result<>(fail(ErrorCode::NotFound, QStringLiteral("no such holiday of the city")));
    }

private:
    const Holidays &m_known;
    QDate m_today;
};

class Applier final {
public:
    Applier(const Holidays &known, int revision, const QDate &today)
        : m_rows(known.rows()), m_revision(revision), m_today(today)
    {
    }

    std::vector<Holiday> operator()(const ImportHolidays &import)
    {
        const QSet<int> years = yearsOf(import.days);
        Names fresh = byDay(import.days);
        for (Holiday &row : m_rows) {
            if (!stands(row, HolidayKind::Official) || !years.contains(row.day.year()))
                continue;
            const auto same = fresh.find(row.day);
            if (same == fresh.end() || same->second != row.name)
                row.removedIn = m_revision;
            else
                fresh.erase(same);
        }
        for (const auto &[day, name] : fresh)
            m_rows.push_back({day, day, name, HolidayKind::Official, m_revision});
        return std::move(m_rows);
    }

    std::vector<Holiday> operator()(const AddLocalDay &add)
    {
        m_rows.push_back({add.day, add.everyYear ? QDate() : add.day, add.name, HolidayKind::Local, m_revision});
        return std::move(m_rows);
    }

    std::vector<Holiday> operator()(const EndLocalDay &end)
    {
        for (size_t i = 0; i < m_rows.size(); ++i) {
            Holiday &row = m_rows[i];
            if (!stands(row, HolidayKind::Local) || row.day != end.day || row.addedIn != end.addedIn)
                continue;
            row.removedIn = m_revision;
            if (row.onceOnly() || row.day >= m_today)
                break;
            Holiday past = row; // the years it was one stay
            past.until = m_today.addDays(-1);
            past.addedIn = m_revision;
            past.removedIn = 0;
            m_rows.push_back(past);
            break;
        }
        return std::move(m_rows);
    }

private:
    std::vector<Holiday> m_rows;
    int m_revision;
    QDate m_today;
};

} // namespace

Result<> checkChange(const HolidayChange &change, const Holidays &known, const QDate &today)
{
    return std::visit(Checker(known, today), change);
}

std::vector<Holiday> applied(const HolidayChange &change, const Holidays &known, int revision, const QDate &today)
{
    return std::visit(Applier(known, revision, today), change);
}

std::vector<Holiday> withLaw(const Holidays &known, int revision, const QDate &today)
{
    std::vector<Holiday> rows = known.rows();
    const int firstYear = today.year() - kLawfulYearsBefore;
    const int lastYear = today.year() + kLawfulYearsAfter;
    Names law;
    for (int year = firstYear; year <= lastYear; ++year) {
        for (const StatutoryHoliday &one : statutoryHolidays(year))
            law.emplace(one.day, one.name);
    }
    for (Holiday &row : rows) {
        if (!stands(row, HolidayKind::Lawful) || row.day.year() < firstYear || row.day.year() > lastYear)
            continue;
        const auto same = law.find(row.day);
        if (same == law.end() || same->second != row.name)
            row.removedIn = revision;
        else
            law.erase(same);
    }
    for (const auto &[day, name] : law)
        rows.push_back({day, day, name, HolidayKind::Lawful, revision});
    return rows;
}

HolidayDiff diffOf(const ImportHolidays &import, const Holidays &known)
{
    HolidayDiff diff;
    const QSet<int> contained = yearsOf(import.days);
    std::vector<int> years(contained.begin(), contained.end());
    if (years.empty())
        return diff;
    std::sort(years.begin(), years.end());
    diff.firstYear = years.front();
    diff.lastYear = years.back();
    Names before;
    for (const int year : years) {
        if (!known.isImported(year))
            diff.newYears.push_back(year);
        for (const OfficialDay &one : known.officialIn(year))
            before.emplace(one.day, one.name);
    }
    const Names after = byDay(import.days);
    const Holidays then(applied(import, known, std::numeric_limits<int>::max(), {}));
    const auto note = [&](const QDate &day) {
        if (known.kind(day) != then.kind(day))
            diff.otherKind.push_back(day);
    };
    for (const auto &[day, name] : after) {
        const auto was = before.find(day);
        if (was == before.end()) {
            diff.added.push_back({day, name});
            note(day);
        } else if (was->second != name) {
            diff.renamed.push_back({day, was->second, name});
        }
    }
    for (const auto &[day, name] : before) {
        if (!after.contains(day)) {
            diff.removed.push_back({day, name});
            note(day);
        }
    }
    std::sort(diff.otherKind.begin(), diff.otherKind.end());
    return diff;
}

} // namespace kessai
