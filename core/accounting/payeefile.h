// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payee.h"

#include <QByteArray>

namespace kessai {

/// Why a row of a file is not taken, and what to do about it.
struct PayeeRowProblem final {
    int line = 0; ///< 0 = the file as a whole
    Bilingual text;
    friend bool operator==(const PayeeRowProblem &, const PayeeRowProblem &) = default;
};

inline constexpr qsizetype kMostPayeeFileBytes = 16 * 1024 * 1024;

/// Reads payees from a table in UTF-8 or CP932, as the program before wrote them: below one head the columns 債権者コード, 名称, カナ, 区分 (法人,
/// 個人事業主, 個人, 職員), 登録番号, 金融機関コード, 金融機関名カナ, 支店コード, 支店名カナ, 預金種目 (普通, 当座, 貯蓄, その他), 口座番号, 口座名義カナ, 委任状
/// (its day, where the account is somebody else's), 有効期限. All rows that are not as they should be are told, and then none is taken.
Result<std::vector<Payee>, std::vector<PayeeRowProblem>> readPayeeFile(const QByteArray &file);

/// What an import would do to what is known.
struct PayeeDiff final {
    std::vector<Payee> added;
    struct Changed final {
        Payee before;
        Payee after;
        friend bool operator==(const Changed &, const Changed &) = default;
    };
    std::vector<Changed> changed;
    int same = 0;
    bool changes() const { return !added.empty() || !changed.empty(); }
    friend bool operator==(const PayeeDiff &, const PayeeDiff &) = default;
};
/// `known` are the newest revisions.
PayeeDiff diffOf(const std::vector<Payee> &imported, const std::vector<Payee> &known);

} // namespace kessai
