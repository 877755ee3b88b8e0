// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/duty/exchange.h"

#include <QJsonObject>

#include <optional>

namespace kessai {

/// 取消 (domain.md 8.1): a case of its own that takes back what another one decided. Its content is that of the decided case and, in
/// one member more, which case that is and why. Its drafter is that of the original, or, where they have left or are ill, whoever heads
/// their line (Office::headsLine). So it takes the route which that content takes, and moves the same quantities back.
struct Cancellation final {
    CaseId original;
    QString number;         ///< of the original, as people know it
    int officeRevision = 0; ///< whose numbers the original's postings were made with
    QString reason;
    std::optional<DayRange> days = {}; ///< the part of a leave that is taken back (変更); none = all that was decided
    std::optional<StaffId> drafter = {}; ///< of the original, where whoever heads their line cancels it for them
    std::vector<DayRange> before = {};   ///< the days that decided cancellations took back already, in order
    friend bool operator==(const Cancellation &, const Cancellation &) = default;
};

/// The member of a content that makes it a cancellation; no form has a field of this name.
inline constexpr QLatin1String kCancels("cancels");

/// What a content cancels; nothing where it is no cancellation or does not say well of what.
std::optional<Cancellation> cancellationIn(const QJsonObject &fields);
/// A content that cancels what another says.
QJsonObject cancelling(QJsonObject fields, const Cancellation &cancellation);
/// The content that is cancelled, or the content itself.
QJsonObject withoutCancellation(QJsonObject fields);

// What a form makes of a content, whether it asks for something or takes it back.

/// In lists and on paper a cancellation says that it is one.
QString titleOf(const Form &form, const QJsonObject &fields, const Parameters &parameters);
/// A cancellation moves what the original moved, and as much, the other way; one of some days what its form says of these days, and one
/// of all that is left what nothing took back before.
std::vector<Posting> postingsOf(const Form &form, const QJsonObject &fields, StaffId drafter,
                                const Parameters &parameters);
/// What `findingsOf` wants to know of the ledgers: of a cancellation, of whom the original is.
std::vector<LedgerQuery> questionsOf(const Form &form, const QJsonObject &fields, StaffId drafter,
                                     const Parameters &parameters);
/// What a content says that takes something back, for whoever files or decides it: what is given back. How much is left does not matter.
std::vector<Insight> insightsOfCancellation(const Form &form, const QJsonObject &fields, StaffId drafter,
                                            const Parameters &parameters);
/// The checks every form shares. What was decided is not judged again, but a cancellation has to be one and say why, and the days it takes
/// back are a part of those decided.
std::vector<Finding> checkContent(const FormDefinition &definition, const QJsonObject &fields);

/// Everything to say of a content before it is submitted: the shared checks and the form's own, which judges no cancellation again, but
/// says what rests on that which is taken back (`Form::checkTakenBack`); one of days on which nothing was taken is an error. The context
/// has the answers to `questionsOf`.
std::vector<Finding> findingsOf(const Form &form, const FormDefinition &definition, const QJsonObject &fields,
                                const FormContext &context);
bool hasError(const std::vector<Finding> &findings);

} // namespace kessai
