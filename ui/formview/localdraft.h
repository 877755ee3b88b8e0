// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/cases/content.h"

#include <optional>
#include <vector>

namespace kessai {

/// What could not be saved in the office, kept on this computer until it can: one file a request, readable by its user only.
/// A file is written only while the office does not answer, or when one leaves before it has, and goes as soon as the office has
/// the draft. Writes and reads files, so not on the GUI thread; may be called on any.
class LocalDrafts final {
public:
    struct Entry {
        QString path;
        std::optional<CaseId> caseId; ///< the draft or correction in the office it belongs to, if it had one
        Content content;
        QByteArray base; ///< the digest of what the office had of it when this was written
    };

    /// `folder` is made when needed; `owner` tells offices and persons on a shared computer apart.
    LocalDrafts(QString folder, const QString &owner);
    /// Writes, or rewrites, one request; `path` as an earlier call returned it, empty for a new one.
    Result<QString> keep(const QString &path, std::optional<CaseId> caseId, const Content &content,
                         const QByteArray &base) const;
    void drop(const QString &path) const;
    /// What an earlier session could not save, oldest first. Files that cannot be read are left alone and not listed.
    std::vector<Entry> found() const;

private:
    QString m_folder;
    QString m_prefix;
};

/// Where this computer keeps them.
QString localDraftFolder();

} // namespace kessai
