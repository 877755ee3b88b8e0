// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "app/language.h"
#include "core/services/workbook.h"
#include "core/store/openstore.h"
#include "ui/print/booksheet.h"

#include <QFileInfo>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class WorkBookText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::WorkBookText)

public:
    static QString description()
    {
        return tr(
            "Prints the register of overtime (時間外勤務命令簿) of a month into a PDF file, in Japanese: of everybody "
            "with "
            "anything in it, of a section with those below it, or of one person. A closed month stays what it was.");
    }
    static QString month() { return tr("The month."); }
    static QString out() { return tr("The file to write."); }
    static QString staff() { return tr("The number of one person."); }
    static QString section() { return tr("The name of one section, as the register has it."); }
    static QString noMonth() { return tr("--month is a month as in 2026-11."); }
    static QString noFile() { return tr("--out is missing."); }
    static QString oneOfThem() { return tr("Either --staff or --section."); }
    static QString nobody() { return tr("There is nothing to print."); }
    static QString there(const QString &path) { return tr("%1 is there already; it was not touched.").arg(path); }
    static QString unwritable(const QString &path) { return tr("%1 cannot be written.").arg(path); }
    static QString written(int books, const QString &path)
    {
        return tr("%n register(s) written to %1.", nullptr, books).arg(path);
    }
};

Result<std::vector<WorkBook>> booksIn(Store &store, const QDate &month)
{
    const auto configuration = store.office().configuration();
    return configuration ? readWorkBooks(store.ledgers(), *configuration, month, std::nullopt)
                         : Result<std::vector<WorkBook>>(configuration.failure());
}

/// "総務課" is its own and that of all who work in one of its parts ("総務課 庶務係").
bool liesIn(const QString &section, const QString &wanted)
{
    return section == wanted || section.startsWith(wanted + u' ');
}

} // namespace

Exit runExportWorkBook(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"export-workbook"_s, WorkBookText::description());
    arguments.add({u"month"_s, WorkBookText::month(), u"YYYY-MM"_s});
    arguments.add({u"out"_s, WorkBookText::out(), u"FILE"_s});
    arguments.add({u"staff"_s, WorkBookText::staff(), u"NUMBER"_s});
    arguments.add({u"section"_s, WorkBookText::section(), u"NAME"_s});
    if (const auto over = arguments.read(given))
        return *over;
    const QDate month = QDate::fromString(QString(arguments.value(u"month"_s) + u"-01"_s), Qt::ISODate);
    if (!month.isValid())
        return arguments.misused(WorkBookText::noMonth());
    const QString path = arguments.value(u"out"_s);
    if (path.isEmpty())
        return arguments.misused(WorkBookText::noFile());
    const QString staff = arguments.value(u"staff"_s);
    const QString section = arguments.value(u"section"_s);
    if (!staff.isEmpty() && !section.isEmpty())
        return arguments.misused(WorkBookText::oneOfThem());
    if (QFileInfo::exists(path)) {
        console.complain(WorkBookText::there(path));
        return Exit::Exists;
    }
    auto books = arguments.withPassword([&](const DatabaseUrl &url) -> Result<std::vector<WorkBook>> {
        const auto store = openStore(url, std::nullopt, clock);
        return store ? booksIn(**store, month) : Result<std::vector<WorkBook>>(store.failure());
    });
    if (!books)
        return arguments.failed(books.error());
    std::erase_if(*books, [&](const WorkBook &book) {
        return (!staff.isEmpty() && book.number != staff) || (!section.isEmpty() && !liesIn(book.section, section));
    });
    if (books->empty()) {
        console.complain(WorkBookText::nobody());
        return Exit::Unusable;
    }
    const Result<> saved = [&] {
        const Translations japanese(Language::Japanese); // it is a record, whatever a script speaks
        return saveBooksPdf(*books, path);
    }();
    if (!saved) {
        console.complain(WorkBookText::unwritable(path));
        return Exit::Unusable;
    }
    if (arguments.json())
        console.sayJson({{u"books"_s, int(books->size())}, {u"file"_s, path}});
    else
        console.say(WorkBookText::written(int(books->size()), path));
    return Exit::Fine;
}

} // namespace kessai
