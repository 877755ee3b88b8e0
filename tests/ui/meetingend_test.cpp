// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/meetinglivetest.h"
#include "ui/meetings/conductpane.h"
#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/widgets/quietbanner.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

// The end of a meeting while the line is out, which cannot be taken back any more once it is recorded.

using namespace Qt::StringLiterals;

namespace kessai::test {

namespace {

constexpr auto kWaits = "The office is out of reach. The meeting ends when it is reached again.";
constexpr auto kMayBeOver =
    "The office did not answer, and the meeting may be over already. If not, it ends when the office is reached.";
constexpr auto kMayGoOn = "The office did not answer, and the meeting may be over already. If not, it goes on.";
constexpr auto kOnItsWay = "The end is on its way already. Where it does not get through, the meeting goes on.";

} // namespace

class MeetingEndTest : public MeetingLiveTest {
protected:
    void beginAsSecretary()
    {
        begin();
        beginAgain();
    }
    void beginAgain()
    {
        conductAs(sato, 3);
        // Else it is told in the middle of what comes, as the same kind of call.
        ASSERT_TRUE(wait([&] { return !meetingDesk(office, sato)->paperReaders(m_id)->empty(); }));
        part<QPushButton>(u"endMeeting"_s)->click();
    }
    QLabel &question() { return *part<QLabel>(u"endQuestion"_s); }
    bool asks(const char *words) { return question().isVisible() && question().text() == ConductPane::tr(words); }
    /// Sent once more after the line was out, and not answered yet.
    void holdOnItsWay()
    {
        const int asked = office.asked(Ask::ChangeMeeting);
        office.hold(Ask::ChangeMeeting);
        mendLine();
        const auto *presenter = m_window->meetings()->findChild<MeetingPresenter *>();
        ASSERT_TRUE(wait([&] { return presenter->isSending() && office.asked(Ask::ChangeMeeting) > asked; }));
    }
    /// Whatever the machine is busy with, the session knows that the line was out.
    void mendLine()
    {
        session->refresh();
        ASSERT_TRUE(wait([&] { return !session->connected(); }));
        office.mend();
        session->refresh();
    }
    QString tooLate() const
    {
        return ConductPane::tr("“%1” is over: its end was recorded before it could be taken back.")
            .arg(planned().title);
    }
    bool isOffered() { return part<QPushButton>(u"endMeeting"_s)->isVisible() && !question().isVisible(); }
    /// Goes into a meeting from the list, where that is in front.
    void enter(const QString &title)
    {
        auto *table = part<QTableView>(u"meetingTable"_s);
        for (int row = 0; table->isVisible() && row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, MeetingModel::Title).data().toString().contains(title)) {
                table->selectRow(row);
                QTest::keyClick(table, Qt::Key_Return);
                settle();
            }
        }
    }
};

TEST_F(MeetingEndTest, EndsNothingAgainstTheLastWordWhileTheLineIsOut)
{
    begin();
    conductAs(sato, 3);
    part<QLineEdit>(u"outcomeText"_s)->setText(u"原案のとおり決定"_s);
    part<QPushButton>(u"endMeeting"_s)->click();
    office.cut();

    part<QPushButton>(u"endNow"_s)->click();

    ASSERT_TRUE(wait([&] { return asks(kWaits); }));
    EXPECT_FALSE(part<QPushButton>(u"endNow"_s)->isVisible());
    EXPECT_FALSE(tabs().isVisible() || part<QLineEdit>(u"outcomeText"_s)->isVisible()) << "it would come after the end";
    part<QPushButton>(u"endLater"_s)->click();
    EXPECT_FALSE(question().isVisible());
    EXPECT_TRUE(tabs().isVisible() && part<QLineEdit>(u"outcomeText"_s)->isVisible());
    EXPECT_TRUE(part<QPushButton>(u"endMeeting"_s)->isVisible());
    mendLine();
    ASSERT_TRUE(wait([&] { return now().resolutions.size() == 1u; }));
    settle();
    EXPECT_EQ(now().state, MeetingState::Running) << "what was written is recorded, and the meeting goes on";
}

