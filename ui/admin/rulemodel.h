// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/ruletext.h"
#include "ui/export/sheet.h"

#include <QAbstractTableModel>

namespace kessai {

/// The lines of a rule as a file for spreadsheets, which can be read back (core/cases/rulefile.h).
Sheet ruleSheet(const RouteRule &rule, const RuleWords &words);

/// The steps of a route rule in their order. Columns: the number with the kind of step and how many have to agree, its code below; who is asked, and when
/// on a line below; why. While it may be written, a step can be dragged before another one.
class RuleModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Step, Who, Why, Columns };
    using QAbstractTableModel::QAbstractTableModel;

    /// `before` is what it is compared with; lines that say something else are marked. Only what is another one is told to be.
    void setRule(const RouteRule &rule, const RouteRule *before, const RuleWords &words, bool writable);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void moveRequested(size_t from, size_t to);

private:
    struct Row {
        QString cells[Columns];
        QString spoken;
        bool changed = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void setRows(std::vector<Row> rows);

    std::vector<Row> m_rows;
    bool m_writable = false;
};

} // namespace kessai
