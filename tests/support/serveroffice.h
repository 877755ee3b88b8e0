// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/officewriter.h"
#include "core/store/provision.h"

namespace kessai::test {

/// The password of everybody in an office on the test server.
inline QString staffPassword()
{
    return QStringLiteral("correct horse 馬 battery");
}

/// Makes an empty database of the test server an office: migrated, founded, everybody on its staff able to sign in with
/// `staffPassword()`, and those in `others` too, who are not on the staff.
Result<> foundServerOffice(const QString &database, const OfficeFounding &founding, const Clock &clock,
                           const QStringList &others = {}, int connectionsEach = kConnectionsEach);

/// The address with which somebody signs in, password and all.
DatabaseUrl staffUrl(const QString &database, const QString &login);
/// The address of the superuser, who owns everything.
DatabaseUrl superuserUrl(const QString &database);

} // namespace kessai::test
