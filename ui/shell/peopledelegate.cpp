// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/peopledelegate.h"

#include "ui/widgets/cellpaint.h"

#include <QPainter>

namespace kessai {

PeopleDelegate::PeopleDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

QSize PeopleDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight()};
}

void PeopleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool suggested = index.data(SuggestedRole).toBool();
    paintRowGround(*painter, option, true);
    paintCell(*painter, QRectF(option.rect).adjusted(12, 0, -12, 0),
              {index.data().toString(), index.data(SecondLineRole).toString(), suggested},
              option.state.testFlag(QStyle::State_Selected));
}

} // namespace kessai
