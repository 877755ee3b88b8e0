// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/examination/examinationpage.h"

#include "core/accounting/returnreasons.h"
#include "tests/ui/examinationtest.h"
#include "ui/tray/casemodel.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace kessai::test {

TEST_F(ExaminationPageTest, IsThereForTheAccountingSectionAlone)
{
    openFor(people.shiba);
    EXPECT_TRUE(m_window->navigation()->has(u"examination"_s));
    openFor(people.zaizen);
    EXPECT_FALSE(m_window->navigation()->has(u"examination"_s));
}

TEST_F(ExaminationPageTest, GroupsTheQueueBackwardsFromThePayment)
{
    arrived(u"来月の支払"_s, 40);
    arrived(u"急ぐ支払"_s, 1);
    ASSERT_TRUE(fine(Hand(office, people.sato).file(voucher(u"途中の支払"_s, 3))));

    openFor(people.shiba);

    const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(model()->rowCount(), 6) << "three groups of one";
    EXPECT_TRUE(model()->index(0, 0).data().toString().startsWith(groupWord(VoucherGroup::AtRisk)));
    EXPECT_EQ(model()->voucher(1)->row.title, u"急ぐ支払"_s);
    EXPECT_EQ(model()->voucher(3)->row.title, u"来月の支払"_s);
    EXPECT_EQ(model()->voucher(3)->group, VoucherGroup::Later);
    EXPECT_EQ(model()->voucher(5)->group, VoucherGroup::Coming);
    EXPECT_TRUE(model()->index(5, QueueModel::Where).data().toString().contains(u"庶務係長"_s));
    EXPECT_EQ(model()->waiting().size(), 2u);

    queue()->setFocus();
    queue()->selectAll();
    EXPECT_EQ(queue()->selectionModel()->selectedRows().size(), 2) << "what has not come is not approved";
    queue()->setCurrentIndex(model()->index(5, 0));
    press(Qt::Key_Return);
    EXPECT_TRUE(queue()->isVisible()) << "nor opened";
}

TEST_F(ExaminationPageTest, FiltersByWordsAndSection)
{
    arrived(u"電気料金"_s, 10);
    arrived(u"水道料金"_s, 10);
    openFor(people.shiba);

    model()->setFilter({}, {}, u"でんき　料金"_s);
    EXPECT_EQ(model()->waiting().size(), 0u) << "words are compared as they are written";
    model()->setFilter({}, {}, u"電気"_s);
    EXPECT_EQ(model()->waiting().size(), 1u);
    model()->setFilter(u"福祉課"_s, {}, {});
    EXPECT_EQ(model()->rowCount(), 0);
    model()->setFilter(u"総務課"_s, u"memo"_s, {});
    EXPECT_EQ(model()->waiting().size(), 2u);
}

TEST_F(ExaminationPageTest, OpensWhatWasSearchedByKeysAlone)
{
    arrived(u"電気料金"_s, 10);
    arrived(u"水道料金"_s, 10);
    openFor(people.shiba);
    auto *words = find<QLineEdit>("queueSearch");
    words->setFocus();
    words->setText(u"水道"_s);

    press(Qt::Key_Down);
    EXPECT_EQ(m_window->focusWidget(), queue());
    press(Qt::Key_Return);

    EXPECT_EQ(title(), u"水道料金"_s);
}

TEST_F(ExaminationPageTest, GivesWhatIsInSightAsAList)
{
    const CaseId id = arrived(u"コピー用紙"_s, 20);
    arrived(u"机の購入"_s, 2);
    openFor(people.shiba);
    auto *model = qobject_cast<QueueModel *>(m_window->findChild<QTableView *>(u"queueTable"_s)->model());
    ASSERT_NE(model, nullptr);
    EXPECT_EQ(model->sheet({}).rows.size(), 2u);

    model->setFilter({}, {}, u"コピー"_s);
    const Sheet sheet = model->sheet(u"審査"_s);

    ASSERT_EQ(sheet.rows.size(), 1u) << "no line of a group";
    ASSERT_EQ(sheet.rows[0].size(), sheet.columns.size());
    EXPECT_EQ(sheet.rows[0][1], Sheet::Cell(office.clock().now().day().addDays(20)));
    EXPECT_EQ(sheet.rows[0][4], Sheet::Cell(office.owner().cases().load(id)->number));
    EXPECT_EQ(sheet.rows[0][6], Sheet::Cell(u"コピー用紙"_s));
}

