// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What came of the sample office's meetings, and minutes of one of them, at a desk over its file.
#include "core/services/desk.h"
#include "core/store/openstore.h"
#include "forms/catalog.h"
#include "tests/app/adminrun.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

class SampleMinutes : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_FALSE(m_path.isEmpty()) << SampleFile::instance().trouble.toStdString(); }

    /// The desk of whoever has this id.
    std::unique_ptr<Desk> desk(StaffId who)
    {
        const auto url = DatabaseUrl::parse(u"sqlite:"_s + m_path);
        auto store = openStore(*url, who, m_clock);
        EXPECT_TRUE(store) << store.error().detail.toStdString();
        auto desk = std::make_unique<Desk>(std::move(store).value(), *m_catalog, m_clock);
        EXPECT_TRUE(desk->start());
        return desk;
    }
    /// The secretary of the meeting of an id, whom the meeting itself names.
    StaffId secretaryOf(MeetingId id)
    {
        const auto url = DatabaseUrl::parse(u"sqlite:"_s + m_path);
        auto store = openStore(*url, std::nullopt, m_clock);
        const auto record = store.value()->meetings().meeting(id);
        return record->acts.front().by;
    }

    QTemporaryDir m_directory;
    const QString m_path = SampleFile::instance().copyTo(m_directory.path());
    const SystemClock m_clock;
    const std::unique_ptr<FormCatalog> m_catalog = makeCatalog();
};

TEST_F(SampleMinutes, AreThereOfTheMeetingThatWasHeld)
{
    const MeetingId held(1);
    const auto secretary = desk(secretaryOf(held));

    const Meeting meeting = secretary->meeting(held).value();

    EXPECT_EQ(meeting.state, MeetingState::Closed);
    ASSERT_EQ(meeting.votes.size(), 1U);
    EXPECT_EQ(meeting.votes[0].no, 1);
    EXPECT_EQ(meeting.votes[0].abstain, 1);
    EXPECT_GT(meeting.votes[0].yes, 8);
    EXPECT_EQ(meeting.resolutions.size(), 2U);
    EXPECT_EQ(meeting.actions.size(), 4U);
    ASSERT_TRUE(meeting.minutes);
    EXPECT_EQ(secretary->draftMinutes(held, u"again"_s).value(), *meeting.minutes) << "and are not drafted twice";
    const CaseView minutes = secretary->open(*meeting.minutes).value();
    const QString text = minutes.content.fields.value(u"body"_s).toString();
    EXPECT_TRUE(text.contains(u"決定　遅れのある2事業"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"反対1、棄権1"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"（9時15分から）"_s)) << text.toStdString();
    const auto theirs = desk(meeting.actions[1].owner)->myActions();
    ASSERT_TRUE(theirs);
    ASSERT_EQ(theirs->size(), 1U);
    EXPECT_TRUE(theirs->front().overdue);
}

TEST_F(SampleMinutes, AreDraftedOfTheOneThatRunsOnceItIsOver)
{
    const MeetingId runs(5);
    const auto secretary = desk(secretaryOf(runs));
    ASSERT_EQ(secretary->meeting(runs).value().state, MeetingState::Running);
    EXPECT_EQ(secretary->live(runs).value().place.paper, 1);

    EXPECT_EQ(secretary->draftMinutes(runs, u"early"_s).error().refusal, Refusal::WrongState)
        << "what came of it later would not be in them";
    ASSERT_TRUE(secretary->changeMeeting(runs, secretary->meeting(runs).value().seq, u"over"_s,
                                         SetState{MeetingState::Closed}));

    const auto minutes = secretary->draftMinutes(runs, u"request"_s);

    ASSERT_TRUE(minutes) << minutes.error().detail.toStdString();
    const CaseView drafted = secretary->open(*minutes).value();
    EXPECT_EQ(drafted.record.form, u"draft"_s);
    EXPECT_TRUE(drafted.record.title.startsWith(u"情報化推進会議 会議録（令和"_s))
        << drafted.record.title.toStdString();
    EXPECT_EQ(drafted.content.fields.value(u"retention"_s).toString(), u"5"_s) << "what the form begins with";
    EXPECT_EQ(secretary->meeting(runs).value().minutes, *minutes);

    const Meeting meeting = secretary->meeting(runs).value();
    for (const MeetingMember &one : meeting.members) {
        if (one.role == MeetingRole::Secretary && one.who != secretaryOf(runs)) {
            EXPECT_FALSE(desk(one.who)->draftMinutes(runs, u"another's request"_s)) << "they are somebody's draft";
        }
    }
    EXPECT_EQ(secretary->meeting(runs).value().minutes, *minutes);

    ASSERT_TRUE(secretary->deleteDraft(*minutes));
    const auto again = secretary->draftMinutes(runs, u"another request"_s);
    ASSERT_TRUE(again) << again.error().detail.toStdString();
    EXPECT_EQ(secretary->meeting(runs).value().minutes, *again) << "in place of the draft that was thrown away";
}

} // namespace kessai::test
