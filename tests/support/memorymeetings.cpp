// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorymeetings.h"

#include "core/meetings/inkconflict.h"
#include "core/meetings/meetingsight.h"

#include <algorithm>

namespace kessai::test {

namespace {

bool contains(const std::vector<StaffId> &people, StaffId who)
{
    return std::find(people.begin(), people.end(), who) != people.end();
}

bool isNarrower(const Ink &before, const Ink &now)
{
    return now.audience < before.audience
        || (now.audience == InkAudience::Chosen
            && !std::all_of(before.readers.begin(), before.readers.end(),
                            [&now](StaffId who) { return contains(now.readers, who); }));
}

} // namespace

bool MemoryMeetings::sees(const Kept &kept, StaffId who, const AgendaItem &item)
{
    return seesItem(kept.whole, {who}, item);
}

const MemoryMeetings::Kept *MemoryMeetings::readable(StaffId who, MeetingId id) const
{
    const auto found = m_meetings.find(id);
    return found != m_meetings.end() && sightOf(found->second.whole, {who}) != MeetingSight::None ? &found->second
                                                                                                  : nullptr;
}

std::vector<MeetingRow> MemoryMeetings::meetings(StaffId who, const QDate &from) const
{
    std::vector<MeetingRow> rows;
    for (const auto &[id, kept] : m_meetings) {
        const Meeting &meeting = kept.whole;
        if (!readable(who, id) || (meeting.day < from && meeting.state != MeetingState::Draft))
            continue;
        const MeetingMember *member = meeting.member(who);
        MeetingRow row{.id = id,
                       .state = meeting.state,
                       .title = meeting.title,
                       .day = meeting.day,
                       .begins = meeting.begins,
                       .ends = meeting.ends,
                       .room = meeting.room,
                       .role = member ? std::optional(member->role) : std::nullopt};
        for (const AgendaItem &item : meeting.items) {
            if (!sees(kept, who, item))
                continue;
            for (const Paper &paper : item.papers) {
                row.awaited |= paper.responsible == who && paper.files.empty() && meeting.state < MeetingState::Closed;
                const bool opened = std::any_of(kept.opened.begin(), kept.opened.end(), [&](const PaperOpened &one) {
                    return one.who == who && one.paper == paper.id && !paper.files.empty()
                        && one.revision == paper.files.back().revision;
                });
                row.unseen += !paper.files.empty() && !opened ? 1 : 0;
            }
        }
        rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const MeetingRow &one, const MeetingRow &other) {
        return std::pair(one.day, one.begins) < std::pair(other.day, other.begins);
    });
    return rows;
}

Result<MeetingRecord> MemoryMeetings::meeting(StaffId who, MeetingId id) const
{
    const Kept *kept = readable(who, id);
    return kept ? Result<MeetingRecord>(MeetingRecord{id, seenActs(kept->whole, {who}, kept->acts)})
                : Result<MeetingRecord>(fail(ErrorCode::NotFound));
}

Result<MeetingRecord> MemoryMeetings::change(const Asker &asker, std::optional<MeetingId> id, int seenSeq,
                                             const QString &requestId, const MeetingChange &asked)
{
    const auto answer = [&](MeetingId of) {
        return readable(asker.who, of) ? meeting(asker.who, of) : Result<MeetingRecord>(MeetingRecord{of, {}});
    };
    if (const auto before = m_requests.value(requestId)) {
        const bool same = before->who == asker.who && before->change == asked && (!id || *id == before->id);
        return same ? answer(before->id) : Result<MeetingRecord>(fail(ErrorCode::AlreadyExists));
    }
    const bool owns = id && m_meetings.contains(*id) && isOwnAction(m_meetings.at(*id).whole, asked, asker.who);
    if (id && !readable(asker.who, *id) && !owns)
        return fail(ErrorCode::NotFound);
    const MeetingId of = id.value_or(MeetingId(qint64(m_meetings.size()) + 1));
    const Kept *known = id ? &m_meetings.at(of) : nullptr;
    const Meeting whole = known ? known->whole : foldMeeting(of, {});
    if (seenSeq == kWhateverSeen && !isAtAnyTime(asked))
        return fail(ErrorCode::Invalid);
    if (seenSeq != kWhateverSeen && whole.seq != seenSeq)
        return fail(Error::refused(Refusal::Stale));
    const auto *closing = std::get_if<CloseVote>(&asked);
    const MeetingChange change =
        closing && known ? countedVote(whole, known->live.value_or(LiveState()), closing->vote) : asked;
    if (const Result<> may = checkMeetingChange(whole, change, asker.who); !may)
        return may.failure();

    Kept &kept = m_meetings[of];
    MeetingAct act{whole.seq + 1,
                   int(change.index()),
                   itemOf(whole, change),
                   changeBody(change),
                   asker.who,
                   asker.name,
                   asker.now,
                   kept.acts.empty() ? QByteArray() : kept.acts.back().hash,
                   {}};
    act.hash = actDigest(of, act);
    kept.acts.push_back(act);
    kept.whole = foldMeeting(of, kept.acts);
    kept.live = liveAfter(kept.live, kept.whole, change, asker.who);
    if (const auto *put = std::get_if<PutPaper>(&change))
        kept.pages[{put->paper, put->revision}] = put->pages;
    if (const auto *put = std::get_if<PutPaper>(&change))
        kept.opened.push_back({asker.who, put->paper, put->revision, asker.now});
    // Whoever sees more from now on gets the ink on it too.
    if (std::holds_alternative<InviteMembers>(change) || std::holds_alternative<HideItem>(change)
        || std::holds_alternative<PlacePaper>(change)) {
        ++m_mark;
        for (auto &[mark, ink] : kept.inks)
            mark = ink.audience == InkAudience::Private ? mark : m_mark;
    }
    m_requests.insert(requestId, std::make_shared<const Request>(Request{asker.who, of, asked}));
    return answer(of);
}

