// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"
#include "core/ports/meetingstore.h"
#include "ui/meetings/inklayer.h"
#include "ui/meetings/keptinksender.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <map>
#include <set>
#include <tuple>

namespace kessai {

class DeskSession;
class KeptBooks;

/// Carries ink between what somebody writes and the office: fetches what is new, stores what was written in the background, and keeps on
/// this computer what the office does not have yet. Finds where the pages of replaced papers went, so that ink moves with them.
class InkKeeper final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Stored, ///< the office has everything
        Storing,
        Waiting, ///< the line is broken; it is kept here, and sent when the line is back
        Refused, ///< the office does not take some of it, which stays here
    };

    explicit InkKeeper(DeskSession &session, QObject *parent = nullptr);

    /// Sends what earlier sessions could not.
    void sendKept() { m_sender.send(); }
    /// Begins with the ink of a meeting in a layer, which is the caller's.
    void open(const Meeting &meeting, InkLayer &layer);
    /// The meeting is not as it was: papers came, went or were replaced.
    void setMeeting(const Meeting &meeting);
    /// Asks what others shared since.
    void refresh();
    /// Sends at once what is not stored yet.
    void flush();
    /// Leaves the meeting: what is not stored yet goes on its way, and stays on this computer until it has arrived.
    void close();

    State state() const { return m_state; }
    /// What the office does not have could not be written to this computer either.
    bool isOnlyInWindow() const { return m_keepFailed; }

Q_SIGNALS:
    void stateChanged();
    /// Pieces of some meeting were changed at two computers, and were put together.
    void inkJoined(kessai::MeetingId meeting, const kessai::InkJoining &joining);
    /// So many files of unsent ink on this computer could not be opened, and are set aside.
    void inkSetAside(int files);

private:
    void hold(std::vector<Ink> kept);
    void holdOthers();
    /// Writes to this computer what is not stored.
    void keep();
    void keepSoon();
    void dropKept();
    /// Shows what lies here of what the office has, while it cannot be asked.
    void takeKept();
    /// What is not stored and was not refused as it is.
    std::vector<Ink> sendable() const;
    void acknowledge(const std::vector<Ink> &stored);
    /// The office does not take these: they stay here as they are, and the rest is sent.
    void setAside(const std::vector<Ink> &refused, bool isStale);
    /// What came of sending; with what was new at the office, where some of it was changed elsewhere.
    struct Put {
        Result<> done;
        std::optional<InkRead> news{};
        bool waits = false; ///< for the line, to know what is new
    };
    void send();
    void answered(const std::vector<Ink> &sent, const Put &put);
    /// Whether something of what was sent is seen in another light by what is new.
    bool takeNews(const std::vector<Ink> &sent, const InkRead &news);
    void joined(const InkJoining &joining);
    void setState(State state);
    void arrange();
    /// Of the revisions from the oldest that is written on.
    void findMoves(int paper, int oldest, int revision);

    DeskSession &m_session;
    KeptBooks &m_kept;
    KeptInkSender m_sender;
    std::optional<MeetingId> m_meeting;
    QPointer<InkLayer> m_layer;
    std::map<int, int> m_revisions; ///< of papers with a file: the newest
    std::vector<int> m_order;       ///< papers as they are read
    /// By paper and newest revision.
    std::map<std::pair<int, int>, std::vector<std::vector<PageMove>>> m_moves;
    std::map<std::pair<int, int>, int> m_asked; ///< the oldest revision asked for
    QTimer m_ahead;                             ///< what is not stored by then is kept here
    QTimer m_pause; ///< between a stroke and its sending, so that what is written fast goes together
    qint64 m_mark = 0;
    bool m_reading = false;
    bool m_sending = false;
    std::size_t m_most = 0;           ///< sent at once: fewer after a refusal, until what is refused is alone
    std::map<QString, int> m_refused; ///< pieces, with their version
    std::vector<Ink> m_stored;        ///< that may lie on this computer still
    int m_keeping = 0;                ///< writings under way
    bool m_tookKept = false;
    bool m_keptAll = false;  ///< what the office has lies here, as far as it was asked
    bool m_keptHere = false; ///< some of it lies on this computer
    bool m_keepFailed = false;
    bool m_keepMissed = false; ///< the last writing did not come about: what was there before stays
    std::set<std::tuple<QString, QByteArray, bool>> m_held; ///< forms of pieces that lay in files
    std::set<QString> m_takenBack;                          ///< pieces that are to go from others, and are kept so
    State m_state = State::Stored;
    int m_generation = 0;
};

} // namespace kessai
