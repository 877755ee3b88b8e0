// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/localnotary.h"
#include "core/store/payeequeries.h"
#include "core/store/paymentqueries.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kessai {

namespace {

constexpr QLatin1String kBatchId("batch_id");
constexpr QLatin1String kReason("reason");

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonArray returnedJson(const std::vector<ReturnedLine> &returned)
{
    QJsonArray lines;
    for (const ReturnedLine &line : returned)
        lines.append(QJsonObject{{QStringLiteral("no"), line.no}, {QStringLiteral("reason"), line.reason}});
    return lines;
}

QJsonArray entriesJson(const MakeBatch &change)
{
    QJsonArray entries;
    for (const MakeBatch::Entry &entry : change.entries)
        entries.append(
            QJsonObject{{QStringLiteral("case"), entry.id.value()}, {QStringLiteral("revision"), entry.revision}});
    return entries;
}

Fail<Error> wrongState(const char *why)
{
    return fail(Error::refused(Refusal::WrongState, QLatin1String(why)));
}

/// Writes changes as a server's doors do (migration 0027).
class PaymentWriter final {
public:
    PaymentWriter(Database &database, StaffId madeBy, QString madeName, Instant now)
        : m_database(database), m_madeBy(madeBy), m_madeName(std::move(madeName)), m_now(now)
    {
    }

    Result<BatchId> operator()(const MakeBatch &change)
    {
        if (change.day < m_now.day())
            return fail(Error::refused(Refusal::PeriodInvalid, QStringLiteral("nothing is paid before today")));
        const auto last = lastOf();
        if (!last)
            return last.failure();
        PaymentBatch batch{.id = BatchId(last->batch + 1), .day = change.day};
        const Reader owner{m_database, m_clock, std::nullopt, Sight::All};
        const auto due = readPaymentsDue(owner, change.day);
        const auto source = readTransferSource(owner);
        if (!due || !source)
            return due ? source.failure() : due.failure();
        QHash<CaseId, const PaymentDue *> byCase;
        for (const PaymentDue &one : *due)
            byCase.insert(one.id, &one);
        bool transfers = false;
        for (const MakeBatch::Entry &entry : change.entries) {
            const PaymentDue *one = byCase.value(entry.id);
            if (!one || staysOut(*one, change.day) || one->known->revision != entry.revision)
                return fail(Error::refused(Refusal::NotPayable, QString::number(entry.id.value())));
            const auto own = one->transfer && one->moved ? registered(*one->known) : Result<bool>(false);
            if (!own)
                return own.failure();
            if (*own)
                return fail(Error::refused(Refusal::PartTaken, QString::number(entry.id.value())));
            transfers |= one->transfer;
        }
        if (transfers && !*source)
            return fail(ErrorCode::NotFound, QStringLiteral("no account to pay from"));
        const std::optional<int> revision = transfers ? std::optional((*source)->revision) : std::nullopt;
        Query insert(m_database, QLatin1String("insertBatch"));
        insert.bind(kBatchId, batch.id).bind(QLatin1String("day"), batch.day).bind(QLatin1String("source"), revision);
        if (const Result<> inserted = insert.exec(); !inserted)
            return inserted.failure();
        QJsonArray lines;
        for (const MakeBatch::Entry &entry : change.entries) {
            const auto written = writeLine(batch.id, int(lines.size()) + 1, *byCase.value(entry.id));
            if (!written)
                return written.failure();
            lines.append(*written);
        }
        return record(batch.id, PaymentAct::Kind::Made,
                      {{QStringLiteral("day"), toText(batch.day)},
                       {QStringLiteral("source"), revision.value_or(0)},
                       {QStringLiteral("lines"), lines}});
    }

    Result<BatchId> operator()(const ExportBatch &change)
    {
        const auto batch = read(change.batch);
        if (!batch)
            return batch.failure();
        if (batch->state == BatchState::Discarded || !batch->source)
            return wrongState("there is no file of this batch");
        QJsonObject said{{QStringLiteral("sha256"), QString::fromLatin1(change.sha256)}};
        if (batch->state == BatchState::Made && batch->day < m_now.day())
            return fail(
                Error::refused(Refusal::PeriodInvalid, QStringLiteral("the bank takes no file of a day that is over")));
        if (batch->state == BatchState::Made) {
            if (const Result<> set = setState(change.batch, BatchState::Exported); !set)
                return set.failure();
            return record(change.batch, PaymentAct::Kind::Exported, said);
        }
        if (change.reason.trimmed().isEmpty())
            return fail(Error::refused(Refusal::ReasonMissing, QStringLiteral("this is done for a reason")));
        if (batch->exported != said)
            return fail(Error::refused(Refusal::Stale, QStringLiteral("the file is not the one that was written")));
        said.insert(kReason, change.reason);
        return record(change.batch, PaymentAct::Kind::ReExported, said);
    }

