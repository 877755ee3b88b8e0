// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/payeemodel.h"

#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <algorithm>

namespace kessai {

void PayeeModel::setRows(std::vector<PayeeRevision> rows, const QDate &today)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_today = today;
    endResetModel();
}

void PayeeModel::addRows(const std::vector<PayeeRevision> &rows)
{
    if (rows.empty())
        return;
    const int before = rowCount();
    beginInsertRows({}, before, before + int(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    endInsertRows();
}

int PayeeModel::rowOf(const QString &code) const
{
    const auto it =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const PayeeRevision &one) { return one.payee.code == code; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int PayeeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PayeeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PayeeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Payee &payee = m_rows[size_t(index.row())].payee;
    const bool over = !payee.chosenOn(m_today);
    if (role == Qt::ForegroundRole && over)
        return tokens()[Token::Text2];
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    switch (Column(index.column())) {
    case Code: return payee.code;
    case Name:
        if (over)
            return tr("%1 (ended on %2)").arg(payee.name, longDay(payee.validUntil));
        return payee.holderDiffers ? tr("%1 (somebody else's account)").arg(payee.name) : payee.name;
    case Kind: return payeeKindName(payee.kind).text(englishWording());
    case Account: return accountText(payee.account);
    case Registration: return payee.registration;
    case ColumnCount: break;
    }
    return {};
}

QVariant PayeeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Code: return tr("Code");
    case Name: return tr("Name");
    case Kind: return tr("Kind");
    case Account: return tr("Account");
    case Registration: return tr("Registration number");
    case ColumnCount: break;
    }
    return {};
}

QString accountText(const BankAccount &account)
{
    return account.bank + QLatin1Char('-') + account.branch + QLatin1Char(' ')
        + accountTypeName(account.type).text(englishWording()) + QLatin1Char(' ') + account.number;
}

} // namespace kessai
