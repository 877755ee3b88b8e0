// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/officechange.h"

#include "tests/support/officebuilder.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

/// The small office on an ordinary day; 加藤 is asked as an administrator, everybody else as staff.
class MayChange : public ::testing::Test {
protected:
    SmallOffice small;
    const QDate today = SmallOffice::today();

    Result<> may(StaffId who, const OfficeChange &change)
    {
        return mayChange(change, small.builder.history(), who, who == small.kato, today);
    }
    std::optional<Refusal> refusal(StaffId who, const OfficeChange &change)
    {
        const Result<> result = may(who, change);
        return result ? std::nullopt : result.error().refusal;
    }
    std::optional<ErrorCode> error(StaffId who, const OfficeChange &change)
    {
        const Result<> result = may(who, change);
        return result ? std::nullopt : std::optional(result.error().code);
    }
    RegisterAbsence absence(StaffId who, int from, int until) const
    {
        return {who, AbsenceKind::Trip, false, today.addDays(from), today.addDays(until)};
    }
};

} // namespace

TEST_F(MayChange, TakesTodayAndLaterDaysOnly)
{
    EXPECT_EQ(refusal(small.suzuki, absence(small.suzuki, 0, 0)), std::nullopt);
    EXPECT_EQ(refusal(small.suzuki, absence(small.suzuki, 300, 900)), std::nullopt);
    EXPECT_EQ(refusal(small.suzuki, absence(small.suzuki, -1, 0)), Refusal::PeriodInvalid);
    EXPECT_EQ(refusal(small.suzuki, absence(small.suzuki, 1, 0)), Refusal::PeriodInvalid);
    EXPECT_EQ(refusal(small.suzuki, RegisterAbsence{small.suzuki, AbsenceKind::Trip, false, today, {}}),
              Refusal::PeriodInvalid);
}

TEST_F(MayChange, LimitsHowMuchOnePersonRegisters)
{
    for (int i = 0; i < kMostAbsences; ++i)
        small.builder.absent(small.suzuki, today, today);
    for (int i = 0; i < kMostDeputies; ++i)
        small.builder.deputy(small.suzuki, small.seki, today.addDays(i), today.addDays(i));

    EXPECT_EQ(refusal(small.suzuki, absence(small.suzuki, 0, 0)), Refusal::TooManyEntries);
    EXPECT_EQ(refusal(small.suzuki, RegisterDeputy{{small.suzuki, small.sato, true}, today, {}}),
              Refusal::TooManyEntries);
    EXPECT_EQ(error(small.seki, absence(small.seki, 0, 0)), std::nullopt) << "everybody else may still";
}

// 加藤 the administrator heads 総務課.
TEST_F(MayChange, PutsNoAdministratorInADecidersPlace)
{
    small.builder.standIn(small.director, small.viceDirector)
        .standIn(small.director, small.manager)
        .standIn(small.director, small.financeManager);
    const auto post = [&](PostId id) { return std::optional(id); };
    const auto list = [&](PostId decider, const std::vector<std::optional<PostId>> &posts, SectionLevel level) {
        SetStandIns change{decider, {}};
        for (const auto &one : posts)
            change.standIns.push_back({decider, int(change.standIns.size()) + 1, one, level});
        return refusal(small.kato, change);
    };
    constexpr auto kSection = SectionLevel::Section;
    const PostId director = small.director;

    EXPECT_EQ(list(small.viceMayor, {{}}, kSection), Refusal::SelfAppointed) << "heads a section";
    EXPECT_EQ(list(small.viceMayor, {{}}, SectionLevel::Department), std::nullopt) << "heads no department";
    EXPECT_EQ(list(director, {post(small.manager)}, kSection), Refusal::SelfAppointed) << "who was before is dropped";
    EXPECT_EQ(list(director, {post(small.manager), post(small.viceDirector)}, kSection), Refusal::SelfAppointed);
    EXPECT_EQ(list(director, {post(small.financeManager), post(small.manager)}, kSection), Refusal::SelfAppointed)
        << "the place is the same, who was before is not";
    EXPECT_EQ(list(director, {post(small.viceDirector), post(small.manager)}, kSection), std::nullopt);
    EXPECT_EQ(list(director, {post(small.viceDirector), post(small.financeManager), post(small.manager)}, kSection),
              std::nullopt)
        << "further down";
    EXPECT_EQ(list(director, {post(small.financeManager)}, kSection), std::nullopt);
}

TEST_F(MayChange, SendsNobodyAwayWhomOneDecidesFor)
{
    small.builder.standIn(small.director, small.manager).deputy(small.suzuki, small.kato, today, today.addDays(5));

    EXPECT_EQ(refusal(small.kato, absence(small.bando, 0, 3)), Refusal::SelfAppointed) << "a stand-in";
    EXPECT_EQ(refusal(small.kato, absence(small.suzuki, 3, 9)), Refusal::SelfAppointed) << "a deputy";
    EXPECT_EQ(refusal(small.kato, absence(small.suzuki, 6, 9)), std::nullopt) << "no deputy any more";
    RegisterAbsence over = absence(small.seki, 0, 3);
    over.passOver = true;
    EXPECT_EQ(error(small.kato, over), ErrorCode::AccessDenied) << "theirs to say";
    EXPECT_EQ(error(small.seki, over), std::nullopt);
}

