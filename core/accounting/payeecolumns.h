// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace kessai {

/// The head of a table of payees, in its order (readPayeeFile).
QStringList payeeColumns();

} // namespace kessai
