// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kessai {

// How numbers are written for people, wherever they stand: in a form, on paper, in the settings.

/// Minutes from midnight: "17:15", past midnight "25:30".
QString writtenClock(qint64 minutes);
/// "7時間45分", "7 h 45 min".
QString writtenSpan(qint64 minutes, bool english);
/// 1,234,567 in every locale.
QString writtenCount(qint64 number);
/// "1,500,000円", "¥1,500,000".
QString writtenYen(qint64 yen, bool english);

} // namespace kessai
