// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"
#include "core/meetings/pagematch.h"

#include <map>

namespace kessai {

std::vector<PagePrint> printsOf(const std::vector<PaperPage> &pages);

/// Of each revision of a paper but the newest, where its pages are in the newest; the revisions from the first on.
std::vector<std::vector<PageMove>> movesToNewest(const std::vector<std::vector<PaperPage>> &revisions);

/// By paper: of each page of the file that was read, where it is in the one that takes its place.
using PaperMoves = std::map<int, std::vector<PageMove>>;
/// Where somebody goes on who read this page: where it is now, or where the nearest kept one before it is.
int keptPage(const std::vector<PageMove> &moves, int page);

/// What becomes of the pages of a paper when another file takes its place.
struct PageChanges final {
    int unchanged = 0;
    int moved = 0;   ///< the same content on another page
    int changed = 0; ///< known again, with other content
    int removed = 0; ///< what is written on them is parked
    int added = 0;
    friend bool operator==(const PageChanges &, const PageChanges &) = default;
};
PageChanges pageChanges(const std::vector<PageMove> &moves, int newPages);

} // namespace kessai
