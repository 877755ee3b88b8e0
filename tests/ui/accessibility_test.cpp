// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every page owes to those who cannot see it or use no mouse: a name on whatever takes the focus, and a way through with
// Tab alone.
#include "tests/core/meetings/meetingchanges.h"
#include "tests/support/meetingoffice.h"
#include "tests/ui/officetest.h"
#include "ui/cases/attachmentpane.h"
#include "ui/cases/casepanel.h"
#include "ui/meetings/agendatree.h"
#include "ui/shell/appearancedialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/officepage.h"
#include "ui/shell/preferences.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/signinpage.h"
#include "ui/tray/casespage.h"

#include <QAccessible>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai::test {

namespace {

/// No keyring at all.
class NoKeyring final : public SecretStore {
public:
    void read(const QString &, std::function<void(Outcome, const QString &)> done) override
    {
        done(Outcome::NoKeyring, {});
    }
    void write(const QString &, const QString &, std::function<void(Outcome)> done) override
    {
        done(Outcome::NoKeyring);
    }
    void remove(const QString &, std::function<void(Outcome)> done) override { done(Outcome::NoKeyring); }
};

/// A widget as a failing test names it.
std::string nameOf(const QWidget *widget)
{
    QString name = QString::fromLatin1(widget->metaObject()->className());
    if (!widget->objectName().isEmpty())
        name += u" \""_s + widget->objectName() + u'"';
    if (const QWidget *parent = widget->parentWidget())
        name += u" in "_s + QString::fromLatin1(parent->metaObject()->className());
    return name.toStdString();
}

/// What Tab stops at: visible, enabled, and not only a frame around what has the focus.
QList<QWidget *> stops(const QWidget &window)
{
    QList<QWidget *> found;
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (QWidget *one : all) {
        if (one->isVisible() && one->isEnabled() && (one->focusPolicy() & Qt::TabFocus) && !one->focusProxy())
            found.append(one);
    }
    return found;
}

} // namespace

class AccessibilityTest : public OfficeTest {
protected:
    /// Every stop has a name, Tab comes past each of them and back to where it began, Backtab goes the other way.
    void check(QWidget &window, const char *page)
    {
        SCOPED_TRACE(page);
        const QList<QWidget *> all = stops(window);
        ASSERT_FALSE(all.isEmpty());
        for (QWidget *one : all) {
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(one);
            EXPECT_TRUE(spoken && !spoken->text(QAccessible::Name).trimmed().isEmpty()) << nameOf(one);
        }
        walk(window, all, Qt::Key_Tab);
        walk(window, all, Qt::Key_Backtab);
    }

