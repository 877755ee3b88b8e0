// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budget.h"
#include "core/cases/cancellation.h"
#include "core/cases/caseref.h"
#include "core/cases/strictjson.h"
#include "core/store/localnotary.h"
#include "core/store/reader.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace kessai {

namespace {

constexpr QLatin1String kCase("case");
constexpr QLatin1String kAmount("amount"); ///< of a reference to an order that was paid

Fail<Error> notSo(const char *why)
{
    return fail(Error::refused(Refusal::ReferenceInvalid, QLatin1String(why)));
}

/// Whether what a case gives is taken from elsewhere by the same case: what it lowers on a line, it lowers of a commitment, what it raises of a
/// commitment it takes from a line (checkReference sees to it that line and commitment belong together), and a transfer is even in its year.
bool comesFromElsewhere(const std::vector<Posting> &postings)
{
    constexpr QLatin1String kTransfer("budget.transfer.");
    QHash<QString, qint64> left; // by what is done
    for (const Posting &posting : postings) {
        const QString done = posting.ledger.section(QLatin1Char('.'), 1);
        if (posting.ledger.startsWith(kTransfer))
            left[posting.account.mid(kBudgetAccount.size(), 4)] += directionOf(posting.ledger) * posting.amount;
        else if (done == QLatin1String("decrease") || done == QLatin1String("increase"))
            left[done] += directionOf(posting.ledger) * posting.amount;
    }
    return std::all_of(left.cbegin(), left.cend(), [](qint64 yen) { return yen == 0; });
}

/// What rests on a commitment moves the line it is on: of two lines, it would give to one what it takes off the other.
bool commitsOnOneLine(const std::vector<Posting> &postings)
{
    QSet<QString> lines;
    for (const Posting &posting : postings) {
        if (posting.ledger == QLatin1String("budget.commitment"))
            lines.insert(posting.account);
    }
    return lines.size() < 2;
}

/// The account of a case says what is left of what it commits, or of what it orders to be paid: of both, the one would be spent as the other.
bool commitsOrPays(const std::vector<Posting> &postings)
{
    const auto has = [&postings](const QLatin1String &ledger) {
        return std::any_of(postings.begin(), postings.end(), [&](const Posting &one) { return one.ledger == ledger; });
    };
    return !has(QLatin1String("budget.commitment"))
        || (!has(QLatin1String("budget.payment")) && !has(QLatin1String("commitment.paid")));
}

} // namespace

/// What a content refers to: every field with a member "case", but what it cancels.
Result<> LocalNotary::checkReferences(const LockedCase &file, const QJsonObject &fields,
                                      const std::vector<Posting> &postings)
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonObject said = field.value().toObject();
        if (field.key() == kCancels || !said.contains(kCase))
            continue;
        const auto id = said.contains(kAmount) ? wholeNumber(said.value(kCase)) : std::nullopt;
        const auto paid = id && *id > 0 ? mayReturn(file.drafter, CaseId(*id)) : Result<bool>(false);
        if (!paid)
            return paid.failure();
        if (*paid) {
            if (const Result<> of = checkReturn(said, postings); !of)
                return of;
            continue;
        }
        if (const Result<> stands = checkReference(file, fields, said, postings); !stands)
            return stands;
    }
    return {};
}

