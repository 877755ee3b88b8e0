// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace kessai {

/// Keeps passwords in the desktop's keyring, never anywhere else. Callbacks arrive on the caller's thread.
class SecretStore {
public:
    enum class Outcome {
        Done,
        NotFound,
        NoKeyring, ///< there is none, or it stays locked: the password lives in memory for this session only
    };
    virtual ~SecretStore() = default;
    virtual void read(const QString &key, std::function<void(Outcome, const QString &secret)> done) = 0;
    virtual void write(const QString &key, const QString &secret, std::function<void(Outcome)> done) = 0;
    virtual void remove(const QString &key, std::function<void(Outcome)> done) = 0;
};

} // namespace kessai
