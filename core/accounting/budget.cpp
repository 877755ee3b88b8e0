// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budget.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace kessai {

QString BudgetLine::key() const
{
    return QString::number(year.startYear()) + QLatin1Char(':') + code;
}

QString BudgetLine::account() const
{
    return kBudgetAccount + key();
}

QString BudgetLine::label() const
{
    const QString &kind = name(BudgetLevel::Section);
    const QString &detail = name(BudgetLevel::Detail);
    const QString &project = name(BudgetLevel::Project);
    const QString text = (project.isEmpty() ? name(BudgetLevel::Item) : project) + QLatin1Char(' ') + kind;
    return detail.isEmpty() || detail == kind ? text : text + QStringLiteral("（%1）").arg(detail);
}

bool isBudgetKey(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9]{4}:[0-9A-Za-z]{1,8}(-[0-9A-Za-z]{1,8}){6}\\z"));
    return form.match(text).hasMatch();
}

QString commitmentAccount(CaseId commitment)
{
    return QStringLiteral("case:%1").arg(commitment.value());
}

struct BudgetBook::Table final {
    std::vector<BudgetLine> rows;
    QHash<QString, std::vector<size_t>> byKey;
};

BudgetBook::BudgetBook() : m_table(std::make_shared<const Table>()) {}

BudgetBook::BudgetBook(std::vector<BudgetLine> rows)
{
    auto table = std::make_shared<Table>();
    table->rows = std::move(rows);
    std::sort(table->rows.begin(), table->rows.end(), [](const BudgetLine &a, const BudgetLine &b) {
        return std::tie(a.year, a.code, a.addedIn) < std::tie(b.year, b.code, b.addedIn);
    });
    table->byKey.reserve(qsizetype(table->rows.size()));
    for (size_t i = 0; i < table->rows.size(); ++i)
        table->byKey[table->rows[i].key()].push_back(i);
    m_table = std::move(table);
}

BudgetBook BudgetBook::knownIn(int revision) const
{
    BudgetBook known = *this;
    known.m_revision = std::min(m_revision, revision);
    return known;
}

bool BudgetBook::stands(const BudgetLine &line) const
{
    return line.addedIn <= m_revision && (line.removedIn == 0 || line.removedIn > m_revision);
}

const BudgetLine *BudgetBook::find(const QString &keyOrAccount) const
{
    const bool account = keyOrAccount.startsWith(kBudgetAccount);
    const auto rows = m_table->byKey.constFind(account ? keyOrAccount.mid(kBudgetAccount.size()) : keyOrAccount);
    if (rows == m_table->byKey.constEnd())
        return nullptr;
    for (const size_t row : *rows) {
        if (stands(m_table->rows[row]))
            return &m_table->rows[row];
    }
    return nullptr;
}

std::vector<const BudgetLine *> BudgetBook::of(FiscalYear year) const
{
    std::vector<const BudgetLine *> lines;
    for (const BudgetLine &line : m_table->rows) {
        if (line.year == year && stands(line))
            lines.push_back(&line);
    }
    return lines;
}

std::vector<FiscalYear> BudgetBook::years() const
{
    std::vector<FiscalYear> years;
    for (auto line = m_table->rows.rbegin(); line != m_table->rows.rend(); ++line) {
        if (stands(*line) && (years.empty() || years.back() != line->year))
            years.push_back(line->year);
    }
    return years;
}

const std::vector<BudgetLine> &BudgetBook::rows() const
{
    return m_table->rows;
}

// The ledgers of money: whole yen above zero; a cancellation posts the same with a minus. On a line: commitment, increase (of a raised
// one), payment (what is paid as it is committed, 兼命令), corrected (what was paid from another line, 更正) and transfer.out take; decrease (of a
// lowered one), refund (戻入, and where a correction takes it from) and transfer.in give. On a decided commitment, which has what it took from its
// line as "commitment": increase and refund give, decrease and paid take. On an order of payment, which has what it ordered: returned takes. Both
// notaries see to it that no account a case takes from is left with less than nothing, if everything that runs and takes were decided and nothing
// that gives; what one case gives and takes of an account comes together, so that a contract takes over what was committed for it.
int directionOf(const QString &ledger)
{
    static const QHash<QString, int> directions{
        {QStringLiteral("budget.commitment"), -1},   {QStringLiteral("budget.increase"), -1},
        {QStringLiteral("budget.payment"), -1},      {QStringLiteral("budget.decrease"), 1},
        {QStringLiteral("budget.refund"), 1},        {QStringLiteral("budget.transfer.out"), -1},
        {QStringLiteral("budget.transfer.in"), 1},   {QStringLiteral("commitment.increase"), 1},
        {QStringLiteral("commitment.decrease"), -1}, {QStringLiteral("commitment.paid"), -1},
        {QStringLiteral("commitment.refund"), 1},    {QStringLiteral("payment.returned"), -1},
        {QStringLiteral("budget.corrected"), -1}};
    return directions.value(ledger);
}

void BudgetBalance::enter(BudgetEntryKind kind, qint64 amount)
{
    entered.at(size_t(kind)) += amount;
    allotted = allotted || kind == BudgetEntryKind::Allotment;
}

void BudgetBalance::post(const QString &ledger, qint64 amount, bool used)
{
    const qint64 given = directionOf(ledger) * amount;
    if (used && (ledger == QLatin1String("budget.payment") || ledger == QLatin1String("budget.corrected")))
        paid += amount;
    if (used && ledger == QLatin1String("budget.refund"))
        paid -= amount;
    if (!used)
        running += std::max<qint64>(0, -given);
    else if (ledger.startsWith(QLatin1String("budget.transfer.")))
        moved += given;
    else
        committed -= given;
}

qint64 BudgetBalance::current() const
{
    return std::accumulate(entered.begin(), entered.end(), moved) - of(BudgetEntryKind::Allotment);
}

qint64 BudgetBalance::executable() const
{
    return allotted ? std::min(of(BudgetEntryKind::Allotment) + moved, current()) : current();
}

QString toText(const Shortage &shortage)
{
    return shortage.account + QLatin1Char(' ') + QString::number(shortage.missing);
}

std::optional<Shortage> shortageFrom(const QString &detail)
{
    bool whole = false;
    const qint64 missing = detail.section(QLatin1Char(' '), 1, 1).toLongLong(&whole);
    if (!whole || missing < 1)
        return std::nullopt;
    return Shortage{detail.section(QLatin1Char(' '), 0, 0), missing};
}

} // namespace kessai
