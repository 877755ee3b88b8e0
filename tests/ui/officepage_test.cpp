// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/officepage.h"

#include "tests/ui/officetest.h"
#include "ui/cases/casepanel.h"
#include "ui/errortext.h"
#include "ui/formview/composepage.h"
#include "ui/tray/casespage.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai::test {

class OfficePageTest : public OfficeTest {
protected:
    OfficePage &pageOf(StaffId who)
    {
        m_page = &make<OfficePage>(signIn(who));
        show(*m_page);
        settle();
        return *m_page;
    }
    QString title() const { return m_page->findChild<QLabel *>(u"pageTitle"_s)->text(); }
    QString quietLine() const { return m_page->findChild<UndoLine *>(u"quietLine"_s)->text(); }
    QTableView *table() const { return m_page->findChild<QTableView *>(u"caseTable"_s); }
    QLineEdit *subject() const { return m_page->findChild<QLineEdit *>(u"field_subject"_s); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        settle();
    }
    void clickPlace(const QString &id)
    {
        NavigationList *list = m_page->navigation();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->placeRect(id).center());
        settle();
    }

    OfficePage *m_page = nullptr;
};

TEST_F(OfficePageTest, TheGuideIsAboutTheFormOneGoesOnWith)
{
    const CaseId id = office.draft(sato, memoFields(u"机"_s));
    pageOf(sato);
    EXPECT_EQ(m_page->topic(), u"tray"_s);

    Q_EMIT m_page->cases()->editRequested(id);
    settle();

    EXPECT_EQ(m_page->topic(), u"new:memo"_s);
}

TEST_F(OfficePageTest, BeginsAtTheTrayWithTheKeyboardInTheList)
{
    office.file(sato, memoFields(u"机"_s));
    QSignalSpy waiting(&pageOf(suzuki), &OfficePage::waitingChanged);
    const QAbstractItemModelTester tester(m_page->navigation()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    session->refresh();
    settle();

    EXPECT_EQ(title(), u"Waiting for me"_s);
    EXPECT_TRUE(table()->hasFocus());
    EXPECT_EQ(m_page->navigation()->currentId(), u"tray"_s);
    EXPECT_EQ(waiting.last().first().toLongLong(), 1);
    const QModelIndex tray = m_page->navigation()->currentIndex();
    EXPECT_TRUE(tray.data(Qt::AccessibleTextRole).toString().contains(u'1')) << "the count is spoken";
}

TEST_F(OfficePageTest, BeginsWithWhatCameBackWhereNothingWaits)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    office.act(suzuki, id, Return{{}, {}, u"数を書いて"_s});

    pageOf(sato);
    ASSERT_TRUE(wait([this] { return title() == u"Returned to me"_s; }));
    EXPECT_TRUE(table()->hasFocus());

    // Only at the beginning: whoever goes to the tray stays there.
    m_page->goTo(u"tray"_s);
    session->refresh();
    settle();
    EXPECT_EQ(title(), u"Waiting for me"_s);
}

TEST_F(OfficePageTest, GoesEverywhereByKeyboard)
{
    office.draft(sato, memoFields(u"書きかけ"_s));
    pageOf(sato);
    m_page->navigation()->setFocus();
    QStringList titles{title()};
    for (int i = 0; i < 6; ++i) {
        m_page->navigation()->setFocus();
        press(Qt::Key_Down);
        titles.append(title());
    }

    EXPECT_EQ(titles,
              QStringList({u"Waiting for me"_s, u"Decided"_s, u"Everything I may read"_s, u"New request"_s,
                           u"My requests"_s, u"Returned to me"_s, u"Drafts"_s}));

    press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(title(), u"Waiting for me"_s);
    EXPECT_EQ(m_page->navigation()->currentId(), u"tray"_s);
}

