// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/healthreport.h"
#include "core/store/healthqueries.h"
#include "core/store/migrator.h"
#include "tests/store/hand.h"

#include <algorithm>

// The contract of what is told of a database's health, the same on every database.

namespace kessai::test {

namespace {

class HealthContract : public OnBothDatabases {
protected:
    OfficeHealth health(StaffId who)
    {
        const auto read = office.as(who).office().health();
        EXPECT_TRUE(fine(read));
        return read ? *read : OfficeHealth();
    }
    const StaffId admin = people.kato;
};
KESSAI_ON_BOTH_DATABASES(HealthContract);

} // namespace

TEST_P(HealthContract, IsForAdministratorsAndTheOwner)
{
    for (const StaffId who : {people.sato, people.suzuki}) {
        const auto refused = office.as(who).office().health();
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::AccessDenied);
    }
    EXPECT_TRUE(fine(office.owner().office().health()));
    const OfficeHealth seen = health(admin);
    EXPECT_EQ(seen.server, office.dialect() == Dialect::PostgreSql);
    int newest = 0; // of this kind of database
    for (const Migration &one : Migrator::shipped()) {
        if (!one.only || one.only == office.dialect())
            newest = std::max(newest, one.number);
    }
    EXPECT_EQ(seen.migration, newest);
    EXPECT_GT(seen.bytes, 100'000);
    EXPECT_EQ(seen.stranded, 0);
    EXPECT_EQ(seen.uploads, 0);
}

TEST_P(HealthContract, TellsWhatTheOwnerWroteDown)
{
    EXPECT_FALSE(health(admin).backedUp || health(admin).verified || health(admin).anchored);
    auto owner = office.ownersDatabase();
    ASSERT_TRUE(fine(owner));
    const Instant now = office.clock().now();
    ASSERT_TRUE(fine(recordUpkeep(**owner, Upkeep::Backup, 0, Instant(1))));
    ASSERT_TRUE(fine(recordUpkeep(**owner, Upkeep::Backup, 0, now)));
    ASSERT_TRUE(fine(recordUpkeep(**owner, Upkeep::Verification, 3, now)));

    EXPECT_EQ(health(admin).backedUp, now);
    EXPECT_EQ(health(admin).verified, (OfficeHealth::Verification{now, 3}));
}

TEST_P(HealthContract, CountsWhatWaitsForNobodyAndWhatNobodyWentOnWith)
{
    Hand hand(office, people.sato);
    ASSERT_TRUE(fine(hand.file()));
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE appointment SET valid_until = '2020-01-01'"))));
    ASSERT_TRUE(fine(office.tamper(QStringLiteral(
        "INSERT INTO blob (sha256, size, chunks, complete, staff_id, begun_at) VALUES ('a', 1, 'a', 0, 1, 1)"))));

    const auto seen = office.owner().office().health();

    ASSERT_TRUE(fine(seen));
    EXPECT_EQ(seen->stranded, 1);
    EXPECT_EQ(seen->uploads, 1);
}

TEST_P(HealthContract, AServerCountsItsConnectionsAndSaysNothingOfThem)
{
    (void)office.as(people.sato);
    const OfficeHealth seen = health(admin);
    if (!seen.server) {
        EXPECT_TRUE(seen.clients.empty());
        ASSERT_TRUE(seen.disk);
        EXPECT_GT(seen.disk->free, 0);
        return;
    }
    int all = 0;
    for (const OfficeHealth::Client &client : seen.clients) {
        all += client.connections;
        EXPECT_TRUE(client.program.isEmpty() || client.program.startsWith(QLatin1String("kessai")))
            << client.program.toStdString();
    }
    EXPECT_GE(all, 2);
    EXPECT_GT(seen.mostClients, all);
    ASSERT_TRUE(seen.load) << "the owner may see statistics";
    EXPECT_GE(seen.load->longest, 0);
}

} // namespace kessai::test
