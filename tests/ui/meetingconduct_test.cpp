// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/meetinglivetest.h"
#include "ui/meetings/conductpane.h"
#include "ui/meetings/inkchoice.h"
#include "ui/meetings/liveline.h"
#include "ui/meetings/meetingink.h"
#include "ui/meetings/meetingwords.h"
#include "ui/widgets/quietbanner.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

// How a meeting is begun, conducted and ended, by mouse and by keyboard.

using namespace Qt::StringLiterals;

namespace kessai::test {

class MeetingConductTest : public MeetingLiveTest {
protected:
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
    EXPECT_EQ(part<QTabBar>(u"conductTabs"_s)->currentIndex(), 3) << "what came of it is what F7 shows";
}

TEST_F(MeetingConductTest, TellsWhomItGivesTheFloorAlsoWhereTheLineIsNarrow)
{
    begin();
    readAs(suzuki);
    m_window->resize(911, 512);
    ASSERT_TRUE(wait([&] { return isOffered(u"raiseHand"_s); }));
    ASSERT_TRUE(live(suzuki, AskToSpeak{true}));
    ASSERT_TRUE(wait([&] { return part<QToolButton>(u"raiseHand"_s)->isChecked(); }));

    ASSERT_TRUE(live(kato, GiveTheFloor{suzuki, 0}));

    ASSERT_TRUE(wait([&] { return words() == LiveLine::tr("It is your turn to speak."); }));
    EXPECT_EQ(part<QToolButton>(u"raiseHand"_s)->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    ASSERT_TRUE(live(kato, GiveTheFloor{std::nullopt, 0}));
    EXPECT_TRUE(wait([&] { return words() != LiveLine::tr("It is your turn to speak."); }));
}

TEST_F(MeetingConductTest, SaysBeforeTheEndWhatStaysUnknown)
{
    begin();
    ASSERT_TRUE(live(kato, GiveTheFloor{suzuki, 0}));
    conductAs(sato, 0);
    ASSERT_TRUE(wait([&] { return !liveNow(sato).speakers.empty(); }));
    part<QPushButton>(u"endMeeting"_s)->click();
    auto *said = part<QLabel>(u"endUnsettled"_s);

    EXPECT_TRUE(wait([&] {
        return said->isVisible()
            && said->text().contains(ConductPane::tr("The attendance of %n people is not known yet.", nullptr, 2))
            && said->text().contains(ConductPane::tr("%1 has the floor.").section(u'1', 1));
    })) << qPrintable(said->text());
    EXPECT_TRUE(part<QPushButton>(u"endNow"_s)->isEnabled()) << "said, and forbidden to nobody";
    there(kato);
    there(suzuki);
    ASSERT_TRUE(live(kato, GiveTheFloor{std::nullopt, 0}));
    EXPECT_TRUE(wait([&] { return !said->isVisible(); }));
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
    part<QToolButton>(u"readerBack"_s)->click();
    settle();
    QTest::keyClick(part<QTableView>(u"meetingTable"_s), Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return reader().isVisible(); }));
    settle();
    EXPECT_FALSE(part<QToolButton>(u"notesButton"_s)->isChecked()) << "nor in the next meeting";
}

TEST_F(MeetingConductTest, TellsAnotherSecretaryThatItIsOver)
{
    ASSERT_TRUE(meet(office, sato, m_id,
                     InviteMembers{{{sato, MeetingRole::Secretary, {}},
                                    {kato, MeetingRole::Chair, {}},
                                    {suzuki, MeetingRole::Secretary, {}}}}));
    begin();
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    auto *banner = part<QuietBanner>(u"readerBanner"_s);

    ASSERT_TRUE(meet(office, sato, m_id, SetState{MeetingState::Closed}));

    EXPECT_TRUE(wait([&] { return banner->isVisible(); }));
    EXPECT_EQ(banner->text(), MeetingReader::tr("The meeting is over. What came of it is beside the pages (F7)."));
}

