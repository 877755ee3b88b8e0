// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/agendamodel.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTimer;
class QToolButton;

namespace kessai {

class AgendaPane;
class AgendaTree;
class Card;
class DeskSession;
class EmptyState;
class HeadPane;
class MeetingPresenter;
class MembersPane;
class PaperIntake;
class QuietBanner;
class SecondPress;
class StatusChip;
class TextLabel;
class UndoLine;

/// What is missing from a meeting that is about to be published, in the user's words.
QStringList missingBeforePublishing(const Meeting &meeting, const std::function<QString(StaffId)> &nameOf);
/// Papers that are asked for until a day after the meeting, by their labels.
QStringList awaitedTooLate(const Meeting &meeting, const QDate &day);

/// The secretary's desk: the agenda with its papers at the left, and at the right the meeting, its members, and whatever one is on in the
/// agenda. Every change is recorded at once; what somebody else does meanwhile appears by itself.
class MeetingEditor final : public QWidget {
    Q_OBJECT

public:
    MeetingEditor(DeskSession &session, MeetingPresenter &presenter, PaperIntake &intake, QWidget *parent = nullptr);

    /// Begins a meeting.
    void beginNew();
    /// Shows the meeting the presenter has.
    void begin();
    void takeFocus();

Q_SIGNALS:
    void closed();
    /// Somebody wants to read the book; of a paper, or from its beginning (0).
    void readRequested(int paper);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildPublishing();
    QWidget *buildAgenda();
    QWidget *buildSide();
    void connectParts();
    void showMeeting(bool anew);
    void showState();
    void chosen(AgendaKey key);
    void addItem();
    void goToNext(int item);
    void chooseFiles(int item);
    void addFiles(int item, const QStringList &paths);
    void chooseFile(int paper);
    void moveItem(int item, int place);
    void movePaper(int paper, int item, int place);
    void drop(AgendaKey key);
    void askToPublish();
    void beginMeeting();
    void setState(MeetingState to, const QString &done);
    int itemForFiles() const;

    DeskSession &m_session;
    MeetingPresenter &m_presenter;
    PaperIntake &m_intake;
    QuietBanner *m_banner;
    QString m_loss; ///< what the banner said was not done; what is done after it does not wipe it away
    TextLabel *m_when;
    TextLabel *m_hint;
    StatusChip *m_state;
    QPushButton *m_read;
    QPushButton *m_publish;
    QPushButton *m_begin;
    SecondPress *m_beginning; ///< one stray click does not begin it
    QToolButton *m_more;
    QMenu *m_moreMenu;
    Card *m_publishing;
    TextLabel *m_missing;
    AgendaTree *m_tree;
    QStackedWidget *m_agendaStack;
    EmptyState *m_noAgenda;
    QPushButton *m_addItem;
    QPushButton *m_addPapers;
    UndoLine *m_undo;
    QTabBar *m_tabs;
    QStackedWidget *m_panes;
    HeadPane *m_head;
    MembersPane *m_members;
    AgendaPane *m_agenda;
    QTimer *m_look;          ///< who opened what meanwhile
    int m_lastItem = 0;      ///< of the meeting shown
    bool m_creating = false; ///< it is being made: then one goes on with its agenda
    bool m_adding = false;   ///< an item was added and is gone to when it is there
};

} // namespace kessai
