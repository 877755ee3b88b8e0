// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/meetingoffice.h"

// Ink on the papers of a meeting, the same on every database.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class InkContract : public MeetingOffice {};
KESSAI_ON_BOTH_DATABASES(InkContract);

} // namespace

TEST_P(InkContract, GivesInkToThoseItIsFor)
{
    publish();
    const Ink own = note(u"私見"_s);
    const Ink chosen = note(u"関さんへ"_s, 1, InkAudience::Chosen, {people.seki});
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {own, chosen, note(u"全員へ"_s, 1, InkAudience::All)})));

    EXPECT_EQ(notes(people.kato), (QStringList{u"全員へ"_s, u"私見"_s, u"関さんへ"_s}));
    EXPECT_EQ(notes(people.seki), (QStringList{u"全員へ"_s, u"関さんへ"_s}));
    EXPECT_EQ(notes(people.sato), (QStringList{u"全員へ"_s})) << "private ink is nobody else's, not the secretary's";
    EXPECT_TRUE(failed(at(people.shiba).ink(*id, 0), ErrorCode::NotFound));
    const auto back = at(people.kato).ink(*id, 0);
    const auto found =
        std::find_if(back->inks.begin(), back->inks.end(), [&](const Ink &ink) { return ink.id == chosen.id; });
    ASSERT_NE(found, back->inks.end());
    EXPECT_EQ(found->shape, chosen.shape);
    EXPECT_EQ(found->page, 1);
    EXPECT_EQ(found->readers, chosen.readers);
    EXPECT_EQ(found->author, people.kato);
    EXPECT_EQ(found->authorName, u"加藤 明"_s);
    EXPECT_GT(found->changedAt, Instant(0));
}

TEST_P(InkContract, TellsWhatIsNewByAMark)
{
    publish();
    Ink ink = note(u"一"_s, 1, InkAudience::All);
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {ink})));
    const qint64 first = mark(people.seki);
    EXPECT_EQ(notes(people.seki, first), QStringList());

    ink.version = 2;
    ink.shape.text = u"二"_s;
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {ink, note(u"三"_s, 1, InkAudience::All)})));

    EXPECT_EQ(notes(people.seki, first), (QStringList{u"三"_s, u"二"_s}));
    const qint64 second = mark(people.seki);
    ink.shape.text = u"古い"_s;
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {ink}))) << "a version that is not newer changes nothing";
    EXPECT_EQ(notes(people.seki, second), QStringList());
    ink.version = 3;
    ink.removed = true;
    ink.shape = {};
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {ink})));
    EXPECT_EQ(notes(people.seki, second), (QStringList{u"(gone)"_s}));
    EXPECT_EQ(at(people.seki).ink(*id, second)->inks.front().shape, InkShape());
}

TEST_P(InkContract, KeepsInkItsAuthors)
{
    publish();
    Ink ink = note(u"私の"_s, 1, InkAudience::All);
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {ink})));

    ink.version = 2;
    EXPECT_TRUE(failed(at(people.seki).putInk(*id, {ink}), ErrorCode::AccessDenied));
    ink.removed = true;
    ink.shape = {};
    EXPECT_TRUE(failed(at(people.sato).putInk(*id, {ink}), ErrorCode::AccessDenied));
    EXPECT_EQ(notes(people.seki), (QStringList{u"私の"_s}));
}

TEST_P(InkContract, SharesInkWithMoreAndNeverWithFewer)
{
    publish();
    Ink ink = note(u"案"_s, 1, InkAudience::Chosen, {people.seki});
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {ink})));

    ink.version = 2;
    ink.readers = {people.sato};
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {ink}), ErrorCode::Invalid)) << "a reader less";
    ink.audience = InkAudience::Private;
    ink.readers.clear();
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {ink}), ErrorCode::Invalid));
    ink.audience = InkAudience::Chosen;
    ink.readers = {people.seki, people.shiba};
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {ink}), ErrorCode::Invalid)) << "who is no member";
    ink.readers = {people.seki, people.sato};
    EXPECT_TRUE(fine(at(people.kato).putInk(*id, {ink})));
    EXPECT_EQ(notes(people.sato), (QStringList{u"案"_s}));
    ink.version = 3;
    ink.audience = InkAudience::All;
    ink.readers.clear();
    EXPECT_TRUE(fine(at(people.kato).putInk(*id, {ink})));
    EXPECT_EQ(notes(people.fukuda), (QStringList{u"案"_s}));
}

TEST_P(InkContract, LetsAnAuthorPutInkOntoANewerRevision)
{
    publish();
    Ink ink = note(u"案"_s, 1, InkAudience::All);
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {ink})));
    done(people.sato, paper(people.sato, 1, 1, 2));
    ASSERT_EQ(at(people.seki).ink(*id, 0)->inks.front().revision, 1) << "it stays where it was made";

    ink.version = 2;
    ink.revision = 2;
    ink.page = 2;
    EXPECT_TRUE(fine(at(people.kato).putInk(*id, {ink})));

    EXPECT_EQ(at(people.seki).ink(*id, 0)->inks.front().revision, 2);
    EXPECT_EQ(at(people.seki).ink(*id, 0)->inks.front().page, 2);
    ink.version = 3;
    ink.revision = 1;
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {ink}), ErrorCode::Invalid)) << "and never back";
    ink = note(u"案"_s);
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {ink})));
    ink.version = 2;
    ink.paper = 2;
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {ink}), ErrorCode::Invalid)) << "nor to another paper";
}

TEST_P(InkContract, TakesAwayInkWhosePaperIsGone)
{
    publish();
    Ink ink = note(u"案"_s, 1, InkAudience::All);
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {ink})));
    done(people.sato, DropPaper{1});

    EXPECT_TRUE(fine(at(people.kato).putInk(*id, {ink}))) << "it is stored in this version";
    ink.version = 2;
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {ink}), ErrorCode::NotFound));
    ink.removed = true;
    ink.shape = {};
    ink.page = 99;
    EXPECT_TRUE(fine(at(people.kato).putInk(*id, {ink})));
}

TEST_P(InkContract, GivesItsAuthorsWhatTheyWroteOnADroppedPaper)
{
    publish();
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {note(u"私の"_s), note(u"皆へ"_s, 1, InkAudience::All)})));
    done(people.sato, DropPaper{1});

    EXPECT_EQ(notes(people.kato), (QStringList{u"皆へ"_s, u"私の"_s}));
    EXPECT_EQ(notes(people.seki), QStringList()) << "the paper is gone, and what others wrote on it";
    EXPECT_EQ(notes(people.sato), QStringList());
}

TEST_P(InkContract, TakesInkOnPagesThatAreThere)
{
    publish();

    Ink ink = note(u"?"_s);
    ink.page = 3;
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {ink}), ErrorCode::Invalid));
    ink = note(u"?"_s);
    ink.revision = 2;
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {ink}), ErrorCode::NotFound));
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {note(u"?"_s, 9)}), ErrorCode::NotFound));
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {note(u"?"_s, 3)}), ErrorCode::NotFound)) << "which is awaited";
    ink = note(u"?"_s);
    ink.id = u"x"_s;
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {ink}), ErrorCode::Invalid));
    EXPECT_EQ(notes(people.kato), QStringList()) << "nothing of what was refused";
    done(people.sato, SetState{MeetingState::Dropped});
    EXPECT_TRUE(refused(at(people.kato).putInk(*id, {note(u"?"_s)}), Refusal::WrongState));
}

} // namespace kessai::test
