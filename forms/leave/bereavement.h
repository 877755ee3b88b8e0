// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"
#include "core/cases/numbers.h"

#include <QJsonObject>

#include <vector>

namespace kessai {

/// A relation for whose death leave is granted (忌引, domain.md 2.3). The days are parameters, "leave.bereavement.<code>.days" and
/// "...raised_days".
struct Bereavement final {
    enum class Raised { Never, Household /* 生計を一にしていた */, Succession /* 代襲相続し、祭具等を承継する */ };

    QString code;
    Bilingual name;
    Raised raised = Raised::Never;
    friend bool operator==(const Bereavement &, const Bereavement &) = default;

    /// Consecutive days by the calendar, without those of the way.
    qint64 days(bool household, bool succession, const QDate &day, const Numbers &numbers) const;
};

/// Reads the format of forms/leave/bereavement.json.
Result<std::vector<Bereavement>> bereavementsFromJson(const QJsonObject &json);
/// The table shipped with the program.
const std::vector<Bereavement> &bereavements();
/// None for a relation that is not in the table: then there is annual leave.
const Bereavement *bereavement(const QString &code);

} // namespace kessai
