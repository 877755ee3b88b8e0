// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/weekend_duty/weekenddutyform.h"

#include "forms/support/dutyledger.h"
#include "forms/support/wording.h"
#include "forms/weekend_duty/dutycheck.h"
#include "forms/weekend_duty/dutyfault.h"
#include "forms/weekend_duty/dutyinsight.h"
#include "forms/weekend_duty/dutyledgers.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// What a day is by the calendar, the same in the form, in a case and on paper; what an exchange made of it is a finding.
Bilingual dutyKindText(const QDate &day, const Holidays &holidays)
{
    switch (holidays.kind(day)) {
    case DayKind::Duty: return {u"勤務日"_s, u"Working day"_s};
    case DayKind::WeeklyOff: return {u"週休日"_s, u"Weekly day off"_s};
    case DayKind::Holiday: break;
    }
    const QString name = holidays.name(day);
    return name.isEmpty() ? Bilingual{u"休日（年末年始）"_s, u"Closing day at the turn of the year"_s}
                          : fill({u"休日（%1）"_s, u"Public holiday (%1)"_s}, {same(name)});
}

/// "→12月2日・水 振替": what is given for the work, as a title says it.
QString givenInTitle(const Fields &fields)
{
    const auto remedy = remedyNamed(fields.code("remedy"));
    const auto given = fields.day("given_day");
    if (!remedy || !given)
        return {};
    switch (*remedy) {
    case Remedy::Exchange: return u"→"_s + titleDay(*given) + u" 振替"_s;
    case Remedy::FourHours: return u"→"_s + titleDay(*given) + u" 4時間"_s;
    case Remedy::Daikyu: return u"→"_s + titleDay(*given) + u" 代休"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString WeekendDutyForm::title(const QJsonObject &json, const Parameters &) const
{
    const Fields fields(json);
    QStringList parts = titleOfWork(fields);
    if (const QString given = givenInTitle(fields); !given.isEmpty())
        parts += given;
    if (const QString work = fields.prose("work_item"); !work.isEmpty())
        parts += work.simplified();
    return titled(u"週休日・休日勤務命令"_s, parts);
}

QHash<QString, Bilingual> WeekendDutyForm::computed(const QJsonObject &json, const FormContext &context) const
{
    QHash<QString, Bilingual> texts;
    const Fields fields(json);
    const Numbers numbers(context.parameters);
    const auto day = fields.day("day");
    if (!day || !isPlausible(*day))
        return texts;
    texts.insert(u"kind"_s, dutyKindText(*day, numbers.holidays()));
    if (const auto remedy = remedyNamed(fields.code("remedy")))
        texts.insert(u"window"_s, windowText(remedyWindow(*remedy, *day, numberOn(numbers))));
    const auto order = DutyOrder::read(json);
    if (!order)
        return texts;
    texts.insert(u"duration"_s, spanText(order->span.minutes()));
    if (const auto shift = orderedHours(*order, numbers).shift) {
        texts.insert(
            u"given_hours"_s,
            fill({u"%1（%2）"_s, u"%1 (%2)"_s}, {hoursText(shift->removed), spanText(minutesOf(shift->removed))}));
    }
    return texts;
}

QJsonObject WeekendDutyForm::facts(const QJsonObject &json, const Parameters &parameters) const
{
    QJsonObject facts;
    const auto order = DutyOrder::read(json);
    if (!order)
        return facts;
    const Numbers numbers(parameters);
    facts.insert(u"minutes"_s, order->span.minutes());
    facts.insert(u"paid_minutes"_s, orderedHours(*order, numbers).paidMinutes());
    facts.insert(u"holiday"_s, numbers.holidays().kind(order->day()) == DayKind::Holiday);
    return facts;
}

std::vector<LedgerQuery> WeekendDutyForm::questions(const QJsonObject &json, StaffId drafter,
                                                    const Parameters &parameters) const
{
    if (const auto order = DutyOrder::read(json))
        return surroundingQuestions(*order, drafter, Numbers(parameters));
    // What the day is has to be known as soon as it is named.
    const auto day = Fields(json).day("day");
    return day && isPlausible(*day) ? dutyQuestions(drafter, *day, *day) : std::vector<LedgerQuery>{};
}

std::vector<Finding> WeekendDutyForm::check(const QJsonObject &json, const FormContext &context) const
{
    return checkDuty(json, context, Numbers(context.parameters));
}

std::vector<Posting> WeekendDutyForm::postings(const QJsonObject &json, StaffId drafter,
                                               const Parameters &parameters) const
{
    const auto order = DutyOrder::read(json);
    return order ? dutyPostings(*order, drafter, Numbers(parameters)) : std::vector<Posting>{};
}

std::vector<Insight> WeekendDutyForm::insights(const QJsonObject &json, const FormContext &context) const
{
    return dutyInsights(json, context, Numbers(context.parameters));
}

std::vector<Insight> WeekendDutyForm::givenBack(const QJsonObject &json, const std::vector<Posting> &postings,
                                                const Parameters &parameters) const
{
    std::vector<Insight> insights =
        workTakenBack({u"週休日・休日の勤務命令"_s, u"ordered work on days off"_s}, postings, orderLedgers());
    const auto order = DutyOrder::read(json);
    const auto shift = order ? orderedHours(*order, Numbers(parameters)).shift : std::nullopt;
    if (shift) {
        Insight insight;
        insight.text = fill({u"%1の振替・代休がなくなり、%2は元どおり勤務日です"_s,
                             u"Nothing is given for %1 any more, and %2 is a working day again"_s},
                            {dayText(shift->worked), dayText(shift->given)});
        insights.push_back(std::move(insight));
    }
    return insights;
}

std::vector<Finding> WeekendDutyForm::checkTakenBack(const std::vector<Posting> &postings,
                                                     const FormContext &context) const
{
    return reportedWork(postings, context);
}

} // namespace kessai
