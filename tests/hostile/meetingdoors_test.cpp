// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "tests/hostile/scene.h"
#include "tests/hostile/session.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

/// That the doors of meetings open to those they are for; the attacks say to whom they do not.
class MeetingDoors : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(database.ok()) << qPrintable(database.error()); }

    /// What somebody is told; {M} is the published meeting.
    Outcome ask(const char *login, const QString &sql)
    {
        QString text = sql;
        text.replace(QLatin1String("{M}"), QString::number(meetings.published));
        return Session(database.name(), QLatin1String(login), staffPassword()).run(text);
    }
    QString value(const char *login, const char *sql)
    {
        const Outcome outcome = ask(login, QString::fromUtf8(sql));
        EXPECT_TRUE(outcome.ok) << login << ": " << qPrintable(outcome.message);
        return outcome.value();
    }
    /// Does something to the published meeting as it is.
    Outcome change(const char *login, int kind, const QString &body, const QString &pages = {})
    {
        return ask(login,
                   QStringLiteral("SELECT kessai.change_meeting({M}, (SELECT max(seq) FROM kessai.meeting_acts({M})), "
                                  "'doors-%1', %2, '%3', '%4')")
                       .arg(QString::number(++m_requests), QString::number(kind), body, pages));
    }
    QString chunksOf(const char *login, const char *words)
    {
        return ask(login,
                   QStringLiteral("SELECT count(*) FROM kessai.blob b JOIN kessai.blob_chunk k USING (blob_id) WHERE "
                                  "b.sha256 = '%1'")
                       .arg(QString::fromLatin1(sha256Hex(words))))
            .value();
    }

    SceneDatabase database;
    const SceneMeetings &meetings = SceneDatabase::cases().meetings;

private:
    int m_requests = 0;
};

TEST_F(MeetingDoors, OpenToWhoIsToReadAPaper)
{
    for (const char *login : {"sato", "kato", "bando", "shiba", "shindo"}) {
        EXPECT_EQ(value(login, "SELECT count(*) FROM kessai.meeting_pages({M}, 2, 1)"), QStringLiteral("1")) << login;
        EXPECT_EQ(value(login, "SELECT count(*) FROM kessai.find_in_papers('papers not know', 100)"),
                  QStringLiteral("1"))
            << login;
        EXPECT_EQ(chunksOf(login, kHiddenPaper), QStringLiteral("1")) << login;
    }
    EXPECT_EQ(value("tanaka", "SELECT count(*) FROM kessai.meeting_pages({M}, 1, 1)"), QStringLiteral("2"));
    EXPECT_EQ(chunksOf("tanaka", kOpenPaper), QStringLiteral("1"));
    EXPECT_EQ(chunksOf("sato", kDroppedPaper), QStringLiteral("1"));
    EXPECT_EQ(value("sato", "SELECT staff_id FROM kessai.papers_opened({M}) WHERE staff_id <> kessai.my_staff_id()")
                  .toLongLong(),
              sceneOffice().small.kato.value());
    EXPECT_EQ(value("kato", "SELECT unseen FROM kessai.my_meetings('2000-01-01') WHERE meeting_id = {M}"),
              QStringLiteral("1"));
}

TEST_F(MeetingDoors, TellEverybodyTheSameChain)
{
    const auto chain = QStringLiteral("SELECT seq, previous, hash FROM kessai.meeting_acts({M})");
    const Outcome all = ask("sato",
                            QStringLiteral("SELECT seq, kind, item, body, made_by, made_name, made_at, previous, hash "
                                           "FROM kessai.meeting_acts({M})"));
    ASSERT_TRUE(all.ok && !all.rows.isEmpty());

    EXPECT_EQ(ask("tanaka", chain).rows, ask("sato", chain).rows);
    EXPECT_EQ(ask("fuyo", chain).rows, ask("sato", chain).rows);
    QString previous;
    for (const QStringList &act : all.rows) {
        Canonical seal;
        seal.add(QStringLiteral("kessai-meeting-1")).add(meetings.published);
        for (const QString &part : act.mid(0, 8))
            seal.add(part);
        EXPECT_EQ(act[7], previous);
        EXPECT_EQ(act[8], QString::fromLatin1(seal.sha256())) << qPrintable(act[0]);
        previous = act[8];
    }
}

TEST_F(MeetingDoors, AnswerARequestOnce)
{
    const auto again = QStringLiteral("SELECT kessai.change_meeting({M}, %1, 'once', 2, "
                                      "'{\"item\":1,\"kind\":0,\"minutes\":10,\"no\":1,\"title\":\"報告\"}', '')")
                           .arg(value("sato", "SELECT max(seq) FROM kessai.meeting_acts({M})"));

    const Outcome first = ask("sato", again);
    const QString seq = value("sato", "SELECT max(seq) FROM kessai.meeting_acts({M})");
    const Outcome second = ask("sato", again);

    EXPECT_EQ(first.value(), QString::number(meetings.published));
    EXPECT_EQ(second.value(), first.value());
    EXPECT_EQ(value("sato", "SELECT max(seq) FROM kessai.meeting_acts({M})"), seq);
}

