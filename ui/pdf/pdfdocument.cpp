// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"
#include "ui/pdf/pagesource.h"

#include <QBuffer>
#include <QColor>
#include <QDateTime>
#include <QList>
#include <QPolygonF>

#include <poppler-qt6.h>

#include <algorithm>
#include <cmath>

namespace kessai {

namespace {

/// Longer titles are cut: they are shown in a menu.
constexpr int kMaxTitleLength = 200;
constexpr int kMaxOutlineLevel = 8;
/// Lines that are looked at, for those that lead to a page: an outline may go round in a ring.
constexpr int kMaxOutlineLines = 10'000;

Poppler::Page::Rotation popplerRotation(int quarterTurns)
{
    switch (quarterTurns) {
    case 1: return Poppler::Page::Rotate90;
    case 2: return Poppler::Page::Rotate180;
    case 3: return Poppler::Page::Rotate270;
    default: return Poppler::Page::Rotate0;
    }
}

bool isUsableSide(double points)
{
    return std::isfinite(points) && points > 0;
}

QRectF boundsOf(const QList<QList<QPointF>> &paths)
{
    QPolygonF points;
    for (const QList<QPointF> &path : paths)
        points += QPolygonF(path);
    return points.boundingRect();
}

std::unique_ptr<Poppler::Annotation> annotationOf(const PageAnnotation &wanted)
{
    std::unique_ptr<Poppler::Annotation> made;
    switch (wanted.kind) {
    case PageAnnotation::Kind::Ink: {
        auto ink = std::make_unique<Poppler::InkAnnotation>();
        QList<QVector<QPointF>> paths;
        for (const QList<QPointF> &path : wanted.paths)
            paths.append(path);
        ink->setInkPaths(paths);
        ink->setBoundary(boundsOf(wanted.paths));
        made = std::move(ink);
        break;
    }
    case PageAnnotation::Kind::Highlight: {
        auto highlight = std::make_unique<Poppler::HighlightAnnotation>();
        QList<Poppler::HighlightAnnotation::Quad> quads;
        QRectF bounds;
        for (const QRectF &place : wanted.places) {
            quads.append({{place.bottomLeft(), place.bottomRight(), place.topRight(), place.topLeft()}, true, true, 0});
            bounds |= place;
        }
        highlight->setHighlightQuads(quads);
        highlight->setBoundary(bounds);
        made = std::move(highlight);
        break;
    }
    case PageAnnotation::Kind::Text: {
        // Never words in place: the whole font would be embedded.
        auto text = std::make_unique<Poppler::TextAnnotation>(Poppler::TextAnnotation::Linked);
        text->setTextIcon(QStringLiteral("Note"));
        text->setBoundary(wanted.places.value(0));
        made = std::move(text);
        break;
    }
    case PageAnnotation::Kind::Stamp: {
        auto stamp = std::make_unique<Poppler::StampAnnotation>();
        stamp->setBoundary(wanted.places.value(0));
        stamp->setStampCustomImage(QImage::fromData(wanted.image, "png"));
        made = std::move(stamp);
        break;
    }
    }
    made->setContents(wanted.text);
    made->setAuthor(wanted.author);
    made->setUniqueName(wanted.id);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(wanted.at, Qt::UTC);
    made->setCreationDate(at);
    made->setModificationDate(at);
    Poppler::Annotation::Style style;
    style.setColor(QColor::fromRgb(wanted.color));
    style.setOpacity(wanted.opacity);
    style.setWidth(wanted.width);
    made->setStyle(style);
    return made;
}

/// A PDF opened by Poppler; only copies of it are ever written.
class PdfDocument final : public PageSource {
public:
    explicit PdfDocument(std::unique_ptr<Poppler::Document> document) : m_document(std::move(document))
    {
        m_document->setRenderBackend(Poppler::Document::SplashBackend);
        m_document->setRenderHint(Poppler::Document::Antialiasing);
        m_document->setRenderHint(Poppler::Document::TextAntialiasing);
        m_document->setRenderHint(Poppler::Document::ThinLineSolid, false);
        m_info.mayCopy = m_document->okToCopy();
        const int count = std::min(m_document->numPages(), renderwire::kMaxPages);
        m_info.pageSizes.reserve(count);
        for (int i = 0; i < count; ++i)
            m_info.pageSizes.append(usableSize(i));
        if (count > 0)
            collectOutline(m_document->outline(), 0);
    }

