// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/meetingstore.h"

#include <QTimer>
#include <QWidget>

class QListWidget;
class QPushButton;
class QSpinBox;

namespace kessai {

class DeskSession;
class EmptyState;
class LiveSeat;
class MeetingPresenter;
class MemberMenu;
class TextLabel;

/// 発言: who speaks and for how long, and who asked to, in that order. Whoever conducts the meeting gives the floor.
class SpeakingPane final : public QWidget {
    Q_OBJECT

public:
    SpeakingPane(DeskSession &session, MeetingPresenter &presenter, LiveSeat &seat, QWidget *parent = nullptr);

    void showState();
    /// Who has the floor; none where nobody has.
    const Speaker *speaking() const;
    /// Those who wait for the floor.
    int waitingCount() const;
    /// To those who wait: Enter gives the chosen one the floor.
    void takeFocus();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showTime();
    void showWaiting();
    void give(std::optional<StaffId> who);
    void giveToChosen();
    void giveToNext();

    DeskSession &m_session;
    MeetingPresenter &m_presenter;
    LiveSeat &m_seat;
    QTimer m_tick;
    TextLabel *m_who;
    TextLabel *m_time;
    QWidget *m_acts; ///< for whoever conducts the meeting
    QSpinBox *m_limit;
    QPushButton *m_next;
    QPushButton *m_end;
    QPushButton *m_call;
    MemberMenu *m_whom;
    QListWidget *m_waiting;
    TextLabel *m_nobody;
    std::vector<Speaker> m_shown;
};

} // namespace kessai
