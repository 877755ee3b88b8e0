// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/hitmodel.h"

#include "ui/widgets/cellpaint.h"
#include "ui/wording.h"

namespace kessai {

namespace {

constexpr int kHitPadding = 12;

} // namespace

void HitModel::setHits(const std::vector<MeetingHit> &hits)
{
    beginResetModel();
    m_hits = hits;
    endResetModel();
}

const MeetingHit *HitModel::hit(const QModelIndex &index) const
{
    return index.isValid() && size_t(index.row()) < m_hits.size() ? &m_hits[size_t(index.row())] : nullptr;
}

QString HitModel::placeOf(const MeetingHit &hit) const
{
    return tr("%1 ・ %2 ・ page %3", "meeting, day, page")
        .arg(hit.title, longDay(hit.day), QString::number(hit.page + 1));
}

int HitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant HitModel::data(const QModelIndex &index, int role) const
{
    const MeetingHit *one = hit(index);
    if (!one)
        return {};
    switch (role) {
    case Qt::DisplayRole: return QString(QStringLiteral("…") + one->around + QStringLiteral("…"));
    case Qt::ToolTipRole: return placeOf(*one);
    case Qt::AccessibleTextRole: return QString(placeOf(*one) + QStringLiteral("、") + one->around);
    default: return {};
    }
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight()};
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintRowGround(*painter, option, true);
    const QRectF cell = QRectF(option.rect).adjusted(kHitPadding, 0, -kHitPadding, 0);
    paintCell(*painter, cell, {index.data().toString(), index.data(Qt::ToolTipRole).toString()},
              option.state.testFlag(QStyle::State_Selected));
}

} // namespace kessai
