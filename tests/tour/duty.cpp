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

/// The other ways of making good for work on a day off, and time off for long overtime, as they are filled in; nothing is filed.
void Tour::seeRemedies()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Filling in four hours, a day for a holiday, and time off"));
    signIn(m_findings.clerk);
    goTo(QStringLiteral("new:weekend_duty"));
    const auto fillIn = [this](const QDate &day, const char *end, const char *rest, const char *remedy) {
        m_stage.fill(QStringLiteral("field_day"), day.toString(QStringLiteral("yyyy/M/d")));
        m_stage.fill(QStringLiteral("field_start"), QStringLiteral("8:30"));
        m_stage.fill(QStringLiteral("field_end"), QLatin1String(end));
        m_stage.fill(QStringLiteral("field_break"), QLatin1String(rest));
        m_stage.fill(QStringLiteral("field_work_item"), QStringLiteral("市民会館の開館準備"));
        chooseEntry(QStringLiteral("field_remedy"), QLatin1String(remedy));
    };
    const auto give = [this](const QDate &day, const char *picture) {
        m_stage.fill(QStringLiteral("field_given_day"), day.toString(QStringLiteral("yyyy/M/d")));
        m_stage.settle(900); // the live check rests until the typing does
        m_stage.picture(QLatin1String(picture));
    };
    const Holidays &holidays = shippedHolidays();
    const QDate saturday = nextSaturday().addDays(14);
    fillIn(saturday, "12:30", "0:00", "four_hours");
    chooseEntry(QStringLiteral("field_given_side"), QStringLiteral("end"));
    give(holidays.dutyDayAfter(saturday, 1), "duty-four-hours");
    QDate holiday = saturday;
    while (holiday.dayOfWeek() > Qt::Friday || holidays.kind(holiday) != DayKind::Holiday)
        holiday = holiday.addDays(1);
    fillIn(holiday, "17:15", "1:00", "daikyu");
    give(holidays.dutyDayAfter(holiday, 1), "duty-for-a-holiday");
    m_stage.click(QStringLiteral("discardButton"));
    m_stage.settle(300);
    goTo(QStringLiteral("new:comp_time"));
    m_stage.settle(900);
    m_stage.picture(QStringLiteral("time-off"));
    m_stage.click(QStringLiteral("discardButton"));
    m_stage.settle(300);
}

} // namespace kessai::tour
