// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/meetings/meetingchanges.h"
#include "tests/support/meetingoffice.h"
#include "tests/ui/officetest.h"
#include "ui/meetings/bookarea.h"
#include "ui/meetings/bookpanes.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/meetinglive.h"
#include "ui/meetings/meetingreader.h"
#include "ui/meetings/meetingspage.h"
#include "ui/shell/officepage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace kessai::test {

/// A meeting that runs, in the window of one of its people; what the others do happens behind it. Sato prepares it, Kato is in the chair,
/// Suzuki is a member.
class MeetingLiveTest : public OfficeTest {
protected:
    void SetUp() override
    {
        OfficeTest::SetUp();
        QApplication::setDoubleClickInterval(0); // what asks within itself is pressed twice at once
        PlanMeeting plan = planned();
        plan.day = SmallOffice::today();
        m_id = meet(office, sato, std::nullopt, plan)->id;
        EXPECT_TRUE(meet(office, sato, m_id, agendaItem(1)));
        EXPECT_TRUE(meet(office, sato, m_id, agendaItem(2, QStringLiteral("庁舎の改修について"))));
        EXPECT_TRUE(meet(office, sato, m_id, paperPut(1, 1)));
        EXPECT_TRUE(meet(office, sato, m_id, paperPut(2, 2)));
        EXPECT_TRUE(meet(office, sato, m_id,
                         InviteMembers{{{sato, MeetingRole::Secretary, {}},
                                        {kato, MeetingRole::Chair, {}},
                                        {suzuki, MeetingRole::Member, {}}}}));
        EXPECT_TRUE(meet(office, sato, m_id, SetState{MeetingState::Published}));
    }
    void TearDown() override
    {
        QApplication::setDoubleClickInterval(m_doubleClick);
        OfficeTest::TearDown();
    }
    void begin()
    {
        ASSERT_TRUE(meet(office, sato, m_id, SetState{MeetingState::Running}));
        ASSERT_TRUE(live(sato, SetPresenter{kato}));
    }
    Result<LiveMeeting> live(StaffId who, const LiveChange &change)
    {
        return meetingDesk(office, who)->changeLive(m_id, change);
    }
    LiveMeeting liveNow(StaffId who) { return meetingDesk(office, who)->live(m_id).value(); }
    void there(StaffId who)
    {
        ASSERT_TRUE(meet(office, who, m_id, NoteAttendance{{{who, AttendanceState::Present, -1}}}));
    }
    Meeting now() { return meetingOf(office, sato, m_id).value(); }
    void readAs(StaffId who, int pages = 4)
    {
        m_window = &make<OfficePage>(signIn(who));
        show(*m_window);
        m_window->goTo(QStringLiteral("meetings"));
        settle();
        QTest::keyClick(part<QTableView>(QStringLiteral("meetingTable")), Qt::Key_Return);
        settle();
        ASSERT_TRUE(wait([&] { return reader().isVisible() && reader().book().pageCount() == pages; }));
    }
    template <class W>
    W *part(const QString &name)
    {
        return find<W>(*m_window->meetings(), name);
    }
    bool isOffered(const QString &name) { return part<QToolButton>(name)->isVisible(); }
    QTabBar &tabs() { return *part<QTabBar>(QStringLiteral("conductTabs")); }
    void openTab(int tab) { tabs().setCurrentIndex(tab); }
    /// With what the meeting is conducted from beside the pages.
    void conductAs(StaffId who, int tab)
    {
        readAs(who);
        ASSERT_TRUE(wait([&] { return seat().isRunning(); }));
        if (!tabs().isVisible())
            part<QToolButton>(QStringLiteral("conductButton"))->click();
        openTab(tab);
        settle();
    }
    MeetingReader &reader() { return *m_window->meetings()->reader(); }
    LiveSeat &seat() { return reader().live().seat(); }
    BookView &view() { return reader().panes().current(); }
    bool isAt(BookPage page)
    {
        return wait([&] { return view().currentPage() == page; });
    }
    /// A button that asks within itself.
    void pressTwice(const QString &name)
    {
        part<QAbstractButton>(name)->click();
        settle();
        part<QAbstractButton>(name)->click();
    }
    QString words() { return part<QLabel>(QStringLiteral("liveWords"))->text(); }

    const int m_doubleClick = QApplication::doubleClickInterval();
    MeetingId m_id{0};
    OfficePage *m_window = nullptr;
};

} // namespace kessai::test
