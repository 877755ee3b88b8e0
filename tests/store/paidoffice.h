// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/budget.h"
#include "core/base/canonical.h"
#include "core/cases/cancellation.h"
#include "tests/store/hand.h"
#include "tests/support/payees.h"

namespace kessai::test {

using namespace Qt::StringLiterals;

inline constexpr qint64 kPaid = 20'000;

/// An office in which 芝 and 志賀 hold the role "accounting", and 佐藤 files orders that are decided, examined and paid.
class PaidOffice : public OnBothDatabases {
protected:
    void SetUp() override
    {
        OnBothDatabases::SetUp();
        m_year = FiscalYear::of(today()).startYear();
        for (const char *table : {"budget_line", "budget_entry"})
            ASSERT_TRUE(fine(office.tamper(u"UPDATE %1 SET fiscal_year = %2"_s.arg(QLatin1String(table)).arg(m_year))));
        ASSERT_TRUE(
            fine(office.as(people.shiba).payees().changePayees(RegisterPayee{somePayee(u"12"_s), u"債権者登録票"_s})));
        ASSERT_TRUE(
            fine(payments(people.shiba).changePayments(SetSource{{u"1234567890"_s, somePayee(u"1"_s).account}, 0})));
    }
    PaymentStore &payments(StaffId who) { return office.as(who).payments(); }
    QDate today() { return office.configuration().notBefore(office.clock().now()).day(); }
    QString line(const QString &code = kStationery)
    {
        BudgetLine line = budgetLine(code, SectionId(0));
        line.year = FiscalYear(m_year);
        return line.account();
    }
    CaseId decided(const QJsonObject &fields)
    {
        const auto id = Hand(office, people.sato).file(fields);
        EXPECT_TRUE(fine(id));
        if (!id)
            return CaseId(0);
        for (const StaffId who : {people.suzuki, people.kato, people.bando})
            EXPECT_TRUE(fine(Hand(office, who).approve(*id)));
        if (office.owner().cases().load(*id)->projection.ordered) {
            EXPECT_TRUE(fine(Hand(office, people.shiga).approve(*id)));
        }
        return *id;
    }
    CaseId ordered(const QString &ledger, const QString &account, const QString &method = u"transfer"_s)
    {
        return orderedWith({{u"pay_method"_s, method}}, ledger, account);
    }
    CaseId ordered() { return ordered(u"budget.payment"_s, line()); }
    void pay(CaseId id)
    {
        const auto made = payments(people.shiba).changePayments(MakeBatch{today(), {{id, 1}}});
        ASSERT_TRUE(fine(made));
        const auto batches = payments(people.shiba).batches(today());
        const auto bytes = paymentFile(batches->back());
        ASSERT_TRUE(bytes.ok());
        ASSERT_TRUE(fine(payments(people.shiba).changePayments(ExportBatch{*made, sha256Hex(*bytes), {}})));
        ASSERT_TRUE(fine(payments(people.shiba).changePayments(ConfirmBatch{*made, {}})));
    }
    CaseId paid()
    {
        const CaseId id = ordered();
        pay(id);
        return id;
    }
    PaidOffer offer(CaseId id)
    {
        const auto all = payments(people.seki).paidInCharge();
        EXPECT_TRUE(fine(all));
        for (const PaidOffer &one : all ? *all : std::vector<PaidOffer>()) {
            if (one.ref.id == id)
                return one;
        }
        ADD_FAILURE() << "not offered";
        return {{CaseId(0), {}, {}, {}, {}, 0}, 0};
    }
    static QString own(CaseId id) { return commitmentAccount(id); }
    /// A content that gives back of an order.
    static QJsonObject returning(const PaidRef &ref, const QString &ledgers, const QString &accounts, qint64 amount)
    {
        QJsonObject fields = moving(ledgers, accounts, amount);
        fields.insert(u"voucher"_s, toJson(ref));
        return fields;
    }
    QJsonObject toTheLine(CaseId order, qint64 amount)
    {
        return returning(offer(order).ref, u"payment.returned+budget.refund"_s, own(order) + u'+' + line(), amount);
    }
    qint64 left(const QString &account, const QString &ledger)
    {
        const auto answers =
            office.as(people.sato).ledgers().sums({{ledger, ledger, account, today(), today()}}, std::nullopt);
        EXPECT_TRUE(fine(answers));
        return answers ? (*answers)[0].used - (*answers)[0].reserved : -1;
    }
    std::vector<Unpaid> ofKind(Unpaid::Kind kind)
    {
        auto all = payments(people.seki).unpaid();
        EXPECT_TRUE(fine(all));
        std::erase_if(*all, [kind](const Unpaid &one) { return one.kind != kind; });
        return *all;
    }
    /// The content of a payment, with something put over it.
    QJsonObject order(const QJsonObject &over, const QString &ledger, const QString &on, qint64 amount = kPaid)
    {
        QJsonObject fields = moving(ledger, on.isEmpty() ? line() : on, amount);
        fields.insert(u"payee"_s, PayeeRef::of(knownPayee()).toJson());
        fields.insert(u"pay_method"_s, u"transfer"_s);
        fields.insert(u"orders"_s, true);
        for (auto it = over.begin(); it != over.end(); ++it)
            fields.insert(it.key(), it.value());
        return fields;
    }
    /// A payment decided and examined, with something put over its content.
    CaseId orderedWith(const QJsonObject &over, const QString &ledger = u"budget.payment"_s, const QString &on = {})
    {
        return decided(order(over, ledger, on));
    }

    int m_year = 0;
};

} // namespace kessai::test
