// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The official list of holidays as whoever looks after a database takes it from a file.
#include "tests/app/adminrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class AdminHolidays : public ::testing::Test {
protected:
    void SetUp() override
    {
        const QString path = SampleFile::instance().copyTo(m_directory.path());
        ASSERT_FALSE(path.isEmpty()) << SampleFile::instance().trouble.toStdString();
        m_url = u"sqlite:"_s + path;
    }

    AdminRun import(const QString &file, const QStringList &more = {}, const QString &language = u"en_GB.UTF-8"_s)
    {
        return runAdmin(QStringList{u"import-holidays"_s, m_url, file} + more, {{u"LANG"_s, language}});
    }
    QString written(const QByteArray &bytes)
    {
        const QString path = m_directory.filePath(u"list.csv"_s);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }

    const QString official = QStringLiteral(KESSAI_SOURCE_DIR "/tests/core/calendar/syukujitsu.csv");
    QTemporaryDir m_directory;
    QString m_url;
};

} // namespace

TEST_F(AdminHolidays, AreShownThenTakenAndThenThereAlready)
{
    const AdminRun preview = import(official, {u"--preview"_s, u"--json"_s});
    ASSERT_EQ(preview.exit, 0) << preview.err.toStdString();
    EXPECT_EQ(preview.json()[u"firstYear"_s].toInt(), 1980);
    EXPECT_EQ(preview.json()[u"newYears"_s].toArray().size(), 49);
    EXPECT_FALSE(preview.json()[u"written"_s].toBool(true));

    const AdminRun taken = import(official, {u"--json"_s});
    ASSERT_EQ(taken.exit, 0) << taken.err.toStdString();
    EXPECT_TRUE(taken.json()[u"written"_s].toBool());
    const AdminRun again = import(official);
    EXPECT_EQ(again.exit, 0) << again.err.toStdString();
    EXPECT_TRUE(again.out.contains(u"has these holidays already"_s)) << again.out.toStdString();

    const AdminRun verify = runAdmin({u"verify"_s, m_url});
    EXPECT_EQ(verify.exit, 0) << "what was filed before stays sound: " << verify.out.toStdString();
}

TEST_F(AdminHolidays, SayWhatChangesInTheReadersLanguage)
{
    QFile file(official);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    ASSERT_EQ(import(official).exit, 0);
    const QByteArray changed = file.readAll().replace("2028/3/20,", "2028/3/21,");

    const AdminRun run = import(written(changed), {u"--preview"_s}, u"ja_JP.UTF-8"_s);

    EXPECT_EQ(run.exit, 0) << run.err.toStdString();
    EXPECT_TRUE(run.out.contains(u"新しい祝日: 令和10年3月21日（火） 春分の日"_s)) << run.out.toStdString();
    EXPECT_TRUE(run.out.contains(u"なくなる祝日: 令和10年3月20日（月） 春分の日"_s)) << run.out.toStdString();
    EXPECT_TRUE(run.out.contains(u"何も変えていません。"_s)) << run.out.toStdString();
}

TEST_F(AdminHolidays, AFileThatIsNotAsItShouldBeChangesNothing)
{
    const AdminRun broken =
        import(written("国民の祝日・休日月日,国民の祝日・休日名称\r\n2026/1/1,元日\r\n2026/2/30,休日\r\n"), {},
               u"ja_JP.UTF-8"_s);
    EXPECT_EQ(broken.exit, 2);
    EXPECT_TRUE(broken.err.contains(u"3行目"_s)) << broken.err.toStdString();
    const AdminRun missing = import(m_directory.filePath(u"nowhere.csv"_s), {u"--json"_s});
    EXPECT_EQ(missing.exit, 2);
    EXPECT_EQ(missing.json()[u"error"_s][u"code"_s].toString(), u"FileUnreadable"_s);
    EXPECT_EQ(runAdmin({u"import-holidays"_s, m_url}).exit, 1);
    EXPECT_EQ(import(official, {u"too"_s}).exit, 1);
    EXPECT_EQ(runAdmin({u"import-holidays"_s, u"sqlite:"_s + m_directory.filePath(u"none.db"_s), official}).exit, 2);

    const AdminRun preview = import(official, {u"--preview"_s, u"--json"_s});
    EXPECT_EQ(preview.json()[u"newYears"_s].toArray().size(), 49) << "nothing came of all that";
}

} // namespace kessai::test
