// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Anchors as whoever looks after a file takes them and holds the file to them; those of a server are in adminserver_test.cpp.
#include "core/cases/anchor.h"
#include "core/store/database.h"
#include "tests/app/adminrun.h"
#include "tests/support/rewriting.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

/// The sample office in a file, and a directory that its owner does not reach.
class AdminAnchor : public ::testing::Test {
protected:
    void SetUp() override
    {
        const QString path = SampleFile::instance().copyTo(m_directory.path());
        ASSERT_FALSE(path.isEmpty()) << SampleFile::instance().trouble.toStdString();
        m_url = QStringLiteral("sqlite:") + path;
    }

    QString kept(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    AdminRun anchor(const QStringList &more) { return runAdmin(QStringList{QStringLiteral("anchor"), m_url} + more); }
    AdminRun verify(const QStringList &more) { return runAdmin(QStringList{QStringLiteral("verify"), m_url} + more); }

    QTemporaryDir m_directory;
    QString m_url;
};

} // namespace

TEST_F(AdminAnchor, NamesTheCaseWhosePastTheOwnerRewrote)
{
    const AdminRun taken = anchor({QStringLiteral("--out"), kept("first.json"), QStringLiteral("--json")});
    ASSERT_EQ(taken.exit, 0) << taken.err.toStdString();
    const auto file = anchorFromFile(bytesOf(kept("first.json")));
    ASSERT_TRUE(file);
    EXPECT_EQ(taken.json().value(QLatin1String("digest")).toString().toLatin1(), file->digest());
    EXPECT_GT(file->cases, 100);
    const AdminRun sound = verify({QStringLiteral("--anchor"), kept("first.json")});
    EXPECT_EQ(sound.exit, 0) << sound.out.toStdString() << sound.err.toStdString();

    const CaseId rewritten = rewriteNewest(*DatabaseUrl::parse(m_url));

    const AdminRun alone = verify({});
    EXPECT_EQ(alone.exit, 0) << "without an anchor nobody can tell: " << alone.out.toStdString();
    const AdminRun held = verify({QStringLiteral("--anchor"), kept("first.json")});
    EXPECT_EQ(held.exit, 3) << held.err.toStdString();
    const AdminRun quick = verify({QStringLiteral("--anchor"), kept("first.json"), QStringLiteral("--anchor-only")});
    EXPECT_EQ(quick.exit, 3) << quick.err.toStdString();
    EXPECT_TRUE(held.out.endsWith(quick.out)) << quick.out.toStdString();
    EXPECT_EQ(verify({QStringLiteral("--anchor-only")}).exit, 1);
    EXPECT_TRUE(held.out.contains(QStringLiteral("(id %1): rewritten").arg(rewritten.value())))
        << held.out.toStdString();
}

TEST_F(AdminAnchor, NamesWhatCameLateAndCallsItNoBreach)
{
    ASSERT_EQ(anchor({QStringLiteral("--out"), kept("anchor.json")}).exit, 0);
    const auto owner = Database::open(*DatabaseUrl::parse(m_url));
    ASSERT_TRUE(owner);
    // Given a case submitted in a transaction that was left open over the anchor
    for (const char *statement :
         {"INSERT INTO case_file (case_id, number, form, drafter_id, drafter_name, drafter_section, title, seq, "
          "head_hash, "
          "created_at, changed_at) VALUES (90000, 'R8-90000', 'memo', 1, '', '', '', 1, 'aa', 1, 1)",
          "INSERT INTO event (case_id, seq, code, version, actor_id, actor_name, actor_title, actor_section, "
          "principal_name, "
          "at, request_id, payload, effects, previous_hash, hash) VALUES (90000, 1, 'x', 1, 1, '', '', '', '', 1, "
          "'late', "
          "'', '', '', 'aa')"})
        ASSERT_TRUE((*owner)->execute(QLatin1String(statement)));
    const QStringList held{QStringLiteral("--anchor"), kept("anchor.json"), QStringLiteral("--anchor-only")};

    const AdminRun told = verify(held);
    const AdminRun read = verify(held + QStringList{QStringLiteral("--json")});

    EXPECT_EQ(told.exit, 0) << told.out.toStdString();
    EXPECT_TRUE(told.out.contains(QStringLiteral("R8-90000 (id 90000)"))) << told.out.toStdString();
    EXPECT_EQ(read.exit, 0) << read.out.toStdString();
    const QJsonObject verdict = read.json().value(QLatin1String("anchor")).toObject();
    EXPECT_EQ(verdict.value(QLatin1String("breaches")).toArray().size(), 0);
    const QJsonObject late = verdict.value(QLatin1String("late")).toArray().at(0).toObject();
    EXPECT_EQ(late.value(QLatin1String("number")).toString(), QStringLiteral("R8-90000"));
}

