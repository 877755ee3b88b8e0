// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/decisiongrid.h"
#include "ui/export/sheet.h"

#include <QAbstractTableModel>

namespace kessai {

/// A 専決 table as the grid of the rule book: above the lines of each row one that says what it is about, in the first column and meant to span
/// all. Columns: the amount, the levels from the highest down (●), everybody who is consulted (○).
class TableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// `before` is what it is compared with; rows that say something else are marked.
    void setTable(const DecisionTable &table, const DecisionTable *before, std::shared_ptr<const Office> office);
    bool isHead(int row) const { return !m_rows[size_t(row)].line; }
    /// Which row of the table a line belongs to.
    size_t tableRow(int row) const { return m_rows[size_t(row)].row; }
    /// The line above those of a row of the table; -1 where there is none.
    int headOf(size_t tableRow) const;
    size_t consults() const { return m_grid.consults.size(); }

    /// The whole grid as a file for spreadsheets, which can be read back (core/cases/decisionfile.h).
    Sheet sheet(const QString &title) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        size_t row;
        std::optional<size_t> line; ///< of the grid; none for what stands above
    };
    QString headText(size_t row) const;
    QString cellText(const GridLine &line, int column) const;
    QString spoken(const GridLine &line, int column) const;

    DecisionTable m_table;
    DecisionGrid m_grid;
    std::shared_ptr<const Office> m_office;
    std::vector<Row> m_rows;
    std::vector<bool> m_changed; ///< for each row of the table
};

} // namespace kessai
