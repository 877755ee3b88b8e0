// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/engine.h"

#include <QDate>

#include <random>

namespace kessai::test {

/// Makes up acts of the scene's office at random, and bends them in one element.
class Bender final {
public:
    explicit Bender(std::mt19937 &random) : m_random(random) {}

    int below(int limit) { return int(m_random() % unsigned(limit)); }
    bool oneIn(int of) { return below(of) == 0; }
    template <class T>
    const T &oneOf(const std::vector<T> &all)
    {
        return all[m_random() % all.size()];
    }

    /// People who hold posts of the made-up routes, deputise or stand in for their holders, or have nothing to do with them.
    QString anybody();
    Assignee anyAssignee();
    /// A route by hand: any kinds, rules and ends of objections, a decision that is not the drafter's own last.
    Route anyRoute(const Case &model);
    /// What a drafter could submit: a new route, or that of the last round with its marks kept.
    Submit submission(const Case &model, const QByteArray &digest, bool important, const Office &office);
    Command anyCommand();
    /// What waits somewhere, mostly, to a post that an administrator might choose.
    Reroute reroute(const Case &model, StaffId administrator, const Office &office);
    /// Who is away from now on, and whether reviews pass them over.
    std::vector<Absence> anyAbsences();

    /// Changes one element of the effects or of the capacity.
    ProposedEvent bentEffects(ProposedEvent event);
    /// Changes one element of what the act says; nothing where nothing came of it. `claims` tells whether the change is of a kind that
    /// no notary can know to be false: what route the rules give, and what the content puts into which ledger.
    struct Bent {
        EventBody body;
        bool onlyForReaders = false;
    };
    std::optional<Bent> bentBody(const EventBody &body);

private:
    bool bend(Submitted &body, bool &onlyForReaders);
    bool bendRoute(Route &route, bool &onlyForReaders);
    bool bend(Approved &body);
    bool bend(Returned &body);
    bool bend(Rejected &body);
    bool bend(Objected &body);
    bool bend(Extended &body);
    AssignmentRef anyRef() { return {1 + below(6), 1 + below(2)}; }

    std::mt19937 &m_random;
};

/// The command that would say what a body says; what it passes over and takes along is for the engine to find.
Command commandOf(const EventBody &body);

} // namespace kessai::test
