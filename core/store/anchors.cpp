// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/anchors.h"

#include "core/store/query.h"

#include <limits>

namespace kessai {

namespace {

/// Acts that were stamped before an anchor and seen only after it are told of where they were on their way for longer than this, in
/// microseconds: more than any act of the program takes, and than clocks are set back.
constexpr qint64 kOnItsWay = 600'000'000;
/// Ids a page.
constexpr qint64 kPage = 64 * kAnchorGroup;

/// Calls `take` for each row.
template <class F>
Result<> forEach(Query &query, F take)
{
    if (const Result<> run = query.exec(); !run)
        return run;
    while (true) {
        const Result<bool> row = query.next();
        if (!row)
            return row.failure();
        if (!*row)
            return {};
        take(query);
    }
}

void bindHeads(Query &query, qint64 after, qint64 upto, int anchor)
{
    query.bind(QLatin1String("after"), after).bind(QLatin1String("upto"), upto).bind(QLatin1String("anchor"), anchor);
}

/// All cases of decades take longer than a person may make the server wait.
Result<> takeTime(Database &database)
{
    return database.dialect() == Dialect::Sqlite ? Result<>()
                                                 : database.execute(QStringLiteral("SET statement_timeout = 0"));
}

/// The heads of an anchor in a file.
Result<AnchorFold> foldHeads(Database &database, int number)
{
    AnchorFold fold;
    Query heads(database, QLatin1String("anchorHeads"));
    bindHeads(heads, 0, std::numeric_limits<qint64>::max(), number);
    const Result<> read = forEach(heads, [&fold](const Query &row) {
        fold.add({row.id<CaseId>(0), row.number(1), row.ascii(2)});
    });
    return read ? Result<AnchorFold>(std::move(fold)) : Result<AnchorFold>(read.failure());
}

Result<std::vector<QByteArray>> groupsOf(Database &database, int number)
{
    if (database.dialect() == Dialect::Sqlite)
        return foldHeads(database, number).map([](AnchorFold fold) { return fold.groups(); });
    std::vector<QByteArray> groups;
    Query query(database, QLatin1String("anchorGroups"));
    query.bind(QLatin1String("anchor"), number);
    const Result<> read = forEach(query, [&groups](const Query &row) { groups.push_back(row.ascii(0)); });
    return read ? Result<std::vector<QByteArray>>(std::move(groups)) : Result<std::vector<QByteArray>>(read.failure());
}

/// Takes an anchor in a file.
Result<int> takeHere(Database &database, const Clock &clock)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.failure();
    Anchor anchor{.office = {},
                  .number = 1,
                  .at = clock.now(),
                  .madeBy = {},
                  .cases = 0,
                  .acts = 0,
                  .payments = 0,
                  .paymentsHead = {},
                  .previous = {},
                  .groups = {}};
    Query last(database, QLatin1String("anchorRow"));
    if (const Result<> found = last.bind(QLatin1String("anchor"), 0).execOne()) {
        anchor.number = last.number(0) + 1;
        anchor.previous = last.ascii(10);
    } else if (found.error().code != ErrorCode::NotFound) {
        return found.failure();
    }
    Query office(database, QLatin1String("officeName"));
    if (const Result<> named = office.execOne(); !named)
        return named.failure();
    anchor.office = office.text(0);
    Query heads(database, QLatin1String("putAnchorHeads"));
    bindHeads(heads, 0, std::numeric_limits<qint64>::max(), anchor.number);
    if (const Result<> put = heads.bind(QLatin1String("made"), anchor.number).exec(); !put)
        return put.failure();
    auto fold = foldHeads(database, anchor.number);
    if (!fold)
        return fold.failure();
    anchor.groups = fold->groups();
    anchor.cases = fold->cases();
    anchor.acts = fold->acts();
    Query payments(database, QLatin1String("lastPayment"));
    if (const Result<> read = payments.execOne(); !read)
        return read.failure();
    anchor.payments = payments.integer(1);
    anchor.paymentsHead = payments.ascii(2);
    Query row(database, QLatin1String("putAnchor"));
    row.bind(QLatin1String("anchor_no"), anchor.number)
        .bind(QLatin1String("office"), anchor.office)
        .bind(QLatin1String("at"), anchor.at)
        .bind(QLatin1String("made_by"), anchor.madeBy)
        .bind(QLatin1String("cases"), anchor.cases)
        .bind(QLatin1String("acts"), anchor.acts)
        .bind(QLatin1String("payments"), anchor.payments)
        .bindAscii(QLatin1String("payments_head"), anchor.paymentsHead)
        .bindAscii(QLatin1String("previous"), anchor.previous)
        .bindAscii(QLatin1String("heads"), anchor.heads())
        .bindAscii(QLatin1String("digest"), anchor.digest());
    if (const Result<> put = row.exec(); !put)
        return put.failure();
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.failure();
    return anchor.number;
}

/// What is wrong with the payments an anchor covers, if anything.
Result<std::optional<AnchorBreach::Kind>> breachOfPayments(Database &database, const Anchor &anchor)
{
    using Kind = AnchorBreach::Kind;
    if (anchor.payments == 0)
        return std::optional<Kind>();
    Query act(database, QLatin1String("paymentHash"));
    const Result<> found = act.bind(QLatin1String("act_no"), anchor.payments).execOne();
    if (!found && found.error().code != ErrorCode::NotFound)
        return found.failure();
    if (!found)
        return std::optional(Kind::Shortened);
    return act.ascii(0) == anchor.paymentsHead ? std::nullopt : std::optional(Kind::Rewritten);
}

/// What is wrong with a case an anchor covers, if anything: a row of `anchoredCases`.
std::optional<AnchorBreach::Kind> breachIn(const Query &row)
{
    using enum AnchorBreach::Kind;
    if (row.isNull(5))
        return Removed;
    if (row.isNull(3))
        return Shortened;
    if (row.ascii(3) != row.ascii(2))
        return Rewritten;
    return {};
}

} // namespace

