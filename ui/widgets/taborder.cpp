// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taborder.h"

#include <QWidget>

namespace kessai {

void chainTab(const QList<QWidget *> &parts)
{
    QWidget *before = nullptr;
    const auto add = [&before](QWidget *one) {
        if (!(one->focusPolicy() & Qt::TabFocus) || one->focusProxy())
            return; // no stop, or another has the focus for it
        if (before)
            QWidget::setTabOrder(before, one);
        before = one;
    };
    for (QWidget *part : parts) {
        add(part);
        for (QWidget *inner : part->findChildren<QWidget *>())
            add(inner);
    }
}

} // namespace kessai