    const DocumentInfo &info() const override { return m_info; }

    RenderedPage render(const PageRequest &request) override
    {
        const QSizeF points = m_info.pageSizes.at(request.page);
        if (points.isEmpty())
            return {m_tooLarge.contains(request.page) ? RenderFailure::TooLarge : RenderFailure::Broken, {}};
        const std::unique_ptr<Poppler::Page> page(m_document->page(request.page));
        if (!page)
            return {RenderFailure::Broken, {}};
        const QSizeF turned = request.quarterTurns % 2 == 0 ? points : points.transposed();
        const double xDpi = request.fullSize.width() * 72.0 / turned.width();
        const double yDpi = request.fullSize.height() * 72.0 / turned.height();
        QImage image = page->renderToImage(xDpi, yDpi, request.clip.x(), request.clip.y(), request.clip.width(),
                                           request.clip.height(), popplerRotation(request.quarterTurns));
        // Poppler gives a 1x1 image where it cannot allocate or will not draw.
        if (image.size() != request.clip.size())
            return {RenderFailure::Broken, {}};
        if (image.format() != QImage::Format_RGB32)
            image = std::move(image).convertToFormat(QImage::Format_RGB32);
        return {image.isNull() ? RenderFailure::TooLarge : RenderFailure::None, image};
    }

    PageText text(int pageIndex) override
    {
        const std::unique_ptr<Poppler::Page> page(m_document->page(pageIndex));
        if (!page || m_info.pageSizes.at(pageIndex).isEmpty())
            return {};

        // The words of the page one after another: line ends disappear in the folding, since Japanese is broken anywhere.
        QString plain;
        QList<QRectF> plainBoxes;
        PageText out;
        for (const std::unique_ptr<Poppler::TextBox> &box : page->textList()) {
            const QString word = box->text();
            if (plain.size() + word.size() > renderwire::kMaxTextUnits / 4)
                break;
            int character = 0;
            for (qsizetype i = 0; i < word.size(); ++i) {
                // Poppler counts characters, QString counts UTF-16 units.
                if (i > 0 && !(word.at(i).isLowSurrogate() && word.at(i - 1).isHighSurrogate()))
                    ++character;
                plain.append(word.at(i));
                plainBoxes.append(box->charBoundingBox(character));
            }
            out.plain += word;
            if (box->hasSpaceAfter() || !box->nextWord())
                out.plain += QLatin1Char(' ');
        }

        const FoldedText folded = foldTextWithOrigins(plain);
        out.links = linksOf(*page);
        const qsizetype length = std::min<qsizetype>(folded.text.size(), renderwire::kMaxTextUnits);
        out.folded = folded.text.first(length);
        out.boxes.reserve(length);
        for (qsizetype i = 0; i < length; ++i)
            out.boxes.append(finiteBox(plainBoxes.at(folded.origins.at(i))));
        return out;
    }

