// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budget.h"
#include "core/store/accountrules.h"
#include "core/store/localnotary.h"

namespace kessai {

namespace {

constexpr QLatin1String kMovingCase("case_id");
constexpr QLatin1String kMovingDay("today");
constexpr QLatin1String kCommitmentPrefix("case:");

/// The commitment an account is of; 0 for the line of a budget.
CaseId commitmentOf(const QString &account)
{
    return CaseId(account.startsWith(kCommitmentPrefix) ? account.mid(kCommitmentPrefix.size()).toLongLong() : 0);
}

/// Binds the line an account is of; none for a commitment.
void bindLine(Query &query, const QString &account)
{
    const bool line = account.startsWith(kBudgetAccount) && isBudgetKey(account.mid(kBudgetAccount.size()));
    const QString key = line ? account.mid(kBudgetAccount.size()) : QStringLiteral("0:");
    query.bind(QLatin1String("fiscal_year"), key.section(QLatin1Char(':'), 0, 0).toInt())
        .bind(QLatin1String("code"), key.section(QLatin1Char(':'), 1));
}

Result<bool> answersSomething(Query &query)
{
    if (const Result<> run = query.exec(); !run)
        return run.failure();
    return query.next();
}

} // namespace

/// Whether a case of a drafter may have a posting: of anything but money on the drafter's own account, on a line of the budget in their
/// charge, on a decided commitment it may rest on (checkNamed says more), or on a paid order that is theirs or whose line is in their charge.
Result<bool> LocalNotary::mayMove(StaffId drafter, const Posting &posting)
{
    if (posting.account == QStringLiteral("staff:%1").arg(drafter.value()))
        return directionOf(posting.ledger) == 0;
    if (posting.ledger == QLatin1String("payment.returned") || posting.ledger == QLatin1String("payment.settled")) {
        const CaseId order = commitmentOf(posting.account);
        return commitmentAccount(order) == posting.account ? mayReturn(drafter, order) : Result<bool>(false);
    }
    const bool line = posting.ledger.startsWith(QLatin1String("budget."));
    if (directionOf(posting.ledger) == 0 || posting.account.startsWith(kBudgetAccount) != line)
        return false;
    if (!line) {
        const CaseId commitment = commitmentOf(posting.account);
        return commitmentAccount(commitment) == posting.account ? mayRestOn(drafter, commitment) : Result<bool>(false);
    }
    Query theirs(m_database, QLatin1String("notaryLineIsOf"));
    theirs.bind(QLatin1String("me"), drafter).bind(kMovingDay, m_clock.now().day());
    bindLine(theirs, posting.account);
    return answersSomething(theirs);
}

/// Whether a case of a drafter may rest on another: that is a decided commitment which the actor may read, or whose line is in the
/// drafter's charge.
Result<bool> LocalNotary::mayRestOn(StaffId drafter, CaseId commitment)
{
    return isCommitmentOf(drafter, commitment, true);
}

/// Whether a decided commitment is a drafter's, or its line in their charge, or, where that will do, the actor reads it.
Result<bool> LocalNotary::isCommitmentOf(StaffId drafter, CaseId commitment, bool reading)
{
    Query theirs(m_database, QLatin1String("notaryCommitmentIsOf"));
    theirs.bind(QLatin1String("me"), drafter)
        .bind(kMovingDay, m_clock.now().day())
        .bind(kMovingCase, commitment)
        .bind(QLatin1String("actor"), m_actor)
        .bind(QLatin1String("reading"), int(reading));
    return answersSomething(theirs);
}

/// Nothing else changes a commitment while a case does, and no account a case takes from is left with less than nothing, if everything that runs and takes is decided and nothing that gives. A
/// file has one writer at a time, so that nothing needs to be locked.
Result<> LocalNotary::checkAccounts(CaseId id)
{
    QStringList taken;
    {
        Query accounts(m_database, QLatin1String("notaryTaken"));
        if (const Result<> run = accounts.bind(kMovingCase, id).exec(); !run)
            return run;
        while (true) {
            const Result<bool> row = accounts.next();
            if (!row)
                return row.failure();
            if (!*row)
                break;
            taken.append(accounts.text(0));
        }
    }
    {
        Query other(m_database, QLatin1String("notaryOtherChange"));
        const Result<bool> found = answersSomething(other.bind(kMovingCase, id));
        if (!found)
            return found.failure();
        if (*found)
            return fail(Error::refused(Refusal::OtherChange));
    }
    for (const QString &account : taken) {
        if (const Result<> enough = checkLeftOver(m_database, account, id, m_clock.now().day()); !enough)
            return enough;
    }
    return {};
}

Result<> checkLeftOver(Database &database, const QString &account, CaseId id, const QDate &today)
{
    bool running = true;
    {
        Query counts(database, QLatin1String("notaryRunningCounts"));
        const Result<bool> found = answersSomething(counts.bind(kMovingDay, today));
        if (!found)
            return found.failure();
        running = !*found || counts.integer(0) != 0;
    }
    Query left(database, QLatin1String("notaryLeftOver"));
    left.bind(QLatin1String("account"), account)
        .bind(QLatin1String("commitment"), commitmentOf(account))
        .bind(QLatin1String("running"), int(running))
        .bind(kMovingCase, id);
    bindLine(left, account);
    if (const Result<> sum = left.execOne(); !sum)
        return sum;
    if (left.integer(0) < 0)
        return fail(Error::refused(Refusal::OverBudget, toText(Shortage{account, -left.integer(0)})));
    return {};
}

} // namespace kessai
