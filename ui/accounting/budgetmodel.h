// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/budgetsheet.h"
#include "ui/export/sheet.h"

#include <QAbstractTableModel>

namespace kessai {

/// The lines of a year's budget and how they stand. Sorts and filters in memory: some thousand lines.
class BudgetModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Code, Label, SectionName, Current, Allotted, Committed, Running, Paid, Remaining, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setSheet(const BudgetSheet &sheet);
    /// Shows the lines of a section, or of all, in whose code and names all the words are found.
    void setFilter(std::optional<SectionId> section, const QString &words);
    /// The rows shown, in order.
    const std::vector<BudgetRow> &shown() const { return m_shown; }
    /// What the rows shown come to.
    BudgetBalance total() const;
    bool runningCounts() const { return m_sheet.runningCounts; }

    /// The lines in sight with all their figures, as a file for spreadsheets.
    Sheet sheet(const QString &title) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void show();

    BudgetSheet m_sheet;
    QStringList m_folded; ///< what each row of the sheet is found by
    std::vector<BudgetRow> m_shown;
    std::optional<SectionId> m_section;
    QString m_words;
    int m_column = Label;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

/// The cases behind a line: number, title, drafter, ledger in words, yen, state.
class BudgetCaseModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Title, Drafter, What, Amount, State, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setCases(std::vector<BudgetCase> cases);
    const std::vector<BudgetCase> &cases() const { return m_cases; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<BudgetCase> m_cases;
};

/// 1,234,567; a negative amount with a triangle before it, as budgets write it.
QString budgetYen(qint64 amount);

} // namespace kessai
