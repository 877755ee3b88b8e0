// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/pagematch.h"

#include <cstddef>
#include <vector>

namespace kessai {

/// The most parts a sketch keeps of a page: those with the smallest hashes, a fair sample of all of them.
inline constexpr std::size_t kSketchParts = 96;

/// Two pages that may be one, and how alike they are (0 to 1).
struct PageEdge final {
    int older = 0;
    int newer = 0;
    double likeness = 0;
};

/// A number for each page, those of the older revision first: pages have the same one where text and look are the same.
std::vector<int> pageKinds(const std::vector<PagePrint> &older, const std::vector<PagePrint> &newer);

/// Of these pages, which may have become which by being changed. Parts that many pages share (heads, feet, the words of a table) count
/// little, so that a page is not taken for another one that was put where it was.
std::vector<PageEdge> similarPages(const std::vector<PagePrint> &older, const std::vector<PagePrint> &newer,
                                   const std::vector<int> &ofOlder, const std::vector<int> &ofNewer);

/// Whether two pages have the same layout and most words, shared by other pages or not.
bool areAlike(const PagePrint &one, const PagePrint &other);

} // namespace kessai
