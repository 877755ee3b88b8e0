// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/payments.h"

#include "core/cases/numbers.h"
#include "tests/support/payees.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

TEST(WithheldTax, IsPaidOnByTheTenthOfTheNextMonthOrTheDayTheOfficeOpensAfterIt)
{
    const Parameters parameters = shippedParameters();
    const Numbers numbers(parameters);

    EXPECT_EQ(withheldPayBy(QDate(2026, 11, 1), numbers), QDate(2026, 12, 10));
    EXPECT_EQ(withheldPayBy(QDate(2026, 12, 1), numbers), QDate(2027, 1, 12)) << "a Sunday, and a holiday after it";
}

TEST(PaymentSheet, CountsWhatIsToBeDoneByToday)
{
    const QDate today(2026, 11, 24);
    Payee payee = knownPayee();
    PaymentSheet sheet;
    sheet.today = today;
    const PaymentDue due{.id = CaseId(1),
                         .day = today,
                         .amount = Yen(1),
                         .payee = PayeeRef::of(payee),
                         .known = payee,
                         .examined = true};
    PaymentDue later = due;
    later.day = today.addDays(1);
    PaymentDue unexamined = due;
    unexamined.examined = false;
    sheet.due = {due, later, unexamined};
    for (const BatchState state : {BatchState::Made, BatchState::Exported, BatchState::Paid})
        sheet.batches.push_back({.id = BatchId(1), .day = today, .state = state});
    sheet.batches.push_back({.id = BatchId(2), .day = today.addDays(1), .state = BatchState::Exported});

    EXPECT_EQ(sheet.toDo(), 3) << "one voucher and two batches";
}

} // namespace kessai::test
