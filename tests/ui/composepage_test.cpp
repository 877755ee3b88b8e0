// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/composepage.h"

#include "tests/ui/officetest.h"
#include "ui/errortext.h"
#include "ui/formview/cancellationbox.h"
#include "ui/formview/composepresenter.h"
#include "ui/formview/dateedit.h"
#include "ui/formview/fieldeditor.h"
#include "ui/theme/controls.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/routestrip.h"

#include <QAccessible>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace kessai::test {

class ComposePageTest : public OfficeTest {
protected:
    ComposePage &pageOf(StaffId who)
    {
        m_page = &make<ComposePage>(signIn(who));
        show(*m_page);
        settle();
        return *m_page;
    }
    void begin()
    {
        pageOf(sato).begin(u"memo"_s);
        settle();
    }
    template <class W>
    W *field(const QString &key) const
    {
        return m_page->findChild<W *>(u"field_"_s + key);
    }
    QLineEdit *subject() const { return field<QLineEdit>(u"subject"_s); }
    QLineEdit *amount() const { return field<QLineEdit>(u"amount"_s); }
    /// Types amount digits; keys reach what has the focus.
    void typeAmount(const QString &digits)
    {
        amount()->setFocus();
        amount()->selectAll();
        QTest::keyClicks(amount(), digits);
    }
    /// What was typed is checked, without the pause that waits for the next key.
    void checked()
    {
        m_page->findChild<ComposePresenter *>()->previewNow();
        settle();
    }
    /// Types into a list that can be searched, and leaves it; while its popup is open, that is where keys go.
    void typeAndLeave(QComboBox *box, const QString &text)
    {
        show(*m_page); // a popup that closed leaves no window active without a window manager
        box->setFocus();
        box->lineEdit()->selectAll();
        type(box->lineEdit(), text);
        QWidget *popup = QApplication::activePopupWidget();
        QTest::keyClick(popup ? popup : box->lineEdit(), Qt::Key_Tab);
        settle();
        EXPECT_FALSE(box->hasFocus());
    }
    QuietBanner *banner() const { return m_page->findChild<QuietBanner *>(); }
    bool says(const QString &text) const
    {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    void submitByKey()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        settle();
        settle();
    }

    ComposePage *m_page = nullptr;
};

TEST_F(ComposePageTest, BeginsQuietlyWithTheFocusInTheFirstField)
{
    QSignalSpy title(&pageOf(sato), &ComposePage::titleChanged);
    m_page->begin(u"memo"_s);
    settle();

    EXPECT_EQ(title.last().first().toString(), u"New: Memo"_s);
    EXPECT_TRUE(subject()->hasFocus());
    EXPECT_FALSE(banner()->isVisible());
    EXPECT_FALSE(says(u"is required"_s)) << "a fresh form is not red all over";
    EXPECT_TRUE(m_page->findChild<RouteStrip *>(u"composeRoute"_s)->isVisible());
    EXPECT_TRUE(says(u"Section head decides"_s)) << "every step with its reason";
}

