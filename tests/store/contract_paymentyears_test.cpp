// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/paidoffice.h"

// What is paid and cancelled when its year is over: until its books are closed (出納整理期間), and after; the same on every database.

namespace kessai::test {

namespace {

class PaymentYears : public PaidOffice {
protected:
    /// From here on it is that day; a server's clock is put forward behind its back.
    void comes(const QDate &day)
    {
        const qint64 days = today().daysTo(day);
        office.wait(days * 86'400'000);
        if (office.dialect() == Dialect::Sqlite)
            return;
        m_ahead += days;
        for (const char *clock :
             {"CREATE OR REPLACE FUNCTION kessai.today() RETURNS text LANGUAGE sql VOLATILE"
              " RETURN to_char((clock_timestamp() + interval '%1 days') AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD')",
              "CREATE OR REPLACE FUNCTION kessai.now_us() RETURNS bigint LANGUAGE sql VOLATILE"
              " RETURN (extract(epoch FROM clock_timestamp() + interval '%1 days') * 1000000)::bigint"})
            ASSERT_TRUE(fine(office.tamper(QString::fromLatin1(clock).arg(m_ahead))));
    }
    std::vector<PaymentDue> due()
    {
        const auto read = payments(people.shiba).due(QDate(9999, 12, 31));
        EXPECT_TRUE(fine(read));
        return read ? *read : std::vector<PaymentDue>();
    }
    /// To be paid today, so that it is of the year the test is run in.
    CaseId orderedToday() { return orderedWith({{u"payment_on"_s, today().toString(Qt::ISODate)}}); }
    CaseId committed(qint64 amount) { return decided(moving(u"budget.commitment"_s, line(), amount)); }
    /// Has what was decided cancelled.
    void cancel(CaseId id)
    {
        const auto record = *office.owner().cases().load(id);
        decided(cancelling(record.revisions.back().content.fields,
                           {id, record.number, proven(record)->basis->officeRevision, u"契約の取りやめ"_s}));
    }

    qint64 m_ahead = 0; ///< days
};
KESSAI_ON_BOTH_DATABASES(PaymentYears);

} // namespace

TEST_P(PaymentYears, AreCancelledInAprilToTheLineOfTheYearBefore)
{
    const CaseId given = committed(90'000);
    const CaseId kept = committed(50'000);
    const CaseId order = orderedToday();
    const qint64 before = left(line(), QString(kBudgetBalance));

    comes(QDate(m_year + 1, 4, 10));
    cancel(given);
    cancel(order);

    EXPECT_EQ(left(line(), QString(kBudgetBalance)) - before, 90'000 + kPaid);
    EXPECT_TRUE(due().empty()) << "what was cancelled is not to be paid";
    const CaseId late = ordered(u"commitment.paid"_s, commitmentAccount(kept));
    ASSERT_EQ(due().size(), 1u);
    EXPECT_EQ(due().front().id, late) << "what is committed still is ordered in April";
    EXPECT_EQ(due().front().payUntil, QDate(m_year + 1, 5, 31));
    EXPECT_EQ(ofKind(Unpaid::Kind::Commitment).size(), 1u) << "what is left of it";
    pay(late);
    EXPECT_TRUE(due().empty());
}

TEST_P(PaymentYears, AreListedWhileTheirBooksAreOpenOrWereClosedLast)
{
    const CaseId owed = orderedToday();
    ASSERT_EQ(due().size(), 1u);

    comes(QDate(m_year + 2, 5, 31));
    ASSERT_EQ(due().size(), 1u) << "it says why it is not paid";
    EXPECT_EQ(due().front().id, owed);
    EXPECT_EQ(staysOut(due().front(), today()), StaysOut::YearClosed);

    comes(QDate(m_year + 2, 6, 1));
    EXPECT_TRUE(due().empty());
}

} // namespace kessai::test
