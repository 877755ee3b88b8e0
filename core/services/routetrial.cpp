// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/routetrial.h"

#include "core/cases/cancellation.h"
#include "core/cases/ruletext.h"
#include "core/services/officesnapshots.h"

#include <QJsonDocument>

#include <algorithm>

namespace kessai {

namespace {

constexpr QLatin1String kTrialAct("act");
constexpr QLatin1String kTrialItem("item");
constexpr QLatin1String kTrialAmount("amount");

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

TriedRoute routeBy(const RouteRule &rule, const Office &office, StaffId drafter, PostId post, const QJsonObject &facts,
                   const DecisionTable *table, std::optional<Route> &resolved)
{
    const auto route = resolveRoute(rule, office, drafter, post, facts, table);
    if (!route)
        return {{}, route.error()};
    resolved = *route;
    TriedRoute tried{makeRouteView(*route, rule, table, office, drafter), std::nullopt};
    tried.steps.front().assignments.front().mark = Mark::Waiting; // whoever tries it is not asked to file it
    return tried;
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
        add(known ? *known : derivedField(key, 0));
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
        for (const QString &key : comparedIn(line.when))
            addKnown(key);
        for (const Selector &who : line.who) {
            if (who.kind == Selector::Kind::Field)
                addKnown(who.code);
        }
    }
    return fields;
}

Result<TrialAnswer> RouteTrials::tryRoute(const RouteTrial &trial, const DraftedRules &drafted) const
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
    if (drafted.concern(*rule)) {
        const RouteRule &then = ruleBy(drafted, *rule);
        std::optional<Route> route;
        answer.drafted =
            routeBy(then, *office, trial.drafter, *post, trial.facts, tableBy(drafted, then, trial.day), route);
        answer.differs = !sameWay(now, route);
    }
    return answer;
}

OtherWays RouteTrials::otherWays(const std::vector<FiledCase> &filed, const DraftedRules &drafted) const
{
    const int known = m_configuration.office.revision;
    OtherWays ways;
    if (drafted.rule)
        ways.unseen = unseenBy(*drafted.rule);
    for (const FiledCase &one : filed) {
        const Form *form = m_catalog.find(one.form);
        const RouteRule *rule = m_configuration.ruleOn(one.form, drafted.from());
        if (!form || !rule || !drafted.concern(*rule))
            continue;
        ++ways.looked;
        const auto office = m_offices.at(one.basis.day, known);
        if (!office->holds(one.drafter, one.basis.drafterPost)) {
            ++ways.passed;
            continue;
        }
        const QJsonObject facts = ruleFacts(*form, one.fields, m_configuration.parameters);
        const RouteRule &later = ruleBy(drafted, *rule);
        std::optional<Route> now;
        std::optional<Route> then;
        TriedRoute inForce = routeBy(*rule, *office, one.drafter, one.basis.drafterPost, facts,
                                     m_configuration.tableFor(*rule, drafted.from(), known), now);
        TriedRoute changed = routeBy(later, *office, one.drafter, one.basis.drafterPost, facts,
                                     tableBy(drafted, later, drafted.from()), then);
        if (sameWay(now, then))
            continue;
        const Post *post = office->post(one.basis.drafterPost);
        ways.found.push_back({one.id, one.number, one.form, office->stampLabel(post->section), one.basis.day, one.state,
                              one.amount, std::move(inForce), std::move(changed)});
    }
    return ways;
}

const RouteRule &RouteTrials::ruleBy(const DraftedRules &drafted, const RouteRule &inForce)
{
    return drafted.rule && drafted.rule->form == inForce.form ? *drafted.rule : inForce;
}

const DecisionTable *RouteTrials::tableBy(const DraftedRules &drafted, const RouteRule &rule, const QDate &day) const
{
    if (drafted.table && rule.table && rule.table->table == drafted.table->code)
        return &*drafted.table;
    return m_configuration.tableFor(rule, day, m_configuration.office.revision);
}

/// As the store hands cases out (OfficeStore::filedCases): by the rule that came with the form.
std::vector<Bilingual> RouteTrials::unseenBy(const RouteRule &drafted) const
{
    const RouteRule *rule = m_configuration.rule(drafted.form, 1);
    const FormDefinition *definition = m_configuration.formOn(drafted.form, drafted.from.addDays(-1));
    const QByteArray said = rule ? QJsonDocument(rule->toJson()).toJson(QJsonDocument::Compact) : QByteArray();
    std::vector<Bilingual> unseen;
    for (const RuleLine &line : drafted.lines) {
        QStringList keys = comparedIn(line.when);
        for (const Selector &who : line.who) {
            if (who.kind == Selector::Kind::Field)
                keys.append(who.code);
        }
        for (const QString &key : keys) {
            const FieldDefinition *field = definition ? definition->field(key) : nullptr;
            const bool given = !field || field->kind == FieldKind::Yen || field->kind == FieldKind::BudgetLine
                || field->kind == FieldKind::CaseRef || key == kTrialAct || key == kTrialItem
                || said.contains(QByteArray('"' + key.toUtf8() + '"'));
            if (!given && std::find(unseen.begin(), unseen.end(), field->label) == unseen.end())
                unseen.push_back(field->label);
        }
    }
    return unseen;
}

QDate DraftedRules::from() const
{
    const QDate tableFrom = table ? table->from : QDate();
    return rule && (!tableFrom.isValid() || rule->from > tableFrom) ? rule->from : tableFrom;
}

bool DraftedRules::concern(const RouteRule &inForce) const
{
    if (rule && rule->form == inForce.form)
        return true;
    return table && inForce.table && inForce.table->table == table->code;
}

} // namespace kessai
