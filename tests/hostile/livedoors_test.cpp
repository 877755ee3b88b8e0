// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/scene.h"
#include "tests/hostile/session.h"
#include "tests/support/postgresserver.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>

namespace kessai::test {

using ::testing::ElementsAre;

/// That the doors of a running meeting open to those who meet, and ring.
class LiveDoors : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(database.ok()) << qPrintable(database.error()); }

    /// What somebody is told; {R} is the running meeting.
    Outcome ask(const char *login, const QString &sql)
    {
        QString text = sql;
        text.replace(QLatin1String("{R}"), QString::number(running));
        return Session(database.name(), QLatin1String(login), staffPassword()).run(text);
    }
    QString value(const char *login, const char *sql)
    {
        const Outcome outcome = ask(login, QString::fromUtf8(sql));
        EXPECT_TRUE(outcome.ok) << login << ": " << sql << ": " << qPrintable(outcome.message);
        return outcome.value();
    }
    /// Does something to it as it is.
    Outcome change(const char *login, int kind, const QString &body)
    {
        return ask(login,
                   QStringLiteral("SELECT kessai.change_meeting({R}, (SELECT max(seq) FROM kessai.meeting_acts({R})), "
                                  "'live-%1', %2, '%3', '')")
                       .arg(QString::number(++m_requests), QString::number(kind), body));
    }
    static QString body(const char *text) { return QString::fromUtf8(text); }
    static qint64 staff(const char *login) { return sceneOffice().staffId(QLatin1String(login)).value(); }
    QString channel(const char *login) { return value(login, "SELECT channel FROM kessai.meeting_live({R})"); }
    QString superuser(const QString &sql)
    {
        const auto rows = PostgresServer::instance().rows(database.name(), sql);
        return rows && rows->size() == 1 ? rows->constFirst().constFirst() : QString();
    }

    SceneDatabase database;
    const qint64 running = SceneDatabase::cases().meetings.running;

private:
    int m_requests = 0;
};

/// Somebody who listens to the running meeting through their own store.
class Listeners final {
public:
    Listeners(const QString &database, const char *login, const QString &channel) : m_play(database)
    {
        Store *store = m_play.at(QLatin1String(login));
        const bool listens = store && store->listen(channel.toLatin1(), [this](Ring what) { m_heard.push_back(what); });
        EXPECT_TRUE(listens);
    }
    /// What rang since the last time, once at least one did.
    std::vector<Ring> heard()
    {
        QElapsedTimer since;
        for (since.start(); m_heard.empty() && since.elapsed() < 5'000; QThread::msleep(1))
            QCoreApplication::processEvents();
        return std::exchange(m_heard, {});
    }

private:
    Play m_play;
    std::vector<Ring> m_heard;
};

TEST_F(LiveDoors, ShowEverybodyWhereThePresenterIs)
{
    const char *const place =
        "SELECT concat_ws(' ', paper, revision, page, x, y, scrolled) FROM kessai.meeting_live({R})";
    EXPECT_EQ(value("kato", place), QStringLiteral("2 1 1 0.5 0.25 0"));
    EXPECT_EQ(value("tanaka", place), QStringLiteral("0 0 0 -1 -1 0")) << "it is hidden from them";
    const qint64 mark = value("kato", "SELECT mark FROM kessai.meeting_live({R})").toLongLong();

    EXPECT_EQ(value("sato", "SELECT mark FROM kessai.show_place({R}, 1, 1, 0, -1, -1, 0.5)").toLongLong(), mark + 1);

    for (const char *login : {"kato", "tanaka", "shiba", "shindo"})
        EXPECT_EQ(value(login, place), QStringLiteral("1 1 0 -1 -1 0.5")) << login;
    EXPECT_TRUE(ask("sato", QStringLiteral("SELECT kessai.set_presenter({R}, %1)").arg(staff("kato"))).ok);
    EXPECT_TRUE(ask("kato", QStringLiteral("SELECT kessai.show_place({R}, 1, 1, 1, 0, 1)")).ok);
    EXPECT_EQ(value("sato", place), QStringLiteral("1 1 1 0 1 0"));
}

TEST_F(LiveDoors, RingForWhatIsDoneAndForSharedInk)
{
    Listeners ears(database.name(), "suzuki", channel("suzuki"));
    const auto ink = [this](const char *id, int audience) {
        return ask("kato",
                   QStringLiteral(R"(SELECT kessai.put_ink({R}, '[{"audience": %1, "body": "{}", "id": "%2", "page": 0,
 "paper": 1, "readers": [], "removed": false, "revision": 1, "version": 1}]'))")
                       .arg(QString::number(audience), QLatin1String(id)))
            .ok;
    };

