// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/healthreport.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kessai::test {

namespace {

constexpr qint64 kHour = 3600LL * 1'000'000;
constexpr qint64 kGiB = 1LL << 30;

Instant hoursAgo(qint64 hours)
{
    return Instant(1000 * kHour - hours * kHour);
}

OfficeHealth well()
{
    OfficeHealth health;
    health.at = hoursAgo(0);
    health.server = true;
    health.bytes = 3 * kGiB;
    health.clients = {{QStringLiteral("kessai/0.1.0"), 400}, {QStringLiteral("kessai-admin/0.1.0"), 1}};
    health.mostClients = 1300;
    health.load = OfficeHealth::Load{2, 0, 1};
    health.doors = {{QStringLiteral("load_case"), 1000, 4000}};
    health.disk = OfficeHealth::Disk{100 * kGiB, hoursAgo(1)};
    health.backedUp = hoursAgo(8);
    health.verified = OfficeHealth::Verification{hoursAgo(30), 0};
    health.anchored = hoursAgo(1);
    return health;
}

HealthLevel levelOf(HealthKind kind, const OfficeHealth &health)
{
    const auto lines = healthReport(health);
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const HealthLine &one) { return one.kind == kind; });
    EXPECT_NE(line, lines.end()) << toCode(kind).toStdString();
    return line == lines.end() ? HealthLevel::Unknown : line->level;
}

} // namespace

TEST(HealthReport, HasNothingToSayOfAServerThatIsWell)
{
    EXPECT_EQ(worst(healthReport(well())), HealthLevel::Fine);
    EXPECT_EQ(healthReport(well()).size(), 11U);
}

TEST(HealthReport, BackupsGrowOld)
{
    OfficeHealth health = well();
    health.backedUp = hoursAgo(26);
    EXPECT_EQ(levelOf(HealthKind::Backup, health), HealthLevel::Fine);
    health.backedUp = hoursAgo(27);
    EXPECT_EQ(levelOf(HealthKind::Backup, health), HealthLevel::Watch);
    health.backedUp = hoursAgo(8 * 24);
    EXPECT_EQ(levelOf(HealthKind::Backup, health), HealthLevel::Urgent);
    health.backedUp.reset();
    EXPECT_EQ(levelOf(HealthKind::Backup, health), HealthLevel::Urgent);
    EXPECT_EQ(worst(healthReport(health)), HealthLevel::Urgent);
}

TEST(HealthReport, DamageIsAlwaysUrgent)
{
    OfficeHealth health = well();
    health.verified = OfficeHealth::Verification{hoursAgo(1), 1};
    EXPECT_EQ(levelOf(HealthKind::Verification, health), HealthLevel::Urgent);
    health.verified = OfficeHealth::Verification{hoursAgo(9 * 24), 0};
    EXPECT_EQ(levelOf(HealthKind::Verification, health), HealthLevel::Watch);
    health.verified.reset();
    EXPECT_EQ(levelOf(HealthKind::Verification, health), HealthLevel::Watch);
}

TEST(HealthReport, ThereIsRoomForTheOfficeOnceMore)
{
    OfficeHealth health = well();
    health.disk = OfficeHealth::Disk{3 * kGiB, hoursAgo(1)};
    EXPECT_EQ(levelOf(HealthKind::Disk, health), HealthLevel::Fine);
    health.disk->free = 3 * kGiB - 1;
    EXPECT_EQ(levelOf(HealthKind::Disk, health), HealthLevel::Watch);
    health.disk->free = kGiB - 1;
    EXPECT_EQ(levelOf(HealthKind::Disk, health), HealthLevel::Urgent);
    health.disk = OfficeHealth::Disk{100 * kGiB, hoursAgo(48)}; // what was seen so long ago tells nothing
    EXPECT_EQ(levelOf(HealthKind::Disk, health), HealthLevel::Unknown);
}

TEST(HealthReport, CountsConnectionsAndTellsVersionsApart)
{
    OfficeHealth health = well();
    health.clients.push_back({QString(), 600});
    EXPECT_EQ(levelOf(HealthKind::Clients, health), HealthLevel::Watch);
    health.clients.push_back({QString(), 250});
    EXPECT_EQ(levelOf(HealthKind::Clients, health), HealthLevel::Urgent);
    EXPECT_EQ(levelOf(HealthKind::Versions, health), HealthLevel::Fine) << "the companion's is another program";
    health.clients.push_back({QStringLiteral("kessai/0.0.9"), 3});
    EXPECT_EQ(levelOf(HealthKind::Versions, health), HealthLevel::Watch);
    health.clients.clear();
    EXPECT_EQ(levelOf(HealthKind::Clients, health), HealthLevel::Unknown);
}

TEST(HealthReport, SeesWhatHoldsOthersUpAndWhatIsSlow)
{
    OfficeHealth health = well();
    health.load->waiting = 6;
    EXPECT_EQ(levelOf(HealthKind::Load, health), HealthLevel::Watch);
    health.load = OfficeHealth::Load{1, 0, 301};
    EXPECT_EQ(levelOf(HealthKind::Load, health), HealthLevel::Watch);
    health.load.reset();
    EXPECT_EQ(levelOf(HealthKind::Load, health), HealthLevel::Unknown);
    health.doors.front().microseconds = 500'001;
    EXPECT_EQ(levelOf(HealthKind::Doors, health), HealthLevel::Watch);
    health.uploads = 1;
    EXPECT_EQ(levelOf(HealthKind::Uploads, health), HealthLevel::Watch);
    health.stranded = 1;
    EXPECT_EQ(levelOf(HealthKind::Stranded, health), HealthLevel::Watch);
}

TEST(HealthReport, AFileHasNoConnectionsAndNeedsNoAnchor)
{
    OfficeHealth health = well();
    health.server = false;
    health.anchored.reset();
    for (const HealthLine &line : healthReport(health)) {
        EXPECT_NE(line.kind, HealthKind::Clients);
        EXPECT_EQ(line.level, HealthLevel::Fine) << toCode(line.kind).toStdString();
    }
}

} // namespace kessai::test
