// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/renderprotocol.h"

#include <QHash>
#include <QList>
#include <QRectF>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace kessai {

/// One place where a document's text matches; a match that is broken over a line end has a box on each line.
struct TextHit final {
    int page = 0;
    /// In points on the unturned page.
    QList<QRectF> boxes;

    bool operator==(const TextHit &) const = default;
};

/// New numbers of pages by their old ones, where pages are put in or taken out of a run; those that are not in it are gone.
using PageNumbers = QHash<int, int>;

/// The folded text of a document's pages, searched without asking anybody.
class TextIndex final {
public:
    /// Pages beyond this many UTF-16 units in all are not taken in: some 6,000 dense pages.
    static constexpr qint64 kMaxUnits = 8'000'000;
    static constexpr qsizetype kMaxHitsPerPage = 2'000;

    /// False when the index is full; then the page counts as read but holds no text.
    bool addPage(int page, const PageText &text);
    bool hasPage(int page) const { return m_pages.contains(page); }
    /// What was taken in of a page; empty for one that was not.
    PageText pageText(int page) const;
    /// The same as it is written there, with blanks.
    QString plainText(int page) const;
    int pageCount() const { return static_cast<int>(m_pages.size()); }
    /// Whether every page added so far could be taken in.
    bool isComplete() const { return !m_isFull; }
    /// Whether any page has text at all: a scan has none.
    bool hasText() const { return m_units > 0; }
    void clear();
    void renumber(const PageNumbers &numbers);

    /// Matches on one page in reading order, without overlaps; `folded` comes from foldText().
    QList<TextHit> find(int page, const QString &folded) const;
    /// The same for what stands by itself: 1,234 is not in 51,234, though it is beside a 5 in the next column.
    /// `ends`: it may be the end of a longer figure, as the last digits of an account are.
    QList<TextHit> findWhole(int page, const QString &folded, bool ends = false) const;
    /// How far a hit is from a word that stands left of it on its line, or close above it as the head of its column; none where it does not.
    std::optional<double> distance(const TextHit &hit, const QString &folded) const;

    /// What stands around the first match on a page, as it is written there; empty where there is none.
    QString around(int page, const QString &folded) const;

private:
    struct Box {
        float x;
        float y;
        float width;
        float height;
    };
    struct Page {
        QString text;
        QString plain; ///< with blanks
        std::vector<Box> boxes;
    };

    QList<TextHit> find(int page, const QString &folded, bool wholeLeft, bool wholeRight) const;
    static bool goesOn(const Page &page, qsizetype before);

    std::map<int, Page> m_pages;
    qint64 m_units = 0;
    bool m_isFull = false;
};

} // namespace kessai
