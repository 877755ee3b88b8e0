// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/zengin.h"

namespace kessai::test {

/// Reads a 総合振込 file as strictly as a bank could: by the layout of 全銀協 (domain.md 5.9) and knowing nothing of how it was written. The error
/// says what is not as it has to be. A file knows month and day alone; the year is the reader's.
Result<TransferFile, QString> readZengin(const QByteArray &file, int year);

} // namespace kessai::test
