// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ledgerstore.h"
#include "core/store/reader.h"

namespace kessai {

/// Answers ledger questions, eight to a round trip, in their order.
Result<std::vector<LedgerAnswer>> readSums(const Reader &reader, const std::vector<LedgerQuery> &questions,
                                           std::optional<CaseId> except);

/// The reader's own postings that count, between two days; none for the owner of the database.
Result<std::vector<OwnPosting>> readOwnPostings(const Reader &reader, const QDate &from, const QDate &until);

/// When the people of a section are away; AccessDenied to whom it is not theirs to look at.
Result<std::vector<AwayMinutes>> readAway(const Reader &reader, SectionId section, const QDate &from,
                                          const QDate &until);

/// Everybody's overtime and changed duty, and its sums by month; AccessDenied to whoever does not look after them.
Result<std::vector<WorkPosting>> readWork(const Reader &reader, const QDate &from, const QDate &until);
Result<std::vector<BookPosting>> readWorkBook(const Reader &reader, std::optional<StaffId> who, const QDate &from,
                                              const QDate &until);
Result<std::vector<WorkSum>> readWorkSums(const Reader &reader, const QDate &from, const QDate &until);
Result<std::vector<AwaitedEvidence>> readAwaitedEvidence(const Reader &reader, const QDate &from, const QDate &until);

/// Every closing of a month, oldest first.
Result<std::vector<MonthClose>> readMonthCloses(const Reader &reader);

} // namespace kessai
