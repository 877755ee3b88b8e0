// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/specialright.h"

#include <algorithm>

namespace kessai {

namespace {

bool holds(const std::vector<SpecialRight> &rights, SpecialRight::Kind kind, StaffId who, const QDate &day)
{
    return std::any_of(rights.begin(), rights.end(), [&](const SpecialRight &one) {
        return one.kind == kind && one.staff == who && one.holdsOn(day);
    });
}

/// Whether somebody on the staff administers the office but for those from whom the right is taken.
bool administeredWithout(const std::vector<StaffId> &gone, const std::vector<SpecialRight> &rights, const Office &today)
{
    return std::any_of(rights.begin(), rights.end(), [&](const SpecialRight &one) {
        return one.kind == SpecialRight::Kind::Administrator && one.holdsOn(today.day()) && today.staff(one.staff)
            && std::find(gone.begin(), gone.end(), one.staff) == gone.end();
    });
}

} // namespace

QLatin1String toCode(SpecialRight::Kind kind)
{
    return kind == SpecialRight::Kind::Auditor ? QLatin1String("auditor") : QLatin1String("administrator");
}

std::optional<SpecialRight::Kind> rightNamed(const QString &code)
{
    for (const auto kind : {SpecialRight::Kind::Administrator, SpecialRight::Kind::Auditor}) {
        if (code == toCode(kind))
            return kind;
    }
    return std::nullopt;
}

RightsOutcome outcomeOf(const ChangeRights &change, const std::vector<SpecialRight> &rights, const Office &today)
{
    const auto other =
        change.kind == SpecialRight::Kind::Auditor ? SpecialRight::Kind::Administrator : SpecialRight::Kind::Auditor;
    RightsOutcome outcome;
    for (const StaffId who : change.people) {
        if (change.give && !today.staff(who))
            outcome.problems.push_back({RightProblemKind::NotOnStaff, who});
        else if (change.give && holds(rights, other, who, today.day()))
            outcome.problems.push_back({RightProblemKind::HasTheOther, who});
        else if (holds(rights, change.kind, who, today.day()) != change.give)
            outcome.changed.push_back(who);
    }
    std::sort(outcome.changed.begin(), outcome.changed.end());
    outcome.changed.erase(std::unique(outcome.changed.begin(), outcome.changed.end()), outcome.changed.end());
    const bool ends = !change.give && change.kind == SpecialRight::Kind::Administrator && !outcome.changed.empty();
    if (ends && administeredWithout({}, rights, today) && !administeredWithout(outcome.changed, rights, today))
        outcome.problems.push_back({RightProblemKind::LastAdministrator, outcome.changed.back()});
    return outcome;
}

} // namespace kessai
