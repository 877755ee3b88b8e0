// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/store/newfolder.h"
#include "core/store/officeexport.h"

#include <QFile>
#include <QFileInfo>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class ExportText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::ExportText)

public:
    static QString description()
    {
        return tr("Writes everything the office knows into a new folder, as it is at one moment, while everybody goes "
                  "on working: tables as JSON Lines, a list of cases for spreadsheets, attached files and papers by "
                  "their names, and a README that says how to read it. It can be read without this program, and not "
                  "be made an office again; that is what backup is for. The owner of the database runs it. The folder "
                  "holds everything, also what is confidential: keep it as safe as the office.");
    }
    static QString out() { return tr("The folder to be made."); }
    static QString noFolder() { return tr("--out FOLDER is missing."); }
    static QString there(const QString &folder) { return tr("%1 is there already; it was not touched.").arg(folder); }
    static QString writing(const QString &table) { return tr("Writing %1").arg(table); }
    static QString failed(const QString &folder, const QString &why)
    {
        return tr("The office could not be written to %1 (%2).").arg(folder, why);
    }
    static QString made(const QString &folder, const OfficeExport &made)
    {
        return tr("Written to %1: tables %2, cases %3 (with drafts), acts %4, files %5.")
            .arg(folder)
            .arg(made.rows.size())
            .arg(made.rows.value(u"case_file"_s))
            .arg(made.rows.value(u"event"_s))
            .arg(made.files);
    }
};

} // namespace

Exit runExport(const QStringList &given, Console &console, const Clock &clock)
{
    Q_UNUSED(clock)
    Arguments arguments(console, u"export"_s, ExportText::description());
    arguments.add({u"out"_s, ExportText::out(), u"FOLDER"_s});
    if (const auto over = arguments.read(given))
        return *over;
    if (arguments.value(u"out"_s).isEmpty())
        return arguments.misused(ExportText::noFolder());
    const QString folder = QFileInfo(arguments.value(u"out"_s)).absoluteFilePath();
    if (QFileInfo::exists(folder)) {
        console.complain(ExportText::there(folder));
        return Exit::Exists;
    }
    const auto made = arguments.withPassword([&](const DatabaseUrl &url) -> Result<OfficeExport> {
        auto database = Database::open(url);
        if (!database)
            return database.failure();
        auto fresh = NewFolder::begin(folder);
        if (!fresh)
            return fresh.failure();
        auto written = exportOffice(**database, fresh->folder(), [&](const QString &table, int done, int all) {
            console.progress(ExportText::writing(table), done, all);
        });
        if (!written)
            return written;
        if (!QFile::copy(u":/kessai/export/contents.md"_s, fresh->folder().filePath(u"README.md"_s)))
            return fail(ErrorCode::StorageFull, u"README.md"_s);
        if (const Result<> finished = fresh->finish(); !finished)
            return finished.failure();
        return written;
    });
    console.endProgress();
    if (!made) {
        const ErrorCode code = made.error().code;
        const bool ours =
            code == ErrorCode::StorageFull || code == ErrorCode::Damaged || code == ErrorCode::AlreadyExists;
        if (ours && !made.error().detail.isEmpty())
            (void)arguments.unusable(ExportText::failed(folder, made.error().detail), made.error());
        else
            (void)arguments.failed(made.error());
        return code == ErrorCode::Damaged ? Exit::Damaged : exitAfter(made.error());
    }
    if (arguments.json())
        console.sayJson({{u"folder"_s, folder},
                         {u"tables"_s, made->rows.size()},
                         {u"cases"_s, made->rows.value(u"case_file"_s)},
                         {u"acts"_s, made->rows.value(u"event"_s)},
                         {u"files"_s, made->files}});
    else
        console.say(ExportText::made(folder, *made));
    return Exit::Fine;
}

} // namespace kessai
