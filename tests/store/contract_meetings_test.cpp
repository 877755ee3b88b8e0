// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/meetingproof.h"
#include "core/store/meetingqueries.h"
#include "tests/store/meetingoffice.h"

// Meetings and their papers, the same on every database.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class MeetingContract : public MeetingOffice {};
KESSAI_ON_BOTH_DATABASES(MeetingContract);

} // namespace

TEST_P(MeetingContract, IsBegunByAnybodyAndIsTheirs)
{
    done(people.sato, planned());

    const Meeting begun = meeting(people.sato);
    EXPECT_EQ(begun.title, u"庁議"_s);
    EXPECT_EQ(begun.members, (std::vector<MeetingMember>{{people.sato, MeetingRole::Secretary, {}}}));
    EXPECT_EQ(read(people.sato).acts.front().name, u"佐藤 花"_s);
    ASSERT_TRUE(row(people.sato));
    EXPECT_EQ(row(people.sato)->role, MeetingRole::Secretary);
    EXPECT_EQ(row(people.sato)->begins, 9 * 60);
    EXPECT_TRUE(row(people.sato, QDate(2030, 1, 1))) << "drafts whatever their day";
    for (const StaffId who : {people.kato, people.fukuda, people.shiba}) {
        EXPECT_TRUE(failed(at(who).meeting(*id), ErrorCode::NotFound));
        EXPECT_FALSE(row(who));
    }
}

TEST_P(MeetingContract, ShowsADraftToThoseWhoPrepareIt)
{
    prepare();

    EXPECT_EQ(meeting(people.sato).items.size(), 2u);
    for (const StaffId who : {people.kato, people.seki, people.fukuda, people.shiba}) {
        EXPECT_TRUE(failed(at(who).meeting(*id), ErrorCode::NotFound)) << who.value();
        EXPECT_FALSE(row(who));
        EXPECT_FALSE(readsChunk(who, 1));
        EXPECT_EQ(found(who, foldText(u"予算"_s)), std::vector<int>());
        EXPECT_TRUE(failed(at(who).ink(*id, 0), ErrorCode::NotFound));
        EXPECT_TRUE(failed(at(who).pages(*id, 1, 1), ErrorCode::NotFound));
        EXPECT_TRUE(failed(act(who, planned()), ErrorCode::NotFound));
    }
    const Meeting asked = meeting(people.zaizen);
    ASSERT_EQ(asked.items.size(), 1u) << "whoever is asked for a paper sees its item";
    EXPECT_EQ(asked.items.front().title, u"当初予算案について"_s);
    EXPECT_EQ(asked.items.front().papers.size(), 2u);
    EXPECT_EQ(asked.members.size(), 1u) << "and nothing of who is invited, but who began it";
    EXPECT_TRUE(row(people.zaizen)->awaited);
    EXPECT_EQ(row(people.zaizen)->role, std::nullopt) << "who is not invited";
}

TEST_P(MeetingContract, IsReadByItsMembersOncePublished)
{
    publish();

    const Meeting read = meeting(people.kato);
    EXPECT_EQ(read.state, MeetingState::Published);
    EXPECT_EQ(read.members.size(), 3u);
    EXPECT_EQ(read.items.size(), 2u);
    EXPECT_TRUE(read.items.back().hiddenFrom.empty()) << "from whom something is hidden, secretaries know";
    EXPECT_EQ(meeting(people.sato).items.back().hiddenFrom, (std::vector<StaffId>{people.seki}));
    EXPECT_EQ(row(people.kato)->role, MeetingRole::Chair);
    EXPECT_EQ(row(people.kato)->unseen, 2);
    EXPECT_TRUE(readsChunk(people.kato, 1));
    EXPECT_EQ(*at(people.kato).pages(*id, 1, 1), paperPages(3, foldText(u"当初予算案"_s)));
    EXPECT_EQ(found(people.kato, foldText(u"予算"_s)), (std::vector<int>{1}));
    EXPECT_EQ(found(people.kato, foldText(u"案"_s) + u' ' + foldText(u"当初"_s)), (std::vector<int>{1}))
        << "all words, in any order";
    EXPECT_TRUE(failed(at(people.shiba).meeting(*id), ErrorCode::NotFound));
    EXPECT_FALSE(readsChunk(people.shiba, 1));
}

