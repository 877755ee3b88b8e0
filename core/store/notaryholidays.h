// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/officestore.h"
#include "core/store/reader.h"

namespace kessai {

/// Binds a row of the table `holiday`.
void bindHoliday(Query &insert, const Holiday &row);

/// Writes what is different between the rows before and after, in a revision. In the caller's transaction.
Result<> writeHolidayRows(Database &database, const std::vector<Holiday> &before, const std::vector<Holiday> &after,
                          int revision);

/// Writes a change of the holidays in a revision of its own, if it makes sense (checkChange): for the notary in this program, which sees
/// to who makes it, and for the owner of a database. In the caller's transaction.
Result<> writeHolidays(Database &database, const Configuration &configuration, const HolidayChange &change,
                       const QString &madeBy, Instant now);

/// How many decided cases moved something on some days; AccessDenied for all but administrators and the owner of the database.
Result<qint64> readDecidedOn(const Reader &reader, const std::vector<QDate> &days);

} // namespace kessai
