// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/database.h"

#include <QStringList>

namespace kessai {

/// What became of the login roles of an office that came to a server.
struct GivenLogins final {
    int kept = 0;      ///< that the server had; their passwords stay
    QStringList fresh; ///< "login,password"

    /// How to say so.
    QStringList sentences(bool withPasswords) const;
    /// Writes the passwords of the new ones to a file that its owner alone reads; what was wrong otherwise.
    std::optional<QString> writeTo(const QString &path) const;
};

/// Everybody who is on the staff today signs in to the server under a role of their own; with `invent` those get passwords for whom
/// there was no role yet.
Result<GivenLogins> giveLogins(Database &office, bool invent, const Clock &clock);

} // namespace kessai
