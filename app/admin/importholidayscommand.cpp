// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/calendar/era.h"
#include "core/calendar/holidayfile.h"
#include "core/store/migrator.h"
#include "core/store/notaryholidays.h"
#include "core/store/officequeries.h"

#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class ImportText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::ImportText)

public:
    static QString description()
    {
        return tr(
            "Takes the list of public holidays that the Cabinet Office publishes (syukujitsu.csv), as CP932 or UTF-8. "
            "It "
            "stands for the years it contains; other years stay as they are, and cases that were submitted before stay "
            "as they were judged. A file that is not as it should be is refused whole.");
    }
    static QString file() { return tr("The list, as the Cabinet Office publishes it."); }
    static QString preview() { return tr("Shows what would change, and changes nothing."); }
    static QString refused(const QString &path, const QString &why) { return tr("%1: %2").arg(path, why); }
    static QString year(const QString &year) { return tr("The list contains the year %1.").arg(year); }
    static QString years(const QString &first, const QString &last)
    {
        return tr("The list contains the years %1 to %2.").arg(first, last);
    }
    static QString fresh(const HolidayDiff &diff)
    {
        return tr("%n of them was/were not imported before.", nullptr, int(diff.newYears.size()));
    }
    static QString added(const QString &day, const QString &name) { return tr("  new:      %1 %2").arg(day, name); }
    static QString removed(const QString &day, const QString &name) { return tr("  no more:  %1 %2").arg(day, name); }
    static QString renamed(const QString &day, const QString &before, const QString &after)
    {
        return tr("  renamed:  %1 %2 -> %3").arg(day, before, after);
    }
    static QString decided(qint64 cases)
    {
        return tr("%n decided case(s) lie(s) on days that become another kind of day; they stay as they are.", nullptr,
                  int(cases));
    }
    static QString imported(const QString &database) { return tr("The holidays of %1 are up to date.").arg(database); }
    static QString same(const QString &database)
    {
        return tr("%1 has these holidays already; nothing was changed.").arg(database);
    }
    static QString previewed() { return tr("Nothing was changed."); }
};

struct Outcome final {
    HolidayDiff diff;
    qint64 decided = 0;
    bool written = false;
};

Result<Outcome> import(const DatabaseUrl &url, const ImportHolidays &list, bool preview, const Clock &clock)
{
    auto database = Database::open(url);
    if (!database)
        return database.failure();
    if (const Result<> usable = Migrator(**database).usable(); !usable)
        return usable.failure();
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return transaction.failure();
    const Reader reader{**database, clock, std::nullopt, Sight::All};
    const auto configuration = readConfiguration(reader);
    if (!configuration)
        return configuration.failure();
    Outcome outcome{diffOf(list, configuration->parameters.holidays())};
    const auto decided = readDecidedOn(reader, outcome.diff.otherKind);
    if (!decided)
        return decided.failure();
    outcome.decided = *decided;
    if (preview || !outcome.diff.changes())
        return outcome;
    if (const Result<> written = writeHolidays(**database, *configuration, list, u"kessai-admin"_s, clock.now());
        !written)
        return written.failure();
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.failure();
    outcome.written = true;
    return outcome;
}

QJsonArray toJson(const std::vector<OfficialDay> &days)
{
    QJsonArray list;
    for (const OfficialDay &one : days)
        list.append(QJsonObject{{u"day"_s, one.day.toString(Qt::ISODate)}, {u"name"_s, one.name}});
    return list;
}

QJsonObject toJson(const Outcome &outcome)
{
    QJsonArray renamed;
    for (const HolidayDiff::Renamed &one : outcome.diff.renamed)
        renamed.append(
            QJsonObject{{u"day"_s, one.day.toString(Qt::ISODate)}, {u"before"_s, one.before}, {u"after"_s, one.after}});
    QJsonArray years;
    for (const int year : outcome.diff.newYears)
        years.append(year);
    return {{u"firstYear"_s, outcome.diff.firstYear},
            {u"lastYear"_s, outcome.diff.lastYear},
            {u"newYears"_s, years},
            {u"added"_s, toJson(outcome.diff.added)},
            {u"removed"_s, toJson(outcome.diff.removed)},
            {u"renamed"_s, renamed},
            {u"decidedCases"_s, outcome.decided},
            {u"written"_s, outcome.written}};
}

QString dayText(const QDate &day)
{
    return readsEnglish() ? day.toString(Qt::ISODate) : eraDateWithWeekday(day);
}

QString yearText(int year)
{
    return readsEnglish() ? QString::number(year) : eraYears(year);
}

void say(Console &console, const Outcome &outcome)
{
    const HolidayDiff &diff = outcome.diff;
    console.say(diff.firstYear == diff.lastYear ? ImportText::year(yearText(diff.firstYear))
                                                : ImportText::years(yearText(diff.firstYear), yearText(diff.lastYear)));
    if (!diff.newYears.empty())
        console.say(ImportText::fresh(diff));
    for (const OfficialDay &one : diff.added)
        console.say(ImportText::added(dayText(one.day), one.name));
    for (const OfficialDay &one : diff.removed)
        console.say(ImportText::removed(dayText(one.day), one.name));
    for (const HolidayDiff::Renamed &one : diff.renamed)
        console.say(ImportText::renamed(dayText(one.day), one.before, one.after));
    if (outcome.decided > 0)
        console.say(ImportText::decided(outcome.decided));
}

} // namespace

Exit runImportHolidays(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"import-holidays"_s, ImportText::description());
    arguments.addFile(ImportText::file());
    arguments.add({u"preview"_s, ImportText::preview()});
    if (const auto over = arguments.read(given))
        return *over;
    const auto bytes = arguments.fileBytes(kMostHolidayFileBytes);
    if (!bytes)
        return bytes.error();
    const auto list = readHolidayFile(*bytes);
    if (!list)
        return arguments.unusable(ImportText::refused(arguments.file(), list.error().text.text(readsEnglish())),
                                  {ErrorCode::Invalid, {}, {}});
    const bool preview = arguments.has(u"preview"_s);
    const auto outcome =
        arguments.withPassword([&](const DatabaseUrl &url) { return import(url, *list, preview, clock); });
    if (!outcome)
        return arguments.failed(outcome.error());
    const QString where = arguments.database().display();
    if (arguments.json()) {
        QJsonObject json = toJson(*outcome);
        json.insert(u"database"_s, where);
        console.sayJson(json);
        return Exit::Fine;
    }
    say(console, *outcome);
    if (!outcome->diff.changes())
        console.say(ImportText::same(where));
    else
        console.say(preview ? ImportText::previewed() : ImportText::imported(where));
    return Exit::Fine;
}

} // namespace kessai
