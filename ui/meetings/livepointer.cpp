// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/livepointer.h"

#include "ui/theme/inks.h"
#include "ui/theme/paint.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typescale.h"

#include <QPainter>
#include <QRadialGradient>

#include <algorithm>

namespace kessai {

namespace {

// As large as on paper, so that it covers the same words on every screen; in shares of the page's width.
constexpr qreal kPointerHalo = 0.026;
constexpr qreal kPointerDot = 0.009;
constexpr qreal kPointerName = 0.021;
constexpr qreal kSmallestPointerName = 10; ///< pixels
constexpr int kPointerInk = 0;

} // namespace

void LivePointer::show(BookPage page, const std::optional<QPointF> &share, const QString &name)
{
    m_page = page;
    m_share = share;
    m_name = name;
}

void LivePointer::setInHand(bool inHand)
{
    if (std::exchange(m_inHand, inHand) && !inHand)
        point(m_page, std::nullopt);
}

void LivePointer::paint(QPainter &painter, BookPage page, const QTransform &toView)
{
    if (!m_share || page != m_page)
        return;
    const qreal width = QLineF(toView.map(QPointF(0, 0)), toView.map(QPointF(1, 0))).length();
    const QPointF at = toView.map(*m_share);
    const QColor ink = inkColor(kPointerInk);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor soft = ink;
    QRadialGradient halo(at, kPointerHalo * width);
    soft.setAlpha(110);
    halo.setColorAt(0, soft);
    soft.setAlpha(0);
    halo.setColorAt(1, soft);
    painter.setBrush(halo);
    painter.drawEllipse(at, kPointerHalo * width, kPointerHalo * width);
    painter.setBrush(ink);
    painter.drawEllipse(at, kPointerDot * width, kPointerDot * width);
    if (m_name.isEmpty())
        return;
    // Paper is white in every look, and so is what lies on it.
    const Tokens &paper = Tokens::of(ThemeKind::Light);
    QFont font = fontFor(TextRole::Caption);
    font.setPixelSize(qRound(std::max(kSmallestPointerName, kPointerName * width)));
    const QSizeF words = QFontMetricsF(font).size(Qt::TextSingleLine, m_name);
    QRectF box(at + QPointF(kPointerHalo * width, kPointerDot * width), words + QSizeF(words.height() * 0.7, 2));
    const qreal right = std::max(toView.map(QPointF(1, 0)).x(), toView.map(QPointF(0, 1)).x());
    if (box.right() > right)
        box.moveRight(at.x() - kPointerHalo * width);
    painter.setOpacity(0.9);
    paintRounded(painter, box, box.height() / 4, paper[Token::Surface], ink);
    painter.setOpacity(1);
    paintElided(painter, box, m_name, font, paper[Token::Text], Qt::AlignCenter);
}

void LivePointer::point(BookPage page, const std::optional<QPointF> &share)
{
    if (m_page == page && m_share == share)
        return;
    m_page = page;
    m_share = share;
    Q_EMIT pointed(page, share);
}

bool LivePointer::press(BookPage page, const PagePointer &pointer)
{
    if (!m_inHand)
        return false;
    m_pressed = page;
    point(page, pointer.share);
    return true;
}

void LivePointer::move(const PagePointer &pointer)
{
    const bool isOnPage = QRectF(0, 0, 1, 1).contains(pointer.share);
    point(m_pressed, isOnPage ? std::optional(pointer.share) : std::nullopt);
}

void LivePointer::release(const PagePointer &pointer)
{
    // A finger or a pen is gone when it is lifted; a mouse goes on resting on the page.
    if (pointer.device != PagePointer::Device::Mouse)
        giveUp();
}

void LivePointer::giveUp()
{
    point(m_page, std::nullopt);
}

void LivePointer::hover(BookPage page, QPointF share)
{
    if (m_inHand)
        point(page, share);
}

void LivePointer::hoverEnded()
{
    if (m_inHand)
        giveUp();
}

} // namespace kessai
