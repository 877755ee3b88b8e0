// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inkstage.h"

#include "core/base/textfold.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QPaintEvent>
#include <QPainter>

namespace kessai::test {

namespace {

constexpr int kMargin = 20;
constexpr QSizeF kPoints(595.28, 841.89);
constexpr int kLineHeight = 22;
constexpr int kTextTop = 110;
constexpr int kTextLeft = 60;
constexpr int kSize = 11;

QStringList lines()
{
    QStringList all{QStringLiteral("第1章　議案第3号　資料番号-0003"), QString()};
    for (int i = 0; i < 4; ++i) {
        all << QStringLiteral("本市における行政手続のデジタル化を推進するため、決裁・文書管理に関する")
            << QStringLiteral("事務の見直しを行うものである。令和8年度においては、時間外勤務命令及び")
            << QStringLiteral("休暇の届出を原則として電子的な承認経路により決裁する。");
    }
    return all;
}

} // namespace

InkStage::InkStage(QSize pagePixels)
    : overlay(new InkOverlay(
        layer, choice,
        {[](BookPage) { return kPoints; }, [this](BookPage) { return text; }, [] { return std::optional(kPage); }},
        *this)),
      m_page(QPointF(kMargin, kMargin), QSizeF(pagePixels))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(QStringLiteral("Page"));
    resize(pagePixels + QSize(2 * kMargin, 2 * kMargin));
    layer.setPapers({{1, 1, {}}});
    double y = kTextTop;
    const QStringList all = lines();
    for (const QString &line : all) {
        for (qsizetype i = 0; i < line.size(); ++i) {
            const QString unit = foldText(line.mid(i, 1));
            text.folded += unit;
            for (qsizetype n = 0; n < unit.size(); ++n)
                text.boxes.append(QRectF(kTextLeft + static_cast<double>(i) * kSize, y, kSize, kSize + 2));
        }
        y += kLineHeight;
    }
}

QPoint InkStage::at(double x, double y) const
{
    return (m_page.topLeft() + QPointF(x * m_page.width(), y * m_page.height())).toPoint();
}

void InkStage::stroke(const QList<QPointF> &shares, PagePointer::Device device, const QList<qreal> &pressures)
{
    for (qsizetype i = 0; i < shares.size(); ++i) {
        const PagePointer pointer{device, shares.at(i), i < pressures.size() ? pressures.at(i) : 1.0, {}};
        if (i == 0)
            overlay->press(kPage, pointer);
        else
            overlay->move(pointer);
    }
    overlay->release({device, shares.constLast(), 0, {}});
}

void InkStage::click(QPointF share)
{
    if (overlay->press(kPage, {PagePointer::Device::Mouse, share, 1, {}}))
        overlay->release({PagePointer::Device::Mouse, share, 1, {}});
}

void InkStage::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setClipRect(event->rect());
    painter.fillRect(rect(), tokens()[Token::Background]);
    painter.fillRect(m_page, Qt::white);
    painter.setPen(Qt::black);
    QFont font = fontFor(TextRole::Body);
    const double scale = m_page.width() / kPoints.width();
    font.setPixelSize(static_cast<int>(kSize * scale));
    painter.setFont(font);
    double y = kTextTop;
    const QStringList all = lines();
    for (const QString &line : all) {
        for (qsizetype i = 0; i < line.size(); ++i)
            painter.drawText(m_page.topLeft() + QPointF(kTextLeft + static_cast<double>(i) * kSize, y + kSize) * scale,
                             line.mid(i, 1));
        y += kLineHeight;
    }
    // As a view does that scrolls: the page's place is in the painter's own coordinates.
    painter.translate(m_page.topLeft());
    overlay->paint(painter, kPage, QTransform::fromScale(m_page.width(), m_page.height()));
}

InkShape strokeOf(const QList<QPointF> &shares, InkKind kind)
{
    InkShape shape{kind, 0, 2, {}, {}, {}};
    for (const QPointF &share : shares)
        shape.points.push_back({static_cast<float>(share.x()), static_cast<float>(share.y()), 1});
    return shape;
}

Ink otherNote(const QString &text, QPointF place, const QString &id)
{
    Ink ink;
    ink.id = id;
    ink.paper = 1;
    ink.shape = {InkKind::Note, 6, 1, {{static_cast<float>(place.x()), static_cast<float>(place.y()), 1}}, {}, text};
    ink.audience = InkAudience::All;
    ink.author = InkStage::kOther;
    ink.authorName = QStringLiteral("佐藤 花子");
    ink.changedAt = Instant::fromTokyo(QDate(2026, 11, 25), QTime(9, 40));
    return ink;
}

} // namespace kessai::test
