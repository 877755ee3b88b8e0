// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/bookkeeper.h"

#include "tests/core/meetings/meetingchanges.h"
#include "tests/support/meetingoffice.h"
#include "tests/ui/officetest.h"
#include "ui/meetings/inkkeeper.h"
#include "ui/meetings/meetinglist.h"
#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/paperfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace kessai::test {

/// Books on this computer, and the office they come from.
class BookKeeperTest : public OfficeTest {
protected:
    void SetUp() override
    {
        OfficeTest::SetUp();
        id = meet(office, sato, std::nullopt, planned())->id;
        EXPECT_TRUE(meet(office, sato, id, agendaItem(1)));
        EXPECT_TRUE(meet(office, sato, id, agendaItem(2, u"人事案件"_s)));
        EXPECT_TRUE(meet(office, sato, id, paperPut(1, 1)));
        EXPECT_TRUE(meet(office, sato, id, paperPut(2, 2)));
        invite({sato, kato});
        EXPECT_TRUE(meet(office, sato, id, SetState{MeetingState::Published}));
    }
    void invite(const std::vector<StaffId> &who)
    {
        InviteMembers list;
        for (const StaffId one : who)
            list.members.push_back({one, one == sato ? MeetingRole::Secretary : MeetingRole::Member, {}});
        EXPECT_TRUE(meet(office, sato, id, list));
    }
    /// Somebody at their computer, who has looked at the meeting.
    BookKeeper &looked(StaffId who)
    {
        auto &keeper = make<BookKeeper>(signIn(who));
        keeper.look(id);
        EXPECT_TRUE(wait([&] { return isWhole(keeper); }));
        return keeper;
    }
    bool isWhole(const BookKeeper &keeper) const
    {
        const auto state = keeper.states().find(id);
        return state != keeper.states().end() && state->second.isWhole();
    }
    Attachment fileOf(int paper) { return meetingOf(office, sato, id)->paper(paper)->files.back().file; }
    template <class F>
    auto onShelf(F f)
    {
        auto answer = session->kept().run(std::move(f));
        EXPECT_TRUE(wait([&] { return answer.isFinished(); }));
        return answer.result();
    }
    std::optional<QByteArray> keptFile(const QByteArray &sha256)
    {
        return onShelf([sha256](BookShelf &shelf) { return shelf.file(sha256); });
    }
    InkLayer &layerOf(StaffId who) { return make<InkLayer>(who, u"誰か"_s, office.clock()); }
    static InkShape stroke(float y = 0.2F)
    {
        InkShape shape;
        shape.points = {{0.1F, y, 1}, {0.3F, y, 1}};
        return shape;
    }

    /// Somebody's note for everybody, written elsewhere.
    QString share(StaffId who)
    {
        Ink ink;
        ink.id = u"22222222-2222-2222-2222-222222222222"_s;
        ink.paper = 1;
        ink.shape = stroke();
        ink.audience = InkAudience::All;
        EXPECT_TRUE(meetingDesk(office, who)->putInk(id, {ink}));
        return ink.id;
    }

    MeetingId id{0};
};

TEST_F(BookKeeperTest, KeepsTheWholeBookOfAMeetingOneLooksAt)
{
    looked(kato);

    EXPECT_EQ(onShelf([this](BookShelf &shelf) { return shelf.book(id); }), meetingOf(office, kato, id).value());
    for (const int paper : {1, 2}) {
        const auto bytes = keptFile(fileOf(paper).sha256);
        ASSERT_TRUE(bytes);
        EXPECT_EQ(sha256Hex(*bytes), fileOf(paper).sha256);
    }
    EXPECT_FALSE(office.askedOnGuiThread());
}

