// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkoverlay.h"

#include "ui/meetings/inkchoice.h"
#include "ui/meetings/inkgeometry.h"
#include "ui/meetings/inkwords.h"
#include "ui/meetings/noteeditor.h"
#include "ui/theme/inks.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGuiApplication>
#include <QInputMethod>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace kessai {

namespace {

constexpr QSizeF kA4Points(595.28, 841.89);
/// A pen that moved less, in points, has not moved.
constexpr double kStill = 0.25;
/// How far a thinned stroke may be from what was drawn, in points.
constexpr double kTolerance = 0.15;
/// How far a note is moved before it is a move and no click, in logical pixels.
constexpr double kDragStart = 5;
/// Of a page whose strokes are kept drawn: 32 MB, A4 at about 250 dots per inch.
constexpr qint64 kMostPenPixels = 8'000'000;
/// Pages whose strokes are kept drawn: what a view shows at once.
constexpr qsizetype kMostPenPages = 8;

QPointF onPage(QPointF share)
{
    return {std::clamp(share.x(), 0.0, 1.0), std::clamp(share.y(), 0.0, 1.0)};
}

InkPoint inkPoint(QPointF share, qreal pressure)
{
    const QPointF inside = onPage(share);
    return {static_cast<float>(inside.x()), static_cast<float>(inside.y()),
            static_cast<float>(std::clamp(pressure, 0.0, 1.0))};
}

} // namespace

InkOverlay::InkOverlay(InkLayer &layer, InkChoice &choice, InkPages pages, QWidget &viewport)
    : QObject(&viewport), m_layer(layer), m_choice(choice), m_pages(std::move(pages)), m_viewport(viewport)
{
    connect(&m_layer, &InkLayer::inkChanged, this, [this] {
        m_pens.clear();
        m_viewport.update();
    });
    connect(&m_choice, &InkChoice::changed, this, &InkOverlay::finishNote);
    m_viewport.installEventFilter(this);
}

QSizeF InkOverlay::sizeOf(BookPage page) const
{
    const QSizeF size = m_pages.size ? m_pages.size(page) : QSizeF();
    return size.isEmpty() ? kA4Points : size;
}

QSizeF InkOverlay::inShares(BookPage page, double points) const
{
    const QSizeF size = sizeOf(page);
    return {points / size.width(), points / size.height()};
}

PageFrame InkOverlay::frameOf(BookPage page) const
{
    return m_frames.value(page);
}

void InkOverlay::paint(QPainter &painter, BookPage page, const QTransform &toView)
{
    PageFrame frame{toView * painter.worldTransform(), 1};
    const QLineF top(frame.toView.map(QPointF(0, 0)), frame.toView.map(QPointF(1, 0)));
    frame.pixelsPerPoint = top.length() / sizeOf(page).width();
    m_frames.insert(page, frame);

    PainterGuard guard(painter);
    painter.resetTransform();
    const QRectF dirty = painter.hasClipping() ? painter.clipBoundingRect() : QRectF(m_viewport.rect());
    const std::vector<PlacedInk> &there = m_layer.on(page);
    const auto abovePens = std::ranges::find_if(there, [](const PlacedInk &placed) {
        return placed.ink.shape.kind != InkKind::Highlight && placed.ink.shape.kind != InkKind::Marker;
    });
    int ribbons = 0;
    for (auto below = there.begin(); below != abovePens; ++below) {
        if (dirty.intersects(viewBoundsOf(below->ink.shape, frame)))
            paintPiece(painter, *below, frame, &ribbons);
    }
    paintPens(painter, page, frame);
    for (auto above = abovePens; above != there.end(); ++above)
        paintPiece(painter, *above, frame, &ribbons);
    if (m_gesture && m_gesture->page == page)
        paintInk(painter, m_gesture->shape, frame);
    const QString hint = hintOn(page);
    paintHint(painter, hint, hintRect(hint, frame));
    if (m_editor && m_noteOn == page)
        QMetaObject::invokeMethod(this, &InkOverlay::placeEditor, Qt::QueuedConnection);
}

