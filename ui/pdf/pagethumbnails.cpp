// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pagethumbnails.h"

#include "ui/pdf/pagefeed.h"
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
constexpr int kRequestPause = 60;
constexpr QColor kThumbnailPaper(255, 255, 255);

/// The size of a small page in device pixels.
PageRequest thumbnailRequest(const PageFeed &feed, int page, int quarterTurns, qreal pixelRatio)
{
    const QSizeF upright = feed.layoutSize(page);
    const QSizeF turned = quarterTurns % 2 == 0 ? upright : upright.transposed();
    const QSizeF logical = turned.scaled(kThumbnailWidth, kThumbnailMaxHeight, Qt::KeepAspectRatio);
    const QSize size(std::max(1, qRound(logical.width() * pixelRatio)),
                     std::max(1, qRound(logical.height() * pixelRatio)));
    return {page, quarterTurns, size, QRect(QPoint(), size)};
}

class ThumbnailDelegate final : public QStyledItemDelegate {
public:
    ThumbnailDelegate(PageFeed &feed, const int &quarterTurns, QObject *parent)
        : QStyledItemDelegate(parent), m_feed(feed), m_quarterTurns(quarterTurns)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const PageRequest request = thumbnailRequest(m_feed, index.row(), m_quarterTurns, 1);
        return {kThumbnailWidth + 2 * kThumbnailPad,
                headingHeight(index.row()) + request.fullSize.height() + 2 * kThumbnailPad + captionHeight()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const PainterGuard guard(*painter);
        const Tokens &theme = tokens();
        const qreal pixelRatio = option.widget ? option.widget->devicePixelRatioF() : 1;
        const PageRequest request = thumbnailRequest(m_feed, index.row(), m_quarterTurns, pixelRatio);
        const QSizeF size = QSizeF(request.fullSize) / pixelRatio;
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        const int heading = headingHeight(index.row());
        const QRectF rect(
            QPointF(option.rect.center().x() - qRound(size.width() / 2), option.rect.top() + heading + kThumbnailPad),
            size);

        painter->fillRect(option.rect, theme[Token::Surface]);
        if (heading > 0) {
            const QRectF words(option.rect.left() + kThumbnailPad, option.rect.top() + kThumbnailPad / 2.0,
                               option.rect.width() - 2 * kThumbnailPad, heading);
            paintElided(*painter, words, m_feed.partTitle(index.row()), fontFor(TextRole::Caption),
                        theme[Token::Text2]);
        }
        const bool hasFailed = m_feed.pageFailure(index.row()) != RenderFailure::None;
        painter->fillRect(rect, hasFailed ? theme[Token::SurfaceAlt] : kThumbnailPaper);
        QImage image = m_feed.image(request);
        if (image.isNull())
            image = m_feed.standIn(index.row(), m_quarterTurns, request.fullSize);
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
    int headingHeight(int page) const { return m_feed.partTitle(page).isEmpty() ? 0 : grown(24); }

    PageFeed &m_feed;
    const int &m_quarterTurns;
};

} // namespace

PageListModel::PageListModel(PageFeed &feed, QObject *parent) : QAbstractListModel(parent), m_feed(feed) {}

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
    if (role == Qt::AccessibleTextRole) {
        const QString part = m_feed.partTitle(index.row());
        const QString page = tr("Page %1").arg(index.row() + 1);
        return part.isEmpty() ? page : tr("%1, %2").arg(part, page);
    }
    return {};
}

void PageListModel::reload()
{
    beginResetModel();
    m_count = m_feed.pageCount();
    endResetModel();
}

void PageListModel::pageChanged(int page)
{
    if (page < m_count)
        Q_EMIT dataChanged(index(page), index(page));
}

PageThumbnails::PageThumbnails(PageFeed &feed, QWidget *parent)
    : QListView(parent), m_feed(feed), m_model(new PageListModel(feed, this))
{
    setObjectName(QStringLiteral("pageThumbnails"));
    setAccessibleName(tr("Pages"));
    setModel(m_model);
    setItemDelegate(new ThumbnailDelegate(m_feed, m_quarterTurns, this));
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setMinimumWidth(kWidth);
    m_request.setSingleShot(true);
    connect(&m_request, &QTimer::timeout, this, &PageThumbnails::requestSeen);
    connect(&m_feed, &PageFeed::pageChanged, m_model, &PageListModel::pageChanged);
    connect(&m_feed, &PageFeed::sizesChanged, this, [this] {
        scheduleDelayedItemsLayout();
        m_request.start(kRequestPause);
    });
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
    m_feed.wantThumbnails(this, {});
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
        wanted.append(thumbnailRequest(m_feed, page, m_quarterTurns, devicePixelRatioF()));
    m_feed.wantThumbnails(this, wanted);
}

} // namespace kessai
