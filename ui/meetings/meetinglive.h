// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/livepointer.h"
#include "ui/meetings/liveseat.h"
#include "ui/meetings/pageoverlay.h"

#include <QObject>
#include <QPointer>

class QHBoxLayout;
class QVBoxLayout;

namespace kessai {

class BookPanes;
class BookPresenter;
class BookView;
class ConductPane;
class DeskSession;
class InkChoice;
class LiveLine;
class MeetingPresenter;
class SideRoom;
class VoteLine;

/// A running meeting around its book: the strip that says where the presenter is, the vote that is open, the pane from which the meeting is
/// conducted, and the turning of pages with the presenter.
class MeetingLive final : public QObject {
    Q_OBJECT

public:
    /// The strip goes into `head`, the vote to the end of `room`, the pane into `side`.
    MeetingLive(DeskSession &session, MeetingPresenter &presenter, BookPanes &panes, BookPresenter &book,
                InkChoice &ink, QHBoxLayout &head, SideRoom &room, QVBoxLayout &side, QObject *parent = nullptr);

    void begin();
    void leave();
    LiveSeat &seat() { return *m_seat; }
    ConductPane &pane() { return *m_pane; }
    /// There is something to conduct, or it can be seen what came of it.
    bool hasPane() const;
    /// Whether one pointed, and does no longer.
    bool putPointerDown();

Q_SIGNALS:
    /// Another state of the meeting is shown.
    void changed();
    void failed(const kessai::Error &error);

private:
    void showState();
    void turn();
    void follow();
    void comeCalled();
    void goBack();
    void onPage(const BookPage &page);
    void onFollowedPage(const BookPage &page);
    void onReleased();
    void onReplaced();
    void present(const BookPage &page);
    bool isBefore(const LivePlace &place) const;
    void takePointer(bool inHand);
    QString placeName(const LivePlace &place) const;

    DeskSession &m_session;
    MeetingPresenter &m_presenter;
    BookPanes &m_panes;
    BookPresenter &m_book;
    InkChoice &m_ink;
    LiveSeat *m_seat;
    LivePointer m_pointer;
    LiveLine *m_line;
    VoteLine *m_vote;
    ConductPane *m_pane;
    QPointer<BookView> m_view;        ///< the one that turns with the presenter
    std::optional<BookPage> m_wanted; ///< the presenter's page it was turned to last
    double m_scrolled = 0;            ///< and how far down it
    std::optional<BookPage> m_turned; ///< what that view showed then: of two pages at a time it is the first
    std::optional<BookPage> m_before; ///< where one was before one was called
    bool m_returned = false;          ///< the meeting was opened, and what happens in it is not heard of yet
    bool m_presenting = false;
    bool m_turning = false;
};

} // namespace kessai
