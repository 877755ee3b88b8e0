// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/sections.h"
#include "tests/core/calendar/officialfile.h"
#include "tests/tour/tour.h"
#include "ui/office/placedtext.h"
#include "ui/shell/desksession.h"
#include "ui/shell/mainwindow.h"
#include "ui/tray/casemodel.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

namespace kessai::tour {

/// Who was asked first is away from today on: they choose a deputy and register the days, and what waits for them moves.
void Tour::registerAbsence()
{
    if (!m_stage.ok() || m_findings.approvers.size() < 2)
        return;
    const Person away = m_findings.approvers.front();
    const Person deputy = m_findings.clerk;
    const QDate lastDay = m_window->session()->info().today.addDays(2);
    const auto shows = [this](const char *button) {
        return [this, button] { return m_stage.window()->findChild<QPushButton *>(QLatin1String(button)) != nullptr; };
    };
    const auto ready = [this](const char *button) {
        return [this, button] {
            const auto *one = m_stage.window()->findChild<QPushButton *>(QLatin1String(button));
            return one && one->isEnabled();
        };
    };
    m_stage.say(QStringLiteral("Registering an absence and a deputy as %1").arg(away.name));
    signIn(away);
    goTo(QStringLiteral("absences"));
    const auto office = m_window->session()->info().office;
    m_stage.fill(QStringLiteral("deputy"), placedText(*office, office->staffByLogin(deputy.login)->id));
    m_stage.press(Qt::Key_Return);
    m_stage.enter(m_window); // the offscreen platform does not come back from the list of matches by itself
    m_stage.waitFor(QStringLiteral("a deputy who can be registered"), ready("addDeputy"));
    m_stage.click(QStringLiteral("addDeputy"));
    m_stage.waitFor(QStringLiteral("the deputy in the list"), shows("endDeputy"));
    m_stage.focus(QStringLiteral("absenceKind"));
    m_stage.press(Qt::Key_Down);
    m_stage.focus(QStringLiteral("absenceUntil"));
    m_stage.type(lastDay.toString(QStringLiteral("yyyy-MM-dd")));
    m_stage.press(Qt::Key_Tab);
    m_stage.waitFor(QStringLiteral("days that can be registered"), ready("addAbsence"));
    m_stage.click(QStringLiteral("addAbsence"));
    m_stage.waitFor(QStringLiteral("the absence in the list"), shows("endAbsence"));
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("absence-and-deputy"));

    signIn(deputy);
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("deputy-tray"));
    signIn(away);
    goTo(QStringLiteral("absences"));
    m_stage.waitFor(QStringLiteral("the absence in the list again"), shows("endAbsence"));
    // A leave that was decided may have made another absence.
    const auto absences = [this] {
        return m_stage.ok() ? m_stage.window()->findChildren<QPushButton *>(QStringLiteral("endAbsence")).size() : 0;
    };
    const qsizetype before = absences();
    m_stage.click(QStringLiteral("endAbsence"));
    m_stage.waitFor(QStringLiteral("that somebody is back"), [&] { return absences() < before; });
}

/// A list of the next years, as the Cabinet Office would send it, is looked at before it is imported.
void Tour::importHolidays()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("syukujitsu.csv")));
    if (!file.open(QIODevice::WriteOnly)
        || file.write(test::officialFile(2027, 2028).replace("2028/3/20,", "2028/3/21,")) < 0)
        return m_stage.fail(QStringLiteral("a list of holidays can be written"));
    file.close();
    m_stage.answerOpenPaths({file.fileName()});
    m_stage.click(QStringLiteral("chooseHolidayFile"));
    m_stage.waitFor(QStringLiteral("what the list changes"), [this] {
        const auto *import = m_stage.window()->findChild<QPushButton *>(QStringLiteral("importHolidays"));
        return import && import->isVisible();
    });
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("holiday-import"));
    m_stage.click(QStringLiteral("doNotImport"));
    m_stage.answerOpenPaths({});
}