TEST_F(ExaminationPageTest, BringsWhatWasOrderedAndSaysSoUntilItIsExamined)
{
    QJsonObject fields = voucher(u"電気料金"_s, 5);
    fields.remove(u"pays"_s);
    fields.insert(u"orders"_s, true);
    const CaseId id = arrived(fields);
    const auto ownMark = [this] {
        openFor(people.sato);
        m_window->goTo(u"own"_s);
        settle();
        for (const CaseModel *model : m_window->findChildren<CaseModel *>()) {
            if (model->query().kind == ListKind::Own && model->rowCount() == 1)
                return model->index(0, CaseModel::Mark).data().toString();
        }
        return QString();
    };
    openFor(people.shiba);
    EXPECT_TRUE(model()->waiting().empty()) << "nobody has ordered it";
    EXPECT_EQ(ownMark(), u"In progress"_s);

    ASSERT_TRUE(fine(Hand(office, people.bando).approve(id)));

    EXPECT_EQ(ownMark(), u"Ordered, in examination"_s);
    openFor(people.shiba);
    ASSERT_EQ(model()->waiting().size(), 1u);
    queue()->setFocus();
    press(Qt::Key_Return);
    EXPECT_EQ(title(), u"電気料金"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier); // asked once, since nothing was ticked off
    EXPECT_EQ(stateOf(id), CaseState::Decided);
    EXPECT_EQ(ownMark(), u"Decided"_s);
}

TEST_F(ExaminationPageTest, TicksWithSpaceAndApprovesWithOneKey)
{
    const CaseId first = arrived(u"電気料金"_s, 5);
    const CaseId second = arrived(u"水道料金"_s, 6);
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    ASSERT_EQ(title(), u"電気料金"_s);
    const auto *items = find<QTableWidget>("checkTable");
    ASSERT_EQ(items->rowCount(), 2) << "subject and day; nothing is paid and the flag proves nothing";
    EXPECT_EQ(m_window->findChild<VoucherPane *>(u"voucherPane"_s)->unticked(), 2) << "nothing is ticked by itself";

    press(Qt::Key_Space);
    EXPECT_EQ(items->item(0, 0)->checkState(), Qt::Checked);
    EXPECT_EQ(items->currentRow(), 1) << "and on to the next";
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(stateOf(first), CaseState::Running);
    EXPECT_EQ(title(), u"電気料金"_s);
    EXPECT_TRUE(find<QuietBanner>("voucherBanner")->isVisible()) << "an item is not ticked off";

    press(Qt::Key_Space);
    press(Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(title(), u"水道料金"_s) << "the next one is there";
    const auto marks = marksOf(first);
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(marks[0].field, u"subject"_s);
    EXPECT_EQ(marks[1].field, u"payment_on"_s);
    EXPECT_EQ(marks[1].by, people.shiba);
    const auto record = office.owner().cases().load(first);
    EXPECT_EQ(record->history.back().code, u"approved"_s);
    EXPECT_LE(marks[1].at, record->history.back().at) << "the ticks are kept before the act";
    const auto seen = session->desk().run([first](Desk &of) -> Result<int> {
        auto view = of.open(first);
        return view ? Result<int>(view->history.back().checked) : Result<int>(view.failure());
    });
    ASSERT_TRUE(wait([&seen] { return seen.isFinished(); }));
    EXPECT_EQ(*seen.result(), 2) << "the history says how many";

    // Whoever examines decides: asked once, it is approved all the same.
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(office.owner().cases().load(second)->history.back().code, u"approved"_s);
    EXPECT_TRUE(model()->waiting().empty()) << "nothing is left";
    ASSERT_EQ(model()->rowCount(), 3);
    EXPECT_EQ(model()->voucher(1)->group, VoucherGroup::Examined) << "until it is ordered it stays in sight";
    EXPECT_TRUE(model()->index(1, QueueModel::Where).data().toString().contains(u"総務部長"_s));
}

TEST_F(ExaminationPageTest, TakesATickBack)
{
    const CaseId id = arrived(u"電気料金"_s, 5);
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    press(Qt::Key_Space);
    press(Qt::Key_Up);
    press(Qt::Key_Space);

    EXPECT_EQ(find<QTableWidget>("checkTable")->item(0, 0)->checkState(), Qt::Unchecked);
    const auto marks = marksOf(id);
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_FALSE(marks[1].ticked);
}

TEST_F(ExaminationPageTest, TakesNothingBackByOneSpaceTooMany)
{
    const CaseId id = arrived(u"電気料金"_s, 5);
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_Space);

    EXPECT_EQ(m_window->findChild<VoucherPane *>(u"voucherPane"_s)->unticked(), 0);
    EXPECT_EQ(marksOf(id).size(), 2u);
    press(Qt::Key_Up);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    EXPECT_EQ(m_window->findChild<VoucherPane *>(u"voucherPane"_s)->unticked(), 1) << "who comes back means it";
}

