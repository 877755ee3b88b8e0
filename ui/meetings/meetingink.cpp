// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetingink.h"

#include "ui/meetings/bookarea.h"
#include "ui/meetings/bookpanes.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/inkchoice.h"
#include "ui/meetings/inkend.h"
#include "ui/meetings/inklayer.h"
#include "ui/meetings/inklist.h"
#include "ui/meetings/inkoverlay.h"
#include "ui/meetings/inktools.h"
#include "ui/meetings/inkwords.h"
#include "ui/shell/desksession.h"

#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr qint64 kFresh = 120'000'000; ///< microseconds

} // namespace

MeetingInk::MeetingInk(DeskSession &session, BookPanes &panes, BookPresenter &book, QVBoxLayout &room,
                       QVBoxLayout &side, QObject *parent)
    : QObject(parent), m_session(session), m_panes(panes), m_book(book), m_room(room), m_side(side),
      m_choice(new InkChoice(this)), m_keeper(new InkKeeper(session, this)), m_end(new InkEnd(session, this))
{
    connect(m_keeper, &InkKeeper::inkJoined, this, &MeetingInk::joined);
    connect(m_keeper, &InkKeeper::inkSetAside, this, &MeetingInk::setAside);
    connect(m_end, &InkEnd::inkDestroyed, m_keeper, &InkKeeper::refresh);
    connect(m_end, &InkEnd::changed, this, [this] {
        if (m_list)
            m_list->setEnd(m_end->words());
    });
    connect(&m_panes, &BookPanes::viewAdded, this, [this](BookView *view) {
        if (m_layer)
            addOverlay(*view);
    });
    connect(&m_panes, &BookPanes::paneCountChanged, this, &MeetingInk::placeTools);
    // With the poll of everything else: what others shared, and what could not be sent.
    connect(&session, &DeskSession::refreshed, m_keeper, &InkKeeper::refresh);
    m_keeper->sendKept();
}

MeetingInk::~MeetingInk()
{
    // The program ends: what is not stored yet stays on this computer.
    m_keeper->close();
}

void MeetingInk::begin(const Meeting &meeting)
{
    leave();
    const Staff &me = m_session.info().me;
    m_layer = std::make_unique<InkLayer>(me.id, me.name(), m_clock);
    m_tools = makeTools(m_room.parentWidget(), nullptr);
    placeTools();
    m_list = new InkList(
        *m_layer,
        [this](BookPage page) {
            const int number = m_book.numbers().find(page);
            return number < 0 ? QString() : m_book.stampOf(number);
        },
        m_side.parentWidget());
    m_list->setObjectName(QStringLiteral("inkList"));
    m_list->setCurrentPage([this] { return m_panes.current().currentPage(); });
    m_side.addWidget(m_list);
    connect(m_list, &InkList::pieceChosen, this, [this](const QString &id, const BookPage &page) {
        m_panes.current().showPage(page);
        if (InkOverlay *overlay = overlayOf(m_panes.current()))
            overlay->setCurrent(id);
    });
    connect(m_list, &InkList::noteOpened, this, [this](const QString &id) {
        if (InkOverlay *overlay = overlayOf(m_panes.current()))
            overlay->editNote(id);
    });
    for (BookView *view : m_panes.views())
        addOverlay(*view);
    connect(m_layer.get(), &InkLayer::inkChanged, this, &MeetingInk::showMarks);
    connect(m_layer.get(), &InkLayer::audienceChanged, this, &MeetingInk::offerFresh);
    m_keeper->open(meeting, *m_layer);
    setMeeting(meeting);
}

void MeetingInk::setMeeting(const Meeting &meeting)
{
    if (!m_layer)
        return;
    m_keeper->setMeeting(meeting);
    m_end->setMeeting(meeting);
    m_readers.clear();
    for (const MeetingMember &member : meeting.members) {
        const Staff *staff = m_session.info().office->staff(member.who);
        if (staff && member.who != m_session.info().me.id)
            m_readers.append({member.who, staff->name()});
    }
    m_tools->setReaders(m_readers);
    for (const QPointer<InkTools> &bar : std::as_const(m_bars)) {
        if (bar)
            bar->setReaders(m_readers);
    }
}

InkTools *MeetingInk::makeTools(QWidget *parent, BookView *view)
{
    auto *const tools = new InkTools(*m_layer, *m_choice, parent);
    tools->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto overlay = [this, view] { return overlayOf(view ? *view : m_panes.current()); };
    connect(tools, &InkTools::noteRequested, this, [overlay] {
        if (InkOverlay *const there = overlay())
            there->writeNote();
    });
    connect(tools, &InkTools::bookmarkRequested, this, [overlay] {
        if (InkOverlay *const there = overlay())
            there->toggleBookmark();
    });
    return tools;
}

void MeetingInk::placeTools()
{
    if (!m_tools)
        return;
    BookView *const alone = m_panes.paneCount() == 1 ? m_panes.views().first() : nullptr;
    if (alone && alone == m_toolsIn)
        return;
    takeTools();
    m_toolsIn = alone;
    if (alone)
        alone->setBar(m_tools);
    else
        m_room.insertWidget(0, m_tools);
    m_tools->show();
}

void MeetingInk::takeTools()
{
    if (m_toolsIn)
        m_toolsIn->takeBar();
    else
        m_room.removeWidget(m_tools);
    m_toolsIn.clear();
}

void MeetingInk::giveLetters(BookView &view, bool given)
{
    const QList<QAction *> letters = m_tools->lettered();
    for (QAction *const letter : letters) {
        if (given)
            view.addAction(letter);
        else
            view.removeAction(letter);
    }
}

