// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searchindex.h"

#include "core/base/textfold.h"
#include "core/store/query.h"
#include "core/store/searchtext.h"

#include <QJsonDocument>

#include <vector>

namespace kessai {

namespace {

constexpr int kPage = 500;

/// A revision of a case, and what it is to be found by.
struct Stale final {
    CaseId id;
    int revision;
    QString number;
    QString folded;
};

Result<std::vector<Stale>> staleAfter(Database &database, CaseId id, int revision)
{
    Query rows(database, QLatin1String("searchStale"));
    rows.bind(QLatin1String("fold"), kTextFoldVersion)
        .bind(QLatin1String("case_id"), id)
        .bind(QLatin1String("revision"), revision)
        .bind(QLatin1String("limit"), kPage);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    std::vector<Stale> page;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return page;
        const QJsonObject fields = QJsonDocument::fromJson(rows.ascii(5)).object();
        page.push_back(
            {rows.id<CaseId>(0), rows.number(1), rows.text(2), searchableText(rows.text(3), rows.text(4), fields)});
    }
}

} // namespace

Result<> putSearchText(Database &database, CaseId id, int revision, const QString &number, const QString &folded)
{
    const QString text = foldText(number) + QLatin1Char('\n') + folded;
    qint64 textId = 0;
    {
        Query put(database, QLatin1String("searchPutText"));
        put.bind(QLatin1String("case_id"), id)
            .bind(QLatin1String("revision"), revision)
            .bind(QLatin1String("fold"), kTextFoldVersion)
            .bind(QLatin1String("text"), text);
        if (const Result<> done = put.execOne(); !done)
            return done;
        textId = put.integer(0);
    }
    if (database.dialect() != Dialect::Sqlite)
        return {}; // PostgreSQL keeps its index by itself
    Query grams(database, QLatin1String("searchPutGrams"));
    return grams.bind(QLatin1String("text_id"), textId).bind(QLatin1String("grams"), gramsOf(text)).exec();
}

Result<> dropSearchText(Database &database, CaseId id, int revision)
{
    if (database.dialect() != Dialect::Sqlite)
        return {};
    Query grams(database, QLatin1String("searchDropGrams"));
    return grams.bind(QLatin1String("case_id"), id).bind(QLatin1String("revision"), revision).exec();
}

Result<> refoldTexts(Database &database)
{
    CaseId id(0);
    int revision = 0;
    while (true) {
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return transaction.failure();
        const auto page = staleAfter(database, id, revision);
        if (!page)
            return page.failure();
        for (const Stale &stale : *page) {
            if (const auto put = putSearchText(database, stale.id, stale.revision, stale.number, stale.folded); !put)
                return put;
            id = stale.id;
            revision = stale.revision;
        }
        if (const Result<> committed = transaction->commit(); !committed)
            return committed;
        if (page->size() < kPage)
            return {};
    }
}

} // namespace kessai
