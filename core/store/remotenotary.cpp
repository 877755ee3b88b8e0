// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/remotenotary.h"

#include "core/base/canonical.h"
#include "core/cases/filing.h"
#include "core/ports/settings.h"
#include "core/store/dialect.h"
#include "core/store/examinationqueries.h"
#include "core/store/meetingqueries.h"
#include "core/store/officewriter.h"
#include "core/store/payeequeries.h"
#include "core/store/paymentqueries.h"
#include "core/store/query.h"
#include "core/store/reader.h"
#include "core/store/searchtext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kessai {

namespace {

QString filesJson(const std::vector<Attachment> &attachments)
{
    QJsonArray files;
    for (const Attachment &attachment : attachments) {
        files.append(QJsonObject{{QStringLiteral("name"), attachment.name},
                                 {QStringLiteral("mediaType"), attachment.mediaType},
                                 {QStringLiteral("size"), attachment.size},
                                 {QStringLiteral("sha256"), QString::fromLatin1(attachment.sha256)},
                                 {QStringLiteral("chunks"), joinedDigests(attachment.chunks)},
                                 {QStringLiteral("confidential"), attachment.confidential}});
    }
    return QString::fromUtf8(QJsonDocument(files).toJson(QJsonDocument::Compact));
}

/// Calls the door of a change.
class ChangeCall final {
public:
    explicit ChangeCall(Database &database) : m_database(database) {}

    Result<> operator()(const RegisterAbsence &absence) const
    {
        Query add(m_database, QLatin1String("remoteAddAbsence"));
        return add.bind(QLatin1String("staff_id"), absence.staff)
            .bind(QLatin1String("kind"), int(absence.kind))
            .bind(QLatin1String("pass_over"), absence.passOver)
            .bind(kValidFrom, absence.from)
            .bind(kValidUntil, absence.until)
            .exec();
    }
    Result<> operator()(const EndAbsence &end) const
    {
        Query query(m_database, QLatin1String("remoteEndAbsence"));
        return query.bind(QLatin1String("absence_id"), end.absence).bind(QLatin1String("last"), end.lastDay).exec();
    }
    Result<> operator()(const RegisterDeputy &deputy) const
    {
        Query add(m_database, QLatin1String("remoteAddDeputy"));
        bindDeputyship(add, deputy.deputyship);
        return add.bind(kValidFrom, deputy.from).bind(kValidUntil, deputy.until).exec();
    }
    Result<> operator()(const EndDeputy &end) const
    {
        Query query(m_database, QLatin1String("remoteEndDeputy"));
        return query.bind(QLatin1String("principal_id"), end.principal)
            .bind(QLatin1String("deputy_id"), end.deputy)
            .bind(kValidFrom, end.from)
            .bind(QLatin1String("added_in"), end.addedIn)
            .exec();
    }
    Result<> operator()(const SetStandIns &list) const
    {
        QJsonArray standIns;
        for (const StandIn &one : list.standIns)
            standIns.append(one.post ? QJsonObject{{QStringLiteral("post"), one.post->value()}}
                                     : QJsonObject{{QStringLiteral("level"), int(one.level)}});
        Query set(m_database, QLatin1String("remoteSetStandIns"));
        return set.bind(QLatin1String("decider_id"), list.decider)
            .bindAscii(QLatin1String("list"), QJsonDocument(standIns).toJson(QJsonDocument::Compact))
            .exec();
    }
    Result<> operator()(const SetSuccessor &change) const
    {
        Query set(m_database, QLatin1String("remoteSetSuccessor"));
        return set.bind(QLatin1String("post_id"), change.post)
            .bind(QLatin1String("successor_id"), change.successor)
            .bind(kValidFrom, change.from)
            .exec();
    }
    Result<> operator()(const CloseMonth &change) const
    {
        Query close(m_database, QLatin1String("remoteCloseMonth"));
        return close.bind(QLatin1String("first"), change.first).exec();
    }
    Result<> operator()(const ReopenMonth &change) const
    {
        Query open(m_database, QLatin1String("remoteReopenMonth"));
        return open.bind(QLatin1String("first"), change.first).bind(QLatin1String("reason"), change.reason).exec();
    }

private:
    static constexpr QLatin1String kValidFrom{"valid_from"};
    static constexpr QLatin1String kValidUntil{"valid_until"};
    Database &m_database;
};

/// Calls the door for a change of the holidays.
class HolidayCall final {
public:
    explicit HolidayCall(Database &database) : m_database(database) {}

