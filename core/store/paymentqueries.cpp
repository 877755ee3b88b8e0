// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/paymentqueries.h"

#include "core/accounting/paymentterms.h"
#include "core/store/payeequeries.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kessai {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1String kSince("since");
constexpr size_t kMostTwins = 20;

/// What a query of this file is called where staff ask a server.
QLatin1String askedOf(const Reader &reader, const char *remote, const char *local)
{
    const bool door = reader.database.dialect() == Dialect::PostgreSql && reader.me;
    return QLatin1String(door ? remote : local);
}

/// A file has no doors: what they refuse is refused here.
Result<> guardPayments(const Reader &reader)
{
    return reader.sight == Sight::Own ? checkAccounting(reader) : Result<>();
}

/// Bank, names, type, number and holder, from a column on.
BankAccount accountAt(const Query &row, int first)
{
    return {row.text(first),
            row.text(first + 1),
            row.text(first + 2),
            row.text(first + 3),
            AccountType(row.number(first + 4)),
            row.text(first + 5),
            row.text(first + 6)};
}

SourceRevision sourceAt(const Query &row, int first)
{
    return {row.number(first), {row.text(first + 1), accountAt(row, first + 2)}};
}

PaymentAct actOf(const Query &row)
{
    return {row.integer(0), row.id<BatchId>(1),    PaymentAct::Kind(row.number(2)),
            row.ascii(3),   row.maybe<StaffId>(4), row.text(5),
            row.instant(6), row.ascii(7),          row.ascii(8)};
}

/// Of batches from a day on, or of all.
Result<std::vector<PaymentAct>> actsOf(const Reader &reader, const QDate &since)
{
    Query rows(reader.database, askedOf(reader, "remotePaymentActs", "paymentActs"));
    rows.bind(kSince, since);
    return takeAll<PaymentAct>(rows, actOf);
}

/// The columns of an order that was paid.
PaidRef paidAt(const Query &row)
{
    return {.id = row.id<CaseId>(0),
            .number = row.text(1),
            .title = row.text(2),
            .line = row.text(3),
            .drafter = row.text(4),
            .amount = row.integer(7),
            .payee = row.text(5),
            .method = row.text(6),
            .commitment = row.maybe<CaseId>(8)};
}

/// The batch a row belongs to; they are in their order.
PaymentBatch *batchOf(std::vector<PaymentBatch> &batches, BatchId id)
{
    const auto found = std::lower_bound(batches.begin(), batches.end(), id,
                                        [](const PaymentBatch &batch, BatchId one) { return batch.id < one; });
    return found == batches.end() || found->id != id ? nullptr : &*found;
}

} // namespace

Payee payeeAt(const Query &row, int first)
{
    return {row.text(first),
            row.number(first + 1),
            row.text(first + 2),
            row.text(first + 3),
            PayeeKind(row.number(first + 4)),
            row.text(first + 5),
            accountAt(row, first + 6),
            row.flag(first + 13),
            row.day(first + 14),
            row.day(first + 15)};
}

namespace {

/// The first year whose books are open.
FiscalYear openYear(const QDate &today)
{
    const FiscalYear current = FiscalYear::of(today);
    const FiscalYear before(current.startYear() - 1);
    return mayPay(before, today) ? before : current;
}

/// What was ordered for some days.
Result<std::vector<PaymentDue>> takeDue(const Reader &reader, const char *remote, const QDate &since,
                                        const QDate &until)
{
    if (const Result<> may = guardPayments(reader); !may)
        return may.failure();
    Query rows(reader.database, askedOf(reader, remote, "paymentsDue"));
    for (const auto &[name, day] : {std::pair(kSince, since), std::pair(QLatin1String("until"), until),
                                    std::pair(QLatin1String("today"), reader.today())}) {
        if (rows.has(name))
            rows.bind(name, day);
    }
    return takeAll<PaymentDue>(rows, [&reader](const Query &row) {
        return PaymentDue{.id = row.id<CaseId>(0),
                          .number = row.text(1),
                          .form = row.text(2),
                          .title = row.text(3),
                          .section = row.text(4),
                          .day = row.day(5),
                          .amount = Yen(row.integer(6)),
                          .transfer = row.flag(7),
                          .payee = PayeeRef::fromJson(QJsonDocument::fromJson(row.ascii(8)).object()),
                          .known = row.isNull(11) ? std::nullopt : std::optional(payeeAt(row, 11)),
                          .cancelled = row.flag(9),
                          .cameBack = row.flag(10),
                          .moved = row.flag(27),
                          .givenUp = row.day(28),
                          .cameFrom = row.day(32),
                          .payUntil = row.day(29),
                          .examined = row.flag(30),
                          .own = reader.me && row.maybe<StaffId>(31) == reader.me};
    });
}

} // namespace

