// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taborder.h"

#include <QWidget>

namespace kessai {

void chainTab(const QList<QWidget *> &parts)
{
    QWidget *before = nullptr; // the last stop, or what it hands its focus on to
    QWidget *whole = nullptr;  // the last stop
    const auto add = [&before, &whole](QWidget *one) {
        if (before && (whole->isAncestorOf(one) || before->window() != one->window()))
            return; // within what is in the order already, or a list that pops up
        // What hands its focus on to a part of itself is a stop as well, and goes along with it.
        QWidget *input = one;
        while (input->focusProxy())
            input = input->focusProxy();
        if (!(input->focusPolicy() & Qt::TabFocus) || (input != one && !one->isAncestorOf(input)))
            return;
        if (before)
            QWidget::setTabOrder(before, one);
        before = input;
        whole = one;
    };
    for (QWidget *part : parts) {
        add(part);
        const QList<QWidget *> inner = part->findChildren<QWidget *>();
        for (QWidget *one : inner)
            add(one);
    }
}

} // namespace kessai
