// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tour.h"
#include "ui/shell/desksession.h"
#include "ui/shell/mainwindow.h"
#include "ui/tray/casemodel.h"

#include <QLabel>

namespace kessai::tour {

/// This evening's work is ordered, reported, with a minute too many first, and confirmed by whoever ordered it.
void Tour::reportWork()
{
    if (!m_stage.ok() || atServer())
        return;
    m_stage.say(QStringLiteral("Reporting overtime that was worked"));
    signIn(m_findings.clerk);
    const Order order{m_window->session()->info().today,
                      QStringLiteral("22:00"),
                      QStringLiteral("23:30"),
                      {},
                      QStringLiteral("大雨に備えた避難所の開設準備"),
                      QStringLiteral("disaster"),
                      QStringLiteral("大雨警報が発表される見込みのため。")};
    const CaseId ordered = fileShort(order);
    const QString number = m_stage.ok() ? shown()->record.number : QString();
    for (const Person &approver : m_findings.approvers) {
        signIn(approver);
        goTo(QStringLiteral("tray"));
        approveQuietly(ordered, number);
    }

    signIn(m_findings.clerk);
    goTo(QStringLiteral("new:overtime_result"));
    m_stage.settle(400);
    m_stage.fill(QStringLiteral("field_day"), QStringLiteral("%1/%2").arg(order.day.month()).arg(order.day.day()));
    m_stage.fill(QStringLiteral("field_start"), order.start);
    m_stage.fill(QStringLiteral("field_end"), QStringLiteral("23:45"));
    m_stage.fill(QStringLiteral("field_work_item"), order.work);
    m_stage.settle(800);
    m_stage.picture(QStringLiteral("result-not-ordered"));
    m_stage.fill(QStringLiteral("field_end"), QStringLiteral("22:40"));
    m_stage.fill(QStringLiteral("field_start2"), QStringLiteral("22:50"));
    m_stage.fill(QStringLiteral("field_end2"), QStringLiteral("23:30"));
    m_stage.fill(QStringLiteral("field_log_until"), QStringLiteral("23:36"));
    m_stage.settle(800);
    m_stage.picture(QStringLiteral("result-filled"));
    const CaseId reported = submit(QStringLiteral("field_work_item"));
    const QString itsNumber = m_stage.ok() ? shown()->record.number : QString();

    signIn(m_findings.approvers.back());
    goTo(QStringLiteral("tray"));
    choose(reported, itsNumber);
    m_stage.settle(600);
    m_stage.picture(QStringLiteral("result-to-confirm"));
    approveQuietly(reported, itsNumber);
}

/// Approves what is chosen in the tray, without pictures.
void Tour::approveQuietly(CaseId id, const QString &number)
{
    choose(id, number);
    m_stage.waitFor(QStringLiteral("%1 may be approved").arg(number),
                    [this] { return shown() && shown()->acts.approve; });
    m_stage.click(QStringLiteral("approveButton"));
    m_stage.waitFor(QStringLiteral("%1 leaves the tray").arg(number),
                    [this, id] { return list() && !list()->loading() && !list()->rowOf(id); });
}

} // namespace kessai::tour