TEST_F(BookKeeperTest, ReadsAndListsWithoutTheOffice)
{
    looked(kato);
    auto &list = make<MeetingList>(*session);
    list.read();
    ASSERT_TRUE(wait([&] { return list.entries().size() == 1; }));
    settle();
    const Attachment file = fileOf(1);
    office.cut();

    // The program is started again.
    auto &later = make<MeetingList>(*session);
    later.read();
    ASSERT_TRUE(wait([&] { return later.entries().size() == 1; }));
    EXPECT_TRUE(later.isOld());
    EXPECT_EQ(later.entries().front().row.title, u"庁議"_s);
    MeetingModel model;
    const auto says = [&] {
        model.setEntries(later.entries(), SmallOffice::today());
        return model.index(1, MeetingModel::News).data(MeetingModel::kKeptRole).toString();
    };
    EXPECT_EQ(says(), u"Not on this computer"_s) << "as far as anybody has looked";
    later.setKept({{id, {false, 2, 2, 1024}}}, [](MeetingId) { return false; });
    EXPECT_TRUE(says().startsWith(u"Readable offline"_s));
    auto &presenter = make<MeetingPresenter>(*session);
    QSignalSpy opened(&presenter, &MeetingPresenter::opened);
    presenter.open(id);
    ASSERT_TRUE(wait([&] { return opened.count() == 1; }));
    EXPECT_TRUE(presenter.isKept());
    EXPECT_EQ(presenter.meeting().items.size(), 2u);
    auto &files = make<PaperFiles>(*session);
    const auto bytes = files.fetch(file);
    ASSERT_TRUE(wait([&] { return bytes.isFinished(); }));
    ASSERT_TRUE(bytes.result());
    EXPECT_EQ(sha256Hex(bytes.result().value()), file.sha256);

    office.mend();
    presenter.refresh();
    EXPECT_TRUE(wait([&] { return !presenter.isKept(); })) << "it is the office's again";
    list.read();
    EXPECT_TRUE(wait([&] { return !list.isOld(); }));
}

TEST_F(BookKeeperTest, FindsWordsWithoutTheOffice)
{
    looked(kato);
    ASSERT_TRUE(wait([&] { return onShelf([this](BookShelf &shelf) { return shelf.wordless(id); }).empty(); }));
    office.cut();
    auto &list = make<MeetingList>(*session);
    std::vector<PageFound> hits;
    QObject::connect(&list, &MeetingList::found, &list, [&hits](const std::vector<PageFound> &found) { hits = found; });

    list.find(u"予算案2"_s);

    ASSERT_TRUE(wait([&] { return !hits.empty(); }));
    EXPECT_EQ(hits.front().hit.page, 1);
    EXPECT_EQ(hits.front().paper, u"資料1-1　資料 1"_s);
    EXPECT_EQ(hits.size(), 2u) << "and in the other paper";
}

TEST_F(BookKeeperTest, LosesInkThatWasDestroyedWithoutALook)
{
    PlanMeeting plan = planned();
    plan.rules.inkDays = 0;
    ASSERT_TRUE(meet(office, sato, id, plan));
    Ink own;
    own.id = u"33333333-3333-3333-3333-333333333333"_s;
    own.paper = 1;
    own.shape = stroke();
    ASSERT_TRUE(meetingDesk(office, kato)->putInk(id, {own}));
    auto &keeper = make<BookKeeper>(signIn(kato));
    keeper.choose(id, true);
    ASSERT_TRUE(wait([&] { return isWhole(keeper); }));
    keeper.choose(id, false); // it only lies here now
    ASSERT_EQ(onShelf([this](BookShelf &shelf) { return shelf.ink(id); }).size(), 1u);
    for (const MeetingState state : {MeetingState::Running, MeetingState::Closed})
        ASSERT_TRUE(meet(office, sato, id, SetState{state}));
    const CaseId minutes = office.file(sato, memoFields(u"庁議 会議録（令和8年12月1日）"_s));
    ASSERT_TRUE(meet(office, sato, id, FileMinutes{minutes}));
    for (const StaffId who : {suzuki, kato})
        ASSERT_TRUE(office.act(who, minutes, Approve{}));
    ASSERT_EQ(office.stateOf(minutes).state, CaseState::Decided);
    ASSERT_TRUE(meetingDesk(office, sato)->destroyInk(id));

    keeper.review();

    EXPECT_TRUE(wait([&] { return onShelf([this](BookShelf &shelf) { return shelf.ink(id); }).empty(); }));
}

TEST_F(BookKeeperTest, KeepsWhatIsChosenWithItsInkWithoutALook)
{
    share(sato);

    auto &keeper = make<BookKeeper>(signIn(kato));
    keeper.choose(id, true);
    EXPECT_TRUE(keeper.isFetching(id));
    ASSERT_TRUE(wait([&] { return isWhole(keeper); }));

    EXPECT_TRUE(keeper.states().at(id).chosen);
    EXPECT_EQ(onShelf([this](BookShelf &shelf) { return shelf.ink(id); }).size(), 1u);
    keeper.choose(id, false);
    EXPECT_TRUE(wait([&] { return !keeper.states().at(id).chosen; }));
    EXPECT_TRUE(isWhole(keeper)) << "it stays until room is needed";
}