    QSettings settings{home.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Preferences preferences{settings};
    NoKeyring keyring;

private:
    static void walk(QWidget &window, const QList<QWidget *> &all, Qt::Key key)
    {
        all.front()->setFocus();
        QSet<QWidget *> met;
        QWidget *before = nullptr;
        for (qsizetype i = 0; i < 2 * all.size(); ++i) {
            QWidget *here = QApplication::focusWidget();
            ASSERT_TRUE(here && window.isAncestorOf(here)) << "the focus left the window";
            ASSERT_NE(here, before) << "the focus is caught in " << nameOf(here);
            met.insert(here);
            before = here;
            QTest::keyClick(here, key);
        }
        for (QWidget *one : all)
            EXPECT_TRUE(met.contains(one))
                << (key == Qt::Key_Tab ? "Tab" : "Backtab") << " never comes to " << nameOf(one);
    }
};

TEST_F(AccessibilityTest, SigningIn)
{
    auto &page = make<SignInPage>(office, keyring, preferences);
    show(page);
    page.setOffice(u"sqlite:/tmp/office.db"_s);
    auto *list = find<QListView>(page, u"peopleList"_s);
    ASSERT_TRUE(wait([list] { return list->model()->rowCount() > 0; }));
    check(page, "a trial office");

    page.setOffice(u"postgresql://city/kessai"_s);
    check(page, "a server");

    page.showError(Error{ErrorCode::SignInRejected, {}, {}});
    check(page, "refused");
}

TEST_F(AccessibilityTest, TheOfficeWithACaseToApprove)
{
    const Attachment file = office.keep(u"見積書.txt"_s, QByteArray("quote"));
    office.file(sato, memoFields(u"机"_s, 120'000), {file});
    auto &page = make<OfficePage>(signIn(suzuki));
    show(page);
    settle();
    check(page, "content");

    auto *tabs = find<QTabWidget>(page, u"caseTabs"_s);
    tabs->setCurrentIndex(1);
    check(page, "attachments");
    tabs->setCurrentIndex(2);
    check(page, "history");

    office.cut();
    session->refresh();
    settle();
    check(page, "without a connection");
}

TEST_F(AccessibilityTest, TheOfficeWithSeveralChosen)
{
    office.file(sato, memoFields(u"机"_s));
    office.file(sato, memoFields(u"椅子"_s));
    auto &page = make<OfficePage>(signIn(suzuki));
    show(page);
    settle();

    find<QTableView>(page, u"caseTable"_s)->selectAll();
    settle();

    check(page, "several");
}

TEST_F(AccessibilityTest, TheOfficeWithACaseOfOnesOwn)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    auto &page = make<OfficePage>(signIn(sato));
    show(page);
    page.goTo(u"own"_s);
    settle();
    check(page, "running");

    office.act(suzuki, id, Return{{}, {}, u"直して"_s});
    page.goTo(u"attention"_s);
    settle();
    check(page, "returned");

    office.tamper(id);
    page.goTo(u"all"_s);
    settle();
    check(page, "damaged");

    page.goTo(u"decided"_s);
    settle();
    check(page, "empty");
    page.goTo(u"drafts"_s);
    settle();
    check(page, "empty, with a button");
}

TEST_F(AccessibilityTest, WritingARequest)
{
    auto &page = make<OfficePage>(signIn(sato));
    show(page);
    page.goTo(u"new"_s);
    settle();
    check(page, "what to file");
    page.goTo(u"new:memo"_s);
    settle();
    auto *sort = find<QComboBox>(page, u"field_sort"_s);
    sort->setCurrentIndex(2);
    Q_EMIT sort->activated(2);
    settle();

    check(page, "every kind of field");
}

TEST_F(AccessibilityTest, TabGoesThroughARequestAsItIsRead)
{
    auto &page = make<OfficePage>(signIn(sato));
    show(page);
    page.goTo(u"new:memo"_s);
    settle();
    QWidget *form = find<QWidget>(page, u"composePage"_s);
    QWidget *here = QApplication::focusWidget();
    ASSERT_TRUE(here && here->objectName().startsWith(u"field_"_s));

    QStringList met;
    while (form->isAncestorOf(here) && met.size() < 40) {
        EXPECT_TRUE(here->isVisible() && !here->visibleRegion().isEmpty()) << nameOf(here);
        met.append(here->objectName());
        QTest::keyClick(here, Qt::Key_Tab);
        here = QApplication::focusWidget();
    }

    const qsizetype files = met.indexOf(u"addFilesButton"_s);
    EXPECT_GT(files, 5) << "the fields come first";
    EXPECT_EQ(met.mid(files),
              QStringList({u"addFilesButton"_s, u"submitButton"_s, u"saveDraftButton"_s, u"discardButton"_s,
                           u"composeRoute"_s}));
    EXPECT_EQ(here->objectName(), u"navigation"_s) << "and only then to the rest of the window";
}

TEST_F(AccessibilityTest, AnAttachmentInThePlaceOfTheList)
{
    const Attachment file = office.keep(u"見積書.txt"_s, QByteArray("quote"));
    office.file(sato, memoFields(u"机"_s), {file});
    auto &page = make<OfficePage>(signIn(suzuki));
    show(page);
    settle();
    find<QTabWidget>(page, u"caseTabs"_s)->setCurrentIndex(1);
    auto *files = find<QListWidget>(page, u"attachmentList"_s);
    files->setCurrentRow(0);
    QTest::keyClick(files, Qt::Key_Return);
    settle();
    auto *pane = page.findChild<AttachmentPane *>();
    ASSERT_TRUE(pane->isVisible());
    check(page, "attachment");

    QTest::keyClick(pane, Qt::Key_Escape);
    EXPECT_FALSE(pane->isVisible());
    EXPECT_TRUE(find<QTableView>(page, u"caseTable"_s)->hasFocus());
}

TEST_F(AccessibilityTest, OnesOwnMonth)
{
    office.file(sato,
                {{u"subject"_s, u"休み"_s},
                 {u"sort"_s, u"special"_s},
                 {u"reason"_s, u"私用"_s},
                 {u"day"_s, SmallOffice::today().toString(Qt::ISODate)}});
    auto &page = make<OfficePage>(signIn(sato));
    show(page);
    page.goTo(u"month"_s);
    settle();

    check(page, "a day with something on it");
    page.goTo(u"section"_s);
    settle();
    check(page, "the section");
}

TEST_F(AccessibilityTest, Payments)
{
    auto &page = make<OfficePage>(signIn(people.shiba));
    show(page);
    page.goTo(u"payments"_s);
    settle();
    check(page, "nothing to pay");
    find<QPushButton>(page, u"editSource"_s)->click();
    check(page, "the account paid from");
    page.goTo(u"unpaid"_s);
    settle();
    check(page, "what is not paid");
    page.goTo(u"withheld"_s);
    settle();
    check(page, "no tax withheld");
}

TEST_F(AccessibilityTest, Meetings)
{
    auto &page = make<OfficePage>(signIn(sato));
    show(page);
    page.goTo(u"meetings"_s);
    settle();
    check(page, "no meetings");
    find<QPushButton>(page, u"newMeeting"_s)->click();
    check(page, "a meeting to write");

    const MeetingId id = meet(office, sato, std::nullopt, planned())->id;
    ASSERT_TRUE(meet(office, sato, id, agendaItem(1)));
    ASSERT_TRUE(meet(office, sato, id, paperPut(1, 1)));
    page.goTo(u"meetings"_s);
    settle();
    check(page, "a meeting in the list");
    QTest::keyClick(find<QTableView>(page, u"meetingTable"_s), Qt::Key_Return);
    settle();
    check(page, "the meeting");
    find<QTabBar>(page, u"editorTabs"_s)->setCurrentIndex(1);
    check(page, "its members");
    auto *agenda = find<AgendaTree>(page, u"agendaTree"_s);
    agenda->setCurrentKey({1, 0});
    check(page, "an item");
    agenda->setCurrentKey({1, 1});
    check(page, "a paper");
    find<QPushButton>(page, u"publishMeeting"_s)->click();
    check(page, "about to be published");
    find<QPushButton>(page, u"readBook"_s)->click();
    settle();
    check(page, "the book");
}

TEST_F(AccessibilityTest, MeetingThatRuns)
{
    PlanMeeting plan = planned();
    plan.day = SmallOffice::today();
    const MeetingId id = meet(office, sato, std::nullopt, plan)->id;
    ASSERT_TRUE(meet(office, sato, id, agendaItem(1)));
    ASSERT_TRUE(meet(office, sato, id, paperPut(1, 1)));
    ASSERT_TRUE(
        meet(office, sato, id, InviteMembers{{{sato, MeetingRole::Secretary, {}}, {kato, MeetingRole::Chair, {}}}}));
    ASSERT_TRUE(meet(office, sato, id, SetState{MeetingState::Published}));
    ASSERT_TRUE(meet(office, sato, id, SetState{MeetingState::Running}));
    ASSERT_TRUE(meet(office, kato, id, NoteAttendance{{{kato, AttendanceState::Present, -1}}}));
    const auto seq = [&] { return meetingOf(office, kato, id)->seq + 1; };
    ASSERT_TRUE(meet(office, kato, id, Resolve{seq(), 1, u"原案のとおり決定"_s}));
    ASSERT_TRUE(meet(office, kato, id, AssignAction{seq(), 1, u"見積書を取り直す"_s, kato, SmallOffice::today()}));
    ASSERT_TRUE(meet(office, kato, id, OpenVote{seq(), 1, u"原案のとおりでよいか"_s, true}));
    auto &page = make<OfficePage>(signIn(kato));
    show(page);
    settle();
    find<QPushButton>(page, u"actionToggle"_s)->click();
    check(page, "what is asked of one");

    page.goTo(u"meetings"_s);
    settle();
    QTest::keyClick(find<QTableView>(page, u"meetingTable"_s), Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return find<QWidget>(page, u"voteLine"_s)->isVisible(); }));
    check(page, "a vote");
    auto *tabs = find<QTabBar>(page, u"conductTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        check(page, qPrintable(tabs->tabText(tab)));
    }
}

