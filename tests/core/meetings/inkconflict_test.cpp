// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/inkconflict.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

using namespace Qt::StringLiterals;

const QString kPiece = u"6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b"_s;

/// A version of a note: what it says, and of which stored version it was made. Nothing said is rubbed out.
Ink note(int version, const QString &text, std::optional<int> base = {})
{
    Ink ink;
    ink.id = kPiece;
    ink.paper = 1;
    ink.version = version;
    ink.base = base;
    ink.removed = text.isEmpty();
    if (!ink.removed)
        ink.shape = {InkKind::Note, 1, 1, {{0.5F, 0.5F, 1}}, {}, text};
    return ink;
}

Ink tried(Ink ink, const Ink &sent)
{
    ink.tried.append(markOf(sent));
    return ink;
}

struct Meets {
    const char *what;
    Ink mine;
    Ink stored;
    InkFate fate;
};

void PrintTo(const Meets &meets, std::ostream *out)
{
    *out << meets.what;
}

class InkMeets : public testing::TestWithParam<Meets> {};

} // namespace

TEST_P(InkMeets, IsDecidedWithoutAClock)
{
    const Meets &meets = GetParam();
    Ink mine = meets.mine;
    Ink stored = meets.stored;

    for (const qint64 here : {1, 9}) {
        for (const qint64 there : {1, 9}) {
            mine.changedAt = Instant(here);
            stored.changedAt = Instant(there);
            EXPECT_EQ(fateOf(mine, stored), meets.fate);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Ink, InkMeets,
    testing::Values(
        Meets{"nobody else changed it", note(2, u"甲"_s, 1), note(1, u"元"_s), InkFate::Stands},
        Meets{"changed twice here", note(3, u"甲"_s, 1), note(1, u"元"_s), InkFate::Stands},
        Meets{"news that is older than what it was made of", note(4, u"甲"_s, 3), note(2, u"古"_s), InkFate::Stands},
        Meets{"once here, once there", note(2, u"甲"_s, 1), note(2, u"乙"_s), InkFate::Beside},
        Meets{"twice here, once there", note(3, u"甲"_s, 1), note(2, u"乙"_s), InkFate::Beside},
        Meets{"once here, twice there", note(2, u"甲"_s, 1), note(3, u"乙"_s), InkFate::Beside},
        Meets{"the same at both", note(2, u"甲"_s, 1), note(3, u"甲"_s), InkFate::Stored},
        Meets{"rubbed out at both", note(2, {}, 1), note(3, {}), InkFate::Stored},
        Meets{"rubbed out here, changed there", note(3, {}, 1), note(2, u"乙"_s), InkFate::Restored},
        Meets{"changed here, rubbed out there", note(3, u"甲"_s, 1), note(2, {}), InkFate::Beside},
        Meets{"rubbed out here alone", note(2, {}, 1), note(1, u"元"_s), InkFate::Stands},
        Meets{"destroyed by the rule", note(3, u"甲"_s, 1), note(kDestroyedInk, {}), InkFate::Destroyed},
        Meets{"new there with the id of what is new here", note(1, u"甲"_s, 0), note(1, u"乙"_s), InkFate::Beside},
        Meets{"sent from here, the answer lost", tried(note(4, u"丙"_s, 1), note(3, u"甲"_s)), note(3, u"甲"_s),
              InkFate::Stands},
        Meets{"rubbed out after an answer that was lost", tried(note(4, {}, 1), note(3, u"甲"_s)), note(3, u"甲"_s),
              InkFate::Stands},
        Meets{"sent from here, changed there before", tried(note(4, u"丙"_s, 1), note(3, u"甲"_s)), note(3, u"乙"_s),
              InkFate::Beside},
        Meets{"an older program's, newer", note(3, u"甲"_s), note(2, u"乙"_s), InkFate::Stands},
        Meets{"an older program's, as new", note(2, u"甲"_s), note(2, u"乙"_s), InkFate::Beside}));

TEST(InkConflict, LeavesNothingWithOthersThatWasTakenFromThem)
{
    Ink mine = note(2, {}, 1);
    markWithdrawn(mine);
    mine.tried.append(markOf(mine)); // sent, and refused
    Ink stored = note(4, u"乙"_s);
    stored.audience = InkAudience::All;
    InkJoining joining;

    const std::vector<Ink> left = joinedInk({mine}, {stored}, &joining);

    ASSERT_EQ(left.size(), 2u);
    EXPECT_TRUE(isWithdrawn(left.front()));
    EXPECT_EQ(left.front().id, kPiece);
    EXPECT_EQ(left.front().base, 4);
    EXPECT_EQ(left.front().version, 5);
    EXPECT_EQ(left.back().shape.text, u"乙"_s) << "nothing is lost";
    EXPECT_EQ(left.back().audience, InkAudience::Private);
    EXPECT_EQ(joining.withdrawn, 1);
    EXPECT_EQ(joining.restored, 0);
    const std::vector<Ink> rest = joinedInk(left, {left.front()}, &joining);
    ASSERT_EQ(rest.size(), 1u) << "once it is stored";
    EXPECT_EQ(rest.front().id, left.back().id);
}

TEST(InkConflict, SeesWhateverAVersionSays)
{
    const Ink one = note(2, u"甲"_s, 1);
    const auto changed = [&](const std::function<void(Ink &)> &how) {
        Ink other = one;
        how(other);
        EXPECT_EQ(isSameInk(one, other), markOf(one) == markOf(other));
        return !isSameInk(one, other);
    };

    EXPECT_TRUE(changed([](Ink &ink) { ink.page = 1; }));
    EXPECT_TRUE(changed([](Ink &ink) { ink.revision = 2; }));
    EXPECT_TRUE(changed([](Ink &ink) { ink.shape.text = u"乙"_s; }));
    EXPECT_TRUE(changed([](Ink &ink) { ink.shape.points.front().x = 0.6F; }));
    EXPECT_TRUE(changed([](Ink &ink) { ink.audience = InkAudience::All; }));
    EXPECT_TRUE(changed([](Ink &ink) {
        ink.audience = InkAudience::Chosen;
        ink.readers = {StaffId(3)};
    }));
    EXPECT_TRUE(changed([](Ink &ink) { ink.removed = true; }));
    EXPECT_FALSE(changed([](Ink &ink) { ink.readers = {StaffId(3)}; })) << "of those it was for before";
    EXPECT_FALSE(changed([](Ink &ink) {
        ink.version = 7;
        ink.base = 6;
        ink.changedAt = Instant(5);
    }));
}

TEST(InkConflict, PutsBesideForTheAuthorAloneAndOnce)
{
    Ink mine = note(3, u"甲"_s, 1);
    mine.audience = InkAudience::All;

    const Ink beside = besideOf(mine);

    EXPECT_NE(beside.id, mine.id);
    EXPECT_EQ(besideOf(mine).id, beside.id);
    EXPECT_TRUE(checkInk(beside));
    EXPECT_EQ(beside.audience, InkAudience::Private);
    EXPECT_EQ(beside.shape.text, u"甲"_s);
    EXPECT_NE(beside.shape.points, mine.shape.points) << "it does not lie over the other";
    EXPECT_EQ(beside.base, 0);
    mine.shape.text = u"丙"_s;
    EXPECT_NE(besideOf(mine).id, beside.id);
}

TEST(InkConflict, LosesNothingOfMany)
{
    Ink other = note(1, u"別"_s, 0);
    other.id = u"00000000-4d5e-4f60-8a7b-9c0d1e2f3a4b"_s;
    InkJoining joining;

    const std::vector<Ink> left = joinedInk({note(3, u"甲"_s, 1), other}, {note(2, u"乙"_s)}, &joining);

    ASSERT_EQ(left.size(), 2u);
    EXPECT_EQ(left.front().shape.text, u"甲"_s);
    EXPECT_NE(left.front().id, kPiece);
    EXPECT_EQ(left.back(), other);
    EXPECT_EQ(joining.beside, 1);
    ASSERT_EQ(joining.settled.size(), 1u);
    EXPECT_EQ(joining.settled.front().version, 3);
    EXPECT_EQ(joinedInk(left, left, &joining), std::vector<Ink>()) << "it is stored by now";
}

TEST(InkConflict, GoesOnFromWhatItSentBefore)
{
    InkJoining joining;

    const auto left = joinedInk({tried(note(2, u"丙"_s, 1), note(2, u"甲"_s))}, {note(2, u"甲"_s)}, &joining);

    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left.front().base, 2);
    EXPECT_EQ(left.front().version, 3);
    EXPECT_FALSE(joining.isNews());
}

} // namespace kessai::test