Result<std::vector<PaymentDue>> readPaymentsDue(const Reader &reader, const QDate &until)
{
    const FiscalYear closed(openYear(reader.today()).startYear() - 1);
    return takeDue(reader, "remotePaymentsDue", daysOf(closed).first, until);
}

Result<std::vector<PaymentDue>> readPaymentsNow(const Reader &reader)
{
    return takeDue(reader, "remotePaymentsNow", daysOf(openYear(reader.today())).first, reader.today());
}

Result<std::vector<WithheldTax>> readWithheldTax(const Reader &reader, const QDate &from, const QDate &until)
{
    if (const Result<> may = guardPayments(reader); !may)
        return may.failure();
    Query rows(reader.database, askedOf(reader, "remoteWithheldTax", "withheldTax"));
    rows.bind(kSince, from).bind(QLatin1String("until"), until);
    return takeAll<WithheldTax>(rows, [](const Query &row) {
        return WithheldTax{.id = row.id<CaseId>(0),
                           .number = row.text(1),
                           .title = row.text(2),
                           .section = row.text(3),
                           .payee = row.text(4),
                           .name = row.text(5),
                           .day = row.day(6),
                           .paid = Yen(row.integer(7)),
                           .withheld = Yen(row.integer(8)),
                           .confirmed = row.flag(9),
                           .returned = row.isNull(10) ? QDate() : row.instant(10).day()};
    });
}

Result<std::vector<PaymentBatch>> readBatches(const Reader &reader, const QDate &since)
{
    if (const Result<> may = guardPayments(reader); !may)
        return may.failure();
    Query rows(reader.database, askedOf(reader, "remotePaymentBatches", "paymentBatches"));
    rows.bind(kSince, since);
    auto batches = takeAll<PaymentBatch>(rows, [](const Query &row) {
        return PaymentBatch{.id = row.id<BatchId>(0),
                            .day = row.day(1),
                            .state = BatchState(row.number(2)),
                            .source = row.isNull(3) ? std::nullopt : std::optional(sourceAt(row, 3)),
                            .lines = {},
                            .acts = {}};
    });
    if (!batches || batches->empty())
        return batches;
    Query lines(reader.database, askedOf(reader, "remotePaymentLines", "paymentLines"));
    lines.bind(kSince, since);
    const auto read = takeAll<bool>(lines, [&](const Query &row) {
        if (PaymentBatch *batch = batchOf(*batches, row.id<BatchId>(0))) {
            batch->lines.push_back({.no = row.number(1),
                                    .id = row.id<CaseId>(2),
                                    .number = row.text(3),
                                    .title = row.text(4),
                                    .section = row.text(5),
                                    .amount = Yen(row.integer(6)),
                                    .transfer = row.flag(7),
                                    .payee = row.text(8),
                                    .revision = row.number(9),
                                    .name = row.text(10),
                                    .account = accountAt(row, 11),
                                    .returned = row.isNull(18) ? std::nullopt : std::optional(row.text(18))});
        }
        return true;
    });
    if (!read)
        return read.failure();
    const auto acts = actsOf(reader, since);
    if (!acts)
        return acts.failure();
    for (const PaymentAct &act : *acts) {
        if (PaymentBatch *batch = batchOf(*batches, act.batch))
            batch->acts.push_back(act);
    }
    return batches;
}

