// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/tablemodel.h"

#include "core/cases/decisionfile.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/wording.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kFirstLevel = 1; ///< column

} // namespace

void TableModel::setTable(const DecisionTable &table, const DecisionTable *before, std::shared_ptr<const Office> office)
{
    beginResetModel();
    m_table = table;
    m_grid = gridOf(table);
    m_office = std::move(office);
    m_rows.clear();
    m_changed.assign(table.rows.size(), false);
    size_t line = 0;
    for (size_t row = 0; row < table.rows.size(); ++row) {
        m_rows.push_back({row, std::nullopt});
        for (; line < m_grid.lines.size() && m_grid.lines[line].row == row; ++line)
            m_rows.push_back({row, line});
        const DecisionRow *was = before ? before->row(table.rows[row].row) : nullptr;
        m_changed[row] = before && (!was || *was != table.rows[row]);
    }
    endResetModel();
}

int TableModel::headOf(size_t tableRow) const
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].row == tableRow)
            return int(i);
    }
    return -1;
}

Sheet TableModel::sheet(const QString &title) const
{
    Sheet sheet{.title = title, .columns = {}, .rows = {}};
    for (const QString &head : decisionFileHead(m_table, *m_office))
        sheet.columns.push_back({head, 14});
    const std::vector<QStringList> rows = decisionFileRows(m_table);
    for (const QStringList &row : rows) {
        std::vector<Sheet::Cell> cells;
        for (const QString &cell : row)
            cells.push_back(cell.isEmpty() ? Sheet::Cell() : Sheet::Cell(cell));
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kFirstLevel + int(m_table.levels.size() + m_grid.consults.size());
}

QString TableModel::headText(size_t row) const
{
    const DecisionRow &one = m_table.rows[row];
    const Bilingual about = m_table.subject(one);
    const QString text = tr("%1  %2  %3", "code of a row, what it is about, the article")
                             .arg(one.row, about.text(englishWording()), one.article.text(englishWording()));
    return m_changed[row] ? tr("%1  (changed)").arg(text) : text;
}

QString TableModel::cellText(const GridLine &line, int column) const
{
    if (column == 0)
        return amountText(line.from, line.until).text(englishWording());
    const int levels = int(m_table.levels.size());
    if (column <= levels) {
        const size_t level = size_t(levels - column);
        if (line.level != level)
            return {};
        const auto &own = m_table.rows[line.row].limits[level].who;
        return own ? QStringLiteral("● %1").arg(selectorName(*own, *m_office).text(englishWording()))
                   : QStringLiteral("●");
    }
    const size_t consult = size_t(column - levels - 1);
    const bool asked = std::find(line.consulted.begin(), line.consulted.end(), consult) != line.consulted.end();
    return asked ? QStringLiteral("○") : QString();
}

/// What a mark means, for whoever hears it.
QString TableModel::spoken(const GridLine &line, int column) const
{
    const QString cell = cellText(line, column);
    if (column == 0 || cell.isEmpty())
        return cell;
    const QString who = headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return column <= int(m_table.levels.size()) ? tr("decided by %1").arg(who) : tr("%1 is consulted").arg(who);
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    if (!row.line) {
        if (index.column() > 0)
            return {};
        switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole: return headText(row.row);
        case Qt::FontRole: return fontFor(TextRole::BodyStrong);
        case Qt::ForegroundRole:
            return m_changed[row.row] ? QVariant(tokens()[Token::Accent]) : QVariant(tokens()[Token::Text]);
        default: return {};
        }
    }
    const GridLine &line = m_grid.lines[*row.line];
    switch (role) {
    case Qt::DisplayRole: return cellText(line, index.column());
    case Qt::ToolTipRole: return index.column() == 0 ? headText(row.row) : spoken(line, index.column());
    case Qt::AccessibleTextRole: return spoken(line, index.column());
    case Qt::TextAlignmentRole:
        return int(index.column() == 0 ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignHCenter | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == 0 ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignHCenter | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const int levels = int(m_table.levels.size());
    if (section == 0)
        return tr("Amount");
    if (section <= levels)
        return m_table.levels[size_t(levels - section)].term.name.text(englishWording());
    return selectorName(m_grid.consults[size_t(section - levels - 1)], *m_office).text(englishWording());
}

} // namespace kessai
