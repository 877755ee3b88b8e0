// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/minutes.h"

#include "tests/core/meetings/runningmeeting.h"

// Which case has a meeting's minutes, and what follows from it.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

const QDate kHeldOn(2026, 12, 1);

Instant heldAt(int hour, int minute, const QDate &day = kHeldOn)
{
    return Instant::fromTokyo(day, QTime(hour, minute));
}

class MeetingMinutes : public ::testing::Test, public RunningMeeting {
protected:
    Meeting held(Instant begun = heldAt(9, 0), Instant closed = heldAt(10, 0))
    {
        Meeting whole = meeting();
        whole.state = MeetingState::Closed;
        whole.begunAt = begun;
        whole.closedAt = closed;
        whole.minutes = CaseId(7);
        return whole;
    }
    static MinutesCase minutes()
    {
        return {kMinutesForm, u"庁議 会議録（令和8年12月1日）"_s, heldAt(11, 0), heldAt(17, 30)};
    }
    static QString when(const Meeting &meeting)
    {
        return minutesText(meeting, [](StaffId) { return QString(); }).section(u'\n', 2, 2);
    }
};

} // namespace

TEST_F(MeetingMinutes, AreFiledWhenTheMeetingIsOver)
{
    EXPECT_EQ(act(secretary, FileMinutes{CaseId(7)}), u"WrongState"_s);
    done(secretary, SetState{MeetingState::Closed});
    EXPECT_EQ(act(secretary, FileMinutes{CaseId(7)}), QString());
    EXPECT_GT(meeting().closedAt, meeting().begunAt);
    EXPECT_GT(meeting().begunAt, Instant(0));
}

TEST_F(MeetingMinutes, AreOfTheMeetingTheyName)
{
    const auto code = [this](MinutesCase one) {
        const Result<> may = checkMinutes(held(), one);
        return may ? QString() : toCode(may.error().code);
    };
    EXPECT_EQ(code(minutes()), QString());

    MinutesCase other = minutes();
    other.form = u"leave"_s;
    EXPECT_EQ(code(other), u"Invalid"_s);
    other = minutes();
    other.title = u"部長会議 会議録"_s;
    EXPECT_EQ(code(other), u"Invalid"_s);
    other.title.clear();
    EXPECT_EQ(code(other), u"Invalid"_s);
    other.title = u"庁"_s;
    EXPECT_EQ(code(other), u"Invalid"_s) << "a part of its name is not its name";
    other.title = u"庁議 会議録（令和8年12月8日）"_s;
    EXPECT_EQ(code(other), u"Invalid"_s) << "the one a week later";
    other = minutes();
    other.submittedAt = heldAt(9, 59);
    EXPECT_EQ(code(other), u"Invalid"_s) << "before it was over";
    other.submittedAt = Instant(0);
    EXPECT_EQ(code(other), QString()) << "a draft";
    other.elsewhere = true;
    EXPECT_EQ(code(other), u"Invalid"_s);
}

TEST_F(MeetingMinutes, OfALongTitleNameWhatFits)
{
    Meeting whole = held();
    whole.title = QString(150, u'議');
    MinutesCase one = minutes();
    one.title = minutesTitle(whole).left(100);

    EXPECT_TRUE(checkMinutes(whole, one));
    one.title.chop(1);
    EXPECT_FALSE(checkMinutes(whole, one)) << "there was room for more";
    whole.title = QString(97, u'議');
    one.title = minutesTitle(whole).left(100);
    EXPECT_TRUE(checkMinutes(whole, one)) << "though there was none for its day";
}

TEST_F(MeetingMinutes, EndPrivateInkSoManyDaysAfterTheyWereDecided)
{
    Meeting whole = held();
    EXPECT_EQ(inkEndOf(whole, minutes()), std::nullopt) << "it stays";

    whole.rules.inkDays = 30;
    EXPECT_EQ(inkEndOf(whole, minutes()), QDate(2026, 12, 31));
    whole.rules.inkDays = 0;
    EXPECT_EQ(inkEndOf(whole, minutes()), kHeldOn);
    MinutesCase other = minutes();
    other.decidedAt = Instant(0);
    EXPECT_EQ(inkEndOf(whole, other), std::nullopt);
    other = minutes();
    other.title = u"出張の復命"_s;
    EXPECT_EQ(inkEndOf(whole, other), std::nullopt) << "no minutes of this meeting";
}

TEST_F(MeetingMinutes, ListNoPaperThatWasNeverHandedIn)
{
    done(secretary,
         AskPaper{.paper = 3, .item = 1, .title = u"来年度の見通し"_s, .responsible = member, .due = kHeldOn});

    const QString text = minutesText(held(), [](StaffId) { return QString(); });

    EXPECT_TRUE(text.contains(u"資料1-1　資料 1"_s)) << qPrintable(text);
    EXPECT_FALSE(text.contains(u"来年度の見通し"_s));
}

TEST_F(MeetingMinutes, TellWhenItWasHeld)
{
    EXPECT_EQ(when(held()), u"1　日時　令和8年12月1日（火）　9時00分から10時00分まで"_s);
    EXPECT_EQ(when(held(heldAt(9, 4), heldAt(10, 35))),
              u"1　日時　令和8年12月1日（火）　9時04分から10時35分まで（予定　9時00分から10時00分まで）"_s);
    EXPECT_EQ(
        when(held(heldAt(9, 4, kHeldOn.addDays(1)), heldAt(10, 0, kHeldOn.addDays(1)))),
        u"1　日時　令和8年12月2日（水）　9時04分から10時00分まで（予定　令和8年12月1日（火）　9時00分から10時00分まで）"_s);
    EXPECT_EQ(
        when(held(heldAt(23, 0), heldAt(0, 10, kHeldOn.addDays(1)))),
        u"1　日時　令和8年12月1日（火）　23時00分から令和8年12月2日（水）　0時10分まで（予定　9時00分から10時00分まで）"_s);
}

} // namespace kessai::test
