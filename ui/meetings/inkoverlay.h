// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/inklayer.h"
#include "ui/meetings/inkpaint.h"
#include "ui/meetings/pageoverlay.h"
#include "ui/pdf/renderprotocol.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

namespace kessai {

class InkChoice;
class NoteEditor;

/// What ink has to know of the pages it lies on.
struct InkPages final {
    /// In points, upright; empty while it is not known.
    std::function<QSizeF(BookPage)> size;
    /// Empty where it was not read yet, or there is none.
    std::function<PageText(BookPage)> text;
    /// The one somebody with a keyboard is at.
    std::function<std::optional<BookPage>()> current;
};

/// Ink on the pages of one view, and writing it with mouse, finger and pen. Each view of a book has its own over the same layer.
class InkOverlay final : public QObject, public PageOverlay {
    Q_OBJECT

public:
    InkOverlay(InkLayer &layer, InkChoice &choice, InkPages pages, QWidget &viewport);

    void paint(QPainter &painter, BookPage page, const QTransform &toView) override;
    bool press(BookPage page, const PagePointer &pointer) override;
    void move(const PagePointer &pointer) override;
    void release(const PagePointer &pointer) override;
    void giveUp() override;
    Qt::CursorShape cursor() const override;
    QString tip(BookPage page, QPointF share) const override;

    /// Opens an empty note on the current page, for those without a pointer.
    void writeNote();
    /// Puts a bookmark on the current page or takes one's own away.
    void toggleBookmark();
    void editNote(const QString &id);
    /// Rings a piece, so that one who jumped to it sees it.
    void setCurrent(const QString &id);
    /// Keeps what is being written on a note.
    void finishNote();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What the pointer is doing until it is released.
    struct Gesture {
        enum class Kind : quint8 { Draw, Mark, Rub, Note, Tap };
        Kind kind = Kind::Tap;
        BookPage page;
        QPointF start;
        QPointF last;
        InkShape shape{};
        QString note{};
        QPointF grip{};       ///< from the note's corner to where it was taken
        bool isMoved = false; ///< a note, so that its release is no click
    };

    /// What pens wrote on a page, drawn once for as long as it stays and is shown as large: a page full of strokes takes longer to draw
    /// than a pen takes to move.
    struct PenLayer {
        QTransform turnAndScale;
        QImage image;
    };

    PageFrame frameOf(BookPage page) const;
    void paintPens(QPainter &painter, BookPage page, const PageFrame &frame);
    QImage penImage(BookPage page, const PageFrame &frame, QSize pixels, qreal ratio) const;
    QSizeF sizeOf(BookPage page) const;
    /// A length in points as shares of the page's sides.
    QSizeF inShares(BookPage page, double points) const;
    const PlacedInk *noteAt(BookPage page, QPointF share) const;
    void paintPiece(QPainter &painter, const PlacedInk &placed, const PageFrame &frame, int *ribbons);
    void begin(Gesture gesture);
    void draw(const PagePointer &pointer);
    void mark(QPointF share);
    void rub(QPointF share);
    void dragNote(QPointF share);
    void openEditor(BookPage page, const InkShape &note, const QString &id);
    void keepNote(const QString &text);
    void closeEditor();
    void placeEditor();
    QString hintOn(BookPage page) const;

    InkLayer &m_layer;
    InkChoice &m_choice;
    const InkPages m_pages;
    QWidget &m_viewport;
    /// Of the pages painted last, in the viewport's coordinates.
    QHash<BookPage, PageFrame> m_frames;
    QHash<BookPage, PenLayer> m_pens;
    std::optional<Gesture> m_gesture;
    bool m_penSeen = false;
    QString m_current;
    QPointer<NoteEditor> m_editor;
    BookPage m_noteOn;
    InkShape m_note;
    QString m_noteId;
};

} // namespace kessai
