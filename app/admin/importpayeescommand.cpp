// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/accounting/payeecolumns.h"
#include "core/accounting/payeefile.h"
#include "core/store/migrator.h"
#include "core/store/payeequeries.h"

#include <QFileInfo>
#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class PayeeImportText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::PayeeImportText)

public:
    static QString description()
    {
        return tr("Takes payees and their accounts from a table, as CP932 or UTF-8, below the head %1. A payee that is "
                  "different becomes a new revision; those the table does not contain stay. A table with a row that is "
                  "not as it should be is refused whole.")
            .arg(payeeColumns().join(u','));
    }
    static QString file() { return tr("The table of payees."); }
    static QString preview() { return tr("Shows what would change, and changes nothing."); }
    static QString line(int line, const QString &why) { return tr("Line %1: %2").arg(line).arg(why); }
    static QString counts(const PayeeDiff &diff)
    {
        return tr("New: %1, changed: %2, as they are: %3.")
            .arg(diff.added.size())
            .arg(diff.changed.size())
            .arg(diff.same);
    }
    static QString imported(const QString &database) { return tr("The payees of %1 are up to date.").arg(database); }
    static QString unchanged() { return tr("Nothing was changed."); }
};

Result<PayeeDiff> import(const DatabaseUrl &url, const ImportPayees &list, bool preview, const Clock &clock)
{
    auto database = Database::open(url);
    if (!database)
        return database.failure();
    if (const Result<> usable = Migrator(**database).usable(); !usable)
        return usable.failure();
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return transaction.failure();
    const auto known = readAllPayees(Reader{**database, clock, std::nullopt, Sight::All});
    if (!known)
        return known.failure();
    PayeeDiff diff = diffOf(list.payees, *known);
    if (preview || !diff.changes())
        return diff;
    if (const Result<> written = writePayees(**database, list, std::nullopt, u"kessai-admin"_s, clock.now()); !written)
        return written.failure();
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.failure();
    return diff;
}

/// What is wrong with the rows, one a line.
QString problemText(const QString &path, const std::vector<PayeeRowProblem> &problems)
{
    QStringList lines;
    for (const PayeeRowProblem &one : problems) {
        const QString &why = one.text.text(readsEnglish());
        lines.append(one.line > 0 ? PayeeImportText::line(one.line, why) : QString(path + u": "_s + why));
    }
    return lines.join(u'\n');
}

} // namespace

Exit runImportPayees(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"import-payees"_s, PayeeImportText::description());
    arguments.addFile(PayeeImportText::file());
    arguments.add({u"preview"_s, PayeeImportText::preview()});
    if (const auto over = arguments.read(given))
        return *over;
    const QString path = arguments.file();
    const auto bytes = arguments.fileBytes(kMostPayeeFileBytes);
    if (!bytes)
        return bytes.error();
    const auto payees = readPayeeFile(*bytes);
    if (!payees)
        return arguments.unusable(problemText(path, payees.error()), {ErrorCode::Invalid, {}, {}});
    const ImportPayees list{*payees, QFileInfo(path).fileName().left(kMostPayeeReason)};
    const bool preview = arguments.has(u"preview"_s);
    const auto diff = arguments.withPassword([&](const DatabaseUrl &url) { return import(url, list, preview, clock); });
    if (!diff)
        return arguments.failed(diff.error());
    const bool written = diff->changes() && !preview;
    const QString where = arguments.database().display();
    if (arguments.json()) {
        console.sayJson({{u"database"_s, where},
                         {u"added"_s, qint64(diff->added.size())},
                         {u"changed"_s, qint64(diff->changed.size())},
                         {u"same"_s, diff->same},
                         {u"written"_s, written}});
        return Exit::Fine;
    }
    console.say(PayeeImportText::counts(*diff));
    console.say(written ? PayeeImportText::imported(where) : PayeeImportText::unchanged());
    return Exit::Fine;
}

} // namespace kessai