TEST_F(MeetingEndTest, EndsWhatWasLeftWhileTheLineWasOutAndNothingElse)
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
    ASSERT_TRUE(wait([&] { return asks(kWaits); }));

    Q_EMIT reader().closed();
    mendLine();
    ASSERT_TRUE(wait([&] { return now().state == MeetingState::Closed; })) << "that was the last word";
    ASSERT_TRUE(wait([&] {
        enter(plan.title);
        return part<QPushButton>(u"endMeeting"_s)->isVisible();
    }));
    part<QPushButton>(u"endMeeting"_s)->click();
    EXPECT_TRUE(part<QPushButton>(u"endNow"_s)->isVisible());
    EXPECT_TRUE(part<QPushButton>(u"endNow"_s)->isEnabled());
    settle();
    EXPECT_EQ(meetingOf(office, sato, other)->state, MeetingState::Running);
}

TEST_F(MeetingEndTest, IsDroppedWhereItWasTakenBackOnItsWayAndDidNotGetThrough)
{
    beginAsSecretary();
    office.cut();
    part<QPushButton>(u"endNow"_s)->click();
    ASSERT_TRUE(wait([&] { return asks(kWaits); }));
    holdOnItsWay();

    part<QPushButton>(u"endLater"_s)->click();

    EXPECT_TRUE(asks(kOnItsWay)) << "and not as if it was taken back";
    EXPECT_FALSE(part<QPushButton>(u"endLater"_s)->isVisible());
    office.cut();
    office.release();
    ASSERT_TRUE(wait([&] { return isOffered(); }));
    mendLine();
    settle();
    EXPECT_EQ(now().state, MeetingState::Running);
    EXPECT_TRUE(isOffered());
}

TEST_F(MeetingEndTest, IsSaidWhereItWasTakenBackTooLate)
{
    beginAsSecretary();
    office.cut();
    part<QPushButton>(u"endNow"_s)->click();
    ASSERT_TRUE(wait([&] { return asks(kWaits); }));
    holdOnItsWay();
    const QSignalSpy said(&reader(), &MeetingReader::recorded);

    part<QPushButton>(u"endLater"_s)->click();
    office.release();

    ASSERT_TRUE(wait([&] { return said.count() > 0; }));
    EXPECT_EQ(said[0][0].toString(), tooLate());
    EXPECT_EQ(now().state, MeetingState::Closed);
    EXPECT_FALSE(question().isVisible());
    EXPECT_EQ(said.count(), 1);
}

TEST_F(MeetingEndTest, IsNotSaidToBeTakenBackWhereItMayBeRecorded)
{
    beginAsSecretary();
    office.loseNextAnswer();

    part<QPushButton>(u"endNow"_s)->click();

    ASSERT_TRUE(wait([&] { return asks(kMayBeOver); }));
    office.cut();
    const QSignalSpy said(&reader(), &MeetingReader::recorded);
    part<QPushButton>(u"endLater"_s)->click();
    EXPECT_TRUE(asks(kMayGoOn));
    EXPECT_FALSE(part<QPushButton>(u"endLater"_s)->isVisible());
    session->refresh();
    settle();
    EXPECT_TRUE(asks(kMayGoOn)) << "as long as nobody knows";
    mendLine();
    EXPECT_TRUE(wait([&] { return part<QPushButton>(u"meetingMinutes"_s)->isVisible(); })) << "it was, and is shown";
    ASSERT_EQ(said.count(), 1);
    EXPECT_EQ(said[0][0].toString(), tooLate());
}