TEST_F(MeetingConductTest, EndsNothingBeforeWhatIsWrittenIsRecorded)
{
    begin();
    conductAs(sato, 3);
    auto *text = part<QLineEdit>(u"outcomeText"_s);
    auto *endNow = part<QPushButton>(u"endNow"_s);
    EXPECT_FALSE(part<QPushButton>(u"recordOutcome"_s)->isEnabled()) << "nothing to record";
    part<QPushButton>(u"endMeeting"_s)->click();
    ASSERT_TRUE(endNow->isVisible());
    EXPECT_EQ(endNow->text(), ConductPane::tr("End it"));

    text->setText(u"原案のとおり決定"_s);
    EXPECT_TRUE(part<QPushButton>(u"recordOutcome"_s)->isEnabled());
    EXPECT_EQ(endNow->text(), ConductPane::tr("Record it and end"));
    endNow->click();

    ASSERT_TRUE(wait([&] { return now().state == MeetingState::Closed; }));
    ASSERT_EQ(now().resolutions.size(), 1u);
    EXPECT_EQ(now().resolutions.front().text, u"原案のとおり決定"_s);
    EXPECT_TRUE(text->text().isEmpty());
}

TEST_F(MeetingConductTest, GoesOnWhereWhatIsWrittenCannotBeRecorded)
{
    begin();
    conductAs(sato, 3);
    part<QComboBox>(u"outcomeKind"_s)->setCurrentIndex(1);
    part<QLineEdit>(u"outcomeText"_s)->setText(u"周知する"_s);
    part<QComboBox>(u"actionOwner"_s)->setCurrentIndex(0);
    part<QPushButton>(u"endMeeting"_s)->click();

    part<QPushButton>(u"endNow"_s)->click();
    settle();

    EXPECT_EQ(now().state, MeetingState::Running) << "nobody was chosen";
    EXPECT_TRUE(part<QLabel>(u"outcomeTrouble"_s)->isVisible());
    EXPECT_EQ(part<QLineEdit>(u"outcomeText"_s)->text(), u"周知する"_s);
    office.failNext(Ask::ChangeMeeting, Error{ErrorCode::Invalid, {}, std::nullopt});
    part<QComboBox>(u"outcomeKind"_s)->setCurrentIndex(0);
    part<QPushButton>(u"endNow"_s)->click();
    settle();
    EXPECT_EQ(now().state, MeetingState::Running) << "it was not recorded, which is said";
    EXPECT_TRUE(part<QPushButton>(u"endNow"_s)->isEnabled());
    EXPECT_TRUE(part<QuietBanner>(u"readerBanner"_s)->text().contains(u"周知する"_s));
}

TEST_F(MeetingConductTest, EndsNothingOverADecisionThatIsStillOnItsWay)
{
    begin();
    conductAs(sato, 3);
    auto *text = part<QLineEdit>(u"outcomeText"_s);
    office.failNext(Ask::ChangeMeeting, Error{ErrorCode::Invalid, {}, std::nullopt});
    text->setText(u"原案のとおり決定"_s);
    part<QPushButton>(u"recordOutcome"_s)->click();
    part<QPushButton>(u"endMeeting"_s)->click();
    part<QPushButton>(u"endNow"_s)->click(); // at once
    settle();

    EXPECT_EQ(now().state, MeetingState::Running);
    EXPECT_TRUE(now().resolutions.empty());
    EXPECT_TRUE(part<QPushButton>(u"endNow"_s)->isEnabled());
}

TEST_F(MeetingConductTest, SaysOnceThatTheLineIsGoneAndNotOverWhatIsToBeRead)
{
    begin();
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    auto *banner = part<QuietBanner>(u"readerBanner"_s);
    const Error gone{ErrorCode::ConnectionLost, {}, std::nullopt};
    banner->say(BannerKind::Warning, u"横に残しました。"_s);
    Q_EMIT session->connectionLost(gone);
    Q_EMIT session->connectionLost(gone);
    EXPECT_EQ(banner->text(), u"横に残しました。"_s);

    banner->clear();
    Q_EMIT session->connectionLost(gone);
    EXPECT_TRUE(banner->isVisible());
    banner->clear(); // closed, and tried again
    Q_EMIT session->connectionLost(gone);
    EXPECT_FALSE(banner->isVisible());
    bool isBack = false;
    QObject here;
    QObject::connect(&*session, &DeskSession::refreshed, &here, [&isBack] { isBack = true; });
    session->refresh();
    ASSERT_TRUE(wait([&] { return isBack; }));
    Q_EMIT session->connectionLost(gone);
    EXPECT_TRUE(banner->isVisible()) << "it went once more";
}

