// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/bench/report.h"

#include <QStringList>

namespace kessai::bench {

/// Jobs a second in memory, on one core.
Result<> measureEngine(Report &report);
/// Jobs a second through the store, on PostgreSQL and on SQLite, alternating with plain SQL that writes the same rows.
Result<> measureWriting(Report &report, const QStringList &clients, double seconds);
/// Closing a month and making its payroll, on PostgreSQL and on SQLite, alternating with a plain sum.
Result<> measurePaying(Report &report);
/// What a desk reads, in an office with few and in one with many cases, and searching.
Result<> measureReading(Report &report, qint64 few, qint64 many, bool read, bool search);

/// Sixty people following a presenter through a book of so many pages, and all of them writing meanwhile.
Result<> measureMeeting(Report &report, int pages);

} // namespace kessai::bench
