// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/quantity.h"

#include <QDate>
#include <QStringList>

#include <vector>

namespace kessai {

// How papers write what a voucher says, for looking it up in their text: the likeliest first. Folding (foldText) takes care of widths and
// spaces, so that １，２３４ is found as 1,234.

/// "1,234,567", "1234567".
QStringList spellingsOf(Yen amount);
/// "令和8年11月10日", "R8.11.10", "2026年11月10日", "2026/11/10", "2026/1/5", "2026-11-10", "8.11.10"; the first year also as 元.
QStringList spellingsOf(const QDate &day);
/// A name as it is, and without the form of the company: 株式会社山田商店 is also 山田商店, as a seal or a bank writes it.
QStringList spellingsOf(const QString &name);
/// What a paper writes as money, each amount once and the largest first: with commas between thousands, or beside 円 or ¥.
std::vector<qint64> amountsIn(const QString &text);

} // namespace kessai
