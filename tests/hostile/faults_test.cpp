// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/remotenotary.h"
#include "tests/hostile/scene.h"
#include "tests/support/postgresserver.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace kessai::test {

class Faults : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(database.ok()) << qPrintable(database.error()); }

    SceneDatabase database;
    Play play{database.name()};
};

TEST_F(Faults, ACutConnectionLeavesAnOutcomeThatCanBeAsked)
{
    const CaseId id = SceneDatabase::cases().fresh;
    const auto request = play.proposal(QStringLiteral("suzuki"), id, Approve{});
    ASSERT_TRUE(request);
    auto opened = Database::open(staffUrl(database.name(), QStringLiteral("suzuki")));
    ASSERT_TRUE(opened);
    RemoteNotary notary(**opened);

    // The server ends the session before the answer
    play = Play(database.name());
    ASSERT_TRUE(PostgresServer::instance().run(
        database.name(),
        QStringLiteral("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'suzuki'")));
    const auto cut = notary.append(*request);
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, ErrorCode::OutcomeUnknown);

    // Asked again, and once more, the act is there once
    ASSERT_TRUE((*opened)->reconnect());
    const auto first = notary.append(*request);
    ASSERT_TRUE(first) << qPrintable(first.error().detail);
    const auto second = notary.append(*request);
    ASSERT_TRUE(second);
    EXPECT_EQ(*first, *second);
    EXPECT_EQ(play.state(QStringLiteral("suzuki"), id)->seq, 2);
}

TEST_F(Faults, AKilledServerLosesNothingThatWasConfirmed)
{
    // Given people who act as fast as they can, on a server that writes before it answers
    PostgresServer &server = PostgresServer::instance();
    ASSERT_TRUE(server.run(database.name(),
                           QStringLiteral("ALTER DATABASE %1 SET synchronous_commit = on").arg(database.name())));
    const std::vector<const char *> logins = {"suzuki", "kato", "zaizen", "bando"};
    const CaseId id = SceneDatabase::cases().decided;
    std::mutex mutex;
    std::vector<QString> confirmed;
    std::map<QString, AppendRequest> unknown;
    std::atomic<bool> running = true;
    std::vector<std::thread> people;
    for (const char *login : logins) {
        people.emplace_back([&, login] {
            auto opened = Database::open(staffUrl(database.name(), QLatin1String(login)));
            if (!opened)
                return;
            RemoteNotary notary(**opened);
            int seen = 0;
            for (int i = 0; running; ++i) {
                const QString requestId = QStringLiteral("fault-%1-%2").arg(QLatin1String(login)).arg(i);
                const AppendRequest request{id,
                                            seen,
                                            requestId,
                                            {{sceneOffice().staffId(QLatin1String(login)), std::nullopt, std::nullopt},
                                             Commented{QStringLiteral("所見 %1").arg(i)},
                                             {CaseState::Decided, 1, {}, {}, PostingState::Used}}};
                const auto event = notary.append(request);
                const std::lock_guard lock(mutex);
                if (event) {
                    confirmed.push_back(requestId);
                    seen = event->seq;
                } else if (event.error().refusal == Refusal::Stale) {
                    // "the case has N events": somebody was faster
                    seen = event.error().detail.section(QLatin1Char(' '), 3, 3).toInt();
                } else {
                    if (event.error().code == ErrorCode::OutcomeUnknown)
                        unknown.emplace(requestId, request);
                    return;
                }
            }
        });
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));

    // When the server is killed in the middle of it
    play = Play(database.name());
    const Result<> restarted = server.restart(true);
    running = false;
    for (std::thread &person : people)
        person.join();
    ASSERT_TRUE(restarted) << qPrintable(restarted.error().detail);

    // Then every confirmed act is there once, nothing is half there, and the open questions can be answered
    EXPECT_GT(confirmed.size(), 10u);
    const auto recorded = server.rows(
        database.name(), QStringLiteral("SELECT request_id FROM kessai.event WHERE request_id LIKE 'fault-%'"));
    ASSERT_TRUE(recorded);
    std::map<QString, int> times;
    for (const QStringList &row : *recorded)
        ++times[row[0]];
    for (const QString &request : confirmed)
        EXPECT_EQ(times[request], 1) << qPrintable(request);
    const auto state = play.state(QStringLiteral("sato"), id);
    ASSERT_TRUE(state) << qPrintable(state.error().detail);
    for (const auto &[requestId, request] : unknown) {
        const QString login = requestId.section(QLatin1Char('-'), 1, 1);
        const auto again = play.at(login)->cases().append(request);
        const auto now =
            server.rows(database.name(),
                        QStringLiteral("SELECT count(*) FROM kessai.event WHERE request_id = '%1'").arg(requestId));
        ASSERT_TRUE(now);
        EXPECT_TRUE(again || again.error().refusal == Refusal::Stale) << qPrintable(again.error().detail);
        EXPECT_EQ(now->constFirst()[0], again ? QStringLiteral("1") : QStringLiteral("0")) << qPrintable(requestId);
        EXPECT_TRUE(again || times[requestId] == 0) << "what was recorded is told again";
    }
}

} // namespace kessai::test
