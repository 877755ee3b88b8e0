// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetinglive.h"

#include "ui/meetings/bookarea.h"
#include "ui/meetings/bookpanes.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/conductpane.h"
#include "ui/meetings/inkchoice.h"
#include "ui/meetings/liveline.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingwords.h"
#include "ui/meetings/sideroom.h"
#include "ui/meetings/voteline.h"
#include "ui/shell/desksession.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kessai {

MeetingLive::MeetingLive(DeskSession &session, MeetingPresenter &presenter, BookPanes &panes, BookPresenter &book,
                         InkChoice &ink, QHBoxLayout &head, SideRoom &room, QVBoxLayout &side, QObject *parent)
    : QObject(parent), m_session(session), m_presenter(presenter), m_panes(panes), m_book(book), m_ink(ink),
      m_seat(new LiveSeat(session, presenter, this)),
      m_line(new LiveLine(
          session, presenter, *m_seat, [this](const LivePlace &place) { return placeName(place); },
          head.parentWidget())),
      m_vote(new VoteLine(session, presenter, *m_seat, &room)),
      m_pane(new ConductPane(session, presenter, *m_seat, side.parentWidget()))
{
    head.addWidget(m_line);
    room.addStrip(m_vote);
    side.addWidget(m_pane);
    m_panes.addOverlay(m_pointer);
    for (BookView *view : m_panes.views())
        view->addActions(m_line->lettered());
    connect(&m_panes, &BookPanes::viewAdded, this, [this](BookView *view) { view->addActions(m_line->lettered()); });
    connect(m_seat, &LiveSeat::called, this, &MeetingLive::comeCalled);
    connect(m_seat, &LiveSeat::changed, this, &MeetingLive::showState);
    connect(m_seat, &LiveSeat::failed, this, &MeetingLive::failed);
    connect(m_pane, &ConductPane::failed, this, &MeetingLive::failed);
    connect(&presenter, &MeetingPresenter::changed, this, &MeetingLive::showState);
    connect(&presenter, &MeetingPresenter::waitingChanged, this, [this] {
        if (m_presenter.isKept())
            Q_EMIT changed(); // there may be nothing to take back any more
    });
    connect(&book, &BookPresenter::bookChanged, this, &MeetingLive::showState);
    connect(&book, &BookPresenter::pagesReplaced, this, &MeetingLive::onReplaced);
    connect(&panes, &BookPanes::pageChanged, this, &MeetingLive::onPage);
    connect(&panes, &BookPanes::scrolled, this, [this] { m_seat->scroll(m_panes.current().scrolledShare()); });
    connect(m_vote, &VoteLine::focusLeft, &panes, [this] { m_panes.setFocus(Qt::OtherFocusReason); });
    connect(m_line, &LiveLine::backRequested, this, &MeetingLive::goBack);
    connect(m_line, &LiveLine::pointingRequested, this, &MeetingLive::takePointer);
    connect(&m_pointer, &LivePointer::pointed, this, [this](const BookPage &page, const std::optional<QPointF> &share) {
        if (share)
            present(page); // of two pages at a time the one pointed at is shown
        m_seat->point(share);
        m_panes.refreshOverlays();
    });
    // Who writes does not point.
    connect(&ink, &InkChoice::changed, this, [this] {
        if (m_ink.tool() != InkTool::Hand)
            takePointer(false);
    });
}

void MeetingLive::begin()
{
    m_before.reset();
    m_returned = true;
    m_seat->sit();
    showState();
}

void MeetingLive::leave()
{
    takePointer(false);
    m_before.reset();
    m_seat->stand();
}

/// Not of a meeting as it was kept here: what is done in it needs the office, and would be lost with the session; only its end that waits
/// can be taken back there. Nor for somebody who is only asked for a paper: they know too little of it to be told how many are there.
bool MeetingLive::hasPane() const
{
    const Meeting &meeting = m_presenter.meeting();
    const bool isThere = !m_presenter.isKept() || m_presenter.pendingEnd();
    return m_presenter.isOpen() && isThere
        && (meeting.member(m_session.info().me.id) || m_session.info().rights.auditor)
        && (meeting.state == MeetingState::Running || meeting.state == MeetingState::Closed);
}

QString MeetingLive::placeName(const LivePlace &place) const
{
    const int number = m_book.numbers().find({place.paper, place.page});
    return number < 0 ? QString() : m_book.stampOf(number);
}

