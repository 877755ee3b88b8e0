// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/meetingsight.h"

#include <algorithm>

namespace kessai {

namespace {

bool isAsked(const AgendaItem &item, StaffId who)
{
    return !item.isHiddenFrom(who) && std::any_of(item.papers.begin(), item.papers.end(), [who](const Paper &paper) {
        return paper.responsible == who;
    });
}

/// Whether an act is seen by somebody who does not see all.
class SeenAct final {
public:
    /// `item` as the act has it: what came of an item stays under it.
    SeenAct(const Meeting &whole, const MeetingViewer &reader, int item)
        : m_whole(whole), m_reader(reader), m_item(item)
    {
    }

    bool operator()(const PlanMeeting &) const { return true; }
    bool operator()(const InviteMembers &) const { return isMember(); }
    bool operator()(const SetItem &change) const { return sees(m_whole.item(change.item)); }
    bool operator()(const HideItem &) const { return false; }
    bool operator()(const DropItem &) const { return false; }
    bool operator()(const AskPaper &change) const { return sees(m_whole.itemOf(change.paper)); }
    bool operator()(const PutPaper &change) const { return sees(m_whole.itemOf(change.paper)); }
    bool operator()(const PlacePaper &change) const { return sees(m_whole.itemOf(change.paper)); }
    bool operator()(const DropPaper &) const { return false; }
    bool operator()(const SetState &) const { return true; }
    bool operator()(const NoteAttendance &) const { return isMember(); }
    bool operator()(const OpenVote &) const { return sees(m_whole.item(m_item)); }
    bool operator()(const CloseVote &) const { return sees(m_whole.item(m_item)); }
    bool operator()(const CallOffVote &) const { return sees(m_whole.item(m_item)); }
    bool operator()(const Resolve &) const { return sees(m_whole.item(m_item)); }
    bool operator()(const AssignAction &) const { return sees(m_whole.item(m_item)); }
    bool operator()(const FinishAction &) const { return sees(m_whole.item(m_item)); }
    bool operator()(const FileMinutes &) const { return isMember(); }

private:
    bool isMember() const { return sightOf(m_whole, m_reader) == MeetingSight::Most; }
    bool sees(const AgendaItem *item) const { return item && seesItem(m_whole, m_reader, *item); }

    const Meeting &m_whole;
    const MeetingViewer &m_reader;
    int m_item;
};

} // namespace

MeetingSight sightOf(const Meeting &whole, const MeetingViewer &reader)
{
    const MeetingMember *member = whole.member(reader.who);
    const bool published = whole.publishedAt != Instant(0);
    if ((member && member->role == MeetingRole::Secretary) || (published && reader.auditor))
        return MeetingSight::All;
    if (member && published)
        return MeetingSight::Most;
    const bool asked = std::any_of(whole.items.begin(), whole.items.end(),
                                   [&reader](const AgendaItem &item) { return isAsked(item, reader.who); });
    return asked ? MeetingSight::Items : MeetingSight::None;
}

bool seesItem(const Meeting &whole, const MeetingViewer &reader, const AgendaItem &item)
{
    switch (sightOf(whole, reader)) {
    case MeetingSight::None: break;
    case MeetingSight::Items: return isAsked(item, reader.who);
    case MeetingSight::Most: return !item.isHiddenFrom(reader.who);
    case MeetingSight::All: return true;
    }
    return false;
}

std::vector<MeetingAct> seenActs(const Meeting &whole, const MeetingViewer &reader, std::vector<MeetingAct> acts)
{
    if (sightOf(whole, reader) == MeetingSight::All)
        return acts;
    for (MeetingAct &act : acts) {
        const std::optional<MeetingChange> change = changeOf(act.kind, act.body);
        if (!change || !std::visit(SeenAct(whole, reader, act.item), *change))
            act = {act.seq, kUnseenAct, 0, {}, StaffId(0), {}, act.at, act.previous, act.hash};
    }
    return acts;
}

} // namespace kessai
