// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/meetingproof.h"
#include "core/meetings/meetingsight.h"
#include "tests/core/meetings/meetingchanges.h"
#include "tests/property/random.h"

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

const StaffId kSecretary(1);
const StaffId kMember(2);
const StaffId kAsked(3);
const StaffId kStranger(4);

/// Two items, the papers 1 and 2 in the first and 3 in the second, and one that is awaited.
MeetingHistory prepared()
{
    MeetingHistory history;
    const std::vector<MeetingChange> changes{
        planned(),
        InviteMembers{{{kSecretary, MeetingRole::Secretary, {}}, {kMember, MeetingRole::Member, u"総務課長"_s}}},
        agendaItem(1),
        agendaItem(2),
        paperPut(1, 1),
        paperPut(2, 1),
        paperPut(3, 2),
        AskPaper{4, 2, u"説明資料"_s, kAsked, QDate(2026, 11, 30)},
    };
    for (const MeetingChange &change : changes)
        EXPECT_TRUE(history.act(kSecretary, change)) << change.index();
    return history;
}

std::vector<int> papersOf(const Meeting &meeting, int item)
{
    std::vector<int> ids;
    for (const Paper &paper : meeting.item(item)->papers)
        ids.push_back(paper.id);
    return ids;
}

Error refused(MeetingHistory history, StaffId who, const MeetingChange &change)
{
    const Result<> done = history.act(who, change);
    return done ? Error{} : done.error();
}

} // namespace

TEST(Meeting, IsBegunByAnybodyWhoIsThenItsSecretary)
{
    MeetingHistory history;

    ASSERT_TRUE(history.act(kMember, planned()));

    const Meeting meeting = history.meeting();
    EXPECT_EQ(meeting.state, MeetingState::Draft);
    EXPECT_EQ(meeting.title, u"庁議"_s);
    EXPECT_EQ(meeting.seq, 1);
    EXPECT_EQ(meeting.members, (std::vector<MeetingMember>{{kMember, MeetingRole::Secretary, {}}}));
    EXPECT_FALSE(meeting.damaged);
    EXPECT_EQ(refused(MeetingHistory(), kMember, agendaItem(1)).code, ErrorCode::AccessDenied)
        << "nothing else begins one";
}

TEST(Meeting, HasItsItemsByNumberAndItsPapersInOrder)
{
    MeetingHistory history = prepared();
    ASSERT_TRUE(history.act(kSecretary, SetItem{1, 5, u"後の議題"_s, ItemKind::Other, 0}));

    const Meeting meeting = history.meeting();

    ASSERT_EQ(meeting.items.size(), 2u);
    EXPECT_EQ(meeting.items[0].id, 2);
    EXPECT_EQ(meeting.items[1].title, u"後の議題"_s);
    EXPECT_EQ(papersOf(meeting, 1), (std::vector<int>{1, 2}));
    EXPECT_EQ(paperLabel(*meeting.item(1), 2), u"資料5-2"_s);
    EXPECT_EQ(meeting.paper(4)->responsible, kAsked);
    EXPECT_TRUE(meeting.paper(4)->files.empty());
}

TEST(Meeting, KeepsEveryRevisionOfAPaper)
{
    MeetingHistory history = prepared();
    ASSERT_TRUE(history.act(kSecretary, SetState{MeetingState::Published}));
    ASSERT_TRUE(history.act(kSecretary, paperPut(1, 1, 2)));

    const std::vector<PaperFile> files = history.meeting().paper(1)->files;

    ASSERT_EQ(files.size(), 2u);
    EXPECT_EQ(files[0].file, paperFile(u"資料1-1.pdf"_s));
    EXPECT_FALSE(files[0].late);
    EXPECT_EQ(files[1].revision, 2);
    EXPECT_EQ(files[1].pages, 2);
    EXPECT_TRUE(files[1].late) << "members had read the one before";
}

TEST(Meeting, PutsAnAskedPaperInPlaceByWhoeverWasAsked)
{
    MeetingHistory history = prepared();

    EXPECT_TRUE(history.act(kAsked, paperPut(4, 2))) << "in a draft too";
    ASSERT_TRUE(history.act(kSecretary, SetState{MeetingState::Published}));
    EXPECT_TRUE(history.act(kAsked, paperPut(4, 2, 2)));
    ASSERT_TRUE(history.act(kSecretary, HideItem{2, {kAsked}}));
    EXPECT_EQ(refused(history, kAsked, paperPut(4, 2, 3)).code, ErrorCode::AccessDenied)
        << "they do not see it any more";
}

