// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/ink.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace kessai {

struct PageText;

/// Shapes of ink as places on a page; all in shares of its width and height.

/// What a shape covers, without the width of its stroke; empty for a bookmark.
QRectF boundsOf(const InkShape &shape);

/// Whether a rubber of this reach (its halves, in shares) comes upon the shape on its way from `a` to `b`.
bool isTouched(const InkShape &shape, QPointF a, QPointF b, QSizeF reach);

/// What is left of a stroke when the rubber has passed: pieces of it, the whole stroke where it was not touched.
std::vector<InkShape> rubbed(const InkShape &stroke, QPointF a, QPointF b, QSizeF reach);

/// The stroke with those points only that its course needs; `tolerance` in shares.
std::vector<InkPoint> thinned(const std::vector<InkPoint> &points, QSizeF tolerance);

/// The shape in as many parts as it takes for each to be stored: who draws for minutes draws more than one piece may hold. A part begins where
/// the one before ends.
std::vector<InkShape> storableParts(const InkShape &shape);

/// The text from one point to another in reading order: a place for each line, and what is written there.
struct PickedText final {
    std::vector<QRectF> places{};
    QString text{};
};
PickedText textBetween(const PageText &text, QSizeF pagePoints, QPointF a, QPointF b);

} // namespace kessai
