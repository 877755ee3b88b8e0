// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/confidential.h"
#include "tests/ui/trialwindow.h"
#include "ui/formview/composepage.h"
#include "ui/formview/composepresenter.h"

#include <QFile>
#include <QSignalSpy>

namespace kessai::test {

/// Somebody whose last words could not be saved signs in again.
class RecoverTest : public TrialWindow {
protected:
    /// A draft in the office with `subject`, and `typed` kept on this computer as the next thing written.
    CaseId interrupted(const QString &subject, const QString &typed)
    {
        ComposePresenter writer(*session);
        writer.begin(form);
        writer.setFields(memo(subject, 1));
        writer.saveNow();
        settle();
        const CaseId id = *writer.caseId();
        EXPECT_TRUE(fine(office.tamper(QStringLiteral(
            "CREATE TRIGGER broken BEFORE UPDATE ON case_file BEGIN SELECT RAISE(ABORT, 'broken'); END"))));
        writer.setFields(memo(typed, 1));
        writer.saveNow();
        settle();
        EXPECT_EQ(writer.unsaved().size(), 1U);
        EXPECT_TRUE(fine(office.tamper(QStringLiteral("DROP TRIGGER broken"))));
        return id;
    }
    void recover()
    {
        next = std::make_unique<ComposePresenter>(*session);
        const auto kept = next->unsaved();
        ASSERT_EQ(kept.size(), 1U);
        next->recover(kept.front());
        settle();
        next->saveNow();
        settle();
        EXPECT_TRUE(next->unsaved().empty());
    }
    void TearDown() override
    {
        next.reset();
        TrialWindow::TearDown();
    }

    std::unique_ptr<ComposePresenter> next;
};

TEST_F(RecoverTest, GoesOnWithTheDraftThatNobodyHasChangedSince)
{
    const CaseId id = interrupted(QStringLiteral("机"), QStringLiteral("机三台"));

    recover();

    EXPECT_EQ(next->caseId(), id);
    EXPECT_EQ(titleOf(id), QStringLiteral("机三台"));
    EXPECT_EQ(cases().size(), 1U);
}

TEST_F(RecoverTest, KeepsNothingConfidentialOnTheComputerAndLosesNothingTheOfficeHas)
{
    const QString reason = QStringLiteral("離婚調停に出るため");
    ComposePresenter writer(*session);
    writer.begin(form);
    writer.setFields(confiding(memo(QStringLiteral("机"), 1), reason));
    writer.saveNow();
    settle();
    const CaseId id = *writer.caseId();
    ASSERT_TRUE(fine(office.tamper(
        QStringLiteral("CREATE TRIGGER broken BEFORE UPDATE ON case_file BEGIN SELECT RAISE(ABORT, 'broken'); END"))));
    writer.setFields(confiding(memo(QStringLiteral("机三台"), 1), QStringLiteral("別の理由")));
    writer.saveNow();
    settle();
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("DROP TRIGGER broken"))));

    // Given what was kept
    const auto kept = writer.unsaved();
    ASSERT_EQ(kept.size(), 1U);
    QFile file(kept.front().path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_FALSE(QString::fromUtf8(file.readAll()).contains(QStringLiteral("理由")));
    file.close();

    recover();

    EXPECT_EQ(next->caseId(), id);
    EXPECT_EQ(titleOf(id), QStringLiteral("机三台"));
    EXPECT_EQ(next->content().fields.value(QLatin1String("reason")).toString(), reason);
    const auto record = Hand(office, people.sato).load(id);
    ASSERT_TRUE(fine(record));
    EXPECT_EQ(disclosed(record->revisions.back().content).fields.value(QLatin1String("reason")).toString(), reason);
}

TEST_F(RecoverTest, OverwritesNothingNewer)
{
    const CaseId id = interrupted(QStringLiteral("机"), QStringLiteral("机三台"));
    ASSERT_TRUE(fine(Hand(office, people.sato).draft(memo(QStringLiteral("別の席で書いた長い文章"), 1), id)));

    recover();

    EXPECT_EQ(titleOf(id), QStringLiteral("別の席で書いた長い文章"));
    ASSERT_EQ(cases().size(), 2U);
    ASSERT_TRUE(next->caseId());
    EXPECT_NE(next->caseId(), id);
    EXPECT_EQ(titleOf(*next->caseId()), QStringLiteral("机三台"));
}

TEST_F(RecoverTest, KeepsTheTextOfARequestThatWasSubmittedElsewhere)
{
    const CaseId id = interrupted(QStringLiteral("机"), QStringLiteral("机三台"));
    ASSERT_TRUE(fine(Hand(office, people.sato).submit(id)));

    recover();

    EXPECT_EQ(titleOf(id), QStringLiteral("机"));
    EXPECT_NE(next->caseId(), id);
    EXPECT_EQ(titleOf(*next->caseId()), QStringLiteral("机三台"));
}

TEST_F(RecoverTest, KeepsTheTextOfADraftThatWasThrownAwayElsewhere)
{
    const CaseId id = interrupted(QStringLiteral("机"), QStringLiteral("机三台"));
    ASSERT_TRUE(fine(office.as(people.sato).cases().deleteDraft(id)));

    recover();

    ASSERT_TRUE(next->caseId());
    EXPECT_EQ(titleOf(*next->caseId()), QStringLiteral("机三台"));
}

TEST_F(RecoverTest, LeavesTheTextWhereItIsWhileTheOfficeDoesNotAnswer)
{
    interrupted(QStringLiteral("机"), QStringLiteral("机三台"));
    desk.close();
    ComposePresenter later(*session);
    QSignalSpy failed(&later, &ComposePresenter::openFailed);

    later.recover(later.unsaved().front());
    settle();

    EXPECT_EQ(failed.count(), 1);
    EXPECT_EQ(later.unsaved().size(), 1U);
}

} // namespace kessai::test
