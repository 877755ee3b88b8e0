// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkmodel.h"

#include "ui/meetings/inkwords.h"

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr qsizetype kMostBookmarkName = 100;

} // namespace

InkModel::InkModel(InkLayer &layer, PageName pageName, QObject *parent)
    : QAbstractListModel(parent), m_layer(layer), m_pageName(std::move(pageName))
{
    connect(&m_layer, &InkLayer::inkChanged, this, &InkModel::reload);
    reload();
}

void InkModel::setWhose(Whose whose)
{
    if (whose == m_whose)
        return;
    m_whose = whose;
    reload();
}

void InkModel::reload()
{
    std::vector<PlacedInk> rows = m_layer.all();
    std::erase_if(rows, [this](const PlacedInk &placed) { return placed.mine != (m_whose == Whose::Mine); });
    const bool isSameRows = rows.size() == m_rows.size()
        && std::equal(rows.begin(), rows.end(), m_rows.begin(),
                      [](const PlacedInk &a, const PlacedInk &b) { return a.ink.id == b.ink.id; });
    if (isSameRows) {
        // Whoever is at a row stays there.
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    if (!takeRows(rows)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
}

/// Rows come and go one by one where the others keep their order: whoever is writing in one goes on.
bool InkModel::takeRows(std::vector<PlacedInk> &rows)
{
    const auto idOf = [](const PlacedInk &placed) { return placed.ink.id; };
    QHash<QString, int> places;
    for (const PlacedInk &placed : rows)
        places.insert(placed.ink.id, static_cast<int>(places.size()));
    int last = -1;
    for (const PlacedInk &placed : m_rows) {
        const int place = places.value(placed.ink.id, -1);
        if (place >= 0 && place < last)
            return false;
        last = std::max(last, place);
    }
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (places.contains(idOf(m_rows[static_cast<std::size_t>(row)])))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (row < m_rows.size() && idOf(m_rows[row]) == idOf(rows[row]))
            continue;
        const auto at = static_cast<int>(row);
        beginInsertRows({}, at, at);
        m_rows.insert(m_rows.begin() + at, rows[row]);
        endInsertRows();
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    return true;
}

const PlacedInk *InkModel::piece(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int InkModel::count(Whose whose) const
{
    return m_layer.count(whose == Whose::Mine);
}

int InkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant InkModel::data(const QModelIndex &index, int role) const
{
    const PlacedInk *const placed = piece(index.row());
    if (!placed)
        return {};
    const Ink &ink = placed->ink;
    const QString kind = inkKindName(ink.shape.kind);
    const bool hasWords = ink.shape.kind == InkKind::Note || ink.shape.kind == InkKind::Bookmark;
    const QString written = hasWords ? ink.shape.text.section(QLatin1Char('\n'), 0, 0) : QString();
    const QString page = placed->at ? m_pageName(*placed->at)
        : placed->isSought          ? tr("Its page is being looked for…")
                                    : tr("Page taken out");
    switch (role) {
    case Qt::EditRole: return ink.shape.text;
    case Qt::DisplayRole: return written.isEmpty() ? kind : written;
    case Qt::ToolTipRole: return inkTip(*placed, ink.changedAt.day());
    case Qt::AccessibleTextRole: return QString(page + QStringLiteral(", ") + inkTip(*placed, ink.changedAt.day()));
    case WhereRole:
        return placed->changed ? tr("%1 · page changed").arg(page)
                               : tr("%1 · %2").arg(page, inkFoot(*placed, ink.changedAt.day()));
    case SignRole: return inkKindIcon(ink.shape.kind);
    case IdRole: return ink.id;
    case ParkedRole: return !placed->at && !placed->isSought;
    case ChangedRole: return placed->changed;
    default: return {};
    }
}

Qt::ItemFlags InkModel::flags(const QModelIndex &index) const
{
    const PlacedInk *const placed = piece(index.row());
    const bool isNamed = placed && placed->mine && placed->ink.shape.kind == InkKind::Bookmark;
    return QAbstractListModel::flags(index) | (isNamed ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool InkModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const PlacedInk *const placed = piece(index.row());
    if (role != Qt::EditRole || !placed || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    name(index, value.toString(), placed->ink.shape.text);
    return true;
}

void InkModel::name(const QModelIndex &index, const QString &name, const QString &before)
{
    const PlacedInk *const placed = piece(index.row());
    if (!placed || !flags(index).testFlag(Qt::ItemIsEditable))
        return;
    InkShape was = placed->ink.shape;
    was.text = before;
    InkShape named = was;
    named.text = name.simplified().left(kMostBookmarkName);
    m_layer.rewrite(QString(placed->ink.id), named, was);
}

} // namespace kessai