TEST_P(MeetingContract, HidesAnItemWithEverythingOnIt)
{
    publish();
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {note(u"昇任案"_s, 2, InkAudience::All)})));

    const MeetingRecord record = read(people.seki);
    const Meeting theirs = foldMeeting(record.id, record.acts);

    EXPECT_FALSE(theirs.damaged);
    ASSERT_EQ(theirs.items.size(), 1u);
    for (const MeetingAct &act : record.acts) {
        EXPECT_FALSE(act.body.contains("人事"));
        EXPECT_EQ(act.kind == kUnseenAct, act.body.isEmpty());
        EXPECT_EQ(act.name.isEmpty(), act.body.isEmpty());
        EXPECT_NE(act.item, 2);
    }
    EXPECT_EQ(row(people.seki)->unseen, 1);
    EXPECT_FALSE(readsChunk(people.seki, 2));
    EXPECT_TRUE(readsChunk(people.seki, 1));
    EXPECT_TRUE(failed(at(people.seki).pages(*id, 2, 1), ErrorCode::NotFound));
    EXPECT_TRUE(failed(at(people.seki).markOpened(*id, 2, 1), ErrorCode::NotFound));
    EXPECT_EQ(found(people.seki, foldText(u"昇任"_s)), std::vector<int>());
    EXPECT_EQ(notes(people.seki), QStringList());
    EXPECT_TRUE(failed(at(people.seki).putInk(*id, {note(u"?"_s, 2)}), ErrorCode::NotFound));
    EXPECT_EQ(notes(people.kato), (QStringList{u"昇任案"_s}));
}

TEST_P(MeetingContract, ShowsAnItemAgainWithItsPastAndItsInk)
{
    publish();
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {note(u"昇任案"_s, 2, InkAudience::All)})));
    const qint64 before = mark(people.seki);

    done(people.sato, HideItem{2, {}});

    EXPECT_EQ(meeting(people.seki).items.size(), 2u);
    EXPECT_EQ(notes(people.seki, before), (QStringList{u"昇任案"_s})) << "though it was written before";
    EXPECT_TRUE(readsChunk(people.seki, 2));
}

TEST_P(MeetingContract, TakesAPaperAlongWhereItIsMoved)
{
    publish();

    done(people.sato, PlacePaper{1, 2, u"資料 1"_s, {2, 1}});

    EXPECT_EQ(meeting(people.seki).paper(1), nullptr);
    EXPECT_FALSE(readsChunk(people.seki, 1));
    done(people.sato, PlacePaper{2, 1, u"資料 2"_s, {3, 2}});
    const Meeting theirs = meeting(people.seki);
    ASSERT_NE(theirs.paper(2), nullptr);
    EXPECT_EQ(theirs.paper(2)->files.size(), 1u);
    EXPECT_EQ(theirs.items.size(), 1u);
    EXPECT_TRUE(readsChunk(people.seki, 2));
    std::vector<int> order;
    for (const Paper &paper : theirs.items.front().papers)
        order.push_back(paper.id);
    EXPECT_EQ(order, (std::vector<int>{3, 2}));
}

TEST_P(MeetingContract, AsksWhoeverIsTakenOutForNothingAnyMore)
{
    publish();
    done(people.sato, AskPaper{4, 1, u"総務課の資料"_s, people.seki, QDate(2026, 11, 30)});
    InviteMembers rest = invitation();
    rest.members.pop_back();
    done(people.sato, rest);

    EXPECT_TRUE(failed(at(people.seki).meeting(*id), ErrorCode::NotFound));
    EXPECT_FALSE(readsChunk(people.seki, 1));
    EXPECT_EQ(meeting(people.sato).paper(4)->responsible, std::nullopt);
    EXPECT_EQ(meeting(people.zaizen).items.size(), 1u) << "who was asked without being a member still is";
    done(people.sato, invitation());
    EXPECT_FALSE(row(people.seki)->awaited);
}

