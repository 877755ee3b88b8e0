// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"
#include "ui/meetings/meetingpresenter.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace kessai {

class AttendancePane;
class DeskSession;
class LiveSeat;
class OutcomePane;
class SpeakingPane;
class TextLabel;
class VotingPane;

/// 進行: who is there, who speaks, what is voted on, what was decided; and the end of the meeting with its minutes. Members see the same
/// without what only those who conduct the meeting do.
class ConductPane final : public QWidget {
    Q_OBJECT

public:
    ConductPane(DeskSession &session, MeetingPresenter &presenter, LiveSeat &seat, QWidget *parent = nullptr);

    void showState();
    /// The item one is reading, for what is recorded next.
    void setItem(int item);
    void takeFocus();

Q_SIGNALS:
    /// The case with the minutes, as it was just drafted, is to be gone on with; or one that is on its way, to be looked at.
    void minutesDrafted(kessai::CaseId id);
    void minutesRequested(kessai::CaseId id);
    void failed(const kessai::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildFoot();
    void enterTab();
    QString unsettledNow() const;
    static QString waitingEndText(const MeetingPresenter::PendingEnd &end);
    void showFoot();
    void showTab();
    void endNow();
    void endLater();
    void draftMinutes();

    DeskSession &m_session;
    MeetingPresenter &m_presenter;
    LiveSeat &m_seat;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    AttendancePane *m_attendance;
    SpeakingPane *m_speaking;
    VotingPane *m_voting;
    OutcomePane *m_outcome;
    QWidget *m_foot = nullptr;
    QPushButton *m_end = nullptr;
    QPushButton *m_minutes = nullptr;
    QWidget *m_ending = nullptr; ///< asks whether the meeting is over
    QPushButton *m_endNow = nullptr;
    QPushButton *m_notYet = nullptr;
    TextLabel *m_question = nullptr;
    TextLabel *m_unsettled = nullptr;
    bool m_isOver = false;
    bool m_waits = false;   ///< the end does, which is said, and nothing else is done
    QString m_draftRequest; ///< the same until it is answered, so that the minutes are drafted once
    bool m_drafting = false;
};

} // namespace kessai
