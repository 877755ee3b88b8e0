// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pagesource.h"
#include "ui/pdf/picturepdf.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QTransform>

#include <algorithm>

namespace kessai {

namespace {

/// A pixel of an image is a pixel of a 96 dpi screen at 100 %.
constexpr double kPointsPerPixel = 0.75;
constexpr int kMaxFrames = 2'000;
constexpr int kAllocationLimitMiB = 400;

/// The Qt format name for an image by its first bytes; empty when it is none that is shown.
QByteArray imageFormatOf(const QByteArray &bytes)
{
    const auto startsWith = [&bytes](QByteArrayView prefix) { return QByteArrayView(bytes).startsWith(prefix); };
    if (startsWith(QByteArrayView("\x89PNG\r\n\x1a\n", 8)))
        return QByteArrayLiteral("png");
    if (startsWith(QByteArrayView("\xFF\xD8\xFF", 3)))
        return QByteArrayLiteral("jpeg");
    if (startsWith(QByteArrayView("GIF87a", 6)) || startsWith(QByteArrayView("GIF89a", 6)))
        return QByteArrayLiteral("gif");
    if (startsWith(QByteArrayView("II*\0", 4)) || startsWith(QByteArrayView("MM\0*", 4)))
        return QByteArrayLiteral("tiff");
    if (startsWith(QByteArrayView("RIFF", 4)) && bytes.mid(8, 4) == QByteArrayView("WEBP", 4))
        return QByteArrayLiteral("webp");
    if (startsWith(QByteArrayView("BM", 2)) && bytes.size() > 26)
        return QByteArrayLiteral("bmp");
    return {};
}

qint64 pixelCount(QSize size)
{
    return static_cast<qint64>(size.width()) * size.height();
}

/// Images decoded by Qt, at most one at a time in memory.
class ImageDocument final : public PageSource {
public:
    ImageDocument(const QByteArray &bytes, const QByteArray &format) : m_bytes(bytes), m_format(format)
    {
        m_info.isImage = true;
    }

    /// Reads the sizes; the first frame's trouble is the document's.
    RenderFailure readSizes()
    {
        QBuffer buffer(&m_bytes);
        QImageReader reader(&buffer, m_format);
        reader.setAutoTransform(true);
        if (!buffer.open(QIODevice::ReadOnly) || !reader.canRead())
            return RenderFailure::Broken;
        const bool hasFrames = m_format == "tiff";
        const int frames = hasFrames ? std::clamp(reader.imageCount(), 1, kMaxFrames) : 1;
        for (int i = 0; i < frames; ++i) {
            if (i > 0 && !reader.jumpToImage(i))
                break;
            Frame frame;
            frame.stored = reader.size();
            frame.failure = frameFailure(frame);
            if (i == 0 && frame.failure != RenderFailure::None)
                return frame.failure;
            const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
            frame.shown = turned ? frame.stored.transposed() : frame.stored;
            m_frames.append(frame);
            const bool usable = frame.failure == RenderFailure::None;
            m_info.pageSizes.append(usable ? QSizeF(frame.shown) * kPointsPerPixel : QSizeF(0, 0));
        }
        return RenderFailure::None;
    }

    const DocumentInfo &info() const override { return m_info; }

