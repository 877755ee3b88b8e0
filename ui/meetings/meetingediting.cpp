// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs.h"
#include "ui/meetings/agendapane.h"
#include "ui/meetings/agendatree.h"
#include "ui/meetings/headpane.h"
#include "ui/meetings/meetingeditor.h"
#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingwords.h"
#include "ui/meetings/memberspane.h"
#include "ui/meetings/paperintake.h"
#include "ui/shell/desksession.h"
#include "ui/theme/icon.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/secondpress.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

// What the editor shows and does; meetingeditor.cpp puts it together.

namespace kessai {

namespace {

constexpr int kProposedDays = 7;
constexpr int kProposedBegins = 10 * 60;
constexpr int kProposedEnds = 11 * 60;
enum SideTab { HeadTab, MembersTab, AgendaTab };

/// The ids of a list with one of them before the place where another stands now.
std::vector<int> reordered(std::vector<int> ids, int id, int place)
{
    const auto from = std::find(ids.begin(), ids.end(), id);
    const int before = from == ids.end() ? place : int(from - ids.begin());
    std::erase(ids, id);
    const int to = std::clamp(before < place ? place - 1 : place, 0, int(ids.size()));
    ids.insert(ids.begin() + to, id);
    return ids;
}

} // namespace

QStringList missingBeforePublishing(const Meeting &meeting, const std::function<QString(StaffId)> &nameOf)
{
    QStringList missing;
    if (meeting.members.size() < 2)
        missing += MeetingEditor::tr("Nobody else is invited.");
    if (meeting.items.empty())
        missing += MeetingEditor::tr("The agenda is empty.");
    for (const AgendaItem &item : meeting.items) {
        if (item.papers.empty())
            missing += MeetingEditor::tr("Item %1 “%2” has no paper.").arg(QString::number(item.no), item.title);
        for (const Paper &paper : item.papers) {
            if (!paper.files.empty())
                continue;
            const QString words = paper.due > meeting.day
                ? MeetingEditor::tr("%1 “%2” is awaited from %3 until %4, which is after the meeting.")
                : MeetingEditor::tr("%1 “%2” is awaited from %3 until %4.");
            missing += words.arg(paperLabel(item, paper.id), paper.title,
                                 paper.responsible ? nameOf(*paper.responsible) : QString(), longDay(paper.due));
        }
    }
    return missing;
}

QStringList awaitedTooLate(const Meeting &meeting, const QDate &day)
{
    QStringList labels;
    for (const AgendaItem &item : meeting.items) {
        for (const Paper &paper : item.papers) {
            if (paper.files.empty() && paper.due > day)
                labels += paperLabel(item, paper.id);
        }
    }
    return labels;
}

void MeetingEditor::beginNew()
{
    m_banner->clear();
    m_undo->clear();
    m_publishing->hide();
    m_head->forget();
    m_creating = false;
    QDate day = m_session.info().today.addDays(kProposedDays);
    while (day.dayOfWeek() > Qt::Friday)
        day = day.addDays(1);
    m_head->show({.title = {}, .day = day, .begins = kProposedBegins, .ends = kProposedEnds, .room = {}}, false);
    showMeeting(true);
    m_tabs->setCurrentIndex(HeadTab);
}

void MeetingEditor::begin()
{
    m_banner->clear();
    m_beginning->giveUp();
    m_undo->clear();
    m_publishing->hide();
    m_head->forget();
    m_lastItem = m_presenter.meeting().lastItem;
    m_adding = false;
    m_creating = false;
    showMeeting(true);
    m_tabs->setCurrentIndex(HeadTab);
    m_presenter.readOpened();
}

void MeetingEditor::takeFocus()
{
    const Meeting &meeting = m_presenter.meeting();
    if (m_presenter.isOpen() && !meeting.items.empty()) {
        if (m_tree->currentKey() == AgendaKey())
            m_tree->setCurrentKey({meeting.items.front().id, 0});
        m_tree->setFocus(Qt::OtherFocusReason);
    } else if (m_presenter.isOpen()) {
        m_noAgenda->focusButton();
    } else {
        m_head->takeFocus();
    }
}

void MeetingEditor::showMeeting(bool anew)
{
    const Meeting &meeting = m_presenter.meeting();
    const bool begun = m_presenter.isOpen();
    const bool editable = begun && !meeting.damaged && m_presenter.isSecretary()
        && meeting.state != MeetingState::Closed && meeting.state != MeetingState::Dropped;
    if (meeting.damaged)
        m_banner->say(BannerKind::Error, damagedMeetingText(), {}, false);
    if (begun)
        m_head->show({.title = meeting.title,
                      .day = meeting.day,
                      .begins = meeting.begins,
                      .ends = meeting.ends,
                      .room = meeting.room,
                      .rules = meeting.rules},
                     true);
    m_head->setEditable(editable || !begun);
    m_members->show(meeting.members, m_session.info().office, anew);
    m_members->setEditable(editable);
    m_tree->setMeeting(meeting, editable);
    m_agenda->show(meeting, m_tree->currentKey(), m_session.info().office);
    m_agenda->setEditable(editable);
    m_tabs->setTabText(MembersTab, begun ? tr("Members (%1)").arg(meeting.members.size()) : tr("Members"));
    m_tabs->setTabEnabled(MembersTab, begun);
    m_tabs->setTabEnabled(AgendaTab, begun);
    const bool over = begun && (meeting.state == MeetingState::Closed || meeting.state == MeetingState::Dropped);
    m_addItem->setVisible(!over);
    m_addPapers->setVisible(!over);
    m_addItem->setEnabled(editable);
    m_addPapers->setEnabled(editable && !meeting.items.empty());
    m_hint->setText(!over ? tr("PDF files and pictures can be dropped on an item.")
                        : meeting.state == MeetingState::Closed
                        ? tr("The meeting is over: its agenda and papers stay as they are.")
                        : tr("The meeting was called off: nothing in it is changed any more."));
    m_agendaStack->setCurrentIndex(meeting.items.empty() ? 1 : 0);
    if (begun)
        m_noAgenda->setContents(QStringLiteral("list-details"), tr("The agenda is empty"),
                                tr("Add an item, then drop its papers on it."),
                                editable ? tr("Add an item") : QString());
    else
        m_noAgenda->setContents(
            QStringLiteral("presentation"), tr("A new meeting"),
            tr("Write at the right what it is called and when it is. Only you see it until you publish it."));
    if (m_adding && meeting.lastItem > m_lastItem) {
        m_adding = false;
        m_tree->setCurrentKey({meeting.lastItem, 0});
        m_tabs->setCurrentIndex(AgendaTab);
        m_agenda->takeFocus();
    }
    m_lastItem = meeting.lastItem;
    showState();
    if (begun && std::exchange(m_creating, false))
        takeFocus();
}

void MeetingEditor::showState()
{
    const Meeting &meeting = m_presenter.meeting();
    const bool begun = m_presenter.isOpen();
    m_when->setText(begun ? meetingWhen(meeting.day, meeting.begins, meeting.ends, meeting.room) : QString());
    m_state->setVisible(begun);
    m_state->setLook(meetingChip(meeting.state));
    const bool readable = std::any_of(meeting.items.begin(), meeting.items.end(), [](const AgendaItem &item) {
        return std::any_of(item.papers.begin(), item.papers.end(),
                           [](const Paper &paper) { return !paper.files.empty(); });
    });
    m_read->setEnabled(begun && readable);
    m_publish->setVisible(begun && meeting.state == MeetingState::Draft);
    m_begin->setVisible(begun && meeting.state == MeetingState::Published && meeting.day <= m_session.info().today
                        && !meeting.damaged);
    m_begin->setText(m_beginning->isAsking() ? pressToBegin() : tr("Begin the meeting"));
    if (meeting.state != MeetingState::Draft)
        m_publishing->hide();
    m_moreMenu->clear();
    const auto offer = [this](const char *iconName, const QString &text, MeetingState to, const QString &done) {
        m_moreMenu->addAction(icon(QLatin1String(iconName)), text, this, [this, to, done] { setState(to, done); });
    };
    if (meeting.state == MeetingState::Published)
        m_moreMenu->addAction(icon(QStringLiteral("presentation")), tr("Begin the meeting"), this, [this] {
            if (dialogs().confirm(this, tr("Begin the meeting now? The time goes into the minutes."), tr("Begin")))
                beginMeeting();
        });
    if (meeting.state == MeetingState::Running) {
        offer("check", tr("End the meeting"), MeetingState::Closed, tr("The meeting is over."));
        offer("arrow-back-up", tr("It has not begun yet"), MeetingState::Published, tr("The beginning is taken back."));
    }
    if (meeting.state != MeetingState::Closed && meeting.state != MeetingState::Dropped)
        m_moreMenu->addAction(icon(QStringLiteral("circle-x")), tr("Call the meeting off…"), this, [this] {
            if (dialogs().confirm(
                    this,
                    tr("Call off “%1”? Nothing can be changed in it afterwards.").arg(m_presenter.meeting().title),
                    tr("Call it off")))
                setState(MeetingState::Dropped, tr("The meeting is called off."));
        });
    m_more->setVisible(begun && !m_moreMenu->isEmpty());
}

void MeetingEditor::chosen(AgendaKey key)
{
    m_agenda->show(m_presenter.meeting(), key, m_session.info().office);
    if (key != AgendaKey())
        m_tabs->setCurrentIndex(AgendaTab);
}

void MeetingEditor::addItem()
{
    int no = 0;
    for (const AgendaItem &item : m_presenter.meeting().items)
        no = std::max(no, item.no);
    m_adding = true;
    m_presenter.change(SetItem{0, std::min(no + 1, kMostItemNo), tr("New item"), ItemKind::Report, 0});
}

/// From the name of an item to that of the next one, which is new behind the last.
void MeetingEditor::goToNext(int item)
{
    const auto &items = m_presenter.meeting().items;
    const auto here =
        std::find_if(items.begin(), items.end(), [item](const AgendaItem &one) { return one.id == item; });
    if (here == items.end() || here + 1 == items.end()) {
        addItem();
        return;
    }
    m_tree->setCurrentKey({(here + 1)->id, 0});
    m_agenda->takeFocus();
}

/// The item one is on, or the last one.
int MeetingEditor::itemForFiles() const
{
    if (const int here = m_tree->currentKey().item; here != 0)
        return here;
    const auto &items = m_presenter.meeting().items;
    return items.empty() ? 0 : items.back().id;
}

void MeetingEditor::chooseFiles(int item)
{
    const QStringList paths =
        dialogs().askOpenPaths(this, tr("Papers of the item"), tr("PDF files and pictures (*.pdf *.png *.jpg *.jpeg)"));
    if (!paths.isEmpty())
        addFiles(item, paths);
}

void MeetingEditor::addFiles(int item, const QStringList &paths)
{
    const qsizetype taken = PaperIntake::taken(paths).size();
    if (taken < paths.size())
        m_banner->say(
            BannerKind::Information,
            tr("Papers are PDF files and pictures; %n file(s) are left out.", nullptr, int(paths.size() - taken)));
    m_intake.add(item, paths);
}

void MeetingEditor::chooseFile(int paper)
{
    const QStringList paths =
        dialogs().askOpenPaths(this, tr("The paper's file"), tr("PDF files and pictures (*.pdf *.png *.jpg *.jpeg)"));
    if (!paths.isEmpty())
        m_intake.put(paper, paths.front());
}

/// The items keep the numbers there are, in their new order.
void MeetingEditor::moveItem(int item, int place)
{
    const Meeting meeting = m_presenter.meeting();
    std::vector<int> ids, numbers;
    for (const AgendaItem &one : meeting.items) {
        ids.push_back(one.id);
        numbers.push_back(one.no);
    }
    const std::vector<int> order = reordered(ids, item, place);
    for (size_t i = 0; i < order.size(); ++i) {
        const AgendaItem &one = *meeting.item(order[i]);
        if (one.no != numbers[i])
            m_presenter.change(SetItem{one.id, numbers[i], one.title, one.kind, one.minutes});
    }
}

void MeetingEditor::movePaper(int paper, int item, int place)
{
    const Meeting &meeting = m_presenter.meeting();
    const Paper *moved = meeting.paper(paper);
    const AgendaItem *to = meeting.item(item);
    if (!moved || !to)
        return;
    std::vector<int> ids;
    for (const Paper &one : to->papers)
        ids.push_back(one.id);
    const std::vector<int> order = reordered(ids, paper, place);
    if (order != ids)
        m_presenter.change(PlacePaper{paper, item, moved->title, order});
}

void MeetingEditor::drop(AgendaKey key)
{
    const AgendaItem *item = m_presenter.meeting().item(key.item);
    const Paper *paper = m_presenter.meeting().paper(key.paper);
    // Others may have written on it since.
    const bool isShown = paper && !paper->files.empty() && m_presenter.meeting().state != MeetingState::Draft;
    if (paper)
        m_presenter.drop(DropPaper{key.paper},
                         isShown ? tr("“%1” is dropped. What people wrote on it moves along only when the file is "
                                      "replaced: then undo, and replace it.")
                                       .arg(paper->title)
                                 : tr("“%1” is dropped.").arg(paper->title));
    else if (item)
        m_presenter.drop(DropItem{key.item},
                         item->papers.empty() ? tr("“%1” is dropped.").arg(item->title)
                                              : tr("“%1” is dropped with its papers.").arg(item->title));
}

void MeetingEditor::askToPublish()
{
    const QStringList missing = missingBeforePublishing(
        m_presenter.meeting(), [this](StaffId who) { return memberName(*m_session.info().office, who); });
    m_missing->setText(missing.isEmpty()
                           ? tr("Everything is there.")
                           : tr("Still missing:") + QStringLiteral("\n・") + missing.join(QStringLiteral("\n・")));
    m_missing->setToken(missing.isEmpty() ? Token::SuccessText : Token::WarnText);
    m_publishing->show();
    m_publishing->findChild<QPushButton *>(QStringLiteral("publishNow"))->setFocus(Qt::OtherFocusReason);
}

void MeetingEditor::beginMeeting()
{
    setState(MeetingState::Running, tr("The meeting has begun."));
    Q_EMIT readRequested(0); // where it is held
}

void MeetingEditor::setState(MeetingState to, const QString &done)
{
    m_presenter.change(SetState{to}, done);
}

void MeetingEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_look->start();
}

void MeetingEditor::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_look->stop();
}

void MeetingEditor::keyPressEvent(QKeyEvent *event)
{
    const QWidget *const focused = focusWidget();
    const bool isInField = focused && focused->hasFocus()
        && (qobject_cast<const QLineEdit *>(focused) || qobject_cast<const QComboBox *>(focused)
            || qobject_cast<const QAbstractSpinBox *>(focused));
    if (event->key() != Qt::Key_Escape)
        QWidget::keyPressEvent(event);
    else if (isInField)
        setFocus(Qt::OtherFocusReason); // who puts a list of suggestions away does not mean to leave
    else
        Q_EMIT closed();
}

} // namespace kessai
