// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/healthtext.h"

#include "ui/wording.h"

#include <QCoreApplication>
#include <QStringList>

namespace kessai {

namespace {

constexpr qint64 kSecond = 1'000'000;

class HealthWords final {
    Q_DECLARE_TR_FUNCTIONS(kessai::HealthWords)

public:
    static QString word(HealthLevel level)
    {
        switch (level) {
        case HealthLevel::Fine: return tr("Well");
        case HealthLevel::Unknown: return tr("Not known");
        case HealthLevel::Watch: return tr("See to it");
        case HealthLevel::Urgent: return tr("Act now");
        }
        return {};
    }
    static QString title(HealthKind kind)
    {
        switch (kind) {
        case HealthKind::Backup: return tr("Last backup");
        case HealthKind::Verification: return tr("Last verification");
        case HealthKind::Anchor: return tr("Last anchor");
        case HealthKind::Disk: return tr("Free room on the disk");
        case HealthKind::Clients: return tr("Connections");
        case HealthKind::Versions: return tr("Versions of the program");
        case HealthKind::Load: return tr("Load");
        case HealthKind::Doors: return tr("What takes longest");
        case HealthKind::Size: return tr("Size of the database");
        case HealthKind::Uploads: return tr("Unfinished uploads");
        case HealthKind::Stranded: return tr("Steps that wait for nobody");
        }
        return {};
    }
    static QString advice(HealthKind kind, HealthLevel level)
    {
        const bool known = level != HealthLevel::Unknown;
        switch (kind) {
        case HealthKind::Backup: return tr("Run kessai-admin backup, and see whether its timer works.");
        case HealthKind::Verification:
            return tr("Run kessai-admin verify. Where it names damage, tell an auditor before anything else.");
        case HealthKind::Anchor: return tr("Run kessai-admin anchor, and see whether its timer works.");
        case HealthKind::Disk:
            return known ? tr("Make room where the database lies; without it nothing can be written any more.")
                         : tr("The server's timer kessai-health tells how much is free.");
        case HealthKind::Clients:
            return known ? tr("Raise max_connections, or find the computers that open many windows.")
                         : tr("Have harden.sql run by the server's administrator; it gives the right to count.");
        case HealthKind::Versions: return tr("Update the computers that still have the older one.");
        case HealthKind::Load:
            return known ? tr("Something holds others up: see pg_stat_activity on the server.")
                         : tr("Have harden.sql run by the server's administrator; it gives the right to count.");
        case HealthKind::Doors:
            return known ? tr("See whether the server has enough memory, and run ANALYZE.")
                         : tr("The server counts this with the setting track_functions = 'all'.");
        case HealthKind::Size: return {};
        case HealthKind::Uploads:
            return tr("Nobody goes on with them; they go when the same person attaches something again.");
        case HealthKind::Stranded: return tr("See to them under \"Post handover\" in the daily window.");
        }
        return {};
    }
    static QString ago(Instant at, Instant now)
    {
        const qint64 minutes = qMax<qint64>(0, now.microseconds() - at.microseconds()) / kSecond / 60;
        if (minutes < 120)
            return tr("%n minute(s) ago", nullptr, int(minutes));
        if (minutes < 48 * 60)
            return tr("%n hour(s) ago", nullptr, int(minutes / 60));
        return tr("%n day(s) ago", nullptr, int(minutes / (24 * 60)));
    }
    static QString when(const std::optional<Instant> &at, Instant now)
    {
        return at ? tr("%1 (%2)").arg(longTime(*at), ago(*at, now)) : tr("never");
    }
    static QString verified(const OfficeHealth::Verification &verification, Instant now)
    {
        return verification.damaged == 0
            ? tr("%1: all sound").arg(when(verification.at, now))
            : tr("%1: %n damaged", nullptr, int(verification.damaged)).arg(when(verification.at, now));
    }
    static QString free(const OfficeHealth &health)
    {
        return health.disk ? tr("%1, seen %2").arg(fileSize(health.disk->free), ago(health.disk->at, health.at))
                           : tr("nobody looked");
    }
    static QString clients(const OfficeHealth &health)
    {
        int all = 0;
        for (const OfficeHealth::Client &client : health.clients)
            all += client.connections;
        return tr("%1 of at most %2").arg(all).arg(health.mostClients);
    }
    static QString versions(const OfficeHealth &health)
    {
        QStringList programs;
        for (const OfficeHealth::Client &client : health.clients) {
            const QString name = client.program.isEmpty() ? tr("other programs") : client.program;
            programs += tr("%1: %2").arg(name).arg(client.connections);
        }
        return programs.isEmpty() ? tr("not known") : programs.join(tr(", "));
    }
    static QString load(const OfficeHealth &health)
    {
        return health.load ? tr("%1 statements under way, %2 waiting for others, longest transaction %3 s")
                                 .arg(health.load->active)
                                 .arg(health.load->waiting)
                                 .arg(health.load->longest)
                           : tr("not known");
    }
    static QString doors(const OfficeHealth &health)
    {
        QStringList all;
        for (const OfficeHealth::Door &door : health.doors)
            all += tr("%1: %2 ms (%3 times)")
                       .arg(door.name)
                       .arg(double(door.microseconds) / 1000, 0, 'f', 1)
                       .arg(door.calls);
        return all.isEmpty() ? tr("not known") : all.join(tr(", "));
    }
    static QString count(int many) { return many == 0 ? tr("none") : QString::number(many); }
};

QString valueOf(HealthKind kind, const OfficeHealth &health)
{
    switch (kind) {
    case HealthKind::Backup: return HealthWords::when(health.backedUp, health.at);
    case HealthKind::Verification:
        return health.verified ? HealthWords::verified(*health.verified, health.at)
                               : HealthWords::when(std::nullopt, health.at);
    case HealthKind::Anchor: return HealthWords::when(health.anchored, health.at);
    case HealthKind::Disk: return HealthWords::free(health);
    case HealthKind::Clients: return HealthWords::clients(health);
    case HealthKind::Versions: return HealthWords::versions(health);
    case HealthKind::Load: return HealthWords::load(health);
    case HealthKind::Doors: return HealthWords::doors(health);
    case HealthKind::Size: return fileSize(health.bytes);
    case HealthKind::Uploads: return HealthWords::count(health.uploads);
    case HealthKind::Stranded: return HealthWords::count(health.stranded);
    }
    return {};
}

} // namespace

QString healthWord(HealthLevel level)
{
    return HealthWords::word(level);
}

HealthText healthText(const HealthLine &line, const OfficeHealth &health)
{
    return {HealthWords::title(line.kind), healthWord(line.level), valueOf(line.kind, health),
            line.level == HealthLevel::Fine ? QString() : HealthWords::advice(line.kind, line.level)};
}

} // namespace kessai
