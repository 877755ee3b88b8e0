// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/myactions.h"

#include "core/services/answer.h"
#include "ui/meetings/reach.h"
#include "ui/shell/desksession.h"

#include <QUuid>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kReadEvery = 5 * 60 * 1'000; ///< milliseconds

} // namespace

MyActions::MyActions(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&m_again, &QTimer::timeout, this, &MyActions::read);
    connect(&session, &DeskSession::infoChanged, this, &MyActions::read); // another day may have begun
    connect(&session, &DeskSession::broughtUpToDate, this, &MyActions::read);
    m_again.start(kReadEvery);
    read();
}

void MyActions::read()
{
    const int asked = ++m_reads;
    m_session.desk().ask([](Desk &desk) { return desk.myActions(); }).then(this, [this, asked](const auto &actions) {
        if (asked != m_reads || !actions || *actions == m_actions)
            return; // what could not be read is read again soon, and nobody waits for it
        m_actions = *actions;
        Q_EMIT changed();
    });
}

int MyActions::openCount() const
{
    return int(std::count_if(m_actions.begin(), m_actions.end(),
                             [](const MyAction &one) { return one.doneAt == Instant(0); }));
}

int MyActions::overdueCount() const
{
    return int(std::count_if(m_actions.begin(), m_actions.end(), [](const MyAction &one) { return one.overdue; }));
}

void MyActions::finish(const MyAction &action, bool done, const QString &note)
{
    send(action.meeting, FinishAction{action.action, done, note}, QUuid::createUuid().toString(QUuid::WithoutBraces),
         done ? tr("“%1” is done.").arg(action.text) : tr("“%1” is open again.").arg(action.text));
}

void MyActions::send(MeetingId meeting, const FinishAction &finish, const QString &request, const QString &done)
{
    m_session.desk()
        .run([meeting, finish, request](Desk &desk) {
            return desk.changeMeeting(meeting, kWhateverSeen, request, finish);
        })
        .then(this, [=, this](const Result<Meeting> &answer) {
            if (!answer && isOutOfReach(answer.error())) // the same request again is safe, whatever became of this one
                QTimer::singleShot(kRetryAfter, this, [=, this] { send(meeting, finish, request, done); });
            if (answer)
                Q_EMIT recorded(done);
            else
                Q_EMIT failed(answer.error());
            if (!answer && !isOutOfReach(answer.error()))
                Q_EMIT changed(); // it is as it was, and can be tried again
            read();
        });
}

} // namespace kessai