TEST_F(ComposePageTest, ARequestIsFiledWithTheKeyboardAlone)
{
    begin();
    std::vector<CaseId> submitted;
    QObject::connect(m_page, &ComposePage::submitted, m_page, [&submitted](CaseId id) { submitted.push_back(id); });
    type(subject(), u"机の購入"_s);
    QTest::keyClick(subject(), Qt::Key_Tab);
    ASSERT_TRUE(amount()->hasFocus());
    QTest::keyClicks(amount(), u"120,000"_s);
    QTest::keyClick(amount(), Qt::Key_Tab);
    checked();
    EXPECT_TRUE(says(u"Finance from 100,000"_s)) << "the route follows what is typed";
    EXPECT_TRUE(says(u"132000"_s)) << "so does what is computed";

    submitByKey();

    ASSERT_EQ(submitted.size(), 1u);
    const CaseId id = submitted.front();
    EXPECT_EQ(office.stateOf(id).state, CaseState::Running);
    EXPECT_EQ(office.contentOf(id).fields.value(u"amount"_s), 120'000);
    EXPECT_FALSE(office.contentOf(id).fields.contains(u"reason"_s)) << "what is not shown is not said";
}

TEST_F(ComposePageTest, SubmittingRightAfterTheLastKeyJudgesWhatIsTyped)
{
    begin();
    QSignalSpy submitted(m_page, &ComposePage::submitted);

    type(subject(), u"机の購入"_s);
    submitByKey();

    EXPECT_EQ(submitted.count(), 1) << "the check before the last key is not the one that counts";
}

TEST_F(ComposePageTest, SubmittingRightAfterAMistakeIsRefused)
{
    begin();
    type(subject(), u"机の購入"_s);
    checked();
    QSignalSpy submitted(m_page, &ComposePage::submitted);

    typeAmount(u"2000000"_s);
    submitByKey();

    EXPECT_TRUE(submitted.isEmpty());
    EXPECT_TRUE(says(u"Over the budget."_s));
    EXPECT_EQ(banner()->text(), refusalText(Refusal::ContentInvalid).both());
}

TEST_F(ComposePageTest, WhatIsWrongStandsBesideItsFieldAndGoesWhenItIsPutRight)
{
    begin();
    type(subject(), u"机"_s);
    typeAmount(u"2000000"_s);
    checked();

    EXPECT_TRUE(says(u"Over the budget."_s));
    EXPECT_TRUE(isInvalid(amount()));
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(amount());
    EXPECT_EQ(spoken->text(QAccessible::Description), u"Over the budget."_s);
    EXPECT_FALSE(isInvalid(subject()));

    typeAmount(u"1000"_s);
    checked();
    EXPECT_FALSE(says(u"Over the budget."_s));
    EXPECT_FALSE(isInvalid(amount()));
    EXPECT_NE(spoken->text(QAccessible::Description), u"Over the budget."_s);
}

TEST_F(ComposePageTest, SubmittingAnEmptyFormMarksWhatIsMissingAndGoesThere)
{
    begin();
    field<QLineEdit>(u"amount"_s)->setFocus();

    submitByKey();

    EXPECT_TRUE(says(u"is required"_s));
    EXPECT_TRUE(isInvalid(subject()));
    EXPECT_TRUE(subject()->hasFocus());
    EXPECT_EQ(banner()->text(), refusalText(Refusal::ContentInvalid).both());
    EXPECT_EQ(banner()->kind(), BannerKind::Warning);
}

TEST_F(ComposePageTest, AWarningKeepsNobodyFromSubmitting)
{
    begin();
    QSignalSpy submitted(m_page, &ComposePage::submitted);
    type(subject(), u"?"_s);
    checked();
    EXPECT_TRUE(says(u"The subject says little."_s));

    submitByKey();

    EXPECT_EQ(submitted.count(), 1);
}

TEST_F(ComposePageTest, WithoutARouteItSaysWhyAndSubmitsNothing)
{
    begin();
    type(subject(), u"庁舎"_s);
    typeAmount(u"950000"_s);
    checked();
    EXPECT_TRUE(says(refusalText(Refusal::NoDecider).both()));
    EXPECT_FALSE(m_page->findChild<RouteStrip *>(u"composeRoute"_s)->isVisible());

    submitByKey();

    EXPECT_EQ(banner()->text(), refusalText(Refusal::NoDecider).both());
    EXPECT_EQ(banner()->kind(), BannerKind::Error);
    EXPECT_EQ(office.requests().size(), 0);
}

TEST_F(ComposePageTest, AFieldThatDependsOnAnotherComesAndGoes)
{
    begin();
    auto *sort = field<QComboBox>(u"sort"_s);
    auto *reason = field<QWidget>(u"reason"_s);
    EXPECT_FALSE(reason->isVisible());

    sort->setFocus();
    QTest::keyClick(sort, Qt::Key_Down);
    QTest::keyClick(sort, Qt::Key_Down);
    checked();
    EXPECT_EQ(sort->currentData().toString(), u"special"_s);
    EXPECT_TRUE(reason->isVisible());

    QTest::keyClick(sort, Qt::Key_Up);
    EXPECT_FALSE(reason->isVisible());
}

TEST_F(ComposePageTest, APersonIsFoundByTyping)
{
    begin();
    auto *about = field<QComboBox>(u"about"_s);
    typeAndLeave(about, u"財前"_s);

    EXPECT_TRUE(about->currentText().startsWith(u"財前 修"_s)) << about->currentText().toStdString();
    EXPECT_EQ(about->currentData().toString(), u"10011"_s);

    typeAndLeave(about, u"SUZUKI"_s);
    EXPECT_TRUE(about->currentText().startsWith(u"鈴木"_s))
        << "by the reading; not " << about->currentText().toStdString();
}

TEST_F(ComposePageTest, ANameThatIsNobodysIsRedAndNotSubmitted)
{
    begin();
    QSignalSpy submitted(m_page, &ComposePage::submitted);
    type(subject(), u"机"_s);
    auto *about = field<QComboBox>(u"about"_s);
    typeAndLeave(about, u"だれでもない"_s);
    checked();
    EXPECT_EQ(about->currentText(), u"だれでもない"_s) << "nobody takes the place of whoever was meant";
    EXPECT_TRUE(isInvalid(about));

    find<QPushButton>(*m_page, u"submitButton"_s)->click();
    settle();

    EXPECT_TRUE(submitted.isEmpty());
    EXPECT_TRUE(says(u"is not in the list"_s));
    EXPECT_TRUE(about->hasFocus());
    typeAndLeave(about, u"財前"_s);
    checked();
    EXPECT_FALSE(isInvalid(about));
    EXPECT_FALSE(banner()->isVisible()) << "what is put right is not complained of";
}

TEST_F(ComposePageTest, WhatIsMeantForAColleagueIsNeverFiledForOneself)
{
    DeskInfo info = signIn(sato).info();
    info.filesFor = {suzuki, kato};
    m_page = &make<ComposePage>(make<DeskSession>(desk, info));
    show(*m_page);
    m_page->begin(u"memo"_s);
    settle();
    QSignalSpy submitted(m_page, &ComposePage::submitted);
    type(subject(), u"机"_s);
    checked();
    auto *whose = find<QComboBox>(*m_page, u"filedFor"_s);
    whose->setFocus();
    whose->lineEdit()->selectAll();
    type(whose->lineEdit(), u"すずきさん"_s);

    find<QPushButton>(*m_page, u"submitButton"_s)->click(); // as by Alt+S: nothing has left the field
    settle();

    EXPECT_TRUE(submitted.isEmpty());
    EXPECT_EQ(office.requests().size(), 0);
    EXPECT_TRUE(isInvalid(whose));
    EXPECT_TRUE(find<QLabel>(*m_page, u"filedForTrouble"_s)->isVisible());
    EXPECT_EQ(whose->currentText(), u"すずきさん"_s);
    auto *banner = m_page->findChild<QuietBanner *>();
    EXPECT_TRUE(banner->isVisible());

    typeAndLeave(whose, u"suzuki"_s);
    EXPECT_FALSE(isInvalid(whose));
    EXPECT_FALSE(find<QLabel>(*m_page, u"filedForTrouble"_s)->isVisible());
    EXPECT_TRUE(m_page->title().contains(u"鈴木"_s)) << m_page->title().toStdString();
    EXPECT_TRUE(wait([&] { return !banner->isVisible(); })) << "it is put right";
    typeAndLeave(whose, u"木"_s); // 鈴木 alone, not 加藤
    EXPECT_TRUE(whose->currentText().startsWith(u"鈴木"_s));
}

TEST_F(ComposePageTest, ClickingIntoANameSelectsItSoThatTypingReplacesIt)
{
    begin();
    auto *about = field<QComboBox>(u"about"_s);
    QTest::mouseClick(about->lineEdit(), Qt::LeftButton, {}, {20, about->lineEdit()->height() / 2});
    settle();

    EXPECT_EQ(about->lineEdit()->selectedText(), about->currentText());
}

TEST_F(ComposePageTest, TheWheelChangesNoChoice)
{
    begin();
    auto *sort = field<QComboBox>(u"sort"_s);
    sort->setCurrentIndex(1);
    sort->setFocus();
    QWheelEvent turned({10, 10}, sort->mapToGlobal(QPointF(10, 10)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                       Qt::NoScrollPhase, false);

    QApplication::sendEvent(sort, &turned);

    EXPECT_EQ(sort->currentIndex(), 1);
}

TEST_F(ComposePageTest, TheFirstMistakeIsBroughtIntoSight)
{
    begin();
    m_page->resize(900, 320);
    settle();
    auto *scroll = m_page->findChild<QScrollArea *>();
    for (QScrollArea *one : m_page->findChildren<QScrollArea *>()) {
        if (one->isAncestorOf(subject()))
            scroll = one;
    }
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    ASSERT_LT(subject()->mapTo(scroll, QPoint(0, 0)).y(), 0);

    find<QPushButton>(*m_page, u"submitButton"_s)->click();
    settle();

    EXPECT_TRUE(subject()->hasFocus());
    EXPECT_GE(subject()->mapTo(scroll, QPoint(0, 0)).y(), 0);
    EXPECT_LE(subject()->mapTo(scroll, QPoint(0, subject()->height())).y(), scroll->height());
}

TEST_F(ComposePageTest, CtrlSSavesAtOnce)
{
    begin();
    QSignalSpy saved(m_page, &ComposePage::savedAt);
    type(subject(), u"机"_s);

    QTest::keyClick(subject(), Qt::Key_S, Qt::ControlModifier);
    settle();

    ASSERT_EQ(saved.count(), 1);
    EXPECT_EQ(office.draftsOf(sato).size(), 1u);
}

TEST_F(ComposePageTest, ALostConnectionIsSaidAndTakenBackWhenTheDraftIsSaved)
{
    begin();
    office.cut();
    session->refresh();
    settle();
    type(subject(), u"長い文章"_s);
    QTest::keyClick(subject(), Qt::Key_S, Qt::ControlModifier);
    checked();

    EXPECT_TRUE(banner()->isVisible());
    EXPECT_EQ(banner()->kind(), BannerKind::Warning);
    EXPECT_TRUE(banner()->text().endsWith(u"What you typed is kept on this computer."_s))
        << banner()->text().toStdString();
    EXPECT_EQ(subject()->text(), u"長い文章"_s);

    office.mend();
    session->refresh();
    settle();
    EXPECT_FALSE(banner()->isVisible()) << "it is in the office now";
    EXPECT_EQ(office.draftsOf(sato).size(), 1u);
}

TEST_F(ComposePageTest, DiscardAsksOnceSomethingIsWritten)
{
    begin();
    QSignalSpy closed(m_page, &ComposePage::closed);
    auto *discard = find<QPushButton>(*m_page, u"discardButton"_s);
    type(subject(), u"机"_s);

    discard->click();
    EXPECT_EQ(answers.questions.size(), 1);
    EXPECT_TRUE(closed.isEmpty());
    EXPECT_EQ(subject()->text(), u"机"_s);

    answers.confirmed = true;
    discard->click();
    settle();
    EXPECT_EQ(closed.count(), 1);
    EXPECT_TRUE(office.draftsOf(sato).empty());
}

TEST_F(ComposePageTest, DiscardAsksNothingWhereNothingIsWritten)
{
    begin();
    QSignalSpy closed(m_page, &ComposePage::closed);

    find<QPushButton>(*m_page, u"discardButton"_s)->click();
    settle();

    EXPECT_TRUE(answers.questions.isEmpty());
    EXPECT_EQ(closed.count(), 1);
}

TEST_F(ComposePageTest, FilesAreDroppedAnywhereOnThePage)
{
    begin();
    const QString path = home.filePath(u"見積書.txt"_s);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("quote");
    file.close();
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent comes({100, 100}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page, &comes);
    ASSERT_TRUE(comes.isAccepted());

    QDropEvent falls({100, 100}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page, &falls);

    EXPECT_TRUE(wait([this] { return says(u"見積書.txt"_s) && office.asked(Ask::Finish) == 1; }));
}

TEST_F(ComposePageTest, NothingIsSubmittedWhileAFileIsBeingStored)
{
    begin();
    type(subject(), u"机"_s);
    checked();
    const QString path = home.filePath(u"a.txt"_s);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("a");
    file.close();
    office.hold(Ask::Begin);
    answers.openPaths = {path};
    find<QPushButton>(*m_page, u"addFilesButton"_s)->click();

    QTest::keyClick(subject(), Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(banner()->kind(), BannerKind::Warning);
    EXPECT_TRUE(banner()->text().contains(u"still being stored"_s));
    office.release();
    settle();
    EXPECT_EQ(office.requests().size(), 0);
}

TEST_F(ComposePageTest, NothingIsSubmittedWhileTheDaysTakenBackAreNoPeriod)
{
    begin();
    FormDefinition leave;
    leave.dayField = u"from"_s;
    leave.lastDayField = u"until"_s;
    auto *box = m_page->findChild<CancellationBox *>();
    box->setContent(
        cancelling({{u"from"_s, u"2026-12-01"_s}, {u"until"_s, u"2026-12-04"_s}}, {CaseId(5), u"R8-1"_s, 1, u"出勤"_s}),
        leave);
    auto *from = box->findChild<DateEdit *>(u"cancelledFrom"_s);
    auto *line = from->findChild<QLineEdit *>();
    line->setText(u"あした?"_s);
    Q_EMIT line->textEdited(line->text());
    checked();
    QSignalSpy submitted(m_page, &ComposePage::submitted);

    submitByKey();

    EXPECT_TRUE(submitted.isEmpty());
    EXPECT_TRUE(banner()->isVisible());
    EXPECT_FALSE(box->trouble().isEmpty());
    EXPECT_EQ(banner()->text(), box->trouble());
    EXPECT_TRUE(from->hasFocus());
}

TEST_F(ComposePageTest, ACorrectionShowsWhyItCameBack)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    office.act(suzuki, id, Return{{}, {}, u"数を書いてください"_s});
    pageOf(sato);
    m_page->resume(id);
    settle();

    EXPECT_EQ(m_page->title(), u"Correct: Memo"_s);
    EXPECT_EQ(subject()->text(), u"机"_s);
    EXPECT_TRUE(banner()->text().contains(u"数を書いてください"_s));
    EXPECT_TRUE(find<QPushButton>(*m_page, u"submitButton"_s)->text().startsWith(u"Resubmit"_s));
}

TEST_F(ComposePageTest, WhatAnEarlierSessionCouldNotSaveIsThere)
{
    begin();
    office.cut();
    type(subject(), u"失われない"_s);
    m_page->leave();
    settle();
    office.mend();

    auto &next = make<ComposePage>(*session);
    next.recover();
    ASSERT_TRUE(wait([&next] { return next.findChild<QLineEdit *>(u"field_subject"_s) != nullptr; }));
    settle();

    EXPECT_EQ(next.findChild<QLineEdit *>(u"field_subject"_s)->text(), u"失われない"_s);
    auto &others = make<ComposePage>(signIn(kato));
    QSignalSpy recovering(&others, &ComposePage::recovering);
    others.recover();
    QThreadPool::globalInstance()->waitForDone();
    settle();
    EXPECT_TRUE(recovering.isEmpty()) << "another person's text is nobody else's";
}

} // namespace kessai::test
