// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/kept/sealing.h"

#include <QHash>
#include <QStringList>

#include <utility>

namespace kessai {

/// Files of one key in a folder of their own, readable by their user only: each is written whole or not at all, and read only as it was
/// written. Reads and writes files, so not on the GUI thread; on one thread at a time.
class SealedFolder final {
public:
    /// The folder is made when something is written.
    SealedFolder(QString path, const SealingKey &key);

    const QString &path() const { return m_path; }
    const SealingKey &key() const { return m_key; }
    bool has(const QString &name) const { return m_sizes.contains(name); }
    /// Bytes of a file as it lies there; 0 where there is none.
    qint64 size(const QString &name) const { return m_sizes.value(name); }
    qint64 total() const { return m_total; }
    QStringList names() const { return m_sizes.keys(); }

    /// What becomes of a file that is damaged, or of another key.
    enum class Damaged { Remove, SetAside };

    Result<> write(const QString &name, const QByteArray &plain);
    /// Nothing where there is none that can be opened.
    std::optional<QByteArray> read(const QString &name, Damaged damaged = Damaged::Remove);
    void remove(const QString &name);
    /// How many were set aside since this was asked last.
    int takeSetAside() { return std::exchange(m_setAside, 0); }
    /// What the names of files begin with that were set aside.
    static QString asideName(const QString &name) { return QStringLiteral("damaged-") + name; }

private:
    QString pathOf(const QString &name) const { return m_path + QLatin1Char('/') + name; }
    void note(const QString &name, qint64 size);
    void setAside(const QString &name);

    QString m_path;
    SealingKey m_key;
    QHash<QString, qint64> m_sizes;
    qint64 m_total = 0;
    int m_setAside = 0;
};

} // namespace kessai
