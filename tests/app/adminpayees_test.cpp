// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Payees as whoever looks after a database takes them from a table.
#include "tests/app/adminrun.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class AdminPayees : public ::testing::Test {
protected:
    void SetUp() override
    {
        const QString path = SampleFile::instance().copyTo(m_directory.path());
        ASSERT_FALSE(path.isEmpty()) << SampleFile::instance().trouble.toStdString();
        m_url = u"sqlite:"_s + path;
        QFile file(QStringLiteral(KESSAI_SOURCE_DIR "/resources/sample/payees.csv"));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        m_sample = file.readAll();
    }
    AdminRun import(const QByteArray &table, const QStringList &more = {}, const QString &language = u"en_GB.UTF-8"_s)
    {
        const QString path = m_directory.filePath(u"saikensha.csv"_s);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(table);
        file.close();
        return runAdmin(QStringList{u"import-payees"_s, m_url, path} + more, {{u"LANG"_s, language}});
    }

    QByteArray m_sample; ///< the table the sample office was made from
    QTemporaryDir m_directory;
    QString m_url;
};

} // namespace

TEST_F(AdminPayees, OfTheSampleOfficeAreThereAlready)
{
    const AdminRun run = import(m_sample, {u"--json"_s});

    ASSERT_EQ(run.exit, 0) << run.err.toStdString();
    EXPECT_EQ(run.json()[u"same"_s].toInt(), 60);
    EXPECT_FALSE(run.json()[u"written"_s].toBool(true));
}

TEST_F(AdminPayees, AreShownThenTakenThenThereAlready)
{
    QByteArray table = m_sample;
    table.replace("ミホンセツビコウギョウ,,", "ミホンセツビ,,");
    table +=
        u"0000999,新しい商店,アタラシイショウテン,個人事業主,,0990,ミホン,001,ホンテン,普通,1,アタラシイ マコト,,\n"_s
            .toUtf8();

    const AdminRun preview = import(table, {u"--preview"_s, u"--json"_s});
    ASSERT_EQ(preview.exit, 0) << preview.err.toStdString();
    EXPECT_EQ(preview.json()[u"added"_s].toInt(), 1);
    EXPECT_EQ(preview.json()[u"changed"_s].toInt(), 1);
    EXPECT_FALSE(preview.json()[u"written"_s].toBool(true));
    const AdminRun taken = import(table, {u"--json"_s});
    ASSERT_EQ(taken.exit, 0) << taken.err.toStdString();
    EXPECT_TRUE(taken.json()[u"written"_s].toBool());
    const AdminRun again = import(table, {}, u"ja_JP.UTF-8"_s);
    EXPECT_EQ(again.exit, 0);
    EXPECT_TRUE(again.out.contains(u"変わらないもの: 61件"_s)) << again.out.toStdString();
}

TEST_F(AdminPayees, ATableThatIsNotAsItShouldBeIsToldRowByRowAndChangesNothing)
{
    QByteArray table = m_sample;
    table.replace(",0990,", ",099x,");

    const AdminRun broken = import(table, {}, u"ja_JP.UTF-8"_s);
    EXPECT_EQ(broken.exit, 2);
    EXPECT_TRUE(broken.err.contains(u"2行目"_s)) << broken.err.toStdString();
    EXPECT_TRUE(broken.err.contains(u"金融機関コード"_s)) << broken.err.toStdString();
    EXPECT_EQ(runAdmin({u"import-payees"_s, m_url}).exit, 1);
    EXPECT_EQ(runAdmin({u"import-payees"_s, m_url, m_directory.filePath(u"none.csv"_s)}).exit, 2);
    EXPECT_EQ(import(m_sample, {u"--json"_s}).json()[u"same"_s].toInt(), 60) << "nothing came of all that";
}

} // namespace kessai::test