TEST_P(MeetingContract, GetsAnAskedPaperFromWhoeverWasAsked)
{
    prepare();

    done(people.zaizen, paper(people.zaizen, 3, 1));

    EXPECT_EQ(meeting(people.sato).paper(3)->files.front().by, people.zaizen);
    EXPECT_FALSE(row(people.zaizen)->awaited);
    EXPECT_TRUE(failed(act(people.zaizen, agendaItem(3)), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(act(people.zaizen, paper(people.zaizen, 1, 1, 2)), ErrorCode::AccessDenied));
    done(people.sato, SetState{MeetingState::Published});
    done(people.zaizen, paper(people.zaizen, 3, 1, 2));
    EXPECT_TRUE(meeting(people.kato).paper(3)->files.back().late);
    EXPECT_TRUE(failed(act(people.kato, paper(people.kato, 3, 1, 3)), ErrorCode::AccessDenied));
}

TEST_P(MeetingContract, ReplacesAPaperAndKeepsWhatWasThere)
{
    publish();
    ASSERT_TRUE(fine(at(people.kato).markOpened(*id, 1, 1)));
    ASSERT_EQ(row(people.kato)->unseen, 1);

    done(people.sato, paper(people.sato, 1, 1, 2, u"修正した予算案"_s));

    EXPECT_EQ(row(people.kato)->unseen, 2) << "it is to be read again";
    EXPECT_TRUE(readsChunk(people.kato, 1, 1));
    EXPECT_TRUE(readsChunk(people.kato, 1, 2));
    const auto replaced = at(people.kato).pages(*id, 1, 1);
    ASSERT_EQ(replaced->size(), 3u);
    EXPECT_FALSE(replaced->front().print.isEmpty()) << "ink finds its way by it";
    EXPECT_TRUE(replaced->front().folded.isEmpty()) << "the words may be why it was replaced";
    EXPECT_FALSE(at(people.sato).pages(*id, 1, 1)->front().folded.isEmpty());
    EXPECT_FALSE(at(people.kato).pages(*id, 1, 2)->front().folded.isEmpty());
    EXPECT_EQ(found(people.kato, foldText(u"修正"_s)), (std::vector<int>{1}));
    EXPECT_EQ(found(people.kato, foldText(u"当初"_s)), std::vector<int>()) << "what was replaced is not found";
    done(people.sato, DropPaper{1});
    EXPECT_EQ(meeting(people.kato).paper(1), nullptr);
    EXPECT_FALSE(readsChunk(people.kato, 1, 2));
    EXPECT_TRUE(readsChunk(people.sato, 1, 2));
}

TEST_P(MeetingContract, TakesOnlyFilesThatAreThereAndTheCallers)
{
    prepare();

    PutPaper strange = paper(people.shiba, 4, 1);
    EXPECT_TRUE(failed(act(people.sato, strange), ErrorCode::NotFound)) << "somebody else uploaded it";
    PutPaper described = paper(people.sato, 5, 1);
    described.paper = 4;
    described.file.size += 1;
    EXPECT_TRUE(failed(act(people.sato, described), ErrorCode::Invalid));
    described.file.size -= 1;
    EXPECT_TRUE(fine(act(people.sato, described)));
}

TEST_P(MeetingContract, RefusesWhatWasNotSeenAndRepeatsNothing)
{
    done(people.sato, planned());
    const QString request = freshRequestId();
    ASSERT_TRUE(fine(at(people.sato).change(id, 1, request, agendaItem(1))));

    EXPECT_TRUE(fine(at(people.sato).change(id, 1, request, agendaItem(1)))) << "the same again";
    EXPECT_TRUE(fine(at(people.sato).change(id, 2, request, agendaItem(1)))) << "by one who has seen it recorded";
    EXPECT_EQ(read(people.sato).acts.size(), 2u);
    EXPECT_TRUE(failed(at(people.sato).change(id, 2, request, agendaItem(2)), ErrorCode::AlreadyExists));
    EXPECT_TRUE(failed(at(people.kato).change(std::nullopt, 0, request, planned()), ErrorCode::AlreadyExists));
    EXPECT_TRUE(refused(at(people.sato).change(id, 1, freshRequestId(), agendaItem(2)), Refusal::Stale));
    EXPECT_TRUE(refused(at(people.sato).change(id, 3, freshRequestId(), agendaItem(2)), Refusal::Stale));
    const QString begin = freshRequestId();
    const auto first = at(people.sato).change(std::nullopt, 0, begin, planned());
    const auto again = at(people.sato).change(std::nullopt, 0, begin, planned());
    ASSERT_TRUE(fine(again));
    EXPECT_EQ(again->id, first->id);
    EXPECT_TRUE(failed(at(people.sato).change(MeetingId(999), 0, freshRequestId(), planned()), ErrorCode::NotFound));
}

TEST_P(MeetingContract, RepeatsTheAnswerToWhoeverTookThemselvesOut)
{
    publish();
    const InviteMembers others{{{people.kato, MeetingRole::Secretary, {}}}};
    const QString request = freshRequestId();
    const int seen = meeting(people.sato).seq;
    const auto once = at(people.sato).change(id, seen, request, others);
    const auto again = at(people.sato).change(id, seen, request, others);

    ASSERT_TRUE(fine(once));
    ASSERT_TRUE(fine(again));
    EXPECT_EQ(again->id, *id);
    EXPECT_TRUE(again->acts.empty()) << "it is not theirs to see any more";
    EXPECT_TRUE(failed(at(people.sato).change(id, seen, request, agendaItem(9)), ErrorCode::AlreadyExists));
}

TEST_P(MeetingContract, RefusesWhatTheRulesRefuse)
{
    publish();

    EXPECT_TRUE(failed(act(people.kato, agendaItem(3)), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(act(people.fukuda, agendaItem(3)), ErrorCode::AccessDenied)) << "an auditor changes nothing";
    EXPECT_TRUE(failed(act(people.sato, agendaItem(4)), ErrorCode::Invalid));
    EXPECT_TRUE(failed(act(people.sato, HideItem{1, {people.sato}}), ErrorCode::Invalid));
    EXPECT_TRUE(failed(act(people.sato, InviteMembers{{{people.sato, MeetingRole::Member, {}}}}), ErrorCode::Invalid));
    EXPECT_TRUE(failed(
        act(people.sato,
            InviteMembers{{{people.sato, MeetingRole::Secretary, {}}, {StaffId(9999), MeetingRole::Member, {}}}}),
        ErrorCode::NotFound));
    EXPECT_TRUE(failed(act(people.sato, PlacePaper{1, 1, u"資料"_s, {1}}), ErrorCode::Invalid));
    EXPECT_TRUE(refused(act(people.sato, SetState{MeetingState::Closed}), Refusal::WrongState));
    done(people.sato, SetState{MeetingState::Running});
    done(people.sato, SetState{MeetingState::Closed});
    EXPECT_TRUE(refused(act(people.sato, planned()), Refusal::WrongState));
    EXPECT_TRUE(readsChunk(people.kato, 1)) << "what is over is still read";
}

TEST_P(MeetingContract, IsNotReadAnyMoreByWhoWasPutOutOfIt)
{
    publish();
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {note(u"私見"_s)})));

    done(people.sato,
         InviteMembers{{{people.sato, MeetingRole::Secretary, {}}, {people.seki, MeetingRole::Secretary, {}}}});

    EXPECT_TRUE(failed(at(people.kato).meeting(*id), ErrorCode::NotFound));
    EXPECT_TRUE(failed(at(people.kato).ink(*id, 0), ErrorCode::NotFound));
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {note(u"?"_s)}), ErrorCode::NotFound));
    EXPECT_FALSE(readsChunk(people.kato, 1));
    EXPECT_FALSE(row(people.kato));
    EXPECT_EQ(meeting(people.seki).items.size(), 2u) << "a secretary sees all of it";
    const auto left = act(people.sato, InviteMembers{{{people.seki, MeetingRole::Secretary, {}}}});
    ASSERT_TRUE(fine(left)) << "whoever puts themselves out of it is told so";
    EXPECT_TRUE(left->acts.empty());
    EXPECT_TRUE(failed(at(people.sato).meeting(*id), ErrorCode::NotFound));
}