    Result<BatchId> operator()(const ConfirmBatch &change)
    {
        const auto batch = read(change.batch);
        if (!batch)
            return batch.failure();
        if (batch->state > BatchState::Exported || (batch->state == BatchState::Made && batch->source))
            return wrongState("what is confirmed was exported and not confirmed before");
        if (batch->day > m_now.day())
            return fail(Error::refused(Refusal::PeriodInvalid, QStringLiteral("the day has not come")));
        if (const Result<> back = takeBack(change.batch, change.returned); !back)
            return back.failure();
        if (const Result<> set = setState(change.batch, BatchState::Paid); !set)
            return set.failure();
        return record(change.batch, PaymentAct::Kind::Paid,
                      {{QStringLiteral("returned"), returnedJson(change.returned)}});
    }

    Result<BatchId> operator()(const ReturnPayments &change)
    {
        const auto batch = read(change.batch);
        if (!batch)
            return batch.failure();
        if (batch->state != BatchState::Paid)
            return wrongState("what comes back was paid");
        if (const Result<> back = takeBack(change.batch, change.returned); !back)
            return back.failure();
        return record(change.batch, PaymentAct::Kind::Returned,
                      {{QStringLiteral("returned"), returnedJson(change.returned)}});
    }

    Result<BatchId> operator()(const DiscardBatch &change)
    {
        const auto batch = read(change.batch);
        if (!batch)
            return batch.failure();
        if (batch->state > BatchState::Exported)
            return wrongState("the batch was confirmed, or given up before");
        const auto own = wroteFile(change.batch);
        if (!own || *own)
            return own ? Result<BatchId>(fail(Error::refused(Refusal::PartTaken))) : Result<BatchId>(own.failure());
        if (const auto back = takeBackLine(change.batch, 0, change.reason); !back)
            return back.failure();
        if (const Result<> set = setState(change.batch, BatchState::Discarded); !set)
            return set.failure();
        return record(change.batch, PaymentAct::Kind::Discarded, {{kReason, change.reason}});
    }

    Result<BatchId> operator()(const RecordReceipt &change)
    {
        const auto said = writeReceipt(m_database, change, m_now.day());
        return said ? record(BatchId(0), PaymentAct::Kind::Received, *said) : Result<BatchId>(said.failure());
    }

