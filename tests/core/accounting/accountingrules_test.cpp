// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/contractrules.h"
#include "core/accounting/paymentterms.h"
#include "core/accounting/proofs.h"
#include "core/accounting/registrationnumber.h"
#include "core/accounting/withholding.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

constexpr PaymentTerms kGoods{10, 30};
constexpr PaymentTerms kUnwritten{10, 15};
constexpr WithholdingRates kRates{1021, 2042, Yen(1'000'000)};
constexpr ContractLimits kPurchase{Yen(1'500'000), Yen(300'000)};

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

// The ids are those of the test vectors of the rules of accounting (domain.md section 5).

TEST(ContractRules, LimitsAreInclusiveAndTheSingleQuotationIsBelow)
{
    EXPECT_EQ(quotationsNeeded(Yen(299'999), ContractMethod::Small, kPurchase), 1);
    EXPECT_EQ(quotationsNeeded(Yen(300'000), ContractMethod::Small, kPurchase), 2);
    EXPECT_TRUE(mayBeSmall(Yen(1'500'000), kPurchase));
    EXPECT_FALSE(mayBeSmall(Yen(1'500'001), kPurchase));
    EXPECT_EQ(quotationsNeeded(Yen(1), ContractMethod::OpenBid, kPurchase), 0);
    EXPECT_EQ(quotationsNeeded(Yen(9'000'000), ContractMethod::Reasoned, kPurchase), 1);
    EXPECT_EQ(quotationsNeeded(Yen(1), ContractMethod::Small, {Yen(2'000'000), Yen(0)}), 2);
}

TEST(PaymentTerm, AcT1CountsFromTheDayAfterTheInvoice)
{
    EXPECT_EQ(paymentDue({.received = QDate(2026, 11, 10)}, kGoods), QDate(2026, 12, 10));
}

TEST(PaymentTerm, AcT3EndsBeforeTheOfficeCloses)
{
    const QDate due = paymentDue({.received = QDate(2026, 12, 1)}, kGoods);

    EXPECT_EQ(due, QDate(2026, 12, 31));
    EXPECT_EQ(lastPaymentDay(due, shippedHolidays()), QDate(2026, 12, 28));
    EXPECT_EQ(lastPaymentDay(QDate(2026, 12, 10), shippedHolidays()), QDate(2026, 12, 10));
    EXPECT_EQ(lastPaymentDay(QDate(2026, 11, 23), shippedHolidays()), QDate(2026, 11, 20)); // a Monday, 勤労感謝の日
}

TEST(PaymentTerm, AcT4IsFifteenDaysWhereNothingWasWritten)
{
    EXPECT_EQ(paymentDue({.received = QDate(2026, 11, 10)}, kUnwritten), QDate(2026, 11, 25));
}

TEST(PaymentTerm, LosesTheDaysOfALateInspection)
{
    InvoiceCourse course{.received = QDate(2026, 11, 10), .completed = QDate(2026, 10, 25), .inspected = {}};

    EXPECT_EQ(paymentDue(course, kGoods), QDate(2026, 12, 10));
    course.inspected = QDate(2026, 11, 4); // the tenth day
    EXPECT_EQ(paymentDue(course, kGoods), QDate(2026, 12, 10));
    course.inspected = QDate(2026, 11, 7);
    EXPECT_EQ(lateInspection(course, kGoods), 3);
    EXPECT_EQ(paymentDue(course, kGoods), QDate(2026, 12, 7));
    course.inspected = QDate(2027, 11, 7);
    EXPECT_EQ(paymentDue(course, kGoods), course.received);
}

TEST(PaymentTerm, StandsStillWhileAnInvoiceIsCorrected)
{
    InvoiceCourse course{.received = QDate(2026, 11, 10)};
    course.wrong = WrongInvoice{QDate(2026, 11, 12), QDate(2026, 11, 17)};
    EXPECT_EQ(paymentDue(course, kGoods), QDate(2026, 12, 15));

    course.wrong->grave = true;
    EXPECT_EQ(paymentDue(course, kGoods), QDate(2026, 12, 17));
}

TEST(FiscalYearOfMoney, Ac5PaysTheOldYearUntilTheEndOfMay)
{
    const FiscalYear year(2025);

    EXPECT_TRUE(belongsTo(year, QDate(2026, 3, 31)));
    EXPECT_FALSE(belongsTo(year, QDate(2026, 4, 1)));
    EXPECT_TRUE(mayPay(year, QDate(2026, 4, 10)));
    EXPECT_TRUE(mayPay(year, QDate(2026, 5, 31)));
    EXPECT_FALSE(mayPay(year, QDate(2026, 6, 1)));
    EXPECT_FALSE(mayPay(year, QDate(2025, 3, 31)));
    EXPECT_TRUE(mayCommit(year, QDate(2026, 3, 31)));
    EXPECT_FALSE(mayCommit(year, QDate(2026, 4, 1)));
}

TEST(RegistrationNumber, AcI1AndAcI2AreValid)
{
    EXPECT_EQ(registrationFault(text("T7123456789012")), RegistrationFault::None);
    EXPECT_EQ(registrationFault(text("T4011001098993")), RegistrationFault::None);
    EXPECT_EQ(registrationFault(text("Ｔ４０１１００１－０９８９９３ ")), RegistrationFault::None);
    EXPECT_EQ(plainRegistration(text("t4-0110-0109-8993")), text("T4011001098993"));
}

TEST(RegistrationNumber, AcI4HasAWrongCheckDigit)
{
    EXPECT_EQ(registrationFault(text("T7123456789021")), RegistrationFault::CheckDigit);
    EXPECT_EQ(registrationFault(text("T6123456789021")), RegistrationFault::None);
}

TEST(RegistrationNumber, AcI5CannotTellZeroFromNine)
{
    EXPECT_EQ(registrationFault(text("T7123456789912")), RegistrationFault::None);
    EXPECT_EQ(registrationFault(text("T7123456780912")), RegistrationFault::None);
}

TEST(RegistrationNumber, IsNothingElse)
{
    for (const char *wrong :
         {"", "T", "7123456789012", "T712345678901", "T71234567890123", "X7123456789012", "T712345678901a"})
        EXPECT_EQ(registrationFault(text(wrong)), RegistrationFault::Form) << wrong;
}

TEST(ConsumptionTax, AcI7IsRoundedOncePerRate)
{
    EXPECT_EQ(taxOn(Yen(1'234 + 2'345), 8), Yen(286));
    EXPECT_EQ(taxOn(Yen(10'000), 10), Yen(1'000));
    EXPECT_EQ(3'579 + 286 + 10'000 + 1'000, 14'865);
    for (const qint64 stated : {285, 286, 287})
        EXPECT_TRUE(acceptsTax(Yen(3'579), 8, Yen(stated))) << stated;
    EXPECT_FALSE(acceptsTax(Yen(3'579), 8, Yen(288)));
    EXPECT_FALSE(acceptsTax(Yen(3'579), 8, Yen(284)));
}

TEST(Withholding, TakesTheHigherRateBeyondAMillion)
{
    EXPECT_EQ(withheldFrom(Yen(10'000), kRates), Yen(1'021));
    EXPECT_EQ(withheldFrom(Yen(33'333), kRates), Yen(3'403)); // 3,403.29…
    EXPECT_EQ(withheldFrom(Yen(1'000'000), kRates), Yen(102'100));
    EXPECT_EQ(withheldFrom(Yen(1'500'000), kRates), Yen(204'200));
    EXPECT_EQ(withheldFrom(Yen(0), kRates), Yen(0));
}

TEST(Proofs, AcS1AnInvoiceWithoutASealNamesWhoStandsBehindIt)
{
    EXPECT_TRUE(isAcceptable({QStringLiteral("山本太郎"), QStringLiteral("山本太郎"), QStringLiteral("0865-00-0000")}));
    EXPECT_TRUE(isAcceptable({{}, {}, {}, true}));
}

TEST(Proofs, AcS2WithoutATelephoneItGoesBack)
{
    EXPECT_FALSE(isAcceptable({QStringLiteral("山本太郎"), QStringLiteral("山本太郎"), QStringLiteral(" ")}));
    EXPECT_FALSE(isAcceptable({{}, QStringLiteral("山本太郎"), QStringLiteral("0865-00-0000")}));
}

TEST(Proofs, AcS4TypedNamesConcludeNoContract)
{
    EXPECT_FALSE(isConcluded(ContractSignature::TypedNames));
    EXPECT_TRUE(isConcluded(ContractSignature::Sealed));
    EXPECT_TRUE(isConcluded(ContractSignature::Electronic));
}

TEST(Proofs, AcS5AnotherPersonsAccountNeedsAProxy)
{
    EXPECT_FALSE(mayPayTo(true, false));
    EXPECT_TRUE(mayPayTo(true, true));
    EXPECT_TRUE(mayPayTo(false, false));
}

} // namespace kessai::test
