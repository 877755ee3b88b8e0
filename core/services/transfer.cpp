// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/transfer.h"

#include "core/services/answer.h"
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

/// The file its chunks make, or Damaged when they make another one.
Result<QByteArray> wholeOf(const Attachment &attachment, const QByteArrayList &chunks)
{
    QByteArray whole = chunks.join();
    if (whole.size() != attachment.size || sha256Hex(whole) != attachment.sha256)
        return fail(ErrorCode::Damaged, attachment.name);
    return whole;
}

} // namespace

Upload::Upload(DeskThread &desk, const QString &path, QObject *parent)
    : QObject(parent), m_desk(desk), m_path(path), m_cancelled(std::make_shared<std::atomic_bool>(false))
{
}

void Upload::start()
{
    onPool([path = m_path, cancelled = m_cancelled] {
        return describeFile(path, *cancelled);
    }).then(this, [this](const Result<Attachment> &attachment) {
        if (attachment)
            begin(*attachment);
        else
            Q_EMIT failed(attachment.error());
    });
}

void Upload::begin(const Attachment &attachment)
{
    m_attachment = attachment;
    m_desk.ask([attachment](Desk &desk) { return desk.beginUpload(attachment); })
        .then(this, [this](const Result<std::optional<UploadId>> &upload) {
            if (!upload) {
                Q_EMIT failed(upload.error());
                return;
            }
            if (!*upload) {
                Q_EMIT progressed(m_attachment.size, m_attachment.size);
                Q_EMIT finished(m_attachment);
                return;
            }
            m_upload = (*upload)->value();
            next(0);
        });
}

void Upload::cancel()
{
    m_cancelled->store(true);
}

void Upload::resume()
{
    m_cancelled->store(false);
    if (m_upload == 0)
        start();
    else
        next(m_next);
}

void Upload::next(int no)
{
    m_next = no;
    if (m_cancelled->load()) {
        Q_EMIT failed(Error{ErrorCode::Cancelled, {}, std::nullopt});
        return;
    }
    Q_EMIT progressed(std::min(qint64(no) * kChunkSize, m_attachment.size), m_attachment.size);
    if (size_t(no) >= m_attachment.chunks.size()) {
        m_desk.ask([upload = UploadId(m_upload)](Desk &desk) { return desk.finishUpload(upload); })
            .then(this, [this](const Result<> &done) {
                if (done)
                    Q_EMIT finished(m_attachment);
                else
                    Q_EMIT failed(done.error());
            });
        return;
    }
    onPool([path = m_path, no, digest = m_attachment.chunks[size_t(no)]] {
        return readChunk(path, no, digest);
    }).then(this, [this, no](const Result<QByteArray> &chunk) {
        if (chunk)
            put(no, *chunk);
        else
            Q_EMIT failed(chunk.error());
    });
}

void Upload::put(int no, const QByteArray &chunk)
{
    m_desk.ask([upload = UploadId(m_upload), no, chunk](Desk &desk) { return desk.putChunk(upload, no, chunk); })
        .then(this, [this, no](const Result<> &done) {
            if (done)
                next(no + 1);
            else if (no > 0 && done.error().code == ErrorCode::NotFound)
                begin(m_attachment); // it lay so long that the office threw the beginning away
            else
                Q_EMIT failed(done.error());
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
    Q_EMIT progressed(m_received, m_attachment.size);
    if (size_t(no) >= m_attachment.chunks.size()) {
        onPool([attachment = m_attachment, chunks = std::move(m_chunks)] {
            return wholeOf(attachment, chunks);
        }).then(this, [this](const Result<QByteArray> &whole) {
            if (whole)
                Q_EMIT finished(*whole);
            else
                Q_EMIT failed(whole.error());
        });
        return;
    }
    m_desk.ask([attachment = m_attachment, no](Desk &desk) { return desk.chunk(attachment, no); })
        .then(this, [this, no](const Result<QByteArray> &chunk) {
            if (!chunk) {
                Q_EMIT failed(chunk.error());
                return;
            }
            m_chunks.append(*chunk);
            m_received += chunk->size();
            next(no + 1);
        });
}

} // namespace kessai
