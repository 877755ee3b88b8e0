// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace kessai {

/// The kinds of leave of the regulation (domain.md 2), and 部分休業, which is filed and counted like leave.
enum class LeaveKind {
    Annual /* 年次有給休暇 */,
    Sick /* 病気休暇 */,
    Special /* 特別休暇 */,
    Care /* 介護休暇 */,
    CareTime /* 介護時間 */,
    Partial /* 部分休業 */,
    Union /* 組合休暇 */
};

/// What somebody is ill with, as far as the limit of the days depends on it.
enum class SickKind { Ordinary, Long /* 規則で定める疾病 */, OnDuty /* 公務・通勤による */ };

/// 部分休業 by hours of the day (第1号) or by hours of the year (第2号).
enum class PartialKind { First, Second };

enum class LeaveUnit { Day, Morning, Afternoon, Hours };

/// The units a leave is taken in.
struct LeaveUnits final {
    bool days = false;
    bool halfDays = false;
    qint64 step = 0; ///< minutes the hours of a day are taken in; 0 = no hours

    bool allows(LeaveUnit unit) const
    {
        switch (unit) {
        case LeaveUnit::Day: return days;
        case LeaveUnit::Morning:
        case LeaveUnit::Afternoon: return halfDays;
        case LeaveUnit::Hours: return step > 0;
        }
        Q_UNREACHABLE();
    }
};

} // namespace kessai
