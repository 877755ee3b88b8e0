// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "tests/tour/tour.h"
#include "ui/cases/casepanel.h"
#include "ui/pdf/documentpresenter.h"
#include "ui/pdf/documentview.h"
#include "ui/shell/desksession.h"
#include "ui/shell/officepage.h"
#include "ui/tray/bulkpanel.h"
#include "ui/tray/casemodel.h"
#include "ui/tray/casespage.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

namespace kessai::tour {

namespace {

// A second window sees something new within ten seconds by itself, and at once when it comes to the front; some of that
// time goes into reading the list.
constexpr int kNewsMs = 12'000;
constexpr int kActivationMs = 3'000;
constexpr int kSeveral = 4;

} // namespace

/// At a server: the window of the next approver, untouched, shows the new item by itself.
void Tour::waitForNews()
{
    if (!m_stage.ok() || !atServer())
        return;
    QElapsedTimer since;
    since.start();
    MainWindow *mine = std::exchange(m_window, m_windows[m_findings.approvers.front().login].get());
    m_stage.waitFor(
        QStringLiteral("the next approver's window shows the new item without a key"),
        [this] { return list() && list()->rowOf(m_case).has_value(); }, kNewsMs);
    m_findings.newsAfterMs = since.elapsed();
    m_window = mine;
    m_stage.say(
        QStringLiteral("The next approver's window showed it by itself after %1 ms").arg(*m_findings.newsAfterMs));
}

/// Approves the case as somebody the route asked, without touching the mouse.
void Tour::approveByKeyboard(const Person &who, const QString &role, const QString &comment)
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Approving as %1 (%2), keyboard alone").arg(who.name, who.post));
    signIn(who);
    m_stage.waitFor(QStringLiteral("the keyboard in the list of %1 after signing in").arg(who.name), [this] {
        return QApplication::focusWidget() == m_window->findChild<QTableView *>(QStringLiteral("caseTable"));
    });
    m_stage.picture(role + QLatin1String("-tray"));
    choose(m_case, m_findings.caseNumber);
    m_stage.waitFor(QStringLiteral("%1 is asked to approve").arg(who.name),
                    [this] { return shown() && shown()->acts.approve; });
    m_stage.settle(300);
    m_stage.picture(role + QLatin1String("-case"));
    m_stage.press(Qt::Key_Return);  // from the list to the acts
    m_stage.press(Qt::Key_Backtab); // and one back, to the comment
    m_stage.type(comment);
    m_stage.settle(150);
    m_stage.picture(role + QLatin1String("-comment"));
    m_stage.press(Qt::Key_Return, Qt::ControlModifier);
    m_stage.waitFor(QStringLiteral("the act of %1 is recorded and the case leaves the tray").arg(who.name),
                    [this] { return list() && !list()->loading() && !list()->rowOf(m_case); });
    if (m_stage.ok() && list()->rowCount() > 0) {
        m_stage.waitFor(QStringLiteral("the next item opens by itself"), [this] {
            return shown() && shown()->record.id != m_case
                && m_window->officePage()->cases()->panel()->currentCase() == shown()->record.id;
        });
    }
    m_stage.settle(300);
    m_stage.picture(role + QLatin1String("-next"));
}

void Tour::decide()
{
    if (!m_stage.ok())
        return;
    if (atServer()) {
        // Their window has been open all the time; bringing it to the front is enough.
        QElapsedTimer since;
        since.start();
        signIn(m_findings.approvers.back());
        m_stage.waitFor(
            QStringLiteral("the decider's window shows the item at once when it comes to the front"),
            [this] { return list() && list()->rowOf(m_case).has_value(); }, kActivationMs);
        m_findings.newsOnActivationMs = since.elapsed();
    }
    approveByKeyboard(m_findings.approvers.back(), QStringLiteral("decider"),
                      QStringLiteral("振替休日を早めに取らせること。"));
}

void Tour::openDecided()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Opening the decided case as %1").arg(m_findings.clerk.name));
    signIn(m_findings.clerk);
    goTo(QStringLiteral("decided"));
    choose(m_case, m_findings.caseNumber);
    if (m_stage.ok() && (shown()->verified.state.state != CaseState::Decided || !shown()->verified.sound()))
        m_stage.fail(QStringLiteral("%1 is decided and its record proves itself").arg(m_findings.caseNumber));
    m_stage.picture(QStringLiteral("decided-case"));
    if (auto *tabs = m_stage.find<QTabWidget>(QStringLiteral("caseTabs"))) {
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(2).center());
        m_stage.settle(200);
        m_stage.picture(QStringLiteral("history"));
    }
}

void Tour::printDecided()
{
    m_findings.pdf = savePdf(QStringLiteral("decided.pdf"));
}