void InkOverlay::paintPens(QPainter &painter, BookPage page, const PageFrame &frame)
{
    const auto isPen = [](const PlacedInk &placed) { return placed.ink.shape.kind == InkKind::Pen; };
    const std::vector<PlacedInk> &there = m_layer.on(page);
    if (std::ranges::none_of(there, isPen))
        return;
    const QRectF place = frame.toView.mapRect(QRectF(0, 0, 1, 1));
    const qreal ratio = std::sqrt(std::abs(painter.deviceTransform().determinant()));
    const QSize pixels = (place.size() * ratio).toSize() + QSize(1, 1);
    if (static_cast<qint64>(pixels.width()) * pixels.height() > kMostPenPixels) {
        // So large that few of its strokes are in sight.
        for (const PlacedInk &placed : there) {
            if (isPen(placed))
                paintInk(painter, placed.ink.shape, frame);
        }
        return;
    }
    const QTransform &to = frame.toView;
    const QTransform turnAndScale(to.m11(), to.m12(), to.m21(), to.m22(), 0, 0);
    if (m_pens.size() >= kMostPenPages && !m_pens.contains(page))
        m_pens.clear();
    PenLayer &layer = m_pens[page];
    if (layer.image.size() != pixels || layer.image.devicePixelRatio() != ratio || layer.turnAndScale != turnAndScale)
        layer = {turnAndScale, penImage(page, frame, pixels, ratio)};
    painter.drawImage(place.topLeft(), layer.image);
}

QImage InkOverlay::penImage(BookPage page, const PageFrame &frame, QSize pixels, qreal ratio) const
{
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const QPointF corner = frame.toView.mapRect(QRectF(0, 0, 1, 1)).topLeft();
    const PageFrame onImage{frame.toView * QTransform::fromTranslate(-corner.x(), -corner.y()), frame.pixelsPerPoint};
    for (const PlacedInk &placed : m_layer.on(page)) {
        if (placed.ink.shape.kind == InkKind::Pen)
            paintInk(painter, placed.ink.shape, onImage);
    }
    return image;
}

void InkOverlay::paintPiece(QPainter &painter, const PlacedInk &placed, const PageFrame &frame, int *ribbons)
{
    const Ink &ink = placed.ink;
    const bool isCurrent = ink.id == m_current;
    switch (ink.shape.kind) {
    case InkKind::Pen:
    case InkKind::Marker:
    case InkKind::Highlight:
        if (ink.shape.kind != InkKind::Pen)
            paintInk(painter, ink.shape, frame);
        if (isCurrent) {
            PainterGuard guard(painter);
            painter.setPen(QPen(tokens()[Token::Focus], 1.5, Qt::DashLine));
            painter.drawRoundedRect(viewBoundsOf(ink.shape, frame).adjusted(-3, -3, 3, 3), 4, 4);
        }
        break;
    case InkKind::Note:
        if (!m_editor || ink.id != m_noteId)
            paintNote(painter, ink.shape, noteRect(ink.shape, frame), inkFoot(placed, ink.changedAt.day()), isCurrent);
        break;
    case InkKind::Bookmark: paintBookmark(painter, ink.shape, bookmarkRect(frame, (*ribbons)++)); break;
    }
}

QString InkOverlay::hintOn(BookPage page) const
{
    const bool isChanged = std::ranges::any_of(m_layer.on(page), &PlacedInk::changed);
    return isChanged ? tr("Changed since ink was put on it") : QString();
}

const PlacedInk *InkOverlay::noteAt(BookPage page, QPointF share) const
{
    const PageFrame frame = frameOf(page);
    const QPointF at = frame.toView.map(share);
    const std::vector<PlacedInk> &there = m_layer.on(page);
    // The uppermost was drawn last.
    const auto note = std::find_if(there.rbegin(), there.rend(), [&](const PlacedInk &placed) {
        return placed.ink.shape.kind == InkKind::Note && noteRect(placed.ink.shape, frame).contains(at);
    });
    return note == there.rend() ? nullptr : &*note;
}

