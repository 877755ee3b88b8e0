// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetingeditor.h"

#include "ui/meetings/agendapane.h"
#include "ui/meetings/agendatree.h"
#include "ui/meetings/headpane.h"
#include "ui/meetings/intakelist.h"
#include "ui/meetings/meetingacts.h"
#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingwords.h"
#include "ui/meetings/memberspane.h"
#include "ui/meetings/paperintake.h"
#include "ui/meetings/reach.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/secondpress.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr int kEditorSide = 390;
constexpr int kLookEvery = 5'000; ///< milliseconds, at who opened what

QWidget *scrolled(QWidget *inner, QWidget *parent)
{
    auto *room = new QWidget;
    auto *layout = new QVBoxLayout(room);
    layout->setContentsMargins(metric::kFieldGap, metric::kFieldGap, metric::kFieldGap, metric::kFieldGap);
    layout->addWidget(inner);
    auto *scroll = new QScrollArea(parent);
    scroll->setWidget(room);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    room->setAutoFillBackground(false); // the card is behind it
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

} // namespace

MeetingEditor::MeetingEditor(DeskSession &session, MeetingPresenter &presenter, PaperIntake &intake, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_intake(intake), m_banner(new QuietBanner(this)),
      m_undo(new UndoLine(this)), m_look(new QTimer(this))
{
    setObjectName(QStringLiteral("meetingEditor"));
    m_banner->hide();
    // In the order in which one comes past them with Tab.
    QWidget *head = buildHead();
    auto *left = new QVBoxLayout;
    left->setSpacing(metric::kGap);
    left->addWidget(buildPublishing());
    left->addWidget(buildAgenda(), 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(metric::kPageMargin);
    middle->addLayout(left, 1);
    middle->addWidget(buildSide());
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    column->setSpacing(metric::kGap);
    column->addWidget(head);
    column->addLayout(middle, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(column, 1);
    connectParts();
    m_look->setInterval(kLookEvery);
    connect(m_look, &QTimer::timeout, &m_presenter, &MeetingPresenter::readOpened);
}

QWidget *MeetingEditor::buildHead()
{
    auto *head = new QWidget(this);
    auto *back = backButton(tr("Meetings"), tr("Back to the list (Esc)"), "editorBack", head);
    m_when = new ElidedLabel(TextRole::Body, head);
    m_when->setToken(Token::Text2);
    m_state = new StatusChip(head);
    m_read = pageButton(tr("Read"), "readBook", head);
    m_read->setIcon(icon(QStringLiteral("eye")));
    m_publish = pageButton(tr("Publish…"), "publishMeeting", head);
    m_publish->setIcon(icon(QStringLiteral("send"), Token::OnPrimary));
    setButtonKind(*m_publish, ButtonKind::Primary);
    m_begin = pageButton(tr("Begin the meeting"), "beginHere", head);
    m_begin->setIcon(icon(QStringLiteral("presentation"), Token::OnPrimary));
    setButtonKind(*m_begin, ButtonKind::Primary);
    m_more = new QToolButton(head);
    m_more->setObjectName(QStringLiteral("meetingMore"));
    m_more->setText(tr("More"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_more->setAccessibleName(tr("More about this meeting"));
    m_more->setToolTip(tr("Begin, end or call off the meeting"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_moreMenu = new QMenu(m_more);
    m_more->setMenu(m_moreMenu);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kFieldGap);
    layout->addWidget(back);
    layout->addWidget(m_state);
    layout->addWidget(m_when, 1);
    layout->addWidget(m_read);
    layout->addWidget(m_publish);
    layout->addWidget(m_begin);
    layout->addWidget(m_more);
    connect(back, &QToolButton::clicked, this, &MeetingEditor::closed);
    connect(m_read, &QPushButton::clicked, this, [this] { Q_EMIT readRequested(0); });
    connect(m_publish, &QPushButton::clicked, this, &MeetingEditor::askToPublish);
    m_beginning = new SecondPress(this);
    connect(m_beginning, &SecondPress::changed, this, &MeetingEditor::showState);
    connect(m_begin, &QPushButton::clicked, this, [this] {
        if (m_beginning->press())
            beginMeeting();
    });
    return head;
}

QWidget *MeetingEditor::buildPublishing()
{
    m_publishing = new Card(this);
    m_publishing->setObjectName(QStringLiteral("publishCard"));
    m_publishing->setTitle(tr("Publish this meeting?"), tr("Its members see it and read its papers from then on."));
    m_missing = new TextLabel(TextRole::Body, m_publishing);
    m_missing->setObjectName(QStringLiteral("publishMissing"));
    m_missing->setWordWrap(true);
    QPushButton *publish = pageButton(tr("Publish now"), "publishNow", m_publishing);
    setButtonKind(*publish, ButtonKind::Primary);
    QPushButton *later = pageButton(tr("Not yet"), "publishLater", m_publishing);
    auto *acts = new QHBoxLayout;
    acts->addWidget(publish);
    acts->addWidget(later);
    acts->addStretch(1);
    m_publishing->body()->setSpacing(metric::kFieldGap);
    m_publishing->body()->addWidget(m_missing);
    m_publishing->body()->addLayout(acts);
    m_publishing->hide();
    connect(publish, &QPushButton::clicked, this, [this] {
        setFocus(Qt::OtherFocusReason); // Enter, pressed once more, adds no item
        m_publishing->hide();
        setState(MeetingState::Published, tr("The meeting is published; its members can read the papers."));
    });
    connect(later, &QPushButton::clicked, this, [this] {
        m_publishing->hide();
        m_tree->setFocus(Qt::OtherFocusReason);
    });
    return m_publishing;
}

QWidget *MeetingEditor::buildAgenda()
{
    auto *card = new Card(this);
    card->setPadding(0);
    m_addItem = pageButton(tr("Add an item"), "addItem", card);
    m_addItem->setIcon(icon(QStringLiteral("plus")));
    m_addPapers = pageButton(tr("Add papers…"), "addPapersHere", card);
    m_addPapers->setIcon(icon(QStringLiteral("paperclip")));
    m_hint = new ElidedLabel(TextRole::Caption, card);
    m_hint->setObjectName(QStringLiteral("agendaHint"));
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(metric::kFieldGap, metric::kGap, metric::kFieldGap, metric::kGap);
    tools->setSpacing(metric::kGap);
    tools->addWidget(m_addItem);
    tools->addWidget(m_addPapers);
    tools->addWidget(m_hint, 1);
    m_tree = new AgendaTree(card);
    m_tree->setObjectName(QStringLiteral("agendaTree"));
    m_noAgenda = new EmptyState(card);
    m_noAgenda->setObjectName(QStringLiteral("noAgenda"));
    m_agendaStack = new QStackedWidget(card);
    m_agendaStack->addWidget(m_tree);
    m_agendaStack->addWidget(m_noAgenda);
    m_undo->setObjectName(QStringLiteral("agendaUndo"));
    m_undo->setContentsMargins(metric::kFieldGap, 0, metric::kFieldGap, 4);
    card->body()->setSpacing(0);
    card->body()->addLayout(tools);
    card->body()->addWidget(m_agendaStack, 1);
    card->body()->addWidget(new IntakeList(m_intake, card));
    card->body()->addWidget(m_undo);
    return card;
}

QWidget *MeetingEditor::buildSide()
{
    auto *card = new Card(this);
    card->setPadding(0);
    card->setFixedWidth(grown(kEditorSide));
    m_tabs = new QTabBar(card);
    m_tabs->setObjectName(QStringLiteral("editorTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Meeting"));
    m_tabs->addTab(tr("Members"));
    m_tabs->addTab(tr("Chosen item"));
    m_head = new HeadPane(m_session.info().today, card);
    m_members = new MembersPane(card);
    m_agenda = new AgendaPane(m_session.info().today, card);
    m_panes = new QStackedWidget(card);
    m_panes->addWidget(scrolled(m_head, m_panes));
    auto *members = new QWidget(m_panes);
    auto *room = new QVBoxLayout(members);
    room->setContentsMargins(metric::kFieldGap, metric::kFieldGap, metric::kFieldGap, metric::kFieldGap);
    room->addWidget(m_members);
    m_panes->addWidget(members);
    m_panes->addWidget(scrolled(m_agenda, m_panes));
    card->body()->setSpacing(0);
    card->body()->addWidget(m_tabs);
    card->body()->addWidget(m_panes, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_panes, &QStackedWidget::setCurrentIndex);
    return card;
}

void MeetingEditor::connectParts()
{
    connect(m_addItem, &QPushButton::clicked, this, &MeetingEditor::addItem);
    connect(m_noAgenda, &EmptyState::buttonClicked, this, &MeetingEditor::addItem);
    connect(m_addPapers, &QPushButton::clicked, this, [this] { chooseFiles(itemForFiles()); });
    connect(m_tree, &AgendaTree::chosen, this, &MeetingEditor::chosen);
    connect(m_tree, &AgendaTree::opened, this, [this](AgendaKey key) {
        const Paper *paper = m_presenter.meeting().paper(key.paper);
        if (paper && !paper->files.empty())
            Q_EMIT readRequested(key.paper);
        else
            m_agenda->takeFocus();
    });
    m_tree->agenda().setNames([this](StaffId who) { return memberName(*m_session.info().office, who); });
    connect(m_tree, &AgendaTree::dropRequested, this, &MeetingEditor::drop);
    connect(m_tree, &AgendaTree::itemMoved, this, &MeetingEditor::moveItem);
    connect(m_tree, &AgendaTree::paperMoved, this, &MeetingEditor::movePaper);
    connect(m_tree, &AgendaTree::filesDropped, this, &MeetingEditor::addFiles);
    // A field counts when it is left; where the whole meeting is left, that was before.
    const auto change = [this](const MeetingChange &one, const QString &done) {
        if (m_presenter.isOpen())
            m_presenter.change(one, done);
    };
    connect(m_head, &HeadPane::created, this, [this](const PlanMeeting &plan) {
        m_creating = true;
        m_presenter.change(plan, tr("The meeting is made. Add its agenda now."));
    });
    connect(m_head, &HeadPane::planned, this, [this, change](const PlanMeeting &plan) {
        const QStringList late = awaitedTooLate(m_presenter.meeting(), plan.day);
        const bool isMoved = plan.day != m_presenter.meeting().day;
        change(plan,
               isMoved && !late.isEmpty() ? tr("Asked for until a day after the meeting: %1. Ask for an earlier day.")
                                                .arg(late.join(QStringLiteral("、")))
                                          : QString());
    });
    connect(m_members, &MembersPane::invited, this, change);
    connect(m_agenda, &AgendaPane::changeRequested, this, change);
    connect(m_agenda, &AgendaPane::dropRequested, this, &MeetingEditor::drop);
    connect(m_agenda, &AgendaPane::nextRequested, this, &MeetingEditor::goToNext);
    connect(m_agenda, &AgendaPane::filesRequested, this, &MeetingEditor::chooseFiles);
    connect(m_agenda, &AgendaPane::fileRequested, this, &MeetingEditor::chooseFile);
    connect(m_agenda, &AgendaPane::readRequested, this, &MeetingEditor::readRequested);

    connect(&m_presenter, &MeetingPresenter::changed, this, [this] {
        if (isVisible())
            showMeeting(false);
    });
    connect(&m_presenter, &MeetingPresenter::openedRead, this, [this](const std::vector<PaperOpened> &opened) {
        m_agenda->setReaders(opened);
        m_tree->agenda().setReaders(opened);
    });
    connect(&m_presenter, &MeetingPresenter::recorded, this, [this](const QString &done) {
        if (m_loss.isEmpty() || m_banner->text() != m_loss)
            m_banner->clear();
        if (!m_undo->canUndo()) // what can be undone stays offered
            m_undo->say(done);
        m_presenter.readOpened();
    });
    connect(&m_presenter, &MeetingPresenter::dropped, this,
            [this](const QString &done) { m_undo->offer(done, tr("Undo"), 10'000); });
    connect(&m_presenter, &MeetingPresenter::dropSettled, m_undo, &UndoLine::clear);
    connect(m_undo, &UndoLine::undoRequested, &m_presenter, &MeetingPresenter::bringBack);
    connect(m_undo, &UndoLine::offerLapsed, &m_presenter, &MeetingPresenter::settleDrop);
    connect(&m_presenter, &MeetingPresenter::overtaken, this, [this](const QStringList &notDone) {
        if (isHidden()) // another page of the meetings is in front
            return;
        showMeeting(true);
        m_banner->say(
            BannerKind::Information,
            tr("Somebody else changed the meeting first. It is shown as it is now; what you did last is not done.")
                + QLatin1Char(' ') + notDoneText(notDone));
        m_loss = m_banner->text();
    });
    const auto tell = [this](const Error &error, const QStringList &notDone) {
        if (isHidden()) // another page of the meetings is in front
            return;
        m_banner->say(BannerKind::Warning,
                      QString(meetingErrorText(error) + QLatin1Char(' ') + notDoneText(notDone)).trimmed());
        m_loss = notDone.isEmpty() ? QString() : m_banner->text();
        if (!isOutOfReach(error))
            showMeeting(true);
    };
    connect(&m_presenter, &MeetingPresenter::changeFailed, this, tell);
    connect(&m_presenter, &MeetingPresenter::leftUndone, this, tell);
}

} // namespace kessai