/// The form of the case that is shown, beside the pictures.
QString Tour::savePdf(const QString &name)
{
    if (!m_stage.ok())
        return {};
    const QString path = QDir(m_plan.folder.isEmpty() ? m_scratch.path() : m_plan.folder).filePath(name);
    QFile::remove(path);
    m_stage.answerSavePath(path);
    m_stage.click(QStringLiteral("pdfButton"));
    m_stage.waitFor(QStringLiteral("the form is written to %1").arg(path),
                    [&path] { return QFileInfo(path).size() > 0; });
    m_stage.say(QStringLiteral("Saved the form as %1").arg(path));
    return path;
}

void Tour::viewAttachment()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Looking at the attachment"));
    auto *tabs = m_stage.find<QTabWidget>(QStringLiteral("caseTabs"));
    if (!tabs)
        return;
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
    m_stage.settle();
    if (auto *files = m_stage.find<QListWidget>(QStringLiteral("attachmentList"))) {
        if (files->count() != 1)
            m_stage.fail(QStringLiteral("one attached file"));
        else
            QTest::mouseClick(files->viewport(), Qt::LeftButton, {}, files->visualItemRect(files->item(0)).center());
    }
    auto *document = m_window->findChild<DocumentView *>();
    m_stage.waitFor(
        QStringLiteral("the attached page is drawn"),
        [document] {
            return document && document->isVisible() && document->presenter().state() == DocumentPresenter::State::Ready
                && !document->presenter().isWaiting();
        },
        30'000);
    m_stage.settle(400);
    m_stage.picture(QStringLiteral("attachment"));
    m_stage.click(QStringLiteral("attachmentBack"));
    m_stage.settle();
}

/// A second request comes back with a reason, is corrected and filed again.
void Tour::returnAndResubmit()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Returning a request with a reason, correcting it and filing it again"));
    const Order order{nextSaturday().addDays(1),
                      QStringLiteral("13:00"),
                      QStringLiteral("17:00"),
                      {},
                      QStringLiteral("窓口の引っ越し作業"),
                      QStringLiteral("event"),
                      QStringLiteral("閉庁日にしか動かせないため。")};
    const CaseId id = fileShort(order);
    const QString number = m_stage.ok() ? shown()->record.number : QString();
    signIn(m_findings.approvers.front());
    choose(id, number);
    m_stage.click(QStringLiteral("returnButton")); // without a reason the box asks for one
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("reason-missing"));
    m_stage.focus(QStringLiteral("commentEdit"));
    m_stage.type(QStringLiteral("何人で作業するのか、勤務内容に書いてください。"));
    m_stage.press(Qt::Key_Return, Qt::ControlModifier); // does what was chosen
    m_stage.waitFor(QStringLiteral("the returned request leaves the tray"),
                    [this, id] { return list() && !list()->loading() && !list()->rowOf(id); });

    signIn(m_findings.clerk);
    goTo(QStringLiteral("attention"));
    choose(id, number);
    m_stage.picture(QStringLiteral("returned-to-me"));
    m_stage.click(QStringLiteral("editButton"));
    m_stage.waitFor(QStringLiteral("the returned request can be corrected"), [this] {
        const auto *page = m_window->findChild<QWidget *>(QStringLiteral("composePage"));
        return page && page->isVisible();
    });
    m_stage.settle(500);
    m_stage.fill(QStringLiteral("field_work_item"), QStringLiteral("窓口の引っ越し作業（職員6人、机と書庫の移動）"));
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("correcting"));
    submit();
    if (m_stage.ok() && shown()->verified.state.round != 2)
        m_stage.fail(QStringLiteral("the corrected request runs in its second round"));
    m_stage.picture(QStringLiteral("resubmitted"));
}

void Tour::approveSeveral()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Approving several at once as %1").arg(m_findings.approvers.back().name));
    signIn(m_findings.approvers.back());
    goTo(QStringLiteral("tray"));
    if (m_stage.ok() && list()->rowCount() < kSeveral) {
        m_stage.fail(
            QStringLiteral("at least %1 items waiting for %2").arg(kSeveral).arg(m_findings.approvers.back().name));
        return;
    }
    m_stage.focus(QStringLiteral("caseTable"));
    m_stage.press(Qt::Key_Home, Qt::ControlModifier);
    for (int i = 1; i < kSeveral; ++i)
        m_stage.press(Qt::Key_Down, Qt::ShiftModifier);
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("several-chosen"));
    auto *panel = m_window->findChild<BulkPanel *>();
    m_stage.waitFor(QStringLiteral("the chosen cases are looked through"), [panel] { return panel->ready(); });
    m_stage.picture(QStringLiteral("several-looked-through"));
    auto *chosen = m_stage.find<QListWidget>(QStringLiteral("bulkList"));
    for (int i = 0; m_stage.ok() && i < chosen->count(); ++i) // with what is remarkable, which may be all of them
        if (chosen->item(i)->flags().testFlag(Qt::ItemIsUserCheckable))
            chosen->item(i)->setCheckState(Qt::Checked);
    m_stage.settle(200);
    m_stage.click(QStringLiteral("bulkApproveButton"));
    m_stage.settle(200);
    m_stage.picture(QStringLiteral("several-asked"));
    m_stage.press(Qt::Key_Return);
    auto *results = m_stage.find<QListWidget>(QStringLiteral("bulkList"));
    m_stage.waitFor(QStringLiteral("a result for each of the chosen cases"), [results, panel] {
        bool all = results->count() == kSeveral && !panel->running();
        for (int i = 0; i < results->count(); ++i)
            all = all && !results->item(i)->icon().isNull();
        return all;
    });
    m_stage.settle(500);
    m_stage.picture(QStringLiteral("several-approved"));
}

