// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports/casestore.h"

#include <algorithm>

namespace kessai {

const CancellationLink *CaseRecord::cancellation() const
{
    const auto whole = std::find_if(cancelledBy.begin(), cancelledBy.end(),
                                    [](const CancellationLink &one) { return !one.decided || !one.days; });
    return whole == cancelledBy.end() ? nullptr : &*whole;
}

} // namespace kessai
