// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace kessai {

/// Says that the text of a line goes on where the line ends, while nobody is in it: a line one types into is cut without a sign. Where one points, the
/// whole of it is shown.
void endWithDots(QLineEdit &line);

} // namespace kessai
