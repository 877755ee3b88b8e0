// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace kessai {

/// Lets Tab come past the parts of a page in this order, within each as they were made; what was made after the page would otherwise come
/// last in the window. To be called again when parts have got new stops.
void chainTab(const QList<QWidget *> &parts);

} // namespace kessai
