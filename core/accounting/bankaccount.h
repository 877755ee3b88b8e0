// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kessai {

/// 預金種目, numbered as in the files of banks.
enum class AccountType {
    Ordinary = 1, ///< 普通
    Current = 2,  ///< 当座
    Savings = 4,  ///< 貯蓄
    Other = 9,
};

/// An account at a bank. Names are as banks write them (toBankKana).
struct BankAccount final {
    QString bank; ///< four digits
    QString bankName;
    QString branch; ///< three digits
    QString branchName;
    AccountType type = AccountType::Ordinary;
    QString number; ///< up to seven digits
    QString holder;
    friend bool operator==(const BankAccount &, const BankAccount &) = default;
};

inline constexpr qsizetype kBankDigits = 4;
inline constexpr qsizetype kBranchDigits = 3;
inline constexpr qsizetype kAccountDigits = 7;
inline constexpr qsizetype kMostBankName = 15;   ///< of a bank or a branch
inline constexpr qsizetype kMostHolderName = 30; ///< of whoever is paid
inline constexpr qsizetype kMostSourceName = 40; ///< of whoever orders transfers

} // namespace kessai