TEST(Meeting, MovesPapersWithinAnItemAndIntoAnother)
{
    MeetingHistory history = prepared();

    ASSERT_TRUE(history.act(kSecretary, PlacePaper{2, 1, u"先に読む"_s, {2, 1}}));
    EXPECT_EQ(papersOf(history.meeting(), 1), (std::vector<int>{2, 1}));
    EXPECT_EQ(history.meeting().paper(2)->title, u"先に読む"_s);
    ASSERT_TRUE(history.act(kSecretary, PlacePaper{1, 2, u"資料 1"_s, {3, 1, 4}}));

    EXPECT_EQ(papersOf(history.meeting(), 1), (std::vector<int>{2}));
    EXPECT_EQ(papersOf(history.meeting(), 2), (std::vector<int>{3, 1, 4}));
    EXPECT_EQ(history.meeting().paper(1)->files.size(), 1u) << "with what it says";
}

TEST(Meeting, TakesItemsOutWithTheirPapersAndUsesNoIdAgain)
{
    MeetingHistory history = prepared();

    ASSERT_TRUE(history.act(kSecretary, DropItem{2}));

    const Meeting meeting = history.meeting();
    EXPECT_EQ(meeting.items.size(), 1u);
    EXPECT_EQ(meeting.paper(3), nullptr);
    EXPECT_EQ(refused(history, kSecretary, agendaItem(2)).code, ErrorCode::Invalid);
    EXPECT_EQ(refused(history, kSecretary, paperPut(3, 1)).code, ErrorCode::Invalid);
    EXPECT_TRUE(history.act(kSecretary, agendaItem(3)));
    EXPECT_TRUE(history.act(kSecretary, paperPut(5, 3)));
    ASSERT_TRUE(history.act(kSecretary, DropPaper{5}));
    EXPECT_EQ(history.acts.back().item, 3) << "readers of that item learn of it, and no others";
}

TEST(Meeting, GoesItsWayAndNoOther)
{
    using enum MeetingState;
    const std::vector<MeetingState> all{Draft, Published, Running, Closed, Dropped};
    const std::vector<std::vector<MeetingState>> ways{
        {}, {Published}, {Published, Running}, {Published, Running, Closed}, {Dropped}};
    const std::vector<std::vector<MeetingState>> next{
        {Published, Dropped}, {Running, Dropped}, {Published, Closed, Dropped}, {}, {}};
    for (size_t from = 0; from < all.size(); ++from) {
        MeetingHistory history = prepared();
        for (const MeetingState to : ways[from])
            ASSERT_TRUE(history.act(kSecretary, SetState{to}));
        ASSERT_EQ(history.meeting().state, all[from]);
        for (const MeetingState to : all) {
            const bool may = std::find(next[from].begin(), next[from].end(), to) != next[from].end();
            const Error error = refused(history, kSecretary, SetState{to});
            EXPECT_EQ(error.refusal, may ? std::nullopt : std::optional(Refusal::WrongState))
                << from << " to " << int(to);
        }
    }
}

TEST(Meeting, IsOverWhenItIsClosedOrCalledOff)
{
    for (const auto &end : {std::vector{MeetingState::Published, MeetingState::Running, MeetingState::Closed},
                            std::vector{MeetingState::Dropped}}) {
        MeetingHistory history = prepared();
        for (const MeetingState to : end)
            ASSERT_TRUE(history.act(kSecretary, SetState{to}));
        const std::vector<MeetingChange> all{planned(),      InviteMembers{{{kSecretary, MeetingRole::Secretary, {}}}},
                                             agendaItem(3),  HideItem{1, {kMember}},
                                             DropItem{1},    AskPaper{5, 1, u"資料"_s, kAsked, QDate(2026, 12, 1)},
                                             paperPut(5, 1), PlacePaper{2, 1, u"資料"_s, {2, 1}},
                                             DropPaper{1}};
        for (const MeetingChange &change : all)
            EXPECT_EQ(refused(history, kSecretary, change).refusal, Refusal::WrongState) << change.index();
        EXPECT_EQ(refused(history, kAsked, paperPut(4, 2)).refusal, Refusal::WrongState);
    }
}

