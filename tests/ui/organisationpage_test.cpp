// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/organisationpage.h"

#include "tests/ui/answereddialogs.h"
#include "tests/ui/trialwindow.h"
#include "ui/admin/problemlist.h"
#include "ui/admin/settingswindow.h"
#include "ui/formview/dateedit.h"
#include "ui/shell/failednotice.h"
#include "ui/theme/controls.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/searchfield.h"
#include "ui/wording.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// The organisation as an administrator has it before them, at a real desk over a trial office.
class OrganisationPageTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        QApplication::setDoubleClickInterval(0); // two presses of a test are no double click
        beginSession(people.kato);
        window = std::make_unique<SettingsWindow>(*session);
        window->open();
        window->showNormal(); // whatever the screen of a test is
        window->resize(1280, 760);
        window->goTo(u"organisation"_s);
        settle();
        ASSERT_TRUE(wait([this] { return model()->rowCount() > 0; }));
    }
    void TearDown() override
    {
        window.reset();
        QApplication::setDoubleClickInterval(m_doubleClick);
        TrialWindow::TearDown();
    }
    template <class W>
    W *part(const char *name)
    {
        W *found = window->findChild<W *>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    QTreeView *tree() { return part<QTreeView>("organisationTree"); }
    OrganisationModel *model() { return qobject_cast<OrganisationModel *>(tree()->model()); }
    static OrganisationNode node(SectionId id) { return {OrganisationNode::Kind::Section, id.value()}; }
    static OrganisationNode node(PostId id) { return {OrganisationNode::Kind::Post, id.value()}; }
    static OrganisationNode node(StaffId id, PostId post)
    {
        return {OrganisationNode::Kind::Holder, id.value(), post.value()};
    }
    void choose(const OrganisationNode &one)
    {
        const QModelIndex index = model()->indexOf(one);
        ASSERT_TRUE(index.isValid());
        tree()->setCurrentIndex(index);
        settle();
    }
    /// Lets go of one row over another, as the pointer does.
    bool drag(const OrganisationNode &what, const OrganisationNode &onto)
    {
        const std::unique_ptr<QMimeData> data(model()->mimeData({model()->indexOf(what)}));
        const QModelIndex target = model()->indexOf(onto);
        const bool may = model()->canDropMimeData(data.get(), Qt::MoveAction, -1, -1, target);
        model()->dropMimeData(data.get(), Qt::MoveAction, -1, -1, target);
        settle();
        return may;
    }
    void setDay(const QDate &day)
    {
        part<DateEdit>("organisationDay")->setDate(day);
        Q_EMIT part<DateEdit>("organisationDay")->settled();
        settle();
    }
    void press(const char *name)
    {
        part<QPushButton>(name)->click();
        settle();
    }
    /// A button that asks within itself.
    void pressTwice(const QString &name)
    {
        for (int i = 0; i < 2; ++i) {
            ASSERT_NE(seen<QPushButton>(name), nullptr) << name.toStdString();
            seen<QPushButton>(name)->click();
            settle();
        }
    }
    bool says(const QString &text)
    {
        const QList<QLabel *> labels = window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel *one) { return one->isVisible() && one->text().contains(text); });
    }
    /// The one that is seen; rows that were there before go later.
    template <class W>
    W *seen(const QString &name)
    {
        const QList<W *> all = window->findChildren<W *>(name);
        const auto one = std::find_if(all.begin(), all.end(), [](W *any) { return any->isVisible(); });
        return one == all.end() ? nullptr : *one;
    }
    std::vector<PreparedChange> prepared() { return *office.as(people.kato).office().preparedChanges(); }
    QDate ahead() { return session->info().today.addDays(30); }
    bool maySave() { return part<QPushButton>("reorganise")->isEnabled(); }

    /// Something prepared could not be put in force on its day; its number.
    int failOne()
    {
        setDay(ahead());
        choose(node(people.senior));
        press("abolishPost");
        part<QLineEdit>("organisationReason")->setText(u"人事異動"_s);
        EXPECT_TRUE(wait([this] { return maySave(); }));
        press("reorganise");
        EXPECT_TRUE(wait([this] { return prepared().size() == 1; }));
        const int number = prepared().empty() ? 0 : prepared()[0].number;
        EXPECT_TRUE(fine(office.tamper(u"UPDATE reorganisation SET ended_in = revision, taken_back = 2"_s)));
        return number;
    }
    size_t failedOnes() { return office.as(people.kato).office().failedChanges()->size(); }
    /// Somebody else changes something meanwhile, from today on.
    void changeElsewhere()
    {
        const Configuration now = *office.as(people.kato).office().configuration();
        OfficeDraft draft(now.office, {}, session->info().today);
        draft.transfer(people.tanaka, people.careClerk);
        office.wait();
        ASSERT_TRUE(fine(office.as(people.kato).office().reorganise({draft.change(), u"訂正"_s, now.office.revision})));
    }

    std::unique_ptr<SettingsWindow> window;
    AnsweredDialogs dialogs;
    const int m_doubleClick = QApplication::doubleClickInterval();
};

