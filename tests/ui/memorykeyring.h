// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/secretstore.h"

#include <QHash>

namespace kessai::test {

/// A keyring in memory, or none.
class MemoryKeyring final : public SecretStore {
public:
    void read(const QString &key, std::function<void(Outcome, const QString &)> done) override
    {
        if (silent)
            return;
        if (missing)
            done(Outcome::NoKeyring, {});
        else if (secrets.contains(key) && !locked)
            done(Outcome::Done, secrets.value(key));
        else
            done(Outcome::NotFound, {});
    }
    void write(const QString &key, const QString &secret, std::function<void(Outcome)> done) override
    {
        locked = false; // this time its user gives in
        if (!missing)
            secrets.insert(key, secret);
        done(missing ? Outcome::NoKeyring : Outcome::Done);
    }
    void remove(const QString &key, std::function<void(Outcome)> done) override
    {
        done(secrets.remove(key) ? Outcome::Done : Outcome::NotFound);
    }

    QHash<QString, QString> secrets;
    bool missing = false;
    bool locked = false; ///< and its user does not unlock it to be read
    bool silent = false; ///< asks somebody who does not answer
};

} // namespace kessai::test
