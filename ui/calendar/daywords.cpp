// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/daywords.h"

#include "ui/formview/timetext.h"
#include "ui/wording.h"

#include <QCoreApplication>

namespace kessai {

namespace {

struct DayWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::DayWords)
};

struct LeaveName {
    QLatin1String kind;
    QString name;
    QString brief;
};

LeaveName leaveName(const QString &kind)
{
    const LeaveName names[] = {
        {QLatin1String("annual"), DayWords::tr("Annual leave"), DayWords::tr("Annual", "annual leave, in a cell")},
        {QLatin1String("special"), DayWords::tr("Special leave"), DayWords::tr("Special", "special leave, in a cell")},
        {QLatin1String("sick"), DayWords::tr("Sick leave"), DayWords::tr("Sick", "sick leave, in a cell")},
        {QLatin1String("care"), DayWords::tr("Care leave"), DayWords::tr("Care", "care leave, in a cell")},
        {QLatin1String("care_time"), DayWords::tr("Care time"), DayWords::tr("Care time")},
        {QLatin1String("partial"), DayWords::tr("Partial leave"), DayWords::tr("Partial", "partial leave, in a cell")},
        {QLatin1String("union"), DayWords::tr("Union leave"), DayWords::tr("Union", "union leave, in a cell")},
    };
    for (const LeaveName &one : names) {
        if (kind == one.kind)
            return one;
    }
    return {QLatin1String(), DayWords::tr("Leave"), DayWords::tr("Leave")};
}

/// The name as short as a cell wants it.
QString briefName(const DayItem &item)
{
    switch (item.mark) {
    case DayMark::Order: return DayWords::tr("Order", "overtime order, in a cell");
    case DayMark::Overtime: return DayWords::tr("Overtime", "overtime worked, in a cell");
    case DayMark::ExtraDuty: return DayWords::tr("Duty", "a day off made a day of duty, in a cell");
    case DayMark::FreedDuty: return DayWords::tr("Exchanged", "a day of duty given up for another, in a cell");
    case DayMark::Daikyu: return DayWords::tr("Day off", "in place of a holiday worked, in a cell");
    case DayMark::TimeOff: return DayWords::tr("Time off", "in place of overtime pay, in a cell");
    case DayMark::Leave: return leaveName(item.leave).brief;
    }
    return {};
}

QString iconOf(DayMark mark)
{
    switch (mark) {
    case DayMark::Order:
    case DayMark::Overtime: return QStringLiteral("clock");
    case DayMark::ExtraDuty: return QStringLiteral("building");
    case DayMark::FreedDuty:
    case DayMark::Daikyu:
    case DayMark::TimeOff:
    case DayMark::Leave: return QStringLiteral("calendar-off");
    }
    return {};
}

} // namespace

QString minutesText(qint64 minutes)
{
    constexpr qint64 hour = 60;
    if (minutes < hour)
        return DayWords::tr("%1 min").arg(minutes);
    if (minutes % hour == 0)
        return DayWords::tr("%1 h").arg(minutes / hour);
    return DayWords::tr("%1 h %2 min").arg(minutes / hour).arg(minutes % hour);
}

QString itemName(const DayItem &item)
{
    switch (item.mark) {
    case DayMark::Order: return DayWords::tr("Overtime order");
    case DayMark::Overtime: return DayWords::tr("Overtime worked");
    case DayMark::ExtraDuty: return DayWords::tr("Duty on a day off");
    case DayMark::FreedDuty: return DayWords::tr("Day exchanged for it");
    case DayMark::Daikyu: return DayWords::tr("Day off for a holiday worked");
    case DayMark::TimeOff: return DayWords::tr("Time off for overtime");
    case DayMark::Leave: return leaveName(item.leave).name;
    }
    return {};
}

QString itemText(const DayItem &item)
{
    if (item.start)
        //: What it is, from when on, and how long.
        return DayWords::tr("%1, from %2, %3").arg(itemName(item), writeTime(*item.start), minutesText(item.minutes));
    return DayWords::tr("%1, %2").arg(itemName(item), minutesText(item.minutes));
}

QString itemState(const DayItem &item)
{
    return item.cancelling ? DayWords::tr("Being cancelled")
        : item.used        ? DayWords::tr("Decided")
                           : DayWords::tr("Waiting for approval");
}

ChipLook itemChip(const DayItem &item)
{
    if (!item.used) {
        return {QStringLiteral("hourglass"),
                DayWords::tr("Waits: %1", "a request for a day, in a cell").arg(briefName(item)), Token::WarnText,
                Token::WarnFill};
    }
    if (item.cancelling) {
        return {QStringLiteral("corner-up-left"),
                DayWords::tr("Cancelling: %1", "what is on a day, in a cell").arg(briefName(item)), Token::WarnText,
                Token::WarnFill};
    }
    const QString words = QString(briefName(item) + QLatin1Char(' ') + writeSpan(item.minutes));
    const bool off = item.mark != DayMark::Order && item.mark != DayMark::Overtime && item.mark != DayMark::ExtraDuty;
    const bool ordered = item.mark == DayMark::Order;
    return {iconOf(item.mark), words,
            off           ? Token::SuccessText
                : ordered ? Token::NeutralText
                          : Token::InfoText,
            off           ? Token::SuccessFill
                : ordered ? Token::NeutralFill
                          : Token::InfoFill};
}

QString dayKindText(const MonthDay &day)
{
    switch (day.kind) {
    case DayKind::Duty: return {};
    case DayKind::WeeklyOff:
        return day.holiday.isEmpty() ? DayWords::tr("Weekly day off")
                                     : DayWords::tr("Weekly day off, %1").arg(day.holiday);
    case DayKind::Holiday:
        return day.holiday.isEmpty() ? DayWords::tr("Closing day") : DayWords::tr("Holiday, %1").arg(day.holiday);
    }
    return {};
}

QString spokenDay(const MonthDay &day, const QDate &today)
{
    QStringList sentences{dayTextWithWeekday(day.day)};
    if (day.day == today)
        sentences += DayWords::tr("Today");
    if (const QString kind = dayKindText(day); !kind.isEmpty())
        sentences += kind;
    for (const DayItem &item : day.items)
        sentences += DayWords::tr("%1: %2", "what, how it stands").arg(itemText(item), itemState(item));
    if (day.items.empty())
        sentences += DayWords::tr("Nothing registered");
    return sentences.join(DayWords::tr(". ", "between sentences that are read out"));
}

} // namespace kessai
