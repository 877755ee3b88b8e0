// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/contractrules.h"

namespace kessai {

bool mayBeSmall(Yen estimate, const ContractLimits &limits)
{
    return estimate <= limits.small;
}

int quotationsNeeded(Yen estimate, ContractMethod method, const ContractLimits &limits)
{
    switch (method) {
    case ContractMethod::OpenBid:
    case ContractMethod::DesignatedBid: return 0;
    case ContractMethod::Small: return estimate < limits.single ? 1 : 2;
    case ContractMethod::Reasoned: return 1;
    }
    return 0;
}

} // namespace kessai
