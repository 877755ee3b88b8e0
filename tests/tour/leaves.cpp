// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/caseview.h"
#include "tests/tour/tour.h"

#include <QApplication>
#include <QElapsedTimer>

namespace kessai::tour {

/// An hour of annual leave on another day, from the tray, with the keyboard alone, as somebody does who has done it before.
void Tour::fileAnHour()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Filing an hour of leave"));
    signIn(m_findings.clerk);
    goTo(QStringLiteral("tray"));
    const QDate day = freeDuty(nextSaturday().addDays(14));
    const int keys = m_stage.keys();
    QElapsedTimer since;
    since.start();
    m_stage.press(Qt::Key_N, Qt::ControlModifier);
    m_stage.type(QStringLiteral("jik"));
    m_stage.press(Qt::Key_Return);
    m_stage.waitFor(QStringLiteral("the keyboard where the hours are missing"),
                    [] { return QApplication::focusWidget()->objectName() == QLatin1String("field_start"); });
    m_stage.press(Qt::Key_Tab, Qt::ShiftModifier);
    m_stage.type(QStringLiteral("%1/%2").arg(day.month()).arg(day.day()));
    m_stage.press(Qt::Key_Tab);
    m_stage.type(QStringLiteral("1615"));
    m_stage.press(Qt::Key_Tab);
    m_stage.type(QStringLiteral("1715"));
    m_stage.press(Qt::Key_Return, Qt::ControlModifier);
    m_stage.waitFor(QStringLiteral("the leave among the clerk's own requests"), [this] {
        return shown() && shown()->mine && shown()->record.form == QLatin1String("leave")
            && shown()->verified.state.state == CaseState::Running;
    });
    m_findings.leaveKeys = m_stage.keys() - keys;
    m_findings.leaveMs = since.elapsed();
    m_stage.say(QStringLiteral("%1 keys, %2 ms").arg(m_findings.leaveKeys).arg(m_findings.leaveMs));
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("leave-filed"));
}

/// Leave of three kinds as it is filled in; nothing of it is filed.
void Tour::seeLeaves()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Filling in leave"));
    signIn(m_findings.clerk);
    goTo(QStringLiteral("new:leave"));
    m_stage.find<QWidget>(QStringLiteral("composePage"));
    const auto day = [this](int after) {
        const QDate monday = nextSaturday().addDays(2);
        return QStringLiteral("%1/%2").arg(monday.addDays(after).month()).arg(monday.addDays(after).day());
    };
    const auto look = [this](const char *name) {
        m_stage.settle(900); // the live check rests until the typing does
        m_stage.picture(QLatin1String(name));
    };

    // A couple of hours: the kind and the day stand there, a unit and two times are typed.
    chooseEntry(QStringLiteral("field_unit"), QStringLiteral("hours"));
    m_stage.fill(QStringLiteral("field_from"), day(0));
    m_stage.fill(QStringLiteral("field_start"), QStringLiteral("15:15"));
    m_stage.fill(QStringLiteral("field_end"), QStringLiteral("17:15"));
    look("leave-hours");

    chooseEntry(QStringLiteral("field_kind"), QStringLiteral("sick"));
    chooseEntry(QStringLiteral("field_unit"), QStringLiteral("day"));
    m_stage.fill(QStringLiteral("field_until"), day(13));
    m_stage.fill(QStringLiteral("field_reason"), QStringLiteral("骨折による入院のため"));
    look("leave-sick");

    chooseEntry(QStringLiteral("field_kind"), QStringLiteral("special"));
    chooseEntry(QStringLiteral("field_special_kind"), QStringLiteral("SP14"));
    chooseEntry(QStringLiteral("field_relation"), QStringLiteral("spouse_parent"));
    m_stage.fill(QStringLiteral("field_death_day"), day(0));
    m_stage.fill(QStringLiteral("field_until"), day(2));
    m_stage.fill(QStringLiteral("field_reason"), QStringLiteral("妻の母の葬儀のため"));
    look("leave-bereavement");
    m_stage.click(QStringLiteral("discardButton"));
    m_stage.settle(300);
}

/// The section's clerk files an hour of leave for a colleague, whose case it is from then on.
void Tour::fileForColleague()
{
    if (!m_stage.ok() || atServer())
        return;
    m_stage.say(QStringLiteral("Filing for a colleague"));
    const Person clerk = suggested(QStringLiteral("庶務担当"));
    if (!m_stage.ok())
        return;
    signIn(clerk);
    goTo(QStringLiteral("new:leave"));
    m_stage.find<QWidget>(QStringLiteral("composePage"));
    m_stage.focus(QStringLiteral("filedFor"));
    for (int i = 0; i < 5; ++i)
        m_stage.press(Qt::Key_Down);
    chooseEntry(QStringLiteral("field_unit"), QStringLiteral("hours"));
    const QDate day = nextSaturday().addDays(5);
    m_stage.fill(QStringLiteral("field_from"), QStringLiteral("%1/%2").arg(day.month()).arg(day.day()));
    m_stage.fill(QStringLiteral("field_start"), QStringLiteral("16:15"));
    m_stage.fill(QStringLiteral("field_end"), QStringLiteral("17:15"));
    m_stage.settle(900);
    m_stage.picture(QStringLiteral("filed-for-a-colleague"));
    m_stage.click(QStringLiteral("discardButton"));
    m_stage.settle(300);
}

} // namespace kessai::tour
