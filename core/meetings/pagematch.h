// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace kessai {

/// What the content of a page is recognised by when its paper is replaced. Made by the program of whoever puts the paper there, from the
/// page's folded text and a small grey picture of it; stored as one text, so that every reader comes to the same result.
struct PagePrint final {
    QByteArray text; ///< hex SHA-256 of the folded text; empty for a page without any
    QByteArray look; ///< what the picture looks like, coarse enough that another renderer gives nearly the same
    std::vector<quint32>
        sketch{}; ///< of the text's parts: how much of two sketches is the same is how much of the texts is
    friend bool operator==(const PagePrint &, const PagePrint &) = default;
};

/// `grey`: rows of bytes, one a pixel, of the whole page upright at `width` × `height`.
PagePrint pagePrint(const QString &folded, const QByteArray &grey, int width, int height);
QString printText(const PagePrint &print);
std::optional<PagePrint> printOf(const QString &text);

/// Where a page of the older revision is in the newer one.
struct PageMove final {
    std::optional<int> to{}; ///< none: it was taken out, and its ink is parked
    bool changed = false;    ///< its content is not the same any more: ink on it is marked
    friend bool operator==(const PageMove &, const PageMove &) = default;
};

/// One for each page of the older revision. Each page of the newer one is the goal of one at most.
std::vector<PageMove> matchPages(const std::vector<PagePrint> &older, const std::vector<PagePrint> &newer);
/// The same over several replacements, one after the other.
std::vector<PageMove> chained(const std::vector<PageMove> &first, const std::vector<PageMove> &then);

} // namespace kessai