QString InkOverlay::tip(BookPage page, QPointF share) const
{
    constexpr double kNear = 4;
    const PageFrame frame = frameOf(page);
    const QPointF at = frame.toView.map(share);
    const std::vector<PlacedInk> &there = m_layer.on(page);
    int ribbons = 0;
    QString found;
    for (const PlacedInk &placed : there) {
        const InkShape &shape = placed.ink.shape;
        bool isHere = false;
        if (shape.kind == InkKind::Note)
            isHere = noteRect(shape, frame).contains(at);
        else if (shape.kind == InkKind::Bookmark)
            isHere = bookmarkRect(frame, ribbons++).contains(at);
        else
            isHere = isTouched(shape, share, share, inShares(page, kNear + static_cast<double>(shape.width) / 2));
        if (isHere)
            found = inkTip(placed, placed.ink.changedAt.day());
    }
    return found;
}

Qt::CursorShape InkOverlay::cursor() const
{
    switch (m_choice.tool()) {
    case InkTool::Hand: return Qt::OpenHandCursor;
    case InkTool::Pen:
    case InkTool::Marker:
    case InkTool::Eraser: return Qt::CrossCursor;
    case InkTool::Note: return Qt::PointingHandCursor;
    case InkTool::Highlight: return Qt::IBeamCursor;
    }
    return Qt::ArrowCursor;
}

void InkOverlay::begin(Gesture gesture)
{
    m_gesture = std::move(gesture);
    m_layer.beginStep();
}

bool InkOverlay::press(BookPage page, const PagePointer &pointer)
{
    finishNote();
    using Device = PagePointer::Device;
    m_penSeen = m_penSeen || pointer.device == Device::Pen || pointer.device == Device::Eraser;
    // Where there is a pen, a finger or the ball of the hand turns pages.
    if (m_gesture || !m_frames.contains(page) || (pointer.device == Device::Touch && m_penSeen))
        return false;
    const InkTool tool = pointer.device == Device::Eraser ? InkTool::Eraser : m_choice.tool();
    Gesture gesture;
    gesture.page = page;
    gesture.start = onPage(pointer.share);
    gesture.last = gesture.start;
    if (const PlacedInk *const note = noteAt(page, pointer.share);
        note && (tool == InkTool::Hand || tool == InkTool::Note)) {
        gesture.kind = Gesture::Kind::Note;
        gesture.note = note->ink.id;
        const InkPoint corner = note->ink.shape.points.front();
        gesture.grip = gesture.start - QPointF(static_cast<qreal>(corner.x), static_cast<qreal>(corner.y));
        setCurrent(gesture.note);
        begin(std::move(gesture));
        return true;
    }
    switch (tool) {
    case InkTool::Hand: return false;
    case InkTool::Pen:
    case InkTool::Marker:
        gesture.kind = Gesture::Kind::Draw;
        gesture.shape.kind = tool == InkTool::Pen ? InkKind::Pen : InkKind::Marker;
        gesture.shape.color = m_choice.color();
        gesture.shape.width = m_choice.width();
        begin(std::move(gesture));
        draw(pointer);
        return true;
    case InkTool::Eraser:
        gesture.kind = Gesture::Kind::Rub;
        begin(std::move(gesture));
        rub(pointer.share);
        return true;
    case InkTool::Highlight:
        gesture.kind = Gesture::Kind::Mark;
        gesture.shape.kind = InkKind::Highlight;
        gesture.shape.color = m_choice.color();
        begin(std::move(gesture));
        return true;
    case InkTool::Note: begin(std::move(gesture)); return true;
    }
    return false;
}

void InkOverlay::draw(const PagePointer &pointer)
{
    Gesture &gesture = *m_gesture;
    const PageFrame frame = frameOf(gesture.page);
    std::vector<InkPoint> &points = gesture.shape.points;
    const QRectF before = tailOf(gesture.shape, frame);
    const qreal pressure = pointer.device == PagePointer::Device::Pen ? pointer.pressure : 1.0;
    const InkPoint point = inkPoint(pointer.share, pressure);
    if (pointer.modifiers.testFlag(Qt::ShiftModifier) && points.size() > 1) {
        // A ruler.
        const QRectF all = viewBoundsOf(gesture.shape, frame);
        points.erase(points.begin() + 1, points.end());
        m_viewport.update(all.toAlignedRect());
    } else if (!points.empty()) {
        const QSizeF still = inShares(gesture.page, kStill);
        const QPointF moved = onPage(pointer.share) - gesture.last;
        if (std::abs(moved.x()) < still.width() && std::abs(moved.y()) < still.height())
            return;
    }
    points.push_back(point);
    gesture.last = onPage(pointer.share);
    m_viewport.update((before | tailOf(gesture.shape, frame)).toAlignedRect());
}

