// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetingreader.h"

#include "core/services/answer.h"
#include "ui/meetings/agendamodel.h"
#include "ui/meetings/awaitedcard.h"
#include "ui/meetings/bookpanes.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/conductpane.h"
#include "ui/meetings/meetingacts.h"
#include "ui/meetings/meetingink.h"
#include "ui/meetings/meetinglive.h"
#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingwords.h"
#include "ui/meetings/papercopies.h"
#include "ui/meetings/paperfiles.h"
#include "ui/meetings/reach.h"
#include "ui/shell/desksession.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kInkWidth = 290;
constexpr int kConductWidth = 336;
constexpr int kWideReader = 1180; ///< from which on there is room beside the pages
constexpr int kLooked = 800;      ///< milliseconds on a page that count as opening its paper

std::map<int, int> revisionsOf(const Meeting &meeting)
{
    std::map<int, int> revisions;
    for (const AgendaItem &item : meeting.items) {
        for (const Paper &paper : item.papers) {
            if (!paper.files.empty())
                revisions[paper.id] = paper.files.back().revision;
        }
    }
    return revisions;
}

} // namespace

MeetingReader::MeetingReader(DeskSession &session, MeetingPresenter &presenter, PaperIntake &intake, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_banner(new QuietBanner(this)),
      m_awaited(new AwaitedCard(intake, this)), m_files(new PaperFiles(session, this)), m_book(new BookPresenter(this)),
      m_panes(new BookPanes(*m_book, this))
{
    setObjectName(QStringLiteral("meetingReader"));
    m_banner->setObjectName(QStringLiteral("readerBanner"));
    m_banner->hide();
    auto *paper = new Card(this);
    paper->setPadding(0);
    paper->body()->setSpacing(0);
    paper->body()->addWidget(m_panes, 1);
    m_side = new Card(this);
    m_side->setPadding(0);
    m_side->setFixedWidth(grown(kInkWidth));
    m_running = new Card(this);
    m_running->setPadding(0);
    m_running->setFixedWidth(grown(kConductWidth));
    m_ink = new MeetingInk(session, *m_panes, *m_book, *paper->body(), *m_side->body(), this);
    m_copies = new PaperCopies(session, m_presenter, *m_panes, *m_ink, *m_files, *this);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    column->setSpacing(metric::kGap);
    column->addWidget(buildHead());
    column->addWidget(m_awaited);
    auto *strips = new QVBoxLayout;
    strips->setSpacing(metric::kGap);
    column->addLayout(strips);
    m_live = new MeetingLive(session, presenter, *m_panes, *m_book, m_ink->choice(), *strips, *m_running->body(), this);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(metric::kPageMargin);
    middle->addWidget(paper, 1);
    middle->addWidget(m_side);
    middle->addWidget(m_running);
    column->addLayout(middle, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(column, 1);

    m_looked.setSingleShot(true);
    m_looked.setInterval(kLooked);
    connect(&m_looked, &QTimer::timeout, this, &MeetingReader::noteOpened);
    connect(m_copies, &PaperCopies::said, this,
            [this](BannerKind kind, const QString &text) { m_banner->say(kind, text); });
    connect(&m_ink->keeper(), &InkKeeper::stateChanged, this, &MeetingReader::showStored);
    connect(m_panes, &BookPanes::pageChanged, &m_looked, qOverload<>(&QTimer::start));
    connect(&m_presenter, &MeetingPresenter::changed, this, [this] {
        if (m_reading)
            showMeeting();
    });
    connect(&m_presenter, &MeetingPresenter::recorded, this, [this](const QString &done) {
        if (m_live->hasPane())
            Q_EMIT recorded(done); // a banner would push the pages down in the middle of the meeting
        else if (m_reading && (m_loss.isEmpty() || m_banner->text() != m_loss))
            m_banner->say(BannerKind::Success, done);
    });
    const auto tell = [this](const Error &error, const QStringList &notDone) {
        if (isHidden()) // another page of the meetings is in front
            return;
        m_banner->say(BannerKind::Warning,
                      QString(meetingErrorText(error) + QLatin1Char(' ') + notDoneText(notDone)).trimmed());
        m_loss = notDone.isEmpty() ? QString() : m_banner->text();
        m_unreached = notDone.isEmpty() && isOutOfReach(error) ? m_banner->text() : QString();
    };
    connect(&m_presenter, &MeetingPresenter::changeFailed, this, tell);
    connect(&m_presenter, &MeetingPresenter::leftUndone, this, tell);
    connect(&m_presenter, &MeetingPresenter::overtaken, this,
            [tell](const QStringList &notDone) { tell(Error::refused(Refusal::Stale), notDone); });
    connectLive();
    proposeSide();
}

void MeetingReader::connectLive()
{
    connect(m_live, &MeetingLive::changed, this, &MeetingReader::proposeSide);
    connect(m_live, &MeetingLive::failed, this, [this](const Error &error) {
        m_banner->say(BannerKind::Warning, meetingErrorText(error));
        m_unreached = isOutOfReach(error) ? m_banner->text() : QString();
    });
    // Whether or not the session noticed that it was gone.
    connect(&m_session, &DeskSession::refreshed, this, [this] {
        if (!m_unreached.isEmpty() && m_banner->text() == m_unreached)
            m_banner->clear();
        m_unreached.clear();
    });
    connect(&m_live->seat(), &LiveSeat::inkShared, &m_ink->keeper(), &InkKeeper::refresh);
    connect(&m_live->pane(), &ConductPane::minutesDrafted, this, &MeetingReader::minutesDrafted);
    connect(&m_live->pane(), &ConductPane::minutesRequested, this, &MeetingReader::minutesRequested);
    connect(m_notes, &QToolButton::clicked, this, [this](bool shown) {
        m_sideChosen = true;
        showSide(shown ? Side::Notes : Side::Nothing);
    });
    connect(m_conduct, &QToolButton::clicked, this, [this](bool shown) {
        m_sideChosen = true;
        showSide(shown ? Side::Conduct : Side::Nothing);
        if (shown)
            m_live->pane().takeFocus();
    });
}

MeetingReader::~MeetingReader()
{
    // Windows of their own tell the book as they go that they want no more of it: it is there still.
    m_panes->putAway();
}

QWidget *MeetingReader::buildHead()
{
    auto *head = new QWidget(this);
    auto *back = backButton(tr("Meetings"), tr("Back to the list (Esc)"), "readerBack", head);
    m_when = new ElidedLabel(TextRole::Body, head);
    m_when->setToken(Token::Text2);
    m_stored = new TextLabel(TextRole::Caption, head);
    m_stored->setObjectName(QStringLiteral("inkStored"));
    m_state = new StatusChip(head);
    m_notes = new QToolButton(head);
    m_notes->setObjectName(QStringLiteral("notesButton"));
    m_notes->setIcon(icon(QStringLiteral("list-details")));
    m_notes->setText(tr("Notes"));
    m_notes->setToolTip(tr("The list of what is written on the pages"));
    m_notes->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_notes->setCheckable(true);
    m_notes->setAutoRaise(true);
    m_conduct = new QToolButton(head);
    m_conduct->setObjectName(QStringLiteral("conductButton"));
    m_conduct->setIcon(icon(QStringLiteral("gavel")));
    m_conduct->setToolTip(tr("Who is there, who speaks, votes, what was decided"));
    m_conduct->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_conduct->setCheckable(true);
    m_conduct->setAutoRaise(true);
    m_edit = pageButton(tr("Prepare"), "editMeeting", head);
    m_edit->setIcon(icon(QStringLiteral("pencil")));
    m_edit->setToolTip(tr("Change the agenda, the papers and the members"));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kFieldGap);
    layout->addWidget(back);
    layout->addWidget(m_state);
    layout->addWidget(m_when, 1);
    layout->addWidget(m_stored);
    layout->addWidget(m_copies->saveButton());
    layout->addWidget(m_copies->printButton());
    layout->addWidget(m_conduct);
    layout->addWidget(m_notes);
    layout->addWidget(m_edit);
    connect(back, &QToolButton::clicked, this, &MeetingReader::closed);
    connect(m_edit, &QPushButton::clicked, this, &MeetingReader::editRequested);
    return head;
}

void MeetingReader::begin(int paper, int page)
{
    m_banner->clear();
    const bool same = m_reading;
    m_reading = true;
    m_revisions = revisionsOf(m_presenter.meeting());
    showMeeting();
    if (!same)
        m_ink->begin(m_presenter.meeting());
    m_live->begin();
    showStored();
    if (paper > 0)
        m_panes->current().showPage({paper, page});
    else if (!same && m_book->pageCount() > 0)
        m_panes->current().showPage(m_book->numbers().pageOf(0));
    m_looked.start();
}

void MeetingReader::find(const QString &words)
{
    // Pages are found by words that stand apart, a book by what stands together: the longest of them says most.
    const QStringList apart = words.simplified().split(QLatin1Char(' '));
    m_panes->current().startSearch(*std::ranges::max_element(apart, {}, &QString::size));
}

void MeetingReader::pause()
{
    if (m_reading)
        m_ink->flush();
}

void MeetingReader::leave()
{
    if (!std::exchange(m_reading, false))
        return;
    m_ink->leave();
    m_live->leave();
    m_panes->putAway();
    m_looked.stop();
    m_noted.clear();
    m_revisions.clear();
    m_book->setBook({});
}

void MeetingReader::takeFocus()
{
    m_panes->setFocus(Qt::OtherFocusReason);
}

void MeetingReader::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void MeetingReader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    proposeSide();
}