    Result<> operator()(const ImportHolidays &import) const
    {
        QJsonArray days;
        for (const OfficialDay &one : import.days)
            days.append(QJsonObject{{QStringLiteral("day"), toText(one.day)}, {QStringLiteral("name"), one.name}});
        Query call(m_database, QLatin1String("remoteImportHolidays"));
        return call.bindAscii(QLatin1String("days"), QJsonDocument(days).toJson(QJsonDocument::Compact)).exec();
    }
    Result<> operator()(const AddLocalDay &add) const
    {
        Query call(m_database, QLatin1String("remoteAddLocalDay"));
        return call.bind(kDay, add.day)
            .bind(QLatin1String("every_year"), add.everyYear)
            .bind(QLatin1String("name"), add.name)
            .exec();
    }
    Result<> operator()(const EndLocalDay &end) const
    {
        Query call(m_database, QLatin1String("remoteEndLocalDay"));
        return call.bind(kDay, end.day).bind(QLatin1String("added_in"), end.addedIn).exec();
    }

private:
    static constexpr QLatin1String kDay{"day"};
    Database &m_database;
};

class PayeeCall final {
public:
    explicit PayeeCall(Database &database) : m_database(database) {}

    Result<> operator()(const RegisterPayee &change) const
    {
        Query call(m_database, QLatin1String("remoteRegisterPayee"));
        return call
            .bindAscii(QLatin1String("payee"), QJsonDocument(payeeRow(change.payee)).toJson(QJsonDocument::Compact))
            .bind(kReason, change.reason)
            .exec();
    }
    Result<> operator()(const ImportPayees &change) const
    {
        QJsonArray rows;
        for (const Payee &payee : change.payees)
            rows.append(payeeRow(payee));
        Query call(m_database, QLatin1String("remoteImportPayees"));
        return call.bindAscii(QLatin1String("payees"), QJsonDocument(rows).toJson(QJsonDocument::Compact))
            .bind(kReason, change.reason)
            .exec();
    }

private:
    static constexpr QLatin1String kReason{"reason"};
    Database &m_database;
};

} // namespace

RemoteNotary::RemoteNotary(Database &database) : m_database(database) {}

Result<QString> RemoteNotary::myName()
{
    if (!m_myName) {
        Query row(m_database, QLatin1String("remoteMyName"));
        const Result<> run = row.execOne();
        if (!run && run.error().code == ErrorCode::NotFound)
            return fail(ErrorCode::AccessDenied, QStringLiteral("whoever signed in is not on the staff today"));
        if (!run)
            return run.failure();
        m_myName = row.text(0) + QLatin1Char(' ') + row.text(1);
    }
    return *m_myName;
}

/// Under whose name a draft will be found: a colleague's where it is written for one.
Result<QString> RemoteNotary::nameFor(const QJsonObject &fields)
{
    const auto colleague = filedFor(fields);
    if (!colleague)
        return myName();
    Query row(m_database, QLatin1String("remoteNameOf"));
    const Result<> run = row.bind(QLatin1String("staff_id"), *colleague).execOne();
    if (!run)
        return run.error().code == ErrorCode::NotFound ? myName() : Result<QString>(run.failure());
    return row.text(0) + QLatin1Char(' ') + row.text(1);
}

Result<CaseId> RemoteNotary::saveDraft(const DraftSave &draft)
{
    const auto name = nameFor(draft.content.fields);
    if (!name)
        return name.failure();
    Query save(m_database, QLatin1String("remoteSaveDraft"));
    save.bind(QLatin1String("case_id"), draft.id)
        .bind(QLatin1String("revision"), draft.revision)
        .bind(QLatin1String("form"), draft.content.form)
        .bind(QLatin1String("form_revision"), draft.content.formRevision)
        .bind(QLatin1String("title"), draft.title)
        .bind(QLatin1String("amount"), draft.amount)
        .bind(QLatin1String("urgent"), draft.urgent)
        .bindAscii(QLatin1String("fields"), canonicalJson(draft.content.fields))
        .bind(QLatin1String("search_text"), searchableText(draft.title, *name, draft.content.fields))
        .bind(QLatin1String("files"), filesJson(draft.content.attachments));
    const auto &confidential = draft.content.confidential;
    save.bindAscii(QLatin1String("salt"), confidential ? confidential->salt : QByteArray(""))
        .bindAscii(QLatin1String("confidential"), confidential ? canonicalJson(confidential->fields) : QByteArray(""));
    if (const Result<> saved = save.execOne(); !saved)
        return saved.failure();
    return save.id<CaseId>(0);
}