QString toCode(AnchorBreach::Kind kind)
{
    switch (kind) {
    case AnchorBreach::Kind::Rewritten: return QStringLiteral("rewritten");
    case AnchorBreach::Kind::Shortened: return QStringLiteral("shortened");
    case AnchorBreach::Kind::Removed: return QStringLiteral("removed");
    case AnchorBreach::Kind::Heads: return QStringLiteral("heads");
    }
    return {};
}

Result<Anchor> takeAnchor(Database &database, const Clock &clock)
{
    if (database.dialect() == Dialect::Sqlite) {
        const auto number = takeHere(database, clock);
        return number ? readAnchor(database, *number) : Result<Anchor>(number.failure());
    }
    if (const Result<> patient = takeTime(database); !patient)
        return patient.failure();
    int number = 0;
    {
        Query take(database, QLatin1String("takeAnchor"));
        if (const Result<> taken = take.execOne(); !taken)
            return taken.failure();
        number = take.number(0);
    }
    return readAnchor(database, number);
}

Result<Anchor> readAnchor(Database &database, std::optional<int> number)
{
    Query row(database, QLatin1String("anchorRow"));
    if (const Result<> found = row.bind(QLatin1String("anchor"), number.value_or(0)).execOne(); !found)
        return found.failure();
    Anchor anchor{.office = row.text(1),
                  .number = row.number(0),
                  .at = row.instant(2),
                  .madeBy = row.text(3),
                  .cases = row.integer(4),
                  .acts = row.integer(5),
                  .payments = row.integer(6),
                  .paymentsHead = row.ascii(7),
                  .previous = row.ascii(8),
                  .groups = {}};
    if (const Result<> patient = takeTime(database); !patient)
        return patient.failure();
    auto groups = groupsOf(database, anchor.number);
    if (!groups)
        return groups.failure();
    anchor.groups = std::move(groups).value();
    if (anchor.digest() != row.ascii(10))
        return fail(ErrorCode::Damaged, QStringLiteral("anchor %1 is not what its digest says").arg(anchor.number));
    return anchor;
}

Result<AnchorFindings> checkAnchor(Database &database, const Anchor &anchor,
                                   const std::function<void(int, int)> &progress)
{
    Query office(database, QLatin1String("officeName"));
    if (const Result<> named = office.execOne(); !named)
        return named.failure();
    if (office.text(0) != anchor.office)
        return fail(ErrorCode::Invalid, QStringLiteral("the anchor is one of %1").arg(anchor.office));
    Query sight(database, QLatin1String("readsHeads"));
    if (const Result<> asked = sight.execOne(); !asked)
        return asked.failure();
    if (!sight.flag(0))
        return fail(ErrorCode::AccessDenied, QStringLiteral("only auditors and the owner read every history"));
    if (const Result<> patient = takeTime(database); !patient)
        return patient.failure();
    AnchorFindings found;
    const qint64 before = anchor.at.microseconds() - kOnItsWay;
    AnchorFold fold;
    const qint64 end = qint64(anchor.groups.size()) * kAnchorGroup;
    for (qint64 after = 0; after < end; after += kPage) {
        if (progress)
            progress(int(after / kAnchorGroup), int(anchor.groups.size()));
        Query page(database, QLatin1String("anchoredCases"));
        bindHeads(page, after, after + kPage, anchor.number);
        const Result<> read = forEach(page, [&](const Query &row) {
            const auto id = row.id<CaseId>(0);
            fold.add({id, row.number(1), row.ascii(2)});
            if (const auto kind = breachIn(row))
                found.breaches.push_back({*kind, id, id, row.text(5)});
            else if (!row.isNull(4) && row.integer(4) < before)
                found.late.push_back({id, row.text(5)});
        });
        if (!read)
            return read.failure();
    }

    std::vector<QByteArray> groups = fold.groups();
    groups.resize(qMax(groups.size(), anchor.groups.size()));
    for (size_t i = 0; i < groups.size(); ++i) {
        const auto first = CaseId(qMax<qint64>(1, qint64(i) * kAnchorGroup));
        const auto last = CaseId((qint64(i) + 1) * kAnchorGroup - 1);
        if (i >= anchor.groups.size() || groups[i] != anchor.groups[i])
            found.breaches.push_back({AnchorBreach::Kind::Heads, first, last, {}});
    }

    const auto payments = breachOfPayments(database, anchor);
    if (!payments)
        return payments.failure();
    found.payments = *payments;

    Query strangers(database, QLatin1String("unanchoredCases"));
    strangers.bind(QLatin1String("anchor"), anchor.number).bind(QLatin1String("before"), before);
    const Result<> read = forEach(strangers, [&found](const Query &row) {
        found.late.push_back({row.id<CaseId>(0), row.text(1)});
    });
    if (!read)
        return read.failure();
    return found;
}

} // namespace kessai