TEST_F(OfficePageTest, WhatIsFiledIsFoundByWhatOneCallsIt)
{
    pageOf(sato);
    press(Qt::Key_N, Qt::ControlModifier);
    EXPECT_EQ(title(), u"New request"_s);
    auto *words = find<QLineEdit>(*m_page, u"formFind"_s);
    ASSERT_TRUE(words->hasFocus()) << "ready to type";
    auto *list = find<QListView>(*m_page, u"formList"_s);
    type(words, u"なにか"_s);
    EXPECT_FALSE(list->currentIndex().isValid()) << "nothing is called so";
    EXPECT_TRUE(find<QWidget>(*m_page, u"noForm"_s)->isVisible()) << "and the page says it";
    press(Qt::Key_Return);
    EXPECT_EQ(title(), u"New request"_s);
    press(Qt::Key_Escape);
    EXPECT_TRUE(list->currentIndex().isValid()) << "everything is there again";
    EXPECT_FALSE(find<QWidget>(*m_page, u"noForm"_s)->isVisible());
    for (const QString &typed : {u"syokyuu"_s, u"shokyu"_s, u"ukag"_s}) {
        type(words, typed);
        EXPECT_EQ(list->currentIndex().data().toString(), u"Memo"_s)
            << typed.toStdString() << ", typed without an input method";
        press(Qt::Key_Escape);
    }

    type(words, u"うかがい"_s);
    EXPECT_EQ(list->currentIndex().data().toString(), u"Memo"_s);
    press(Qt::Key_Return);

    EXPECT_EQ(title(), u"New: Memo"_s);
    EXPECT_EQ(m_page->navigation()->currentId(), u"new"_s);
    EXPECT_TRUE(subject()->hasFocus()) << "ready to write";
}

TEST_F(OfficePageTest, AUsualWayOfFilingIsFilledIn)
{
    pageOf(sato);
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_Down);

    press(Qt::Key_Return);

    EXPECT_EQ(title(), u"New: Memo"_s);
    EXPECT_EQ(find<QComboBox>(*m_page, u"field_sort"_s)->currentData().toString(), u"special"_s);
}

TEST_F(OfficePageTest, EscapeGoesBackToWhereOneWasAndKeepsTheDraft)
{
    pageOf(sato);
    clickPlace(u"own"_s);
    m_page->goTo(u"new:memo"_s);
    settle();
    type(subject(), u"机"_s);

    press(Qt::Key_Escape);

    EXPECT_EQ(title(), u"My requests"_s);
    EXPECT_EQ(office.draftsOf(sato).size(), 1u);
}

TEST_F(OfficePageTest, AnEmptyTrayLeadsToWhatCameBack)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    office.act(suzuki, id, Return{{}, {}, u"数を書いて"_s});
    pageOf(sato);
    m_page->goTo(u"tray"_s);
    settle();
    auto *empty = find<QWidget>(*m_page, u"listEmpty"_s);
    ASSERT_TRUE(empty->isVisible());

    empty->findChild<QPushButton *>()->click();
    settle();

    EXPECT_EQ(title(), u"Returned to me"_s);
}

TEST_F(OfficePageTest, LeavingAFormSavesIt)
{
    pageOf(sato);
    m_page->goTo(u"new:memo"_s);
    settle();
    type(subject(), u"机"_s);

    press(Qt::Key_1, Qt::ControlModifier);

    EXPECT_EQ(office.draftsOf(sato).size(), 1u);
    EXPECT_EQ(title(), u"Waiting for me"_s);
}

TEST_F(OfficePageTest, ASubmittedRequestIsShownAmongOnesOwn)
{
    pageOf(sato);
    m_page->goTo(u"new:memo"_s);
    settle();
    type(subject(), u"机"_s);

    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
    settle();

    EXPECT_EQ(title(), u"My requests"_s);
    EXPECT_TRUE(quietLine().startsWith(u"Submitted. R"_s)) << "which one: " << quietLine().toStdString();
    EXPECT_TRUE(quietLine().endsWith(u"机"_s));
    EXPECT_EQ(find<QuietBanner>(*m_page, u"caseRecorded"_s)->text(), quietLine()) << "and beside the case";
    ASSERT_NE(m_page->cases()->panel()->view(), nullptr);
    EXPECT_EQ(m_page->cases()->panel()->view()->record.title, u"机"_s);
}

