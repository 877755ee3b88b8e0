// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "core/store/localnotary.h"
#include "core/store/reader.h"

#include <QCryptographicHash>

#include <algorithm>

namespace kessai {

namespace {

constexpr qint64 kUnfinishedMicroseconds = 24LL * 60 * 60 * 1000 * 1000;
constexpr QLatin1String kBlob("blob_id");

qint64 chunkCount(qint64 size)
{
    return (size + kChunkSize - 1) / kChunkSize;
}

/// An upload under way.
struct UploadRow {
    QByteArray sha256;
    qint64 size;
    std::vector<QByteArray> chunks;
    bool complete;
    qint64 here;
};

Result<UploadRow> uploadOf(Database &database, UploadId upload, StaffId actor)
{
    Query row(database, QLatin1String("notaryUpload"));
    row.bind(kBlob, upload).bind(QLatin1String("staff_id"), actor);
    const Result<> found = row.execOne();
    if (!found && found.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound, QStringLiteral("no such upload is under way"));
    if (!found)
        return found.failure();
    return UploadRow{row.ascii(0), row.integer(1), splitDigests(row.text(2)), row.flag(3), row.integer(4)};
}

/// Whether the chunks together are the file, reading one at a time.
Result<bool> isWhole(Database &database, UploadId upload, const UploadRow &file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 size = 0;
    Query chunks(database, QLatin1String("chunkData"));
    if (const Result<> run = chunks.bind(kBlob, upload).exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> chunk = chunks.next();
        if (!chunk)
            return chunk.failure();
        if (!*chunk)
            return size == file.size && hash.result().toHex() == file.sha256;
        const QByteArray data = chunks.bytes(0);
        hash.addData(data);
        size += data.size();
    }
}

} // namespace

bool isHexDigest(const QByteArray &digest)
{
    return digest.size() == 64 && std::all_of(digest.begin(), digest.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

Result<std::optional<UploadId>> LocalNotary::beginUpload(const Attachment &attachment)
{
    if (attachment.size < 0 || !isHexDigest(attachment.sha256)
        || qint64(attachment.chunks.size()) != chunkCount(attachment.size)
        || !std::all_of(attachment.chunks.begin(), attachment.chunks.end(), isHexDigest))
        return fail(ErrorCode::Invalid, QStringLiteral("not the description of a file"));
    if (attachment.size > kMaxAttachment)
        return fail(ErrorCode::TooLarge, QStringLiteral("a file may have 100 MiB"));
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    const Instant at = m_clock.now();

    std::optional<UploadId> upload;
    Query known(m_database, QLatin1String("notaryFile"));
    known.bindAscii(QLatin1String("sha256"), attachment.sha256)
        .bind(QLatin1String("actor"), m_actor)
        .bind(QLatin1String("today"), at.day());
    if (const Result<> run = known.exec(); !run)
        return run.failure();
    const Result<bool> here = known.next();
    if (!here)
        return here.failure();
    if (!*here) {
        // A file that only others may see is uploaded again: otherwise this would tell that it exists.
        Query stale(m_database, QLatin1String("notaryDropUnfinished"));
        stale.bind(QLatin1String("staff_id"), m_actor)
            .bindAscii(QLatin1String("sha256"), attachment.sha256)
            .bind(QLatin1String("before"), at.microseconds() - kUnfinishedMicroseconds);
        if (const Result<> dropped = stale.exec(); !dropped)
            return dropped.failure();
        Query insert(m_database, QLatin1String("notaryNewFile"));
        insert.bindAscii(QLatin1String("sha256"), attachment.sha256)
            .bind(QLatin1String("size"), attachment.size)
            .bind(QLatin1String("chunks"), joinedDigests(attachment.chunks))
            .bind(QLatin1String("staff_id"), m_actor)
            .bind(QLatin1String("at"), at);
        if (const Result<> inserted = insert.execOne(); !inserted)
            return inserted.failure();
        upload = insert.id<UploadId>(0);
    }
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.failure();
    return upload;
}

Result<> LocalNotary::putChunk(UploadId upload, int no, const QByteArray &chunk)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    const auto file = uploadOf(m_database, upload, m_actor);
    if (!file)
        return file.failure();
    if (file->complete)
        return fail(ErrorCode::NotFound, QStringLiteral("the upload is finished"));
    const qint64 expected = std::min(kChunkSize, file->size - no * kChunkSize);
    if (no < 0 || no > file->here || size_t(no) >= file->chunks.size() || chunk.size() != expected)
        return fail(ErrorCode::Invalid, QStringLiteral("not the next chunk"));
    if (sha256Hex(chunk) != file->chunks[size_t(no)])
        return fail(ErrorCode::Damaged, QStringLiteral("the chunk is not the one announced"));
    // One sent again after a lost answer changes nothing.
    if (no == file->here) {
        Query put(m_database, QLatin1String("notaryPutChunk"));
        put.bind(kBlob, upload).bind(QLatin1String("no"), no).bindBytes(QLatin1String("data"), chunk);
        if (const Result<> done = put.exec(); !done)
            return done;
    }
    return transaction->commit();
}

Result<> LocalNotary::finishUpload(UploadId upload)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    const auto file = uploadOf(m_database, upload, m_actor);
    if (!file)
        return file.failure();
    if (file->complete)
        return {};
    const auto whole = isWhole(m_database, upload, *file);
    if (!whole)
        return whole.failure();

    Query drop(m_database, QLatin1String("notaryDropFile"));
    drop.bind(kBlob, upload);
    if (!*whole) {
        if (const Result<> dropped = drop.exec(); !dropped)
            return dropped;
        if (const Result<> committed = transaction->commit(); !committed)
            return committed;
        return fail(ErrorCode::Damaged, QStringLiteral("what was uploaded is not the file it was said to be"));
    }
    UploadId kept = upload;
    {
        Query same(m_database, QLatin1String("notarySameFile"));
        if (const Result<> run = same.bindAscii(QLatin1String("sha256"), file->sha256).exec(); !run)
            return run;
        const Result<bool> there = same.next();
        if (!there)
            return there.failure();
        if (*there)
            kept = same.id<UploadId>(0);
    }
    Query complete(m_database, QLatin1String("notaryCompleteFile"));
    const Result<> merged = kept == upload ? complete.bind(kBlob, upload).exec() : drop.exec();
    if (!merged)
        return merged;
    Query hold(m_database, QLatin1String("notaryHoldFile"));
    hold.bind(kBlob, kept).bind(QLatin1String("staff_id"), m_actor);
    if (const Result<> held = hold.exec(); !held)
        return held;
    return transaction->commit();
}

} // namespace kessai
