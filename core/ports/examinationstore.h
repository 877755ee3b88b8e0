// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/proofmark.h"
#include "core/ports/casestore.h"

namespace kessai {

/// Where an order of payment is, seen from the reader's examination.
enum class VoucherStage {
    Waiting = 0,
    Coming = 1,   ///< it is still on its way through its section
    Examined = 2, ///< it left it, and whoever orders the payment has not done so yet
};

/// An order of payment that waits for the reader's examination, will, or has.
struct VoucherRow final {
    CaseRow row;
    VoucherStage stage = VoucherStage::Waiting;
    QJsonObject fields; ///< of its content, those that say when and whom it pays
    friend bool operator==(const VoucherRow &, const VoucherRow &) = default;
};

/// A decided case that says how a commitment was inspected.
struct InspectionRow final {
    CaseId id;
    QString number;
    StaffId drafter; ///< who inspected
    QString drafterName;
    QJsonObject fields; ///< of its content, "result" and "inspected_on"
    friend bool operator==(const InspectionRow &, const InspectionRow &) = default;
};

/// A tick to be recorded, or one taken back.
struct MarkProof final {
    CaseId id;
    int revision = 0; ///< of the content as it was seen; Stale where it is no longer the newest
    QString field;
    bool ticked = true;
    std::optional<ProofPlace> place;
};

/// How many ticks a case can have, taken back ones among them.
inline constexpr int kMostProofMarks = 2'000;

/// What the accounting section examines (会計審査).
class ExaminationStore {
public:
    virtual ~ExaminationStore() = default;
    /// The cases of these forms whose examination waits for the reader, those on their way to one of theirs, and those that left it and are
    /// not decided: all of them, at most some thousands. Of what has not arrived they learn what the row says, and no more.
    virtual Result<std::vector<VoucherRow>> vouchers(const QStringList &forms) = 0;
    /// What decided cases of a form say of a commitment the reader may read, the oldest first; of the cases themselves no more than that.
    virtual Result<std::vector<InspectionRow>> inspections(CaseId commitment, const QString &form) = 0;
    /// Records a tick with who set it and when, for whoever the case's examination waits for; NotYourTurn otherwise. What was recorded
    /// stays; the last one of a field counts. CaseRecord has them.
    virtual Result<> markProof(const MarkProof &mark) = 0;
    /// Why cases of these forms were sent back since an instant, as far as the reader may read them: the reasons as they were written.
    virtual Result<QStringList> returnReasons(const QStringList &forms, Instant since) = 0;
};

} // namespace kessai
