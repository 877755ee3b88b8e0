// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cellpaint.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <QtMath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

constexpr int kCellFirstLine = 19;
constexpr int kCellSecondLine = 16;
constexpr int kCellClip = 16;
constexpr int kBadgeHeight = 20;

} // namespace

int rowHeight(bool compact)
{
    return compact ? std::max(metric::kCompactRowHeight, grown(30)) : std::max(metric::kRowHeight, grown(42));
}

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, bool firstColumn)
{
    const Tokens &t = tokens();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter.fillRect(option.rect, t[Token::Selection]);
    else if (option.state & QStyle::State_MouseOver && !t.highContrast())
        painter.fillRect(option.rect, t[Token::SurfaceAlt]);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t[Token::Border]);
    if (selected && firstColumn)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                         t[Token::OnSelectionMark]);
}

void paintCell(QPainter &painter, const QRectF &rect, const TwoLineCell &cell, bool selected)
{
    const PainterGuard guard(painter);
    const Tokens &t = tokens();
    QRectF lines = rect;
    if (cell.attachment) {
        const int clip = grown(kCellClip);
        paintIcon(painter, QRectF(rect.right() - clip, rect.center().y() - clip / 2.0, clip, clip), u"paperclip"_s,
                  t[selected ? Token::OnSelection2 : Token::Text2]);
        lines.setRight(rect.right() - clip - metric::kGap);
    }

    const qreal first = grown(kCellFirstLine);
    const qreal second = cell.second.isEmpty() ? 0 : grown(kCellSecondLine);
    const qreal top = lines.y() + (lines.height() - first - second) / 2;
    QRectF line(lines.x(), top, lines.width(), first);
    if (!cell.tag.isEmpty())
        line.setLeft(line.left() + paintTag(painter, line.left(), line.center().y(), cell.tag, selected) + 6);
    const Qt::Alignment align = cell.align | Qt::AlignVCenter;
    const QFontMetricsF metrics(fontFor(cell.strong ? TextRole::BodyStrong : TextRole::Body));
    for (const auto &[at, length] : cell.marks) {
        const QRectF mark(line.left() + metrics.horizontalAdvance(cell.first.left(at)), line.top(),
                          metrics.horizontalAdvance(cell.first.mid(at, length)), line.height());
        if (!selected)
            painter.fillRect(mark & line, t[Token::WarnFill]);
        const QRectF under(mark.left(), mark.bottom() - 2, mark.width(), 2);
        painter.fillRect(under & line, t[selected ? Token::OnSelection : Token::WarnText]);
    }
    paintElided(painter, line, cell.first, fontFor(cell.strong ? TextRole::BodyStrong : TextRole::Body),
                t[selected ? Token::OnSelection : cell.tone], align);
    if (second > 0)
        paintElided(painter, QRectF(lines.x(), top + first, lines.width(), second), cell.second,
                    fontFor(TextRole::Caption), t[selected ? Token::OnSelection2 : Token::Text2], align);
}

qreal paintTag(QPainter &painter, qreal left, qreal middleY, const QString &tag, bool selected)
{
    const PainterGuard guard(painter);
    const Tokens &t = tokens();
    const QFont font = fontFor(TextRole::Caption);
    const qreal width = QFontMetricsF(font).horizontalAdvance(tag) + 11;
    const QRectF box(left, middleY - grown(18) / 2.0, width, grown(18));
    // On the strong selection of high contrast the tag keeps the surface behind it, like the chips.
    const bool boxed = selected && t.highContrast();
    paintRounded(painter, box, 4, boxed ? t[Token::Surface] : QColor(), t[Token::DangerText]);
    paintElided(painter, box, tag, font, t[Token::DangerText], Qt::AlignCenter);
    return width;
}

QString badgeText(int count)
{
    return count <= 0 ? QString() : count > 999 ? u"999+"_s : QString::number(count);
}

QSize badgeSize(int count, BadgeKind kind)
{
    if (kind == BadgeKind::None || count <= 0)
        return {};
    QFont font = fontFor(TextRole::Caption);
    font.setBold(true);
    const int height = grown(kBadgeHeight);
    return {std::max(qCeil(height * 1.2), qCeil(QFontMetricsF(font).horizontalAdvance(badgeText(count))) + 13), height};
}

void paintBadge(QPainter &painter, const QRectF &rect, int count, BadgeKind kind, bool selected)
{
    const QSizeF size = badgeSize(count, kind);
    if (size.isEmpty())
        return;
    const PainterGuard guard(painter);
    const Tokens &t = tokens();
    const bool attention = kind == BadgeKind::Attention;
    QColor fill = t[attention ? Token::Primary : Token::NeutralFill];
    QColor text = t[attention ? Token::OnPrimary : Token::NeutralText];
    QColor outline;
    if (t.highContrast()) {
        // On the cyan selection a cyan badge would vanish.
        fill = attention && !selected ? t[Token::Primary] : t[Token::Surface];
        text = attention && !selected ? t[Token::OnPrimary] : t[Token::Text];
        outline = attention && !selected ? QColor() : t[Token::Border];
    }
    const QRectF pill(rect.right() - size.width(), rect.center().y() - size.height() / 2, size.width(), size.height());
    paintRounded(painter, pill, pill.height() / 2, fill, outline);
    QFont font = fontFor(TextRole::Caption);
    font.setBold(attention);
    paintElided(painter, pill, badgeText(count), font, text, Qt::AlignCenter);
}

} // namespace kessai
