// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/casestore.h"

#include <QStyledItemDelegate>

namespace kessai {

/// The room at either side of a cell.
inline constexpr int kCellPadding = 10;

/// Paints the rows of a case list: chip, two-line cells, clip, urgent tag; all columns by one delegate.
class CaseDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CaseDelegate(QObject *parent = nullptr);
    /// Room for the longest word a chip of a list may say, in whichever language; where it is narrow payments leave out their day.
    static int markWidth(ListKind list, bool narrow);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kessai
