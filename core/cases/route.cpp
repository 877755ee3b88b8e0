// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/route.h"

namespace kessai {

bool Step::complete() const
{
    int agreed = 0;
    for (const Assignment &assignment : assignments) {
        if (assignment.state == AssignmentState::Approved || assignment.state == AssignmentState::Read)
            ++agreed;
    }
    return agreed >= needed;
}

} // namespace kessai
