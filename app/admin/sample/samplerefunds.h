// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/samplehistory.h"

namespace kessai {

class Database;

/// What follows payments in the sample office, filed and acted on by those whose turn it is: a refund of which the money has come in, one that is
/// awaited, and an advance that is settled (戻入・精算), as far as there was paid what these may be of. All of them are
/// decided.
Result<SampleFigures> refundSample(Database &database, const Configuration &configuration, const FormCatalog &catalog,
                                   const SampleHistory::Desk &desk, StaffId cashier, Instant now);

} // namespace kessai
