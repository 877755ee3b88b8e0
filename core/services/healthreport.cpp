// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/healthreport.h"

#include <algorithm>
#include <set>

namespace kessai {

namespace {

constexpr qint64 kHour = 3600LL * 1'000'000;
constexpr qint64 kDay = 24 * kHour;
// A nightly backup that failed once is a day and some hours old; a week without one is a week of work to lose.
constexpr qint64 kBackupWatch = 26 * kHour;
constexpr qint64 kBackupAct = 7 * kDay;
constexpr qint64 kVerifyWatch = 8 * kDay;
constexpr qint64 kVerifyAct = 35 * kDay;
constexpr qint64 kAnchorWatch = 26 * kHour;
constexpr qint64 kAnchorAct = 7 * kDay;
constexpr qint64 kDiskKnown = 26 * kHour; ///< how long a note of the free room says anything
constexpr qint64 kLeastFree = 1LL << 30;
constexpr qint64 kSlowDoor = 500'000; ///< microseconds; look.md wants a list within 100 ms
constexpr qint64 kLongTransaction = 300;
constexpr int kManyWaiting = 5;

/// By how long ago something was done.
HealthLevel byAge(std::optional<Instant> done, Instant now, qint64 watch, qint64 act)
{
    if (!done)
        return HealthLevel::Urgent;
    const qint64 age = now.microseconds() - done->microseconds();
    return age > act ? HealthLevel::Urgent : age > watch ? HealthLevel::Watch : HealthLevel::Fine;
}

HealthLevel levelOfVerification(const OfficeHealth &health)
{
    if (!health.verified)
        return HealthLevel::Watch;
    return health.verified->damaged > 0 ? HealthLevel::Urgent
                                        : byAge(health.verified->at, health.at, kVerifyWatch, kVerifyAct);
}

/// There must be room for the office once more: to restore it, or to go on for years.
HealthLevel levelOfDisk(const OfficeHealth &health)
{
    if (!health.disk || health.at.microseconds() - health.disk->at.microseconds() > kDiskKnown)
        return HealthLevel::Unknown;
    if (health.disk->free < std::max(kLeastFree, health.bytes / 10))
        return HealthLevel::Urgent;
    return health.disk->free < std::max(2 * kLeastFree, health.bytes) ? HealthLevel::Watch : HealthLevel::Fine;
}

HealthLevel levelOfClients(const OfficeHealth &health)
{
    if (health.clients.empty() || health.mostClients <= 0)
        return HealthLevel::Unknown;
    int all = 0;
    for (const OfficeHealth::Client &client : health.clients)
        all += client.connections;
    return all * 100 > health.mostClients * 90 ? HealthLevel::Urgent
        : all * 100 > health.mostClients * 70  ? HealthLevel::Watch
                                               : HealthLevel::Fine;
}

/// Several versions of the window at once: some computers were not updated.
HealthLevel levelOfVersions(const OfficeHealth &health)
{
    std::set<QString> windows;
    for (const OfficeHealth::Client &client : health.clients) {
        if (client.program == QLatin1String("kessai") || client.program.startsWith(QLatin1String("kessai/")))
            windows.insert(client.program);
    }
    return windows.size() > 1 ? HealthLevel::Watch : HealthLevel::Fine;
}

HealthLevel levelOfLoad(const OfficeHealth &health)
{
    if (!health.load)
        return HealthLevel::Unknown;
    const bool held = health.load->longest > kLongTransaction || health.load->waiting > kManyWaiting;
    return held ? HealthLevel::Watch : HealthLevel::Fine;
}

HealthLevel levelOfDoors(const OfficeHealth &health)
{
    if (health.doors.empty())
        return HealthLevel::Unknown;
    return health.doors.front().microseconds > kSlowDoor ? HealthLevel::Watch : HealthLevel::Fine;
}

} // namespace

QString toCode(HealthKind kind)
{
    switch (kind) {
    case HealthKind::Backup: return QStringLiteral("backup");
    case HealthKind::Verification: return QStringLiteral("verification");
    case HealthKind::Anchor: return QStringLiteral("anchor");
    case HealthKind::Disk: return QStringLiteral("disk");
    case HealthKind::Clients: return QStringLiteral("clients");
    case HealthKind::Versions: return QStringLiteral("versions");
    case HealthKind::Load: return QStringLiteral("load");
    case HealthKind::Doors: return QStringLiteral("doors");
    case HealthKind::Size: return QStringLiteral("size");
    case HealthKind::Uploads: return QStringLiteral("uploads");
    case HealthKind::Stranded: return QStringLiteral("stranded");
    }
    return {};
}

QString toCode(HealthLevel level)
{
    switch (level) {
    case HealthLevel::Fine: return QStringLiteral("fine");
    case HealthLevel::Unknown: return QStringLiteral("unknown");
    case HealthLevel::Watch: return QStringLiteral("watch");
    case HealthLevel::Urgent: return QStringLiteral("urgent");
    }
    return {};
}

std::vector<HealthLine> healthReport(const OfficeHealth &health)
{
    const HealthLevel stray = health.uploads > 0 ? HealthLevel::Watch : HealthLevel::Fine;
    const HealthLevel stranded = health.stranded > 0 ? HealthLevel::Watch : HealthLevel::Fine;
    std::vector<HealthLine> lines{{HealthKind::Backup, byAge(health.backedUp, health.at, kBackupWatch, kBackupAct)},
                                  {HealthKind::Verification, levelOfVerification(health)},
                                  {HealthKind::Disk, levelOfDisk(health)}};
    // On a PC of one's own nobody else is connected, or rewrites anything behind one's back.
    if (health.server) {
        lines.push_back({HealthKind::Anchor, byAge(health.anchored, health.at, kAnchorWatch, kAnchorAct)});
        lines.push_back({HealthKind::Clients, levelOfClients(health)});
        lines.push_back({HealthKind::Versions, levelOfVersions(health)});
        lines.push_back({HealthKind::Load, levelOfLoad(health)});
        lines.push_back({HealthKind::Doors, levelOfDoors(health)});
    }
    lines.push_back({HealthKind::Size, HealthLevel::Fine});
    lines.push_back({HealthKind::Uploads, stray});
    lines.push_back({HealthKind::Stranded, stranded});
    return lines;
}

HealthLevel worst(const std::vector<HealthLine> &lines)
{
    HealthLevel level = HealthLevel::Fine;
    for (const HealthLine &line : lines)
        level = std::max(level, line.level);
    return level;
}

} // namespace kessai
