// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/store/migrator.h"
#include "core/store/officeadditions.h"
#include "core/store/officequeries.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>
#include <utility>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostDecisionBytes = 4 * 1024 * 1024;

class ImportDecisionsText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::ImportDecisionsText)

public:
    static QString description()
    {
        return tr("Takes decision tables from a file: who decides what up to which amount, each from its day on. What "
                  "is wrong with them is listed, and then none is taken. Cases that were submitted before stay as they "
                  "were judged. The format is that of resources/parameters/decisions.json.");
    }
    static QString file() { return tr("The tables, as JSON."); }
    static QString preview() { return tr("Checks the tables and changes nothing."); }
    static QString refused(const QString &path) { return tr("%1 was not taken over; nothing was changed.").arg(path); }
    static QString noTables() { return tr("It is no list of decision tables."); }
    static QString noTable(int place, const QString &why) { return tr("Table %1: %2").arg(place).arg(why); }
    static QString problem(const DecisionTable &table, const QString &what)
    {
        return tr("%1 from %2: %3").arg(table.code, adminDay(table.from), what);
    }
    static QString twice() { return tr("The file has two tables of this name and day."); }
    static QString replaced(const DecisionTable &table)
    {
        return tr("  replaces: %1 from %2, %n row(s)", nullptr, int(table.rows.size()))
            .arg(table.code, adminDay(table.from));
    }
    static QString fresh(const DecisionTable &table)
    {
        return tr("  new:      %1 from %2, %n row(s)", nullptr, int(table.rows.size()))
            .arg(table.code, adminDay(table.from));
    }
    static QString same(const DecisionTable &table)
    {
        return tr("  as it is: %1 from %2").arg(table.code, adminDay(table.from));
    }
    static QString imported(const QString &database) { return tr("%1 has these tables now.").arg(database); }
    static QString thereAlready(const QString &database)
    {
        return tr("%1 has these tables already; nothing was changed.").arg(database);
    }
    static QString previewed() { return tr("Nothing was changed."); }
};

/// What a file says; its problems are in the words of whoever has to put it right.
struct DecisionFile final {
    std::vector<DecisionTable> tables;
    QStringList problems;
};

DecisionFile readDecisionFile(const QByteArray &bytes)
{
    DecisionFile file;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    const QJsonArray list = document.isObject() ? QJsonArray{document.object()} : document.array();
    if (problem.error != QJsonParseError::NoError)
        file.problems.append(problem.errorString());
    else if (list.isEmpty())
        file.problems.append(ImportDecisionsText::noTables());
    for (const QJsonValue &one : list) {
        const int place = int(file.tables.size() + file.problems.size()) + 1;
        auto table = DecisionTable::fromJson(one.toObject(), place);
        if (table)
            file.tables.push_back(std::move(table).value());
        else
            file.problems.append(ImportDecisionsText::noTable(place, table.error().detail));
    }
    return file;
}

/// Whether two tables say the same, whenever they were added.
bool sameTable(const DecisionTable &a, const DecisionTable &b)
{
    return a.toJson() == b.toJson();
}

/// The table of a name that is in force on a day; none where there is none.
const DecisionTable *inForce(const Configuration &configuration, const QString &code, const QDate &day)
{
    const RouteRule asking{.form = {}, .revision = 0, .from = {}, .lines = {}, .table = TableUse{code, {}}};
    return configuration.tableFor(asking, day, configuration.office.revision);
}

/// What keeps a table from being used in an office.
QStringList problemsOf(const DecisionTable &table, const DecisionFile &file, const Configuration &configuration,
                       const QDate &today)
{
    QStringList problems;
    for (const Bilingual &one : problemsIn(table, configuration, today))
        problems.append(one.text(readsEnglish()));
    const auto again = std::count_if(file.tables.begin(), file.tables.end(), [&](const DecisionTable &one) {
        return one.code == table.code && one.from == table.from;
    });
    if (again > 1)
        problems.append(ImportDecisionsText::twice());
    for (QString &one : problems)
        one = ImportDecisionsText::problem(table, one);
    return problems;
}

