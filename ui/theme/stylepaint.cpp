// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylepaint.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QFontMetrics>
#include <QIcon>
#include <QPaintDevice>
#include <QPainter>
#include <QPalette>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai::stylepaint {

namespace {

bool enabled(const QStyleOption &option)
{
    return option.state & QStyle::State_Enabled;
}

bool hovered(const QStyleOption &option)
{
    return enabled(option) && option.state & QStyle::State_MouseOver;
}

bool pressed(const QStyleOption &option)
{
    return enabled(option) && option.state & QStyle::State_Sunken;
}

bool ringed(const QStyleOption &option)
{
    return option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
}

QRectF centered(const QRect &in, int size)
{
    return QRectF(in.x() + (in.width() - size) / 2, in.y() + (in.height() - size) / 2, size, size);
}

struct ButtonColors final {
    QColor fill;
    QColor border;
};

ButtonColors buttonColors(const QStyleOption &option, ButtonKind kind)
{
    const Tokens &t = tokens();
    const bool down = pressed(option);
    const bool over = hovered(option);
    const bool on = option.state & QStyle::State_On;
    const QColor soft = down ? t[Token::NeutralFill] : t[Token::SurfaceAlt];
    switch (kind) {
    case ButtonKind::Primary:
        if (!enabled(option))
            return {t[Token::NeutralFill], t.highContrast() ? t[Token::Disabled] : QColor()};
        return {down ? mixed(t[Token::Text], t[Token::PrimaryHover], t.highContrast() ? 0.0 : 0.12)
                     : t[over ? Token::PrimaryHover : Token::Primary],
                {}};
    case ButtonKind::Plain:
    case ButtonKind::Danger: {
        const QColor outline = !enabled(option) ? t[Token::Border] : t[Token::BorderStrong];
        if (on)
            return {t[Token::InfoFill], enabled(option) ? t[Token::Accent] : outline};
        const QColor over2 = kind == ButtonKind::Danger ? t[Token::DangerFill] : soft;
        return {over || down ? over2 : t[Token::Surface], over && t.highContrast() ? t[Token::Focus] : outline};
    }
    case ButtonKind::Quiet:
        if (on)
            return {t[Token::InfoFill], t.highContrast() ? t[Token::Border] : QColor()};
        return {over || down ? t[Token::NeutralFill] : QColor(), over && t.highContrast() ? t[Token::Focus] : QColor()};
    case ButtonKind::Link: return {};
    }
    Q_UNREACHABLE();
}

void ringInside(QPainter &painter, const QRect &rect, bool onPrimary)
{
    const Tokens &t = tokens();
    if (onPrimary) {
        // The ring has the button's own colour in two of the looks, so it gets a gap to be seen by.
        paintRounded(painter, rect, metric::kControlRadius, {}, t[Token::Focus], 2);
        paintRounded(painter, QRectF(rect).adjusted(2, 2, -2, -2), metric::kControlRadius - 2, {}, t[Token::OnPrimary],
                     2);
    } else {
        paintRounded(painter, rect, metric::kControlRadius, {}, t[Token::Focus], 2);
    }
}

} // namespace

void focusRing(QPainter &painter, const QRect &rect)
{
    paintRounded(painter, rect, 4, {}, tokens()[Token::Focus], 2);
}

void hairFrame(QPainter &painter, const QRect &rect, Token token)
{
    const PainterGuard guard(painter);
    painter.setPen(tokens()[token]);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
}

