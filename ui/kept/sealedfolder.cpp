// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept/sealedfolder.h"

#include "core/base/wholefile.h"

#include <QDir>
#include <QFile>

namespace kessai {

namespace {

constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

SealedFolder::SealedFolder(QString path, const SealingKey &key) : m_path(std::move(path)), m_key(key)
{
    for (const QFileInfo &file : QDir(m_path).entryInfoList(QDir::Files))
        note(file.fileName(), file.size());
}

Result<> SealedFolder::write(const QString &name, const QByteArray &plain)
{
    if (!QDir().mkpath(m_path) || !QFile::setPermissions(m_path, kOwnerOnly | QFileDevice::ExeOwner))
        return fail(ErrorCode::StorageFull, m_path);
    const QByteArray bytes = sealed(m_key, name, plain);
    const Result<> written = writeWholeFile(pathOf(name), bytes, kOwnerOnly);
    if (!written) // the folder is the program's own: there is nothing to be closed elsewhere
        return fail(ErrorCode::StorageFull, written.error().detail);
    note(name, bytes.size());
    return {};
}

std::optional<QByteArray> SealedFolder::read(const QString &name, Damaged damaged)
{
    QFile file(pathOf(name));
    if (!file.exists()) {
        note(name, 0);
        return std::nullopt;
    }
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    auto plain = unsealed(m_key, name, file.readAll());
    if (!plain && damaged == Damaged::SetAside) {
        setAside(name);
    } else if (!plain) {
        qWarning("%s kept on this computer is damaged, and is taken away", qPrintable(name));
        remove(name);
    }
    return plain;
}

void SealedFolder::setAside(const QString &name)
{
    QString aside = asideName(name);
    for (int no = 2; QFile::exists(pathOf(aside)); ++no)
        aside = asideName(name) + QLatin1Char('-') + QString::number(no);
    const qint64 size = QFileInfo(pathOf(name)).size();
    if (!QFile::rename(pathOf(name), pathOf(aside)))
        return;
    ++m_setAside;
    qWarning("%s kept on this computer cannot be opened, and is set aside as %s", qPrintable(name), qPrintable(aside));
    note(name, 0);
    note(aside, size);
}

void SealedFolder::remove(const QString &name)
{
    QFile::remove(pathOf(name));
    note(name, 0);
}

void SealedFolder::note(const QString &name, qint64 size)
{
    m_total += size - m_sizes.value(name);
    if (size > 0)
        m_sizes.insert(name, size);
    else
        m_sizes.remove(name);
}

} // namespace kessai
