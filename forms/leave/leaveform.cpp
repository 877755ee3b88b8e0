// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leaveform.h"

#include "forms/leave/leavecheck.h"
#include "forms/leave/leavetext.h"
#include "forms/support/fields.h"
#include "forms/support/shipped.h"
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
std::optional<Insight> evidenceInsight(const SpecialLeave &special, bool later, qint64 attachments)
{
    if (attachments > 0 || special.evidence == SpecialLeave::Evidence::None
        || special.evidence == SpecialLeave::Evidence::OnRequest)
        return std::nullopt;
    return plainInsight(
        later ? fill({u"証明書類（%1）は後日提出です"_s, u"The evidence (%1) is to follow"_s}, {special.evidenceText})
              : fill({u"証明書類（%1）が添付されていません"_s, u"The evidence (%1) is not attached"_s},
                     {special.evidenceText}));
}

} // namespace

const std::vector<FormDefinition> &LeaveForm::definitions() const
{
    static const std::vector<FormDefinition> definitions{shippedDefinition(u":/kessai/forms/leave/leave.json"_s, 1)};
    return definitions;
}

QJsonObject LeaveForm::defaultRule() const
{
    return shippedObject(u":/kessai/forms/leave/leave_rule.json"_s);
}

QString LeaveForm::title(const QJsonObject &json, const Parameters &parameters) const
{
    const Numbers numbers(parameters);
    const Fields fields(json);
    const bool isSpecial = fields.code("kind") == u"special"_s;
    const QString name = isSpecial ? u"特別休暇"_s : u"年次有給休暇"_s;
    QStringList parts;
    const SpecialLeave *special = isSpecial ? specialLeave(fields.code("special_kind")) : nullptr;
    if (special && !special->discreet)
        parts += special->name.ja;
    if (const auto span = LeaveSpan::read(json, numbers))
        parts += leaveWhen(*span, numbers);
    else if (const auto from = fields.day("from"))
        parts += dayText(*from).ja;
    return parts.isEmpty() ? name : QString(name + u"（"_s + parts.join(u' ') + u"）"_s);
}

QHash<QString, Bilingual> LeaveForm::computed(const QJsonObject &json, const FormContext &context) const
{
    const Fields fields(json);
    const Numbers numbers(context.parameters);
    QHash<QString, Bilingual> texts;
    if (fields.code("kind") == u"special"_s) {
        if (const SpecialLeave *special = specialLeave(fields.code("special_kind"))) {
            texts.insert(u"entitlement"_s,
                         entitlementText(*special, fields.day("from").value_or(context.today), numbers));
        }
    }
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

std::vector<Insight> LeaveForm::insights(const QJsonObject &json, const FormContext &context) const
{
    const Numbers numbers(context.parameters);
    const auto span = LeaveSpan::read(json, numbers);
    if (!span)
        return {};
    const Fields fields(json);
    std::vector<Insight> insights;
    const auto balances = annualBalances(*span, context, numbers);
    for (const AnnualBalance &balance : balances)
        insights.push_back(annualInsight(balance, balances.size() > 1));
    if (span->special) {
        const bool extended = fields.flag("extended") && !span->special->extended.ja.isEmpty();
        for (const SpecialUse &use : specialUses(*span, extended, context, numbers))
            insights.push_back(specialInsight(*span->special, use));
        if (auto evidence = evidenceInsight(*span->special, fields.flag("evidence_later"), context.attachmentCount))
            insights.push_back(*std::move(evidence));
    }
    if (fields.flag("after"))
        insights.push_back(plainInsight({u"事後の申請です"_s, u"Requested after the fact"_s}));
    return insights;
}

} // namespace kessai
