// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The register of overtime of a month, printed by the real program.
#include "core/services/workbook.h"
#include "core/store/openstore.h"
#include "tests/app/adminrun.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

struct BookRun {
    QTemporaryDir directory;
    QString office = SampleFile::instance().copyTo(directory.path());
    SystemClock clock;
    QDate month = QDate(clock.now().day().year(), clock.now().day().month(), 1).addMonths(-1);
    QString file = directory.filePath(QStringLiteral("books.pdf"));

    AdminRun run(const QStringList &more = {})
    {
        QFile::remove(file);
        return runAdmin(QStringList{QStringLiteral("export-workbook"), QString(QStringLiteral("sqlite:") + office),
                                    QStringLiteral("--month"), month.toString(QStringLiteral("yyyy-MM")),
                                    QStringLiteral("--out"), file}
                        + more);
    }
    std::vector<WorkBook> books()
    {
        const auto owner = openStore(DatabaseUrl::sqlite(office), std::nullopt, clock);
        return *readWorkBooks((*owner)->ledgers(), *(*owner)->office().configuration(), month, std::nullopt);
    }
    int pages() const
    {
        QFile pdf(file);
        EXPECT_TRUE(pdf.open(QIODevice::ReadOnly));
        const QString bytes = QString::fromLatin1(pdf.readAll());
        EXPECT_TRUE(bytes.startsWith(QLatin1String("%PDF-")));
        return int(bytes.count(QRegularExpression(QStringLiteral("/Type /Page\\b"))));
    }
};

} // namespace

TEST(AdminExportWorkBook, PrintsEverybodyASectionOrOnePerson)
{
    BookRun print;
    const auto books = print.books();
    ASSERT_GT(books.size(), 1u);
    const WorkBook &one = books.front();
    const QString division = one.section.section(QLatin1Char(' '), 0, 0);
    const auto inDivision = std::count_if(books.begin(), books.end(), [&](const WorkBook &book) {
        return book.section.section(QLatin1Char(' '), 0, 0) == division;
    });
    const auto said = [](qsizetype count) { return QStringLiteral("%1 register").arg(count); };

    const AdminRun all = print.run();
    EXPECT_EQ(all.exit, 0) << all.err.toStdString();
    EXPECT_TRUE(all.out.startsWith(said(qsizetype(books.size())))) << all.out.toStdString();
    EXPECT_GE(print.pages(), int(books.size()));

    const AdminRun section = print.run({QStringLiteral("--section"), division});
    EXPECT_TRUE(section.out.startsWith(said(inDivision))) << section.out.toStdString();

    const AdminRun person = print.run({QStringLiteral("--staff"), one.number});
    EXPECT_TRUE(person.out.startsWith(said(1))) << person.out.toStdString();
    EXPECT_LE(print.pages(), 2);
}

TEST(AdminExportWorkBook, WritesNothingWithoutAnything)
{
    BookRun print;

    const AdminRun nobody = print.run({QStringLiteral("--staff"), QStringLiteral("no such number")});

    EXPECT_EQ(nobody.exit, 2);
    EXPECT_FALSE(QFile::exists(print.file));
    EXPECT_EQ(
        print.run({QStringLiteral("--staff"), QStringLiteral("1"), QStringLiteral("--section"), QStringLiteral("x")})
            .exit,
        1);
    QFile there(print.file);
    ASSERT_TRUE(there.open(QIODevice::WriteOnly));
    EXPECT_EQ(runAdmin({QStringLiteral("export-workbook"), QString(QStringLiteral("sqlite:") + print.office),
                        QStringLiteral("--month"), QStringLiteral("2026-10"), QStringLiteral("--out"), print.file})
                  .exit,
              4);
}

} // namespace kessai::test