void InkOverlay::mark(QPointF share)
{
    Gesture &gesture = *m_gesture;
    const PageText text = m_pages.text ? m_pages.text(gesture.page) : PageText();
    const PickedText picked = textBetween(text, sizeOf(gesture.page), gesture.start, onPage(share));
    gesture.shape.places = picked.places;
    gesture.shape.text = picked.text.left(kMostInkText);
    if (picked.places.empty()) {
        // A scan has no text: what is between the corners.
        const QRectF area = QRectF(gesture.start, onPage(share)).normalized();
        const QSizeF least = inShares(gesture.page, 2);
        if (area.width() >= least.width() && area.height() >= least.height())
            gesture.shape.places = {area};
    }
    m_viewport.update();
}

void InkOverlay::rub(QPointF share)
{
    Gesture &gesture = *m_gesture;
    const double reach = static_cast<double>(m_choice.tool() == InkTool::Eraser ? m_choice.width() : 12.0F);
    m_layer.rub(gesture.page, gesture.last, onPage(share), inShares(gesture.page, reach / 2), m_choice.rubsWhole());
    gesture.last = onPage(share);
}

void InkOverlay::dragNote(QPointF share)
{
    Gesture &gesture = *m_gesture;
    const PageFrame frame = frameOf(gesture.page);
    if (QLineF(frame.toView.map(gesture.start), frame.toView.map(share)).length() < kDragStart && !gesture.isMoved)
        return;
    gesture.isMoved = true;
    const std::optional<PlacedInk> placed = m_layer.piece(gesture.note);
    if (!placed || !placed->mine)
        return;
    InkShape note = placed->ink.shape;
    note.points = {inkPoint(share - gesture.grip, 1)};
    m_layer.rewrite(gesture.note, note);
}

void InkOverlay::move(const PagePointer &pointer)
{
    if (!m_gesture)
        return;
    switch (m_gesture->kind) {
    case Gesture::Kind::Draw: draw(pointer); break;
    case Gesture::Kind::Mark: mark(pointer.share); break;
    case Gesture::Kind::Rub: rub(pointer.share); break;
    case Gesture::Kind::Note: dragNote(pointer.share); break;
    case Gesture::Kind::Tap: break;
    }
}

void InkOverlay::release(const PagePointer &pointer)
{
    if (!m_gesture)
        return;
    // The pen lifts without pressure; its last place was told by the move before.
    if (m_gesture->kind != Gesture::Kind::Draw)
        move(pointer);
    Gesture gesture = *std::exchange(m_gesture, std::nullopt);
    switch (gesture.kind) {
    case Gesture::Kind::Draw:
        // A click is how one comes back to the page, and would leave a dot that nobody sees; a pen that touches paper means it.
        if (gesture.shape.points.size() < 2 && pointer.device == PagePointer::Device::Mouse)
            break;
        gesture.shape.points = thinned(gesture.shape.points, inShares(gesture.page, kTolerance));
        for (const InkShape &part : storableParts(gesture.shape))
            m_layer.add(gesture.page, part);
        break;
    case Gesture::Kind::Mark:
        if (!gesture.shape.places.empty())
            m_layer.add(gesture.page, gesture.shape);
        break;
    case Gesture::Kind::Rub:
    case Gesture::Kind::Note:
    case Gesture::Kind::Tap: break;
    }
    m_layer.endStep();
    m_viewport.update();
    if (gesture.kind == Gesture::Kind::Note && !gesture.isMoved)
        editNote(gesture.note);
    else if (gesture.kind == Gesture::Kind::Tap)
        openEditor(gesture.page, {InkKind::Note, m_choice.color(), 1, {inkPoint(gesture.start, 1)}, {}, {}}, {});
}

