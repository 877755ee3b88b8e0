// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QObject>

#include <deque>
#include <map>
#include <vector>

namespace kessai {

class DeskSession;

/// One meeting as whoever is signed in sees it, and what they do to it. Every change is an act that is sent at once, one after the other;
/// where the line breaks it waits and is sent again as it was. Where others were faster, or an act is refused, those behind it that still
/// mean the same are done all the same, and it is said which are not.
class MeetingPresenter final : public QObject {
    Q_OBJECT

public:
    explicit MeetingPresenter(DeskSession &session, QObject *parent = nullptr);
    ~MeetingPresenter() override;

    /// Shows a meeting; `opened` follows, or `readFailed`.
    void open(MeetingId id);
    /// Begins a meeting that is not there until its head is written by a PlanMeeting.
    void beginNew();
    /// Leaves the meeting; what was dropped and could still be brought back goes now.
    void close();
    /// Looks for what others did to it; `changed` follows where they did something.
    void refresh();

    /// Asks who opened what, for secretaries; `openedRead` follows where that is news.
    void readOpened();

    DeskSession &session() const { return m_session; }
    bool isOpen() const { return m_id.has_value(); }
    /// Whether it is shown as it was kept on this computer, for the office cannot be asked.
    bool isKept() const { return m_kept; }
    std::optional<MeetingId> id() const { return m_id; }
    /// Without what is being dropped.
    const Meeting &meeting() const { return m_shown; }
    /// Whether the reader prepares it.
    bool isSecretary() const;
    /// Papers that are awaited from the reader.
    std::vector<int> awaited() const;

    /// Does something to it; what is new has no number yet (0) and gets the next one. `acted` or `notDone` follow with the number given
    /// back, unless one leaves before; 0 where the same waits already.
    int change(const MeetingChange &change, const QString &done = {});
    /// The end of the meeting, which was asked for here and is not recorded yet, also where one has left it since and come back.
    struct PendingEnd {
        int act = 0;
        bool waits = false;       ///< for the line: it did not get through at once
        bool mayBeDone = false;   ///< no answer came to it
        bool isTakenBack = false; ///< while it was on its way
    };
    std::optional<PendingEnd> pendingEnd() const;
    /// Ends it after all not; false where the end is on its way already, or may be recorded. Then it is dropped where it did not get
    /// through, and where it did, `recorded` follows with `tooLate`, or `recordedElsewhere`.
    bool takeBack(int act, const QString &tooLate);
    /// Takes an item or a paper out of sight at once, and out of the meeting when nobody has brought it back for a while.
    void drop(const MeetingChange &change, const QString &done);
    void bringBack();
    /// Does now what waits for being brought back.
    void settleDrop();
    bool isSending() const { return m_sending; }
    /// While changed() is told: it is for what was done here.
    bool isOwnChange() const { return m_own; }
    /// Nothing that was done here waits to be recorded.
    bool isSettled() const { return m_acts.empty(); }
    /// What does.
    std::vector<MeetingChange> unsettled() const;

Q_SIGNALS:
    void opened();
    /// The meeting is not as it was.
    void changed();
    /// An act is recorded; `done` says so in the user's words.
    void recorded(const QString &done);
    /// Something is out of sight and can be brought back.
    void dropped(const QString &done);
    /// It cannot be brought back any more.
    void dropSettled();
    void acted(int act);
    void notDone(int act, const kessai::Error &why);
    /// Somebody was faster, and what they did is shown now; these are not done.
    void overtaken(const QStringList &notDone);
    void openedRead(const std::vector<kessai::PaperOpened> &opened);
    void readFailed(const kessai::Error &error);
    /// These are not done; none where they wait for the line.
    void changeFailed(const kessai::Error &error, const QStringList &notDone);
    /// What waits for the line is another now.
    void waitingChanged();
    /// Of a meeting that was left before they were recorded, these are not done.
    void leftUndone(const kessai::Error &error, const QStringList &notDone);
    /// Of a meeting that was left, this was taken back too late.
    void recordedElsewhere(const QString &tooLate);

private:
    /// Sent again it is the same to the letter, so that it is recorded once whatever became of its answer.
    struct Sent {
        MeetingChange change;
        int seq = 0;
    };
    struct Act {
        MeetingChange change;
        QString done;
        QString request;
        int no = 0;
        int tries = 0;
        std::optional<Sent> sent{};
        bool waits = false;     ///< it did not get through at once
        bool mayBeDone = false; ///< no answer came
        bool onlyAsks = false;  ///< it was taken back: whether it is recorded is asked, and no more
        void send(const Meeting &seen);
        void wait(const Error &why);
    };
    using Acts = std::deque<Act>;
    /// What still waited when one left a meeting.
    struct Rest {
        std::optional<MeetingId> id;
        Meeting seen;
        Acts acts;
        std::vector<int> done{};
        bool hasEnded = false;            ///< the meeting, by one of them
        std::map<int, QString> notDone{}; ///< by their number
        std::optional<Error> error{};
    };
    Act newAct(const MeetingChange &change, const QString &done);
    static Acts takeOvertaken(Acts &acts, const Meeting &seen, const Meeting &now);
    static Acts takeFailed(Acts &acts, bool begun);
    static Rest finish(Desk &desk, Rest rest);
    void openKept(MeetingId id, const Error &why);
    void show(Meeting meeting);
    void sendNext();
    void sendAgain();
    void sendRest();
    void sent(const Result<Meeting> &answer);
    void recordedFirst(const Meeting &now);
    void restSent(const Result<Rest> &answer);
    bool dropUnwanted(Acts &acts);
    bool isUnwanted(const Act &act) const { return m_unwanted.contains(act.no); }
    QString settleUnwanted(const Meeting &now);
    void forgetUnwanted();
    void catchUp();
    void giveUp(const Acts &acts, const Error &why);
    QStringList texts(const Acts &acts) const;

    DeskSession &m_session;
    std::optional<MeetingId> m_id;
    Meeting m_meeting; ///< as the office knows it
    Meeting m_shown;
    std::optional<std::vector<PaperOpened>> m_opened; ///< as it was told last
    Acts m_acts;                                      ///< the first is under way while m_sending
    bool m_sending = false;
    bool m_own = false;
    bool m_kept = false;
    bool m_waiting = false; ///< for the line to come back
    std::optional<Act> m_dropped;
    std::deque<Rest> m_rests; ///< the first is under way while m_finishing
    bool m_finishing = false;
    std::map<int, QString>
        m_unwanted; ///< acts that may be recorded and were taken back, with what is said where that was too late
    int m_lastAct = 0;
    int m_generation = 0; ///< of the meeting shown; answers about an earlier one are not for this one
    int m_reads = 0;
};

} // namespace kessai
