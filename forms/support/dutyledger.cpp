// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/dutyledger.h"

#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

std::vector<LedgerStretch> stretchesIn(const LedgerAnswer &answer)
{
    std::vector<LedgerStretch> stretches;
    for (const LedgerEntry &entry : answer.entries) {
        if (entry.start)
            stretches.push_back({entry.day, {*entry.start, *entry.start + qAbs(entry.amount)}, entry.amount < 0});
    }
    return stretches;
}

std::vector<LedgerQuery> dutyQuestions(StaffId staff, const QDate &from, const QDate &until)
{
    const QString account = staffAccount(staff);
    return {{u"duty.added"_s, u"duty.added.minutes"_s, account, from, until, true},
            {u"duty.removed"_s, u"duty.removed.minutes"_s, account, from, until, true},
            {u"duty.daikyu"_s, u"duty.daikyu.minutes"_s, account, from, until, true}};
}

DutyCalendar dutyCalendar(const FormContext &context, const Numbers &numbers)
{
    return DutyCalendar(numbers.holidays(), numberOn(numbers), context.office.workTerms(context.drafter),
                        {stretchesIn(context.answer(u"duty.added"_s)), stretchesIn(context.answer(u"duty.removed"_s)),
                         stretchesIn(context.answer(u"duty.daikyu"_s))});
}

} // namespace kessai
