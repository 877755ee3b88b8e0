// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/content.h"
#include "core/cases/formdefinition.h"
#include "core/cases/rule.h"

namespace kessai {

/// The name under which attachments count among the fields of a content.
QString attachmentsKey();

/// The keys of what differs between two contents of a case, in the order of the definition; attachments last. Of what is confidential
/// the digests are compared: where they differ, all confidential fields are among them.
QStringList changedKeys(const Content &before, const Content &after, const FormDefinition &definition);

/// The steps of a new route whose marks of the last round stand (domain.md 8.2 rule 9): they ask the same of the same people, and
/// nothing they rest on has changed, which is what their rule line names, or else every material field. A decision is one of this content:
/// it stands where nothing at all has changed and all who are asked lie behind it; behind one that is asked again no mark stands, since what is examined is
/// what was ordered. Whoever returned the case is asked again, so that a case sent back unchanged goes straight to them.
std::vector<int> keptSteps(const std::vector<Step> &lastRound, const Route &route, const RouteRule &rule,
                           const FormDefinition &definition, const Content &before, const Content &after);

} // namespace kessai