/// A reference says of a commitment that stands what was decided of it, no more and no less; whatever else the case moves of the budget is
/// on the commitment's line, and what it says the commitment was about before it changes it, it is about.
Result<> LocalNotary::checkReference(const LockedCase &file, const QJsonObject &fields, const QJsonObject &said,
                                     const std::vector<Posting> &postings)
{
    const auto id = wholeNumber(said.value(kCase));
    const auto theirs = id && *id > 0 ? mayRestOn(file.drafter, CaseId(*id)) : Result<bool>(false);
    if (!theirs)
        return theirs.failure();
    if (!*theirs)
        return notSo("what a case rests on is a decided commitment that its drafter may read");
    Query referred(m_database, QLatin1String("notaryReferred"));
    const Result<> stands = referred.bind(QLatin1String("case_id"), CaseId(*id)).execOne();
    if (!stands && stands.error().code != ErrorCode::NotFound)
        return stands;
    if (!stands)
        return notSo("the commitment does not stand");
    const QJsonObject content = QJsonDocument::fromJson(referred.ascii(4)).object();
    const CaseRef decided{
        CaseId(*id),        referred.text(0),
        referred.text(1),   referred.text(2),
        referred.text(3),   content.value(QLatin1String("payee")).toObject().value(QLatin1String("code")).toString(),
        contractIn(content)};
    if (toJson(decided).toObject() != said)
        return notSo("the commitment is another than the content says");
    const bool onLine = std::all_of(postings.begin(), postings.end(), [&](const Posting &posting) {
        return !posting.ledger.startsWith(QLatin1String("budget.")) || posting.account == kBudgetAccount + decided.line;
    });
    if (!onLine)
        return notSo("what rests on a commitment is on its line of the budget");
    const bool changes = std::any_of(postings.begin(), postings.end(), [&](const Posting &posting) {
        return posting.account == commitmentAccount(decided.id)
            && (posting.ledger == QLatin1String("commitment.increase")
                || posting.ledger == QLatin1String("commitment.decrease"));
    });
    if (changes && fields.contains(kOldTotal) && wholeNumber(fields.value(kOldTotal)) != referred.integer(5))
        return notSo("the commitment is about another amount by now");
    return {};
}

/// What is moved of a commitment, a reference names: whoever reads the case sees of which, and nobody reaches for one they know nothing of, or
/// that is not theirs to take of. What is given back, or moved to another line, is of an order that was paid, and nothing comes from nowhere.
Result<> LocalNotary::checkNamed(const LockedCase &file, const QJsonObject &fields,
                                 const std::vector<Posting> &postings)
{
    QSet<QString> named;
    QSet<QString> paid;   // orders
    QSet<QString> paidOf; // their commitments
    bool rests = false;   // on an order
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonObject said = field.value().toObject();
        const auto id = wholeNumber(said.value(kCase));
        if (field.key() == kCancels || !id)
            continue;
        named.insert(commitmentAccount(CaseId(*id)));
        if (!said.contains(kAmount))
            continue;
        rests = true;
        paid.insert(commitmentAccount(CaseId(*id)));
        if (const auto of = wholeNumber(said.value(QLatin1String("commitment"))))
            paidOf.insert(commitmentAccount(CaseId(*of)));
    }
    for (const Posting &posting : postings) {
        const bool sure = posting.ledger == QLatin1String("commitment.refund") ? paidOf.contains(posting.account)
            : posting.ledger == QLatin1String("payment.returned") || posting.ledger == QLatin1String("payment.settled")
            ? paid.contains(posting.account)
            : posting.ledger == QLatin1String("budget.refund") || posting.ledger == QLatin1String("budget.corrected")
            ? rests
            : !posting.account.startsWith(QLatin1String("case:")) || named.contains(posting.account);
        if (!sure)
            return notSo("no field names the commitment");
        if (!posting.account.startsWith(QLatin1String("case:"))
            || !posting.ledger.startsWith(QLatin1String("commitment.")))
            continue;
        const auto theirs = isCommitmentOf(file.drafter, CaseId(posting.account.mid(5).toLongLong()), false);
        if (!theirs)
            return theirs.failure();
        if (!*theirs)
            return notSo("the commitment is not the drafter's to take of");
    }
    if (!comesFromElsewhere(postings))
        return notSo("what a case gives comes from nowhere");
    if (!commitsOrPays(postings))
        return notSo("a case commits, or orders a payment");
    return commitsOnOneLine(postings) ? Result<>() : Result<>(notSo("a case commits on one line"));
}

