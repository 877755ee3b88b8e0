// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetinglist.h"

#include "core/services/answer.h"
#include "ui/shell/desksession.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kPastMonths = 12;
constexpr int kMostHits = 200;
constexpr int kMostDetailed = 20; ///< meetings that are looked into for their list

/// What only the meeting itself knows of its row.
void detail(MeetingEntry &entry, const Meeting &meeting, StaffId me)
{
    for (const AgendaItem &item : meeting.items) {
        for (const Paper &paper : item.papers) {
            if (paper.files.empty() && paper.responsible == me && (!entry.due.isValid() || paper.due < entry.due))
                entry.due = paper.due;
            entry.late = entry.late || (!paper.files.empty() && paper.files.back().late);
        }
    }
}

/// What was found out of a row before holds as long as the row is the same.
Result<std::vector<MeetingEntry>> meetingEntries(Desk &desk, const QDate &from, const QDate &today, StaffId me,
                                                 const std::vector<MeetingEntry> &known)
{
    const auto rows = desk.meetings(from);
    if (!rows)
        return rows.failure();
    std::vector<MeetingEntry> entries;
    int detailed = 0;
    for (const MeetingRow &row : *rows) {
        MeetingEntry entry{row};
        const auto same =
            std::find_if(known.begin(), known.end(), [&](const MeetingEntry &one) { return one.row == row; });
        if (same != known.end())
            entry = *same;
        else if ((row.awaited || (row.unseen > 0 && row.day >= today)) && detailed++ < kMostDetailed) {
            if (const auto meeting = desk.meeting(row.id))
                detail(entry, *meeting, me);
        }
        entries.push_back(entry);
    }
    return entries;
}

} // namespace

MeetingList::MeetingList(DeskSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void MeetingList::read()
{
    const int asked = ++m_reads;
    const QDate today = m_session.info().today;
    m_session.desk()
        .ask([today, me = m_session.info().me.id, known = m_entries](Desk &desk) {
            return meetingEntries(desk, today.addMonths(-kPastMonths), today, me, known);
        })
        .then(this, [this, asked](const Result<std::vector<MeetingEntry>> &entries) {
            if (asked != m_reads)
                return;
            if (!entries) {
                Q_EMIT failed(entries.error());
                return;
            }
            m_entries = *entries;
            Q_EMIT changed();
        });
}

void MeetingList::find(const QString &words)
{
    const int asked = ++m_searches;
    if (words.isEmpty())
        return;
    m_session.desk()
        .ask([words](Desk &desk) { return desk.findInPapers(words, kMostHits); })
        .then(this, [this, asked](const Result<std::vector<MeetingHit>> &hits) {
            if (asked != m_searches)
                return;
            if (hits)
                Q_EMIT found(*hits);
            else
                Q_EMIT failed(hits.error());
        });
}

int MeetingList::pressing() const
{
    const QDate today = m_session.info().today;
    return int(std::count_if(m_entries.begin(), m_entries.end(), [&](const MeetingEntry &one) {
        const bool running = one.row.state == MeetingState::Published || one.row.state == MeetingState::Running;
        return one.row.awaited || (one.row.day == today && running);
    }));
}

} // namespace kessai