TEST_F(MayChange, TakesTheSameAbsenceOnce)
{
    small.builder.absent(small.suzuki, today, today.addDays(3));
    const auto leave = [&](int until, AbsenceKind kind, bool passOver) {
        return RegisterAbsence{small.suzuki, kind, passOver, today, today.addDays(until)};
    };

    EXPECT_EQ(error(small.suzuki, leave(3, AbsenceKind::Leave, false)), ErrorCode::AlreadyExists);
    EXPECT_EQ(error(small.suzuki, leave(3, AbsenceKind::Trip, false)), std::nullopt);
    EXPECT_EQ(error(small.suzuki, leave(3, AbsenceKind::Leave, true)), std::nullopt);
    EXPECT_EQ(error(small.suzuki, leave(4, AbsenceKind::Leave, false)), std::nullopt);
}

TEST_F(MayChange, LeadsNoWorkToAPostOneWillHold)
{
    const QDate april = today.addDays(30);
    small.builder.abolish(small.financeChief, april.addDays(-1));
    OfficeHistory history = small.builder.history();
    history.appointments.push_back({{small.kato, small.financeManager, Holding::Concurrent}, april, {}, 1, 0});
    const SetSuccessor change{small.financeChief, small.financeManager, april};

    const Result<> result = mayChange(change, history, small.kato, true, today);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().refusal, Refusal::SelfAppointed);
    EXPECT_TRUE(mayChange(change, history, small.hosaka, false, today));
}

TEST_F(MayChange, KnowsNobodyWhoLeft)
{
    OfficeHistory history = small.builder.history();
    for (Dated<Staff> &row : history.staff) {
        if (row.value.id == small.seki)
            row.until = today.addDays(-1);
    }
    const auto code = [&](StaffId who, const OfficeChange &change) {
        const Result<> result = mayChange(change, history, who, who == small.kato, today);
        return result ? std::nullopt : std::optional(result.error().code);
    };

    EXPECT_EQ(code(small.seki, absence(small.seki, 0, 0)), ErrorCode::AccessDenied);
    EXPECT_EQ(code(small.kato, absence(small.seki, 0, 0)), ErrorCode::NotFound);
    EXPECT_EQ(code(small.suzuki, RegisterDeputy{{small.suzuki, small.seki, true}, today, {}}), ErrorCode::NotFound);
}

TEST_F(MayChange, TakesTheSamePairOnOtherDaysOrInAnotherWay)
{
    small.builder.deputy(small.suzuki, small.seki, today, today.addDays(5));
    const auto deputy = [&](int from, int until, bool whenAbsent) {
        return RegisterDeputy{{small.suzuki, small.seki, whenAbsent}, today.addDays(from), today.addDays(until)};
    };

    EXPECT_EQ(error(small.suzuki, deputy(5, 9, false)), ErrorCode::AlreadyExists);
    EXPECT_EQ(error(small.suzuki, deputy(6, 9, false)), std::nullopt);
    EXPECT_EQ(error(small.suzuki, deputy(0, 9, true)), std::nullopt);
}

TEST_F(MayChange, LimitsADeputyToFormsAndAnAmount)
{
    const auto limited = [&](const QStringList &forms, std::optional<qint64> upTo) {
        return error(small.suzuki,
                     RegisterDeputy{{small.suzuki, small.seki, true, forms, upTo}, today, today.addDays(5)});
    };
    EXPECT_EQ(limited({QStringLiteral("leave"), QStringLiteral("overtime")}, 500'000), std::nullopt);
    EXPECT_EQ(limited({}, 0), std::nullopt);
    for (const QStringList &forms :
         {QStringList{QStringLiteral("overtime"), QStringLiteral("leave")},
          QStringList{QStringLiteral("leave"), QStringLiteral("leave")}, QStringList{QString()},
          QStringList{QStringLiteral("a,b")}, QStringList(51, QStringLiteral("leave"))})
        EXPECT_EQ(limited(forms, {}), ErrorCode::Invalid) << forms.join(QLatin1Char(' ')).toStdString();
    EXPECT_EQ(limited({}, -1), ErrorCode::Invalid);
    EXPECT_EQ(limited({}, 1'000'000'000'001), ErrorCode::Invalid);
}

TEST_F(MayChange, PreparesTheFirstOfAprilInMarch)
{
    const QDate april = today.addDays(30);
    small.builder.abolish(small.financeChief, april.addDays(-1));

    EXPECT_EQ(refusal(small.kato, SetSuccessor{small.financeChief, small.financeManager, april}), std::nullopt);
    EXPECT_EQ(refusal(small.hosaka, SetSuccessor{small.financeChief, small.financeManager, april}), std::nullopt)
        << "looks after what waits for nobody";
    EXPECT_EQ(error(small.suzuki, SetSuccessor{small.financeChief, small.financeManager, april}),
              ErrorCode::AccessDenied);
    EXPECT_EQ(refusal(small.kato, SetSuccessor{small.financeChief, small.financeManager, today}),
              Refusal::GoesInCircles)
        << "the post is still there";
    EXPECT_EQ(error(small.kato, SetSuccessor{small.chief, small.financeChief, april}), ErrorCode::NotFound)
        << "the successor is not there any more by then";
}

} // namespace kessai::test
