// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/budgetmodel.h"

#include "core/base/searchwords.h"
#include "core/base/textfold.h"
#include "ui/caseword.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QLocale>

#include <algorithm>

namespace kessai {

namespace {

qint64 figureOf(const BudgetBalance &balance, int column, bool runningCounts)
{
    switch (column) {
    case BudgetModel::Current: return balance.current();
    case BudgetModel::Allotted: return balance.executable();
    case BudgetModel::Committed: return balance.committed;
    case BudgetModel::Running: return balance.running;
    case BudgetModel::Paid: return balance.paid;
    case BudgetModel::Remaining: return balance.remaining(runningCounts);
    default: return 0;
    }
}

QString textOf(const BudgetRow &row, int column)
{
    switch (column) {
    case BudgetModel::Code: return row.line.code;
    case BudgetModel::Label: return row.line.label();
    case BudgetModel::SectionName: return row.section;
    default: return {};
    }
}

/// All levels with their names, for who wants to know where the line belongs.
QString pathOf(const BudgetLine &line)
{
    QStringList names(line.names.begin(), line.names.end());
    names.removeAll(QString());
    return names.join(QStringLiteral(" › "));
}

QString ledgerWord(const QString &ledger)
{
    if (ledger == QLatin1String("budget.commitment"))
        return BudgetCaseModel::tr("Commitment");
    if (ledger == QLatin1String("budget.increase"))
        return BudgetCaseModel::tr("Commitment raised");
    if (ledger == QLatin1String("budget.payment"))
        return BudgetCaseModel::tr("Commitment with payment");
    if (ledger == QLatin1String("budget.decrease"))
        return BudgetCaseModel::tr("Commitment lowered");
    if (ledger == QLatin1String("budget.refund"))
        return BudgetCaseModel::tr("Paid back or corrected");
    if (ledger == QLatin1String("budget.corrected"))
        return BudgetCaseModel::tr("Corrected to this line");
    if (ledger == QLatin1String("budget.transfer.out"))
        return BudgetCaseModel::tr("Transfer to another line");
    if (ledger == QLatin1String("budget.transfer.in"))
        return BudgetCaseModel::tr("Transfer from another line");
    return ledger;
}

Qt::Alignment alignmentOf(bool number)
{
    return (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

QString budgetYen(qint64 amount)
{
    static const QLocale japanese(QLocale::Japanese);
    return amount < 0 ? QStringLiteral("△") + japanese.toString(-amount) : japanese.toString(amount);
}

void BudgetModel::setSheet(const BudgetSheet &sheet)
{
    m_sheet = sheet;
    m_folded.clear();
    for (const BudgetRow &row : m_sheet.rows)
        m_folded.append(foldText(QStringList{row.line.code, pathOf(row.line), row.section}.join(QLatin1Char('\n'))));
    show();
}

void BudgetModel::setFilter(std::optional<SectionId> section, const QString &words)
{
    m_section = section;
    m_words = words;
    show();
}

void BudgetModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    show();
}

void BudgetModel::show()
{
    const QStringList words = searchWords(m_words);
    beginResetModel();
    m_shown.clear();
    for (size_t i = 0; i < m_sheet.rows.size(); ++i) {
        const BudgetRow &row = m_sheet.rows[i];
        const bool found = std::all_of(words.begin(), words.end(),
                                       [&](const QString &word) { return m_folded[qsizetype(i)].contains(word); });
        if (found && (!m_section || row.line.section == *m_section))
            m_shown.push_back(row);
    }
    // By name means in the order of the book, which is that of the codes.
    const int column = m_column == Label ? int(Code) : m_column;
    const auto before = [&](const BudgetRow &a, const BudgetRow &b) {
        return column < Current
            ? textOf(a, column) < textOf(b, column)
            : figureOf(a.balance, column, runningCounts()) < figureOf(b.balance, column, runningCounts());
    };
    std::stable_sort(m_shown.begin(), m_shown.end(), [&](const BudgetRow &a, const BudgetRow &b) {
        return m_order == Qt::AscendingOrder ? before(a, b) : before(b, a);
    });
    endResetModel();
}

BudgetBalance BudgetModel::total() const
{
    BudgetBalance sum;
    for (const BudgetRow &row : m_shown) {
        // Each line for itself: what one has more than is allotted is not the other's to spend.
        sum.enter(BudgetEntryKind::Initial, row.balance.current());
        sum.enter(BudgetEntryKind::Allotment, row.balance.executable());
        sum.committed += row.balance.committed;
        sum.running += row.balance.running;
        sum.paid += row.balance.paid;
    }
    return sum;
}

Sheet BudgetModel::sheet(const QString &title) const
{
    Sheet sheet{title, {}, {}};
    for (int column = 0; column < ColumnCount; ++column) {
        const int width = column == Label ? 44 : column < Current ? 24 : 14;
        sheet.columns.push_back({headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), width});
    }
    for (const BudgetRow &row : m_shown) {
        std::vector<Sheet::Cell> cells;
        for (int column = 0; column < ColumnCount; ++column) {
            if (column < Current)
                cells.emplace_back(textOf(row, column));
            else
                cells.emplace_back(Yen(figureOf(row.balance, column, runningCounts())));
        }
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

int BudgetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int BudgetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BudgetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_shown.size())
        return {};
    const BudgetRow &row = m_shown[size_t(index.row())];
    const bool number = index.column() >= Current;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(number));
    if (role == Qt::ToolTipRole && !number)
        return pathOf(row.line);
    if (role == Qt::AccessibleTextRole && index.column() == Label)
        return QString(row.line.label() + QLatin1Char(' ') + row.line.code);
    if (index.column() == Remaining && row.balance.remaining(runningCounts()) < 0) {
        if (role == Qt::DecorationRole)
            return icon(QStringLiteral("alert-triangle"), Token::DangerText);
        if (role == Qt::ForegroundRole)
            return tokens()[Token::DangerText];
    }
    if (role != Qt::DisplayRole)
        return {};
    if (!number)
        return textOf(row, index.column());
    const qint64 figure = figureOf(row.balance, index.column(), runningCounts());
    const bool quiet =
        figure == 0 && (index.column() == Committed || index.column() == Running || index.column() == Paid);
    return quiet ? QString() : budgetYen(figure);
}

QVariant BudgetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section >= Current));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SectionName: return tr("In charge");
    case Code: return tr("Code");
    case Label: return tr("Line");
    case Current: return tr("Budget");
    case Allotted: return tr("To spend");
    case Committed: return tr("Committed");
    case Running: return tr("Running");
    case Paid: return tr("Ordered to be paid");
    case Remaining: return tr("Left");
    default: return {};
    }
}

void BudgetCaseModel::setCases(std::vector<BudgetCase> cases)
{
    beginResetModel();
    m_cases = std::move(cases);
    endResetModel();
}

int BudgetCaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cases.size());
}

int BudgetCaseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BudgetCaseModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_cases.size())
        return {};
    const BudgetCase &one = m_cases[size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(index.column() == Amount));
    if (role == Qt::ForegroundRole && !one.readable)
        return tokens()[Token::Text2];
    if (role == Qt::ToolTipRole && !one.readable)
        return tr("This case was not sent to you, so you cannot open it.");
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Number: return one.number;
    case Title: return one.title;
    case Drafter: return one.drafter;
    case What: return ledgerWord(one.ledger);
    case Amount: return budgetYen(one.amount);
    case State: return one.ordered ? orderedWord() : stateWord(one.state);
    default: return {};
    }
}

QVariant BudgetCaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section == Amount));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return tr("Number");
    case Title: return tr("Subject");
    case Drafter: return tr("Drafter");
    case What: return tr("Kind");
    case Amount: return tr("Yen");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace kessai
