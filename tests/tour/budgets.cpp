// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tour.h"
#include "ui/accounting/budgetpage.h"
#include "ui/shell/mainwindow.h"

#include <QTableView>

namespace kessai::tour {

/// The clerk looks at the lines of their section and at what is behind one, finance at those of everybody.
void Tour::seeBudget()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Looking at the budget as %1").arg(m_findings.clerk.name));
    signIn(m_findings.clerk);
    goTo(QStringLiteral("budget"));
    const auto lines = [this] {
        const auto *table = m_stage.window()->findChild<QTableView *>(QStringLiteral("budgetTable"));
        return table && table->model()->rowCount() > 0;
    };
    m_stage.waitFor(QStringLiteral("the lines of the section"), lines);
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("budget"));
    m_stage.press(Qt::Key_Return);
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("budget-cases"));
    if (atServer())
        return; // a trial office alone suggests whom to be
    signIn(suggested(QStringLiteral("財政課長")));
    goTo(QStringLiteral("budget"));
    m_stage.waitFor(QStringLiteral("the lines of everybody"), lines);
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("budget-finance"));
}

} // namespace kessai::tour
