// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leaveform.h"

#include "forms/leave/leavecheck.h"
#include "forms/leave/leaveentitlement.h"
#include "forms/leave/leaveevidence.h"
#include "forms/leave/leavestanding.h"
#include "forms/leave/leavetext.h"
#include "forms/leave/specialcheck.h"
#include "forms/support/evidence.h"
#include "forms/support/fields.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

Insight plainInsight(Bilingual text)
{
    Insight insight;
    insight.text = std::move(text);
    insight.remarkable = true;
    return insight;
}

/// Evidence that is wanted and not there, for whoever decides.
std::optional<Insight> evidenceInsight(const LeaveSpan &span, bool later, const FormContext &context,
                                       const Numbers &numbers)
{
    const auto evidence = evidenceNeeded(span, context, numbers);
    if (!evidence)
        return std::nullopt;
    const Bilingual pattern = later
        ? Bilingual{u"証明書類（%1）は後日提出です（%2まで）"_s, u"The evidence (%1) is to follow by %2"_s}
        : Bilingual{u"証明書類（%1）が添付されていません"_s, u"The evidence (%1) is not attached"_s};
    return plainInsight(fill(pattern, {evidence->paper, dayText(evidenceDueBy(span.from, numberOn(numbers)))}));
}

/// How long a 忌引 may be for the relation, which only those read who decide.
std::optional<Insight> relationInsight(const LeaveSpan &span, const Fields &fields, const Numbers &numbers)
{
    const auto days = bereavementDays(fields, span.from, numbers);
    if (!days || !span.special || span.special->code != kBereavement)
        return std::nullopt;
    Insight insight;
    insight.text = fill({u"この続柄の忌引は連続する%1（%2まで）です"_s, u"For this relation %1 in a row (until %2)"_s},
                        {dayCount(*days), dayText(span.from.addDays(*days - 1))});
    return insight;
}

/// 年次有給休暇 is requested, everything else is applied for; the name alone stands in the title.
QString kindName(const QString &kind)
{
    static const QHash<QString, QString> names{{u"sick"_s, u"病気休暇"_s},    {u"special"_s, u"特別休暇"_s},
                                               {u"care"_s, u"介護休暇"_s},    {u"care_time"_s, u"介護時間"_s},
                                               {u"partial"_s, u"部分休業"_s}, {u"union"_s, u"組合休暇"_s}};
    return names.value(kind, u"年次有給休暇"_s);
}

} // namespace

QString LeaveForm::title(const QJsonObject &json, const Parameters &parameters) const
{
    const Numbers numbers(parameters);
    const Fields fields(json);
    const QString name = kindName(fields.code("kind"));
    QStringList parts;
    const SpecialLeave *special =
        fields.code("kind") == u"special"_s ? specialLeave(fields.code("special_kind")) : nullptr;
    if (special && !special->discreet)
        parts += special->name.ja;
    if (const auto span = LeaveSpan::read(json, numbers))
        parts += leaveWhen(*span, numbers);
    else if (const auto from = fields.day("from"))
        parts += dayText(*from).ja;
    return titled(name, parts);
}

QHash<QString, Bilingual> LeaveForm::computed(const QJsonObject &json, const FormContext &context) const
{
    const Fields fields(json);
    const Numbers numbers(context.parameters);
    QHash<QString, Bilingual> texts;
    if (Bilingual text = entitlementText(json, fields.day("from").value_or(context.today), numbers); !text.ja.isEmpty())
        texts.insert(u"entitlement"_s, std::move(text));
    if (const auto span = LeaveSpan::read(json, numbers))
        texts.insert(u"length"_s, leaveLength(*span, numbers));
    return texts;
}

