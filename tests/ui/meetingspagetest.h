// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/meetings/meetingchanges.h"
#include "tests/support/meetingoffice.h"
#include "tests/ui/officetest.h"
#include "ui/meetings/meetingeditor.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingspage.h"
#include "ui/shell/officepage.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <algorithm>

namespace kessai::test {

/// 会議 in the window, over an office in memory.
class MeetingsPageTest : public OfficeTest {
protected:
    MeetingsPage &openFor(StaffId who)
    {
        m_window = &make<OfficePage>(signIn(who));
        show(*m_window);
        m_window->goTo(QStringLiteral("meetings"));
        settle();
        return *m_window->meetings();
    }
    /// A meeting of Sato's with two items, the first with a paper.
    MeetingId prepared(const QDate &day = SmallOffice::today())
    {
        PlanMeeting plan = planned();
        plan.day = day;
        const MeetingId id = meet(office, sato, std::nullopt, plan)->id;
        EXPECT_TRUE(meet(office, sato, id, agendaItem(1)));
        EXPECT_TRUE(meet(office, sato, id, agendaItem(2, QStringLiteral("庁舎の改修について"))));
        EXPECT_TRUE(meet(office, sato, id, paperPut(1, 1)));
        return id;
    }
    MeetingId published(const QDate &day = SmallOffice::today())
    {
        const MeetingId id = prepared(day);
        EXPECT_TRUE(meet(office, sato, id,
                         InviteMembers{{{sato, MeetingRole::Secretary, {}}, {kato, MeetingRole::Chair, {}}}}));
        EXPECT_TRUE(meet(office, sato, id, SetState{MeetingState::Published}));
        return id;
    }
    MeetingEditor &edit(StaffId who, MeetingId)
    {
        MeetingsPage &page = openFor(who);
        auto *table = find<QTableView>(page, QStringLiteral("meetingTable"));
        QTest::keyClick(table, Qt::Key_Return);
        settle();
        if (!page.editor()->isVisible()) {
            find<QPushButton>(page, QStringLiteral("editMeeting"))->click();
            settle();
        }
        EXPECT_TRUE(page.editor()->isVisible());
        return *page.editor();
    }
    Meeting now(MeetingId id) { return meetingOf(office, sato, id).value(); }
    bool says(QWidget &in, const QString &text)
    {
        const QList<QLabel *> labels = in.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel *one) { return one->isVisible() && one->text().contains(text); });
    }
    MeetingPresenter &presenter() { return *m_window->meetings()->findChild<MeetingPresenter *>(); }
    static QStringList titles(const Meeting &meeting)
    {
        QStringList titles;
        for (const AgendaItem &item : meeting.items) {
            titles += item.title;
            for (const Paper &paper : item.papers)
                titles += paper.title;
        }
        return titles;
    }

    OfficePage *m_window = nullptr;
};

} // namespace kessai::test
