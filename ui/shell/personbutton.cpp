// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/personbutton.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QStyleOptionToolButton>

namespace kessai {

namespace {

constexpr int kPersonHeight = 56;
constexpr int kPersonInset = 11;
constexpr int kPersonGap = 10;
constexpr int kPersonChevron = 16;
constexpr int kRoomForName = 120;

} // namespace

PersonButton::PersonButton(QWidget *parent) : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PersonButton::setPerson(const QString &name, const QString &place)
{
    m_name = name;
    m_place = place;
    setAccessibleName(tr("Signed in as %1, %2").arg(name, place));
    setToolTip(name + QLatin1Char('\n') + place);
    update();
}

QSize PersonButton::sizeHint() const
{
    return {grown(metric::kNavigationWidth), grown(kPersonHeight)};
}

void PersonButton::paintEvent(QPaintEvent *)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const Tokens &t = tokens();
    QPainter painter(this);
    if (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken) || isDown())
        paintRounded(painter, rect(), metric::kControlRadius, t[Token::NeutralFill],
                     t.highContrast() ? t[Token::Border] : QColor());
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintRounded(painter, rect(), metric::kControlRadius, {}, t[Token::Focus], 2);

    const qreal side = grown(metric::kIconSize + 2);
    const qreal chevron = grown(kPersonChevron);
    const qreal middle = height() / 2.0;
    paintIcon(painter, QRectF(kPersonInset, middle - side / 2, side, side), QStringLiteral("user"), t[Token::Text2]);
    if (width() >= grown(kRoomForName))
        paintIcon(painter, QRectF(width() - kPersonGap - chevron, middle - chevron / 2, chevron, chevron),
                  QStringLiteral("chevron-up"), t[Token::Text2]);
    const qreal left = kPersonInset + side + kPersonGap;
    if (width() < grown(kRoomForName))
        return; // beside a rail the icon has to do; the name is in the tool tip
    const QRectF text(left, 0, width() - left - kPersonGap - chevron - 4, height());
    const qreal line = grown(20);
    paintElided(painter, QRectF(text.x(), middle - line, text.width(), line), m_name, fontFor(TextRole::Body),
                t[Token::Text]);
    paintElided(painter, QRectF(text.x(), middle, text.width(), line), m_place, fontFor(TextRole::Caption),
                t[Token::Text2]);
}

} // namespace kessai
