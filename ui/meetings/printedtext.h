// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/renderprotocol.h"

namespace kessai {

/// The words of a page by which it is known again: without the page's number that is printed at its head or foot, which is another one as
/// soon as a page is put in before it. `points` is the size of the page.
QString textWithoutNumber(const PageText &text, QSizeF points);

} // namespace kessai
