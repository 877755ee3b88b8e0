// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkkeeper.h"

#include "tests/core/meetings/meetingchanges.h"
#include "tests/support/meetingoffice.h"
#include "tests/ui/officetest.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace kessai::test {

/// Ink on its way between somebody's pen and the office.
class InkKeeperTest : public OfficeTest {
protected:
    void SetUp() override
    {
        OfficeTest::SetUp();
        id = meet(office, sato, std::nullopt, planned())->id;
        EXPECT_TRUE(meet(office, sato, id, agendaItem(1)));
        EXPECT_TRUE(meet(office, sato, id, paperPut(1, 1)));
    }
    InkLayer &layerOf(StaffId who) { return make<InkLayer>(who, u"佐藤 花"_s, office.clock()); }
    InkKeeper &open(DeskSession &desk_, InkLayer &layer)
    {
        auto &keeper = make<InkKeeper>(desk_);
        keeper.open(meetingOf(office, sato, id).value(), layer);
        settle();
        return keeper;
    }
    static InkShape stroke()
    {
        InkShape shape;
        shape.points = {{0.1F, 0.2F, 1}, {0.3F, 0.2F, 1}};
        return shape;
    }
    /// Meetings of which ink lies on this computer that the office does not have.
    qsizetype kept() const
    {
        QDirIterator files(home.path(), {u"unsent-*"_s}, QDir::Files, QDirIterator::Subdirectories);
        qsizetype count = 0;
        while (files.hasNext()) {
            files.next();
            ++count;
        }
        return count;
    }

    MeetingId id{0};
};

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

    auto &next = make<InkKeeper>(signIn(sato));
    next.sendKept();
    next.sendKept();

    EXPECT_TRUE(wait([&] { return kept() == 0; }));
    EXPECT_EQ(inkOf(office, sato, id).size(), 1u) << "the second sending changes nothing";
}

TEST_F(InkKeeperTest, SendsWhatWasChangedHereAfterItWasChangedElsewhere)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    const QString piece = layer.add({1, 0}, stroke());
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    Ink elsewhere = inkOf(office, sato, id).front();
    ++elsewhere.version;
    elsewhere.shape.width = 5;
    ASSERT_TRUE(meetingDesk(office, sato)->putInk(id, {elsewhere}));
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    InkShape here = stroke();
    here.points = {{0.1F, 0.6F, 1}, {0.3F, 0.6F, 1}};
    layer.rewrite(piece, here);
    keeper.close();
    settle();
    ASSERT_TRUE(wait([&] { return kept() == 1; }));

    make<InkKeeper>(signIn(sato)).sendKept();

    EXPECT_TRUE(wait([&] { return inkOf(office, sato, id).front().shape == shapeOf(shapeBody(here)); }));
    EXPECT_TRUE(wait([&] { return kept() == 0; }));
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
    settle();
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
