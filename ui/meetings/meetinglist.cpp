// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetinglist.h"

#include "core/services/answer.h"
#include "ui/kept/keptbooks.h"
#include "ui/meetings/reach.h"
#include "ui/shell/desksession.h"

#include <algorithm>
#include <map>

namespace kessai {

namespace {

constexpr int kPastMonths = 12;
constexpr int kMostHits = 200;
constexpr int kMostDetailed = 20; ///< meetings that are looked into for their list, or for what was found in them

QString paperName(const Meeting &meeting, int paper)
{
    const AgendaItem *item = meeting.itemOf(paper);
    return item ? paperLabel(*item, paper) + QStringLiteral("　") + meeting.paper(paper)->title : QString();
}

/// What is found, with the papers' names. `meetingOf` looks into a meeting.
template <class F>
std::vector<PageFound> withPapers(const std::vector<MeetingHit> &hits, F meetingOf)
{
    std::map<MeetingId, std::optional<Meeting>> meetings;
    std::vector<PageFound> found;
    for (const MeetingHit &hit : hits) {
        if (!meetings.contains(hit.meeting) && meetings.size() < size_t(kMostDetailed))
            meetings.emplace(hit.meeting, meetingOf(hit.meeting));
        const auto known = meetings.find(hit.meeting);
        found.push_back(
            {hit, known != meetings.end() && known->second ? paperName(*known->second, hit.paper) : QString()});
    }
    return found;
}

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
    if (!m_session.connected() && !m_old)
        readKept(asked, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    const QDate today = m_session.info().today;
    m_session.desk()
        .ask([today, me = m_session.info().me.id, known = m_entries](Desk &desk) {
            return meetingEntries(desk, today.addMonths(-kPastMonths), today, me, known);
        })
        .then(this, [this, asked](const Result<std::vector<MeetingEntry>> &entries) {
            if (asked != m_reads)
                return;
            if (!entries && isOutOfReach(entries.error())) {
                if (!m_old)
                    readKept(asked, entries.error());
                return;
            }
            if (!entries) {
                Q_EMIT failed(entries.error());
                return;
            }
            ++m_reads; // what lies here comes too late now
            show(*entries, false);
            std::vector<MeetingRow> rows;
            for (const MeetingEntry &entry : *entries)
                rows.push_back(entry.row);
            m_session.kept().run([rows](BookShelf &shelf) { return shelf.keepRows(rows); });
        });
}

void MeetingList::readKept(int asked, const Error &why)
{
    m_session.kept()
        .run([](BookShelf &shelf) { return shelf.rows(); })
        .then(this, [this, asked, why](const std::vector<MeetingRow> &rows) {
            if (asked != m_reads)
                return;
            if (rows.empty()) {
                Q_EMIT failed(why);
                return;
            }
            std::vector<MeetingEntry> entries;
            for (const MeetingRow &row : rows)
                entries.push_back({row});
            show(std::move(entries), true);
        });
}

void MeetingList::show(std::vector<MeetingEntry> entries, bool old)
{
    m_entries = std::move(entries);
    m_old = old;
    for (MeetingEntry &entry : m_entries) {
        const auto kept = m_kept.find(entry.row.id);
        entry.isOld = old;
        entry.kept = kept == m_kept.end() ? std::nullopt : std::optional(kept->second);
    }
    Q_EMIT changed();
}

void MeetingList::setKept(const std::map<MeetingId, KeptState> &kept, const std::function<bool(MeetingId)> &isFetched)
{
    m_kept = kept;
    for (MeetingEntry &entry : m_entries)
        entry.isFetched = isFetched(entry.row.id);
    show(std::move(m_entries), m_old);
}

void MeetingList::find(const QString &words)
{
    const int asked = ++m_searches;
    if (words.isEmpty())
        return;
    m_session.desk()
        .ask([words](Desk &desk) -> Result<std::vector<PageFound>> {
            const auto hits = desk.findInPapers(words, kMostHits);
            if (!hits)
                return hits.failure();
            return withPapers(*hits, [&desk](MeetingId id) {
                auto meeting = desk.meeting(id);
                return meeting ? std::optional(std::move(meeting).value()) : std::nullopt;
            });
        })
        .then(this, [this, asked, words](const Result<std::vector<PageFound>> &hits) {
            if (asked != m_searches)
                return;
            if (hits)
                Q_EMIT found(*hits, words);
            else if (isOutOfReach(hits.error()))
                findKept(asked, words, hits.error());
            else
                Q_EMIT failed(hits.error());
        });
}

void MeetingList::findKept(int asked, const QString &words, const Error &why)
{
    m_session.kept()
        .run([words](BookShelf &shelf) {
            return withPapers(shelf.find(words, kMostHits), [&shelf](MeetingId id) { return shelf.book(id); });
        })
        .then(this, [this, asked, words, why](const std::vector<PageFound> &hits) {
            if (asked != m_searches)
                return;
            if (!m_old && hits.empty())
                Q_EMIT failed(why); // the line broke just now: that nothing lies here says nothing
            else
                Q_EMIT found(hits, words);
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
