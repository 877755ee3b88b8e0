// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What kessai-admin tells of who administers and audits an office, and how it gives and takes these rights.
#include "tests/app/adminrun.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class AdminRights : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_FALSE(m_path.isEmpty()) << SampleFile::instance().trouble.toStdString(); }
    AdminRun rights(const QStringList &more, const QString &language = u"C.UTF-8"_s) const
    {
        return runAdmin(QStringList{u"rights"_s, address()} + more, {{u"LANG"_s, language}});
    }
    QStringList loginsWith(const QString &right) const
    {
        QStringList logins;
        for (const QJsonValue &one : rights({u"--json"_s}).json().value("rights"_L1).toArray()) {
            if (one.toObject().value("right"_L1).toString() == right)
                logins.append(one.toObject().value("login"_L1).toString());
        }
        return logins;
    }

    QString address() const { return u"sqlite:"_s + m_path; }

private:
    QTemporaryDir m_directory;
    const QString m_path = SampleFile::instance().copyTo(m_directory.path());
};

} // namespace

TEST_F(AdminRights, AreGivenAndTakenAndStandInTheHistory)
{
    ASSERT_EQ(loginsWith(u"administrator"_s), QStringList{u"s10015"_s});

    const AdminRun given =
        rights({u"--give"_s, u"administrator"_s, u"s10024"_s, u"s10377"_s, u"--reason"_s, u"3人で担当"_s});
    ASSERT_EQ(given.exit, 0) << given.err.toStdString();
    EXPECT_EQ(given.out.count(u"is an administrator now."_s), 2) << given.out.toStdString();
    EXPECT_EQ(loginsWith(u"administrator"_s).size(), 3);
    const AdminRun again = rights({u"--give"_s, u"administrator"_s, u"s10024"_s, u"--reason"_s, u"もう一度"_s});
    EXPECT_EQ(again.exit, 0);
    EXPECT_TRUE(again.out.contains(u"nothing was changed"_s)) << again.out.toStdString();

    ASSERT_EQ(rights({u"--take"_s, u"administrator"_s, u"s10015"_s, u"--reason"_s, u"異動"_s}).exit, 0);
    EXPECT_FALSE(loginsWith(u"administrator"_s).contains(u"s10015"_s));

    const AdminRun history = runAdmin({u"changes"_s, address(), u"--kind"_s, u"rights"_s, u"--json"_s});
    const QJsonArray changes = history.json().value("changes"_L1).toArray();
    ASSERT_EQ(changes.size(), 2);
    EXPECT_EQ(changes[0].toObject().value("reason"_L1).toString(), u"異動"_s);
    EXPECT_EQ(changes[0].toObject().value("by"_L1).toString(), u"kessai-admin"_s);
}

TEST_F(AdminRights, SaysInJapaneseWhyNot)
{
    const QString ja = u"ja_JP.UTF-8"_s;
    const auto why = [&](const QStringList &more, int exit) {
        const AdminRun run = rights(more + QStringList{u"--reason"_s, u"交替"_s}, ja);
        EXPECT_EQ(run.exit, exit) << run.err.toStdString();
        return run.err;
    };
    EXPECT_TRUE(why({u"--take"_s, u"administrator"_s, u"s10015"_s}, 2).contains(u"最後の管理者"_s));
    EXPECT_TRUE(why({u"--give"_s, u"auditor"_s, u"s10015"_s}, 2).contains(u"兼ねる"_s));
    EXPECT_TRUE(
        why({u"--give"_s, u"auditor"_s, u"s1O024"_s}, 2).contains(u"「s1O024」でサインインする人はいません。"_s));
    EXPECT_TRUE(why({u"--give"_s, u"mayor"_s, u"s10024"_s}, 1).contains(u"mayor"_s));
    EXPECT_TRUE(why({u"--give"_s, u"auditor"_s}, 1).contains(u"ログイン名"_s));
    EXPECT_EQ(rights({u"--give"_s, u"auditor"_s, u"s10024"_s}).exit, 1) << "without a reason";
    EXPECT_EQ(loginsWith(u"administrator"_s), QStringList{u"s10015"_s});
    EXPECT_TRUE(rights({}, ja).out.contains(u"管理者: "_s));
}

} // namespace kessai::test
