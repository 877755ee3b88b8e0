// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"
#include "core/cases/numbers.h"
#include "forms/support/fields.h"

#include <QStringList>

#include <optional>

namespace kessai {

/// One end of the time in which a leave is taken, counted from the day of an event: a marriage, a birth, a death. How far from it
/// is a parameter, because that number has dates.
struct WindowEdge final {
    enum class Unit {
        Days,
        Weeks,
        Months,
        Years,
        SchoolYears /* the 31 March on or after the day an age is reached */
    };

    QStringList events; ///< fields with the day; the first that is filled in counts
    QString number;     ///< name of the parameter behind "leave.special.<code>."; empty = none
    Unit unit = Unit::Days;
    bool back = false; ///< counted back from the event
    int offset = 0;    ///< days added in the end, so that the edge is the first or last day itself
    friend bool operator==(const WindowEdge &, const WindowEdge &) = default;

    /// The parameter that counts: the one for the longer term where that applies and there is one.
    std::optional<qint64> count(const QString &prefix, bool extended, const QDate &on, const Numbers &numbers) const;
    /// The day; none as long as the event's day is not filled in.
    std::optional<QDate> day(const QString &prefix, const Fields &fields, bool extended, const QDate &on,
                             const Numbers &numbers) const;
};

/// The first and the last day on which a leave may be taken, where an event fixes them.
struct LeaveWindow final {
    std::optional<QDate> first;
    std::optional<QDate> last;

    bool holds(const QDate &day) const { return (!first || *first <= day) && (!last || day <= *last); }
    bool known() const { return first || last; }
    friend bool operator==(const LeaveWindow &, const LeaveWindow &) = default;
};

/// Reads `{"events": ["due_day"], "number": "before_weeks", "unit": "weeks", "back": true, "offset": 1}`.
Result<WindowEdge> windowEdgeFromJson(const QJsonObject &json);

} // namespace kessai
