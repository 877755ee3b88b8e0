// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"

#include <QObject>

namespace kessai {

class DeskSession;

/// What becomes of private notes on a meeting, in words for whoever writes them. Where their day has come, a secretary or an administrator
/// who opens the meeting destroys them by that.
class InkEnd final : public QObject {
    Q_OBJECT

public:
    explicit InkEnd(DeskSession &session, QObject *parent = nullptr);

    /// Another meeting, or it is not as it was.
    void setMeeting(const Meeting &meeting);
    void leave();
    /// Empty where notes stay.
    QString words() const;

Q_SIGNALS:
    void changed();
    /// Notes are gone by now that were there a moment ago.
    void inkDestroyed();

private:
    void ask();
    void destroy();

    DeskSession &m_session;
    std::optional<MeetingId> m_meeting;
    int m_days = kInkStays;
    bool m_sees = false; ///< whoever reads sees to the rules of the meeting
    std::optional<QDate> m_day;
    int m_generation = 0;
};

} // namespace kessai
