// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/samplebudget.h"

#include "core/base/shippedfile.h"

namespace kessai {

using namespace Qt::StringLiterals;

BudgetImport makeSampleBudget(const Office &office, FiscalYear year)
{
    BudgetFile file = readBudgetFile(shippedFile(u":/kessai/sample/budget.csv"_s), office);
    for (const BudgetProblem &problem : file.problems)
        qFatal("sample budget, row %d: %s", problem.row, qPrintable(problem.text.en));
    for (BudgetLine &line : file.import.lines)
        line.year = year;
    for (BudgetEntry &entry : file.import.entries) {
        entry.day = entry.day.addYears(year.startYear() - entry.year.startYear());
        entry.year = year;
    }
    return std::move(file.import);
}

} // namespace kessai