    Result<BatchId> operator()(const SetSource &change)
    {
        const auto known = readTransferSource({m_database, m_clock, std::nullopt, Sight::All});
        if (!known)
            return known.failure();
        if ((*known ? (*known)->revision : 0) != change.seen)
            return fail(Error::refused(Refusal::Stale, QStringLiteral("somebody changed the account meanwhile")));
        const BankAccount &account = change.source.account;
        Query insert(m_database, QLatin1String("insertTransferSource"));
        insert.bind(QLatin1String("revision"), change.seen + 1)
            .bind(QLatin1String("code"), change.source.code)
            .bind(QLatin1String("bank"), account.bank)
            .bind(QLatin1String("bank_name"), account.bankName)
            .bind(QLatin1String("branch"), account.branch)
            .bind(QLatin1String("branch_name"), account.branchName)
            .bind(QLatin1String("account_type"), int(account.type))
            .bind(QLatin1String("account"), account.number)
            .bind(QLatin1String("holder"), account.holder);
        if (const Result<> inserted = insert.exec(); !inserted)
            return inserted.failure();
        return record(BatchId(0), PaymentAct::Kind::Source, toJson(SourceRevision{change.seen + 1, change.source}));
    }

private:
    struct Last {
        qint64 batch;
        qint64 act;
        QByteArray hash;
    };
    Result<Last> lastOf()
    {
        Query last(m_database, QLatin1String("lastPayment"));
        if (const Result<> read = last.execOne(); !read)
            return read.failure();
        return Last{last.integer(0), last.integer(1), last.ascii(2)};
    }
    struct Row {
        BatchState state;
        QDate day;
        bool source; ///< whether any of it is transferred
        QJsonObject exported;
    };
    Result<Row> read(BatchId id)
    {
        Query row(m_database, QLatin1String("batchState"));
        if (const Result<> found = row.bind(kBatchId, id).execOne(); !found)
            return found.failure();
        return Row{BatchState(row.number(0)), row.day(1), !row.isNull(2),
                   QJsonDocument::fromJson(row.ascii(3)).object()};
    }
    /// Whether whoever makes the change registered a payee as it is.
    Result<bool> registered(const Payee &payee)
    {
        Query maker(m_database, QLatin1String("notaryPayeeMaker"));
        const Result<> found =
            maker.bind(QLatin1String("code"), payee.code).bind(QLatin1String("revision"), payee.revision).execOne();
        if (!found)
            return found.failure();
        return maker.maybe<StaffId>(0) == m_madeBy;
    }
    /// Whether whoever makes the change wrote the file of a batch, which somebody else gives up.
    Result<bool> wroteFile(BatchId id)
    {
        Query wrote(m_database, QLatin1String("notaryWroteFile"));
        if (const Result<> run = wrote.bind(kBatchId, id).bind(QLatin1String("me"), m_madeBy).exec(); !run)
            return run.failure();
        return wrote.next();
    }
    Result<> setState(BatchId id, BatchState state)
    {
        Query set(m_database, QLatin1String("setBatchState"));
        return set.bind(kBatchId, id).bind(QLatin1String("state"), int(state)).exec();
    }
    Result<QJsonValue> writeLine(BatchId batch, int no, const PaymentDue &due)
    {
        const Payee &payee = *due.known;
        Query insert(m_database, QLatin1String("insertPaymentLine"));
        insert.bind(kBatchId, batch)
            .bind(QLatin1String("no"), no)
            .bind(QLatin1String("case_id"), due.id)
            .bind(QLatin1String("amount"), due.amount.amount())
            .bind(QLatin1String("transfer"), due.transfer)
            .bind(QLatin1String("code"), payee.code)
            .bind(QLatin1String("revision"), payee.revision)
            .bind(QLatin1String("name"), payee.name)
            .bind(QLatin1String("holder_differs"), payee.holderDiffers);
        if (const Result<> inserted = insert.exec(); !inserted)
            return inserted.failure();
        return QJsonValue(toJson(PaymentLine{.no = no,
                                             .id = due.id,
                                             .number = due.number,
                                             .title = {},
                                             .section = {},
                                             .amount = due.amount,
                                             .transfer = due.transfer,
                                             .payee = payee.code,
                                             .revision = payee.revision,
                                             .name = payee.name,
                                             .account = payee.account}));
    }
    /// One line, or, for 0, all.
    Result<int> takeBackLine(BatchId batch, int no, const QString &reason)
    {
        Query back(m_database, QLatin1String("returnPayment"));
        if (const Result<> done = back.bind(kBatchId, batch).bind(QLatin1String("no"), no).bind(kReason, reason).exec();
            !done)
            return done.failure();
        return back.affected();
    }
    Result<> takeBack(BatchId batch, const std::vector<ReturnedLine> &returned)
    {
        for (const ReturnedLine &line : returned) {
            const auto back = takeBackLine(batch, line.no, line.reason);
            if (!back)
                return back.failure();
            if (line.no < 1 || *back != 1)
                return fail(
                    Error::refused(Refusal::Stale, QStringLiteral("the line is not there, or came back before")));
        }
        return {};
    }
    Result<BatchId> record(BatchId batch, PaymentAct::Kind kind, const QJsonObject &said)
    {
        const auto last = lastOf();
        if (!last)
            return last.failure();
        PaymentAct act{last->act + 1, batch, kind, json(said), m_madeBy, m_madeName, m_now, last->hash, {}};
        act.hash = act.digest();
        Query insert(m_database, QLatin1String("insertPaymentAct"));
        insert.bind(QLatin1String("act_no"), act.no)
            .bind(kBatchId, batch)
            .bind(QLatin1String("kind"), int(kind))
            .bindAscii(QLatin1String("said"), act.said)
            .bind(QLatin1String("made_by"), act.by)
            .bind(QLatin1String("made_name"), act.name)
            .bind(QLatin1String("made_at"), act.at)
            .bindAscii(QLatin1String("previous"), act.previous)
            .bindAscii(QLatin1String("hash"), act.hash);
        if (const Result<> inserted = insert.exec(); !inserted)
            return inserted.failure();
        return batch;
    }

