// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/meetinglist.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace kessai {

/// A line about words that were found, as they are written there, and where in it they stand.
struct HitExcerpt final {
    QString text;
    std::vector<std::pair<qsizetype, qsizetype>> marks; ///< from where, and how long
};

/// Cuts the line out of the text about a hit; `words` as somebody typed them.
HitExcerpt excerptOf(const QString &around, const QString &words);

/// Pages of papers that were found: DisplayRole is the text about the match, ToolTipRole which page it is.
class HitModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setHits(const std::vector<PageFound> &hits, const QString &words);
    const MeetingHit *hit(const QModelIndex &index) const;
    const HitExcerpt *excerpt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString placeOf(const PageFound &found) const;

    std::vector<PageFound> m_hits;
    std::vector<HitExcerpt> m_excerpts;
};

class HitDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kessai
