// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inkkeepertest.h"

namespace kessai::test {

TEST_F(InkKeeperTest, StoresInTheBackgroundWhatIsWritten)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);

    layer.add({1, 0}, stroke());
    EXPECT_EQ(keeper.state(), InkKeeper::State::Storing);

    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    ASSERT_EQ(inkOf(office, sato, id).size(), 1u);
    EXPECT_TRUE(layer.unsent().empty());
    EXPECT_EQ(kept(), 0);
    EXPECT_FALSE(office.askedOnGuiThread());
}

TEST_F(InkKeeperTest, KeepsHereWhatTheOfficeDidNotGetAndSendsItAgain)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});

    layer.add({1, 0}, stroke());
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Waiting; }));
    ASSERT_TRUE(wait([&] { return kept() == 1; }));
    EXPECT_EQ(inkOf(office, sato, id).size(), 0u);

    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    EXPECT_EQ(inkOf(office, sato, id).size(), 1u);
    EXPECT_TRUE(wait([&] { return kept() == 0; }));
}

TEST_F(InkKeeperTest, SendsWhatAnEarlierSessionCouldNot)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    layer.add({1, 0}, stroke());
    keeper.close();
    settle();
    ASSERT_TRUE(wait([&] { return kept() == 1; }));
    EXPECT_EQ(inkOf(office, sato, id).size(), 0u);
    closeWindows();

    auto &next = make<InkKeeper>(signIn(sato));
    next.sendKept();
    next.sendKept();

    EXPECT_TRUE(wait([&] { return kept() == 0; }));
    EXPECT_EQ(inkOf(office, sato, id).size(), 1u) << "the second sending changes nothing";
}

TEST_F(InkKeeperTest, KeepsBesideWhatWasChangedHereAndElsewhereWithoutTheOffice)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    const QString piece = layer.add({1, 0}, stroke());
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    changeElsewhere(piece, 1);
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    layer.rewrite(piece, here());
    keeper.close();
    settle();
    ASSERT_TRUE(wait([&] { return kept() == 1; }));
    closeWindows();

    auto &next = make<InkKeeper>(signIn(sato));
    QSignalSpy joined(&next, &InkKeeper::inkJoined);
    next.sendKept();

    EXPECT_TRUE(wait([&] { return inkOf(office, sato, id).size() == 2u; }));
    EXPECT_EQ(widths(), (QList<float>{1, 5}));
    EXPECT_TRUE(wait([&] { return kept() == 0; }));
    EXPECT_EQ(joined.size(), 1);
    next.sendKept();
    settle();
    EXPECT_EQ(inkOf(office, sato, id).size(), 2u) << "it is kept once";
}

TEST_F(InkKeeperTest, TakesAnAnswerThatWasLostForItsOwn)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    const QString piece = layer.add({1, 0}, stroke());
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    layer.rewrite(piece, here(0.5F));
    Ink arrived = layer.unsent().front();
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Waiting; }));
    ASSERT_TRUE(meetingDesk(office, sato)->putInk(id, {arrived}));

    layer.rewrite(piece, here(0.7F));
    keeper.flush();

    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    ASSERT_EQ(inkOf(office, sato, id).size(), 1u) << "nobody else wrote";
    EXPECT_EQ(inkOf(office, sato, id).front().shape, shapeOf(shapeBody(here(0.7F))));
}

TEST_F(InkKeeperTest, KeepsHereWhatWaitsForAnAnswer)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    office.hold(Ask::PutInk);

    layer.add({1, 0}, stroke());
    keeper.flush();

    EXPECT_TRUE(wait([&] { return kept() == 1; }));
    EXPECT_EQ(keeper.state(), InkKeeper::State::Storing);
    office.release();
    EXPECT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored && kept() == 0; }));
}

