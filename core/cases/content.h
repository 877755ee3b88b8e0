// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canonical.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace kessai {

/// A file attached to a case: named by the SHA-256 of its bytes and of each of its chunks, so that every reader can check it.
struct Attachment final {
    QString name;
    QString mediaType;
    qint64 size = 0;
    QByteArray sha256;              ///< hex, of the whole file
    std::vector<QByteArray> chunks; ///< hex, of each chunk of at most 256 KiB, in order
    bool confidential = false;      ///< whether only those read it who decide on the case
    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// Bytes per stored chunk (database.md 3.5: 256 KiB was the fastest size); the last one may be shorter.
inline constexpr qint64 kChunkSize = 256 * 1024;
/// Largest file that may be attached, in bytes; the notaries refuse more (core/store/sql/migrations/0001_schema.sql).
inline constexpr qint64 kMaxAttachment = 100LL * 1024 * 1024;

/// The part of a content that only the drafter and those who decide on it read (domain.md 2.6).
struct Confidential final {
    QByteArray salt; ///< 32 random bytes in hex, so that nobody finds out by trying what a short text says
    QJsonObject fields;

    /// SHA-256 of salt and canonical fields. The notary computes the same from its own rows.
    QByteArray digest() const;
    friend bool operator==(const Confidential &, const Confidential &) = default;
};

/// What a case says in one revision: the values of the form's fields and the attachments in their order. What is confidential among
/// them stands apart (core/cases/confidential.h).
struct Content final {
    QString form;
    int formRevision = 1;
    QJsonObject fields;
    std::vector<Attachment> attachments;
    QByteArray confidentialDigest{};            ///< of the confidential part; empty where there is none
    std::optional<Confidential> confidential{}; ///< the part itself, where it may be read

    /// The seal of this content: SHA-256 of form, form revision, canonical fields and each attachment's name, media type,
    /// size, digest and chunk digests, in the order given here, and the digest of the confidential part if there is one, so that
    /// whoever may not read that can prove the content all the same. The notary computes the same from its own rows.
    QByteArray digest() const;
    friend bool operator==(const Content &, const Content &) = default;
};

} // namespace kessai
