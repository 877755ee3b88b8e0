// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/localnotary.h"
#include "core/store/meetingqueries.h"

#include <QSet>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String kMeeting("meeting_id");
constexpr QLatin1String kStaff("staff_id");
constexpr QLatin1String kItem("item");
constexpr QLatin1String kPaper("paper");
constexpr QLatin1String kRevision("revision");

/// Those a change names for the first time.
std::vector<StaffId> newlyNamed(const Meeting &before, const MeetingChange &change)
{
    std::vector<StaffId> people;
    if (const auto *invitation = std::get_if<InviteMembers>(&change)) {
        for (const MeetingMember &member : invitation->members) {
            if (!before.member(member.who))
                people.push_back(member.who);
        }
    }
    if (const auto *hiding = std::get_if<HideItem>(&change))
        people = hiding->from;
    if (const auto *ask = std::get_if<AskPaper>(&change))
        people = {ask->responsible};
    const auto *assigned = std::get_if<AssignAction>(&change);
    const MeetingAction *action = assigned ? before.action(assigned->action) : nullptr;
    if (assigned && !assigned->text.isEmpty() && (!action || action->owner != assigned->owner))
        people = {assigned->owner};
    return people;
}

/// Keeps the tables by which access is given as the fold says they are.
class MeetingWriter final {
public:
    MeetingWriter(Database &database, const Meeting &after, std::optional<UploadId> file, StaffId by, Instant at)
        : m_database(database), m_after(after), m_file(file), m_by(by), m_at(at)
    {
    }

    Result<> operator()(const PlanMeeting &) { return m_after.seq == 1 ? setMembers() : Result<>(); }
    Result<> operator()(const InviteMembers &)
    {
        if (const Result<> set = setMembers(); !set)
            return set;
        for (const AgendaItem &item : m_after.items) {
            for (const Paper &paper : item.papers) {
                if (paper.responsible)
                    continue; // it may have been somebody's who was taken out
                if (const Result<> set = setPaper(paper.id); !set)
                    return set;
            }
        }
        return tellInk();
    }
    Result<> operator()(const SetItem &) { return {}; }
    Result<> operator()(const HideItem &change)
    {
        Query unhide(m_database, QLatin1String("notaryUnhide"));
        if (const Result<> done = of(unhide).bind(kItem, change.item).exec(); !done)
            return done;
        Query hide(m_database, QLatin1String("notaryHide"));
        for (const StaffId who : change.from) {
            if (const Result<> done = of(hide).bind(kItem, change.item).bind(kStaff, who).exec(); !done)
                return done;
        }
        return tellInk();
    }
    Result<> operator()(const DropItem &change) { return drop(0, change.item); }
    Result<> operator()(const AskPaper &change) { return setPaper(change.paper); }
    Result<> operator()(const PutPaper &change)
    {
        if (const Result<> set = setPaper(change.paper); !set)
            return set;
        Query file(m_database, QLatin1String("notaryPaperFile"));
        const Result<> put = of(file)
                                 .bind(kPaper, change.paper)
                                 .bind(kRevision, change.revision)
                                 .bind(QLatin1String("blob_id"), *m_file)
                                 .bindAscii(QLatin1String("sha256"), change.file.sha256)
                                 .bind(QLatin1String("pages"), int(change.pages.size()))
                                 .exec();
        if (!put)
            return put;
        // Whoever puts it there has it before them.
        Query open(m_database, QLatin1String("notaryOpened"));
        const Result<> opened = of(open)
                                    .bind(kPaper, change.paper)
                                    .bind(kRevision, change.revision)
                                    .bind(kStaff, m_by)
                                    .bind(QLatin1String("at"), m_at)
                                    .exec();
        if (!opened)
            return opened;
        Query page(m_database, QLatin1String("notaryPaperPage"));
        of(page).bind(kPaper, change.paper).bind(kRevision, change.revision);
        for (size_t no = 0; no < change.pages.size(); ++no) {
            page.bind(QLatin1String("page"), int(no))
                .bind(QLatin1String("print"), change.pages[no].print)
                .bind(QLatin1String("folded"), change.pages[no].folded)
                .bind(QLatin1String("text"), change.pages[no].text);
            if (const Result<> written = page.exec(); !written)
                return written;
        }
        return {};
    }
    Result<> operator()(const PlacePaper &change)
    {
        const Result<> set = setPaper(change.paper);
        return set ? tellInk() : set;
    }
    Result<> operator()(const DropPaper &change) { return drop(change.paper, 0); }
    Result<> operator()(const SetState &) { return {}; }
    Result<> operator()(const NoteAttendance &)
    {
        Query nobody(m_database, QLatin1String("notaryNobodyThere"));
        if (const Result<> done = of(nobody).exec(); !done)
            return done;
        Query there(m_database, QLatin1String("notaryThere"));
        for (const auto &[who, attendance] : m_after.attendance) {
            if (!attendance.isThere())
                continue;
            if (const Result<> done = of(there).bind(kStaff, who).exec(); !done)
                return done;
        }
        return {};
    }
    Result<> operator()(const OpenVote &) { return {}; }
    Result<> operator()(const CloseVote &) { return {}; }
    Result<> operator()(const CallOffVote &) { return {}; }
    Result<> operator()(const Resolve &) { return {}; }
    Result<> operator()(const AssignAction &change) { return setAction(change.action); }
    Result<> operator()(const FinishAction &change) { return setAction(change.action); }
    Result<> operator()(const FileMinutes &) { return {}; }

