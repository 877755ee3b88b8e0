// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the papers of vouchers prove, one voucher at a time and of several at once.
#include "tests/ui/examinationtest.h"
#include "ui/cases/casepanel.h"
#include "ui/cases/papercheck.h"
#include "ui/formview/composepresenter.h"
#include "ui/formview/papersnote.h"
#include "ui/pdf/pagearea.h"
#include "ui/widgets/quietbanner.h"

#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>

namespace kessai::test {

namespace {

/// Whether it is said in a part of the window that an amount is in none of the papers.
bool saysMissing(const QWidget &where, const QString &yen)
{
    const auto labels = where.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->text().startsWith(PaperCheck::tr("¥%1 is in none of its papers.").arg(yen));
    });
}

} // namespace

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
              QStringList({QString(), u"¥23,456 is in none of its papers. They say ¥23,465."_s,
                           PaperCheck::tr("It has no paper."), BulkPanel::tr("You have not opened it.")}));
}

TEST_F(ExaminationPageTest, SaysOnOpeningThatTheAmountIsInNoPaper)
{
    arrived(voucher(u"封筒"_s, 6, 23'456), {{u"封筒 請求書.pdf"_s, "Total 23,465"}});
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_Return);

    EXPECT_TRUE(wait([this] { return saysMissing(*find<QWidget>("voucherRemarks"), u"23,456"_s); }, 20'000));
    EXPECT_TRUE(find<QWidget>("voucherRemarks")->isVisible());
    press(Qt::Key_Return, Qt::ControlModifier);
    auto *question = find<QuietBanner>("voucherBanner");
    EXPECT_TRUE(question->isVisible());
    EXPECT_TRUE(question->text().startsWith(u"¥23,456 is in none of its papers. They say ¥23,465."_s))
        << qPrintable(question->text());
}

TEST_F(ExaminationPageTest, ProvesWhatIsAskedForByTheVouchersOwnPapers)
{
    const CaseId id =
        arrived(voucher(u"封筒"_s, 5, 12'345), {{u"scan1.pdf"_s, "Total 12,354"}, {u"scan2.pdf"_s, "Total 12,345"}});
    beginSession(people.shiba);
    const auto papers = office.owner().cases().load(id)->revisions.back().content.attachments;
    ASSERT_EQ(papers.size(), 2u);
    ProofPane pane(*session);
    pane.resize(600, 800);
    pane.show();
    CheckItem item{.field = u"amount"_s, .label = {}, .value = {}, .spellings = {u"12,345"_s}, .own = true};
    const auto finds = [&] { return wait([&] { return pane.foundPlace().has_value(); }, 5'000); };
    const auto findsNothing = [&] {
        return wait(
                   [&] {
                       return pane.currentView()->presenter().state() == DocumentPresenter::State::Ready
                           && pane.settled();
                   },
                   20'000)
            && !pane.foundPlace();
    };

    pane.setPapers({{papers[0]}, {papers[1], ProofPaper::Of::Commitment}});
    pane.find(item);
    EXPECT_TRUE(findsNothing()) << "what was agreed is not what is asked for";
    item.own = false;
    pane.find(item);
    EXPECT_TRUE(finds()) << "whom it is for may stand in the contract";
    item.own = true;
    pane.setPapers({{papers[1], ProofPaper::Of::Commitment}});
    pane.find(item);
    EXPECT_TRUE(finds()) << "it has no papers of its own";
}

TEST_F(ExaminationPageTest, SaysThatAPaperStandsThereInWhichNothingIsLookedFor)
{
    const CaseId id = arrived(voucher(u"封筒"_s, 5, 12'345), {{u"scan1.pdf"_s, "Total 12,354"}});
    beginSession(people.shiba);
    const auto papers = office.owner().cases().load(id)->revisions.back().content.attachments;
    ProofPane pane(*session);
    pane.resize(600, 800);
    pane.show();
    pane.setPapers({{papers.at(0)}});
    pane.find({.field = u"received"_s, .label = {}, .value = {}, .spellings = {}});
    ASSERT_FALSE(pane.settled()) << "it is on its way";

    bool isTold = false;
    QObject::connect(&pane, &ProofPane::found, &pane, [&] { isTold = isTold || pane.settled(); });

    EXPECT_TRUE(wait([&] { return isTold; }, 20'000)) << "else whoever waits for it looks into no paper";
}

TEST_F(ExaminationPageTest, TellsWhoOrdersThatTheAmountIsInNoPaper)
{
    const Papers papers{{u"請求書.pdf"_s, "Total 55,000"}};
    const CaseId wrong = filed(voucher(u"封筒"_s, 6, 5'000), papers);
    const CaseId right = filed(voucher(u"封筒"_s, 6, 55'000), papers);
    beginSession(people.suzuki);
    CasePanel panel(*session);

    panel.open(wrong);
    EXPECT_TRUE(wait([&] { return saysMissing(panel, u"5,000"_s); }, 20'000));
    const auto *check = panel.findChild<PaperCheck *>();
    ASSERT_NE(check, nullptr);
    QSignalSpy checked(check, &PaperCheck::checked);
    panel.open(right);
    ASSERT_TRUE(wait([&] { return !checked.isEmpty(); }, 20'000));
    EXPECT_EQ(panel.currentCase(), right);
    EXPECT_EQ(checked.back().front().toStringList(), QStringList());
    EXPECT_FALSE(saysMissing(panel, u"5,000"_s) || saysMissing(panel, u"55,000"_s));
}

TEST_F(ExaminationPageTest, TellsWhoDraftsThatTheAmountIsInNoPaper)
{
    QTemporaryDir folder;
    QFile invoice(folder.filePath(u"請求書.pdf"_s));
    ASSERT_TRUE(invoice.open(QIODevice::WriteOnly));
    invoice.write(sample::plainPdf({300, 400}, "BT /F1 14 Tf 40 300 Td (Total 55,000) Tj ET"));
    invoice.close();
    beginSession(people.sato);
    ComposePresenter writer(*session);
    PapersNote note(*session, writer);
    const FormDefinition journey = *std::find_if(session->info().forms.begin(), session->info().forms.end(),
                                                 [](const FormDefinition &one) { return one.code == u"memo"_s; });
    FormDefinition payment = journey;
    payment.fields.push_back(
        {.key = u"invoice"_s, .kind = FieldKind::Text, .label = {u"請求書"_s, u"Invoice"_s}, .hint = {}});
    writer.begin(payment);
    writer.setFields(voucher(u"封筒"_s, 6, 5'000));
    writer.attach({invoice.fileName()});

    QSignalSpy said(&note, &PapersNote::said);
    EXPECT_TRUE(wait([&] { return !note.isHidden() && note.text().contains(u"¥5,000"_s); }, 20'000));
    EXPECT_TRUE(note.text().contains(u"They say ¥55,000."_s)) << qPrintable(note.text());
    EXPECT_EQ(said.back().front().toString(), note.text()) << "for what stands beside the form";
    writer.setFields(voucher(u"封筒"_s, 6, 55'000));
    EXPECT_TRUE(wait([&] { return note.isHidden(); }, 20'000));
    QSignalSpy checked(note.findChild<PaperCheck *>(), &PaperCheck::checked);
    EXPECT_TRUE(wait([&] { return !checked.isEmpty(); }, 20'000));
    EXPECT_TRUE(note.isHidden());
    for (const qint64 typed : {5'000, 50'000, 5'000}) {
        writer.setFields(voucher(u"封筒"_s, 6, typed));
        EXPECT_TRUE(wait([&] { return !writer.previewing(); }));
    }
    EXPECT_TRUE(wait([&] { return !note.isHidden() && note.text().contains(u"¥5,000"_s); }, 20'000))
        << "the first look was broken off";

    ComposePresenter traveller(*session);
    PapersNote silent(*session, traveller);
    QSignalSpy looked(silent.findChild<PaperCheck *>(), &PaperCheck::checked);
    traveller.begin(journey);
    traveller.setFields(voucher(u"出張"_s, 6, 5'000));
    traveller.attach({invoice.fileName()});
    EXPECT_TRUE(wait([&] { return traveller.caseId() && !traveller.uploading(); }, 20'000));
    writer.setFields(voucher(u"封筒"_s, 6, 50'000));
    EXPECT_TRUE(wait([&] { return !note.isHidden() && note.text().contains(u"¥50,000"_s); }, 20'000))
        << "the same papers, looked into later";
    EXPECT_TRUE(looked.isEmpty());
    EXPECT_FALSE(wait([&] { return !silent.isHidden(); }, 1'500)) << "what a journey will cost stands in no paper";
}

TEST_F(ExaminationPageTest, KeepsRoomForTheItemsInALowWindow)
{
    arrived(voucher(u"封筒の印刷"_s, 6, 23'456), {{u"封筒 請求書.pdf"_s, "Total 23,465"}});
    openFor(people.shiba);
    m_window->resize(911, 512);
    queue()->setFocus();
    press(Qt::Key_Return);
    ASSERT_TRUE(seesPaper());
    settle();

    auto *items = find<QTableWidget>("checkTable");
    EXPECT_GE(items->viewport()->height(), 2 * items->rowHeight(0));
    find<QPushButton>("returnVoucher")->click();
    settle();
    EXPECT_FALSE(find<QWidget>("voucherRemarks")->isVisible()) << "nothing lies over anything";
    EXPECT_TRUE(find<QWidget>("returnBox")->isVisible());
}

TEST_F(ExaminationPageTest, TicksAtOnceWhatWasOnlyNotOpened)
{
    arrived(voucher(u"切手"_s, 5, 12'345), {{u"切手 請求書.pdf"_s, "Total 12,345"}});
    arrived(voucher(u"封筒"_s, 6, 23'456), {{u"封筒 請求書.pdf"_s, "Total 23,465"}});
    arrived(voucher(u"用紙"_s, 8, 45'678), {{u"用紙 請求書.pdf"_s, "Total 45,678"}});
    openFor(people.shiba);
    queue()->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    ASSERT_TRUE(wait([&] { return bulk()->ready(); }, 20'000));
    auto *tick = find<QPushButton>("bulkTickUnread");
    ASSERT_TRUE(tick->isVisible());

    tick->click();

    QString ticked;
    for (int i = 0; i < 3; ++i)
        ticked += find<QListWidget>("bulkList")->item(i)->checkState() == Qt::Checked ? u'x' : u'-';
    EXPECT_EQ(ticked, u"x-x"_s) << "what its paper does not prove is left out";
    EXPECT_FALSE(tick->isVisible());
    EXPECT_TRUE(find<QPushButton>("bulkApproveButton")->isEnabled());
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
    EXPECT_FALSE(find<QPushButton>("bulkTickUnread")->isVisible()) << "each is to be looked at for that";
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
