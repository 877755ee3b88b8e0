// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budget.h"
#include "core/accounting/paymentterms.h"
#include "core/cases/paidref.h"
#include "core/cases/strictjson.h"
#include "core/store/localnotary.h"
#include "core/store/paymentqueries.h"
#include "core/store/reader.h"

// Cases that rest on an order that was paid, as migration 0037 says it.

namespace kessai {

namespace {

/// What a case moves of an order, in yen.
struct GivenBack final {
    qint64 returned = 0;
    qint64 toLine = 0;
    qint64 toCommitment = 0;
    qint64 corrected = 0;
    bool strays = false; ///< something else moves
};

GivenBack sumOf(const PaidRef &paid, const std::vector<Posting> &postings)
{
    const QString own = commitmentAccount(paid.id);
    const QString line = kBudgetAccount + paid.line;
    GivenBack sum;
    for (const Posting &posting : postings) {
        if (posting.ledger == QLatin1String("payment.returned") && posting.account == own)
            sum.returned += posting.amount;
        else if (posting.ledger == QLatin1String("budget.refund") && posting.account == line)
            sum.toLine += posting.amount;
        else if (posting.ledger == QLatin1String("commitment.refund") && paid.commitment
                 && posting.account == commitmentAccount(*paid.commitment))
            sum.toCommitment += posting.amount;
        else if (posting.ledger == QLatin1String("budget.corrected") && posting.account != line
                 && posting.account.startsWith(line.left(kBudgetAccount.size() + 5))) // of the same year
            sum.corrected += posting.amount;
        else if (posting.ledger != QLatin1String("budget.payment")
                 && (posting.ledger != QLatin1String("payment.settled") || posting.account != own))
            sum.strays |=
                posting.account.startsWith(kBudgetAccount) || posting.account.startsWith(QLatin1String("case:"));
    }
    return sum;
}

Fail<Error> notOfPaid(const char *why)
{
    return fail(Error::refused(Refusal::ReferenceInvalid, QLatin1String(why)));
}

} // namespace

/// Whether a case of a drafter may give back of an order: one that was paid, and that is theirs or whose line is in their charge. Whoever was
/// sent it, or examined it, gives back nothing of it.
Result<bool> LocalNotary::mayReturn(StaffId drafter, CaseId order)
{
    Query theirs(m_database, QLatin1String("notaryPaidIsOf"));
    theirs.bind(QLatin1String("me"), drafter)
        .bind(QLatin1String("today"), m_clock.now().day())
        .bind(QLatin1String("case_id"), order);
    if (const Result<> run = theirs.exec(); !run)
        return run.failure();
    return theirs.next();
}

/// A reference to an order says what was decided and paid, and what the case moves is of it. Nothing is given back of it once the books of its
/// year are closed; what was paid beforehand may still be settled.
Result<> LocalNotary::checkReturn(const QJsonObject &said, const std::vector<Posting> &postings)
{
    const auto paid = readPaid(m_database, CaseId(wholeNumber(said.value(QLatin1String("case"))).value_or(0)));
    if (!paid)
        return paid.failure();
    if (!*paid || toJson(**paid).toObject() != said)
        return notOfPaid("the order was not paid, or is another than the content says");
    const GivenBack sum = sumOf(**paid, postings);
    const bool moves = sum.returned + sum.toLine + sum.toCommitment + sum.corrected > 0;
    if (moves && !mayPay(FiscalYear((*paid)->line.section(QLatin1Char(':'), 0, 0).toInt()), m_clock.now().day()))
        return fail(Error::refused(Refusal::PeriodInvalid, QStringLiteral("the books of its year are closed")));
    const bool goesBack = !sum.strays && sum.returned == sum.toLine + sum.toCommitment;
    const bool corrects = sum.corrected == 0 || (sum.corrected == sum.toLine && sum.toCommitment == 0);
    return goesBack && corrects
        ? Result<>()
        : Result<>(notOfPaid("what is given back is of what was paid, and goes where it came from"));
}

namespace {

/// Money comes in after the order was paid; after the books of its year were closed it is revenue of another.
Result<> checkReceived(Database &database, const RecordReceipt &receipt)
{
    Query paid(database, QLatin1String("notaryPaidOn"));
    const Result<> found = paid.bind(QLatin1String("case_id"), receipt.id).execOne();
    if (!found)
        return found.error().code == ErrorCode::NotFound ? Result<>() : found; // the bank sent it back meanwhile
    if (receipt.day < paid.day(1))
        return fail(Error::refused(Refusal::PeriodInvalid, QStringLiteral("the order was paid later")));
    const auto order = readPaid(database, paid.id<CaseId>(0));
    if (!order)
        return order.failure();
    if (*order && !mayPay(FiscalYear((*order)->line.section(QLatin1Char(':'), 0, 0).toInt()), receipt.day))
        return fail(Error::refused(
            Refusal::PeriodInvalid,
            QStringLiteral("the books of its year were closed: it is revenue of the year in which it came")));
    return {};
}

} // namespace

/// The money that a decided case gives back has come in: after the order was paid, and before the books of its year were closed
/// (施行令160条). In the caller's transaction; answers what was written down.
Result<QJsonObject> writeReceipt(Database &database, const RecordReceipt &receipt, const QDate &today)
{
    Query awaited(database, QLatin1String("notaryAwaited"));
    const Result<> found = awaited.bind(QLatin1String("case_id"), receipt.id).execOne();
    if (!found && found.error().code != ErrorCode::NotFound)
        return found.failure();
    if (!found || awaited.integer(1) < 1)
        return fail(Error::refused(Refusal::WrongState, QStringLiteral("no money is awaited of it")));
    if (receipt.day > today)
        return fail(Error::refused(Refusal::PeriodInvalid, QStringLiteral("the day has not come")));
    if (const Result<> inTime = checkReceived(database, receipt); !inTime)
        return inTime.failure();
    QJsonObject said{{QStringLiteral("case"), receipt.id.value()},
                     {QStringLiteral("number"), awaited.text(0)},
                     {QStringLiteral("amount"), awaited.integer(1)},
                     {QStringLiteral("day"), toText(receipt.day)}};
    Query insert(database, QLatin1String("insertReceipt"));
    const Result<> inserted =
        insert.bind(QLatin1String("case_id"), receipt.id).bind(QLatin1String("day"), receipt.day).exec();
    return inserted ? Result<QJsonObject>(std::move(said)) : Result<QJsonObject>(inserted.failure());
}

} // namespace kessai
