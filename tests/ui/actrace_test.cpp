// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trialwindow.h"
#include "ui/cases/casepanel.h"
#include "ui/cases/casepresenter.h"
#include "ui/widgets/quietbanner.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// Somebody who acts before the case they have chosen is in sight.
class ActRaceTest : public TrialWindow {
protected:
    CaseId filed(const QString &subject)
    {
        office.wait();
        const auto id = Hand(office, people.sato).file(memo(subject, 1));
        EXPECT_TRUE(fine(id));
        return *id;
    }
    int seqOf(CaseId id) { return office.owner().cases().load(id)->projection.seq; }
};

TEST_F(ActRaceTest, ApprovesNoCaseWhileTheChosenOneIsBeingRead)
{
    const CaseId shown = filed(QStringLiteral("見えている"));
    const CaseId chosen = filed(QStringLiteral("選んだ"));
    beginSession(people.suzuki);
    CasePanel panel(*session);
    panel.show();
    panel.open(shown);
    settle();
    auto *approve = panel.findChild<QPushButton *>(QStringLiteral("approveButton"));
    ASSERT_TRUE(approve->isVisible());
    hold();

    panel.open(chosen);
    approve->click();
    release();
    settle();

    EXPECT_EQ(seqOf(shown), 1);
    EXPECT_EQ(panel.currentCase(), chosen);
    approve->click();
    settle();
    EXPECT_EQ(seqOf(chosen), 2);
}

TEST_F(ActRaceTest, ApprovesNoCaseUnderTheErrorOfAnother)
{
    const CaseId shown = filed(QStringLiteral("見えている"));
    beginSession(people.suzuki);
    CasePanel panel(*session);
    panel.show();
    panel.open(shown);
    settle();
    auto *approve = panel.findChild<QPushButton *>(QStringLiteral("approveButton"));

    panel.open(CaseId(4711));
    settle();

    EXPECT_FALSE(approve->isVisible());
    EXPECT_EQ(panel.currentCase(), std::nullopt);
}

TEST_F(ActRaceTest, CorrectsNoCaseWhileTheChosenOneIsBeingRead)
{
    const CaseId shown = filed(QStringLiteral("戻された"));
    ASSERT_TRUE(fine(
        Hand(office, people.suzuki).act(shown, Return{std::nullopt, std::nullopt, QStringLiteral("直してください")})));
    const CaseId chosen = filed(QStringLiteral("選んだ"));
    CasePanel panel(*session);
    QSignalSpy wanted(&panel, &CasePanel::editRequested);
    panel.show();
    panel.open(shown);
    settle();
    auto *edit = panel.findChild<QPushButton *>(QStringLiteral("editButton"));
    ASSERT_TRUE(edit->isVisible());
    hold();

    panel.open(chosen);
    edit->click();
    EXPECT_TRUE(wanted.isEmpty());

    panel.open(shown);
    release();
    settle();
    edit->click();
    EXPECT_EQ(wanted.count(), 1);
}

/// 坂東 decides, and heads finance as well, which is asked to agree; at a real desk over a trial office.
class BothAtOnceTest : public TrialWindow {
protected:
    void SetUp() override
    {
        ASSERT_EQ(office.problem(), QString());
        ASSERT_TRUE(fine(office.appoint(people.bando, people.financeManager)));
        TrialWindow::SetUp();
        const auto filed = Hand(office, people.sato).file(memo(u"机"_s, 120'000));
        ASSERT_TRUE(fine(filed));
        id = *filed;
        for (const StaffId who : {people.suzuki, people.kato})
            ASSERT_TRUE(fine(Hand(office, who).approve(id)));
        office.wait();
    }
    void TearDown() override
    {
        panel.reset();
        TrialWindow::TearDown();
    }
    void allow() { ASSERT_TRUE(fine(office.decideAtOnce())); }
    void open()
    {
        panel.reset();
        beginSession(people.bando);
        panel = std::make_unique<CasePanel>(*session);
        panel->resize(480, 700);
        panel->show();
        panel->open(id);
        ASSERT_TRUE(wait([this] { return panel->currentCase() == id; }));
        settle();
    }
    QPushButton *approve() { return panel->findChild<QPushButton *>(u"approveButton"_s); }
    std::vector<Event> events() { return office.owner().cases().load(id)->history; }

    CaseId id{0};
    std::unique_ptr<CasePanel> panel;
};

TEST_F(BothAtOnceTest, EachNeedsItsOwnPressWhereTheOfficeHasNothingElse)
{
    open();
    EXPECT_EQ(approve()->text(), u"Agree (&A)"_s);

    approve()->click();
    ASSERT_TRUE(wait([this] { return events().size() == 4; }));
    settle();

    EXPECT_EQ(stateOf(id), CaseState::Running);
    EXPECT_EQ(approve()->text(), u"Decide (&A)"_s);
}

TEST_F(BothAtOnceTest, OnePressRecordsBothWithTheCommentOnTheDecision)
{
    allow();
    open();
    EXPECT_EQ(approve()->text(), u"Agree, then: Decide (&A)"_s);
    panel->findChild<QPlainTextEdit *>(u"commentEdit"_s)->setPlainText(u"よい"_s);

    approve()->click();
    ASSERT_TRUE(wait([this] { return stateOf(id) == CaseState::Decided; }));
    settle();

    const std::vector<Event> all = events();
    ASSERT_EQ(all.size(), 5u) << "two acts, after the filing and two reviews";
    ASSERT_TRUE(panel->view());
    const auto &history = panel->view()->history;
    EXPECT_EQ(history[3].kind, StepKind::Consult);
    EXPECT_EQ(history[3].text, QString());
    EXPECT_EQ(history[4].kind, StepKind::Decide);
    EXPECT_EQ(history[4].text, u"よい"_s);
}

TEST_F(BothAtOnceTest, SaysThatTheFirstIsRecordedWhenTheSecondIsNotTaken)
{
    allow();
    open();
    ASSERT_TRUE(fine(office.tamper(u"CREATE TRIGGER broken BEFORE INSERT ON event WHEN NEW.seq = 5 "
                                   "BEGIN SELECT RAISE(ABORT, 'broken'); END"_s)));

    approve()->click();
    ASSERT_TRUE(wait([this] { return events().size() == 4; }));
    settle();

    EXPECT_EQ(stateOf(id), CaseState::Running);
    const auto *banner = panel->findChild<QuietBanner *>(u"caseBanner"_s);
    EXPECT_TRUE(banner->text().startsWith(u"That you agree is recorded. Of the decision:"_s))
        << qPrintable(banner->text());
}

} // namespace kessai::test
