// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSize;
class QWidget;

namespace kessai {

/// Makes a window as large as wanted, but never larger than its screen has room for, frame included, and puts it where all of it is seen. One that
/// finds too little room and may be maximised takes all of it.
void fitToScreen(QWidget &window, const QSize &wanted);

} // namespace kessai
