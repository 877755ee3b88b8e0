// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/office/office.h"

namespace kessai {

/// What somebody registered that makes others seem away, or leaves a chair or a list of stand-ins empty: it counts for nothing where they themselves address
/// what waits for those.
struct OwnRegistrations final {
    std::vector<AbsenceId> absences{}; ///< that no leave made
    std::vector<int> revisions{};      ///< of the office, which took deputies or stand-ins away
    std::vector<int> changes{}; ///< of the office, whatever they changed of it, lately and since the case was filed
    qint64 leastDays = 0; ///< to wait for somebody who is away, had they never set kAbsenceDays; 0 = nobody else did
    friend bool operator==(const OwnRegistrations &, const OwnRegistrations &) = default;
};

/// The number of the office that says for how many days what waits for somebody who is away waits for them, and not for nobody.
inline constexpr const char *kAbsenceDays = "reroute.absence_days";

/// The office of a day as it is to an administrator who addresses what waits for nobody: away is who will still be `absenceDays` later, or `own.leastDays` where these are more, and who was
/// there before a registration of the administrator's own is there. Before it (Office::before) is the office with the stand-ins they took away, and before
/// that the one without what they changed since the case was filed.
std::shared_ptr<const Office> officeToReaddress(const OfficeHistory &history, const OwnRegistrations &own,
                                                StaffId actor, const QDate &day, qint64 absenceDays);

/// Why somebody may not address what waits to another post, as far as the office says so: they have a part in the case or would get one
/// (PartTaken, SelfAppointed), nobody could act on it there (UnknownStaff, EmptyStep, OwnCase, PartTaken), a decision would go to no superior
/// (NoDecider) or anything else to where it does not belong (NoSuchStep), or somebody could act on it where it is (Attended). `seat` is there.
/// What is prepared for a later day the notary knows. `office` is that of officeToReaddress.
std::optional<Refusal> rerouteProblem(const Case &c, const Rerouted &act, StaffId actor, const Office &office);

/// The same for readers of what was done, who know the office of that moment, but not who was away.
std::optional<Refusal> recordedRerouteProblem(const Case &c, const Rerouted &act, StaffId actor, const Office &office);

/// Whether nobody can act on what waits at a seat: nobody answers there, or they are away without a deputy for such a case, filed it, or have
/// another part in it, and of a decision, nobody decides in their place either; and neither could anybody in the office before (Office::before).
/// A seat that does not wait is none.
bool waitsForNobody(const Case &c, AssignmentRef seat, const Office &office);

/// The posts to which somebody may address what waits at a seat, in the order of the office.
std::vector<PostId> postsToReroute(const Case &c, AssignmentRef seat, StaffId actor, const Office &office);

} // namespace kessai
