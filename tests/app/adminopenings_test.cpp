// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening stocks of annual leave, taken from a file by the real program.
#include "core/store/openstore.h"
#include "tests/app/adminrun.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

const QString kHeading = QStringLiteral("職員番号,日数,分,半日数,基準日\n");

/// A copy of the sample office and a file beside it.
struct Import {
    QTemporaryDir directory;
    QString office = SampleFile::instance().copyTo(directory.path());

    AdminRun run(const QByteArray &file, const QStringList &options = {})
    {
        QFile csv(directory.filePath(QStringLiteral("openings.csv")));
        if (!csv.open(QIODevice::WriteOnly) || csv.write(file) != file.size())
            return {};
        csv.close();
        return runAdmin(
            QStringList{QStringLiteral("import-openings"), QStringLiteral("sqlite:") + office, csv.fileName()}
            + options);
    }
    /// What was carried over by the person with the sample's number 10001, the first one.
    LedgerAnswer carried(const QString &unit)
    {
        const SystemClock clock;
        const auto store = openStore(DatabaseUrl::sqlite(office), StaffId(1), clock);
        if (!store)
            return {};
        const auto answers =
            (*store)->ledgers().sums({{QStringLiteral("carried"), QStringLiteral("leave.annual.carried.") + unit,
                                       QStringLiteral("staff:1"), QDate(2040, 1, 1), QDate(2040, 12, 31)}},
                                     std::nullopt);
        return answers ? answers->front() : LedgerAnswer();
    }
};

} // namespace

TEST(AdminImportOpenings, TakesWhatStaffHadOnADay)
{
    Import import;
    const QString rows = kHeading + QStringLiteral("10001,5,60,1,2040-01-01\n１０００２,-3,0,,2040/1/1\n");
    QStringEncoder encoder("CP932");

    const AdminRun taken = import.run(encoder.encode(rows), {QStringLiteral("--json")});

    ASSERT_EQ(taken.exit, 0) << taken.err.toStdString();
    EXPECT_EQ(taken.json().value(QLatin1String("openings")).toInt(), 2);
    EXPECT_TRUE(taken.json().value(QLatin1String("written")).toBool());
    EXPECT_EQ(import.carried(QStringLiteral("minutes")).used, 5 * 465 + 60);
    EXPECT_EQ(import.carried(QStringLiteral("half_days")).used, 1);

    ASSERT_EQ(import.run((kHeading + QStringLiteral("10001,2,0,0,2040-01-01\n")).toUtf8()).exit, 0);
    EXPECT_EQ(import.carried(QStringLiteral("minutes")).used, 2 * 465) << "in place of what was taken before";
}

TEST(AdminImportOpenings, ShowsWithoutWriting)
{
    Import import;

    const AdminRun tried =
        import.run((kHeading + QStringLiteral("10001,5,60,1,2040-01-01\n")).toUtf8(), {QStringLiteral("--dry-run")});

    EXPECT_EQ(tried.exit, 0);
    EXPECT_TRUE(tried.out.contains(QLatin1String("1 opening in the file."))) << tried.out.toStdString();
    EXPECT_EQ(import.carried(QStringLiteral("minutes")).used, 0);
}

TEST(AdminImportOpenings, RefusesAFileWholeAndSaysWhichLinesAreWrong)
{
    Import import;
    const QString rows = kHeading
        + QStringLiteral("10001,5,60,1,2040-01-01\n"
                         "99999,1,0,0,2040-01-01\n"
                         "10002,x,0,0,2040-01-01\n"
                         "10002,1,465,0,2040-01-01\n"
                         "10002,1,0\n"
                         "10002,1,0,0,2040-02-30\n"
                         "10001,1,0,0,2040-01-01\n");

    const AdminRun refused = import.run(rows.toUtf8());

    EXPECT_EQ(refused.exit, 2);
    for (int line = 3; line <= 8; ++line)
        EXPECT_TRUE(refused.err.contains(QStringLiteral("Line %1:").arg(line))) << line;
    EXPECT_FALSE(refused.err.contains(QLatin1String("Line 2:")));
    EXPECT_EQ(import.carried(QStringLiteral("minutes")).used, 0);
    EXPECT_EQ(import.run(kHeading.toUtf8()).exit, 2) << "nothing in it";
    EXPECT_EQ(import.run(QByteArray("\xff\xfe\xfa")).exit, 2) << "no text";
}

} // namespace kessai::test
