// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/meetings/meeting.h"
#include "ui/meetings/inkkeeper.h"
#include "ui/meetings/inklayer.h"
#include "ui/meetings/inktools.h"
#include "ui/meetings/pageoverlay.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>

class QVBoxLayout;

namespace kessai {

class BookPanes;
class BookPresenter;
class BookView;
class DeskSession;
class InkChoice;
class InkEnd;
class InkLayer;
class InkList;
class InkOverlay;

/// Ink on the book of one meeting after the other: what is written, the tools one writes with, and an overlay on each view of the book.
class MeetingInk final : public QObject {
    Q_OBJECT

public:
    /// The tools go above the panes, into `room`, the list of what is written into `side`.
    MeetingInk(DeskSession &session, BookPanes &panes, BookPresenter &book, QVBoxLayout &room, QVBoxLayout &side,
               QObject *parent = nullptr);
    ~MeetingInk() override;

    void begin(const Meeting &meeting);
    /// The meeting is not as it was; ink moves with its pages.
    void setMeeting(const Meeting &meeting);
    /// Stores at once what was written.
    void flush();
    void leave();
    /// Null while no meeting is read.
    InkLayer *layer() const { return m_layer.get(); }
    InkChoice &choice() { return *m_choice; }
    InkKeeper &keeper() { return *m_keeper; }
    /// Shows those who read what is written from now on what was offered: what was written just before.
    void shareFresh();
    /// Goes to a piece in the current view.
    void showPiece(const Ink &ink);

Q_SIGNALS:
    /// Somebody else reads what is written from now on; what was written just before, which is named, stays as it is. It can be shown, too.
    void audienceWidened(const QString &words, const QString &offer);
    /// There is nothing to be shown any more.
    void offerEnded();
    /// What became of notes that were changed on another computer, too.
    void joined(kessai::MeetingId meeting, const kessai::InkJoining &joining);
    /// So many files of unsent ink on this computer could not be opened, and are set aside.
    void setAside(int files);

private:
    std::vector<PlacedInk> freshInk() const;
    void offerFresh();
    void endOffer();
    void addOverlay(BookView &view);
    void dropOverlays();
    /// In one row with the tools of a view that is alone; above several.
    void placeTools();
    void takeTools();
    void showMarks();
    /// Tools of its own for a view that is alone on a screen, as the others' are not in its window.
    void addBar(BookView &view);
    InkTools *makeTools(QWidget *parent, BookView *view);
    /// The letters of the tools above the views act in a view that has none of its own.
    void giveLetters(BookView &view, bool given);
    InkOverlay *overlayOf(BookView &view) const;

    DeskSession &m_session;
    BookPanes &m_panes;
    BookPresenter &m_book;
    QVBoxLayout &m_room;
    QVBoxLayout &m_side;
    SystemClock m_clock;
    InkChoice *m_choice;
    InkKeeper *m_keeper;
    InkEnd *m_end;
    std::unique_ptr<InkLayer> m_layer;
    InkTools *m_tools = nullptr;
    QPointer<BookView> m_toolsIn; ///< none while they are above the views
    QList<QPointer<InkTools>> m_bars;
    QList<InkReader> m_readers;
    QStringList m_offered; ///< what could be shown to others, too
    InkList *m_list = nullptr;
    std::map<BookView *, std::unique_ptr<InkOverlay>> m_overlays;
};

} // namespace kessai
