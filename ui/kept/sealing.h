// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace kessai {

/// A random key of 256 bits, wiped from memory when it goes.
class SealingKey final {
public:
    static SealingKey random();
    /// As `text` wrote it; nothing where it is no key.
    static std::optional<SealingKey> fromText(const QString &text);
    SealingKey(const SealingKey &) = default;
    SealingKey &operator=(const SealingKey &) = default;
    ~SealingKey();

    /// For the keyring.
    QString text() const;
    const unsigned char *bytes() const { return m_bytes.data(); }

private:
    SealingKey() = default;
    std::array<unsigned char, 32> m_bytes{};
};

/// Encrypts bytes under a name (XChaCha20-Poly1305 in libsodium's secretstream, 64 KiB at a time), so that nobody without the key reads
/// them, and none of them can be changed, cut off, or passed off as those of another name.
QByteArray sealed(const SealingKey &key, const QString &name, const QByteArray &plain);
/// The bytes that were sealed under this name with this key; nothing where they are not whole.
std::optional<QByteArray> unsealed(const SealingKey &key, const QString &name, const QByteArray &sealed);
/// A name that tells nobody without the key what it stands for (keyed BLAKE2b, hex).
QString blindName(const SealingKey &key, const QByteArray &what);

/// What a password is recognised by later (Argon2id), which takes a moment on purpose; empty where there is no memory for it.
QString passwordMark(const QString &password);
bool isPassword(const QString &password, const QString &mark);

} // namespace kessai
