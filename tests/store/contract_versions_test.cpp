// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/hand.h"

// What an older program finds in a newer database and a newer one in an older, the same on every database.

namespace kessai::test {

namespace {

class VersionsContract : public OnBothDatabases {
protected:
    /// A migration of a program to come, and which programs may go on.
    void migrated(int oldestClient)
    {
        ASSERT_TRUE(fine(office.tamper(
            QStringLiteral(
                "INSERT INTO schema_version (number, oldest_client, topic, applied_at) VALUES (900, %1, 'later', 1)")
                .arg(oldestClient))));
    }
};
KESSAI_ON_BOTH_DATABASES(VersionsContract);

} // namespace

TEST_P(VersionsContract, AnOlderProgramGoesOnWhereItMay)
{
    migrated(1);

    Hand hand(office, people.sato);
    ASSERT_TRUE(fine(office.open(people.sato)));
    const auto id = hand.file(memo(QStringLiteral("備品の購入"), 500));
    ASSERT_TRUE(fine(id));
    EXPECT_TRUE(fine(proven(*hand.load(*id))));
}

TEST_P(VersionsContract, AnOlderProgramIsToldWhereItMayNot)
{
    Store &open = office.as(people.sato);
    migrated(900);

    EXPECT_TRUE(failed(office.open(people.suzuki), ErrorCode::ClientTooOld));
    EXPECT_TRUE(failed(open.reconnect(), ErrorCode::ClientTooOld)) << "also whoever was at work when it happened";
}

TEST_P(VersionsContract, ANewerProgramAsksForTheMigration)
{
    ASSERT_TRUE(fine(office.tamper(
        QStringLiteral("DELETE FROM schema_version WHERE number = (SELECT max(number) FROM schema_version)"))));

    EXPECT_TRUE(failed(office.open(people.sato), ErrorCode::DatabaseTooOld));
}

} // namespace kessai::test
