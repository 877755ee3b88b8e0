// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casepanel.h"

#include "tests/ui/officetest.h"
#include "ui/cases/actbar.h"
#include "ui/cases/casefacts.h"
#include "ui/caseword.h"
#include "ui/errortext.h"
#include "ui/widgets/quietbanner.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kessai::test {

class CasePanelTest : public OfficeTest {
protected:
    CasePanel &panelOf(StaffId who)
    {
        m_panel = &make<CasePanel>(signIn(who));
        show(*m_panel, {480, 700});
        return *m_panel;
    }
    void open(CaseId id)
    {
        m_panel->open(id);
        settle();
        ASSERT_EQ(m_panel->currentCase(), id);
    }
    QPushButton *button(const QString &name) const { return m_panel->findChild<QPushButton *>(name); }
    QPlainTextEdit *comment() const { return m_panel->findChild<QPlainTextEdit *>(u"commentEdit"_s); }
    QuietBanner *banner() const { return m_panel->findChild<QuietBanner *>(u"caseBanner"_s); }
    /// The acts that can be seen, in the order of the bar.
    QStringList offered() const
    {
        QStringList names;
        for (const QString &name : {u"approveButton"_s, u"editButton"_s, u"withdrawButton"_s, u"remindButton"_s,
                                    u"commentButton"_s, u"returnButton"_s, u"rejectButton"_s, u"cancelCaseButton"_s}) {
            if (button(name)->isVisible())
                names.append(name.chopped(6));
        }
        return names;
    }

    CasePanel *m_panel = nullptr;
};

TEST_F(CasePanelTest, ShowsNothingUntilACaseIsChosen)
{
    CasePanel &panel = panelOf(suzuki);

    EXPECT_EQ(panel.currentCase(), std::nullopt);
    EXPECT_EQ(panel.view(), nullptr);
    EXPECT_TRUE(offered().isEmpty());
}

TEST_F(CasePanelTest, ShowsWhatIsConfidentialToWhoDecidesAndAQuietLineToOthers)
{
    QJsonObject fields = memoFields(u"机の購入"_s, 1000);
    fields.insert(u"private"_s, u"腰を痛めたため"_s);
    const CaseId id = office.file(sato, fields);
    const auto shown = [this] {
        QStringList texts;
        for (const QLabel *label : m_panel->findChildren<QLabel *>())
            texts.append(label->text());
        return texts;
    };

    panelOf(suzuki);
    open(id);
    EXPECT_TRUE(shown().contains(u"腰を痛めたため"_s));
    EXPECT_FALSE(shown().contains(concealedText()));

    // 芝 is only shown it, once 鈴木 has reviewed it
    ASSERT_TRUE(office.act(suzuki, id, Approve{}));
    panelOf(people.shiba);
    open(id);
    EXPECT_FALSE(shown().contains(u"腰を痛めたため"_s));
    EXPECT_TRUE(shown().contains(concealedText()));
    ASSERT_TRUE(m_panel->view());
    EXPECT_TRUE(m_panel->view()->verified.sound());
}

