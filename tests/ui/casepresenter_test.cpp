// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casepresenter.h"

#include "tests/ui/officetest.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace kessai::test {

class CasePresenterTest : public OfficeTest {
protected:
    CasePresenter &presenterOf(StaffId who)
    {
        m_presenter = &make<CasePresenter>(signIn(who));
        return *m_presenter;
    }
    static Error errorIn(const QSignalSpy &spy) { return spy.last().last().value<Error>(); }

    CasePresenter *m_presenter = nullptr;
};

TEST_F(CasePresenterTest, OpensACaseAndThenWhatAnApproverShouldSee)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s, 120'000));
    CasePresenter &presenter = presenterOf(suzuki);
    QSignalSpy insights(&presenter, &CasePresenter::insightsArrived);

    presenter.open(id);
    settle();

    ASSERT_NE(presenter.view(), nullptr);
    EXPECT_TRUE(presenter.view()->acts.approve);
    EXPECT_TRUE(presenter.view()->verified.sound());
    ASSERT_EQ(insights.count(), 1);
    EXPECT_EQ(presenter.insights().size(), 1u);
}

TEST_F(CasePresenterTest, AsksForInsightsOnlyForThoseWhoAreAsked)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s, 120'000));
    CasePresenter &presenter = presenterOf(sato);

    presenter.open(id);
    settle();

    ASSERT_NE(presenter.view(), nullptr);
    EXPECT_TRUE(presenter.insights().empty());
}

TEST_F(CasePresenterTest, ShowsOnlyTheCaseAskedForLast)
{
    const CaseId first = office.file(sato, memoFields(u"一"_s));
    const CaseId second = office.file(sato, memoFields(u"二"_s));
    CasePresenter &presenter = presenterOf(suzuki);
    settle();
    QSignalSpy opened(&presenter, &CasePresenter::opened);
    office.hold(Ask::Load);
    presenter.open(first);
    presenter.open(second);

    office.release();
    settle();

    EXPECT_EQ(opened.count(), 1);
    EXPECT_EQ(presenter.view()->record.id, second);
}

TEST_F(CasePresenterTest, ShowsNothingThatArrivesAfterItWasCleared)
{
    const CaseId id = office.file(sato, memoFields(u"一"_s));
    CasePresenter &presenter = presenterOf(suzuki);
    settle();
    office.hold(Ask::Load);
    presenter.open(id);
    presenter.clear();

    office.release();
    settle();

    EXPECT_EQ(presenter.view(), nullptr);
}

/// An act, who does it, and how the case then stands.
struct ActSample {
    const char *name;
    StaffId SmallOffice::*who;
    Act act;
    CaseState after;
};
void PrintTo(const ActSample &sample, std::ostream *out)
{
    *out << sample.name;
}

class EachAct : public CasePresenterTest, public ::testing::WithParamInterface<ActSample> {};

TEST_P(EachAct, IsRecordedAndTold)
{
    const ActSample &sample = GetParam();
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    CasePresenter &presenter = presenterOf(people.*sample.who);
    QSignalSpy acted(&presenter, &CasePresenter::acted);
    QSignalSpy changed(session.get(), &DeskSession::caseChanged);
    presenter.open(id);
    settle();

    office.hold(Ask::Append);
    presenter.act(sample.act);
    EXPECT_TRUE(presenter.busy());
    office.release();
    settle();

    EXPECT_FALSE(presenter.busy());
    ASSERT_EQ(acted.count(), 1);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(office.stateOf(id).seq, 2);
    EXPECT_EQ(office.stateOf(id).state, sample.after);
    EXPECT_EQ(presenter.view()->verified.state.seq, 2) << "it is shown as it is after the act";
}

INSTANTIATE_TEST_SUITE_P(
    CasePresenterTest, EachAct,
    ::testing::Values(ActSample{"Approve", &SmallOffice::suzuki, Approve{{}, u"よい"_s}, CaseState::Running},
                      ActSample{"Return", &SmallOffice::suzuki, Return{{}, {}, u"直して"_s}, CaseState::Returned},
                      ActSample{"Reject", &SmallOffice::suzuki, Reject{{}, u"不要"_s}, CaseState::Rejected},
                      ActSample{"Comment", &SmallOffice::suzuki, Comment{u"了解"_s}, CaseState::Running},
                      ActSample{"Withdraw", &SmallOffice::sato, Withdraw{}, CaseState::Withdrawn},
                      ActSample{"Cancel", &SmallOffice::sato, Cancel{u"不要"_s}, CaseState::Cancelled}),
    [](const auto &sample) { return sample.param.name; });

TEST_F(CasePresenterTest, IgnoresASecondActWhileOneIsUnderWay)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    CasePresenter &presenter = presenterOf(suzuki);
    presenter.open(id);
    settle();
    office.hold(Ask::Append);

    presenter.act(Approve{});
    presenter.act(Reject{{}, u"やはり"_s});
    office.release();
    settle();

    EXPECT_EQ(office.requests().size(), 2) << "the submission and one act";
    EXPECT_EQ(office.stateOf(id).state, CaseState::Running);
}

