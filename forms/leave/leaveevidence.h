// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/leave/leaveledger.h"

namespace kessai {

/// A paper that proves a leave, and by when it is due where it is to follow.
struct Evidence final {
    enum class When { Always, First, FromDay, OnRequest };

    When when;
    Bilingual paper;
    qint64 fromDay = 0; ///< for When::FromDay: days of a run of sick leave
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// What a kind of leave asks for, needed or not; none where it asks for nothing.
std::optional<Evidence> evidenceOf(const LeaveSpan &span, const Numbers &numbers);
/// The paper that this request needs now; none where it needs none.
std::optional<Evidence> evidenceNeeded(const LeaveSpan &span, const FormContext &context, const Numbers &numbers);

} // namespace kessai
