// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/duty/dutycalendar.h"

#include <QFile>

#include <gtest/gtest.h>

#include <map>

namespace kessai::test {

/// The numbers the program ships, some of them changed.
inline NumberOn shippedNumbers(const std::map<QString, qint64> &changed = {})
{
    QFile file(QStringLiteral(KESSAI_SOURCE_DIR "/resources/parameters/defaults.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    auto read = Parameters::fromJson(file.readAll());
    EXPECT_TRUE(read);
    return [parameters = read ? *read : Parameters(), changed](const char *key, const QDate &day) -> qint64 {
        const QString name = QLatin1String(key);
        if (const auto found = changed.find(name); found != changed.end())
            return found->second;
        const auto value = parameters.value(name, day);
        EXPECT_TRUE(value) << key;
        return value.value_or(0);
    };
}

/// The hours of a day of the regular shift.
inline const std::vector<Stretch> kWholeDay{{510, 720}, {780, 1035}};

/// The days of somebody with these changes, among the shipped holidays.
inline DutyCalendar calendarOf(DutyChanges changes = {}, const NumberOn &numbers = shippedNumbers(),
                               const WorkTerms &terms = {.staff = StaffId(1)})
{
    return DutyCalendar(shippedHolidays(), numbers, terms, std::move(changes));
}

} // namespace kessai::test
