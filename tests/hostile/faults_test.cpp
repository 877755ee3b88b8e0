// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/remotenotary.h"
#include "tests/hostile/scene.h"
#include "tests/hostile/session.h"
#include "tests/support/postgresserver.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <gtest/gtest.h>

#include <atomic>
#include <random>
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
    ASSERT_TRUE(endSessions(database.name(), QStringLiteral("suzuki")));
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

namespace {

/// Somebody who acts as fast as they can over a line that breaks again and again. Whatever they were not told the outcome of they ask again,
/// with the same request, until they know.
class Worker final {
public:
    /// `next` gives the next act; none = nothing to do just now.
    using Next = std::function<std::optional<AppendRequest>(int no)>;

    Worker(const QString &database, const char *login, Next next)
        : m_url(staffUrl(database, QLatin1String(login))), m_next(std::move(next)), m_thread([this] { run(); })
    {
    }
    /// Ends when nothing is left that was asked and not answered.
    void finish()
    {
        m_running = false;
        m_thread.join();
    }

    std::map<QString, Event> confirmed; ///< by request; to be read after `finish`
    QStringList surprises;
    int askedAgain = 0;

private:
    void run()
    {
        std::unique_ptr<Database> database;
        std::optional<AppendRequest> pending;
        for (int no = 0; m_running || pending;) {
            if (!database || !database->isOpen()) {
                auto opened = Database::open(m_url);
                database = opened ? std::move(opened).value() : nullptr;
                if (!database) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(20));
                    continue;
                }
                askedAgain += pending.has_value();
            }
            if (!pending)
                pending = m_next(no++);
            if (!pending) {
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
                continue;
            }
            const auto event = RemoteNotary(*database).append(*pending);
            if (event) {
                confirmed.emplace(pending->requestId, *event);
            } else if (event.error().refusal == Refusal::Stale) {
                // "the case has N events": somebody was faster, and the act itself is not there
                pending->expectedSeq = event.error().detail.section(QLatin1Char(' '), 3, 3).toInt();
                continue;
            } else if (database->isOpen()) {
                surprises << toCode(event.error().code) + QLatin1Char(' ') + event.error().detail;
            } else {
                continue; // nobody knows yet
            }
            pending.reset();
        }
    }

    DatabaseUrl m_url;
    Next m_next;
    std::atomic<bool> m_running = true;
    std::thread m_thread; ///< begins when all else is there
};

} // namespace

TEST_F(Faults, AServerKilledTwentyTimesLosesNothingThatWasConfirmedAndDoublesNothing)
{
    // Given people who decide and remark as fast as they can, on a server that writes before it answers. (What it has written survives the
    // death of its processes; fsync, which the tests do without, is for power cuts.)
    constexpr int kKills = 20;
    PostgresServer &server = PostgresServer::instance();
    ASSERT_TRUE(server.run(database.name(),
                           QStringLiteral("ALTER DATABASE %1 SET synchronous_commit = on").arg(database.name())));
    std::vector<AppendRequest> decisions;
    for (int i = 0; i < 10 * kKills; ++i) {
        const auto id = play.draft(QStringLiteral("sato"), QStringLiteral("draft"),
                                   {{QStringLiteral("subject"), QStringLiteral("耐久 %1").arg(i)}});
        ASSERT_TRUE(id && play.submit(QStringLiteral("sato"), *id));
        auto decision = play.proposal(QStringLiteral("suzuki"), *id, Approve{});
        ASSERT_TRUE(decision);
        decisions.push_back(std::move(decision).value());
    }
    play = Play(database.name());
    std::atomic<int> kills = 0;
    std::vector<std::unique_ptr<Worker>> people;
    // A few decisions a life, so that there are some in all of them.
    people.push_back(std::make_unique<Worker>(database.name(), "suzuki", [&](int) -> std::optional<AppendRequest> {
        static thread_local int decided = 0;
        return decided < 10 * (kills + 1) && decided < int(decisions.size())
            ? std::optional(decisions[size_t(decided++)])
            : std::nullopt;
    }));
    for (const char *login : {"kato", "zaizen", "bando"}) {
        people.push_back(std::make_unique<Worker>(database.name(), login, [login](int no) {
            return AppendRequest{SceneDatabase::cases().decided,
                                 0,
                                 QStringLiteral("fault-%1-%2").arg(QLatin1String(login)).arg(no),
                                 {{sceneOffice().staffId(QLatin1String(login)), std::nullopt, std::nullopt},
                                  Commented{QStringLiteral("所見 %1").arg(no)},
                                  {CaseState::Decided, 1, {}, {}, PostingState::Used}}};
        }));
    }

    // When the server is killed in the middle of it, again and again
    std::mt19937 dice(20);
    Result<> restarted;
    for (; kills < kKills && restarted; ++kills) {
        std::this_thread::sleep_for(std::chrono::milliseconds(200 + dice() % 200));
        restarted = server.restart(true);
    }
    for (const auto &person : people)
        person->finish();
    ASSERT_TRUE(restarted) << qPrintable(restarted.error().detail);

    // Then every confirmed act is there once, as it was confirmed, and nothing else is
    const auto recorded = server.rows(
        database.name(),
        QStringLiteral("SELECT e.request_id, e.hash FROM kessai.event e JOIN kessai.case_file c USING (case_id)"
                       " WHERE e.request_id LIKE 'fault-%' OR (c.title LIKE '耐久 %' AND e.seq > 1)"));
    ASSERT_TRUE(recorded);
    std::map<QString, QString> hashes;
    for (const QStringList &row : *recorded)
        EXPECT_TRUE(hashes.emplace(row[0], row[1]).second) << qPrintable(row[0]) << " is there twice";
    int confirmed = 0;
    int askedAgain = 0;
    for (const auto &person : people) {
        EXPECT_EQ(person->surprises, QStringList());
        askedAgain += person->askedAgain;
        for (const auto &[request, event] : person->confirmed) {
            ++confirmed;
            EXPECT_EQ(hashes[request], QString::fromLatin1(event.hash)) << qPrintable(request);
        }
    }
    EXPECT_EQ(int(recorded->size()), confirmed);
    EXPECT_GT(people.front()->confirmed.size(), size_t(kKills));
    EXPECT_GT(askedAgain, kKills / 2) << "the kills came when nothing was under way";

    // And every case proves itself
    EXPECT_TRUE(play.state(QStringLiteral("sato"), SceneDatabase::cases().decided));
    for (const AppendRequest &decision : decisions) {
        const auto state = play.state(QStringLiteral("sato"), decision.caseId);
        ASSERT_TRUE(state) << qPrintable(state.error().detail);
        EXPECT_EQ(state->seq, people.front()->confirmed.contains(decision.requestId) ? 2 : 1);
    }
}

} // namespace kessai::test
