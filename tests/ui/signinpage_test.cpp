// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signinpage.h"

#include "tests/ui/officetest.h"
#include "ui/errortext.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/quietbanner.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai::test {

class SignInPageTest : public OfficeTest {
protected:
    SignInPage &page()
    {
        m_page = &make<SignInPage>(office, keyring, preferences);
        show(*m_page);
        QObject::connect(m_page, &SignInPage::signInRequested, m_page,
                         [this](const SignIn &signIn) { requested.push_back(signIn); });
        return *m_page;
    }
    void openTrial()
    {
        page().setOffice(u"sqlite:/tmp/office.db"_s);
        ASSERT_TRUE(wait([this] { return list()->model()->rowCount() > 0; }));
    }
    QListView *list() const { return m_page->findChild<QListView *>(u"peopleList"_s); }
    QLineEdit *line(const QString &name) const { return m_page->findChild<QLineEdit *>(name); }
    QuietBanner *banner() const { return m_page->findChild<QuietBanner *>(); }
    void enter() { m_page->findChild<QPushButton *>(u"signInButton"_s)->click(); }

    QSettings settings{home.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Preferences preferences{settings};
    SignInPage *m_page = nullptr;
    std::vector<SignIn> requested;
};

TEST_F(SignInPageTest, OffersThePeopleOfATrialOfficeAndEntersWithReturn)
{
    openTrial();
    const QAbstractItemModelTester tester(list()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_TRUE(list()->hasFocus());
    EXPECT_EQ(list()->currentIndex().data().toString(), u"佐藤 花"_s) << "the suggested ones come first";
    EXPECT_TRUE(list()->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"主事"_s));

    QTest::keyClick(list(), Qt::Key_Return);

    ASSERT_EQ(requested.size(), 1u);
    EXPECT_EQ(requested.front().database, u"sqlite:/tmp/office.db"_s);
    EXPECT_EQ(requested.front().person, sato);
}

TEST_F(SignInPageTest, FindsAPersonByAnyPartOfTheName)
{
    openTrial();
    const QAbstractItemModelTester tester(list()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto *find = line(u"personFind"_s);
    find->setFocus();

    type(find, u"鈴木"_s);
    QTest::keyClick(find, Qt::Key_Return);

    EXPECT_EQ(list()->model()->rowCount(), 1);
    ASSERT_EQ(requested.size(), 1u) << "nobody else can be meant";
    EXPECT_EQ(requested.front().person, suzuki);

    find->clear();
    type(find, u"課"_s);
    QTest::keyClick(find, Qt::Key_Return);
    ASSERT_GT(list()->model()->rowCount(), 1);
    EXPECT_TRUE(list()->hasFocus()) << "to choose one of them";
    EXPECT_EQ(requested.size(), 1u);
}

TEST_F(SignInPageTest, SaysWhereNobodyIsLikeWhatWasTyped)
{
    openTrial();
    auto *find = line(u"personFind"_s);
    auto *enter = m_page->findChild<QPushButton *>(u"signInButton"_s);
    auto *nobody = m_page->findChild<QLabel *>(u"nobodyFound"_s);
    EXPECT_TRUE(enter->isEnabled());
    EXPECT_FALSE(nobody->isVisible());

    type(find, u"いない人"_s);
    QTest::keyClick(find, Qt::Key_Return);

    EXPECT_TRUE(nobody->isVisible());
    EXPECT_TRUE(nobody->text().contains(u"いない人"_s));
    EXPECT_FALSE(enter->isEnabled());
    EXPECT_TRUE(requested.empty());

    find->clear();
    type(find, u"鈴木"_s);
    QTest::keyClick(find, Qt::Key_Return);
    EXPECT_FALSE(nobody->isVisible());
    EXPECT_TRUE(enter->isEnabled());
    EXPECT_EQ(requested.size(), 1u);
}

TEST_F(SignInPageTest, OffersTheLoginItWasGiven)
{
    page().setLogin(u"kato"_s);
    m_page->setOffice(u"sqlite:/tmp/office.db"_s);
    ASSERT_TRUE(wait([this] { return list()->model()->rowCount() > 0; }));

    EXPECT_EQ(list()->currentIndex().data().toString(), u"加藤 明"_s);
}

TEST_F(SignInPageTest, SaysWhatIsWrongWithAFileAndTriesAgain)
{
    page().setOffice(u"sqlite:/tmp/letter.txt"_s);

    ASSERT_TRUE(wait([this] { return banner()->isVisible(); }));
    EXPECT_EQ(banner()->text(), errorText(Error{ErrorCode::NotADatabase, {}, {}}).both());
    EXPECT_EQ(office.asked(Ask::People), 1);
    Q_EMIT banner()->actionTriggered();
    EXPECT_TRUE(wait([this] { return office.asked(Ask::People) == 2; }));
    enter();
    EXPECT_TRUE(requested.empty()) << "there is nobody to be";
}

TEST_F(SignInPageTest, AnOldFileIsNotCalledAServer)
{
    office.failNext(Ask::People, Error{ErrorCode::DatabaseTooOld, {}, {}});
    page().setOffice(u"sqlite:/tmp/office.db"_s);

    ASSERT_TRUE(wait([this] { return banner()->isVisible(); }));
    EXPECT_TRUE(banner()->text().contains(u"kessai-admin migrate"_s)) << banner()->text().toStdString();
    EXPECT_TRUE(banner()->text().contains(u"sqlite:/tmp/office.db"_s));
}

TEST_F(SignInPageTest, DropsThePeopleOfAnOfficeThatIsNoLongerChosen)
{
    office.hold(Ask::People);
    page().setOffice(u"sqlite:/tmp/office.db"_s);
    m_page->setOffice(QString());

    office.release();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();

    EXPECT_EQ(list()->model()->rowCount(), 0);
    EXPECT_EQ(banner()->kind(), BannerKind::Information);
}

TEST_F(SignInPageTest, AServerAsksForEverythingAndSaysWhatIsMissing)
{
    page().setOffice(u"postgresql://city/kessai"_s);

    enter();
    EXPECT_TRUE(requested.empty());
    EXPECT_EQ(banner()->kind(), BannerKind::Warning);
    EXPECT_TRUE(line(u"loginEdit"_s)->hasFocus());

    QTest::keyClicks(line(u"loginEdit"_s), u"sato"_s);
    QTest::keyClick(line(u"loginEdit"_s), Qt::Key_Tab);
    ASSERT_TRUE(line(u"passwordEdit"_s)->hasFocus());
    QTest::keyClicks(line(u"passwordEdit"_s), u"right"_s);
    QTest::keyClick(line(u"passwordEdit"_s), Qt::Key_Return);

    ASSERT_EQ(requested.size(), 1u);
    EXPECT_EQ(requested.front().login, u"sato"_s);
    EXPECT_EQ(requested.front().password, u"right"_s);
    EXPECT_EQ(requested.front().person, std::nullopt);
}

TEST_F(SignInPageTest, ARejectedPasswordIsSelectedToBeTypedAgain)
{
    page().setOffice(u"postgresql://city/kessai"_s);
    line(u"loginEdit"_s)->setText(u"sato"_s);
    line(u"passwordEdit"_s)->setText(u"wrong"_s);
    m_page->setBusy(true);
    EXPECT_FALSE(line(u"passwordEdit"_s)->isEnabled());

    m_page->showError(Error{ErrorCode::SignInRejected, {}, {}});

    EXPECT_EQ(banner()->text(), errorText(Error{ErrorCode::SignInRejected, {}, {}}).both());
    EXPECT_TRUE(line(u"passwordEdit"_s)->hasFocus());
    EXPECT_EQ(line(u"passwordEdit"_s)->selectedText().size(), 5);
    EXPECT_EQ(line(u"loginEdit"_s)->text(), u"sato"_s);
}

TEST_F(SignInPageTest, AFailureInATrialOfficeGivesTheListItsFocusBack)
{
    openTrial();
    m_page->setBusy(true);

    m_page->showError(Error{ErrorCode::Busy, {}, {}});

    EXPECT_TRUE(list()->hasFocus());
    EXPECT_TRUE(banner()->isVisible());
}

TEST_F(SignInPageTest, KeepsThePasswordOnlyInTheKeyringAndOnlyWhenAsked)
{
    page().setOffice(u"postgresql://city/kessai"_s);
    line(u"loginEdit"_s)->setText(u"sato"_s);
    line(u"passwordEdit"_s)->setText(u"right"_s);
    m_page->keepPassword();
    EXPECT_TRUE(keyring.secrets.isEmpty());
    EXPECT_TRUE(line(u"passwordEdit"_s)->text().isEmpty());

    line(u"passwordEdit"_s)->setText(u"right"_s);
    m_page->findChild<QCheckBox *>()->setChecked(true);
    m_page->keepPassword();
    EXPECT_EQ(keyring.secrets.value(u"sato@postgresql://city/kessai"_s), u"right"_s);
    settings.sync();
    QFile file(settings.fileName());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_FALSE(file.readAll().contains("right"));

    auto &again = make<SignInPage>(office, keyring, preferences);
    again.setOffice(u"postgresql://city/kessai"_s);
    EXPECT_EQ(again.findChild<QLineEdit *>(u"passwordEdit"_s)->text(), u"right"_s);
}

TEST_F(SignInPageTest, SaysOnceThatThereIsNoKeyring)
{
    keyring.missing = true;
    page().setLogin(u"sato"_s);

    m_page->setOffice(u"postgresql://city/kessai"_s);

    auto *keep = m_page->findChild<QCheckBox *>();
    EXPECT_FALSE(keep->isEnabled());
    EXPECT_TRUE(keep->text().contains(u"No keyring"_s));
}

/// The whole window over the office in memory: in, out, and closing.
class WindowTest : public SignInPageTest {
protected:
    MainWindow &window()
    {
        auto &made = make<MainWindow>(WindowParts{office, keyring, office.forms(), office.clock(), theme, preferences});
        show(made);
        return made;
    }
    void enterAs(MainWindow &in, StaffId who)
    {
        QSignalSpy entered(&in, &MainWindow::signedIn);
        in.signIn({u"sqlite:/tmp/office.db"_s, who, {}, {}});
        ASSERT_TRUE(wait([&entered] { return entered.count() == 1; }));
    }
};

TEST_F(WindowTest, SignsInOutAndInAgain)
{
    office.file(sato, memoFields(u"机"_s));
    MainWindow &one = window();

    enterAs(one, suzuki);
    EXPECT_TRUE(wait([&one] { return one.windowTitle() == u"(1) Kessai Desk"_s; }))
        << one.windowTitle().toStdString() << one.session()->pulse().waiting;
    EXPECT_EQ(preferences.office(), u"sqlite:/tmp/office.db"_s);

    one.signOut();
    EXPECT_EQ(one.session(), nullptr);
    EXPECT_EQ(one.windowTitle(), u"Kessai Desk"_s);

    enterAs(one, sato);
    EXPECT_EQ(one.session()->info().me.id, sato);
}

TEST_F(WindowTest, SaysWhyNobodyGotIn)
{
    MainWindow &one = window();
    QSignalSpy failed(&one, &MainWindow::signInFailed);

    one.signIn({u"postgresql://city/kessai"_s, std::nullopt, u"sato"_s, u"wrong"_s});

    ASSERT_TRUE(wait([&failed] { return failed.count() == 1; }));
    EXPECT_TRUE(one.signInPage()->isVisible());
    EXPECT_EQ(one.session(), nullptr);
}

} // namespace kessai::test
