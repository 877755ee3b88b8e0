// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/rateclasses.h"

#include <algorithm>
#include <map>

namespace kessai {

namespace {

/// In the order of time, each minute once.
std::vector<WorkedStretch> inOrder(std::vector<WorkedStretch> work)
{
    std::sort(work.begin(), work.end(), [](const WorkedStretch &a, const WorkedStretch &b) {
        return std::pair(a.day, a.hours.from) < std::pair(b.day, b.hours.from);
    });
    std::vector<WorkedStretch> once;
    for (WorkedStretch next : work) {
        if (!once.empty() && once.back().day == next.day)
            next.hours.from = std::max(next.hours.from, once.back().hours.until);
        if (next.hours.minutes() > 0)
            once.push_back(next);
    }
    return once;
}

/// The minutes of a day at which the class of work may change.
std::vector<qint64> turnsOf(const QDate &date, const DutyDay &day, const NumberOn &numbers)
{
    std::vector<qint64> turns{numbers("overtime.night_until", date), numbers("overtime.night_from", date)};
    for (const Stretch &hours : day.hours) {
        turns.push_back(hours.from);
        turns.push_back(hours.until);
    }
    std::sort(turns.begin(), turns.end());
    return turns;
}

/// Goes through the work in the order of time and keeps count of what the classes depend on.
class Sorter final {
public:
    Sorter(const DutyDays &days, const TermsOn &terms, const NumberOn &numbers)
        : m_days(days), m_terms(terms), m_numbers(numbers)
    {
    }

    void add(const WorkedStretch &work)
    {
        begin(work.day);
        qint64 from = work.hours.from;
        for (const qint64 turn : turnsOf(work.day, m_day, m_numbers)) {
            if (turn > from && turn < work.hours.until) {
                addPlain({from, turn});
                from = turn;
            }
        }
        addPlain({from, work.hours.until});
    }
    void add(const WeekExcess &week)
    {
        begin(week.saturday);
        count({0, week.minutes}, RateClass::Exchange);
    }
    std::vector<RatedStretch> take() { return std::move(m_rated); }

private:
    void begin(const QDate &date)
    {
        if (date == m_date)
            return;
        if (!m_date.isValid() || date.month() != m_date.month() || date.year() != m_date.year())
            m_counted = 0;
        m_date = date;
        m_day = m_days(date);
        m_short = m_terms(date).employment != Employment::Regular;
        m_worked = m_day.minutes();
    }

    /// A stretch within which nothing changes but by what was worked so far.
    void addPlain(const Stretch &hours)
    {
        const bool allotted = m_day.within({hours.from, hours.from + 1}) > 0;
        const bool night = hours.from >= m_numbers("overtime.night_from", m_date)
            || hours.from < m_numbers("overtime.night_until", m_date);
        switch (m_day.kind) {
        case DayKind::Duty:
            if (!allotted)
                addOvertime(hours, night);
            return;
        case DayKind::WeeklyOff: count(hours, night ? RateClass::DayOffNight : RateClass::DayOff); return;
        case DayKind::Holiday:
            if (allotted)
                m_rated.push_back({m_date, hours, RateClass::Holiday});
            else
                count(hours, night ? RateClass::DayOffNight : RateClass::DayOff);
            return;
        }
        Q_UNREACHABLE();
    }

    void addOvertime(const Stretch &hours, bool night)
    {
        const qint64 whole = m_short ? m_numbers("duty.day_minutes", m_date) : 0;
        const qint64 cheap = std::clamp<qint64>(whole - m_worked, 0, hours.minutes());
        m_worked += hours.minutes();
        count({hours.from, hours.from + cheap}, night ? RateClass::ShortTimeNight : RateClass::ShortTime);
        count({hours.from + cheap, hours.until}, night ? RateClass::WeekdayNight : RateClass::Weekday);
    }

    /// Splits at the 60th hour.
    void count(const Stretch &hours, RateClass rate)
    {
        if (hours.minutes() == 0)
            return;
        if (m_date.dayOfWeek() == Qt::Sunday && m_numbers("overtime.count60_sunday", m_date) == 0) {
            m_rated.push_back({m_date, hours, rate});
            return;
        }
        const qint64 room =
            std::clamp<qint64>(m_numbers("overtime.over60_minutes", m_date) - m_counted, 0, hours.minutes());
        m_counted += hours.minutes();
        if (room > 0)
            m_rated.push_back({m_date, {hours.from, hours.from + room}, rate});
        if (room < hours.minutes())
            m_rated.push_back({m_date, {hours.from + room, hours.until}, rate, true});
    }

    const DutyDays &m_days;
    const TermsOn &m_terms;
    const NumberOn &m_numbers;
    std::vector<RatedStretch> m_rated;
    QDate m_date;
    DutyDay m_day;
    bool m_short = false;
    qint64 m_worked = 0;  ///< on the day, its regular hours included
    qint64 m_counted = 0; ///< in the month
};

} // namespace

std::vector<RatedStretch> rateClasses(std::vector<WorkedStretch> work, const DutyDays &days, const TermsOn &terms,
                                      const NumberOn &numbers, const std::vector<WeekExcess> &weeks)
{
    Sorter sorter(days, terms, numbers);
    auto week = weeks.begin();
    for (const WorkedStretch &stretch : inOrder(std::move(work))) {
        for (; week != weeks.end() && week->saturday < stretch.day; ++week)
            sorter.add(*week);
        sorter.add(stretch);
    }
    for (; week != weeks.end(); ++week)
        sorter.add(*week);
    return sorter.take();
}

std::vector<RatedStretch> rateClasses(std::vector<WorkedStretch> work, const DutyDays &days, const WorkTerms &terms,
                                      const NumberOn &numbers, const std::vector<WeekExcess> &weeks)
{
    return rateClasses(
        std::move(work), days, [&terms](const QDate &) { return terms; }, numbers, weeks);
}

std::vector<RatedMinutes> minutesByRate(const std::vector<RatedStretch> &rated)
{
    std::map<std::pair<bool, RateClass>, qint64> sums;
    for (const RatedStretch &stretch : rated)
        sums[{stretch.over60, stretch.rate}] += stretch.hours.minutes();
    std::vector<RatedMinutes> minutes;
    for (const auto &[key, sum] : sums)
        minutes.push_back({key.second, key.first, sum});
    return minutes;
}

int percentOf(RateClass rate, bool over60, const QDate &day, const NumberOn &numbers)
{
    const auto number = [&](const char *key) { return static_cast<int>(numbers(key, day)); };
    switch (rate) {
    case RateClass::ShortTime: return number(over60 ? "overtime.rate_over60" : "overtime.rate_short_time");
    case RateClass::Weekday: return number(over60 ? "overtime.rate_over60" : "overtime.rate_weekday");
    case RateClass::DayOff: return number(over60 ? "overtime.rate_over60" : "overtime.rate_day_off");
    case RateClass::ShortTimeNight:
        return number(over60 ? "overtime.rate_over60_night" : "overtime.rate_short_time_night");
    case RateClass::WeekdayNight: return number(over60 ? "overtime.rate_over60_night" : "overtime.rate_weekday_night");
    case RateClass::DayOffNight: return number(over60 ? "overtime.rate_over60_night" : "overtime.rate_day_off_night");
    case RateClass::Holiday: return number("overtime.rate_holiday_in_hours");
    case RateClass::Exchange: return number(over60 ? "overtime.rate_exchange_over60" : "overtime.rate_exchange");
    }
    Q_UNREACHABLE();
}

} // namespace kessai