TEST_F(OfficePageTest, AReturnedCaseIsCorrectedAndLeftAgainToItsList)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    office.act(suzuki, id, Return{{}, {}, u"数を書いて"_s});
    pageOf(sato);
    m_page->goTo(u"attention"_s);
    settle();
    find<QPushButton>(*m_page, u"editButton"_s)->click();
    settle();
    ASSERT_EQ(title(), u"Correct: Memo"_s);
    type(subject(), u"三台"_s);

    clickPlace(u"attention"_s);

    EXPECT_EQ(title(), u"Returned to me"_s) << "the place one came from leads back";
    EXPECT_EQ(office.contentOf(id).fields.value(u"subject"_s), u"机三台"_s) << "and what was typed is saved";
}

TEST_F(OfficePageTest, ACancellationInWhichNothingWasWrittenLeavesNothingBehind)
{
    const CaseId id = office.file(sato, memoFields(u"机の購入"_s, 20'000));
    office.act(suzuki, id, Approve{});
    office.act(kato, id, Approve{});
    office.file(sato, memoFields(u"椅子"_s)); // above it in the list
    pageOf(sato);
    m_page->goTo(u"own"_s);
    settle();
    press(Qt::Key_End);
    auto *panel = m_page->findChild<CasePanel *>();
    ASSERT_EQ(panel->currentCase(), id);
    const auto draft = [&] {
        find<QPushButton>(*m_page, u"draftCancellationButton"_s)->click();
        EXPECT_TRUE(wait([this] { return title().startsWith(u"Cancellation of"_s); }));
        settle();
    };
    draft();
    ASSERT_EQ(office.draftsOf(sato).size(), 1u);

    press(Qt::Key_Escape);

    EXPECT_EQ(title(), u"My requests"_s);
    EXPECT_EQ(office.draftsOf(sato).size(), 0u);
    EXPECT_EQ(panel->currentCase(), id) << "where one was";

    draft();
    auto *reason = find<QLineEdit>(*m_page, u"cancellationReason"_s);
    type(reason, u"不要になった"_s);
    press(Qt::Key_Escape);
    EXPECT_EQ(office.draftsOf(sato).size(), 1u) << "what was written is kept";
    EXPECT_EQ(panel->currentCase(), id);
}

TEST_F(OfficePageTest, APlaceIsToldOfOnceHoweverItIsChosen)
{
    pageOf(sato);
    QSignalSpy chosen(m_page->navigation(), &NavigationList::placeChosen);

    clickPlace(u"own"_s);
    EXPECT_EQ(chosen.count(), 1);
    clickPlace(u"own"_s);
    EXPECT_EQ(chosen.count(), 2);
    m_page->navigation()->setFocus();
    press(Qt::Key_Return);
    EXPECT_EQ(chosen.count(), 3);
    m_page->navigation()->setFocus();
    press(Qt::Key_Down);
    EXPECT_EQ(chosen.count(), 4);
}

TEST_F(OfficePageTest, ACaseThatCannotBeOpenedForWritingStaysInTheList)
{
    const CaseId id = office.draft(sato, memoFields(u"書きかけ"_s));
    pageOf(sato);
    m_page->goTo(u"drafts"_s);
    settle();
    office.failNext(Ask::Load, Error{ErrorCode::Busy, {}, {}});

    Q_EMIT m_page->cases()->editRequested(id);
    settle();

    EXPECT_EQ(title(), u"Drafts"_s);
    EXPECT_EQ(quietLine(), errorText(Error{ErrorCode::Busy, {}, {}}).both());
}

TEST_F(OfficePageTest, SearchLooksInEverythingFromTheTrayAndReturnGoesIntoTheResults)
{
    office.file(sato, memoFields(u"机の購入"_s));
    office.file(sato, memoFields(u"椅子の購入"_s));
    pageOf(sato);
    press(Qt::Key_F, Qt::ControlModifier);
    auto *search = find<SearchField>(*m_page, u"searchField"_s);
    ASSERT_TRUE(search->hasFocus());
    type(search, u"椅子"_s);
    ASSERT_TRUE(wait([this] { return title() == u"Everything I may read"_s; }));
    settle();
    EXPECT_TRUE(search->hasFocus()) << "while one types";

    press(Qt::Key_Return);

    EXPECT_EQ(table()->model()->rowCount(), 1);
    EXPECT_TRUE(table()->hasFocus());
}

TEST_F(OfficePageTest, ASearchThatIsGivenUpLeadsBackToTheTray)
{
    office.file(sato, memoFields(u"机の購入"_s));
    pageOf(suzuki);
    press(Qt::Key_F, Qt::ControlModifier);
    auto *search = find<SearchField>(*m_page, u"searchField"_s);
    type(search, u"椅子"_s);
    ASSERT_TRUE(wait([this] { return title() == u"Everything I may read"_s; }));

    press(Qt::Key_Escape);

    EXPECT_EQ(title(), u"Waiting for me"_s);
    EXPECT_EQ(m_page->navigation()->currentId(), u"tray"_s);
    EXPECT_EQ(table()->model()->rowCount(), 1);
    type(search, u"机"_s);
    press(Qt::Key_Down);
    EXPECT_TRUE(table()->hasFocus());
    clickPlace(u"own"_s);
    QTest::qWait(400); // longer than the field waits for the next key
    EXPECT_EQ(title(), u"My requests"_s) << "whoever goes elsewhere stays there";
}

TEST_F(OfficePageTest, ADeletedDraftCanBeBroughtBack)
{
    office.draft(sato, memoFields(u"書きかけ"_s));
    pageOf(sato);
    m_page->goTo(u"drafts"_s);
    settle();
    ASSERT_EQ(table()->model()->rowCount(), 1);
    EXPECT_TRUE(find<QPushButton>(*m_page, u"editButton"_s)->isVisible());
    EXPECT_TRUE(find<QPushButton>(*m_page, u"discardDraftButton"_s)->isVisible());

    press(Qt::Key_Delete);
    settle();
    EXPECT_TRUE(office.draftsOf(sato).empty());
    EXPECT_TRUE(quietLine().endsWith(u"書きかけ"_s)) << quietLine().toStdString();

    find<QPushButton>(*find<UndoLine>(*m_page, u"quietLine"_s), u"undo"_s)->click();
    settle();
    settle();
    ASSERT_EQ(office.draftsOf(sato).size(), 1u);
    EXPECT_EQ(office.contentOf(office.draftsOf(sato).front()).fields.value(u"subject"_s), u"書きかけ"_s);
}

TEST_F(OfficePageTest, OnASmallScreenEverythingIsWithinReach)
{
    pageOf(sato);
    m_page->goTo(u"new:memo"_s);
    settle();
    const QSize small(910 - 16, 512 - 40); // 1366×768 at 150 %, without the frame

    m_page->resize(small);
    settle();

    EXPECT_EQ(m_page->size(), small);
    EXPECT_LE(m_page->minimumSizeHint().width(), small.width());
    EXPECT_LE(m_page->minimumSizeHint().height(), small.height());
    EXPECT_TRUE(m_page->navigation()->isRail());
    for (const QString &name : {u"submitButton"_s, u"field_subject"_s, u"searchField"_s, u"newButton"_s}) {
        auto *one = find<QWidget>(*m_page, name);
        const QRect place(one->mapTo(m_page, QPoint(0, 0)), one->size());
        EXPECT_TRUE(m_page->rect().contains(place)) << name.toStdString();
    }
}

TEST_F(OfficePageTest, OnASmallScreenTheActsOfACaseAreWithinReach)
{
    office.file(sato, memoFields(u"机"_s));
    pageOf(suzuki);
    auto *route = find<QWidget>(*m_page, u"caseRoute"_s);
    EXPECT_TRUE(route->isVisible());

    m_page->resize(910 - 16, 512 - 40); // 1366×768 at 150 %, without the frame
    settle();

    for (const QString &name : {u"approveButton"_s, u"returnButton"_s, u"rejectButton"_s, u"caseTitle"_s}) {
        auto *one = find<QWidget>(*m_page, name);
        EXPECT_TRUE(one->isVisible()) << name.toStdString();
        EXPECT_TRUE(QTest::qWaitFor([&] { // what was empty at first asks for less room a moment later
            return m_page->rect().contains(QRect(one->mapTo(m_page, QPoint(0, 0)), one->size()));
        })) << name.toStdString();
    }
    auto *tabs = find<QTabWidget>(*m_page, u"caseTabs"_s);
    ASSERT_EQ(tabs->tabText(1), u"Route"_s);
    tabs->setCurrentIndex(1);
    settle();
    EXPECT_TRUE(route->isVisible());
    EXPECT_GE(route->height(), route->minimumSizeHint().height()) << "whole, not cut";

    m_page->resize(1366, 768);
    settle();
    EXPECT_EQ(tabs->count(), 3);
    EXPECT_TRUE(route->isVisible());
}

TEST_F(OfficePageTest, ALostConnectionIsABannerAndGoesByItself)
{
    office.file(sato, memoFields(u"机"_s));
    pageOf(suzuki);
    const auto banner = [this] {
        const QList<QuietBanner *> all = m_page->findChildren<QuietBanner *>(Qt::FindDirectChildrenOnly);
        return all.front();
    };
    EXPECT_FALSE(banner()->isVisible());
    office.cut();

    press(Qt::Key_F5);
    EXPECT_TRUE(banner()->isVisible());
    EXPECT_EQ(banner()->kind(), BannerKind::Warning);
    EXPECT_EQ(table()->model()->rowCount(), 1) << "what was read can still be read";

    office.mend();
    Q_EMIT banner()->actionTriggered();
    settle();
    EXPECT_FALSE(banner()->isVisible());
}

TEST_F(OfficePageTest, TheNextOpensWhileOneWorksAndNothingWaitsForTheOffice)
{
    for (int i = 0; i < 12; ++i)
        office.file(sato, memoFields(u"机 %1"_s.arg(i)));
    pageOf(suzuki);
    const LoopWatch watch;

    for (int i = 0; i < 12; ++i)
        press(Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(table()->model()->rowCount(), 0);
    EXPECT_FALSE(office.askedOnGuiThread());
    // For information only: what a turn takes depends on the machine.
    RecordProperty("SlowTurns", watch.slowTurns());
    RecordProperty("LongestTurnMs", int(watch.longest()));
    std::printf("12 approvals: %d turns of the event loop over 16 ms, the longest %d ms\n", watch.slowTurns(),
                int(watch.longest()));
}

TEST_F(OfficePageTest, ALongListSaysThatThereIsMoreUntilItsEndIsRead)
{
    office.fill(450);
    OfficePage &page = pageOf(sato);
    page.goTo(u"own"_s);
    settle();
    const auto shownText = [&page] {
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>())
            texts += label->text();
        return texts.join(u'|');
    };
    EXPECT_TRUE(shownText().contains(u"more than 200"_s)) << shownText().toStdString();
    EXPECT_TRUE(shownText().contains(u"200 shown, more below"_s));

    auto *table = find<QTableView>(page, u"caseTable"_s);
    table->model()->fetchMore({});
    settle();

    EXPECT_FALSE(shownText().contains(u"more than"_s)) << shownText().toStdString();
    EXPECT_TRUE(shownText().contains(u"450 of 450 shown"_s)) << shownText().toStdString();
}

} // namespace kessai::test
