// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/samplerequest.h"

namespace kessai {

/// Somebody of the sample office as a payee: trips are paid to whoever made them. At a bank that does not exist, like everybody there.
Payee payeeOf(const Staff &staff);

/// Sends people of the sample office on trips and has them settle what they cost.
class SampleTrips final {
public:
    /// All outlive the trips.
    SampleTrips(const SampleDirectory &directory, const WorkingTime &time, const Parameters &parameters);

    /// A trip of somebody in charge of a line of 旅費, beginning about a week after a day.
    std::shared_ptr<SampleTrip> trip(const BudgetLine &line, const QDate &day, Dice &dice) const;
    SampleRequest order(const SampleTrip &trip) const;
    SampleRequest settlement(const SampleFiling &filing) const;

private:
    const SampleDirectory &m_directory;
    const WorkingTime &m_time;
    const Numbers m_numbers;
};

} // namespace kessai