QJsonObject LeaveForm::facts(const QJsonObject &json, const Parameters &parameters) const
{
    const Numbers numbers(parameters);
    const auto span = LeaveSpan::read(json, numbers);
    if (!span)
        return {};
    qint64 minutes = 0;
    for (const Posting &posting : leavePostings(*span, StaffId(0), numbers)) {
        if (posting.ledger == u"absence.minutes"_s)
            minutes += posting.amount;
    }
    return {{u"days"_s, static_cast<qint64>(span->countedDays(numbers).size())}, {u"minutes"_s, minutes}};
}

std::vector<LedgerQuery> LeaveForm::questions(const QJsonObject &json, StaffId drafter,
                                              const Parameters &parameters) const
{
    const Numbers numbers(parameters);
    const auto span = LeaveSpan::read(json, numbers);
    return span ? leaveQuestions(*span, drafter, numbers) : std::vector<LedgerQuery>{};
}

std::vector<Finding> LeaveForm::check(const QJsonObject &json, const FormContext &context) const
{
    return checkLeave(json, context, Numbers(context.parameters));
}

std::vector<Posting> LeaveForm::postings(const QJsonObject &json, StaffId drafter, const Parameters &parameters) const
{
    const Numbers numbers(parameters);
    const auto span = LeaveSpan::read(json, numbers);
    return span ? leavePostings(*span, drafter, numbers) : std::vector<Posting>{};
}

std::vector<Posting> LeaveForm::onDays(const QJsonObject &json, const DayRange &days,
                                       std::vector<Posting> postings) const
{
    const Fields fields(json);
    const auto from = fields.day("from");
    const auto until = fields.day("until");
    return from && until ? leavePostingsOn(days, {*from, *until}, std::move(postings)) : std::vector<Posting>{};
}

std::vector<Insight> LeaveForm::insights(const QJsonObject &json, const FormContext &context) const
{
    const Numbers numbers(context.parameters);
    const auto span = LeaveSpan::read(json, numbers);
    if (!span)
        return {};
    const Fields fields(json);
    std::vector<Insight> insights = leaveInsights(*span, context, numbers);
    if (auto relation = relationInsight(*span, fields, numbers))
        insights.push_back(*std::move(relation));
    if (auto evidence = evidenceInsight(*span, fields.flag("evidence_later"), context, numbers))
        insights.push_back(*std::move(evidence));
    if (fields.flag("after"))
        insights.push_back(plainInsight({u"事後の申請です"_s, u"Requested after the fact"_s}));
    return insights;
}

std::vector<Insight> LeaveForm::givenBack(const QJsonObject &json, const std::vector<Posting> &postings,
                                          const Parameters &parameters) const
{
    const Numbers numbers(parameters);
    const auto span = LeaveSpan::read(json, numbers);
    if (!span)
        return {};
    qint64 minutes = 0;
    qint64 halfDays = 0;
    qint64 absent = 0;
    for (const Posting &posting : postings) {
        minutes += posting.ledger == u"leave.annual.minutes"_s ? posting.amount : 0;
        halfDays += posting.ledger == u"leave.annual.half_days"_s ? posting.amount : 0;
        absent += posting.ledger == u"absence.minutes"_s ? posting.amount : 0;
    }
    const LeaveAmount annual =
        LeaveAmount::of(minutes, halfDays, leaveDayMinutes(span->ownMinutes, span->from, numbers));
    if (!annual.zero())
        return {givesBack(fill({u"年次有給休暇 %1"_s, u"%1 of annual leave"_s}, {annual.text()}))};
    if (absent == 0)
        return {};
    Insight insight;
    insight.text =
        fill({u"%1の休暇がなくなり、勤務に戻ります"_s, u"%1 of leave become duty again"_s}, {spanText(absent)});
    return {insight};
}

std::vector<LedgerQuery> LeaveForm::standingQuestions(StaffId who, const QDate &day, const Parameters &parameters) const
{
    return leaveStandingQuestions(who, day, Numbers(parameters));
}

std::vector<Insight> LeaveForm::standing(const FormContext &context) const
{
    return leaveStanding(context, Numbers(context.parameters));
}

} // namespace kessai
