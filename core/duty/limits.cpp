// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/limits.h"

#include <algorithm>

namespace kessai {

namespace {

OvertimeMonth at(const OvertimeMonths &months, const QDate &month)
{
    const auto found = months.find(month);
    return found == months.end() ? OvertimeMonth{} : found->second;
}

/// What lies between two first days of months, both included.
class MonthSpan final {
public:
    MonthSpan(const OvertimeMonths &months, const QDate &first, const QDate &last) : m_first(first)
    {
        for (QDate month = first; first.isValid() && month <= last; month = month.addMonths(1))
            m_months.push_back(at(months, month));
    }
    QDate first() const { return m_first; }
    int length() const { return static_cast<int>(m_months.size()); }
    qint64 minutes() const
    {
        qint64 sum = 0;
        for (const OvertimeMonth &month : m_months)
            sum += month.minutes;
        return sum;
    }
    qint64 above(qint64 minutes) const
    {
        return std::count_if(m_months.begin(), m_months.end(),
                             [minutes](const OvertimeMonth &month) { return month.minutes > minutes; });
    }
    /// The first month after the last one with 他律的 work; none where there was none.
    std::optional<QDate> moved() const
    {
        for (int i = length() - 1; i >= 0; --i) {
            if (m_months[static_cast<size_t>(i)].busy)
                return m_first.addMonths(i + 1);
        }
        return std::nullopt;
    }

private:
    QDate m_first;
    std::vector<OvertimeMonth> m_months;
};

LimitState stateOf(LimitRule rule, const MonthSpan &span, qint64 reached, qint64 limit, bool exclusive = false)
{
    return {rule, span.first(), span.length(), reached, limit, exclusive};
}

/// a / b > c / d for what is positive.
bool tighter(const LimitState &a, const LimitState &b)
{
    return a.reached * b.limit > b.reached * a.limit;
}

} // namespace

QString codeOf(LimitRule rule)
{
    switch (rule) {
    case LimitRule::Month45: return QStringLiteral("L-M45");
    case LimitRule::Year360: return QStringLiteral("L-Y360");
    case LimitRule::Month100: return QStringLiteral("L-M100");
    case LimitRule::Year720: return QStringLiteral("L-Y720");
    case LimitRule::Mean80: return QStringLiteral("L-AVG80");
    case LimitRule::SixMonths45: return QStringLiteral("L-6X45");
    case LimitRule::AfterMove30: return QStringLiteral("L-MOVED");
    }
    Q_UNREACHABLE();
}

QDate monthOf(const QDate &day)
{
    return QDate(day.year(), day.month(), 1);
}

QDate limitYearOf(const QDate &day, const NumberOn &numbers)
{
    const int month = static_cast<int>(numbers("overtime.limit_year_start_month", day));
    return QDate(day.month() >= month ? day.year() : day.year() - 1, month, 1);
}

QDate limitsSince(const QDate &day, const NumberOn &numbers)
{
    const int longest = static_cast<int>(numbers("overtime.busy_mean_months", day));
    return std::min(limitYearOf(day, numbers), monthOf(day).addMonths(std::min(0, 1 - longest)));
}

QDate analysisDue(const QDate &day, const NumberOn &numbers)
{
    const int months = static_cast<int>(numbers("overtime.analysis_months", day));
    return limitYearOf(day, numbers).addYears(1).addMonths(months).addDays(-1);
}

std::vector<LimitState> meansOf(const QDate &month, const OvertimeMonths &months, const NumberOn &numbers)
{
    const qint64 mean = numbers("overtime.busy_mean_minutes", month);
    const auto longest = static_cast<int>(numbers("overtime.busy_mean_months", month));
    std::vector<LimitState> means;
    for (int n = 2; n <= longest; ++n) {
        const MonthSpan window(months, month.addMonths(1 - n), month);
        means.push_back(stateOf(LimitRule::Mean80, window, window.minutes(), mean * n));
    }
    return means;
}

std::vector<LimitState> limitsOf(const QDate &month, const OvertimeMonths &months, const NumberOn &numbers)
{
    const auto number = [&](const char *key) { return numbers(key, month); };
    const MonthSpan one(months, month, month);
    const MonthSpan year(months, limitYearOf(month, numbers), month);
    const qint64 ordinary = number("overtime.limit_month_minutes");
    std::vector<LimitState> states;
    if (at(months, month).busy) {
        states.push_back(stateOf(LimitRule::Month100, one, one.minutes(), number("overtime.busy_limit_month_minutes"),
                                 number("overtime.busy_limit_month_exclusive") != 0));
        const auto means = meansOf(month, months, numbers);
        if (!means.empty())
            states.push_back(*std::max_element(means.begin(), means.end(),
                                               [](const auto &a, const auto &b) { return tighter(b, a); }));
        states.push_back(stateOf(LimitRule::Year720, year, year.minutes(), number("overtime.busy_limit_year_minutes")));
        states.push_back(
            stateOf(LimitRule::SixMonths45, year, year.above(ordinary), number("overtime.busy_long_months")));
        return states;
    }
    states.push_back(
        stateOf(LimitRule::Month45, one, one.minutes(), ordinary, number("overtime.limit_month_exclusive") != 0));
    if (const auto moved = year.moved()) {
        // The months from the move to the end of the year, worked or not yet.
        const MonthSpan since(months, *moved, month);
        const QDate end = year.first().addYears(1);
        qint64 left = 0;
        for (QDate next = *moved; next < end; next = next.addMonths(1))
            ++left;
        states.push_back(
            stateOf(LimitRule::AfterMove30, since, since.minutes(), left * number("overtime.moved_month_minutes")));
        states.push_back(stateOf(LimitRule::Year720, year, year.minutes(), number("overtime.busy_limit_year_minutes")));
    } else {
        states.push_back(stateOf(LimitRule::Year360, year, year.minutes(), number("overtime.limit_year_minutes")));
    }
    return states;
}

Interview interviewFor(const QDate &month, const OvertimeMonths &months, const NumberOn &numbers)
{
    const qint64 minutes = at(months, month).minutes;
    const qint64 mean = numbers("overtime.interview_mean_minutes", month);
    if (minutes >= numbers("overtime.interview_month_minutes", month))
        return Interview::Required;
    const auto longest = static_cast<int>(numbers("overtime.busy_mean_months", month));
    for (int n = 2; n <= longest; ++n) {
        if (MonthSpan(months, month.addMonths(1 - n), month).minutes() > mean * n)
            return Interview::Required;
    }
    return minutes > mean ? Interview::OnRequest : Interview::None;
}

} // namespace kessai
