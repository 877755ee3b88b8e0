// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QColor>
#include <QFont>
#include <QPageLayout>

#include <functional>

class QPagedPaintDevice;
class QPainter;

namespace kessai {

inline constexpr QColor kPaperInk(0x14, 0x1a, 0x22);
inline constexpr QColor kPaperShade(0xf0, 0xf2, 0xf4); ///< behind labels

/// The type everything on paper is set in, `millimetre` device units a millimetre.
QFont paperFont(qreal points, qreal millimetre, bool bold = false);

/// Writes A4 pages to a PDF file (PDF/A-1b), whole or not at all; `paint` gets the whole sheet, margins and all. Where it answers
/// false it was given up: nothing is written, and the error is Cancelled.
Result<> savePaper(const QString &path, const QString &title,
                   const std::function<bool(QPainter &, QPagedPaintDevice &)> &paint,
                   QPageLayout::Orientation orientation = QPageLayout::Portrait);

} // namespace kessai
