// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The budget as whoever looks after a database takes it from a file (docs/budget.md).
#include "tests/app/adminrun.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

const QString kHead =
    u"年度,会計,款,項,目,事業,節,細節,会計名,款名,項名,目名,事業名,節名,細節名,所管,専決区分,種別,金額,日付,根拠\n"_s;
const QString kNextYear =
    u"2031,01,02,01,01,0010,10,01,一般会計,総務費,総務管理費,一般管理費,一般管理事務,需用費,消耗品費,総務課,10,当初,1000,R13.4.1,\n"_s;

class AdminBudget : public ::testing::Test {
protected:
    void SetUp() override
    {
        const QString path = SampleFile::instance().copyTo(m_directory.path());
        ASSERT_FALSE(path.isEmpty()) << SampleFile::instance().trouble.toStdString();
        m_url = u"sqlite:"_s + path;
    }
    AdminRun import(const QString &rows, const QStringList &more = {}, const QString &language = u"en_GB.UTF-8"_s)
    {
        const QString path = m_directory.filePath(u"budget.csv"_s);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write((kHead + rows).toUtf8());
        file.close();
        return runAdmin(QStringList{u"import-budget"_s, m_url, path} + more, {{u"LANG"_s, language}});
    }

    QTemporaryDir m_directory;
    QString m_url;
};

} // namespace

TEST_F(AdminBudget, IsShownThenTakenAndThenThereAlready)
{
    const AdminRun preview = import(kNextYear, {u"--preview"_s, u"--json"_s});
    ASSERT_EQ(preview.exit, 0) << preview.err.toStdString();
    EXPECT_EQ(preview.json()[u"newLines"_s].toInt(), 1);
    EXPECT_FALSE(preview.json()[u"written"_s].toBool(true));

    const AdminRun taken = import(kNextYear, {u"--json"_s});
    ASSERT_EQ(taken.exit, 0) << taken.err.toStdString();
    EXPECT_EQ(taken.json()[u"entries"_s].toInt(), 1);
    EXPECT_TRUE(taken.json()[u"written"_s].toBool());
    const AdminRun again = import(kNextYear);
    EXPECT_EQ(again.exit, 0) << again.err.toStdString();
    EXPECT_TRUE(again.out.contains(u"already; nothing was changed"_s)) << again.out.toStdString();

    const AdminRun verify = runAdmin({u"verify"_s, m_url});
    EXPECT_EQ(verify.exit, 0) << "what was filed before stays sound: " << verify.out.toStdString();
}

TEST_F(AdminBudget, AFileWithAWrongRowChangesNothing)
{
    const AdminRun broken =
        import(kNextYear + QString(kNextYear).replace(u"総務課"_s, u"総務科"_s), {}, u"ja_JP.UTF-8"_s);

    EXPECT_EQ(broken.exit, 2);
    EXPECT_TRUE(broken.err.contains(u"3行目: 所管「総務科」"_s)) << broken.err.toStdString();
    EXPECT_EQ(import(kNextYear, {u"--preview"_s, u"--json"_s}).json()[u"newLines"_s].toInt(), 1);
    EXPECT_EQ(runAdmin({u"import-budget"_s, m_url}).exit, 1);
    EXPECT_EQ(runAdmin({u"import-budget"_s, m_url, m_directory.filePath(u"nowhere.csv"_s)}).exit, 2);
}

} // namespace kessai::test
