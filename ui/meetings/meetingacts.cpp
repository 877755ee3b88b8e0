// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetingacts.h"

#include "ui/errortext.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace kessai {

namespace {

auto headOf(const Meeting &meeting)
{
    return std::tie(meeting.title, meeting.day, meeting.begins, meeting.ends, meeting.room, meeting.rules);
}

auto headOf(const AgendaItem &item)
{
    return std::tie(item.no, item.title, item.kind, item.minutes);
}

std::vector<int> papersOf(const Meeting &meeting, int item)
{
    std::vector<int> papers;
    if (const AgendaItem *there = meeting.item(item)) {
        for (const Paper &paper : there->papers)
            papers.push_back(paper.id);
    }
    return papers;
}

/// Whether a paper is there, in the same item.
bool stays(int paper, const Meeting &seen, const Meeting &now)
{
    const AgendaItem *before = seen.itemOf(paper);
    const AgendaItem *after = now.itemOf(paper);
    return before && after && before->id == after->id;
}

struct Holds {
    const Meeting &seen;
    const Meeting &now;

    bool operator()(const PlanMeeting &) const { return headOf(seen) == headOf(now); }
    bool operator()(const InviteMembers &) const { return seen.members == now.members; }
    bool operator()(const SetItem &set) const
    {
        const AgendaItem *before = seen.item(set.item);
        const AgendaItem *after = now.item(set.item);
        return set.item == 0 || (before && after && headOf(*before) == headOf(*after));
    }
    bool operator()(const HideItem &hide) const
    {
        const AgendaItem *before = seen.item(hide.item);
        const AgendaItem *after = now.item(hide.item);
        return before && after && before->hiddenFrom == after->hiddenFrom;
    }
    bool operator()(const DropItem &drop) const
    {
        const AgendaItem *before = seen.item(drop.item);
        const AgendaItem *after = now.item(drop.item);
        return before && after && *before == *after;
    }
    bool operator()(const AskPaper &ask) const
    {
        return ask.paper == 0 ? now.item(ask.item) != nullptr : same(ask.paper);
    }
    bool operator()(const PutPaper &put) const
    {
        if (put.paper == 0)
            return now.item(put.item) != nullptr;
        const Paper *after = now.paper(put.paper);
        return after && stays(put.paper, seen, now)
            && put.revision == (after->files.empty() ? 1 : after->files.back().revision + 1);
    }
    bool operator()(const PlacePaper &place) const
    {
        return same(place.paper) && papersOf(seen, place.item) == papersOf(now, place.item);
    }
    bool operator()(const DropPaper &drop) const { return same(drop.paper); }
    bool operator()(const SetState &) const { return false; } // whoever publishes has seen what
    bool operator()(const NoteAttendance &) const { return true; }
    bool operator()(const OpenVote &open) const { return !now.openVote() && now.item(open.item); }
    bool operator()(const CloseVote &close) const { return isOpen(close.vote); }
    bool operator()(const CallOffVote &off) const { return isOpen(off.vote); }
    bool operator()(const Resolve &resolve) const
    {
        const Resolution *before = seen.resolution(resolve.resolution);
        const Resolution *after = now.resolution(resolve.resolution);
        return resolve.resolution == 0 ? now.item(resolve.item) != nullptr : before && after && *before == *after;
    }
    bool operator()(const AssignAction &assign) const
    {
        const MeetingAction *before = seen.action(assign.action);
        const MeetingAction *after = now.action(assign.action);
        return assign.action == 0 ? now.item(assign.item) != nullptr : before && after && *before == *after;
    }
    bool operator()(const FinishAction &) const { return true; }
    bool operator()(const FileMinutes &) const { return seen.minutes == now.minutes; }

    bool isOpen(int vote) const { return now.openVote() && now.openVote()->id == vote; }
    bool same(int paper) const
    {
        const Paper *before = seen.paper(paper);
        const Paper *after = now.paper(paper);
        return before && after && stays(paper, seen, now) && *before == *after;
    }
};

QString titleOf(const Meeting &meeting, int item)
{
    const AgendaItem *there = meeting.item(item);
    return there ? there->title : QString();
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kessai::MeetingActs)

public:
    const Meeting &meeting;