TEST_F(OrganisationPageTest, ShowsUnitsPostsAndWhoHoldsThem)
{
    const QAbstractItemModelTester tester(model());

    const QModelIndex city = model()->index(0, 0);
    EXPECT_EQ(city.data().toString(), u"見本市"_s);
    const QModelIndex post = model()->indexOf(node(people.clerk));
    ASSERT_EQ(model()->rowCount(post), 2);
    EXPECT_EQ(model()->index(0, 0, post).data().toString(), u"佐藤 花"_s);
    EXPECT_EQ(post.parent().data().toString(), u"庶務係"_s);
    EXPECT_FALSE(model()->indexOf(node(people.welfareDirector)).data(OrganisationModel::NoteRole).toString().isEmpty());
}

TEST_F(OrganisationPageTest, FindsPeopleByNameReadingNumberAndPost)
{
    const auto find = [&](const QString &words) {
        Q_EMIT part<SearchField>("organisationSearch")->searchRequested(words);
        settle();
        return model()->found();
    };

    EXPECT_EQ(find(u"佐藤"_s), 1);
    EXPECT_EQ(find(u"sato"_s), 1) << "the reading";
    EXPECT_EQ(find(u"10009"_s), 1) << "the number";
    EXPECT_EQ(find(u"審査担当"_s), 2) << "both who hold the post";
    EXPECT_EQ(find(u"総務課 主事"_s), 2) << "by unit and post";
    EXPECT_EQ(find(u"佐藤 総務課"_s), 1) << "by name and unit";
    EXPECT_EQ(find(u"佐藤　総務課"_s), 1) << "with the space of a Japanese keyboard";
    EXPECT_EQ(find(u"佐藤 財政課"_s), 0);
    EXPECT_EQ(find(u"いない人"_s), 0);
    EXPECT_GT(find({}), 10);
}

TEST_F(OrganisationPageTest, SomebodyIsMovedForADayToComeAndItStaysSecret)
{
    setDay(ahead());
    EXPECT_TRUE(drag(node(people.sato, people.clerk), node(people.budget)));

    EXPECT_TRUE(says(u"佐藤 花: 総務課 庶務係 主事 → 財政課 財政係 主事"_s));
    EXPECT_FALSE(maySave()) << "no reason is said";
    part<QLineEdit>("organisationReason")->setText(u"人事異動"_s);
    ASSERT_TRUE(wait([this] { return maySave(); }));
    press("reorganise");

    ASSERT_TRUE(wait([this] { return prepared().size() == 1; }));
    EXPECT_EQ(prepared()[0].change.from, ahead());
    EXPECT_EQ(office.as(people.sato).office().configuration()->office.at(ahead(), 99)->primaryPost(people.sato),
              people.clerk);
    const QString takeBack = u"takeBack%1"_s.arg(prepared()[0].number);
    ASSERT_TRUE(wait([&] { return seen<QPushButton>(takeBack) != nullptr; }));
    seen<QPushButton>(takeBack)->click();
    settle();
    EXPECT_EQ(prepared().size(), 1U) << "it asks first";
    seen<QPushButton>(takeBack)->click();
    EXPECT_TRUE(wait([this] { return prepared().empty(); }));
}

TEST_F(OrganisationPageTest, TheSameIsDoneByTheKeyboardAndUndone)
{
    choose(node(people.sato, people.clerk));
    tree()->setFocus();
    QTest::keySequence(tree(), QKeySequence::Cut);
    choose(node(people.financeClerk));
    QTest::keySequence(tree(), QKeySequence::Paste);
    settle();
    EXPECT_TRUE(model()->indexOf(node(people.sato, people.financeClerk)).isValid());
    EXPECT_TRUE(model()->indexOf(node(people.sato, people.financeClerk)).data(OrganisationModel::ChangedRole).toBool());

    part<QToolButton>("undoOrganisation")->click();
    settle();
    EXPECT_TRUE(model()->indexOf(node(people.sato, people.clerk)).isValid());
    part<QToolButton>("redoOrganisation")->click();
    settle();
    EXPECT_TRUE(model()->indexOf(node(people.sato, people.financeClerk)).isValid());
}