void MeetingInk::addBar(BookView &view)
{
    InkTools *const bar = makeTools(&view, &view);
    giveLetters(view, false);
    view.addActions(bar->lettered());
    bar->setReaders(m_readers);
    view.setBar(bar);
    m_bars.append(bar);
}

/// One's own bookmarks stand in the contents of the book.
void MeetingInk::showMarks()
{
    QList<PageBookmark> marks;
    for (const PlacedInk &placed : m_layer->all(InkKind::Bookmark)) {
        if (placed.mine && placed.at)
            marks.append({*placed.at, placed.ink.shape.text});
    }
    m_panes.setMarks(marks);
}

/// What one wrote for oneself a moment ago, and may have meant for those one chose only then.
std::vector<PlacedInk> MeetingInk::freshInk() const
{
    std::vector<PlacedInk> fresh;
    const Instant since(m_clock.now().microseconds() - kFresh);
    for (const PlacedInk &placed : m_layer->all()) {
        if (placed.mine && placed.at && placed.ink.audience == InkAudience::Private && placed.ink.changedAt >= since
            && placed.ink.shape.kind != InkKind::Bookmark)
            fresh.push_back(placed);
    }
    return fresh;
}

void MeetingInk::offerFresh()
{
    const std::vector<PlacedInk> fresh =
        m_layer->audience() == InkAudience::Private ? std::vector<PlacedInk>() : freshInk();
    if (fresh.empty()) {
        endOffer();
        return;
    }
    QStringList pages;
    m_offered.clear();
    for (const PlacedInk &placed : fresh) {
        m_offered += placed.ink.id;
        const int number = m_book.numbers().find(*placed.at);
        if (const QString page = number < 0 ? QString() : m_book.stampOf(number);
            !page.isEmpty() && !pages.contains(page))
            pages += page;
    }
    Q_EMIT audienceWidened(
        tr("Others read what you write from now on. What you wrote in the last two minutes (%n on %1) "
           "stays yours alone.",
           nullptr, int(fresh.size()))
            .arg(pages.join(tr(", "))),
        tr("Show it, too"));
}

void MeetingInk::shareFresh()
{
    if (m_offered.isEmpty() || !m_layer)
        return;
    m_layer->beginStep();
    for (const QString &id : std::as_const(m_offered))
        m_layer->share(id, m_layer->audience(), m_layer->readers());
    m_layer->endStep();
    endOffer();
}

void MeetingInk::showPiece(const Ink &ink)
{
    const std::optional<PlacedInk> placed = m_layer ? m_layer->piece(ink.id) : std::nullopt;
    if (placed && !placed->at)
        return; // parked: it stands at the end of the list
    m_panes.current().showPage(placed ? *placed->at : BookPage{ink.paper, ink.page});
    if (InkOverlay *overlay = overlayOf(m_panes.current()); overlay && placed)
        overlay->setCurrent(ink.id);
}

void MeetingInk::endOffer()
{
    m_offered.clear();
    Q_EMIT offerEnded();
}

void MeetingInk::flush()
{
    for (const auto &[view, overlay] : m_overlays)
        overlay->finishNote();
    m_keeper->flush();
}

void MeetingInk::leave()
{
    if (!m_layer)
        return;
    flush();
    endOffer();
    m_keeper->close();
    takeTools();
    m_end->leave();
    dropOverlays();
    m_panes.setMarks({});
    m_choice->setTool(InkTool::Hand);
    delete std::exchange(m_list, nullptr);
    delete std::exchange(m_tools, nullptr);
    m_layer.reset();
}

void MeetingInk::addOverlay(BookView &view)
{
    InkPages pages;
    pages.size = [this](BookPage page) {
        const int number = m_book.numbers().find(page);
        return number < 0 ? QSizeF() : m_book.layoutSize(number);
    };
    pages.text = [this](BookPage page) { return m_book.textOf(m_book.numbers().find(page)); };
    pages.current = [&view] { return view.currentPage(); };
    auto overlay = std::make_unique<InkOverlay>(*m_layer, *m_choice, std::move(pages), *view.pageArea().viewport());
    view.addOverlay(*overlay);
    m_overlays[&view] = std::move(overlay);
    const bool isWindow = !view.parentWidget();
    giveLetters(view, true);
    if (isWindow || view.isFullScreen())
        addBar(view);
    connect(&view, &BookView::fullScreenChanged, this, [this, &view, isWindow](bool full) {
        if (isWindow || m_toolsIn == &view)
            return; // they are there
        if (full) {
            addBar(view);
        } else {
            view.setBar(nullptr);
            giveLetters(view, true);
        }
    });
    view.setPutDown([this] {
        const bool writes = m_choice->tool() != InkTool::Hand;
        m_choice->setTool(InkTool::Hand);
        return writes;
    });
    connect(&view, &QObject::destroyed, this, [this, gone = &view] { m_overlays.erase(gone); });
}

void MeetingInk::dropOverlays()
{
    for (const auto &[view, overlay] : m_overlays) {
        view->removeOverlay(*overlay);
        view->setBar(nullptr);
        view->setPutDown({});
        disconnect(view, &BookView::fullScreenChanged, this, nullptr);
        disconnect(view, &QObject::destroyed, this, nullptr);
    }
    m_overlays.clear();
    m_bars.clear();
}

InkOverlay *MeetingInk::overlayOf(BookView &view) const
{
    const auto found = m_overlays.find(&view);
    return found == m_overlays.end() ? nullptr : found->second.get();
}

} // namespace kessai
