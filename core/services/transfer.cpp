// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/transfer.h"

#include "core/services/deskthread.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace kessai {

Result<Attachment> describeFile(const QString &path, const std::atomic_bool &cancelled)
{
    const QFileInfo info(path);
    if (!info.exists() || !info.isFile())
        return fail(ErrorCode::NotFound, path);
    if (info.size() > kMaxAttachment)
        return fail(ErrorCode::TooLarge, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());

    Attachment attachment;
    attachment.name = info.fileName();
    attachment.mediaType = QMimeDatabase().mimeTypeForFile(info).name();
    QCryptographicHash whole(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        if (cancelled.load())
            return fail(ErrorCode::Cancelled);
        const QByteArray chunk = file.read(kChunkSize);
        if (chunk.isEmpty())
            return fail(ErrorCode::FileUnreadable, file.errorString());
        whole.addData(chunk);
        attachment.chunks.push_back(sha256Hex(chunk));
        attachment.size += chunk.size();
    }
    if (attachment.size > kMaxAttachment)
        return fail(ErrorCode::TooLarge, path);
    attachment.sha256 = whole.result().toHex();
    return attachment;
}

namespace {

/// One chunk of a file on disk; it is checked against the digest taken before, because files change under people's hands.
Result<QByteArray> readChunk(const QString &path, int no, const QByteArray &digest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(qint64(no) * kChunkSize))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    const QByteArray chunk = file.read(kChunkSize);
    if (sha256Hex(chunk) != digest)
        return fail(ErrorCode::FileUnreadable, QStringLiteral("the file changed while it was read"));
    return chunk;
}

} // namespace

Upload::Upload(DeskThread &desk, const QString &path, QObject *parent)
    : QObject(parent), m_desk(desk), m_path(path), m_cancelled(std::make_shared<std::atomic_bool>(false))
{
}

void Upload::start()
{
    struct Begun {
        Attachment attachment;
        std::optional<UploadId> upload;
    };
    m_desk
        .ask([path = m_path, cancelled = m_cancelled](Desk &desk) -> Result<Begun> {
            auto attachment = describeFile(path, *cancelled);
            if (!attachment)
                return attachment.failure();
            auto upload = desk.beginUpload(*attachment);
            if (!upload)
                return upload.failure();
            return Begun{std::move(attachment).value(), *upload};
        })
        .then(this, [this](const Result<Begun> &begun) {
            if (!begun) {
                Q_EMIT failed(begun.error());
                return;
            }
            m_attachment = begun->attachment;
            if (!begun->upload) {
                Q_EMIT progressed(m_attachment.size, m_attachment.size);
                Q_EMIT finished(m_attachment);
                return;
            }
            m_upload = begun->upload->value();
            next(0);
        });
}

void Upload::cancel()
{
    m_cancelled->store(true);
}

void Upload::next(int no)
{
    if (m_cancelled->load()) {
        Q_EMIT failed(Error{ErrorCode::Cancelled, {}, std::nullopt});
        return;
    }
    Q_EMIT progressed(std::min(qint64(no) * kChunkSize, m_attachment.size), m_attachment.size);
    const bool last = size_t(no) >= m_attachment.chunks.size();
    const QByteArray digest = last ? QByteArray() : m_attachment.chunks[size_t(no)];
    m_desk
        .ask([path = m_path, no, last, digest, upload = UploadId(m_upload)](Desk &desk) -> Result<> {
            if (last)
                return desk.finishUpload(upload);
            const auto chunk = readChunk(path, no, digest);
            if (!chunk)
                return chunk.failure();
            return desk.putChunk(upload, no, *chunk);
        })
        .then(this, [this, no, last](const Result<> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            else if (last)
                Q_EMIT finished(m_attachment);
            else
                next(no + 1);
        });
}

Download::Download(DeskThread &desk, Attachment attachment, QObject *parent)
    : QObject(parent), m_desk(desk), m_attachment(std::move(attachment)),
      m_cancelled(std::make_shared<std::atomic_bool>(false))
{
}

void Download::start()
{
    next(0);
}

void Download::cancel()
{
    m_cancelled->store(true);
}

void Download::next(int no)
{
    if (m_cancelled->load()) {
        Q_EMIT failed(Error{ErrorCode::Cancelled, {}, std::nullopt});
        return;
    }
    Q_EMIT progressed(m_bytes.size(), m_attachment.size);
    if (size_t(no) >= m_attachment.chunks.size()) {
        if (m_bytes.size() != m_attachment.size || sha256Hex(m_bytes) != m_attachment.sha256)
            Q_EMIT failed(Error{ErrorCode::Damaged, m_attachment.name, std::nullopt});
        else
            Q_EMIT finished(m_bytes);
        return;
    }
    m_desk.ask([attachment = m_attachment, no](Desk &desk) { return desk.chunk(attachment, no); })
        .then(this, [this, no](const Result<QByteArray> &chunk) {
            if (!chunk) {
                Q_EMIT failed(chunk.error());
                return;
            }
            m_bytes += *chunk;
            next(no + 1);
        });
}

} // namespace kessai