void field(QPainter &painter, const QStyleOption &option, bool invalid)
{
    const Tokens &t = tokens();
    const bool focus = enabled(option) && option.state & QStyle::State_HasFocus;
    QColor border = t[enabled(option) ? Token::BorderStrong : Token::Border];
    if (enabled(option) && (option.state & QStyle::State_ReadOnly))
        border = t[Token::Border];
    else if (hovered(option))
        border = t[t.highContrast() ? Token::Focus : Token::Text2];
    if (invalid)
        border = t[Token::DangerText];
    if (focus)
        border = t[invalid ? Token::DangerText : Token::Focus];
    const bool inert = !enabled(option) || option.state & QStyle::State_ReadOnly;
    paintRounded(painter, option.rect, metric::kControlRadius, t[inert ? Token::SurfaceAlt : Token::Surface], border,
                 focus || (invalid && t.highContrast()) ? 2 : 1);
}

void chevron(QPainter &painter, const QRect &rect, const QStyleOption &option)
{
    paintIcon(painter, centered(rect, 16), u"chevron-down"_s,
              tokens()[enabled(option) ? Token::Text2 : Token::Disabled]);
}

void spinArrows(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down)
{
    const Tokens &t = tokens();
    const auto half = [&](const QRect &rect, QStyle::SubControl part, const QString &name, bool possible) {
        const bool active = option.activeSubControls & part;
        if (active && hovered(option) && possible)
            paintRounded(painter, rect, 4, t[Token::NeutralFill]);
        paintIcon(painter, centered(rect, 13), name, t[enabled(option) && possible ? Token::Text2 : Token::Disabled]);
    };
    half(up, QStyle::SC_SpinBoxUp, u"chevron-up"_s, option.stepEnabled & QAbstractSpinBox::StepUpEnabled);
    half(down, QStyle::SC_SpinBoxDown, u"chevron-down"_s, option.stepEnabled & QAbstractSpinBox::StepDownEnabled);
}

void arrow(QPainter &painter, const QStyleOption &option, const QString &iconName)
{
    const int size = std::clamp(std::min(option.rect.width(), option.rect.height()), 10, 16);
    paintIcon(painter, centered(option.rect, size), iconName,
              tokens()[enabled(option) ? Token::Text2 : Token::Disabled]);
}

void button(QPainter &painter, const QStyleOption &option, ButtonKind kind)
{
    const ButtonColors colors = buttonColors(option, kind);
    paintRounded(painter, option.rect, metric::kControlRadius, colors.fill, colors.border);
    if (ringed(option))
        ringInside(painter, option.rect, kind == ButtonKind::Primary);
}

QColor buttonTextColor(const QStyleOption &option, ButtonKind kind)
{
    const Tokens &t = tokens();
    if (!enabled(option))
        return t[Token::Disabled];
    if (option.state & QStyle::State_On && kind != ButtonKind::Primary)
        return t[Token::Accent];
    return t[buttonToken(kind)];
}

void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QColor &color, ButtonKind kind,
                 bool underline)
{
    const PainterGuard guard(painter);
    QFont font = painter.font();
    if (kind == ButtonKind::Primary)
        font.setWeight(QFont::DemiBold);
    if (kind == ButtonKind::Link)
        font.setUnderline(hovered(option) || tokens().highContrast()); // there its colour is that of any text
    painter.setFont(font);
    painter.setPen(color);

    const QFontMetrics metrics(font);
    const int flags = Qt::AlignVCenter | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const QSize iconSize = option.icon.isNull() ? QSize(0, 0) : option.iconSize;
    const int gap = option.icon.isNull() || option.text.isEmpty() ? 0 : 7;
    const bool menu = option.features & QStyleOptionButton::HasMenu;
    const int menuWidth = menu ? 20 : 0;
    const int room = option.rect.width() - iconSize.width() - gap - menuWidth;
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, room, Qt::TextShowMnemonic);
    const int textWidth = metrics.size(Qt::TextShowMnemonic, text).width();
    int x = option.rect.x() + (option.rect.width() - iconSize.width() - gap - textWidth - menuWidth) / 2;
    if (!option.icon.isNull()) {
        const QRect rect(x, option.rect.y() + (option.rect.height() - iconSize.height()) / 2, iconSize.width(),
                         iconSize.height());
        option.icon.paint(&painter, rect, Qt::AlignCenter, enabled(option) ? QIcon::Normal : QIcon::Disabled);
        x += iconSize.width() + gap;
    }
    painter.drawText(QRect(x, option.rect.y(), textWidth + 2, option.rect.height()), flags, text);
    if (menu)
        paintIcon(painter, QRectF(x + textWidth + 5, option.rect.y() + (option.rect.height() - 14) / 2, 14, 14),
                  u"chevron-down"_s, color);
}

