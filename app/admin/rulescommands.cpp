// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/base/csv.h"
#include "core/base/wholefile.h"
#include "core/cases/rulefile.h"
#include "core/ports/officestore.h"
#include "core/services/ruleproblems.h"
#include "core/store/migrator.h"
#include "core/store/officeadditions.h"
#include "core/store/officequeries.h"
#include "forms/catalog.h"

#include <QFileInfo>
#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class RulesText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::RulesText)

public:
    static QString importing()
    {
        return tr(
            "Takes the route rule of a form from a table, as the settings save it (CP932 or UTF-8): a line for every "
            "step. It is checked as the settings check it; a table with anything to put right is refused whole. It "
            "is in force from a day to come on; cases that run keep their route.");
    }
    static QString exporting()
    {
        return tr("Writes the route rule of a form as a table that import-rules and the settings take again.");
    }
    static QString file() { return tr("The table of steps."); }
    static QString form() { return tr("The code of the form, such as draft."); }
    static QString from()
    {
        return tr("The day from which it is in force, as 2027-04-01; tomorrow unless it is said.");
    }
    static QString on() { return tr("The day whose rule is written, as 2027-04-01; today unless it is said."); }
    static QString reason() { return tr("Why, in a line; the name of the file unless it is said."); }
    static QString preview() { return tr("Shows what would change, and changes nothing."); }
    static QString out() { return tr("The file to write."); }
    static QString noForm() { return tr("Say which form by --form CODE."); }
    static QString noFile() { return tr("Say which file to write by --out FILE."); }
    static QString noDay(const QString &day) { return tr("\"%1\" is no day.").arg(day); }
    static QString past() { return tr("A route is in force from tomorrow on at the earliest."); }
    static QString noRule(const QString &form) { return tr("There is no form %1 with a route.").arg(form); }
    static QString there(const QString &path) { return tr("%1 is there already.").arg(path); }
    static QString unwritable(const QString &path, const QString &why)
    {
        return tr("%1 could not be written: %2").arg(path, why);
    }
    static QString written(const QString &path) { return tr("%1 is written.").arg(path); }
    static QString line(int line, const QString &why) { return line > 0 ? tr("Line %1: %2").arg(line).arg(why) : why; }
    static QString refused(const QString &path) { return tr("%1 was not taken over; nothing was changed.").arg(path); }
    static QString same(const QString &database)
    {
        return tr("%1 says this already; nothing was changed.").arg(database);
    }
    static QString previewed() { return tr("Nothing was changed."); }
    static QString imported(const QString &database, const QDate &day)
    {
        return tr("%1 has this route from %2 on.").arg(database, adminDay(day));
    }
};

/// An office as whoever owns it reads it, within a transaction of its own.
struct RuleOffice final {
    std::unique_ptr<Database> database;
    std::optional<Transaction> transaction;
    Configuration configuration;
};

Result<RuleOffice> openOffice(const DatabaseUrl &url, const Clock &clock)
{
    auto database = Database::open(url);
    if (!database)
        return database.failure();
    RuleOffice office{std::move(database).value(), std::nullopt, {}};
    if (const Result<> usable = Migrator(*office.database).usable(); !usable)
        return usable.failure();
    auto transaction = Transaction::begin(*office.database);
    if (!transaction)
        return transaction.failure();
    office.transaction.emplace(std::move(transaction).value());
    auto configuration = readConfiguration(Reader{*office.database, clock, std::nullopt, Sight::All});
    if (!configuration)
        return configuration.failure();
    office.configuration = std::move(configuration).value();
    return office;
}

struct RulesWish final {
    QByteArray bytes;
    QString form;
    QDate from;
    QString reason;
    bool preview = false;
};

struct RulesTaken final {
    QStringList words;
    QStringList problems;
    QStringList remarks;
    bool written = false;
};

/// A table as spreadsheets open it.
QByteArray tableBytes(const std::vector<QStringList> &rows)
{
    QString text(QChar::ByteOrderMark);
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(csvField(cell));
        text += cells.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

/// What is wrong with a rule that could be read, in words.
Result<> checkRule(RulesTaken &taken, const Configuration &configuration, const RouteRule &rule, const QDate &today)
{
    const auto catalog = makeCatalog();
    const auto problems = ruleProblems(configuration, *catalog, rule, today);
    if (!problems)
        return problems.failure();
    for (const RuleProblem &one : *problems)
        (one.blocks ? taken.problems : taken.remarks).append(one.text.text(readsEnglish()));
    return {};
}

Result<RulesTaken> takeRule(const DatabaseUrl &url, const RulesWish &wish, const Clock &clock)
{
    auto office = openOffice(url, clock);
    if (!office)
        return office.failure();
    const Configuration &configuration = office->configuration;
    const QDate today = clock.now().day();
    const RouteRule *before = configuration.ruleOn(wish.form, wish.from);
    const auto catalog = makeCatalog();
    const RuleBook book = ruleBookOf(configuration, *catalog, today);
    RulesTaken taken;
    if (!before || !book.form(wish.form)) {
        taken.problems.append(RulesText::noRule(wish.form));
        return taken;
    }
    const auto read = readRuleFile(wish.bytes, *before, book.words(*before));
    if (!read) {
        for (const TableRowProblem &one : read.error())
            taken.problems.append(RulesText::line(one.line, one.text.text(readsEnglish())));
        return taken;
    }
    RouteRule rule = *read;
    for (const Bilingual &change : changesBetween(*before, rule, book.words(rule)))
        taken.words.append(change.text(readsEnglish()));
    if (taken.words.isEmpty())
        return taken;
    rule.from = wish.from;
    if (const Result<> checked = checkRule(taken, configuration, rule, today); !checked)
        return checked.failure();
    if (wish.preview || !taken.problems.isEmpty())
        return taken;
    int seen = 0;
    for (const RouteRule &one : configuration.rules)
        seen = one.form == rule.form ? std::max(seen, one.revision) : seen;
    if (const Result<> sound = checkAdoption(AdoptRule{rule, wish.reason, seen}, configuration, today); !sound)
        return sound.failure();
    if (const Result<> written =
            addRules(*office->database, configuration, {rule}, u"kessai-admin"_s, wish.reason, clock.now());
        !written)
        return written.failure();
    if (const Result<> committed = office->transaction->commit(); !committed)
        return committed.failure();
    taken.written = true;
    return taken;
}

Result<QByteArray> ruleTable(const DatabaseUrl &url, const QString &form, const QDate &day, const Clock &clock)
{
    auto office = openOffice(url, clock);
    if (!office)
        return office.failure();
    const auto catalog = makeCatalog();
    const RuleBook book = ruleBookOf(office->configuration, *catalog, clock.now().day());
    const RouteRule *rule = office->configuration.ruleOn(form, day);
    if (!rule || !book.form(form))
        return fail(ErrorCode::NotFound, RulesText::noRule(form));
    std::vector<QStringList> rows{ruleFileHead()};
    for (QStringList &row : ruleFileRows(*rule, book.words(*rule)))
        rows.push_back(std::move(row));
    return tableBytes(rows);
}

} // namespace