TEST_F(MeetingConductTest, KeepsWhatIsWrittenThroughAListThatIsOpenAndAWindowThatComesAndGoes)
{
    begin();
    conductAs(sato, 3);
    auto *kind = part<QComboBox>(u"outcomeKind"_s);
    auto *text = part<QLineEdit>(u"outcomeText"_s);
    part<QPushButton>(u"endMeeting"_s)->click();
    kind->showPopup();
    settle();
    QWidget elsewhere;
    elsewhere.show();
    elsewhere.activateWindow();
    settle();
    m_window->activateWindow();
    settle();
    if (QWidget *popup = QApplication::activePopupWidget())
        QTest::keyClick(popup, Qt::Key_Escape);
    kind->hidePopup();

    part<QPushButton>(u"endLater"_s)->click();
    EXPECT_TRUE(reader().isVisible());
    EXPECT_FALSE(part<QPushButton>(u"endNow"_s)->isVisible());
    text->setFocus();
    text->setText(u"原案のとおり決定"_s);
    QTest::keyClick(text, Qt::Key_Return);

    ASSERT_TRUE(wait([&] { return now().resolutions.size() == 1; }));
    EXPECT_EQ(now().state, MeetingState::Running);
    text->setText(u"書きかけ"_s);
    QTest::keyClick(text, Qt::Key_Escape);
    EXPECT_EQ(text->text(), u"書きかけ"_s) << "leaves the field and loses nothing";
}

TEST_F(MeetingConductTest, ShowsWhatAnotherEndedBeforeItWasRecorded)
{
    begin();
    conductAs(kato, 3);
    part<QLineEdit>(u"outcomeText"_s)->setText(u"原案のとおり決定"_s);

    ASSERT_TRUE(meet(office, sato, m_id, SetState{MeetingState::Closed}));

    ASSERT_TRUE(wait([&] { return part<QLabel>(u"outcomeLeft"_s)->isVisible(); }));
    EXPECT_TRUE(part<QLabel>(u"outcomeLeft"_s)->text().contains(u"原案のとおり決定"_s));
}

TEST_F(MeetingConductTest, MovesNothingUnderThePen)
{
    begin();
    there(suzuki);
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    const auto place = [&] {
        settle();
        QWidget *const page = view().pageArea().viewport();
        return QRect(page->mapTo(m_window, QPoint()), page->size());
    };
    const QRect before = place();
    ASSERT_TRUE(before.isValid());

    ASSERT_TRUE(meet(office, kato, m_id, OpenVote{now().seq + 1, 1, u"よいか"_s, true}));
    auto *vote = part<QWidget>(u"voteLine"_s);
    ASSERT_TRUE(wait([&] { return vote->isVisible(); }));
    EXPECT_EQ(place(), before);
    EXPECT_GT(vote->mapTo(m_window, QPoint()).y(), before.center().y()) << "over the lower edge";
    EXPECT_TRUE(vote->testAttribute(Qt::WA_TransparentForMouseEvents)) << "a pen that is writing writes on";
    EXPECT_TRUE(wait([&] { return !vote->testAttribute(Qt::WA_TransparentForMouseEvents); }));

    auto *banner = part<QuietBanner>(u"readerBanner"_s);
    banner->say(BannerKind::Success, u"資料をプリンターに送りました。"_s);
    EXPECT_EQ(place(), before);
    EXPECT_LE(banner->geometry().bottom(), vote->geometry().top()) << "both are seen";
    EXPECT_TRUE(banner->testAttribute(Qt::WA_TransparentForMouseEvents)) << "it came under the pen by itself";
    EXPECT_TRUE(wait([&] { return !banner->testAttribute(Qt::WA_TransparentForMouseEvents); }));
    const int low = banner->height();
    QCursor::setPos(banner->mapToGlobal(banner->rect().center()));
    banner->say(BannerKind::Success, u"資料をプリンターに送りました。"_s.repeated(4));
    settle();
    EXPECT_GT(banner->height(), low);
    EXPECT_FALSE(banner->testAttribute(Qt::WA_TransparentForMouseEvents)) << "one is about to press its button";
    QCursor::setPos(m_window->mapToGlobal(QPoint()));
    ASSERT_TRUE(live(sato, CallAll{}));
    ASSERT_TRUE(wait([&] { return isOffered(u"liveBack"_s); }));
    EXPECT_EQ(place(), before);
    ASSERT_TRUE(meet(office, kato, m_id, CloseVote{now().openVote()->id}));
    settle();
    banner->clear();
    EXPECT_EQ(place(), before);
}

