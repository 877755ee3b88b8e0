// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The overtime of a closed month for the payroll system, written by the real program.
#include "core/base/textfile.h"
#include "core/office/sections.h"
#include "core/store/openstore.h"
#include "tests/app/adminrun.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

/// A copy of the sample office, and the month before this one.
struct PayrollRun {
    QTemporaryDir directory;
    QString office = SampleFile::instance().copyTo(directory.path());
    SystemClock clock;
    QDate month = QDate(clock.now().day().year(), clock.now().day().month(), 1).addMonths(-1);
    QString file = directory.filePath(QStringLiteral("payroll.csv"));

    AdminRun run(const QStringList &more = {})
    {
        return runAdmin(QStringList{QStringLiteral("export-payroll"), QString(QStringLiteral("sqlite:") + office),
                                    QStringLiteral("--month"), month.toString(QStringLiteral("yyyy-MM")),
                                    QStringLiteral("--out"), file}
                        + more);
    }
    /// As somebody in the window does who looks after everybody's working time.
    Result<> close()
    {
        const auto owner = openStore(DatabaseUrl::sqlite(office), std::nullopt, clock);
        const auto configuration = (*owner)->office().configuration();
        const OfficeHistory &history = configuration->office;
        const auto today = history.at(clock.now().day(), history.revision);
        const StaffId personnel = today->holders(today->postsWithRole(kPersonnelRole).front()).front();
        const auto store = openStore(DatabaseUrl::sqlite(office), personnel, clock);
        return (*store)->office().change(CloseMonth{month});
    }
};

} // namespace

TEST(AdminExportPayroll, WritesAMonthOnceItIsClosed)
{
    PayrollRun payroll;
    const AdminRun open = payroll.run();
    EXPECT_EQ(open.exit, 2);
    EXPECT_TRUE(open.err.contains(QStringLiteral("is not closed"))) << open.err.toStdString();
    EXPECT_FALSE(QFile::exists(payroll.file));
    ASSERT_TRUE(payroll.close());

    const AdminRun closed = payroll.run();

    EXPECT_EQ(closed.exit, 0) << closed.err.toStdString();
    QFile file(payroll.file);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    EXPECT_TRUE(bytes.startsWith("\xEF\xBB\xBF"));
    const QStringList lines = QString::fromUtf8(bytes).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    EXPECT_GT(lines.size(), 20) << "the sample office works overtime";
    for (const QString &line : lines)
        EXPECT_EQ(line.count(QLatin1Char(',')), 7) << line.toStdString();
    EXPECT_EQ(payroll.run().exit, 4) << "a file that is there is not touched";

    payroll.file = payroll.directory.filePath(QStringLiteral("payroll-cp932.csv"));
    EXPECT_EQ(payroll.run({QStringLiteral("--encoding"), QStringLiteral("latin1")}).exit, 1);
    const AdminRun inOlder = payroll.run({QStringLiteral("--encoding"), QStringLiteral("cp932")});
    QFile older(payroll.file);
    if (QString::fromUtf8(bytes).contains(QStringLiteral("𠮷"))) {
        EXPECT_EQ(inOlder.exit, 2);
        EXPECT_TRUE(inOlder.err.contains(QStringLiteral("CP932 does not have 𠮷"))) << inOlder.err.toStdString();
        EXPECT_FALSE(older.exists());
        return;
    }
    EXPECT_EQ(inOlder.exit, 0) << inOlder.err.toStdString();
    ASSERT_TRUE(older.open(QIODevice::ReadOnly));
    EXPECT_EQ(textOfFile(older.readAll())->trimmed(), QString::fromUtf8(bytes.mid(3)).trimmed())
        << "the same without the mark";
}

TEST(AdminExportPayroll, SaysWhatIsMissing)
{
    const QString office = QStringLiteral("sqlite:/nowhere/office.db");

    EXPECT_EQ(runAdmin({QStringLiteral("export-payroll"), office}).exit, 1);
    EXPECT_EQ(runAdmin({QStringLiteral("export-payroll"), office, QStringLiteral("--month"), QStringLiteral("2026-13"),
                        QStringLiteral("--out"), QStringLiteral("x.csv")})
                  .exit,
              1);
    EXPECT_EQ(
        runAdmin({QStringLiteral("export-payroll"), office, QStringLiteral("--month"), QStringLiteral("2026-10")}).exit,
        1);
}

} // namespace kessai::test
