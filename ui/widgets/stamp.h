// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace kessai {

/// The mark that stands where a seal used to be: section, date in the era calendar ("8.11.22"), surname.
struct DateStamp final {
    QString section;
    QString date;
    QString name;
    bool acting = false; ///< decided in somebody's place; the mark carries 代
};

/// Paints \a stamp as a circle into \a square in any unit (screen, PDF, print): texts shrink, then narrow, until they fit.
void paintDateStamp(QPainter &painter, const QRectF &square, const DateStamp &stamp, const QColor &color,
                    const QColor &ground);

/// The part of \a fullName before the first space, ideographic ones included; all of it where there is none.
QString surnameOf(const QString &fullName);

} // namespace kessai
