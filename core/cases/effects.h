// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"

namespace kessai {

/// The event an act becomes. Of the reviews named in a body's `passed`, those stay which the act comes to open.
Result<ProposedEvent, Refusal> proposeEvent(const Case &before, const Capacity &capacity, EventBody body);

} // namespace kessai