    ASSERT_TRUE(ask("sato", QStringLiteral("SELECT kessai.show_place({R}, 1, 1, 0, -1, -1)")).ok);
    EXPECT_THAT(ears.heard(), ElementsAre(Ring::Live));
    ASSERT_TRUE(change("bando", 13, body(R"({"item":1,"resolution":18,"text":"了承"})")).ok);
    EXPECT_THAT(ears.heard(), ElementsAre(Ring::Live));
    ASSERT_TRUE(ask("kato", QStringLiteral("SELECT kessai.ask_to_speak({R}, false)")).ok);
    EXPECT_THAT(ears.heard(), ElementsAre(Ring::Live));
    ASSERT_TRUE(ink("00000000-0000-4000-8000-0000000000f1", 0));
    ASSERT_TRUE(ink("00000000-0000-4000-8000-0000000000f2", 2));
    EXPECT_THAT(ears.heard(), ElementsAre(Ring::Ink)) << "of private ink nobody hears";
}

TEST_F(LiveDoors, RingNoMoreForWhoWasTakenOut)
{
    const QString before = channel("tanaka");
    Listeners out(database.name(), "tanaka", before);
    QStringList members;
    for (const auto &[login, role] : {std::pair("sato", 2), std::pair("bando", 1), std::pair("kato", 0)})
        members << QStringLiteral(R"({"because":"","role":%1,"who":%2})").arg(role).arg(staff(login));

    ASSERT_TRUE(change("sato", 1, QStringLiteral(R"({"members":[%1]})").arg(members.join(QLatin1Char(',')))).ok);

    EXPECT_THAT(out.heard(), ElementsAre(Ring::Live)) << "once more, as for everybody";
    const QString after = channel("kato");
    EXPECT_NE(after, before);
    EXPECT_EQ(after.size(), 33);
    EXPECT_EQ(ask("tanaka", QStringLiteral("SELECT channel FROM kessai.meeting_live({R})")).message,
              QStringLiteral("NotFound"));
    Listeners in(database.name(), "kato", after);
    ASSERT_TRUE(ask("sato", QStringLiteral("SELECT kessai.show_place({R}, 1, 1, 0, -1, -1)")).ok);
    EXPECT_THAT(in.heard(), ElementsAre(Ring::Live));
    QCoreApplication::processEvents();
    ASSERT_TRUE(ask("sato", QStringLiteral("NOTIFY %1, 'ink'").arg(before)).ok);
    EXPECT_THAT(out.heard(), ElementsAre(Ring::Ink)) << "nothing of what was done";
}

TEST_F(LiveDoors, CountWhatWasCastWhateverTheSecretarySays)
{
    ASSERT_TRUE(ask("bando", QStringLiteral("SELECT kessai.cast_ballot({R}, 17, 1)")).ok);
    ASSERT_TRUE(ask("bando", QStringLiteral("SELECT kessai.cast_ballot({R}, 17, 3)")).ok) << "they thought it over";

    const Outcome closed =
        change("sato", 12,
               QStringLiteral(R"({"abstain":0,"ballots":[{"choice":1,"who":%1}],"no":0,"vote":17,"yes":40})")
                   .arg(staff("tanaka")));

    ASSERT_TRUE(closed.ok) << qPrintable(closed.message);
    EXPECT_EQ(value("kato", "SELECT body FROM kessai.meeting_acts({R}) WHERE kind = 12 AND item = 2"),
              QStringLiteral(R"({"abstain":1,"ballots":[],"no":1,"vote":17,"yes":0})"));
    EXPECT_EQ(superuser(QStringLiteral("SELECT count(*) FROM kessai.meeting_ballot")), QStringLiteral("0"))
        << "who chose what in a secret vote is known nowhere";
    EXPECT_EQ(value("kato",
                    "SELECT string_agg(x->>'choice', ' ' ORDER BY x->'choice') FROM kessai.meeting_acts({R}) a, "
                    "jsonb_array_elements(a.body::jsonb->'ballots') x WHERE a.kind = 12 AND a.item = 1"),
              QStringLiteral("1 2"))
        << "in one by name it is";
}

