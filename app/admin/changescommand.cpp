// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/base/wholefile.h"
#include "core/services/officeacts.h"
#include "core/store/openstore.h"
#include "ui/export/sheetfile.h"
#include "ui/office/actsmodel.h"
#include "ui/wording.h"

#include <QFileInfo>
#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kShown = 100;

class ChangesText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::ChangesText)

public:
    static QString description()
    {
        return tr(
            "Lists who changed what of the office, when, why and from which day, the newest first, as the settings "
            "of the window show it: organisation, routes, decision tables, forms, numbers, holidays, deputies, rights. "
            "Of what is prepared for a day to come it tells only that it was prepared. It changes nothing. The "
            "owner of the database runs it.");
    }
    static QString by() { return tr("Only what this person changed, by login."); }
    static QString kind(const QString &kinds) { return tr("Only changes of this kind: %1.").arg(kinds); }
    static QString most() { return tr("How many of the newest are shown; 100 unless it is said, all with --out."); }
    static QString out() { return tr("Writes them into this CSV file (UTF-8) instead."); }
    static QString noKind(const QString &kind) { return tr("\"%1\" is no kind of change.").arg(kind); }
    static QString noMost() { return tr("--most is a number from 1."); }
    static QString there(const QString &path) { return tr("%1 is there already; it was not touched.").arg(path); }
    static QString unwritable(const QString &path, const QString &why)
    {
        return tr("%1 cannot be written (%2).").arg(path, why);
    }
    static QString written(int lines, const QString &path)
    {
        return tr("%n line(s) written to %1.", nullptr, lines).arg(path);
    }
    static QString title() { return tr("History of changes"); }
    static QString none() { return tr("Nothing of this kind is written down."); }
};

QStringList kindCodes()
{
    QStringList codes;
    for (const OfficeActKind kind : officeActKinds())
        codes.append(toCode(kind));
    return codes;
}

/// The newest of them, or all where `most` is 0.
Result<std::vector<OfficeActLine>> readLines(Store &store, OfficeActsWanted wanted, int most)
{
    const auto configuration = store.office().configuration();
    if (!configuration)
        return configuration.failure();
    std::vector<OfficeActLine> lines;
    while (most == 0 || lines.size() < size_t(most)) {
        wanted.most = most == 0 ? kMostOfficeActs : std::min(kMostOfficeActs, most - int(lines.size()));
        const auto page = store.office().acts(wanted);
        if (!page)
            return page.failure();
        for (const OfficeAct &act : *page)
            lines.push_back(lineOf(act, *configuration));
        if (page->size() < size_t(wanted.most))
            break;
        wanted.before = page->back().revision;
    }
    return lines;
}

QJsonObject jsonOf(const OfficeActLine &line)
{
    QJsonObject json{{u"revision"_s, line.act.revision},
                     {u"at"_s, line.act.at.tokyo().toString(Qt::ISODate)},
                     {u"by"_s, line.act.by},
                     {u"who"_s, line.who},
                     {u"kind"_s, QString(toCode(line.act.kind))},
                     {u"what"_s, line.what.text(readsEnglish())},
                     {u"reason"_s, line.why}};
    if (line.act.from.isValid())
        json.insert(u"from"_s, line.act.from.toString(Qt::ISODate));
    return json;
}

QString textOf(const OfficeActLine &line)
{
    QStringList parts{longTime(line.act.at), line.who, actText(line)};
    if (const QString from = actFrom(line); !from.isEmpty())
        parts.append(from);
    if (!line.why.isEmpty())
        parts.append(line.why);
    return parts.join(u" | "_s);
}

Exit writeTo(const QString &path, const std::vector<OfficeActLine> &lines, const Arguments &arguments, Console &console)
{
    const auto bytes = csvOf(actsSheet(lines, ChangesText::title()), SheetFormat::CsvUtf8);
    if (!bytes) // UTF-8 takes every word
        return Exit::Unusable;
    if (const Result<> done = writeWholeFile(path, *bytes); !done) {
        console.complain(ChangesText::unwritable(path, done.error().detail));
        return Exit::Unusable;
    }
    if (arguments.json())
        console.sayJson({{u"lines"_s, int(lines.size())}, {u"file"_s, path}});
    else
        console.say(ChangesText::written(int(lines.size()), path));
    return Exit::Fine;
}

} // namespace

Exit runChanges(const QStringList &given, Console &console, const Clock &clock)
{
    const QStringList codes = kindCodes();
    Arguments arguments(console, u"changes"_s, ChangesText::description());
    arguments.add({u"by"_s, ChangesText::by(), u"LOGIN"_s});
    arguments.add({u"kind"_s, ChangesText::kind(codes.join(u", "_s)), u"KIND"_s});
    arguments.add({u"most"_s, ChangesText::most(), u"N"_s});
    arguments.add({u"out"_s, ChangesText::out(), u"FILE"_s});
    if (const auto over = arguments.read(given))
        return *over;
    OfficeActsWanted wanted;
    if (const QString by = arguments.value(u"by"_s); !by.isEmpty())
        wanted.by = {by};
    if (const QString kind = arguments.value(u"kind"_s); !kind.isEmpty()) {
        if (!codes.contains(kind))
            return arguments.misused(ChangesText::noKind(kind));
        wanted.kind = officeActKinds().at(size_t(codes.indexOf(kind)));
    }
    const QString path = arguments.value(u"out"_s);
    const int most = arguments.has(u"most"_s) ? arguments.value(u"most"_s).toInt() : path.isEmpty() ? kShown : 0;
    if (arguments.has(u"most"_s) && most < 1)
        return arguments.misused(ChangesText::noMost());
    if (!path.isEmpty() && QFileInfo::exists(path)) {
        console.complain(ChangesText::there(path));
        return Exit::Exists;
    }
    const auto lines = arguments.withPassword([&](const DatabaseUrl &url) -> Result<std::vector<OfficeActLine>> {
        const auto store = openStore(url, std::nullopt, clock);
        return store ? readLines(**store, wanted, most) : Result<std::vector<OfficeActLine>>(store.failure());
    });
    if (!lines)
        return arguments.failed(lines.error());
    if (!path.isEmpty())
        return writeTo(path, *lines, arguments, console);
    if (arguments.json()) {
        QJsonArray all;
        for (const OfficeActLine &line : *lines)
            all.append(jsonOf(line));
        console.sayJson({{u"database"_s, arguments.database().display()}, {u"changes"_s, all}});
        return Exit::Fine;
    }
    for (const OfficeActLine &line : *lines)
        console.say(textOf(line));
    if (lines->empty())
        console.say(ChangesText::none());
    return Exit::Fine;
}

} // namespace kessai
