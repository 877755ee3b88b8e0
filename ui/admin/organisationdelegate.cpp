// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/organisationdelegate.h"

#include "ui/admin/organisationmodel.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/statuschip.h"

#include <QPainter>

namespace kessai {

namespace {

constexpr int kNodePadding = 4;
constexpr int kNodeIcon = 16;

} // namespace

QSize OrganisationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {160, rowHeight(true)};
}

void OrganisationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const PainterGuard guard(*painter);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    paintRowGround(*painter, option, false);
    QRectF cell = QRectF(option.rect).adjusted(kNodePadding, 0, -kNodePadding * 2, 0);
    const int side = grown(kNodeIcon);
    const Token ink = selected ? Token::OnSelection2 : Token::Text2;
    paintIcon(*painter, QRectF(cell.left(), cell.center().y() - side / 2.0, side, side),
              index.data(OrganisationModel::IconRole).toString(), tokens()[ink]);
    cell.setLeft(cell.left() + side + 6);
    if (index.data(OrganisationModel::ChangedRole).toBool()) {
        const ChipLook changed{QStringLiteral("pencil"),
                               OrganisationModel::tr("Changed", "framed at what a draft changes"), Token::InfoText,
                               Token::InfoFill};
        const QSize size = chipSize(changed);
        paintChip(*painter, QRectF(cell.right() - size.width(), cell.top(), size.width(), cell.height()), changed,
                  selected);
        cell.setRight(cell.right() - size.width() - metric::kGap);
    }
    const QString note = index.data(OrganisationModel::NoteRole).toString();
    if (!note.isEmpty()) {
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(tokens()[ink]);
        const qreal width = painter->fontMetrics().horizontalAdvance(note);
        painter->drawText(QRectF(cell.right() - width, cell.top(), width, cell.height()),
                          Qt::AlignVCenter | Qt::AlignRight, note);
        cell.setRight(cell.right() - width - metric::kGap);
    }
    paintCell(*painter, cell, {.first = index.data().toString(), .second = {}}, selected);
}

} // namespace kessai
