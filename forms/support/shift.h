// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/duty/dutyday.h"

namespace kessai {

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
