// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/meetings/meetingchanges.h"
#include "tests/support/meetingoffice.h"
#include "tests/ui/officetest.h"
#include "ui/meetings/inklayer.h"
#include "ui/meetings/meetingink.h"
#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/meetingreader.h"
#include "ui/meetings/meetingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/officepage.h"
#include "ui/shell/offlinepage.h"
#include "ui/shell/preferences.h"
#include "ui/shell/signinpage.h"
#include "ui/widgets/quietbanner.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kessai::test {

/// The whole window, at a server that comes and goes.
class OfflineTest : public OfficeTest {
protected:
    void SetUp() override
    {
        OfficeTest::SetUp();
        PlanMeeting plan = planned();
        plan.day = SmallOffice::today();
        id = meet(office, sato, std::nullopt, plan)->id;
        EXPECT_TRUE(meet(office, sato, id, agendaItem(1)));
        EXPECT_TRUE(meet(office, sato, id, paperPut(1, 1)));
        EXPECT_TRUE(meet(office, sato, id,
                         InviteMembers{{{sato, MeetingRole::Secretary, {}}, {kato, MeetingRole::Chair, {}}}}));
        EXPECT_TRUE(meet(office, sato, id, SetState{MeetingState::Published}));
        m_window = &make<MainWindow>(WindowParts{office, keyring, office.forms(), office.clock(), theme, preferences});
        show(*m_window);
        m_window->signInPage()->setOffice(kServer);
    }
    void trySigningIn(const QString &login = u"kato"_s)
    {
        SignInPage &page = *m_window->signInPage();
        find<QLineEdit>(page, u"loginEdit"_s)->setText(login);
        find<QLineEdit>(page, u"passwordEdit"_s)->setText(u"right"_s);
        QSignalSpy in(m_window, &MainWindow::signedIn);
        QSignalSpy out(m_window, &MainWindow::signInFailed);
        find<QPushButton>(page, u"signInButton"_s)->click();
        ASSERT_TRUE(wait([&] { return in.count() + out.count() == 1; }));
    }
    /// Opens the one meeting there is, and stays until all of it lies here.
    void look()
    {
        m_window->officePage()->goTo(u"meetings"_s);
        MeetingsPage &page = *m_window->officePage()->meetings();
        open(page);
        auto *table = find<QTableView>(page, u"meetingTable"_s);
        const auto *model = qobject_cast<MeetingModel *>(table->model());
        ASSERT_TRUE(wait([&] {
            const MeetingEntry *entry = model->entry(model->rowOf(id));
            return entry && entry->kept && entry->kept->isWhole();
        }));
    }
    void open(MeetingsPage &page)
    {
        auto *table = find<QTableView>(page, u"meetingTable"_s);
        ASSERT_TRUE(wait([&] { return table->model()->rowCount() == 2; }));
        QTest::keyClick(table, Qt::Key_Return);
        ASSERT_TRUE(wait([&] { return page.reader()->isVisible(); }));
    }
    QPushButton *offer() { return find<QPushButton>(*m_window->signInPage(), u"offlineButton"_s); }

