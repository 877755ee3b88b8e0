// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/paymentterms.h"

#include <algorithm>

namespace kessai {

int lateInspection(const InvoiceCourse &course, const PaymentTerms &terms)
{
    if (!course.completed || !course.inspected)
        return 0;
    const qint64 late = course.completed->addDays(terms.inspectDays).daysTo(*course.inspected);
    return int(std::clamp<qint64>(late, 0, terms.payDays));
}

QDate paymentDue(const InvoiceCourse &course, const PaymentTerms &terms)
{
    const int days = terms.payDays - lateInspection(course, terms);
    if (!course.wrong)
        return course.received.addDays(days);
    if (course.wrong->grave)
        return course.wrong->corrected.addDays(days);
    const qint64 stood = std::max<qint64>(0, course.wrong->told.daysTo(course.wrong->corrected));
    return course.received.addDays(days + stood);
}

QDate lastPaymentDay(const QDate &due, const Holidays &holidays)
{
    QDate day = due;
    while (day.isValid() && !holidays.isDuty(day))
        day = day.addDays(-1);
    return day;
}

bool mayCommit(FiscalYear year, const QDate &day)
{
    return daysOf(year).contains(day);
}

bool belongsTo(FiscalYear year, const QDate &inspected)
{
    return daysOf(year).contains(inspected);
}

bool mayPay(FiscalYear year, const QDate &day)
{
    return daysOf(year).first <= day && day <= settlementOf(year).last;
}

} // namespace kessai