Result<PaymentRecord> readPaymentRecord(const Reader &reader)
{
    auto batches = readBatches(reader, QDate(1, 1, 1));
    if (!batches)
        return batches.failure();
    auto acts = actsOf(reader, {});
    return acts ? Result<PaymentRecord>(PaymentRecord{std::move(batches).value(), std::move(acts).value()})
                : Result<PaymentRecord>(acts.failure());
}

Result<std::optional<SourceRevision>> readTransferSource(const Reader &reader)
{
    if (const Result<> may = guardPayments(reader); !may)
        return may.failure();
    Query rows(reader.database, askedOf(reader, "remoteTransferSource", "transferSource"));
    const auto all = takeAll<SourceRevision>(rows, [](const Query &row) { return sourceAt(row, 0); });
    if (!all)
        return all.failure();
    return all->empty() ? std::nullopt : std::optional(all->front());
}

Result<std::vector<PaymentState>> readPaymentStates(const Reader &reader, const std::vector<CaseId> &cases)
{
    if (reader.database.dialect() == Dialect::PostgreSql && !reader.me)
        return std::vector<PaymentState>(); // the owner of a server's database looks at no lists
    Query rows(reader.database, askedOf(reader, "remotePaymentStates", "paymentStates"));
    reader.bindTo(rows);
    QJsonArray ids;
    for (const CaseId id : cases)
        ids.append(id.value());
    rows.bindAscii(QLatin1String("cases"), QJsonDocument(ids).toJson(QJsonDocument::Compact));
    return takeAll<PaymentState>(rows, [](const Query &row) {
        return PaymentState{row.id<CaseId>(0), BatchState(row.number(1)), row.day(2), row.flag(3)};
    });
}

Result<CommitmentStanding> readCommitmentStanding(const Reader &reader, CaseId commitment)
{
    Query row(reader.database, askedOf(reader, "remoteCommitmentStanding", "commitmentStanding"));
    reader.bindTo(row);
    const Result<> read = row.bind(QLatin1String("case_id"), commitment).execOne();
    if (!read && read.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::AccessDenied, QStringLiteral("no case of the reader's"));
    if (!read)
        return read.failure();
    return CommitmentStanding{row.integer(0), row.integer(1), row.integer(2)};
}

Result<std::optional<PaidRef>> readPaid(Database &database, CaseId order)
{
    Query rows(database, QLatin1String("notaryPaid"));
    rows.bind(QLatin1String("case_id"), order);
    auto all = takeAll<PaidRef>(rows, [](const Query &row) { return paidAt(row); });
    if (!all)
        return all.failure();
    return all->empty() ? std::nullopt : std::optional(std::move(all->front()));
}

Result<std::vector<PaidOffer>> readPaidInCharge(const Reader &reader)
{
    if (!reader.me)
        return std::vector<PaidOffer>(); // the owner of a database is in charge of nothing
    const bool door = reader.database.dialect() == Dialect::PostgreSql;
    Query rows(reader.database, QLatin1String(door ? "remotePaidInCharge" : "paidInCharge"));
    reader.bindTo(rows);
    if (!door)
        return takeAll<PaidOffer>(rows, [](const Query &row) { return PaidOffer{paidAt(row), row.integer(9)}; });
    const auto all = takeAll<std::optional<PaidOffer>>(rows, [](const Query &row) -> std::optional<PaidOffer> {
        const auto ref = paidRefIn(QJsonDocument::fromJson(row.ascii(0)).object());
        return ref ? std::optional(PaidOffer{*ref, row.integer(1)}) : std::nullopt;
    });
    if (!all)
        return all.failure();
    std::vector<PaidOffer> offers;
    for (const auto &one : *all) {
        if (one)
            offers.push_back(*one);
    }
    return offers;
}

