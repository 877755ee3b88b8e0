// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/withheldmodel.h"

#include "ui/accounting/budgetmodel.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

namespace kessai {

namespace {

/// What was ordered to be paid: what went out, and the tax.
Yen orderedOf(const WithheldTax &one)
{
    return Yen(one.paid.amount() + one.withheld.amount());
}

QString stateOf(const WithheldTax &one)
{
    if (one.returned.isValid())
        return WithheldModel::tr("Came back (%1)").arg(longDay(one.returned));
    return one.confirmed ? WithheldModel::tr("Paid") : WithheldModel::tr("Not confirmed");
}

bool isYen(int column)
{
    return column == WithheldModel::Ordered || column == WithheldModel::Withheld || column == WithheldModel::Paid;
}

} // namespace

void WithheldModel::setSheet(WithheldSheet sheet)
{
    beginResetModel();
    m_sheet = std::move(sheet);
    endResetModel();
}

Sheet WithheldModel::sheet(const QString &title) const
{
    Sheet sheet{title,
                {{tr("Paid on"), 14},
                 {tr("Payee"), 30},
                 {tr("Payee's code"), 14},
                 {tr("Ordered"), 14},
                 {tr("Tax withheld"), 14},
                 {tr("Paid out"), 14},
                 {tr("Number"), 14},
                 {tr("Subject"), 44},
                 {tr("Section"), 20},
                 {tr("Tax to be paid by"), 14},
                 {tr("State"), 24}},
                {}};
    for (const WithheldTax &one : m_sheet.rows)
        sheet.rows.push_back({one.day, one.name, one.payee, orderedOf(one), one.withheld, one.paid, one.number,
                              one.title, one.section, one.counts() ? Sheet::Cell(m_sheet.payBy) : Sheet::Cell(),
                              stateOf(one)});
    return sheet;
}

int WithheldModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sheet.rows.size());
}

int WithheldModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WithheldModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_sheet.rows.size())
        return {};
    const WithheldTax &one = m_sheet.rows[size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((isYen(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole)
        return index.column() == State ? stateOf(one) : one.title;
    if (role == Qt::ForegroundRole && !one.counts())
        return tokens()[index.column() == State ? Token::WarnText : Token::Text2];
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Day: return longDay(one.day);
    case Payee: return one.name;
    case Ordered: return budgetYen(orderedOf(one).amount());
    case Withheld: return budgetYen(one.withheld.amount());
    case Paid: return budgetYen(one.paid.amount());
    case State: return stateOf(one);
    case Number: return one.number;
    case SectionName: return one.section;
    default: return {};
    }
}

QVariant WithheldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((isYen(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Day: return tr("Paid on");
    case Payee: return tr("Payee");
    case Ordered: return tr("Ordered");
    case Withheld: return tr("Tax withheld");
    case Paid: return tr("Paid out");
    case State: return tr("State");
    case Number: return tr("Number");
    case SectionName: return tr("Section");
    default: return {};
    }
}

} // namespace kessai
