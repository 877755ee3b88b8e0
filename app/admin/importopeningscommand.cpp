// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "app/admin/openingsfile.h"
#include "core/store/migrator.h"
#include "core/store/officequeries.h"

#include <QFileInfo>
#include <QSet>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class ImportOpeningsText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::ImportOpeningsText)

public:
    static QString description()
    {
        return tr("Takes what staff had of annual leave on a day, besides the days granted for that leave year: what "
                  "was carried over, less what was taken before that day. The file has a heading and the columns staff "
                  "number, days, minutes, half days, day, as CP932 or UTF-8. A line that is not as it should be "
                  "refuses the file whole; the same person and day taken again replaces what was taken before.");
    }
    static QString file() { return tr("The openings, as CSV."); }
    static QString dryRun() { return tr("Checks the file and writes nothing."); }
    static QString refused(const QString &path) { return tr("%1 was not taken over; nothing was changed.").arg(path); }
    static QString found(qsizetype rows) { return tr("%n opening(s) in the file.", nullptr, int(rows)); }
    static QString missing(qsizetype staff)
    {
        return tr(
            "%n member(s) of staff are not in it; where there is no earlier opening, leave is counted from the day of "
            "appointment.",
            nullptr, int(staff));
    }
    static QString written(const QString &database) { return tr("The openings were taken into %1.").arg(database); }
    static QString tried() { return tr("Nothing was changed."); }
};

struct Openings {
    OpeningsFile file;
    qsizetype missing = 0; ///< members of staff without a line
};

Result<Openings> import(const DatabaseUrl &url, const QByteArray &bytes, const QString &source, bool dryRun,
                        const Clock &clock)
{
    auto database = Database::open(url);
    if (!database)
        return database.failure();
    if (const Result<> usable = Migrator(**database).usable(); !usable)
        return usable.failure();
    const auto configuration = readConfiguration(Reader{**database, clock, std::nullopt, Sight::All});
    if (!configuration)
        return configuration.failure();
    const auto office = configuration->office.at(clock.now().day(), configuration->office.revision);
    const Numbers numbers(configuration->parameters);
    Openings openings{readOpenings(bytes, *office, numbers)};
    QSet<qint64> named;
    for (const LeaveOpening &row : openings.file.rows)
        named.insert(row.staff.value());
    for (const Staff &staff : office->allStaff())
        openings.missing += named.contains(staff.id.value()) ? 0 : 1;
    if (dryRun || !openings.file.problems.isEmpty())
        return openings;
    const auto rows = ledgerOpenings(openings.file.rows, numbers);
    if (const Result<> written = writeOpenings(**database, rows, source, clock.now()); !written)
        return written.failure();
    return openings;
}

} // namespace

Exit runImportOpenings(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"import-openings"_s, ImportOpeningsText::description());
    arguments.addFile(ImportOpeningsText::file());
    arguments.add({u"dry-run"_s, ImportOpeningsText::dryRun()});
    if (const auto over = arguments.read(given))
        return *over;
    const QString path = arguments.file();
    const auto bytes = arguments.fileBytes(kMostOpeningsBytes);
    if (!bytes)
        return bytes.error();
    const bool dryRun = arguments.has(u"dry-run"_s);
    const auto openings = arguments.withPassword(
        [&](const DatabaseUrl &url) { return import(url, *bytes, QFileInfo(path).fileName(), dryRun, clock); });
    if (!openings)
        return arguments.failed(openings.error());
    if (!openings->file.problems.isEmpty()) {
        for (const QString &problem : openings->file.problems)
            console.complain(problem);
        return arguments.unusable(ImportOpeningsText::refused(path), {ErrorCode::Invalid, {}, {}});
    }
    const auto rows = static_cast<qsizetype>(openings->file.rows.size());
    const QString where = arguments.database().display();
    if (arguments.json()) {
        console.sayJson({{u"database"_s, where},
                         {u"openings"_s, static_cast<qint64>(rows)},
                         {u"missing"_s, static_cast<qint64>(openings->missing)},
                         {u"written"_s, !dryRun}});
        return Exit::Fine;
    }
    console.say(ImportOpeningsText::found(rows));
    if (openings->missing > 0)
        console.say(ImportOpeningsText::missing(openings->missing));
    console.say(dryRun ? ImportOpeningsText::tried() : ImportOpeningsText::written(where));
    return Exit::Fine;
}

} // namespace kessai