    Result<> setHead()
    {
        Query set(m_database, QLatin1String("notarySetMeeting"));
        return of(set)
            .bind(QLatin1String("state"), int(m_after.state))
            .bind(QLatin1String("published"), m_after.publishedAt != Instant(0))
            .bind(QLatin1String("title"), m_after.title)
            .bind(QLatin1String("day"), m_after.day)
            .bind(QLatin1String("begins"), m_after.begins)
            .bind(QLatin1String("ends"), m_after.ends)
            .bind(QLatin1String("room"), m_after.room)
            .bind(QLatin1String("seq"), m_after.seq)
            .exec();
    }

private:
    Query &of(Query &query) { return query.bind(kMeeting, m_after.id); }
    Result<> setMembers()
    {
        Query none(m_database, QLatin1String("notaryDropMembers"));
        if (const Result<> done = of(none).exec(); !done)
            return done;
        Query add(m_database, QLatin1String("notaryAddMember"));
        for (const MeetingMember &member : m_after.members) {
            const Result<> added =
                of(add).bind(kStaff, member.who).bind(QLatin1String("role"), int(member.role)).exec();
            if (!added)
                return added;
        }
        return {};
    }
    Result<> setPaper(int id)
    {
        const Paper &paper = *m_after.paper(id);
        Query set(m_database, QLatin1String("notaryPutPaper"));
        return of(set)
            .bind(kPaper, id)
            .bind(kItem, m_after.itemOf(id)->id)
            .bind(QLatin1String("responsible"), paper.responsible)
            .bind(kRevision, paper.files.empty() ? 0 : paper.files.back().revision)
            .exec();
    }
    Result<> setAction(int id)
    {
        const MeetingAction *action = m_after.action(id);
        Query set(m_database, QLatin1String(action ? "notarySetAction" : "notaryDropAction"));
        of(set).bind(QLatin1String("action"), id);
        if (action) {
            set.bind(kItem, action->item)
                .bind(QLatin1String("owner"), action->owner)
                .bind(QLatin1String("text"), action->text)
                .bind(QLatin1String("due"), action->due)
                .bind(QLatin1String("done_at"), action->doneAt)
                .bind(QLatin1String("done_by"), action->doneBy)
                .bind(QLatin1String("note"), action->note);
        }
        return set.exec();
    }
    Result<> drop(int paper, int item)
    {
        Query drop(m_database, QLatin1String("notaryDropPapers"));
        return of(drop).bind(kPaper, paper).bind(kItem, item).exec();
    }
    /// Somebody may see more from now on: what is shared there reaches them as if it were new.
    Result<> tellInk()
    {
        const auto mark = nextInkMark(m_database, m_after.id);
        if (!mark)
            return mark.failure();
        Query tell(m_database, QLatin1String("notaryTellInk"));
        return of(tell).bind(QLatin1String("mark"), *mark).exec();
    }

    Database &m_database;
    const Meeting &m_after;
    std::optional<UploadId> m_file;
    StaffId m_by;
    Instant m_at;
};

} // namespace

