// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/meeting.h"

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

/// Does changes to a meeting. Somebody who knows of a part of them only sees papers that came from an item they know nothing of: it is
/// kept without a title until all is done.
class Applier final {
public:
    Applier(Meeting &meeting, StaffId by, Instant at) : m_meeting(meeting), m_by(by), m_at(at) {}

    void operator()(const PlanMeeting &change) const
    {
        m_meeting.title = change.title;
        m_meeting.day = change.day;
        m_meeting.begins = change.begins;
        m_meeting.ends = change.ends;
        m_meeting.room = change.room;
        m_meeting.rules = change.rules;
        if (m_meeting.seq == 0)
            m_meeting.members = {{m_by, MeetingRole::Secretary, {}}};
    }
    /// Whoever is taken out is asked for nothing any more, which would leave them the item to read.
    void operator()(const InviteMembers &change) const
    {
        const auto before = std::exchange(m_meeting.members, change.members);
        const auto isIn = [](const std::vector<MeetingMember> &members, StaffId who) {
            return std::any_of(members.begin(), members.end(),
                               [who](const MeetingMember &one) { return one.who == who; });
        };
        for (AgendaItem &item : m_meeting.items) {
            for (Paper &paper : item.papers) {
                const StaffId asked = paper.responsible.value_or(StaffId(0));
                if (isIn(before, asked) && !isIn(change.members, asked))
                    paper.responsible.reset();
            }
        }
    }
    void operator()(const SetItem &change) const
    {
        AgendaItem &item = itemAt(change.item);
        item.no = change.no;
        item.title = change.title;
        item.kind = change.kind;
        item.minutes = change.minutes;
        std::sort(m_meeting.items.begin(), m_meeting.items.end(), [](const AgendaItem &one, const AgendaItem &other) {
            return std::pair(one.no, one.id) < std::pair(other.no, other.id);
        });
    }
    void operator()(const HideItem &change) const { itemAt(change.item).hiddenFrom = change.from; }
    void operator()(const DropItem &change) const
    {
        std::erase_if(m_meeting.items, [&](const AgendaItem &item) { return item.id == change.item; });
    }
    void operator()(const AskPaper &change) const
    {
        Paper &paper = paperAt(change.paper, change.item);
        paper.title = change.title;
        paper.responsible = change.responsible;
        paper.due = change.due;
    }
    void operator()(const PutPaper &change) const
    {
        Paper &paper = paperAt(change.paper, change.item);
        paper.title = change.title;
        paper.files.push_back({.revision = change.revision,
                               .file = change.file,
                               .pages = int(change.pages.size()),
                               .by = m_by,
                               .at = m_at,
                               .late = m_meeting.state != MeetingState::Draft});
    }
    void operator()(const PlacePaper &change) const
    {
        Paper moved = paperAt(change.paper, change.item);
        moved.title = change.title;
        (*this)(DropPaper{change.paper});
        std::vector<Paper> &papers = itemAt(change.item).papers;
        papers.push_back(std::move(moved));
        const auto placeOf = [&change](const Paper &paper) {
            return std::find(change.order.begin(), change.order.end(), paper.id) - change.order.begin();
        };
        std::stable_sort(papers.begin(), papers.end(),
                         [&placeOf](const Paper &one, const Paper &other) { return placeOf(one) < placeOf(other); });
    }
    void operator()(const DropPaper &change) const
    {
        for (AgendaItem &item : m_meeting.items)
            std::erase_if(item.papers, [&](const Paper &paper) { return paper.id == change.paper; });
    }
    void operator()(const SetState &change) const
    {
        if (m_meeting.state == MeetingState::Draft && change.to == MeetingState::Published)
            m_meeting.publishedAt = m_at;
        if (change.to == MeetingState::Running || change.to == MeetingState::Published)
            m_meeting.begunAt = change.to == MeetingState::Running ? m_at : Instant(0);
        if (change.to == MeetingState::Closed)
            m_meeting.closedAt = m_at;
        m_meeting.state = change.to;
    }
    void operator()(const NoteAttendance &change) const
    {
        for (const Attendance &one : change.people) {
            Attendance &noted = m_meeting.attendance[one.who];
            if (!change.others || noted.state == AttendanceState::Unknown)
                noted = one;
        }
    }
    void operator()(const OpenVote &change) const
    {
        itemAt(change.item).settled = true;
        m_meeting.votes.push_back({.id = change.vote,
                                   .item = change.item,
                                   .question = change.question,
                                   .byName = change.byName,
                                   .openedAt = m_at,
                                   .by = m_by});
    }
    void operator()(const CloseVote &change) const
    {
        for (Vote &vote : m_meeting.votes) {
            if (vote.id != change.vote)
                continue;
            vote.open = false;
            vote.ballots = change.ballots;
            vote.yes = change.yes;
            vote.no = change.no;
            vote.abstain = change.abstain;
            vote.silent = silentAt(vote);
            vote.closedAt = m_at;
        }
    }
    void operator()(const CallOffVote &change) const
    {
        for (Vote &vote : m_meeting.votes) {
            if (vote.id != change.vote)
                continue;
            vote.open = false;
            vote.calledOff = true;
            vote.closedAt = m_at;
        }
    }
    void operator()(const Resolve &change) const
    {
        itemAt(change.item).settled = true;
        set(m_meeting.resolutions, Resolution{change.resolution, change.item, change.text, m_by, m_at});
    }
    void operator()(const AssignAction &change) const
    {
        itemAt(change.item).settled = true;
        MeetingAction action{
            .id = change.action, .item = change.item, .text = change.text, .owner = change.owner, .due = change.due};
        const MeetingAction *before = m_meeting.action(change.action);
        if (before && before->owner == change.owner && before->text == change.text) {
            action = *before;
            action.due = change.due;
        }
        set(m_meeting.actions, std::move(action));
    }
    void operator()(const FinishAction &change) const
    {
        for (MeetingAction &action : m_meeting.actions) {
            if (action.id != change.action)
                continue;
            action.doneAt = change.done ? m_at : Instant(0);
            action.doneBy = change.done ? m_by : StaffId(0);
            action.note = change.note;
        }
    }
    void operator()(const FileMinutes &change) const { m_meeting.minutes = change.minutes; }

private:
    /// In place of the one of its number, or behind the others; without a text there is none any more.
    template <class T>
    static void set(std::vector<T> &all, T one)
    {
        const auto found = std::find_if(all.begin(), all.end(), [&one](const T &each) { return each.id == one.id; });
        if (one.text.isEmpty())
            std::erase_if(all, [&one](const T &each) { return each.id == one.id; });
        else if (found == all.end())
            all.push_back(std::move(one));
        else
            *found = std::move(one);
    }
    /// Who is there by then and did not choose: to abstain is a choice.
    int silentAt(const Vote &vote) const
    {
        const auto asked =
            std::count_if(m_meeting.members.begin(), m_meeting.members.end(),
                          [&](const MeetingMember &member) { return hasVote(m_meeting, member.who, vote.item); });
        return std::max(0, int(asked) - vote.yes - vote.no - vote.abstain);
    }
    AgendaItem &itemAt(int id) const
    {
        m_meeting.lastItem = std::max(m_meeting.lastItem, id);
        const auto found = std::find_if(m_meeting.items.begin(), m_meeting.items.end(),
                                        [id](const AgendaItem &item) { return item.id == id; });
        return found == m_meeting.items.end() ? m_meeting.items.emplace_back(AgendaItem{.id = id, .title = {}})
                                              : *found;
    }
    /// Where it is, or else the last of an item.
    Paper &paperAt(int id, int home) const
    {
        m_meeting.lastPaper = std::max(m_meeting.lastPaper, id);
        for (AgendaItem &item : m_meeting.items) {
            for (Paper &paper : item.papers) {
                if (paper.id == id)
                    return paper;
            }
        }
        return itemAt(home).papers.emplace_back(Paper{.id = id, .title = {}, .due = {}});
    }

