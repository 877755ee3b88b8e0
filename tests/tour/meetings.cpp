// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/paperpdf.h"
#include "tests/tour/tour.h"
#include "ui/meetings/agendatree.h"
#include "ui/meetings/bookarea.h"
#include "ui/meetings/bookpanes.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/inkchoice.h"
#include "ui/meetings/meetingeditor.h"
#include "ui/meetings/meetingink.h"
#include "ui/meetings/meetingreader.h"
#include "ui/meetings/meetingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/officepage.h"

#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QUrl>

namespace kessai::tour {

namespace {

/// Drops files of the file manager on an item of the agenda.
void dropOn(AgendaTree &tree, int row, const QStringList &paths)
{
    QMimeData files;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    files.setUrls(urls);
    tree.model()->dropMimeData(&files, Qt::CopyAction, -1, -1, tree.model()->index(row, 0));
}

/// A paper of the meeting by its title; files come in the order of their names.
int paperCalled(const Meeting &meeting, const QString &title)
{
    for (const AgendaItem &item : meeting.items) {
        for (const Paper &paper : item.papers) {
            if (paper.title == title)
                return paper.id;
        }
    }
    return 0;
}

int papersIn(const AgendaTree &tree)
{
    int papers = 0;
    for (int row = 0; row < tree.model()->rowCount(); ++row)
        papers += tree.model()->rowCount(tree.model()->index(row, 0));
    return papers;
}

} // namespace

/// The clerk makes a meeting as its secretary, drops its papers on the agenda and publishes it.
void Tour::prepareMeeting()
{
    goTo(QStringLiteral("meetings"));
    m_stage.settle(800);
    m_stage.picture(QStringLiteral("meetings"));
    m_stage.click(QStringLiteral("newMeeting"));
    m_stage.type(kMeetingTitle);
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("meeting-new"));
    m_stage.click(QStringLiteral("createMeeting"));
    const auto *add = m_stage.find<QPushButton>(QStringLiteral("addItem"));
    m_stage.waitFor(QStringLiteral("a meeting with an agenda to write"), [add] { return add && add->isEnabled(); });
    const auto addItem = [this](const QString &title) {
        m_stage.click(QStringLiteral("addItem"));
        m_stage.waitFor(QStringLiteral("the title of a new item"), [this] {
            const auto *edit = m_stage.window()->findChild<QLineEdit *>(QStringLiteral("itemTitle"));
            return edit && edit->hasFocus();
        });
        m_stage.type(title);
        m_stage.press(Qt::Key_Tab); // Enter begins the next one
        m_stage.settle(300);
    };
    addItem(QStringLiteral("令和9年度 当初予算の編成方針について"));
    addItem(QStringLiteral("庁舎照明のLED化について"));
    auto *tree = m_stage.find<AgendaTree>(QStringLiteral("agendaTree"));
    if (!m_stage.ok())
        return;
    dropOn(*tree, 0,
           {test::writePaper(m_scratch.path(), QStringLiteral("予算編成方針.pdf"),
                             {QStringLiteral("予算編成の基本方針"), QStringLiteral("歳入の見通し"),
                              QStringLiteral("歳出の見直し"), QStringLiteral("各課への依頼")}),
            test::writePaper(m_scratch.path(), QStringLiteral("財政見通し.pdf"),
                             {QStringLiteral("中期財政の見通し"), QStringLiteral("基金の残高")})});
    m_stage.waitFor(QStringLiteral("two papers in place"), [tree] { return papersIn(*tree) == 2; });
    dropOn(*tree, 1,
           {test::writePaper(m_scratch.path(), QStringLiteral("照明の更新.pdf"),
                             {QStringLiteral("更新の対象"), QStringLiteral("費用と効果")})});
    m_stage.waitFor(QStringLiteral("three papers in place"), [tree] { return papersIn(*tree) == 3; });
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("meeting-agenda"));
    m_paper = paperCalled(tree->agenda().meeting(), QStringLiteral("予算編成方針"));
    auto *tabs = m_stage.find<QTabBar>(QStringLiteral("editorTabs"));
    if (!m_stage.ok())
        return;
    tabs->setCurrentIndex(1);
    m_stage.fill(QStringLiteral("invite"), QStringLiteral("総務課の全員"));
    m_stage.press(Qt::Key_Return);
    m_stage.enter(m_window); // the offscreen platform does not come back from the list of matches by itself
    m_stage.settle(700);
    m_stage.picture(QStringLiteral("meeting-members"));
    m_stage.click(QStringLiteral("publishMeeting"));
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("meeting-publish"));
    m_stage.click(QStringLiteral("publishNow"));
    m_stage.settle(500);
}

