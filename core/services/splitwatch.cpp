// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/payee.h"
#include "core/accounting/splitorders.h"
#include "core/cases/caseref.h"
#include "core/cases/numbers.h"
#include "core/services/desk.h"

namespace kessai {

namespace {

constexpr qint64 kHolds = 60'000'000; ///< microseconds for which the orders near by are not asked for again

/// Who sells, by the code of a payee; people who are paid a fee or their expenses sell nothing.
QString sellerOf(const QJsonObject &payee)
{
    const auto kind = payeeKindFromCode(payee.value(QLatin1String("kind")).toString());
    const bool sells = kind == PayeeKind::Corporation || kind == PayeeKind::Sole;
    return sells ? payee.value(QLatin1String("code")).toString() : QString();
}

/// The lines that are drawn for one contract of a kind on a day (domain.md 5.6).
void addContractLimits(std::vector<OrderLimit> &limits, const QString &kind, const QDate &day, const Numbers &numbers)
{
    const auto single = numbers.find(QStringLiteral("contract.%1.single_yen").arg(kind), day);
    const auto small = numbers.find(QStringLiteral("contract.%1.small_yen").arg(kind), day);
    if (single && *single > 0)
        limits.push_back(
            {{QStringLiteral("見積り1者でよい額"), QStringLiteral("what one quotation is enough for")}, *single});
    if (small)
        limits.push_back(
            {{QStringLiteral("少額の随意契約の限度額"), QStringLiteral("the limit of small contracts")}, *small + 1});
}

/// From where on what is paid at once is committed before the contract (domain.md 5.3 class A): below it nobody looks at the contract.
void addClassLimit(std::vector<OrderLimit> &limits, const BudgetLine &line, const QDate &day, const Numbers &numbers)
{
    const auto first = numbers.find(QStringLiteral("commitment.first_yen.") + line.item, day);
    if (first && *first > 1) {
        limits.push_back({{QStringLiteral("支出負担行為伺が要らない額"),
                           QStringLiteral("what is paid without a commitment before the contract")},
                          *first});
    }
}

/// The accounts of a section's lines of one 節, whatever project or 細節 they are of (domain.md 5.4: same vendor, same 節).
QStringList ofTheSameItem(const BudgetLine &line, const BudgetBook &book)
{
    const auto item = [](const BudgetLine &one) { return one.code.section(QLatin1Char('-'), 5, 5); };
    QStringList accounts;
    for (const BudgetLine *one : book.of(line.year)) {
        if (one->section == line.section && item(*one) == item(line))
            accounts.append(one->account());
    }
    return accounts;
}

/// How far each level decides (domain.md 5.4).
void addDecisionLimits(std::vector<OrderLimit> &limits, const DecisionTable &table, const QJsonObject &facts)
{
    const auto cell = table.cellFor(facts);
    for (size_t level = 0; cell && level < cell->row->limits.size() && level < table.levels.size(); ++level) {
        const auto end = cell->row->limits[level].end();
        const Bilingual &name = table.levels[level].term.name;
        if (end && *end > 0)
            limits.push_back(
                {{name.ja + QStringLiteral("の専決の限度額"), QStringLiteral("what is left to the ") + name.en}, *end});
    }
}

} // namespace

const std::vector<BudgetOrder> *Desk::ordersNear(const QStringList &accounts, const QDate &day, qint64 days)
{
    const qint64 age = now().microseconds() - m_nearOrders.asked.microseconds();
    if (m_nearOrders.accounts == accounts && m_nearOrders.day == day && m_nearOrders.days == days && age >= 0
        && age < kHolds)
        return &m_nearOrders.orders;
    auto orders = m_store->budget().ordersOn(accounts, day.addDays(-days), day.addDays(days));
    if (!orders)
        return nullptr; // asked again next time
    m_nearOrders = {accounts, day, days, now(), std::move(orders).value()};
    return &m_nearOrders.orders;
}

/// Whether a commitment may be part of a split order: what else was ordered from the payee on the section's lines of the same 節 in the
/// days before and after, by cases that run or are decided and the reader may read; so each may reckon it again. A help, not a rule: nothing
/// of cases that are not theirs to see.
std::optional<Bilingual> Desk::splitOrder(const Form &form, const QJsonObject &fields, std::optional<CaseId> itself)
{
    const QString line = fields.value(QLatin1String("budget_line")).toString();
    const QString payee = sellerOf(fields.value(QLatin1String("payee")).toObject());
    const QDate day = QDate::fromString(fields.value(QLatin1String("committed_on")).toString(), Qt::ISODate);
    const auto amount = form.amount(fields);
    const BudgetLine *known = m_configuration.parameters.budget().find(line);
    if (!known || payee.isEmpty() || !day.isValid() || !amount)
        return std::nullopt;
    const Numbers numbers(m_configuration.parameters);
    const auto days = numbers.find(QStringLiteral("split.watch_days"), day);
    std::vector<OrderLimit> limits;
    addContractLimits(limits, fields.value(QLatin1String("contract_kind")).toString(), day, numbers);
    if (fields.contains(QLatin1String("payment_on"))) // committed and paid at once
        addClassLimit(limits, *known, day, numbers);
    const RouteRule *rule = m_configuration.ruleOn(form.code(), today()->day());
    if (const DecisionTable *table =
            rule ? m_configuration.tableFor(*rule, today()->day(), m_configuration.office.revision) : nullptr)
        addDecisionLimits(limits, *table, form.facts(fields, m_configuration.parameters));
    const auto *near = days && !limits.empty()
        ? ordersNear(ofTheSameItem(*known, m_configuration.parameters.budget()), day, *days)
        : nullptr;
    if (!near)
        return std::nullopt;
    const auto taken =
        caseRefIn(fields.value(QLatin1String("execution"))); // a contract is no order beside what it takes over
    std::vector<NearOrder> others;
    for (const BudgetOrder &one : *near) {
        if (one.id != itself && !(taken && one.id == taken->id) && sellerOf(one.payee) == payee)
            others.push_back({one.number, one.day, one.amount});
    }
    const auto split = splitOf(amount->amount(), others, limits);
    return split ? std::optional(splitText(*split, *days)) : std::nullopt;
}

/// For whoever approves or examines.
std::optional<Insight> Desk::splitInsight(const Form &form, const QJsonObject &fields, std::optional<CaseId> itself)
{
    auto text = splitOrder(form, fields, itself);
    if (!text)
        return std::nullopt;
    Insight insight;
    insight.text = *std::move(text);
    insight.remarkable = true;
    return insight;
}

/// For whoever drafts.
std::optional<Finding> Desk::splitFinding(const Form &form, const QJsonObject &fields, std::optional<CaseId> itself)
{
    auto text = splitOrder(form, fields, itself);
    if (!text)
        return std::nullopt;
    return Finding{Finding::Severity::Warning, QStringLiteral("payee"), *std::move(text),
                   QStringLiteral("契約規則（分割発注の禁止）")};
}

} // namespace kessai