/// Whoever looks after what waits for nobody sees where the work of abolished posts goes; an administrator also who decides in whose
/// place, and the holidays.
void Tour::seeHandover()
{
    if (!m_stage.ok())
        return;
    if (!atServer()) {
        const Person administrator = suggested(QStringLiteral("システム管理者"));
        if (!m_stage.ok())
            return;
        signIn(administrator);
        goTo(QStringLiteral("posts"));
        m_stage.settle(300);
        m_stage.picture(QStringLiteral("stand-ins"));
        goTo(QStringLiteral("holidays"));
        m_stage.waitFor(QStringLiteral("the holidays of a year"), [this] {
            return m_stage.window()->findChild<QToolButton *>(QStringLiteral("laterYear")) != nullptr;
        });
        m_stage.settle(300);
        m_stage.picture(QStringLiteral("holidays"));
        importHolidays();
    }
    const auto shared = m_window->session()->info().office; // outlives the session that ends
    const Office &office = *shared;
    for (const PostId post : office.postsWithRole(kRecordsRole)) {
        for (const StaffId holder : office.holders(post)) {
            const Staff &staff = *office.staff(holder);
            signIn({staff.login, staff.name(), postLabel(office, post)});
            goTo(QStringLiteral("posts"));
            m_stage.settle(300);
            m_stage.picture(QStringLiteral("post-handover"));
            return;
        }
    }
    m_stage.fail(QStringLiteral("somebody who looks after what waits for nobody"));
}

/// The accounting section looks up whom the office pays.
void Tour::seePayees()
{
    if (!m_stage.ok() || atServer())
        return;
    const auto shared = m_window->session()->info().office; // outlives the session that ends
    for (const PostId post : shared->postsWithRole(kAccountingRole)) {
        for (const StaffId holder : shared->holders(post)) {
            const Staff &staff = *shared->staff(holder);
            signIn({staff.login, staff.name(), postLabel(*shared, post)});
            goTo(QStringLiteral("payees"));
            m_stage.waitFor(QStringLiteral("the first payee"), [this] {
                const auto *name = m_stage.window()->findChild<QLineEdit *>(QStringLiteral("payeeName"));
                return name && !name->text().isEmpty();
            });
            m_stage.settle(300);
            m_stage.picture(QStringLiteral("payees"));
            return;
        }
    }
    m_stage.fail(QStringLiteral("somebody of the accounting section"));
}

/// A decided leave as an auditor reads it, for whom its reason and its certificates are closed, and as whoever decided it does.
void Tour::seeConfidential()
{
    if (!m_stage.ok() || atServer())
        return;
    const Person auditor = suggested(QStringLiteral("監査"));
    if (!m_stage.ok())
        return;
    signIn(auditor);
    goTo(QStringLiteral("decided"));
    m_stage.press(Qt::Key_F, Qt::ControlModifier);
    m_stage.type(QStringLiteral("特別休暇"));
    m_stage.waitFor(QStringLiteral("decided leaves"), [this] {
        return list() && list()->query().text == QStringLiteral("特別休暇") && !list()->loading()
            && list()->rowCount() > 0;
    });
    const auto decider = [this] {
        Person found;
        for (const StepView &step : shown()->route) {
            if (step.kind == StepKind::Decide && step.no > 0)
                found = holderOf(step.assignments.front().title, step.assignments.front().actedName);
        }
        return found;
    };
    // One that was decided by whoever holds the post still: they read it.
    const auto closed = [this, decider] {
        return shown() && !shown()->content.attachments.empty() && shown()->concealsFiles()
            && !decider().login.isEmpty();
    };
    m_stage.focus(QStringLiteral("caseTable"));
    for (int row = 0; m_stage.ok() && !closed() && row < list()->rowCount(); ++row) {
        m_stage.press(Qt::Key_Down);
        m_stage.settle(300);
    }
    m_stage.waitFor(QStringLiteral("a leave with certificates that are not the auditor's to read"), closed);
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("leave-for-the-auditor"));
    if (!m_stage.ok())
        return;
    const CaseId id = shown()->record.id;
    const QString number = shown()->record.number;
    const Person whoDecided = decider();
    signIn(whoDecided);
    goTo(QStringLiteral("decided"));
    m_stage.press(Qt::Key_F, Qt::ControlModifier);
    m_stage.type(number);
    choose(id, number);
    if (m_stage.ok() && shown()->concealsFiles())
        m_stage.fail(QStringLiteral("%1 may read all of %2").arg(whoDecided.name, number));
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("leave-for-the-decider"));
}

} // namespace kessai::tour
