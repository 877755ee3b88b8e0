// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tour.h"

#include "app/composition.h"
#include "ui/cases/casepanel.h"
#include "ui/shell/desksession.h"
#include "ui/shell/officepage.h"
#include "ui/shell/peopledelegate.h"
#include "ui/shell/signinpage.h"
#include "ui/tray/casemodel.h"
#include "ui/tray/casespage.h"
#include "ui/widgets/navigationlist.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QTabBar>
#include <QTableView>
#include <QTest>

namespace kessai::tour {

Tour::Tour(Composition &composition, TourPlan plan)
    : m_composition(composition), m_plan(std::move(plan)), m_stage(m_plan.folder)
{
}

Tour::~Tour() = default;

struct Tour::Scene {
    const char *name;
    void (Tour::*act)();
};

/// What comes after the main job and needs nothing of it.
const Tour::Scene Tour::kScenes[] = {
    {"weekend-duty", &Tour::fileWeekendDuty},
    {"remedies", &Tour::seeRemedies},
    {"calendars", &Tour::seeCalendars},
    {"budget", &Tour::seeBudget},
    {"examination", &Tour::seeExamination},
    {"payments", &Tour::seePayments},
    {"meetings", &Tour::holdMeeting},
    {"handover", &Tour::seeHandover},
    {"payees", &Tour::seePayees},
    {"settings", &Tour::seeSettings},
    {"organisation", &Tour::seeOrganisation},
    {"confidential", &Tour::seeConfidential},
    {"hour", &Tour::fileAnHour},
    {"leaves", &Tour::seeLeaves},
    {"colleague", &Tour::fileForColleague},
    {"commitment", &Tour::fileCommitment},
    {"cancellation", &Tour::cancelADay},
    {"forms", &Tour::seeForms},
};

bool Tour::run()
{
    openFirst();
    fileMainCase();
    waitForNews();
    approveByKeyboard(m_findings.approvers.empty() ? Person() : m_findings.approvers.front(),
                      QStringLiteral("first-approver"),
                      QStringLiteral("年末調整の準備のため、やむを得ないと認めます。"));
    decide();
    openDecided();
    printDecided();
    viewAttachment();
    returnAndResubmit();
    approveSeveral();
    search();
    actOutOfTurn();
    reportWork();
    registerAbsence();
    if (m_plan.looks) {
        for (const Scene &scene : kScenes)
            (this->*scene.act)();
        showLooks();
    }
    return m_stage.ok();
}

bool Tour::runOnly(const QString &scene)
{
    openFirst();
    for (const Scene &one : kScenes) {
        if (scene == QLatin1String(one.name))
            (this->*one.act)();
    }
    return m_stage.ok();
}

QStringList Tour::scenes()
{
    QStringList names;
    for (const Scene &scene : kScenes)
        names += QLatin1String(scene.name);
    return names;
}

bool Tour::atServer() const
{
    return !m_plan.office.startsWith(QLatin1String("sqlite:"));
}

MainWindow &Tour::window() const
{
    return *m_window;
}

/// The sign-in page as the program opens it, and the clerk.
void Tour::openFirst()
{
    m_stage.say(QStringLiteral("Signing in to %1").arg(m_plan.office));
    signIn({m_plan.clerk, {}, {}});
    if (!m_stage.ok())
        return;
    m_findings.clerk = me();
    m_stage.say(QStringLiteral("Signed in as %1 (%2)").arg(m_findings.clerk.name, m_findings.clerk.post));
    m_stage.picture(QStringLiteral("clerk-tray"));
    goTo(QStringLiteral("own"));
    if (const CaseModel *model = list(); model && model->rowCount() > 0)
        m_stage.waitFor(QStringLiteral("the first of the clerk's own requests opens"),
                        [this] { return shown() != nullptr; });
    m_stage.picture(QStringLiteral("clerk-own-requests"));
    goTo(QStringLiteral("new"));
    m_stage.picture(QStringLiteral("new-request"));
    m_stage.type(QStringLiteral("だいきゅう"));
    m_stage.settle();
    m_stage.picture(QStringLiteral("new-request-found"));
}

void Tour::signIn(const Person &who)
{
    if (!m_stage.ok())
        return;
    if (atServer())
        signInServer(who);
    else
        signInTrial(who);
    if (!m_stage.ok())
        return;
    m_stage.waitFor(QStringLiteral("the list of what waits for %1").arg(who.name),
                    [this] { return list() && list()->total().has_value() && !list()->loading(); });
    m_stage.settle();
}

void Tour::signInTrial(const Person &who)
{
    const bool first = m_windows.empty();
    if (first) {
        m_windows[{}] = m_composition.makeWindow();
        m_window = m_windows[{}].get();
        m_window->signInPage()->setLogin(who.login);
        m_window->signInPage()->setOffice(m_plan.office);
        m_stage.enter(m_window);
    } else {
        signOut();
    }
    auto *people = m_stage.find<QListView>(QStringLiteral("peopleList"));
    m_stage.waitFor(QStringLiteral("the people of the trial office"),
                    [people] { return people->model()->rowCount() > 0; });
    if (first) {
        m_stage.settle(300);
        m_stage.picture(QStringLiteral("sign-in"));
        if (auto *kinds = m_stage.find<QTabBar>(QStringLiteral("signInKind"))) {
            QTest::mouseClick(kinds, Qt::LeftButton, {}, kinds->tabRect(1).center());
            m_stage.settle(200);
            m_stage.picture(QStringLiteral("sign-in-server"));
            QTest::mouseClick(kinds, Qt::LeftButton, {}, kinds->tabRect(0).center());
            m_stage.settle(100);
        }
    }
    if (!who.name.isEmpty()) {
        m_stage.fill(QStringLiteral("personFind"), who.name);
        const auto chosen = [people, &who] {
            const QModelIndex index = people->currentIndex();
            return index.isValid()
                && (who.login.isEmpty() ? index.data().toString() == who.name
                                        : index.data(PeopleDelegate::LoginRole).toString() == who.login);
        };
        m_stage.settle(400);
        m_stage.focus(QStringLiteral("peopleList"));
        // Namesakes stand below each other.
        for (int i = 0; i < 5 && m_stage.ok() && !chosen(); ++i)
            m_stage.press(Qt::Key_Down);
        m_stage.waitFor(QStringLiteral("%1 among the people to be").arg(who.name), chosen, 5'000);
    } else {
        m_stage.focus(QStringLiteral("peopleList"));
    }
    m_stage.press(Qt::Key_Return);
    m_stage.waitFor(QStringLiteral("the office opens for %1").arg(who.name),
                    [this] { return m_window->officePage() != nullptr; });
}

void Tour::signInServer(const Person &who)
{
    if (const auto there = m_windows.find(who.login); there != m_windows.end()) {
        m_window = there->second.get();
        m_stage.enter(m_window);
        return;
    }
    auto made = m_composition.makeWindow();
    m_window = made.get();
    m_windows[who.login] = std::move(made);
    m_window->signInPage()->setOffice(m_plan.office);
    m_stage.enter(m_window);
    m_stage.fill(QStringLiteral("loginEdit"), who.login);
    m_stage.fill(QStringLiteral("passwordEdit"), m_plan.password);
    if (m_windows.size() == 1)
        m_stage.picture(QStringLiteral("sign-in"));
    m_stage.press(Qt::Key_Return);
    m_stage.waitFor(QStringLiteral("the server lets %1 in").arg(who.login),
                    [this] { return m_window->officePage() != nullptr; });
}

void Tour::signOut()
{
    if (!m_window || !m_window->officePage())
        return;
    m_stage.clickMenu(QStringLiteral("personButton"), [this](QWidget *) {
        m_stage.press(Qt::Key_Up); // the last entry
        m_stage.press(Qt::Key_Return);
    });
    m_stage.waitFor(QStringLiteral("the sign-in page after signing out"), [this] { return !m_window->officePage(); });
    m_stage.settle();
}

Person Tour::me() const
{
    const DeskInfo &info = m_window->session()->info();
    const auto post = info.office->primaryPost(info.me.id);
    return {info.me.login, info.me.name(), post ? postLabel(*info.office, *post) : QString()};
}

Person Tour::holderOf(const QString &post, const QString &name) const
{
    const Office &office = *m_window->session()->info().office;
    for (const Staff &staff : office.allStaff()) {
        for (PostId held : office.postsOf(staff.id)) {
            if (staff.name() == name && postLabel(office, held) == post)
                return {staff.login, name, post};
        }
    }
    return {};
}

void Tour::goTo(const QString &place)
{
    auto *navigation = m_stage.find<NavigationList>(QStringLiteral("navigation"));
    if (!navigation)
        return;
    if (place.startsWith(QLatin1String("new:")))
        return chooseForm(place.mid(4));
    if (!navigation->has(place)) {
        m_stage.fail(QStringLiteral("\"%1\" in the navigation").arg(place));
        return;
    }
    navigation->reveal(place); // it may be folded away
    QTest::mouseClick(navigation->viewport(), Qt::LeftButton, {}, navigation->placeRect(place).center());
    // Forms and the pages of the office have no list.
    if (window().officePage()->cases()->isVisible())
        waitForList(place);
    else
        m_stage.settle();
}

/// With the keyboard alone: what the form is called is typed.
void Tour::chooseForm(const QString &code)
{
    m_stage.press(Qt::Key_N, Qt::ControlModifier);
    m_stage.focus(QStringLiteral("formFind"));
    QString name;
    for (const FormDefinition &form : m_window->session()->info().forms) {
        if (form.code == code)
            name = form.name.ja;
    }
    m_stage.type(name);
    m_stage.press(Qt::Key_Return);
    m_stage.find<QWidget>(QStringLiteral("composePage"));
    const auto *title = m_stage.find<QLabel>(QStringLiteral("pageTitle"));
    m_stage.waitFor(QStringLiteral("the form %1").arg(name), [this, title, &name] {
        return title->text().startsWith(name) || m_composition.translations().language() != Language::Japanese;
    });
    m_stage.settle();
}

CaseModel *Tour::list() const
{
    const auto *table = m_window->findChild<QTableView *>(QStringLiteral("caseTable"));
    return table ? qobject_cast<CaseModel *>(table->model()) : nullptr;
}

void Tour::waitForList(const QString &which)
{
    m_stage.settle(30);
    // Long lists are not counted.
    m_stage.waitFor(QStringLiteral("the list \"%1\"").arg(which), [this] {
        return list() && (list()->total().has_value() || list()->rowCount() > 0) && !list()->loading();
    });
    m_stage.settle();
}

/// Walks to a case with the arrow keys; it opens beside the list.
void Tour::choose(CaseId id, const QString &number)
{
    m_stage.waitFor(QStringLiteral("%1 in the list").arg(number),
                    [&] { return list() && list()->rowOf(id).has_value(); });
    auto *table = m_stage.find<QTableView>(QStringLiteral("caseTable"));
    if (!table)
        return;
    m_stage.focus(QStringLiteral("caseTable"));
    for (int i = 0; i < 300 && m_stage.ok(); ++i) {
        const int wanted = list()->rowOf(id).value_or(0);
        const int now = table->currentIndex().row();
        if (now == wanted && table->selectionModel()->isRowSelected(wanted, {}))
            break;
        // On the row but not chosen (another came in above it): a step away and back chooses it.
        m_stage.press(now < wanted || (now == wanted && now == 0) ? Qt::Key_Down : Qt::Key_Up);
    }
    waitForCase(id);
}

void Tour::waitForCase(CaseId id)
{
    m_stage.waitFor(QStringLiteral("the case opens beside the list"), [this, id] {
        return shown() && shown()->record.id == id && m_window->officePage()->cases()->panel()->currentCase() == id;
    });
    m_stage.settle(250);
}

const CaseView *Tour::shown() const
{
    return m_window && m_window->officePage() ? m_window->officePage()->cases()->panel()->view() : nullptr;
}

} // namespace kessai::tour