    Database &m_database;
    StaffId m_madeBy;
    QString m_madeName;
    Instant m_now;
    const FixedClock m_clock{m_now};
};

/// Calls the door of a change.
class PaymentCall final {
public:
    explicit PaymentCall(Database &database) : m_database(database) {}

    Result<BatchId> operator()(const MakeBatch &change) const
    {
        Query call(m_database, QLatin1String("remoteMakeBatch"));
        call.bind(QLatin1String("day"), change.day);
        const Result<> made = bindList(call, entriesJson(change)).execOne();
        return made ? Result<BatchId>(call.id<BatchId>(0)) : Result<BatchId>(made.failure());
    }
    Result<BatchId> operator()(const ExportBatch &change) const
    {
        Query call(m_database, QLatin1String("remoteExportBatch"));
        call.bindAscii(QLatin1String("sha256"), change.sha256).bind(kReason, change.reason);
        return run(call, change.batch);
    }
    Result<BatchId> operator()(const ConfirmBatch &change) const
    {
        Query call(m_database, QLatin1String("remoteConfirmBatch"));
        return run(bindList(call, returnedJson(change.returned)), change.batch);
    }
    Result<BatchId> operator()(const ReturnPayments &change) const
    {
        Query call(m_database, QLatin1String("remoteReturnPayments"));
        return run(bindList(call, returnedJson(change.returned)), change.batch);
    }
    Result<BatchId> operator()(const DiscardBatch &change) const
    {
        Query call(m_database, QLatin1String("remoteDiscardBatch"));
        return run(call.bind(kReason, change.reason), change.batch);
    }
    Result<BatchId> operator()(const RecordReceipt &change) const
    {
        Query call(m_database, QLatin1String("remoteRecordReceipt"));
        const Result<> done =
            call.bind(QLatin1String("case_id"), change.id).bind(QLatin1String("day"), change.day).exec();
        return done ? Result<BatchId>(BatchId(0)) : Result<BatchId>(done.failure());
    }
    Result<BatchId> operator()(const SetSource &change) const
    {
        Query call(m_database, QLatin1String("remoteSetSource"));
        const Result<> set =
            call.bindAscii(QLatin1String("entries"), json(toJson(SourceRevision{change.seen, change.source}))).exec();
        return set ? Result<BatchId>(BatchId(0)) : Result<BatchId>(set.failure());
    }

private:
    static Query &bindList(Query &call, const QJsonArray &list)
    {
        return call.bindAscii(QLatin1String("entries"), QJsonDocument(list).toJson(QJsonDocument::Compact));
    }
    static Result<BatchId> run(Query &call, BatchId batch)
    {
        const Result<> done = call.bind(kBatchId, batch).exec();
        return done ? Result<BatchId>(batch) : Result<BatchId>(done.failure());
    }

    Database &m_database;
};

} // namespace

Result<BatchId> writePayments(Database &database, const PaymentChange &change, StaffId madeBy, const QString &madeName,
                              Instant now)
{
    if (const Result<> sound = checkChange(change); !sound)
        return sound.failure();
    return std::visit(PaymentWriter(database, madeBy, madeName, now), change);
}

Result<BatchId> callPayments(Database &database, const PaymentChange &change)
{
    if (const Result<> sound = checkChange(change); !sound)
        return sound.failure();
    return std::visit(PaymentCall(database), change);
}

Result<BatchId> LocalNotary::changePayments(const PaymentChange &change)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    if (const Result<> may = checkAccounting(Reader{m_database, m_clock, m_actor}); !may)
        return may.failure();
    NotaryRows rows(m_database, m_clock.now().day());
    const auto name = rows.nameOf(m_actor);
    if (!name)
        return name.failure();
    auto written = writePayments(m_database, change, m_actor, name->value_or(QString()), m_clock.now());
    if (!written)
        return written;
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.failure();
    return written;
}

} // namespace kessai
