// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/examination/examinationpage.h"

#include "core/accounting/returnreasons.h"
#include "tests/ui/pdfsamples.h"
#include "tests/ui/trialwindow.h"
#include "ui/examination/papercheck.h"
#include "ui/examination/proofpane.h"
#include "ui/examination/queuemodel.h"
#include "ui/examination/voucherpane.h"
#include "ui/pdf/documentpresenter.h"
#include "ui/pdf/documentview.h"
#include "ui/pdf/pagearea.h"
#include "ui/shell/officepage.h"
#include "ui/tray/bulkpanel.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// 審査 in the window, at a real desk over a trial office. 芝 and 志賀 are 審査担当.
class ExaminationPageTest : public TrialWindow {
protected:
    void TearDown() override
    {
        m_window.reset();
        TrialWindow::TearDown();
    }
    QJsonObject voucher(const QString &subject, int daysAhead, qint64 yen = 0)
    {
        QJsonObject fields = memo(subject, yen);
        fields.insert(u"pays"_s, true);
        fields.insert(u"payment_on"_s, office.clock().now().day().addDays(daysAhead).toString(Qt::ISODate));
        return fields;
    }
    CaseId arrived(const QJsonObject &fields)
    {
        const auto id = Hand(office, people.sato).file(fields);
        EXPECT_TRUE(fine(id));
        for (const StaffId who : {people.suzuki, people.kato})
            EXPECT_TRUE(fine(Hand(office, who).approve(*id)));
        return *id;
    }
    CaseId arrived(const QString &subject, int daysAhead) { return arrived(voucher(subject, daysAhead)); }
    using Papers = QList<std::pair<QString, QByteArray>>;
    /// With papers of these names and words.
    CaseId arrived(const QJsonObject &fields, const Papers &papers)
    {
        Hand sato(office, people.sato);
        std::vector<Attachment> files;
        for (const auto &[name, words] : papers) {
            const auto file =
                sato.upload(name, sample::plainPdf({300, 400}, "BT /F1 14 Tf 40 300 Td (" + words + ") Tj ET"));
            EXPECT_TRUE(fine(file));
            files.push_back(*file);
        }
        const auto id = sato.draft(fields, std::nullopt, 1, std::move(files));
        EXPECT_TRUE(fine(id));
        EXPECT_TRUE(fine(sato.submit(*id)));
        for (const StaffId who : {people.suzuki, people.kato})
            EXPECT_TRUE(fine(Hand(office, who).approve(*id)));
        return *id;
    }
    /// With papers of these words, whose names say nothing.
    CaseId arrived(const QString &subject, int daysAhead, const QList<QByteArray> &words)
    {
        Papers papers;
        for (const QByteArray &one : words)
            papers.append({u"%1 %2.pdf"_s.arg(subject).arg(papers.size() + 1), one});
        QJsonObject fields = voucher(subject, daysAhead);
        fields.insert(u"from"_s, u"2026-11-20"_s);
        return arrived(fields, papers);
    }
    void openFor(StaffId who)
    {
        m_window.reset();
        beginSession(who);
        m_window = std::make_unique<OfficePage>(*session);
        m_window->resize(1366, 768);
        m_window->show();
        m_window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
        m_window->goTo(u"examination"_s);
        settle();
    }
    template <class W>
    W *find(const char *name)
    {
        W *found = m_window->findChild<QWidget *>(u"examinationPage"_s)->findChild<W *>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    BulkPanel *bulk() { return m_window->findChild<QWidget *>(u"examinationPage"_s)->findChild<BulkPanel *>(); }
    QTableView *queue() { return find<QTableView>("queueTable"); }
    QueueModel *model() { return qobject_cast<QueueModel *>(queue()->model()); }
    QString title() { return find<QLabel>("voucherTitle")->text(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), Qt::Key(key), modifiers);
        settle();
    }
    void hold(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QKeyEvent repeat(QEvent::KeyPress, key, modifiers, {}, true);
        QApplication::sendEvent(m_window->focusWidget(), &repeat);
        settle();
    }
    ProofPane *proof() { return m_window->findChild<VoucherPane *>(u"voucherPane"_s)->proof(); }
    /// Whether the paper in sight is open.
    bool seesPaper()
    {
        const DocumentView *view = proof()->currentView();
        return wait([this] { return proof()->settled(); })
            && const_cast<DocumentView *>(view)->presenter().state() == DocumentPresenter::State::Ready;
    }
    qsizetype papersOpen()
    {
        const auto views = proof()->findChildren<DocumentView *>();
        return std::count_if(views.begin(), views.end(), [](DocumentView *view) {
            return view->presenter().state() != DocumentPresenter::State::Empty;
        });
    }
    QString proofAt(int row) { return find<QTableWidget>("checkTable")->item(row, 2)->text(); }
    std::vector<ProofMark> marksOf(CaseId id) { return office.owner().cases().load(id)->marks; }