TEST_F(OrganisationPageTest, TellsWhatMakesNoSenseWhileOneWorks)
{
    choose(node(people.senior));
    auto *code = part<QLineEdit>("postCode");
    code->setText(u"soumu-kacho"_s);
    Q_EMIT code->editingFinished();
    settle();

    EXPECT_TRUE(
        wait([this] { return part<ProblemList>("organisationProblems")->toPlainText().contains(u"soumu-kacho"_s); }));
    part<QLineEdit>("organisationReason")->setText(u"訂正"_s);
    settle();
    EXPECT_FALSE(maySave());
    press("giveUpOrganisation");
    EXPECT_FALSE(part<QToolButton>("undoOrganisation")->isEnabled());
}

TEST_F(OrganisationPageTest, AUnitIsMadeNamedAndFilled)
{
    choose(node(people.general));
    press("newSection");
    auto *name = part<QLineEdit>("sectionName");
    name->setText(u"DX推進課"_s);
    Q_EMIT name->editingFinished();
    settle();
    EXPECT_TRUE(says(u"New: DX推進課 (総務部)"_s));
    press("newPost");
    auto *title = part<QLineEdit>("postTitle");
    title->setText(u"課長"_s);
    Q_EMIT title->editingFinished();
    settle();
    auto *who = part<QComboBox>("postAppointee");
    who->setCurrentIndex(who->findData(people.zaizen.value()));
    press("appoint");
    EXPECT_TRUE(says(u"財前 修: 財政課 課長 → DX推進課 課長"_s));
    part<QLineEdit>("organisationReason")->setText(u"組織改正"_s);
    ASSERT_TRUE(wait([this] { return maySave(); }));

    press("reorganise");

    ASSERT_TRUE(wait([this] { return office.as(people.sato).office().configuration()->office.revision > 1; }));
    const auto now = office.as(people.sato).office().configuration()->office.at(session->info().today, 99);
    const Post *post = now->post(*now->primaryPost(people.zaizen));
    EXPECT_EQ(now->section(post->section)->name, u"DX推進課"_s);
}

TEST_F(OrganisationPageTest, AUnitIsAbolishedWithHeirsForItsPostsInOneStep)
{
    choose(node(people.finance));
    press("abolishSection");
    auto *unit = part<QComboBox>("heirUnit");
    unit->setCurrentIndex(unit->findData(people.care.value()));
    Q_EMIT unit->activated(unit->currentIndex());
    settle();
    EXPECT_EQ(seen<QComboBox>(u"heir_zaisei-kacho"_s)->currentData().toLongLong(), people.careManager.value());
    EXPECT_EQ(seen<QComboBox>(u"heir_zaisei-shuji"_s)->currentData().toLongLong(), people.careClerk.value());
    auto *chief = seen<QComboBox>(u"heir_zaisei-kakaricho"_s);
    chief->setCurrentIndex(chief->findData(people.chief.value()));
    press("abolishNow");

    EXPECT_FALSE(model()->indexOf(node(people.finance)).isValid());
    EXPECT_TRUE(model()->indexOf(node(people.zama, people.chief)).isValid()) << "as it was chosen for the post";
    EXPECT_TRUE(model()->indexOf(node(people.zushi, people.careClerk)).isValid()) << "of the same title";
    part<QToolButton>("undoOrganisation")->click();
    settle();
    EXPECT_TRUE(model()->indexOf(node(people.zushi, people.financeClerk)).isValid()) << "one step back";
}

TEST_F(OrganisationPageTest, NothingIsAbolishedWhileItsHeirIsNotClear)
{
    choose(node(people.finance));
    press("abolishSection");
    part<QComboBox>("heirUnit")->setEditText(u"課"_s);
    press("abolishNow");

    EXPECT_TRUE(model()->indexOf(node(people.finance)).isValid()) << "several units fit";
    EXPECT_TRUE(part<QWidget>("abolition")->isVisible());
    EXPECT_TRUE(isInvalid(part<QComboBox>("heirUnit")));
    EXPECT_TRUE(part<QLabel>("abolitionNote")->text().contains(u"課"_s)) << "which name is meant";
}

