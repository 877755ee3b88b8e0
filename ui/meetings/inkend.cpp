// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkend.h"

#include "core/services/answer.h"
#include "ui/meetings/meetingwords.h"
#include "ui/shell/desksession.h"
#include "ui/wording.h"

namespace kessai {

InkEnd::InkEnd(DeskSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void InkEnd::setMeeting(const Meeting &meeting)
{
    if (m_meeting != meeting.id)
        m_day.reset();
    ++m_generation;
    m_meeting = meeting.id;
    m_days = meeting.rules.inkDays;
    m_sees = isSecretaryOf(meeting, m_session.info().me.id) || m_session.info().rights.administrator;
    Q_EMIT changed();
    if (m_days != kInkStays && meeting.minutes && !meeting.damaged && !m_session.isOffline())
        ask();
}

void InkEnd::leave()
{
    ++m_generation;
    m_meeting.reset();
    m_days = kInkStays;
    m_day.reset();
}

void InkEnd::ask()
{
    m_session.desk()
        .ask([id = *m_meeting](Desk &desk) { return desk.inkEnd(id); })
        .then(this, [this, asked = m_generation](const Result<std::optional<QDate>> &day) {
            if (asked != m_generation || !day)
                return; // it is asked again when the meeting is opened the next time
            m_day = *day;
            Q_EMIT changed();
            if (m_day && *m_day <= m_session.info().today && m_sees)
                destroy();
        });
}

void InkEnd::destroy()
{
    m_session.desk()
        .run([id = *m_meeting](Desk &desk) { return desk.destroyInk(id); })
        .then(this, [this, asked = m_generation](const Result<> &destroyed) {
            if (asked == m_generation && destroyed)
                Q_EMIT inkDestroyed();
        });
}

QString InkEnd::words() const
{
    if (m_days == kInkStays)
        return {};
    if (m_day && *m_day <= m_session.info().today)
        return tr("The day of private notes on this meeting was %1: what is still here, or written from now on, is "
                  "destroyed "
                  "without a further word.")
            .arg(longDay(*m_day));
    if (m_day)
        return tr("Private notes are destroyed on %1. What is shared stays.").arg(longDay(*m_day));
    return m_days == 0
        ? tr("Private notes are destroyed as soon as the minutes are decided. What is shared stays.")
        : tr("Private notes are destroyed %n day(s) after the minutes are decided. What is shared stays.", nullptr,
             m_days);
}

} // namespace kessai
