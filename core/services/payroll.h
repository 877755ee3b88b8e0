// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textfile.h"
#include "core/duty/monthpay.h"
#include "core/ports/officestore.h"
#include "core/services/personwork.h"

namespace kessai {

/// What is paid to somebody for a month at one rate. Money is the payroll system's to work out: it knows the wage.
struct PayrollLine final {
    QString number; ///< of the staff
    QString name;
    QString section;
    int percent; ///< of the hourly wage
    PayPart part;
    qint64 minutes;
    qint64 hours; ///< rounded once for the month and rate (domain.md 1.7)
    friend bool operator==(const PayrollLine &, const PayrollLine &) = default;
};

/// The days whose postings the payroll of a month needs: its own, and those before it of the week it begins in. Where time off was
/// taken in the month (`settlesTimeOff`) also those of `timeOffPeriod`.
DayRange payrollPeriod(const QDate &month);

/// The payroll of a month, from what was decided alone, by staff number and rate. Everybody who worked is in it, whoever has left since
/// by where they were last; whoever receives 管理職手当 is not, for as long as they do.
std::vector<PayrollLine> payrollOf(const OfficeHistory &office, const Parameters &parameters, const QDate &month,
                                   const Known &known, const std::vector<WorkPosting> &postings);
/// The same of a month that is closed, read from the ledgers; refused as PeriodInvalid while it is open.
Result<std::vector<PayrollLine>> readPayroll(LedgerStore &ledgers, const Configuration &configuration,
                                             const QDate &month);

/// The file that payroll systems read (docs/payroll.md): a head line and a line for each, comma separated, CRLF. What a spreadsheet
/// would take for a formula is kept from being one.
QString payrollCsv(const std::vector<PayrollLine> &lines, const QDate &month);
/// Somebody whose lines have characters that an encoding does not have.
struct PayrollFault final {
    int row; ///< of the file, the head line being the first
    QString number;
    QString name;
    QString characters;
    friend bool operator==(const PayrollFault &, const PayrollFault &) = default;
};
/// Each person once. As long as there are any, there is no file.
std::vector<PayrollFault> payrollFaults(const std::vector<PayrollLine> &lines, TextEncoding encoding);
/// The same as the bytes of a file, where nothing speaks against the encoding.
QByteArray payrollFile(const std::vector<PayrollLine> &lines, const QDate &month,
                       TextEncoding encoding = TextEncoding::Utf8);

} // namespace kessai
