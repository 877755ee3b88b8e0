// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/fiscalyear.h"
#include "core/calendar/holidays.h"

#include <optional>

namespace kessai {

/// Days of 政府契約の支払遅延防止等に関する法律 (it binds municipalities by its article 14): within how many days of the notice of
/// completion to inspect (5条), and of a valid invoice to pay (6条, 10条 where nothing was written).
struct PaymentTerms final {
    int inspectDays;
    int payDays;
    friend bool operator==(const PaymentTerms &, const PaymentTerms &) = default;
};

/// An invoice that was wrong: when its sender was told, and when the corrected one came (7条).
struct WrongInvoice final {
    QDate told;
    QDate corrected;
    bool grave = false; ///< wilful or grossly negligent: as if it had never been made
    friend bool operator==(const WrongInvoice &, const WrongInvoice &) = default;
};

/// What happened between delivery and payment.
struct InvoiceCourse final {
    QDate received;                      ///< a valid invoice came
    std::optional<QDate> completed = {}; ///< the other side told that it is done
    std::optional<QDate> inspected = {};
    std::optional<WrongInvoice> wrong = {};
    friend bool operator==(const InvoiceCourse &, const InvoiceCourse &) = default;
};

/// By how many days an inspection was late; they are taken off the days for payment (6条2項).
int lateInspection(const InvoiceCourse &course, const PaymentTerms &terms);
/// The last day of the term; the first day is not counted (民法140条), and what nobody corrected in time never ends before the invoice.
QDate paymentDue(const InvoiceCourse &course, const PaymentTerms &terms);
/// The last day before or on `due` on which the office pays: it is closed on weekends, holidays and at the turn of the year (AC-T3).
QDate lastPaymentDay(const QDate &due, const Holidays &holidays);

/// Whether a 支出負担行為 may bear the date in the year: none is made after 3/31, not even in the 出納整理期間 (地方自治法208条, 235条の5).
bool mayCommit(FiscalYear year, const QDate &day);
/// Whether goods or works delivered and inspected on the day belong to the year: by 3/31 at the latest.
bool belongsTo(FiscalYear year, const QDate &inspected);
/// Whether the year still pays on the day: until 5/31 after it (AC-5).
bool mayPay(FiscalYear year, const QDate &day);

} // namespace kessai
