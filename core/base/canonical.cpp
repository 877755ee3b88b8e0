// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace kessai {

Canonical &Canonical::add(const QString &text)
{
    return add(text.toUtf8());
}

Canonical &Canonical::add(const QByteArray &bytes)
{
    m_bytes.reserve(m_bytes.size() + bytes.size() + 12);
    m_bytes.append(QByteArray::number(bytes.size())).append(':').append(bytes);
    return *this;
}

Canonical &Canonical::add(qint64 number)
{
    return add(QByteArray::number(number));
}

QByteArray Canonical::sha256() const
{
    return sha256Hex(m_bytes);
}

QByteArray canonicalJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray sha256Hex(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace kessai
