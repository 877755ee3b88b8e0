// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/evidence.h"

#include "forms/support/wording.h"

#include <map>

namespace kessai {

std::vector<LedgerQuery> evidenceQuestions(StaffId staff, const QDate &from, const QDate &until)
{
    const QString account = staffAccount(staff);
    return {{kEvidenceDue, kEvidenceDue, account, from, until, true},
            {kEvidenceReceived, kEvidenceReceived, account, from, until, true}};
}

std::vector<QDate> evidenceAwaited(const FormContext &context)
{
    std::map<QDate, qint64> papers;
    for (const LedgerEntry &entry : context.answer(kEvidenceDue).entries)
        papers[entry.day] += entry.amount;
    for (const LedgerEntry &entry : context.answer(kEvidenceReceived).entries)
        papers[entry.day] -= entry.amount;
    std::vector<QDate> days;
    for (const auto &[day, count] : papers)
        days.insert(days.end(), static_cast<size_t>(std::max<qint64>(0, count)), day);
    return days;
}

} // namespace kessai