TEST_F(AdminAnchor, WritesAnchorsAgainAndNeverOverThem)
{
    ASSERT_TRUE(QDir().mkdir(kept("anchors")));
    const QStringList into{QStringLiteral("--out"), kept("anchors")};
    const AdminRun first = anchor(into);
    const AdminRun second = anchor(into);

    EXPECT_EQ(first.exit, 0) << first.err.toStdString();
    EXPECT_EQ(second.exit, 0) << second.err.toStdString();
    const QByteArray written = bytesOf(kept("anchors/kessai-anchor-000001.json"));
    const auto before = anchorFromFile(written);
    const auto after = anchorFromFile(bytesOf(kept("anchors/kessai-anchor-000002.json")));
    ASSERT_TRUE(before && after);
    EXPECT_EQ(after->previous, before->digest());
    for (const QString &line : spelledOut(before->digest())) {
        EXPECT_TRUE(first.out.contains(line)) << first.out.toStdString();
        EXPECT_TRUE(second.out.contains(line)) << "the second names the first: " << second.out.toStdString();
    }

    const AdminRun again = anchor(QStringList{QStringLiteral("--number"), QStringLiteral("1")} + into);
    EXPECT_EQ(again.exit, 4) << again.err.toStdString();
    const AdminRun copy =
        anchor({QStringLiteral("--number"), QStringLiteral("1"), QStringLiteral("--out"), kept("copy.json")});
    EXPECT_EQ(copy.exit, 0) << copy.err.toStdString();
    EXPECT_EQ(bytesOf(kept("copy.json")), written);
    EXPECT_EQ(anchor({QStringLiteral("--number"), QStringLiteral("9")}).exit, 2);
    EXPECT_EQ(anchor({QStringLiteral("--number"), QStringLiteral("no")}).exit, 1);
    EXPECT_EQ(anchor({QStringLiteral("--out"), kept("nowhere/at.json")}).exit, 2);
}

TEST_F(AdminAnchor, TakesNoFileForAnAnchorThatIsNone)
{
    ASSERT_EQ(anchor({QStringLiteral("--out"), kept("anchor.json")}).exit, 0);
    const auto write = [this](const char *name, const QByteArray &bytes) {
        QFile file(kept(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    const QByteArray bytes = bytesOf(kept("anchor.json"));
    write("changed.json", QByteArray(bytes).replace("\"number\":1", "\"number\":2"));
    Anchor foreign = *anchorFromFile(bytes);
    foreign.office = QStringLiteral("別の市役所");
    write("foreign.json", anchorFile(foreign));

    for (const char *name : {"changed.json", "foreign.json", "missing.json"}) {
        const AdminRun held = verify({QStringLiteral("--anchor"), kept(name), QStringLiteral("--json")});
        EXPECT_EQ(held.exit, 2) << name;
        EXPECT_TRUE(held.json().contains(QLatin1String("error"))) << name;
        EXPECT_FALSE(held.err.isEmpty()) << name;
    }
}

} // namespace kessai::test
