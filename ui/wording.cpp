// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording.h"

#include "core/base/clock.h"
#include "core/calendar/era.h"

#include <QCoreApplication>
#include <QLocale>

namespace kessai {

bool englishWording()
{
    // Translated as "ja" by the Japanese translation, so that data and program text can never disagree.
    return QCoreApplication::translate("kessai::Wording", "en", "language of the wording: ja or en")
        == QLatin1String("en");
}

QString monthHeading(const QDate &day)
{
    if (englishWording())
        return QLocale(QLocale::English).toString(day, QStringLiteral("MMMM yyyy"));
    const QString whole = eraDate(day);
    return whole.left(whole.indexOf(QChar(u'月')) + 1);
}

QString yearHeading(int year)
{
    return englishWording() ? QString::number(year)
                            : QStringLiteral("%1（%2年）").arg(eraYears(year), QString::number(year));
}

QString fileSize(qint64 bytes)
{
    // Offices and their mail programs count in 1024 and write KB.
    return QLocale()
        .formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat)
        .replace(QLatin1String("kB"), QLatin1String("KB"));
}

QString longDay(const QDate &day)
{
    return englishWording() ? day.toString(Qt::ISODate) : eraDate(day);
}

QString longTime(Instant at)
{
    return longDay(at.day()) + QLatin1Char(' ') + at.tokyo().toString(QStringLiteral("HH:mm"));
}

QString dayTextWithWeekday(const QDate &day)
{
    return englishWording() ? QLocale(QLocale::English).toString(day, QStringLiteral("ddd yyyy-MM-dd"))
                            : eraDateWithWeekday(day);
}

} // namespace kessai
