// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/renderprotocol.h"

class QPainter;

namespace kessai {

// What is put on the pages of a copy, be it a file or on paper, so that one knows what they are of when they lie apart.

/// Where words are stamped on a page of this size: at its upper right, outside of where papers have their own. All in points.
QRectF stampPlace(const QString &words, QSizeF page);
/// The painter's unit is a point.
void paintStamp(QPainter &painter, const QString &words, QSizeF page);
PageAnnotation stampAnnotation(const QString &words, int page, QSizeF size);

/// Who reads this, across the whole page.
void paintWatermark(QPainter &painter, const QRectF &page, const QString &reader);

} // namespace kessai
