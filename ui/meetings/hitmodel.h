// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/meetingstore.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace kessai {

/// Pages of papers that were found, as the office gives them: DisplayRole is the text about the match, ToolTipRole which page it is.
class HitModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setHits(const std::vector<MeetingHit> &hits);
    const MeetingHit *hit(const QModelIndex &index) const;
    QString placeOf(const MeetingHit &hit) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<MeetingHit> m_hits;
};

class HitDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kessai
