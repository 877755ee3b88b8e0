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

bool isTitle(const QString &text)
{
    return isLine(text) && !text.trimmed().isEmpty();
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
    explicit ChangeCheck(const Meeting &meeting) : m_meeting(meeting) {}

    Result<> operator()(const PlanMeeting &change) const
    {
        if (!isTitle(change.title) || !isLine(change.room))
            return invalid("a title and a room are one line each");
        if (!change.day.isValid() || change.day.year() < 1900 || change.day.year() > 2999)
            return invalid("a meeting has a day");
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
        return m_meeting.item(change.item) ? Result<>() : Result<>(invalid("the item is not there"));
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
            large |= page.print.size() > kMostPagePrint || page.folded.size() > kMostPageText;
            all += page.print.size() + page.folded.toUtf8().size();
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

private:
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
};

/// Whoever was asked for a paper puts it there, and replaces it.
bool isAsked(const Meeting &meeting, const MeetingChange &change, StaffId who)
{
    const auto *put = std::get_if<PutPaper>(&change);
    const AgendaItem *item = put ? meeting.itemOf(put->paper) : nullptr;
    return item && meeting.paper(put->paper)->responsible == who
        && std::find(item->hiddenFrom.begin(), item->hiddenFrom.end(), who) == item->hiddenFrom.end();
}

} // namespace

Result<> checkMeetingChange(const Meeting &meeting, const MeetingChange &change, StaffId who)
{
    const bool begins = meeting.seq == 0 && std::holds_alternative<PlanMeeting>(change);
    if (!begins && !isSecretary(meeting, who) && !isAsked(meeting, change, who))
        return fail(ErrorCode::AccessDenied, QStringLiteral("secretaries prepare a meeting"));
    if (meeting.state == MeetingState::Closed || meeting.state == MeetingState::Dropped)
        return elsewhere("the meeting is over");
    return std::visit(ChangeCheck(meeting), change);
}

} // namespace kessai
