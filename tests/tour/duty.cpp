// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holidays.h"
#include "core/services/caseview.h"
#include "tests/tour/tour.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/controls.h"

#include <algorithm>

namespace kessai::tour {

/// Work on a Saturday for another day off: first a Sunday is named for it, which the form refuses, then a working day.
void Tour::fileWeekendDuty()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Filing duty on a day off, and the day given for it"));
    signIn(m_findings.clerk);
    goTo(QStringLiteral("new:weekend_duty"));
    m_stage.settle(400);
    const QDate saturday = nextSaturday().addDays(7);
    const auto enterDay = [this](const char *field, const QDate &day) {
        m_stage.fill(QLatin1String(field), day.toString(QStringLiteral("yyyy/M/d")));
        m_stage.press(Qt::Key_Tab);
        m_stage.settle(700); // the live check rests until the typing does
    };
    const auto refused = [this] {
        const auto *given = m_window->findChild<QWidget *>(QStringLiteral("field_given_day"));
        const QList<QWidget *> parts = given ? given->findChildren<QWidget *>() : QList<QWidget *>();
        return std::any_of(parts.begin(), parts.end(), [](const QWidget *part) { return isInvalid(part); });
    };
    enterDay("field_day", saturday);
    m_stage.fill(QStringLiteral("field_start"), QStringLiteral("8:30"));
    m_stage.fill(QStringLiteral("field_end"), QStringLiteral("17:15"));
    m_stage.fill(QStringLiteral("field_break"), QStringLiteral("1:00"));
    m_stage.fill(QStringLiteral("field_work_item"), QStringLiteral("地域防災訓練の運営"));
    chooseEntry(QStringLiteral("field_remedy"), QStringLiteral("exchange"));
    enterDay("field_given_day", saturday.addDays(1));
    m_stage.fill(QStringLiteral("field_reason"), QStringLiteral("住民が参加できる土曜日に行うため。"));
    m_stage.waitFor(QStringLiteral("the form says that a Sunday cannot be given"), refused);
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("duty-day-refused"));

    // The clerk may have leave or another exchange on the first of these days.
    for (QDate day = shippedHolidays().dutyDayAfter(saturday, 1); day < saturday.addDays(40) && m_stage.ok();
         day = shippedHolidays().dutyDayAfter(day, 1)) {
        enterDay("field_given_day", day);
        if (!refused())
            break;
    }
    m_stage.settle(400);
    m_stage.picture(QStringLiteral("duty-exchanged"));
    if (submit() == CaseId(0))
        return;
    m_stage.picture(QStringLiteral("duty-submitted"));
}

} // namespace kessai::tour
