// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pagethumbnails.h"

#include "ui/pdf/documentpresenter.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kThumbnailWidth = 110;
constexpr int kThumbnailMaxHeight = 156;
constexpr int kThumbnailPad = 8;
constexpr int kListWidth = 156;
constexpr int kRequestPause = 60;
constexpr QColor kThumbnailPaper(255, 255, 255);

/// The size of a small page in device pixels.
PageRequest thumbnailRequest(const DocumentPresenter &presenter, int page, int quarterTurns, qreal pixelRatio)
{
    const QSizeF upright = presenter.layoutSize(page);
    const QSizeF turned = quarterTurns % 2 == 0 ? upright : upright.transposed();
    const QSizeF logical = turned.scaled(kThumbnailWidth, kThumbnailMaxHeight, Qt::KeepAspectRatio);
    const QSize size(std::max(1, qRound(logical.width() * pixelRatio)),
                     std::max(1, qRound(logical.height() * pixelRatio)));
    return {page, quarterTurns, size, QRect(QPoint(), size)};
}

class ThumbnailDelegate final : public QStyledItemDelegate {
public:
    ThumbnailDelegate(DocumentPresenter &presenter, const int &quarterTurns, QObject *parent)
        : QStyledItemDelegate(parent), m_presenter(presenter), m_quarterTurns(quarterTurns)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const PageRequest request = thumbnailRequest(m_presenter, index.row(), m_quarterTurns, 1);
        return {kThumbnailWidth + 2 * kThumbnailPad, request.fullSize.height() + 2 * kThumbnailPad + captionHeight()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const PainterGuard guard(*painter);
        const Tokens &theme = tokens();
        const qreal pixelRatio = option.widget ? option.widget->devicePixelRatioF() : 1;
        const PageRequest request = thumbnailRequest(m_presenter, index.row(), m_quarterTurns, pixelRatio);
        const QSizeF size = QSizeF(request.fullSize) / pixelRatio;
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        const QRectF rect(
            QPointF(option.rect.center().x() - qRound(size.width() / 2), option.rect.top() + kThumbnailPad), size);

        painter->fillRect(option.rect, theme[Token::Surface]);
        const bool hasFailed = m_presenter.pageFailure(index.row()) != RenderFailure::None;
        painter->fillRect(rect, hasFailed ? theme[Token::SurfaceAlt] : kThumbnailPaper);
        QImage image = m_presenter.image(request);
        if (image.isNull())
            image = m_presenter.standIn(index.row(), m_quarterTurns, request.fullSize);
        painter->setRenderHint(QPainter::SmoothPixmapTransform, image.size() != request.fullSize);
        if (hasFailed)
            paintIcon(*painter, QRectF(rect.center() - QPointF(10, 10), QSizeF(20, 20)),
                      QStringLiteral("alert-triangle"), theme[Token::WarnText]);
        else if (!image.isNull())
            painter->drawImage(rect, image, QRectF(image.rect()));

        const QColor frame = isCurrent ? theme[Token::Accent] : theme[Token::Border];
        painter->setPen(QPen(frame, isCurrent ? 2 : 1));
        painter->drawRect(isCurrent ? rect.adjusted(-2, -2, 2, 2) : rect.adjusted(-0.5, -0.5, 0.5, 0.5));
        painter->setFont(fontFor(isCurrent ? TextRole::BodyStrong : TextRole::Caption));
        painter->setPen(isCurrent ? theme[Token::Accent] : theme[Token::Text2]);
        const QRectF caption(option.rect.left(), rect.bottom(), option.rect.width(), captionHeight() + kThumbnailPad);
        painter->drawText(caption, Qt::AlignCenter, index.data(Qt::DisplayRole).toString());
    }

private:
    static int captionHeight() { return grown(20); }

    DocumentPresenter &m_presenter;
    const int &m_quarterTurns;
};

} // namespace

PageListModel::PageListModel(DocumentPresenter &presenter, QObject *parent)
    : QAbstractListModel(parent), m_presenter(presenter)
{
}

int PageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant PageListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return QString::number(index.row() + 1);
    if (role == Qt::AccessibleTextRole)
        return tr("Page %1").arg(index.row() + 1);
    return {};
}

void PageListModel::reload()
{
    beginResetModel();
    m_count = m_presenter.pageCount();
    endResetModel();
}

void PageListModel::pageChanged(int page)
{
    if (page < m_count)
        Q_EMIT dataChanged(index(page), index(page));
}

PageThumbnails::PageThumbnails(DocumentPresenter &presenter, QWidget *parent)
    : QListView(parent), m_presenter(presenter), m_model(new PageListModel(presenter, this))
{
    setObjectName(QStringLiteral("pageThumbnails"));
    setAccessibleName(tr("Pages"));
    setModel(m_model);
    setItemDelegate(new ThumbnailDelegate(m_presenter, m_quarterTurns, this));
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setFixedWidth(kListWidth);
    m_request.setSingleShot(true);
    connect(&m_request, &QTimer::timeout, this, &PageThumbnails::requestSeen);
    connect(&m_presenter, &DocumentPresenter::pageChanged, m_model, &PageListModel::pageChanged);
}

void PageThumbnails::showDocument()
{
    m_quarterTurns = 0;
    m_isFollowing = true;
    m_model->reload();
    m_isFollowing = false;
    m_request.start(kRequestPause);
}

void PageThumbnails::setQuarterTurns(int quarterTurns)
{
    if (m_quarterTurns == quarterTurns)
        return;
    m_quarterTurns = quarterTurns;
    scheduleDelayedItemsLayout();
    m_request.start(kRequestPause);
}

void PageThumbnails::setCurrentPage(int page)
{
    m_isFollowing = true;
    setCurrentIndex(m_model->index(page));
    m_isFollowing = false;
}

void PageThumbnails::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    m_request.start(kRequestPause);
}

void PageThumbnails::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    m_request.start(kRequestPause);
}

void PageThumbnails::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    m_request.start(kRequestPause);
}

void PageThumbnails::hideEvent(QHideEvent *event)
{
    QListView::hideEvent(event);
    m_presenter.wantThumbnails({});
}

void PageThumbnails::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isFollowing && current.isValid())
        Q_EMIT pageChosen(current.row());
}

void PageThumbnails::requestSeen()
{
    if (!isVisible() || m_model->rowCount() == 0)
        return;
    const QModelIndex first = indexAt(QPoint(viewport()->width() / 2, 1));
    const QModelIndex last = indexAt(QPoint(viewport()->width() / 2, viewport()->height() - 1));
    const int from = first.isValid() ? first.row() : 0;
    const int to = last.isValid() ? last.row() : m_model->rowCount() - 1;
    QList<PageRequest> wanted;
    for (int page = from; page <= to; ++page)
        wanted.append(thumbnailRequest(m_presenter, page, m_quarterTurns, devicePixelRatioF()));
    m_presenter.wantThumbnails(wanted);
}

} // namespace kessai
