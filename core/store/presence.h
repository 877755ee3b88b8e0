// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/notaryrows.h"

namespace kessai {

/// Who can act on what waits in a case (core/cases/reroute.h), as the notary's rows have it. Away is who will still be after the
/// days of the office; what `reader` registered of others themself does not make these away, nor leaves it a list of stand-ins empty.
class Presence final {
public:
    using People = std::vector<StaffId>;

    Presence(NotaryRows &rows, const LockedCase &file, std::optional<StaffId> reader)
        : m_rows(rows), m_case(file), m_reader(reader)
    {
    }

    /// Those who answer for an assignment who could act on a step of the case, be they away.
    Result<People> able(const Step &step, const Assignee &who) const;
    /// Whether any of some people is there, or has a deputy for such a case.
    Result<bool> anyThere(const People &people) const;
    /// Whether somebody can act on what waits at a seat of a step, be it in the decider's place.
    Result<bool> attended(const Step &step, const Assignee &who) const;

private:
    bool filed(StaffId one) const { return one == m_case.drafter || one == m_case.filer; }
    Result<People> there(PostId post) const;
    Result<bool> standInThere(const Step &step, PostId decider) const;

    NotaryRows &m_rows;
    const LockedCase &m_case;
    std::optional<StaffId> m_reader;
};

} // namespace kessai
