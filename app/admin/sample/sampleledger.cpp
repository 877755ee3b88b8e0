// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/sampleledger.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace kessai {

namespace {

QString keyOf(const QString &ledger, const QString &account)
{
    return ledger + QLatin1Char('|') + account;
}

} // namespace

void SampleLedger::set(int caseIndex, const std::vector<Posting> &postings, PostingState state)
{
    // A correction may post to the same accounts only, for they are the drafter's.
    QSet<QString> cleared;
    for (const Posting &posting : postings) {
        const QString key = keyOf(posting.ledger, posting.account);
        std::vector<Entry> &entries = m_entries[key];
        if (!cleared.contains(key)) {
            std::erase_if(entries, [&](const Entry &entry) { return entry.caseIndex == caseIndex; });
            cleared.insert(key);
        }
        entries.push_back({caseIndex, posting.day, posting.amount, posting.start, state});
    }
}

std::vector<LedgerAnswer> SampleLedger::answers(const std::vector<LedgerQuery> &questions, int exceptCase) const
{
    std::vector<LedgerAnswer> answers;
    for (const LedgerQuery &question : questions) {
        LedgerAnswer answer{question.name, 0, 0};
        const auto entries = m_entries.constFind(keyOf(question.ledger, question.account));
        if (entries != m_entries.constEnd()) {
            for (const Entry &entry : *entries) {
                if (entry.caseIndex == exceptCase || entry.day < question.from || entry.day > question.until)
                    continue;
                if (entry.state == PostingState::Used)
                    answer.used += entry.amount;
                else if (entry.state == PostingState::Reserved)
                    answer.reserved += entry.amount;
                if (question.entries && entry.state != PostingState::Void)
                    answer.entries.push_back({entry.day, entry.amount, entry.start, entry.state == PostingState::Used});
            }
        }
        std::sort(answer.entries.begin(), answer.entries.end(), [](const LedgerEntry &a, const LedgerEntry &b) {
            return std::tie(a.day, a.start, a.amount) < std::tie(b.day, b.start, b.amount);
        });
        answers.push_back(answer);
    }
    return answers;
}

} // namespace kessai
