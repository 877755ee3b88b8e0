// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/worksheet.h"
#include "ui/export/sheet.h"

#include <QAbstractTableModel>

namespace kessai {

/// Which people the table shows.
enum class WorkFilter { Everybody, NearLimits, Unsettled, LittleLeave, DueSoon };

/// Everybody's overtime of a month: staff number, name, section, nearest limit, month, what is asked besides, year, waiting, missing,
/// annual leave, time off that expires, papers that are late. Sorts and filters in memory: a thousand rows.
class WorkModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Number,
        Name,
        SectionName,
        Limit,
        Month,
        Asked,
        Year,
        Waiting,
        Missing,
        Leave,
        Expiring,
        Papers,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<WorkRow> rows);
    /// What is shown, in its order, for a spreadsheet.
    Sheet sheet(const QString &title) const;
    /// `division` none = every 課.
    void setFilter(WorkFilter filter, std::optional<SectionId> division, const QString &text);
    /// The rows shown, in order.
    const std::vector<WorkRow> &shown() const { return m_shown; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void show();

    std::vector<WorkRow> m_all;
    std::vector<WorkRow> m_shown;
    WorkFilter m_filter = WorkFilter::Everybody;
    std::optional<SectionId> m_division;
    QString m_text;
    int m_column = Number;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

/// How much time off has to be taken soon, and by when: "7時間45分 12/31まで"; empty where nothing has.
QString expiringText(const WorkRow &row);
/// The limit somebody is nearest to, and how far it is used: "45時間以内の 43時間30分".
QString limitText(const WorkRow &row);

} // namespace kessai
