// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tour.h"
#include "ui/cases/casepanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/officepage.h"
#include "ui/shell/peopledelegate.h"
#include "ui/tray/casemodel.h"

#include <QDialog>
#include <QDir>
#include <QListView>
#include <QMenu>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

namespace kessai::tour {

/// What is done when somebody is not there, or not asked yet: reminding, adding to the route, pulling up, reading afterwards, and
/// deciding in an absent decider's place; and how it is printed.
void Tour::actOutOfTurn()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Reminding, and acting out of turn"));
    signIn(m_findings.clerk);
    const CaseId id = fileShort({nextSaturday().addDays(7),
                                 QStringLiteral("09:00"),
                                 QStringLiteral("12:00"),
                                 {},
                                 QStringLiteral("防災訓練の会場準備"),
                                 QStringLiteral("event"),
                                 QStringLiteral("訓練が土曜日に行われるため。")});
    const QString number = m_stage.ok() ? shown()->record.number : QString();
    m_stage.focus(QStringLiteral("commentEdit"));
    m_stage.type(QStringLiteral("会場の予約が今週までです。"));
    m_stage.click(QStringLiteral("remindButton"));
    m_stage.waitFor(QStringLiteral("the reminder is on the record"),
                    [this] { return shown() && shown()->history.back().code == QLatin1String("reminded"); });
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("reminded"));

    signIn(m_findings.approvers.front());
    goTo(QStringLiteral("tray"));
    choose(id, number);
    m_stage.waitFor(QStringLiteral("the case with its reminder"),
                    [this] { return shown() && shown()->history.back().code == QLatin1String("reminded"); });
    m_stage.picture(QStringLiteral("reminder-in-the-tray"));

    signIn(m_findings.approvers.back());
    addSomebody();
    pullUp(id, number);
    signIn(m_findings.approvers.front());
    goTo(QStringLiteral("tray")); // at a server the window has been open, with the case as it was
    choose(id, number);
    m_stage.waitFor(QStringLiteral("the case is to be read afterwards"),
                    [this] { return shown() && shown()->acts.postReview; });
    m_stage.picture(QStringLiteral("to-read-afterwards"));
    m_stage.click(QStringLiteral("approveButton"));
    m_stage.waitFor(QStringLiteral("what was read afterwards leaves the tray"),
                    [this, id] { return list() && !list()->loading() && !list()->rowOf(id); });
    signIn(m_findings.clerk);
    goTo(QStringLiteral("own"));
    choose(id, number);
    showHistory(QStringLiteral("out-of-turn"));
    savePdf(QStringLiteral("out-of-turn.pdf"));
    if (!atServer()) {
        cancelDecided(id, number);
        standIn();
    }
}

/// What was decided is cancelled by a decision of its own: drafted from the case, which asks for a reason, filed, and decided by the same people.
void Tour::cancelDecided(CaseId id, const QString &number)
{
    m_stage.say(QStringLiteral("Cancelling what was decided"));
    m_stage.click(QStringLiteral("draftCancellationButton"));
    m_stage.settle(800);
    m_stage.fill(QStringLiteral("cancellationReason"), QStringLiteral("訓練が台風で中止になったため。"));
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("cancellation-draft"));
    m_stage.press(Qt::Key_Return, Qt::ControlModifier);
    m_stage.waitFor(QStringLiteral("the cancellation is filed"), [this, id] {
        return shown() && shown()->record.id != id && shown()->verified.state.state == CaseState::Running
            && shown()->mine;
    });
    const CaseId cancelling = m_stage.ok() ? shown()->record.id : id;
    const QString itsNumber = m_stage.ok() ? shown()->record.number : number;
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("cancellation-filed"));
    for (const Person &approver : m_findings.approvers) {
        signIn(approver);
        goTo(QStringLiteral("tray"));
        approveQuietly(cancelling, itsNumber);
    }
    signIn(m_findings.clerk);
    goTo(QStringLiteral("own"));
    choose(id, number);
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("cancelled"));
}