void MeetingReader::showSide(Side side)
{
    m_notes->setChecked(side == Side::Notes);
    m_conduct->setChecked(side == Side::Conduct);
    m_side->setVisible(side == Side::Notes);
    m_running->setVisible(side == Side::Conduct);
}

/// Something is beside the pages where they keep their room, until somebody says otherwise: the notes, and for whoever conducts a running
/// meeting what they do it with.
void MeetingReader::proposeSide()
{
    const Meeting &meeting = m_presenter.meeting();
    const bool hasPane = m_live->hasPane();
    m_conduct->setVisible(hasPane);
    m_conduct->setText(meeting.state == MeetingState::Closed ? tr("Outcome") : tr("Conduct"));
    if (m_sideChosen && (hasPane || !m_conduct->isChecked()))
        return;
    const bool begun =
        meeting.state == MeetingState::Running || m_conduct->isChecked(); // and what came of it stays there
    const bool conducting = hasPane && begun && conducts(meeting, m_session.info().me.id);
    showSide(width() < grown(kWideReader) ? Side::Nothing : conducting ? Side::Conduct : Side::Notes);
}

void MeetingReader::showMeeting()
{
    const Meeting &meeting = m_presenter.meeting();
    const StaffId me = m_session.info().me.id;
    m_when->setText(meetingWhen(meeting.day, meeting.begins, meeting.ends, meeting.room));
    m_state->setLook(meetingChip(meeting.state));
    m_edit->setVisible(m_presenter.isSecretary() && !m_presenter.isKept());
    m_copies->showMeeting();
    m_awaited->show(meeting, me, m_session.info().today);
    const auto before = std::exchange(m_revisions, revisionsOf(meeting));
    Book book{meeting.title, {}};
    for (const AgendaItem &item : meeting.items) {
        for (const Paper &paper : item.papers) {
            BookPaper one;
            one.paper = paper.id;
            one.label = paperLabel(item, paper.id);
            one.title = paper.title;
            one.itemTitle = AgendaModel::tr("%1. %2", "number and title of an item of the agenda")
                                .arg(QString::number(item.no), item.title);
            if (!paper.files.empty()) {
                const PaperFile &file = paper.files.back();
                one.revision = file.revision;
                one.mediaType = file.file.mediaType;
                one.pages = file.pages;
                one.late = file.late;
                one.changed = file.revision > 1;
                one.fetch = [files = m_files, attachment = file.file] { return files->fetch(attachment); };
            }
            book.papers.push_back(std::move(one));
        }
    }
    m_book->setBook(std::move(book));
    if (meeting.damaged)
        m_banner->say(BannerKind::Error, damagedMeetingText(), {}, false);
    m_ink->setMeeting(meeting);
    m_panes->setWatermark(meeting.rules.watermark ? m_session.info().me.name() : QString());
    tellNews(before);
}

