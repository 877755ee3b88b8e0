// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The painting of PageArea; its coordinates are device pixels.
#include "ui/pdf/pagearea.h"
#include "ui/pdf/pagefeed.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QPainter>

#include <algorithm>

namespace kessai {

namespace {

// Paper and marker belong to the document, not to the look of the application.
constexpr QColor kPaper(255, 255, 255);
constexpr QColor kHitMarker(255, 232, 120);
constexpr QColor kCurrentHitMarker(255, 178, 66);

constexpr int kCheckSize = 14;
constexpr int kFailureIcon = 32;
constexpr int kFailureWidth = 380;
/// Beside the words, where pages come one at a time: buttons that turn them may lie there.
constexpr int kFailureMargin = 64;

/// Hits have a little more room than their letters.
QRectF marked(const QRectF &box)
{
    const double pad = std::max(1.0, box.height() * 0.08);
    return box.adjusted(-pad, -pad, pad, pad);
}

} // namespace

void PageArea::paintEvent(QPaintEvent *)
{
    if (!qFuzzyCompare(devicePixelRatioF(), m_pixelRatio)) {
        // The window has moved to another screen.
        QMetaObject::invokeMethod(
            this,
            [this] {
                arrangeKeeping({0, 0});
            },
            Qt::QueuedConnection);
    }

    QPainter painter(viewport());
    const Tokens &theme = tokens();
    painter.fillRect(viewport()->rect(),
                     theme.highContrast() ? theme[Token::Background]
                                          : mixed(theme[Token::BorderStrong], theme[Token::Background], 0.2));
    if (m_layout.pageCount() == 0)
        return;

    painter.save();
    painter.scale(1 / m_pixelRatio, 1 / m_pixelRatio);
    // Where the viewport itself starts between two pixels, the pages must not.
    const QTransform device = painter.deviceTransform();
    painter.translate(qRound(device.dx()) - device.dx(), qRound(device.dy()) - device.dy());
    painter.translate(-scrollPosition());
    const QRect view(scrollPosition(), deviceViewport());
    const auto [first, last] = m_layout.pagesBetween(view.top(), view.bottom());
    for (int page = first; page <= last; ++page)
        paintPage(painter, page);
    painter.restore();

    const bool isKeyboardFocus = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (isKeyboardFocus) {
        painter.setPen(QPen(theme[Token::Focus], 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void PageArea::paintPage(QPainter &painter, int page)
{
    const QRect rect = m_layout.pageRect(page);
    const bool hasFailed = m_feed.pageFailure(page) != RenderFailure::None;
    painter.fillRect(rect, hasFailed ? tokens()[Token::Surface] : kPaper);
    if (hasFailed) {
        paintFailure(painter, page);
    } else {
        paintImages(painter, page);
        paintHits(painter, page);
        paintMarks(painter, page);
    }
    paintOver(painter, page);
    painter.setPen(QPen(tokens()[Token::Border], 0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(-1, -1, 0, 0));
}

void PageArea::paintImages(QPainter &painter, int page)
{
    const QRect rect = m_layout.pageRect(page);
    const PageRequest whole = wholeRequest(page);
    const QImage image = m_feed.image(whole);
    if (!image.isNull() && image.size() == rect.size()) {
        painter.drawImage(rect.topLeft(), image);
        return;
    }

    const QImage standIn = image.isNull() ? m_feed.standIn(page, m_quarterTurns, rect.size()) : image;
    if (!standIn.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(rect), standIn, QRectF(standIn.rect()));
    }
    if (isHeldWhole(page))
        return;

    const QRect view(scrollPosition(), deviceViewport());
    if (!rect.intersects(view))
        return;
    const PageRequest wanted = detailRequest(page);
    const QImage detail = m_feed.image(wanted);
    if (!detail.isNull())
        m_details.insert(page, wanted);
    const PageRequest drawn = m_details.value(page);
    const QImage earlier = detail.isNull() ? m_feed.image(drawn) : detail;
    if (!earlier.isNull() && drawn.fullSize == rect.size() && drawn.quarterTurns == m_quarterTurns)
        painter.drawImage(rect.topLeft() + drawn.clip.topLeft(), earlier);
}

void PageArea::paintHits(QPainter &painter, int page)
{
    const QList<TextHit> &hits = m_feed.hits();
    const auto begin = std::ranges::lower_bound(hits, page, {}, &TextHit::page);
    painter.save();
    for (auto hit = begin; hit != hits.end() && hit->page == page; ++hit) {
        const bool isCurrent = hit - hits.begin() == m_currentHit;
        for (const QRectF &box : hit->boxes) {
            const QRectF rect = marked(m_layout.mapFromPage(page, box));
            // As a felt pen marks: the letters stay as dark as they are.
            painter.setCompositionMode(QPainter::CompositionMode_Multiply);
            painter.fillRect(rect, isCurrent ? kCurrentHitMarker : kHitMarker);
            if (!isCurrent)
                continue;
            painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
            painter.setPen(QPen(Tokens::of(ThemeKind::Light)[Token::WarnText], std::max(1.0, m_pixelRatio)));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect);
        }
    }
    painter.restore();
}

void PageArea::paintMarks(QPainter &painter, int page)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    // As the paper's, whatever the look of the application.
    const QColor ink = Tokens::of(ThemeKind::Light)[Token::SuccessText];
    for (const PageMark &mark : m_marks) {
        if (mark.page != page)
            continue;
        const QRectF rect = marked(m_layout.mapFromPage(page, onPage(page, mark.place)));
        painter.setPen(QPen(ink, (mark.current ? 2.5 : 1.5) * m_pixelRatio));
        painter.drawRoundedRect(rect, 3 * m_pixelRatio, 3 * m_pixelRatio);
        // Behind the frame, where it covers no letters of what was compared.
        const double side = kCheckSize * m_pixelRatio;
        const QRectF disc(rect.right() + side / 8, rect.center().y() - side / 2, side, side);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(disc);
        painter.setBrush(Qt::NoBrush);
        const double pad = side / 6;
        paintIcon(painter, disc.adjusted(pad, pad, -pad, -pad), QStringLiteral("check"), kPaper);
    }
    painter.restore();
}

void PageArea::paintFailure(QPainter &painter, int page)
{
    const FailureText text = m_feed.failureText(page);
    const QRect view(scrollPosition(), deviceViewport());
    const QRectF seen = m_layout.pageRect(page).intersected(view);
    painter.save();
    painter.setClipRect(seen);
    // Words are laid out in logical pixels.
    painter.translate(seen.center());
    painter.scale(m_pixelRatio, m_pixelRatio);
    const int margin = m_layout.isPaged() ? grown(kFailureMargin) : metric::kGap;
    const double width = std::min<double>(grown(kFailureWidth), seen.width() / m_pixelRatio - 2 * margin);
    const QFont headlineFont = fontFor(TextRole::CardTitle);
    const QFont adviceFont = fontFor(TextRole::Body);
    const QRectF headline =
        QFontMetricsF(headlineFont)
            .boundingRect(QRectF(0, 0, width, 1000), Qt::AlignHCenter | Qt::TextWordWrap, text.headline);
    const QRectF advice =
        QFontMetricsF(adviceFont)
            .boundingRect(QRectF(0, 0, width, 1000), Qt::AlignHCenter | Qt::TextWordWrap, text.advice);
    const double height = kFailureIcon + headline.height() + advice.height() + 2 * metric::kGap;
    double y = -height / 2;
    paintIcon(painter, QRectF(-kFailureIcon / 2.0, y, kFailureIcon, kFailureIcon), QStringLiteral("alert-triangle"),
              tokens()[Token::WarnText]);
    y += kFailureIcon + metric::kGap;
    painter.setFont(headlineFont);
    painter.setPen(tokens()[Token::Text]);
    painter.drawText(QRectF(-width / 2, y, width, headline.height()), Qt::AlignHCenter | Qt::TextWordWrap,
                     text.headline);
    y += headline.height() + metric::kGap;
    painter.setFont(adviceFont);
    painter.setPen(tokens()[Token::Text2]);
    painter.drawText(QRectF(-width / 2, y, width, advice.height()), Qt::AlignHCenter | Qt::TextWordWrap, text.advice);
    painter.restore();
}

} // namespace kessai