/// The file of a paper, which the actor may use and says what it is.
Result<std::optional<UploadId>> LocalNotary::paperFile(const MeetingChange &change)
{
    const auto *put = std::get_if<PutPaper>(&change);
    if (!put)
        return std::optional<UploadId>();
    Query known(m_database, QLatin1String("notaryFile"));
    known.bindAscii(QLatin1String("sha256"), put->file.sha256)
        .bind(QLatin1String("actor"), m_actor)
        .bind(QLatin1String("today"), m_clock.now().day());
    if (const Result<> found = known.execOne(); !found)
        return found.failure();
    if (known.integer(1) != put->file.size || splitDigests(known.text(2)) != put->file.chunks)
        return fail(ErrorCode::Invalid, u"the file is not as it is described"_s);
    return std::optional(known.id<UploadId>(0));
}

/// The meeting a request was recorded for; none where it is new.
Result<std::optional<MeetingId>> LocalNotary::recordedChange(std::optional<MeetingId> id, const QString &requestId,
                                                             const MeetingChange &change)
{
    Query before(m_database, QLatin1String("notaryMeetingRequest"));
    const Result<> found = before.bind(QLatin1String("request_id"), requestId).execOne();
    if (!found)
        return found.error().code == ErrorCode::NotFound ? Result<std::optional<MeetingId>>(std::nullopt)
                                                         : found.failure();
    const MeetingId meeting = before.id<MeetingId>(0);
    // Of a vote that ends, what came of it was written in.
    const auto *closing = std::get_if<CloseVote>(&change);
    const auto recorded = closing ? changeOf(before.number(2), before.ascii(3)) : std::nullopt;
    const auto *closed = recorded ? std::get_if<CloseVote>(&*recorded) : nullptr;
    const bool says = closed ? closing->vote == closed->vote : before.ascii(3) == changeBody(change);
    const bool same = before.id<StaffId>(1) == m_actor && says && id.value_or(meeting) == meeting;
    return same ? Result<std::optional<MeetingId>>(meeting)
                : Result<std::optional<MeetingId>>(
                    fail(ErrorCode::AlreadyExists, u"the request was made for something else"_s));
}

/// The meeting as it is, for somebody who reads any of it, or has to do what they say is done; of no meeting one without acts.
Result<MeetingRecord> LocalNotary::readableMeeting(NotaryRows &rows, std::optional<MeetingId> id,
                                                   const MeetingChange *change)
{
    if (!id)
        return MeetingRecord{MeetingId(0), {}};
    auto acts = readMeetingActs(m_database, *id);
    const auto auditor = rows.isAuditor(m_actor);
    if (!acts || !auditor)
        return acts ? auditor.failure() : acts.failure();
    const Meeting whole = foldMeeting(*id, *acts);
    const bool reads = sightOf(whole, {m_actor, *auditor}) != MeetingSight::None;
    if (acts->empty() || !(reads || (change && isOwnAction(whole, *change, m_actor))))
        return fail(ErrorCode::NotFound, u"no such meeting"_s);
    return MeetingRecord{*id, std::move(acts).value()};
}

Result<MeetingId> LocalNotary::recordAct(MeetingId id, const Meeting &before, const MeetingChange &change,
                                         const QByteArray &previous, const QString &name, const QString &requestId,
                                         Instant at)
{
    MeetingAct act{.seq = before.seq + 1,
                   .kind = int(change.index()),
                   .item = itemOf(before, change),
                   .body = changeBody(change),
                   .by = m_actor,
                   .name = name,
                   .at = at,
                   .previous = previous,
                   .hash = {}};
    act.hash = actDigest(id, act);
    Query insert(m_database, QLatin1String("notaryMeetingAct"));
    const Result<> inserted = insert.bind(kMeeting, id)
                                  .bind(QLatin1String("seq"), act.seq)
                                  .bind(QLatin1String("kind"), act.kind)
                                  .bind(kItem, act.item)
                                  .bindAscii(QLatin1String("body"), act.body)
                                  .bind(QLatin1String("made_by"), act.by)
                                  .bind(QLatin1String("made_name"), act.name)
                                  .bind(QLatin1String("made_at"), act.at)
                                  .bindAscii(QLatin1String("previous"), act.previous)
                                  .bindAscii(QLatin1String("hash"), act.hash)
                                  .bind(QLatin1String("request_id"), requestId)
                                  .exec();
    return inserted ? Result<MeetingId>(id) : Result<MeetingId>(inserted.failure());
}