/// The dialog that puts somebody else into the route, looked at and left.
void Tour::addSomebody()
{
    goTo(QStringLiteral("tray"));
    m_stage.focus(QStringLiteral("caseTable"));
    m_stage.press(Qt::Key_Home);
    m_stage.waitFor(QStringLiteral("an item of the tray opens"), [this] { return shown() && shown()->acts.addStep; });
    m_stage.settle(300);
    m_stage.click(QStringLiteral("moreActsButton"));
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("more-acts"));
    if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
        auto *add = menu->findChild<QAction *>(QStringLiteral("addStepAction"));
        menu->close();
        if (add)
            add->trigger();
    }
    m_stage.waitFor(QStringLiteral("the dialog that adds somebody to the route"),
                    [] { return qobject_cast<QDialog *>(QApplication::activeModalWidget()) != nullptr; });
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("add-to-the-route"));
    if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
        dialog->reject();
    m_stage.settle();
    m_window->activateWindow();
}

/// The decider acts before the reviewer has.
void Tour::pullUp(CaseId id, const QString &number)
{
    goTo(QStringLiteral("all"));
    choose(id, number);
    m_stage.waitFor(QStringLiteral("the case may be pulled up"), [this] { return shown() && shown()->acts.pullUp; });
    m_stage.focus(QStringLiteral("commentEdit"));
    m_stage.type(QStringLiteral("係長が出張中のため、先に決裁します。"));
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("pull-up"));
    m_stage.click(QStringLiteral("approveButton"));
    m_stage.waitFor(QStringLiteral("the case is decided"), [this, id] {
        return shown() && shown()->record.id == id && shown()->verified.state.state == CaseState::Decided;
    });
}

/// In the trial office: the person whom the sign-in page suggests with a word; nobody with a login where it suggests none.
Person Tour::suggested(const QString &word)
{
    signOut();
    auto *people = m_stage.find<QListView>(QStringLiteral("peopleList"));
    if (!people)
        return {};
    m_stage.fill(QStringLiteral("personFind"), {});
    m_stage.waitFor(QStringLiteral("all people of the trial office"),
                    [people] { return people->model()->rowCount() > 1; });
    m_stage.settle(400);
    for (int row = 0; row < people->model()->rowCount(); ++row) {
        const QModelIndex who = people->model()->index(row, 0);
        if (who.data(PeopleDelegate::SecondLineRole).toString().contains(word))
            return {who.data(PeopleDelegate::LoginRole).toString(), who.data().toString(), {}};
    }
    m_stage.fail(QStringLiteral("somebody suggested with \"%1\"").arg(word));
    return {};
}

/// In the trial office: the person whom the sign-in page suggests for deciding in somebody's place does so.
void Tour::standIn()
{
    const Person who = suggested(QStringLiteral("代決"));
    if (!m_stage.ok())
        return;
    signIn(who);
    const auto offered = [this] { return shown() && shown()->acts.standIn; };
    m_stage.focus(QStringLiteral("caseTable"));
    for (int row = 0; m_stage.ok() && !offered() && row < list()->rowCount(); ++row) {
        m_stage.press(Qt::Key_Down);
        m_stage.settle(400);
    }
    m_stage.waitFor(QStringLiteral("a case to decide in somebody's place"), offered);
    m_stage.settle(300);
    m_stage.picture(QStringLiteral("stand-in"));
    if (!m_stage.ok())
        return;
    const CaseId id = shown()->record.id;
    const QString number = shown()->record.number;
    m_stage.click(QStringLiteral("approveButton"));
    m_stage.waitFor(QStringLiteral("the case decided in somebody's place leaves the tray"),
                    [this, id] { return list() && !list()->loading() && !list()->rowOf(id); });
    goTo(QStringLiteral("decided"));
    choose(id, number);
    m_stage.picture(QStringLiteral("decided-as-stand-in"));
    savePdf(QStringLiteral("stand-in.pdf"));
}

void Tour::showHistory(const QString &name)
{
    m_stage.picture(name);
    if (auto *tabs = m_stage.find<QTabWidget>(QStringLiteral("caseTabs"))) {
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(2).center());
        m_stage.settle(200);
        m_stage.picture(name + QLatin1String("-history"));
    }
}

} // namespace kessai::tour