void MeetingLive::showState()
{
    const bool presents = m_seat->isPresenting();
    const bool returned = m_seat->isRunning() && std::exchange(m_returned, false);
    if (presents && !std::exchange(m_presenting, true)) {
        m_pointer.show({}, std::nullopt, {}); // what is seen of it from now on is one's own
        m_panes.refreshOverlays();
        const LivePlace place = m_seat->live().place;
        if (returned && isBefore(place)) { // whoever comes back finds everybody where they left them
            m_panes.current().showPage({place.paper, place.page});
            m_panes.current().scrollToShare(place.scrolled);
        } else if (const auto page = m_panes.current().currentPage()) {
            present(*page);
        }
    } else if (!presents && std::exchange(m_presenting, false)) {
        takePointer(false);
    }
    if (!presents) {
        const LivePlace &place = m_seat->live().place;
        const bool shown = m_seat->isPresented();
        m_pointer.show({place.paper, place.page}, shown ? place.pointer : std::nullopt,
                       shown ? memberName(*m_session.info().office, m_seat->live().presenter) : QString());
        m_panes.refreshOverlays();
    }
    if (m_seat->isFollowing()) {
        turn();
    } else {
        m_view.clear();
        m_before.reset();
    }
    m_line->showState();
    m_vote->showState();
    m_pane->showState();
    Q_EMIT changed();
}

// Following --------------------------------------------------------------------------------------------------------------

/// Turns the view one followed in to the presenter's page; what it shows then is no turn of one's own.
void MeetingLive::turn()
{
    if (!m_view) {
        m_view = &m_panes.current();
        m_wanted.reset();
        connect(m_view, &BookView::pageChanged, this, &MeetingLive::onFollowedPage, Qt::UniqueConnection);
        // Queued: where a book changed under the pen, its pages are not laid out yet.
        connect(&m_view->pageArea(), &BookArea::released, this, &MeetingLive::onReleased,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
    }
    if (m_view->pageArea().isHeld())
        return; // a stroke is not torn
    const LivePlace &place = m_seat->live().place;
    const BookPage wanted{place.paper, place.page};
    if (!isBefore(place) || (m_wanted == wanted && m_scrolled == place.scrolled))
        return;
    m_turning = true;
    if (std::exchange(m_wanted, wanted) != wanted)
        m_view->turnTo(wanted);
    if (m_view->currentPage() == wanted || m_view->currentPage() == m_turned)
        m_view->scrollToShare(place.scrolled);
    m_scrolled = place.scrolled;
    m_turning = false;
    m_turned = m_view->currentPage();
}

/// Whether one has that page of that file: one of the two may have a paper as it was before it was replaced.
bool MeetingLive::isBefore(const LivePlace &place) const
{
    const int number = m_book.numbers().find({place.paper, place.page});
    return number >= 0 && m_book.paperOf(number).revision == place.revision;
}

/// Pages have gone elsewhere by themselves; nobody has turned one.
void MeetingLive::onReplaced()
{
    for (auto *page : {&m_turned, &m_before}) {
        if (*page)
            *page = m_book.nowAt(**page);
    }
}

void MeetingLive::onFollowedPage(const BookPage &page)
{
    if (m_turned && m_book.nowAt(*m_turned) == page)
        return; // its paper was replaced, and it is there now
    if (sender() == m_view && !m_turning && m_seat->isFollowing() && m_turned != page)
        m_seat->leave();
}

/// The presenter may have gone on while somebody wrote.
void MeetingLive::onReleased()
{
    if (m_view && m_seat->isFollowing())
        turn();
}

void MeetingLive::comeCalled()
{
    if (!m_before) // who is called once more while they are there wants back to where they were first
        m_before = m_panes.current().currentPage();
    m_line->showCalled();
}

void MeetingLive::goBack()
{
    const auto before = std::exchange(m_before, std::nullopt);
    m_seat->leave();
    if (before)
        m_panes.current().turnTo(*before);
}

// Presenting -------------------------------------------------------------------------------------------------------------

void MeetingLive::onPage(const BookPage &page)
{
    if (const AgendaItem *item = m_presenter.meeting().itemOf(page.paper))
        m_pane->setItem(item->id);
    present(page);
}

void MeetingLive::present(const BookPage &page)
{
    const int number = m_book.numbers().find(page);
    if (!m_seat->isPresenting() || number < 0)
        return;
    m_seat->showPage(page.paper, m_book.paperOf(number).revision, page.page);
    if (page == m_panes.current().currentPage())
        m_seat->scroll(m_panes.current().scrolledShare());
}

bool MeetingLive::putPointerDown()
{
    const bool pointed = m_pointer.isInHand();
    takePointer(false);
    return pointed;
}

void MeetingLive::takePointer(bool inHand)
{
    if (inHand)
        m_ink.setTool(InkTool::Hand);
    m_pointer.setInHand(inHand && m_seat->isPresenting());
    m_line->setPointing(m_pointer.isInHand());
}

} // namespace kessai
