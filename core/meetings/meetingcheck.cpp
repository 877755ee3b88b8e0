// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/meeting.h"

#include <QSet>

#include <algorithm>

// What may be done to a meeting.

namespace kessai {

namespace {

constexpr int kDayMinutes = 24 * 60;
constexpr qsizetype kMostMediaType = 100;

Fail<Error> invalid(const char *why)
{
    return fail(ErrorCode::Invalid, QLatin1String(why));
}

Fail<Error> elsewhere(const char *why)
{
    return fail(Error::refused(Refusal::WrongState, QLatin1String(why)));
}

bool isLine(const QString &text, qsizetype most = kMostMeetingText)
{
    return text.size() <= most
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isTitle(const QString &text, qsizetype most = kMostMeetingText)
{
    return isLine(text, most) && !text.trimmed().isEmpty();
}

bool isDigest(const QByteArray &digest)
{
    return digest.size() == 64 && std::all_of(digest.begin(), digest.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

bool isFile(const Attachment &file)
{
    return isTitle(file.name) && isLine(file.mediaType, kMostMediaType) && !file.confidential && file.size > 0
        && file.size <= kMaxAttachment && isDigest(file.sha256)
        && qint64(file.chunks.size()) == (file.size + kChunkSize - 1) / kChunkSize
        && std::all_of(file.chunks.begin(), file.chunks.end(), isDigest);
}

bool isDay(const QDate &day)
{
    return day.isValid() && day.year() >= 1900 && day.year() <= 2999;
}

bool isSecretary(const Meeting &meeting, StaffId who)
{
    const MeetingMember *member = meeting.member(who);
    return member && member->role == MeetingRole::Secretary;
}

size_t paperCount(const Meeting &meeting)
{
    size_t count = 0;
    for (const AgendaItem &item : meeting.items)
        count += item.papers.size();
    return count;
}

bool mayFollow(MeetingState from, MeetingState to)
{
    switch (from) {
    case MeetingState::Draft: return to == MeetingState::Published || to == MeetingState::Dropped;
    case MeetingState::Published: return to == MeetingState::Running || to == MeetingState::Dropped;
    case MeetingState::Running:
        return to == MeetingState::Closed || to == MeetingState::Published || to == MeetingState::Dropped;
    case MeetingState::Closed:
    case MeetingState::Dropped: break;
    }
    return false;
}

class ChangeCheck final {
public:
    ChangeCheck(const Meeting &meeting, StaffId who) : m_meeting(meeting), m_who(who) {}

    Result<> operator()(const PlanMeeting &change) const
    {
        if (!isTitle(change.title) || !isLine(change.room))
            return invalid("a title and a room are one line each");
        if (!isDay(change.day))
            return invalid("a meeting has a day");
        if (change.rules.inkDays < kInkStays || change.rules.inkDays > kMostInkDays)
            return invalid("ink stays, or goes after some days");
        return change.begins >= 0 && change.begins < change.ends && change.ends <= kDayMinutes
            ? Result<>()
            : Result<>(invalid("a meeting ends after it begins, on the same day"));
    }
    Result<> operator()(const InviteMembers &change) const
    {
        if (change.members.empty() || change.members.size() > size_t(kMostMembers))
            return invalid("there are too many members, or none");
        QSet<StaffId> named;
        bool prepared = false;
        for (const MeetingMember &member : change.members) {
            if (named.contains(member.who) || member.who.value() < 1 || !isLine(member.because))
                return invalid("a member is named twice, or by more than a line");
            named.insert(member.who);
            prepared |= member.role == MeetingRole::Secretary;
        }
        return prepared ? Result<>() : Result<>(invalid("a meeting has a secretary"));
    }
    Result<> operator()(const SetItem &change) const
    {
        const bool fresh = change.item == m_meeting.lastItem + 1;
        if (!fresh && !m_meeting.item(change.item))
            return invalid("the item is not there");
        if (!isTitle(change.title) || change.no < 1 || change.no > kMostItemNo || change.minutes < 0
            || change.minutes > kDayMinutes)
            return invalid("an item has a number and a title");
        return fresh && m_meeting.items.size() >= size_t(kMostItems) ? Result<>(invalid("there are too many items"))
                                                                     : Result<>();
    }
    Result<> operator()(const HideItem &change) const
    {
        if (!m_meeting.item(change.item))
            return invalid("the item is not there");
        const auto &from = change.from;
        if (from.size() > size_t(kMostMembers)
            || QSet<StaffId>(from.begin(), from.end()).size() != qsizetype(from.size()))
            return invalid("people are named once");
        const bool sound = std::all_of(from.begin(), from.end(),
                                       [this](StaffId who) { return who.value() > 0 && !isSecretary(m_meeting, who); });
        return sound ? Result<>() : Result<>(invalid("nothing is hidden from secretaries"));
    }
    Result<> operator()(const DropItem &change) const
    {
        const AgendaItem *item = m_meeting.item(change.item);
        return item && !item->settled ? Result<>()
                                      : Result<>(invalid("the item is not there, or something came of it"));
    }
    Result<> operator()(const AskPaper &change) const
    {
        if (const Result<> there = checkPlace(change.paper, change.item); !there)
            return there;
        return isTitle(change.title) && change.responsible.value() > 0 && change.due.isValid()
            ? Result<>()
            : Result<>(invalid("somebody is asked for a paper with a title, until a day"));
    }
    Result<> operator()(const PutPaper &change) const
    {
        if (const Result<> there = checkPlace(change.paper, change.item); !there)
            return there;
        const Paper *paper = m_meeting.paper(change.paper);
        const int newest = paper && !paper->files.empty() ? paper->files.back().revision : 0;
        if (change.revision != newest + 1)
            return invalid("that is not the next revision");
        if (!isTitle(change.title) || !isFile(change.file) || change.pages.empty()
            || change.pages.size() > size_t(kMostPaperPages))
            return invalid("that is no paper with a title, a file and pages");
        qsizetype all = 0;
        bool large = false;
        for (const PaperPage &page : change.pages) {
            large |= page.print.size() > kMostPagePrint || page.folded.size() > kMostPageText
                || page.text.size() > kMostPageText;
            all += page.print.size() + page.folded.toUtf8().size() + page.text.toUtf8().size();
        }
        return large || all > kMostPagesText
            ? Result<>(fail(ErrorCode::TooLarge, QStringLiteral("the pages say too much")))
            : Result<>();
    }
    Result<> operator()(const PlacePaper &change) const
    {
        const AgendaItem *item = m_meeting.item(change.item);
        if (!item || !m_meeting.paper(change.paper))
            return invalid("the paper or the item is not there");
        QSet<int> all{change.paper};
        for (const Paper &one : item->papers)
            all.insert(one.id);
        if (QSet<int>(change.order.begin(), change.order.end()) != all || change.order.size() != size_t(all.size()))
            return invalid("those are not the papers of the item");
        return isTitle(change.title) ? Result<>() : Result<>(invalid("a paper has a title"));
    }
    Result<> operator()(const DropPaper &change) const
    {
        return m_meeting.paper(change.paper) ? Result<>() : Result<>(invalid("the paper is not there"));
    }
    Result<> operator()(const SetState &change) const
    {
        return mayFollow(m_meeting.state, change.to) ? Result<>()
                                                     : Result<>(elsewhere("a meeting does not go this way"));
    }
    Result<> operator()(const NoteAttendance &change) const
    {
        QSet<StaffId> named;
        for (const Attendance &one : change.people) {
            const bool isTimed = one.state == AttendanceState::Late || one.state == AttendanceState::Left;
            if (change.others && one.state == AttendanceState::Unknown)
                return invalid("of others something is noted");
            if (named.contains(one.who) || !m_meeting.member(one.who)
                || (isTimed ? one.minute < 0 || one.minute >= kDayMinutes : one.minute != -1))
                return invalid("whoever was invited comes or goes once, at a minute of the day");
            named.insert(one.who);
        }
        return named.empty() ? Result<>(invalid("nobody is named")) : Result<>();
    }
    Result<> operator()(const OpenVote &change) const
    {
        if (change.vote != m_meeting.seq + 1)
            return invalid("that is not the number of a new vote");
        return isThere(change.item) && isTitle(change.question, kMostOutcomeText)
            ? Result<>()
            : Result<>(invalid("a question is put under an item"));
    }
    Result<> operator()(const CallOffVote &change) const { return isOpen(change.vote); }
    Result<> operator()(const CloseVote &change) const
    {
        if (const Result<> open = isOpen(change.vote); !open)
            return open;
        const Vote *vote = m_meeting.openVote();
        const auto may = [&](StaffId who) { return hasVote(m_meeting, who, vote->item); };
        const auto isNext = [](const Ballot &one, const Ballot &next) { return one.who >= next.who; };
        if (std::adjacent_find(change.ballots.begin(), change.ballots.end(), isNext) != change.ballots.end()
            || !std::all_of(change.ballots.begin(), change.ballots.end(),
                            [&](const Ballot &one) { return may(one.who); }))
            return invalid("whoever may vote does so once");
        const auto count = [&change](BallotChoice choice) {
            return int(std::count_if(change.ballots.begin(), change.ballots.end(),
                                     [choice](const Ballot &one) { return one.choice == choice; }));
        };
        const auto voters = std::count_if(m_meeting.members.begin(), m_meeting.members.end(),
                                          [&](const MeetingMember &one) { return may(one.who); });
        const bool isCounted = vote->byName ? change.yes == count(BallotChoice::Yes)
                && change.no == count(BallotChoice::No) && change.abstain == count(BallotChoice::Abstain)
                                            : change.ballots.empty() && change.yes >= 0 && change.no >= 0
                && change.abstain >= 0 && qint64(change.yes) + change.no + change.abstain <= voters;
        return isCounted ? Result<>() : Result<>(invalid("those are not the counts of the ballots"));
    }
    Result<> operator()(const Resolve &change) const
    {
        return checkSettled(m_meeting.resolution(change.resolution), change.resolution, change.item, change.text);
    }
    Result<> operator()(const AssignAction &change) const
    {
        if (const Result<> settled =
                checkSettled(m_meeting.action(change.action), change.action, change.item, change.text);
            !settled)
            return settled;
        return change.owner.value() > 0 && isDay(change.due)
            ? Result<>()
            : Result<>(invalid("somebody has something to do until a day"));
    }
    Result<> operator()(const FinishAction &change) const
    {
        return m_meeting.action(change.action) && isLine(change.note)
            ? Result<>()
            : Result<>(invalid("what is done was to be done, and is told in a line"));
    }
    Result<> operator()(const FileMinutes &change) const
    {
        return change.minutes.value() > 0 ? Result<>() : Result<>(invalid("minutes are a case"));
    }

private:
    /// The item is there, as far as whoever does this knows.
    Result<> isOpen(int id) const
    {
        const Vote *vote = m_meeting.openVote();
        return vote && vote->id == id && isThere(vote->item) ? Result<>() : Result<>(invalid("that vote is not open"));
    }
    bool isThere(int id) const
    {
        const AgendaItem *item = m_meeting.item(id);
        return item && (isSecretary(m_meeting, m_who) || !item->isHiddenFrom(m_who));
    }
    /// What was decided or is to be done stays under its item; a new one has the next number and says something.
    template <class T>
    Result<> checkSettled(const T *before, int number, int item, const QString &text) const
    {
        if (!isThere(item) || (before ? before->item != item : number != m_meeting.seq + 1))
            return invalid("it is not there, or under another item");
        const bool isSaid = before && text.isEmpty() ? true : isTitle(text, kMostOutcomeText);
        return isSaid ? Result<>() : Result<>(invalid("it is one line"));
    }
    /// A paper is in the item, or the next one to come into it.
    Result<> checkPlace(int paper, int item) const
    {
        const AgendaItem *home = m_meeting.itemOf(paper);
        const bool fresh = paper == m_meeting.lastPaper + 1;
        if (home ? home->id != item : !fresh || !m_meeting.item(item))
            return invalid("the paper or the item is not there");
        return fresh && paperCount(m_meeting) >= size_t(kMostPapers) ? Result<>(invalid("there are too many papers"))
                                                                     : Result<>();
    }

    const Meeting &m_meeting;
    StaffId m_who;
};

/// What others than secretaries may do.
class OthersDo final {
public:
    OthersDo(const Meeting &meeting, StaffId who) : m_meeting(meeting), m_who(who) {}

    /// Whoever was asked for a paper puts it there, and replaces it.
    bool operator()(const PutPaper &change) const
    {
        const AgendaItem *item = m_meeting.itemOf(change.paper);
        return item && m_meeting.paper(change.paper)->responsible == m_who && !item->isHiddenFrom(m_who);
    }
    /// Everybody comes and goes by themselves.
    bool operator()(const NoteAttendance &change) const
    {
        const Attendance *one = change.people.size() == 1 ? &change.people.front() : nullptr;
        return one && one->who == m_who && m_meeting.member(m_who)
            && (one->isThere() || one->state == AttendanceState::Left);
    }
    bool operator()(const OpenVote &) const { return isChair(); }
    bool operator()(const CloseVote &) const { return isChair(); }
    bool operator()(const CallOffVote &) const { return isChair(); }
    bool operator()(const Resolve &) const { return isChair(); }
    bool operator()(const AssignAction &) const { return isChair(); }
    bool operator()(const FinishAction &change) const { return isOwnAction(m_meeting, change, m_who); }
    template <class Change>
    bool operator()(const Change &) const
    {
        return false;
    }

private:
    bool isChair() const
    {
        const MeetingMember *member = m_meeting.member(m_who);
        return member && member->role == MeetingRole::Chair;
    }

    const Meeting &m_meeting;
    StaffId m_who;
};

/// Whether it is the time for something.
bool isTimely(const Meeting &meeting, const MeetingChange &change)
{
    const bool finishes = std::holds_alternative<FinishAction>(change);
    const bool files = std::holds_alternative<FileMinutes>(change);
    const bool records = std::holds_alternative<NoteAttendance>(change) || std::holds_alternative<OpenVote>(change)
        || std::holds_alternative<CloseVote>(change) || std::holds_alternative<CallOffVote>(change)
        || std::holds_alternative<Resolve>(change) || std::holds_alternative<AssignAction>(change);
    const bool waits = std::holds_alternative<OpenVote>(change) || std::holds_alternative<SetState>(change);
    switch (meeting.state) {
    case MeetingState::Draft:
    case MeetingState::Published: return !records && !files;
    case MeetingState::Running: return !files && (!waits || !meeting.openVote());
    case MeetingState::Closed: return finishes || files;
    case MeetingState::Dropped: break;
    }
    return false;
}

} // namespace

bool isOwnAction(const Meeting &meeting, const MeetingChange &change, StaffId who)
{
    const auto *finished = std::get_if<FinishAction>(&change);
    const MeetingAction *action = finished ? meeting.action(finished->action) : nullptr;
    return action && action->owner == who;
}

bool mayVote(const Meeting &meeting, StaffId who, int item)
{
    const MeetingMember *member = meeting.member(who);
    const AgendaItem *under = meeting.item(item);
    return member && (member->role == MeetingRole::Member || member->role == MeetingRole::Chair) && under
        && !under->isHiddenFrom(who);
}

bool hasVote(const Meeting &meeting, StaffId who, int item)
{
    return mayVote(meeting, who, item) && meeting.isThere(who);
}

Result<> checkMeetingChange(const Meeting &meeting, const MeetingChange &change, StaffId who)
{
    const bool begins = meeting.seq == 0 && std::holds_alternative<PlanMeeting>(change);
    if (!begins && !isSecretary(meeting, who) && !std::visit(OthersDo(meeting, who), change))
        return fail(ErrorCode::AccessDenied, QStringLiteral("secretaries prepare a meeting"));
    if (!isTimely(meeting, change))
        return elsewhere("it is too early for this, too late, or a vote is open");
    return std::visit(ChangeCheck(meeting, who), change);
}

} // namespace kessai