Result<> RemoteNotary::deleteDraft(CaseId id)
{
    Query query(m_database, QLatin1String("remoteDeleteDraft"));
    return query.bind(QLatin1String("case_id"), id).exec();
}

Result<Event> RemoteNotary::append(const AppendRequest &request)
{
    const ProposedEvent &event = request.event;
    // Administrators have a door of their own: they may not read the case.
    const bool reroutes = std::holds_alternative<Rerouted>(event.body);
    if (reroutes && (event.capacity.post || event.capacity.principal))
        return fail(Error::refused(Refusal::NotYourTurn));
    Query append(m_database, reroutes ? QLatin1String("remoteReroute") : QLatin1String("remoteAppend"));
    append.bind(QLatin1String("case_id"), request.caseId)
        .bind(QLatin1String("expected_seq"), request.expectedSeq)
        .bind(QLatin1String("request_id"), request.requestId)
        .bindAscii(QLatin1String("payload"), canonicalJson(toJson(event.body)))
        .bindAscii(QLatin1String("effects"), canonicalJson(toJson(event.effects)));
    if (!reroutes)
        append.bind(QLatin1String("code"), codeOf(event.body))
            .bind(QLatin1String("version"), kEventVersion)
            .bind(QLatin1String("post_id"), event.capacity.post)
            .bind(QLatin1String("principal_id"), event.capacity.principal);
    if (const Result<> recorded = append.execOne(); !recorded)
        return fail(outcomeOf(recorded.error()));
    auto made = recordedEvent(append);
    // An answer to what was asked under the same id before.
    if (made && made->code != codeOf(event.body))
        return fail(ErrorCode::AlreadyExists, QStringLiteral("the request id belongs to another act"));
    return made;
}

Result<std::optional<UploadId>> RemoteNotary::beginUpload(const Attachment &attachment)
{
    Query begin(m_database, QLatin1String("remoteBeginUpload"));
    begin.bindAscii(QLatin1String("sha256"), attachment.sha256)
        .bind(QLatin1String("size"), attachment.size)
        .bind(QLatin1String("chunks"), joinedDigests(attachment.chunks));
    if (const Result<> begun = begin.execOne(); !begun)
        return begun.failure();
    return begin.maybe<UploadId>(0);
}

Result<> RemoteNotary::putChunk(UploadId upload, int no, const QByteArray &chunk)
{
    Query put(m_database, QLatin1String("remotePutChunk"));
    return put.bind(QLatin1String("blob_id"), upload)
        .bind(QLatin1String("no"), no)
        .bindBytes(QLatin1String("data"), chunk)
        .exec();
}

Result<> RemoteNotary::finishUpload(UploadId upload)
{
    Query finish(m_database, QLatin1String("remoteFinishUpload"));
    if (const Result<> run = finish.bind(QLatin1String("blob_id"), upload).execOne(); !run)
        return run;
    if (!finish.flag(0))
        return fail(ErrorCode::Damaged, QStringLiteral("what was uploaded is not the file it was said to be"));
    return {};
}

Result<> RemoteNotary::change(const OfficeChange &change)
{
    return std::visit(ChangeCall(m_database), change);
}

Result<> RemoteNotary::changeHolidays(const HolidayChange &change)
{
    return std::visit(HolidayCall(m_database), change);
}

Result<> RemoteNotary::adoptTable(const AdoptTable &adoption)
{
    Query call(m_database, QLatin1String("remoteAdoptTable"));
    return call.bindAscii(QLatin1String("body"), canonicalJson(adoption.table.toJson()))
        .bind(QLatin1String("reason"), adoption.reason)
        .bind(QLatin1String("seen"), adoption.seen)
        .exec();
}