TEST_F(BookKeeperTest, KeepsInkThatCameWhileItAskedForAllOfIt)
{
    auto &keeper = make<BookKeeper>(signIn(kato));
    Ink own;
    own.id = u"33333333-3333-3333-3333-333333333333"_s;
    own.paper = 1;
    own.shape = stroke();

    keeper.choose(id, true);
    session->kept().keepInk(id, {own}, false); // stored meanwhile by who reads it
    ASSERT_TRUE(wait([&] { return isWhole(keeper); }));

    EXPECT_EQ(onShelf([this](BookShelf &shelf) { return shelf.ink(id); }).size(), 1u);
}

TEST_F(BookKeeperTest, SaysThatTheLineBrokeBeforeWhatWasChosenWasHere)
{
    auto &keeper = make<BookKeeper>(signIn(kato));
    settle();
    QSignalSpy failed(&keeper, &BookKeeper::failed);
    office.cut();

    keeper.choose(id, true);

    ASSERT_TRUE(wait([&] { return failed.count() == 1; }));
    EXPECT_FALSE(keeper.isChosen(id));
}

TEST_F(BookKeeperTest, TakesAwayAtTheNextContactWhatIsNoLongerTheReaders)
{
    BookKeeper &keeper = looked(kato);
    QSignalSpy withdrawn(&keeper, &BookKeeper::withdrawn);
    const QByteArray sha256 = fileOf(1).sha256;
    EXPECT_TRUE(onShelf([this](BookShelf &shelf) {
        Ink ink;
        ink.id = u"11111111-1111-1111-1111-111111111111"_s;
        ink.paper = 1;
        ink.shape = shapeOf(shapeBody(stroke())).value();
        return shelf.keepUnsent(id, {ink});
    }));
    invite({sato});
    EXPECT_TRUE(keptFile(sha256)) << "until the office is asked";

    keeper.review();

    ASSERT_TRUE(wait([&] { return withdrawn.count() == 1; }));
    EXPECT_EQ(withdrawn.front().at(0).toString(), u"庁議"_s);
    EXPECT_EQ(withdrawn.front().at(1).toInt(), 1) << "a note that nobody gets any more is told of";
    EXPECT_TRUE(wait([&] { return keeper.states().empty(); }));
    EXPECT_FALSE(keptFile(sha256));
    EXPECT_TRUE(onShelf([](BookShelf &shelf) { return shelf.unsent(); }).empty());
}

TEST_F(BookKeeperTest, TakesAwayADroppedMeetingAndWhatWasHidden)
{
    BookKeeper &keeper = looked(kato);
    const QByteArray hidden = fileOf(2).sha256;
    const QByteArray shown = fileOf(1).sha256;
    ASSERT_TRUE(meet(office, sato, id, HideItem{2, {kato}}));

    keeper.review();
    ASSERT_TRUE(wait([&] { return keeper.states().at(id).of == 1; }));
    EXPECT_FALSE(keptFile(hidden));
    EXPECT_TRUE(keptFile(shown));

    ASSERT_TRUE(meet(office, sato, id, DropPaper{1}));
    ASSERT_TRUE(meet(office, sato, id, SetState{MeetingState::Dropped}));
    keeper.review();
    EXPECT_TRUE(wait([&] { return keeper.states().empty(); }));
    EXPECT_FALSE(keptFile(shown));
}

