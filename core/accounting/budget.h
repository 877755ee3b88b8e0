// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/quantity.h"

#include <QDate>
#include <QHash>
#include <QString>

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace kessai {

/// The classes of a budget, from the account down (domain.md 5.2): 款 and 項 are voted by the council, 目 and 節 are for execution.
enum class BudgetLevel {
    Account /* 会計 */,
    Chapter /* 款 */,
    Part /* 項 */,
    Item /* 目 */,
    Project /* 事業 */,
    Section /* 節 */,
    Detail /* 細節 */
};
inline constexpr size_t kBudgetLevels = 7;

/// A line of a year's budget: where money is taken from. Codes of 節 are those of the year (domain.md 5.2).
struct BudgetLine final {
    FiscalYear year{0};
    QString code{}; ///< of all levels, "01-02-01-05-0013-12-01", as wide as the city writes them
    std::array<QString, kBudgetLevels> names{}; ///< of the levels
    SectionId section{0};                       ///< in charge of it (所管課)
    QString item{};                             ///< what the 専決 tables call it, "12", "10-food"
    int addedIn = 1;                            ///< office revision
    int removedIn = 0;                          ///< 0 = stands

    const QString &name(BudgetLevel level) const { return names.at(size_t(level)); }
    /// "2026:01-02-01-05-0013-12-01": how a field keeps it.
    QString key() const;
    /// "budget:2026:01-02-01-05-0013-12-01": the account its postings are on.
    QString account() const;
    /// "庁舎管理事業 需用費（消耗品費）": what people call it.
    QString label() const;
    friend bool operator==(const BudgetLine &, const BudgetLine &) = default;
};

/// Whether a text is written like a line's key; there need not be such a line.
bool isBudgetKey(const QString &text);
inline constexpr QLatin1String kBudgetAccount("budget:"); ///< what the accounts of lines begin with
/// The account of what is left to pay of a commitment: "case:<id>".
QString commitmentAccount(CaseId commitment);

/// The lines of the budget, of all years and office revisions. A cheap value.
class BudgetBook final {
public:
    BudgetBook();
    explicit BudgetBook(std::vector<BudgetLine> rows);
    /// What was known when the office was at a revision: readers judge a case by what was known then.
    BudgetBook knownIn(int revision) const;

    /// The line of a key, or of an account; none where there is no such line, or none any more.
    const BudgetLine *find(const QString &keyOrAccount) const;
    /// The lines of a year, by code.
    std::vector<const BudgetLine *> of(FiscalYear year) const;
    /// The years there are lines of, the newest first.
    std::vector<FiscalYear> years() const;
    /// All rows, of all revisions, by year, code and revision.
    const std::vector<BudgetLine> &rows() const;

private:
    bool stands(const BudgetLine &line) const;
    struct Table;
    std::shared_ptr<const Table> m_table;
    int m_revision = std::numeric_limits<int>::max();
};

/// Where the money of a line comes from (domain.md 5.2): 当初, 補正, 繰越, 予備費充当, 流用 entered by hand, 配当 (令達).
enum class BudgetEntryKind { Initial = 0, Supplementary = 1, Carried = 2, Reserve = 3, Transfer = 4, Allotment = 5 };
inline constexpr int kBudgetEntryKinds = 6;

/// An entry of the budget, by hand or by import; what cases move are postings.
struct BudgetEntry final {
    FiscalYear year{0};
    QString code{};
    BudgetEntryKind kind = BudgetEntryKind::Initial;
    qint64 amount = 0; ///< yen, with its sign
    QDate day{};
    QString document{}; ///< what it rests on, "議案第12号"; one line has it once of a kind
    int revision = 1;   ///< of the office, in which it was entered
    friend bool operator==(const BudgetEntry &, const BudgetEntry &) = default;
};

/// Whether a ledger of a budget line or commitment gives to the account (1) or takes from it (-1); 0 for every other ledger.
int directionOf(const QString &ledger);

/// How a line stands (予算差引). The notaries compute the same sums.
struct BudgetBalance final {
    std::array<qint64, kBudgetEntryKinds> entered{}; ///< by kind
    bool allotted = false;                           ///< anything is, so that no more than that may be spent
    qint64 moved = 0;                                ///< 流用 by decided cases, in less out
    qint64 committed = 0;                            ///< by decided cases, less what was lowered and paid back
    qint64 running = 0; ///< what running cases take if all of them that take are decided, and none that gives
    qint64 paid = 0;    ///< ordered to be paid of what is committed, less what was paid back

    void enter(BudgetEntryKind kind, qint64 amount);
    /// Takes a posting of the line's account that is used, or reserved.
    void post(const QString &ledger, qint64 amount, bool used);

    qint64 of(BudgetEntryKind kind) const { return entered.at(size_t(kind)); }
    /// 予算現額 = 当初 + 補正 + 繰越 + 予備費充当 ± 流用.
    qint64 current() const;
    /// 執行可能額 = 配当額, where there is any, and never more than 予算現額.
    qint64 executable() const;
    /// 残額 = 執行可能額 - 負担行為 (決裁済) - 負担行為 (起案中), where running ones count.
    qint64 remaining(bool runningCount = true) const { return executable() - committed - (runningCount ? running : 0); }
    friend bool operator==(const BudgetBalance &, const BudgetBalance &) = default;
};

// What may be asked of an account as if it were a ledger: the answer's `used` is what is there by what is decided, `reserved` what
// running cases take of it at worst.
inline constexpr QLatin1String kBudgetBalance("budget.balance"); ///< of a line: executable() - committed
inline constexpr QLatin1String kBudgetSupply("budget.supply");   ///< of a line: executable()
inline constexpr QLatin1String kCommitmentBalance(
    "commitment.balance"); ///< of a commitment: what is left to pay of it; of an order of payment: what is left to give back
inline constexpr QLatin1String kCommitmentAmount("commitment.amount"); ///< of a commitment: what it is about by now

/// An account from which a case would have taken more than is there.
struct Shortage final {
    QString account;
    qint64 missing; ///< yen
    friend bool operator==(const Shortage &, const Shortage &) = default;
};
/// As the detail of a Refusal::OverBudget says it, and back.
QString toText(const Shortage &shortage);
std::optional<Shortage> shortageFrom(const QString &detail);

} // namespace kessai