Result<> RemoteNotary::adoptRule(const AdoptRule &adoption)
{
    Query call(m_database, QLatin1String("remoteAdoptRule"));
    return call.bindAscii(QLatin1String("body"), canonicalJson(adoption.rule.toJson()))
        .bind(QLatin1String("reason"), adoption.reason)
        .bind(QLatin1String("seen"), adoption.seen)
        .exec();
}

Result<> RemoteNotary::adoptParameters(const AdoptParameters &adoption)
{
    QJsonArray rows;
    for (const Parameters::Row &row : adoption.rows)
        rows.append(QJsonObject{{QStringLiteral("key"), row.key},
                                {QStringLiteral("from"), row.from.toString(Qt::ISODate)},
                                {QStringLiteral("value"), row.value},
                                {QStringLiteral("source"), row.source}});
    Query call(m_database, QLatin1String("remoteAdoptParameters"));
    return call.bindAscii(QLatin1String("rows"), canonicalJson({{QStringLiteral("rows"), rows}}))
        .bind(QLatin1String("reason"), adoption.reason)
        .bind(QLatin1String("seen"), adoption.seen)
        .exec();
}

Result<> RemoteNotary::adoptForm(const AdoptForm &adoption)
{
    Query call(m_database, QLatin1String("remoteAdoptForm"));
    return call.bindAscii(QLatin1String("body"), canonicalJson(adoption.definition.toJson()))
        .bind(QLatin1String("reason"), adoption.reason)
        .bind(QLatin1String("seen"), adoption.seen)
        .exec();
}

Result<> RemoteNotary::adoptFaults(const AdoptFaults &adoption)
{
    Query call(m_database, QLatin1String("remoteAdoptFaults"));
    return call.bindAscii(QLatin1String("body"), canonicalJson(adoption.list.toJson()))
        .bind(QLatin1String("reason"), adoption.reason)
        .bind(QLatin1String("seen"), adoption.seen)
        .exec();
}

Result<> RemoteNotary::reorganise(const Reorganise &change)
{
    Query call(m_database, QLatin1String("remoteReorganise"));
    return call.bindAscii(QLatin1String("body"), canonicalJson(change.change.toJson()))
        .bind(QLatin1String("reason"), change.reason)
        .bind(QLatin1String("seen"), change.seenRevision)
        .exec();
}

Result<> RemoteNotary::takeBack(int number, int seenRevision)
{
    Query call(m_database, QLatin1String("remoteTakeBack"));
    return call.bind(QLatin1String("number"), number).bind(QLatin1String("seen"), seenRevision).exec();
}

Result<> RemoteNotary::importBudget(const BudgetImport &import)
{
    QJsonArray lines;
    for (const BudgetLine &line : import.lines) {
        lines.append(QJsonObject{
            {QStringLiteral("year"), line.year.startYear()},
            {QStringLiteral("code"), line.code},
            {QStringLiteral("names"), QJsonArray::fromStringList(QStringList(line.names.begin(), line.names.end()))},
            {QStringLiteral("section"), line.section.value()},
            {QStringLiteral("item"), line.item}});
    }
    QJsonArray entries;
    for (const BudgetEntry &entry : import.entries) {
        entries.append(QJsonObject{{QStringLiteral("year"), entry.year.startYear()},
                                   {QStringLiteral("code"), entry.code},
                                   {QStringLiteral("kind"), int(entry.kind)},
                                   {QStringLiteral("document"), entry.document},
                                   {QStringLiteral("amount"), entry.amount},
                                   {QStringLiteral("day"), toText(entry.day)}});
    }
    Query door(m_database, QLatin1String("remoteImportBudget"));
    return door.bindAscii(QLatin1String("lines"), QJsonDocument(lines).toJson(QJsonDocument::Compact))
        .bindAscii(QLatin1String("entries"), QJsonDocument(entries).toJson(QJsonDocument::Compact))
        .exec();
}

Result<> RemoteNotary::markProof(const MarkProof &mark)
{
    Query door(m_database, QLatin1String("remoteMarkProof"));
    return bindMark(door, mark).exec();
}

Result<> RemoteNotary::changePayees(const PayeeChange &change)
{
    return std::visit(PayeeCall(m_database), change);
}

Result<BatchId> RemoteNotary::changePayments(const PaymentChange &change)
{
    return callPayments(m_database, change);
}

