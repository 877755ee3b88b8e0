// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/inkchoice.h"
#include "ui/meetings/inklayer.h"
#include "ui/meetings/inkoverlay.h"

#include <QWidget>

namespace kessai::test {

/// One page of a paper in a view, as a book shows it, with ink on it and a mouse to write with.
class InkStage final : public QWidget {
public:
    explicit InkStage(QSize pagePixels = {600, 849});

    static constexpr BookPage kPage{1, 0};
    static constexpr StaffId kMe{7};
    static constexpr StaffId kOther{8};

    /// Where a share of the page is in the widget.
    QPoint at(double x, double y) const;
    /// Draws from one point to the next, pressing as hard as told.
    void stroke(const QList<QPointF> &shares, PagePointer::Device device = PagePointer::Device::Mouse,
                const QList<qreal> &pressures = {});
    void click(QPointF share);

    FixedClock clock{Instant::fromTokyo(QDate(2026, 11, 26), QTime(13, 5))};
    InkLayer layer{kMe, QStringLiteral("山田 太郎"), clock};
    InkChoice choice;
    InkOverlay *overlay;
    PageText text; ///< of the page, in points of A4

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF m_page;
};

/// Of a piece somebody else made.
inline const QString kOtherId = QStringLiteral("00000000-0000-4000-8000-000000000008");
/// A stroke from point to point.
InkShape strokeOf(const QList<QPointF> &shares, InkKind kind = InkKind::Pen);
/// Somebody else's note on the page, for everybody.
Ink otherNote(const QString &text, QPointF place, const QString &id);

} // namespace kessai::test
