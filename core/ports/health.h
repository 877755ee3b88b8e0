// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <optional>
#include <vector>

namespace kessai {

/// How an office's database is doing: counts, sizes, versions and times, and not a word of what anybody reads or writes. What this kind of
/// database cannot tell, or nobody wrote down, is absent.
struct OfficeHealth final {
    /// Programs that are connected; without a name those that are not ours.
    struct Client {
        QString program; ///< "kessai/0.1.0"
        int connections;
        friend bool operator==(const Client &, const Client &) = default;
    };
    struct Load {
        int active;     ///< statements under way
        int waiting;    ///< of them, for somebody else's lock
        qint64 longest; ///< seconds the oldest transaction has been open
        friend bool operator==(const Load &, const Load &) = default;
    };
    /// A function of the database that programs call, and how long it takes.
    struct Door {
        QString name;
        qint64 calls;
        qint64 microseconds; ///< each, on average
        friend bool operator==(const Door &, const Door &) = default;
    };
    struct Disk {
        qint64 free; ///< bytes
        Instant at;
        friend bool operator==(const Disk &, const Disk &) = default;
    };
    struct Verification {
        Instant at;
        qint64 damaged; ///< cases and other records
        friend bool operator==(const Verification &, const Verification &) = default;
    };

    Instant at{0};       ///< by the database's clock
    bool server = false; ///< rather than a file
    int migration = 0;   ///< the newest of the schema
    qint64 bytes = 0;    ///< of the database
    std::vector<Client> clients{};
    int mostClients = 0; ///< 0 = no limit
    std::optional<Load> load{};
    std::vector<Door> doors{}; ///< slowest first
    std::optional<Disk> disk{};
    std::optional<Instant> backedUp{};
    std::optional<Verification> verified{};
    std::optional<Instant> anchored{};
    int uploads = 0;  ///< that nobody went on with for a day
    int stranded = 0; ///< steps that wait for nobody
    friend bool operator==(const OfficeHealth &, const OfficeHealth &) = default;
};

} // namespace kessai
