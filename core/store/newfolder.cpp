// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/newfolder.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace kessai {

Result<NewFolder> NewFolder::begin(const QString &path)
{
    if (QFileInfo::exists(path))
        return fail(ErrorCode::AlreadyExists, path + QStringLiteral(" is there already"));
    NewFolder made(path);
    const QString part = made.folder().path();
    QDir(part).removeRecursively();
    if (!QDir().mkpath(part)
        || !QFile::setPermissions(part, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner))
        return fail(ErrorCode::AccessDenied, part + QStringLiteral(" cannot be made"));
    return made;
}

NewFolder::NewFolder(NewFolder &&other) noexcept : m_path(std::exchange(other.m_path, QString())) {}

NewFolder::~NewFolder()
{
    if (!m_path.isEmpty())
        folder().removeRecursively();
}

QDir NewFolder::folder() const
{
    return QDir(m_path + QStringLiteral(".part"));
}

Result<> NewFolder::finish()
{
    if (!QDir().rename(folder().path(), m_path))
        return fail(ErrorCode::AlreadyExists, m_path + QStringLiteral(" appeared meanwhile"));
    m_path.clear();
    return {};
}

} // namespace kessai
