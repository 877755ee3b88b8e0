// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <QStringList>

namespace kessai {

/// How one member of staff signs in to the server: under a role of their own, named by `Staff::login`.
struct StaffLogin final {
    QString login;
    std::optional<QString> password; ///< none = keeps the one there is, or signs in by Kerberos or LDAP
    bool enabled = true;             ///< false for those who left: the role stays, and gets in nowhere
    bool shutOut = false;            ///< of one that is not enabled: it is marked so, until it is enabled again
};

/// Connections one person may have at once; nobody exhausts the server alone (database.md 1.1).
inline constexpr int kConnectionsEach = 4;

/// Makes the login roles of an office what the list says, in one transaction; the same list again changes nothing. Roles belong to
/// the whole server: one that is there already joins the office, unless it may do more than staff do (AlreadyExists), and one
/// that leaves keeps the other offices it belongs to. `owner` is a connection of whoever owns the database and may create roles.
Result<> provisionLogins(Database &owner, const std::vector<StaffLogin> &logins,
                         int connectionsEach = kConnectionsEach);

/// Which of these logins the server has a role for already, in this office or another.
Result<QStringList> loginsThere(Database &owner, const QStringList &logins);

/// Lets somebody in no more, whatever `provisionLogins` is asked later until their login is given to them again: ends their sessions in
/// this office, too. AccessDenied where another role still makes them one of the staff.
Result<> shutOut(Database &owner, const QString &login);

/// Which of these logins are shut out of this office.
Result<QStringList> loginsShutOut(Database &owner, const QStringList &logins);

/// What the server keeps instead of a password (SCRAM-SHA-256, RFC 5803). Made here, so that the password itself is in no statement and
/// in no log. Invalid where the password has characters that people's keyboards would not give twice.
Result<QString> scramVerifier(const QString &password, const QByteArray &salt);

} // namespace kessai
