// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept/sealing.h"

#include <sodium.h>

#include <algorithm>

namespace kessai {

namespace {

constexpr qsizetype kPart = 64 * 1024;
constexpr qsizetype kOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype kHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;

static_assert(crypto_secretstream_xchacha20poly1305_KEYBYTES == 32 && crypto_generichash_KEYBYTES == 32);

/// Before any other call; safe to call again, from any thread.
void ready()
{
    static const int done = sodium_init();
    if (done < 0)
        qFatal("there is no source of random numbers on this computer");
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

unsigned long long size(qsizetype bytes)
{
    return static_cast<unsigned long long>(bytes);
}

} // namespace

SealingKey SealingKey::random()
{
    ready();
    SealingKey key;
    crypto_secretstream_xchacha20poly1305_keygen(key.m_bytes.data());
    return key;
}

std::optional<SealingKey> SealingKey::fromText(const QString &text)
{
    QByteArray bytes = QByteArray::fromBase64(text.toLatin1());
    SealingKey key;
    const bool isKey = bytes.size() == qsizetype(key.m_bytes.size());
    if (isKey)
        std::copy(bytes.begin(), bytes.end(), key.m_bytes.begin());
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    return isKey ? std::optional(key) : std::nullopt;
}

SealingKey::~SealingKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

QString SealingKey::text() const
{
    const auto *bytes = reinterpret_cast<const char *>(m_bytes.data());
    return QString::fromLatin1(QByteArray(bytes, qsizetype(m_bytes.size())).toBase64());
}

QByteArray sealed(const SealingKey &key, const QString &name, const QByteArray &plain)
{
    ready();
    const QByteArray label = name.toUtf8();
    const qsizetype parts = std::max<qsizetype>(1, (plain.size() + kPart - 1) / kPart);
    QByteArray result(kHeader + plain.size() + parts * kOverhead, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, raw(result), key.bytes());
    qsizetype to = kHeader;
    for (qsizetype part = 0; part < parts; ++part) {
        const qsizetype from = part * kPart;
        const qsizetype length = std::min(kPart, plain.size() - from);
        const unsigned char tag = part + 1 == parts ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                    : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
        crypto_secretstream_xchacha20poly1305_push(&state, raw(result) + to, nullptr, raw(plain) + from, size(length),
                                                   raw(label), size(label.size()), tag);
        to += length + kOverhead;
    }
    sodium_memzero(&state, sizeof state);
    return result;
}

std::optional<QByteArray> unsealed(const SealingKey &key, const QString &name, const QByteArray &sealed)
{
    ready();
    if (sealed.size() < kHeader + kOverhead)
        return std::nullopt;
    const QByteArray label = name.toUtf8();
    crypto_secretstream_xchacha20poly1305_state state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(sealed), key.bytes()) != 0)
        return std::nullopt;
    QByteArray plain(sealed.size() - kHeader, Qt::Uninitialized);
    qsizetype to = 0;
    unsigned char tag = 0;
    for (qsizetype from = kHeader; from < sealed.size();) {
        const qsizetype length = std::min(kPart + kOverhead, sealed.size() - from);
        const bool isWhole = tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL && length >= kOverhead
            && crypto_secretstream_xchacha20poly1305_pull(&state, raw(plain) + to, nullptr, &tag, raw(sealed) + from,
                                                          size(length), raw(label), size(label.size()))
                == 0;
        if (!isWhole) {
            sodium_memzero(&state, sizeof state);
            return std::nullopt;
        }
        from += length;
        to += length - kOverhead;
    }
    sodium_memzero(&state, sizeof state);
    if (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL)
        return std::nullopt; // its end was cut off
    plain.truncate(to);
    return plain;
}

QString blindName(const SealingKey &key, const QByteArray &what)
{
    ready();
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(raw(hash), size_t(hash.size()), raw(what), size(what.size()), key.bytes(), 32);
    return QString::fromLatin1(hash.toHex());
}

QString passwordMark(const QString &password)
{
    ready();
    const QByteArray typed = password.toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> mark{};
    const bool made = crypto_pwhash_str(mark.data(), typed.constData(), size(typed.size()),
                                        crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE)
        == 0;
    return made ? QString::fromLatin1(mark.data()) : QString();
}

bool isPassword(const QString &password, const QString &mark)
{
    ready();
    const QByteArray typed = password.toUtf8();
    return crypto_pwhash_str_verify(mark.toLatin1().constData(), typed.constData(), size(typed.size())) == 0;
}

} // namespace kessai
