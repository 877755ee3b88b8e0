// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/event.h"

#include "core/base/canonical.h"

namespace kessai {

QByteArray Event::computedHash() const
{
    const qint64 post = capacity.post ? capacity.post->value() : 0;
    const qint64 principal = capacity.principal ? capacity.principal->value() : 0;
    return Canonical()
        .add(previousHash)
        .add(caseId.value())
        .add(seq)
        .add(code)
        .add(version)
        .add(capacity.actor.value())
        .add(post)
        .add(principal)
        .add(actorName)
        .add(actorTitle)
        .add(actorSection)
        .add(principalName)
        .add(at.microseconds())
        .add(requestId)
        .add(payload)
        .add(effectsText)
        .sha256();
}

std::vector<AssignmentRef> passedIn(const EventBody &body)
{
    return std::visit(
        [](const auto &one) {
            if constexpr (requires { one.passed; })
                return one.passed;
            else
                return std::vector<AssignmentRef>();
        },
        body);
}

} // namespace kessai
