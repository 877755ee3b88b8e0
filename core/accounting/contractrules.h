// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/quantity.h"

#include <optional>

namespace kessai {

/// What a contract is about: the rows of 地方自治法施行令 別表第5. It follows the nature of the contract, not the 節: repair work paid as
/// 修繕料 of 需用費 is work (AC-Q7).
enum class ContractKind { Works, Purchase, Lease, Sale, LeaseOut, Other };

/// How the other side is found (地方自治法234条1項). Small is 随意契約 because of the amount (施行令167条の2第1項1号), Reasoned for one
/// of the reasons of its 2号 to 9号.
enum class ContractMethod { OpenBid, DesignatedBid, Small, Reasoned };

/// The lines a city's 契約規則 draws for one kind of contract on a day; amounts are the estimate with tax.
struct ContractLimits final {
    Yen small; ///< 随意契約 up to it: 「額を超えない」, so that the limit itself is within (施行令 別表第5; 契約規則22条)
    Yen single; ///< below it one quotation is enough (契約規則23条 「未満」); 0 = never
    friend bool operator==(const ContractLimits &, const ContractLimits &) = default;
};

/// Whether a contract may be negotiated for its amount alone (domain.md 5.6).
bool mayBeSmall(Yen estimate, const ContractLimits &limits);
/// How many quotations a contract of the method needs: two unless it is small enough for one. Bids need none, and what is negotiated for
/// a reason has only the one other side.
int quotationsNeeded(Yen estimate, ContractMethod method, const ContractLimits &limits);

} // namespace kessai