    const QString kServer = u"postgresql://city/kessai"_s;
    QSettings settings{home.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Preferences preferences{settings};
    MainWindow *m_window = nullptr;
    MeetingId id{0};
};

TEST_F(OfflineTest, ReadsAndWritesWhenTheProgramStartsWithoutTheOffice)
{
    trySigningIn();
    look();
    m_window->signOut();
    office.cut();
    trySigningIn();
    ASSERT_TRUE(offer()->isVisible());

    QSignalSpy offline(m_window, &MainWindow::wentOffline);
    offer()->click();
    ASSERT_TRUE(wait([&] { return offline.count() == 1; }));
    OfflinePage &page = *m_window->offlinePage();
    EXPECT_TRUE(page.isVisible());
    EXPECT_FALSE(page.findChild<QPushButton *>(u"newMeeting"_s)->isVisible()) << "nothing is begun without the office";
    open(*page.meetings());
    InkShape shape;
    shape.points = {{0.1F, 0.2F, 1}, {0.3F, 0.2F, 1}};
    const QString note = page.meetings()->reader()->ink().layer()->add({1, 0}, shape);
    ASSERT_FALSE(note.isEmpty());
    EXPECT_TRUE(inkOf(office, kato, id).empty());

    office.mend();
    find<QPushButton>(page, u"signInAgain"_s)->click();
    EXPECT_TRUE(m_window->signInPage()->isVisible());
    trySigningIn();

    ASSERT_TRUE(wait([&] { return inkOf(office, kato, id).size() == 1; }, 20'000))
        << "however slowly it is written down";
    EXPECT_EQ(inkOf(office, kato, id).front().id, note);
}

TEST_F(OfflineTest, LetsNobodyConductAMeetingWithoutTheOffice)
{
    trySigningIn(u"sato"_s);
    look();
    EXPECT_TRUE(find<QWidget>(*m_window->officePage()->meetings(), u"liveLine"_s)->isVisible()) << "it may begin";
    m_window->signOut();
    office.cut();
    trySigningIn(u"sato"_s);

    offer()->click();
    ASSERT_TRUE(wait([&] { return m_window->offlinePage() != nullptr; }));
    MeetingsPage &page = *m_window->offlinePage()->meetings();
    open(page);

    EXPECT_FALSE(find<QWidget>(page, u"liveLine"_s)->isVisible()) << "what is done there would be lost";
    EXPECT_FALSE(find<QWidget>(page, u"conductButton"_s)->isVisible());
}

TEST_F(OfflineTest, OffersItToNobodyElseAndOnlyWhereTheOfficeIsOutOfReach)
{
    trySigningIn();
    EXPECT_FALSE(offer()->isVisible());
    EXPECT_TRUE(wait([this] { return !preferences.offlineSeat().owner.isEmpty(); }));
    m_window->signOut();
    office.cut();

    trySigningIn(u"sato"_s);
    EXPECT_FALSE(offer()->isVisible()) << "these are Kato's papers";
    trySigningIn();
    EXPECT_TRUE(offer()->isVisible());
    office.mend();
    find<QLineEdit>(*m_window->signInPage(), u"passwordEdit"_s)->setText(u"wrong"_s);
    QSignalSpy out(m_window, &MainWindow::signInFailed);
    find<QPushButton>(*m_window->signInPage(), u"signInButton"_s)->click();
    ASSERT_TRUE(wait([&] { return out.count() == 1; }));
    EXPECT_FALSE(offer()->isVisible());
}

TEST_F(OfflineTest, OpensWithThePasswordOfTheLastSignInOnly)
{
    trySigningIn();
    look();
    m_window->signOut();
    office.cut();
    trySigningIn();
    auto *password = find<QLineEdit>(*m_window->signInPage(), u"passwordEdit"_s);
    password->setText(u"left"_s);

    offer()->click();

    auto *banner = m_window->signInPage()->findChild<QuietBanner *>();
    ASSERT_TRUE(wait([&] { return banner->text().contains(u"password"_s); }));
    EXPECT_EQ(m_window->offlinePage(), nullptr);
    password->setText(u"right"_s);
    offer()->click();
    EXPECT_TRUE(wait([&] { return m_window->offlinePage() != nullptr; }));
}

TEST_F(OfflineTest, SaysWhenTheKeyIsGone)
{
    trySigningIn();
    look();
    m_window->signOut();
    office.cut();
    trySigningIn();
    keyring.missing = true;

    offer()->click();

    auto *banner = m_window->signInPage()->findChild<QuietBanner *>();
    EXPECT_TRUE(wait([&] { return banner->text().contains(u"keyring"_s); }));
    EXPECT_FALSE(offer()->isVisible());
    EXPECT_EQ(m_window->offlinePage(), nullptr);
}

TEST_F(OfflineTest, SaysWhereThereIsNoKeyringThatNothingLasts)
{
    keyring.missing = true;
    trySigningIn();
    look();
    auto *line = find<QLabel>(*m_window->officePage()->meetings(), u"noKeyring"_s);
    EXPECT_FALSE(line->isHidden());

    m_window->signOut();
    office.cut();
    trySigningIn();

    EXPECT_FALSE(offer()->isVisible());
}

TEST_F(OfflineTest, KeepsWhatIsChosenInTheList)
{
    trySigningIn();
    m_window->officePage()->goTo(u"meetings"_s);
    MeetingsPage &page = *m_window->officePage()->meetings();
    auto *table = find<QTableView>(page, u"meetingTable"_s);
    ASSERT_TRUE(wait([&] { return table->model()->rowCount() == 2; }));
    auto *keep = find<QToolButton>(page, u"keepBook"_s);
    ASSERT_TRUE(keep->isEnabled());

    keep->click();

    const auto says = [&] {
        return table->model()->index(1, MeetingModel::News).data(MeetingModel::kKeptRole).toString();
    };
    EXPECT_TRUE(wait([&] { return says().startsWith(u"Kept for offline"_s); })) << says().toStdString();
    EXPECT_TRUE(keep->isChecked());
}

} // namespace kessai::test
