// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/renderprotocol.h"

#include <QImage>

#include <memory>

namespace kessai {

/// Pixels of a page, or why there are none.
struct RenderedPage final {
    RenderFailure failure = RenderFailure::None;
    /// QImage::Format_RGB32, exactly as large as the request's clip.
    QImage image;
};

/// A copy of a document with annotations in it.
struct AnnotatedFile final {
    RenderFailure failure = RenderFailure::None;
    QByteArray bytes;
};

/// An open document inside the rendering process. Requests name pages of `info().pageSizes` and are answerable.
class PageSource {
public:
    virtual ~PageSource() = default;

    virtual const DocumentInfo &info() const = 0;
    virtual RenderedPage render(const PageRequest &request) = 0;
    virtual PageText text(int page) = 0;
    /// A PDF with these written into it: of a PDF its own bytes come first, unchanged, of pictures each becomes a page.
    virtual AnnotatedFile annotated(const QList<PageAnnotation> &annotations) = 0;

protected:
    PageSource() = default;
    Q_DISABLE_COPY_MOVE(PageSource)
};

/// A document, or why it cannot be opened: exactly one of the two.
struct OpenedSource final {
    RenderFailure failure = RenderFailure::None;
    std::unique_ptr<PageSource> source;
};

/// Opens a PDF from memory; `password` may be empty.
OpenedSource openPdf(const QByteArray &bytes, const QString &password);

/// Opens a still image (PNG, JPEG, GIF, BMP, and TIFF and WebP where Qt's plugins for them are installed) as a document of
/// one page, or of as many as a TIFF has.
OpenedSource openImage(const QByteArray &bytes);

/// Tells by the first bytes whether this is an image that openImage() knows, whatever its name says.
bool isImageData(const QByteArray &bytes);

/// Loads what the two need from disk (image plugins), so that it is there when the sandbox is closed.
void preloadSources();

} // namespace kessai
