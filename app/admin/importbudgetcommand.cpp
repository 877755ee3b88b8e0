// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/calendar/fiscalyear.h"
#include "core/store/budgetimport.h"
#include "core/store/budgetqueries.h"
#include "core/store/migrator.h"
#include "core/store/officequeries.h"

#include <set>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBudgetBytes = 32 * 1024 * 1024;

class ImportBudgetText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::ImportBudgetText)

public:
    static QString description()
    {
        return tr(
            "Takes lines of the budget and what they get (initial, supplementary, carried over, from the reserve, "
            "transferred, "
            "allotted) from a CSV file in UTF-8 or CP932; docs/budget.md has the layout. What is there already is not "
            "entered twice. A file with a wrong row is refused whole.");
    }
    static QString file() { return tr("The budget."); }
    static QString preview() { return tr("Shows what would change, and changes nothing."); }
    static QString row(int row, const QString &text) { return row > 0 ? tr("Row %1: %2").arg(row).arg(text) : text; }
    static QString refused(const QString &path) { return tr("%1 was not imported.").arg(path); }
    static QString lines(qsizetype lines) { return tr("New: %n line(s).", nullptr, int(lines)); }
    static QString changed(qsizetype lines) { return tr("Changed: %n line(s).", nullptr, int(lines)); }
    static QString entries(qsizetype entries) { return tr("Entered: %n amount(s).", nullptr, int(entries)); }
    static QString same(int entries) { return tr("There already: %n amount(s).", nullptr, entries); }
    static QString imported(const QString &database) { return tr("The budget of %1 is up to date.").arg(database); }
    static QString nothing(const QString &database)
    {
        return tr("All of it is in %1 already; nothing was changed.").arg(database);
    }
    static QString previewed() { return tr("Nothing was changed."); }
};

struct BudgetOutcome {
    std::vector<BudgetProblem> problems;
    BudgetDiff diff;
    bool written = false;
};

/// What is entered of the years of an import.
Result<std::vector<BudgetEntry>> entriesOf(const Reader &owner, const BudgetImport &import)
{
    std::set<FiscalYear> years;
    for (const BudgetEntry &entry : import.entries)
        years.insert(entry.year);
    std::vector<BudgetEntry> entered;
    for (const FiscalYear year : years) {
        auto of = readBudgetEntries(owner, year);
        if (!of)
            return of;
        entered.insert(entered.end(), of->begin(), of->end());
    }
    return entered;
}

Result<BudgetOutcome> importBudget(const DatabaseUrl &url, const QByteArray &bytes, bool preview, const Clock &clock)
{
    auto database = Database::open(url);
    if (!database)
        return database.failure();
    if (const Result<> usable = Migrator(**database).usable(); !usable)
        return usable.failure();
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return transaction.failure();
    const Reader owner{**database, clock, std::nullopt, Sight::All};
    const auto configuration = readConfiguration(owner);
    if (!configuration)
        return configuration.failure();
    const auto office = configuration->office.at(clock.now().day(), configuration->office.revision);
    BudgetFile file = readBudgetFile(bytes, *office);
    BudgetOutcome outcome{std::move(file.problems), {}};
    if (!outcome.problems.empty())
        return outcome;
    const auto entered = entriesOf(owner, file.import);
    if (!entered)
        return entered.failure();
    outcome.diff = diffOf(file.import, configuration->parameters.budget(), *entered);
    outcome.problems = outcome.diff.problems;
    if (preview || !outcome.problems.empty() || outcome.diff.empty())
        return outcome;
    const auto written = writeBudget(owner, *configuration, file.import, u"kessai-admin"_s);
    if (!written)
        return written.failure();
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.failure();
    outcome.written = true;
    return outcome;
}

} // namespace

Exit runImportBudget(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"import-budget"_s, ImportBudgetText::description());
    arguments.addFile(ImportBudgetText::file());
    arguments.add({u"preview"_s, ImportBudgetText::preview()});
    if (const auto over = arguments.read(given))
        return *over;
    const auto bytes = arguments.fileBytes(kMostBudgetBytes);
    if (!bytes)
        return bytes.error();
    const bool preview = arguments.has(u"preview"_s);
    const auto outcome =
        arguments.withPassword([&](const DatabaseUrl &url) { return importBudget(url, *bytes, preview, clock); });
    if (!outcome)
        return arguments.failed(outcome.error());
    if (!outcome->problems.empty()) {
        for (const BudgetProblem &problem : outcome->problems)
            console.complain(ImportBudgetText::row(problem.row, problem.text.text(readsEnglish())));
        return arguments.unusable(ImportBudgetText::refused(arguments.file()), {ErrorCode::Invalid, {}, {}});
    }
    const BudgetDiff &diff = outcome->diff;
    const QString where = arguments.database().display();
    if (arguments.json()) {
        console.sayJson({{u"database"_s, where},
                         {u"newLines"_s, qint64(diff.lines.size())},
                         {u"changedLines"_s, qint64(diff.changed.size())},
                         {u"entries"_s, qint64(diff.entries.size())},
                         {u"same"_s, diff.same},
                         {u"written"_s, outcome->written}});
        return Exit::Fine;
    }
    if (diff.empty()) {
        console.say(ImportBudgetText::nothing(where));
        return Exit::Fine;
    }
    console.say(ImportBudgetText::lines(qsizetype(diff.lines.size())));
    if (!diff.changed.empty())
        console.say(ImportBudgetText::changed(qsizetype(diff.changed.size())));
    console.say(ImportBudgetText::entries(qsizetype(diff.entries.size())));
    if (diff.same > 0)
        console.say(ImportBudgetText::same(diff.same));
    console.say(outcome->written ? ImportBudgetText::imported(where) : ImportBudgetText::previewed());
    return Exit::Fine;
}

} // namespace kessai
