// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace kessai {

enum class InkKind {
    Pen = 0,
    Marker = 1,
    Highlight = 2, ///< on text: its rectangles
    Note = 3,      ///< 付箋: a text at a point
    Bookmark = 4,  ///< しおり: of the page, with a name
};

enum class InkAudience {
    Private = 0,
    Chosen = 1, ///< the author and those named
    All = 2,    ///< everybody who may read the paper
};

/// A point of a stroke, in shares (0 to 1) of the page's width and height as it lies in the file.
struct InkPoint final {
    float x = 0;
    float y = 0;
    float pressure = 1; ///< 0 to 1
    friend bool operator==(const InkPoint &, const InkPoint &) = default;
};

/// What is drawn: the body of a piece of ink. What a kind does not use is empty.
struct InkShape final {
    InkKind kind = InkKind::Pen;
    int color = 0;   ///< index into the inks of the theme
    float width = 1; ///< of a stroke, in points (1/72 inch) on paper
    std::vector<InkPoint> points{};
    std::vector<QRectF> places{}; ///< of a highlight, in shares
    QString text{};               ///< of a note or a bookmark; what a highlight is on
    friend bool operator==(const InkShape &, const InkShape &) = default;
};

/// A piece of ink on a page. It stays on the revision of the paper it was made on.
struct Ink final {
    QString id; ///< a UUID without braces, made by the author's program
    int paper = 0;
    int revision = 1;
    int page = 0; ///< 0-based
    InkShape shape;
    InkAudience audience = InkAudience::Private;
    std::vector<StaffId> readers{}; ///< of Chosen
    int version = 1;                ///< goes up with every change; the higher one is the newer
    bool removed = false;           ///< rubbed out or taken back: a mark that it is gone, without a shape
    StaffId author{0};              ///< set by the notary, as is what follows
    QString authorName{};
    Instant changedAt{0};
    /// The version the store had when its author changed it, 0 for none: over another one it is not written. Said by the writer and not
    /// stored; nothing where it is not known.
    std::optional<int> base{};
    QByteArrayList tried{}; ///< marks (markOf) of what of it was sent and may have arrived; sent to nobody
    friend bool operator==(const Ink &, const Ink &) = default;
};

/// JSON of a shape as it is stored: coordinates as whole 1/20,000 of the page, deltas from point to point, so that a stroke of 100 points
/// takes less than 1 KB. Nothing where bytes are no shape, or larger than kMostInkBytes.
QByteArray shapeBody(const InkShape &shape);
std::optional<InkShape> shapeOf(const QByteArray &body);

inline constexpr qsizetype kMostInkBytes = 64 * 1024;
inline constexpr qsizetype kMostInkText = 4'000;
inline constexpr qsizetype kMostInkAtOnce = 500;

/// Whether a piece may be stored, whoever made it: a UUID, a page of the paper, a sound shape of a kind, readers where they are named.
Result<> checkInk(const Ink &ink);

/// The version of what a rule of the city destroyed: nothing a program brings later is newer.
inline constexpr int kDestroyedInk = 2'000'000'000;

/// What two programs of one author hold of the same pieces, put together: of each piece the newer version.
std::vector<Ink> mergedInk(std::vector<Ink> one, const std::vector<Ink> &other);

} // namespace kessai
