// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace kessai {

/// A character banks do not take; it says which, so that one can be found in a long name.
struct BankKanaProblem final {
    QString character;
};

/// A name as banks write it in their files (全銀協, domain.md 5.9): half-width katakana with ﾞ and ﾟ apart, small kana as large ones, ー as -,
/// capital letters, digits, space and ()-./ only. Hiragana, full-width and half-width forms are understood, and so are the kinds of
/// corporations, in ideographs, in brackets or as they are read: 株式会社キョウワ is ｶ)ｷﾖｳﾜ (resources/parameters/bankabbreviations.json).
/// Other ideographs have no reading of their own and are a problem. What is written in these characters already stays, as a passbook has it.
Result<QString, BankKanaProblem> toBankKana(const QString &text);

/// Whether a text is written in nothing but the characters of `toBankKana`.
bool isBankKana(QStringView text);

} // namespace kessai
