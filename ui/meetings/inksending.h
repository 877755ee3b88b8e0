// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/meetings/ink.h"

namespace kessai {

// What whoever sends ink to the office has to know.

/// How many pieces go at once.
inline constexpr std::size_t kMostSent = kMostInkAtOnce;

inline std::vector<Ink> atMost(std::vector<Ink> inks, std::size_t most)
{
    if (inks.size() > most)
        inks.erase(inks.begin() + std::ptrdiff_t(most), inks.end());
    return inks;
}

inline bool isStale(const Result<> &done)
{
    return !done && done.error().refusal == Refusal::Stale;
}

/// Whether all of it is refused alike, as of a meeting that was called off, and not for one of the pieces.
inline bool isOfAll(const Error &error)
{
    return error.refusal.has_value() && error.refusal != Refusal::Stale;
}

} // namespace kessai