void toolButton(QPainter &painter, const QStyleOption &option, ButtonKind kind)
{
    // A tool button is quiet unless it was given a kind of its own or is not raised by the pointer.
    const bool quiet = kind == ButtonKind::Plain && option.state & QStyle::State_AutoRaise;
    button(painter, option, quiet ? ButtonKind::Quiet : kind);
}

void checkBox(QPainter &painter, const QStyleOption &option)
{
    const Tokens &t = tokens();
    const QRectF box = centered(option.rect, metric::kIconSize);
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    if (on) {
        paintRounded(painter, box, 4, t[enabled(option) ? Token::Primary : Token::Disabled]);
        if (option.state & QStyle::State_On)
            paintIcon(painter, box.adjusted(2, 2, -2, -2), u"check"_s, t[Token::OnPrimary]);
        else
            painter.fillRect(QRectF(box.x() + 4, box.center().y() - 1, box.width() - 8, 2), t[Token::OnPrimary]);
    } else {
        paintRounded(painter, box, 4, t[enabled(option) ? Token::Surface : Token::SurfaceAlt],
                     t[!enabled(option)      ? Token::Border
                           : hovered(option) ? Token::Accent
                                             : Token::BorderStrong]);
    }
}

void radioButton(QPainter &painter, const QStyleOption &option)
{
    const Tokens &t = tokens();
    const QRectF box = centered(option.rect, metric::kIconSize);
    const bool on = option.state & QStyle::State_On;
    const QColor strong = t[!enabled(option) ? Token::Disabled : on ? Token::Primary : Token::BorderStrong];
    paintRounded(painter, box, box.width() / 2, t[Token::Surface], strong, on ? 2 : 1);
    if (on)
        paintRounded(painter, box.adjusted(5, 5, -5, -5), 4, strong);
}

void tabShape(QPainter &painter, const QStyleOptionTab &tab)
{
    const Tokens &t = tokens();
    const QRect rect = tab.rect;
    if (hovered(tab) && !(tab.state & QStyle::State_Selected))
        paintRounded(painter, QRectF(rect).adjusted(4, 5, -4, -5), metric::kControlRadius, t[Token::NeutralFill],
                     t.highContrast() ? t[Token::Border] : QColor());
    if (tab.state & QStyle::State_Selected)
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), t[Token::Accent]);
    if (ringed(tab))
        paintRounded(painter, QRectF(rect).adjusted(2, 4, -2, -4), 4, {}, t[Token::Focus], 2);
}

void tabLabel(QPainter &painter, const QStyleOptionTab &tab, const QFont &font)
{
    const PainterGuard guard(painter);
    const Tokens &t = tokens();
    const bool selected = tab.state & QStyle::State_Selected;
    QFont used = font;
    // The room was measured with ordinary weight; bold Japanese glyphs are not wider, Latin ones hardly.
    used.setWeight(selected ? QFont::DemiBold : QFont::Normal);
    painter.setFont(used);
    painter.setPen(!enabled(tab) ? t[Token::Disabled] : t[selected ? Token::Accent : Token::Text2]);
    QRect rect = tab.rect;
    if (!tab.icon.isNull()) {
        const QSize size = tab.iconSize;
        const int textWidth = QFontMetrics(used).size(Qt::TextShowMnemonic, tab.text).width();
        const int x = rect.x() + (rect.width() - size.width() - 6 - textWidth) / 2;
        tab.icon.paint(&painter, QRect(QPoint(x, rect.y() + (rect.height() - size.height()) / 2), size));
        rect.setLeft(x + size.width() + 6);
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, tab.text);
        return;
    }
    painter.drawText(rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab.text);
}