void InkOverlay::giveUp()
{
    if (!std::exchange(m_gesture, std::nullopt))
        return;
    m_layer.endStep();
    m_viewport.update();
}

void InkOverlay::writeNote()
{
    constexpr QPointF kUsualPlace(0.62, 0.08);
    const std::optional<BookPage> page = m_pages.current ? m_pages.current() : std::nullopt;
    const int color = m_choice.tool() == InkTool::Note ? m_choice.color() : markerInks().constFirst();
    if (page)
        openEditor(*page, {InkKind::Note, color, 1, {inkPoint(kUsualPlace, 1)}, {}, {}}, {});
}

void InkOverlay::toggleBookmark()
{
    const std::optional<BookPage> page = m_pages.current ? m_pages.current() : std::nullopt;
    if (!page)
        return;
    const std::vector<PlacedInk> &there = m_layer.on(*page);
    const auto mine = std::ranges::find_if(
        there, [](const PlacedInk &placed) { return placed.mine && placed.ink.shape.kind == InkKind::Bookmark; });
    if (mine == there.end())
        m_layer.add(*page, {InkKind::Bookmark, penInks().constFirst(), 1, {}, {}, {}});
    else
        m_layer.remove(QString(mine->ink.id));
}

void InkOverlay::editNote(const QString &id)
{
    const std::optional<PlacedInk> placed = m_layer.piece(id);
    if (placed && placed->mine && placed->at && placed->ink.shape.kind == InkKind::Note)
        openEditor(*placed->at, placed->ink.shape, id);
}

void InkOverlay::setCurrent(const QString &id)
{
    if (id == m_current)
        return;
    m_current = id;
    m_viewport.update();
}

void InkOverlay::openEditor(BookPage page, const InkShape &note, const QString &id)
{
    finishNote();
    m_noteOn = page;
    m_note = note;
    m_noteId = id;
    m_editor = new NoteEditor(note.text, note.color, &m_viewport);
    connect(m_editor, &NoteEditor::written, this, &InkOverlay::keepNote);
    placeEditor();
    m_editor->show();
    m_editor->setFocus();
    m_viewport.update();
}

void InkOverlay::placeEditor()
{
    if (m_editor)
        m_editor->place(noteRect(m_note, frameOf(m_noteOn)).topLeft().toPoint());
}

void InkOverlay::keepNote(const QString &text)
{
    const QString id = m_noteId;
    const InkShape before = m_note;
    InkShape note = before;
    note.text = text;
    const BookPage page = m_noteOn;
    closeEditor();
    if (text.isEmpty()) {
        // What somebody wrote on it elsewhere meanwhile was not before whoever emptied it.
        if (const auto placed = m_layer.piece(id); placed && placed->ink.shape == before)
            m_layer.remove(id);
    } else if (id.isEmpty()) {
        setCurrent(m_layer.add(page, note));
    } else {
        m_layer.rewrite(id, note, before);
    }
}

void InkOverlay::closeEditor()
{
    if (!m_editor)
        return;
    NoteEditor *const editor = m_editor;
    m_editor.clear();
    m_noteId.clear();
    // Losing the focus below is not the end of the writing any more.
    editor->disconnect(this);
    const bool hadFocus = editor->hasFocus();
    editor->hide();
    editor->deleteLater();
    if (hadFocus)
        m_viewport.setFocus();
    m_viewport.update();
}

void InkOverlay::finishNote()
{
    // What an input method shows and has not handed over yet belongs to the note.
    if (m_editor && m_editor->hasFocus())
        QGuiApplication::inputMethod()->commit();
    if (m_editor)
        keepNote(m_editor->toPlainText().left(kMostInkText).trimmed());
}

bool InkOverlay::eventFilter(QObject *watched, QEvent *event)
{
    // The page may be scrolled out of sight, and what is written on it with it.
    if (watched == &m_viewport && event->type() == QEvent::Wheel)
        finishNote();
    return QObject::eventFilter(watched, event);
}

} // namespace kessai