Result<std::vector<Unpaid>> readUnpaid(const Reader &reader)
{
    if (reader.database.dialect() == Dialect::PostgreSql && !reader.me)
        return std::vector<Unpaid>();
    Query rows(reader.database, askedOf(reader, "remoteUnpaid", "unpaid"));
    reader.bindTo(rows);
    return takeAll<Unpaid>(rows, [](const Query &row) {
        return Unpaid{.id = row.id<CaseId>(0),
                      .number = row.text(1),
                      .form = row.text(2),
                      .title = row.text(3),
                      .drafter = row.text(4),
                      .kind = Unpaid::Kind(row.number(5)),
                      .amount = row.integer(6),
                      .left = row.integer(7),
                      .day = row.day(8),
                      .readable = row.flag(9),
                      .by = row.day(10),
                      .payee = row.text(11),
                      .section = row.text(12),
                      .ordered = row.flag(13),
                      .twice = row.integer(14)};
    });
}

namespace {

QByteArray filesOf(const InvoiceMarks &marks)
{
    QJsonArray files;
    for (const QByteArray &sha256 : marks.files)
        files.append(QString::fromLatin1(sha256));
    return QJsonDocument(files).toJson(QJsonDocument::Compact);
}

Result<std::vector<InvoiceTwin>> askForTwins(const Reader &reader, const InvoiceMarks &marks, CaseId except)
{
    const QJsonObject asked{{u"payee"_s, marks.payee},
                            {u"amount"_s, marks.amount},
                            {u"day"_s, marks.invoicedOn.toString(Qt::ISODate)},
                            {u"number"_s, marks.number},
                            {u"files"_s, QJsonDocument::fromJson(filesOf(marks)).array()},
                            {u"commitment"_s, marks.commitment},
                            {u"from"_s, marks.from.toString(Qt::ISODate)},
                            {u"until"_s, marks.until.toString(Qt::ISODate)},
                            {u"except"_s, except.value()}};
    Query rows(reader.database, QLatin1String("remoteInvoiceTwins"));
    rows.bind(QLatin1String("marks"), QString::fromUtf8(QJsonDocument(asked).toJson(QJsonDocument::Compact)));
    return takeAll<InvoiceTwin>(rows, [](const Query &row) {
        return InvoiceTwin{row.text(0), row.text(1), row.flag(2)};
    });
}

} // namespace

Result<std::vector<InvoiceTwin>> readInvoiceTwins(const Reader &reader, const InvoiceMarks &marks,
                                                  std::optional<CaseId> except)
{
    const CaseId itself = except.value_or(CaseId(0));
    if (reader.database.dialect() == Dialect::PostgreSql)
        return reader.me ? askForTwins(reader, marks, itself) : std::vector<InvoiceTwin>();
    struct Near {
        InvoiceTwin twin;
        QString invoicedOn;
        QString number;
        bool samePayee;
    };
    Query rows(reader.database, QLatin1String("invoicesNear"));
    rows.bind(QLatin1String("payee"), marks.payee)
        .bind(QLatin1String("amount"), marks.amount)
        .bindAscii(QLatin1String("files"), filesOf(marks))
        .bind(QLatin1String("commitment"), marks.commitment)
        .bind(QLatin1String("since"), marks.from)
        .bind(QLatin1String("upto"), marks.until)
        .bind(QLatin1String("itself"), itself);
    auto near = takeAll<Near>(rows, [](const Query &row) {
        return Near{{row.text(0), row.text(1), row.flag(2)}, row.text(4), row.text(5), row.flag(3)};
    });
    if (!near)
        return near.failure();
    const QString day = marks.invoicedOn.toString(Qt::ISODate);
    const QString number = foldInvoiceNumber(marks.number);
    std::vector<InvoiceTwin> twins;
    for (Near &one : *near) {
        const bool sameInvoice = one.samePayee
            && ((!day.isEmpty() && one.invoicedOn == day)
                || (!number.isEmpty() && foldInvoiceNumber(one.number) == number));
        if ((sameInvoice || one.twin.sameFile) && twins.size() < kMostTwins) {
            one.twin.sameFile = !sameInvoice;
            twins.push_back(std::move(one.twin));
        }
    }
    return twins;
}

} // namespace kessai
