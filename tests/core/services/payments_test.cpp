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

TEST(Unpaid, IsSettledByTheNumberOfItsKindOnTheDayOneCountsFrom)
{
    const Parameters parameters({{u"settlement.term_days"_s, QDate(2000, 1, 1), 30, u"規則"_s},
                                 {u"settlement.term_days"_s, QDate(2026, 12, 1), 40, u"規則"_s},
                                 {u"travel.settle_days"_s, QDate(2000, 1, 1), 14, u"規則"_s},
                                 {u"travel.settle_days"_s, QDate(2026, 12, 1), 7, u"規則"_s}});
    const Numbers numbers(parameters);
    const auto by = [&numbers](const QString &form, const QDate &paid, const QDate &there) {
        Unpaid advance;
        advance.kind = Unpaid::Kind::Advance;
        advance.form = form;
        advance.day = paid;
        advance.by = there;
        return settledBy(advance, numbers);
    };

    EXPECT_EQ(by(u"payment"_s, QDate(2026, 11, 2), {}), QDate(2026, 12, 2)) << "30 days after it was paid";
    EXPECT_EQ(by(u"payment"_s, QDate(2026, 11, 2), QDate(2026, 12, 1)), QDate(2027, 1, 10)) << "it was there later";
    EXPECT_EQ(by(u"payment"_s, QDate(2026, 11, 2), QDate(2026, 11, 1)), QDate(2026, 12, 2));
    EXPECT_EQ(by(u"travel_order"_s, QDate(2026, 11, 2), QDate(2026, 11, 10)), QDate(2026, 11, 24));
    EXPECT_EQ(by(u"travel_order"_s, QDate(2026, 11, 20), QDate(2026, 11, 10)), QDate(2026, 11, 24))
        << "paid after the trip: the form counts from its end as well";
    EXPECT_EQ(by(u"travel_order"_s, QDate(2026, 11, 2), QDate(2026, 12, 1)), QDate(2026, 12, 8));
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
