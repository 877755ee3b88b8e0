// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace kessai {

/// Cells of a column whose text goes on in further lines where one is too short, also within a code such as 01-02-01.
class WrappedText final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// How many pixels more a text needs than one line has, in a cell of a width.
    static int more(const QWidget &view, const QString &text, int width);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kessai