    std::unique_ptr<OfficePage> m_window;
};

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
    const auto seen = session->desk().run([first](Desk &desk) -> Result<int> {
        auto view = desk.open(first);
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

TEST_F(ExaminationPageTest, ShowsEveryPaperThereAndBack)
{
    arrived(u"電気料金"_s, 5, {"Invoice", "Contract"});
    arrived(u"水道料金"_s, 6, {"Water"});
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    ASSERT_EQ(proof()->paperCount(), 2);
    EXPECT_TRUE(seesPaper());
    press(Qt::Key_Tab, Qt::ControlModifier);
    EXPECT_TRUE(seesPaper());

    press(Qt::Key_Down, Qt::ControlModifier);
    ASSERT_EQ(title(), u"水道料金"_s);
    ASSERT_EQ(proof()->paperCount(), 1);
    EXPECT_TRUE(seesPaper());
    press(Qt::Key_Up, Qt::ControlModifier);
    ASSERT_EQ(title(), u"電気料金"_s);
    EXPECT_TRUE(seesPaper());
    press(Qt::Key_Tab, Qt::ControlModifier);

    EXPECT_EQ(find<QTabBar>("proofTabs")->currentIndex(), 1);
    EXPECT_TRUE(seesPaper()) << "the second paper is there again";
}

TEST_F(ExaminationPageTest, LooksForAValueInLaterPapersAndPastOneThatCannotBeFetched)
{
    arrived(u"電気料金"_s, 5, {"Lost", "Nothing", "Since 2026/11/20"});
    ASSERT_TRUE(fine(office.tamper(u"DELETE FROM blob_chunk WHERE blob_id = (SELECT MIN(blob_id) FROM blob)"_s)));
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    press(Qt::Key_Down); // from the subject to the day

    EXPECT_TRUE(wait([this] { return find<QTabBar>("proofTabs")->currentIndex() == 2; }));
    EXPECT_TRUE(seesPaper());
    ASSERT_TRUE(proof()->foundPlace().has_value());
    EXPECT_EQ(proofAt(1), u"電気料金 3 p. 1 ?"_s);
}

TEST_F(ExaminationPageTest, OffersThePlaceInThePaperThatCanProveIt)
{
    arrived(voucher(u"封筒の印刷"_s, 5, 12'345),
            {{u"見積書.pdf"_s, "Estimate 12,345"},
             {u"納品書.pdf"_s, "Delivered 12,345"},
             {u"請求書.pdf"_s, "Total 12,345"}});
    arrived(voucher(u"名刺の印刷"_s, 6, 23'456),
            {{u"請求書.pdf"_s, "Total 23,465"}, {u"見積書.pdf"_s, "Total 23,456"}});
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    press(Qt::Key_Down); // from the subject to the amount

    EXPECT_TRUE(wait([this] { return proofAt(1) == u"請求書 p. 1 ?"_s; }, 20'000)) << proofAt(1).toStdString();
    press(Qt::Key_Down);
    EXPECT_EQ(proofAt(2), QString()) << "the day of payment is the office's own";
    press(Qt::Key_Down, Qt::ControlModifier);
    ASSERT_EQ(title(), u"名刺の印刷"_s);
    press(Qt::Key_Down);
    EXPECT_TRUE(wait([this] { return proofAt(1) == VoucherPane::tr("not found"); })) << proofAt(1).toStdString();
}

TEST_F(ExaminationPageTest, OpensLaterPapersOnlyWhenTheyAreNeeded)
{
    arrived(u"Power"_s, 5, {"Power", "Second", "Third"});
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return proof()->foundPlace().has_value(); }));
    EXPECT_EQ(proofAt(0), u"Power 1 p. 1 ?"_s);
    EXPECT_TRUE(seesPaper());
    EXPECT_EQ(papersOpen(), 2) << "it is in the first";

    press(Qt::Key_Down); // the day is in none of them
    ASSERT_TRUE(wait([this] { return proofAt(1) == VoucherPane::tr("not found"); })) << proofAt(1).toStdString();
    EXPECT_EQ(papersOpen(), 3) << "all were looked through";
}

TEST_F(ExaminationPageTest, KeepsItsKeysWhenSomebodyPointsAtAPaper)
{
    const CaseId id = arrived(u"電気料金"_s, 5, {"Invoice"});
    arrived(u"水道料金"_s, 6);
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    ASSERT_TRUE(seesPaper());
    PageArea &pages = proof()->currentView()->pageArea();

    pages.setFocus();
    QTest::mouseClick(pages.viewport(), Qt::LeftButton, {}, pages.viewport()->rect().center());
    settle();

    ASSERT_EQ(marksOf(id).size(), 1u);
    EXPECT_TRUE(marksOf(id).front().place.has_value());
    EXPECT_TRUE(find<QTableWidget>("checkTable")->hasFocus());
    pages.setFocus();
    press(Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(title(), u"水道料金"_s);
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

TEST_F(ExaminationPageTest, ApprovesTogetherOnlyWhatIsListedAndSaysWhatWasNotOpened)
{
    arrived(u"電気料金"_s, 5);
    arrived(u"水道料金"_s, 6);
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    press(Qt::Key_A, Qt::ControlModifier);
    const auto *list = find<QListWidget>("bulkList");
    ASSERT_TRUE(list->isVisible());
    ASSERT_EQ(list->count(), 2);
    const QString notOpened = BulkPanel::tr("not opened");
    EXPECT_FALSE(list->item(0)->text().contains(notOpened)) << "it was looked at";
    EXPECT_TRUE(list->item(1)->text().contains(notOpened));

    auto *words = find<QLineEdit>("queueSearch");
    words->setFocus();
    words->setText(u"水道"_s);
    ASSERT_TRUE(wait([this] { return model()->waiting().size() == 1; }));

    EXPECT_FALSE(list->isVisible()) << "what is not listed is not approved";
    EXPECT_FALSE(queue()->isColumnHidden(QueueModel::Left));
    words->setText(u"ガス"_s);
    ASSERT_TRUE(wait([this] { return model()->waiting().empty(); }));
    press(Qt::Key_Return);
    EXPECT_TRUE(m_window->focusWidget() && m_window->focusWidget()->isVisible()) << "not in the hidden list";
    EXPECT_NE(m_window->focusWidget(), queue());
}

TEST_F(ExaminationPageTest, LeavesOutWhatNoPaperProvesAndWhatNobodyOpened)
{
    arrived(voucher(u"切手"_s, 5, 12'345), {{u"切手 請求書.pdf"_s, "Total 12,345"}});
    arrived(voucher(u"封筒"_s, 6, 23'456), {{u"封筒 請求書.pdf"_s, "Total 23,465"}});
    arrived(voucher(u"名刺"_s, 7, 34'567));
    arrived(voucher(u"用紙"_s, 8, 45'678), {{u"用紙 請求書.pdf"_s, "Total 45,678"}});
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);
    press(Qt::Key_Down, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::ControlModifier);
    press(Qt::Key_Escape);
    press(Qt::Key_A, Qt::ControlModifier);
    ASSERT_TRUE(wait([&] { return bulk()->ready(); }, 20'000));

    const auto *list = find<QListWidget>("bulkList");
    ASSERT_EQ(list->count(), 4);
    QStringList said;
    QString ticked;
    for (int i = 0; i < list->count(); ++i) {
        said += list->item(i)->text().section(u'\n', 3);
        ticked += list->item(i)->checkState() == Qt::Checked ? u'x' : u'-';
    }
    EXPECT_EQ(ticked, u"x---"_s);
    EXPECT_EQ(said,
              QStringList({QString(), PaperCheck::tr("¥%1 is in none of its papers.").arg(u"23,456"_s),
                           PaperCheck::tr("It has no paper."), BulkPanel::tr("You have not opened it.")}));
}

TEST_F(ExaminationPageTest, LeavesOutWhatItWasToldNotToLookAt)
{
    arrived(u"切手"_s, 5, {"Stamps"});
    arrived(u"封筒"_s, 6, {"Envelopes"});
    openFor(people.shiba);
    queue()->setFocus();
    TrialDesk::hold();
    QTest::keyClick(queue(), Qt::Key_A, Qt::ControlModifier);
    auto *stop = find<QPushButton>("bulkStopButton");
    ASSERT_TRUE(stop->isVisible());

    stop->click();
    release();
    settle();

    EXPECT_TRUE(bulk()->ready());
    EXPECT_FALSE(stop->isVisible());
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(find<QListWidget>("bulkList")->item(i)->checkState(), Qt::Unchecked);
        EXPECT_TRUE(find<QListWidget>("bulkList")->item(i)->text().endsWith(BulkPanel::tr("It was not looked at.")));
    }
}

TEST_F(ExaminationPageTest, CountsInTheNavigationWhatWaits)
{
    arrived(u"電気料金"_s, 5);
    arrived(u"水道料金"_s, 6);
    openFor(people.shiba);

    const QAbstractItemModel *places = m_window->navigation()->model();
    QStringList spoken;
    for (int row = 0; row < places->rowCount(); ++row)
        spoken += places->index(row, 0).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(spoken.contains(NavigationList::tr("%1, %n item(s)", nullptr, 2).arg(OfficePage::tr("Examination"))))
        << spoken.join(u'/').toStdString();
}

TEST_F(ExaminationPageTest, ApprovesTwoHundredAndExplainsTheThreeThatCannotBe)
{
    constexpr int kMany = 200;
    std::vector<CaseId> ids;
    for (int i = 0; i < kMany; ++i)
        ids.push_back(arrived(u"支払%1"_s.arg(i), 5));
    openFor(people.shiba);
    ASSERT_EQ(model()->waiting().size(), size_t(kMany));
    queue()->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    auto *approve = find<QPushButton>("bulkApproveButton");
    auto *list = find<QListWidget>("bulkList");
    ASSERT_TRUE(wait([&] { return bulk()->ready(); }, 60'000));
    EXPECT_FALSE(approve->isEnabled()) << "none was opened, and none has a paper";
    for (int i = 0; i < list->count(); ++i)
        list->item(i)->setCheckState(Qt::Checked);
    // Meanwhile a colleague approved one and returned another, and somebody changed a third behind the notary's back.
    ASSERT_TRUE(fine(Hand(office, people.shiga).approve(ids[10])));
    ASSERT_TRUE(fine(Hand(office, people.shiga).act(ids[20], Return{{}, {}, u"その他：x"_s})));
    ASSERT_TRUE(fine(office.tamper(u"UPDATE content SET title = 'x' WHERE case_id = %1"_s.arg(ids[30].value()))));

    approve->click();
    settle();
    approve->click();
    ASSERT_TRUE(wait([&] { return !approve->isVisible(); }, 60'000));

    int approved = 0;
    for (const CaseId id : ids)
        approved += office.owner().cases().load(id)->history.back().code == u"approved"_s ? 1 : 0;
    EXPECT_EQ(approved, kMany - 3 + 1 + 1)
        << "197 by this examiner, one by the other; the changed one was approved by 課長 last";
    int explained = 0;
    for (int i = 0; i < list->count(); ++i)
        explained += list->item(i)->text().count(u'\n') > 4 ? 1 : 0;
    EXPECT_EQ(explained, 3);
}

} // namespace kessai::test
