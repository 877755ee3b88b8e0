// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serveroffice.h"

#include "core/store/migrator.h"
#include "tests/support/postgresserver.h"

namespace kessai::test {

Result<> foundServerOffice(const QString &database, const OfficeFounding &founding, const Clock &clock,
                           const QStringList &others, int connectionsEach)
{
    const auto opened = Database::open(superuserUrl(database));
    if (!opened)
        return opened.failure();
    Database &owner = **opened;
    if (const Result<> made = owner.execute(QStringLiteral("CREATE SCHEMA kessai")); !made)
        return made;
    if (const auto migrated = Migrator(owner).migrate(clock); !migrated)
        return migrated.failure();
    if (const Result<> written = writeOffice(owner, founding, clock.now()); !written)
        return written;
    std::vector<StaffLogin> logins;
    for (const Dated<Staff> &staff : founding.configuration.office.staff)
        logins.push_back({staff.value.login, staffPassword()});
    for (const QString &login : others)
        logins.push_back({login, staffPassword()});
    return provisionLogins(owner, logins, connectionsEach);
}

DatabaseUrl staffUrl(const QString &database, const QString &login)
{
    return DatabaseUrl::parse(PostgresServer::instance().url(database, login))->withCredentials(login, staffPassword());
}

DatabaseUrl superuserUrl(const QString &database)
{
    return *DatabaseUrl::parse(PostgresServer::instance().ownerUrl(database));
}

} // namespace kessai::test
