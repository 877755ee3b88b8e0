// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/ownhours.h"

#include "core/duty/dutycalendar.h"
#include "forms/support/fields.h"
#include "forms/support/wording.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

qint64 ownDay(const std::optional<qint64> &ownMinutes, const QDate &day, const Numbers &numbers)
{
    const qint64 whole = numbers.at("duty.day_minutes", day);
    return std::min(whole, ownMinutes.value_or(whole));
}

} // namespace

std::optional<qint64> ownMinutesIn(const Fields &fields)
{
    return fields.number("day_minutes", 1, kMinutesOfDay);
}

std::vector<Stretch> ownHours(const std::optional<qint64> &ownMinutes, const QDate &day, const Numbers &numbers)
{
    return regularHours(day, numberOn(numbers), static_cast<int>(ownDay(ownMinutes, day, numbers)));
}

std::optional<Finding> ownHoursFinding(const std::optional<qint64> &ownMinutes, const QDate &day,
                                       const FormContext &context, const Numbers &numbers)
{
    const qint64 whole = numbers.at("duty.day_minutes", day);
    const qint64 own = std::min<qint64>(whole, context.office.workTerms(context.drafter).dayMinutes);
    if (ownDay(ownMinutes, day, numbers) == own)
        return std::nullopt;
    return errorOn("day_minutes",
                   fill(own == whole ? Bilingual{u"1日の勤務時間は %1です。空欄にしてください。"_s,
                                                 u"The day has %1. Please leave this empty."_s}
                                     : Bilingual{u"1日の勤務時間は %1です。この時間を入れてください。"_s,
                                                 u"The day has %1. Please enter that."_s},
                        {spanText(own)}),
                   u"勤務時間条例準則（短時間勤務職員等の勤務時間）"_s);
}

} // namespace kessai
