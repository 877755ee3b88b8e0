// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tour.h"
#include "ui/calendar/monthgrid.h"
#include "ui/shell/mainwindow.h"

namespace kessai::tour {

/// The clerk looks at their own month and at their section, personnel at everybody's working time.
void Tour::seeCalendars()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Looking at the calendars as %1").arg(m_findings.clerk.name));
    signIn(m_findings.clerk);
    goTo(QStringLiteral("month"));
    m_stage.waitFor(QStringLiteral("the days of the month"), [this] {
        const auto *grid = m_stage.window()->findChild<MonthGrid *>();
        return grid && grid->current();
    });
    m_stage.press(Qt::Key_Left);
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("my-month"));
    m_stage.press(Qt::Key_PageUp);
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("my-month-before"));
    goTo(QStringLiteral("section"));
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("section-days"));
    if (atServer())
        return; // a trial office alone suggests whom to be
    signIn(suggested(QStringLiteral("人事担当")));
    goTo(QStringLiteral("work"));
    m_stage.settle(600);
    m_stage.picture(QStringLiteral("working-time"));
}

} // namespace kessai::tour
