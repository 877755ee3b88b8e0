// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/rerouteoffice.h"

// The contract of what waits for nobody (core/cases/reroute.h), the same on every database.

namespace kessai::test {

namespace {

class PresenceContract : public RerouteOffice {
protected:
    void SetUp() override
    {
        RerouteOffice::SetUp();
        ASSERT_TRUE(fine(office.makeAdministrator(people.zama)));
    }
    /// What waits there waits for nobody, since the administrator changed something: they leave it to another one, past the engine, too.
    void expectLeft(CaseId id, PostId post)
    {
        EXPECT_EQ(strandedCases(), std::vector<CaseId>{id}) << "it does wait for nobody";
        const Case state = routeOf(id);
        const auto seen = at(admin).officeToReaddress(id);
        ASSERT_TRUE(fine(seen));
        EXPECT_EQ(postsToReroute(state, seatOf(id), admin, **seen), std::vector<PostId>()) << "nor is it offered";
        EXPECT_TRUE(refused(reroute(admin, id, post), Refusal::Attended));
        auto store = office.open(admin);
        ASSERT_TRUE(fine(store));
        const ProposedEvent past{{admin, std::nullopt, std::nullopt},
                                 Rerouted{seatOf(id), post, QStringLiteral("療養")},
                                 {CaseState::Running, 1, {}, {post}, PostingState::Reserved}};
        EXPECT_TRUE(refused((*store)->cases().append({id, state.seq, freshRequestId(), past}), Refusal::Attended));
    }
    /// From today on, as somebody's act.
    Result<> reorganise(StaffId who, const Reorganisation &change)
    {
        const auto sheet = at(who).organisation();
        EXPECT_TRUE(fine(sheet));
        return at(who).reorganise({change, QStringLiteral("人事異動"), sheet->revision});
    }
    /// What somebody changed last was made so long before, by the clock alone.
    Result<> madeEarlier(int days, int hours = 1)
    {
        const qint64 microseconds = (days * 24LL + hours) * 60 * 60 * 1'000'000;
        return office.tamper(
            QStringLiteral("UPDATE office_revision SET made_at = made_at - %1 WHERE revision = (SELECT "
                           "MAX(revision) FROM office_revision)")
                .arg(microseconds));
    }
    /// The number of days, from today on, as somebody set it.
    Result<> setDays(StaffId who, int days)
    {
        const QString revision = QStringLiteral("(SELECT MAX(revision) FROM office_revision)");
        const Result<> made =
            office.tamper(QStringLiteral("INSERT INTO office_revision (revision, made_at, made_by, reason) SELECT "
                                         "MAX(revision) + 1, MAX(made_at), '%1', 'x' FROM office_revision")
                              .arg(office.officeToday()->staff(who)->login));
        return made ? office.tamper(QStringLiteral("INSERT INTO parameter (key, valid_from, value, source, added_in) "
                                                   "VALUES ('reroute.absence_days', '%1', %2, 'x', %3)")
                                        .arg(day().toString(Qt::ISODate), QString::number(days), revision))
                    : made;
    }
    /// Somebody leaves the office, from today on.
    Reorganisation leaving(StaffId who)
    {
        Reorganisation change{.from = day(), .endedStaff = {who}};
        const auto sheet = at(admin).organisation();
        EXPECT_TRUE(fine(sheet));
        for (const Dated<Appointment> &row : sheet->history.appointments) {
            if (row.value.staff == who && row.holds(day(), sheet->revision))
                change.endedAppointments.push_back({who, row.value.post});
        }
        return change;
    }
    /// 鈴木 is 庶務係長 no more.
    Reorganisation emptied() { return {.from = day(), .endedAppointments = {{people.suzuki, people.chief}}}; }
    CaseId waitingForDecision()
    {
        const CaseId id = filed();
        for (const StaffId who : {people.suzuki, people.kato})
            EXPECT_TRUE(fine(approve(who, id)));
        return id;
    }
};
KESSAI_ON_BOTH_DATABASES(PresenceContract);

} // namespace

/// Whoever registers that somebody is away does not take from them by it what waits for them.
TEST_P(PresenceContract, NobodyIsSentAwayByWhoeverAddressesWhatWaitsForThem)
{
    const CaseId id = filed();
    office.wait();
    ASSERT_TRUE(fine(at(admin).change(
        RegisterAbsence{people.suzuki, AbsenceKind::Other, false, day(), day().addDays(kLongAbsence)})));

    EXPECT_EQ(strandedCases(), std::vector<CaseId>{id}) << "it does wait for nobody";
    EXPECT_TRUE(refused(reroute(admin, id, people.assistant), Refusal::Attended));
    auto store = office.open(admin);
    ASSERT_TRUE(fine(store));
    const ProposedEvent past{{admin, std::nullopt, std::nullopt},
                             Rerouted{seatOf(id), people.assistant, QStringLiteral("療養")},
                             {CaseState::Running, 1, {}, {people.assistant}, PostingState::Reserved}};
    EXPECT_TRUE(refused((*store)->cases().append({id, 1, freshRequestId(), past}), Refusal::Attended))
        << "nor past the engine";
    ASSERT_TRUE(fine(reroute(people.zama, id, people.assistant))) << "another administrator has not sent them away";
    EXPECT_TRUE(waitsFor(people.hosaka, id));
    (void)stateOf(id);
}

TEST_P(PresenceContract, WhoeverSaysThemselvesThatTheyAreAwayIs)
{
    const CaseId id = filed();
    office.wait();
    ASSERT_TRUE(fine(
        at(people.suzuki)
            .change(RegisterAbsence{people.suzuki, AbsenceKind::Leave, false, day(), day().addDays(kLongAbsence)})));
    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));
    (void)stateOf(id);
}

