// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/meetingsight.h"

#include <algorithm>

namespace kessai {

namespace {

bool isHidden(const AgendaItem &item, StaffId who)
{
    return std::find(item.hiddenFrom.begin(), item.hiddenFrom.end(), who) != item.hiddenFrom.end();
}

bool isAsked(const AgendaItem &item, StaffId who)
{
    return !isHidden(item, who) && std::any_of(item.papers.begin(), item.papers.end(), [who](const Paper &paper) {
        return paper.responsible == who;
    });
}

/// Whether an act is seen by somebody who does not see all.
class SeenAct final {
public:
    SeenAct(const Meeting &whole, const MeetingReader &reader) : m_whole(whole), m_reader(reader) {}

    bool operator()(const PlanMeeting &) const { return true; }
    bool operator()(const InviteMembers &) const { return sightOf(m_whole, m_reader) == MeetingSight::Most; }
    bool operator()(const SetItem &change) const { return sees(m_whole.item(change.item)); }
    bool operator()(const HideItem &) const { return false; }
    bool operator()(const DropItem &) const { return false; }
    bool operator()(const AskPaper &change) const { return sees(m_whole.itemOf(change.paper)); }
    bool operator()(const PutPaper &change) const { return sees(m_whole.itemOf(change.paper)); }
    bool operator()(const PlacePaper &change) const { return sees(m_whole.itemOf(change.paper)); }
    bool operator()(const DropPaper &) const { return false; }
    bool operator()(const SetState &) const { return true; }

private:
    bool sees(const AgendaItem *item) const { return item && seesItem(m_whole, m_reader, *item); }

    const Meeting &m_whole;
    const MeetingReader &m_reader;
};

} // namespace

MeetingSight sightOf(const Meeting &whole, const MeetingReader &reader)
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

bool seesItem(const Meeting &whole, const MeetingReader &reader, const AgendaItem &item)
{
    switch (sightOf(whole, reader)) {
    case MeetingSight::None: break;
    case MeetingSight::Items: return isAsked(item, reader.who);
    case MeetingSight::Most: return !isHidden(item, reader.who);
    case MeetingSight::All: return true;
    }
    return false;
}

std::vector<MeetingAct> seenActs(const Meeting &whole, const MeetingReader &reader, std::vector<MeetingAct> acts)
{
    if (sightOf(whole, reader) == MeetingSight::All)
        return acts;
    for (MeetingAct &act : acts) {
        const std::optional<MeetingChange> change = changeOf(act.kind, act.body);
        if (!change || !std::visit(SeenAct(whole, reader), *change))
            act = {act.seq, kUnseenAct, 0, {}, StaffId(0), {}, act.at, act.previous, act.hash};
    }
    return acts;
}

} // namespace kessai
