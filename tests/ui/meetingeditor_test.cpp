// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/meetingspagetest.h"
#include "ui/meetings/agendatree.h"
#include "ui/meetings/meetingreader.h"
#include "ui/widgets/navigationlist.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai::test {

TEST_F(MeetingsPageTest, GoesFromTheNameOfAnItemToTheNextByEnter)
{
    const MeetingId id = prepared();
    MeetingEditor &editor = edit(sato, id);
    find<AgendaTree>(editor, u"agendaTree"_s)->setCurrentKey({1, 0});
    auto *title = find<QLineEdit>(editor, u"itemTitle"_s);
    title->setFocus();

    QTest::keyClick(title, Qt::Key_Return);
    settle();
    EXPECT_EQ(title->text(), u"庁舎の改修について"_s);
    QTest::keyClick(title, Qt::Key_Return);
    settle();
    type(title, u"空調の更新"_s);
    QTest::keyClick(title, Qt::Key_Return);
    settle();

    ASSERT_EQ(now(id).items.size(), 4u) << "behind the last one comes a new one";
    EXPECT_EQ(now(id).items[2].title, u"空調の更新"_s);
    EXPECT_TRUE(title->hasFocus());
    EXPECT_EQ(title->selectedText(), title->text()) << "whose name is written next";
}

TEST_F(MeetingsPageTest, KeepsThoseChosenAndTheFocusWhenTheirRoleChanges)
{
    const MeetingId id = published();
    MeetingEditor &editor = edit(sato, id);
    find<QTabBar>(editor, u"editorTabs"_s)->setCurrentIndex(1);
    auto *table = find<QTableView>(editor, u"memberTable"_s);
    auto *role = find<QComboBox>(editor, u"memberRole"_s);
    const auto rowOf = [&](StaffId who) {
        const std::vector<MeetingMember> members = now(id).members;
        return int(std::ranges::find(members, who, &MeetingMember::who) - members.begin());
    };
    table->selectRow(rowOf(kato));
    role->setFocus();

    role->setCurrentIndex(role->findData(int(MeetingRole::Observer)));
    Q_EMIT role->activated(role->currentIndex());
    settle();

    EXPECT_EQ(now(id).member(kato)->role, MeetingRole::Observer);
    EXPECT_TRUE(role->hasFocus());
    const QModelIndexList rows = table->selectionModel()->selectedRows();
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows.front().row(), rowOf(kato));

    find<QPushButton>(editor, u"removeMember"_s)->setFocus();
    find<QPushButton>(editor, u"removeMember"_s)->click();
    settle();
    EXPECT_FALSE(now(id).member(kato));
    EXPECT_TRUE(table->hasFocus()) << "nobody is chosen any more";
}

TEST_F(MeetingsPageTest, SaysWhatBecomesOfPrivateNotes)
{
    const MeetingId id = prepared();
    MeetingEditor &editor = edit(sato, id);
    auto *ends = find<QCheckBox>(editor, u"meetingEndInk"_s);
    auto *days = find<QSpinBox>(editor, u"meetingInkDays"_s);
    EXPECT_FALSE(ends->isChecked());
    EXPECT_FALSE(days->isEnabled());

    ends->click();
    settle();
    EXPECT_EQ(now(id).rules.inkDays, 30) << "what is proposed";
    const int before = now(id).seq;
    for (int value = 29; value >= 7; --value)
        days->setValue(value);
    EXPECT_TRUE(wait([&] { return now(id).rules.inkDays == 7; }));
    EXPECT_EQ(now(id).seq, before + 1) << "not each step of the arrows";
    ends->click();
    settle();
    EXPECT_EQ(now(id).rules.inkDays, kInkStays);
}

TEST_F(MeetingsPageTest, BeginsOnItsDayAndSaysWhenItIsOver)
{
    const MeetingId id = published();
    MeetingEditor &editor = edit(sato, id);
    auto *begin = find<QPushButton>(editor, u"beginHere"_s);
    ASSERT_TRUE(begin->isVisible());

    const int doubleClick = QApplication::doubleClickInterval();
    QApplication::setDoubleClickInterval(0);
    begin->click();
    settle();
    EXPECT_EQ(now(id).state, MeetingState::Published) << "one stray click begins nothing";
    begin->click();
    QApplication::setDoubleClickInterval(doubleClick);
    settle();
    EXPECT_EQ(now(id).state, MeetingState::Running);
    EXPECT_TRUE(m_window->meetings()->reader()->isVisible()) << "it is held where one reads";
    ASSERT_TRUE(meet(office, sato, id, SetState{MeetingState::Closed}));
    session->refresh();
    settle();
    find<QPushButton>(*m_window->meetings(), u"editMeeting"_s)->click();
    settle();

    EXPECT_FALSE(find<QPushButton>(editor, u"addItem"_s)->isVisible());
    EXPECT_EQ(find<QLabel>(editor, u"agendaHint"_s)->text(),
              u"The meeting is over: its agenda and papers stay as they are."_s);
}