TEST_P(PresenceContract, NobodyTakesADeputyAwayInOrderToAddressWhatWaits)
{
    ASSERT_TRUE(
        fine(office.tamper(QStringLiteral("INSERT INTO deputyship (principal_id, deputy_id, valid_from, added_in, "
                                          "when_absent) VALUES (%1, %2, '2020-04-01', 1, 1)")
                               .arg(people.suzuki.value())
                               .arg(people.tanaka.value()))));
    const CaseId id = filed();
    away({people.suzuki});
    EXPECT_EQ(strandedCases(), std::vector<CaseId>());
    office.wait();
    ASSERT_TRUE(fine(at(admin).change(EndDeputy{people.suzuki, people.tanaka, QDate(2020, 4, 1), 1})));

    EXPECT_EQ(strandedCases(), std::vector<CaseId>{id});
    EXPECT_TRUE(refused(reroute(admin, id, people.assistant), Refusal::Attended));
    ASSERT_TRUE(fine(reroute(people.zama, id, people.assistant)));
    (void)stateOf(id);
}

TEST_P(PresenceContract, NobodyEmptiesTheListOfStandInsInOrderToAddressADecision)
{
    const CaseId id = waitingForDecision();
    away({people.bando});
    EXPECT_EQ(strandedCases(), std::vector<CaseId>());
    office.wait();
    ASSERT_TRUE(fine(at(admin).change(SetStandIns{people.director, {}})));

    expectLeft(id, people.mayor);
    ASSERT_TRUE(fine(reroute(people.zama, id, people.mayor))) << "another administrator has changed nothing";
    (void)stateOf(id);
}

TEST_P(PresenceContract, AListThatAnotherOneMadeSinceCounts)
{
    const CaseId id = waitingForDecision();
    away({people.bando, people.zaizen});
    office.wait();
    ASSERT_TRUE(fine(at(admin).change(SetStandIns{people.director, {}})));
    ASSERT_TRUE(
        fine(at(people.zama).change(SetStandIns{people.director, {{people.director, 1, people.financeManager}}})));

    EXPECT_EQ(strandedCases(), std::vector<CaseId>{id});
    ASSERT_TRUE(fine(reroute(admin, id, people.mayor)));
    (void)stateOf(id);
}

TEST_P(PresenceContract, NobodyEmptiesAChairInOrderToAddressWhatWaitsThere)
{
    const CaseId id = filed();
    office.wait();
    ASSERT_TRUE(fine(reorganise(admin, emptied())));

    expectLeft(id, people.assistant);
    ASSERT_TRUE(fine(reroute(people.zama, id, people.assistant)));
    (void)stateOf(id);
}

TEST_P(PresenceContract, NobodyLetsSomebodyLeaveInOrderToAddressWhatWaitsForThem)
{
    const CaseId id = filed();
    office.wait();
    ASSERT_TRUE(fine(reorganise(admin, leaving(people.suzuki))));

    expectLeft(id, people.assistant);
    ASSERT_TRUE(fine(reroute(people.zama, id, people.assistant)));
    (void)stateOf(id);
}

TEST_P(PresenceContract, NobodySendsTheWorkOfAPostToAnEmptyChairInOrderToAddressIt)
{
    Reorganisation gone = emptied();
    gone.endedPosts = {people.chief};
    gone.successions = {{people.chief, people.assistant}};
    ASSERT_TRUE(fine(office.makeAdministrator(people.kaita)));
    const CaseId id = filed();
    office.wait();
    ASSERT_TRUE(fine(reorganise(people.kaita, gone)));
    EXPECT_EQ(strandedCases(), std::vector<CaseId>());
    office.wait();
    ASSERT_TRUE(fine(at(admin).change(SetSuccessor{people.chief, std::nullopt, day()})));

    expectLeft(id, people.manager);
    ASSERT_TRUE(fine(reroute(people.zama, id, people.manager)));
    (void)stateOf(id);
}