TEST_F(OrganisationPageTest, SaysWhereCasesAndPeopleGoWithoutHeirs)
{
    choose(node(people.finance));
    press("abolishSection");
    auto *note = part<QLabel>("abolitionNote");
    EXPECT_TRUE(note->isVisible());
    EXPECT_TRUE(note->text().contains(u"without a destination"_s));
    EXPECT_TRUE(note->text().contains(u"lose it"_s));

    auto *unit = part<QComboBox>("heirUnit");
    unit->setCurrentIndex(unit->findData(people.care.value()));
    Q_EMIT unit->activated(unit->currentIndex());
    settle();
    EXPECT_FALSE(note->isVisible()) << "everything has its heir, and the people go along";
    part<QCheckBox>("peopleGoAlong")->setChecked(false);
    EXPECT_TRUE(note->isVisible());
    EXPECT_FALSE(note->text().contains(u"without a destination"_s));
}

TEST_F(OrganisationPageTest, WhateverIsWrongIsAllThere)
{
    auto *list = part<ProblemList>("fileProblems");
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"meibo.csv"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(u"職員番号,氏,名,ふりがな,ログイン名,職,任用,区分\n"_s.toUtf8());
    for (int i = 0; i < 40; ++i)
        file.write(u"%1,,,,,mayor,,\n"_s.arg(90000 + i).toUtf8());
    file.close();
    dialogs.openPaths = {file.fileName()};
    press("chooseStaffFile");

    ASSERT_TRUE(wait([&] { return list->isVisible(); }));
    EXPECT_TRUE(list->toPlainText().contains(u"90000"_s));
    EXPECT_TRUE(list->toPlainText().contains(u"90039"_s));
    EXPECT_GT(list->verticalScrollBar()->maximum(), 0);
    EXPECT_EQ(list->verticalScrollBar()->value(), 0) << "the first line first";
    EXPECT_TRUE(list->focusPolicy() & Qt::TabFocus) << "it is scrolled by keys";
}

TEST_F(OrganisationPageTest, WhatFailedOnItsDayIsTakenUpOrPutAside)
{
    const int number = failOne();
    FailedNotice notice(*session, nullptr);
    ASSERT_TRUE(wait([&] { return notice.findChild<QuietBanner *>()->text().contains(longDay(ahead())); }))
        << "wherever an administrator is";

    window->goTo(u"organisation"_s);
    const QString take = u"takeUp%1"_s.arg(number);
    ASSERT_TRUE(wait([&] { return seen<QPushButton>(take) != nullptr; }));
    seen<QPushButton>(take)->click();
    settle();
    EXPECT_FALSE(model()->indexOf(node(people.senior)).isValid());
    EXPECT_TRUE(dialogs.questions.isEmpty()) << "nothing was in the draft";
    const QString aside = u"putAside%1"_s.arg(number);
    seen<QPushButton>(aside)->click();
    settle();
    EXPECT_EQ(failedOnes(), 1U) << "it asks first";
    seen<QPushButton>(aside)->click();

    EXPECT_TRUE(wait([this] { return failedOnes() == 0; }));
    EXPECT_TRUE(wait([&] { return seen<QPushButton>(take) == nullptr; }));
    EXPECT_FALSE(model()->indexOf(node(people.senior)).isValid()) << "the draft stays";
}

TEST_F(OrganisationPageTest, WhatFailedIsPutAsideAlsoWhereSomebodyElseChangedSomethingMeanwhile)
{
    const int number = failOne();
    window->goTo(u"organisation"_s);
    ASSERT_TRUE(wait([&] { return seen<QPushButton>(u"putAside%1"_s.arg(number)) != nullptr; }));
    changeElsewhere();

    pressTwice(u"putAside%1"_s.arg(number));

    EXPECT_TRUE(wait([this] { return failedOnes() == 0; }));
    EXPECT_FALSE(says(u"Somebody else"_s)) << "no draft stands upon it";
}