struct DecisionsTaken final {
    std::vector<DecisionTable> added;
    std::set<std::pair<QString, QDate>> replaced; ///< the names and days among the added that were taken already
    std::vector<DecisionTable> same;
    QStringList problems;
    bool written = false;
};

Result<DecisionsTaken> takeDecisions(const DatabaseUrl &url, const DecisionFile &file, bool preview, const Clock &clock)
{
    auto database = Database::open(url);
    if (!database)
        return database.failure();
    if (const Result<> usable = Migrator(**database).usable(); !usable)
        return usable.failure();
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return transaction.failure();
    const auto configuration = readConfiguration(Reader{**database, clock, std::nullopt, Sight::All});
    if (!configuration)
        return configuration.failure();
    DecisionsTaken taken;
    for (const DecisionTable &table : file.tables) {
        const DecisionTable *known = inForce(*configuration, table.code, table.from);
        if (known && sameTable(*known, table)) {
            taken.same.push_back(table);
            continue;
        }
        taken.added.push_back(table);
        if (known && known->from == table.from)
            taken.replaced.emplace(table.code, table.from);
        taken.problems += problemsOf(table, file, *configuration, clock.now().day());
    }
    if (preview || taken.added.empty() || !taken.problems.isEmpty())
        return taken;
    if (const Result<> written = addTables(**database, *configuration, taken.added, u"kessai-admin"_s,
                                           u"decision tables imported"_s, clock.now());
        !written)
        return written.failure();
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.failure();
    taken.written = true;
    return taken;
}

QJsonArray toJson(const std::vector<DecisionTable> &tables)
{
    QJsonArray list;
    for (const DecisionTable &table : tables)
        list.append(QJsonObject{{u"table"_s, table.code}, {u"from"_s, table.from.toString(Qt::ISODate)}});
    return list;
}

} // namespace

Exit runImportDecisions(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"import-decisions"_s, ImportDecisionsText::description());
    arguments.addFile(ImportDecisionsText::file());
    arguments.add({u"preview"_s, ImportDecisionsText::preview()});
    if (const auto over = arguments.read(given))
        return *over;
    const QString path = arguments.file();
    const auto bytes = arguments.fileBytes(kMostDecisionBytes);
    if (!bytes)
        return bytes.error();
    const DecisionFile tables = readDecisionFile(*bytes);
    const auto refuse = [&](const QStringList &problems) {
        for (const QString &problem : problems)
            console.complain(problem);
        return arguments.unusable(ImportDecisionsText::refused(path), {ErrorCode::Invalid, {}, {}});
    };
    if (!tables.problems.isEmpty())
        return refuse(tables.problems);
    const bool preview = arguments.has(u"preview"_s);
    const auto taken =
        arguments.withPassword([&](const DatabaseUrl &url) { return takeDecisions(url, tables, preview, clock); });
    if (!taken)
        return arguments.failed(taken.error());
    if (!taken->problems.isEmpty())
        return refuse(taken->problems);
    const QString where = arguments.database().display();
    if (arguments.json()) {
        console.sayJson({{u"database"_s, where},
                         {u"added"_s, toJson(taken->added)},
                         {u"same"_s, toJson(taken->same)},
                         {u"written"_s, taken->written}});
        return Exit::Fine;
    }
    for (const DecisionTable &table : taken->added)
        console.say(taken->replaced.contains({table.code, table.from}) ? ImportDecisionsText::replaced(table)
                                                                       : ImportDecisionsText::fresh(table));
    for (const DecisionTable &table : taken->same)
        console.say(ImportDecisionsText::same(table));
    if (taken->added.empty())
        console.say(ImportDecisionsText::thereAlready(where));
    else
        console.say(preview ? ImportDecisionsText::previewed() : ImportDecisionsText::imported(where));
    return Exit::Fine;
}

} // namespace kessai
