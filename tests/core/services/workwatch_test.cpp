// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/workwatch.h"

#include "core/services/worksheet.h"
#include "tests/support/officebuilder.h"

#include <gtest/gtest.h>

namespace kessai::test::watches {

namespace {

const SmallOffice kOffice;
const QDate kSeptember(2026, 9, 1);

NumberOn numbers()
{
    static const Numbers shipped(shippedParameters());
    return numberOn(shipped);
}

WorkPosting posted(const char *ledger, const QDate &day, int from, int until, bool used = true)
{
    return {kOffice.sato, QLatin1String(ledger), day, from, until - from, used, Instant(1)};
}

/// Evenings of four hours from the first of September on, so many minutes in all.
std::vector<WorkPosting> evenings(qint64 minutes)
{
    std::vector<WorkPosting> postings;
    for (QDate day = kSeptember; minutes > 0; day = day.addDays(1)) {
        if (!shippedHolidays().isDuty(day))
            continue;
        postings.push_back(posted("overtime.minutes", day, 1035, 1035 + int(std::min<qint64>(minutes, 240))));
        minutes -= 240;
    }
    return postings;
}

std::optional<ExpiringTimeOff> leftOf(const std::vector<WorkPosting> &postings)
{
    return expiringFor(kOffice.sato, kSeptember, postings, kOffice.builder.history(), shippedParameters());
}

} // namespace

TEST(WorkWatch, LooksThirtyDaysAheadForTheLastDayOfTimeOff)
{
    EXPECT_EQ(expiringMonths(QDate(2026, 11, 26), numbers()), std::vector{kSeptember}) << "until 30 November";
    EXPECT_EQ(expiringMonths(QDate(2026, 11, 30), numbers()), std::vector{kSeptember}) << "the last day itself";
    EXPECT_EQ(expiringMonths(QDate(2026, 12, 1), numbers()), std::vector{kSeptember.addMonths(1)});
    EXPECT_EQ(expiringMonths(QDate(2027, 1, 30), numbers()), (std::vector{QDate(2026, 11, 1), QDate(2026, 12, 1)}))
        << "31 January and 28 February";
}

TEST(WorkWatch, AsksOnlyAboutThoseWhoCanHaveEarnedAny)
{
    const auto sum = [](StaffId who, const char *ledger, const QDate &month, qint64 used) {
        return WorkSum{who, month, QLatin1String(ledger), used, 6000};
    };
    const QDate august(2026, 8, 1);
    EXPECT_EQ(mayHaveEarned(kSeptember,
                            {sum(kOffice.sato, "overtime.minutes", kSeptember, 3601),
                             sum(kOffice.seki, "overtime.minutes", kSeptember, 3600),
                             sum(kOffice.suzuki, "overtime.minutes", august, 4000),
                             sum(kOffice.zushi, "overtime.minutes", kSeptember, 3300),
                             sum(kOffice.zushi, "duty.added.minutes", august, 465)},
                            numbers()),
              (std::vector{kOffice.sato, kOffice.zushi}));
}

TEST(WorkWatch, TellsWhatIsLeftOfTheTimeOff)
{
    auto postings = evenings(76 * 60); // four hours of time off

    EXPECT_EQ(leftOf(postings), (ExpiringTimeOff{kOffice.sato, QDate(2026, 11, 30), 240}));
    postings.push_back(posted("overtime.compensated.minutes", QDate(2026, 11, 10), 795, 915));
    EXPECT_EQ(leftOf(postings)->minutes, 120);
    postings.push_back(posted("overtime.compensated.minutes", QDate(2026, 11, 27), 795, 915, false));
    EXPECT_FALSE(leftOf(postings)) << "what waits counts as taken";
    EXPECT_FALSE(leftOf(evenings(60 * 60)));
}

TEST(WorkWatch, StandsBesideEachPerson)
{
    const WorkWatch watch{{{kOffice.sato, QDate(2026, 10, 1), 2}, {kOffice.sato, QDate(2026, 10, 9), 1}},
                          {{kOffice.seki, QDate(2026, 12, 31), 60}, {kOffice.seki, QDate(2026, 11, 30), 240}}};
    const WorkSheet sheet = makeWorkSheet(*kOffice.office(QDate(2026, 11, 24)), kOffice.builder.history(),
                                          shippedParameters(), QDate(2026, 11, 1), {}, {}, {}, watch);

    for (const WorkRow &row : sheet.rows) {
        EXPECT_EQ(row.evidenceOverdue, row.id == kOffice.sato ? 3 : 0);
        EXPECT_EQ(row.expiring, row.id == kOffice.seki ? 300 : 0);
        EXPECT_EQ(row.expiresOn, row.id == kOffice.seki ? QDate(2026, 11, 30) : QDate());
    }
}

} // namespace kessai::test::watches
