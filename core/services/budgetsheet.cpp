// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/budgetsheet.h"

#include "core/services/desk.h"

#include <algorithm>

namespace kessai {

BudgetSheet makeBudgetSheet(FiscalYear year, const BudgetBook &book, const Office &office,
                            const std::vector<LineBalance> &balances, bool runningCounts)
{
    BudgetSheet sheet{.year = year, .years = book.years(), .rows = {}, .runningCounts = runningCounts};
    const FiscalYear current = FiscalYear::of(office.day());
    if (std::find(sheet.years.begin(), sheet.years.end(), current) == sheet.years.end())
        sheet.years.push_back(current);
    std::sort(sheet.years.begin(), sheet.years.end(), std::greater<>());
    QHash<QString, const BudgetBalance *> byCode;
    for (const LineBalance &one : balances)
        byCode.insert(one.code, &one.balance);
    for (const BudgetLine *line : book.of(year)) {
        const BudgetBalance *balance = byCode.value(line->code);
        if (!balance)
            continue; // in somebody else's charge
        const Section *section = office.section(line->section);
        sheet.rows.push_back({*line, section ? section->name : QString(), *balance});
    }
    return sheet;
}

Result<BudgetSheet> Desk::budget(std::optional<FiscalYear> year)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const auto office = today();
    const FiscalYear wanted = year.value_or(FiscalYear::of(office->day()));
    const auto balances = m_store->budget().balances(wanted);
    if (!balances)
        return balances.failure();
    const Parameters &parameters = m_configuration.parameters;
    return makeBudgetSheet(wanted, parameters.budget(), *office, *balances,
                           runningCounts(Numbers(parameters), office->day()));
}

Result<std::vector<BudgetCase>> Desk::budgetCases(const QString &account)
{
    if (const auto can = ready(); !can)
        return can.failure();
    return m_store->budget().casesOn(account);
}

Result<BudgetPreview> Desk::previewBudget(const QByteArray &file)
{
    if (const auto can = ready(); !can)
        return can.failure();
    BudgetFile read = readBudgetFile(file, *today());
    BudgetPreview preview{std::move(read.import), {}, std::move(read.problems)};
    std::vector<FiscalYear> years;
    for (const BudgetEntry &entry : preview.import.entries) {
        if (std::find(years.begin(), years.end(), entry.year) == years.end())
            years.push_back(entry.year);
    }
    std::vector<BudgetEntry> entered;
    for (const FiscalYear year : years) {
        const auto of = m_store->budget().entries(year);
        if (!of)
            return of.failure();
        entered.insert(entered.end(), of->begin(), of->end());
    }
    preview.diff = diffOf(preview.import, m_configuration.parameters.budget(), entered);
    preview.problems.insert(preview.problems.end(), preview.diff.problems.begin(), preview.diff.problems.end());
    return preview;
}

Result<> Desk::importBudget(const BudgetImport &import)
{
    if (const auto can = ready(); !can)
        return can;
    if (const auto imported = m_store->budget().importBudget(import); !imported)
        return imported;
    const auto news = pulse();
    return news ? Result<>() : news.failure();
}

} // namespace kessai
