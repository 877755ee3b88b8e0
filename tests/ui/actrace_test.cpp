// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trialwindow.h"
#include "ui/cases/casepanel.h"
#include "ui/cases/casepresenter.h"

#include <QPushButton>
#include <QSignalSpy>

namespace kessai::test {

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

} // namespace kessai::test
