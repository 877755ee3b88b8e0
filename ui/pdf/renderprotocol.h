// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QColor>
#include <QList>
#include <QMetaType>
#include <QPointF>
#include <QRect>
#include <QRectF>
#include <QSize>
#include <QSizeF>
#include <QString>

#include <optional>

namespace kessai {

/// Why a document or one of its pages cannot be shown. The values travel between two processes: only append.
enum class RenderFailure : quint8 {
    None,
    /// A password is needed, or the one given is wrong.
    Encrypted,
    Broken,
    TooLarge,
    TimedOut,
    /// The rendering process died of it, twice.
    Crashed,
    /// Neither a PDF nor an image that can be decoded here.
    Unsupported,
    /// The rendering process cannot be started or cannot protect itself.
    NotAvailable,
};

/// One line of a document's table of contents.
struct OutlineEntry final {
    QString title;
    /// 0-based.
    int page = 0;
    /// 0 for the uppermost.
    int level = 0;

    bool operator==(const OutlineEntry &) const = default;
};

/// What is known of a document once it is open.
struct DocumentInfo final {
    /// In points (1/72 inch) as shown unturned; an empty size marks a page that cannot be read.
    QList<QSizeF> pageSizes;
    QList<OutlineEntry> outline;
    bool isImage = false;
    /// False where the author of a PDF forbids taking text out of it.
    bool mayCopy = true;

    bool operator==(const DocumentInfo &) const = default;
};

/// Asks for the pixels of `clip`, when the whole page, turned clockwise by `quarterTurns`, is `fullSize` pixels large.
struct PageRequest final {
    /// 0-based.
    int page = 0;
    int quarterTurns = 0;
    QSize fullSize;
    QRect clip;

    bool isWhole() const { return clip == QRect(QPoint(), fullSize); }
    bool operator==(const PageRequest &) const = default;
};
size_t qHash(const PageRequest &request, size_t seed = 0) noexcept;

/// A place of a page that leads somewhere when it is clicked.
struct PageLink final {
    /// In shares of the unturned page.
    QRectF place;
    /// Of the same document, 0-based; -1 where it leads out of it.
    int page = -1;
    /// Then: what it leads to, as it stands in the file.
    QString url{};

    bool operator==(const PageLink &) const = default;
};

/// A page's text, folded for searching, where each of its UTF-16 units stands (in points on the unturned page), and its links.
struct PageText final {
    QString folded;
    QList<QRectF> boxes;
    QList<PageLink> links{};
    QString plain{}; ///< as it is written there, with blanks between words and lines

    bool operator==(const PageText &) const = default;
};

/// Something that is written into a copy of a document as a PDF annotation. Places are shares of the upright page.
struct PageAnnotation final {
    enum class Kind : quint8 { Ink, Highlight, Text, Stamp };
    Kind kind = Kind::Ink;
    /// 0-based.
    int page = 0;
    QRgb color = 0;
    double opacity = 1;
    /// Of ink, in points.
    double width = 1;
    QList<QList<QPointF>> paths;
    QList<QRectF> places;
    /// Of a stamp, a PNG.
    QByteArray image;
    QString text;
    QString author;
    QString id;
    /// Milliseconds since 1970, UTC.
    qint64 at = 0;

    bool operator==(const PageAnnotation &) const = default;
};

/// The wire between the application and kessai-render: frames of a fixed header, a head of encoded fields and a bulk of
/// raw bytes (the document on the way there, pixels on the way back). Both sides check every size before they allocate,
/// because the other side may have been taken over by a hostile document.
namespace renderwire {

inline constexpr qint64 kMaxPixels = 50'000'000;
inline constexpr qint64 kMaxDocumentBytes = 256LL * 1024 * 1024;
inline constexpr qint64 kMaxHeadBytes = 32LL * 1024 * 1024;
inline constexpr int kMaxPages = 20'000;
inline constexpr int kMaxOutlineEntries = 2'000;
inline constexpr int kMaxTextUnits = 500'000;
inline constexpr int kMaxLinks = 1'000;
inline constexpr int kMaxUrlLength = 2'000;
inline constexpr int kMaxAnnotations = 20'000;
/// Ten times the largest page that PDF allows without a user unit (14,400 pt, 5 m).
inline constexpr double kMaxPagePoints = 144'000;
/// Keeps page coordinates far from the limits of int.
inline constexpr int kMaxFullSide = 2'000'000;

enum class Verb : quint8 { Open = 1, Page = 2, Text = 3, Annotate = 4 };

struct FrameHeader final {
    quint32 id = 0;
    Verb verb = Verb::Open;
    quint32 headSize = 0;
    quint32 bulkSize = 0;

    bool operator==(const FrameHeader &) const = default;
};
inline constexpr qsizetype kFrameHeaderSize = 20;

QByteArray encodeHeader(const FrameHeader &header);
/// Nothing when the bytes are no header or announce more than is ever sent.
std::optional<FrameHeader> decodeHeader(QByteArrayView bytes);

/// The document's bytes are the frame's bulk.
struct OpenRequest final {
    QString mediaType;
    QString password;

    bool operator==(const OpenRequest &) const = default;
};
struct OpenReply final {
    RenderFailure failure = RenderFailure::None;
    DocumentInfo info;

    bool operator==(const OpenReply &) const = default;
};
/// The annotated copy is the frame's bulk.
struct AnnotateReply final {
    RenderFailure failure = RenderFailure::None;

    bool operator==(const AnnotateReply &) const = default;
};
/// The pixels are the frame's bulk: rows of 32-bit xRGB in native byte order without padding.
struct PageReply final {
    RenderFailure failure = RenderFailure::None;
    QSize size;

    bool operator==(const PageReply &) const = default;
};
struct TextReply final {
    RenderFailure failure = RenderFailure::None;
    PageText text;

    bool operator==(const TextReply &) const = default;
};

QByteArray encode(const OpenRequest &request);
QByteArray encode(const PageRequest &request);
QByteArray encodeTextRequest(int page);
QByteArray encode(const QList<PageAnnotation> &annotations);
QByteArray encode(const OpenReply &reply);
QByteArray encode(const PageReply &reply);
QByteArray encode(const TextReply &reply);
QByteArray encode(const AnnotateReply &reply);

/// Each gives nothing when the bytes are not exactly one well-formed value within the limits above.
std::optional<OpenRequest> decodeOpenRequest(const QByteArray &head);
std::optional<PageRequest> decodePageRequest(const QByteArray &head);
std::optional<int> decodeTextRequest(const QByteArray &head);
std::optional<QList<PageAnnotation>> decodeAnnotateRequest(const QByteArray &head);
std::optional<OpenReply> decodeOpenReply(const QByteArray &head);
std::optional<PageReply> decodePageReply(const QByteArray &head);
std::optional<TextReply> decodeTextReply(const QByteArray &head);
std::optional<AnnotateReply> decodeAnnotateReply(const QByteArray &head);

/// Whether the request can be answered at all: sizes positive, clip inside the page, not more than kMaxPixels.
bool isAnswerable(const PageRequest &request);

} // namespace renderwire

} // namespace kessai

Q_DECLARE_METATYPE(kessai::RenderFailure)
Q_DECLARE_METATYPE(kessai::DocumentInfo)
Q_DECLARE_METATYPE(kessai::PageRequest)
Q_DECLARE_METATYPE(kessai::PageText)
