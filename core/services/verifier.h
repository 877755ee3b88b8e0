// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/ports/casestore.h"
#include "core/ports/officestore.h"
#include "core/services/officesnapshots.h"

namespace kessai {

/// One way in which a record does not prove itself.
struct Damage final {
    enum class Kind {
        Chain,      ///< an event was changed, removed or added behind the notary's back
        History,    ///< the history is not one the engine could have made
        Projection, ///< state, steps, assignments, access or postings differ from what the history gives
        Content,    ///< a sealed content is not the one that was sealed, or is none that its form allows
        Route,      ///< the route is not the one the rules gave on that day
        Actor,      ///< somebody acted who could not act like this, as the office was known then
        Postings,   ///< the postings are not what the content says
        Attachment, ///< an attached file is not the one that was sealed
        Reference,  ///< what it rests on is not what it says (core/services/referencecheck.h)
    };
    Kind kind;
    QString detail; ///< English, for the log and for kessai-admin
    friend bool operator==(const Damage &, const Damage &) = default;
};
/// The stable code of a kind of damage ("chain", "route", ...).
QString toCode(Damage::Kind kind);

/// Everything a reader can check without trusting the database: the case folded from its history, and what is wrong with it.
struct Verified final {
    Case state; ///< as far as the history could be folded
    std::vector<Damage> damage;
    bool sound() const { return damage.empty(); }
    /// Whether its history holds by itself, whatever was claimed in it. Then whose case it is may end what somebody else filed in
    /// their name, and nobody may do anything else.
    bool endable() const;
    friend bool operator==(const Verified &, const Verified &) = default;
};

/// Replays a case from its history and compares everything derived from it: hash chain, fold, projections, who acted and in which
/// capacity, content seals and the form's limits, the route resolved again from the rule and office revisions each round names,
/// the form's postings, and the stored chunks of each attachment (design.md "every reader verifies").
///
/// Every act is held to the office as it was known at its time: what was entered or taken back later changes nothing, whatever
/// days it was entered for. Pure but for the snapshots kept in `offices`, which are those of `configuration`.
Verified verifyCase(const CaseRecord &record, const Configuration &configuration, const FormCatalog &catalog,
                    OfficeSnapshots &offices);
Verified verifyCase(const CaseRecord &record, const Configuration &configuration, const FormCatalog &catalog);

} // namespace kessai
