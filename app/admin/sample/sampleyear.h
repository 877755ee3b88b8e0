// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/sampleplan.h"

namespace kessai {

/// The year of accounting that is lived up to a day: in April and May the one before, which is still being paid (出納整理期間).
FiscalYear sampleYearOf(const QDate &today);

/// Plans a fiscal year of accounting up to now: what is bought, and for what was decided its inspection, payments and changes. Vouchers of the last
/// days have come as far as 会計課 and wait there.
class SampleYear final {
public:
    /// `directory`, `time` and `parameters` outlive the year.
    SampleYear(const SampleDirectory &directory, const WorkingTime &time, const Parameters &parameters, Instant now,
               Dice dice);

    /// What is filed by itself, until now.
    std::vector<PlannedCase> plan(const std::vector<BudgetEntry> &entries);
    /// What follows from a case that was decided, a commitment or a trip; of a change only that later payments are as much more or less.
    std::vector<PlannedCase> following(const SampleFiling &decided, const CaseRef &commitment, Instant at);

private:
    PlannedCase filing(SampleKind kind, StaffId drafter, const QDate &day, SampleSpending spending);
    void examine(PlannedCase &voucher);
    void pay(std::vector<PlannedCase> &plan, const SampleSpending &spending, const QDate &after);
    void payAndInspect(std::vector<PlannedCase> &plan, const SampleFiling &decided, const CaseRef &commitment,
                       Instant at);
    void planTransfers(std::vector<PlannedCase> &plan, FiscalYear year);
    void planSplitOrder(std::vector<PlannedCase> &plan, SamplePurchases &purchases, FiscalYear year,
                        const std::vector<BudgetEntry> &entries);
    void planTrips(std::vector<PlannedCase> &plan, FiscalYear year);
    void planRevenues(std::vector<PlannedCase> &plan, FiscalYear year);

    const SampleDirectory &m_directory;
    const WorkingTime &m_time;
    const Parameters &m_parameters;
    const Instant m_now;
    const SampleTrips m_trips;
    Dice m_dice;
};

} // namespace kessai
