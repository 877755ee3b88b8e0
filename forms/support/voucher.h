// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "forms/support/accounting.h"

namespace kessai {

/// What an order of payment is about besides its own fields.
struct VoucherBasis final {
    std::optional<FiscalYear> year; ///< whose money it is
    QString item;                   ///< of its budget line, as the 専決 table calls it
    bool inspected = false;         ///< what is paid must have been inspected before
};

/// What an order of payment says, whether it is one of a commitment or commits at once; the fields are the same in both forms.
/// The last day of its term (domain.md 5.7); none where no invoice and no term say it.
std::optional<QDate> paymentTermEnd(const QJsonObject &fields, const Numbers &numbers);
/// Invoice, contacts, tax per rate, inspection, term, withholding and account (domain.md 5.7 to 5.11).
std::vector<Finding> voucherFindings(const QJsonObject &fields, const VoucherBasis &basis, const FormContext &context);
/// The day of payment alone: not before today, on which the office is open, within the term, and while the money of `year` may be paid (AC-5).
std::vector<Finding> paymentDayFindings(const QJsonObject &fields, std::optional<FiscalYear> year,
                                        const FormContext &context);
/// The computed fields "due" and "net".
QHash<QString, Bilingual> voucherTexts(const QJsonObject &fields, const Parameters &parameters);
std::vector<Insight> voucherInsights(const QJsonObject &fields, const FormContext &context);

} // namespace kessai
