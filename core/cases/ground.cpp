// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/ground.h"

#include <algorithm>

namespace kessai {

QString attachmentsKey()
{
    return QStringLiteral("attachments");
}

QStringList changedKeys(const Content &before, const Content &after, const FormDefinition &definition)
{
    QStringList changed;
    // Whoever may not read what is confidential comes to the same answer: all of it has changed, or nothing.
    const bool confidential = before.confidentialDigest != after.confidentialDigest;
    for (const FieldDefinition &field : definition.fields) {
        if ((field.confidential && confidential) || before.fields.value(field.key) != after.fields.value(field.key))
            changed.append(field.key);
    }
    // What the definition does not know cannot be told to be immaterial.
    QStringList others = before.fields.keys() + after.fields.keys();
    others.removeDuplicates();
    for (const QString &key : others) {
        if (!definition.field(key) && before.fields.value(key) != after.fields.value(key))
            changed.append(key);
    }
    if (before.attachments != after.attachments)
        changed.append(attachmentsKey());
    return changed;
}

std::vector<int> keptSteps(const std::vector<Step> &lastRound, const Route &route, const RouteRule &rule,
                           const FormDefinition &definition, const Content &before, const Content &after)
{
    const QStringList changed = changedKeys(before, after, definition);
    const auto restsOn = [&](const Step &step, const QString &key) {
        const RuleLine *line = rule.line(step.line);
        if (line && !line->ground.empty())
            return std::find(line->ground.begin(), line->ground.end(), key) != line->ground.end();
        const FieldDefinition *field = definition.field(key);
        return !field || field->material;
    };
    std::vector<int> kept;
    bool asked = false;         // somebody before this step is
    bool decisionAsked = false; // what stands behind it is asked after it
    std::optional<int> decision;
    for (const Step &step : route.steps) {
        const auto old =
            std::find_if(lastRound.begin(), lastRound.end(), [&](const Step &one) { return sameStep(one, step); });
        const auto marks = old == lastRound.end()
            ? 0
            : std::count_if(old->assignments.begin(), old->assignments.end(),
                            [](const Assignment &a) { return mayBeKept(a.state); });
        const bool decides = step.kind == StepKind::Decide;
        // What was decided is this content, down to its last file, whatever the line says.
        const bool grounded = decides
            ? before.digest() == after.digest()
            : std::none_of(changed.begin(), changed.end(), [&](const QString &key) { return restsOn(step, key); });
        const bool inOrder = !step.blocks() || !(decisionAsked || (decides && asked));
        const bool stands = marks > 0 && grounded && inOrder;
        if (stands)
            kept.push_back(step.no);
        if (decides)
            decision = step.no;
        asked = asked || (step.blocks() && !(stands && marks >= step.needed));
        decisionAsked = decisionAsked || (decides && asked);
    }
    if (!asked && decision) // with nobody left to examine it, it is asked again itself
        std::erase_if(kept, [&](int no) { return no >= *decision && route.steps[size_t(no) - 1].blocks(); });
    return kept;
}

} // namespace kessai