TEST(Meeting, IsPreparedByItsSecretariesAlone)
{
    const MeetingHistory history = prepared();
    const std::vector<MeetingChange> all{planned(),      InviteMembers{{{kMember, MeetingRole::Secretary, {}}}},
                                         agendaItem(3),  HideItem{1, {}},
                                         DropItem{1},    AskPaper{5, 1, u"資料"_s, kAsked, QDate(2026, 12, 1)},
                                         paperPut(5, 1), PlacePaper{2, 1, u"資料"_s, {2, 1}},
                                         DropPaper{1},   SetState{MeetingState::Published}};
    for (const StaffId who : {kMember, kAsked, kStranger}) {
        for (const MeetingChange &change : all)
            EXPECT_EQ(refused(history, who, change).code, ErrorCode::AccessDenied)
                << who.value() << ' ' << change.index();
    }
    for (const MeetingChange &change : all)
        EXPECT_EQ(refused(history, kSecretary, change).detail, QString()) << change.index();
}

class Nonsense : public ::testing::TestWithParam<std::pair<const char *, MeetingChange>> {};

TEST_P(Nonsense, IsRefused)
{
    const auto &[why, change] = GetParam();

    EXPECT_EQ(refused(prepared(), kSecretary, change).code, ErrorCode::Invalid) << why;
}

