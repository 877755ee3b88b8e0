// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetingreader.h"

#include "core/services/answer.h"
#include "ui/errortext.h"
#include "ui/meetings/agendamodel.h"
#include "ui/meetings/awaitedcard.h"
#include "ui/meetings/bookpanes.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/conductpane.h"
#include "ui/meetings/inkchoice.h"
#include "ui/meetings/meetingacts.h"
#include "ui/meetings/meetingink.h"
#include "ui/meetings/meetinglive.h"
#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingwords.h"
#include "ui/meetings/papercopies.h"
#include "ui/meetings/paperfiles.h"
#include "ui/meetings/reach.h"
#include "ui/meetings/readerhead.h"
#include "ui/meetings/readernews.h"
#include "ui/meetings/sideroom.h"
#include "ui/shell/desksession.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/quietbanner.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kEdge = 6;
constexpr int kInkWidth = 290;
constexpr int kConductWidth = 336;
constexpr int kWideReader = 1180; ///< from which on there is room beside the pages
constexpr int kLooked = 800;      ///< milliseconds on a page that count as opening its paper
constexpr int kSamePress = 1'200; ///< within which Esc, pressed once more to be sure, means the same

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

QString codeOf(ReadingSide side)
{
    switch (side) {
    case ReadingSide::Nothing: return QStringLiteral("nothing");
    case ReadingSide::Notes: return QStringLiteral("notes");
    case ReadingSide::Conduct: return QStringLiteral("conduct");
    }
    return {};
}

std::optional<ReadingSide> readingSideOf(const QString &code)
{
    for (const ReadingSide side : {ReadingSide::Nothing, ReadingSide::Notes, ReadingSide::Conduct}) {
        if (codeOf(side) == code)
            return side;
    }
    return {};
}

MeetingReader::MeetingReader(DeskSession &session, MeetingPresenter &presenter, PaperIntake &intake, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_banner(new QuietBanner(this)),
      m_news(new ReaderNews(*m_banner, this)), m_head(new ReaderHead(this)), m_room(new SideRoom(this)),
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
    m_running = new Card(this);
    m_running->setPadding(0);
    m_ink = new MeetingInk(session, *m_panes, *m_book, *paper->body(), *m_side->body(), this);
    m_copies = new PaperCopies(session, m_presenter, *m_panes, *m_ink, *m_files, *this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::kPageMargin, kEdge, metric::kPageMargin, kEdge);
    column->setSpacing(kEdge);
    m_head->setCopies(*m_copies);
    column->addWidget(m_head);
    column->addWidget(m_awaited);
    m_live = new MeetingLive(session, presenter, *m_panes, *m_book, m_ink->choice(), m_head->line(), *m_room,
                             *m_running->body(), this);
    m_room->setContent(paper);
    m_room->addPane(m_side, kInkWidth);
    m_room->addPane(m_running, kConductWidth);
    m_room->addStrip(m_banner); // above the open vote
    column->addWidget(m_room, 1);
    connect(m_room, &SideRoom::covered, m_panes, &BookPanes::setCovered);

    m_looked.setSingleShot(true);
    m_looked.setInterval(kLooked);
    connect(&m_looked, &QTimer::timeout, this, &MeetingReader::noteOpened);
    connect(m_copies, &PaperCopies::said, m_news, &ReaderNews::say);
    connect(m_ink, &MeetingInk::audienceWidened, m_news, &ReaderNews::offer);
    connect(m_ink, &MeetingInk::offerEnded, m_news, &ReaderNews::endOffer);
    connect(m_ink, &MeetingInk::joined, this, &MeetingReader::tellJoined);
    connect(m_news, &ReaderNews::offerTaken, m_ink, &MeetingInk::shareFresh);
    connect(m_news, &ReaderNews::retryRequested, &m_session, &DeskSession::refresh);
    connect(m_news, &ReaderNews::pieceRequested, this, [this](const Ink &ink) {
        m_ink->showPiece(ink);
        takeFocus();
    });
    connect(&m_ink->keeper(), &InkKeeper::stateChanged, this, &MeetingReader::showStored);
    connect(m_panes, &BookPanes::pageChanged, &m_looked, qOverload<>(&QTimer::start));
    connect(m_panes, &BookPanes::escaped, this, [this] { m_putDown.start(); });
    connect(&m_presenter, &MeetingPresenter::changed, this, [this] {
        if (m_reading)
            showMeeting();
    });
    connect(&m_presenter, &MeetingPresenter::recorded, this, [this](const QString &done) {
        if (m_live->hasPane())
            Q_EMIT recorded(done); // nothing lies over the pages that need not in the middle of the meeting
        else if (m_reading)
            m_news->sayDone(done);
    });
    const auto tell = [this](const Error &error, const QStringList &notDone) {
        if (isHidden()) // another page of the meetings is in front
            return;
        if (notDone.isEmpty() && isOutOfReach(error))
            m_news->sayUnreached(meetingErrorText(error));
        else if (notDone.isEmpty())
            m_news->say(BannerKind::Warning, meetingErrorText(error));
        else
            m_news->sayLoss(meetingErrorText(error) + QLatin1Char(' ') + notDoneText(notDone));
    };
    connect(&m_presenter, &MeetingPresenter::changeFailed, this, tell);
    connect(&m_presenter, &MeetingPresenter::leftUndone, this, tell);
    connect(&m_presenter, &MeetingPresenter::overtaken, this,
            [tell](const QStringList &notDone) { tell(Error::refused(Refusal::Stale), notDone); });
    connect(m_head, &ReaderHead::backRequested, this, &MeetingReader::closed);
    connect(m_head, &ReaderHead::editRequested, this, &MeetingReader::editRequested);
    connectLive();
    proposeSide();
}

