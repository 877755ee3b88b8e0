// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/comp_time/timeoff.h"

#include "forms/support/dutyledger.h"
#include "forms/support/fields.h"
#include "forms/support/overtimework.h"
#include "forms/support/ownhours.h"
#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The months whose time off may have been taken on the same days as that of one, in order: what is taken comes from the oldest first.
std::vector<QDate> monthsAround(const QDate &month, const Numbers &numbers)
{
    const auto months = static_cast<int>(std::clamp<qint64>(numbers.at("compensation.months", month), 1, 12));
    std::vector<QDate> all;
    for (int n = -months - 1; n < months; ++n)
        all.push_back(month.addMonths(n));
    return all;
}

std::optional<TimeOffUnit> timeOffUnitNamed(const QString &code)
{
    if (code == u"day"_s)
        return TimeOffUnit::Day;
    if (code == u"first"_s)
        return TimeOffUnit::FirstHours;
    if (code == u"last"_s)
        return TimeOffUnit::LastHours;
    return std::nullopt;
}

/// What was decided of an answer: results that somebody still has to confirm earn nothing yet.
std::vector<LedgerStretch> decidedIn(LedgerAnswer answer)
{
    std::erase_if(answer.entries, [](const LedgerEntry &entry) { return !entry.used; });
    return stretchesIn(answer);
}

void addWorked(std::vector<WorkedStretch> &work, const LedgerAnswer &answer)
{
    const std::vector<LedgerStretch> stretches = decidedIn(answer);
    std::vector<QDate> days;
    for (const LedgerStretch &one : stretches)
        days.push_back(one.day);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    for (const QDate &day : days) {
        for (const Stretch &part : stretchesOn(day, stretches))
            work.push_back({day, part});
    }
}

} // namespace

std::optional<QDate> sourceMonth(const QJsonObject &json)
{
    const Fields fields(json);
    const auto day = fields.day("day");
    const QString source = fields.code("source");
    if (!day || !isPlausible(*day) || (source != u"last"_s && source != u"before_last"_s))
        return std::nullopt;
    return QDate(day->year(), day->month(), 1).addMonths(source == u"last"_s ? -1 : -2);
}

std::optional<TimeOffRequest> TimeOffRequest::read(const QJsonObject &json)
{
    const Fields fields(json);
    const auto month = sourceMonth(json);
    const auto unit = timeOffUnitNamed(fields.code("unit"));
    const auto minutes = fields.number("minutes", 1, kMinutesOfDay);
    if (!month || !unit || !minutes)
        return std::nullopt;
    return TimeOffRequest{*fields.day("day"), *month, *unit, *minutes, ownMinutesIn(fields)};
}

std::vector<Stretch> regularUnit(const TimeOffRequest &request, const Numbers &numbers)
{
    return unitHours(request.unit, ownHours(request.ownMinutes, request.day, numbers),
                     numbers.at("compensation.unit_minutes", request.day));
}

TimeOff timeOffOf(const TimeOffRequest &request, const Numbers &numbers)
{
    return divided(request.unit, regularUnit(request, numbers), request.minutes);
}

std::vector<Posting> timeOffPostings(const TimeOffRequest &request, StaffId drafter, const Numbers &numbers)
{
    std::vector<Posting> postings;
    for (const Stretch &part : timeOffOf(request, numbers).compensated) {
        postings.push_back({u"overtime.compensated.minutes"_s, staffAccount(drafter), request.day, part.minutes(),
                            static_cast<int>(part.from)});
    }
    return postings;
}

std::vector<LedgerQuery> timeOffQuestions(const QDate &day, const QDate &month, StaffId drafter, const Numbers &numbers)
{
    const QString account = staffAccount(drafter);
    const std::vector<QDate> months = monthsAround(month, numbers);
    const QDate first = weekOf(months.front());
    const QDate last = compensationWindow(months.back(), numberOn(numbers)).last;
    auto questions = dutyQuestions(drafter, first, last);
    for (const QString &ledger : {resultLedgers().overtime, resultLedgers().holiday})
        questions.push_back({ledger, ledger, account, first, last, true});
    questions.push_back({u"compensated"_s, u"overtime.compensated.minutes"_s, account, first, last, true});
    questions.push_back({u"absence"_s, u"absence.minutes"_s, account, first, last, true});
    questions.push_back({u"annual"_s, u"leave.annual.minutes"_s, account, day, day});
    return questions;
}

EarnedMonth earnedMonth(const QDate &month, const FormContext &context, const Numbers &numbers)
{
    const NumberOn number = numberOn(numbers);
    std::vector<WorkedStretch> work;
    addWorked(work, context.answer(resultLedgers().overtime));
    addWorked(work, context.answer(resultLedgers().holiday));
    const DutyCalendar calendar = dutyCalendar(context, numbers);
    const auto leave = decidedIn(context.answer(u"absence"_s));
    const auto timeOff = decidedIn(context.answer(u"compensated"_s));
    const std::vector<QDate> around = monthsAround(month, numbers);
    const auto weeks =
        weekExcesses({around.front(), around.back().addMonths(1).addDays(-1)}, calendar, number, [&](const QDate &day) {
            return absentMinutes(calendar.on(day), stretchesOn(day, leave), stretchesOn(day, timeOff));
        });
    const auto rated = rateClasses(work, calendar.days(), context.office.workTerms(context.drafter), number, weeks);
    std::vector<EarnedMonth> months;
    for (const QDate &one : around) {
        std::vector<RatedStretch> own = rated;
        std::erase_if(own, [&](const RatedStretch &stretch) {
            return stretch.day.year() != one.year() || stretch.day.month() != one.month();
        });
        months.push_back({one, compensationEarned(minutesByRate(own), one, number)});
    }
    months = drawnFrom(std::move(months), stretchesIn(context.answer(u"compensated"_s)), number);
    return *std::find_if(months.begin(), months.end(), [&](const EarnedMonth &one) { return one.month == month; });
}

} // namespace kessai
