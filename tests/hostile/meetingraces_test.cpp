// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/scene.h"
#include "tests/hostile/session.h"
#include "tests/support/postgresserver.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <QUuid>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>

namespace kessai::test {

/// Many at once at one meeting.
class MeetingRaces : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(database.ok()) << qPrintable(database.error()); }

    static QString racer(int no) { return QStringLiteral("r%1").arg(no, 2, 10, QLatin1Char('0')); }
    std::unique_ptr<Session> session(const QString &login)
    {
        return std::make_unique<Session>(database.name(), login, staffPassword());
    }
    int seq()
    {
        const auto rows = PostgresServer::instance().rows(
            database.name(), QStringLiteral("SELECT seq FROM kessai.meeting WHERE meeting_id = %1").arg(meeting));
        return rows && !rows->isEmpty() ? rows->constFirst().constFirst().toInt() : 0;
    }
    /// 佐藤 and 鈴木 as secretaries, and this many others as members.
    void invite(int racers)
    {
        QStringList members;
        const auto add = [&members](const QString &login, int role) {
            members << QStringLiteral(R"({"because":"","role":%1,"who":%2})")
                           .arg(QString::number(role), QString::number(sceneOffice().staffId(login).value()));
        };
        add(QStringLiteral("sato"), 2);
        add(QStringLiteral("suzuki"), 2);
        for (int i = 1; i <= racers; ++i)
            add(racer(i), 0);
        const Outcome invited =
            session(QStringLiteral("sato"))
                ->run(QStringLiteral("SELECT kessai.change_meeting(%1, %2, 'invite', 1, '{\"members\":[%3]}', '')")
                          .arg(QString::number(meeting), QString::number(seq()), members.join(QLatin1Char(','))));
        ASSERT_TRUE(invited.ok) << qPrintable(invited.message);
    }

    SceneDatabase database;
    const qint64 meeting = SceneDatabase::cases().meetings.published;
};

TEST_F(MeetingRaces, WhoReadsOnByMarksMissesNoInkAndGetsNoneTwice)
{
    constexpr int kWriters = 50;
    constexpr int kCalls = 6;
    constexpr int kPieces = 3; // a call
    invite(kWriters);
    const auto reader = session(QStringLiteral("suzuki"));
    QString mark = QStringLiteral("0");
    QStringList got;
    const auto readOn = [&] {
        const Outcome inks = reader->run(
            QStringLiteral("SELECT ink_id, mark FROM kessai.ink_since(%1, %2)").arg(QString::number(meeting), mark));
        EXPECT_TRUE(inks.ok) << qPrintable(inks.message);
        for (const QStringList &row : inks.rows) {
            got << row[0];
            mark = row[1];
        }
    };
    readOn(); // what the scene has
    got.clear();
    std::latch ready(kWriters + 1);
    std::atomic<int> writing{kWriters};
    std::atomic<int> failed{0};
    std::vector<std::thread> writers;
    for (int i = 1; i <= kWriters; ++i) {
        writers.emplace_back([&, i] {
            const auto own = session(racer(i)); // a connection belongs to its thread
            ready.arrive_and_wait();
            for (int call = 0; call < kCalls; ++call) {
                QStringList pieces;
                for (int piece = 0; piece < kPieces; ++piece)
                    pieces
                        << QStringLiteral(
                               R"({"audience": 2, "body": "{}", "id": "%1", "page": 0, "paper": 1, "readers": [], "removed": false,
 "revision": 1, "version": 1})")
                               .arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
                const Outcome put = own->run(QStringLiteral("SELECT kessai.put_ink(%1, '[%2]')")
                                                 .arg(QString::number(meeting), pieces.join(QLatin1Char(','))));
                failed += put.ok ? 0 : 1;
            }
            --writing;
        });
    }

    ready.arrive_and_wait();
    while (writing > 0)
        readOn();
    for (std::thread &writer : writers)
        writer.join();
    readOn();

    EXPECT_EQ(failed, 0);
    EXPECT_EQ(got.size(), kWriters * kCalls * kPieces);
    EXPECT_EQ(QSet<QString>(got.begin(), got.end()).size(), got.size());
}

TEST_F(MeetingRaces, OfTwoSecretariesExactlyOneIsFirst)
{
    invite(0);
    for (int round = 0; round < 20; ++round) {
        const int seen = seq();
        std::latch ready(2);
        std::array<Outcome, 2> outcomes;
        std::vector<std::thread> secretaries;
        for (const size_t one : {size_t(0), size_t(1)}) {
            secretaries.emplace_back([&, one] {
                const auto own = session(one == 0 ? QStringLiteral("sato") : QStringLiteral("suzuki"));
                ready.arrive_and_wait();
                outcomes[one] = own->run(
                    QStringLiteral("SELECT kessai.change_meeting(%1, %2, 'race-%2-%3', 2, '%4', '')")
                        .arg(QString::number(meeting), QString::number(seen), QString::number(one),
                             QStringLiteral(R"({"item":1,"kind":0,"minutes":10,"no":1,"title":"第%1案"})").arg(one)));
            });
        }
        for (std::thread &secretary : secretaries)
            secretary.join();

        EXPECT_NE(outcomes[0].ok, outcomes[1].ok);
        EXPECT_EQ((outcomes[0].ok ? outcomes[1] : outcomes[0]).message, QStringLiteral("Stale"));
        EXPECT_EQ(seq(), seen + 1);
    }
}

TEST_F(MeetingRaces, WhoIsWithdrawnWritesNothingMore)
{
    invite(1);
    const auto member = session(racer(1));
    const auto own = QStringLiteral(
        R"(SELECT kessai.put_ink(%1, '[{"audience": 2, "body": "{}", "id": "%2", "page": 0, "paper": 1, "readers": [],
 "removed": false, "revision": 1, "version": 1}]'))");
    const auto write = [&] {
        return member->run(own.arg(QString::number(meeting), QUuid::createUuid().toString(QUuid::WithoutBraces)));
    };
    ASSERT_TRUE(write().ok);
    const auto secretary = session(QStringLiteral("suzuki"));
    const QString rest =
        QStringLiteral(R"({"members":[{"because":"","role":2,"who":%1}]})").arg(sceneOffice().small.suzuki.value());

    // A secretary takes the invitation back while the member waits for the meeting's row.
    ASSERT_TRUE(secretary->run(QStringLiteral("BEGIN")).ok);
    ASSERT_TRUE(secretary
                    ->run(QStringLiteral("SELECT kessai.change_meeting(%1, %2, 'withdrawn', 1, '%3', '')")
                              .arg(QString::number(meeting), QString::number(seq()), rest))
                    .ok);
    Outcome late;
    std::thread waiting([&] {
        const auto again = session(racer(1));
        late = again->run(own.arg(QString::number(meeting), QUuid::createUuid().toString(QUuid::WithoutBraces)));
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    ASSERT_TRUE(secretary->run(QStringLiteral("COMMIT")).ok);
    waiting.join();

    EXPECT_EQ(late.message, QStringLiteral("NotFound"));
    EXPECT_EQ(write().message, QStringLiteral("NotFound"));
    EXPECT_EQ(member->run(QStringLiteral("SELECT count(*) FROM kessai.ink_since(%1, 0)").arg(meeting)).message,
              QStringLiteral("NotFound"));
}

} // namespace kessai::test