TEST_F(ExaminationPageTest, ReturnsNothingBeforeAReasonIsChosen)
{
    const CaseId id = arrived(u"電気料金"_s, 5);
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);

    find<QPushButton>("returnVoucher")->click();
    settle();
    EXPECT_FALSE(find<QPushButton>("approveNext")->isVisible()) << "one thing at a time";
    EXPECT_EQ(find<QComboBox>("returnReason")->currentIndex(), -1);
    press(Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(stateOf(id), CaseState::Running);
    EXPECT_TRUE(find<QWidget>("returnBox")->isVisible());
    press(Qt::Key_Escape);
    EXPECT_FALSE(find<QWidget>("returnBox")->isVisible());
    EXPECT_TRUE(find<QPushButton>("approveNext")->isVisible());
    EXPECT_EQ(title(), u"電気料金"_s);
}

TEST_F(ExaminationPageTest, ReturnsForAReasonOfTheListAndGoesOn)
{
    const CaseId first = arrived(u"電気料金"_s, 5);
    arrived(u"水道料金"_s, 6);
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);

    find<QPushButton>("returnVoucher")->click();
    settle();
    auto *reasons = find<QComboBox>("returnReason");
    ASSERT_TRUE(reasons->isVisible());
    reasons->setCurrentIndex(reasons->findData(u"other"_s));
    EXPECT_FALSE(find<QPushButton>("returnNow")->isEnabled()) << "what else is to be said";
    reasons->setCurrentIndex(reasons->findData(u"amount"_s));
    find<QLineEdit>("returnBesides")->setText(u"請求書は9,800円"_s);
    reasons->setFocus();
    press(Qt::Key_Return, Qt::ControlModifier);

    const auto record = office.owner().cases().load(first);
    EXPECT_EQ(record->projection.state, CaseState::Returned);
    const auto &reason = std::get<Returned>(record->history.back().body).reason;
    EXPECT_EQ(voucherFaultIn(reason)->code, u"amount"_s);
    EXPECT_TRUE(reason.endsWith(u"請求書は9,800円"_s));
    EXPECT_EQ(title(), u"水道料金"_s);
    press(Qt::Key_Escape);
    settle();
    EXPECT_TRUE(find<QLabel>("queueReturns")->text().contains(u"1"_s));
}

TEST_F(ExaminationPageTest, NamesEverythingThatTakesTheFocus)
{
    arrived(u"電気料金"_s, 5);
    openFor(people.shiba);
    const auto namesAll = [this](const char *where) {
        int named = 0;
        for (QWidget *one : m_window->findChild<QWidget *>(u"examinationPage"_s)->findChildren<QWidget *>()) {
            if (!one->isVisible() || !(one->focusPolicy() & Qt::TabFocus))
                continue;
            const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(one);
            EXPECT_FALSE(!face || face->text(QAccessible::Name).isEmpty())
                << where << ' ' << one->metaObject()->className() << ' ' << one->objectName().toStdString();
            ++named;
        }
        EXPECT_GT(named, 3);
    };
    namesAll("the queue");
    queue()->setFocus();
    press(Qt::Key_Return);
    find<QPushButton>("returnVoucher")->click();
    namesAll("a voucher");
}

