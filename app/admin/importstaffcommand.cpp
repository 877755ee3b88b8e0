// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/office/stafffile.h"
#include "core/store/migrator.h"
#include "core/store/officequeries.h"
#include "core/store/reorganisations.h"

#include <QFileInfo>
#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class StaffImportText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::StaffImportText)

public:
    static QString description()
    {
        return tr("Takes who is on the staff and holds what from a table, as CP932 or UTF-8, below the head %1. "
                  "Whoever is in it holds what it says from a day on; whoever is not stays as they are. What changes "
                  "is said in words. A table with a row that is not as it should be is refused whole. For a day to "
                  "come it is prepared, and secret until then. On PostgreSQL somebody new needs a login role, which "
                  "kessai-admin logins makes.")
            .arg(staffColumns().join(u','));
    }
    static QString file() { return tr("The table of people and posts."); }
    static QString preview() { return tr("Shows what would change, and changes nothing."); }
    static QString from() { return tr("The day from which it is so, as 2027-04-01; today unless it is said."); }
    static QString reason() { return tr("Why, in a line; the name of the file unless it is said."); }
    static QString past() { return tr("No change reaches back before today."); }
    static QString noDay(const QString &day) { return tr("\"%1\" is no day.").arg(day); }
    static QString line(int line, const QString &why) { return tr("Line %1: %2").arg(line).arg(why); }
    static QString same(const QString &database)
    {
        return tr("%1 says this already; nothing was changed.").arg(database);
    }
    static QString previewed() { return tr("Nothing was changed."); }
    static QString imported(const QString &database) { return tr("%1 is changed.").arg(database); }
    static QString prepared(const QString &database) { return tr("It is prepared in %1.").arg(database); }
};

struct StaffTaken {
    QStringList words;
    QStringList problems;
    QStringList remarks;
    bool written = false;
};

struct StaffWish {
    QByteArray bytes;
    QDate from;
    QString reason;
    bool preview = false;
};

Result<StaffTaken> takeStaff(const DatabaseUrl &url, const StaffWish &wish, const Clock &clock)
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
    const auto prepared = readPreparedChanges(owner);
    if (!configuration || !prepared)
        return configuration ? prepared.failure() : configuration.failure();
    OfficeDraft draft(configuration->office, *prepared, wish.from);
    StaffTaken taken;
    const auto change = readStaffFile(wish.bytes, draft);
    if (!change) {
        for (const StaffRowProblem &one : change.error()) {
            const QString &why = one.text.text(readsEnglish());
            taken.problems.append(one.line > 0 ? StaffImportText::line(one.line, why) : why);
        }
        return taken;
    }
    draft.go(*change);
    for (const Bilingual &one : changesBetween(*draft.before(), *draft.after()))
        taken.words.append(one.text(readsEnglish()));
    for (const OfficeProblem &one : problemsIn(draft.change(), configuration->office, *prepared, clock.now().day()))
        (one.blocks ? taken.problems : taken.remarks).append(one.text.text(readsEnglish()));
    if (wish.preview || draft.change().empty() || !taken.problems.isEmpty())
        return taken;
    const Reorganise made{draft.change(), wish.reason, configuration->office.revision};
    if (const Result<> written =
            addReorganisation(**database, *configuration, made, std::nullopt, u"kessai-admin"_s, clock.now());
        !written)
        return written.failure();
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.failure();
    taken.written = true;
    return taken;
}

} // namespace

Exit runImportStaff(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"import-staff"_s, StaffImportText::description());
    arguments.addFile(StaffImportText::file());
    arguments.add({u"preview"_s, StaffImportText::preview()});
    arguments.add({u"from"_s, StaffImportText::from(), u"day"_s});
    arguments.add({u"reason"_s, StaffImportText::reason(), u"text"_s});
    if (const auto over = arguments.read(given))
        return *over;
    StaffWish wish{.bytes = {},
                   .from = arguments.has(u"from"_s) ? QDate::fromString(arguments.value(u"from"_s), Qt::ISODate)
                                                    : clock.now().day(),
                   .reason = arguments.value(u"reason"_s),
                   .preview = arguments.has(u"preview"_s)};
    if (!wish.from.isValid())
        return arguments.misused(StaffImportText::noDay(arguments.value(u"from"_s)));
    if (wish.from < clock.now().day())
        return arguments.misused(StaffImportText::past());
    if (wish.reason.trimmed().isEmpty())
        wish.reason = QFileInfo(arguments.file()).fileName();
    const auto bytes = arguments.fileBytes(kMostStaffFileBytes);
    if (!bytes)
        return bytes.error();
    wish.bytes = *bytes;
    const auto taken = arguments.withPassword([&](const DatabaseUrl &url) { return takeStaff(url, wish, clock); });
    if (!taken)
        return arguments.failed(taken.error());
    if (!taken->problems.isEmpty())
        return arguments.unusable(taken->problems.join(u'\n'), {ErrorCode::Invalid, {}, {}});
    const QString where = arguments.database().display();
    if (arguments.json()) {
        console.sayJson({{u"database"_s, where},
                         {u"from"_s, wish.from.toString(Qt::ISODate)},
                         {u"changes"_s, QJsonArray::fromStringList(taken->words)},
                         {u"remarks"_s, QJsonArray::fromStringList(taken->remarks)},
                         {u"written"_s, taken->written}});
        return Exit::Fine;
    }
    for (const QString &one : taken->words + taken->remarks)
        console.say(one);
    if (taken->words.isEmpty())
        console.say(StaffImportText::same(where));
    else if (!taken->written)
        console.say(StaffImportText::previewed());
    else
        console.say(wish.from > clock.now().day() ? StaffImportText::prepared(where)
                                                  : StaffImportText::imported(where));
    return Exit::Fine;
}

} // namespace kessai
