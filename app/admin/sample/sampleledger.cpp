// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/sampleledger.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr QLatin1String kCommitted("budget.commitment");

QString keyOf(const QString &ledger, const QString &account)
{
    return ledger + QLatin1Char('|') + account;
}

} // namespace

void SampleLedger::enter(const std::vector<BudgetEntry> &entries)
{
    for (const BudgetEntry &entry : entries) {
        const QString key = QString::number(entry.year.startYear()) + QLatin1Char(':') + entry.code;
        m_entered[kBudgetAccount + key].enter(entry.kind, entry.amount);
    }
}

/// A correction may post to the same accounts only, for they are the drafter's and the line's.
void SampleLedger::set(int caseIndex, CaseId id, const std::vector<Posting> &postings, PostingState state)
{
    QSet<QString> cleared;
    const auto replace = [&](QHash<QString, std::vector<Entry>> &entries, const QString &key, const Posting &posting) {
        std::vector<Entry> &there = entries[key];
        if (!cleared.contains(key)) {
            std::erase_if(there, [&](const Entry &entry) { return entry.caseIndex == caseIndex; });
            cleared.insert(key);
        }
        there.push_back({caseIndex, posting, state});
    };
    for (const Posting &posting : postings) {
        replace(m_entries, keyOf(posting.ledger, posting.account), posting);
        if (directionOf(posting.ledger) != 0)
            replace(m_money, posting.account, posting);
        // What a commitment takes from its line is what there is to pay of it.
        if (posting.ledger == kCommitted)
            replace(m_money, commitmentAccount(id), posting);
    }
}

/// Reckons as the store does (core/store/sql/ledgers.sql); none for a question about anything but money.
std::optional<LedgerAnswer> SampleLedger::money(const LedgerQuery &question, int exceptCase) const
{
    LedgerAnswer answer{question.name};
    const std::vector<Entry> entries = m_money.value(question.account);
    if (question.ledger == kBudgetBalance || question.ledger == kBudgetSupply) {
        BudgetBalance balance = m_entered.value(question.account);
        for (const Entry &entry : entries) {
            if (entry.caseIndex != exceptCase && entry.state != PostingState::Void)
                balance.post(entry.posting.ledger, entry.posting.amount, entry.state == PostingState::Used);
        }
        answer.used = question.ledger == kBudgetSupply ? balance.executable() : balance.remaining(false);
        answer.reserved = question.ledger == kBudgetSupply ? 0 : balance.running;
        return answer;
    }
    if (question.ledger != kCommitmentBalance && question.ledger != kCommitmentAmount)
        return std::nullopt;
    for (const Entry &entry : entries) {
        const QString &ledger = entry.posting.ledger;
        const bool paid = ledger == QLatin1String("commitment.paid");
        if (entry.caseIndex == exceptCase || (paid && question.ledger == kCommitmentAmount))
            continue;
        const qint64 given = (ledger == kCommitted ? 1 : directionOf(ledger)) * entry.posting.amount;
        if (entry.state == PostingState::Used)
            answer.used += given;
        else if (entry.state == PostingState::Reserved)
            answer.reserved += std::max<qint64>(0, -given);
    }
    return answer;
}

std::vector<LedgerAnswer> SampleLedger::answers(const std::vector<LedgerQuery> &questions, int exceptCase) const
{
    std::vector<LedgerAnswer> answers;
    for (const LedgerQuery &question : questions) {
        if (auto reckoned = money(question, exceptCase)) {
            answers.push_back(*std::move(reckoned));
            continue;
        }
        LedgerAnswer answer{question.name};
        const auto entries = m_entries.constFind(keyOf(question.ledger, question.account));
        if (entries != m_entries.constEnd()) {
            for (const Entry &entry : *entries) {
                const auto &[ledger, account, day, amount, start] = entry.posting;
                if (entry.caseIndex == exceptCase || entry.state == PostingState::Void || day < question.from
                    || day > question.until)
                    continue;
                const bool used = entry.state == PostingState::Used;
                (used ? answer.used : answer.reserved) += amount;
                if (question.entries)
                    answer.entries.push_back({day, amount, start, used});
            }
        }
        std::stable_sort(answer.entries.begin(), answer.entries.end(), [](const LedgerEntry &a, const LedgerEntry &b) {
            return std::pair(a.day, a.start) < std::pair(b.day, b.start);
        });
        answers.push_back(answer);
    }
    return answers;
}

} // namespace kessai