void MeetingReader::connectLive()
{
    connect(m_live, &MeetingLive::changed, this, &MeetingReader::proposeSide);
    connect(m_live, &MeetingLive::failed, this, [this](const Error &error) {
        if (isOutOfReach(error))
            m_news->sayUnreached(meetingErrorText(error));
        else
            m_news->say(BannerKind::Warning, meetingErrorText(error));
    });
    connect(&m_session, &DeskSession::connectionLost, this, [this](const Error &error) {
        if (m_reading && !isHidden() && !m_news->isUnreached()) // it is tried again and again, and said once
            m_news->sayUnreached(errorText(error).both());
    });
    // Whether or not the session noticed that it was gone.
    connect(&m_session, &DeskSession::refreshed, m_news, &ReaderNews::reached);
    connect(&m_live->seat(), &LiveSeat::inkShared, &m_ink->keeper(), &InkKeeper::refresh);
    connect(&m_live->pane(), &ConductPane::minutesDrafted, this, &MeetingReader::minutesDrafted);
    connect(&m_live->pane(), &ConductPane::minutesRequested, this, &MeetingReader::minutesRequested);
    connect(&m_head->notes(), &QToolButton::clicked, this,
            [this](bool shown) { chooseSide(shown ? ReadingSide::Notes : ReadingSide::Nothing); });
    connect(&m_head->conduct(), &QToolButton::clicked, this, [this](bool shown) {
        chooseSide(shown ? ReadingSide::Conduct : ReadingSide::Nothing);
        if (shown)
            m_live->pane().takeFocus();
    });
    for (QToolButton *toggle : {&m_head->notes(), &m_head->conduct()}) {
        auto *key = new QShortcut(QKeySequence(toggle == &m_head->notes() ? Qt::Key_F6 : Qt::Key_F7), this);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, toggle, [toggle] {
            if (!toggle->isHidden())
                toggle->click();
        });
    }
}

/// What is not read now is told by the list of meetings.
void MeetingReader::tellJoined(MeetingId meeting, const InkJoining &joining)
{
    if (m_reading && !isHidden() && meeting == m_presenter.id() && !m_presenter.meeting().damaged)
        m_news->sayJoined(joining);
    else
        Q_EMIT inkJoined(meeting, joining);
}

MeetingReader::~MeetingReader()
{
    // Windows of their own tell the book as they go that they want no more of it: it is there still.
    m_panes->putAway();
}

