// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/ports/examinationstore.h"
#include "core/services/caseview.h"

namespace kessai {

/// How urgent an examination is, by the day the money is to go out.
enum class VoucherGroup {
    AtRisk,   ///< 期限を過ぎるおそれ: later than today, or to be paid after its term
    ThisWeek, ///< to be examined until the end of this week
    Later,
    Examined, ///< 審査済・命令待ち: whoever orders the payment has not done so yet
    Coming,   ///< これから届くもの: still on its way through its section
};

/// An order of payment as the examiner's queue has it.
struct Voucher final {
    CaseRow row;
    VoucherGroup group = VoucherGroup::Later;
    std::optional<QDate> paymentOn; ///< the day it asks to be paid on
    std::optional<QDate> termEnd;   ///< the last day of its term on which the office pays (支払遅延防止法)
    std::optional<QDate> examineBy; ///< the last day to examine it, so that the bank has it in time
    QString payee;
    std::optional<QDate> returnBy{}; ///< of what gives back, by when the money is to be there (返納期限)
    /// Whether it is for the reader to examine now.
    bool waits() const;
    friend bool operator==(const Voucher &, const Voucher &) = default;
};

struct ReturnCount final {
    QString words; ///< as VoucherFault has them, in Japanese
    QString english;
    int times = 0;
    friend bool operator==(const ReturnCount &, const ReturnCount &) = default;
};

/// The queue, backwards from the day of payment.
struct ExaminationQueue final {
    QDate today;
    std::vector<Voucher> vouchers; ///< by group, then by the day of payment, then what gives back by its day
    friend bool operator==(const ExaminationQueue &, const ExaminationQueue &) = default;
};

/// Whether cases of a form are vouchers, which order a payment: they say on which day (the field payment_on).
bool ordersPayment(const FormDefinition &form);
/// Whether cases of a form give back, correct or settle what was paid (戻入・更正・精算), which is examined as an order is.
bool givesBack(const FormDefinition &form);
/// The codes of the forms whose cases the accounting section examines.
QStringList voucherForms(const std::vector<FormDefinition> &forms);

/// Puts what waits in order. Pure. `parameters` are those of the office.
ExaminationQueue makeQueue(std::vector<VoucherRow> rows, const FormCatalog &catalog, const Parameters &parameters,
                           const QDate &today);

/// Why vouchers were sent back, the most frequent first; what was written by hand is not counted.
std::vector<ReturnCount> countReturns(const QStringList &reasons, const std::vector<FaultList> &lists = {});

/// A voucher with what it rests on, as far as the reader may read it.
struct VoucherFile final {
    CaseView view;
    std::optional<CaseView> commitment;
    std::optional<CaseView> order; ///< that was paid, and that it gives back of, corrects or settles
    std::vector<CaseView> reports; ///< how that was inspected, the newest first
    std::vector<Insight> insights{};
};

/// What an examiner should see of how a commitment was inspected, beside a voucher that pays it: the newest report, and whether the voucher says
/// the same; that there is none, where one is `needed`. Pure.
std::vector<Insight> inspectionInsights(const std::vector<InspectionRow> &reports, const QJsonObject &voucher,
                                        const Office &office, bool needed);
/// Whether a commitment of so much is paid of only after a report of its inspection (検査調書; parameter inspection.report_yen): one of a
/// contract. The notaries hold to it (Refusal::NotInspected).
bool needsReport(const QJsonObject &commitment, qint64 amount, const Numbers &numbers, const QDate &day);
/// Whether a voucher pays before delivery, so that nothing is inspected yet (資金前渡, 概算払, 前金払).
bool paysBeforehand(const QJsonObject &voucher);
/// The report of the newest day, and of one day the later; none where there is none.
const InspectionRow *newestReport(const std::vector<InspectionRow> &reports);

/// The ticks that count of the newest content: the last of each field, where that is a tick.
std::vector<ProofMark> standingMarks(const CaseRecord &record);

} // namespace kessai
