// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/desk.h"
#include "core/services/routetrial.h"

// What administrators do about the rules by which routes are found.

namespace kessai {

namespace {

constexpr int kLookedAtOnce = 200; ///< cases, between which somebody can think better of it
constexpr int kYearsLookedBack = 1;

} // namespace

Result<RuleBook> Desk::ruleBook()
{
    if (const auto can = ready(); !can)
        return can.failure();
    RuleBook book{m_configuration.tables, {}, today()};
    for (const FormDefinition &form : formsOn(book.office->day())) {
        if (m_configuration.ruleOn(form.code, book.office->day()))
            book.forms.push_back(form);
    }
    return book;
}

Result<> Desk::adoptTable(const AdoptTable &adoption)
{
    if (const auto can = ready(); !can)
        return can;
    if (const auto problems = problemsIn(adoption.table, m_configuration, now().day()); !problems.empty())
        return fail(ErrorCode::Invalid, problems.front().en);
    if (const auto adopted = m_store->office().adoptTable(adoption); !adopted)
        return adopted;
    const auto news = pulse();
    return news ? Result<>() : news.failure();
}

Result<std::vector<Bilingual>> Desk::tableProblems(const DecisionTable &table)
{
    if (const auto can = ready(); !can)
        return can.failure();
    return problemsIn(table, m_configuration, now().day());
}

Result<std::vector<FieldDefinition>> Desk::trialFields(const QString &code, const QDate &day)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const Form *form = m_catalog.find(code);
    const FormDefinition *definition = m_configuration.formOn(code, day);
    const RouteRule *rule = m_configuration.ruleOn(code, day);
    if (!form || !definition || !rule)
        return fail(ErrorCode::NotFound, QStringLiteral("form ") + code);
    return kessai::trialFields(*rule, m_configuration.tableFor(*rule, day, m_configuration.office.revision), *form,
                               *definition, m_configuration.parameters);
}

Result<TrialAnswer> Desk::tryRoute(const RouteTrial &trial, const std::optional<DecisionTable> &drafted)
{
    if (const auto can = ready(); !can)
        return can.failure();
    return RouteTrials(m_configuration, m_catalog, m_offices).tryRoute(trial, drafted ? &*drafted : nullptr);
}

Result<OtherWays> Desk::otherWays(const DecisionTable &drafted, std::optional<CaseId> after)
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