TEST_F(ExaminationPageTest, LeafsThroughVouchersWithoutAnAct)
{
    const CaseId first = arrived(u"電気料金"_s, 5);
    arrived(u"水道料金"_s, 6);
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);

    press(Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(title(), u"水道料金"_s);
    press(Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(title(), u"電気料金"_s);
    press(Qt::Key_Escape);
    EXPECT_TRUE(queue()->isVisible());
    EXPECT_EQ(stateOf(first), CaseState::Running);
}

TEST_F(ExaminationPageTest, GoesToTheEndsOfTheQueueAfterAVoucher)
{
    for (int day = 5; day < 9; ++day)
        arrived(u"電気料金%1"_s.arg(day), day);
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    press(Qt::Key_Escape);

    press(Qt::Key_End);
    EXPECT_EQ(queue()->currentIndex().row(), model()->rowCount() - 1);
    press(Qt::Key_Home);
    press(Qt::Key_Return);
    EXPECT_EQ(title(), u"電気料金5"_s);
}

TEST_F(ExaminationPageTest, TakesAQuestionBackBeforeTheVoucher)
{
    arrived(u"電気料金"_s, 5);
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(find<QWidget>("voucherBanner")->isVisible());

    press(Qt::Key_Escape);
    EXPECT_FALSE(find<QWidget>("voucherBanner")->isVisible());
    EXPECT_TRUE(find<QTableWidget>("checkTable")->isVisible());
    press(Qt::Key_Escape);
    EXPECT_FALSE(find<QTableWidget>("checkTable")->isVisible());
}

TEST_F(ExaminationPageTest, DecidesAndTicksNothingWhileAKeyIsHeld)
{
    const CaseId first = arrived(u"電気料金"_s, 5);
    const CaseId second = arrived(u"水道料金"_s, 6);
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);

    hold(Qt::Key_Space);
    EXPECT_TRUE(marksOf(first).empty());
    press(Qt::Key_Return, Qt::ControlModifier); // asks
    for (int i = 0; i < 5; ++i)
        hold(Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(title(), u"電気料金"_s);
    for (const CaseId id : {first, second})
        EXPECT_EQ(office.owner().cases().load(id)->history.back().capacity.actor, people.kato)
            << "nothing was decided here";
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(title(), u"水道料金"_s) << "pressed once more it is";
}

TEST_F(ExaminationPageTest, LeavesABoxAsItIsWhereOneIsNotAsked)
{
    const CaseId id = arrived(u"電気料金"_s, 5);
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    press(Qt::Key_Space);
    ASSERT_TRUE(fine(Hand(office, people.shiga).approve(id)));
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier); // refused, and read again
    auto *items = find<QTableWidget>("checkTable");
    ASSERT_EQ(items->rowCount(), 2);
    const size_t marks = marksOf(id).size();

    items->item(1, 0)->setCheckState(Qt::Checked);
    items->item(0, 0)->setCheckState(Qt::Unchecked);
    settle();

    EXPECT_EQ(items->item(1, 0)->checkState(), Qt::Unchecked);
    EXPECT_EQ(items->item(0, 0)->checkState(), Qt::Checked);
    EXPECT_EQ(marksOf(id).size(), marks);
}

TEST_F(ExaminationPageTest, CountsInTheNavigationWhatWaits)
{
    arrived(u"電気料金"_s, 5);
    arrived(u"水道料金"_s, 6);
    openFor(people.shiba);

    session->refresh();
    const QString wanted = NavigationList::tr("%1, %n item(s)", nullptr, 2).arg(OfficePage::tr("Examination"));
    const QAbstractItemModel *places = m_window->navigation()->model();
    EXPECT_TRUE(wait([&] {
        for (int row = 0; row < places->rowCount(); ++row) {
            if (places->index(row, 0).data(Qt::AccessibleTextRole).toString() == wanted)
                return true;
        }
        return false;
    }));
}

} // namespace kessai::test
