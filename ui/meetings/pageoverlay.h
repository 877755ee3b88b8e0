// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QPointF>
#include <QString>
#include <QTransform>

class QPainter;

namespace kessai {

/// A page of a book: of which paper, and which one of it (0-based).
struct BookPage final {
    int paper = 0;
    int page = 0;
    friend bool operator==(const BookPage &, const BookPage &) = default;
};
inline size_t qHash(BookPage page, size_t seed = 0)
{
    return qHashMulti(seed, page.paper, page.page);
}

/// What points at a page.
struct PagePointer final {
    enum class Device { Mouse, Touch, Pen, Eraser };
    Device device = Device::Mouse;
    QPointF share; ///< of the page's width and height, as it lies in the file
    qreal pressure = 1;
    Qt::KeyboardModifiers modifiers;
};

/// Lies over the pages a book shows: draws on them and may take what points at them before the book scrolls by it.
class PageOverlay {
public:
    virtual ~PageOverlay() = default;
    /// `toView` maps shares of the page to the painter's coordinates, turning with it.
    virtual void paint(QPainter &painter, BookPage page, const QTransform &toView) = 0;
    /// Answers whether it is taken; a press that is taken is followed by moves (which may leave the page) and one release. What a move
    /// changes, the overlay has painted again itself.
    virtual bool press(BookPage page, const PagePointer &pointer) = 0;
    virtual void move(const PagePointer &pointer) = 0;
    virtual void release(const PagePointer &pointer) = 0;
    /// Instead of the release: the paper is not in the book any more, and what was begun on it is given up.
    virtual void giveUp() = 0;
    /// The mouse rests on a page, with nothing pressed; and on none any more.
    virtual void hover(BookPage page, QPointF share)
    {
        Q_UNUSED(page)
        Q_UNUSED(share)
    }
    virtual void hoverEnded() {}
    /// What the mouse looks like over pages; Qt::ArrowCursor where it does not matter.
    virtual Qt::CursorShape cursor() const = 0;
    /// What is told of the place the mouse rests on; empty for nothing.
    virtual QString tip(BookPage page, QPointF share) const
    {
        Q_UNUSED(page)
        Q_UNUSED(share)
        return {};
    }
};

} // namespace kessai
