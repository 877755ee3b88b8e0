// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/support/numbers.h"

#include <vector>

namespace kessai {

/// A stretch of time on one day, in minutes from its midnight; `until` is exclusive.
struct Stretch final {
    qint64 from;
    qint64 until;
    qint64 minutes() const { return until > from ? until - from : 0; }
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

/// What two stretches share; empty (zero minutes) where they do not meet.
Stretch common(const Stretch &a, const Stretch &b);

/// The regular hours of a duty day: a morning and an afternoon (domain.md 1.2 `shift`).
struct Shift final {
    Stretch morning;
    Stretch afternoon;

    static Shift on(const QDate &day, const Numbers &numbers);
    /// How many regular minutes a stretch of the day covers; the noon break is not among them.
    qint64 within(const Stretch &stretch) const;
    Bilingual text() const;
};

} // namespace kessai
