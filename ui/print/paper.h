// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QColor>
#include <QFont>

#include <functional>

class QPagedPaintDevice;
class QPainter;

namespace kessai {

inline constexpr QColor kPaperInk(0x14, 0x1a, 0x22);
inline constexpr QColor kPaperShade(0xf0, 0xf2, 0xf4); ///< behind labels

/// The type everything on paper is set in, `millimetre` device units a millimetre.
QFont paperFont(qreal points, qreal millimetre, bool bold = false);

/// Writes A4 pages to a PDF file (PDF/A-1b), whole or not at all; `paint` gets the whole sheet, margins and all.
Result<> savePaper(const QString &path, const QString &title,
                   const std::function<void(QPainter &, QPagedPaintDevice &)> &paint);

} // namespace kessai
