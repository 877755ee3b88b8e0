// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/papermoves.h"

#include <algorithm>

namespace kessai {

std::vector<PagePrint> printsOf(const std::vector<PaperPage> &pages)
{
    std::vector<PagePrint> prints;
    for (const PaperPage &page : pages)
        prints.push_back(printOf(page.print).value_or(PagePrint()));
    return prints;
}

std::vector<std::vector<PageMove>> movesToNewest(const std::vector<std::vector<PaperPage>> &revisions)
{
    if (revisions.empty())
        return {};
    std::vector<std::vector<PageMove>> moves(revisions.size() - 1);
    for (size_t i = moves.size(); i-- > 0;) {
        moves[i] = matchPages(printsOf(revisions[i]), printsOf(revisions[i + 1]));
        if (i + 1 < moves.size())
            moves[i] = chained(moves[i], moves[i + 1]);
    }
    return moves;
}

int keptPage(const std::vector<PageMove> &moves, int page)
{
    for (int kept = std::min(page, int(moves.size()) - 1); kept >= 0; --kept) {
        if (const std::optional<int> to = moves[size_t(kept)].to)
            return *to;
    }
    return 0;
}

PageChanges pageChanges(const std::vector<PageMove> &moves, int newPages)
{
    PageChanges changes;
    int kept = 0;
    for (size_t page = 0; page < moves.size(); ++page) {
        const PageMove &move = moves[page];
        kept += move.to ? 1 : 0;
        (!move.to                    ? changes.removed
             : move.changed          ? changes.changed
             : *move.to != int(page) ? changes.moved
                                     : changes.unchanged) += 1;
    }
    changes.added = newPages - kept;
    return changes;
}

} // namespace kessai
