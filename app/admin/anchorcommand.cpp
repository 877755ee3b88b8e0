// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/base/wholefile.h"
#include "core/store/anchors.h"
#include "core/store/migrator.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class AnchorText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::AnchorText)

public:
    static QString description()
    {
        return tr(
            "Folds where the histories of all cases and of payments end now into one digest, chained to the one "
            "before, and keeps it in "
            "the database. Keep the file, or the digest on paper, where those who run the database do not reach: "
            "verify --anchor FILE then names every case that was rewritten, shortened or removed since, and payments "
            "that were, even by the "
            "owner of the database. To be run regularly.");
    }
    static QString out()
    {
        return tr("Writes the anchor to a file, to be checked by verify. A directory gets a file named by the anchor's "
                  "number.");
    }
    static QString number() { return tr("Takes no new anchor, but writes one that was taken before."); }
    static QString notANumber() { return tr("--number is a number from 1."); }
    static QString heading(const Anchor &anchor)
    {
        return tr("Anchor %1 of %2").arg(QString::number(anchor.number), anchor.office);
    }
    static QString taken(const Anchor &anchor)
    {
        return tr("Taken %1 (Japan). Cases: %2 (drafts apart), acts: %3, acts on payments: %4")
            .arg(adminTime(anchor.at) + anchor.at.tokyo().toString(u":ss"_s))
            .arg(anchor.cases)
            .arg(anchor.acts)
            .arg(anchor.payments);
    }
    static QString digest() { return tr("Digest:"); }
    static QString previous() { return tr("Digest of the anchor before:"); }
    static QString written(const QString &path) { return tr("Written to %1.").arg(path); }
    static QString there(const QString &path) { return tr("%1 is there already; it was not touched.").arg(path); }
    static QString unwritable(const QString &path, const QString &why)
    {
        return tr("%1 cannot be written (%2).").arg(path, why);
    }
};

/// Where the file of an anchor goes.
QString fileIn(const QString &wish, const Anchor &anchor)
{
    return QFileInfo(wish).isDir()
        ? QDir(wish).filePath(u"kessai-anchor-%1.json"_s.arg(anchor.number, 6, 10, QLatin1Char('0')))
        : wish;
}

void say(Console &console, const Anchor &anchor)
{
    console.say(AnchorText::heading(anchor));
    console.say(AnchorText::taken(anchor));
    console.say(AnchorText::digest());
    for (const QString &line : spelledOut(anchor.digest()))
        console.say(u"  "_s + line);
    if (anchor.previous.isEmpty())
        return;
    console.say(AnchorText::previous());
    for (const QString &line : spelledOut(anchor.previous))
        console.say(u"  "_s + line);
}

} // namespace

Exit runAnchor(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"anchor"_s, AnchorText::description());
    arguments.add({u"out"_s, AnchorText::out(), u"FILE"_s});
    arguments.add({u"number"_s, AnchorText::number(), u"N"_s});
    if (const auto over = arguments.read(given))
        return *over;
    std::optional<int> number;
    if (arguments.has(u"number"_s)) {
        bool understood = false;
        number = arguments.value(u"number"_s).toInt(&understood);
        if (!understood || *number < 1)
            return arguments.misused(AnchorText::notANumber());
    }
    const auto anchor = arguments.withPassword([&](const DatabaseUrl &url) -> Result<Anchor> {
        auto database = Database::open(url);
        if (!database)
            return database.failure();
        if (const Result<> usable = Migrator(**database).usable(); !usable)
            return usable.failure();
        return number ? readAnchor(**database, number) : takeAnchor(**database, clock);
    });
    if (!anchor)
        return arguments.failed(anchor.error());

    if (arguments.json())
        console.sayJson(QJsonDocument::fromJson(anchorFile(*anchor)).object());
    else
        say(console, *anchor);
    if (!arguments.has(u"out"_s))
        return Exit::Fine;
    const QString path = fileIn(arguments.value(u"out"_s), *anchor);
    if (QFileInfo::exists(path)) {
        console.complain(AnchorText::there(path));
        return Exit::Exists;
    }
    if (const Result<> done = writeWholeFile(path, anchorFile(*anchor)); !done) {
        console.complain(AnchorText::unwritable(path, done.error().detail));
        return Exit::Unusable;
    }
    if (!arguments.json())
        console.say(AnchorText::written(path));
    return Exit::Fine;
}

} // namespace kessai
