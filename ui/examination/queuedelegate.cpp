// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/examination/queuedelegate.h"

#include "ui/examination/checklist.h"
#include "ui/examination/queuemodel.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/cellpaint.h"

#include <QPainter>

namespace kessai {

namespace {

constexpr int kQueuePadding = 10;
constexpr int kGroupIcon = 18;

const char *groupIcon(VoucherGroup group)
{
    switch (group) {
    case VoucherGroup::AtRisk: return "alert-triangle";
    case VoucherGroup::ThisWeek: return "clock";
    case VoucherGroup::Later: return "calendar-event";
    case VoucherGroup::Examined: return "rubber-stamp";
    case VoucherGroup::Coming: return "hourglass";
    }
    return "clock";
}

/// By when it is to be examined; where it is to be paid after its term, when that ends.
QString dueText(const Voucher &voucher)
{
    const QString day = QStringLiteral("M/d");
    if (voucher.termEnd && voucher.paymentOn && *voucher.paymentOn > *voucher.termEnd)
        return QueueModel::tr("term %1").arg(voucher.termEnd->toString(day));
    return voucher.examineBy && voucher.waits() ? QueueModel::tr("examine by %1").arg(voucher.examineBy->toString(day))
                                                : QString();
}

void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, VoucherGroup group)
{
    const bool risky = group == VoucherGroup::AtRisk;
    painter.fillRect(option.rect, tokens()[risky ? Token::WarnFill : Token::SurfaceAlt]);
    const Token ink = risky ? Token::WarnText : Token::Text2;
    const QRectF rect = QRectF(option.rect).adjusted(kQueuePadding, 0, -kQueuePadding, 0);
    paintIcon(painter, QRectF(rect.left(), rect.center().y() - kGroupIcon / 2.0, kGroupIcon, kGroupIcon),
              QLatin1String(groupIcon(group)), tokens()[ink]);
    painter.setFont(fontFor(TextRole::BodyStrong));
    painter.setPen(tokens()[ink]);
    painter.drawText(rect.adjusted(kGroupIcon + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
}

} // namespace

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const QueueModel *>(index.model());
    if (!model)
        return;
    painter->save();
    const Voucher *voucher = model->voucher(index.row());
    if (!voucher) {
        if (const Voucher *first = model->voucher(index.row() + 1))
            paintGroup(*painter, option, index, first->group);
        painter->restore();
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QStyleOptionViewItem ground(option);
    ground.state.setFlag(QStyle::State_MouseOver, false);
    paintRowGround(*painter, ground, index.column() == 0);
    const QRectF cell = QRectF(option.rect).adjusted(kQueuePadding, 0, -kQueuePadding, 0);
    const QString text = index.data().toString();
    // Of what others have yet to order, what is to be paid within the days an examination needs.
    const QDate today = model->queue().today;
    const bool late = voucher->group == VoucherGroup::AtRisk
        || (voucher->group == VoucherGroup::Examined && voucher->examineBy.value_or(today) <= today);
    switch (index.column()) {
    case QueueModel::PayOn:
        paintCell(*painter, cell,
                  {text, !voucher->paymentOn && voucher->returnBy ? QueueModel::tr("pay back by") : QString()},
                  selected);
        break;
    case QueueModel::Left: {
        paintCell(*painter, cell,
                  {.first = text, .second = dueText(*voucher), .tone = late ? Token::WarnText : Token::Text}, selected);
        break;
    }
    case QueueModel::Subject:
        paintCell(*painter, cell,
                  {.first = text,
                   .second = model->formName(voucher->row.form) + QStringLiteral(" ・ ") + voucher->row.number,
                   .tag = voucher->row.urgent ? QueueModel::tr("Urgent") : QString(),
                   .attachment = voucher->row.attachments > 0},
                  selected);
        break;
    case QueueModel::Amount: paintCell(*painter, cell, {text, {}, false, {}, false, Qt::AlignRight}, selected); break;
    case QueueModel::Where:
        paintCell(*painter, cell, {text, voucher->waits() ? voucher->row.drafterName : voucher->row.drafterSection},
                  selected);
        break;
    default: paintCell(*painter, cell, {text, {}}, selected); break;
    }
    painter->restore();
}

} // namespace kessai
