// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace kessai {

/// Builds the canonical text whose SHA-256 seals events and contents: every field as "<bytes>:<utf-8>", integers in
/// decimal, so that no locale, date style or collation can change it. The notary builds the same text in SQL.
class Canonical final {
public:
    Canonical &add(const QString &text);
    Canonical &add(const QByteArray &bytes);
    Canonical &add(qint64 number);
    /// Lower-case hexadecimal SHA-256 of everything added so far.
    QByteArray sha256() const;
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Compact JSON with sorted keys: the one text form in which contents, payloads and effects are stored and hashed.
QByteArray canonicalJson(const QJsonObject &object);
/// Lower-case hexadecimal SHA-256.
QByteArray sha256Hex(const QByteArray &bytes);

} // namespace kessai