    RenderedPage render(const PageRequest &request) override
    {
        if (const RenderFailure failure = load(request.page, request.quarterTurns); failure != RenderFailure::None)
            return {failure, {}};
        const QImage &source = sourceFor(request.fullSize);
        if (source.isNull())
            return {RenderFailure::TooLarge, {}};
        if (request.isWhole()) {
            QImage image = source.scaled(request.fullSize, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            if (image.format() != QImage::Format_RGB32)
                image = std::move(image).convertToFormat(QImage::Format_RGB32);
            return {image.isNull() ? RenderFailure::TooLarge : RenderFailure::None, image};
        }
        QImage image(request.clip.size(), QImage::Format_RGB32);
        if (image.isNull())
            return {RenderFailure::TooLarge, {}};
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(-request.clip.topLeft());
        painter.drawImage(QRectF(QPointF(), QSizeF(request.fullSize)), source, QRectF(source.rect()));
        painter.end();
        return {RenderFailure::None, image};
    }

    PageText text(int) override { return {}; }

    AnnotatedFile annotated(const QList<PageAnnotation> &annotations) override
    {
        PicturePdf pdf;
        for (int frame = 0; frame < m_frames.size(); ++frame) {
            if (const RenderFailure failure = load(frame, 0); failure != RenderFailure::None)
                return {failure, {}};
            pdf.addPage(m_scales.constFirst(), m_info.pageSizes.at(frame));
        }
        m_scales.clear();
        m_loadedFrame = -1;
        const OpenedSource opened = openPdf(pdf.finish(), {});
        return opened.source ? opened.source->annotated(annotations) : AnnotatedFile{opened.failure, {}};
    }

private:
    struct Frame {
        QSize stored;
        QSize shown;
        RenderFailure failure = RenderFailure::None;
    };

    /// JPEG alone can be decoded at a fraction of its size, so only for it a large image is no obstacle.
    bool canShrink() const { return m_format == "jpeg"; }

    RenderFailure frameFailure(const Frame &frame) const
    {
        if (frame.stored.isEmpty())
            return RenderFailure::Broken;
        const qint64 largest = canShrink() ? renderwire::kMaxPixels * 64 : renderwire::kMaxPixels;
        const bool tooWide =
            std::max(frame.stored.width(), frame.stored.height()) * kPointsPerPixel > renderwire::kMaxPagePoints;
        return tooWide || pixelCount(frame.stored) > largest ? RenderFailure::TooLarge : RenderFailure::None;
    }

    /// Decodes the frame unless it is the one in memory.
    RenderFailure load(int index, int quarterTurns)
    {
        if (index == m_loadedFrame && quarterTurns == m_loadedTurns)
            return RenderFailure::None;
        m_loadedFrame = -1;
        m_scales.clear();
        const Frame &frame = m_frames.at(index);
        if (frame.failure != RenderFailure::None)
            return frame.failure;

        QBuffer buffer(&m_bytes);
        QImageReader reader(&buffer, m_format);
        reader.setAutoTransform(true);
        if (!buffer.open(QIODevice::ReadOnly) || (index > 0 && !reader.jumpToImage(index)))
            return RenderFailure::Broken;
        QSize wanted = frame.stored;
        while (pixelCount(wanted) > renderwire::kMaxPixels)
            wanted = QSize((wanted.width() + 1) / 2, (wanted.height() + 1) / 2);
        if (wanted != frame.stored)
            reader.setScaledSize(wanted);
        QImage image = reader.read();
        if (image.isNull())
            return RenderFailure::Broken;
        // The header may have lied about the size.
        if (pixelCount(image.size()) > renderwire::kMaxPixels)
            return RenderFailure::TooLarge;
        image = onPaper(image);
        if (quarterTurns != 0)
            image = image.transformed(QTransform().rotate(90.0 * quarterTurns));
        if (image.isNull())
            return RenderFailure::TooLarge;
        m_scales.append(image);
        m_loadedFrame = index;
        m_loadedTurns = quarterTurns;
        return RenderFailure::None;
    }

    static QImage onPaper(const QImage &image)
    {
        if (!image.hasAlphaChannel())
            return image.convertToFormat(QImage::Format_RGB32);
        QImage paper(image.size(), QImage::Format_RGB32);
        if (paper.isNull())
            return {};
        paper.fill(Qt::white);
        QPainter painter(&paper);
        painter.drawImage(0, 0, image);
        painter.end();
        return paper;
    }

    /// The smallest halving of the image that is not smaller than asked for: shrinking far in one step costs time and
    /// loses thin lines.
    const QImage &sourceFor(QSize size)
    {
        qsizetype level = 0;
        while (m_scales.at(level).width() >= 2 * size.width() && m_scales.at(level).height() >= 2 * size.height()) {
            if (level + 1 == m_scales.size()) {
                const QImage &larger = m_scales.at(level);
                m_scales.append(larger.scaled(std::max(1, larger.width() / 2), std::max(1, larger.height() / 2),
                                              Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
            }
            ++level;
        }
        return m_scales.at(level);
    }

    QByteArray m_bytes;
    QByteArray m_format;
    DocumentInfo m_info;
    QList<Frame> m_frames;
    int m_loadedFrame = -1;
    int m_loadedTurns = 0;
    /// The loaded frame and its halvings.
    QList<QImage> m_scales;
};

} // namespace

bool isImageData(const QByteArray &bytes)
{
    return !imageFormatOf(bytes).isEmpty();
}

OpenedSource openImage(const QByteArray &bytes)
{
    const QByteArray format = imageFormatOf(bytes);
    if (format.isEmpty() || !QImageReader::supportedImageFormats().contains(format))
        return {RenderFailure::Unsupported, nullptr};
    auto document = std::make_unique<ImageDocument>(bytes, format);
    if (const RenderFailure failure = document->readSizes(); failure != RenderFailure::None)
        return {failure, nullptr};
    return {RenderFailure::None, std::move(document)};
}

void preloadSources()
{
    QImageReader::setAllocationLimit(kAllocationLimitMiB);
    // Asking for the formats lists the plugins, reading one byte with each loads it.
    const QList<QByteArray> formats = QImageReader::supportedImageFormats();
    const QList<QByteArray> shown{"jpeg", "gif", "tiff", "webp"};
    for (const QByteArray &format : shown) {
        if (!formats.contains(format))
            continue;
        QByteArray nothing("\0", 1);
        QBuffer buffer(&nothing);
        if (buffer.open(QIODevice::ReadOnly))
            QImageReader(&buffer, format).canRead();
    }
}

} // namespace kessai
