// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/textindex.h"

#include "core/base/textfold.h"

#include <algorithm>
#include <cmath>

namespace kessai {

namespace {

/// Joined boxes may grow across the line by this much of the larger one before they count as two lines.
constexpr double kSameLine = 1.5;

/// Figures further apart than this share of their height are two.
constexpr double kWordGap = 0.35;

/// The head of a column is no further above a value than so many heights, and counts as so far away as a word that many heights to the left.
constexpr double kHeadGap = 1.5;
constexpr double kHeadFar = 4;

constexpr qsizetype kBeforeMatch = 6; ///< characters, so that a narrow list shows the match
constexpr qsizetype kAroundMatch = 60;

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
    stored.plain = text.plain;
    stored.boxes.reserve(static_cast<std::size_t>(text.boxes.size()));
    for (const QRectF &box : text.boxes) {
        stored.boxes.push_back({static_cast<float>(box.x()), static_cast<float>(box.y()),
                                static_cast<float>(box.width()), static_cast<float>(box.height())});
    }
    return true;
}

QString TextIndex::plainText(int page) const
{
    const auto stored = m_pages.find(page);
    return stored == m_pages.end() ? QString() : stored->second.plain;
}

PageText TextIndex::pageText(int page) const
{
    PageText text;
    const auto stored = m_pages.find(page);
    if (stored == m_pages.end())
        return text;
    text.folded = stored->second.text;
    text.plain = stored->second.plain;
    text.boxes.reserve(static_cast<qsizetype>(stored->second.boxes.size()));
    for (const Box &box : stored->second.boxes)
        text.boxes.append({box.x, box.y, box.width, box.height});
    return text;
}

void TextIndex::clear()
{
    m_pages.clear();
    m_units = 0;
    m_isFull = false;
}

void TextIndex::renumber(const PageNumbers &numbers)
{
    std::map<int, Page> pages;
    m_units = 0;
    for (auto &[page, stored] : m_pages) {
        if (!numbers.contains(page))
            continue;
        m_units += stored.text.size();
        pages[numbers.value(page)] = std::move(stored);
    }
    m_pages = std::move(pages);
    // What had no room may have some now.
    m_isFull = m_isFull && m_units > kMaxUnits / 2;
}

QList<TextHit> TextIndex::find(int page, const QString &folded) const
{
    return find(page, folded, false, false);
}

QList<TextHit> TextIndex::findWhole(int page, const QString &folded, bool ends) const
{
    return find(page, folded, !ends, true);
}

std::optional<double> TextIndex::distance(const TextHit &hit, const QString &folded) const
{
    std::optional<double> nearest;
    const QRectF value = hit.boxes.value(0);
    const auto offer = [&nearest](double far) { nearest = std::min(nearest.value_or(far), far); };
    for (const TextHit &word : find(hit.page, folded)) {
        const QRectF box = word.boxes.value(0);
        const double height = std::max(box.height(), value.height());
        const double right = value.left() - box.right();
        const double below = value.top() - box.bottom();
        if (std::abs(box.center().y() - value.center().y()) < height / 2 && right > -kWordGap * height)
            offer(std::max(0.0, right));
        else if (below > -height / 2 && below < kHeadGap * height && box.left() < value.right()
                 && value.left() < box.right())
            offer(kHeadFar * height + below);
    }
    return nearest;
}

QString TextIndex::around(int page, const QString &folded) const
{
    const auto stored = m_pages.find(page);
    if (stored == m_pages.end() || folded.isEmpty())
        return {};
    // A line may end, and a blank stand, within what matches.
    const QString &plain = stored->second.plain;
    QString bare;
    std::vector<qsizetype> places;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (plain.at(i).isSpace())
            continue;
        bare.append(plain.at(i));
        places.push_back(i);
    }
    const FoldedText text = foldTextWithOrigins(bare);
    const qsizetype at = text.text.indexOf(folded);
    if (at < 0)
        return {};
    qsizetype from = std::max<qsizetype>(0, places.at(std::size_t(text.origins.at(at))) - kBeforeMatch);
    if (plain.at(from).isLowSurrogate())
        ++from;
    const QString words = plain.mid(from, kAroundMatch).simplified();
    return from > 0 ? QChar(0x2026) + words : words;
}

/// Whether a number goes on from the unit `before` to the next one: both belong to a figure and stand together.
bool TextIndex::goesOn(const Page &page, qsizetype before)
{
    if (before < 0 || before + 1 >= page.text.size())
        return false;
    const QChar left = page.text.at(before);
    const QChar right = page.text.at(before + 1);
    const auto inFigure = [](QChar c) { return c.isDigit() || c == QLatin1Char(',') || c == QLatin1Char('.'); };
    if (!inFigure(left) || !inFigure(right) || (!left.isDigit() && !right.isDigit()))
        return false;
    const Box &first = page.boxes.at(static_cast<std::size_t>(before));
    const Box &second = page.boxes.at(static_cast<std::size_t>(before) + 1);
    const QRectF a(first.x, first.y, first.width, first.height);
    const QRectF b(second.x, second.y, second.width, second.height);
    return isSameLine(a, b) && b.left() - a.right() < kWordGap * std::max(a.height(), b.height())
        && b.left() >= a.left();
}

QList<TextHit> TextIndex::find(int page, const QString &folded, bool wholeLeft, bool wholeRight) const
{
    QList<TextHit> hits;
    const auto it = m_pages.find(page);
    if (folded.isEmpty() || it == m_pages.end())
        return hits;
    const Page &stored = it->second;
    qsizetype at = stored.text.indexOf(folded);
    while (at >= 0 && hits.size() < kMaxHitsPerPage) {
        if ((wholeLeft && goesOn(stored, at - 1)) || (wholeRight && goesOn(stored, at + folded.size() - 1))) {
            at = stored.text.indexOf(folded, at + 1);
            continue;
        }
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
