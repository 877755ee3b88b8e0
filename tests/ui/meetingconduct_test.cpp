// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/meetinglivetest.h"
#include "ui/meetings/conductpane.h"
#include "ui/meetings/inkchoice.h"
#include "ui/meetings/meetingink.h"
#include "ui/meetings/meetingwords.h"
#include "ui/widgets/quietbanner.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

// How a meeting is begun, conducted and ended, by mouse and by keyboard.

using namespace Qt::StringLiterals;

namespace kessai::test {

class MeetingConductTest : public MeetingLiveTest {
protected:
    QTabBar &tabs() { return *part<QTabBar>(u"conductTabs"_s); }
    InkTool tool() { return reader().ink().choice().tool(); }
};

TEST_F(MeetingConductTest, BeginsAtTheSecondPress)
{
    readAs(sato);

    part<QToolButton>(u"beginMeeting"_s)->click();
    settle();
    EXPECT_EQ(now().state, MeetingState::Published) << "when it began goes into the minutes";
    EXPECT_EQ(part<QToolButton>(u"beginMeeting"_s)->text(), pressToBegin());
    part<QToolButton>(u"beginMeeting"_s)->click();

    EXPECT_TRUE(wait([&] { return now().state == MeetingState::Running; }));
}

TEST_F(MeetingConductTest, HasSpeakingFromItsBeginningOn)
{
    readAs(sato);
    pressTwice(u"beginMeeting"_s);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    session->refresh(); // it is shown once more before anybody looks
    settle();
    if (!tabs().isVisible())
        part<QToolButton>(u"conductButton"_s)->click();
    settle();

    ASSERT_TRUE(tabs().isVisible());
    EXPECT_TRUE(tabs().isTabVisible(1));
    EXPECT_GT(tabs().tabRect(1).width(), 20);
}

TEST_F(MeetingConductTest, GivesTheFloorByTheKeyboardAlone)
{
    begin();
    ASSERT_TRUE(live(suzuki, AskToSpeak{true}));
    readAs(kato);
    ASSERT_TRUE(wait([&] { return seat().isRunning() && seat().live().speakers.size() == 1; }));
    openTab(1);
    if (!tabs().isVisible())
        part<QToolButton>(u"conductButton"_s)->click();
    auto *waiting = part<QListWidget>(u"waitingSpeakers"_s);

    reader().live().pane().takeFocus();
    ASSERT_TRUE(waiting->hasFocus());
    ASSERT_EQ(waiting->currentRow(), 0);
    QTest::keyClick(waiting, Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return liveNow(kato).speakers.front().began != Instant(0); }));
    ASSERT_TRUE(wait([&] { return waiting->count() == 0; }));
    EXPECT_TRUE(waiting->hasFocus()) << "for whoever raises a hand next";
    ASSERT_TRUE(live(sato, AskToSpeak{true}));
    ASSERT_TRUE(wait([&] { return waiting->count() == 1; }));
    QTest::keyClick(waiting, Qt::Key_Return);
    EXPECT_TRUE(wait([&] {
        const auto speakers = liveNow(kato).speakers;
        return speakers.size() == 1 && speakers.front().who == sato;
    }));
}

TEST_F(MeetingConductTest, ComesFromTheTabsDownToWhatOneDoesThere)
{
    begin();
    readAs(kato);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    if (!tabs().isVisible())
        part<QToolButton>(u"conductButton"_s)->click();
    reader().live().pane().takeFocus();
    ASSERT_TRUE(tabs().hasFocus());

    QTest::keyClick(&tabs(), Qt::Key_Down);

    EXPECT_FALSE(tabs().hasFocus());
    EXPECT_TRUE(reader().live().pane().isAncestorOf(m_window->focusWidget()));
}

TEST_F(MeetingConductTest, TakesToolsByLettersOnThePagesAlone)
{
    begin();
    readAs(kato);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    if (!tabs().isVisible())
        part<QToolButton>(u"conductButton"_s)->click();
    tabs().setFocus();

    QTest::keyClick(&tabs(), Qt::Key_P);
    EXPECT_EQ(tool(), InkTool::Hand) << "a letter beside a field is no tool";
    QTest::keyClick(&tabs(), Qt::Key_R);
    settle();
    EXPECT_TRUE(liveNow(kato).speakers.empty());
    view().setFocus();
    QTest::keyClick(&view().pageArea(), Qt::Key_P);
    EXPECT_EQ(tool(), InkTool::Pen);
    reader().panes().addPane();
    QTest::keyClick(&view().pageArea(), Qt::Key_M);
    EXPECT_EQ(tool(), InkTool::Marker) << "beside each other, too";
}

TEST_F(MeetingConductTest, PutsTheToolDownWhenOneLeaves)
{
    readAs(suzuki);
    reader().ink().choice().setTool(InkTool::Pen);

    part<QToolButton>(u"readerBack"_s)->click();
    settle();

    EXPECT_FALSE(reader().isVisible());
    EXPECT_EQ(tool(), InkTool::Hand);
}

TEST_F(MeetingConductTest, StaysWhenEscIsPressedTwiceToPutThePenDown)
{
    readAs(suzuki);
    view().setFocus();
    reader().ink().choice().setTool(InkTool::Pen);

    QTest::keyClick(&view().pageArea(), Qt::Key_Escape);
    QTest::keyClick(&view().pageArea(), Qt::Key_Escape);
    settle();

    EXPECT_EQ(tool(), InkTool::Hand);
    EXPECT_TRUE(reader().isVisible());
}

TEST_F(MeetingConductTest, TellsMembersThatItIsOver)
{
    begin();
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    auto *banner = part<QuietBanner>(u"readerBanner"_s);
    ASSERT_FALSE(banner->isVisible());

    ASSERT_TRUE(meet(office, sato, m_id, SetState{MeetingState::Closed}));

    EXPECT_TRUE(wait([&] { return banner->isVisible(); }));
    EXPECT_EQ(banner->text(), MeetingReader::tr("The meeting is over. What came of it is beside the pages (F7)."));
}

TEST_F(MeetingConductTest, CountsThoseWhoDidNotVote)
{
    begin();
    there(kato);
    there(suzuki);
    ASSERT_TRUE(meet(office, kato, m_id, OpenVote{now().seq + 1, 1, u"よいか"_s, true}));
    ASSERT_TRUE(live(kato, CastBallot{now().openVote()->id, BallotChoice::Abstain}));
    ASSERT_TRUE(meet(office, sato, m_id, CloseVote{now().openVote()->id}));

    EXPECT_EQ(now().votes.back().silent, 1);
    EXPECT_TRUE(countsOf(now().votes.back()).endsWith(u"1 did not vote"_s)) << "to abstain is another thing";
}

TEST_F(MeetingConductTest, HasBesideThePagesWhatWasChosenTheLastTime)
{
    readAs(suzuki);
    m_window->resize(1500, 800);
    settle();
    ASSERT_TRUE(part<QToolButton>(u"notesButton"_s)->isChecked());
    QSignalSpy chosen(&reader(), &MeetingReader::sideChosen);

    part<QToolButton>(u"notesButton"_s)->click();
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(readingSideOf(codeOf(chosen.front().front().value<ReadingSide>())), ReadingSide::Nothing);

    readAs(kato);
    reader().setSide(ReadingSide::Nothing);
    m_window->resize(1500, 800);
    settle();
    EXPECT_FALSE(part<QToolButton>(u"notesButton"_s)->isChecked());
}

} // namespace kessai::test
