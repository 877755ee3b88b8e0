// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/store/backup.h"

#include <QFileInfo>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class BackupText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::BackupText)

public:
    static QString description()
    {
        return tr(
            "Copies the office, as it is at one moment, into a new folder, while everybody goes on working. An anchor "
            "of all "
            "histories goes with it, by which restore knows that it gave back what was there. On a server it is run by "
            "the owner of the database, and pg_dump must be installed. The folder holds everything the office knows: "
            "keep it as safe as the office.");
    }
    static QString out() { return tr("The folder to be made."); }
    static QString noFolder() { return tr("--out FOLDER is missing."); }
    static QString there(const QString &folder) { return tr("%1 is there already; it was not touched.").arg(folder); }
    static QString failed(const QString &folder, const QString &why)
    {
        return tr("The backup could not be made in %1 (%2).").arg(folder, why);
    }
    static QString made(const QString &folder, const Backup &backup)
    {
        return tr("Backed up to %1: cases %2 (drafts apart), acts %3, anchor %4.")
            .arg(folder)
            .arg(backup.anchor.cases)
            .arg(backup.anchor.acts)
            .arg(backup.anchor.number);
    }
};

} // namespace

Exit runBackup(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"backup"_s, BackupText::description());
    arguments.add({u"out"_s, BackupText::out(), u"FOLDER"_s});
    if (const auto over = arguments.read(given))
        return *over;
    if (arguments.value(u"out"_s).isEmpty())
        return arguments.misused(BackupText::noFolder());
    const QString folder = QFileInfo(arguments.value(u"out"_s)).absoluteFilePath();
    if (QFileInfo::exists(folder)) {
        console.complain(BackupText::there(folder));
        return Exit::Exists;
    }
    const auto backup = arguments.withPassword([&](const DatabaseUrl &url) { return makeBackup(url, folder, clock); });
    if (!backup) {
        const ErrorCode code = backup.error().code;
        const bool ours =
            code == ErrorCode::StorageFull || code == ErrorCode::NotFound || code == ErrorCode::AlreadyExists;
        return ours && !backup.error().detail.isEmpty()
            ? arguments.unusable(BackupText::failed(folder, backup.error().detail), backup.error())
            : arguments.failed(backup.error());
    }
    if (arguments.json())
        console.sayJson({{u"folder"_s, folder},
                         {u"cases"_s, backup->anchor.cases},
                         {u"acts"_s, backup->anchor.acts},
                         {u"anchor"_s, backup->anchor.number},
                         {u"digest"_s, QString::fromLatin1(backup->anchor.digest())}});
    else
        console.say(BackupText::made(folder, *backup));
    return Exit::Fine;
}

} // namespace kessai
