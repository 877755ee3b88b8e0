// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/anchor.h"

namespace kessai {

/// Writes the sheet of an anchor, one A4 page to be signed and filed: office, time, how much it covers, the digest large enough to be read
/// aloud and compared in lines and groups, that of the anchor before, how to check it, and where to sign.
Result<> saveAnchorPdf(const Anchor &anchor, const QString &path);
/// The same from the anchor's file.
Result<> saveAnchorPdf(const QString &file, const QString &path);

} // namespace kessai
