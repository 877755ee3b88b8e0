// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/inkconflict.h"
#include "core/services/desk.h"
#include "ui/meetings/book.h"
#include "ui/meetings/meetinglist.h"
#include "ui/widgets/quietbanner.h"

#include <QStringList>
#include <QWidget>

#include <map>

class QListView;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace kessai {

class BookKeeper;
class DeskSession;
class EmptyState;
class HitModel;
class LoadingLine;
class MeetingEditor;
class MeetingModel;
class MeetingPresenter;
class MeetingReader;
class MyActions;
class PaperIntake;
class SearchField;
class TextLabel;

/// 会議: one's meetings, what they are made of, and their papers as a book. Behind the list stand the secretary's desk and the reading.
class MeetingsPage final : public QWidget {
    Q_OBJECT

public:
    explicit MeetingsPage(DeskSession &session, QWidget *parent = nullptr);

    /// Above the list stands from now on what is to be done by meetings.
    void setActions(MyActions &actions);
    /// Shows the list; coming back to an open meeting from elsewhere goes on with it.
    void begin();
    void takeFocus();
    /// Meetings of the reader's that run now, as far as the list was read.
    std::vector<MeetingRow> underWay() const;
    /// Goes into a meeting, unless one stays in another.
    void read(MeetingId id);
    MeetingEditor *editor() const { return m_editor; }
    MeetingReader *reader() const { return m_reader; }

Q_SIGNALS:
    void recorded(const QString &done);
    /// Meetings today and papers awaited, for the navigation.
    void counted(int pressing);
    /// The case with a meeting's minutes was just drafted, and is to be gone on with; or it is to be looked at.
    void minutesDrafted(kessai::CaseId id);
    void openRequested(kessai::CaseId id);
    /// What is shown is called so.
    void titleChanged(const QString &title);
    /// Pages want the room of the navigation, or no longer.
    void roomWanted(bool wanted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildList();
    void connectKeeping();
    /// Keeps the open meeting here as it is now, where it is not the kept one that is shown.
    void keepOpen();
    void keepNow();
    void keepChosen(bool keep);
    void showKept();
    void connectParts();
    void goBack();
    void showList();
    void showEntries();
    void fitNews();
    void search(const QString &words);
    void openChosen();
    void openHit();
    /// Opens a meeting as whoever it is does: to prepare it, or to read; where a page is given, to read that.
    void open(MeetingId id, std::optional<MeetingHit> at = std::nullopt);
    void showOpened();
    void showReader(const ReadingPlace &place);
    void showEditor();
    bool isListInFront() const;
    /// What the line above the list is about.
    enum class Above { Other, NotConnected, Lost, Joined };
    void say(BannerKind kind, const QString &words, const QString &action = {});
    void sayAbout(Above what, BannerKind kind, const QString &words, const QString &action = {}, bool closable = true);
    QString joinedText() const;
    void showAbove();
    void actAbove();
    void closedAbove();
    void tellLost(const QString &words);
    /// Opens the first meeting of which notes were put together.
    void showJoined();

    DeskSession &m_session;
    MeetingList *m_list;
    BookKeeper *m_keeper;
    MeetingPresenter *m_presenter;
    PaperIntake *m_intake;
    MeetingModel *m_model;
    HitModel *m_hits;
    QStackedWidget *m_pages;
    QWidget *m_listPage;
    QuietBanner *m_banner;
    LoadingLine *m_loading;
    SearchField *m_search;
    QToolButton *m_keep;
    TextLabel *m_noKeyring;
    QPushButton *m_new;
    QVBoxLayout *m_above; ///< of the list, and what stands above it
    QStackedWidget *m_stack;
    QTableView *m_table;
    QListView *m_found;
    EmptyState *m_empty;
    MeetingEditor *m_editor;
    MeetingReader *m_reader;
    QTimer *m_count;                     ///< reads the list now and then for the navigation, while nobody looks at it
    QTimer *m_keepLater;                 ///< until a running meeting is kept again as it is by then
    std::optional<MeetingHit> m_at;      ///< where reading begins
    std::optional<ReadingPlace> m_place; ///< the same, where nothing is looked for
    std::map<MeetingId, InkJoining> m_joined; ///< put together while their meetings were not read; until it was seen
    Above m_says = Above::Other;
    ReadingPlace m_left;                ///< where one read before one went to prepare it
    std::vector<MeetingAction> m_given; ///< of the meeting that is open, as was told last
    int m_keptSeq = 0;                  ///< of the open meeting as it was kept
    QStringList m_lost;                 ///< what was taken away or not done; until it was closed
    bool m_away = false;                ///< one left the page for another place
    bool m_read = false;                ///< the list was read at least once
    bool m_intoHits = false;            ///< whoever searches wants to go on to what is found
};

} // namespace kessai
