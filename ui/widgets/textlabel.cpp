// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

Token tokenOfRole(TextRole role)
{
    const bool secondary = role == TextRole::Caption || role == TextRole::Small || role == TextRole::TableHeader;
    return secondary ? Token::Text2 : Token::Text;
}

} // namespace

TextLabel::TextLabel(TextRole role, QWidget *parent) : QLabel(parent), m_role(role), m_token(tokenOfRole(role))
{
    dress();
}

TextLabel::TextLabel(const QString &text, TextRole role, QWidget *parent) : TextLabel(role, parent)
{
    setText(text);
}

void TextLabel::setToken(Token token)
{
    m_token = token;
    dress();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        dress();
}

void TextLabel::dress()
{
    setFont(fontFor(m_role));
    const Tokens &t = tokens();
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, t[m_token]);
    colors.setColor(QPalette::Disabled, QPalette::WindowText, t[Token::Disabled]);
    colors.setColor(QPalette::Link, t[Token::Accent]);
    setPalette(colors);
}

void addText(QVBoxLayout &column, const QString &text, TextRole role, QWidget *parent, Token token)
{
    auto *label = new TextLabel(text, role, parent);
    label->setWordWrap(true);
    label->setToken(token);
    column.addWidget(label);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(fontMetrics().averageCharWidth() * 4, sizeHint().width()), QLabel::minimumSizeHint().height()};
}

bool ElidedLabel::fits() const
{
    return fontMetrics().horizontalAdvance(text()) <= contentsRect().width();
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    paintElided(painter, contentsRect(), text(), font(), palette().color(group, QPalette::WindowText), alignment());
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    TextLabel::resizeEvent(event);
    update();
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && !fits()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return TextLabel::event(event);
}

} // namespace kessai