TEST_F(CasePanelTest, OffersExactlyTheActsThatAreOpen)
{
    const CaseId id = office.file(sato, memoFields(u"机の購入"_s, 120'000));
    panelOf(suzuki);

    open(id);
    EXPECT_EQ(offered(), QStringList({u"approve"_s, u"return"_s, u"reject"_s}));
    EXPECT_EQ(find<QLabel>(*m_panel, u"caseTitle"_s)->text(), u"机の購入"_s);
    EXPECT_FALSE(button(u"returnButton"_s)->menu()) << "the first step has only the drafter before it";
}

TEST_F(CasePanelTest, BeginsACaseAtItsBeginning)
{
    QJsonObject fields = memoFields(u"机の購入"_s, 120'000);
    fields.insert(u"private"_s, u"壊れているため。"_s.repeated(24));
    const CaseId first = office.file(sato, fields);
    const CaseId second = office.file(sato, fields);
    CasePanel &panel = panelOf(suzuki);
    open(first);
    QScrollBar *bar =
        qobject_cast<QScrollArea *>(find<QTabWidget>(panel, u"caseTabs"_s)->widget(0))->verticalScrollBar();
    settle();
    ASSERT_GT(bar->maximum(), 0);
    bar->setValue(bar->maximum());

    open(second);

    EXPECT_EQ(bar->value(), 0);
}

TEST_F(CasePanelTest, CallsApprovingByItsStepAndPutsAnotherTimeInThePlaceOfRejecting)
{
    const CaseId id =
        office.file(sato, {{u"subject"_s, u"休み"_s}, {u"sort"_s, u"special"_s}, {u"reason"_s, u"私用"_s}});
    panelOf(suzuki);
    open(id);
    EXPECT_EQ(button(u"approveButton"_s)->text(), u"Approve (&A)"_s);
    ASSERT_TRUE(office.act(suzuki, id, Approve{}));
    panelOf(kato);
    open(id);
    EXPECT_EQ(button(u"approveButton"_s)->text(), u"Decide (&A)"_s);
    EXPECT_EQ(button(u"rejectButton"_s)->text(), u"Later (&J)"_s);

    type(find<QPlainTextEdit>(*m_panel, u"commentEdit"_s), u"12月にお願いします"_s);
    button(u"rejectButton"_s)->click();
    settle();

    ASSERT_TRUE(m_panel->view());
    EXPECT_EQ(m_panel->view()->verified.state.state, CaseState::Returned) << "it is not rejected";
    EXPECT_EQ(m_panel->view()->history.back().text, u"時期を変えてください：12月にお願いします"_s);
}

TEST_F(CasePanelTest, LetsWhoeverAgreesAndDecidesDoBothByOnePress)
{
    ActBar bar;
    AllowedActs acts;
    acts.approve = acts.object = acts.returnToDrafter = true;
    QSignalSpy both(&bar, &ActBar::bothChosen);
    QSignalSpy one(&bar, &ActBar::actChosen);
    auto *approve = bar.findChild<QPushButton *>(u"approveButton"_s);
    ASSERT_NE(approve, nullptr);

    bar.setActs(acts, {}, false,
                {.approve = u"Agree"_s, .insteadOfRejecting = std::nullopt, .both = u"Agree, then: Order"_s});
    bar.setComment(u"よい"_s);
    EXPECT_EQ(approve->text(), u"Agree, then: Order (&A)"_s);
    approve->click();
    ASSERT_EQ(both.count(), 1);
    EXPECT_EQ(both.front().front().toString(), u"よい"_s);
    EXPECT_EQ(one.count(), 0);

    auto *only = bar.findChild<QAction *>(u"agreeOnlyAction"_s);
    ASSERT_NE(only, nullptr);
    only->trigger();
    EXPECT_EQ(one.count(), 1);
    bar.setActs(acts, {}, false, {.approve = u"Agree"_s, .insteadOfRejecting = std::nullopt});
    EXPECT_EQ(approve->text(), u"Agree (&A)"_s);
    EXPECT_EQ(bar.findChild<QAction *>(u"agreeOnlyAction"_s), nullptr);
}

TEST_F(CasePanelTest, ShowsWhatOneThingCostsThoughItIsTheWholeAmount)
{
    CaseFacts facts;
    const CaseId id = office.file(sato, memoFields(u"机"_s, 350'000));
    panelOf(suzuki);
    open(id);
    CaseView view = *m_panel->view();
    view.definition.fields.insert(
        view.definition.fields.begin(),
        {.key = u"item1_price"_s, .kind = FieldKind::Yen, .label = {u"単価1"_s, u"Price 1"_s}, .hint = {}});
    view.content.fields.insert(u"item1_price"_s, 350'000);

    facts.show(view);

    QStringList texts;
    for (const QLabel *label : facts.findChildren<QLabel *>())
        texts.append(label->text());
    EXPECT_TRUE(texts.contains(u"Price 1"_s)) << qPrintable(texts.join(u'|'));
    EXPECT_EQ(texts.filter(u"350,000"_s).size(), 2) << "above, larger, and as the price; not a third time";
}

TEST_F(CasePanelTest, ShowsLinesAsATableWithWhatTheyComeTo)
{
    CaseFacts facts;
    const CaseId id = office.file(sato, memoFields(u"文具"_s, 103'400));
    panelOf(suzuki);
    open(id);
    CaseView view = *m_panel->view();
    for (const int no : {1, 2, 3}) {
        const QString key = u"item%1_"_s.arg(no);
        for (const auto &[part, kind] :
             {std::pair(u"name"_s, FieldKind::Text), std::pair(u"number"_s, FieldKind::Number),
              std::pair(u"price"_s, FieldKind::Yen)})
            view.definition.fields.push_back(
                {.key = key + part, .kind = kind, .label = {part, u"%1 %2"_s.arg(part).arg(no)}, .hint = {}});
    }
    for (const auto &[no, name, number, price] :
         {std::tuple(1, u"トナー"_s, 4, 8'800), std::tuple(2, u"用紙"_s, 20, 2'750)}) {
        view.content.fields.insert(u"item%1_name"_s.arg(no), name);
        view.content.fields.insert(u"item%1_number"_s.arg(no), number);
        view.content.fields.insert(u"item%1_price"_s.arg(no), price);
    }

    facts.show(view);

    const auto *table = facts.findChild<QWidget *>(u"factLines"_s);
    ASSERT_NE(table, nullptr);
    QStringList texts;
    for (const QLabel *label : table->findChildren<QLabel *>())
        texts.append(label->text());
    EXPECT_EQ(texts.join(u'|'),
              u"name|number|price|Amount|トナー|4|¥8,800|¥35,200|用紙|20|¥2,750|¥55,000|Sum of the lines|¥90,200"_s);
}

TEST_F(CasePanelTest, OffersTheDrafterWhatIsTheDrafters)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    panelOf(sato);

    open(id);
    EXPECT_EQ(offered(), QStringList({u"withdraw"_s, u"remind"_s, u"comment"_s, u"cancelCase"_s}));

    office.act(suzuki, id, Return{{}, {}, u"数を直して"_s});
    open(id);
    EXPECT_EQ(offered(), QStringList({u"edit"_s, u"comment"_s, u"cancelCase"_s}));
    auto *notice = find<QuietBanner>(*m_panel, u"caseNotice"_s);
    EXPECT_TRUE(notice->isVisible());
    EXPECT_TRUE(notice->text().contains(u"数を直して"_s)) << notice->text().toStdString();
}

TEST_F(CasePanelTest, ACirculatedPaperIsMarkedAsSeen)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    office.act(suzuki, id, Approve{});
    panelOf(people.shiba);
    open(id);
    ASSERT_TRUE(button(u"approveButton"_s)->isVisible());
    EXPECT_TRUE(button(u"approveButton"_s)->text().contains(u"seen"_s));

    QTest::keyClick(m_panel, Qt::Key_Return, Qt::ControlModifier);
    settle();

    EXPECT_EQ(office.stateOf(id).assignment({2, 1})->state, AssignmentState::Read);
    EXPECT_EQ(office.stateOf(id).state, CaseState::Running) << "it blocks nothing";
}

TEST_F(CasePanelTest, ACaseCanGoBackToAnEarlierStep)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    office.act(suzuki, id, Approve{});
    panelOf(kato);
    open(id);
    QMenu *menu = button(u"returnButton"_s)->menu();
    ASSERT_TRUE(menu);
    ASSERT_EQ(menu->actions().size(), 2);
    EXPECT_TRUE(menu->actions().last()->text().contains(u"庶務係長"_s)) << menu->actions().last()->text().toStdString();
    type(comment(), u"もう一度見てください"_s);

    menu->actions().last()->trigger();
    settle();

    EXPECT_EQ(office.stateOf(id).state, CaseState::Running);
    EXPECT_EQ(office.stateOf(id).assignment({1, 1})->state, AssignmentState::Open);
}

TEST_F(CasePanelTest, AReasonIsAskedForWithoutADialog)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    panelOf(suzuki);
    open(id);
    QSignalSpy acted(m_panel, &CasePanel::acted);
    for (const QString &name : {u"returnButton"_s, u"rejectButton"_s}) {
        banner()->clear();
        button(name)->setFocus();

        QTest::keyClick(button(name), Qt::Key_Space);
        settle();

        EXPECT_TRUE(comment()->hasFocus()) << name.toStdString();
        EXPECT_TRUE(banner()->isVisible());
        EXPECT_EQ(banner()->kind(), BannerKind::Warning) << "a quiet line, nothing went wrong";
        EXPECT_EQ(banner()->text(), refusalText(Refusal::ReasonMissing).what);
        EXPECT_TRUE(button(u"reasonGivenButton"_s)->isVisible()) << "what was chosen stays chosen";
        EXPECT_FALSE(button(u"approveButton"_s)->isVisible());
        QTest::keyClick(comment(), Qt::Key_Escape);
        EXPECT_TRUE(button(u"approveButton"_s)->isVisible()) << "or not after all";
    }
    EXPECT_TRUE(acted.isEmpty());
    EXPECT_EQ(office.stateOf(id).seq, 1);

    QTest::keyClick(button(u"returnButton"_s), Qt::Key_Space);
    type(comment(), u"数が違います"_s);
    QTest::keyClick(comment(), Qt::Key_Return, Qt::ControlModifier);
    settle();

    ASSERT_EQ(acted.count(), 1);
    EXPECT_EQ(office.stateOf(id).state, CaseState::Returned);
    EXPECT_FALSE(banner()->isVisible());
    EXPECT_TRUE(comment()->toPlainText().isEmpty());
}

TEST_F(CasePanelTest, ACommentGoesWithTheApproval)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    panelOf(suzuki);
    open(id);
    comment()->setFocus();
    type(comment(), u"承認します"_s);

    QTest::keyClick(comment(), Qt::Key_Return, Qt::ControlModifier);
    settle();

    EXPECT_EQ(office.stateOf(id).seq, 2);
    ASSERT_NE(m_panel->view(), nullptr);
    EXPECT_EQ(m_panel->view()->history.back().text, u"承認します"_s);
}

TEST_F(CasePanelTest, TheMnemonicApproves)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    panelOf(suzuki);
    open(id);

    QTest::keyClick(m_panel, Qt::Key_A, Qt::AltModifier);

    EXPECT_TRUE(wait([&] { return office.stateOf(id).seq == 2; }));
}

TEST_F(CasePanelTest, AStaleCaseSaysSoAndKeepsWhatWasTyped)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    panelOf(suzuki);
    open(id);
    office.act(sato, id, Comment{u"急ぎます"_s});
    type(comment(), u"了解しました"_s);

    QTest::keyClick(m_panel, Qt::Key_Return, Qt::ControlModifier);
    settle();

    EXPECT_EQ(office.stateOf(id).seq, 2) << "not acted on what was not seen";
    EXPECT_EQ(banner()->text(), refusalText(Refusal::Stale).both());
    EXPECT_EQ(banner()->kind(), BannerKind::Warning);
    EXPECT_EQ(comment()->toPlainText(), u"了解しました"_s);
    EXPECT_EQ(m_panel->view()->history.size(), 2u) << "shown as it is now";

    QTest::keyClick(m_panel, Qt::Key_Return, Qt::ControlModifier);
    settle();
    EXPECT_EQ(office.stateOf(id).seq, 3) << "having been seen, it is approved";
}

TEST_F(CasePanelTest, ALostConnectionKeepsWhatWasTypedAndTheKeyboard)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    panelOf(suzuki);
    open(id);
    type(comment(), u"長い理由"_s);
    auto *approve = button(u"approveButton"_s);
    approve->setFocus();
    office.cut();

    QTest::keyClick(approve, Qt::Key_Space);
    settle();

    EXPECT_EQ(banner()->text(), errorText(Error{ErrorCode::ConnectionLost, {}, {}}).both());
    EXPECT_EQ(comment()->toPlainText(), u"長い理由"_s);
    EXPECT_TRUE(approve->hasFocus());
    EXPECT_TRUE(approve->isEnabled());

    office.mend();
    QTest::keyClick(approve, Qt::Key_Space);
    settle();
    EXPECT_EQ(office.stateOf(id).seq, 2);
}