void MeetingReader::begin(const ReadingPlace &place)
{
    m_state = m_presenter.meeting().state;
    const bool same = std::exchange(m_reading, true);
    m_endShown = same && m_endShown;
    if (same)
        m_news->goOn();
    else
        m_news->begin();
    m_read = m_presenter.id();
    ++m_begins;
    m_revisions = m_told = revisionsOf(m_presenter.meeting());
    showMeeting();
    if (!same)
        m_ink->begin(m_presenter.meeting());
    showStored();
    const int newest = newestOf(place.page.paper);
    if (place.revision == 0 || place.revision >= newest) {
        goTo(same && place.page.paper == 0 ? this->place() : place);
        return;
    }
    // It was replaced meanwhile. Whoever presents is not seated before they are there, lest they take everybody to the beginning.
    findMoves({{place.page.paper, place.revision, newest}}, [this, place, begun = m_begins](const PaperMoves &moves) {
        if (begun != m_begins)
            return;
        ReadingPlace now{place.page, 0, place.scrolled};
        if (const auto known = moves.find(place.page.paper); known != moves.end())
            now.page.page = keptPage(known->second, place.page.page);
        goTo(now);
    });
}

void MeetingReader::goTo(const ReadingPlace &place)
{
    if (place.page.paper > 0) {
        m_panes->current().showPage(place.page);
        m_panes->current().scrollToShare(place.scrolled);
    } else if (m_book->pageCount() > 0) {
        m_panes->current().showPage(m_book->numbers().pageOf(0));
    }
    m_live->begin();
    m_looked.start();
}

ReadingPlace MeetingReader::place() const
{
    const std::optional<BookPage> page = m_panes->current().currentPage();
    const int number = page ? m_book->numbers().find(*page) : -1;
    return number < 0 ? ReadingPlace()
                      : ReadingPlace{*page, m_book->paperOf(number).revision, m_panes->current().scrolledShare()};
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
    if (const ReaderNews::Unread unread = m_news->takeUnread(); m_read) {
        if (unread.joining.isNews())
            Q_EMIT inkJoined(*m_read, unread.joining);
        if (!unread.losses.isEmpty())
            Q_EMIT leftUnread(unread.losses.join(QLatin1Char(' ')));
    }
    m_live->leave();
    m_panes->putAway();
    m_looked.stop();
    m_noted.clear();
    m_revisions.clear();
    m_told.clear();
    m_coming.reset();
    m_seeking.clear();
    ++m_seeks;
    ++m_begins;
    m_book->setBook({});
}

void MeetingReader::takeFocus()
{
    m_panes->setFocus(Qt::OtherFocusReason);
}

void MeetingReader::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        QWidget::keyPressEvent(event);
    else if (putDown())
        m_putDown.start();
    else if (!m_putDown.isValid() || m_putDown.hasExpired(kSamePress))
        Q_EMIT closed();
}

/// What is in one's hand or lies over the pages goes before one leaves them.
bool MeetingReader::putDown()
{
    if (m_live->putPointerDown())
        return true;
    if (m_ink->choice().tool() != InkTool::Hand) {
        m_ink->choice().setTool(InkTool::Hand);
        return true;
    }
    if (m_panes->current().endSearch())
        return true;
    if (m_room->isCovering()) {
        m_sideChosen = true;
        showSide(ReadingSide::Nothing);
        takeFocus();
        return true;
    }
    if (m_panes->paneCount() > 1) {
        m_panes->closePane(m_panes->current());
        return true;
    }
    return false;
}

void MeetingReader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    proposeSide();
}

void MeetingReader::setSide(ReadingSide side)
{
    m_usual = side;
    proposeSide();
}

void MeetingReader::chooseSide(ReadingSide side)
{
    m_sideChosen = true;
    m_usual = side;
    showSide(side);
    Q_EMIT sideChosen(side);
}

void MeetingReader::showSide(ReadingSide side)
{
    m_head->notes().setChecked(side == ReadingSide::Notes);
    m_head->conduct().setChecked(side == ReadingSide::Conduct);
    QWidget *pane = side == ReadingSide::Notes ? m_side : side == ReadingSide::Conduct ? m_running : nullptr;
    const QWidget *focused = focusWidget();
    if (pane != m_room->pane() && m_room->pane() && focused && m_room->pane()->isAncestorOf(focused))
        takeFocus(); // else whatever comes next in the window has it
    m_room->showPane(pane);
}