TEST_F(LiveDoors, ShowOpenBallotsByNameToThoseWhoLead)
{
    ASSERT_TRUE(change("sato", 12, body(R"({"abstain":0,"ballots":[],"no":0,"vote":17,"yes":0})")).ok);
    ASSERT_TRUE(change("bando", 11, body(R"({"byName":true,"item":1,"question":"よいか","vote":19})")).ok);
    ASSERT_TRUE(ask("kato", QStringLiteral("SELECT kessai.cast_ballot({R}, 19, 2)")).ok);
    const char *const ballots = "SELECT ballots FROM kessai.meeting_live({R})";
    const char *const counts =
        "SELECT concat_ws(' ', vote, votes_cast, participants, my_ballot) FROM kessai.meeting_live({R})";

    for (const char *login : {"sato", "bando"})
        EXPECT_EQ(value(login, ballots), QStringLiteral("[[%1, 2]]").arg(staff("kato"))) << login;
    for (const char *login : {"kato", "tanaka", "shiba", "shindo"})
        EXPECT_EQ(value(login, ballots), QStringLiteral("[]")) << login;
    EXPECT_EQ(value("kato", counts), QStringLiteral("19 1 3 2")) << "田中, 加藤 and 坂東 are there";
    EXPECT_EQ(value("tanaka", counts), QStringLiteral("19 1 3 0"));
}

TEST_F(LiveDoors, LetWhoHasSomethingToDoSayThatItIsDone)
{
    const char *const open = "SELECT concat_ws(' ', action, text, due, overdue, done_at > 0) FROM kessai.my_actions()";
    EXPECT_EQ(value("fuyo", open), QStringLiteral("14 本人に聞き取る 2027-03-01 0 f"));
    ASSERT_TRUE(change("sato", 12, body(R"({"abstain":0,"ballots":[],"no":0,"vote":17,"yes":0})")).ok);
    ASSERT_TRUE(change("sato", 9, body(R"({"to":3})")).ok);
    EXPECT_EQ(value("kato", "SELECT mark || channel FROM kessai.meeting_live({R})"), QStringLiteral("0"))
        << "it does not run any more";

    const auto done = QStringLiteral("SELECT kessai.change_meeting({R}, -1, 'done', 15, "
                                     "'{\"action\":14,\"done\":true,\"note\":\"済\"}', '')");
    EXPECT_EQ(ask("fuyo", done).value(), QString::number(running));
    EXPECT_EQ(ask("fuyo", done).value(), QString::number(running)) << "asked again";

    EXPECT_EQ(value("fuyo", open), QStringLiteral("14 本人に聞き取る 2027-03-01 0 t"));
    EXPECT_EQ(value("sato", "SELECT made_by FROM kessai.meeting_acts({R}) WHERE kind = 15").toLongLong(),
              staff("fuyo"));
    EXPECT_EQ(ask("fuyo", QStringLiteral("SELECT * FROM kessai.meeting_acts({R})")).message,
              QStringLiteral("NotFound"));
}

TEST_F(LiveDoors, DestroyPrivateInkWhenItsDayHasCome)
{
    const auto piece =
        QStringLiteral("SELECT concat_ws(' ', removed, body) FROM kessai.ink_since({R}, 0) WHERE ink_id = '%1'")
            .arg(QLatin1String(SceneMeetings::kRunningInk));
    const auto file = [this](CaseId id) {
        superuser(QStringLiteral("UPDATE kessai.case_file SET title = '動いている会議 会議録（令和9年2月1日）',"
                                 " submitted_at = kessai.now_us() WHERE case_id = %1")
                      .arg(id.value()));
        ASSERT_TRUE(change("sato", 16, QStringLiteral(R"({"minutes":%1})").arg(id.value())).ok);
    };
    const auto destroy = QStringLiteral("SELECT kessai.destroy_ink({R})");
    ASSERT_TRUE(change("sato", 12, body(R"({"abstain":0,"ballots":[],"no":0,"vote":17,"yes":0})")).ok);
    ASSERT_TRUE(change("sato", 9, body(R"({"to":3})")).ok);

    file(SceneDatabase::cases().fresh);
    EXPECT_EQ(ask("sato", destroy).message, QStringLiteral("WrongState")) << "they are not decided";
    EXPECT_EQ(value("kato", "SELECT kessai.ink_end({R})"), QString());
    file(SceneDatabase::cases().decided);
    EXPECT_EQ(value("kato", "SELECT kessai.ink_end({R}) = kessai.today()"), QStringLiteral("true"));
    superuser(QStringLiteral("UPDATE kessai.case_file SET title = '出張の復命' WHERE case_id = %1")
                  .arg(SceneDatabase::cases().decided.value()));
    EXPECT_EQ(ask("sato", destroy).message, QStringLiteral("WrongState")) << "they name another matter by now";
    superuser(QStringLiteral(
                  "UPDATE kessai.case_file SET title = '動いている会議 会議録（令和9年2月1日）' WHERE case_id = %1")
                  .arg(SceneDatabase::cases().decided.value()));
    ASSERT_EQ(ask("kato", piece).value(), QStringLiteral(R"(0 {"kind":0})"));
    EXPECT_TRUE(ask("sato", destroy).ok);

    EXPECT_EQ(ask("kato", piece).value(), QStringLiteral("1 "));
    ASSERT_TRUE(ask("kato",
                    QStringLiteral(R"(SELECT kessai.put_ink({R}, '[{"audience": 0, "body": "{}", "id": "%1", "page": 0,
 "paper": 1, "readers": [], "removed": false, "revision": 1, "version": 9}]'))")
                        .arg(QLatin1String(SceneMeetings::kRunningInk)))
                    .ok);
    EXPECT_EQ(ask("kato", piece).value(), QStringLiteral("1 ")) << "an older copy does not bring it back";
}