TEST_F(CasePresenterTest, DoesSeveralActsAtOnceAsFarAsTheyAreTaken)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    CasePresenter &presenter = presenterOf(suzuki);
    QSignalSpy acted(&presenter, &CasePresenter::acted);
    QSignalSpy failed(&presenter, &CasePresenter::actFailed);
    presenter.open(id);
    settle();
    office.loseNextAnswer();

    presenter.actAtOnce({Comment{u"見ました"_s}, Approve{std::nullopt, u"よい"_s}});
    EXPECT_TRUE(wait([&] { return acted.count() == 1; })) << "the last of them is told";
    settle();
    EXPECT_EQ(office.stateOf(id).seq, 3) << "each of them once";
    presenter.actAtOnce({Comment{u"もう一つ"_s}, Approve{}});
    EXPECT_TRUE(wait([&] { return failed.count() == 1; }));
    settle();

    EXPECT_EQ(errorIn(failed).refusal, Refusal::AlreadyActed);
    EXPECT_EQ(office.stateOf(id).seq, 4) << "the first stands";
    ASSERT_NE(presenter.view(), nullptr);
    EXPECT_EQ(presenter.view()->verified.state.seq, 4) << "and is shown";
}

TEST_F(CasePresenterTest, AStaleCaseIsRefusedAndShownAsItIsNow)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    CasePresenter &presenter = presenterOf(suzuki);
    QSignalSpy failed(&presenter, &CasePresenter::actFailed);
    presenter.open(id);
    settle();
    office.act(sato, id, Cancel{u"不要"_s});

    presenter.act(Approve{});
    settle();

    ASSERT_EQ(failed.count(), 1);
    EXPECT_EQ(errorIn(failed).refusal, Refusal::Stale);
    EXPECT_EQ(presenter.view()->verified.state.state, CaseState::Cancelled);
    EXPECT_FALSE(presenter.view()->acts.approve);
}

TEST_F(CasePresenterTest, ADamagedCaseOffersNoActAndTakesNone)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    office.tamper(id);
    CasePresenter &presenter = presenterOf(suzuki);
    QSignalSpy failed(&presenter, &CasePresenter::actFailed);
    presenter.open(id);
    settle();

    EXPECT_FALSE(presenter.view()->verified.sound());
    EXPECT_EQ(presenter.view()->acts, AllowedActs());
    presenter.act(Approve{});
    settle();
    ASSERT_EQ(failed.count(), 1);
    EXPECT_EQ(errorIn(failed).refusal, Refusal::Damaged);
}

TEST_F(CasePresenterTest, AnAnswerThatWasLostIsNoSecondAct)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    CasePresenter &presenter = presenterOf(suzuki);
    QSignalSpy acted(&presenter, &CasePresenter::acted);
    presenter.open(id);
    settle();
    office.loseNextAnswer();

    presenter.act(Approve{});

    EXPECT_TRUE(wait([&acted] { return acted.count() == 1; }));
    settle();
    EXPECT_EQ(office.stateOf(id).seq, 2);
}

TEST_F(CasePresenterTest, TryingAgainAfterALossIsTheSameAct)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    CasePresenter &presenter = presenterOf(suzuki);
    QSignalSpy failed(&presenter, &CasePresenter::actFailed);
    QSignalSpy acted(&presenter, &CasePresenter::acted);
    presenter.open(id);
    settle();
    // The first attempt arrives, but neither its answer nor those of the desk's own attempts do.
    office.loseNextAnswer();
    presenter.act(Approve{});
    ASSERT_TRUE(wait([this] { return office.requests().size() == 2; }));
    office.cut();
    ASSERT_TRUE(wait([&failed] { return failed.count() == 1; }));
    office.mend();

    presenter.act(Approve{});
    settle();

    EXPECT_EQ(acted.count(), 1);
    EXPECT_EQ(office.stateOf(id).seq, 2) << "recorded once";
}

TEST_F(CasePresenterTest, ALossIsNoticedByTheWholeWindowAtOnce)
{
    const CaseId id = office.file(sato, memoFields(u"机"_s));
    CasePresenter &presenter = presenterOf(suzuki);
    presenter.open(id);
    settle();
    QSignalSpy lost(session.get(), &DeskSession::connectionLost);
    office.cut();

    presenter.act(Approve{});
    settle();

    EXPECT_EQ(lost.count(), 1) << "or nothing would try to restore it before the next poll";
}

TEST_F(CasePresenterTest, ACaseThatCannotBeOpenedLeavesNoOtherToActOn)
{
    const CaseId shown = office.file(sato, memoFields(u"机"_s));
    CasePresenter &presenter = presenterOf(suzuki);
    QSignalSpy failed(&presenter, &CasePresenter::openFailed);
    presenter.open(shown);
    settle();

    presenter.open(CaseId(4711));
    settle();

    ASSERT_EQ(failed.count(), 1);
    EXPECT_EQ(errorIn(failed).code, ErrorCode::NotFound);
    EXPECT_EQ(presenter.view(), nullptr) << "the list has gone on to another case";
}

TEST_F(CasePresenterTest, ACaseThatCannotBeReadAgainStaysInSight)
{
    const CaseId shown = office.file(sato, memoFields(u"机"_s));
    CasePresenter &presenter = presenterOf(suzuki);
    presenter.open(shown);
    settle();
    office.cut();

    presenter.open(shown);
    settle();

    ASSERT_NE(presenter.view(), nullptr);
    EXPECT_EQ(presenter.view()->record.id, shown);
}

} // namespace kessai::test
