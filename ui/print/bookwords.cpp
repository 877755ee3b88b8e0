// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/bookwords.h"

#include <QCoreApplication>

namespace kessai {

namespace {

struct BookWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::WorkBook)
};

constexpr qint64 kBookHour = 60;

QString bookMarkName(DayMark mark)
{
    switch (mark) {
    case DayMark::ExtraDuty: return BookWords::tr("Duty in exchange");
    case DayMark::FreedDuty: return BookWords::tr("Free in exchange");
    case DayMark::Daikyu: return BookWords::tr("Off for a holiday");
    case DayMark::TimeOff: return BookWords::tr("Time off");
    case DayMark::Leave: return BookWords::tr("Leave");
    case DayMark::Order:
    case DayMark::Overtime:
    case DayMark::Travel: return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString hoursAndMinutes(qint64 minutes)
{
    return QStringLiteral("%1:%2").arg(minutes / kBookHour).arg(minutes % kBookHour, 2, 10, QLatin1Char('0'));
}

QString stretchText(const Stretch &hours)
{
    return hoursAndMinutes(hours.from) + QStringLiteral("〜") + hoursAndMinutes(hours.until);
}

QStringList columnHead(const PayLine &column)
{
    const QString percent = QString::number(column.percent);
    switch (column.part) {
    case PayPart::Merged:
    case PayPart::Overtime: return {percent};
    case PayPart::Over60: return {BookWords::tr("Past 60 h"), percent};
    case PayPart::Holiday: return {BookWords::tr("Holiday"), percent};
    case PayPart::Exchange: return {BookWords::tr("Exchange"), percent};
    case PayPart::TimeOff: return {BookWords::tr("Time off"), percent};
    }
    Q_UNREACHABLE();
}

QString markText(const BookMark &mark)
{
    QStringList hours;
    for (const Stretch &one : mark.hours)
        hours += stretchText(one);
    return bookMarkName(mark.mark) + QLatin1Char(' ') + hours.join(QLatin1Char(' '));
}

QString limitLine(const LimitState &limit)
{
    const qint64 months = std::max(1, limit.months);
    switch (limit.rule) {
    case LimitRule::Month45:
    case LimitRule::AfterMove30:
        return BookWords::tr("Month %1 (up to %2)").arg(hoursAndMinutes(limit.reached), hoursAndMinutes(limit.limit));
    case LimitRule::Month100:
        return BookWords::tr("Month %1 (less than %2)")
            .arg(hoursAndMinutes(limit.reached), hoursAndMinutes(limit.limit));
    case LimitRule::Year360:
    case LimitRule::Year720:
        return BookWords::tr("Year %1 (up to %2)").arg(hoursAndMinutes(limit.reached), hoursAndMinutes(limit.limit));
    case LimitRule::Mean80:
        return BookWords::tr("Mean of %n month(s) %1 (up to %2)", nullptr, limit.months)
            .arg(hoursAndMinutes(limit.reached / months), hoursAndMinutes(limit.limit / months));
    case LimitRule::SixMonths45:
        return BookWords::tr("Months past 45 hours: %1 (up to %2)").arg(limit.reached).arg(limit.limit);
    }
    Q_UNREACHABLE();
}

} // namespace kessai
