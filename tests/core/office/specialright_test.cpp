// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/specialright.h"

#include "tests/support/officebuilder.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

using Kind = SpecialRight::Kind;

class SpecialRights : public ::testing::Test {
protected:
    RightsOutcome outcome(Kind kind, bool give, const std::vector<StaffId> &people) const
    {
        return outcomeOf({kind, give, people, {}}, rights, *small.builder.history().at(day, 1));
    }

    SmallOffice small;
    const QDate day{2026, 11, 27};
    std::vector<SpecialRight> rights{{small.kato, Kind::Administrator, QDate(2020, 4, 1), {}},
                                     {small.fukuda, Kind::Auditor, QDate(2020, 4, 1), {}},
                                     {small.sato, Kind::Administrator, QDate(2020, 4, 1), day.addDays(-1)}};
};

} // namespace

TEST_F(SpecialRights, AreGivenToWhoHasNoneAndIsOnTheStaff)
{
    const RightsOutcome given =
        outcome(Kind::Administrator, true, {small.suzuki, small.sato, small.kato, small.suzuki});
    EXPECT_EQ(given.changed,
              (std::vector<StaffId>{std::min(small.sato, small.suzuki), std::max(small.sato, small.suzuki)}))
        << "once each, and again to whose right has ended";
    EXPECT_TRUE(given.problems.empty());

    const RightsOutcome stranger = outcome(Kind::Auditor, true, {StaffId(9'999)});
    EXPECT_EQ(stranger.problems, (std::vector<RightProblem>{{RightProblemKind::NotOnStaff, StaffId(9'999)}}));
    EXPECT_TRUE(stranger.changed.empty());
}

TEST_F(SpecialRights, NobodyAuditsWhatTheyConfigure)
{
    EXPECT_EQ(outcome(Kind::Auditor, true, {small.kato}).problems,
              (std::vector<RightProblem>{{RightProblemKind::HasTheOther, small.kato}}));
    EXPECT_EQ(outcome(Kind::Administrator, true, {small.fukuda}).problems,
              (std::vector<RightProblem>{{RightProblemKind::HasTheOther, small.fukuda}}));
    EXPECT_TRUE(outcome(Kind::Auditor, true, {small.sato}).problems.empty()) << "not any more";
}

TEST_F(SpecialRights, AnAdministratorIsAlwaysLeft)
{
    const std::vector<RightProblem> last{{RightProblemKind::LastAdministrator, small.kato}};
    EXPECT_EQ(outcome(Kind::Administrator, false, {small.kato}).problems, last);
    EXPECT_TRUE(outcome(Kind::Auditor, false, {small.fukuda}).problems.empty());
    EXPECT_TRUE(outcome(Kind::Administrator, false, {small.suzuki}).problems.empty()) << "who has nothing to lose";

    rights.push_back({StaffId(9'999), Kind::Administrator, QDate(2020, 4, 1), {}});
    EXPECT_EQ(outcome(Kind::Administrator, false, {small.kato}).problems, last) << "the other one has left";
    EXPECT_EQ(outcome(Kind::Administrator, false, {StaffId(9'999)}).changed, std::vector<StaffId>{StaffId(9'999)})
        << "who left loses theirs";

    rights.push_back({small.suzuki, Kind::Administrator, QDate(2020, 4, 1), {}});
    EXPECT_EQ(outcome(Kind::Administrator, false, {small.kato}).changed, std::vector<StaffId>{small.kato});
    EXPECT_FALSE(outcome(Kind::Administrator, false, {small.kato, small.suzuki}).problems.empty());
}

} // namespace kessai::test
