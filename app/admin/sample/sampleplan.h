// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/samplerequests.h"

#include <optional>
#include <vector>

namespace kessai {

/// What becomes of a case on its way.
enum class SampleFate {
    Straight, ///< goes from desk to desk until it is decided, or until now
    LeftAsDraft,
    Withdrawn,      ///< taken back by its drafter and left there
    WithdrawnOnce,  ///< taken back, corrected and filed again
    Returned,       ///< sent back and still with its drafter
    ReturnedOnce,   ///< sent back, corrected and filed again
    ReturnedWithin, ///< sent back to an earlier step, which agrees again
    Rejected,
    Cancelled,
};

/// A case that is to be: who files what and when, and what becomes of it.
struct PlannedCase final {
    SampleFiling filing;
    Instant created{0};
    int minutesToSubmit = 0; ///< office hours between writing and filing
    SampleFate fate = SampleFate::Straight;
    int fateAtStep = 0;            ///< the how-manieth approver it happens at, from 0
    std::optional<PostId> stopsAt; ///< it must be asked of this post, which does not get round to it
    bool prompt = false;           ///< everybody before that acts within the hour
    bool forgotten = false;        ///< nobody gets round to it
    bool unexamined = false;       ///< a voucher 会計課 does not get round to
};

/// Somebody to sign in as, with what there is to try.
struct SampleSignIn final {
    QString post;   ///< code in resources/sample/office.json; the post's first holder
    QString noteJa; ///< may name {waiting}
    QString noteEn;
};

/// The people of resources/sample/office.json worth signing in as, in their order.
std::vector<SampleSignIn> sampleSignIns();
/// Some more, who the sample was not made around.
std::vector<SampleSignIn> moreSampleSignIns();

/// Plans three months of work that end now, with the trays of those worth signing in as full enough to be worth it.
std::vector<PlannedCase> planSampleCases(const SampleDirectory &directory, const WorkingTime &time, Instant now,
                                         Dice dice);

} // namespace kessai
