// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/sectionsheet.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTableView>

namespace kessai {

/// The people of a section (rows, below a first row that counts who is away) by the days of a month (columns). DisplayRole is the
/// one letter a cell shows, AccessibleTextRole and ToolTipRole say the whole of it.
class SectionModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kCountRow = 0;
    using QAbstractTableModel::QAbstractTableModel;

    void setSheet(const SectionSheet &sheet);
    const SectionSheet &sheet() const { return m_sheet; }
    /// Nothing in the row that counts.
    const AwayDay *awayAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString spoken(const QModelIndex &index) const;

    SectionSheet m_sheet;
};

/// How a day away is said: "休暇 3時間、承認待ち", "出張".
QString awayText(const AwayDay &day, int dayMinutes);

/// Paints a day: filled by as much of it as somebody is away, framed where it still waits, with a letter that says what.
class AwayDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The table itself: arrows walk over people and days, Page Up and Page Down go from month to month.
class SectionGrid final : public QTableView {
    Q_OBJECT

public:
    explicit SectionGrid(QWidget *parent = nullptr);
    void setSheet(const SectionSheet &sheet);

Q_SIGNALS:
    /// Months away from the one shown.
    void stepped(int months);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();

    SectionModel *m_model;
};

} // namespace kessai
