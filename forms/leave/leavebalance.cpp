// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leavebalance.h"

#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

Bilingual LeaveAmount::text() const
{
    const qint64 all = qAbs(m_halves);
    qint64 days = all / (2 * m_day);
    qint64 rest = all % (2 * m_day);
    // An odd number of half minutes comes from half a day of an odd number of minutes; it is shown as that half day.
    bool half = rest % 2 != 0 || rest == m_day;
    if (half && rest < m_day) {
        half = days > 0;
        if (half) {
            --days;
            rest += 2 * m_day;
        }
    }
    if (half)
        rest -= m_day;

    const qint64 minutes = rest / 2;
    const QString count = QString::number(days) + (half ? u".5"_s : QString());
    if (minutes == 0)
        return {count + u"日"_s, count + (count == u"1"_s ? u" day"_s : u" days"_s)};
    if (days == 0 && !half)
        return spanText(minutes);
    const Bilingual hours = spanText(minutes);
    return {count + u"日"_s + (half ? u"と"_s : QString()) + hours.ja,
            count + (count == u"1"_s ? u" day "_s : u" days "_s) + hours.en};
}

} // namespace kessai
