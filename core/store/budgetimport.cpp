// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/budgetimport.h"

#include "core/store/accountrules.h"
#include "core/store/budgetqueries.h"
#include "core/store/officeadditions.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace kessai {

namespace {

constexpr qsizetype kMostBudgetName = 100;       // characters
constexpr qint64 kMostEntered = 999'999'999'999; // yen
constexpr size_t kMostBudgetRows = 50'000;

bool isOneLine(const QString &text, qsizetype least)
{
    return text.size() >= least && text.size() <= kMostBudgetName
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isSound(const BudgetLine &line, const Office &office)
{
    static const QRegularExpression item(QStringLiteral("\\A[0-9A-Za-z_-]{1,40}\\z"));
    return isBudgetKey(line.key()) && office.section(line.section) && item.match(line.item).hasMatch()
        && std::all_of(line.names.begin(), line.names.end(), [](const QString &name) { return isOneLine(name, 0); });
}

bool isSound(const BudgetEntry &entry)
{
    return entry.day.isValid() && isOneLine(entry.document, 1) && qAbs(entry.amount) <= kMostEntered
        && (entry.kind != BudgetEntryKind::Initial || entry.amount >= 0);
}

QString keyOf(const BudgetEntry &entry)
{
    return BudgetLine{.year = entry.year, .code = entry.code}.key();
}

Fail<Error> unsound(const char *why)
{
    return fail(ErrorCode::Invalid, QLatin1String(why));
}

/// Whether an import is one, held to what is there.
Result<BudgetDiff> checkImport(const BudgetImport &import, const BudgetBook &book, const Office &office,
                               const std::vector<BudgetEntry> &entered)
{
    if (import.lines.size() > kMostBudgetRows || import.entries.size() > kMostBudgetRows)
        return fail(Error::refused(Refusal::TooManyEntries));
    QSet<QString> keys;
    for (const BudgetLine &line : import.lines) {
        if (!isSound(line, office) || keys.contains(line.key()))
            return unsound("a line is not one");
        keys.insert(line.key());
    }
    for (const BudgetEntry &entry : import.entries) {
        if (!isSound(entry) || !(keys.contains(keyOf(entry)) || book.find(keyOf(entry))))
            return unsound("an entry is not one");
    }
    BudgetDiff diff = diffOf(import, book, entered);
    if (!diff.problems.empty())
        return fail(ErrorCode::Invalid, diff.problems.front().text.en);
    if (diff.empty())
        return fail(ErrorCode::AlreadyExists, QStringLiteral("all of it is there"));
    return diff;
}

Result<> writeImport(Database &database, const BudgetDiff &diff, int revision)
{
    Query end(database, QLatin1String("budgetEndLine"));
    Query add(database, QLatin1String("officeInsertBudgetLine"));
    Query enter(database, QLatin1String("officeInsertBudgetEntry"));
    std::vector<BudgetLine> lines = diff.lines;
    for (const BudgetDiff::Change &change : diff.changed) {
        end.bind(QLatin1String("revision"), revision)
            .bind(QLatin1String("fiscal_year"), change.before.year.startYear())
            .bind(QLatin1String("code"), change.before.code);
        if (const Result<> ended = end.exec(); !ended)
            return ended;
        lines.push_back(change.after);
    }
    for (BudgetLine &line : lines) {
        line.addedIn = revision;
        line.removedIn = 0;
        bindBudgetLine(add, line);
        if (const Result<> added = add.exec(); !added)
            return added;
    }
    for (BudgetEntry entry : diff.entries) {
        entry.revision = revision;
        bindBudgetEntry(enter, entry);
        if (const Result<> entered = enter.exec(); !entered)
            return entered;
    }
    return {};
}

/// In the order of the accounts: whoever takes from a line just now is waited for, and waits.
Result<> lockLines(Database &database, const BudgetImport &import)
{
    QSet<QString> keys;
    for (const BudgetLine &line : import.lines)
        keys.insert(line.key());
    for (const BudgetEntry &entry : import.entries)
        keys.insert(keyOf(entry));
    QStringList sorted(keys.begin(), keys.end());
    sorted.sort();
    Query lock(database, QLatin1String("budgetLockLine"));
    for (const QString &key : sorted) {
        lock.bind(QLatin1String("fiscal_year"), key.section(QLatin1Char(':'), 0, 0).toInt())
            .bind(QLatin1String("code"), key.section(QLatin1Char(':'), 1));
        if (const Result<> locked = lock.exec(); !locked)
            return locked;
    }
    return {};
}

Result<std::vector<BudgetEntry>> enteredBefore(const Reader &reader, const BudgetImport &import)
{
    QSet<int> years;
    for (const BudgetEntry &entry : import.entries)
        years.insert(entry.year.startYear());
    std::vector<BudgetEntry> entered;
    for (const int year : std::as_const(years)) {
        auto of = readBudgetEntries(reader, FiscalYear(year));
        if (!of)
            return of;
        entered.insert(entered.end(), of->begin(), of->end());
    }
    return entered;
}

} // namespace

Result<BudgetDiff> writeBudget(const Reader &owner, const Configuration &configuration, const BudgetImport &import,
                               const QString &madeBy)
{
    Database &database = owner.database;
    const auto office = configuration.office.at(owner.today(), configuration.office.revision);
    // First: what is checked below is as the one before left it.
    const auto revision =
        addRevision(database, configuration, madeBy, QStringLiteral("budget imported"), owner.clock.now());
    if (!revision)
        return revision.failure();
    if (const Result<> locked = lockLines(database, import); !locked)
        return locked.failure();
    const auto entered = enteredBefore(owner, import);
    if (!entered)
        return entered.failure();
    auto diff = checkImport(import, configuration.parameters.budget(), *office, *entered);
    if (!diff)
        return diff;
    if (const Result<> written = writeImport(database, *diff, *revision); !written)
        return written.failure();
    for (const BudgetEntry &entry : diff->entries) {
        const Result<> enough = checkLeftOver(database, kBudgetAccount + keyOf(entry), CaseId(0), owner.today());
        if (!enough)
            return enough.failure();
    }
    return diff;
}

} // namespace kessai
