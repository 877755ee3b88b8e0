// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/overtime_result/overtimeresultform.h"

#include "forms/overtime_result/resultcheck.h"
#include "forms/support/dutyledger.h"
#include "forms/support/fields.h"
#include "forms/support/overtimeforecast.h"
#include "forms/support/overtimespan.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// A day's hours as a result of that day sees them: what goes on past midnight counts on from 24:00.
std::vector<Stretch> overMidnight(std::vector<Stretch> day, const std::vector<Stretch> &next)
{
    if (!day.empty() && day.back().until == kMinutesOfDay && !next.empty() && next.front().from == 0)
        day.back().until += next.front().until;
    return day;
}

Bilingual orderedText(const ResultDays &days, const QDate &day)
{
    const auto ordered = overMidnight(days.ordered(day), days.ordered(day.addDays(1)));
    if (!ordered.empty()) {
        return fill({u"%1（%2）"_s, u"%1 (%2)"_s}, {hoursText(ordered), spanText(kessai::minutesOf(ordered))});
    }
    if (!days.asked(day).empty())
        return {u"決裁されていない命令だけがあります"_s, u"Only orders that are not decided yet"_s};
    return {u"命令はありません"_s, u"Nothing ordered"_s};
}

/// "125/100 2時間30分、150/100 30分".
Bilingual ratesText(const std::vector<RatedMinutes> &rates, const QDate &day, const Numbers &numbers)
{
    QStringList ja;
    QStringList en;
    for (const RatedMinutes &rated : rates) {
        const QString percent =
            QString::number(percentOf(rated.rate, rated.over60, day, numberOn(numbers))) + u"/100"_s;
        const Bilingual span = spanText(rated.minutes);
        const Bilingual most = spanText(numbers.at("overtime.over60_minutes", day));
        ja += percent + u' ' + span.ja + (rated.over60 ? u"（月%1超）"_s.arg(most.ja) : QString());
        en += percent + u' ' + span.en + (rated.over60 ? u" (past %1)"_s.arg(most.en) : QString());
    }
    return {ja.join(u"、"_s), en.join(u", "_s)};
}

} // namespace

QString OvertimeResultForm::title(const QJsonObject &json, const Parameters &) const
{
    const Fields fields(json);
    QStringList parts;
    if (const auto result = OvertimeResult::read(json)) {
        parts += titleDay(result->day);
        parts += hoursText(result->work).ja;
    }
    if (const QString work = fields.prose("work_item"); !work.isEmpty())
        parts += work.simplified();
    return titled(u"時間外勤務実績"_s, parts);
}

QHash<QString, Bilingual> OvertimeResultForm::computed(const QJsonObject &json, const FormContext &context) const
{
    QHash<QString, Bilingual> texts;
    const Numbers numbers(context.parameters);
    const auto day = Fields(json).day("day");
    if (!day || !isPlausible(*day))
        return texts;
    const ResultDays days(context, numbers);
    texts.insert(u"kind"_s, workText(*day, *day, numbers));
    // Whoever reads a case later, or on paper, finds what was ordered in the register: orders may be added or cancelled since.
    texts.insert(u"ordered"_s,
                 context.answers.empty() ? Bilingual{u"時間外勤務命令簿を参照"_s, u"See the register of overtime"_s}
                                         : orderedText(days, *day));
    const auto result = OvertimeResult::read(json);
    if (!result)
        return texts;
    texts.insert(u"kind"_s, workText(result->day, result->lastDay(), numbers));
    texts.insert(u"duration"_s, spanText(result->minutes()));
    return texts;
}

QJsonObject OvertimeResultForm::facts(const QJsonObject &json, const Parameters &parameters) const
{
    QJsonObject facts = workDayFacts(Fields(json), parameters);
    if (const auto result = OvertimeResult::read(json))
        facts.insert(u"minutes"_s, result->minutes());
    return facts;
}

std::vector<LedgerQuery> OvertimeResultForm::questions(const QJsonObject &json, StaffId drafter,
                                                       const Parameters &parameters) const
{
    const Numbers numbers(parameters);
    if (const auto result = OvertimeResult::read(json))
        return ResultDays::questions(*result, drafter, numbers);
    // What was ordered is shown as soon as the day is known.
    const auto day = Fields(json).day("day");
    if (!day || !isPlausible(*day))
        return {};
    return ResultDays::questions({*day, {{0, 1}}}, drafter, numbers);
}

