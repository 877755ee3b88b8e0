// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/controls.h"

#include <QAbstractButton>
#include <QVariant>
#include <QWidget>

namespace kessai {

namespace {

constexpr char kButtonKind[] = "kessaiButtonKind";
constexpr char kInvalid[] = "kessaiInvalid";

} // namespace

void setButtonKind(QAbstractButton &button, ButtonKind kind)
{
    button.setProperty(kButtonKind, static_cast<int>(kind));
    button.updateGeometry();
    button.update();
}

ButtonKind buttonKind(const QWidget *button)
{
    const QVariant kind = button ? button->property(kButtonKind) : QVariant();
    return kind.isValid() ? static_cast<ButtonKind>(kind.toInt()) : ButtonKind::Plain;
}

Token buttonToken(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Plain:
    case ButtonKind::Quiet: return Token::Text;
    case ButtonKind::Primary: return Token::OnPrimary;
    case ButtonKind::Danger: return Token::DangerText;
    case ButtonKind::Link: return Token::Accent;
    }
    Q_UNREACHABLE();
}

void setInvalid(QWidget &field, bool invalid)
{
    field.setProperty(kInvalid, invalid);
    field.update();
}

bool isInvalid(const QWidget *field)
{
    return field && field->property(kInvalid).toBool();
}

} // namespace kessai
