// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Routes as tables for scripts: out of an office, changed, and in again as a whole or not at all.
#include "tests/app/adminrun.h"
#include "tests/support/postgresserver.h"

#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

/// The same on a file and on a server.
class AdminRules : public ::testing::TestWithParam<bool> {
protected:
    void SetUp() override
    {
        if (!GetParam()) {
            const QString path = SampleFile::instance().copyTo(m_directory.path());
            ASSERT_FALSE(path.isEmpty()) << SampleFile::instance().trouble.toStdString();
            m_url = u"sqlite:"_s + path;
            return;
        }
        const PostgresServer &server = PostgresServer::instance();
        ASSERT_TRUE(server.running()) << server.error().toStdString();
        m_url = server.ownerUrl(u"rules"_s);
        static const AdminRun made = runAdmin(
            {u"create"_s, m_url, u"--sample"_s, u"--sample-password"_s, u"mihon-no-password-1"_s, u"--json"_s});
        ASSERT_EQ(made.exit, 0) << made.err.toStdString();
    }
    QString path(const QString &name) const { return m_directory.filePath(name); }
    AdminRun exported(const QString &name, const QStringList &more = {})
    {
        return runAdmin(QStringList{u"export-rules"_s, m_url, u"--form"_s, u"draft"_s, u"--out"_s, path(name)} + more);
    }
    AdminRun imported(const QString &name, const QStringList &more = {}, const QString &form = u"draft"_s)
    {
        return runAdmin(QStringList{u"import-rules"_s, m_url, path(name), u"--form"_s, form} + more);
    }
    /// Rewrites a table, word by word.
    void rewrite(const QString &name, const QByteArray &what, const QByteArray &with)
    {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        ASSERT_TRUE(text.contains(what)) << text.toStdString();
        text.replace(text.indexOf(what), what.size(), with);
        file.resize(0);
        file.seek(0);
        file.write(text);
    }
    QString day(int ahead) const { return QDate::currentDate().addDays(ahead).toString(Qt::ISODate); }

    QString m_url;

private:
    QTemporaryDir m_directory;
};
INSTANTIATE_TEST_SUITE_P(Databases, AdminRules, ::testing::Bool(),
                         [](const auto &one) { return std::string(one.param ? "PostgreSql" : "Sqlite"); });

} // namespace

TEST_P(AdminRules, GoOutAndComeBackAndSayTheSame)
{
    const AdminRun out = exported(u"route.csv"_s, {u"--json"_s});
    ASSERT_EQ(out.exit, 0) << out.err.toStdString();
    EXPECT_EQ(out.json()[u"form"_s].toString(), u"draft"_s);

    const AdminRun in = imported(u"route.csv"_s);
    EXPECT_EQ(in.exit, 0) << in.err.toStdString();
    EXPECT_TRUE(in.out.contains(u"says this already"_s)) << in.out.toStdString();
    EXPECT_EQ(exported(u"route.csv"_s).exit, 4) << "what is there stays";
}

TEST_P(AdminRules, AreLookedAtThenInForceFromTheirDayOn)
{
    ASSERT_EQ(exported(u"route.csv"_s).exit, 0);
    rewrite(u"route.csv"_s, "回議", "合議"); // the first step consults instead of reviewing
    const QString from = day(400);

    const AdminRun preview = imported(u"route.csv"_s, {u"--from"_s, from, u"--preview"_s, u"--json"_s});
    ASSERT_EQ(preview.exit, 0) << preview.err.toStdString();
    EXPECT_EQ(preview.json()[u"changes"_s].toArray().size(), 1);
    EXPECT_FALSE(preview.json()[u"written"_s].toBool(true));
    const AdminRun taken = imported(u"route.csv"_s, {u"--from"_s, from, u"--reason"_s, u"規程の改正"_s, u"--json"_s});
    ASSERT_EQ(taken.exit, 0) << taken.err.toStdString();
    EXPECT_TRUE(taken.json()[u"written"_s].toBool());

    ASSERT_EQ(exported(u"then.csv"_s, {u"--on"_s, from}).exit, 0);
    ASSERT_EQ(exported(u"before.csv"_s, {u"--on"_s, day(399)}).exit, 0);
    const auto text = [this](const QString &name) {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    EXPECT_NE(text(u"then.csv"_s), text(u"before.csv"_s));
    const AdminRun again = imported(u"route.csv"_s, {u"--from"_s, from});
    EXPECT_TRUE(again.out.contains(u"says this already"_s)) << again.out.toStdString();
    EXPECT_EQ(runAdmin({u"verify"_s, m_url}).exit, 0);
}

TEST_P(AdminRules, ATableWithAnythingWrongIsRefusedWhole)
{
    ASSERT_EQ(exported(u"route.csv"_s).exit, 0);
    ASSERT_EQ(exported(u"nobody.csv"_s).exit, 0);
    rewrite(u"route.csv"_s, "回議", "会議");
    const AdminRun unread = imported(u"route.csv"_s);
    EXPECT_EQ(unread.exit, 2) << unread.out.toStdString();
    EXPECT_TRUE(unread.err.contains(u"Line 2"_s)) << unread.err.toStdString();
    EXPECT_TRUE(unread.err.contains(u"nothing was changed"_s)) << unread.err.toStdString();

    rewrite(u"nobody.csv"_s, ",決裁,", ",回議,");
    const AdminRun undecided = imported(u"nobody.csv"_s);
    EXPECT_EQ(undecided.exit, 2) << "what the settings would not take";

    ASSERT_EQ(exported(u"after.csv"_s, {u"--on"_s, day(300)}).exit, 0);
    EXPECT_EQ(imported(u"after.csv"_s).exit, 0);
}

TEST_P(AdminRules, SayWhatMakesNoSense)
{
    ASSERT_EQ(exported(u"route.csv"_s).exit, 0);
    EXPECT_EQ(runAdmin({u"import-rules"_s, m_url, path(u"route.csv"_s)}).exit, 1) << "of which form";
    EXPECT_EQ(imported(u"route.csv"_s, {u"--from"_s, u"2027-02-30"_s}).exit, 1);
    EXPECT_EQ(imported(u"route.csv"_s, {u"--from"_s, day(0)}).exit, 1) << "today's cases are judged already";
    EXPECT_EQ(imported(u"route.csv"_s, {}, u"nothing"_s).exit, 2);
    EXPECT_EQ(imported(u"missing.csv"_s).exit, 2);
    EXPECT_EQ(runAdmin({u"export-rules"_s, m_url, u"--form"_s, u"draft"_s}).exit, 1) << "where to";
    EXPECT_EQ(runAdmin({u"export-rules"_s, m_url, u"--form"_s, u"nothing"_s, u"--out"_s, path(u"x.csv"_s)}).exit, 2);
    EXPECT_FALSE(QFile::exists(path(u"x.csv"_s)));
}

} // namespace kessai::test