TEST_F(CasePanelTest, ADamagedCaseSaysSoInRedAndOffersNothing)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    office.tamper(id);
    panelOf(suzuki);

    open(id);

    auto *notice = find<QuietBanner>(*m_panel, u"caseNotice"_s);
    EXPECT_TRUE(notice->isVisible());
    EXPECT_EQ(notice->kind(), BannerKind::Error);
    EXPECT_EQ(notice->text(), refusalText(Refusal::Damaged).both());
    EXPECT_TRUE(offered().isEmpty());
    EXPECT_FALSE(find<QToolButton>(*m_panel, u"printButton"_s)->isEnabled());
    EXPECT_FALSE(find<QToolButton>(*m_panel, u"pdfButton"_s)->isEnabled());
    QTest::keyClick(m_panel, Qt::Key_Return, Qt::ControlModifier);
    settle();
    EXPECT_EQ(office.stateOf(id).seq, 1);
}

TEST_F(CasePanelTest, ACaseWithoutAReadableHistoryIsNoDraft)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    office.breakHistory(id);
    panelOf(sato);

    open(id);

    EXPECT_EQ(find<QuietBanner>(*m_panel, u"caseNotice"_s)->text(), refusalText(Refusal::Damaged).both());
    EXPECT_TRUE(offered().isEmpty());
}

