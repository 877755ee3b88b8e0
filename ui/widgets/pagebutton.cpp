// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pagebutton.h"

#include "ui/theme/typescale.h"

namespace kessai {

QPushButton *pageButton(const QString &text, const char *objectName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(objectName));
    button->setMinimumHeight(metric::kControlHeight);
    return button;
}

} // namespace kessai
