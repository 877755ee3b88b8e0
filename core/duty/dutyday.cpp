// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duty/dutyday.h"

#include <algorithm>

namespace kessai {

Stretch common(const Stretch &a, const Stretch &b)
{
    const qint64 from = std::max(a.from, b.from);
    return {from, std::max(from, std::min(a.until, b.until))};
}

qint64 DutyDay::within(const Stretch &stretch) const
{
    qint64 minutes = 0;
    for (const Stretch &part : hours)
        minutes += common(stretch, part).minutes();
    return minutes;
}

} // namespace kessai
