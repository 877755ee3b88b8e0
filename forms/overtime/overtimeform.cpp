// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/overtime/overtimeform.h"

#include "forms/overtime/overtimecheck.h"
#include "forms/overtime/overtimestanding.h"
#include "forms/support/dutyledger.h"
#include "forms/support/fields.h"
#include "forms/support/overtimeforecast.h"
#include "forms/support/overtimespan.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// A line without a meter.
Insight note(Bilingual text, bool remarkable = false)
{
    Insight insight;
    insight.text = std::move(text);
    insight.remarkable = remarkable;
    return insight;
}

/// What follows from the day being a day off: which days an exchange may use, or which holiday it is.
std::optional<Insight> dayOffInsight(const QDate &day, DayKind kind, const Numbers &numbers)
{
    switch (kind) {
    case DayKind::Duty: return std::nullopt;
    case DayKind::WeeklyOff:
        return note(fill(
            {u"週休日の勤務です。%1から %2までの勤務日に振り替えるときは「週休日・休日勤務命令」で申請します"_s,
             u"Work on a weekly day off. To exchange it with a working day from %1 to %2, file “Duty on a day off”"_s},
            {dayText(day.addDays(-numbers.at("overtime.furikae_before_days", day))),
             dayText(day.addDays(numbers.at("overtime.furikae_after_days", day)))}));
    case DayKind::Holiday: {
        const QString name = numbers.holidays().name(day);
        return note(name.isEmpty()
                        ? Bilingual{u"代休日の勤務です"_s, u"Work on a day off given for a holiday"_s}
                        : fill({u"休日（%1）の勤務です"_s, u"Work on a public holiday (%1)"_s}, {same(name)}));
    }
    }
    Q_UNREACHABLE();
}

} // namespace

QString OvertimeForm::title(const QJsonObject &json, const Parameters &) const
{
    const Fields fields(json);
    QStringList parts = titleOfWork(fields);
    if (const QString work = fields.prose("work_item"); !work.isEmpty())
        parts += work.simplified();
    return titled(u"時間外勤務命令"_s, parts);
}

QHash<QString, Bilingual> OvertimeForm::computed(const QJsonObject &json, const FormContext &context) const
{
    QHash<QString, Bilingual> texts;
    const Numbers numbers(context.parameters);
    const auto day = Fields(json).day("day");
    if (day && isPlausible(*day))
        texts.insert(u"kind"_s, workText(*day, *day, numbers));
    const auto span = OvertimeSpan::read(json);
    if (!span)
        return texts;
    texts.insert(u"kind"_s, workText(span->day, span->lastDay(), numbers));
    texts.insert(u"duration"_s, spanText(span->minutes()));
    return texts;
}

QJsonObject OvertimeForm::facts(const QJsonObject &json, const Parameters &parameters) const
{
    QJsonObject facts = workDayFacts(Fields(json), parameters);
    if (const auto span = OvertimeSpan::read(json))
        facts.insert(u"minutes"_s, span->minutes());
    return facts;
}

std::vector<LedgerQuery> OvertimeForm::questions(const QJsonObject &json, StaffId drafter,
                                                 const Parameters &parameters) const
{
    const auto span = OvertimeSpan::read(json);
    if (!span)
        return {};
    auto questions = forecastQuestions(postings(json, drafter, parameters), drafter, Numbers(parameters));
    for (LedgerQuery &question : dutyQuestions(drafter, span->day, span->day.addDays(1)))
        questions.push_back(std::move(question));
    questions.push_back({u"absence"_s, u"absence.minutes"_s, staffAccount(drafter), span->day, span->day, true});
    return questions;
}

std::vector<Finding> OvertimeForm::check(const QJsonObject &json, const FormContext &context) const
{
    return checkOvertime(json, context, Numbers(context.parameters));
}

std::vector<Posting> OvertimeForm::postings(const QJsonObject &json, StaffId drafter,
                                            const Parameters &parameters) const
{
    const auto span = OvertimeSpan::read(json);
    return span ? workPostings(span->work(Numbers(parameters)), drafter, orderLedgers()) : std::vector<Posting>();
}

std::vector<Insight> OvertimeForm::insights(const QJsonObject &json, const FormContext &context) const
{
    const auto span = OvertimeSpan::read(json);
    if (!span)
        return {};
    const Numbers numbers(context.parameters);
    const Fields fields(json);
    const auto own = postings(json, context.drafter, context.parameters);
    std::vector<Insight> insights;
    bool beyond = false;
    for (const OvertimeForecast &forecast : overtimeForecasts(own, context, numbers)) {
        // Months above 45 hours are worth a line once there is one of them.
        if (forecast.raised() || (forecast.state.rule == LimitRule::SixMonths45 && forecast.state.reached > 0))
            insights.push_back(insightOf(forecast, numbers));
        beyond = beyond || (forecast.raised() && !forecast.state.allowed());
    }
    if (auto interview = interviewInsight(own, context, numbers))
        insights.push_back(*std::move(interview));
    const DutyCalendar calendar = dutyCalendar(context, numbers);
    if (auto changed = changedDay(span->day, calendar, numbers))
        insights.push_back(*std::move(changed));
    if (auto dayOff = dayOffInsight(span->day, calendar.on(span->day).kind, numbers))
        insights.push_back(*std::move(dayOff));
    if (context.office.workTerms(context.drafter).managerial) {
        insights.push_back(
            note({u"管理職手当を受ける職員です。手当は支給されず、時間は健康管理のために記録します"_s,
                  u"Receives a managerial allowance: unpaid, the hours are recorded for health checks"_s}));
    }
    if (fields.flag("special_work") && beyond) {
        insights.push_back(note(fill({u"特例業務として上限を超えます。要因の整理・分析・検証は %1までです"_s,
                                      u"Beyond the limit as exceptional work; its causes are to be analysed by %1"_s},
                                     {dayText(analysisDue(span->day, numberOn(numbers)))}),
                                true));
    }
    if (fields.flag("after"))
        insights.push_back(note({u"事後の命令です"_s, u"Ordered after the fact"_s}, true));
    return insights;
}

std::vector<Insight> OvertimeForm::givenBack(const QJsonObject &, const std::vector<Posting> &postings,
                                             const Parameters &) const
{
    return workTakenBack({u"時間外勤務の命令"_s, u"ordered overtime"_s}, postings, orderLedgers());
}

std::vector<Finding> OvertimeForm::checkTakenBack(const std::vector<Posting> &postings,
                                                  const FormContext &context) const
{
    return reportedWork(postings, context);
}

std::vector<LedgerQuery> OvertimeForm::standingQuestions(StaffId who, const QDate &day,
                                                         const Parameters &parameters) const
{
    return overtimeStandingQuestions(who, day, Numbers(parameters));
}

std::vector<Insight> OvertimeForm::standing(const FormContext &context) const
{
    return overtimeStanding(context, Numbers(context.parameters));
}

} // namespace kessai
