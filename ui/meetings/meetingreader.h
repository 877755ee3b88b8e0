// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"
#include "ui/meetings/pageoverlay.h"

#include <QTimer>
#include <QWidget>

#include <map>
#include <optional>
#include <set>
#include <vector>

class QPushButton;
class QToolButton;

namespace kessai {

class AwaitedCard;
class BookPanes;
class BookPresenter;
class Card;
class DeskSession;
class MeetingInk;
class MeetingLive;
class MeetingPresenter;
class PaperCopies;
class PaperFiles;
class PaperIntake;
class QuietBanner;
class StatusChip;
class TextLabel;

/// 会議資料を読む: a meeting's papers as one book. What somebody opens is noted, and what others add or replace appears by itself.
class MeetingReader final : public QWidget {
    Q_OBJECT

public:
    MeetingReader(DeskSession &session, MeetingPresenter &presenter, PaperIntake &intake, QWidget *parent = nullptr);
    ~MeetingReader() override;

    /// Opens the book of the meeting the presenter has; at a page (0-based) of a paper, or where its first begins.
    void begin(int paper, int page);
    /// Looks for words in all papers of the book.
    void find(const QString &words);
    /// One goes elsewhere for a while: what is written is stored.
    void pause();
    /// Leaves the meeting.
    void leave();
    void takeFocus();
    BookPanes &panes() { return *m_panes; }
    BookPresenter &book() { return *m_book; }
    MeetingInk &ink() { return *m_ink; }
    MeetingLive &live() { return *m_live; }

Q_SIGNALS:
    void closed();
    void editRequested();
    /// Something is recorded of a meeting that runs or is over; the sentence goes to the quiet line.
    void recorded(const QString &done);
    /// Minutes were drafted and are to be gone on with; or they are on their way and looked at.
    void minutesDrafted(kessai::CaseId id);
    void minutesRequested(kessai::CaseId id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What stands beside the pages.
    enum class Side { Nothing, Notes, Conduct };

    QWidget *buildHead();
    void connectLive();
    void showSide(Side side);
    void proposeSide();
    void showMeeting();
    void showStored();
    void tellNews(const std::map<int, int> &before);
    void noteOpened();

    DeskSession &m_session;
    MeetingPresenter &m_presenter;
    QuietBanner *m_banner;
    QString m_loss;      ///< what the banner said was not done; what is done after it does not wipe it away
    QString m_unreached; ///< what it said of the line, until that is back
    TextLabel *m_when;
    TextLabel *m_stored; ///< whether the office has what was written
    StatusChip *m_state;
    QToolButton *m_notes;
    QToolButton *m_conduct;
    QPushButton *m_edit;
    AwaitedCard *m_awaited;
    PaperFiles *m_files;
    BookPresenter *m_book;
    BookPanes *m_panes;
    Card *m_side;    ///< around the list of notes
    Card *m_running; ///< around what is done and comes of the meeting
    MeetingInk *m_ink;
    MeetingLive *m_live;
    PaperCopies *m_copies;
    std::map<int, int> m_revisions; ///< of the papers shown
    std::set<std::pair<int, int>>
        m_noted;     ///< papers, with their revision, of which the office knows that they were opened
    QTimer m_looked; ///< a page one only leafs over is not opened
    bool m_reading = false;
    bool m_sideChosen = false; ///< somebody opened or closed what is beside the pages
};

} // namespace kessai
