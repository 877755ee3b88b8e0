// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace kessai {

/// After how long what could not be sent is tried again, whether or not the session noticed that the line is there.
inline constexpr int kRetryAfter = 10'000; // milliseconds

/// Whether the office could not be asked, or did not answer: the same may be tried again later.
inline bool isOutOfReach(const Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::Unreachable
        || error.code == ErrorCode::OutcomeUnknown || error.code == ErrorCode::Busy;
}

} // namespace kessai
