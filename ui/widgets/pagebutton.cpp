// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pagebutton.h"

#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"

#include <QComboBox>

namespace kessai {

QPushButton *pageButton(const QString &text, const char *objectName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(objectName));
    button->setMinimumHeight(metric::kControlHeight);
    return button;
}

QComboBox *headBox(const QString &name, const char *objectName, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(name);
    box->setMinimumHeight(metric::kControlHeight);
    return box;
}

QToolButton *iconButton(const char *iconName, const QString &name, const char *objectName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(QLatin1String(iconName)));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setObjectName(QLatin1String(objectName));
    button->setMinimumSize(metric::kControlHeight, metric::kControlHeight);
    return button;
}

QToolButton *backButton(const QString &text, const QString &toolTip, const char *objectName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1String(objectName));
    button->setIcon(icon(QStringLiteral("chevron-left")));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

} // namespace kessai
