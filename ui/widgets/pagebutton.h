// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QToolButton>

class QComboBox;

namespace kessai {

/// A button of a page, as high as the controls beside it.
QPushButton *pageButton(const QString &text, const char *objectName, QWidget *parent);
/// A box above a list, by which it is narrowed; as wide as its entries, which may come later.
QComboBox *headBox(const QString &name, const char *objectName, QWidget *parent);
/// A button of an icon alone, as high as the controls beside it; its name is what it says of itself.
QToolButton *iconButton(const char *iconName, const QString &name, const char *objectName, QWidget *parent);
/// What leads from a page back to the list it was opened from.
QToolButton *backButton(const QString &text, const QString &toolTip, const char *objectName, QWidget *parent);

} // namespace kessai