TEST_F(LiveDoors, LeaveWhatWasNotedMeanwhileAndCountNoVoteOfWhoeverLeft)
{
    const auto noted = [this](const char *login, bool others, int state, int minute) {
        return change(login, 10,
                      QStringLiteral(R"({"others":%1,"people":[{"minute":%2,"state":%3,"who":%4}]})")
                          .arg(others ? QStringLiteral("true") : QStringLiteral("false"))
                          .arg(minute)
                          .arg(state)
                          .arg(staff("kato")));
    };
    ASSERT_EQ(value("sato", "SELECT votes_cast FROM kessai.meeting_live({R})"), QStringLiteral("1")) << "加藤's";

    ASSERT_TRUE(noted("kato", false, 3, 600).ok);
    ASSERT_TRUE(noted("sato", true, 1, -1).ok) << "whoever is left, as the secretary saw it";

    EXPECT_EQ(value("sato", "SELECT votes_cast FROM kessai.meeting_live({R})"), QStringLiteral("0"));
    EXPECT_EQ(ask("kato", QStringLiteral("SELECT kessai.cast_ballot({R}, 17, 1)")).message,
              QStringLiteral("AccessDenied"));
    EXPECT_EQ(noted("sato", true, 0, -1).message, QStringLiteral("Invalid")) << "of others something is noted";
}

TEST_F(LiveDoors, CountEveryBallotThatWasTakenWhileManyVote)
{
    constexpr int kVoters = 24;
    QStringList members;
    QStringList there;
    for (const auto &[login, role] : {std::pair("sato", 2), std::pair("kato", 0)})
        members << QStringLiteral(R"({"because":"","role":%1,"who":%2})").arg(role).arg(staff(login));
    const auto voter = [](int no) { return QStringLiteral("r%1").arg(no, 2, 10, QLatin1Char('0')); };
    for (int i = 1; i <= kVoters; ++i) {
        const qint64 who = sceneOffice().staffId(voter(i)).value();
        members << QStringLiteral(R"({"because":"","role":0,"who":%1})").arg(who);
        there << QStringLiteral(R"({"minute":-1,"state":1,"who":%1})").arg(who);
    }
    ASSERT_TRUE(change("sato", 1, QStringLiteral(R"({"members":[%1]})").arg(members.join(QLatin1Char(',')))).ok);
    ASSERT_TRUE(
        change("sato", 10, QStringLiteral(R"({"others":false,"people":[%1]})").arg(there.join(QLatin1Char(',')))).ok);
    std::latch ready(kVoters + 1);
    std::atomic<int> taken{1}; // 加藤 voted before
    std::atomic<int> late{0};
    std::vector<std::thread> voters;
    for (int i = 1; i <= kVoters; ++i) {
        voters.emplace_back([&, i] {
            Session own(database.name(), voter(i), staffPassword());
            ready.arrive_and_wait();
            const Outcome cast =
                own.run(QStringLiteral("SELECT kessai.cast_ballot(%1, 17, 1)").arg(QString::number(running)));
            taken += cast.ok ? 1 : 0;
            late += cast.message == QLatin1String("WrongState") ? 1 : 0;
        });
    }

    ready.arrive_and_wait();
    const Outcome closed = change("sato", 12, body(R"({"abstain":0,"ballots":[],"no":0,"vote":17,"yes":0})"));
    for (std::thread &one : voters)
        one.join();

    ASSERT_TRUE(closed.ok) << qPrintable(closed.message);
    EXPECT_EQ(taken + late, kVoters + 1);
    EXPECT_EQ(value("sato",
                    "SELECT (body::jsonb->>'yes')::int + (body::jsonb->>'no')::int FROM kessai.meeting_acts({R}) "
                    "WHERE kind = 12 AND item = 2"),
              QString::number(taken));
}

} // namespace kessai::test