TEST_F(MeetingsPageTest, FitsASmallWindow)
{
    const MeetingId id = published();
    MeetingsPage &page = openFor(sato);
    m_window->resize(911, 512);
    settle();

    EXPECT_LE(page.minimumSizeHint().width(), page.parentWidget()->parentWidget()->width()) << "the list";
    const auto *nav = m_window->findChild<NavigationList *>();
    const QRect place = nav->placeRect(u"meetings"_s);
    EXPECT_TRUE(place.top() >= 0 && place.bottom() < nav->viewport()->height()) << "where one is is in sight";
    MeetingEditor &editor = edit(sato, id);
    for (const char *name : {"meetingMayPrint", "meetingWatermark", "meetingEndInk", "meetingInkDays"}) {
        const QWidget *field = find<QWidget>(editor, QLatin1String(name));
        EXPECT_LE(field->mapTo(&editor, QPoint(field->minimumSizeHint().width(), 0)).x(), editor.width()) << name;
    }
}

TEST_F(MeetingsPageTest, TellsWhoOpensAPaperWhileOneLooks)
{
    const MeetingId id = published();
    MeetingEditor &editor = edit(sato, id);
    find<AgendaTree>(editor, u"agendaTree"_s)->setCurrentKey({1, 1});
    settle();
    const QString name = session->info().office->staff(kato)->name();
    QSignalSpy told(&presenter(), &MeetingPresenter::openedRead);

    ASSERT_TRUE(meetingDesk(office, kato)->openedPaper(id, 1, 1));

    EXPECT_TRUE(wait([&] { return !told.isEmpty(); }, 15'000)) << "without anything done here";
    EXPECT_TRUE(wait([&] { return says(editor, name); }));
    told.clear();
    presenter().readOpened();
    settle();
    EXPECT_TRUE(told.isEmpty()) << "it is no news";
}

TEST_F(MeetingsPageTest, HidesAnItemFromWhomTheKeyboardChooses)
{
    const MeetingId id = prepared();
    ASSERT_TRUE(meet(
        office, sato, id,
        InviteMembers{
            {{sato, MeetingRole::Secretary, {}}, {kato, MeetingRole::Chair, {}}, {suzuki, MeetingRole::Member, {}}}}));
    MeetingEditor &editor = edit(sato, id);
    find<AgendaTree>(editor, u"agendaTree"_s)->setCurrentKey({2, 0});
    auto *hide = find<QComboBox>(editor, u"hideFrom"_s);
    ASSERT_EQ(hide->count(), 3);

    hide->setFocus();
    QTest::keyClick(hide, Qt::Key_Down);
    settle();
    EXPECT_TRUE(now(id).item(2)->hiddenFrom.empty()) << "stepping through the names hides it from nobody";
    QAbstractItemView *list = hide->view();
    ASSERT_TRUE(wait([&] { return list->isVisible(); }));
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    settle();

    EXPECT_EQ(now(id).item(2)->hiddenFrom, std::vector<StaffId>{suzuki});
}

TEST_F(MeetingsPageTest, LeavesWhatIsTypedWhereNobodyIsMeantYet)
{
    const MeetingId id = prepared();
    MeetingEditor &editor = edit(sato, id);
    auto *whom = find<QComboBox>(editor, u"invite"_s);
    auto *count = find<QLabel>(editor, u"memberCount"_s);
    const auto members = now(id).members.size();

    for (const QString &typed : {u"存在しない人"_s, u"課"_s}) {
        whom->setEditText(typed);
        QTest::keyClick(whom->lineEdit(), Qt::Key_Return);
        settle();
        EXPECT_EQ(whom->currentText(), typed);
        EXPECT_TRUE(count->text().contains(typed)) << qPrintable(count->text());
    }
    EXPECT_EQ(now(id).members.size(), members);
}

TEST_F(MeetingsPageTest, LeavesAFieldByEscBeforeThePage)
{
    const MeetingId id = prepared();
    MeetingEditor &editor = edit(sato, id);
    QSignalSpy closed(&editor, &MeetingEditor::closed);
    find<AgendaTree>(editor, u"agendaTree"_s)->setCurrentKey({1, 0});
    auto *title = find<QLineEdit>(editor, u"itemTitle"_s);
    title->setFocus();

    QTest::keyClick(title, Qt::Key_Escape);
    EXPECT_EQ(closed.size(), 0);
    EXPECT_FALSE(title->hasFocus());
    QTest::keyClick(&editor, Qt::Key_Escape);
    EXPECT_EQ(closed.size(), 1);
}

} // namespace kessai::test