Exit runImportRules(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"import-rules"_s, RulesText::importing());
    arguments.addFile(RulesText::file());
    arguments.add({u"form"_s, RulesText::form(), u"code"_s});
    arguments.add({u"from"_s, RulesText::from(), u"day"_s});
    arguments.add({u"reason"_s, RulesText::reason(), u"text"_s});
    arguments.add({u"preview"_s, RulesText::preview()});
    if (const auto over = arguments.read(given))
        return *over;
    RulesWish wish{.bytes = {},
                   .form = arguments.value(u"form"_s),
                   .from = arguments.has(u"from"_s) ? QDate::fromString(arguments.value(u"from"_s), Qt::ISODate)
                                                    : clock.now().day().addDays(1),
                   .reason = arguments.value(u"reason"_s).trimmed(),
                   .preview = arguments.has(u"preview"_s)};
    if (wish.form.isEmpty())
        return arguments.misused(RulesText::noForm());
    if (!wish.from.isValid())
        return arguments.misused(RulesText::noDay(arguments.value(u"from"_s)));
    if (wish.from <= clock.now().day())
        return arguments.misused(RulesText::past());
    if (wish.reason.isEmpty())
        wish.reason = QFileInfo(arguments.file()).fileName();
    const auto bytes = arguments.fileBytes(kMostDecisionFileBytes);
    if (!bytes)
        return bytes.error();
    wish.bytes = *bytes;
    const auto taken = arguments.withPassword([&](const DatabaseUrl &url) { return takeRule(url, wish, clock); });
    if (!taken)
        return arguments.failed(taken.error());
    if (!taken->problems.isEmpty()) {
        for (const QString &problem : taken->problems)
            console.complain(problem);
        return arguments.unusable(RulesText::refused(arguments.file()), {ErrorCode::Invalid, {}, {}});
    }
    const QString where = arguments.database().display();
    if (arguments.json()) {
        console.sayJson({{u"database"_s, where},
                         {u"form"_s, wish.form},
                         {u"from"_s, wish.from.toString(Qt::ISODate)},
                         {u"changes"_s, QJsonArray::fromStringList(taken->words)},
                         {u"remarks"_s, QJsonArray::fromStringList(taken->remarks)},
                         {u"written"_s, taken->written}});
        return Exit::Fine;
    }
    for (const QString &one : taken->words + taken->remarks)
        console.say(one);
    console.say(taken->words.isEmpty() ? RulesText::same(where)
                    : taken->written   ? RulesText::imported(where, wish.from)
                                       : RulesText::previewed());
    return Exit::Fine;
}

Exit runExportRules(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"export-rules"_s, RulesText::exporting());
    arguments.add({u"form"_s, RulesText::form(), u"code"_s});
    arguments.add({u"on"_s, RulesText::on(), u"day"_s});
    arguments.add({u"out"_s, RulesText::out(), u"FILE"_s});
    if (const auto over = arguments.read(given))
        return *over;
    const QString form = arguments.value(u"form"_s);
    const QString path = arguments.value(u"out"_s);
    const QDate day =
        arguments.has(u"on"_s) ? QDate::fromString(arguments.value(u"on"_s), Qt::ISODate) : clock.now().day();
    if (form.isEmpty())
        return arguments.misused(RulesText::noForm());
    if (path.isEmpty())
        return arguments.misused(RulesText::noFile());
    if (!day.isValid())
        return arguments.misused(RulesText::noDay(arguments.value(u"on"_s)));
    if (QFileInfo::exists(path)) {
        console.complain(RulesText::there(path));
        return Exit::Exists;
    }
    const auto table = arguments.withPassword([&](const DatabaseUrl &url) { return ruleTable(url, form, day, clock); });
    if (!table)
        return table.error().code == ErrorCode::NotFound ? arguments.unusable(RulesText::noRule(form), table.error())
                                                         : arguments.failed(table.error());
    if (const Result<> done = writeWholeFile(path, *table); !done) {
        console.complain(RulesText::unwritable(path, done.error().detail));
        return Exit::Unusable;
    }
    if (arguments.json())
        console.sayJson({{u"form"_s, form}, {u"file"_s, path}});
    else
        console.say(RulesText::written(path));
    return Exit::Fine;
}

} // namespace kessai