TEST_F(BookKeeperTest, GoesOnFetchingWhenOneLooksAgainAndFetchesDamagedOnesAnew)
{
    auto &keeper = make<BookKeeper>(signIn(kato));
    office.failNext(Ask::Chunk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    keeper.look(id);
    ASSERT_TRUE(wait([&] { return office.asked(Ask::Chunk) == 1; }));
    settle();
    EXPECT_FALSE(isWhole(keeper));

    keeper.look(id);
    ASSERT_TRUE(wait([&] { return isWhole(keeper); }));

    QDirIterator files(home.path(), {u"paper-*"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        ASSERT_TRUE(file.open(QIODevice::ReadWrite) && file.seek(30));
        file.write("??");
    }
    auto &reading = make<PaperFiles>(*session);
    const auto bytes = reading.fetch(fileOf(1));
    ASSERT_TRUE(wait([&] { return bytes.isFinished(); }));
    ASSERT_TRUE(bytes.result());
    EXPECT_EQ(sha256Hex(bytes.result().value()), fileOf(1).sha256);
    EXPECT_TRUE(wait([&] { return keptFile(fileOf(1).sha256).has_value(); }));
}

TEST_F(BookKeeperTest, ReplacesNoKeyOfAKeyringThatWasNotUnlockedAtFirst)
{
    looked(kato);
    keyring.locked = true;

    signIn(kato);

    EXPECT_TRUE(session->kept().lasts());
    EXPECT_TRUE(keptFile(fileOf(1).sha256));
    EXPECT_EQ(keyring.secrets.size(), 1) << "and nothing else stays in it";
}

TEST_F(BookKeeperTest, KeepsNobodyFromReadingWhileTheKeyringDoesNotAnswer)
{
    keyring.silent = true;
    auto &reading = make<PaperFiles>(signIn(kato));

    const auto bytes = reading.fetch(fileOf(1));

    ASSERT_TRUE(wait([&] { return bytes.isFinished(); }));
    ASSERT_TRUE(bytes.result());
    EXPECT_EQ(sha256Hex(bytes.result().value()), fileOf(1).sha256);
}

TEST_F(BookKeeperTest, KeepsNothingBeyondTheSessionWithoutAKeyring)
{
    keyring.missing = true;
    looked(kato);
    EXPECT_FALSE(session->kept().lasts());
    EXPECT_TRUE(keptFile(fileOf(1).sha256)) << "within the session it is there";

    signIn(kato);

    EXPECT_FALSE(keptFile(fileOf(1).sha256));
    EXPECT_FALSE(QDir(home.filePath(u"offline"_s)).exists());
}

TEST_F(BookKeeperTest, MergesWhatWasWrittenForAnHourWithoutTheOffice)
{
    looked(kato);
    {
        InkLayer &layer = layerOf(kato);
        auto &keeper = make<InkKeeper>(*session);
        keeper.open(meetingOf(office, kato, id).value(), layer);
        settle();
        layer.add({1, 0}, stroke(0.1F));
        keeper.flush();
        ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
        settle();
        keeper.close();
    }
    office.cut();
    std::vector<QString> written;
    {
        // What the office had is seen, and what is written stays here.
        InkLayer &layer = layerOf(kato);
        auto &keeper = make<InkKeeper>(*session);
        auto &presenter = make<MeetingPresenter>(*session);
        presenter.open(id);
        ASSERT_TRUE(wait([&] { return presenter.isKept(); }));
        keeper.open(presenter.meeting(), layer);
        ASSERT_TRUE(wait([&] { return layer.all().size() == 1; }));
        const QString first = layer.all().front().ink.id;
        for (int i = 0; i < 60; ++i)
            written.push_back(layer.add({1 + i % 2, i / 2 % 2}, stroke(0.3F + 0.01F * float(i))));
        layer.remove(first);
        layer.remove(written.back());
        written.pop_back();
        keeper.close();
        settle();
        ASSERT_TRUE(wait([&] { return onShelf([this](BookShelf &shelf) { return shelf.unsent(id); }).size() == 61; }))
            << "60 strokes, one of them taken out again, and the first taken out";
    }
    // Meanwhile somebody else wrote, too.
    const QString shared = share(sato);
    closeWindows();
    office.mend();

    auto &again = make<InkKeeper>(signIn(kato));
    again.sendKept();

    const auto isThere = [&](const QString &one) {
        const auto all = inkOf(office, kato, id);
        return std::ranges::any_of(all, [&](const Ink &ink) { return ink.id == one && !ink.removed; });
    };
    EXPECT_TRUE(wait([&] { return std::ranges::all_of(written, isThere); })) << "every stroke";
    EXPECT_TRUE(isThere(shared));
    const auto all = inkOf(office, kato, id);
    EXPECT_EQ(std::ranges::count_if(all, [](const Ink &ink) { return !ink.removed; }), 60) << "59 and the other's";
    EXPECT_TRUE(wait([&] { return onShelf([](BookShelf &shelf) { return shelf.unsent(); }).empty(); }));
}

} // namespace kessai::test