TEST_F(CasePanelTest, WhoseNameItIsInMayGiveADamagedCaseUp)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    office.tamper(id);
    panelOf(sato);

    open(id);

    EXPECT_TRUE(find<QuietBanner>(*m_panel, u"caseNotice"_s)->text().startsWith(refusalText(Refusal::Damaged).both()));
    EXPECT_EQ(offered(), QStringList({u"withdraw"_s, u"cancelCase"_s}));
    comment()->setPlainText(u"申請した覚えがありません"_s);
    button(u"cancelCaseButton"_s)->click();
    settle();
    EXPECT_EQ(office.stateOf(id).state, CaseState::Cancelled);
}

TEST_F(CasePanelTest, ACommentBegunIsThereAgainWhenOneComesBack)
{
    const CaseId first = office.file(sato, memoFields(u"一"_s));
    const CaseId second = office.file(sato, memoFields(u"二"_s));
    panelOf(suzuki);
    open(first);
    type(comment(), u"一について"_s);

    open(second);
    EXPECT_TRUE(comment()->toPlainText().isEmpty());
    type(comment(), u"二について"_s);
    open(first);
    EXPECT_EQ(comment()->toPlainText(), u"一について"_s);

    m_panel->clear();
    EXPECT_FALSE(m_panel->hasTypedComment());
    open(second);
    EXPECT_EQ(comment()->toPlainText(), u"二について"_s);
}