std::vector<Finding> OvertimeResultForm::check(const QJsonObject &json, const FormContext &context) const
{
    return checkResult(json, context, Numbers(context.parameters));
}

std::vector<Posting> OvertimeResultForm::postings(const QJsonObject &json, StaffId drafter,
                                                  const Parameters &parameters) const
{
    const auto result = OvertimeResult::read(json);
    return result ? workPostings(result->pieces(Numbers(parameters)), drafter, resultLedgers())
                  : std::vector<Posting>();
}

std::vector<Insight> OvertimeResultForm::insights(const QJsonObject &json, const FormContext &context) const
{
    const auto result = OvertimeResult::read(json);
    if (!result)
        return {};
    const Numbers numbers(context.parameters);
    const ResultDays days(context, numbers);
    const auto own = postings(json, context.drafter, context.parameters);
    std::vector<Insight> insights;
    const auto note = [&insights](Bilingual text, bool remarkable = false) {
        Insight insight;
        insight.text = std::move(text);
        insight.remarkable = remarkable;
        insights.push_back(std::move(insight));
    };
    note(fill({u"命令 %1 → 実績 %2（%3）"_s, u"Ordered %1 → worked %2 (%3)"_s},
              {orderedText(days, result->day), hoursText(result->work), spanText(result->minutes())}));
    if (auto changed = changedDay(result->day, days.calendar(), numbers))
        insights.push_back(*std::move(changed));
    if (context.office.workTerms(context.drafter).managerial) {
        note({u"管理職手当を受ける職員です。手当は支給されず、時間は健康管理のために記録します"_s,
              u"Receives a managerial allowance: unpaid, the hours are recorded for health checks"_s});
    } else {
        note(fill({u"支給割合: %1"_s, u"Paid at %1"_s},
                  {ratesText(days.rates(*result, context, numbers), result->day, numbers)}));
    }
    for (const OvertimeForecast &forecast : overtimeForecasts(own, context, numbers)) {
        if (forecast.state.rule != LimitRule::SixMonths45 || forecast.state.reached > 0)
            insights.push_back(insightOf(forecast, numbers));
    }
    if (auto interview = interviewInsight(own, context, numbers))
        insights.push_back(*std::move(interview));
    const auto gap = recordGap(json, *result, days.calendar());
    if (gap && *gap > numbers.at("overtime.log_gap_minutes", result->day)) {
        note(fill({u"記録との差 %1: %2"_s, u"Differs from the record by %1: %2"_s},
                  {spanText(*gap), same(Fields(json).prose("gap_reason"))}),
             true);
    }
    return insights;
}

std::vector<Insight> OvertimeResultForm::givenBack(const QJsonObject &, const std::vector<Posting> &postings,
                                                   const Parameters &) const
{
    return workTakenBack({u"時間外勤務の実績"_s, u"reported overtime"_s}, postings, resultLedgers());
}

QJsonObject OvertimeResultForm::proposal(const QJsonObject &json, const FormContext &context) const
{
    const Numbers numbers(context.parameters);
    const auto day = Fields(json).day("day");
    if (!day || !isPlausible(*day))
        return {};
    const ResultDays days(context, numbers);
    // Of a day that goes on from the one before, only what begins on it is its own.
    auto ordered = overMidnight(days.ordered(*day), days.ordered(day->addDays(1)));
    const auto before = days.ordered(day->addDays(-1));
    if (!ordered.empty() && ordered.front().from == 0 && !before.empty() && before.back().until == kMinutesOfDay)
        ordered.erase(ordered.begin());
    if (ordered.empty() || ordered.size() > kResultFields.size() || !days.reportedForDay(*day).empty())
        return {};
    QJsonObject proposed;
    for (size_t i = 0; i < kResultFields.size(); ++i) {
        const bool there = i < ordered.size();
        proposed.insert(QLatin1String(kResultFields[i].start), there ? QJsonValue(ordered[i].from) : QJsonValue());
        proposed.insert(QLatin1String(kResultFields[i].end), there ? QJsonValue(ordered[i].until) : QJsonValue());
    }
    return proposed;
}

} // namespace kessai