TEST_F(OrganisationPageTest, WhatCannotBeReadIsSaidAndPutAsideBeforeItsDay)
{
    OfficeDraft draft(office.configuration().office, {}, ahead());
    draft.abolishPost(people.senior, people.assistant);
    office.wait();
    ASSERT_TRUE(fine(office.as(people.kato)
                         .office()
                         .reorganise({draft.change(), u"人事異動"_s, office.configuration().office.revision})));
    ASSERT_TRUE(fine(office.tamper(u"UPDATE reorganisation SET body = '{' WHERE ended_in IS NULL"_s)));
    session->refresh();
    FailedNotice notice(*session, nullptr);
    ASSERT_TRUE(wait([&] { return notice.findChild<QuietBanner *>()->text().contains(u"cannot be read"_s); }));
    EXPECT_FALSE(notice.findChild<QuietBanner *>()->text().contains(u"could not be put in force"_s));

    window->goTo(u"organisation"_s);

    ASSERT_TRUE(wait([this] { return failedOnes() == 1 && says(u"人事異動"_s); })) << "the page is there";
    EXPECT_TRUE(says(u"prepared on"_s));
    EXPECT_TRUE(model()->indexOf(node(people.senior)).isValid());
    const int number = office.as(people.kato).office().failedChanges()->front().number;
    EXPECT_EQ(seen<QPushButton>(u"takeUp%1"_s.arg(number)), nullptr);
    pressTwice(u"putAside%1"_s.arg(number));
    EXPECT_TRUE(wait([this] { return failedOnes() == 0; }));
}

TEST_F(OrganisationPageTest, WhatWasTypedStaysWhereSomebodyElseWasFaster)
{
    EXPECT_TRUE(drag(node(people.sato, people.clerk), node(people.budget)));
    part<QLineEdit>("organisationReason")->setText(u"人事異動"_s);
    ASSERT_TRUE(wait([this] { return maySave(); }));
    changeElsewhere();

    press("reorganise");

    EXPECT_TRUE(wait([this] { return says(u"Somebody else changed the organisation meanwhile."_s); }));
    EXPECT_TRUE(wait([this] { return model()->indexOf(node(people.tanaka, people.careClerk)).isValid(); })) << "theirs";
    EXPECT_TRUE(model()->indexOf(node(people.sato, people.financeClerk)).isValid()) << "upon it what was drafted";
    EXPECT_EQ(part<QLineEdit>("organisationReason")->text(), u"人事異動"_s);
    ASSERT_TRUE(wait([this] { return maySave(); }));
    office.wait();
    press("reorganise");
    EXPECT_TRUE(wait([this] {
        const auto now = office.as(people.kato).office().configuration();
        return now->office.at(session->info().today, 99)->primaryPost(people.sato) == people.financeClerk;
    }));
}

TEST_F(OrganisationPageTest, ADraftIsReplacedByWhatFailedOnlyWhenAsked)
{
    const int number = failOne();
    EXPECT_TRUE(drag(node(people.sato, people.clerk), node(people.budget)));
    window->goTo(u"organisation"_s); // reads anew, upon an open draft
    const QString take = u"takeUp%1"_s.arg(number);
    ASSERT_TRUE(wait([&] { return seen<QPushButton>(take) != nullptr; })) << "what failed is told all the same";

    dialogs.confirmed = false;
    seen<QPushButton>(take)->click();
    settle();
    EXPECT_EQ(dialogs.questions.size(), 1);
    EXPECT_TRUE(model()->indexOf(node(people.sato, people.financeClerk)).isValid()) << "what was drafted stays";

    dialogs.confirmed = true;
    seen<QPushButton>(take)->click();
    settle();
    EXPECT_TRUE(model()->indexOf(node(people.sato, people.clerk)).isValid());
    EXPECT_FALSE(model()->indexOf(node(people.senior)).isValid());
}

TEST_F(OrganisationPageTest, WhatFailedIsPutAsideWithTheSavingOfWhatWasMadeOfIt)
{
    const QString take = u"takeUp%1"_s.arg(failOne());
    window->goTo(u"organisation"_s);
    ASSERT_TRUE(wait([&] { return seen<QPushButton>(take) != nullptr; }));
    const auto save = [this](size_t waiting) {
        part<QLineEdit>("organisationReason")->setText(u"人事異動"_s);
        ASSERT_TRUE(wait([this] { return maySave(); }));
        press("reorganise");
        ASSERT_TRUE(wait([&] { return prepared().size() == waiting && !maySave(); }));
        settle();
    };

    seen<QPushButton>(take)->click();
    settle();
    part<QToolButton>("undoOrganisation")->click();
    settle();
    EXPECT_TRUE(drag(node(people.sato, people.clerk), node(people.budget)));
    save(1);
    EXPECT_EQ(failedOnes(), 1U) << "that was something else";

    ASSERT_TRUE(wait([&] { return seen<QPushButton>(take) != nullptr; }));
    seen<QPushButton>(take)->click();
    settle();
    save(2);
    EXPECT_TRUE(wait([this] { return failedOnes() == 0; }));
}

