// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/agendatree.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/statuschip.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace kessai {

namespace {

constexpr int kAgendaPadding = 10;
constexpr int kPaperIndent = 22;
constexpr int kPaperIcon = 18;

/// An item with its kind below; a paper with its pages below and what is remarkable at the right.
class AgendaDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {120, rowHeight()}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

void AgendaDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const AgendaModel *>(index.model());
    if (!model)
        return;
    const PainterGuard guard(*painter);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    paintRowGround(*painter, option, true);
    QRectF cell = QRectF(option.rect).adjusted(kAgendaPadding, 0, -kAgendaPadding, 0);
    const Paper *paper = model->paperAt(index);
    if (!paper) {
        paintCell(*painter, cell, {.first = model->titleOf(index), .second = model->noteOf(index), .strong = true},
                  selected);
        return;
    }
    cell.setLeft(cell.left() + kPaperIndent);
    const bool awaited = paper->files.empty();
    const int side = grown(kPaperIcon);
    const Token ink = selected ? Token::OnSelection2 : Token::Text2;
    paintIcon(*painter, QRectF(cell.left(), cell.center().y() - side / 2.0, side, side),
              awaited ? QStringLiteral("hourglass") : QStringLiteral("file-text"), tokens()[ink]);
    cell.setLeft(cell.left() + side + 6);
    if (!awaited && paper->files.back().late) {
        const bool isReplaced = paper->files.size() > 1;
        const ChipLook late{isReplaced ? QStringLiteral("refresh") : QStringLiteral("plus"),
                            isReplaced ? AgendaModel::tr("Replaced", "framed at a paper that came late")
                                       : AgendaModel::tr("Added", "framed at a paper that came late"),
                            Token::InfoText, Token::InfoFill};
        const QSize size = chipSize(late);
        paintChip(*painter, QRectF(cell.right() - size.width(), cell.top(), size.width(), cell.height()), late,
                  selected);
        cell.setRight(cell.right() - size.width() - metric::kGap);
    }
    paintCell(*painter, cell,
              {.first = model->titleOf(index),
               .second = awaited ? model->awaitedOf(index) : model->noteOf(index),
               .tone = awaited ? Token::WarnText : Token::Text},
              selected);
}

} // namespace

AgendaTree::AgendaTree(QWidget *parent) : QTreeView(parent), m_model(new AgendaModel(this))
{
    setModel(m_model);
    setItemDelegate(new AgendaDelegate(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setItemsExpandable(false);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setAccessibleName(AgendaModel::tr("Agenda and papers"));
    connect(m_model, &AgendaModel::itemMoved, this, &AgendaTree::itemMoved);
    connect(m_model, &AgendaModel::paperMoved, this, &AgendaTree::paperMoved);
    connect(m_model, &AgendaModel::filesDropped, this, &AgendaTree::filesDropped);
    connect(this, &QTreeView::doubleClicked, this, [this] { Q_EMIT opened(currentKey()); });
}

void AgendaTree::setMeeting(const Meeting &meeting, bool editable)
{
    const AgendaKey before = currentKey();
    const int scrolled = verticalScrollBar()->value();
    m_quiet = true;
    m_editable = editable;
    m_model->setMeeting(meeting, editable);
    setDragDropMode(editable ? QAbstractItemView::DragDrop : QAbstractItemView::NoDragDrop);
    setDefaultDropAction(Qt::MoveAction);
    expandAll();
    if (const QModelIndex same = m_model->indexOf(before); same.isValid())
        setCurrentIndex(same);
    verticalScrollBar()->setValue(scrolled);
    m_quiet = false;
    if (currentKey() != before)
        Q_EMIT chosen(currentKey());
}

AgendaKey AgendaTree::currentKey() const
{
    return m_model->key(currentIndex());
}

void AgendaTree::setCurrentKey(AgendaKey key)
{
    if (const QModelIndex index = m_model->indexOf(key); index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void AgendaTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_quiet)
        Q_EMIT chosen(m_model->key(current));
}

void AgendaTree::keyPressEvent(QKeyEvent *event)
{
    const bool arrow = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (m_editable && arrow && event->modifiers() == Qt::AltModifier) {
        moveCurrent(event->key() == Qt::Key_Up ? -1 : 1);
        return;
    }
    if (m_editable && event->key() == Qt::Key_Delete && currentIndex().isValid()) {
        Q_EMIT dropRequested(currentKey());
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentKey());
        return;
    }
    QTreeView::keyPressEvent(event);
}

/// A paper that leaves the end of its item comes into the next one.
void AgendaTree::moveCurrent(int by)
{
    const QModelIndex here = currentIndex();
    const AgendaKey key = currentKey();
    if (key.item == 0)
        return;
    const int place = here.row() + by;
    if (key.paper == 0) {
        if (place >= 0 && place < m_model->rowCount())
            Q_EMIT itemMoved(key.item, by > 0 ? place + 1 : place);
        return;
    }
    if (place >= 0 && place < m_model->rowCount(here.parent())) {
        Q_EMIT paperMoved(key.paper, key.item, by > 0 ? place + 1 : place);
        return;
    }
    const QModelIndex neighbour = m_model->index(here.parent().row() + by, 0);
    if (const AgendaItem *item = m_model->itemAt(neighbour))
        Q_EMIT paperMoved(key.paper, item->id, by > 0 ? 0 : int(item->papers.size()));
}

} // namespace kessai
