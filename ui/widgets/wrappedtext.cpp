// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrappedtext.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kMostLines = 3;

int marginIn(const QWidget &view)
{
    return view.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &view) + 1;
}

/// A line may end after each dash.
QString breakable(QString text)
{
    return text.replace(QLatin1Char('-'), QStringLiteral("-\u200b"));
}

} // namespace

int WrappedText::more(const QWidget &view, const QString &text, int width)
{
    const QFontMetrics metrics = view.fontMetrics();
    const int room = width - 2 * marginIn(view);
    if (room <= 0 || metrics.horizontalAdvance(text) <= room)
        return 0;
    const int height =
        metrics.boundingRect(QRect(0, 0, room, QWIDGETSIZE_MAX), Qt::TextWordWrap, breakable(text)).height();
    return std::min(height, kMostLines * metrics.lineSpacing()) - metrics.lineSpacing();
}

void WrappedText::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int margin = option.widget ? marginIn(*option.widget) : 0;
    const QRect room = cell.rect.adjusted(margin, 0, -margin, 0);
    if (!option.widget || !cell.icon.isNull() || cell.fontMetrics.horizontalAdvance(cell.text) <= room.width()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QString text = breakable(std::exchange(cell.text, QString()));
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    painter->save();
    painter->setClipRect(cell.rect);
    painter->setFont(cell.font);
    const bool chosen = cell.state.testFlag(QStyle::State_Selected);
    painter->setPen(cell.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap), text);
    painter->restore();
}

} // namespace kessai
