// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/store.h"

namespace kessai {

/// Where and as whom to sign in.
struct SignIn final {
    QString database;              ///< "sqlite:PATH" or "postgresql://host/db", never with a password
    std::optional<StaffId> person; ///< trial office: who to be
    QString login;                 ///< server: the login name
    QString password;              ///< server: kept in memory and the keyring only
};

/// Somebody a trial office offers to be.
struct Person final {
    StaffId id;
    QString name;
    QString kana;
    QString section;
    QString title;
    bool suggested = false; ///< one of the few sign-ins worth trying first
    QString note;           ///< what this person can show ("係長: 承認待ち 12件"), suggested ones only
    QString login = {};     ///< the name they would sign in with at a server
    friend bool operator==(const Person &, const Person &) = default;
};

/// Opens offices; made in app/composition, so that windows need not know any database.
class Door {
public:
    virtual ~Door() = default;
    /// Connects and signs in. Blocks; called on the desk's thread.
    virtual Result<std::unique_ptr<Store>> open(const SignIn &signIn) = 0;
    /// Everybody one may be in a trial office, suggested ones first, then by kana. Blocks.
    virtual Result<std::vector<Person>> people(const QString &database) = 0;
};

} // namespace kessai
