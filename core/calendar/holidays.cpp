// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holidays.h"

#include "core/base/shippedfile.h"
#include "core/calendar/statutoryholidays.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

/// The rows, found by day. Years do not stop being imported: what an import takes away is no holiday by law either.
struct Holidays::Table {
    std::vector<Holiday> rows;
    QHash<QDate, std::vector<size_t>> official;
    QHash<QDate, std::vector<size_t>> lawful;
    QHash<int, int> importedIn;             ///< the first revision that has a year
    QHash<int, int> recordedIn;             ///< the first revision that has the law of a year
    QHash<int, std::vector<size_t>> yearly; ///< closing and local days by month and day
};

namespace {

bool stoodIn(const Holiday &row, int revision)
{
    return row.addedIn <= revision && (row.removedIn == 0 || row.removedIn > revision);
}

int dayOfAnyYear(const QDate &day)
{
    return day.month() * 100 + day.day();
}

} // namespace

Holidays::Holidays() : Holidays(std::vector<Holiday>()) {}

Holidays::Holidays(std::vector<Holiday> rows)
{
    auto table = std::make_shared<Table>();
    table->rows = std::move(rows);
    for (size_t i = 0; i < table->rows.size(); ++i) {
        const Holiday &row = table->rows[i];
        if (row.kind == HolidayKind::Closing || row.kind == HolidayKind::Local) {
            table->yearly[dayOfAnyYear(row.day)].push_back(i);
            continue;
        }
        const bool official = row.kind == HolidayKind::Official;
        (official ? table->official : table->lawful)[row.day].push_back(i);
        int &first = (official ? table->importedIn : table->recordedIn)[row.day.year()];
        first = first == 0 ? row.addedIn : std::min(first, row.addedIn);
    }
    m_table = std::move(table);
}

Holidays Holidays::knownIn(int revision) const
{
    Holidays known = *this;
    known.m_revision = std::min(m_revision, revision);
    return known;
}

bool Holidays::stands(const Holiday &row) const
{
    return stoodIn(row, m_revision);
}

bool Holidays::isImported(int year) const
{
    const auto first = m_table->importedIn.constFind(year);
    return first != m_table->importedIn.constEnd() && *first <= m_revision;
}

bool Holidays::covers(const QDate &day) const
{
    return isImported(day.year()) || m_table->recordedIn.contains(day.year())
        || (kFirstRuleYear <= day.year() && day.year() <= kLastRuleYear);
}

QString Holidays::officialName(const QDate &day) const
{
    if (isImported(day.year())) {
        const auto rows = m_table->official.constFind(day);
        for (size_t i : rows == m_table->official.constEnd() ? std::vector<size_t>() : *rows) {
            if (stands(m_table->rows[i]))
                return m_table->rows[i].name;
        }
        return {};
    }
    if (const auto first = m_table->recordedIn.constFind(day.year()); first != m_table->recordedIn.constEnd()) {
        // What was written down first also stands for what was judged before.
        const int revision = std::max(m_revision, *first);
        for (const size_t i : m_table->lawful.value(day)) {
            if (stoodIn(m_table->rows[i], revision))
                return m_table->rows[i].name;
        }
        return {};
    }
    const auto &days = statutoryHolidays(day.year());
    const auto at = std::lower_bound(days.begin(), days.end(), day,
                                     [](const StatutoryHoliday &one, const QDate &other) { return one.day < other; });
    return at != days.end() && at->day == day ? at->name : QString();
}

/// The office's own holiday on a day, a local one before a closing one.
const Holiday *Holidays::ownOn(const QDate &day) const
{
    const Holiday *found = nullptr;
    const auto rows = m_table->yearly.constFind(dayOfAnyYear(day));
    if (rows == m_table->yearly.constEnd())
        return found;
    for (const size_t i : *rows) {
        const Holiday &row = m_table->rows[i];
        const bool holds = stands(row) && row.day <= day && (!row.until.isValid() || day <= row.until);
        if (holds && (!found || found->kind < row.kind))
            found = &row;
    }
    return found;
}

DayKind Holidays::kind(const QDate &day) const
{
    if (day.dayOfWeek() >= Qt::Saturday)
        return DayKind::WeeklyOff;
    return isHoliday(day) ? DayKind::Holiday : DayKind::Duty;
}

bool Holidays::isHoliday(const QDate &day) const
{
    return !officialName(day).isEmpty() || ownOn(day);
}

QString Holidays::name(const QDate &day) const
{
    const QString official = officialName(day);
    if (!official.isEmpty())
        return official;
    const Holiday *own = ownOn(day);
    return own ? own->name : QString();
}

QDate Holidays::dutyDayAfter(QDate day, qint64 n) const
{
    while (n > 0 && day.isValid()) {
        day = day.addDays(1);
        if (isDuty(day))
            --n;
    }
    return day;
}

std::vector<HolidayIn> Holidays::in(int year) const
{
    const auto &byLaw = statutoryHolidays(year);
    std::vector<HolidayIn> all;
    for (QDate day(year, 1, 1); day.isValid() && day.year() == year; day = day.addDays(1)) {
        if (const QString official = officialName(day); !official.isEmpty()) {
            const bool provisional = !isImported(year)
                && std::any_of(byLaw.begin(), byLaw.end(),
                               [&](const StatutoryHoliday &one) { return one.day == day && one.provisional; });
            all.push_back({day, official, HolidayKind::Official, provisional});
        } else if (const Holiday *own = ownOn(day)) {
            all.push_back({day, own->name, own->kind});
        }
    }
    return all;
}

std::vector<OfficialDay> Holidays::officialIn(int year) const
{
    std::vector<OfficialDay> days;
    for (const HolidayIn &one : in(year)) {
        if (one.kind == HolidayKind::Official)
            days.push_back({one.day, one.name});
    }
    return days;
}

const std::vector<Holiday> &Holidays::rows() const
{
    return m_table->rows;
}

const Holidays &shippedHolidays()
{
    static const Holidays holidays = [] {
        const QJsonObject file =
            QJsonDocument::fromJson(shippedFile(u":/kessai/parameters/closingdays.json"_s)).object();
        std::vector<Holiday> rows;
        for (const QJsonValue &day : file.value(u"days"_s).toArray())
            rows.push_back({QDate::fromString(day.toString(), Qt::ISODate),
                            {},
                            file.value(u"name"_s).toString(),
                            HolidayKind::Closing});
        const bool sound = std::all_of(rows.begin(), rows.end(),
                                       [](const Holiday &row) { return row.day.isValid() && !row.name.isEmpty(); });
        if (rows.empty() || !sound)
            qFatal("closingdays.json: not a list of days with a name");
        return Holidays(std::move(rows));
    }();
    return holidays;
}

} // namespace kessai
