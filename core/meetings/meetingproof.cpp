// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/meetingproof.h"

#include <QStringList>

#include <algorithm>
#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Keeps what the fold lets go: rows of what was dropped.
class Rows final {
public:
    void add(const Meeting &meeting, const MeetingChange &change)
    {
        for (const AgendaItem &item : meeting.items)
            m_hidden[item.id] = item.hiddenFrom;
        std::map<int, MeetingTables::PaperRow> there;
        for (const AgendaItem &item : meeting.items) {
            for (const Paper &paper : item.papers)
                there[paper.id] = {paper.id, item.id, paper.responsible.value_or(StaffId(0)),
                                   paper.files.empty() ? 0 : paper.files.back().revision, false};
        }
        for (auto &[id, row] : m_papers)
            row.removed = true;
        for (const auto &[id, row] : there)
            m_papers[id] = row;
        if (const auto *put = std::get_if<PutPaper>(&change))
            m_files.push_back({put->paper, put->revision, put->file.sha256, int(put->pages.size())});
    }
    void fill(MeetingTables &tables)
    {
        for (const auto &[item, people] : m_hidden) {
            for (const StaffId who : people)
                tables.hidden.push_back({item, who});
        }
        for (const auto &[id, row] : m_papers)
            tables.papers.push_back(row);
        tables.files = std::move(m_files);
        std::sort(tables.hidden.begin(), tables.hidden.end());
        std::sort(tables.files.begin(), tables.files.end(),
                  [](const MeetingTables::FileRow &one, const MeetingTables::FileRow &other) {
                      return std::pair(one.paper, one.revision) < std::pair(other.paper, other.revision);
                  });
    }

private:
    std::map<int, std::vector<StaffId>> m_hidden;
    std::map<int, MeetingTables::PaperRow> m_papers;
    std::vector<MeetingTables::FileRow> m_files;
};

struct Replayed {
    Meeting meeting;
    MeetingTables tables;
    QStringList faults;
};

Replayed replay(MeetingId id, const std::vector<MeetingAct> &acts)
{
    Replayed played{foldMeeting(id, {}), {}, {}};
    Meeting &meeting = played.meeting;
    Rows rows;
    QByteArray previous;
    for (const MeetingAct &act : acts) {
        const auto fault = [&](const QString &what) { played.faults.append(u"act %1: %2"_s.arg(act.seq).arg(what)); };
        const std::optional<MeetingChange> change = changeOf(act.kind, act.body);
        if (act.seq != meeting.seq + 1)
            fault(u"it does not come after act %1"_s.arg(meeting.seq));
        if (act.previous != previous)
            fault(u"the act before is not the one it was chained to"_s);
        if (actDigest(id, act) != act.hash)
            fault(u"it is not what its hash says"_s);
        if (!change)
            fault(u"it cannot be read"_s);
        else if (const Result<> may = checkMeetingChange(meeting, *change, act.by); !may)
            fault(u"nobody could have done this: %1"_s.arg(may.error().detail));
        else if (act.item != itemOf(meeting, *change))
            fault(u"it is about another item"_s);
        if (change) {
            applyChange(meeting, *change, act.by, act.at);
            rows.add(meeting, *change);
        }
        meeting.seq = act.seq;
        previous = act.hash;
    }
    MeetingTables &tables = played.tables;
    tables.state = meeting.state;
    tables.published = meeting.publishedAt != Instant(0);
    tables.title = meeting.title;
    tables.day = meeting.day;
    tables.begins = meeting.begins;
    tables.ends = meeting.ends;
    tables.room = meeting.room;
    tables.seq = meeting.seq;
    for (const MeetingMember &member : meeting.members)
        tables.members.push_back({member.who, member.role});
    std::sort(tables.members.begin(), tables.members.end());
    for (const auto &[who, attendance] : meeting.attendance) {
        if (attendance.isThere())
            tables.there.push_back(who);
    }
    tables.actions = meeting.actions;
    if (meeting.state == MeetingState::Running)
        tables.openVote = meeting.openVote() ? meeting.openVote()->id : 0;
    rows.fill(tables);
    return played;
}

} // namespace

MeetingTables tablesOf(MeetingId id, const std::vector<MeetingAct> &acts)
{
    return replay(id, acts).tables;
}

QStringList meetingFaults(MeetingId id, const std::vector<MeetingAct> &acts, const MeetingTables &tables)
{
    Replayed played = replay(id, acts);
    const MeetingTables &said = played.tables;
    const auto compare = [&played](bool same, QLatin1String what) {
        if (!same)
            played.faults.append(u"%1 differ from what was done"_s.arg(what));
    };
    const auto head = [](const MeetingTables &one) {
        return std::tie(one.state, one.published, one.title, one.day, one.begins, one.ends, one.room, one.seq);
    };
    compare(head(tables) == head(said), QLatin1String("state, title or time"));
    compare(tables.members == said.members, QLatin1String("members"));
    compare(tables.hidden == said.hidden, QLatin1String("hidden items"));
    compare(tables.papers == said.papers, QLatin1String("papers"));
    compare(tables.files == said.files, QLatin1String("files or pages"));
    compare(tables.there == said.there, QLatin1String("those who are there"));
    compare(tables.actions == said.actions, QLatin1String("actions"));
    compare(tables.openVote == said.openVote, QLatin1String("what runs, or the open vote,"));
    return played.faults;
}

} // namespace kessai
