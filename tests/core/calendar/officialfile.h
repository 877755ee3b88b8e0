// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/statutoryholidays.h"

#include <QStringEncoder>

namespace kessai::test {

/// The list as 内閣府 publishes it, made from the law: tests/core/calendar/syukujitsu.csv holds the years 1980 to 2028 of it.
inline QByteArray officialFile(int from, int until, const char *encoding = "CP932", const char *lineEnd = "\r\n")
{
    QString text = QStringLiteral("国民の祝日・休日月日,国民の祝日・休日名称") + QLatin1String(lineEnd);
    for (int year = from; year <= until; ++year) {
        for (const StatutoryHoliday &one : statutoryHolidays(year))
            text += QStringLiteral("%1/%2/%3,%4").arg(year).arg(one.day.month()).arg(one.day.day()).arg(one.name)
                + QLatin1String(lineEnd);
    }
    QStringEncoder encoder(encoding);
    return encoder.encode(text);
}

} // namespace kessai::test