TEST_F(CasePanelTest, AnActThatWaitsForItsReasonIsNotCarriedOverToAnotherCase)
{
    const CaseId first = office.file(sato, memoFields(u"一"_s));
    const CaseId second = office.file(sato, memoFields(u"二"_s));
    panelOf(suzuki);
    open(first);
    const AllowedActs acts = m_panel->view()->acts;
    button(u"rejectButton"_s)->click();
    ASSERT_TRUE(button(u"reasonGivenButton"_s)->isVisible());

    open(second);
    ASSERT_EQ(m_panel->view()->acts, acts) << "nothing else tells the two apart";
    EXPECT_FALSE(button(u"reasonGivenButton"_s)->isVisible());
    EXPECT_TRUE(button(u"approveButton"_s)->isVisible());
    EXPECT_FALSE(banner()->isVisible());

    button(u"rejectButton"_s)->click();
    ASSERT_TRUE(button(u"reasonGivenButton"_s)->isVisible());
    m_panel->clear();
    open(second);
    EXPECT_FALSE(button(u"reasonGivenButton"_s)->isVisible());

    comment()->setFocus();
    type(comment(), u"見ました"_s);
    QTest::keyClick(comment(), Qt::Key_Return, Qt::ControlModifier);
    settle();

    EXPECT_EQ(office.stateOf(first).seq, 1);
    EXPECT_EQ(office.stateOf(second).seq, 2);
    EXPECT_EQ(office.stateOf(second).state, CaseState::Running) << "approved, not rejected";
}

