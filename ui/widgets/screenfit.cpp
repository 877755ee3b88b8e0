// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/screenfit.h"

#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace kessai {

namespace {

/// What a desktop puts around a window, and a little air.
constexpr QSize kFrameOfDesktop(32, 64);

} // namespace

void fitToScreen(QWidget &window, const QSize &wanted)
{
    const QWidget *parent = window.parentWidget();
    const QRect all = (parent ? parent->screen() : window.screen())->availableGeometry();
    const QSize room = all.size() - kFrameOfDesktop;
    window.setMinimumSize(window.minimumSize().boundedTo(room));
    window.resize(wanted.boundedTo(room));
    const QRect around = parent ? parent->window()->frameGeometry() : all;
    const QPoint at = around.center() - QPoint(window.width(), window.height()) / 2;
    // The frame comes on top: the title stays within reach.
    const int left = std::clamp(at.x(), all.left(), std::max(all.left(), all.right() - window.width()));
    const int top = std::clamp(at.y(), all.top(), std::max(all.top(), all.bottom() - window.height()));
    window.move(left, top);
    const bool small = room.width() < wanted.width() || room.height() < wanted.height();
    if (small && window.windowType() == Qt::Window)
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
}

} // namespace kessai
