// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"
#include "forms/leave/leavewindow.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace kessai {

/// One kind of special leave (人事院規則15-14 第22条): what does not change with the numbers. Limits are parameters,
/// "leave.special.<code>.limit_days" and so on, because they have dates.
struct SpecialLeave final {
    enum class Count { Duty, Calendar }; ///< days without duty inside a run count only for Calendar
    enum class Limit { None, PerRequest, PerEvent, PerYear };
    enum class Evidence { None, Always, First, OnRequest };

    QString code; ///< "SP05"
    Bilingual name;
    Bilingual
        term; ///< when and how long; %1 and %2 are the numbers of the window's ends, %3 the first one's longer one
    bool days = false;
    qint64 step = 0; ///< minutes the hours of a day are taken in; 0 = whole days only
    Count count = Count::Duty;
    Limit limit = Limit::None;
    Evidence evidence = Evidence::None;
    Bilingual evidenceText;
    Bilingual extended;    ///< what raises the limit to the extended one; empty = nothing does
    bool discreet = false; ///< its name stays out of titles
    bool daily = false;    ///< the hours of a request are taken on every day of duty in it
    std::optional<WindowEdge> opens;
    std::optional<WindowEdge> closes;

    /// Of its ledger and its parameters: "leave.special.SP05.".
    QString prefix() const { return QLatin1String("leave.special.") + code + QLatin1Char('.'); }
    LeaveWindow window(const Fields &fields, bool extended, const QDate &on, const Numbers &numbers) const;
    friend bool operator==(const SpecialLeave &, const SpecialLeave &) = default;
};

/// 忌引, counted by the death.
inline constexpr QLatin1String kBereavement("SP14");
inline constexpr QLatin1String kBereavementDays("leave.special.SP14.days");

/// Reads the format of forms/leave/specialleave.json.
Result<std::vector<SpecialLeave>> specialLeavesFromJson(const QJsonObject &json);
/// The table shipped with the program.
const std::vector<SpecialLeave> &specialLeaves();
/// None for an unknown code.
const SpecialLeave *specialLeave(const QString &code);

} // namespace kessai
