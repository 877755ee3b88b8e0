// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payments.h"
#include "ui/export/sheet.h"

#include <QAbstractTableModel>

namespace kessai {

/// What is decided and not paid: vouchers by their day, then commitments of which something is left.
class UnpaidModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Day, What, Number, Title, Drafter, Amount, Left, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setList(std::vector<Unpaid> list, const QDate &today);
    const std::vector<Unpaid> &list() const { return m_list; }
    Sheet sheet(const QString &title) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Unpaid &one, int column) const;

    std::vector<Unpaid> m_list;
    QDate m_today;
};

} // namespace kessai
