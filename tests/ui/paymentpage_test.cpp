// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/paymentpage.h"

#include "tests/ui/paymenttest.h"
#include "ui/print/paymentsheet.h"
#include "ui/theme/controls.h"
#include "ui/widgets/navigationlist.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QSignalSpy>

namespace kessai::test {

TEST_F(PaymentPageTest, IsForTheAccountingSection)
{
    openFor(people.shiba);
    EXPECT_TRUE(PaymentPage::concerns(session->info()));
    openFor(people.sato);
    EXPECT_FALSE(PaymentPage::concerns(session->info()));
}

TEST_F(PaymentPageTest, LetsAuditorsLookOn)
{
    registerSource();
    decided(20'000);
    openFor(people.fukuda);
    ASSERT_TRUE(PaymentPage::concerns(session->info()));

    EXPECT_EQ(placeCell(PaymentPlaceModel::Amount), u"20,000"_s);
    for (const char *name : {"paymentPrimary", "paymentReturn", "paymentAgain", "paymentDiscard", "editSource"})
        EXPECT_FALSE(find<QPushButton>(name)->isVisible()) << name;
    key("paymentPlaces", Qt::Key_Return);
    EXPECT_FALSE(find<QWidget>("paymentCard")->isVisible());
    EXPECT_TRUE(find<QPushButton>("paymentPrint")->isVisible());
}

TEST_F(PaymentPageTest, RecordsWhatCameBackAYearLater)
{
    registerSource();
    decided(20'000);
    openFor(people.shiba);
    writeTheFile();
    wakeOnItsDay();
    key("paymentPlaces", Qt::Key_Return, Qt::ControlModifier);
    key("confirmPayment", Qt::Key_Return);
    ASSERT_EQ(batch().state, BatchState::Paid);
    wakeOn(batch().day.addDays(400), people.shiba);
    ASSERT_EQ(find<QTableView>("paymentPlaces")->model()->rowCount(), 0) << "long done with";

    QTest::mouseClick(find<QPushButton>("olderPayments"), Qt::LeftButton);
    settleAll();

    ASSERT_EQ(find<QTableView>("paymentPlaces")->model()->rowCount(), 1);
    key("paymentRows", Qt::Key_Delete);
    find<QLineEdit>("paymentReason")->setText(u"口座解約"_s);
    key("confirmPayment", Qt::Key_Return);
    EXPECT_EQ(batch().lines.front().returned, u"口座解約"_s);
    EXPECT_EQ(placeCell(PaymentPlaceModel::Amount), u"20,000"_s) << "it is to be paid again";
}

TEST_F(PaymentPageTest, TellsABatchThatNobodyConfirmedAndConfirmsItByOneKey)
{
    registerSource();
    decided(20'000);
    openFor(people.shiba);
    writeTheFile();
    wakeOn(batch().day.addDays(1), people.shiba);
    EXPECT_EQ(placeCell(PaymentPlaceModel::State), PaymentPlaceModel::tr("Not confirmed"));

    key("paymentPlaces", Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(find<QWidget>("paymentCard")->isVisible());
    key("paymentPlaces", Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(batch().state, BatchState::Paid);
    EXPECT_EQ(placeCell(PaymentPlaceModel::State), batchWord(BatchState::Paid));
}

TEST_F(PaymentPageTest, PaysADayByKeysAlone)
{
    registerSource();
    const CaseId first = decided(20'000);
    decided(3'000, u"cash"_s);
    openFor(people.shiba);
    const QAbstractItemModelTester places(find<QTableView>("paymentPlaces")->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester rows(find<QTableView>("paymentRows")->model(),
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(placeCell(PaymentPlaceModel::Amount), u"23,000"_s);
    EXPECT_EQ(rowCell(PaymentRowModel::Payee), u"株式会社協和"_s);
    EXPECT_TRUE(rowCell(PaymentRowModel::Account).endsWith(u"…5678"_s));

    key("paymentPlaces", Qt::Key_Return); // prepare
    ASSERT_TRUE(find<QWidget>("paymentCard")->isVisible());
    EXPECT_TRUE(find<QLabel>("paymentSentence")->text().contains(u"23,000"_s));
    key("confirmPayment", Qt::Key_Return); // make it, and its file

    EXPECT_EQ(batch().state, BatchState::Exported);
    QFile file(m_answers.savePath);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), *paymentFile(batch()));
    EXPECT_EQ(placeCell(PaymentPlaceModel::State), batchWord(BatchState::Exported));
    wakeOnItsDay();
    key("paymentPlaces", Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(find<QWidget>("paymentCard")->isVisible());
    key("confirmPayment", Qt::Key_Return);
    EXPECT_EQ(batch().state, BatchState::Paid);
    EXPECT_EQ(office.as(people.sato).payments().paymentStates({first})->front().state, BatchState::Paid);
    EXPECT_FALSE(find<QPushButton>("paymentPrimary")->isVisible());
}

TEST_F(PaymentPageTest, WaitsForADayOnWhichBanksWork)
{
    registerSource();
    decided(20'000);
    const QDate today = office.clock().now().day();
    const QDate saturday = today.addDays(13 - today.dayOfWeek());
    wakeOn(saturday, people.shiba);

    writeTheFile();
    ASSERT_EQ(batch().state, BatchState::Exported);
    EXPECT_GE(batch().day, saturday.addDays(2));
    key("paymentPlaces", Qt::Key_Return);
    EXPECT_FALSE(find<QWidget>("paymentCard")->isVisible()) << "the day has not come";

    wakeOnItsDay();
    key("paymentPlaces", Qt::Key_Return);
    key("confirmPayment", Qt::Key_Return);
    EXPECT_EQ(batch().state, BatchState::Paid);
}

TEST_F(PaymentPageTest, DoesNothingMoreWhileAKeyIsHeld)
{
    registerSource();
    decided(20'000);
    openFor(people.shiba);

    hold("paymentPlaces");
    EXPECT_FALSE(find<QWidget>("paymentCard")->isVisible()) << "held since another page";
    key("paymentPlaces", Qt::Key_Return);
    ASSERT_TRUE(find<QWidget>("paymentCard")->isVisible());
    hold("confirmPayment");
    EXPECT_EQ(batchCount(), 0u);
    key("confirmPayment", Qt::Key_Return);
    ASSERT_EQ(batch().state, BatchState::Exported);
    wakeOnItsDay();
    key("paymentPlaces", Qt::Key_Return);
    ASSERT_TRUE(find<QWidget>("paymentCard")->isVisible());
    hold("confirmPayment");

    EXPECT_EQ(batch().state, BatchState::Exported);
    const auto shortcuts = m_window->findChild<QWidget *>(u"paymentPage"_s)
                               ->findChildren<QShortcut *>(QString(), Qt::FindDirectChildrenOnly);
    ASSERT_EQ(shortcuts.size(), 1);
    EXPECT_FALSE(shortcuts.front()->autoRepeat()) << "Ctrl+Enter";
}

TEST_F(PaymentPageTest, LeavesNoFileTheOfficeDoesNotKnowOf)
{
    registerSource();
    decided(20'000);
    openFor(people.shiba);
    ASSERT_TRUE(fine(office.tamper(u"CREATE TRIGGER broken BEFORE INSERT ON payment_act WHEN NEW.kind = 1 "
                                   "BEGIN SELECT RAISE(ABORT, 'broken'); END"_s)));

    writeTheFile();

    EXPECT_EQ(m_answers.suggestions.size(), 1);
    EXPECT_EQ(batch().state, BatchState::Made);
    EXPECT_FALSE(fileThere());
    EXPECT_FALSE(saidOnTop().isEmpty());
    ASSERT_TRUE(fine(office.tamper(u"DROP TRIGGER broken"_s)));
    m_answers.savePath = m_folder.filePath(u"none/furikomi.txt"_s);
    key("paymentPlaces", Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(batch().state, BatchState::Made) << "there is no such folder";
    m_answers.savePath = m_folder.filePath(u"furikomi.txt"_s);
    key("paymentPlaces", Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(batch().state, BatchState::Exported);
    EXPECT_TRUE(fileThere());
}

TEST_F(PaymentPageTest, SaysWhichBatchWasChangedAndOnlyThere)
{
    const auto made = [this](qint64 amount) {
        const CaseId voucher = decided(amount, u"cash"_s); // which takes its time, over midnight too
        const MakeBatch change{office.clock().now().day(), {{voucher, 1}}};
        const auto id = office.as(people.shiba).payments().changePayments(change);
        EXPECT_TRUE(fine(id));
        return id ? *id : BatchId(0);
    };
    const BatchId bad = made(20'000);
    made(3'000);
    ASSERT_TRUE(fine(office.tamper(u"UPDATE payment_line SET amount = 30000 WHERE batch_id = %1"_s.arg(bad.value()))));
    openFor(people.shiba);
    auto *places = find<QTableView>("paymentPlaces");
    const int badRow = placeCell(PaymentPlaceModel::Amount) == u"3,000"_s ? 1 : 0;

    places->selectRow(badRow);
    EXPECT_TRUE(find<QuietBanner>("paymentFault")->isVisible());
    EXPECT_FALSE(find<QPushButton>("paymentPrimary")->isVisible());
    places->selectRow(1 - badRow);

    EXPECT_FALSE(find<QuietBanner>("paymentFault")->isVisible());
    EXPECT_TRUE(find<QPushButton>("paymentPrimary")->isVisible());
}

TEST_F(PaymentPageTest, AsksForTheAccountPaidFromFirst)
{
    decided(20'000);
    openFor(people.shiba);

    key("paymentPlaces", Qt::Key_Return);
    ASSERT_TRUE(find<QWidget>("sourceCard")->isVisible());
    find<QLineEdit>("sourceCode")->setText(u"1234567890"_s);
    find<QLineEdit>("sourceHolder")->setText(u"ﾐﾎﾝｼ"_s);
    find<QLineEdit>("sourceBank")->setText(u"123"_s);
    find<QLineEdit>("sourceBranch")->setText(u"001"_s);
    find<QLineEdit>("sourceNumber")->setText(u"1"_s);
    key("sourceNumber", Qt::Key_Return);
    EXPECT_TRUE(find<QWidget>("sourceCard")->isVisible()) << "a bank has four digits";
    find<QLineEdit>("sourceBank")->setText(u"0123"_s);
    key("sourceNumber", Qt::Key_Return);

    EXPECT_FALSE(find<QWidget>("sourceCard")->isVisible());
    const auto source = office.as(people.shiba).payments().transferSource();
    ASSERT_TRUE(fine(source) && *source);
    EXPECT_EQ((*source)->source.account.number, u"0000001"_s);
}

TEST_F(PaymentPageTest, KeepsADamagedCaseOutAndNamesIt)
{
    registerSource();
    const CaseId good = decided(20'000);
    const CaseId bad = decided(3'000);
    ASSERT_TRUE(
        fine(office.tamper(u"UPDATE event SET actor_name = '偽者' WHERE case_id = %1 AND seq = 2"_s.arg(bad.value()))));
    openFor(people.shiba);

    key("paymentPlaces", Qt::Key_Return);
    const QString number = office.owner().cases().load(bad)->number;
    bool named = false;
    for (const QLabel *label : find<QWidget>("paymentCard")->findChildren<QLabel *>())
        named |= label->text().contains(number);
    EXPECT_TRUE(named);
    key("confirmPayment", Qt::Key_Return);

    ASSERT_EQ(batch().lines.size(), 1u);
    EXPECT_EQ(batch().lines.front().id, good);
}

TEST_F(PaymentPageTest, MarksWhatCameBackWithItsReason)
{
    registerSource();
    decided(20'000);
    const CaseId back = decided(3'000);
    wakeOn(bankDay(), people.shiba);
    key("paymentPlaces", Qt::Key_Return);
    key("confirmPayment", Qt::Key_Return);
    ASSERT_EQ(batch().state, BatchState::Exported);
    find<QTableView>("paymentRows")->selectRow(1);

    key("paymentRows", Qt::Key_Delete);
    key("paymentReason", Qt::Key_Return);
    EXPECT_TRUE(find<QWidget>("paymentCard")->isVisible()) << "a reason is missing";
    EXPECT_TRUE(isInvalid(find<QLineEdit>("paymentReason")));
    key("paymentReason", Qt::Key_Escape);
    key("paymentRows", Qt::Key_Delete);
    EXPECT_FALSE(isInvalid(find<QLineEdit>("paymentReason"))) << "asked anew";
    find<QLineEdit>("paymentReason")->setText(u"口座解約"_s);
    key("paymentReason", Qt::Key_Return);

    EXPECT_TRUE(rowCell(PaymentRowModel::State, 1).contains(u"口座解約"_s));
    EXPECT_FALSE(batch().lines[1].returned) << "only marked before the day is confirmed";
    find<QPushButton>("paymentAgain")->click();
    find<QLineEdit>("paymentReason")->setText(u"媒体不良"_s);
    key("paymentReason", Qt::Key_Return);
    ASSERT_EQ(m_answers.suggestions.size(), 2);
    EXPECT_TRUE(rowCell(PaymentRowModel::State, 1).contains(u"口座解約"_s)) << "marked still";
    key("paymentPlaces", Qt::Key_Return, Qt::ControlModifier);
    key("confirmPayment", Qt::Key_Return);
    EXPECT_EQ(batch().lines[1].returned, u"口座解約"_s);
    EXPECT_EQ(office.as(people.shiba).payments().due(QDate(2035, 1, 1))->front().id, back);
}

TEST_F(PaymentPageTest, PrintsTheListOnSheetsOfPaper)
{
    PaymentPaper paper{u"見本市役所"_s, u"令和8年11月26日"_s, {}, QByteArray(64, 'a')};
    for (int i = 0; i < 90; ++i)
        paper.rows.push_back(
            {.id = CaseId(i + 1), .number = u"R8-0001"_s, .payee = u"株式会社協和"_s, .amount = Yen(1000)});
    const QString path = m_folder.filePath(u"list.pdf"_s);

    ASSERT_TRUE(fine(savePaymentsPdf(paper, path)));

    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("/Count 3")) << "pages";
}

TEST_F(PaymentPageTest, SaysWhetherTheListWasPrinted)
{
    decided(20'000);
    openFor(people.shiba);
    const QSignalSpy said(m_window->findChild<PaymentPage *>(), &PaymentPage::recorded);

    m_answers.printPath = m_folder.filePath(u"none/list.pdf"_s);
    find<QPushButton>("paymentPrint")->click();
    settleAll();
    EXPECT_EQ(said.count(), 0);
    EXPECT_FALSE(saidOnTop().isEmpty());
    m_answers.printPath = m_folder.filePath(u"list.pdf"_s);
    find<QPushButton>("paymentPrint")->click();
    settleAll();

    EXPECT_EQ(said.count(), 1);
    EXPECT_TRUE(QFile::exists(m_answers.printPath));
}

TEST_F(PaymentPageTest, CountsWhatIsToBePaidInTheNavigation)
{
    decided(20'000);
    decided(1'000);
    wakeOn(bankDay().addDays(40), people.shiba);
    auto *navigation = m_window->findChild<NavigationList *>();
    ASSERT_NE(navigation, nullptr);
    const auto counted = [navigation] {
        for (int row = 0; row < navigation->model()->rowCount(); ++row) {
            const QModelIndex at = navigation->model()->index(row, 0);
            if (at.data(Qt::AccessibleTextRole).toString().startsWith(u"Payments"_s))
                return at.data(Qt::AccessibleTextRole).toString();
        }
        return QString();
    };
    settleAll();
    EXPECT_TRUE(counted().contains(QRegularExpression(u"\\b2\\b"_s))) << qPrintable(counted());
}

TEST_F(PaymentPageTest, SaysWhoGivesAWrittenFileUp)
{
    registerSource();
    decided(20'000);
    openFor(people.shiba);
    writeTheFile();
    ASSERT_EQ(batch().state, BatchState::Exported);

    find<QPushButton>("paymentDiscard")->click();
    settleAll();

    EXPECT_TRUE(saidOnTop().contains(u"a colleague gives it up"_s)) << qPrintable(saidOnTop());
    EXPECT_TRUE(find<QWidget>("paymentCard")->isHidden()) << "no reason is asked for in vain";
    openFor(people.shiga);
    find<QPushButton>("paymentDiscard")->click();
    settleAll();
    EXPECT_FALSE(find<QWidget>("paymentCard")->isHidden());
}

TEST_F(PaymentPageTest, SaysNotPaidYetOnlyOfWhatIsToBePaid)
{
    const CaseId paying = decided(20'000);
    const CaseId free = [this] {
        const auto id = Hand(office, people.sato).file(memo(u"過不足なし"_s, 0));
        EXPECT_TRUE(fine(id));
        for (const StaffId who : {people.suzuki, people.kato, people.bando})
            EXPECT_TRUE(fine(Hand(office, who).approve(*id)));
        return *id;
    }();

    const auto insightsOf = [this](CaseId id) {
        const auto asked = desk.ask([id](Desk &one) -> Result<std::vector<Insight>> {
            const auto view = one.open(id);
            return view ? one.paidOf(*view) : Result<std::vector<Insight>>(view.failure());
        });
        EXPECT_TRUE(wait([&asked] { return asked.isFinished(); }));
        EXPECT_TRUE(fine(asked.result()));
        return asked.result() ? asked.result()->size() : 99;
    };

    EXPECT_EQ(insightsOf(paying), 1u);
    EXPECT_EQ(insightsOf(free), 0u);
}

TEST_F(PaymentPageTest, SaysOfACommitmentWhatIsBeingExamined)
{
    const QString line = budgetLine(kStationery, SectionId(0)).account();
    const auto commitment = Hand(office, people.sato).file(moving(u"budget.commitment"_s, line, 90'000));
    ASSERT_TRUE(fine(commitment));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*commitment)));
    const auto said = [this, id = *commitment] {
        const auto asked = desk.ask([id](Desk &one) -> Result<std::vector<Insight>> {
            const auto view = one.open(id);
            return view ? one.paidOf(*view) : Result<std::vector<Insight>>(view.failure());
        });
        EXPECT_TRUE(wait([&asked] { return asked.isFinished(); }));
        EXPECT_TRUE(fine(asked.result()));
        QStringList texts;
        for (const Insight &insight : asked.result() ? *asked.result() : std::vector<Insight>())
            texts.append(insight.text.ja);
        return texts.join(u'|');
    };
    EXPECT_EQ(said(), u"支払済 0円 ・ 支出命令 0円 ・ 残り 90,000円"_s);

    QJsonObject order = moving(u"commitment.paid"_s, commitmentAccount(*commitment), 60'000);
    order.insert(u"payee"_s, PayeeRef::of(knownPayee()).toJson());
    order.insert(u"pay_method"_s, u"transfer"_s);
    order.insert(u"orders"_s, true);
    const auto id = Hand(office, people.sato).file(order);
    ASSERT_TRUE(fine(id));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*id)));
    EXPECT_EQ(said(), u"支払済 0円 ・ 支出命令 60,000円 ・ 残り 30,000円|支出命令のうち決裁・審査中 60,000円"_s);

    EXPECT_TRUE(foundOnCancelling(*commitment)
                    .contains(u"この負担行為からは60,000円の支出命令が出ています（決裁・審査中のものを含みます）。先に"
                              "その支出命令を取り消してください。"_s))
        << qPrintable(foundOnCancelling(*commitment));

    ASSERT_TRUE(fine(Hand(office, people.shiga).approve(*id)));
    EXPECT_EQ(said(), u"支払済 0円 ・ 支出命令 60,000円 ・ 残り 30,000円"_s);
}

TEST_F(PaymentPageTest, SaysWhatKeepsACommitmentFromBeingCancelledAndNothingElse)
{
    const QString line = budgetLine(kStationery, SectionId(0)).account();
    const auto decide = [this](const QJsonObject &fields) {
        const auto id = Hand(office, people.sato).file(fields);
        EXPECT_TRUE(fine(id));
        for (const StaffId who : {people.suzuki, people.kato, people.bando})
            EXPECT_TRUE(fine(Hand(office, who).approve(*id)));
        return *id;
    };
    const auto committed = [&] { return decide(moving(u"budget.commitment"_s, line, 90'000)); };
    const auto changed = [&](const QString &way, CaseId id, qint64 amount) {
        return moving(u"commitment.%1+budget.%1"_s.arg(way), commitmentAccount(id) + u'+' + line, amount);
    };
    const QString change = u"ほかに進行中または決裁済みの変更"_s;

    EXPECT_EQ(foundOnCancelling(committed()), QString()) << "nothing rests on it";

    const CaseId lowered = committed();
    decide(changed(u"decrease"_s, lowered, 30'000));
    EXPECT_TRUE(foundOnCancelling(lowered).contains(change)) << qPrintable(foundOnCancelling(lowered));
    EXPECT_FALSE(foundOnCancelling(lowered).contains(u"支出命令"_s)) << "nothing is ordered";

    const CaseId raised = committed();
    ASSERT_TRUE(fine(Hand(office, people.sato).file(changed(u"increase"_s, raised, 30'000))));
    EXPECT_TRUE(foundOnCancelling(raised).contains(change)) << "while it runs";

    const CaseId ordered = committed();
    decide(changed(u"increase"_s, ordered, 30'000));
    QJsonObject order = moving(u"commitment.paid"_s, commitmentAccount(ordered), 20'000);
    order.insert(u"payee"_s, PayeeRef::of(knownPayee()).toJson());
    order.insert(u"pay_method"_s, u"transfer"_s);
    ASSERT_TRUE(fine(Hand(office, people.sato).file(order)));
    EXPECT_TRUE(foundOnCancelling(ordered).contains(change)) << "more is left than it began with";
}

} // namespace kessai::test
