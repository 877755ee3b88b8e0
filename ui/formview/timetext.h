// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace kessai {

/// Reads a time of day as minutes from midnight: 17:30, 1730, 930, 9時半, 17時30分, 25:30, １７：３０, 17:30〜, 〜20:00; up to 47:59. None when it is none.
std::optional<qint64> readTime(const QString &text);
QString writeTime(qint64 minutes);
/// Reads a span as minutes: 45, 45分, 1:30, 1時間30分.
std::optional<qint64> readSpan(const QString &text);
/// 45, and from an hour on 1:30.
QString writeSpan(qint64 minutes);
/// Reads a whole number with thousands separators, full-width digits, 円 and 万: 500,000, ５０万円.
std::optional<qint64> readNumber(const QString &text);

} // namespace kessai