    AnnotatedFile annotated(const QList<PageAnnotation> &annotations) override
    {
        // Who made the file may have said that nobody writes into it.
        if (!m_document->okToAddNotes())
            return {RenderFailure::Encrypted, {}};
        for (const PageAnnotation &wanted : annotations) {
            if (wanted.page < 0 || wanted.page >= m_info.pageSizes.size())
                return {RenderFailure::Broken, {}};
            const std::unique_ptr<Poppler::Page> page(m_document->page(wanted.page));
            const std::unique_ptr<Poppler::Annotation> made = annotationOf(wanted);
            if (!page)
                return {RenderFailure::Broken, {}};
            page->addAnnotation(made.get());
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        const std::unique_ptr<Poppler::PDFConverter> converter = m_document->pdfConverter();
        converter->setOutputDevice(&buffer);
        converter->setPDFOptions(Poppler::PDFConverter::WithChanges);
        if (!buffer.open(QIODevice::WriteOnly) || !converter->convert())
            return {RenderFailure::Broken, {}};
        buffer.close();
        return {RenderFailure::None, bytes};
    }

private:
    QList<PageLink> linksOf(const Poppler::Page &page) const
    {
        QList<PageLink> links;
        for (const std::unique_ptr<Poppler::Link> &link : page.links()) {
            PageLink found;
            found.place = finiteBox(link->linkArea().normalized());
            if (link->linkType() == Poppler::Link::Goto) {
                const auto &inside = static_cast<const Poppler::LinkGoto &>(*link);
                found.page = inside.isExternal() ? -1 : inside.destination().pageNumber() - 1;
            } else if (link->linkType() == Poppler::Link::Browse) {
                found.url = static_cast<const Poppler::LinkBrowse &>(*link).url();
            }
            const bool leadsInside = found.page >= 0 && found.page < m_info.pageSizes.size();
            const bool leadsOut = !found.url.isEmpty() && found.url.size() <= renderwire::kMaxUrlLength;
            if ((leadsInside || leadsOut) && !found.place.isEmpty() && links.size() < renderwire::kMaxLinks)
                links.append(found);
        }
        return links;
    }

    static QRectF finiteBox(const QRectF &box)
    {
        const bool finite = std::isfinite(box.x()) && std::isfinite(box.y()) && std::isfinite(box.width())
            && std::isfinite(box.height());
        return finite ? box : QRectF();
    }

    QSizeF usableSize(int index)
    {
        const std::unique_ptr<Poppler::Page> page(m_document->page(index));
        const QSizeF size = page ? page->pageSizeF() : QSizeF();
        if (!isUsableSide(size.width()) || !isUsableSide(size.height()))
            return {0, 0};
        if (size.width() > renderwire::kMaxPagePoints || size.height() > renderwire::kMaxPagePoints) {
            m_tooLarge.append(index);
            return {0, 0};
        }
        return size;
    }

    void collectOutline(const QList<Poppler::OutlineItem> &items, int level)
    {
        for (const Poppler::OutlineItem &item : items) {
            if (m_info.outline.size() >= renderwire::kMaxOutlineEntries || ++m_outlineLines > kMaxOutlineLines)
                return;
            const QSharedPointer<const Poppler::LinkDestination> destination = item.destination();
            const int page = destination ? destination->pageNumber() - 1 : -1;
            if (page >= 0 && page < m_info.pageSizes.size())
                m_info.outline.append({item.name().left(kMaxTitleLength).simplified(), page, level});
            if (level < kMaxOutlineLevel && item.hasChildren())
                collectOutline(item.children(), level + 1);
        }
    }

    std::unique_ptr<Poppler::Document> m_document;
    DocumentInfo m_info;
    QList<int> m_tooLarge;
    int m_outlineLines = 0;
};

} // namespace

OpenedSource openPdf(const QByteArray &bytes, const QString &password)
{
    // What a broken file contains is nobody's business in a log.
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});

    std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(bytes);
    if (!document)
        return {RenderFailure::Broken, nullptr};
    if (document->isLocked() && !password.isEmpty()) {
        // PDF 2.0 takes UTF-8, older encryption bytes of one of several code pages.
        const QList<QByteArray> spellings{password.toUtf8(), password.toLatin1()};
        for (const QByteArray &spelling : spellings) {
            // unlock() answers whether the document is still locked.
            if (!document->unlock(spelling, spelling))
                break;
        }
    }
    if (document->isLocked())
        return {RenderFailure::Encrypted, nullptr};
    if (document->numPages() <= 0)
        return {RenderFailure::Broken, nullptr};
    return {RenderFailure::None, std::make_unique<PdfDocument>(std::move(document))};
}

} // namespace kessai
