// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorystore.h"

namespace kessai::test {

bool MemoryStore::connected()
{
    const std::lock_guard lock(m_office.m_mutex);
    return !m_office.m_cut;
}

Result<> MemoryStore::reconnect()
{
    if (connected())
        return {};
    return fail(ErrorCode::ConnectionLost, QStringLiteral("cut"));
}

Result<Pulse> MemoryStore::pulse()
{
    return ask(Ask::Pulse, [this]() -> Result<Pulse> { return m_office.pulse(m_who); });
}

Result<ListPage> MemoryStore::list(const ListQuery &query)
{
    return ask(Ask::List, [&] { return m_office.list(m_who, query); });
}

Result<CaseRecord> MemoryStore::load(CaseId id)
{
    return ask(Ask::Load, [&] { return m_office.load(m_who, id); });
}

Result<std::vector<CaseId>> MemoryStore::ids(std::optional<CaseId>, int)
{
    return fail(ErrorCode::AccessDenied, QStringLiteral("no desk asks this"));
}

Result<CaseId> MemoryStore::saveDraft(const DraftSave &draft)
{
    return ask(Ask::SaveDraft, [&] { return m_office.saveDraft(m_who, draft); });
}

Result<> MemoryStore::deleteDraft(CaseId id)
{
    return ask(Ask::DeleteDraft, [&] { return m_office.deleteDraft(m_who, id); });
}

Result<Event> MemoryStore::append(const AppendRequest &request)
{
    return ask(Ask::Append, [&] { return m_office.append(request); });
}

Result<std::optional<UploadId>> MemoryStore::begin(const Attachment &attachment)
{
    return ask(Ask::Begin, [&]() -> Result<std::optional<UploadId>> {
        const std::lock_guard lock(m_office.m_mutex);
        if (m_office.m_chunks.contains(attachment.sha256))
            return std::optional<UploadId>();
        const qint64 id = qint64(m_office.m_uploads.size()) + 1;
        m_office.m_uploads[id] = {attachment, {}};
        return std::optional(UploadId(id));
    });
}

Result<> MemoryStore::put(UploadId upload, int no, const QByteArray &chunk)
{
    return ask(Ask::Put, [&]() -> Result<> {
        const std::lock_guard lock(m_office.m_mutex);
        auto &chunks = m_office.m_uploads.at(upload.value()).second;
        if (size_t(no) != chunks.size())
            return fail(ErrorCode::Invalid, QStringLiteral("chunks come in order"));
        chunks.push_back(chunk);
        return {};
    });
}

Result<> MemoryStore::finish(UploadId upload)
{
    return ask(Ask::Finish, [&]() -> Result<> {
        const std::lock_guard lock(m_office.m_mutex);
        const auto &[attachment, chunks] = m_office.m_uploads.at(upload.value());
        QByteArray whole;
        for (const QByteArray &chunk : chunks)
            whole += chunk;
        if (sha256Hex(whole) != attachment.sha256)
            return fail(ErrorCode::Damaged, attachment.name);
        m_office.m_chunks.insert(attachment.sha256, chunks);
        return {};
    });
}

Result<QByteArray> MemoryStore::chunk(const QByteArray &sha256, int no)
{
    return ask(Ask::Chunk, [&]() -> Result<QByteArray> {
        const std::lock_guard lock(m_office.m_mutex);
        const std::vector<QByteArray> chunks = m_office.m_chunks.value(sha256);
        if (size_t(no) >= chunks.size())
            return fail(ErrorCode::NotFound);
        return chunks[size_t(no)];
    });
}

Result<Configuration> MemoryStore::configuration()
{
    return ask(Ask::Configure, [this]() -> Result<Configuration> { return m_office.m_configuration; });
}

Result<> MemoryStore::change(const OfficeChange &)
{
    return fail(ErrorCode::AccessDenied, QStringLiteral("this office does not change by itself"));
}

Result<> MemoryStore::changeHolidays(const HolidayChange &)
{
    return fail(ErrorCode::AccessDenied, QStringLiteral("this office does not change by itself"));
}

Result<qint64> MemoryStore::decidedOn(const std::vector<QDate> &)
{
    return fail(ErrorCode::AccessDenied, QStringLiteral("this office does not change by itself"));
}

Result<std::vector<StrandedStep>> MemoryStore::stranded()
{
    return fail(ErrorCode::AccessDenied, QStringLiteral("nobody looks after this office"));
}

Result<Case> MemoryStore::openRoute(CaseId)
{
    return fail(ErrorCode::AccessDenied, QStringLiteral("nobody looks after this office"));
}

Result<OwnRegistrations> MemoryStore::ownRegistrations(CaseId)
{
    return OwnRegistrations{};
}

Result<std::vector<LedgerAnswer>> MemoryStore::sums(const std::vector<LedgerQuery> &questions, std::optional<CaseId>)
{
    return ask(Ask::Sums, [&]() -> Result<std::vector<LedgerAnswer>> {
        std::vector<LedgerAnswer> answers;
        for (const LedgerQuery &question : questions)
            answers.push_back({question.name, 0, 0});
        return answers;
    });
}

Result<std::vector<OwnPosting>> MemoryStore::own(const QDate &from, const QDate &until)
{
    return ask(Ask::Sums, [&]() -> Result<std::vector<OwnPosting>> { return m_office.own(m_who, from, until); });
}

Result<std::vector<AwayMinutes>> MemoryStore::away(SectionId section, const QDate &from, const QDate &until)
{
    return ask(Ask::Sums,
               [&]() -> Result<std::vector<AwayMinutes>> { return m_office.away(m_who, section, from, until); });
}

Result<std::vector<MeetingRow>> MemoryStore::meetings(const QDate &from)
{
    return ofMeetings(Ask::Meetings, [&](MemoryMeetings &kept) -> Result<std::vector<MeetingRow>> {
        return kept.meetings(m_who, from);
    });
}

Result<MeetingRecord> MemoryStore::meeting(MeetingId id)
{
    return ofMeetings(Ask::Meetings, [&](MemoryMeetings &kept) { return kept.meeting(m_who, id); });
}

Result<MeetingRecord> MemoryStore::change(std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                          const MeetingChange &change)
{
    return ofMeetings(Ask::ChangeMeeting, [&](MemoryMeetings &kept) -> Result<MeetingRecord> {
        const auto *put = std::get_if<PutPaper>(&change);
        if (put && !m_office.m_chunks.contains(put->file.sha256))
            return fail(ErrorCode::NotFound, QStringLiteral("the file was not uploaded"));
        const auto *filing = std::get_if<FileMinutes>(&change);
        const auto minutes = filing ? m_office.m_cases.find(filing->minutes) : m_office.m_cases.end();
        if (filing && (minutes == m_office.m_cases.end() || minutes->second.state.drafter != m_who))
            return fail(ErrorCode::NotFound, QStringLiteral("minutes are a case of one's own"));
        const auto held = filing && id ? kept.meeting(m_who, *id) : Result<MeetingRecord>(MeetingRecord());
        if (filing && held) {
            const Meeting whole = foldMeeting(*id, held->acts);
            if (const Result<> may = checkMinutes(whole, minutesCase(filing->minutes)); !may)
                return may.failure();
        }
        m_office.m_clock.tick();
        auto changed = kept.change(asker(), id, seenSeq, requestId, change);
        if (std::exchange(m_office.m_loseAnswer, false))
            return fail(ErrorCode::OutcomeUnknown, QStringLiteral("the answer was lost"));
        return changed;
    });
}

Result<std::vector<PaperPage>> MemoryStore::pages(MeetingId id, int paper, int revision)
{
    return ofMeetings(Ask::Meetings, [&](MemoryMeetings &kept) { return kept.pages(m_who, id, paper, revision); });
}

Result<> MemoryStore::markOpened(MeetingId id, int paper, int revision)
{
    return ofMeetings(Ask::ChangeMeeting,
                      [&](MemoryMeetings &kept) { return kept.markOpened(asker(), id, paper, revision); });
}

Result<std::vector<PaperOpened>> MemoryStore::opened(MeetingId id)
{
    return ofMeetings(Ask::Meetings, [&](MemoryMeetings &kept) { return kept.opened(m_who, id); });
}

Result<std::vector<MeetingHit>> MemoryStore::findInPapers(const QString &folded, int most)
{
    return ofMeetings(Ask::Meetings, [&](MemoryMeetings &kept) -> Result<std::vector<MeetingHit>> {
        return kept.findInPapers(m_who, folded, most);
    });
}

Result<InkRead> MemoryStore::ink(MeetingId id, qint64 since)
{
    return ofMeetings(Ask::ReadInk, [&](MemoryMeetings &kept) { return kept.ink(m_who, id, since); });
}

Result<> MemoryStore::putInk(MeetingId id, const std::vector<Ink> &inks)
{
    return ofMeetings(Ask::PutInk, [&](MemoryMeetings &kept) { return kept.putInk(asker(), id, inks); });
}

Result<> MemoryStore::destroyInk(MeetingId id)
{
    return ofMeetings(Ask::PutInk, [&](MemoryMeetings &kept) {
        return kept.destroyInk(asker(), id, [this](CaseId minutes) { return minutesCase(minutes); });
    });
}

Result<std::optional<QDate>> MemoryStore::inkEnd(MeetingId id)
{
    return ofMeetings(Ask::Meetings, [&](MemoryMeetings &kept) {
        return kept.inkEnd(m_who, id, [this](CaseId minutes) { return minutesCase(minutes); });
    });
}

Result<LiveMeeting> MemoryStore::live(MeetingId id)
{
    return ofMeetings(Ask::Live, [&](MemoryMeetings &kept) { return kept.live(asker(), id); });
}

Result<LiveMeeting> MemoryStore::changeLive(MeetingId id, const LiveChange &change)
{
    return ofMeetings(Ask::ChangeLive, [&](MemoryMeetings &kept) { return kept.changeLive(asker(), id, change); });
}

Result<std::vector<MyAction>> MemoryStore::myActions()
{
    return ofMeetings(Ask::Meetings,
                      [&](MemoryMeetings &kept) -> Result<std::vector<MyAction>> { return kept.myActions(asker()); });
}

MinutesCase MemoryStore::minutesCase(CaseId id) const
{
    const auto found = m_office.m_cases.find(id);
    if (found == m_office.m_cases.end())
        return {};
    const MemoryOffice::Filed &filed = found->second;
    MinutesCase minutes{.form = kMinutesForm,
                        .title = filed.revisions.back().title,
                        .submittedAt = filed.submittedAt.value_or(Instant(0))};
    const auto decided = std::ranges::find_if(
        filed.history, [](const Event &event) { return event.effects.state == CaseState::Decided; });
    if (filed.state.state == CaseState::Decided && decided != filed.history.end())
        minutes.decidedAt = decided->at;
    return minutes;
}

MemoryMeetings::Asker MemoryStore::asker() const
{
    const Instant now = m_office.m_clock.now();
    return {m_who, m_office.office()->staff(m_who)->name(), now};
}

} // namespace kessai::test
