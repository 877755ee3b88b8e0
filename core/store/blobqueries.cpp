// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/blobqueries.h"

#include "core/base/canonical.h"

namespace kessai {

Result<QByteArray> readChunk(const Reader &reader, const QByteArray &sha256, int no)
{
    Query row(reader.database, QLatin1String("chunkOf"));
    reader.bindTo(row);
    row.bindAscii(QLatin1String("sha256"), sha256).bind(QLatin1String("no"), no);
    if (const Result<> found = row.execOne(); !found)
        return found.failure();
    QByteArray data = row.bytes(0);
    const std::vector<QByteArray> digests = splitDigests(row.text(1));
    if (no < 0 || size_t(no) >= digests.size() || sha256Hex(data) != digests[size_t(no)])
        return fail(ErrorCode::Damaged, QStringLiteral("chunk %1 of %2").arg(no).arg(QString::fromLatin1(sha256)));
    return data;
}

} // namespace kessai
