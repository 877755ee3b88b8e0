// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desksession.h"

#include "tests/ui/officetest.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace kessai::test {

class DeskSessionTest : public OfficeTest {};

TEST_F(DeskSessionTest, KnowsWhoSitsThereAndCountsAtOnce)
{
    office.file(sato, memoFields(u"一"_s));
    DeskSession &mine = signIn(suzuki);
    QSignalSpy lists(&mine, &DeskSession::listsChanged);
    settle();

    EXPECT_EQ(mine.info().me.name(), u"鈴木 健一"_s);
    EXPECT_EQ(mine.info().title, u"係長"_s);
    EXPECT_EQ(mine.pulse().waiting, 1);
    EXPECT_TRUE(mine.connected());
    EXPECT_TRUE(lists.isEmpty()) << "the first answer is no news: the lists are being read anyway";
}

TEST_F(DeskSessionTest, TellsOfNewsOnlyWhenThereIsSome)
{
    DeskSession &mine = signIn(suzuki);
    settle();
    QSignalSpy lists(&mine, &DeskSession::listsChanged);
    QSignalSpy answered(&mine, &DeskSession::refreshed);

    mine.refresh();
    settle();
    EXPECT_EQ(answered.count(), 1);
    EXPECT_TRUE(lists.isEmpty());

    office.file(sato, memoFields(u"一"_s));
    mine.refresh();
    settle();
    EXPECT_EQ(lists.count(), 1);
    EXPECT_EQ(mine.pulse().waiting, 1);

    office.changeConfiguration();
    mine.refresh();
    settle();
    EXPECT_EQ(lists.count(), 2) << "another rule may change what is shown";
}

TEST_F(DeskSessionTest, AsksOnceMoreHoweverOftenItIsToldWhileAsking)
{
    DeskSession &mine = signIn(suzuki);
    settle();
    const int before = office.asked(Ask::Pulse);
    office.hold(Ask::Pulse);

    for (int i = 0; i < 20; ++i)
        mine.refresh();
    office.release();
    settle();

    EXPECT_EQ(office.asked(Ask::Pulse) - before, 2);
}

TEST_F(DeskSessionTest, LosesAndRestoresTheConnection)
{
    DeskSession &mine = signIn(suzuki);
    settle();
    QSignalSpy lost(&mine, &DeskSession::connectionLost);
    QSignalSpy restored(&mine, &DeskSession::connectionRestored);

    office.cut();
    mine.refresh();
    settle();
    EXPECT_EQ(lost.count(), 1);
    EXPECT_FALSE(mine.connected());

    office.mend();
    EXPECT_TRUE(wait([&mine] { return mine.connected(); })) << "it tries again by itself after about a second";
    EXPECT_EQ(restored.count(), 1);
}

TEST_F(DeskSessionTest, AsksWhenItCanBeSeenAgain)
{
    DeskSession &mine = signIn(suzuki);
    settle();
    const int before = office.asked(Ask::Pulse);

    mine.setVisible(true);
    mine.setVisible(false);
    settle();
    EXPECT_EQ(office.asked(Ask::Pulse), before);

    mine.setVisible(true);
    settle();
    EXPECT_EQ(office.asked(Ask::Pulse), before + 1);
}

TEST_F(DeskSessionTest, AnOwnChangeIsHeardAtOnce)
{
    DeskSession &mine = signIn(suzuki);
    settle();
    QSignalSpy changed(&mine, &DeskSession::caseChanged);
    QSignalSpy lists(&mine, &DeskSession::listsChanged);
    const int before = office.asked(Ask::Pulse);

    mine.noteChange(CaseId(7));
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(lists.count(), 1);
    settle();
    EXPECT_EQ(office.asked(Ask::Pulse), before + 1);
}

TEST_F(DeskSessionTest, SaysThatTheOfficeDoesNotAnswerUntilItDoes)
{
    DeskSession &mine = signIn(suzuki);
    settle();
    mine.setPatience(50);
    office.hold(Ask::Pulse);

    mine.refresh();
    ASSERT_TRUE(wait([&] { return mine.isUnanswered(); }));
    EXPECT_TRUE(mine.connected()) << "no line is broken";
    QSignalSpy answered(&mine, &DeskSession::refreshed);
    office.release();

    EXPECT_TRUE(wait([&] { return !mine.isUnanswered() && answered.count() > 0; }));
}

} // namespace kessai::test
