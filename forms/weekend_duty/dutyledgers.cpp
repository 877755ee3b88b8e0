// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/weekend_duty/dutyledgers.h"

#include "forms/support/dutyledger.h"
#include "forms/support/overtimeforecast.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// So many days on either side decide on days off in four weeks and on days in a row; the day given lies within them.
constexpr int kReach = 63;

const QString kGiven = u"given:"_s; ///< before the name of a ledger: of the day given
const QStringList kAbsenceLedgers{u"absence.minutes"_s, u"overtime.compensated.minutes"_s};

void appendStretches(std::vector<LedgerStretch> &to, const FormContext &context, const QString &name)
{
    const auto more = stretchesIn(context.answer(name));
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace

std::vector<LedgerQuery> surroundingQuestions(const DutyOrder &order, StaffId drafter, const Numbers &numbers)
{
    const QDate day = order.day();
    auto questions = dutyQuestions(drafter, day.addDays(-kReach), day.addDays(kReach));
    const QString account = staffAccount(drafter);
    // Where something is paid, the forecast asks for the orders of the whole year by the same names.
    const auto paid = workPostings(orderedHours(order, numbers).paid, drafter, orderLedgers());
    for (LedgerQuery &question : forecastQuestions(paid, drafter, numbers))
        questions.push_back(std::move(question));
    for (const QString &ledger : {orderLedgers().overtime, orderLedgers().holiday}) {
        if (paid.empty())
            questions.push_back({ledger, ledger, account, day, day.addDays(1), true});
        if (order.remedy)
            questions.push_back({kGiven + ledger, ledger, account, order.given, order.given, true});
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
    for (const QString &ledger : {orderLedgers().overtime, orderLedgers().holiday}) {
        appendStretches(around.ordered, context, ledger);
        appendStretches(around.ordered, context, kGiven + ledger);
    }
    for (const QString &ledger : kAbsenceLedgers)
        appendStretches(around.absences, context, ledger);
    return around;
}

} // namespace kessai
