// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QRectF>
#include <QString>

class QPainter;

namespace kessai {

/// Whether resources/icons holds an icon \a name.
bool hasIcon(const QString &name);

/// The icon \a name in the colour of \a token. It asks for the colour each time it is painted, so it follows the look
/// and the screen's resolution by itself; disabled it is Token::Disabled, on a selected row it is Token::OnSelection.
QIcon icon(const QString &name, Token token = Token::Text2);

/// Paints icon \a name into \a rect (logical pixels) in \a color; for delegates and own painting.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color);

/// Icon \a name of \a size logical pixels for a screen with \a devicePixelRatio.
QPixmap iconPixmap(const QString &name, const QColor &color, const QSize &size, qreal devicePixelRatio);

} // namespace kessai