Result<MeetingId> RemoteNotary::changeMeeting(std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                              const MeetingChange &change)
{
    Query call(m_database, QLatin1String("remoteChangeMeeting"));
    call.bind(QLatin1String("meeting_id"), id.value_or(MeetingId(0)))
        .bind(QLatin1String("seq"), seenSeq)
        .bind(QLatin1String("request_id"), requestId)
        .bind(QLatin1String("kind"), int(change.index()))
        .bindAscii(QLatin1String("body"), changeBody(change))
        .bindAscii(QLatin1String("pages"), pagesJson(change));
    if (const Result<> changed = call.execOne(); !changed)
        return fail(outcomeOf(changed.error()));
    return call.id<MeetingId>(0);
}

Result<> RemoteNotary::openPaper(MeetingId id, int paper, int revision)
{
    Query call(m_database, QLatin1String("remoteOpenPaper"));
    return call.bind(QLatin1String("meeting_id"), id)
        .bind(QLatin1String("paper"), paper)
        .bind(QLatin1String("revision"), revision)
        .exec();
}

Result<> RemoteNotary::putInk(MeetingId id, const std::vector<Ink> &inks)
{
    for (const Ink &ink : inks) {
        if (const Result<> sound = checkInk(ink); !sound)
            return sound;
    }
    Query call(m_database, QLatin1String("remotePutInk"));
    return call.bind(QLatin1String("meeting_id"), id).bindAscii(QLatin1String("inks"), inksJson(inks)).exec();
}

Result<> RemoteNotary::destroyInk(MeetingId id)
{
    Query call(m_database, QLatin1String("remoteDestroyInk"));
    return call.bind(QLatin1String("meeting_id"), id).exec();
}

namespace {

/// The door for each change, with what it takes.
class LiveCall final {
public:
    LiveCall(Database &database, MeetingId id) : m_database(database), m_id(id) {}

    Result<LiveMeeting> operator()(const ShowPlace &change)
    {
        const QPointF pointer = change.place.pointer.value_or(QPointF(-1, -1));
        Query call(m_database, QLatin1String("remoteShowPlace"));
        return told(call.bind(QLatin1String("paper"), change.place.paper)
                        .bind(QLatin1String("revision"), change.place.revision)
                        .bind(QLatin1String("page"), change.place.page)
                        .bind(QLatin1String("x"), pointer.x())
                        .bind(QLatin1String("y"), pointer.y())
                        .bind(QLatin1String("scrolled"), change.place.scrolled));
    }
    Result<LiveMeeting> operator()(const SetPresenter &change)
    {
        Query call(m_database, QLatin1String("remoteSetPresenter"));
        return told(call.bind(QLatin1String("who"), change.who));
    }
    Result<LiveMeeting> operator()(const CallAll &)
    {
        Query call(m_database, QLatin1String("remoteCallAll"));
        return told(call);
    }
    Result<LiveMeeting> operator()(const CastBallot &change)
    {
        Query call(m_database, QLatin1String("remoteCastBallot"));
        return told(call.bind(QLatin1String("vote"), change.vote).bind(QLatin1String("choice"), int(change.choice)));
    }
    Result<LiveMeeting> operator()(const AskToSpeak &change)
    {
        Query call(m_database, QLatin1String("remoteAskToSpeak"));
        return told(call.bind(QLatin1String("wants"), change.wants));
    }
    Result<LiveMeeting> operator()(const GiveTheFloor &change)
    {
        Query call(m_database, QLatin1String("remoteGiveTheFloor"));
        return told(call.bind(QLatin1String("who"), change.who.value_or(StaffId(0)))
                        .bind(QLatin1String("limit"), change.limit));
    }

private:
    Result<LiveMeeting> told(Query &call)
    {
        const Result<> done = call.bind(QLatin1String("meeting_id"), m_id).execOne();
        return done ? Result<LiveMeeting>(liveMeetingOf(call)) : Result<LiveMeeting>(done.failure());
    }

    Database &m_database;
    MeetingId m_id;
};

} // namespace

Result<LiveMeeting> RemoteNotary::changeLive(MeetingId id, const LiveChange &change)
{
    return std::visit(LiveCall(m_database, id), change);
}

} // namespace kessai
