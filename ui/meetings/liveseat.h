// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace kessai {

class DeskSession;
class MeetingPresenter;

/// Somebody's seat in the meeting the presenter has open, while it runs: where whoever presents is, whether one follows them, and what
/// one does that passes with the meeting (showing a page, asking to speak, voting). Knows no widgets. It is woken by the office where that
/// can ring, and looks by itself besides.
class LiveSeat final : public QObject {
    Q_OBJECT

public:
    LiveSeat(DeskSession &session, MeetingPresenter &presenter, QObject *parent = nullptr);

    /// The meeting is before somebody's eyes from now on.
    void sit();
    void stand();

    /// The meeting runs, and it is known what happens in it.
    bool isRunning() const { return m_known; }
    /// It runs, and the office cannot be asked.
    bool isCutOff() const { return m_runs && m_cutOff; }
    /// As heard of last; nothing while it does not run.
    const LiveMeeting &live() const { return m_live; }
    /// The server's time, counted on from when it was heard of last.
    Instant now() const;
    bool isPresenting() const;
    /// Somebody else presents, so that there is somebody to follow.
    bool isPresented() const;

    /// Following is an invitation: it lasts until one leaves, whoever presents.
    bool isFollowing() const { return m_following; }
    void follow();
    void leave();

    /// What whoever presents shows; does nothing for others. Turns go at once, what follows quickly at most ten times a second, and of
    /// what waits the last alone.
    void showPage(int paper, int revision, int page);
    /// How far down that page they are, between 0 and 1.
    void scroll(double share);
    /// Where they point on that page, in shares of it; nothing where they do not.
    void point(const std::optional<QPointF> &share);

    /// Lets somebody present from now on, or nobody.
    void setPresenter(std::optional<StaffId> who);
    /// Calls everybody once to where the presenter is.
    void callAll();
    void castBallot(BallotChoice choice);
    void askToSpeak(bool wants);
    /// To nobody, when none is given; 0 seconds are no limit.
    void giveTheFloor(std::optional<StaffId> who, int limitSeconds);

Q_SIGNALS:
    /// Something passed in the meeting, it began or ended to run, or one follows now or no longer.
    void changed();
    /// Somebody called everybody to the presenter's page; one follows now.
    void called();
    /// Somebody shared what they wrote; told at most once a second, however many write.
    void inkShared();
    /// What one wanted is not done.
    void failed(const kessai::Error &error);

private:
    using Answered = Result<LiveMeeting>;

    void look();
    void rang(Ring what);
    void ask();
    void take(const LiveMeeting &live);
    void refused(const Error &error);
    void act(const LiveChange &change);
    void show(const LivePlace &place);
    void sendPlace();

    DeskSession &m_session;
    MeetingPresenter &m_presenter;
    LiveMeeting m_live;
    QElapsedTimer m_heard;             ///< since that
    QTimer m_next;                     ///< until one looks by oneself
    QTimer m_pause;                    ///< until the next place may be sent
    QTimer m_scrolled;                 ///< until it is told how far down one is
    QTimer m_inkPause;                 ///< until it is told that somebody wrote
    LivePlace m_shown;                 ///< what one presents
    std::optional<LivePlace> m_wanted; ///< the last of it, while it waits to be sent
    bool m_sitting = false;
    bool m_runs = false;
    bool m_cutOff = false; ///< the last question was not answered
    bool m_known = false;
    bool m_following = false;
    bool m_asking = false;
    bool m_askAgain = false;
    bool m_sending = false;
    int m_generation = 0; ///< of the meeting that runs; answers about an earlier one are not for this one
};

} // namespace kessai
