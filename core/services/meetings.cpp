// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/searchwords.h"
#include "core/meetings/minutes.h"
#include "core/services/desk.h"

#include <algorithm>

// Meetings, as somebody signed in comes to them.

namespace kessai {

Result<std::vector<MeetingRow>> Desk::meetings(const QDate &from)
{
    return m_store->meetings().meetings(from);
}

Result<Meeting> Desk::meeting(MeetingId id)
{
    return m_store->meetings().meeting(id).map(
        [](const MeetingRecord &record) { return foldMeeting(record.id, record.acts); });
}

Result<MeetingRecord> Desk::meetingRecord(MeetingId id)
{
    return m_store->meetings().meeting(id);
}

Result<Meeting> Desk::changeMeeting(std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                    const MeetingChange &change)
{
    return m_store->meetings().change(id, seenSeq, requestId, change).map([](const MeetingRecord &record) {
        return foldMeeting(record.id, record.acts);
    });
}

Result<std::vector<PaperPage>> Desk::paperPages(MeetingId id, int paper, int revision)
{
    return m_store->meetings().pages(id, paper, revision);
}

Result<> Desk::openedPaper(MeetingId id, int paper, int revision)
{
    return m_store->meetings().markOpened(id, paper, revision);
}

Result<std::vector<PaperOpened>> Desk::paperReaders(MeetingId id)
{
    return m_store->meetings().opened(id);
}

Result<std::vector<MeetingHit>> Desk::findInPapers(const QString &words, int most)
{
    const QStringList folded = searchWords(words);
    if (folded.isEmpty())
        return std::vector<MeetingHit>();
    return m_store->meetings().findInPapers(folded.join(QLatin1Char(' ')), most);
}

Result<InkRead> Desk::ink(MeetingId id, qint64 since)
{
    return m_store->meetings().ink(id, since);
}

Result<> Desk::putInk(MeetingId id, const std::vector<Ink> &inks)
{
    return m_store->meetings().putInk(id, inks);
}

Result<std::optional<QDate>> Desk::inkEnd(MeetingId id)
{
    return m_store->meetings().inkEnd(id);
}

Result<> Desk::destroyInk(MeetingId id)
{
    return m_store->meetings().destroyInk(id);
}

Result<LiveMeeting> Desk::live(MeetingId id)
{
    return m_store->meetings().live(id);
}

Result<LiveMeeting> Desk::changeLive(MeetingId id, const LiveChange &change)
{
    return m_store->meetings().changeLive(id, change);
}

Result<std::vector<MyAction>> Desk::myActions()
{
    return m_store->meetings().myActions();
}

Result<CaseId> Desk::draftMinutes(MeetingId id, const QString &requestId)
{
    if (const Result<> can = ready(); !can)
        return can.failure();
    const auto record = m_store->meetings().meeting(id);
    if (!record)
        return record.failure();
    const Meeting whole = foldMeeting(record->id, record->acts);
    if (whole.minutes) {
        const auto filed = m_store->cases().load(*whole.minutes);
        if (filed || filed.error().code != ErrorCode::NotFound)
            return filed ? Result<CaseId>(*whole.minutes) : Result<CaseId>(filed.failure());
        // Another secretary's draft is there, though nobody else sees it: it is not put aside.
        const int filing = int(MeetingChange(FileMinutes{CaseId(1)}).index());
        const auto last = std::find_if(record->acts.rbegin(), record->acts.rend(),
                                       [filing](const MeetingAct &act) { return act.kind == filing; });
        if (last != record->acts.rend() && last->by != *m_me)
            return filed.failure();
    }
    if (const Result<> may = checkMeetingChange(whole, FileMinutes{CaseId(1)}, *m_me); !may)
        return may.failure();
    const FormDefinition *form = m_configuration.formOn(kMinutesForm, now().day());
    if (!form)
        return fail(ErrorCode::NotFound, QStringLiteral("nothing is drafted in this office"));
    const auto office = m_offices.at(whole.day, m_configuration.office.revision);
    const auto nameOf = [&office](StaffId who) {
        const Staff *staff = office->staff(who);
        return staff ? staff->name() : QString();
    };
    const auto drafted = saveDraft(std::nullopt, minutesContent(whole, *form, nameOf));
    if (!drafted)
        return drafted;
    const auto filed = m_store->meetings().change(id, whole.seq, requestId, FileMinutes{*drafted});
    if (filed)
        return drafted;
    // A draft of minutes that are not the meeting's is no use to anybody. Where the answer was lost it is found the next time.
    if (filed.error().code != ErrorCode::OutcomeUnknown) [[maybe_unused]]
        const Result<> dropped = deleteDraft(*drafted);
    return filed.failure();
}

} // namespace kessai
