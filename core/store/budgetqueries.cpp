// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/budgetqueries.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QStringList>

#include <map>

namespace kessai {

namespace {

constexpr QLatin1Char kBetweenNames('\n');

/// One copy of each text: most lines share the names of their upper levels.
class Texts final {
public:
    const QString &keep(const QString &text) { return *m_texts.insert(text); }

private:
    QSet<QString> m_texts;
};

Result<BudgetBook> readLines(Database &database)
{
    Query rows(database, QLatin1String("budgetLines"));
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    Texts texts;
    std::vector<BudgetLine> lines;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return BudgetBook(std::move(lines));
        const QStringList names = rows.text(2).split(kBetweenNames);
        if (size_t(names.size()) != kBudgetLevels)
            return fail(ErrorCode::Damaged, QStringLiteral("the budget line %1 lacks names").arg(rows.text(1)));
        BudgetLine line{.year = FiscalYear(rows.number(0)),
                        .code = rows.text(1),
                        .names = {},
                        .section = rows.id<SectionId>(3),
                        .item = texts.keep(rows.text(4)),
                        .addedIn = rows.number(5),
                        .removedIn = rows.number(6)};
        for (size_t level = 0; level < kBudgetLevels; ++level)
            line.names[level] = texts.keep(names[qsizetype(level)]);
        lines.push_back(std::move(line));
    }
}

} // namespace

Result<> BudgetShelf::refresh(Database &database, const Mark &now)
{
    if (mark == now)
        return {};
    auto read = readLines(database);
    if (!read)
        return read.failure();
    book = std::move(read).value();
    mark = now;
    return {};
}

namespace {

constexpr QLatin1String kBudgetYear("fiscal_year");

/// What a query of this file is called where staff ask a server.
QLatin1String asked(const Reader &reader, const char *remote, const char *local)
{
    const bool door = reader.database.dialect() == Dialect::PostgreSql && reader.me;
    return QLatin1String(door ? remote : local);
}

/// A file has no doors: what they refuse is refused here.
Result<> guardEntries(const Reader &reader)
{
    if (reader.sight != Sight::Own || reader.database.dialect() == Dialect::PostgreSql)
        return {};
    Query keeps(reader.database, QLatin1String("budgetKeeper"));
    reader.bindTo(keeps);
    if (const Result<> run = keeps.exec(); !run)
        return run;
    const Result<bool> found = keeps.next();
    if (!found)
        return found.failure();
    return *found
        ? Result<>()
        : Result<>(fail(ErrorCode::AccessDenied, QStringLiteral("this is for those who look after the budget")));
}

} // namespace

Result<std::vector<LineBalance>> readBalances(const Reader &reader, FiscalYear year)
{
    Query rows(reader.database, asked(reader, "remoteBudgetBalances", "budgetBalances"));
    reader.bindTo(rows);
    rows.bind(kBudgetYear, year.startYear());
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    std::map<QString, BudgetBalance> byCode;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            break;
        BudgetBalance &balance = byCode[rows.text(0)];
        const QString ledger = rows.text(2);
        if (ledger.isEmpty())
            balance.enter(BudgetEntryKind(rows.number(1)), rows.integer(4));
        else if (ledger == QLatin1String("commitment.paid"))
            balance.paid += rows.integer(4);
        else
            balance.post(ledger, rows.integer(4), rows.number(3) != 0);
    }
    std::vector<LineBalance> balances;
    balances.reserve(byCode.size());
    for (auto &[code, balance] : byCode)
        balances.push_back({code, balance});
    return balances;
}

Result<std::vector<BudgetCase>> readBudgetCases(const Reader &reader, const QString &account)
{
    Query rows(reader.database, asked(reader, "remoteBudgetCases", "budgetCases"));
    reader.bindTo(rows);
    rows.bind(QLatin1String("account"), account);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    std::vector<BudgetCase> cases;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return cases;
        cases.push_back({.id = rows.id<CaseId>(0),
                         .number = rows.text(1),
                         .form = rows.text(2),
                         .title = rows.text(3),
                         .drafter = rows.text(4),
                         .state = CaseState(rows.number(5)),
                         .ledger = rows.text(6),
                         .amount = rows.integer(7),
                         .used = rows.flag(8),
                         .day = rows.day(9),
                         .readable = rows.flag(10),
                         .ordered = rows.flag(11)});
    }
}

Result<std::vector<BudgetOrder>> readBudgetOrders(const Reader &reader, const QStringList &accounts, const QDate &from,
                                                  const QDate &until)
{
    Query rows(reader.database, QLatin1String("budgetOrders"));
    reader.bindTo(rows);
    rows.bind(QLatin1String("accounts"),
              QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(accounts)).toJson(QJsonDocument::Compact)))
        .bind(QLatin1String("since"), from)
        .bind(QLatin1String("upto"), until);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    std::vector<BudgetOrder> orders;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return orders;
        const QJsonObject fields = QJsonDocument::fromJson(rows.text(4).toUtf8()).object();
        orders.push_back({.id = rows.id<CaseId>(0),
                          .number = rows.text(1),
                          .day = rows.day(2),
                          .amount = rows.integer(3),
                          .payee = fields.value(QLatin1String("payee")).toObject()});
    }
}

Result<std::vector<ChargedCommitment>> readCommitmentsInCharge(const Reader &reader)
{
    if (!reader.me)
        return std::vector<ChargedCommitment>(); // the owner of a database is in charge of nothing
    Query rows(reader.database, asked(reader, "remoteCommitmentsInCharge", "commitmentsInCharge"));
    reader.bindTo(rows);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    std::vector<ChargedCommitment> commitments;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return commitments;
        commitments.push_back(
            {{rows.id<CaseId>(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(7)},
             rows.text(6)});
    }
}

Result<std::vector<BudgetEntry>> readBudgetEntries(const Reader &reader, FiscalYear year)
{
    if (const Result<> may = guardEntries(reader); !may)
        return may.failure();
    Query rows(reader.database, asked(reader, "remoteBudgetEntries", "budgetEntries"));
    rows.bind(kBudgetYear, year.startYear());
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    std::vector<BudgetEntry> entries;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return entries;
        entries.push_back({.year = year,
                           .code = rows.text(0),
                           .kind = BudgetEntryKind(rows.number(1)),
                           .amount = rows.integer(3),
                           .day = rows.day(4),
                           .document = rows.text(2),
                           .revision = rows.number(5)});
    }
}

void bindBudgetLine(Query &insert, const BudgetLine &line)
{
    const QStringList names(line.names.begin(), line.names.end());
    insert.bind(QLatin1String("fiscal_year"), line.year.startYear())
        .bind(QLatin1String("code"), line.code)
        .bind(QLatin1String("names"), names.join(kBetweenNames))
        .bind(QLatin1String("section_id"), line.section)
        .bind(QLatin1String("item"), line.item)
        .bind(QLatin1String("added_in"), line.addedIn)
        .bind(QLatin1String("removed_in"), line.removedIn > 0 ? std::optional(line.removedIn) : std::nullopt);
}

void bindBudgetEntry(Query &insert, const BudgetEntry &entry)
{
    insert.bind(QLatin1String("fiscal_year"), entry.year.startYear())
        .bind(QLatin1String("code"), entry.code)
        .bind(QLatin1String("kind"), int(entry.kind))
        .bind(QLatin1String("document"), entry.document)
        .bind(QLatin1String("amount"), entry.amount)
        .bind(QLatin1String("day"), entry.day)
        .bind(QLatin1String("revision"), entry.revision);
}

} // namespace kessai
