// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/sampletrips.h"

namespace kessai {

/// Writes the cases of accounting, from the commitment to the payment, each with its papers: what a case says and what its papers say is the same,
/// but for the mistakes that are made on purpose, so that whoever examines has something to find.
class SampleVouchers final {
public:
    /// All outlive the vouchers.
    SampleVouchers(const SampleDirectory &directory, const WorkingTime &time, const Parameters &parameters, Dice &dice);

    SampleRequest write(const SampleFiling &filing);

private:
    SampleRequest commitment(const SampleFiling &filing);
    SampleRequest inspection(const SampleFiling &filing);
    SampleRequest payment(const SampleFiling &filing);
    SampleRequest atOnce(const SampleFiling &filing);
    SampleRequest change(const SampleFiling &filing);
    SampleRequest transfer(const SampleFiling &filing);
    SampleRequest assessment(const SampleFiling &filing);

    void bill(SampleRequest &request, const SampleFiling &filing);
    void attach(SampleRequest &request, const QString &name, const SampleLetter &letter);
    SampleLetter letter(const SamplePurchase &purchase, const QString &title, const QDate &day);
    SampleLetter invoice(const SampleFiling &filing, const QDate &day);
    void attachContract(SampleRequest &request, const SamplePurchase &purchase);
    void attachDelivery(SampleRequest &request, const SampleFiling &filing);
    QString staffNumber(StaffId staff) const;
    QString staffName(StaffId staff) const;

    const SampleDirectory &m_directory;
    const WorkingTime &m_time;
    const Numbers m_numbers;
    const SampleTrips m_trips;
    Dice &m_dice;
    const QJsonObject m_json;
};

} // namespace kessai
