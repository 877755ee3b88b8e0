// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/dice.h"
#include "app/admin/sample/sampleletter.h"
#include "app/admin/sample/sampleoffice.h"
#include "app/admin/sample/workingtime.h"
#include "core/accounting/budgetfile.h"
#include "core/accounting/payee.h"
#include "core/cases/numbers.h"

#include <QJsonObject>

#include <memory>

namespace kessai {

inline constexpr int kHighestClerkRank = 3; ///< 主査, 主任, 主事: those who file

/// What is delivered and billed at a time.
struct SamplePart final {
    QDate done;
    std::vector<SampleItem> items;
    bool prepaid = false; ///< 前金払: billed before anything is done
};

/// Something a section buys, commissions or grants: all that the papers about it and the cases it needs say in common.
struct SamplePurchase final {
    bool atOnce = false; ///< 兼命令: committed when it is paid (domain.md 5.3, class B and C)
    QString line;        ///< key of its budget line
    QString subject;
    QString purpose;
    QString kind; ///< of contract, as the commitment's field has it: "works", "purchase", "lease", "other", "none"
    QString method;
    QString ground; ///< of a negotiated contract
    QString reason;
    QString paper;
    qint64 estimate = 0; ///< yen with tax; 0 = not said
    std::vector<std::pair<QString, qint64>> quotations;
    PayeeRef payee;
    QString address;
    QString responsible;
    QString contact;
    QString telephone;
    QDate planned; ///< when its first case is written
    QDate committed;
    QDate until;
    std::vector<SamplePart> parts;
    bool taxed = true; ///< billed with tax; else it is a grant, a due or a fee
    bool withheld = false;
    bool unitPrice = false;
    bool goods = false; ///< delivered and counted, rather than done
    StaffId drafter{0};
    StaffId inspector{0};

    SampleSums sums(size_t part, const Numbers &numbers) const;
    qint64 amount(const Numbers &numbers) const; ///< of all parts
};

/// Whom the sample office pays (resources/sample/payees.csv), as first registered: invented, at banks that do not exist.
std::vector<Payee> samplePayees();

/// Spends the budget of a year as the templates of resources/sample/purchases.json say: for each line what its 細節 is for, as often and as much
/// as they have it, from those who sell it.
class SamplePurchases final {
public:
    SamplePurchases(const SampleDirectory &directory, const WorkingTime &time, const Parameters &parameters, Dice dice);

    /// All of a year, in no order.
    std::vector<std::shared_ptr<SamplePurchase>> ofYear(FiscalYear year, const std::vector<BudgetEntry> &entries);
    /// Supplies for any section, paid on these days of a year.
    std::vector<std::shared_ptr<SamplePurchase>> supplies(FiscalYear year, const std::vector<QDate> &days);
    /// One thing bought in parts on these days, each just below what one quotation is enough for (分割発注), from the line of supplies that has most.
    std::vector<std::shared_ptr<SamplePurchase>> splitOrder(FiscalYear year, const std::vector<BudgetEntry> &entries,
                                                            const std::vector<QDate> &days);

private:
    struct Wish {
        const BudgetLine *line;
        QJsonObject detail;
        qint64 net; ///< of one purchase
    };
    void spend(const Wish &wish, FiscalYear year);
    std::shared_ptr<SamplePurchase> begin(const Wish &wish, const QDate &day, int month);
    void buy(const Wish &wish, const QDate &day);
    void conclude(const Wish &wish, FiscalYear year);
    void bill(const Wish &wish, FiscalYear year, int month);
    void payOut(const Wish &wish, const QDate &day);
    void contract(SamplePurchase &purchase);
    std::vector<SampleItem> items(const QJsonObject &subject, qint64 net);
    bool staffed(SectionId section);
    QHash<QString, BudgetBalance> balancesOf(FiscalYear year, const std::vector<BudgetEntry> &entries) const;
    QDate spread(FiscalYear year, int no, int pieces);

    const SampleDirectory &m_directory;
    const WorkingTime &m_time;
    const Parameters &m_parameters;
    const Numbers m_numbers;
    Dice m_dice;
    const QJsonObject m_json;
    QHash<QString, PayeeRef> m_payees;
    std::vector<std::shared_ptr<SamplePurchase>> m_purchases;
};

} // namespace kessai
