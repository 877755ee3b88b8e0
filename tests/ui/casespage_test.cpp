// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/casespage.h"

#include "tests/ui/officetest.h"
#include "ui/cases/casepanel.h"
#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/tray/bulkpanel.h"
#include "ui/tray/casemodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/quietbanner.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai::test {

class CasesPageTest : public OfficeTest {
protected:
    CasesPage &pageOf(StaffId who, ListKind kind = ListKind::Tray)
    {
        m_page = &make<CasesPage>(signIn(who));
        show(*m_page);
        m_page->showList(kind);
        m_page->focusList();
        settle();
        return *m_page;
    }
    QTableView *table() const { return m_page->findChild<QTableView *>(u"caseTable"_s); }
    const CaseModel *model() const { return static_cast<const CaseModel *>(table()->model()); }
    std::optional<CaseId> shown() const { return m_page->panel()->currentCase(); }
    /// The cases marked in the list.
    std::vector<CaseId> chosen() const
    {
        std::vector<CaseId> ids;
        const QModelIndexList rows = table()->selectionModel()->selectedRows();
        for (const QModelIndex &index : rows)
            ids.push_back(model()->row(index.row())->id);
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        settle();
    }
    QListWidget *results() const { return m_page->findChild<QListWidget *>(u"bulkList"_s); }
    BulkPanel *bulk() const { return m_page->findChild<BulkPanel *>(); }
    void approveAll()
    {
        EXPECT_TRUE(wait([this] { return bulk()->ready(); }));
        m_page->findChild<QPushButton *>(u"bulkApproveButton"_s)->click(); // it asks
        m_page->findChild<QPushButton *>(u"bulkApproveButton"_s)->click();
        EXPECT_TRUE(wait([this] { return !bulk()->running(); }));
        settle();
    }

    CasesPage *m_page = nullptr;
};

TEST_F(CasesPageTest, OpensTheFirstCaseAndFollowsTheKeyboard)
{
    const CaseId first = office.file(sato, memoFields(u"一"_s));
    const CaseId second = office.file(sato, memoFields(u"二"_s));
    pageOf(suzuki);
    EXPECT_EQ(shown(), second);
    EXPECT_EQ(chosen(), std::vector({second}));
    EXPECT_TRUE(table()->hasFocus());

    press(Qt::Key_Down);

    EXPECT_EQ(shown(), first);
    EXPECT_TRUE(model()->wasRead(first, 1));
}

TEST_F(CasesPageTest, ATrayIsClearedWithTheKeyboardAlone)
{
    std::vector<CaseId> ids;
    for (const QString &subject : {u"一"_s, u"二"_s, u"三"_s})
        ids.push_back(office.file(sato, memoFields(subject)));
    pageOf(suzuki);
    QSignalSpy recorded(m_page, &CasesPage::recorded);

    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(office.stateOf(ids[2]).seq, 2);
    EXPECT_EQ(shown(), ids[1]) << "the next item opens by itself";
    EXPECT_EQ(chosen(), std::vector({ids[1]}));
    EXPECT_TRUE(table()->hasFocus());

    // From the list to the acts, from there to the comment, and back to the list by the act.
    press(Qt::Key_Return);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"approveButton"_s);
    press(Qt::Key_Backtab);
    ASSERT_EQ(QApplication::focusWidget()->objectName(), u"commentEdit"_s);
    type(QApplication::focusWidget(), u"承認します"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(office.stateOf(ids[1]).seq, 2);
    EXPECT_EQ(shown(), ids[0]);
    EXPECT_TRUE(table()->hasFocus());

    press(Qt::Key_Return);
    press(Qt::Key_Space);
    EXPECT_EQ(office.stateOf(ids[0]).seq, 2);
    EXPECT_TRUE(m_page->findChild<EmptyState *>(u"listEmpty"_s)->isVisible());
    EXPECT_EQ(shown(), std::nullopt);
    EXPECT_EQ(recorded.count(), 3);
}

