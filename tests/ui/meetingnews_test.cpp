// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/meetinglivetest.h"
#include "ui/meetings/conductpane.h"
#include "ui/meetings/inkwords.h"
#include "ui/meetings/meetingink.h"
#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/votingpane.h"
#include "ui/widgets/quietbanner.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

// What is said over the pages of a meeting and above the list of meetings, and what waits for the line.

using namespace Qt::StringLiterals;

namespace kessai::test {

class MeetingNewsTest : public MeetingLiveTest {};

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

TEST_F(MeetingNewsTest, ShowsOfLongWordsTheBeginning)
{
    begin();
    readAs(suzuki);
    ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
    auto *banner = part<QuietBanner>(u"readerBanner"_s);
    const QString words = u"「総務部の体制の見直しについて」は行われませんでした。"_s.repeated(40);

    banner->say(BannerKind::Warning, words);
    settle();

    auto *shown = find<QLabel>(*banner, u"bannerText"_s);
    EXPECT_LE(banner->height(), banner->parentWidget()->height() / 3);
    EXPECT_EQ(banner->text(), words);
    EXPECT_EQ(banner->accessibleName(), words);
    EXPECT_TRUE(shown->text().endsWith(u'…') && shown->text().size() < words.size());
    EXPECT_TRUE(shown->toolTip().contains(words));
    banner->say(BannerKind::Warning, u"短い知らせ"_s);
    settle();
    EXPECT_EQ(shown->text(), u"短い知らせ"_s);
    EXPECT_TRUE(shown->toolTip().isEmpty());
}

TEST_F(MeetingNewsTest, EndsNothingAgainstTheLastWordWhileTheLineIsOut)
{
    begin();
    conductAs(sato, 3);
    part<QLineEdit>(u"outcomeText"_s)->setText(u"原案のとおり決定"_s);
    part<QPushButton>(u"endMeeting"_s)->click();
    office.cut();

    part<QPushButton>(u"endNow"_s)->click();

    auto *question = part<QLabel>(u"endQuestion"_s);
    ASSERT_TRUE(wait([&] {
        return question->isVisible()
            && question->text()
            == ConductPane::tr("The office is out of reach. The meeting ends when it is reached again.");
    }));
    EXPECT_FALSE(part<QPushButton>(u"endNow"_s)->isVisible());
    part<QPushButton>(u"endLater"_s)->click();
    EXPECT_FALSE(question->isVisible());
    EXPECT_TRUE(part<QPushButton>(u"endMeeting"_s)->isVisible());
    office.mend();
    session->refresh();
    ASSERT_TRUE(wait([&] { return now().resolutions.size() == 1u; }));
    settle();
    EXPECT_EQ(now().state, MeetingState::Running) << "what was written is recorded, and the meeting goes on";
}

TEST_F(MeetingNewsTest, EndsWhatWasLeftWhileTheLineWasOutAndNothingElse)
{
    begin();
    conductAs(sato, 3);
    PlanMeeting plan = planned();
    plan.day = SmallOffice::today();
    plan.title = u"次の会議"_s;
    const MeetingId other = meet(office, sato, std::nullopt, plan)->id;
    ASSERT_TRUE(meet(office, sato, other, agendaItem(1)));
    ASSERT_TRUE(meet(office, sato, other, SetState{MeetingState::Published}));
    ASSERT_TRUE(meet(office, sato, other, SetState{MeetingState::Running}));
    part<QLineEdit>(u"outcomeText"_s)->setText(u"原案のとおり決定"_s);
    part<QPushButton>(u"endMeeting"_s)->click();
    office.cut();
    part<QPushButton>(u"endNow"_s)->click();
    auto *question = part<QLabel>(u"endQuestion"_s);
    ASSERT_TRUE(wait([&] { return question->isVisible() && !part<QPushButton>(u"endNow"_s)->isVisible(); }));

    Q_EMIT reader().closed();
    office.mend();
    session->refresh();
    ASSERT_TRUE(wait([&] { return now().state == MeetingState::Closed; })) << "that was the last word";
    auto *table = part<QTableView>(u"meetingTable"_s);
    ASSERT_TRUE(wait([&] {
        for (int row = 0; table->isVisible() && row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, MeetingModel::Title).data().toString().contains(plan.title)) {
                table->selectRow(row);
                QTest::keyClick(table, Qt::Key_Return);
                settle();
            }
        }
        return part<QPushButton>(u"endMeeting"_s)->isVisible();
    }));
    part<QPushButton>(u"endMeeting"_s)->click();
    EXPECT_TRUE(part<QPushButton>(u"endNow"_s)->isVisible());
    EXPECT_TRUE(part<QPushButton>(u"endNow"_s)->isEnabled());
    settle();
    EXPECT_EQ(meetingOf(office, sato, other)->state, MeetingState::Running);
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
    const QList<QuietBanner *> banners = m_window->meetings()->findChildren<QuietBanner *>();
    const auto said = std::ranges::find_if(banners, [](QuietBanner *one) { return one->isVisible(); });
    ASSERT_TRUE(said != banners.end() && table->isVisible());
    EXPECT_TRUE((*said)->text().contains(now().title)) << qPrintable((*said)->text());
    EXPECT_TRUE((*said)->text().contains(joiningText(joining)));
    find<QPushButton>(**said, u"bannerAction"_s)->click(); // the first of them
    ASSERT_TRUE(wait([&] { return reader().isVisible() && isAt({2, 1}); }));
    Q_EMIT reader().closed();
    settle();
    EXPECT_TRUE((*said)->isVisible()) << "the other is still to be read";
    find<QToolButton>(**said, u"bannerClose"_s)->click();
    EXPECT_FALSE((*said)->isVisible());
}

} // namespace kessai::test