TEST_F(OrganisationPageTest, TheDayIsTriedBeforehand)
{
    setDay(ahead());
    choose(node(people.suzuki, people.chief));
    press("leaveOffice");
    EXPECT_FALSE(part<QWidget>("dayRun")->isVisible());
    press("tryDay");

    ASSERT_TRUE(wait([this] { return part<QWidget>("dayRun")->isVisible(); }));
    const QList<QLabel *> said = part<QWidget>("dayRun")->findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(said.begin(), said.end(), [](QLabel *one) {
        return one->text() == u"総務課 庶務係 係長"_s;
    })) << "a vacant post";
}

TEST_F(OrganisationPageTest, PeopleAreTakenFromAFileAllOrNobody)
{
    const QTemporaryDir folder;
    const auto write = [&](const QString &rows) {
        QFile file(folder.filePath(u"meibo.csv"_s));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write((u"職員番号,氏,名,ふりがな,ログイン名,職,任用,区分\n"_s + rows).toUtf8());
        dialogs.openPaths = {file.fileName()};
    };
    write(u"10009,,,,,財政課 財政係 主事,,\n99999,,,,,mayor,,\n"_s);
    press("chooseStaffFile");
    EXPECT_TRUE(wait([this] { return part<ProblemList>("fileProblems")->toPlainText().contains(u"99999"_s); }));
    EXPECT_FALSE(part<QToolButton>("undoOrganisation")->isEnabled());

    write(u"10009,,,,,財政課 財政係 主事,,\n10010,,,,,,,退職\n"_s);
    press("chooseStaffFile");

    EXPECT_TRUE(wait([this] { return says(u"Leaves: 田中 太郎 (総務課 庶務係 主事)"_s); }));
    EXPECT_TRUE(says(u"佐藤 花: 総務課 庶務係 主事 → 財政課 財政係 主事"_s));
}

TEST_F(OrganisationPageTest, ThePastIsOnlyLookedAt)
{
    setDay(session->info().today.addDays(-10));

    EXPECT_FALSE(drag(node(people.sato, people.clerk), node(people.budget)));
    EXPECT_FALSE(part<QPushButton>("reorganise")->isVisible());
}

TEST_F(OrganisationPageTest, NothingIsDoneAgainOnADayThatIsPast)
{
    setDay(ahead());
    ASSERT_TRUE(drag(node(people.sato, people.clerk), node(people.budget)));
    part<QToolButton>("undoOrganisation")->click();
    ASSERT_TRUE(part<QToolButton>("redoOrganisation")->isEnabled());

    setDay(session->info().today.addDays(-10));

    EXPECT_FALSE(part<QToolButton>("redoOrganisation")->isEnabled());
    setDay(ahead());
    EXPECT_TRUE(part<QToolButton>("redoOrganisation")->isEnabled()) << "it waits where it may be done";
}

TEST_F(OrganisationPageTest, ADayThatIsNoneIsSaidAndLeavesTheOfficeAsItWas)
{
    auto *line = part<DateEdit>("organisationDay")->findChild<QLineEdit *>();
    const auto type = [&](const QString &text) {
        line->setText(text);
        Q_EMIT line->textEdited(text);
        settle();
    };

    type(u"2026-02-3"_s);
    EXPECT_TRUE(part<QPushButton>("reorganise")->isVisible()) << "half of a day is no day to go to";
    type(u"2026-02-30"_s);
    EXPECT_FALSE(says(DateEdit::tr("There is no such day."))) << "somebody is typing";
    Q_EMIT line->editingFinished();
    settle();

    EXPECT_TRUE(says(DateEdit::tr("There is no such day.")));
    EXPECT_TRUE(part<QPushButton>("reorganise")->isVisible()) << "it is the day as before";
    type(u"2026-02-20"_s);
    EXPECT_FALSE(says(DateEdit::tr("There is no such day.")));
    Q_EMIT line->editingFinished();
    settle();
    EXPECT_FALSE(part<QPushButton>("reorganise")->isVisible()) << "a day that is past";
}

} // namespace kessai::test
