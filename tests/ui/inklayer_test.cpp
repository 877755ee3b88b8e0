// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inklayertest.h"
#include "ui/meetings/inkgeometry.h"

#include <QSignalSpy>

#include <algorithm>

namespace kessai::test {

TEST(InkLayer, KeepsInkToItsAuthorUntilTheySayOtherwise)
{
    Writing writing;
    writing.line(kFirst);

    EXPECT_EQ(writing.only().audience, InkAudience::Private);
    EXPECT_EQ(writing.only().author, kMe);
    EXPECT_EQ(writing.only().version, 1);
    writing.layer.setAudience(InkAudience::Chosen, {});
    EXPECT_EQ(writing.layer.audience(), InkAudience::Private) << "chosen people, but nobody";
    writing.layer.setAudience(InkAudience::Chosen, {kOther});
    const QString shown = writing.line(kFirst);
    EXPECT_EQ(writing.layer.piece(shown)->ink.readers, std::vector<StaffId>{kOther});
    writing.layer.share(shown, InkAudience::All);
    EXPECT_EQ(writing.layer.piece(shown)->ink.audience, InkAudience::All);
    EXPECT_TRUE(writing.layer.piece(shown)->ink.readers.empty());
    for (const Ink &ink : writing.layer.unsent())
        EXPECT_TRUE(checkInk(ink).ok());
}

TEST(InkLayer, IsMadeAnewWhereFewerReadIt)
{
    Writing writing;
    const QString id = writing.line(kFirst);
    writing.layer.acknowledge(writing.layer.unsent());
    writing.layer.share(id, InkAudience::All);
    writing.layer.undo();

    EXPECT_FALSE(writing.layer.piece(id)) << "who had it learns that it is gone";
    EXPECT_EQ(writing.only().audience, InkAudience::Private);
    EXPECT_NE(writing.only().id, id);
    EXPECT_EQ(writing.layer.unsent().size(), 2U);
    writing.layer.redo();
    EXPECT_EQ(writing.only().id, id);
    EXPECT_EQ(writing.only().audience, InkAudience::All);

    const InkShape drawn = writing.only().shape;
    writing.layer.share(id, InkAudience::Chosen, {kOther});
    EXPECT_NE(writing.only().id, id);
    EXPECT_EQ(writing.only().version, 1);
    EXPECT_EQ(writing.only().shape, drawn);
    EXPECT_EQ(writing.only().readers, std::vector<StaffId>{kOther});
    for (const Ink &ink : writing.layer.unsent())
        EXPECT_TRUE(checkInk(ink).ok());
    writing.layer.undo();
    EXPECT_EQ(writing.only().id, id) << "all of it in one step";
}

TEST(InkLayer, FollowsItsPageToTheNewRevision)
{
    Writing writing;
    const QString stays = writing.line({1, 0});
    const QString moves = writing.line({1, 1});
    const QString changes = writing.line({1, 2});
    const QString parked = writing.line({1, 3});

    writing.layer.setPapers({{1, 2, {{{0, false}, {4, false}, {2, true}, {std::nullopt, false}}}}});
    const QString fresh = writing.line({1, 1});

    EXPECT_EQ(writing.layer.piece(stays)->at, (BookPage{1, 0}));
    EXPECT_FALSE(writing.layer.piece(stays)->moved);
    EXPECT_EQ(writing.layer.piece(moves)->at, (BookPage{1, 4}));
    EXPECT_TRUE(writing.layer.piece(moves)->moved);
    EXPECT_FALSE(writing.layer.piece(moves)->changed);
    EXPECT_TRUE(writing.layer.piece(changes)->changed);
    EXPECT_EQ(writing.layer.piece(parked)->at, std::nullopt);
    EXPECT_EQ(writing.layer.on({1, 1}).size(), 1U) << "only what was written there now";
    EXPECT_EQ(writing.layer.piece(fresh)->ink.revision, 2);
    EXPECT_EQ(writing.layer.all().size(), 5U);
    EXPECT_EQ(writing.layer.all().back().ink.id, parked) << "at the end of the list";
}

TEST(InkLayer, OnAChangedPageOrParkedIsPutWhereItBelongs)
{
    Writing writing;
    const QString changed = writing.line({1, 0});
    const QString parked = writing.line({1, 1});
    writing.layer.setPapers({{1, 2, {{{0, true}, {std::nullopt, false}}}}});

    writing.layer.settle(changed, *writing.layer.piece(changed)->at);
    writing.layer.settle(parked, {1, 3});

    EXPECT_FALSE(writing.layer.piece(changed)->changed);
    EXPECT_EQ(writing.layer.piece(parked)->at, (BookPage{1, 3}));
    EXPECT_EQ(writing.layer.piece(parked)->ink.revision, 2);
    writing.layer.undo();
    EXPECT_FALSE(writing.layer.piece(parked).has_value()) << "no piece goes back to an older revision";
    EXPECT_EQ(writing.layer.all().back().at, std::nullopt) << "it is parked again, under another id";
    EXPECT_EQ(writing.layer.all().size(), 2U);
}

TEST(InkLayer, IsSoughtUntilItIsKnownWhereItsPageWent)
{
    Writing writing;
    const QString id = writing.line({1, 0});

    writing.layer.setPapers({{1, 3, {{}, {{0, false}}}}});
    EXPECT_EQ(writing.layer.piece(id)->at, std::nullopt);
    EXPECT_TRUE(writing.layer.piece(id)->isSought);
    writing.layer.setPapers({{1, 3, {{{std::nullopt, false}}, {{0, false}}}}});

    EXPECT_FALSE(writing.layer.piece(id)->isSought) << "its page was taken out";
    writing.layer.setPapers({});
    EXPECT_FALSE(writing.layer.piece(id)->isSought) << "nothing is looked for in a paper that is gone";
}

TEST(InkLayer, OfOthersGoesWithItsPaper)
{
    Writing writing;
    const QString mine = writing.line(kFirst);
    Ink theirs = writing.layer.piece(mine)->ink;
    theirs.id = QStringLiteral("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    theirs.author = kOther;
    writing.layer.take({theirs});
    ASSERT_TRUE(writing.layer.piece(theirs.id));

    writing.layer.setPapers({{2, 1, {}}});

    EXPECT_FALSE(writing.layer.piece(theirs.id)) << "it was hidden or dropped";
    EXPECT_TRUE(writing.layer.piece(mine)) << "one's own is parked";
}

TEST(InkLayer, IsTakenBackFurtherThanWhereItWasMadeAnew)
{
    Writing writing;
    const QString id = writing.line(kFirst);
    const InkShape first = writing.only().shape;
    InkShape longer = first;
    longer.points.push_back({0.9F, 0.9F, 1});
    writing.layer.rewrite(id, longer);
    writing.layer.share(id, InkAudience::All);

    writing.layer.undo(); // to fewer readers: under another id
    ASSERT_NE(writing.only().id, id);
    writing.layer.undo();
    EXPECT_EQ(writing.only().shape.points.size(), first.points.size());
    writing.layer.undo();

    EXPECT_TRUE(writing.layer.all().empty());
    EXPECT_FALSE(writing.layer.canUndo());
}

TEST(InkLayer, PutOnAnotherPaperIsMadeAnewThere)
{
    Writing writing;
    const QString id = writing.line(kFirst);
    writing.layer.setPapers({{1, 1, {}}, {2, 3, {}}});

    writing.layer.settle(id, {2, 4});
    ASSERT_EQ(writing.layer.all().size(), 1U);
    const Ink there = writing.layer.all().front().ink;
    EXPECT_NE(there.id, id) << "no piece leaves its paper";
    EXPECT_EQ(there.paper, 2);
    EXPECT_EQ(there.revision, 3);
    EXPECT_EQ(there.version, 1);
    EXPECT_EQ(writing.layer.unsent().size(), 2U) << "and that the old one is gone";

    writing.layer.undo();
    EXPECT_EQ(writing.only().id, id);
    EXPECT_EQ(writing.layer.add({9, 0}, there.shape), QString()) << "there is no such paper";
}

TEST(InkLayer, NamesOnlyMembersOnWhatIsNew)
{
    Writing writing;
    const StaffId stays(11);
    const StaffId leaves(12);
    writing.layer.setMembers({kMe, stays, leaves});
    writing.layer.setAudience(InkAudience::Chosen, {stays, leaves});
    writing.line(kFirst);

    writing.layer.setMembers({kMe, stays});
    EXPECT_EQ(writing.layer.readers(), std::vector{stays});
    writing.layer.rub(kFirst, {0.5, 0.0}, {0.5, 1.0}, {0.02, 0.02}, false);

    ASSERT_EQ(writing.layer.all().size(), 2U) << "the two ends of the line";
    for (const PlacedInk &half : writing.layer.all())
        EXPECT_EQ(half.ink.readers, std::vector{stays});
    writing.layer.setMembers({kMe});
    EXPECT_EQ(writing.layer.audience(), InkAudience::Private);
}

TEST(InkLayer, LeavesNothingWithOthersThatWasChangedElsewhereMeanwhile)
{
    Writing writing;
    const QString id = writing.shown();
    const Ink moved = storedAs(writing.layer.piece(id)->ink, 9, 5);
    QSignalSpy joined(&writing.layer, &InkLayer::inkJoined);

    writing.layer.share(id, InkAudience::Private);
    writing.layer.take({moved});

    ASSERT_EQ(joined.size(), 1);
    EXPECT_EQ(joined.front().front().value<InkJoining>().withdrawn, 1);
    const std::vector<PlacedInk> &there = writing.layer.on(kFirst);
    EXPECT_EQ(there.size(), 2U) << "both lie there still";
    for (const PlacedInk &placed : there)
        EXPECT_EQ(placed.ink.audience, InkAudience::Private);
    const std::vector<Ink> unsent = writing.layer.unsent();
    EXPECT_EQ(std::ranges::find(unsent, id, &Ink::id)->base, moved.version);
    EXPECT_EQ(unsent.size(), 3U);
}

TEST(InkLayer, RemembersThatItIsTakenFromOthersUntilItIs)
{
    Writing writing;
    const QString id = writing.line(kFirst);
    writing.layer.share(id, InkAudience::All);
    const std::vector<Ink> shared = writing.layer.unsent();
    writing.layer.send(shared);
    const auto piece = [&] {
        const std::vector<Ink> unsent = writing.layer.unsent();
        return *std::ranges::find(unsent, id, &Ink::id);
    };
    writing.layer.share(id, InkAudience::Private);
    EXPECT_TRUE(isWithdrawn(piece()));
    writing.layer.acknowledge(shared);
    EXPECT_TRUE(isWithdrawn(piece())) << "what it was made of has arrived";
    for (int times = 0; times < 20; ++times)
        writing.layer.send(writing.layer.unsent());
    EXPECT_TRUE(isWithdrawn(piece()));
    writing.layer.undo();
    EXPECT_FALSE(isWithdrawn(piece()));
    writing.layer.redo();
    EXPECT_TRUE(isWithdrawn(piece())) << "done again";
    writing.layer.undo();
    writing.layer.remove(id);
    EXPECT_FALSE(isWithdrawn(piece())) << "rubbed out, and not taken from others";
}

TEST(InkLayer, RemembersThatSharingItWasTakenBackAgain)
{
    Writing writing;
    const QString id = writing.line(kFirst);
    writing.layer.share(id, InkAudience::All);
    const auto piece = [&] {
        const std::vector<Ink> unsent = writing.layer.unsent();
        return *std::ranges::find(unsent, id, &Ink::id);
    };
    for (int times = 0; times < 2; ++times) {
        writing.layer.undo();
        EXPECT_TRUE(isWithdrawn(piece())) << times;
        writing.layer.redo();
        EXPECT_FALSE(isWithdrawn(piece())) << times;
    }
}

TEST(InkLayer, KeepsForItsReadersWhatWasOnlyPutOnAnotherPaper)
{
    Writing writing;
    writing.layer.setPapers({{1, 1, {}}, {2, 1, {}}});
    const QString id = writing.shown();
    const Ink moved = storedAs(writing.layer.piece(id)->ink, 9, 5);
    writing.layer.settle(id, {2, 0});
    writing.layer.take({moved});
    EXPECT_EQ(writing.only().audience, InkAudience::All);
    EXPECT_EQ(writing.layer.on({2, 0}).size(), 1U);
}

TEST(InkLayer, GoesOnWithWhatAnotherWindowKept)
{
    for (const bool isTakenBack : {false, true}) {
        Writing writing;
        const QString id = writing.shown();
        Ink gone = writing.layer.piece(id)->ink;
        gone.removed = true;
        gone.shape = {};
        gone.base = gone.version++;
        if (isTakenBack)
            markWithdrawn(gone);
        writing.layer.rewrite(id, strokeOf({{0.2, 0.2}, {0.8, 0.2}}));
        writing.layer.hold({gone});
        EXPECT_EQ(writing.only().audience, isTakenBack ? InkAudience::Private : InkAudience::All);
        EXPECT_EQ(writing.only().id == id, !isTakenBack);
        const std::vector<Ink> unsent = writing.layer.unsent();
        EXPECT_GT(std::ranges::find(unsent, id, &Ink::id)->version, gone.version);
    }
}

TEST(InkLayer, TakesBackWhatWasDoneStepByStep)
{
    Writing writing;
    const QString first = writing.line(kFirst, 0.2);
    const QString second = writing.line(kFirst, 0.8);
    writing.layer.remove(first);

    writing.layer.undo();
    EXPECT_EQ(writing.layer.on(kFirst).size(), 2U);
    writing.layer.undo();
    EXPECT_EQ(writing.only().id, first);
    writing.layer.redo();
    writing.layer.redo();
    EXPECT_EQ(writing.only().id, second);
    EXPECT_FALSE(writing.layer.canRedo());
    writing.layer.undo();
    writing.line(kFirst, 0.4);
    EXPECT_FALSE(writing.layer.canRedo()) << "something new was done";
    for (const Ink &ink : writing.layer.unsent())
        EXPECT_TRUE(checkInk(ink).ok());
}

TEST(InkLayer, LeavesAloneWhatAnotherProgramChangedSince)
{
    Writing writing;
    const QString id = writing.line(kFirst);
    Ink elsewhere = writing.only();
    elsewhere.version = 2;
    elsewhere.shape.color = 3;

    writing.layer.take({elsewhere});
    writing.layer.undo();

    EXPECT_EQ(writing.layer.piece(id)->ink, elsewhere);
}

TEST(InkLayer, ChangesNothingOfOthers)
{
    Writing writing;
    const Ink theirs = otherNote(QStringLiteral("確認済み"), {0.2, 0.2}, kOtherId);
    Ink stroke = theirs;
    stroke.id.replace(35, 1, QLatin1Char('9'));
    stroke.shape = strokeOf({{0.1, 0.5}, {0.9, 0.5}});
    writing.layer.take({theirs, stroke});

    writing.layer.remove(theirs.id);
    writing.layer.rewrite(theirs.id, {InkKind::Note, 0, 1, {{0, 0, 1}}, {}, QStringLiteral("別の")});
    writing.layer.share(theirs.id, InkAudience::Private);
    writing.layer.settle(theirs.id, {1, 4});
    writing.layer.rub(kFirst, {0.5, 0.4}, {0.5, 0.6}, {0.05, 0.05}, true);

    EXPECT_EQ(writing.layer.piece(theirs.id)->ink, theirs);
    EXPECT_EQ(writing.layer.piece(stroke.id)->ink, stroke);
    EXPECT_FALSE(writing.layer.canUndo());
    EXPECT_TRUE(writing.layer.unsent().empty());
}

TEST(InkLayer, IsRubbedOutWholeOrInPart)
{
    Writing whole;
    whole.line(kFirst, 0.3);
    whole.line(kFirst, 0.7);
    whole.layer.rub(kFirst, {0.5, 0.25}, {0.5, 0.35}, {0.02, 0.02}, true);
    EXPECT_EQ(whole.layer.on(kFirst).size(), 1U) << "the other one was not touched";

    Writing part;
    const QString id = part.line(kFirst, 0.5);
    part.layer.share(id, InkAudience::All);
    part.layer.rub(kFirst, {0.5, 0.4}, {0.5, 0.6}, {0.05, 0.05}, false);

    const std::vector<PlacedInk> left = part.layer.on(kFirst);
    ASSERT_EQ(left.size(), 2U);
    for (const PlacedInk &piece : left) {
        EXPECT_EQ(piece.ink.audience, InkAudience::All) << "its readers keep it";
        const QRectF bounds = boundsOf(piece.ink.shape);
        EXPECT_TRUE(bounds.right() <= 0.46 || bounds.left() >= 0.54);
    }
    part.layer.undo();
    EXPECT_EQ(part.only().id, id);
}

TEST(InkLayer, ForgetsWhatWasMadeAndRubbedOutOnTheWay)
{
    Writing writing;
    writing.line(kFirst, 0.5);
    writing.layer.acknowledge(writing.layer.unsent());

    // One pass of the rubber over the whole line, a hundredth of it at a time.
    writing.layer.beginStep();
    for (int i = 0; i < 100; ++i) {
        const QPointF at(0.01 * i, 0.5);
        writing.layer.rub(kFirst, at, at + QPointF(0.01, 0), {0.02, 0.02}, false);
        EXPECT_TRUE(writing.layer.unsent().empty()) << "while it is being rubbed";
    }
    writing.layer.endStep();

    EXPECT_TRUE(writing.layer.on(kFirst).empty());
    EXPECT_EQ(writing.layer.unsent().size(), 1U) << "the line is gone; its crumbs never were";
    writing.layer.undo();
    EXPECT_EQ(writing.layer.on(kFirst).size(), 1U) << "at once";
}

TEST(InkLayer, IsHandedOutUntilTheStoreHasIt)
{
    Writing writing;
    const QSignalSpy spy(&writing.layer, &InkLayer::unsentChanged);
    const QString id = writing.line(kFirst);
    const std::vector<Ink> sent = writing.layer.unsent();
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(spy.count(), 1);

    // It is changed while it is on its way.
    writing.layer.remove(id);
    writing.layer.acknowledge(sent);
    const std::vector<Ink> next = writing.layer.unsent();

    ASSERT_EQ(next.size(), 1U);
    EXPECT_TRUE(next.front().removed);
    EXPECT_GT(next.front().version, sent.front().version);
    writing.layer.acknowledge(next);
    EXPECT_TRUE(writing.layer.unsent().empty());
}

TEST(InkLayer, DrawsMarkersBelowPensAndNotesAboveAll)
{
    Writing writing;
    writing.layer.add(kFirst, {InkKind::Note, 4, 1, {{0, 0, 1}}, {}, QStringLiteral("注")});
    writing.line(kFirst);
    writing.layer.add(kFirst, strokeOf({{0, 0}, {1, 1}}, InkKind::Marker));

    const std::vector<PlacedInk> &there = writing.layer.on(kFirst);

    EXPECT_EQ(there[0].ink.shape.kind, InkKind::Marker);
    EXPECT_EQ(there[1].ink.shape.kind, InkKind::Pen);
    EXPECT_EQ(there[2].ink.shape.kind, InkKind::Note);
}

} // namespace kessai::test
