// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/controls.h"
#include "ui/theme/tokens.h"

#include <QRect>
#include <QString>

class QFont;
class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;

/// The painting of the single controls for KessaiStyle; nobody else calls these.
namespace kessai::stylepaint {

void focusRing(QPainter &painter, const QRect &rect);
void hairFrame(QPainter &painter, const QRect &rect, Token token);
void field(QPainter &painter, const QStyleOption &option, bool invalid);
void chevron(QPainter &painter, const QRect &rect, const QStyleOption &option);
void spinArrows(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down);
void arrow(QPainter &painter, const QStyleOption &option, const QString &iconName);

void button(QPainter &painter, const QStyleOption &option, ButtonKind kind);
void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QColor &color, ButtonKind kind,
                 bool underline);
QColor buttonTextColor(const QStyleOption &option, ButtonKind kind);
void toolButton(QPainter &painter, const QStyleOption &option, ButtonKind kind);
void checkBox(QPainter &painter, const QStyleOption &option);
void radioButton(QPainter &painter, const QStyleOption &option);

void tabShape(QPainter &painter, const QStyleOptionTab &tab);
void tabLabel(QPainter &painter, const QStyleOptionTab &tab, const QFont &font);
void tabBase(QPainter &painter, const QRect &rect);
void headerSection(QPainter &painter, const QRect &rect);
void row(QPainter &painter, const QStyleOption &option);
/// A popup's ground: menus and tooltips.
void popup(QPainter &painter, const QRect &rect);
/// Paints the ground of a selected item and returns the option with which the rest of it is to be painted.
QStyleOptionMenuItem menuItem(QPainter &painter, const QStyleOptionMenuItem &item);
void progress(QPainter &painter, const QStyleOptionProgressBar &bar);
void statusBar(QPainter &painter, const QRect &rect);
void scrollHandle(QPainter &painter, const QRect &handle, const QStyleOptionSlider &option);

} // namespace kessai::stylepaint
