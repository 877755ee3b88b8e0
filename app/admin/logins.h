// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/database.h"

#include <QStringList>

namespace kessai {

/// What became of the login roles of an office that came to a server.
struct GivenLogins final {
    int kept = 0;                     ///< that the server had; their passwords stay
    int ended = 0;                    ///< of people who left
    int shutOut = 0;                  ///< of people who are shut out, and stay so
    QStringList fresh;                ///< "login,password"
    std::optional<QString> unwritten; ///< why their list could not be written, and so nothing was made
    bool nobody = false; ///< whom it was to be about is nobody on the staff, or has no role; nothing was done

    /// How to say so.
    QStringList sentences(bool withPasswords) const;
};

/// Everybody who is on the staff today, or is to be by a prepared change, signs in to the server under a role of their own, and who
/// left by none. Those for whom there was no role yet get passwords
/// where there is a `list` to tell them: a file that its owner alone reads, written first, since nobody could tell them afterwards.
Result<GivenLogins> giveLogins(Database &office, const QString &list, const Clock &clock);

/// Shuts somebody on the staff out of the server from this moment on, or lets them in again; with a `list` under a new password, which is written to
/// it as by giveLogins.
Result<GivenLogins> settleLogin(Database &office, const QString &login, bool in, const QString &list,
                                const Clock &clock);

} // namespace kessai
