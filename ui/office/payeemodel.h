// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payee.h"

#include <QAbstractTableModel>

namespace kessai {

/// Payees as the accounting section lists them: code, name, kind, account, registration number. Those that may not be chosen any more are
/// said to have ended, and accounts of somebody else to be so.
class PayeeModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Code, Name, Kind, Account, Registration, ColumnCount };
    explicit PayeeModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setRows(std::vector<PayeeRevision> rows, const QDate &today);
    void addRows(const std::vector<PayeeRevision> &rows);
    const std::vector<PayeeRevision> &rows() const { return m_rows; }
    /// The row of a code, or -1.
    int rowOf(const QString &code) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<PayeeRevision> m_rows;
    QDate m_today;
};

/// "0990-045 普通 0012345".
QString accountText(const BankAccount &account);

} // namespace kessai
