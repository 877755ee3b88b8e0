// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/secretstore.h"

namespace kessai {

/// Passwords in the desktop's keyring, through QtKeychain. Every failure but "no such entry" counts as "no keyring": the
/// library names a missing or locked keyring in several ways, and none of them may ever lead to a password in a file.
class Keychain final : public SecretStore {
public:
    void read(const QString &key, std::function<void(Outcome, const QString &)> done) override;
    void write(const QString &key, const QString &secret, std::function<void(Outcome)> done) override;
    void remove(const QString &key, std::function<void(Outcome)> done) override;
};

} // namespace kessai