void tabBase(QPainter &painter, const QRect &rect)
{
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens()[Token::Border]);
}

void headerSection(QPainter &painter, const QRect &rect)
{
    const Tokens &t = tokens();
    painter.fillRect(rect, t[Token::SurfaceAlt]);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t[Token::Border]);
}

void row(QPainter &painter, const QStyleOption &option)
{
    const Tokens &t = tokens();
    if (option.state & QStyle::State_Selected) {
        painter.fillRect(option.rect, t[Token::Selection]);
    } else if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option)) {
        if (item->backgroundBrush.style() != Qt::NoBrush)
            painter.fillRect(option.rect, item->backgroundBrush);
        else if (hovered(option) && !t.highContrast())
            painter.fillRect(option.rect, t[Token::SurfaceAlt]);
    }
}

void popup(QPainter &painter, const QRect &rect)
{
    painter.fillRect(rect, tokens()[Token::Surface]);
    hairFrame(painter, rect, Token::BorderStrong);
}

QStyleOptionMenuItem menuItem(QPainter &painter, const QStyleOptionMenuItem &item)
{
    const Tokens &t = tokens();
    QStyleOptionMenuItem dressed(item);
    if (!(item.state & QStyle::State_Selected) || item.menuItemType == QStyleOptionMenuItem::Separator)
        return dressed;
    if (enabled(item))
        paintRounded(painter, QRectF(item.rect).adjusted(0, 1, 0, -1), 4, t[Token::Selection]);
    // Fusion would paint its own ground under a selected item.
    dressed.state.setFlag(QStyle::State_Selected, false);
    const QColor text = t[enabled(item) ? Token::OnSelection : Token::Disabled];
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        dressed.palette.setColor(role, text);
    if (!item.icon.isNull() && enabled(item)) {
        const QSize size(metric::kIconSize, metric::kIconSize);
        dressed.icon = QIcon(item.icon.pixmap(size, painter.device()->devicePixelRatioF(), QIcon::Selected));
    }
    return dressed;
}

void progress(QPainter &painter, const QStyleOptionProgressBar &bar)
{
    const Tokens &t = tokens();
    QRectF track = bar.rect;
    track.setHeight(std::min(track.height(), 8.0));
    track.moveCenter(QRectF(bar.rect).center());
    const qreal radius = track.height() / 2;
    paintRounded(painter, track, radius, t[Token::MeterTrack], t.highContrast() ? t[Token::Border] : QColor());
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const qint64 done = std::clamp<qint64>(qint64(bar.progress) - bar.minimum, 0, std::max<qint64>(range, 0));
    // An unknown length shows as a third of the bar; LoadingLine is what moves.
    const qreal share = range > 0 ? static_cast<qreal>(done) / static_cast<qreal>(range) : 0.33;
    if (share <= 0)
        return;
    track.setWidth(std::max(track.width() * share, track.height()));
    paintRounded(painter, track, radius, t[Token::MeterUsed]);
}

void statusBar(QPainter &painter, const QRect &rect)
{
    painter.fillRect(rect, tokens()[Token::Surface]);
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), tokens()[Token::Border]);
}

void scrollHandle(QPainter &painter, const QRect &handle, const QStyleOptionSlider &option)
{
    const Tokens &t = tokens();
    const bool strong = hovered(option) || option.activeSubControls & QStyle::SC_ScrollBarSlider;
    const qreal side = 2.5;
    const QRectF bar = QRectF(handle).adjusted(side, side, -side, -side);
    paintRounded(painter, bar, std::min(bar.width(), bar.height()) / 2, t[strong ? Token::BorderStrong : Token::Thumb]);
}

} // namespace kessai::stylepaint
