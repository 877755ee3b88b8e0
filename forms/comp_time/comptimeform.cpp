// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/comp_time/comptimeform.h"

#include "forms/comp_time/timeoffcheck.h"
#include "forms/support/dutyledger.h"
#include "forms/support/fields.h"
#include "forms/support/overtimework.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

Bilingual nothing()
{
    return {u"なし"_s, u"None"_s};
}

/// "8:30〜12:00、13:00〜13:30（4時間）".
Bilingual hoursWithSum(const std::vector<Stretch> &hours)
{
    if (hours.empty())
        return nothing();
    return fill({u"%1（%2）"_s, u"%1 (%2)"_s}, {hoursText(hours), spanText(minutesOf(hours))});
}

Bilingual stockText(const QDate &month, const FormContext &context, const Numbers &numbers)
{
    const EarnedMonth stock = earnedMonth(month, context, numbers);
    const QDate last = compensationWindow(month, numberOn(numbers)).last;
    return fill({u"%1分 %2（%3のうち、%4まで）"_s, u"%2 for %1 (of %3, until %4)"_s},
                {monthText(month), spanText(stock.left()), spanText(stock.earned), dayText(last)});
}

} // namespace

QString CompTimeForm::title(const QJsonObject &json, const Parameters &parameters) const
{
    const QString name = u"時間外勤務代休時間"_s;
    const auto request = TimeOffRequest::read(json);
    if (!request)
        return name;
    const auto hours = timeOffOf(*request, Numbers(parameters)).compensated;
    return name + u"（"_s + titleDay(request->day) + u' ' + hoursText(hours).ja + u' ' + monthText(request->month).ja
        + u"分）"_s;
}

QHash<QString, Bilingual> CompTimeForm::computed(const QJsonObject &json, const FormContext &context) const
{
    QHash<QString, Bilingual> texts;
    const Numbers numbers(context.parameters);
    if (const auto month = sourceMonth(json))
        texts.insert(u"earned"_s, stockText(*month, context, numbers));
    if (const auto request = TimeOffRequest::read(json)) {
        const TimeOff parts = timeOffOf(*request, numbers);
        texts.insert(u"hours"_s, hoursWithSum(parts.compensated));
        texts.insert(u"leave_hours"_s, hoursWithSum(parts.leave));
    }
    return texts;
}

QJsonObject CompTimeForm::facts(const QJsonObject &json, const Parameters &parameters) const
{
    QJsonObject facts;
    if (const auto request = TimeOffRequest::read(json))
        facts.insert(u"leave_minutes"_s, minutesOf(timeOffOf(*request, Numbers(parameters)).leave));
    return facts;
}

std::vector<LedgerQuery> CompTimeForm::questions(const QJsonObject &json, StaffId drafter,
                                                 const Parameters &parameters) const
{
    const auto month = sourceMonth(json);
    return month ? timeOffQuestions(*Fields(json).day("day"), *month, drafter, Numbers(parameters))
                 : std::vector<LedgerQuery>{};
}

std::vector<Finding> CompTimeForm::check(const QJsonObject &json, const FormContext &context) const
{
    return checkTimeOff(json, context, Numbers(context.parameters));
}

std::vector<Posting> CompTimeForm::postings(const QJsonObject &json, StaffId drafter,
                                            const Parameters &parameters) const
{
    const auto request = TimeOffRequest::read(json);
    return request ? timeOffPostings(*request, drafter, Numbers(parameters)) : std::vector<Posting>{};
}

std::vector<Insight> CompTimeForm::insights(const QJsonObject &json, const FormContext &context) const
{
    const auto request = TimeOffRequest::read(json);
    if (!request)
        return {};
    const Numbers numbers(context.parameters);
    const EarnedMonth stock = earnedMonth(request->month, context, numbers);
    Insight left;
    left.text = fill({u"%1分の代休時間は、この指定で残り %2になります"_s, u"Time off for %1: %2 left with this"_s},
                     {monthText(request->month), spanText(std::max<qint64>(0, stock.left() - request->minutes))});
    left.used = stock.taken;
    left.added = request->minutes;
    left.limit = stock.earned;
    left.limitText = fill({u"全部で %1"_s, u"All: %1"_s}, {spanText(stock.earned)});
    left.remarkable = request->minutes > stock.left();
    left.tone = Finding::Severity::Error;
    Insight until;
    until.text = fill({u"%1までに取らなければ、手当で支給されます"_s, u"What is not taken by %1 is paid"_s},
                      {dayText(compensationWindow(request->month, numberOn(numbers)).last)});
    return {left, until};
}

} // namespace kessai
