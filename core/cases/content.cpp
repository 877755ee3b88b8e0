// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/content.h"

namespace kessai {

QByteArray Confidential::digest() const
{
    return Canonical().add(salt).add(canonicalJson(fields)).sha256();
}

QByteArray Content::digest() const
{
    Canonical seal;
    seal.add(form).add(formRevision).add(canonicalJson(fields)).add(qint64(attachments.size()));
    for (const Attachment &attachment : attachments) {
        seal.add(attachment.name).add(attachment.mediaType).add(attachment.size).add(attachment.sha256);
        seal.add(qint64(attachment.chunks.size()));
        for (const QByteArray &chunk : attachment.chunks)
            seal.add(chunk);
    }
    if (!confidentialDigest.isEmpty())
        seal.add(confidentialDigest);
    return seal.sha256();
}

} // namespace kessai