TEST_F(MeetingEndTest, IsNotSentOnceMoreWhereItWasTakenBackAndWasNotRecorded)
{
    begin();
    for (const bool isLeft : {false, true}) {
        beginAgain();
        office.failNext(Ask::ChangeMeeting, Error{ErrorCode::OutcomeUnknown, {}, std::nullopt});
        part<QPushButton>(u"endNow"_s)->click();
        ASSERT_TRUE(wait([&] { return asks(kMayBeOver); }));
        office.cut();
        part<QPushButton>(u"endLater"_s)->click();
        if (isLeft)
            Q_EMIT reader().closed();
        settle();
        const int asked = office.asked(Ask::ChangeMeeting);
        mendLine();
        ASSERT_TRUE(isLeft || wait([&] { return isOffered(); }));
        settle();
        EXPECT_EQ(office.asked(Ask::ChangeMeeting), asked);
        EXPECT_EQ(now().state, MeetingState::Running);
    }
}

TEST_F(MeetingEndTest, IsSaidWhereWhoeverTookItBackTooLateHasLeft)
{
    beginAsSecretary();
    office.cut();
    part<QPushButton>(u"endNow"_s)->click();
    ASSERT_TRUE(wait([&] { return asks(kWaits); }));
    holdOnItsWay();

    part<QPushButton>(u"endLater"_s)->click();
    Q_EMIT reader().closed();
    office.release();

    const auto isSaid = [&] {
        return std::ranges::any_of(m_window->meetings()->findChildren<QuietBanner *>(), [&](QuietBanner *one) {
            return one->isVisible() && one->text().contains(tooLate());
        });
    };
    ASSERT_TRUE(wait(isSaid));
    settle();
    session->refresh();
    settle();
    EXPECT_TRUE(isSaid()) << "until it is closed";
    EXPECT_EQ(now().state, MeetingState::Closed);
}

TEST_F(MeetingEndTest, IsSeenByWhoeverComesBackWhileItWaits)
{
    beginAsSecretary();
    const Error gone{ErrorCode::ConnectionLost, {}, std::nullopt};
    office.failNext(Ask::ChangeMeeting, gone, 1'000);
    part<QPushButton>(u"endNow"_s)->click();
    ASSERT_TRUE(wait([&] { return asks(kWaits); }));
    Q_EMIT reader().closed();
    settle();

    ASSERT_TRUE(wait([&] {
        enter(now().title);
        return asks(kWaits);
    }));
    part<QPushButton>(u"endLater"_s)->click();
    EXPECT_TRUE(isOffered());
    office.failNext(Ask::ChangeMeeting, gone);
    EXPECT_FALSE(meet(office, kato, m_id, agendaItem(3))); // the last that fails
    Q_EMIT session->connectionRestored();
    settle();
    EXPECT_EQ(now().state, MeetingState::Running);
}

TEST_F(MeetingEndTest, IsSeenWithoutALineAndShownOnceItIsRecorded)
{
    beginAsSecretary();
    office.cut();
    part<QPushButton>(u"endNow"_s)->click();
    ASSERT_TRUE(wait([&] { return asks(kWaits); }));
    const QString title = meetingOf(office, kato, m_id)->title;
    Q_EMIT reader().closed();
    settle();

    ASSERT_TRUE(wait([&] {
        enter(title);
        return asks(kWaits);
    })) << "of the meeting as it lies on this computer";
    EXPECT_TRUE(question().isVisible() && part<QPushButton>(u"endLater"_s)->isVisible());
    mendLine();
    ASSERT_TRUE(wait([&] { return part<QPushButton>(u"meetingMinutes"_s)->isVisible(); }));
    EXPECT_EQ(now().state, MeetingState::Closed);
    EXPECT_FALSE(question().isVisible());
}

TEST_F(MeetingEndTest, IsWhereOneIsAgainWhenTheDraftOfItsMinutesIsThrownAway)
{
    begin();
    ASSERT_TRUE(meet(office, sato, m_id, SetState{MeetingState::Closed}));
    const CaseId draft = office.draft(sato, {});
    readAs(sato);
    answers.confirmed = true;
    Q_EMIT reader().minutesDrafted(draft);
    auto *discard = find<QPushButton>(*m_window, u"discardButton"_s);
    ASSERT_TRUE(wait([&] { return discard->isVisible() && discard->isEnabled(); }));

    discard->click();

    EXPECT_TRUE(wait([&] { return reader().isVisible(); }));
}

} // namespace kessai::test
