// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/renderprotocol.h"

#include <QDataStream>
#include <QHash>
#include <QIODevice>
#include <QtEndian>

#include <cmath>

namespace kessai {

size_t qHash(const PageRequest &request, size_t seed) noexcept
{
    return qHashMulti(seed, request.page, request.quarterTurns, request.fullSize.width(), request.fullSize.height(),
                      request.clip.x(), request.clip.y(), request.clip.width(), request.clip.height());
}

namespace renderwire {

namespace {

constexpr quint32 kFrameMagic = 0x3152534B; // "KSR1"
constexpr auto kWireVersion = QDataStream::Qt_6_0;

/// Writes fields in a form that does not change with Qt.
class HeadWriter final {
public:
    HeadWriter() : m_stream(&m_bytes, QIODevice::WriteOnly)
    {
        m_stream.setVersion(kWireVersion);
        m_stream.setFloatingPointPrecision(QDataStream::DoublePrecision);
    }
    template <class T>
    HeadWriter &operator<<(const T &value)
    {
        m_stream << value;
        return *this;
    }
    QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    QDataStream m_stream;
};

/// Reads fields; every element count is checked against the bytes that are left before anything is allocated.
class HeadReader final {
public:
    explicit HeadReader(const QByteArray &bytes) : m_stream(bytes)
    {
        m_stream.setVersion(kWireVersion);
        m_stream.setFloatingPointPrecision(QDataStream::DoublePrecision);
    }
    template <class T>
    T read()
    {
        T value{};
        m_stream >> value;
        return value;
    }
    /// A count of elements of at least `elementSize` bytes each; 0 and broken when there cannot be as many.
    int readCount(int elementSize, int limit)
    {
        const auto count = read<qint32>();
        const qint64 left = m_stream.device()->bytesAvailable();
        if (count < 0 || count > limit || static_cast<qint64>(count) * elementSize > left) {
            m_broken = true;
            return 0;
        }
        return count;
    }
    RenderFailure readFailure()
    {
        const auto code = read<quint8>();
        if (code > static_cast<quint8>(RenderFailure::NotAvailable))
            m_broken = true;
        return static_cast<RenderFailure>(code);
    }
    void refuse() { m_broken = true; }
    bool isComplete() const { return !m_broken && m_stream.status() == QDataStream::Ok && m_stream.atEnd(); }

private:
    QDataStream m_stream;
    bool m_broken = false;
};

bool isPageSide(double points)
{
    return std::isfinite(points) && points >= 0 && points <= kMaxPagePoints;
}

template <class T>
std::optional<T> ifComplete(const HeadReader &reader, T value)
{
    if (!reader.isComplete())
        return std::nullopt;
    return value;
}

} // namespace

QByteArray encodeHeader(const FrameHeader &header)
{
    QByteArray bytes(kFrameHeaderSize, '\0');
    char *out = bytes.data();
    qToLittleEndian<quint32>(kFrameMagic, out);
    qToLittleEndian<quint32>(header.id, out + 4);
    qToLittleEndian<quint32>(static_cast<quint32>(header.verb), out + 8);
    qToLittleEndian<quint32>(header.headSize, out + 12);
    qToLittleEndian<quint32>(header.bulkSize, out + 16);
    return bytes;
}

std::optional<FrameHeader> decodeHeader(QByteArrayView bytes)
{
    if (bytes.size() != kFrameHeaderSize || qFromLittleEndian<quint32>(bytes.data()) != kFrameMagic)
        return std::nullopt;
    const auto verb = qFromLittleEndian<quint32>(bytes.data() + 8);
    if (verb < static_cast<quint32>(Verb::Open) || verb > static_cast<quint32>(Verb::Annotate))
        return std::nullopt;
    FrameHeader header;
    header.id = qFromLittleEndian<quint32>(bytes.data() + 4);
    header.verb = static_cast<Verb>(verb);
    header.headSize = qFromLittleEndian<quint32>(bytes.data() + 12);
    header.bulkSize = qFromLittleEndian<quint32>(bytes.data() + 16);
    if (header.headSize > kMaxHeadBytes || header.bulkSize > kMaxDocumentBytes)
        return std::nullopt;
    return header;
}

QByteArray encode(const OpenRequest &request)
{
    return (HeadWriter() << request.mediaType << request.password).bytes();
}

std::optional<OpenRequest> decodeOpenRequest(const QByteArray &head)
{
    HeadReader reader(head);
    OpenRequest request;
    request.mediaType = reader.read<QString>();
    request.password = reader.read<QString>();
    return ifComplete(reader, request);
}

QByteArray encode(const PageRequest &request)
{
    return (HeadWriter() << qint32(request.page) << qint32(request.quarterTurns) << request.fullSize << request.clip)
        .bytes();
}

std::optional<PageRequest> decodePageRequest(const QByteArray &head)
{
    HeadReader reader(head);
    PageRequest request;
    request.page = reader.read<qint32>();
    request.quarterTurns = reader.read<qint32>();
    request.fullSize = reader.read<QSize>();
    request.clip = reader.read<QRect>();
    return ifComplete(reader, request);
}

QByteArray encodeTextRequest(int page)
{
    return (HeadWriter() << qint32(page)).bytes();
}

std::optional<int> decodeTextRequest(const QByteArray &head)
{
    HeadReader reader(head);
    const int page = reader.read<qint32>();
    return ifComplete(reader, page);
}

QByteArray encode(const OpenReply &reply)
{
    HeadWriter writer;
    writer << quint8(reply.failure) << reply.info.isImage << reply.info.mayCopy << qint32(reply.info.pageSizes.size());
    for (const QSizeF &size : reply.info.pageSizes)
        writer << double(size.width()) << double(size.height());
    writer << qint32(reply.info.outline.size());
    for (const OutlineEntry &entry : reply.info.outline)
        writer << qint32(entry.page) << qint32(entry.level) << entry.title;
    return writer.bytes();
}

std::optional<OpenReply> decodeOpenReply(const QByteArray &head)
{
    HeadReader reader(head);
    OpenReply reply;
    reply.failure = reader.readFailure();
    reply.info.isImage = reader.read<bool>();
    reply.info.mayCopy = reader.read<bool>();
    const int pages = reader.readCount(16, kMaxPages);
    reply.info.pageSizes.reserve(pages);
    for (int i = 0; i < pages; ++i) {
        const auto width = reader.read<double>();
        const auto height = reader.read<double>();
        if (!isPageSide(width) || !isPageSide(height))
            reader.refuse();
        reply.info.pageSizes.append(QSizeF(width, height));
    }
    const int entries = reader.readCount(12, kMaxOutlineEntries);
    reply.info.outline.reserve(entries);
    for (int i = 0; i < entries; ++i) {
        OutlineEntry entry;
        entry.page = reader.read<qint32>();
        entry.level = reader.read<qint32>();
        entry.title = reader.read<QString>();
        if (entry.page < 0 || entry.page >= pages || entry.level < 0)
            reader.refuse();
        reply.info.outline.append(entry);
    }
    return ifComplete(reader, reply);
}

QByteArray encode(const PageReply &reply)
{
    return (HeadWriter() << quint8(reply.failure) << reply.size).bytes();
}

std::optional<PageReply> decodePageReply(const QByteArray &head)
{
    HeadReader reader(head);
    PageReply reply;
    reply.failure = reader.readFailure();
    reply.size = reader.read<QSize>();
    return ifComplete(reader, reply);
}

QByteArray encode(const TextReply &reply)
{
    HeadWriter writer;
    writer << quint8(reply.failure) << reply.text.folded << qint32(reply.text.boxes.size());
    for (const QRectF &box : reply.text.boxes)
        writer << double(box.x()) << double(box.y()) << double(box.width()) << double(box.height());
    writer << qint32(reply.text.links.size());
    for (const PageLink &link : reply.text.links)
        writer << double(link.place.x()) << double(link.place.y()) << double(link.place.width())
               << double(link.place.height()) << qint32(link.page) << link.url;
    writer << reply.text.plain;
    return writer.bytes();
}

std::optional<TextReply> decodeTextReply(const QByteArray &head)
{
    HeadReader reader(head);
    TextReply reply;
    const auto box = [&reader] {
        const auto x = reader.read<double>();
        const auto y = reader.read<double>();
        const auto width = reader.read<double>();
        const auto height = reader.read<double>();
        if (!std::isfinite(x) || !std::isfinite(y) || !std::isfinite(width) || !std::isfinite(height))
            reader.refuse();
        return QRectF(x, y, width, height);
    };
    reply.failure = reader.readFailure();
    reply.text.folded = reader.read<QString>();
    const int boxes = reader.readCount(32, kMaxTextUnits);
    if (boxes != reply.text.folded.size())
        reader.refuse();
    reply.text.boxes.reserve(boxes);
    for (int i = 0; i < boxes; ++i)
        reply.text.boxes.append(box());
    const int links = reader.readCount(40, kMaxLinks);
    for (int i = 0; i < links; ++i) {
        PageLink link;
        link.place = box();
        link.page = reader.read<qint32>();
        link.url = reader.read<QString>();
        if (link.page < -1 || link.page >= kMaxPages || (link.page < 0) == link.url.isEmpty()
            || link.url.size() > kMaxUrlLength)
            reader.refuse();
        reply.text.links.append(link);
    }
    reply.text.plain = reader.read<QString>();
    if (reply.text.plain.size() > kMaxTextUnits)
        reader.refuse();
    return ifComplete(reader, reply);
}

QByteArray encode(const QList<PageAnnotation> &annotations)
{
    HeadWriter writer;
    writer << qint32(annotations.size());
    for (const PageAnnotation &one : annotations) {
        writer << quint8(one.kind) << qint32(one.page) << quint32(one.color) << one.opacity << one.width << one.text
               << one.author << one.id << one.at << qint32(one.paths.size());
        for (const QList<QPointF> &path : one.paths) {
            writer << qint32(path.size());
            for (const QPointF &point : path)
                writer << double(point.x()) << double(point.y());
        }
        writer << qint32(one.places.size());
        for (const QRectF &place : one.places)
            writer << double(place.x()) << double(place.y()) << double(place.width()) << double(place.height());
        writer << one.image;
    }
    return writer.bytes();
}

std::optional<QList<PageAnnotation>> decodeAnnotateRequest(const QByteArray &head)
{
    HeadReader reader(head);
    const auto share = [&reader] {
        const auto value = reader.read<double>();
        if (!std::isfinite(value) || value < 0 || value > 1)
            reader.refuse();
        return value;
    };
    QList<PageAnnotation> annotations;
    const int count = reader.readCount(50, kMaxAnnotations);
    for (int i = 0; i < count; ++i) {
        PageAnnotation one;
        const auto kind = reader.read<quint8>();
        if (kind > static_cast<quint8>(PageAnnotation::Kind::Stamp))
            reader.refuse();
        one.kind = static_cast<PageAnnotation::Kind>(kind);
        one.page = reader.read<qint32>();
        one.color = reader.read<quint32>();
        one.opacity = share();
        one.width = reader.read<double>();
        if (!std::isfinite(one.width) || one.width < 0 || one.width > kMaxPagePoints)
            reader.refuse();
        one.text = reader.read<QString>();
        one.author = reader.read<QString>();
        one.id = reader.read<QString>();
        one.at = reader.read<qint64>();
        const int paths = reader.readCount(4, kMaxTextUnits);
        for (int path = 0; path < paths; ++path) {
            QList<QPointF> points;
            const int size = reader.readCount(16, kMaxTextUnits);
            for (int point = 0; point < size; ++point) {
                const double x = share();
                points.append(QPointF(x, share()));
            }
            one.paths.append(points);
        }
        const int places = reader.readCount(32, kMaxTextUnits);
        for (int place = 0; place < places; ++place) {
            const double x = share();
            const double y = share();
            const double width = share();
            one.places.append(QRectF(x, y, width, share()));
        }
        one.image = reader.read<QByteArray>();
        annotations.append(one);
    }
    return ifComplete(reader, annotations);
}

QByteArray encode(const AnnotateReply &reply)
{
    return (HeadWriter() << quint8(reply.failure)).bytes();
}

std::optional<AnnotateReply> decodeAnnotateReply(const QByteArray &head)
{
    HeadReader reader(head);
    AnnotateReply reply;
    reply.failure = reader.readFailure();
    return ifComplete(reader, reply);
}

bool isAnswerable(const PageRequest &request)
{
    const QRect clip = request.clip;
    const QSize full = request.fullSize;
    return request.page >= 0 && request.quarterTurns >= 0 && request.quarterTurns < 4 && full.width() > 0
        && full.height() > 0 && full.width() <= kMaxFullSide && full.height() <= kMaxFullSide && clip.isValid()
        && QRect(QPoint(), full).contains(clip) && static_cast<qint64>(clip.width()) * clip.height() <= kMaxPixels;
}

} // namespace renderwire

} // namespace kessai