TEST_F(AccessibilityTest, TheWindowStaysWithinTheScreen)
{
    auto &window = make<MainWindow>(WindowParts{office, keyring, office.forms(), office.clock(), theme, preferences});
    window.fitTo({0, 0, 1920, 1040});
    EXPECT_EQ(window.size(), QSize(1366, 768));
    EXPECT_FALSE(window.isMaximized());

    window.fitTo({0, 0, 1366, 728});
    EXPECT_TRUE(window.isMaximized()) << "with its frame it would be larger";
    EXPECT_LE(window.height(), 728 - 30);

    window.fitTo({0, 0, 910, 485}); // 1366×768 at 150 %, with a bar below
    EXPECT_LE(window.minimumWidth(), 910);
    EXPECT_LE(window.minimumHeight(), 485);
}

TEST_F(AccessibilityTest, TheShortcutsAreTold)
{
    auto &window = make<MainWindow>(WindowParts{office, keyring, office.forms(), office.clock(), theme, preferences});
    show(window);

    QTest::keyClick(&window, Qt::Key_F1, Qt::ControlModifier);

    auto *dialog = find<ShortcutsDialog>(window, u"shortcutsDialog"_s);
    ASSERT_TRUE(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(AccessibilityTest, TheAppearance)
{
    auto &dialog = make<AppearanceDialog>(theme);
    show(dialog, dialog.sizeHint());

    check(dialog, "appearance");
}

} // namespace kessai::test
