// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"

namespace kessai {

/// One chunk of a file attached to a case the reader may see, checked against the digest it is attached with; NotFound or Damaged.
Result<QByteArray> readChunk(const Reader &reader, const QByteArray &sha256, int no);

} // namespace kessai