/// Something is beside the pages where they keep their room, until somebody says otherwise: the notes, and for whoever conducts a running
/// meeting what they do it with.
void MeetingReader::proposeSide()
{
    const Meeting &meeting = m_presenter.meeting();
    const bool hasPane = m_live->hasPane();
    const bool conductShown = m_head->conduct().isChecked();
    m_head->conduct().setVisible(hasPane);
    m_head->conduct().setText(meeting.state == MeetingState::Closed ? tr("Outcome") : tr("Conduct"));
    const auto end = hasPane ? m_presenter.pendingEnd() : std::nullopt;
    const bool waits = end && end->waits; // which is said there, once to whoever comes
    const bool isNew = waits && !std::exchange(m_endShown, true);
    if (m_sideChosen && (hasPane || !conductShown) && !isNew)
        return;
    const bool begun = meeting.state == MeetingState::Running || conductShown; // and what came of it stays there
    const bool conducting = hasPane && begun && conducts(meeting, m_session.info().me.id);
    const bool isUsual = m_usual != ReadingSide::Conduct || hasPane;
    showSide(waits                              ? ReadingSide::Conduct
                 : width() < grown(kWideReader) ? ReadingSide::Nothing
                 : conducting                   ? ReadingSide::Conduct
                 : isUsual                      ? m_usual
                                                : ReadingSide::Notes);
}

void MeetingReader::showMeeting()
{
    const Meeting &meeting = m_presenter.meeting();
    tellEnd();
    m_head->showMeeting(meeting, m_presenter.isSecretary() && !m_presenter.isKept(), m_copies->showMeeting());
    m_awaited->show(meeting, m_session.info().me.id, m_session.info().today);
    m_revisions = revisionsOf(meeting);
    if (meeting.damaged)
        m_banner->say(BannerKind::Error, damagedMeetingText(), {}, false);
    m_ink->setMeeting(meeting);
    m_panes->setWatermark(meeting.rules.watermark ? m_session.info().me.name() : QString());
    m_coming = bookOf(meeting);
    const std::vector<Replaced> replaced = replacedIn(*m_coming);
    if (replaced.empty()) {
        ++m_seeks;
        m_seeking.clear();
        takeBook({});
    } else if (std::exchange(m_seeking, replaced) != replaced) {
        findMoves(replaced, [this, seek = ++m_seeks](const PaperMoves &moves) {
            if (seek == m_seeks) // else another book came, or one has left
                takeBook(moves);
        });
    }
}

Book MeetingReader::bookOf(const Meeting &meeting) const
{
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
    return book;
}

// Papers that are replaced while one reads them ---------------------------------------------------------------------------

/// Of papers that are before somebody's eyes: nobody is on a page of the others.
std::vector<MeetingReader::Replaced> MeetingReader::replacedIn(const Book &coming) const
{
    std::vector<Replaced> replaced;
    for (const BookPaper &now : coming.papers) {
        const auto isOpen = [&now](const BookView *view) {
            return view->currentPage() && view->currentPage()->paper == now.paper;
        };
        const int first = m_book->numbers().find({now.paper, 0});
        const int before = first < 0 ? now.revision : m_book->paperOf(first).revision;
        if (before < now.revision && std::ranges::any_of(m_panes->views(), isOpen))
            replaced.push_back({now.paper, before, now.revision});
    }
    return replaced;
}

void MeetingReader::findMoves(const std::vector<Replaced> &papers, const std::function<void(const PaperMoves &)> &then)
{
    using Revisions = std::map<int, std::vector<std::vector<PaperPage>>>;
    m_session.desk()
        .ask([id = *m_presenter.id(), papers](Desk &desk) -> Result<Revisions> {
            Revisions revisions;
            for (const Replaced &paper : papers) {
                for (int one = paper.from; one <= paper.to; ++one) {
                    auto pages = desk.paperPages(id, paper.paper, one);
                    if (!pages)
                        return pages.failure();
                    revisions[paper.paper].push_back(std::move(pages).value());
                }
            }
            return revisions;
        })
        .then(this, [this, then](const Result<Revisions> &revisions) {
            if (!revisions)
                return then({}); // the number of the page is what is left to go by
            onPool([all = *revisions] {
                PaperMoves moves;
                for (const auto &[paper, files] : all)
                    moves[paper] = movesToNewest(files).front();
                return moves;
            }).then(this, then);
        });
}

