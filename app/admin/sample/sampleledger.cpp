// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/sampleledger.h"

#include <QSet>

#include <algorithm>

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
        entries.push_back({caseIndex, posting, state});
    }
}

std::vector<LedgerAnswer> SampleLedger::answers(const std::vector<LedgerQuery> &questions, int exceptCase) const
{
    std::vector<LedgerAnswer> answers;
    for (const LedgerQuery &question : questions) {
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
