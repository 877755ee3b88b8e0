// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/overtime/overtimeform.h"

#include "forms/overtime/overtimecheck.h"
#include "forms/overtime/overtimelimit.h"
#include "forms/support/fields.h"
#include "forms/support/shipped.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

Bilingual kindText(DayKind kind)
{
    switch (kind) {
    case DayKind::Duty: return {u"平日の時間外勤務"_s, u"Overtime on a working day"_s};
    case DayKind::WeeklyOff: return {u"週休日の勤務"_s, u"Work on a weekly day off"_s};
    case DayKind::Holiday: return {u"休日の勤務"_s, u"Work on a public holiday"_s};
    }
    Q_UNREACHABLE();
}

Bilingual dayKindText(DayKind kind)
{
    switch (kind) {
    case DayKind::Duty: return {u"平日"_s, u"a working day"_s};
    case DayKind::WeeklyOff: return {u"週休日"_s, u"a weekly day off"_s};
    case DayKind::Holiday: return {u"休日"_s, u"a public holiday"_s};
    }
    Q_UNREACHABLE();
}

Insight forecastInsight(const OvertimeForecast &forecast, const Numbers &numbers)
{
    const Bilingual month = monthText(forecast.first);
    const Bilingual period = forecast.period == OvertimeForecast::Period::Month
        ? month
        : fill({u"%1からの1年"_s, u"The year from %1"_s}, {month});
    Insight insight;
    insight.text = fill({u"%1は %2 / %3 になります"_s, u"%1 becomes %2 of %3"_s},
                        {period, spanText(forecast.total()), spanText(forecast.limit.minutes)});
    insight.used = forecast.before;
    insight.added = forecast.added;
    insight.limit = forecast.limit.minutes;
    insight.limitText = forecast.limit.exclusive
        ? fill({u"上限 %1"_s, u"Limit: %1"_s}, {limitWords(forecast.limit)})
        : fill({u"上限 %1"_s, u"Limit: %1"_s}, {spanText(forecast.limit.minutes)});
    const qint64 notice = numbers.at("overtime.notice_percent", forecast.first);
    insight.remarkable = !forecast.allowed() || forecast.total() * 100 >= forecast.limit.minutes * notice;
    insight.tone = forecast.allowed() ? Finding::Severity::Warning : Finding::Severity::Error;
    return insight;
}

/// What follows from the day being a day off: which days an exchange may use, or which holiday it is.
std::optional<Insight> dayOffInsight(const QDate &day, const Numbers &numbers)
{
    Insight insight;
    switch (numbers.holidays().kind(day)) {
    case DayKind::Duty: return std::nullopt;
    case DayKind::WeeklyOff:
        insight.text = fill({u"週休日の勤務です。振替は %1から %2までの勤務日にできます"_s,
                             u"Work on a weekly day off. It may be exchanged with a working day from %1 to %2"_s},
                            {dayText(day.addDays(-numbers.at("overtime.furikae_before_days", day))),
                             dayText(day.addDays(numbers.at("overtime.furikae_after_days", day)))});
        return insight;
    case DayKind::Holiday: {
        const QString name = numbers.holidays().name(day);
        insight.text = name.isEmpty()
            ? Bilingual{u"年末年始の休日の勤務です"_s, u"Work on a closing day at the turn of the year"_s}
            : fill({u"休日（%1）の勤務です"_s, u"Work on a public holiday (%1)"_s}, {same(name)});
        return insight;
    }
    }
    Q_UNREACHABLE();
}

} // namespace

const std::vector<FormDefinition> &OvertimeForm::definitions() const
{
    static const std::vector<FormDefinition> definitions{
        shippedDefinition(u":/kessai/forms/overtime/overtime.json"_s, 1)};
    return definitions;
}

QJsonObject OvertimeForm::defaultRule() const
{
    return shippedObject(u":/kessai/forms/overtime/overtime_rule.json"_s);
}

QString OvertimeForm::title(const QJsonObject &json, const Parameters &) const
{
    const Fields fields(json);
    const auto start = fields.number("start", 0, 2 * kMinutesOfDay);
    const auto end = fields.number("end", 0, 2 * kMinutesOfDay);
    QStringList parts;
    if (const auto day = fields.day("day"))
        parts += titleDay(*day);
    if (start && end)
        parts += clockText(*start) + u"〜"_s + clockText(*end);
    if (const QString work = fields.prose("work_item"); !work.isEmpty())
        parts += work.simplified();
    const QString name = u"時間外勤務命令"_s;
    return parts.isEmpty() ? name : QString(name + u"（"_s + parts.join(u' ') + u"）"_s);
}

