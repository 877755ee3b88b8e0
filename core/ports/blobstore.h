// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/cases/content.h"

#include <QByteArray>

namespace kessai {

/// Stores attached files in chunks, named by their SHA-256. Somebody may attach only what they uploaded or may read.
class BlobStore {
public:
    virtual ~BlobStore() = default;
    /// Begins an upload, or finds out that the file is there already and readable by the caller (then: no value).
    virtual Result<std::optional<UploadId>> begin(const Attachment &attachment) = 0;
    /// Chunks come in order, numbered from 0.
    virtual Result<> put(UploadId upload, int no, const QByteArray &chunk) = 0;
    /// Checks the whole against its digests and makes it attachable; otherwise the upload is discarded.
    virtual Result<> finish(UploadId upload) = 0;
    /// One chunk of a file attached to a case the caller may read.
    virtual Result<QByteArray> chunk(const QByteArray &sha256, int no) = 0;
};

} // namespace kessai
