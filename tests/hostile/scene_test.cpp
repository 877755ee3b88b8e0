// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/scene.h"

#include "tests/hostile/attack.h"
#include "tests/hostile/session.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <gtest/gtest.h>

namespace kessai::test {

// The honest side: what the engine proposes, the notary inside PostgreSQL records, and what it records proves itself.

TEST(Scene, ReplaysAsItIsProjected)
{
    const SceneDatabase database;
    ASSERT_TRUE(database.ok()) << qPrintable(database.error());
    Play play(database.name());
    const SceneCases &cases = SceneDatabase::cases();

    const auto stateOf = [&play](CaseId id, const char *login) {
        const auto state = play.state(QLatin1String(login), id);
        EXPECT_TRUE(state) << qPrintable(state ? QString() : state.error().detail);
        return state ? state->state : CaseState::Draft;
    };
    EXPECT_EQ(stateOf(cases.fresh, "suzuki"), CaseState::Running);
    EXPECT_EQ(stateOf(cases.second, "kato"), CaseState::Running);
    EXPECT_EQ(stateOf(cases.consult, "zaizen"), CaseState::Running);
    EXPECT_EQ(stateOf(cases.deciding, "tsugawa"), CaseState::Running);
    EXPECT_EQ(stateOf(cases.decided, "shiba"), CaseState::Decided);
    EXPECT_EQ(stateOf(cases.returned, "sato"), CaseState::Returned);
    EXPECT_EQ(stateOf(cases.rejected, "kato"), CaseState::Rejected);
    EXPECT_EQ(stateOf(cases.withdrawn, "sato"), CaseState::Withdrawn);
    EXPECT_EQ(stateOf(cases.cancelled, "sato"), CaseState::Cancelled);
    EXPECT_EQ(stateOf(cases.steppedBack, "kato"), CaseState::Running);
    EXPECT_EQ(stateOf(cases.secret, "shindo"), CaseState::Decided);
    EXPECT_EQ(stateOf(cases.standing, "bando"), CaseState::Running);
    EXPECT_EQ(stateOf(cases.disputed, "fukuda"), CaseState::Running);
    EXPECT_EQ(stateOf(cases.absent, "bando"), CaseState::Running);
    EXPECT_EQ(stateOf(cases.stoodIn, "fukuda"), CaseState::Decided);
    EXPECT_EQ(stateOf(cases.pulled, "suzuki"), CaseState::Running);
    EXPECT_EQ(stateOf(cases.skipped, "bando"), CaseState::Decided);
    EXPECT_EQ(stateOf(cases.askedAgain, "zaizen"), CaseState::Running);
    EXPECT_EQ(stateOf(cases.halfPair, "r01"), CaseState::Running);
    EXPECT_EQ(stateOf(cases.special, "kato"), CaseState::Decided);
    EXPECT_EQ(stateOf(cases.confided, "shiba"), CaseState::Decided);
}

// Superiors in the line may look at what is on its way to them, so that they can pull it up; whoever is consulted learns of it when asked.
TEST(Scene, IsReadByTheLineFromTheSubmissionOn)
{
    const SceneDatabase database;
    ASSERT_TRUE(database.ok()) << qPrintable(database.error());
    Play play(database.name());
    const SceneCases &cases = SceneDatabase::cases();

    EXPECT_TRUE(play.state(QStringLiteral("kato"), cases.fresh));
    EXPECT_TRUE(play.state(QStringLiteral("bando"), cases.fresh));
    EXPECT_FALSE(play.state(QStringLiteral("zaizen"), cases.fresh));
    EXPECT_FALSE(play.state(QStringLiteral("shiba"), cases.fresh));
    EXPECT_TRUE(play.state(QStringLiteral("zaizen"), cases.consult));
}

// The control of the attacks that put into a batch what may not be paid: one that was examined goes in, by the same words.
TEST(Scene, PaysWhatWasExamined)
{
    const SceneDatabase database;
    ASSERT_TRUE(database.ok()) << qPrintable(database.error());
    const SceneCases &cases = SceneDatabase::cases();
    Session shiba(database.name(), QStringLiteral("shiba"), staffPassword());
    ASSERT_TRUE(shiba.connected()) << qPrintable(shiba.error());
    const auto paid = [&shiba](CaseId id) { return shiba.run(batchOf(id)); };

    const Outcome unseen = paid(cases.unexamined);
    EXPECT_FALSE(unseen.ok);
    EXPECT_TRUE(unseen.message.startsWith(refusedAs("NotPayable").message)) << qPrintable(unseen.message);
    const Outcome seen = paid(cases.examined);
    EXPECT_TRUE(seen.ok) << qPrintable(seen.message);
}

} // namespace kessai::test