TEST_P(MeetingContract, LeavesADraftThatWasCalledOffUnseen)
{
    prepare();
    done(people.sato, SetState{MeetingState::Dropped});

    EXPECT_TRUE(failed(at(people.kato).meeting(*id), ErrorCode::NotFound));
    EXPECT_EQ(meeting(people.sato).state, MeetingState::Dropped);
}

TEST_P(MeetingContract, ShowsAuditorsWhatWasPublished)
{
    publish();
    ASSERT_TRUE(fine(at(people.kato)
                         .putInk(*id,
                                 {note(u"私見"_s), note(u"全員へ"_s, 1, InkAudience::All),
                                  note(u"関さんへ"_s, 1, InkAudience::Chosen, {people.seki})})));

    EXPECT_EQ(meeting(people.fukuda).items.size(), 2u);
    EXPECT_TRUE(readsChunk(people.fukuda, 2));
    EXPECT_EQ(notes(people.fukuda), (QStringList{u"全員へ"_s}));
    EXPECT_TRUE(failed(at(people.fukuda).putInk(*id, {note(u"?"_s)}), ErrorCode::AccessDenied));
    EXPECT_TRUE(fine(at(people.fukuda).markOpened(*id, 1, 1)));
    EXPECT_EQ(openedBy(people.fukuda), 0) << "and leave no trace";
    EXPECT_EQ(row(people.fukuda)->unseen, 0);
}