namespace {

template <class Change, class Edit>
MeetingChange with(Change change, Edit edit)
{
    edit(change);
    return change;
}

std::vector<std::pair<const char *, MeetingChange>> nonsense()
{
    const InviteMembers both{{{kSecretary, MeetingRole::Secretary, {}}, {kMember, MeetingRole::Member, {}}}};
    return {
        {"no title", with(planned(), [](auto &c) { c.title = u" 　"_s; })},
        {"two lines", with(planned(), [](auto &c) { c.title = u"庁議\n"_s; })},
        {"a long title", with(planned(), [](auto &c) { c.title = QString(201, u'あ'); })},
        {"a long room", with(planned(), [](auto &c) { c.room = QString(201, u'あ'); })},
        {"no day", with(planned(), [](auto &c) { c.day = QDate(); })},
        {"before it begins", with(planned(), [](auto &c) { c.ends = c.begins; })},
        {"after midnight", with(planned(), [](auto &c) { c.ends = 1441; })},
        {"before midnight", with(planned(), [](auto &c) { c.begins = -1; })},
        {"no members", InviteMembers{}},
        {"no secretary", InviteMembers{{{kSecretary, MeetingRole::Chair, {}}}}},
        {"twice", with(both, [](auto &c) { c.members.push_back(c.members.back()); })},
        {"nobody", with(both, [](auto &c) { c.members.back().who = StaffId(0); })},
        {"a long reason", with(both, [](auto &c) { c.members.back().because = QString(201, u'あ'); })},
        {"an item ahead", agendaItem(4)},
        {"no number", with(agendaItem(1), [](auto &c) { c.no = 0; })},
        {"a great number", with(agendaItem(1), [](auto &c) { c.no = 1000; })},
        {"an endless item", with(agendaItem(1), [](auto &c) { c.minutes = 1441; })},
        {"an item without a title", with(agendaItem(1), [](auto &c) { c.title.clear(); })},
        {"hiding what is not there", HideItem{3, {kMember}}},
        {"hiding from a secretary", HideItem{1, {kSecretary}}},
        {"hiding twice", HideItem{1, {kMember, kMember}}},
        {"dropping what is not there", DropItem{3}},
        {"asking in another item", AskPaper{4, 1, u"資料"_s, kAsked, QDate(2026, 12, 1)}},
        {"asking nobody", AskPaper{5, 1, u"資料"_s, StaffId(0), QDate(2026, 12, 1)}},
        {"asking without a day", AskPaper{5, 1, u"資料"_s, kAsked, QDate()}},
        {"asking ahead", AskPaper{6, 1, u"資料"_s, kAsked, QDate(2026, 12, 1)}},
        {"a paper in no item", paperPut(5, 3)},
        {"a paper in another item", paperPut(1, 2, 2)},
        {"the same revision", paperPut(1, 1, 1)},
        {"a revision ahead", paperPut(1, 1, 3)},
        {"a new paper's second revision", paperPut(5, 1, 2)},
        {"no pages", with(paperPut(5, 1), [](auto &c) { c.pages.clear(); })},
        {"too many pages", with(paperPut(5, 1), [](auto &c) { c.pages.resize(5001); })},
        {"no file", with(paperPut(5, 1), [](auto &c) { c.file = {}; })},
        {"a chunk too few", with(paperPut(5, 1), [](auto &c) { c.file.size = kChunkSize + 1; })},
        {"no digest", with(paperPut(5, 1), [](auto &c) { c.file.sha256 = "x"; })},
        {"a confidential file", with(paperPut(5, 1), [](auto &c) { c.file.confidential = true; })},
        {"moving what is not there", PlacePaper{9, 1, u"資料"_s, {1, 2, 9}}},
        {"an order without all", PlacePaper{1, 1, u"資料"_s, {1}}},
        {"an order with others", PlacePaper{1, 1, u"資料"_s, {1, 2, 3}}},
        {"an order with doubles", PlacePaper{1, 1, u"資料"_s, {1, 2, 2}}},
        {"dropping a paper that is not there", DropPaper{9}},
    };
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Changes, Nonsense, ::testing::ValuesIn(nonsense()));

TEST(Meeting, TakesNoMoreOfAPageThanPeopleRead)
{
    PutPaper put = paperPut(5, 1);
    put.pages.front().folded = QString(kMostPageText + 1, u'あ');
    EXPECT_EQ(refused(prepared(), kSecretary, put).code, ErrorCode::TooLarge);
    put = paperPut(5, 1);
    put.pages = std::vector<PaperPage>(100, {{}, QString(kMostPageText, u'あ')});
    EXPECT_EQ(refused(prepared(), kSecretary, put).code, ErrorCode::TooLarge) << "all of them together";
}

TEST(Meeting, HasTwoHundredItemsAtMost)
{
    MeetingHistory history = prepared();
    for (int item = 3; item <= kMostItems; ++item)
        history.record(kSecretary, agendaItem(item));

    EXPECT_EQ(refused(history, kSecretary, agendaItem(kMostItems + 1)).code, ErrorCode::Invalid);
    ASSERT_TRUE(history.act(kSecretary, DropItem{1}));
    EXPECT_TRUE(history.act(kSecretary, agendaItem(kMostItems + 1)));
}

TEST(Meeting, IsTheSameForWhoeverKnowsOfFewerItems)
{
    // Paper 1 is sorted behind the others of its item, then moved into one that is hidden.
    MeetingHistory history = prepared();
    ASSERT_TRUE(history.act(kSecretary, paperPut(5, 1)));
    ASSERT_TRUE(history.act(kSecretary, PlacePaper{5, 1, u"資料 5"_s, {1, 5, 2}}));
    ASSERT_TRUE(history.act(kSecretary, PlacePaper{1, 2, u"資料 1"_s, {3, 4, 1}}));
    ASSERT_TRUE(history.act(kSecretary, HideItem{2, {kMember}}));

    ASSERT_TRUE(history.act(kSecretary, SetState{MeetingState::Published}));
    const Meeting theirs = foldMeeting(MeetingId(1), seenActs(history.meeting(), {kMember}, history.acts));

    EXPECT_FALSE(theirs.damaged);
    EXPECT_EQ(theirs.seq, history.meeting().seq);
    ASSERT_EQ(theirs.items.size(), 1u);
    EXPECT_EQ(papersOf(theirs, 1), papersOf(history.meeting(), 1));
    EXPECT_EQ(papersOf(theirs, 1), (std::vector<int>{5, 2}));
}

TEST(Meeting, HasAPaperThatCameFromAnItemNobodyIsToldOf)
{
    MeetingHistory history = prepared();
    ASSERT_TRUE(history.act(kSecretary, HideItem{2, {kMember}}));
    ASSERT_TRUE(history.act(kSecretary, PlacePaper{3, 1, u"資料 3"_s, {3, 1, 2}}));

    ASSERT_TRUE(history.act(kSecretary, SetState{MeetingState::Published}));

    const Meeting theirs = foldMeeting(MeetingId(1), seenActs(history.meeting(), {kMember}, history.acts));

    EXPECT_FALSE(theirs.damaged);
    ASSERT_EQ(theirs.items.size(), 1u) << "the other item is not known";
    EXPECT_EQ(papersOf(theirs, 1), (std::vector<int>{3, 1, 2}));
    EXPECT_EQ(theirs.paper(3)->files.size(), 1u);
}

TEST(MeetingSight, IsAllForSecretariesAndWhatIsTheirsForOthers)
{
    MeetingHistory history = prepared();
    ASSERT_TRUE(history.act(kSecretary, HideItem{1, {kMember, kAsked}}));
    const auto sight = [&history](StaffId who, bool auditor = false) {
        return sightOf(history.meeting(), {who, auditor});
    };
    EXPECT_EQ(sight(kSecretary), MeetingSight::All);
    EXPECT_EQ(sight(kMember), MeetingSight::None) << "a draft is not theirs";
    EXPECT_EQ(sight(kAsked), MeetingSight::Items);
    EXPECT_EQ(sight(kStranger, true), MeetingSight::None);
    ASSERT_TRUE(history.act(kSecretary, SetState{MeetingState::Published}));
    EXPECT_EQ(sight(kMember), MeetingSight::Most);
    EXPECT_EQ(sight(kStranger, true), MeetingSight::All);
    EXPECT_EQ(sight(kStranger), MeetingSight::None);
    const Meeting whole = history.meeting();
    EXPECT_FALSE(seesItem(whole, {kMember}, *whole.item(1)));
    EXPECT_TRUE(seesItem(whole, {kMember}, *whole.item(2)));
    EXPECT_TRUE(seesItem(whole, {kAsked}, *whole.item(2)));
    EXPECT_FALSE(seesItem(whole, {kAsked}, *whole.item(1)));
}

TEST(Meeting, SaysThatItsActsWereChanged)
{
    const MeetingHistory history = prepared();
    ASSERT_FALSE(history.meeting().damaged);
    const auto damaged = [&history](auto &&edit) {
        MeetingHistory changed = history;
        edit(changed.acts);
        return changed.meeting().damaged;
    };
    for (size_t at = 0; at < history.acts.size(); ++at) {
        EXPECT_TRUE(damaged([at](auto &acts) { acts[at].name = u"別人"_s; })) << at;
        EXPECT_TRUE(damaged([at](auto &acts) { acts[at].by = kStranger; })) << at;
        EXPECT_TRUE(damaged([at](auto &acts) { acts[at].at = Instant(99); })) << at;
        EXPECT_TRUE(damaged([at](auto &acts) { acts[at].item += 1; })) << at;
        EXPECT_TRUE(damaged([at](auto &acts) { acts[at].body = changeBody(planned(u"別の会議"_s)); })) << at;
        EXPECT_TRUE(damaged([at](auto &acts) { acts[at].hash = sha256Hex("x"); })) << at;
    }
    for (size_t at = 0; at + 1 < history.acts.size(); ++at)
        EXPECT_TRUE(damaged([at](auto &acts) { acts.erase(acts.begin() + ptrdiff_t(at)); })) << at;
    EXPECT_TRUE(damaged([](auto &acts) { std::swap(acts[4], acts[5]); }));
    EXPECT_TRUE(foldMeeting(MeetingId(2), history.acts).damaged) << "they are of another meeting";
}

TEST(Meeting, IsHeldToWhatCouldHaveBeenDone)
{
    MeetingHistory history = prepared();
    ASSERT_TRUE(history.act(kSecretary, HideItem{2, {kMember}}));
    ASSERT_TRUE(history.act(kSecretary, DropItem{2}));
    const MeetingTables tables = tablesOf(MeetingId(1), history.acts);
    EXPECT_EQ(meetingFaults(MeetingId(1), history.acts, tables), QStringList());
    EXPECT_EQ(tables.hidden, (std::vector<MeetingTables::Hidden>{{2, kMember}})) << "of what is dropped, too";
    ASSERT_EQ(tables.papers.size(), 4u);
    EXPECT_EQ(tables.papers.back(), (MeetingTables::PaperRow{4, 2, kAsked, 0, true}));

    history.record(kMember, agendaItem(3));

    EXPECT_EQ(meetingFaults(MeetingId(1), history.acts, tablesOf(MeetingId(1), history.acts)).size(), 1)
        << "well chained, and nobody's to do";
}

TEST(MeetingCodec, ReadsBackWhatItWrites)
{
    Random random(7);
    const auto text = [&random] { return QString(random.between(1, 200), QChar(random.between(0x3041, 0x3096))); };
    const auto id = [&random] { return random.between(1, 1'000'000); };
    const auto day = [&random] { return QDate(2026, 1, 1).addDays(random.below(20'000)); };
    for (int round = 0; round < 500; ++round) {
        InviteMembers invitation;
        HideItem hiding{id(), {}};
        PlacePaper place{id(), id(), text(), {}};
        for (int i = random.below(20); i > 0; --i) {
            invitation.members.push_back(
                {StaffId(id()), MeetingRole(random.below(4)), random.chance(50) ? text() : QString()});
            hiding.from.push_back(StaffId(id()));
            place.order.push_back(id());
        }
        NoteAttendance attendance;
        attendance.others = random.chance(50);
        std::vector<Ballot> ballots;
        for (int i = random.below(20); i > 0; --i) {
            attendance.people.push_back(
                {StaffId(id()), AttendanceState(random.below(5)), random.chance(50) ? -1 : random.below(1440)});
            ballots.push_back({StaffId(id()), BallotChoice(random.between(1, 3))});
        }
        PutPaper put = paperPut(id(), id(), id());
        put.file = paperFile(text(), 1 + random.below(kMaxAttachment - 1));
        put.pages = std::vector<PaperPage>(size_t(random.between(1, kMostPaperPages)));
        const std::vector<MeetingChange> changes{
            PlanMeeting{text(),
                        day(),
                        random.below(1440),
                        random.below(1441),
                        text(),
                        {random.chance(50), random.chance(50), random.between(kInkStays, kMostInkDays)}},
            invitation,
            SetItem{id(), id(), text(), ItemKind(random.below(4)), random.below(1441)},
            hiding,
            DropItem{id()},
            AskPaper{id(), id(), text(), StaffId(id()), day()},
            put,
            place,
            DropPaper{id()},
            SetState{MeetingState(random.below(5))},
            attendance,
            OpenVote{id(), id(), text(), random.chance(50)},
            CloseVote{id(), ballots, random.below(2'000), random.below(2'000), random.below(2'000)},
            Resolve{id(), id(), random.chance(50) ? text() : QString(u""_s)},
            AssignAction{id(), id(), random.chance(50) ? text() : QString(u""_s), StaffId(id()), day()},
            FinishAction{id(), random.chance(50), random.chance(50) ? text() : QString(u""_s)},
            FileMinutes{CaseId(id())},
            CallOffVote{id()}};
        ASSERT_EQ(changes.size(), std::variant_size_v<MeetingChange>);
        for (size_t kind = 0; kind < changes.size(); ++kind) {
            ASSERT_EQ(changes[kind].index(), kind);
            EXPECT_EQ(changeOf(int(kind), changeBody(changes[kind])), changes[kind]) << kind;
        }
    }
}

TEST(MeetingCodec, ReadsNothingElse)
{
    const QByteArray state = changeBody(SetState{MeetingState::Running});
    ASSERT_EQ(state, "{\"to\":2}");
    for (const char *other : {"", "[]", "{}", "{\"to\":2,\"x\":1}", "{\"to\": 2}", "{\"to\":2}\n", "{\"to\":5}",
                              "{\"to\":-1}", "{\"to\":\"2\"}", "{\"to\":2.5}", "{\"to\":null}", "{\"to\":2,\"to\":2}"})
        EXPECT_EQ(changeOf(9, other), std::nullopt) << other;
    for (const int kind : {-1, 0, 1, 4, 8, 10, 12, 16, 17, 18})
        EXPECT_EQ(changeOf(kind, state), std::nullopt) << kind;
}

TEST(MeetingCodec, IsNotTakenInByBytesGoneWrong)
{
    Random random(8);
    const std::vector<MeetingChange> changes{planned(),
                                             InviteMembers{{{kSecretary, MeetingRole::Secretary, u"課長"_s}}},
                                             agendaItem(1),
                                             paperPut(1, 1),
                                             PlacePaper{1, 1, u"資料"_s, {1, 2}},
                                             NoteAttendance{{{kMember, AttendanceState::Late, 615}}},
                                             CloseVote{9, {{kMember, BallotChoice::Yes}}, 1, 0, 0},
                                             AssignAction{9, 1, u"調べる"_s, kMember, QDate(2026, 12, 9)}};
    for (int round = 0; round < 3000; ++round) {
        const MeetingChange &change = random.oneOf(changes);
        QByteArray body = changeBody(change);
        body[random.below(int(body.size()))] = char(random.below(256));

        const std::optional<MeetingChange> read = changeOf(int(change.index()), body);

        if (read) {
            EXPECT_EQ(changeBody(*read), body) << "what is read says exactly that";
        }
    }
}

} // namespace kessai::test
