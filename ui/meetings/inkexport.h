// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/inklayer.h"
#include "ui/pdf/renderprotocol.h"

namespace kessai {

/// The ink on a paper's newest revision as PDF annotations that other programs show: strokes of one width, highlights, notes as
/// comments. Bookmarks and parked ink have no place in the file.
QList<PageAnnotation> annotationsOf(const std::vector<PlacedInk> &pieces, int paper);

} // namespace kessai