TEST_F(CasePanelTest, NothingIsActedOnWhileAnotherCaseIsOnItsWay)
{
    const CaseId first = office.file(sato, memoFields(u"一"_s));
    const CaseId second = office.file(sato, memoFields(u"二"_s));
    panelOf(suzuki);
    open(first);
    office.hold(Ask::Load);
    m_panel->open(second);

    QTest::keyClick(m_panel, Qt::Key_Return, Qt::ControlModifier);
    office.release();
    settle();

    EXPECT_EQ(office.stateOf(first).seq, 1);
    EXPECT_EQ(office.stateOf(second).seq, 1);
    EXPECT_EQ(m_panel->currentCase(), second);
}

TEST_F(CasePanelTest, ACaseThatCannotBeReadShowsWhyInPlaceOfTheOther)
{
    const CaseId id = office.file(sato, memoFields(u"一"_s));
    panelOf(suzuki);
    open(id);

    m_panel->open(CaseId(4711));
    settle();

    EXPECT_EQ(m_panel->currentCase(), std::nullopt);
    EXPECT_TRUE(offered().isEmpty());
    const QList<QLabel *> labels = m_panel->findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == errorText(Error{ErrorCode::NotFound, {}, {}}).what;
    }));

    open(id);
    EXPECT_FALSE(offered().isEmpty());
}

TEST_F(CasePanelTest, AttachmentsAndHistoryAreCountedAndOpened)
{
    const Attachment file = office.keep(u"見積書.txt"_s, QByteArray("quote"));
    const CaseId id = office.file(sato, memoFields(u"机"_s), {file});
    panelOf(suzuki);
    open(id);
    auto *tabs = find<QTabWidget>(*m_panel, u"caseTabs"_s);
    EXPECT_TRUE(tabs->tabText(1).contains(u'1'));
    EXPECT_TRUE(tabs->isTabEnabled(1));
    QSignalSpy requested(m_panel, &CasePanel::attachmentRequested);
    tabs->setCurrentIndex(1);
    auto *files = find<QListWidget>(*m_panel, u"attachmentList"_s);
    files->setFocus();
    files->setCurrentRow(0);

    QTest::keyClick(files, Qt::Key_Return);

    ASSERT_EQ(requested.count(), 1);
    EXPECT_EQ(requested.first().first().value<Attachment>(), file);
}

/// Every reason for a refusal has a sentence of its own, and what to do next ends in one too.
TEST(ErrorTextTest, EveryRefusalAndEveryErrorHasItsOwnSentence)
{
    QSet<QString> said;
    for (int code = int(Refusal::NotYourTurn); code <= int(Refusal::ContentInvalid); ++code) {
        const ErrorText text = refusalText(Refusal(code));
        EXPECT_TRUE(text.what.endsWith(u'.')) << code;
        EXPECT_TRUE(text.next.isEmpty() || text.next.endsWith(u'.')) << code;
        EXPECT_FALSE(said.contains(text.what)) << text.what.toStdString();
        said.insert(text.what);
    }
    for (int code = int(ErrorCode::Refused); code <= int(ErrorCode::Internal); ++code) {
        const QString what = errorText(Error{ErrorCode(code), {}, {}}).what;
        EXPECT_TRUE(what.endsWith(u'.')) << code;
        EXPECT_FALSE(said.contains(what)) << what.toStdString();
        said.insert(what);
    }
}

TEST_F(CasePanelTest, DraftsACancellationOfWhatWasDecidedWhichAsksForItsReasonItself)
{
    const CaseId id = office.file(sato, memoFields(u"机の購入"_s, 20'000));
    office.act(suzuki, id, Approve{});
    office.act(kato, id, Approve{});
    panelOf(sato);
    open(id);
    auto *draft = button(u"draftCancellationButton"_s);
    ASSERT_TRUE(draft->isVisible());
    std::optional<CaseId> made;
    QObject::connect(m_panel, &CasePanel::editRequested, m_panel, [&](CaseId one) { made = one; });

    draft->click();
    ASSERT_TRUE(wait([&] { return made.has_value(); }));

    EXPECT_NE(made, id);
    open(*made);
    EXPECT_TRUE(m_panel->view()->record.title.contains(u"の取消】机の購入"_s));
    EXPECT_TRUE(find<QuietBanner>(*m_panel, u"caseNotice"_s)->isVisible());
}

} // namespace kessai::test