TEST_P(PresenceContract, WhatAnAdministratorChangedBeforeACaseWasFiledIsTheOfficeItIsFiledIn)
{
    ASSERT_TRUE(fine(office.appoint(people.tanaka, people.chief)));
    ASSERT_TRUE(fine(reorganise(admin, emptied())));
    office.wait();
    const CaseId id = filed();
    away({people.tanaka});

    EXPECT_EQ(strandedCases(), std::vector<CaseId>{id});
    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));
    (void)stateOf(id);
}

/// Whoever opens a change, lets others file, and closes it then: the clock says that it was there before.
TEST_P(PresenceContract, ChangesCountByTheirNumberNotByTheClock)
{
    const CaseId id = filed();
    office.wait();
    ASSERT_TRUE(fine(reorganise(admin, emptied())));
    ASSERT_TRUE(fine(madeEarlier(0)));

    expectLeft(id, people.assistant);
    ASSERT_TRUE(fine(reroute(people.zama, id, people.assistant)));
}

/// An office may have one administrator alone, who registers whoever leaves; and a person who left has no deputy and no successor.
TEST_P(PresenceContract, WhatOneChangedLongAgoIsTheOfficeEverybodySees)
{
    const CaseId id = filed();
    const auto view = at(people.suzuki).open(id);
    ASSERT_TRUE(fine(view));
    const AddStep asked{StepKind::Review, StepRule::All, {people.tanaka}, true, QStringLiteral("意見を聞きたい")};
    ASSERT_TRUE(fine(at(people.suzuki).act(id, view->record.history.back().seq, freshRequestId(), asked)));
    ASSERT_EQ(routeOf(id).assignment(seatOf(id))->who, Assignee(people.tanaka));
    office.wait();
    ASSERT_TRUE(fine(reorganise(admin, leaving(people.tanaka))));
    EXPECT_EQ(strandedCases(), std::vector<CaseId>{id});
    ASSERT_TRUE(fine(madeEarlier(kLongAbsence - 1)));
    EXPECT_TRUE(refused(reroute(admin, id, people.manager), Refusal::Attended));

    ASSERT_TRUE(fine(madeEarlier(1)));
    ASSERT_TRUE(fine(reroute(admin, id, people.manager)));
}

/// The later change alone is new: what it found is the office.
TEST_P(PresenceContract, NobodyLosesTimeByChangingSomethingElse)
{
    const CaseId id = filed();
    office.wait();
    ASSERT_TRUE(fine(reorganise(admin, emptied())));
    ASSERT_TRUE(fine(madeEarlier(kLongAbsence)));
    office.wait();
    ASSERT_TRUE(fine(at(admin).change(SetStandIns{people.director, {}})));

    EXPECT_EQ(strandedCases(), std::vector<CaseId>{id});
    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));
}

TEST_P(PresenceContract, NobodySetsTheDaysInOrderToAddressWhatWaits)
{
    const CaseId id = filed();
    ASSERT_TRUE(fine(office.setAbsent(people.suzuki, false, 3)));
    ASSERT_TRUE(fine(setDays(admin, 1)));

    expectLeft(id, people.assistant);
    ASSERT_TRUE(fine(setDays(people.zama, 3)));
    ASSERT_TRUE(fine(reroute(admin, id, people.assistant))) << "as another administrator set them";
}

TEST_P(PresenceContract, NoDaysAreOneDay)
{
    const CaseId id = filed();
    ASSERT_TRUE(fine(setDays(people.zama, 0)));
    ASSERT_TRUE(fine(office.setAbsent(people.suzuki)));
    EXPECT_EQ(strandedCases(), std::vector<CaseId>());
    EXPECT_TRUE(refused(reroute(admin, id, people.assistant), Refusal::Attended));

    ASSERT_TRUE(fine(office.setAbsent(people.suzuki, false, 1)));
    EXPECT_EQ(strandedCases(), std::vector<CaseId>{id});
    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));
}

/// As with deputies: a list that is empty may lie ready for whatever comes.
TEST_P(PresenceContract, AListThatOneEmptiedBeforeACaseWasFiledCounts)
{
    ASSERT_TRUE(fine(at(admin).change(SetStandIns{people.director, {}})));
    ASSERT_TRUE(fine(madeEarlier(2 * kLongAbsence)));
    office.wait();
    const CaseId id = waitingForDecision();
    away({people.bando});

    expectLeft(id, people.mayor);
    ASSERT_TRUE(
        fine(at(people.zama).change(SetStandIns{people.director, {{people.director, 1, people.financeManager}}})));
    away({people.zaizen});
    ASSERT_TRUE(fine(reroute(admin, id, people.mayor))) << "whoever another one listed is away";
    (void)stateOf(id);
}

