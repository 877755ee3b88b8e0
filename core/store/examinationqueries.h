// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/examinationstore.h"
#include "core/store/reader.h"

namespace kessai {

/// What waits for the reader's examination, and what is on its way there.
Result<std::vector<VoucherRow>> readVouchers(const Reader &reader, const QStringList &forms);
/// How a commitment was inspected, as decided cases of a form say.
Result<std::vector<InspectionRow>> readInspections(const Reader &reader, CaseId commitment, const QString &form);
/// Why cases of some forms were sent back since an instant.
Result<QStringList> readReturnReasons(const Reader &reader, const QStringList &forms, Instant since);

/// Binds what a tick says; who set it and when, the notary knows.
Query &bindMark(Query &query, const MarkProof &mark);

} // namespace kessai
