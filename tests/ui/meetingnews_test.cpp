// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/meetinglivetest.h"
#include "ui/meetings/inkwords.h"
#include "ui/meetings/meetingink.h"
#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/sideroom.h"
#include "ui/meetings/votingpane.h"
#include "ui/widgets/quietbanner.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

// What is said over the pages of a meeting and above the list of meetings.

using namespace Qt::StringLiterals;

namespace kessai::test {

class MeetingNewsTest : public MeetingLiveTest {
protected:
    /// What is said above the list of meetings, or over the pages; nothing where nothing is.
    QuietBanner *shown() const
    {
        const QList<QuietBanner *> banners = m_window->meetings()->findChildren<QuietBanner *>();
        const auto one = std::ranges::find_if(banners, [](QuietBanner *banner) { return banner->isVisible(); });
        return one == banners.end() ? nullptr : *one;
    }
};

TEST_F(MeetingNewsTest, LetsThePageBeScrolledAboveWhatLiesOverIt)
{
    begin();
    there(suzuki);
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    settle();
    QScrollBar *const down = view().pageArea().verticalScrollBar();
    const int before = down->maximum();
    down->setValue(before);
    const QSize page = view().pageArea().viewport()->size();

    ASSERT_TRUE(meet(office, kato, m_id, OpenVote{now().seq + 1, 1, u"よいか"_s, true}));
    auto *vote = part<QWidget>(u"voteLine"_s);
    ASSERT_TRUE(wait([&] { return vote->isVisible(); }));
    settle();
    const int covered = vote->parentWidget()->height() - vote->geometry().top();
    ASSERT_GT(covered, 0);
    EXPECT_EQ(down->value(), before) << "nothing moves";
    EXPECT_EQ(down->maximum(), before + covered);
    EXPECT_EQ(view().pageArea().viewport()->size(), page);

    down->setValue(down->maximum());
    vote->hide();
    settle();
    EXPECT_EQ(down->value(), before + covered) << "nor when it goes";
    down->setValue(before);
    EXPECT_EQ(down->maximum(), before);
}

TEST_F(MeetingNewsTest, LetsThePenThroughWhereverAStripComesToLie)
{
    SideRoom room;
    auto *const strip = new QWidget;
    auto *const words = new QLabel(strip);
    auto *const rows = new QVBoxLayout(strip);
    rows->addWidget(words);
    words->setMinimumHeight(40);
    room.setContent(new QWidget);
    room.addStrip(strip);
    room.resize(800, 600);
    room.show();
    strip->show();
    const auto isThrough = [&] { return strip->testAttribute(Qt::WA_TransparentForMouseEvents); };
    EXPECT_TRUE(isThrough());
    ASSERT_TRUE(wait([&] { return !isThrough(); }));
    const int before = strip->height();

    words->setMinimumHeight(150);
    ASSERT_TRUE(wait([&] { return strip->height() > before; }));
    EXPECT_TRUE(isThrough()) << "it lies over what it did not";
    ASSERT_TRUE(wait([&] { return !isThrough(); }));

    words->setMinimumHeight(40);
    ASSERT_TRUE(wait([&] { return strip->height() == before; }));
    EXPECT_FALSE(isThrough()) << "it lies over nothing new";
}

TEST_F(MeetingNewsTest, ShowsOfLongWordsTheBeginning)
{
    begin();
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    auto *banner = part<QuietBanner>(u"readerBanner"_s);
    const QString words = u"「総務部の体制の見直しについて」は行われませんでした。"_s.repeated(40);

    banner->say(BannerKind::Warning, words);
    settle();

    auto *line = find<QLabel>(*banner, u"bannerText"_s);
    EXPECT_LE(banner->height(), banner->parentWidget()->height() / 3);
    EXPECT_EQ(banner->text(), words);
    EXPECT_EQ(banner->accessibleName(), words);
    EXPECT_TRUE(line->text().endsWith(u'…') && line->text().size() < words.size());
    EXPECT_TRUE(line->toolTip().contains(words));
    banner->say(BannerKind::Warning, u"短い知らせ"_s);
    settle();
    EXPECT_EQ(line->text(), u"短い知らせ"_s);
    EXPECT_TRUE(line->toolTip().isEmpty());
}

TEST_F(MeetingNewsTest, AsksBeforeAVoteThatNobodyCouldCast)
{
    begin();
    conductAs(kato, 2);
    part<QLineEdit>(u"voteText"_s)->setText(u"よいか"_s);
    auto *open = part<QPushButton>(u"openVote"_s);

    open->click();
    settle();
    EXPECT_FALSE(now().openVote());
    EXPECT_EQ(open->text(), VotingPane::tr("Press again: nobody who votes is there yet"));
    open->click();
    EXPECT_TRUE(wait([&] { return now().openVote() != nullptr; }));
}

TEST_F(MeetingNewsTest, KeepsWhatWasPutTogetherUntilItWasRead)
{
    begin();
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    auto *banner = part<QuietBanner>(u"readerBanner"_s);
    InkJoining one;
    one.beside = 1;
    one.first = Ink{};
    one.first->id = u"00000000-0000-4000-8000-000000000001"_s;
    one.first->paper = 2;
    one.first->page = 1;
    InkJoining two = one;
    two.beside = 2;
    InkJoining all = one;
    all.beside = 3;
    const auto join = [&](const InkJoining &joining) { Q_EMIT reader().ink().joined(m_id, joining); };

    join(one);
    EXPECT_EQ(banner->text(), joiningText(one));
    join(two);
    EXPECT_EQ(banner->text(), joiningText(all)) << "added up";
    ASSERT_TRUE(meet(office, sato, m_id, SetState{MeetingState::Closed}));
    session->refresh();
    ASSERT_TRUE(wait([&] { return banner->text() != joiningText(all); }));
    EXPECT_TRUE(banner->text().contains(joiningText(all))) << "what came later wiped nothing away";

    find<QPushButton>(*banner, u"bannerAction"_s)->click();
    EXPECT_TRUE(isAt({2, 1}));
    EXPECT_FALSE(banner->isVisible());
}

TEST_F(MeetingNewsTest, TellsInTheListOfNotesOfAMeetingThatIsNotRead)
{
    begin();
    readAs(suzuki);
    InkJoining joining;
    joining.beside = 2;
    joining.first = Ink{};
    joining.first->paper = 2;
    joining.first->page = 1;
    Q_EMIT reader().ink().joined(MeetingId(4711), joining);
    EXPECT_FALSE(part<QuietBanner>(u"readerBanner"_s)->text().contains(joiningText(joining)));
    Q_EMIT reader().closed();
    settle();
    Q_EMIT reader().ink().joined(m_id, joining);
    settle();

    auto *table = part<QTableView>(u"meetingTable"_s);
    QuietBanner *const said = shown();
    ASSERT_TRUE(said && table->isVisible());
    EXPECT_TRUE(said->text().contains(now().title)) << qPrintable(said->text());
    EXPECT_TRUE(said->text().contains(joiningText(joining)));
    find<QPushButton>(*said, u"bannerAction"_s)->click(); // the first of them
    ASSERT_TRUE(wait([&] { return reader().isVisible() && isAt({2, 1}); }));
    Q_EMIT reader().closed();
    settle();
    EXPECT_TRUE(said->isVisible()) << "the other is still to be read";
    find<QToolButton>(*said, u"bannerClose"_s)->click();
    EXPECT_FALSE(said->isVisible());
}

TEST_F(MeetingNewsTest, ShowsWhatIsToBeReadAgainAfterAnOffer)
{
    begin();
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    auto *banner = part<QuietBanner>(u"readerBanner"_s);
    InkJoining joining;
    joining.beside = 1;
    const QString offer = u"直前に書いた1件も見せますか。"_s;
    Q_EMIT reader().ink().joined(m_id, joining);
    ASSERT_EQ(banner->text(), joiningText(joining));

    Q_EMIT reader().ink().audienceWidened(offer, u"見せる"_s);
    ASSERT_EQ(banner->text(), offer);
    Q_EMIT reader().ink().offerEnded();
    EXPECT_EQ(banner->text(), joiningText(joining));
    Q_EMIT reader().ink().audienceWidened(offer, u"見せる"_s);
    find<QToolButton>(*banner, u"bannerClose"_s)->click();
    EXPECT_EQ(banner->text(), joiningText(joining)) << "the offer was closed, and not this";

    find<QToolButton>(*banner, u"bannerClose"_s)->click();
    EXPECT_FALSE(banner->isVisible());
    Q_EMIT reader().ink().joined(m_id, joining);
    EXPECT_EQ(banner->text(), joiningText(joining)) << "what was read is not added up";
}

TEST_F(MeetingNewsTest, TellsWhoeverLeavesWhatTheyDidNotClose)
{
    begin();
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    InkJoining joining;
    joining.beside = 1;
    Q_EMIT reader().ink().joined(m_id, joining);

    Q_EMIT reader().closed();
    settle();

    ASSERT_TRUE(shown());
    EXPECT_TRUE(shown()->text().contains(joiningText(joining)));
}

TEST_F(MeetingNewsTest, KeepsWhatWasLostAboveTheListUntilItIsClosed)
{
    begin();
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    const QString first = u"「予算の件」は行われませんでした。"_s;
    const QString second = u"「人事の件」は行われませんでした。"_s;
    Q_EMIT reader().leftUnread(first);
    office.cut();

    Q_EMIT reader().closed();
    settle();
    ASSERT_TRUE(shown());
    EXPECT_EQ(shown()->text(), first) << "also where the line is out";
    Q_EMIT reader().leftUnread(second);
    EXPECT_EQ(shown()->text(), first + u' ' + second);
    office.mend();
    session->refresh();
    settle();
    ASSERT_TRUE(shown());
    EXPECT_EQ(shown()->text(), first + u' ' + second) << "also when it is back";
    QTest::keyClick(part<QTableView>(u"meetingTable"_s), Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return reader().isVisible(); }));
    Q_EMIT reader().closed();
    settle();
    ASSERT_TRUE(shown());
    EXPECT_EQ(shown()->text(), first + u' ' + second);

    find<QToolButton>(*shown(), u"bannerClose"_s)->click();
    settle();
    EXPECT_FALSE(shown());
    m_window->goTo(u"tray"_s);
    m_window->goTo(u"meetings"_s);
    settle();
    EXPECT_FALSE(shown());
}

