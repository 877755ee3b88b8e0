// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/extension.h"

#include <algorithm>

namespace kessai {

QString addedLine()
{
    return QStringLiteral("+");
}

Result<Extended, Refusal> extensionBy(const Case &before, const Turn &turn, const AddStep &command,
                                      const Office &office)
{
    Step step{.no = turn.on.step + (command.before ? 0 : 1),
              .kind = command.kind,
              .rule = command.kind == StepKind::Circulate ? StepRule::All : command.rule,
              .needed = 0,
              .line = addedLine(),
              .assignments = {},
              .notes = {{RouteNoteKind::Added, addedLine(), turn.capacity.post}}};
    for (const Assignee &who : command.who) {
        const auto *post = std::get_if<PostId>(&who);
        if (post ? !office.post(*post) : !office.staff(std::get<StaffId>(who)))
            return fail(Refusal::UnknownStaff);
        const std::vector<StaffId> holders = post ? office.holders(*post) : std::vector{std::get<StaffId>(who)};
        if (holders.empty())
            return fail(Refusal::EmptyStep);
        if (step.blocks()
            && std::all_of(holders.begin(), holders.end(), [&](StaffId holder) { return before.filedBy(holder); }))
            return fail(Refusal::OwnCase);
        step.assignments.push_back({int(step.assignments.size()) + 1, who, AssignmentState::Waiting});
    }
    if (step.assignments.empty())
        return fail(Refusal::EmptyStep);
    step.needed = neededBy(step.rule, int(step.assignments.size()), 1);
    return Extended{.on = turn.on, .step = std::move(step), .raise = false, .reason = command.reason};
}

Result<Extended, Refusal> extensionBy(const Case &before, const Turn &turn, const Raise &command, const Office &office)
{
    const auto *from = std::get_if<PostId>(&before.assignment(turn.on)->who);
    std::optional<PostId> above = from ? office.superiorOf(office.current(*from)) : std::nullopt;
    // Somebody who can decide: not an empty chair, and not whoever filed the case.
    for (size_t hops = 0; above && hops <= office.posts().size(); ++hops) {
        const std::vector<StaffId> &holders = office.holders(*above);
        if (std::any_of(holders.begin(), holders.end(), [&](StaffId holder) { return !before.filedBy(holder); }))
            break;
        above = office.superiorOf(*above);
    }
    if (!above)
        return fail(Refusal::NoDecider);
    return Extended{
        .on = turn.on,
        .step = Step{.no = turn.on.step + 1,
                     .kind = StepKind::Decide,
                     .rule = StepRule::All,
                     .needed = 1,
                     .line = addedLine(),
                     .assignments = {{1, *above, AssignmentState::Waiting}},
                     .notes = {{RouteNoteKind::Raised, addedLine(), from ? std::optional(*from) : std::nullopt}}},
        .raise = true,
        .reason = command.reason};
}

std::optional<std::vector<Step>> extendedSteps(const std::vector<Step> &steps, const Extended &extension)
{
    const Step &added = extension.step;
    if (extension.on.step < 1 || size_t(extension.on.step) > steps.size())
        return std::nullopt;
    const Step &acted = steps[size_t(extension.on.step) - 1];
    const auto decision =
        std::find_if(steps.begin(), steps.end(), [](const Step &step) { return step.kind == StepKind::Decide; });
    if (decision == steps.end())
        return std::nullopt;
    const int asked = int(added.assignments.size());
    const bool wellFormed = added.needed == neededBy(added.rule, asked, added.needed) && added.needed >= 1
        && added.needed <= asked && added.objection == Objection::Returns && added.line == addedLine();
    const bool touched = std::any_of(acted.assignments.begin(), acted.assignments.end(),
                                     [](const Assignment &a) { return a.state != AssignmentState::Open; });
    // One superior decides by their post; somebody beside them, of whom either will do, would take the decision from them.
    const bool superior =
        added.rule == StepRule::All && asked == 1 && std::holds_alternative<PostId>(added.assignments.front().who);
    const bool fits = extension.raise
        ? added.kind == StepKind::Decide && acted.kind == StepKind::Decide && added.no == acted.no + 1 && superior
        : (added.kind == StepKind::Review || added.kind == StepKind::Consult || added.kind == StepKind::Circulate)
            && (added.no == acted.no + 1 || (added.no == acted.no && !touched)) && acted.no <= decision->no
            && (!added.blocks() || added.no <= decision->no);
    if (!wellFormed || !fits)
        return std::nullopt;

    std::vector<Step> extended = steps;
    if (extension.raise)
        extended[size_t(acted.no) - 1].kind = StepKind::Review;
    extended.insert(extended.begin() + (added.no - 1), added);
    for (size_t i = 0; i < extended.size(); ++i)
        extended[i].no = int(i) + 1;
    return extended;
}

} // namespace kessai