TEST_F(CasesPageTest, TheNextOneOpensWhereTheCaseWasEvenWhenOthersArrivedAbove)
{
    std::vector<CaseId> ids;
    for (const QString &subject : {u"一"_s, u"二"_s, u"三"_s})
        ids.push_back(office.file(sato, memoFields(subject)));
    pageOf(suzuki);
    press(Qt::Key_Down);
    ASSERT_EQ(shown(), ids[1]);
    office.file(sato, memoFields(u"四"_s));
    session->refresh();
    settle();
    ASSERT_EQ(model()->rowCount(), 4);
    EXPECT_EQ(shown(), ids[1]);
    EXPECT_EQ(chosen(), std::vector({ids[1]})) << "the mark moves along with its case";

    press(Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(shown(), ids[0]);
    EXPECT_EQ(chosen(), std::vector({ids[0]}));
}

TEST_F(CasesPageTest, ACaseSomebodyElseDidStaysInSightButNoOtherIsMarkedInItsPlace)
{
    const CaseId first = office.file(sato, memoFields(u"一"_s));
    const CaseId second = office.file(sato, memoFields(u"二"_s));
    pageOf(suzuki);
    ASSERT_EQ(shown(), second);
    office.act(sato, second, Cancel{u"不要"_s});

    session->refresh();
    settle();

    ASSERT_EQ(model()->rowCount(), 1);
    EXPECT_EQ(shown(), second);
    EXPECT_EQ(chosen(), std::vector<CaseId>());
    EXPECT_EQ(office.stateOf(first).seq, 1);
}

TEST_F(CasesPageTest, SeveralAreApprovedEachWithItsOwnResult)
{
    std::vector<CaseId> ids;
    for (const QString &subject : {u"一"_s, u"二"_s, u"三"_s, u"四"_s})
        ids.push_back(office.file(sato, memoFields(subject)));
    pageOf(suzuki);
    QSignalSpy recorded(m_page, &CasesPage::recorded);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    ASSERT_EQ(results()->count(), 3);
    office.act(sato, ids[2], Comment{u"数を変えました"_s});
    office.tamper(ids[1]);

    approveAll();

    EXPECT_EQ(office.stateOf(ids[3]).seq, 2) << "approved";
    EXPECT_EQ(office.stateOf(ids[2]).seq, 2) << "only the comment: it had moved on since it was chosen";
    EXPECT_EQ(office.stateOf(ids[1]).seq, 1) << "damaged";
    EXPECT_EQ(office.stateOf(ids[0]).seq, 1) << "not chosen";
    ASSERT_TRUE(results()->isVisible()) << "what came of each stays to be read";
    EXPECT_FALSE(results()->item(0)->text().contains(u"moved on"_s));
    EXPECT_TRUE(results()->item(1)->text().endsWith(refusalText(Refusal::Stale).both()));
    EXPECT_TRUE(results()->item(2)->text().endsWith(refusalText(Refusal::Damaged).both()));
    ASSERT_EQ(recorded.count(), 1);
    EXPECT_EQ(recorded.first().first().toString(), u"1 approved, 2 not"_s);
    EXPECT_TRUE(table()->hasFocus());
    EXPECT_EQ(chosen(), std::vector<CaseId>());
}

TEST_F(CasesPageTest, WhatOneShouldLookAtStaysInSightUnderATitleOfAnyLength)
{
    office.file(sato, memoFields(u"一"_s));
    office.file(sato, memoFields(u"二"_s));
    pageOf(suzuki);
    press(Qt::Key_Down, Qt::ShiftModifier);
    ASSERT_EQ(results()->count(), 2);
    QListWidgetItem *item = results()->item(0);
    const QStyle *style = results()->style();
    // Beside the box to tick and the icon; what the style puts between them makes it narrower still.
    const int room = results()->visualItemRect(item).width() - style->pixelMetric(QStyle::PM_IndicatorWidth)
        - style->pixelMetric(QStyle::PM_SmallIconSize);

    for (int letters = 1; letters < 80; ++letters) {
        item->setText(QString(letters, u'件') + u"\n2日超過・未読"_s);
        const QRect words =
            QFontMetrics(results()->font()).boundingRect(QRect(0, 0, room, 1000), Qt::TextWrapAnywhere, item->text());
        EXPECT_GE(results()->sizeHintForIndex(results()->model()->index(0, 0)).height(), words.height()) << letters;
    }
}

TEST_F(CasesPageTest, OneSlipOfAKeyDecidesNothing)
{
    std::vector<CaseId> ids;
    for (const QString &subject : {u"一"_s, u"二"_s, u"三"_s})
        ids.push_back(office.file(sato, memoFields(subject, 1'000)));
    pageOf(suzuki);
    press(Qt::Key_A, Qt::ControlModifier);
    ASSERT_TRUE(wait([this] { return bulk()->ready(); }));
    auto *question = find<QLabel>(*m_page, u"bulkQuestion"_s);
    EXPECT_FALSE(question->isVisible());
    EXPECT_TRUE(results()->item(0)->text().contains(u"¥1,000"_s)) << results()->item(0)->text().toStdString();

    find<QPushButton>(*m_page, u"bulkApproveButton"_s)->click();
    settle();

    for (CaseId id : ids)
        EXPECT_EQ(office.stateOf(id).seq, 1) << "it only asks";
    EXPECT_EQ(question->text(), u"3 cases will be approved; 2 of them you have not opened."_s);
    press(Qt::Key_Escape);
    EXPECT_FALSE(question->isVisible());

    results()->item(1)->setCheckState(Qt::Unchecked);
    find<QPushButton>(*m_page, u"bulkApproveButton"_s)->click();
    press(Qt::Key_Return);
    EXPECT_TRUE(wait([this] { return !bulk()->running(); }));
    settle();
    EXPECT_EQ(office.stateOf(ids[2]).seq, 2);
    EXPECT_EQ(office.stateOf(ids[1]).seq, 1) << "left out";
    EXPECT_EQ(office.stateOf(ids[0]).seq, 2);
}

TEST_F(CasesPageTest, WhatIsChosenStaysChosenWhenANewItemArrives)
{
    std::vector<CaseId> ids;
    for (const QString &subject : {u"一"_s, u"二"_s, u"三"_s})
        ids.push_back(office.file(sato, memoFields(subject)));
    pageOf(suzuki);
    press(Qt::Key_Down, Qt::ShiftModifier);
    ASSERT_EQ(chosen(), std::vector({ids[1], ids[2]}));

    const CaseId late = office.file(sato, memoFields(u"四"_s));
    session->refresh();
    settle();
    ASSERT_EQ(model()->rowCount(), 4);
    EXPECT_EQ(chosen(), std::vector({ids[1], ids[2]}));

    approveAll();
    EXPECT_EQ(office.stateOf(late).seq, 1);
    EXPECT_EQ(office.stateOf(ids[1]).seq, 2);
    EXPECT_EQ(office.stateOf(ids[2]).seq, 2);
}

TEST_F(CasesPageTest, ALossDuringABulkRunFailsTheRestAndLosesNothing)
{
    std::vector<CaseId> ids;
    for (const QString &subject : {u"一"_s, u"二"_s})
        ids.push_back(office.file(sato, memoFields(subject)));
    pageOf(suzuki);
    press(Qt::Key_Down, Qt::ShiftModifier);
    office.cut();

    approveAll();

    EXPECT_EQ(results()->count(), 2);
    for (int i = 0; i < 2; ++i)
        EXPECT_TRUE(results()->item(i)->text().endsWith(errorText(Error{ErrorCode::ConnectionLost, {}, {}}).both()));
    EXPECT_EQ(office.stateOf(ids[0]).seq, 1);
}

TEST_F(CasesPageTest, SeveralAreOnlyApprovedFromTheTray)
{
    office.file(sato, memoFields(u"一"_s));
    office.file(sato, memoFields(u"二"_s));
    pageOf(sato, ListKind::Own);

    press(Qt::Key_Down, Qt::ShiftModifier);

    EXPECT_EQ(chosen().size(), 2u);
    EXPECT_FALSE(bulk()->isVisible());
}

TEST_F(CasesPageTest, AnEmptyListSaysWhatToDo)
{
    pageOf(sato, ListKind::Drafts);
    QSignalSpy wanted(m_page, &CasesPage::newRequested);
    auto *button = find<QPushButton>(*find<EmptyState>(*m_page, u"listEmpty"_s), u"emptyStateButton"_s);
    ASSERT_TRUE(button->isVisible());

    QTest::keyClick(button, Qt::Key_Space);

    EXPECT_EQ(wanted.count(), 1);

    m_page->search(u"何か"_s);
    settle();
    EXPECT_FALSE(button->isVisible()) << "nothing found is no reason to file something";
}

TEST_F(CasesPageTest, SearchNarrowsTheListAndOpensTheFirst)
{
    const CaseId found = office.file(sato, memoFields(u"机の購入"_s));
    office.file(sato, memoFields(u"椅子の購入"_s));
    pageOf(sato, ListKind::Own);

    m_page->search(u"机"_s);
    settle();

    EXPECT_EQ(model()->rowCount(), 1);
    EXPECT_EQ(shown(), found);
}

TEST_F(CasesPageTest, TheKindOfCaseNarrowsTheList)
{
    office.file(sato, memoFields(u"机"_s));
    pageOf(suzuki);
    auto *kinds = find<QComboBox>(*m_page, u"kindBox"_s);
    ASSERT_EQ(kinds->count(), 3) << "all, a line, and the one form";

    kinds->setCurrentIndex(2);
    settle();

    EXPECT_EQ(model()->query().forms, QStringList({u"memo"_s}));
    EXPECT_EQ(model()->rowCount(), 1);
    EXPECT_TRUE(table()->isColumnHidden(CaseModel::Amount)) << "no case of it has one";
}

TEST_F(CasesPageTest, AListIsSavedToItsEndHoweverLittleOfItWasRead)
{
    office.fill(450);
    pageOf(sato, ListKind::Own);
    ASSERT_EQ(model()->rowCount(), 200);
    QTemporaryDir folder;
    answers.savePath = folder.filePath(u"own.csv"_s);
    QSignalSpy recorded(m_page, &CasesPage::recorded);

    find<QAction>(*m_page, u"exportCsv"_s)->trigger();
    ASSERT_TRUE(wait([&] { return recorded.count() == 1; }));

    EXPECT_TRUE(recorded.front().front().toString().contains(answers.savePath)) << "it says where";
    QFile file(answers.savePath);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().count('\n'), 451);
}

TEST_F(CasesPageTest, AListThatIsNotSavedToItsEndSaysSo)
{
    pageOf(sato, ListKind::Own);
    QTemporaryDir folder;
    answers.savePath = folder.filePath(u"long.csv"_s);
    Sheet sheet{u"long"_s, {{u"Number"_s, 10}}, {}};
    sheet.rows.push_back({u"R8-1"_s});
    sheet.cut = true;
    ExportButton button([] { return u"long"_s; }, [&](const std::function<void(Sheet)> &then) { then(sheet); },
                        nullptr);
    QSignalSpy saved(&button, &ExportButton::saved);
    QSignalSpy failed(&button, &ExportButton::failed);

    find<QAction>(button, u"exportCsv"_s)->trigger();
    ASSERT_TRUE(wait([&] { return failed.count() == 1; }));

    EXPECT_TRUE(failed.front().front().toString().contains(answers.savePath)) << "what there is was saved";
    EXPECT_TRUE(QFile::exists(answers.savePath));
    EXPECT_TRUE(saved.isEmpty());
}

TEST_F(CasesPageTest, AListThatCannotBeReadSaysSoAndTriesAgain)
{
    office.file(sato, memoFields(u"机"_s));
    pageOf(suzuki);
    office.failNext(Ask::List, Error{ErrorCode::Busy, {}, {}});
    m_page->showList(ListKind::All);
    settle();
    const QList<QuietBanner *> banners = m_page->findChildren<QuietBanner *>();
    const auto said = std::find_if(banners.begin(), banners.end(), [](const QuietBanner *one) {
        return one->isVisible() && one->text() == errorText(Error{ErrorCode::Busy, {}, {}}).both();
    });
    ASSERT_NE(said, banners.end());

    Q_EMIT(*said)->actionTriggered();
    settle();

    EXPECT_FALSE((*said)->isVisible());
    EXPECT_EQ(model()->rowCount(), 1);
}

TEST_F(CasesPageTest, ReturnOnADraftGoesOnWritingIt)
{
    const CaseId id = office.draft(sato, memoFields(u"書きかけ"_s));
    pageOf(sato, ListKind::Drafts);
    std::vector<CaseId> edited;
    QObject::connect(m_page, &CasesPage::editRequested, m_page, [&edited](CaseId one) { edited.push_back(one); });

    press(Qt::Key_Return);

    EXPECT_EQ(edited, std::vector({id}));
}

TEST_F(CasesPageTest, ATypedReasonKeepsItsCaseInSightThoughTheTrayEmpties)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    pageOf(suzuki);
    auto *comment = find<QPlainTextEdit>(*m_page, u"commentEdit"_s);
    type(comment, u"書きかけの理由"_s);
    office.act(sato, id, Withdraw{});

    session->refresh();
    settle();

    EXPECT_EQ(model()->rowCount(), 0);
    EXPECT_EQ(shown(), id);
    EXPECT_EQ(comment->toPlainText(), u"書きかけの理由"_s);
}

} // namespace kessai::test
