// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace kessai {

/// The wheel scrolls the page: a choice or a number below the pointer, where nobody types, stays what it is and does not take the focus.
class WheelPasser final : public QObject {
protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// Fusion with our own controls. There is no style sheet on purpose: it knows neither focus by keyboard only nor arrows in
/// the colour of the theme, answers some questions (the size of a spin box) without asking the style below it, and makes
/// every widget dearer to show.
class KessaiStyle final : public QProxyStyle {
    Q_OBJECT

public:
    KessaiStyle();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    QIcon standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const override;

private:
    WheelPasser m_wheel;
};

} // namespace kessai