/// They read it as a book and write on a page; the paper is replaced, and what was written moves with the page.
void Tour::readMeeting()
{
    m_stage.click(QStringLiteral("readBook"));
    MeetingReader *reader = m_window->officePage() ? m_window->officePage()->meetings()->reader() : nullptr;
    m_stage.waitFor(QStringLiteral("the first pages of the book"), [reader] {
        return reader && reader->isVisible() && reader->book().pageCount() == 8 && !reader->book().isWaiting();
    });
    if (!m_stage.ok())
        return;
    m_stage.settle(900);
    m_stage.picture(QStringLiteral("meeting-reading"));
    reader->panes().current().showPage({m_paper, 1});
    m_stage.waitFor(QStringLiteral("the second page"), [reader] { return !reader->book().isWaiting(); });
    m_stage.settle(400);
    reader->ink().choice().setTool(InkTool::Pen);
    QWidget *pages = reader->panes().current().pageArea().viewport();
    const QPoint middle = pages->rect().center();
    QTest::mousePress(pages, Qt::LeftButton, {}, middle + QPoint(-90, -20));
    for (int x = -90; x <= 90; x += 6)
        QTest::mouseMove(pages, middle + QPoint(x, x % 12 ? -18 : -22));
    QTest::mouseRelease(pages, Qt::LeftButton, {}, middle + QPoint(90, -20));
    m_stage.waitFor(QStringLiteral("what was written is stored"), [reader] {
        return reader->ink().layer() && reader->ink().layer()->all().size() == 1
            && reader->ink().keeper().state() == InkKeeper::State::Stored;
    });
    reader->ink().choice().setTool(InkTool::Hand);
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("meeting-ink"));
    reader->panes().addPane();
    m_stage.waitFor(QStringLiteral("two papers side by side"),
                    [reader] { return reader->panes().paneCount() == 2 && !reader->book().isWaiting(); });
    m_stage.settle(700);
    m_stage.picture(QStringLiteral("meeting-beside"));
    reader->panes().closePane(reader->panes().current());
    m_stage.settle(300);
}

void Tour::replacePaper()
{
    m_stage.click(QStringLiteral("editMeeting"));
    auto *tree = m_stage.find<AgendaTree>(QStringLiteral("agendaTree"));
    if (!m_stage.ok())
        return;
    tree->setCurrentKey({1, m_paper});
    m_stage.settle(200);
    m_stage.answerOpenPaths({test::writePaper(m_scratch.path(), QStringLiteral("予算編成方針（差替）.pdf"),
                                              {QStringLiteral("予算編成の基本方針"), QStringLiteral("国の動き"),
                                               QStringLiteral("歳入の見通し"), QStringLiteral("各課への依頼")})});
    m_stage.click(QStringLiteral("putPaper"));
    m_stage.answerOpenPaths({});
    m_stage.waitFor(QStringLiteral("what becomes of the pages"), [this] {
        return m_stage.window()->findChild<QPushButton *>(QStringLiteral("intakeConfirm")) != nullptr;
    });
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("meeting-replace"));
    m_stage.click(QStringLiteral("intakeConfirm"));
    m_stage.settle(1000);
    m_stage.click(QStringLiteral("readBook"));
    MeetingReader *reader = m_window->officePage()->meetings()->reader();
    m_stage.waitFor(QStringLiteral("ink that moved with its page"), [reader, paper = m_paper] {
        const auto *layer = reader->ink().layer();
        return layer && layer->all().size() == 1 && layer->all().front().at == BookPage{paper, 2};
    });
    reader->panes().current().showPage({m_paper, 2});
    m_stage.waitFor(QStringLiteral("the page it moved to"), [reader] { return !reader->book().isWaiting(); });
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("meeting-ink-moved"));
}

void Tour::holdMeeting()
{
    if (!m_stage.ok() || atServer())
        return; // a trial office alone suggests whom to be
    m_stage.say(QStringLiteral("Preparing and reading a meeting"));
    signIn(suggested(QStringLiteral("会計課長")));
    goTo(QStringLiteral("meetings"));
    m_stage.settle(800);
    m_stage.picture(QStringLiteral("meetings-of-a-head"));
    signIn(m_findings.clerk);
    prepareMeeting();
    if (m_stage.ok())
        readMeeting();
    if (m_stage.ok())
        replacePaper();
    if (m_stage.ok())
        runMeeting();
    if (m_stage.ok())
        takePart(headOf(QStringLiteral("総務課長")));
    if (m_stage.ok())
        endMeeting();
    m_stage.press(Qt::Key_Escape);
    m_stage.settle(300);
    goTo(QStringLiteral("tray"));
}

} // namespace kessai::tour
