// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/ruleneeds.h"
#include "core/services/desk.h"
#include "core/services/dryrun.h"
#include "core/services/routetrial.h"
#include "core/services/ruleproblems.h"

#include <algorithm>

// What administrators do about the rules by which routes are found.

namespace kessai {

namespace {

constexpr int kLookedAtOnce = 200; ///< cases, between which somebody can think better of it
constexpr int kYearsLookedBack = 1;
constexpr qsizetype kUnitsNamed = 3;

/// What a broken way is, in the words of whoever wrote the rule.
Bilingual nobodyFrom(const DryRun::BrokenRoute &broken)
{
    const QString units = broken.units.mid(0, kUnitsNamed).join(QStringLiteral("、"));
    const qsizetype more = broken.units.size() - kUnitsNamed;
    const bool decider = broken.why == Refusal::NoDecider;
    return {(more > 0 ? QStringLiteral("%1ほか%2か所").arg(units).arg(more) : units)
                + (decider ? QStringLiteral("から出すと、決裁する人がいません。")
                           : QStringLiteral("から出すと、だれにも回らない段階があります。")),
            (decider ? QStringLiteral("Filed from %1%2, nobody decides.")
                     : QStringLiteral("Filed from %1%2, a step asks nobody."))
                .arg(units, more > 0 ? QStringLiteral(" and %1 more").arg(more) : QString())};
}

} // namespace

RuleBook ruleBookOf(const Configuration &configuration, const FormCatalog &catalog, const QDate &day,
                    std::shared_ptr<const Office> office)
{
    if (!office)
        office = configuration.office.at(day, configuration.office.revision);
    RuleBook book{configuration.tables, configuration.rules, {}, {}, {}, std::move(office)};
    for (const auto &form : catalog.all()) {
        const FormDefinition *definition = configuration.formOn(form->code(), day);
        if (!definition || !configuration.ruleOn(form->code(), day))
            continue;
        book.forms.push_back(*definition);
        std::copy_if(configuration.forms.begin(), configuration.forms.end(), std::back_inserter(book.formsToCome),
                     [&](const FormDefinition &one) { return one.code == definition->code && one.from > day; });
        book.facts.insert(definition->code, factsOf(*form, *definition, configuration.parameters));
    }
    return book;
}

Result<std::vector<RuleProblem>> ruleProblems(const Configuration &configuration, const FormCatalog &catalog,
                                              const RouteRule &rule, const QDate &today)
{
    const QDate day = std::max(rule.from, today);
    // Cases go by the forms and the office of then.
    const RuleBook book = ruleBookOf(configuration, catalog, day);
    const Form *form = catalog.find(rule.form);
    const RouteRule *before = configuration.ruleOn(rule.form, day);
    if (!form || !before || !book.form(rule.form))
        return fail(ErrorCode::NotFound, QStringLiteral("form ") + rule.form);
    const RuleWords words = book.words(rule);
    std::vector<RuleProblem> problems = problemsIn(rule, words, before);
    const std::vector<RuleProblem> later = lostLater(rule, configuration.rules, configuration.forms, day);
    problems.insert(problems.end(), later.begin(), later.end());
    if (std::any_of(problems.begin(), problems.end(), [](const auto &one) { return one.blocks; }))
        return problems;
    for (const DryRun::BrokenRoute &one :
         brokenRoutes(configuration, *form, rule, *before, *book.office, toldApartBy(rule, words))) {
        if (!one.brokenToday)
            problems.push_back({nobodyFrom(one), true, std::nullopt});
    }
    return problems;
}

Result<RuleBook> Desk::ruleBook()
{
    if (const auto can = ready(); !can)
        return can.failure();
    RuleBook book = ruleBookOf(m_configuration, m_catalog, now().day(), today());
    auto acts = settingActs();
    if (!acts)
        return acts.failure();
    book.acts = std::move(acts).value();
    return book;
}

Result<> Desk::adoptTable(const AdoptTable &adoption)
{
    if (const auto can = ready(); !can)
        return can;
    if (const auto problems = problemsIn(adoption.table, m_configuration, now().day()); !problems.empty())
        return fail(ErrorCode::Invalid, problems.front().en);
    const auto adopted = m_store->office().adoptTable(adoption);
    const auto news = pulse(); // what somebody else put in force meanwhile is known from now on, too
    return adopted && !news ? news.failure() : adopted;
}

Result<std::vector<Bilingual>> Desk::tableProblems(const DecisionTable &table)
{
    if (const auto can = ready(); !can)
        return can.failure();
    return problemsIn(table, m_configuration, now().day());
}

Result<> Desk::adoptRule(const AdoptRule &adoption)
{
    const auto problems = ruleProblems(adoption.rule);
    if (!problems)
        return problems.failure();
    for (const RuleProblem &problem : *problems) {
        if (problem.blocks)
            return fail(ErrorCode::Invalid, problem.text.en);
    }
    const auto adopted = m_store->office().adoptRule(adoption);
    const auto news = pulse(); // what somebody else put in force meanwhile is known from now on, too
    return adopted && !news ? news.failure() : adopted;
}

Result<std::vector<RuleProblem>> Desk::ruleProblems(const RouteRule &rule)
{
    if (const auto can = ready(); !can)
        return can.failure();
    return kessai::ruleProblems(m_configuration, m_catalog, rule, now().day());
}

Result<std::vector<FieldDefinition>> Desk::trialFields(const QString &code, const QDate &day,
                                                       const std::optional<RouteRule> &drafted)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const Form *form = m_catalog.find(code);
    const FormDefinition *definition = m_configuration.formOn(code, day);
    const RouteRule *rule = m_configuration.ruleOn(code, day);
    if (!form || !definition || !rule)
        return fail(ErrorCode::NotFound, QStringLiteral("form ") + code);
    const auto fieldsOf = [&](const RouteRule &one) {
        return kessai::trialFields(one, m_configuration.tableFor(one, day, m_configuration.office.revision), *form,
                                   *definition, m_configuration.parameters);
    };
    std::vector<FieldDefinition> fields = fieldsOf(*rule);
    if (!drafted || drafted->form != code)
        return fields;
    for (const FieldDefinition &more : fieldsOf(*drafted)) {
        if (std::none_of(fields.begin(), fields.end(), [&](const auto &one) { return one.key == more.key; }))
            fields.push_back(more);
    }
    return fields;
}

Result<TrialAnswer> Desk::tryRoute(const RouteTrial &trial, const DraftedRules &drafted)
{
    if (const auto can = ready(); !can)
        return can.failure();
    return RouteTrials(m_configuration, m_catalog, m_offices).tryRoute(trial, drafted);
}

Result<OtherWays> Desk::otherWays(const DraftedRules &drafted, std::optional<CaseId> after)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const QDate since = now().day().addYears(-kYearsLookedBack);
    const auto filed = m_store->office().filedCases(Instant::fromTokyo(since, QTime(0, 0)), after, kLookedAtOnce);
    if (!filed)
        return filed.failure();
    OtherWays ways = RouteTrials(m_configuration, m_catalog, m_offices).otherWays(*filed, drafted);
    if (filed->size() == size_t(kLookedAtOnce))
        ways.next = filed->back().id;
    return ways;
}

} // namespace kessai