QHash<QString, Bilingual> OvertimeForm::computed(const QJsonObject &json, const FormContext &context) const
{
    QHash<QString, Bilingual> texts;
    const auto day = Fields(json).day("day");
    if (day) {
        const Holidays &holidays = context.parameters.holidays();
        Bilingual kind = kindText(holidays.kind(*day));
        if (const QString name = holidays.name(*day); holidays.kind(*day) == DayKind::Holiday && !name.isEmpty())
            kind = fill({u"%1（%2）"_s, u"%1 (%2)"_s}, {kind, same(name)});
        texts.insert(u"kind"_s, kind);
    }
    const auto span = OvertimeSpan::read(json);
    if (!span)
        return texts;
    const auto parts = overtimeParts(*span, Numbers(context.parameters));
    if (parts.size() > 1 && parts.front().kind != parts.back().kind) {
        texts[u"kind"_s] = fill({u"%1（0時からは%2）"_s, u"%1 (from midnight %2)"_s},
                                {kindText(parts.front().kind), dayKindText(parts.back().kind)});
    }
    texts.insert(u"duration"_s, spanText(span->minutes()));
    return texts;
}

QJsonObject OvertimeForm::facts(const QJsonObject &json, const Parameters &parameters) const
{
    QJsonObject facts;
    if (const auto day = Fields(json).day("day")) {
        facts.insert(u"weekly_off"_s, parameters.holidays().kind(*day) == DayKind::WeeklyOff);
        facts.insert(u"holiday"_s, parameters.holidays().kind(*day) == DayKind::Holiday);
    }
    if (const auto span = OvertimeSpan::read(json))
        facts.insert(u"minutes"_s, span->minutes());
    return facts;
}

std::vector<LedgerQuery> OvertimeForm::questions(const QJsonObject &json, StaffId drafter,
                                                 const Parameters &parameters) const
{
    const Numbers numbers(parameters);
    const auto span = OvertimeSpan::read(json);
    if (!span)
        return {};
    auto questions = overtimeQuestions(overtimeParts(*span, numbers), drafter, numbers);
    questions.push_back({u"day"_s, u"overtime.minutes"_s, staffAccount(drafter), span->day, span->day});
    return questions;
}

std::vector<Finding> OvertimeForm::check(const QJsonObject &json, const FormContext &context) const
{
    return checkOvertime(json, context, Numbers(context.parameters));
}

std::vector<Posting> OvertimeForm::postings(const QJsonObject &json, StaffId drafter,
                                            const Parameters &parameters) const
{
    const Numbers numbers(parameters);
    const auto span = OvertimeSpan::read(json);
    if (!span)
        return {};
    std::vector<Posting> postings;
    const QString account = staffAccount(drafter);
    for (const OvertimePart &part : overtimeParts(*span, numbers)) {
        if (part.overtime > 0)
            postings.push_back({u"overtime.minutes"_s, account, part.day, part.overtime});
        if (part.holiday > 0)
            postings.push_back({u"overtime.holiday.minutes"_s, account, part.day, part.holiday});
    }
    return postings;
}

std::vector<Insight> OvertimeForm::insights(const QJsonObject &json, const FormContext &context) const
{
    const auto span = OvertimeSpan::read(json);
    if (!span)
        return {};
    const Numbers numbers(context.parameters);
    std::vector<Insight> insights;
    const auto parts = overtimeParts(*span, numbers);
    for (const OvertimeForecast &forecast : overtimeForecasts(parts, context, numbers)) {
        if (forecast.added > 0)
            insights.push_back(forecastInsight(forecast, numbers));
    }
    if (auto dayOff = dayOffInsight(span->day, numbers))
        insights.push_back(*std::move(dayOff));
    if (Fields(json).flag("after")) {
        Insight after;
        after.text = {u"事後の命令です"_s, u"Ordered after the fact"_s};
        after.remarkable = true;
        insights.push_back(after);
    }
    return insights;
}

} // namespace kessai
