// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/rulemodel.h"

#include "core/cases/rulefile.h"
#include "core/cases/rulephrase.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/wording.h"

#include <QMimeData>

namespace kessai {

namespace {

QString dragFormat()
{
    return QStringLiteral("application/x-kessai-rule-line");
}

} // namespace

Sheet ruleSheet(const RouteRule &rule, const RuleWords &words)
{
    Sheet sheet{.title = words.form().name.text(englishWording()), .columns = {}, .rows = {}};
    for (const QString &head : ruleFileHead())
        sheet.columns.push_back({head, 18});
    for (const QStringList &row : ruleFileRows(rule, words)) {
        std::vector<Sheet::Cell> cells;
        for (const QString &cell : row)
            cells.push_back(cell.isEmpty() ? Sheet::Cell() : Sheet::Cell(cell));
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

void RuleModel::setRule(const RouteRule &rule, const RouteRule *before, const RuleWords &words, bool writable)
{
    m_writable = writable;
    std::vector<Row> rows;
    const bool english = englishWording();
    for (const RuleLine &line : rule.lines) {
        Row row;
        const QString when = whenText(words.condition(line.when)).text(english);
        const RuleLine *was = before ? before->line(line.line) : nullptr;
        row.changed = before && (!was || *was != line);
        row.cells[Step] =
            tr("%1  %2", "number and kind of step").arg(int(rows.size()) + 1).arg(words.step(line).text(english))
            + QLatin1Char('\n') + line.line;
        row.cells[Who] = words.who(line.who).text(english);
        if (!when.isEmpty())
            row.cells[Who] += QLatin1Char('\n') + when;
        row.cells[Why] = line.why.text(english);
        row.spoken = tr("Step %1: %2").arg(int(rows.size()) + 1).arg(words.line(line).text(english));
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

void RuleModel::setRows(std::vector<Row> rows)
{
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        Q_EMIT dataChanged(index(int(i), 0), index(int(i), Columns - 1));
    }
}

int RuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RuleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant RuleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return row.cells[index.column()];
    case Qt::AccessibleTextRole: return index.column() == Step ? row.spoken : row.cells[index.column()];
    case Qt::FontRole:
        return fontFor(index.column() == Step      ? TextRole::BodyStrong
                           : index.column() == Why ? TextRole::Caption
                                                   : TextRole::Body);
    case Qt::ForegroundRole:
        return row.changed          ? QVariant(tokens()[Token::Accent])
            : index.column() == Why ? QVariant(tokens()[Token::Text2])
                                    : QVariant();
    default: return {};
    }
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step: return tr("Step");
    case Who: return tr("Whom, and when");
    case Why: return tr("Reason and regulation");
    default: return {};
    }
}

Qt::ItemFlags RuleModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags own = QAbstractTableModel::flags(index);
    if (!m_writable)
        return own;
    return index.isValid() ? own | Qt::ItemIsDragEnabled : own | Qt::ItemIsDropEnabled;
}

QStringList RuleModel::mimeTypes() const
{
    return {dragFormat()};
}

QMimeData *RuleModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(dragFormat(), QByteArray::number(indexes.front().row()));
    return data;
}

/// The draft moves it; the model is told by the draft.
bool RuleModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    if (action != Qt::MoveAction || !m_writable || !data->hasFormat(dragFormat()))
        return false;
    const int from = data->data(dragFormat()).toInt();
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    const int to = before > from ? before - 1 : before;
    if (to != from)
        Q_EMIT moveRequested(size_t(from), size_t(to));
    return false; // nothing is to be taken out of the list
}

} // namespace kessai
