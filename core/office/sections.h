// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"

namespace kessai {

/// The role of the route rules whose holders look after working time and leave of everybody (人事担当).
inline constexpr QLatin1String kPersonnelRole("personnel");

/// Whether somebody holds a post of a role today.
bool holdsRole(const Office &office, StaffId staff, const QString &role);

/// A section and everything below it, from the top down as the office lists them.
std::vector<SectionId> sectionsWithin(const Office &office, SectionId top);
/// Everybody with a post in a section or below it, by rank and reading, each once.
std::vector<StaffId> membersOf(const Office &office, SectionId top);

/// Whether somebody may look at who of a section is away (課の予定): it is the 課 of a post of theirs, or lies within it; for a post
/// above the 課, within its own part; for personnel, any. The door `section_absences` says the same.
bool seesSection(const Office &office, StaffId staff, SectionId section);
/// Those sections at the level of the 課 and above it, and within one's own 課 also those below.
std::vector<SectionId> sectionsSeenBy(const Office &office, StaffId staff);

/// The roles whose section looks after the budget of everybody (財政担当, 会計担当).
inline constexpr QLatin1String kFinanceRole("finance");
inline constexpr QLatin1String kAccountingRole("accounting");

/// The sections in whose charge somebody is: those their posts lie in, and the whole 課 of each post, for a post above the 課 its own
/// part. A budget line of such a section is theirs to draft on and to look at. The notaries say the same.
std::vector<SectionId> sectionsInCharge(const Office &office, StaffId staff);
/// Whether somebody looks after the budget of everybody: a post of the roles finance or accounting lies in their 課 or part.
bool keepsBudget(const Office &office, StaffId staff);

} // namespace kessai
