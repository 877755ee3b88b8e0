// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/renderserver.h"

namespace kessai {

namespace {

/// A PDF may have some bytes of anything before its own header.
constexpr qsizetype kPdfHeaderWithin = 1024;

bool isPdfData(const QByteArray &bytes)
{
    return bytes.left(kPdfHeaderWithin).contains("%PDF-");
}

OpenedSource openSource(const renderwire::OpenRequest &request, const QByteArray &bytes)
{
    // The contents decide; the media type, which the sender chose, only tells a broken PDF from something else.
    if (isPdfData(bytes))
        return openPdf(bytes, request.password);
    if (isImageData(bytes))
        return openImage(bytes);
    const bool claimsToBeShown = bytes.isEmpty() || request.mediaType == QLatin1String("application/pdf")
        || request.mediaType.startsWith(QLatin1String("image/"));
    return {claimsToBeShown ? RenderFailure::Broken : RenderFailure::Unsupported, nullptr};
}

} // namespace

bool RenderServer::serve()
{
    for (;;) {
        QByteArray start(renderwire::kFrameHeaderSize, '\0');
        const std::size_t first = std::fread(start.data(), 1, 1, m_input);
        if (first == 0)
            return true;
        if (!readExactly(start.data() + 1, start.size() - 1))
            return false;
        const std::optional<renderwire::FrameHeader> header = renderwire::decodeHeader(start);
        if (!header)
            return false;
        QByteArray head(header->headSize, Qt::Uninitialized);
        QByteArray bulk(header->bulkSize, Qt::Uninitialized);
        if (!readExactly(head.data(), head.size()) || !readExactly(bulk.data(), bulk.size()))
            return false;
        if (!answer(*header, head, bulk))
            return false;
    }
}

bool RenderServer::readExactly(char *out, qint64 size)
{
    const auto wanted = static_cast<std::size_t>(size);
    return wanted == 0 || std::fread(out, 1, wanted, m_input) == wanted;
}

bool RenderServer::answer(const renderwire::FrameHeader &request, const QByteArray &head, const QByteArray &bulk)
{
    switch (request.verb) {
    case renderwire::Verb::Open: return answerOpen(request, head, bulk);
    case renderwire::Verb::Page: return answerPage(request, head);
    case renderwire::Verb::Text: return answerText(request, head);
    case renderwire::Verb::Annotate: return answerAnnotate(request, head);
    }
    return false;
}

bool RenderServer::answerOpen(const renderwire::FrameHeader &request, const QByteArray &head, const QByteArray &bulk)
{
    const std::optional<renderwire::OpenRequest> wanted = renderwire::decodeOpenRequest(head);
    if (!wanted)
        return false;
    m_source.reset();
    OpenedSource opened = openSource(*wanted, bulk);
    m_source = std::move(opened.source);
    renderwire::OpenReply reply;
    reply.failure = opened.failure;
    if (m_source)
        reply.info = m_source->info();
    return send(request, renderwire::encode(reply));
}

bool RenderServer::answerPage(const renderwire::FrameHeader &request, const QByteArray &head)
{
    const std::optional<PageRequest> wanted = renderwire::decodePageRequest(head);
    if (!wanted)
        return false;
    renderwire::PageReply reply;
    RenderedPage page;
    if (!m_source || wanted->page < 0 || wanted->page >= m_source->info().pageSizes.size())
        page.failure = RenderFailure::Broken;
    else if (!renderwire::isAnswerable(*wanted))
        page.failure = RenderFailure::TooLarge;
    else
        page = m_source->render(*wanted);
    reply.failure = page.failure;
    reply.size = page.image.size();
    return send(request, renderwire::encode(reply), page.image);
}

bool RenderServer::answerText(const renderwire::FrameHeader &request, const QByteArray &head)
{
    const std::optional<int> page = renderwire::decodeTextRequest(head);
    if (!page)
        return false;
    renderwire::TextReply reply;
    if (!m_source || *page < 0 || *page >= m_source->info().pageSizes.size())
        reply.failure = RenderFailure::Broken;
    else
        reply.text = m_source->text(*page);
    return send(request, renderwire::encode(reply));
}

bool RenderServer::answerAnnotate(const renderwire::FrameHeader &request, const QByteArray &head)
{
    const std::optional<QList<PageAnnotation>> wanted = renderwire::decodeAnnotateRequest(head);
    if (!wanted)
        return false;
    AnnotatedFile file{RenderFailure::Broken, {}};
    if (m_source)
        file = m_source->annotated(*wanted);
    if (file.bytes.size() > renderwire::kMaxDocumentBytes)
        file = {RenderFailure::TooLarge, {}};
    return sendBytes(request, renderwire::encode(renderwire::AnnotateReply{file.failure}), file.bytes);
}

bool RenderServer::write(const void *data, qint64 size)
{
    const auto wanted = static_cast<std::size_t>(size);
    return wanted == 0 || std::fwrite(data, 1, wanted, m_output) == wanted;
}

bool RenderServer::sendBytes(const renderwire::FrameHeader &request, const QByteArray &head, const QByteArray &bulk)
{
    renderwire::FrameHeader header = request;
    header.headSize = static_cast<quint32>(head.size());
    header.bulkSize = static_cast<quint32>(bulk.size());
    const QByteArray start = renderwire::encodeHeader(header);
    return write(start.constData(), start.size()) && write(head.constData(), head.size())
        && write(bulk.constData(), bulk.size()) && std::fflush(m_output) == 0;
}

bool RenderServer::send(const renderwire::FrameHeader &request, const QByteArray &head, const QImage &bulk)
{
    const qint64 rowSize = 4LL * bulk.width();
    renderwire::FrameHeader header = request;
    header.headSize = static_cast<quint32>(head.size());
    header.bulkSize = static_cast<quint32>(rowSize * bulk.height());

    const QByteArray start = renderwire::encodeHeader(header);
    bool sent = write(start.constData(), start.size()) && write(head.constData(), head.size());
    if (sent && bulk.bytesPerLine() == rowSize) {
        sent = write(bulk.constBits(), rowSize * bulk.height());
    } else {
        for (int row = 0; sent && row < bulk.height(); ++row)
            sent = write(bulk.constScanLine(row), rowSize);
    }
    return sent && std::fflush(m_output) == 0;
}

} // namespace kessai