void MeetingReader::showStored()
{
    const InkKeeper::State state = m_ink->keeper().state();
    const bool trouble = state == InkKeeper::State::Waiting || state == InkKeeper::State::Refused;
    m_stored->setToken(trouble ? Token::WarnText : Token::Text2);
    m_stored->setText(
        trouble && m_ink->keeper().isOnlyInWindow()
            ? tr("Notes can neither be stored nor kept on this computer: leave the meeting open")
            : state == InkKeeper::State::Storing ? tr("Notes are being stored…")
            : state == InkKeeper::State::Waiting ? tr("Not connected: notes are kept on this computer and stored later")
            : state == InkKeeper::State::Refused ? tr("Some notes could not be stored; they are kept on this computer")
                                                 : tr("Notes are stored"));
}

/// What came while one reads is said once, and nobody is taken to it.
void MeetingReader::tellNews(const std::map<int, int> &before)
{
    QStringList news;
    const Meeting &meeting = m_presenter.meeting();
    for (const auto &[id, revision] : m_revisions) {
        const auto old = before.find(id);
        const Paper *paper = meeting.paper(id);
        const PaperFile &file = paper->files.back();
        if ((old != before.end() && old->second == revision) || file.by == m_session.info().me.id)
            continue;
        const QString label = paperLabel(*meeting.itemOf(id), id);
        news += old == before.end()
            ? tr("%1 “%2” was added.").arg(label, paper->title)
            : tr("%1 “%2” was replaced; notes have moved with their pages.").arg(label, paper->title);
    }
    if (!news.isEmpty())
        m_banner->say(BannerKind::Information, news.join(QLatin1Char(' ')));
}

void MeetingReader::noteOpened()
{
    const auto page = m_panes->current().currentPage();
    if (!m_reading || !page || !isVisible())
        return;
    const std::pair<int, int> opened{page->paper, m_revisions[page->paper]};
    if (!m_noted.insert(opened).second)
        return;
    m_session.desk()
        .run([id = *m_presenter.id(), paper = page->paper](Desk &desk) { return desk.openedPaper(id, paper); })
        .then(this, [this, opened](const Result<> &done) {
            if (!done)
                m_noted.erase(opened); // the next look tells again
        });
}

} // namespace kessai