Result<std::vector<PaperPage>> MemoryMeetings::pages(StaffId who, MeetingId id, int paper, int revision) const
{
    const Kept *kept = readable(who, id);
    if (!kept)
        return fail(ErrorCode::NotFound);
    const AgendaItem *item = kept->whole.itemOf(paper);
    const auto found = kept->pages.find({paper, revision});
    if (!item || !sees(*kept, who, *item) || found == kept->pages.end())
        return fail(ErrorCode::NotFound);
    return found->second;
}

Result<> MemoryMeetings::markOpened(const Asker &asker, MeetingId id, int paper, int revision)
{
    if (!readable(asker.who, id))
        return fail(ErrorCode::NotFound);
    Kept &kept = m_meetings.at(id);
    const AgendaItem *item = kept.whole.itemOf(paper);
    if (!item || !sees(kept, asker.who, *item) || kept.whole.paper(paper)->files.empty())
        return fail(ErrorCode::NotFound);
    if (revision < 1 || revision > kept.whole.paper(paper)->files.back().revision)
        return fail(ErrorCode::NotFound);
    const bool before = std::any_of(kept.opened.begin(), kept.opened.end(), [&](const PaperOpened &one) {
        return one.who == asker.who && one.paper == paper && one.revision == revision;
    });
    if (!before)
        kept.opened.push_back({asker.who, paper, revision, asker.now});
    return {};
}

Result<std::vector<PaperOpened>> MemoryMeetings::opened(StaffId who, MeetingId id) const
{
    const Kept *kept = readable(who, id);
    if (!kept)
        return fail(ErrorCode::NotFound);
    if (sightOf(kept->whole, {who}) != MeetingSight::All)
        return fail(ErrorCode::AccessDenied);
    return kept->opened;
}

std::vector<MeetingHit> MemoryMeetings::findInPapers(StaffId who, const QString &folded, int most) const
{
    const QStringList words = folded.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<MeetingHit> hits;
    for (const auto &[id, kept] : m_meetings) {
        for (const AgendaItem &item : kept.whole.items) {
            if (!readable(who, id) || !sees(kept, who, item))
                continue;
            for (const Paper &paper : item.papers) {
                if (paper.files.empty())
                    continue;
                const auto &pages = kept.pages.at({paper.id, paper.files.back().revision});
                for (size_t i = 0; i < pages.size(); ++i) {
                    const QString &text = pages[i].folded;
                    if (std::all_of(words.begin(), words.end(),
                                    [&text](const QString &word) { return text.contains(word); }))
                        hits.push_back({id, kept.whole.title, kept.whole.day, paper.id, int(i),
                                        pages[i].text.isEmpty() ? text : pages[i].text});
                }
            }
        }
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const MeetingHit &one, const MeetingHit &other) { return one.day > other.day; });
    if (hits.size() > size_t(most))
        hits.erase(hits.begin() + most, hits.end());
    return hits;
}

Result<InkRead> MemoryMeetings::ink(StaffId who, MeetingId id, qint64 since) const
{
    const Kept *kept = readable(who, id);
    if (!kept)
        return fail(ErrorCode::NotFound);
    InkRead read{since, {}};
    for (const auto &[mark, ink] : kept->inks) {
        const AgendaItem *item = kept->whole.itemOf(ink.paper);
        const bool theirs = ink.author == who || ink.audience == InkAudience::All
            || (ink.audience == InkAudience::Chosen && contains(ink.readers, who));
        // Of a paper that was dropped, one's own.
        const bool isSeen = item ? sees(*kept, who, *item) && theirs : ink.author == who;
        if (mark <= since || !isSeen)
            continue;
        read.inks.push_back(ink);
        if (ink.author != who)
            read.inks.back().readers.clear();
        read.mark = std::max(read.mark, mark);
    }
    return read;
}