    QString operator()(const PlanMeeting &) const { return tr("title, time and room"); }
    QString operator()(const InviteMembers &) const { return tr("the members"); }
    QString operator()(const SetItem &set) const { return tr("the item “%1”").arg(set.title); }
    QString operator()(const HideItem &hide) const
    {
        return tr("from whom “%1” is hidden").arg(titleOf(meeting, hide.item));
    }
    QString operator()(const DropItem &drop) const { return tr("dropping “%1”").arg(titleOf(meeting, drop.item)); }
    QString operator()(const AskPaper &ask) const { return tr("asking for “%1”").arg(ask.title); }
    QString operator()(const PutPaper &put) const { return tr("the file of “%1”").arg(put.title); }
    QString operator()(const PlacePaper &place) const { return tr("title and place of “%1”").arg(place.title); }
    QString operator()(const DropPaper &drop) const
    {
        const Paper *paper = meeting.paper(drop.paper);
        return tr("dropping “%1”").arg(paper ? paper->title : QString());
    }
    QString operator()(const SetState &) const { return tr("the state of the meeting"); }
    QString operator()(const NoteAttendance &) const { return tr("who is there"); }
    QString operator()(const OpenVote &open) const { return tr("the vote on “%1”").arg(open.question); }
    QString operator()(const CloseVote &) const { return tr("the end of the vote"); }
    QString operator()(const CallOffVote &) const { return tr("calling off the vote"); }
    QString operator()(const Resolve &resolve) const
    {
        const Resolution *before = meeting.resolution(resolve.resolution);
        return resolve.text.isEmpty() && before ? tr("taking back “%1”").arg(before->text)
                                                : tr("the decision “%1”").arg(resolve.text);
    }
    QString operator()(const AssignAction &assign) const
    {
        const MeetingAction *before = meeting.action(assign.action);
        return assign.text.isEmpty() && before ? tr("dropping “%1”").arg(before->text)
                                               : tr("the action “%1”").arg(assign.text);
    }
    QString operator()(const FinishAction &finish) const
    {
        const MeetingAction *action = meeting.action(finish.action);
        return tr("what became of “%1”").arg(action ? action->text : QString());
    }
    QString operator()(const FileMinutes &) const { return tr("the minutes"); }
    static QString overtaken() { return tr("Somebody else changed the meeting first; it is shown as it is now."); }
    static QString notDone(const QStringList &changes)
    {
        return tr("Not done: %1.").arg(changes.join(tr(", ", "between changes that were not done")));
    }
};

} // namespace

MeetingChange numbered(MeetingChange change, const Meeting &meeting)
{
    if (auto *item = std::get_if<SetItem>(&change); item && item->item == 0)
        item->item = meeting.lastItem + 1;
    if (auto *paper = std::get_if<PutPaper>(&change); paper && paper->paper == 0)
        paper->paper = meeting.lastPaper + 1;
    if (auto *asked = std::get_if<AskPaper>(&change); asked && asked->paper == 0)
        asked->paper = meeting.lastPaper + 1;
    // What comes of a meeting has the number of the act that brings it.
    if (auto *open = std::get_if<OpenVote>(&change))
        open->vote = meeting.seq + 1;
    if (auto *resolve = std::get_if<Resolve>(&change); resolve && resolve->resolution == 0)
        resolve->resolution = meeting.seq + 1;
    if (auto *assign = std::get_if<AssignAction>(&change); assign && assign->action == 0)
        assign->action = meeting.seq + 1;
    return change;
}

Meeting without(Meeting meeting, const MeetingChange &drop)
{
    if (const auto *item = std::get_if<DropItem>(&drop))
        std::erase_if(meeting.items, [&](const AgendaItem &one) { return one.id == item->item; });
    if (const auto *paper = std::get_if<DropPaper>(&drop)) {
        for (AgendaItem &item : meeting.items)
            std::erase_if(item.papers, [&](const Paper &one) { return one.id == paper->paper; });
    }
    return meeting;
}

bool stillHolds(const MeetingChange &change, const Meeting &seen, const Meeting &now)
{
    return now.state != MeetingState::Closed && now.state != MeetingState::Dropped
        && std::visit(Holds{seen, now}, change);
}

bool dependsOn(const MeetingChange &change, const MeetingChange &failed)
{
    const auto *state = std::get_if<SetState>(&change);
    if (state && state->to == MeetingState::Closed) // once it is over, nothing is decided in it any more
        return std::holds_alternative<Resolve>(failed) || std::holds_alternative<AssignAction>(failed);
    const auto *item = std::get_if<SetItem>(&change);
    const auto *before = std::get_if<SetItem>(&failed);
    if (item && before)
        return item->item != 0 && before->item != 0;
    return std::holds_alternative<PlacePaper>(change) && std::holds_alternative<PlacePaper>(failed);
}

QString changeText(const MeetingChange &change, const Meeting &meeting)
{
    return std::visit(Words{.meeting = meeting}, change);
}

QString meetingErrorText(const Error &error)
{
    return error.refusal == Refusal::Stale ? Words::overtaken() : errorText(error).both();
}

QString notDoneText(const QStringList &changes)
{
    return changes.isEmpty() ? QString() : Words::notDone(changes);
}

} // namespace kessai
