// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/monthsheet.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTableView>

namespace kessai {

/// A month as weeks (rows) of seven days from Sunday (columns). DisplayRole is the day's number, AccessibleTextRole and
/// ToolTipRole the whole day in words, DayRole a `const MonthDay *` that lives until the next sheet.
class MonthModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int DayRole = Qt::UserRole + 1;
    using QAbstractTableModel::QAbstractTableModel;

    void setSheet(const MonthSheet &sheet);
    const MonthSheet &sheet() const { return m_sheet; }
    QModelIndex indexOf(const QDate &day) const;
    const MonthDay *dayAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    MonthSheet m_sheet;
};

/// Paints a day: its number, the holiday, and one chip for each thing as far as they fit.
class DayDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The month to walk in: arrows go from day to day and over its edges, Page Up and Page Down from month to month, Enter asks what
/// can be done on the day.
class MonthGrid final : public QTableView {
    Q_OBJECT

public:
    explicit MonthGrid(QWidget *parent = nullptr);

    /// Shows a month and stands on a day of it.
    void setSheet(const MonthSheet &sheet, const QDate &day);
    const MonthDay *current() const;

Q_SIGNALS:
    /// The day one stands on has changed.
    void dayChosen(const QDate &day);
    /// Somebody wants to do something on the day they stand on; where, in global coordinates.
    void dayActivated(const QPoint &at);
    /// A day that is not in this month is wanted.
    void monthWanted(const QDate &day);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void go(const QDate &day);
    void activate();

    MonthModel *m_model;
    bool m_quiet = false;
};

} // namespace kessai