Result<> MemoryMeetings::putInk(const Asker &asker, MeetingId id, const std::vector<Ink> &inks)
{
    if (!readable(asker.who, id))
        return fail(ErrorCode::NotFound);
    Kept &kept = m_meetings.at(id);
    if (kept.whole.state == MeetingState::Dropped)
        return fail(Error::refused(Refusal::WrongState));
    auto all = kept.inks;
    const qint64 mark = m_mark + 1;
    for (Ink ink : inks) {
        const AgendaItem *item = kept.whole.itemOf(ink.paper);
        const auto pages = kept.pages.find({ink.paper, ink.revision});
        const auto before =
            std::find_if(all.begin(), all.end(), [&ink](const auto &one) { return one.second.id == ink.id; });
        if (before != all.end() && before->second.author != asker.who)
            return fail(ErrorCode::AccessDenied);
        const Ink *const there = before == all.end() ? nullptr : &before->second;
        if (there && ink.base && !isSameInk(*there, ink) && there->version != *ink.base)
            return fail(Error::refused(Refusal::Stale));
        if (there && ink.version <= there->version)
            continue;
        ink.base.reset();
        ink.tried.clear();
        const bool isTakenAway = before != all.end() && ink.removed;
        const bool isPlaced = item && sees(kept, asker.who, *item) && pages != kept.pages.end() && ink.page >= 0
            && size_t(ink.page) < pages->second.size();
        if (!isPlaced && !isTakenAway)
            return fail(ErrorCode::NotFound, QStringLiteral("no such page"));
        ink.author = asker.who;
        ink.authorName = asker.name;
        ink.changedAt = asker.now;
        if (before == all.end()) {
            all.emplace_back(mark, ink);
            continue;
        }
        if (ink.removed) {
            ink.shape = {};
            ink.audience = before->second.audience;
            ink.readers = before->second.readers;
        } else if (isNarrower(before->second, ink)) {
            return fail(ErrorCode::Invalid, QStringLiteral("what was shared is not shared with fewer"));
        }
        *before = {mark, ink};
    }
    m_mark = mark;
    kept.inks = std::move(all);
    return {};
}

Result<std::optional<QDate>> MemoryMeetings::inkEnd(StaffId who, MeetingId id, const MinutesOf &minutesOf) const
{
    const Kept *kept = readable(who, id);
    if (!kept)
        return fail(ErrorCode::NotFound);
    return kept->whole.minutes ? inkEndOf(kept->whole, minutesOf(*kept->whole.minutes)) : std::nullopt;
}

Result<> MemoryMeetings::destroyInk(const Asker &asker, MeetingId id, const MinutesOf &minutesOf)
{
    if (!readable(asker.who, id))
        return fail(ErrorCode::NotFound);
    Kept &kept = m_meetings.at(id);
    if (sightOf(kept.whole, {asker.who}) != MeetingSight::All)
        return fail(ErrorCode::AccessDenied);
    const auto end = inkEnd(asker.who, id, minutesOf);
    if (!*end || **end > asker.now.day())
        return fail(Error::refused(Refusal::WrongState));
    ++m_mark;
    for (auto &[mark, ink] : kept.inks) {
        if (ink.audience != InkAudience::Private || ink.removed)
            continue;
        mark = m_mark;
        ink.removed = true;
        ink.shape = {};
        ink.version = 2'000'000'000;
        ink.changedAt = asker.now;
    }
    return {};
}

Result<LiveMeeting> MemoryMeetings::live(const Asker &asker, MeetingId id) const
{
    const Kept *kept = readable(asker.who, id);
    return kept ? liveFor(kept->whole, kept->live, {asker.who}, asker.now)
                : Result<LiveMeeting>(fail(ErrorCode::NotFound));
}

Result<LiveMeeting> MemoryMeetings::changeLive(const Asker &asker, MeetingId id, const LiveChange &change)
{
    if (!readable(asker.who, id))
        return fail(ErrorCode::NotFound);
    Kept &kept = m_meetings.at(id);
    if (const Result<> may = checkLiveChange(kept.whole, kept.live, change, asker.who); !may)
        return may.failure();
    applyLiveChange(*kept.live, change, asker.who, asker.now);
    return live(asker, id);
}

std::vector<MyAction> MemoryMeetings::myActions(const Asker &asker) const
{
    const Instant weekAgo(asker.now.microseconds() - 7LL * 24 * 3'600 * 1'000'000);
    std::vector<MyAction> mine;
    for (const auto &[id, kept] : m_meetings) {
        for (const MeetingAction &action : kept.whole.actions) {
            if (action.owner == asker.who && kept.whole.state != MeetingState::Dropped
                && (!action.isDone() || action.doneAt > weekAgo))
                mine.push_back({id, kept.whole.title, kept.whole.day, action.id, action.text, action.due,
                                !action.isDone() && action.due < asker.now.day(), action.doneAt});
        }
    }
    std::stable_sort(mine.begin(), mine.end(),
                     [](const MyAction &one, const MyAction &other) { return one.due < other.due; });
    return mine;
}

} // namespace kessai::test
