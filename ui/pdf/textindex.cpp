// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/textindex.h"

#include <algorithm>

namespace kessai {

namespace {

/// Joined boxes may grow across the line by this much of the larger one before they count as two lines.
constexpr double kSameLine = 1.5;

bool isSameLine(const QRectF &first, const QRectF &second)
{
    const QRectF both = first.united(second);
    const bool horizontal = both.height() <= kSameLine * std::max(first.height(), second.height());
    const bool vertical = both.width() <= kSameLine * std::max(first.width(), second.width());
    return horizontal || vertical;
}

} // namespace

bool TextIndex::addPage(int page, const PageText &text)
{
    Page &stored = m_pages[page];
    stored = {};
    if (m_units + text.folded.size() > kMaxUnits) {
        m_isFull = true;
        return false;
    }
    m_units += text.folded.size();
    stored.text = text.folded;
    stored.boxes.reserve(static_cast<std::size_t>(text.boxes.size()));
    for (const QRectF &box : text.boxes) {
        stored.boxes.push_back({static_cast<float>(box.x()), static_cast<float>(box.y()),
                                static_cast<float>(box.width()), static_cast<float>(box.height())});
    }
    return true;
}

void TextIndex::clear()
{
    m_pages.clear();
    m_units = 0;
    m_isFull = false;
}

QList<TextHit> TextIndex::find(int page, const QString &folded) const
{
    QList<TextHit> hits;
    const auto it = m_pages.find(page);
    if (folded.isEmpty() || it == m_pages.end())
        return hits;
    const Page &stored = it->second;
    qsizetype at = stored.text.indexOf(folded);
    while (at >= 0 && hits.size() < kMaxHitsPerPage) {
        TextHit hit{page, {}};
        for (qsizetype i = at; i < at + folded.size(); ++i) {
            const Box &unit = stored.boxes.at(static_cast<std::size_t>(i));
            const QRectF box(unit.x, unit.y, unit.width, unit.height);
            if (!hit.boxes.isEmpty() && isSameLine(hit.boxes.last(), box))
                hit.boxes.last() = hit.boxes.last().united(box);
            else
                hit.boxes.append(box);
        }
        hits.append(hit);
        at = stored.text.indexOf(folded, at + folded.size());
    }
    return hits;
}

} // namespace kessai