TEST_F(MeetingConductTest, KeepsTheChoicesInSightHoweverLongTheQuestion)
{
    begin();
    there(suzuki);
    conductAs(suzuki, 2);
    m_window->resize(911, 512);
    settle();
    ASSERT_TRUE(meet(office, kato, m_id, OpenVote{now().seq + 1, 1, u"原案よいか"_s.repeated(40), true}));
    auto *vote = part<QWidget>(u"voteLine"_s);
    ASSERT_TRUE(wait([&] { return vote->isVisible(); }));
    settle();

    QWidget *const room = vote->parentWidget();
    EXPECT_LE(vote->height(), std::max(room->height() / 3, vote->minimumSizeHint().height()));
    EXPECT_LE(vote->height(), room->height() * 2 / 5);
    EXPECT_GE(part<QWidget>(u"voteWords"_s)->width(), 300) << "the words are not a column of a few letters";
    for (const QString &name : {u"voteYes"_s, u"voteNo"_s, u"voteAbstain"_s}) {
        auto *choice = part<QPushButton>(name);
        const QRect place(choice->mapTo(room, QPoint()), choice->size());
        EXPECT_TRUE(choice->isVisible() && room->rect().contains(place)) << qPrintable(name);
        EXPECT_TRUE(vote->geometry().contains(place)) << qPrintable(name);
    }
}

TEST_F(MeetingConductTest, OffersToNoteOnlyWhatOneMayNote)
{
    begin();
    conductAs(suzuki, 0);
    auto *list = part<QListView>(u"attendanceList"_s);
    const auto offered = [&] { return part<QPushButton>(u"attendanceState"_s)->isVisible(); };

    for (int row = 0; row < 3; ++row) {
        list->setCurrentIndex(list->model()->index(row, 0));
        settle();
        EXPECT_EQ(offered(), now().members[size_t(row)].who == suzuki) << row;
    }
}

TEST_F(MeetingConductTest, NeedsNoRoomToSayThatAllIsWell)
{
    readAs(sato);
    ASSERT_TRUE(wait([&] { return part<QLabel>(u"inkStored"_s)->isVisible(); }));

    begin();
    session->refresh();

    EXPECT_TRUE(wait([&] { return !part<QLabel>(u"inkStored"_s)->isVisible(); })) << "the buttons need it";
}

TEST_F(MeetingConductTest, ProposesTheNameOfThePaperThatIsPrinted)
{
    readAs(suzuki);

    part<QAction>(u"printPaper"_s)->trigger();
    part<QAction>(u"printBook"_s)->trigger();

    ASSERT_EQ(answers.printed.size(), 2);
    EXPECT_TRUE(answers.printed.front().contains(paperLabel(now().items.front(), 1)))
        << qPrintable(answers.printed.front());
    EXPECT_EQ(answers.printed.back(), now().title);
}

} // namespace kessai::test
