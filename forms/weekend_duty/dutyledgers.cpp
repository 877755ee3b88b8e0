// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/weekend_duty/dutyledgers.h"

#include "forms/support/dutyledger.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// So many days on either side decide on days off in four weeks and on days in a row; the day given lies within them.
constexpr int kReach = 63;

const QStringList kOrderLedgers{u"overtime.order.minutes"_s, u"overtime.holiday.order.minutes"_s};
const QStringList kAbsenceLedgers{u"absence.minutes"_s, u"overtime.compensated.minutes"_s};

void appendStretches(std::vector<LedgerStretch> &to, const FormContext &context, const QString &name)
{
    const auto more = stretchesIn(context.answer(name));
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace

std::vector<LedgerQuery> surroundingQuestions(const DutyOrder &order, StaffId drafter)
{
    auto questions = dutyQuestions(drafter, order.day.addDays(-kReach), order.day.addDays(kReach));
    const QString account = staffAccount(drafter);
    for (const QString &ledger : kOrderLedgers) {
        questions.push_back({ledger, ledger, account, order.day, order.day.addDays(1), true});
        if (order.remedy)
            questions.push_back({u"given:"_s + ledger, ledger, account, order.given, order.given, true});
    }
    for (const QString &ledger : kAbsenceLedgers) {
        if (order.remedy)
            questions.push_back({ledger, ledger, account, order.given, order.given, true});
    }
    return questions;
}

DutySurroundings surroundingsOf(const FormContext &context, const Numbers &numbers)
{
    DutySurroundings around{dutyCalendar(context, numbers), {}, {}};
    for (const QString &ledger : kOrderLedgers) {
        appendStretches(around.ordered, context, ledger);
        appendStretches(around.ordered, context, u"given:"_s + ledger);
    }
    for (const QString &ledger : kAbsenceLedgers)
        appendStretches(around.absences, context, ledger);
    return around;
}

} // namespace kessai
