// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/meetingoffice.h"

#include <map>
#include <random>

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

TEST_P(InkContract, WritesOverNothingItsWriterDidNotKnow)
{
    publish();
    Ink first = note(u"元"_s, 1, InkAudience::Chosen, {people.seki});
    first.base = 0;
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {first})));
    Ink here = first;
    here.version = 2;
    here.base = 1;
    here.shape.text = u"役場で"_s;
    ASSERT_TRUE(fine(at(people.kato).putInk(*id, {here})));

    Ink there = first;
    there.version = 5; // changed often, and without knowing of it
    there.base = 1;
    there.shape.text = u"出先で"_s;
    EXPECT_TRUE(refused(at(people.kato).putInk(*id, {note(u"別"_s), there}), Refusal::Stale));
    EXPECT_EQ(notes(people.kato), (QStringList{u"役場で"_s})) << "nor anything sent with it";
    there.removed = true;
    there.shape = {};
    EXPECT_TRUE(refused(at(people.kato).putInk(*id, {there}), Refusal::Stale));
    EXPECT_TRUE(fine(at(people.kato).putInk(*id, {here}))) << "the answer was lost";
    Ink same = here;
    same.version = 4;
    EXPECT_TRUE(fine(at(people.kato).putInk(*id, {same}))) << "both wrote the same";
    EXPECT_EQ(at(people.kato).ink(*id, 0)->inks.front().version, 4);
    there.version = 6;
    there.base = 4;
    EXPECT_TRUE(fine(at(people.kato).putInk(*id, {there})));
    EXPECT_EQ(notes(people.seki), (QStringList{u"(gone)"_s}));
    here.version = 9;
    here.base = 4;
    EXPECT_TRUE(refused(at(people.kato).putInk(*id, {here}), Refusal::Stale)) << "it was rubbed out";
    here.base = 9;
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {here}), ErrorCode::Invalid)) << "made of itself";
    here.base = -1;
    EXPECT_TRUE(failed(at(people.kato).putInk(*id, {here}), ErrorCode::Invalid));
}

TEST_P(InkContract, TakesOfTwoProgramsWhatEachMadeOfWhatIsThere)
{
    publish();
    std::mt19937 random(11);
    std::map<QString, Ink> model;
    QStringList ids;
    for (int i = 0; i < 4; ++i)
        ids += note({}).id;
    const auto below = [&](int most) { return int(random() % unsigned(most)); };
    int stale = 0;
    for (int round = 0; round < 300; ++round) {
        Ink ink = note(u"案%1"_s.arg(below(3)));
        ink.id = ids[below(4)];
        const auto known = model.find(ink.id);
        const int version = known == model.end() ? 0 : known->second.version;
        const int base = std::max(0, version - below(3) + below(2));
        ink.version = base + 1 + below(3);
        if (below(10) > 0)
            ink.base = base;
        if (known != model.end() && below(5) == 0) {
            ink.removed = true;
            ink.shape = {};
        }
        const bool isSame = known != model.end() && ink.removed == known->second.removed
            && (ink.removed || ink.shape.text == known->second.shape.text);
        const bool isStale = known != model.end() && ink.base && base != version && !isSame;
        stale += isStale ? 1 : 0;

        const Result<> put = at(people.kato).putInk(*id, {ink});

        ASSERT_EQ(put.ok(), !isStale) << round;
        if (isStale)
            ASSERT_EQ(put.error().refusal, Refusal::Stale);
        else if (ink.version > version)
            model[ink.id] = ink;
        const auto read = at(people.kato).ink(*id, 0);
        for (const Ink &stored : read->inks) {
            EXPECT_EQ(stored.version, model.at(stored.id).version) << round;
            EXPECT_EQ(stored.shape.text, model.at(stored.id).shape.text) << round;
        }
    }
    EXPECT_GT(stale, 30);
}

} // namespace kessai::test
