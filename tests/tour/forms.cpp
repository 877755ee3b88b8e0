// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "core/services/caseview.h"
#include "tests/tour/tour.h"
#include "ui/shell/desksession.h"
#include "ui/shell/mainwindow.h"

#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>

namespace kessai::tour {

/// A form as somebody finds it who has never filled it in: its beginning, and its end where it is longer than the window.
void Tour::lookAtForm(const QString &code)
{
    goTo(QString(QLatin1String("new:") + code));
    m_stage.settle(900); // the live check rests until the typing does
    m_stage.picture(QString(QLatin1String("form-") + code));
    if (auto *scroll = m_stage.find<QScrollArea>(QStringLiteral("composeScroll"));
        scroll && scroll->verticalScrollBar()->maximum() > 0) {
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        m_stage.settle(200);
        m_stage.picture(QStringLiteral("form-%1-end").arg(code));
    }
    m_stage.click(QStringLiteral("discardButton"));
    m_stage.settle(300);
}

/// Every form the clerk may file, empty; two of them in the dark.
void Tour::seeForms()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Looking at every form"));
    signIn(m_findings.clerk);
    for (const FormDefinition &form : m_window->session()->info().forms)
        lookAtForm(form.code);
    const Appearance before = m_composition.theme().appearance();
    m_composition.theme().apply({ThemeChoice::Dark, before.font, before.textPercent});
    for (const char *code : {"commitment", "payment"})
        lookAtForm(QLatin1String(code));
    m_composition.theme().apply(before);
}

/// A purchase of printed matter from the section's budget, from the empty form to its place among the clerk's own requests.
void Tour::fileCommitment()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Filing a commitment"));
    signIn(m_findings.clerk);
    goTo(QStringLiteral("new:commitment"));
    m_stage.settle(400);
    m_stage.fill(QStringLiteral("field_subject"), QStringLiteral("窓口用の封筒の印刷"));
    m_stage.focus(QStringLiteral("field_budget_line"));
    const auto *lines = m_stage.find<QComboBox>(QStringLiteral("field_budget_line"));
    for (int i = 0; i < 60 && m_stage.ok() && !lines->currentText().contains(QStringLiteral("印刷製本")); ++i)
        m_stage.press(Qt::Key_Down);
    m_stage.fill(QStringLiteral("field_amount"), QStringLiteral("48400"));
    m_stage.fill(QStringLiteral("field_tax"), QStringLiteral("4400"));
    m_stage.fill(QStringLiteral("field_estimate"), QStringLiteral("50000"));
    chooseEntry(QStringLiteral("field_contract_kind"), QStringLiteral("purchase"));
    m_stage.settle(700);
    m_stage.picture(QStringLiteral("commitment-begun"));
    chooseEntry(QStringLiteral("field_method"), QStringLiteral("small"));
    chooseEntry(QStringLiteral("field_paper"), QStringLiteral("omitted"));
    m_stage.fill(QStringLiteral("field_payee"), QStringLiteral("みほん印刷"));
    m_stage.press(Qt::Key_Down);
    m_stage.settle(600);
    m_stage.press(Qt::Key_Down);
    m_stage.press(Qt::Key_Return);
    const QDate until = m_window->session()->info().today.addDays(28);
    m_stage.fill(QStringLiteral("field_term_until"),
                 QStringLiteral("%1/%2/%3").arg(until.year()).arg(until.month()).arg(until.day()));
    m_stage.fill(QStringLiteral("field_quote1_by"), QStringLiteral("株式会社みほん印刷"));
    m_stage.fill(QStringLiteral("field_quote1"), QStringLiteral("48400"));
    m_stage.fill(QStringLiteral("field_quote2_by"), QStringLiteral("有限会社港印刷所"));
    m_stage.fill(QStringLiteral("field_quote2"), QStringLiteral("52800"));
    m_stage.fill(QStringLiteral("field_purpose"), QStringLiteral("窓口で渡す封筒の在庫が年度末までもたないため。"));
    m_stage.settle(900);
    m_stage.picture(QStringLiteral("commitment-filled"));
    submit(QStringLiteral("field_purpose"));
    m_stage.picture(QStringLiteral("commitment-filed"));
}

/// Of three days of leave that were decided the clerk gives one back; both the draft and the days on the way are shown.
void Tour::cancelADay()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Giving back one day of a leave"));
    signIn(m_findings.clerk);
    goTo(QStringLiteral("new:leave"));
    m_stage.settle(400);
    const QDate first = freeDuty(nextSaturday().addDays(23), 3);
    const auto written = [](const QDate &day) { return day.toString(QStringLiteral("yyyy/M/d")); };
    m_stage.fill(QStringLiteral("field_from"), written(first));
    m_stage.fill(QStringLiteral("field_until"), written(first.addDays(2)));
    const CaseId id = submit(QStringLiteral("field_from"));
    if (!m_stage.ok())
        return;
    const QString number = shown()->record.number;
    std::vector<Person> deciders;
    for (const StepView &step : shown()->route) {
        if (step.no > 0 && (step.kind == StepKind::Review || step.kind == StepKind::Decide))
            deciders.push_back(holderOf(step.assignments.front().title, step.assignments.front().holders.value(0)));
    }
    for (const Person &decider : deciders) {
        signIn(decider);
        goTo(QStringLiteral("tray"));
        approveQuietly(id, number);
    }
    signIn(m_findings.clerk);
    goTo(QStringLiteral("own"));
    choose(id, number);
    m_stage.click(QStringLiteral("draftCancellationButton"));
    m_stage.settle(800);
    m_stage.fill(QStringLiteral("cancellationReason"), QStringLiteral("用務が早く済んだため。"));
    m_stage.fill(QStringLiteral("cancelledFrom"), written(first.addDays(2)));
    m_stage.settle(800);
    m_stage.picture(QStringLiteral("cancellation-of-a-day"));
    m_stage.press(Qt::Key_Return, Qt::ControlModifier);
    m_stage.waitFor(QStringLiteral("the cancellation is filed"), [this, id] {
        return shown() && shown()->record.id != id && shown()->verified.state.state == CaseState::Running
            && shown()->mine;
    });
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("cancellation-of-a-day-filed"));
    goTo(QStringLiteral("month"));
    m_stage.settle(300);
    for (int months = 12 * (first.year() - m_window->session()->info().today.year()) + first.month()
             - m_window->session()->info().today.month();
         months > 0; --months)
        m_stage.press(Qt::Key_PageDown);
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("month-with-a-cancellation"));
}

} // namespace kessai::tour
