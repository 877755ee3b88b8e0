// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowtable.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>

namespace kessai {

namespace {

/// A table takes Home and End for the first and last column; here a row is what one walks over.
class RowEnds final : public QObject {
public:
    explicit RowEnds(QTableView &table) : QObject(&table), m_table(table) { table.installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched != &m_table || event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool end = press->key() == Qt::Key_End;
        if ((!end && press->key() != Qt::Key_Home) || press->modifiers().testFlag(Qt::ShiftModifier))
            return false;
        goTo(end);
        return true;
    }

private:
    /// The name of a group, which spans its row, is no row of the list.
    void goTo(bool end)
    {
        const int rows = m_table.model()->rowCount();
        for (int i = 0; i < rows; ++i) {
            const int row = end ? rows - 1 - i : i;
            if (!m_table.isRowHidden(row) && m_table.columnSpan(row, 0) == 1) {
                m_table.selectRow(row);
                return;
            }
        }
    }

    QTableView &m_table;
};

} // namespace

void dressRows(QTableView &table, const QString &objectName, const QString &name, int rowHeight)
{
    table.setObjectName(objectName);
    table.setAccessibleName(name);
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(rowHeight);
    table.horizontalHeader()->setHighlightSections(false);
    new RowEnds(table);
}

} // namespace kessai