void Tour::search()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Searching"));
    m_stage.press(Qt::Key_F, Qt::ControlModifier);
    m_stage.type(m_findings.caseNumber);
    m_stage.waitFor(QStringLiteral("the search finds %1 and nothing else").arg(m_findings.caseNumber), [this] {
        return list() && list()->query().text == m_findings.caseNumber && !list()->loading() && list()->rowCount() == 1
            && list()->rowOf(m_case).has_value();
    });
    m_stage.press(Qt::Key_A, Qt::ControlModifier);
    m_stage.type(QStringLiteral("年末調整"));
    m_stage.waitFor(QStringLiteral("the search for 年末調整 finds the case among others"), [this] {
        return list() && list()->query().text == QStringLiteral("年末調整") && !list()->loading()
            && list()->rowOf(m_case).has_value();
    });
    m_stage.settle(200);
    choose(m_case, m_findings.caseNumber);
    m_stage.picture(QStringLiteral("search"));
}

void Tour::showLooks()
{
    if (!m_stage.ok())
        return;
    m_stage.say(QStringLiteral("Dark, high contrast, English"));
    const Appearance before = m_composition.theme().appearance();
    const auto look = [this, &before](ThemeChoice choice) {
        m_composition.theme().apply({choice, before.font, before.textPercent});
        m_stage.settle(300);
    };
    signIn(m_findings.approvers.back());
    goTo(QStringLiteral("tray"));
    m_stage.focus(QStringLiteral("caseTable"));
    m_stage.press(Qt::Key_Home, Qt::ControlModifier);
    m_stage.press(Qt::Key_Down);
    m_stage.waitFor(QStringLiteral("an item of the tray opens"), [this] { return shown() != nullptr; });
    look(ThemeChoice::Dark);
    m_stage.picture(QStringLiteral("dark-tray"));
    look(ThemeChoice::HighContrast);
    m_stage.picture(QStringLiteral("high-contrast-tray"));
    look(ThemeChoice::Dark);
    signIn(m_findings.clerk);
    goTo(QStringLiteral("new:leave"));
    m_stage.settle(600);
    m_stage.picture(QStringLiteral("dark-form"));
    goTo(QStringLiteral("own"));
    look(before.theme);

    m_composition.translations().use(Language::English);
    m_windows.clear();
    m_window = nullptr;
    signIn(m_findings.approvers.back());
    m_stage.focus(QStringLiteral("caseTable"));
    m_stage.press(Qt::Key_Home, Qt::ControlModifier);
    m_stage.press(Qt::Key_Down);
    m_stage.waitFor(QStringLiteral("an item of the tray opens"), [this] { return shown() != nullptr; });
    m_stage.settle(400);
    m_stage.picture(QStringLiteral("english-tray"));
    signIn(m_findings.clerk);
    goTo(QStringLiteral("new:overtime"));
    m_stage.settle(600);
    m_stage.picture(QStringLiteral("english-form"));
    goTo(QStringLiteral("own"));
    m_composition.translations().use(Language::Japanese);
}

bool Tour::runScaled(int first)
{
    m_stage.countFrom(first - 1);
    signIn({m_plan.clerk, {}, {}});
    m_stage.waitFor(QStringLiteral("an item of the tray opens"), [this] { return shown() != nullptr; });
    m_stage.settle(600);
    m_stage.picture(QStringLiteral("scaled-tray"));
    goTo(QStringLiteral("late"));
    m_stage.settle(600);
    m_stage.picture(QStringLiteral("scaled-late"));
    for (const char *form : {"draft", "leave", "overtime", "overtime_result", "weekend_duty", "comp_time", "commitment",
                             "commitment_payment", "payment", "inspection"}) {
        goTo(QLatin1String("new:") + QLatin1String(form));
        m_stage.settle(800);
        m_stage.picture(QLatin1String("scaled-") + QLatin1String(form));
        m_stage.click(QStringLiteral("discardButton"));
        m_stage.settle(200);
    }
    goTo(QStringLiteral("absences"));
    m_stage.settle(400);
    m_stage.picture(QStringLiteral("scaled-absence"));
    goTo(QStringLiteral("month"));
    m_stage.settle(400);
    m_stage.picture(QStringLiteral("scaled-month"));
    goTo(QStringLiteral("section"));
    m_stage.settle(400);
    m_stage.picture(QStringLiteral("scaled-section"));
    return m_stage.ok();
}

} // namespace kessai::tour
