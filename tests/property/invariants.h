// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/engine.h"
#include "tests/property/world.h"

#include <optional>
#include <string>

namespace kessai::test {

/// What is wrong with a resolved route; none when nothing is. Written from domain.md 8.2, not from the resolver.
std::optional<std::string> routeFault(const Route &route, const Regulation &regulation, const Office &office,
                                      StaffId drafter, PostId drafterPost, const QJsonObject &fields);

/// What is wrong with a case at rest. `moved` says that the office changed since the route was resolved, which explains an
/// open step whose post nobody holds any more.
std::optional<std::string> caseFault(const Case &c, const Office &office, bool moved);

/// What is wrong with how one event led from one state to the next: also what the notary would refuse.
std::optional<std::string> stepFault(const Case &before, const ProposedEvent &event, const Case &after);

/// Whether somebody acted without the authority for it on that day, or passed over somebody who may not be. Written from domain.md
/// 8.1 and the office, not from the engine.
std::optional<std::string> authorityFault(const Case &before, const ProposedEvent &event, const Office &office);

/// Where the acts offered to somebody are not exactly those that would succeed.
std::optional<std::string> offerFault(const Case &c, StaffId actor, const Office &office);

} // namespace kessai::test
