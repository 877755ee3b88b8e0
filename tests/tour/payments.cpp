// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tour.h"
#include "ui/accounting/paymentpage.h"
#include "ui/shell/mainwindow.h"

#include <QFileInfo>
#include <QTableView>

namespace kessai::tour {

/// The clerk sees what of their section is not paid yet; the accounting section writes the bank's file of a day by keys.
void Tour::seePayments()
{
    if (!m_stage.ok() || atServer())
        return; // a trial office alone suggests whom to be
    m_stage.say(QStringLiteral("Paying as the accounting section"));
    signIn(m_findings.clerk);
    goTo(QStringLiteral("unpaid"));
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("unpaid"));
    signIn(suggested(QStringLiteral("会計課長")));
    goTo(QStringLiteral("payments"));
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("payments"));
    const auto *places = m_stage.find<QTableView>(QStringLiteral("paymentPlaces"));
    if (!places || places->model()->rowCount() == 0)
        return;
    const QString path = m_scratch.filePath(QStringLiteral("furikomi.txt"));
    m_stage.answerSavePath(path);
    m_stage.focus(QStringLiteral("paymentPlaces"));
    m_stage.press(Qt::Key_Return);
    m_stage.settle(1500);
    m_stage.picture(QStringLiteral("payments-prepared"));
    const QWidget *question = m_stage.window()->findChild<QWidget *>(QStringLiteral("paymentCard"));
    if (!question->isVisible())
        return; // nothing of it may be paid
    m_stage.press(Qt::Key_Return);
    m_stage.waitFor(QStringLiteral("the bank's file"), [&path] { return QFileInfo::exists(path); });
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("payments-written"));
    m_stage.press(Qt::Key_Return, Qt::ControlModifier);
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("payments-confirm"));
    m_stage.press(Qt::Key_Return);
    m_stage.settle(800);
    m_stage.picture(QStringLiteral("payments-paid"));
    goTo(QStringLiteral("decided"));
    m_stage.fill(QStringLiteral("searchField"), QStringLiteral("燃料"));
    m_stage.press(Qt::Key_Return);
    m_stage.settle(1200);
    m_stage.picture(QStringLiteral("decided-and-paid"));
}

} // namespace kessai::tour