/// Whoever inspected what a case pays neither filed it nor the commitment; and nobody who filed a commitment inspects what came of it, which is
/// what a case does that rests on one and moves nothing.
Result<> LocalNotary::checkApart(NotaryRows &rows, const LockedCase &file, const QJsonObject &fields,
                                 const std::vector<Posting> &postings)
{
    Query apart(m_database, QLatin1String("notaryInspectsApart"));
    if (const Result<> run = apart.bind(QLatin1String("today"), m_clock.now().day()).execOne(); !run)
        return run;
    if (!apart.flag(0))
        return {};
    std::vector<StaffId> inspected;
    if (movesMoney(postings)) {
        auto named = rows.inspectors(fields);
        if (!named)
            return named.failure();
        inspected = std::move(named).value();
    }
    const auto inspects = [&inspected](std::optional<StaffId> one) {
        return one && std::find(inspected.begin(), inspected.end(), *one) != inspected.end();
    };
    bool taken = inspects(file.drafter) || inspects(file.filer);
    for (const QJsonValue &field : fields) {
        const auto id = wholeNumber(field.toObject().value(kCase));
        Query filed(m_database, QLatin1String("notaryDrafterOf"));
        const Result<> found = filed.bind(QLatin1String("case_id"), CaseId(id.value_or(0))).execOne();
        if (!found && found.error().code != ErrorCode::NotFound)
            return found;
        if (!found)
            continue;
        const auto drafter = filed.id<StaffId>(0);
        const auto filer = filed.maybe<StaffId>(1);
        taken |= inspects(drafter) || inspects(filer);
        taken |= postings.empty() && (drafter == file.drafter || drafter == file.filer || filer == file.drafter);
    }
    return taken ? Result<>(fail(Error::refused(Refusal::PartTaken))) : Result<>();
}

/// What is paid after delivery rests on a decided report that passed, of the inspector and the day it names, and on no later one that failed;
/// where the commitment is one that is inspected so.
Result<> LocalNotary::checkInspected(NotaryRows &rows, const QJsonObject &fields, const std::vector<Posting> &postings)
{
    const QString method = fields.value(QLatin1String("pay_method")).toString();
    if (method == QLatin1String("advance") || method == QLatin1String("estimate") || method == QLatin1String("prepaid"))
        return {};
    for (const Posting &posting : postings) {
        if (posting.ledger != QLatin1String("commitment.paid"))
            continue;
        const CaseId commitment(posting.account.section(QLatin1Char(':'), 1).toLongLong());
        Query needs(m_database, QLatin1String("notaryNeedsReport"));
        needs.bind(QLatin1String("case_id"), commitment).bind(QLatin1String("today"), m_clock.now().day());
        if (const Result<> run = needs.exec(); !run)
            return run;
        const Result<bool> needed = needs.next();
        if (!needed)
            return needed.failure();
        if (!*needed)
            continue;
        const auto inspectors = rows.inspectors(fields);
        if (!inspectors)
            return inspectors.failure();
        const QString day = fields.value(QLatin1String("inspected_on")).toString();
        Query reports(m_database, QLatin1String("notaryReports"));
        if (const Result<> run = reports.bind(QLatin1String("case_id"), commitment).exec(); !run)
            return run;
        bool first = true;
        bool failed = false;
        bool passed = false;
        while (true) {
            const Result<bool> row = reports.next();
            if (!row)
                return row.failure();
            if (!*row)
                break;
            failed |= first && !reports.flag(0);
            first = false;
            const bool theirs =
                std::find(inspectors->begin(), inspectors->end(), reports.id<StaffId>(2)) != inspectors->end();
            passed |= reports.flag(0) && reports.text(1) == day && theirs;
        }
        if (failed || !passed)
            return fail(Error::refused(Refusal::NotInspected));
    }
    return {};
}

} // namespace kessai
