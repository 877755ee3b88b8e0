// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/payments.h"
#include "ui/export/sheet.h"

#include <QAbstractTableModel>

namespace kessai {

/// The tax that was withheld from what was to be paid in a month, by that day, and what became of it.
class WithheldModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Day, Payee, Ordered, Withheld, Paid, State, Number, SectionName, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setSheet(WithheldSheet sheet);
    const WithheldSheet &shown() const { return m_sheet; }
    /// For a spreadsheet: the payee's code as well, and by when the tax is to be paid on.
    Sheet sheet(const QString &title) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    WithheldSheet m_sheet;
};

} // namespace kessai
