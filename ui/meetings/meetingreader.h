// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/inkconflict.h"
#include "core/meetings/meeting.h"
#include "ui/meetings/book.h"
#include "ui/meetings/pageoverlay.h"
#include "ui/meetings/papermoves.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

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
class ReaderHead;
class ReaderNews;
class SideRoom;

/// What stands beside the pages.
enum class ReadingSide { Nothing, Notes, Conduct };

/// As it is kept on a computer.
QString codeOf(ReadingSide side);
std::optional<ReadingSide> readingSideOf(const QString &code);

/// 会議資料を読む: a meeting's papers as one book. What somebody opens is noted, and what others add or replace appears by itself.
class MeetingReader final : public QWidget {
    Q_OBJECT

public:
    MeetingReader(DeskSession &session, MeetingPresenter &presenter, PaperIntake &intake, QWidget *parent = nullptr);
    ~MeetingReader() override;

    /// Opens the book of the meeting the presenter has, where somebody was before, wherever that page is now.
    void begin(const ReadingPlace &place);
    ReadingPlace place() const;
    /// Looks for words in all papers of the book.
    void find(const QString &words);
    /// One goes elsewhere for a while: what is written is stored.
    void pause();
    /// Leaves the meeting.
    void leave();
    void takeFocus();
    /// What somebody had beside the pages the last time.
    void setSide(ReadingSide side);
    BookPanes &panes() { return *m_panes; }
    BookPresenter &book() { return *m_book; }
    MeetingInk &ink() { return *m_ink; }
    MeetingLive &live() { return *m_live; }

Q_SIGNALS:
    void closed();
    void sideChosen(kessai::ReadingSide side);
    void editRequested();
    /// Notes of a meeting that is not read now were put together with what was changed elsewhere.
    void inkJoined(kessai::MeetingId meeting, const kessai::InkJoining &joining);
    /// What was said of something that was not done, and not closed before one left.
    void leftUnread(const QString &words);
    /// Something is recorded of a meeting that runs or is over; the sentence goes to the quiet line.
    void recorded(const QString &done);
    /// Minutes were drafted and are to be gone on with; or they are on their way and looked at.
    void minutesDrafted(kessai::CaseId id);
    void minutesRequested(kessai::CaseId id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What is to be known of a paper that was replaced: where the pages of an older file went.
    struct Replaced {
        int paper;
        int from;
        int to;
        friend bool operator==(const Replaced &, const Replaced &) = default;
    };

    void connectLive();
    bool putDown();
    Book bookOf(const Meeting &meeting) const;
    std::vector<Replaced> replacedIn(const Book &coming) const;
    void findMoves(const std::vector<Replaced> &papers, const std::function<void(const PaperMoves &)> &then);
    void takeBook(const PaperMoves &moves);
    void goTo(const ReadingPlace &place);
    void showSide(ReadingSide side);
    void chooseSide(ReadingSide side);
    void proposeSide();
    void tellJoined(MeetingId meeting, const InkJoining &joining);
    void showMeeting();
    void showStored();
    /// `lost`: the page one read is in no file any more.
    void tellNews(bool lost);
    void tellEnd();
    void noteOpened();
    int newestOf(int paper) const;

    DeskSession &m_session;
    MeetingPresenter &m_presenter;
    QuietBanner *m_banner;
    ReaderNews *m_news; ///< what it says
    ReaderHead *m_head;
    SideRoom *m_room;
    AwaitedCard *m_awaited;
    PaperFiles *m_files;
    BookPresenter *m_book;
    BookPanes *m_panes;
    Card *m_side;    ///< around the list of notes
    Card *m_running; ///< around what is done and comes of the meeting
    MeetingInk *m_ink;
    MeetingLive *m_live;
    PaperCopies *m_copies;
    std::optional<MeetingId> m_read;
    MeetingState m_state = MeetingState::Draft; ///< as it was shown last
    std::map<int, int> m_revisions;             ///< of the papers there are
    std::map<int, int> m_told;                  ///< of those of which is said that they came
    std::optional<Book> m_coming;               ///< waits until it is known where pages went
    std::vector<Replaced> m_seeking;            ///< of the papers that are asked for
    int m_seeks = 0;                            ///< for a book that waits
    int m_begins = 0;                           ///< of readings
    QElapsedTimer m_putDown;                    ///< since something was closed by Esc
    std::set<std::pair<int, int>>
        m_noted;     ///< papers, with their revision, of which the office knows that they were opened
    QTimer m_looked; ///< a page one only leafs over is not opened
    bool m_reading = false;
    bool m_endShown = false;                  ///< that it waits, in this reading
    bool m_sideChosen = false;                ///< somebody opened or closed what is beside the pages
    ReadingSide m_usual = ReadingSide::Notes; ///< what is there before somebody says otherwise
};

} // namespace kessai
