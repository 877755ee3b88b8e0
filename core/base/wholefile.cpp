// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wholefile.h"

#include <QSaveFile>

#include <cerrno>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace kessai {

namespace {

Result<> noRoom(QSaveFile &file, const QString &why)
{
    file.cancelWriting();
    return fail(ErrorCode::StorageFull, why);
}

bool isNoRoom(int why)
{
    return why == ENOSPC || why == EDQUOT;
}

/// On a share it is only said then that there is no room, and QSaveFile does not listen. What cannot be synchronised is let go.
bool isOnDisk(QSaveFile &file)
{
#ifdef Q_OS_UNIX
    errno = 0;
    return ::fsync(file.handle()) == 0 || (!isNoRoom(errno) && errno != EIO);
#else
    Q_UNUSED(file)
    return true;
#endif
}

} // namespace

Result<> stageFile(QSaveFile &file, const QByteArray &bytes, std::optional<QFileDevice::Permissions> permissions)
{
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return fail(isNoRoom(errno) ? ErrorCode::StorageFull : ErrorCode::FileUnreadable, file.errorString());
    if (permissions)
        file.setPermissions(*permissions); // where there are such
    return file.write(bytes) == bytes.size() && file.flush() ? Result<>() : noRoom(file, file.errorString());
}

Result<> commitFile(QSaveFile &file)
{
    if (!file.flush())
        return noRoom(file, file.errorString());
    if (!isOnDisk(file))
        return noRoom(file, qt_error_string(errno));
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
