// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/routetrial.h"

#include "core/cases/cancellation.h"
#include "core/services/officesnapshots.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr QLatin1String kTrialAct("act");
constexpr QLatin1String kTrialItem("item");
constexpr QLatin1String kTrialAmount("amount");

/// The fields a condition compares, each once.
void comparedIn(const QJsonValue &condition, QStringList &keys)
{
    if (condition.isArray()) {
        for (const QJsonValue part : condition.toArray())
            comparedIn(part, keys);
        return;
    }
    const QJsonObject object = condition.toObject();
    if (object.isEmpty())
        return;
    const QString field = object.value(QLatin1String("field")).toString();
    if (!field.isEmpty() && !keys.contains(field))
        keys.append(field);
    for (const QLatin1String key : {QLatin1String("all"), QLatin1String("any"), QLatin1String("not")})
        comparedIn(object.value(key), keys);
}

FieldDefinition fieldNamed(const QString &key, FieldKind kind, const Bilingual &label)
{
    FieldDefinition field;
    field.key = key;
    field.kind = kind;
    field.label = label;
    return field;
}

/// A field to choose one of a table's terms in.
FieldDefinition termField(const QString &key, const Bilingual &label, const std::vector<DecisionTerm> &terms)
{
    FieldDefinition field = fieldNamed(key, FieldKind::Choice, label);
    for (const DecisionTerm &term : terms)
        field.choices.push_back({term.code, term.name});
    return field;
}

/// What a form derives and rules compare: words for what no field of the form says.
FieldDefinition derivedField(const QString &key)
{
    if (key == QLatin1String("minutes"))
        return fieldNamed(key, FieldKind::Number, {QStringLiteral("時間（分）"), QStringLiteral("Minutes")});
    if (key == QLatin1String("cost"))
        return fieldNamed(key, FieldKind::Yen, {QStringLiteral("経費の見込額"), QStringLiteral("Expected cost")});
    return fieldNamed(key, FieldKind::Number, {key, key});
}

TriedRoute routeBy(const RouteRule &rule, const Office &office, StaffId drafter, PostId post, const QJsonObject &facts,
                   const DecisionTable *table, std::optional<Route> &resolved)
{
    const auto route = resolveRoute(rule, office, drafter, post, facts, table);
    if (!route)
        return {{}, route.error()};
    resolved = *route;
    return {makeRouteView(*route, rule, table, office, drafter), std::nullopt};
}

/// Whether two routes ask the same people in the same manner, whatever row says so.
bool sameWay(const std::optional<Route> &a, const std::optional<Route> &b)
{
    if (!a || !b)
        return a.has_value() == b.has_value();
    return std::equal(a->steps.begin(), a->steps.end(), b->steps.begin(), b->steps.end(), sameStep);
}

} // namespace

QJsonObject ruleFacts(const Form &form, const QJsonObject &fields, const Parameters &parameters)
{
    QJsonObject all = withoutCancellation(fields);
    const QJsonObject derived = form.facts(all, parameters);
    for (auto it = derived.begin(); it != derived.end(); ++it)
        all.insert(it.key(), it.value());
    return all;
}

std::vector<FieldDefinition> trialFields(const RouteRule &rule, const DecisionTable *table, const Form &form,
                                         const FormDefinition &definition, const Parameters &parameters)
{
    std::vector<FieldDefinition> fields;
    QStringList there{QStringLiteral("authority"), QStringLiteral("top")}; // the rule's own
    const auto add = [&](FieldDefinition field) {
        if (there.contains(field.key))
            return;
        there.append(field.key);
        fields.push_back(std::move(field));
    };
    const auto addKnown = [&](const QString &key) {
        const FieldDefinition *known = definition.field(key);
        add(known ? *known : derivedField(key));
    };
    if (table) {
        FieldDefinition act =
            termField(kTrialAct, {QStringLiteral("案件の種類"), QStringLiteral("Kind of case")}, table->acts);
        act.initial = form.facts({}, parameters).value(kTrialAct).toString();
        add(std::move(act));
        add(termField(kTrialItem, {QStringLiteral("節"), QStringLiteral("Budget item")}, table->items));
        add(fieldNamed(kTrialAmount, FieldKind::Yen,
                       {QStringLiteral("金額（税込）"), QStringLiteral("Amount with tax")}));
        if (!rule.table->least.isEmpty())
            addKnown(rule.table->least);
    }
    for (const RuleLine &line : rule.lines) {
        QStringList compared;
        comparedIn(line.when.toJson(), compared);
        for (const QString &key : compared)
            addKnown(key);
        for (const Selector &who : line.who) {
            if (who.kind == Selector::Kind::Field)
                addKnown(who.code);
        }
    }
    return fields;
}

Result<TrialAnswer> RouteTrials::tryRoute(const RouteTrial &trial, const DecisionTable *drafted) const
{
    const int known = m_configuration.office.revision;
    const RouteRule *rule = m_configuration.ruleOn(trial.form, trial.day);
    if (!rule)
        return fail(ErrorCode::NotFound, QStringLiteral("no rule for ") + trial.form);
    const auto office = m_offices.at(trial.day, known);
    const auto post = office->primaryPost(trial.drafter);
    TrialAnswer answer;
    if (!post) {
        answer.inForce.refusal = Refusal::UnknownStaff;
        return answer;
    }
    std::optional<Route> now;
    answer.inForce = routeBy(*rule, *office, trial.drafter, *post, trial.facts,
                             m_configuration.tableFor(*rule, trial.day, known), now);
    if (drafted && rule->table && rule->table->table == drafted->code) {
        std::optional<Route> then;
        answer.drafted = routeBy(*rule, *office, trial.drafter, *post, trial.facts, drafted, then);
        answer.differs = !sameWay(now, then);
    }
    return answer;
}

OtherWays RouteTrials::otherWays(const std::vector<FiledCase> &filed, const DecisionTable &drafted) const
{
    const int known = m_configuration.office.revision;
    OtherWays ways;
    for (const FiledCase &one : filed) {
        ++ways.looked;
        const Form *form = m_catalog.find(one.form);
        const RouteRule *rule = m_configuration.ruleOn(one.form, drafted.from);
        const auto office = m_offices.at(one.basis.day, known);
        if (!form || !rule || !rule->table || rule->table->table != drafted.code
            || !office->holds(one.drafter, one.basis.drafterPost)) {
            ++ways.passed;
            continue;
        }
        const QJsonObject facts = ruleFacts(*form, one.fields, m_configuration.parameters);
        std::optional<Route> now;
        std::optional<Route> then;
        TriedRoute inForce = routeBy(*rule, *office, one.drafter, one.basis.drafterPost, facts,
                                     m_configuration.tableFor(*rule, drafted.from, known), now);
        TriedRoute changed = routeBy(*rule, *office, one.drafter, one.basis.drafterPost, facts, &drafted, then);
        if (sameWay(now, then))
            continue;
        const Post *post = office->post(one.basis.drafterPost);
        ways.found.push_back({one.id, one.number, one.form, office->stampLabel(post->section), one.basis.day, one.state,
                              one.amount, std::move(inForce), std::move(changed)});
    }
    return ways;
}

} // namespace kessai
