// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFileDevice>

class QSaveFile;

namespace kessai {

// Files that are written whole or not at all: what lies at their place before stays until all of the new one lies on the disk. Nobody
// else calls QSaveFile::commit(): on a full disk that of Qt 6.4 says yes, and puts the part that found room in the place of the old file.

/// Opens a file and writes all of it, beside its place still; StorageFull or FileUnreadable with the system's words where not. The permissions are those a
/// disk has: whoever must not be read by others asks for them afterwards.
Result<> stageFile(QSaveFile &file, const QByteArray &bytes, std::optional<QFileDevice::Permissions> permissions = {});
/// Puts what was written to an open file in its place once it lies on the disk; where some of it found no room, nothing is done.
Result<> commitFile(QSaveFile &file);
/// Both.
Result<> writeWholeFile(const QString &path, const QByteArray &bytes,
                        std::optional<QFileDevice::Permissions> permissions = {});

} // namespace kessai