TEST_P(MeetingContract, KnowsWhoOpenedWhat)
{
    publish();
    ASSERT_TRUE(fine(at(people.kato).markOpened(*id, 1, 1)));
    ASSERT_TRUE(fine(at(people.kato).markOpened(*id, 1, 1)));
    ASSERT_TRUE(fine(at(people.seki).markOpened(*id, 1, 1)));
    EXPECT_TRUE(fine(at(people.kato).markOpened(*id, 3, 1))) << "which is awaited";
    EXPECT_TRUE(failed(at(people.kato).markOpened(*id, 1, 2), ErrorCode::NotFound)) << "which is not there yet";
    EXPECT_TRUE(failed(at(people.kato).markOpened(*id, 1, 0), ErrorCode::NotFound));

    const auto opened = at(people.sato).opened(*id);

    ASSERT_TRUE(fine(opened));
    ASSERT_EQ(opened->size(), 4u) << "once each, and what is one's own";
    EXPECT_EQ(openedBy(people.sato), 2);
    EXPECT_EQ(openedBy(people.kato), 1);
    EXPECT_EQ(opened->back().revision, 1);
    EXPECT_EQ(row(people.sato)->unseen, 0) << "nobody has to read what they put there themselves";
    EXPECT_TRUE(failed(at(people.kato).opened(*id), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(at(people.shiba).opened(*id), ErrorCode::NotFound));
}

TEST_P(MeetingContract, KnowsWhichRevisionSomebodyOpened)
{
    publish();
    done(people.sato, paper(people.sato, 1, 1, 2));

    ASSERT_TRUE(fine(at(people.kato).markOpened(*id, 1, 1))) << "their program had not heard of the newer one yet";

    EXPECT_EQ(at(people.sato).opened(*id)->back().revision, 1);
    const int unseen = row(people.kato)->unseen;
    ASSERT_TRUE(fine(at(people.kato).markOpened(*id, 1, 2)));
    EXPECT_EQ(row(people.kato)->unseen, unseen - 1);
}

TEST_P(MeetingContract, IsReadWholeByTheOwnerWhoWritesNothing)
{
    publish();

    const auto record = office.owner().meetings().meeting(*id);
    ASSERT_TRUE(fine(record));
    EXPECT_EQ(record->acts, read(people.sato).acts);
    EXPECT_TRUE(failed(office.owner().meetings().change(id, 9, freshRequestId(), planned()), ErrorCode::AccessDenied));
}

TEST_P(MeetingContract, SaysWhatWasChangedBehindTheNotarysBack)
{
    publish();
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {note(u"全員へ"_s, 1, InkAudience::All)})));
    done(people.sato, paper(people.sato, 1, 1, 2));
    done(people.sato, PlacePaper{1, 2, u"資料 1"_s, {2, 1}});
    done(people.sato, DropPaper{1});
    const auto database = office.ownersDatabase();
    ASSERT_TRUE(fine(database));
    const auto faults = [&] {
        const auto tables = readMeetingTables(**database, *id);
        EXPECT_TRUE(fine(tables));
        return tables ? meetingFaults(*id, *readMeetingActs(**database, *id), *tables) : QStringList();
    };
    ASSERT_EQ(faults(), QStringList());
    EXPECT_EQ(*readMeetingIds(**database), std::vector<MeetingId>{*id});
    if (GetParam() == Dialect::PostgreSql) {
        ASSERT_TRUE(fine(office.tamper(u"ALTER TABLE kessai.meeting_act DISABLE TRIGGER stays"_s)));
    }

    // What is done to a table, and what undoes it.
    const std::vector<std::pair<QString, QString>> changes{
        {u"UPDATE meeting SET state = 0"_s, u"UPDATE meeting SET state = 1"_s},
        {u"UPDATE meeting SET published = 0"_s, u"UPDATE meeting SET published = 1"_s},
        {u"UPDATE meeting SET day = '2026-12-02'"_s, u"UPDATE meeting SET day = '2026-12-01'"_s},
        {u"UPDATE meeting SET seq = seq - 1"_s, u"UPDATE meeting SET seq = seq + 1"_s},
        {u"UPDATE meeting_member SET role = 2 WHERE role = 0"_s,
         u"UPDATE meeting_member SET role = 0 WHERE staff_id = %1"_s.arg(people.seki.value())},
        {u"UPDATE meeting_hidden SET item = 1"_s, u"UPDATE meeting_hidden SET item = 2"_s},
        {u"UPDATE meeting_paper SET item = 1 WHERE paper = 2"_s,
         u"UPDATE meeting_paper SET item = 2 WHERE paper = 2"_s},
        {u"UPDATE meeting_paper SET removed = 0 WHERE paper = 1"_s,
         u"UPDATE meeting_paper SET removed = 1 WHERE paper = 1"_s},
        {u"UPDATE meeting_paper SET revision = 1 WHERE paper = 1"_s,
         u"UPDATE meeting_paper SET revision = 2 WHERE paper = 1"_s},
        {u"UPDATE meeting_paper SET responsible = NULL WHERE paper = 3"_s,
         u"UPDATE meeting_paper SET responsible = %1 WHERE paper = 3"_s.arg(people.zaizen.value())},
        {u"UPDATE meeting_file SET sha256 = 'x' WHERE paper = 2"_s,
         u"UPDATE meeting_file SET sha256 = '%1' WHERE paper = 2"_s.arg(QString::fromLatin1(digestOf(2)))},
        {u"UPDATE meeting_act SET made_name = '別人' WHERE seq = 3"_s,
         u"UPDATE meeting_act SET made_name = '佐藤 花' WHERE seq = 3"_s},
        {u"UPDATE meeting_act SET made_at = made_at + 1 WHERE seq = 4"_s,
         u"UPDATE meeting_act SET made_at = made_at - 1 WHERE seq = 4"_s},
        {u"DELETE FROM meeting_page WHERE paper = 2 AND page = 0"_s, QString()},
    };
    for (const auto &[change, undo] : changes) {
        ASSERT_TRUE(fine(office.tamper(change))) << change.toStdString();
        EXPECT_NE(faults(), QStringList()) << change.toStdString();
        if (!undo.isEmpty()) {
            ASSERT_TRUE(fine(office.tamper(undo))) << undo.toStdString();
            EXPECT_EQ(faults(), QStringList()) << undo.toStdString();
        }
    }
}

} // namespace kessai::test