Result<MeetingId> LocalNotary::changeMeeting(std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                             const MeetingChange &asked)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    NotaryRows rows(m_database, m_clock.now().day());
    const auto name = rows.nameOf(m_actor);
    if (!name || !*name)
        return name ? Fail<Error>{{ErrorCode::AccessDenied, u"whoever signed in is not on the staff today"_s, {}}}
                    : name.failure();
    const auto recorded = recordedChange(id, requestId, asked);
    if (!recorded || *recorded)
        return recorded ? Result<MeetingId>(**recorded) : Result<MeetingId>(recorded.failure());
    const auto record = readableMeeting(rows, id, &asked);
    if (!record)
        return record.failure();
    Meeting meeting = foldMeeting(record->id, record->acts);
    if (seenSeq == kWhateverSeen && !isAtAnyTime(asked))
        return fail(ErrorCode::Invalid, u"this is done to what was seen"_s);
    if (seenSeq != kWhateverSeen && meeting.seq != seenSeq)
        return fail(Error::refused(Refusal::Stale));
    const auto closing = counted(meeting, asked);
    if (!closing)
        return closing.failure();
    const MeetingChange &change = *closing ? **closing : asked;
    if (const Result<> may = checkMeetingChange(meeting, change, m_actor); !may)
        return may.failure();
    for (const StaffId who : newlyNamed(meeting, change)) {
        const auto known = rows.nameOf(who);
        if (!known || !*known)
            return known ? fail(ErrorCode::NotFound, u"nobody of that id is on the staff today"_s) : known.failure();
    }
    if (const Result<> may = checkFiling(meeting, change); !may)
        return may.failure();
    const auto file = paperFile(change);
    if (!file)
        return file.failure();
    if (!id) {
        Query begin(m_database, QLatin1String("notaryNewMeeting"));
        if (const Result<> begun = begin.execOne(); !begun)
            return begun.failure();
        meeting.id = begin.id<MeetingId>(0);
    }
    const QByteArray previous = record->acts.empty() ? QByteArray("") : record->acts.back().hash;
    const Instant at = m_clock.now(); // of the act and of what follows from it: whoever verifies compares them
    const auto acted = recordAct(meeting.id, meeting, change, previous, **name, requestId, at);
    if (!acted)
        return acted;
    applyChange(meeting, change, m_actor, at);
    ++meeting.seq;
    MeetingWriter writer(m_database, meeting, *file, m_actor, at);
    if (const Result<> kept = std::visit(writer, change); !kept)
        return kept.failure();
    if (const Result<> kept = writer.setHead(); !kept)
        return kept.failure();
    if (const Result<> followed = followLive(meeting, change); !followed)
        return followed.failure();
    const Result<> committed = transaction->commit();
    return committed ? acted : Result<MeetingId>(committed.failure());
}

Result<> LocalNotary::openPaper(MeetingId id, int paper, int revision)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    const auto auditor = NotaryRows(m_database, m_clock.now().day()).isAuditor(m_actor);
    if (!auditor)
        return auditor.failure();
    Query seen(m_database, QLatin1String("notarySeenPaper"));
    seen.bind(kMeeting, id).bind(kPaper, paper);
    Reader{m_database, m_clock, m_actor, *auditor ? Sight::Submitted : Sight::Own}.bindTo(seen);
    if (const Result<> found = seen.execOne(); !found)
        return found;
    if (seen.number(0) == 0)
        return {};
    if (revision < 1 || revision > seen.number(0))
        return fail(ErrorCode::NotFound, u"no such revision"_s);
    if (!seen.flag(1))
        return {};
    Query open(m_database, QLatin1String("notaryOpened"));
    const Result<> opened = open.bind(kMeeting, id)
                                .bind(kPaper, paper)
                                .bind(kRevision, revision)
                                .bind(kStaff, m_actor)
                                .bind(QLatin1String("at"), m_clock.now())
                                .exec();
    return opened ? transaction->commit() : opened;
}

} // namespace kessai