TEST_F(MeetingDoors, LetWhoWasAskedBringTheirPaperAndReplaceIt)
{
    Play play(database.name());
    EXPECT_EQ(value("fuyo", "SELECT awaited FROM kessai.my_meetings('2000-01-01')"), QStringLiteral("1"));
    for (const int revision : {1, 2}) {
        const QByteArray words = "a plan, version " + QByteArray::number(revision);
        const auto file = play.upload(QStringLiteral("fuyo"), QStringLiteral("x"), words);
        ASSERT_TRUE(file);
        const QString digest = QString::fromLatin1(file->sha256);
        const Outcome brought = change(
            "fuyo", 6,
            QStringLiteral(
                R"({"file":{"chunks":"%1","mediaType":"application/pdf","name":"x","sha256":"%1","size":%2},"item":3,"pages":1,"paper":3,"revision":%3,"title":"x"})")
                .arg(digest, QString::number(words.size()), QString::number(revision)),
            QStringLiteral(R"([{"folded":"plan","print":""}])"));
        EXPECT_TRUE(brought.ok) << qPrintable(brought.message);
        EXPECT_EQ(chunksOf("kato", words.constData()), QStringLiteral("1"));
    }

    EXPECT_EQ(value("fuyo", "SELECT awaited FROM kessai.my_meetings('2000-01-01')"), QStringLiteral("0"));
    EXPECT_EQ(value("kato", "SELECT count(*) FROM kessai.find_in_papers('plan', 100)"), QStringLiteral("1"))
        << "only the newest revision";
}

TEST_F(MeetingDoors, GiveInkToWhomItIsSharedWith)
{
    const char *const mine = "SELECT string_agg(right(ink_id, 1), ' ' ORDER BY ink_id) FROM kessai.ink_since({M}, 0)";

    EXPECT_EQ(value("kato", mine), QStringLiteral("1 2 3 4"));
    EXPECT_EQ(value("bando", mine), QStringLiteral("2 3 4 5"));
    EXPECT_EQ(value("sato", mine), QStringLiteral("3 4"));
    EXPECT_EQ(value("shindo", mine), QStringLiteral("3 4"));
    EXPECT_EQ(value("tanaka", mine), QStringLiteral("3"));
}

TEST_F(MeetingDoors, BringInkThatComesIntoSight)
{
    const QString mark = value("tanaka", "SELECT max(mark) FROM kessai.ink_since({M}, 0)");
    const auto news = QStringLiteral("SELECT right(ink_id, 1) FROM kessai.ink_since({M}, %1) ORDER BY 1").arg(mark);
    ASSERT_TRUE(ask("tanaka", news).rows.isEmpty());

    ASSERT_TRUE(change("sato", 3, QStringLiteral(R"({"from":[],"item":2})")).ok);

    EXPECT_EQ(ask("tanaka", news).rows, (QList<QStringList>{{QStringLiteral("4")}, {QStringLiteral("5")}}));
}

TEST_F(MeetingDoors, TellWhoHadAPieceThatItIsGone)
{
    const QString mark = value("bando", "SELECT max(mark) FROM kessai.ink_since({M}, 0)");

    const Outcome removed = ask(
        "kato",
        QStringLiteral(
            R"(SELECT kessai.put_ink({M}, '[{"audience": 0, "body": "", "id": "%1", "page": 0, "paper": 1, "readers": [],
 "removed": true, "revision": 1, "version": 2}]'))")
            .arg(QLatin1String(SceneMeetings::kChosenInk)));

    EXPECT_TRUE(removed.ok) << qPrintable(removed.message);
    const auto news = QStringLiteral("SELECT ink_id, removed, body, audience FROM kessai.ink_since({M}, %1)").arg(mark);
    EXPECT_EQ(ask("bando", news).rows,
              (QList<QStringList>{
                  {QLatin1String(SceneMeetings::kChosenInk), QStringLiteral("1"), QString(), QStringLiteral("1")}}));
    EXPECT_TRUE(ask("suzuki", news).rows.isEmpty());
}

TEST_F(MeetingDoors, DoNotTellWhetherAPaperIsThere)
{
    const auto begin = QStringLiteral("SELECT kessai.begin_upload('%1', %2, '%1') IS NULL")
                           .arg(QString::fromLatin1(sha256Hex(kOpenPaper)))
                           .arg(qstrlen(kOpenPaper));

    EXPECT_EQ(ask("fuji", begin).value(), QStringLiteral("false"));
    EXPECT_EQ(ask("kato", begin).value(), QStringLiteral("false")) << "whoever is withdrawn must not hold it";
    EXPECT_EQ(ask("sato", begin).value(), QStringLiteral("true")) << "who brought it";
}

} // namespace kessai::test
