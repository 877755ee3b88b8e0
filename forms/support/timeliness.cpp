// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/timeliness.h"

#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

std::vector<Finding> checkTimeliness(const QDate &day, bool after, const QDate &today, const LateWording &wording,
                                     const Numbers &numbers)
{
    std::vector<Finding> findings;
    if (qAbs(today.daysTo(day)) > numbers.at(wording.windowKey, today)) {
        findings.push_back(errorOn(wording.dayField,
                                   {u"今日から離れすぎた日です。年月日を確かめてください。"_s,
                                    u"This day is too far from today. Please check the date."_s}));
        return findings;
    }
    if (day < today && !after)
        findings.push_back(errorOn("after", wording.flagMissing));
    if (day > today && after)
        findings.push_back(errorOn("after", wording.flagWrong));
    if (day < today && after) {
        const QDate deadline = numbers.holidays().dutyDayAfter(day, numbers.at(wording.lateDaysKey, today));
        if (today > deadline)
            findings.push_back(warningOn("after", fill(wording.late, {dayText(deadline)})));
    }
    if (!numbers.holidays().covers(day)) {
        findings.push_back(warningOn(wording.dayField,
                                     {u"この年の祝日表がまだありません。祝日かどうかを確かめてください。"_s,
                                      u"There is no holiday table for this year yet. Please check for holidays."_s}));
    }
    return findings;
}

} // namespace kessai
