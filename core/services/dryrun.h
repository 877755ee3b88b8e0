// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/ports/officestore.h"

namespace kessai {

/// What a day to come brings, tried beforehand (domain.md 8.3): of cases nothing but how many wait for whom.
struct DryRun final {
    /// A way a form takes from some units that ends with nobody.
    struct BrokenRoute final {
        Bilingual form;
        Refusal why;
        QStringList units;
        bool brokenToday = false; ///< it is none of the day's doing
        friend bool operator==(const BrokenRoute &, const BrokenRoute &) = default;
    };
    /// A deputyship that ends by itself, or may have lost its sense.
    struct LapsingDeputy final {
        QString principal;
        QString deputy;
        Bilingual why;
        bool ends = true; ///< somebody leaves; else somebody only moves
        friend bool operator==(const LapsingDeputy &, const LapsingDeputy &) = default;
    };
    /// Cases that wait today and whose they become.
    struct Inheritance final {
        QString post;
        QString from; ///< who has them today; empty where nobody does
        QString to;   ///< empty = nobody: they go to the list of what waits for nobody
        int cases = 0;
        friend bool operator==(const Inheritance &, const Inheritance &) = default;
    };

    QDate day;
    int transfers = 0; ///< people whose posts are others then
    QStringList vacant{};
    QStringList withoutPost{};
    std::vector<BrokenRoute> broken{};
    std::vector<LapsingDeputy> lapsing{};
    std::vector<Inheritance> inherited{};
    friend bool operator==(const DryRun &, const DryRun &) = default;
};

/// The ways from all units that end with nobody by a rule that is being written, in an office; `contents` are what its conditions tell
/// apart. What ended with nobody by the rule before it too is marked as known.
std::vector<DryRun::BrokenRoute> brokenRoutes(const Configuration &configuration, const Form &form,
                                              const RouteRule &rule, const RouteRule &before, const Office &office,
                                              const std::vector<QJsonObject> &contents);

/// Tries a day: `then` is the history with what is prepared or drafted for it.
DryRun dryRun(const Configuration &configuration, const FormCatalog &catalog, const OfficeHistory &then,
              const QDate &today, const QDate &day, const std::vector<WaitingCount> &waiting);

} // namespace kessai