    Meeting &m_meeting;
    StaffId m_by;
    Instant m_at;
};

} // namespace

void applyChange(Meeting &meeting, const MeetingChange &change, StaffId by, Instant at)
{
    std::visit(Applier(meeting, by, at), change);
}

Meeting foldMeeting(MeetingId id, const std::vector<MeetingAct> &acts)
{
    Meeting meeting{.id = id, .title = {}, .day = {}, .room = {}, .rules = {}, .members = {}, .items = {}};
    QByteArray previous;
    bool isWhole = true;
    for (const MeetingAct &act : acts) {
        const std::optional<MeetingChange> change = changeOf(act.kind, act.body);
        const bool begins = change && std::holds_alternative<PlanMeeting>(*change);
        meeting.damaged |= act.seq != meeting.seq + 1 || act.previous != previous || (act.seq == 1 && !begins);
        isWhole = isWhole && act.kind != kUnseenAct;
        if (act.kind != kUnseenAct)
            meeting.damaged |= !change || actDigest(id, act) != act.hash;
        if (change)
            applyChange(meeting, *change, act.by, act.at);
        meeting.seq = act.seq;
        previous = act.hash;
    }
    std::erase_if(meeting.items, [](const AgendaItem &item) { return item.title.isEmpty(); });
    for (Vote &vote : meeting.votes) {
        if (!isWhole) // from whom its item is hidden is not shown, and they were not asked
            vote.silent.reset();
    }
    return meeting;
}

int itemOf(const Meeting &meeting, const MeetingChange &change)
{
    return std::visit(
        [&meeting](const auto &one) {
            using Change = std::decay_t<decltype(one)>;
            if constexpr (requires { one.item; }) {
                return one.item;
            } else if constexpr (requires { one.vote; }) { // one that ends
                const Vote *vote = meeting.vote(one.vote);
                return vote ? vote->item : 0;
            } else if constexpr (std::is_same_v<Change, FinishAction>) {
                const MeetingAction *action = meeting.action(one.action);
                return action ? action->item : 0;
            } else if constexpr (requires { one.paper; }) {
                const AgendaItem *item = meeting.itemOf(one.paper);
                return item ? item->id : 0;
            } else {
                return 0;
            }
        },
        change);
}

} // namespace kessai
