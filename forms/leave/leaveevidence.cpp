// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leaveevidence.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

std::optional<Evidence> specialEvidence(const SpecialLeave &special)
{
    switch (special.evidence) {
    case SpecialLeave::Evidence::None: return std::nullopt;
    case SpecialLeave::Evidence::Always: return Evidence{Evidence::When::Always, special.evidenceText};
    case SpecialLeave::Evidence::First: return Evidence{Evidence::When::First, special.evidenceText};
    case SpecialLeave::Evidence::OnRequest: return Evidence{Evidence::When::OnRequest, special.evidenceText};
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<Evidence> evidenceOf(const LeaveSpan &span, const Numbers &numbers)
{
    switch (span.kind) {
    case LeaveKind::Annual:
    case LeaveKind::Partial:
    case LeaveKind::Union: return std::nullopt;
    case LeaveKind::Sick:
        if (span.sick == SickKind::OnDuty)
            return Evidence{Evidence::When::Always, {u"医師の診断書"_s, u"a medical certificate"_s}};
        return Evidence{Evidence::When::FromDay,
                        {u"医師の診断書"_s, u"a medical certificate"_s},
                        numbers.at("leave.sick.certificate_from_days", span.from)};
    case LeaveKind::Special: return specialEvidence(*span.special);
    case LeaveKind::Care:
    case LeaveKind::CareTime:
        return Evidence{Evidence::When::Always, {u"要介護者の状態等申出書"_s, u"the statement of the care needed"_s}};
    }
    Q_UNREACHABLE();
}

std::optional<Evidence> evidenceNeeded(const LeaveSpan &span, const FormContext &context, const Numbers &numbers)
{
    const auto evidence = evidenceOf(span, numbers);
    if (!evidence || context.attachmentCount > 0)
        return std::nullopt;
    switch (evidence->when) {
    case Evidence::When::Always: return evidence;
    case Evidence::When::First: {
        const auto uses = limitUses(span, context, numbers);
        return uses.empty() || uses.front().before == 0 ? evidence : std::nullopt;
    }
    case Evidence::When::FromDay: {
        const auto run = sickRunOf(span, context, numbers);
        return run && run->total() >= evidence->fromDay ? evidence : std::nullopt;
    }
    case Evidence::When::OnRequest: return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace kessai
