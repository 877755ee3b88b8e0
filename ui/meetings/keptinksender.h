// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/meetingstore.h"

#include <QObject>
#include <QTimer>

namespace kessai {

class DeskSession;
class KeptBooks;

/// Sends ink that lies on this computer and is in no layer: what earlier sessions could not send, what windows left behind that are gone,
/// and what was not on its way yet when one left a meeting.
class KeptInkSender final : public QObject {
    Q_OBJECT

public:
    explicit KeptInkSender(DeskSession &session, QObject *parent = nullptr);

    /// Sends what lies in the files of this window and of those that are gone, but for the meeting that is open. What a window leaves that goes
    /// later is sent by itself.
    void send();
    /// Sends what a layer has held that one has just left.
    void send(MeetingId meeting, const std::vector<Ink> &inks);
    /// What is in a layer goes from there.
    void setOpen(std::optional<MeetingId> meeting) { m_open = meeting; }
    /// Says how many files could not be opened since this was asked last.
    void tellSetAside();

Q_SIGNALS:
    /// Pieces of some meeting were changed at two computers, and were put together.
    void inkJoined(kessai::MeetingId meeting, const kessai::InkJoining &joining);
    /// So many files of unsent ink on this computer could not be opened, and are set aside.
    void inkSetAside(int files);
    /// A window is gone and has left something, of the open meeting perhaps.
    void othersGone();

private:
    /// Where pieces come from.
    enum class From {
        Files,      ///< where the office has some otherwise, it is looked first whether they lie here still
        FilesStill, ///< they do: they are put together with what was changed elsewhere
        Layer,      ///< that one has just left: put together likewise
    };
    /// At most so many at once: what the office refuses stays, and the rest goes on.
    void sendSome(MeetingId meeting, const std::vector<Ink> &inks, std::size_t most, From from);
    void sendStill(MeetingId meeting, const std::vector<Ink> &read, std::size_t most);
    void endSending();
    /// Looks whether a window has left something since.
    void look();
    bool isNews(const QStringList &left);

    DeskSession &m_session;
    KeptBooks &m_kept;
    std::optional<MeetingId> m_open;
    int m_sendings = 0;       ///< under way
    bool m_sendAgain = false; ///< once they are over: it was asked for meanwhile
    QStringList m_left{};     ///< files of windows that are gone, when it was looked last
    QTimer m_looks;
};

} // namespace kessai
