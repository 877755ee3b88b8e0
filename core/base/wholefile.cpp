// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wholefile.h"

#include <QSaveFile>

namespace kessai {

namespace {

Result<> noRoom(QSaveFile &file)
{
    const QString why = file.errorString();
    file.cancelWriting();
    return fail(ErrorCode::StorageFull, why);
}

} // namespace

Result<> stageFile(QSaveFile &file, const QByteArray &bytes, std::optional<QFileDevice::Permissions> permissions)
{
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    if (permissions && !file.setPermissions(*permissions))
        return noRoom(file);
    return file.write(bytes) == bytes.size() && file.flush() ? Result<>() : noRoom(file);
}

Result<> commitFile(QSaveFile &file)
{
    if (!file.flush())
        return noRoom(file);
    return file.commit() ? Result<>() : Result<>(fail(ErrorCode::StorageFull, file.errorString()));
}

Result<> writeWholeFile(const QString &path, const QByteArray &bytes,
                        std::optional<QFileDevice::Permissions> permissions)
{
    QSaveFile file(path);
    const Result<> staged = stageFile(file, bytes, permissions);
    return staged ? commitFile(file) : staged;
}

} // namespace kessai