TEST_P(PresenceContract, WhatAnotherOneTookAwaySinceIsGone)
{
    const CaseId id = filed();
    office.wait();
    ASSERT_TRUE(
        fine(reorganise(admin, {.from = day(), .appointments = {{people.suzuki, people.chief, Holding::Acting}}})));
    ASSERT_TRUE(fine(reorganise(people.zama, emptied())));

    EXPECT_EQ(strandedCases(), std::vector<CaseId>{id});
    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));
    (void)stateOf(id);
}

TEST_P(PresenceContract, WhoeverIsGivenTheChairBackHasWhatWaitsThere)
{
    const CaseId id = filed();
    office.wait();
    ASSERT_TRUE(fine(reorganise(admin, emptied())));
    ASSERT_TRUE(fine(
        reorganise(people.zama, {.from = day(), .appointments = {{people.suzuki, people.chief, Holding::Primary}}})));

    EXPECT_EQ(strandedCases(), std::vector<CaseId>());
    EXPECT_TRUE(refused(reroute(admin, id, people.assistant), Refusal::Attended));
    ASSERT_TRUE(fine(approve(people.suzuki, id))) << "and nothing is left of the trial";
    (void)stateOf(id);
}

TEST_P(PresenceContract, WhoeverIsAwayByOneLeaveAfterTheOtherIsAwayForLong)
{
    const CaseId id = filed();
    ASSERT_TRUE(fine(office.setAbsent(people.suzuki, false, 3)));
    EXPECT_EQ(strandedCases(), std::vector<CaseId>());
    ASSERT_TRUE(
        fine(office.tamper(QStringLiteral("INSERT INTO absence (staff_id, pass_over, valid_from, valid_until, made_at)"
                                          " VALUES (%1, 0, '%2', '%3', 0)")
                               .arg(people.suzuki.value())
                               .arg(day().addDays(4).toString(Qt::ISODate), day().addDays(30).toString(Qt::ISODate)))));

    EXPECT_EQ(strandedCases(), std::vector<CaseId>{id});
    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));
}

TEST_P(PresenceContract, WaitsAsLongAsTheOfficeSays)
{
    const CaseId id = filed();
    ASSERT_TRUE(fine(office.setAbsent(people.suzuki, false, 3)));
    EXPECT_EQ(strandedCases(), std::vector<CaseId>());
    ASSERT_TRUE(
        fine(office.tamper(QStringLiteral("UPDATE parameter SET value = 3 WHERE key = 'reroute.absence_days'"))));

    EXPECT_EQ(strandedCases(), std::vector<CaseId>{id});
}

TEST_P(PresenceContract, WhoeverIsBackInTimeKeepsWhatWaitsForThem)
{
    const CaseId id = filed();
    ASSERT_TRUE(fine(office.setAbsent(people.suzuki, false, kLongAbsence - 1)));
    EXPECT_EQ(strandedCases(), std::vector<CaseId>());
    EXPECT_TRUE(refused(reroute(admin, id, people.assistant), Refusal::Attended));

    away({people.suzuki});
    EXPECT_EQ(strandedCases(), std::vector<CaseId>{id});
    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));
    EXPECT_EQ(strandedCases(), std::vector<CaseId>());
}

/// 代決 makes a decision go on, but for what is the decider's own.
TEST_P(PresenceContract, WhatSomebodyDecidesInTheDecidersPlaceWaitsForThem)
{
    QJsonObject own = memo(QStringLiteral("重要な件"));
    own.insert(QStringLiteral("important"), true);
    const CaseId plain = filed();
    const CaseId important = filed(own);
    for (const CaseId id : {plain, important}) {
        for (const StaffId who : {people.suzuki, people.kato})
            ASSERT_TRUE(fine(approve(who, id)));
    }
    away({people.bando});

    EXPECT_EQ(strandedCases(), std::vector<CaseId>{important});
    EXPECT_TRUE(refused(reroute(admin, plain, people.mayor), Refusal::Attended));
    away({people.tsugawa, people.kato});
    EXPECT_TRUE(refused(reroute(admin, plain, people.mayor), Refusal::Attended)) << "財政課長 is there";
    ASSERT_TRUE(fine(reroute(admin, important, people.mayor)));
    away({people.zaizen});
    EXPECT_EQ(strandedCases(), std::vector<CaseId>{plain});
    ASSERT_TRUE(fine(reroute(admin, plain, people.mayor)));
    (void)stateOf(plain);
    (void)stateOf(important);
}

} // namespace kessai::test
