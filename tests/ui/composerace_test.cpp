// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trialwindow.h"
#include "ui/formview/composepage.h"
#include "ui/formview/composepresenter.h"

#include <QPushButton>
#include <QSignalSpy>

namespace kessai::test {

/// Somebody who goes on while the office has not answered yet.
class ComposeRaceTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        writer = std::make_unique<ComposePresenter>(*session);
    }
    void TearDown() override
    {
        writer.reset();
        TrialWindow::TearDown();
    }
    void write(const QString &subject) { writer->setFields(memo(subject, 1)); }
    CaseId draft(const QString &subject)
    {
        writer->begin(form);
        write(subject);
        writer->saveNow();
        settle();
        return *writer->caseId();
    }

    std::unique_ptr<ComposePresenter> writer;
};

TEST_F(ComposeRaceTest, SubmitsWhatWasInSightAndNotWhatIsOpenedMeanwhile)
{
    const CaseId other = draft(QStringLiteral("まだ出さない"));
    const CaseId meant = draft(QStringLiteral("出す"));
    hold();
    write(QStringLiteral("出す・改"));
    writer->saveNow();
    write(QStringLiteral("出す・決定版"));

    writer->submit({});
    writer->resume(other);
    release();
    settle();

    EXPECT_EQ(stateOf(other), CaseState::Draft);
    EXPECT_EQ(stateOf(meant), CaseState::Running);
    EXPECT_EQ(titleOf(meant), QStringLiteral("出す・決定版"));
}

TEST_F(ComposeRaceTest, SubmitsANewRequestThoughAnotherIsWantedMeanwhile)
{
    writer->begin(form);
    write(QStringLiteral("出す"));
    QSignalSpy submitted(writer.get(), &ComposePresenter::submitted);
    hold();

    writer->submit({});
    writer->begin(form);
    release();
    settle();

    ASSERT_EQ(submitted.count(), 1);
    const std::vector<CaseId> all = cases();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(stateOf(all.front()), CaseState::Running);
}

TEST_F(ComposeRaceTest, WhatIsTypedWhileItIsSubmittedBecomesNoSecondDraft)
{
    writer->begin(form);
    write(QStringLiteral("出す"));
    hold();
    writer->submit({});
    write(QStringLiteral("出す。"));
    writer->saveNow();
    release();
    settle();

    EXPECT_EQ(cases().size(), 1U);
    EXPECT_TRUE(writer->unsaved().empty());
}

TEST_F(ComposeRaceTest, NothingIsTypedIntoAFormThatIsBeingSubmitted)
{
    ComposePage page(*session);
    page.begin(QStringLiteral("memo"));
    page.show();
    settle();
    auto *presenter = page.findChild<ComposePresenter *>();
    auto *subject = page.findChild<QWidget *>(QStringLiteral("field_subject"));
    ASSERT_NE(subject, nullptr);
    presenter->setFields(memo(QStringLiteral("出す"), 1));
    hold();

    presenter->submit({});

    EXPECT_FALSE(subject->isEnabled());
    release();
    settle();
    EXPECT_TRUE(subject->isEnabled());
}

TEST_F(ComposeRaceTest, WhatWasThrownAwayDoesNotComeBack)
{
    writer->begin(form);
    write(QStringLiteral("捨てる"));
    hold();
    writer->saveNow();
    write(QStringLiteral("やはり捨てる"));
    writer->saveNow();

    EXPECT_TRUE(writer->written()) << "or nobody would be asked";
    writer->discard();
    release();
    settle();

    EXPECT_TRUE(cases().empty());
    EXPECT_TRUE(writer->unsaved().empty());
}

TEST_F(ComposeRaceTest, OpeningTwoDraftsShowsTheSecond)
{
    const CaseId first = draft(QStringLiteral("一"));
    const CaseId second = draft(QStringLiteral("二"));
    hold();
    writer->resume(first);
    writer->resume(second);
    release();
    settle();
    EXPECT_EQ(writer->caseId(), second);

    hold();
    writer->resume(first);
    writer->begin(form);
    release();
    settle();
    EXPECT_EQ(writer->caseId(), std::nullopt);
    EXPECT_FALSE(writer->busy());
}

TEST_F(ComposeRaceTest, LeavingKeepsWhatTheOfficeHasNotAnsweredYet)
{
    writer->begin(form);
    write(QStringLiteral("初めの言葉"));
    hold();
    writer->saveNow();
    write(QStringLiteral("初めの言葉と長い段落"));

    writer->leave();
    desk.close();
    pool().waitForDone();

    const auto kept = writer->unsaved();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.front().content.fields.value(QLatin1String("subject")), QStringLiteral("初めの言葉と長い段落"));
    ComposePresenter next(*session);
    writer.reset();
    release();
    settle();
    ASSERT_EQ(cases().size(), 1U);
    EXPECT_EQ(titleOf(cases().front()), QStringLiteral("初めの言葉と長い段落"));
    pool().waitForDone();
    EXPECT_TRUE(next.unsaved().empty()) << "the office has it";
}

TEST_F(ComposeRaceTest, WhatTheOfficeRefusesAfterTheWindowClosedIsKept)
{
    writer->begin(form);
    write(QStringLiteral("線が切れている"));
    breakSaving();
    hold();
    writer->saveNow();
    writer.reset();
    desk.close();
    release();
    settle();
    pool().waitForDone();

    ComposePresenter next(*session);
    ASSERT_EQ(next.unsaved().size(), 1U);
    EXPECT_TRUE(cases().empty());
}

} // namespace kessai::test