TEST_F(MeetingNewsTest, LeavesNoMeetingByEscPressedTwiceInTheSearch)
{
    readAs(suzuki);
    view().setFocus();
    QTest::keyClick(&view().pageArea(), Qt::Key_F, Qt::ControlModifier);
    auto *const field = find<QLineEdit>(view(), u"documentSearch"_s);
    ASSERT_TRUE(field->isVisible());
    field->setText(u"議題"_s);

    QTest::keyClick(field, Qt::Key_Escape);
    QTest::keyClick(&view().pageArea(), Qt::Key_Escape);
    settle();

    EXPECT_FALSE(field->isVisible());
    EXPECT_TRUE(reader().isVisible());
}

TEST_F(MeetingNewsTest, LeadsWhoeverSignsInLateToTheMeetingThatRuns)
{
    begin();
    m_window = &make<OfficePage>(signIn(suzuki));
    show(*m_window);
    auto *banner = find<QuietBanner>(*m_window, u"meetingUnderWay"_s);

    ASSERT_TRUE(wait([&] { return banner->isVisible(); }));
    EXPECT_TRUE(banner->text().contains(now().title));
    m_window->goTo(u"own"_s);
    EXPECT_FALSE(banner->isVisible());
    m_window->goTo(u"tray"_s);
    ASSERT_TRUE(banner->isVisible());

    find<QPushButton>(*banner, u"bannerAction"_s)->click();
    EXPECT_TRUE(wait([&] { return reader().isVisible() && seat().isRunning(); }));
    ASSERT_TRUE(meet(office, sato, m_id, SetState{MeetingState::Closed}));
    session->refresh();
    ASSERT_TRUE(
        wait([&] { return part<QAbstractButton>(u"conductButton"_s)->text() == MeetingReader::tr("Outcome"); }));
    m_window->goTo(u"tray"_s);
    EXPECT_FALSE(banner->isVisible()) << "though the list was not read since";
}

} // namespace kessai::test
