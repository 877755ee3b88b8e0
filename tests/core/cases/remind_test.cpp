// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cases/decidestage.h"

namespace kessai::test {

namespace {
class Reminding : public Decide {};
} // namespace

TEST_F(Reminding, IsTheDraftersWhileTheCaseRuns)
{
    Story story = begun(small.sato);

    EXPECT_EQ(story.act(small.suzuki, Remind{}), Refusal::NotDrafter);
    EXPECT_EQ(story.act(small.bando, Remind{}), Refusal::NotDrafter);
    EXPECT_EQ(story.act(small.sato, Remind{QStringLiteral("週末が締切です"), 1}), std::nullopt);
    EXPECT_EQ(story.giveBack(small.suzuki), std::nullopt);
    EXPECT_EQ(story.act(small.sato, Remind{}), Refusal::WrongState);

    Story ended = decided();
    EXPECT_EQ(ended.act(small.sato, Remind{}), Refusal::AlreadyDecided);
}

TEST_F(Reminding, ChangesNothingButTheHistory)
{
    Story story = begun(small.sato);
    const Case before = story.state();

    EXPECT_EQ(story.act(small.sato, Remind{}), std::nullopt);

    EXPECT_EQ(story.state().steps, before.steps);
    EXPECT_EQ(story.state().access, before.access);
    EXPECT_EQ(story.state().state, before.state);
    EXPECT_TRUE(story.history().back().effects.changes.empty());
    // Nobody has acted by it: the case may still be taken back.
    EXPECT_EQ(story.withdraw(), std::nullopt);
}

TEST_F(Reminding, IsRefusedAgainUntilThePauseIsOver)
{
    Story story = begun(small.sato);
    EXPECT_EQ(story.act(small.sato, Remind{QString(), 2}), std::nullopt);

    EXPECT_EQ(story.act(small.sato, Remind{QString(), 2}), Refusal::RemindedBefore);
    story.moveTo(small.builder.on(SmallOffice::today().addDays(1)));
    EXPECT_EQ(story.act(small.sato, Remind{QString(), 2}), Refusal::RemindedBefore);
    EXPECT_EQ(story.act(small.suzuki, Remind{QString(), 2}), Refusal::NotDrafter);
    story.moveTo(small.builder.on(SmallOffice::today().addDays(2)));
    EXPECT_EQ(story.act(small.sato, Remind{QString(), 2}), std::nullopt);
}

} // namespace kessai::test
