// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

class QAbstractButton;
class QWidget;

namespace kessai {

/// What a button stands for; KessaiStyle paints it so.
enum class ButtonKind : quint8 {
    Plain,   ///< outlined
    Primary, ///< filled; at most one in a view
    Danger,  ///< outlined, red words: reject, delete
    Quiet,   ///< no outline until the pointer is there
    Link,    ///< accent-coloured words
};

/// Makes \a button a \a kind.
void setButtonKind(QAbstractButton &button, ButtonKind kind);
ButtonKind buttonKind(const QWidget *button);

/// The token for words and icons on a button of \a kind; give it to icon() for the button's icon.
Token buttonToken(ButtonKind kind);

/// Outlines a field in red, or no longer; the words that say why stand next to it.
void setInvalid(QWidget &field, bool invalid);
bool isInvalid(const QWidget *field);

} // namespace kessai
