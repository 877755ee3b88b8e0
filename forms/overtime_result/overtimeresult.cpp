// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/overtime_result/overtimeresult.h"

#include "core/duty/limits.h"
#include "forms/support/dutyledger.h"
#include "forms/support/fields.h"
#include "forms/support/overtimeforecast.h"

#include <set>

namespace kessai {

namespace {

enum class Which { Decided, All };

/// The stretches of both ledgers, 時間外勤務 and 休日勤務.
std::vector<LedgerStretch> stretchesOf(const WorkLedgers &ledgers, Which which, const FormContext &context)
{
    std::vector<LedgerStretch> all;
    for (const QString &ledger : {ledgers.overtime, ledgers.holiday}) {
        LedgerAnswer answer = context.answer(ledger);
        if (which == Which::Decided)
            std::erase_if(answer.entries, [](const LedgerEntry &entry) { return !entry.used; });
        for (LedgerStretch &stretch : stretchesIn(answer))
            all.push_back(std::move(stretch));
    }
    return all;
}

} // namespace

std::optional<OvertimeResult> OvertimeResult::read(const QJsonObject &json)
{
    const Fields fields(json);
    const auto day = fields.day("day");
    if (!day || !isPlausible(*day))
        return std::nullopt;
    OvertimeResult result{*day, {}};
    for (const ResultFields &one : kResultFields) {
        const auto start = fields.number(one.start, 0, 2 * kMinutesOfDay);
        const auto end = fields.number(one.end, 0, 2 * kMinutesOfDay);
        if (!start && !end)
            continue;
        const qint64 before = result.work.empty() ? 0 : result.work.back().until;
        if (!start || !end || *start < before || *end <= *start)
            return std::nullopt;
        result.work.push_back({*start, *end});
    }
    if (result.work.empty() || result.work.front().from >= kMinutesOfDay)
        return std::nullopt;
    return result;
}

std::vector<LedgerQuery> ResultDays::questions(const OvertimeResult &result, StaffId staff, const Numbers &numbers)
{
    auto questions = forecastQuestions(workPostings(result.pieces(numbers), staff, resultLedgers()), staff, numbers);
    const QDate from = monthOf(result.day);
    const QDate until = monthOf(result.lastDay()).addMonths(1).addDays(-1);
    for (LedgerQuery &question : dutyQuestions(staff, from, until))
        questions.push_back(std::move(question));
    return questions;
}

ResultDays::ResultDays(const FormContext &context, const Numbers &numbers)
    : m_calendar(dutyCalendar(context, numbers)), m_decided(stretchesOf(orderLedgers(), Which::Decided, context)),
      m_asked(stretchesOf(orderLedgers(), Which::All, context)),
      m_reported(stretchesOf(resultLedgers(), Which::All, context))
{
}

std::vector<Stretch> ResultDays::reportedForDay(const QDate &day) const
{
    std::vector<Stretch> stretches = reported(day);
    const std::vector<Stretch> before = reported(day.addDays(-1));
    const bool goesOn = !before.empty() && before.back().until == kMinutesOfDay;
    if (goesOn && !stretches.empty() && stretches.front().from == 0)
        stretches.erase(stretches.begin());
    return stretches;
}

std::vector<RatedMinutes> ResultDays::rates(const OvertimeResult &result, const FormContext &context,
                                            const Numbers &numbers) const
{
    const auto pieces = result.pieces(numbers);
    std::vector<WorkedStretch> work;
    std::set<QDate> months;
    for (const WorkPiece &piece : pieces) {
        work.push_back({piece.day, piece.hours});
        months.insert(monthOf(piece.day));
    }
    for (const QDate &month : months) {
        for (QDate day = month; day < month.addMonths(1); day = day.addDays(1)) {
            for (const Stretch &hours : reported(day))
                work.push_back({day, hours});
        }
    }
    std::vector<RatedStretch> own;
    for (const RatedStretch &rated : rateClasses(std::move(work), m_calendar.days(),
                                                 context.office.workTerms(context.drafter), numberOn(numbers))) {
        for (const WorkPiece &piece : pieces) {
            const Stretch here = common(rated.hours, piece.hours);
            if (rated.day == piece.day && here.minutes() > 0)
                own.push_back({rated.day, here, rated.rate, rated.over60});
        }
    }
    return minutesByRate(own);
}

} // namespace kessai
