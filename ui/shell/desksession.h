// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/deskthread.h"

#include <QTimer>

#include <memory>

namespace kessai {

class KeptBooks;

/// What every presenter shares after signing in: the desk, who sits at it, and the news. Keeps the lists fresh with the cheap
/// poll of database.md (after at most 10 s, at once on activation and after own acts, slower while nobody can see the window) and
/// restores a lost connection with growing pauses.
class DeskSession final : public QObject {
    Q_OBJECT

public:
    DeskSession(DeskThread &desk, DeskInfo info, std::unique_ptr<KeptBooks> kept, QObject *parent = nullptr);
    /// What is kept on this computer goes with the session.
    DeskSession(DeskThread &desk, DeskInfo info);
    ~DeskSession() override;
    /// A session without the office: nobody signed in, and only what is kept on this computer can be read and written on.
    static std::unique_ptr<DeskSession> offline(DeskThread &closed, DeskInfo info, std::unique_ptr<KeptBooks> kept);

    DeskThread &desk() { return m_desk; }
    /// As of today; another one after `infoChanged`.
    const DeskInfo &info() const { return m_info; }
    const Pulse &pulse() const { return m_pulse; }
    /// The server's time when it was last heard of; before that noon of the day, which is what a wait is counted in.
    Instant now() const;
    bool connected() const { return m_connected; }
    bool isOffline() const { return m_offline; }
    /// The office is asked something and has not answered for a while, though the line is not known to be broken.
    bool isUnanswered() const { return m_unanswered; }
    /// How many milliseconds that is; for whoever cannot wait.
    void setPatience(int milliseconds);
    /// What lies on this computer of whoever sits at the desk.
    KeptBooks &kept() { return *m_kept; }

    /// Asks for news now: on activation, after an own act, on F5.
    void refresh();
    /// Says that this window changed a case; others of the same session hear it at once.
    void noteChange(CaseId id);
    /// Says that the window can be seen or not; those that cannot ask less often.
    void setVisible(bool visible);
    /// Hears the bell of a running meeting, also after a lost connection is back; none with an empty name.
    void listen(const QByteArray &channel);

Q_SIGNALS:
    void pulseChanged(const kessai::Pulse &pulse);
    /// Another day has begun, or the office's configuration has changed.
    void infoChanged();
    /// Something that the lists show changed; in a busy office that is so at nearly every poll.
    void listsChanged();
    /// Somebody wanted to know, by `refresh`, an own act or coming back to the window, and has been told what changed.
    void broughtUpToDate();
    void caseChanged(kessai::CaseId id);
    /// Something happened at the meeting that is listened to, or may have, while the connection was lost: ask what is so.
    void rang(kessai::Ring what);
    void connectionLost(const kessai::Error &error);
    void connectionRestored();
    /// It has not answered for a while, or does again.
    void unansweredChanged();
    /// The last time the office answered; for the status bar.
    void refreshed(kessai::Instant at);

private:
    void ask();
    void schedule();
    void watch();

    DeskThread &m_desk;
    DeskInfo m_info;
    std::unique_ptr<KeptBooks> m_kept;
    Pulse m_pulse;
    QTimer m_timer;
    QTimer m_watch; ///< whether answers come
    int m_patience;
    bool m_unanswered = false;
    bool m_asking = false;
    bool m_askAgain = false;
    bool m_wanted = false; ///< the answer is waited for by more than the timer
    bool m_connected = true;
    bool m_offline = false;
    bool m_heard = false; ///< the first answer is no news: the lists are being read anyway
    bool m_visible = true;
    int m_failures = 0;
};

} // namespace kessai