void MeetingReader::takeBook(const PaperMoves &moves)
{
    m_seeking.clear();
    const std::optional<BookPage> read = m_panes->current().currentPage();
    const auto known = read ? moves.find(read->paper) : moves.end();
    const bool lost =
        known != moves.end() && (read->page >= int(known->second.size()) || !known->second[size_t(read->page)].to);
    m_book->setBook(*std::exchange(m_coming, std::nullopt), moves);
    m_looked.start(); // a newer file of the page one is on is before one now
    tellNews(lost);
}

void MeetingReader::showStored()
{
    const InkKeeper::State state = m_ink->keeper().state();
    const bool trouble = state == InkKeeper::State::Waiting || state == InkKeeper::State::Refused;
    m_head->showStored(
        trouble && m_ink->keeper().isOnlyInWindow()
            ? tr("Notes can neither be stored nor kept on this computer: leave the meeting open")
            : state == InkKeeper::State::Storing ? tr("Notes are being stored…")
            : state == InkKeeper::State::Waiting ? tr("Not connected: notes are kept on this computer and stored later")
            : state == InkKeeper::State::Refused ? tr("Some notes could not be stored; they are kept on this computer")
                                                 : tr("Notes are stored"),
        trouble);
}

/// What came while one reads is said once, and nobody is taken to it.
void MeetingReader::tellNews(bool lost)
{
    const auto before = std::exchange(m_told, m_revisions);
    QStringList news;
    const Meeting &meeting = m_presenter.meeting();
    for (const auto &[id, revision] : m_revisions) {
        const auto old = before.find(id);
        const Paper *paper = meeting.paper(id);
        if (!paper || paper->files.empty())
            continue; // it was taken away while it was looked for where pages had gone
        const PaperFile &file = paper->files.back();
        if ((old != before.end() && old->second == revision) || file.by == m_session.info().me.id)
            continue;
        const QString label = paperLabel(*meeting.itemOf(id), id);
        news += old == before.end()
            ? tr("%1 “%2” was added.").arg(label, paper->title)
            : tr("%1 “%2” was replaced; notes have moved with their pages.").arg(label, paper->title);
    }
    if (lost)
        news += tr("The page you read is not in it any more; this is the one before.");
    if (!news.isEmpty())
        m_news->say(BannerKind::Information, news.join(QLatin1Char(' ')));
}

/// Whoever ended it knows; to the others it is said once.
void MeetingReader::tellEnd()
{
    const Meeting &meeting = m_presenter.meeting();
    const bool over =
        std::exchange(m_state, meeting.state) == MeetingState::Running && meeting.state == MeetingState::Closed;
    if (over && !m_presenter.isOwnChange())
        m_news->say(BannerKind::Information, tr("The meeting is over. What came of it is beside the pages (F7)."));
}

/// 0 of a paper that is not there, or not any more.
int MeetingReader::newestOf(int paper) const
{
    const auto known = m_revisions.find(paper);
    return known == m_revisions.end() ? 0 : known->second;
}

void MeetingReader::noteOpened()
{
    const auto page = m_panes->current().currentPage();
    if (!m_reading || !page || !isVisible())
        return;
    // What is looked at: it may have been replaced, and that is not before one yet.
    const int number = m_book->numbers().find(*page);
    const std::pair<int, int> opened{page->paper, number < 0 ? 0 : m_book->paperOf(number).revision};
    if (number < 0 || !m_noted.insert(opened).second)
        return;
    m_session.desk()
        .run([id = *m_presenter.id(), opened](Desk &desk) { return desk.openedPaper(id, opened.first, opened.second); })
        .then(this, [this, opened](const Result<> &done) {
            if (!done)
                m_noted.erase(opened); // the next look tells again
        });
}

} // namespace kessai
