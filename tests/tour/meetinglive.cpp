// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetinglive.h"

#include "core/services/caseview.h"
#include "tests/tour/tour.h"
#include "ui/meetings/bookpanes.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/meetingreader.h"
#include "ui/meetings/meetingspage.h"
#include "ui/shell/desksession.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/officepage.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>

#include <algorithm>

namespace kessai::tour {

namespace {

enum ConductTab { Speaking = 1, Voting = 2, Outcome = 3 };

} // namespace

MeetingReader *Tour::meetingReader() const
{
    return m_window->officePage() ? m_window->officePage()->meetings()->reader() : nullptr;
}

/// Whoever holds a post.
Person Tour::headOf(const QString &post)
{
    const Office &office = *m_window->session()->info().office;
    for (const Staff &staff : office.allStaff()) {
        for (const PostId held : office.postsOf(staff.id)) {
            if (postLabel(office, held) == post)
                return {staff.login, staff.name(), post};
        }
    }
    m_stage.fail(QStringLiteral("somebody who is %1").arg(post));
    return {};
}

void Tour::openConductTab(int tab)
{
    if (auto *tabs = m_stage.find<QTabBar>(QStringLiteral("conductTabs")))
        tabs->setCurrentIndex(tab);
    m_stage.settle(200);
}

/// Opens the clerk's meeting from the list, among whatever others there are.
void Tour::openMeeting()
{
    goTo(QStringLiteral("meetings"));
    m_stage.waitFor(QStringLiteral("the meeting in the list"), [this] {
        auto *table = m_stage.window()->findChild<QTableView *>(QStringLiteral("meetingTable"));
        if (!table || !table->isVisible())
            return false;
        const QModelIndexList rows = table->model()->match(table->model()->index(0, MeetingModel::Title),
                                                           Qt::DisplayRole, kMeetingTitle, 1, Qt::MatchStartsWith);
        if (!rows.isEmpty())
            table->setCurrentIndex(rows.front());
        return !rows.isEmpty();
    });
    m_stage.focus(QStringLiteral("meetingTable"));
    m_stage.press(Qt::Key_Return);
}

/// The clerk begins the meeting, notes who is there and puts a question to the vote.
void Tour::runMeeting()
{
    m_stage.click(QStringLiteral("editMeeting"));
    m_stage.clickMenu(QStringLiteral("meetingMore"), [](QWidget *menu) {
        qobject_cast<QMenu *>(menu)->actions().front()->trigger(); // Begin the meeting
        menu->close();
    });
    m_stage.settle(500);
    MeetingReader *reader = meetingReader();
    m_stage.waitFor(QStringLiteral("the meeting runs"),
                    [reader] { return reader && reader->isVisible() && reader->live().seat().isPresenting(); });
    if (!m_stage.ok())
        return;
    reader->panes().current().showPage({m_paper, 1});
    m_stage.click(QStringLiteral("allPresent"));
    m_stage.waitFor(QStringLiteral("everybody is there"), [this] {
        const auto *all = m_stage.window()->findChild<QPushButton *>(QStringLiteral("allPresent"));
        return all && !all->isVisible();
    });
    m_stage.waitFor(QStringLiteral("the page presented"), [reader] { return !reader->book().isWaiting(); });
    m_stage.settle(600);
    m_stage.picture(QStringLiteral("meeting-presenting"));
    openConductTab(Outcome);
    m_stage.fill(QStringLiteral("outcomeText"), QStringLiteral("編成方針は原案のとおりとする"));
    m_stage.click(QStringLiteral("recordOutcome"));
    m_stage.settle(400);
    if (auto *kind = m_stage.find<QComboBox>(QStringLiteral("outcomeKind")))
        kind->setCurrentIndex(1);
    m_stage.fill(QStringLiteral("outcomeText"), QStringLiteral("各課に概算要求の様式を送る"));
    m_stage.fill(QStringLiteral("actionOwner"), m_findings.clerk.name);
    m_stage.press(Qt::Key_Return);
    m_stage.enter(m_window); // the offscreen platform does not come back from the list of matches by itself
    m_stage.click(QStringLiteral("recordOutcome"));
    m_stage.settle(600);
    m_stage.picture(QStringLiteral("meeting-outcome"));
    openConductTab(Voting);
    m_stage.fill(QStringLiteral("voteText"), QStringLiteral("照明の更新を来年度に行うことでよいか"));
    m_stage.click(QStringLiteral("openVote"));
    m_stage.settle(700);
    m_stage.picture(QStringLiteral("meeting-vote"));
}

/// A member follows the presenter, asks to speak and votes.
void Tour::takePart(const Person &member)
{
    signIn(member);
    openMeeting();
    MeetingReader *reader = meetingReader();
    m_stage.waitFor(QStringLiteral("somebody to follow"),
                    [reader] { return reader && reader->isVisible() && reader->live().seat().isPresented(); });
    if (!m_stage.ok())
        return;
    reader->takeFocus();
    m_stage.press(Qt::Key_F);
    m_stage.press(Qt::Key_R);
    m_stage.click(QStringLiteral("voteYes"));
    m_stage.waitFor(QStringLiteral("the presenter's page"), [reader, paper = m_paper] {
        return reader->panes().current().currentPage() == BookPage{paper, 1} && !reader->book().isWaiting();
    });
    m_stage.settle(1200);
    m_stage.picture(QStringLiteral("meeting-running"));
}

/// The clerk closes the vote, ends the meeting and drafts its minutes; what they were asked for is above their tray.
void Tour::endMeeting()
{
    signIn(m_findings.clerk);
    m_stage.waitFor(QStringLiteral("what the clerk was asked for"), [this] {
        const auto strips = m_stage.window()->findChildren<QWidget *>(QStringLiteral("actionStrip"));
        return std::any_of(strips.begin(), strips.end(), [](const QWidget *strip) { return strip->isVisible(); });
    });
    m_stage.click(QStringLiteral("actionToggle"));
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("meeting-actions"));
    openMeeting();
    MeetingReader *reader = meetingReader();
    m_stage.waitFor(QStringLiteral("the meeting that still runs"),
                    [reader] { return reader && reader->isVisible() && reader->live().seat().isPresenting(); });
    openConductTab(Speaking);
    m_stage.click(QStringLiteral("nextSpeaker"));
    m_stage.settle(1500);
    m_stage.picture(QStringLiteral("meeting-speaking"));
    openConductTab(Voting);
    m_stage.click(QStringLiteral("closeVote"));
    m_stage.settle(700);
    m_stage.picture(QStringLiteral("meeting-closing"));
    m_stage.click(QStringLiteral("closeVote")); // some have not voted
    m_stage.settle(700);
    m_stage.picture(QStringLiteral("meeting-voted"));
    m_stage.click(QStringLiteral("endMeeting"));
    m_stage.click(QStringLiteral("endNow"));
    m_stage.settle(700);
    m_stage.picture(QStringLiteral("meeting-over"));
    m_stage.click(QStringLiteral("meetingMinutes"));
    m_stage.waitFor(QStringLiteral("the minutes as a draft"), [this] {
        const auto *submit = m_stage.window()->findChild<QPushButton *>(QStringLiteral("submitButton"));
        return submit && submit->isVisible();
    });
    m_stage.settle(700);
    m_stage.picture(QStringLiteral("meeting-minutes"));
}

} // namespace kessai::tour