TEST_F(InkKeeperTest, SetsAsideWhatIsRefusedAndSendsTheRest)
{
    EXPECT_TRUE(meet(office, sato, id, paperPut(2, 1)));
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    for (int i = 0; i < 3; ++i)
        layer.add({1, i % 2}, stroke());
    const QString refused = layer.add({2, 0}, stroke());
    const QString rubbed = layer.add({2, 0}, stroke());
    EXPECT_TRUE(meet(office, sato, id, DropPaper{2}));
    layer.remove(rubbed);
    keeper.flush();

    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Refused; }));
    EXPECT_EQ(inkOf(office, sato, id).size(), 3u);
    ASSERT_EQ(layer.unsent().size(), 1u);
    EXPECT_EQ(layer.unsent().front().id, refused);
    layer.add({1, 1}, stroke());
    keeper.flush();
    ASSERT_TRUE(wait([&] { return inkOf(office, sato, id).size() == 4u; })) << "what comes after it arrives";

    keeper.close();
    tidy();
    closeWindows();
    InkLayer &again = layerOf(sato);
    open(signIn(sato), again);
    EXPECT_TRUE(wait([&] { return again.piece(refused).has_value(); })) << "what lies on this computer is seen";
    EXPECT_FALSE(again.piece(rubbed).has_value());
    EXPECT_EQ(again.all().size(), 5u);
}

TEST_F(InkKeeperTest, SendsWhatIsKeptBesideWhatIsRefused)
{
    EXPECT_TRUE(meet(office, sato, id, paperPut(2, 1)));
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    for (int i = 0; i < 4; ++i)
        layer.add({i == 1 ? 2 : 1, 0}, stroke());
    EXPECT_TRUE(meet(office, sato, id, DropPaper{2}));
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    keeper.close();
    ASSERT_TRUE(wait([&] { return kept() == 1; }));
    settle();
    closeWindows();

    make<InkKeeper>(signIn(sato)).sendKept();

    EXPECT_TRUE(wait([&] { return inkOf(office, sato, id).size() == 3u; }));
}

TEST_F(InkKeeperTest, BringsWhatOthersShare)
{
    ASSERT_TRUE(
        meet(office, sato, id, InviteMembers{{{sato, MeetingRole::Secretary, {}}, {kato, MeetingRole::Member, {}}}}));
    ASSERT_TRUE(meet(office, sato, id, SetState{MeetingState::Published}));
    InkLayer &mine = layerOf(kato);
    InkKeeper &writing = open(signIn(kato), mine);
    mine.setAudience(InkAudience::All);
    mine.add({1, 1}, stroke());
    mine.setAudience(InkAudience::Private);
    mine.add({1, 0}, stroke());
    writing.flush();
    ASSERT_TRUE(wait([&] { return writing.state() == InkKeeper::State::Stored; }));

    InkLayer &theirs = layerOf(sato);
    open(signIn(sato), theirs);

    ASSERT_EQ(theirs.all().size(), 1u);
    EXPECT_EQ(theirs.all().front().ink.author, kato);
    EXPECT_EQ(theirs.all().front().at, (BookPage{1, 1}));
}

TEST_F(InkKeeperTest, FindsWhereThePagesOfAReplacedPaperWent)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    // The first page becomes the second of the new file.
    const auto page = [](const QString &text) {
        return PaperPage{printText(pagePrint(text, QByteArray(32 * 32, char(-1)), 32, 32)), text};
    };
    PutPaper first = paperPut(2, 1);
    first.pages = {page(u"当初予算の編成方針と各課への依頼"_s), page(u"中期財政の見通し"_s)};
    ASSERT_TRUE(meet(office, sato, id, first));
    keeper.setMeeting(meetingOf(office, sato, id).value());
    layer.add({2, 0}, stroke());
    keeper.flush();
    settle();
    PutPaper next = first;
    next.revision = 2;
    next.file = paperFile(u"差替.pdf"_s);
    next.pages.insert(next.pages.begin(), page(u"新しく加わった表紙"_s));
    ASSERT_TRUE(meet(office, sato, id, next));
    keeper.setMeeting(meetingOf(office, sato, id).value());

    const auto moved = [&] {
        const auto all = layer.all();
        return std::any_of(all.begin(), all.end(), [](const PlacedInk &one) { return one.at == BookPage{2, 1}; });
    };
    EXPECT_TRUE(wait(moved));
}

} // namespace kessai::test
