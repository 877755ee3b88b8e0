// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"

#include <QLatin1String>

#include <vector>

namespace kessai {

/// Who may do more than staff, from a day on: administrators configure, auditors read and change nothing.
struct SpecialRight final {
    StaffId staff;
    enum class Kind { Administrator, Auditor } kind;
    QDate from;
    QDate until; ///< inclusive; invalid = open end
    bool holdsOn(const QDate &day) const { return from <= day && (!until.isValid() || day <= until); }
    friend bool operator==(const SpecialRight &, const SpecialRight &) = default;
};

/// "administrator", as databases and arguments name it; none of what is no right.
QLatin1String toCode(SpecialRight::Kind kind);
std::optional<SpecialRight::Kind> rightNamed(const QString &code);

/// The owner of the database gives people a right from today on, or takes it from them.
struct ChangeRights final {
    SpecialRight::Kind kind = SpecialRight::Kind::Administrator;
    bool give = true;
    std::vector<StaffId> people;
    QString reason;
};

/// Why a change of rights is none.
enum class RightProblemKind {
    NotOnStaff,        ///< who gets a right is on the staff today
    HasTheOther,       ///< who audits does not configure what they audit
    LastAdministrator, ///< somebody on the staff is always left who administers the office
};
struct RightProblem final {
    RightProblemKind kind;
    StaffId staff;
    friend bool operator==(const RightProblem &, const RightProblem &) = default;
};

/// What becomes of a change: for whom something is other than before, or why it is not made. Who has what is given, or has not what is taken, is neither.
struct RightsOutcome final {
    std::vector<StaffId> changed;
    std::vector<RightProblem> problems;
};
RightsOutcome outcomeOf(const ChangeRights &change, const std::vector<SpecialRight> &rights, const Office &today);

} // namespace kessai
