// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/annualstock.h"

#include "forms/leave/annualgrant.h"
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

const QDate k2026(2026, 1, 1);
const QDate k2027(2027, 1, 1);

const WorkTerms kNoTerms{.staff = kClerk, .hired = QDate()};

WorkTerms hiredOn(const QDate &day)
{
    return {.staff = kClerk, .hired = day};
}

LedgerEntry taken(const QDate &day, qint64 amount, std::optional<int> start = std::nullopt)
{
    return {.day = day, .amount = amount, .start = start, .used = true};
}

/// Twenty days granted in 2026, with an opening on its first day.
AnnualEntries opened(qint64 minutes, qint64 halfDays = 0)
{
    AnnualEntries entries;
    entries.openingMinutes.push_back(taken(k2026, minutes));
    if (halfDays != 0)
        entries.openingHalfDays.push_back(taken(k2026, halfDays));
    return entries;
}

QString left(const AnnualStock &stock)
{
    return stock.left().text().ja;
}

} // namespace

struct GrantRow {
    const char *name;
    QDate hired;
    qint64 yearStartMonth;
    QDate yearStart;
    qint64 days;
};
void PrintTo(const GrantRow &row, std::ostream *out)
{
    *out << row.name;
}

class Grant : public testing::TestWithParam<GrantRow> {};

TEST_P(Grant, FollowsTheMonthOfAppointment)
{
    const GrantRow &row = GetParam();
    Situation here;
    here.set(u"leave.year_start_month"_s, row.yearStartMonth);

    EXPECT_EQ(annualGrantDays(hiredOn(row.hired), row.yearStart, Numbers(here.parameters)), row.days);
}

INSTANTIATE_TEST_SUITE_P(, Grant,
                         testing::Values(GrantRow{"LV_A9_FiscalYear", QDate(2026, 10, 1), 4, QDate(2026, 4, 1), 10},
                                         GrantRow{"LV_A9_CalendarYear", QDate(2026, 10, 1), 1, k2026, 5},
                                         GrantRow{"LV_A9_TheYearAfter", QDate(2026, 10, 1), 1, k2027, 20},
                                         GrantRow{"InFebruary", QDate(2026, 2, 1), 1, k2026, 18},
                                         GrantRow{"OnTheLastDay", QDate(2026, 12, 31), 1, k2026, 2},
                                         GrantRow{"OnTheFirstDay", k2026, 1, k2026, 20},
                                         GrantRow{"InMarchOfAFiscalYear", QDate(2027, 3, 31), 4, QDate(2026, 4, 1), 2},
                                         GrantRow{"LongAgo", QDate(1999, 4, 1), 1, k2026, 20},
                                         GrantRow{"Unknown", QDate(), 1, k2026, 20}),
                         [](const auto &row) { return row.param.name; });

TEST(AnnualGrant, IsInProportionForShortTimeStaff)
{
    const Numbers numbers(shippedParameters());
    WorkTerms terms{.staff = kClerk, .employment = Employment::ShortTime, .hired = QDate(2020, 4, 1)};

    terms.weekDays = 4;
    EXPECT_EQ(annualGrantDays(terms, k2026, numbers), 16);
    terms.weekDays = 3;
    EXPECT_EQ(annualGrantDays(terms, k2026, numbers), 12);
    terms.hired = QDate(2026, 11, 1);
    EXPECT_EQ(annualGrantDays(terms, k2026, numbers), 2) << "3 days × 3/5";
    terms.weekDays = 5;
    EXPECT_EQ(annualGrantDays(terms, k2026, numbers), 3) << "full days, only shorter";
}

TEST(AnnualGrant, OfFiscalYearStaffFollowsTheirTable)
{
    const Numbers numbers(shippedParameters());
    WorkTerms terms{.staff = kClerk, .employment = Employment::FiscalYear, .hired = QDate(2024, 4, 1)};
    const auto inYear = [&](int year) { return annualGrantDays(terms, QDate(year, 4, 1), numbers); };

    EXPECT_EQ((QList<qint64>{inYear(2024), inYear(2025), inYear(2026), inYear(2030), inYear(2040)}),
              (QList<qint64>{10, 11, 12, 20, 20}));
    terms.weekDays = 3;
    EXPECT_EQ((QList<qint64>{inYear(2024), inYear(2027), inYear(2030)}), (QList<qint64>{5, 8, 11}));
    terms.weekDays = 1;
    EXPECT_EQ(inYear(2025), 2);
}

TEST(AnnualGrant, OfFiscalYearStaffBeginsWithTheirYear)
{
    Situation here;
    WorkTerms terms{.staff = kClerk, .employment = Employment::FiscalYear, .hired = QDate(2024, 10, 15)};
    const auto grant = [&](const QDate &day) -> QString {
        const Numbers numbers(here.parameters);
        const QDate year = annualYearStart(day, terms, numberOn(numbers));
        return year.toString(Qt::ISODate) + u' ' + QString::number(annualGrantDays(terms, year, numbers));
    };

    // 10 days on the appointment, 11 on the next 1 April, though half a year has passed.
    EXPECT_EQ(grant(QDate(2025, 3, 31)), u"2024-04-01 10"_s);
    EXPECT_EQ(grant(QDate(2025, 4, 1)), u"2025-04-01 11"_s);
    EXPECT_EQ(grant(QDate(2026, 1, 1)), u"2025-04-01 11"_s) << "nothing in January";
    here.set(u"leave.annual.fiscal_year_staff.from_appointment"_s, 1);
    EXPECT_EQ(grant(QDate(2025, 10, 14)), u"2024-10-15 10"_s);
    EXPECT_EQ(grant(QDate(2025, 10, 15)), u"2025-10-15 11"_s);
    terms.hired = QDate(2024, 2, 29);
    EXPECT_EQ(grant(QDate(2028, 2, 28)), u"2028-02-28 16"_s);
    EXPECT_EQ(grant(QDate(2028, 2, 27)), u"2027-02-28 14"_s);
}

TEST(AnnualStock, OfFiscalYearStaffGoesOverIntoTheirNextYear)
{
    const WorkTerms terms{.staff = kClerk, .employment = Employment::FiscalYear, .hired = QDate(2025, 4, 1)};
    AnnualEntries entries;
    entries.minutes = {taken(QDate(2026, 2, 2), 3 * 465), taken(QDate(2026, 5, 1), 465)};
    const Numbers numbers(shippedParameters());

    const AnnualStock first = annualStock(QDate(2025, 4, 1), terms, entries, numbers);
    const AnnualStock second = annualStock(QDate(2026, 4, 1), terms, entries, numbers);

    EXPECT_EQ(left(first), u"7日"_s) << "February lies in the year of April";
    EXPECT_EQ(second.carried.text().ja, u"7日"_s);
    EXPECT_EQ(left(second), u"17日"_s);
}

TEST(AnnualStock, CountsTheDaysOfShortTimeStaffByTheirOwnHours)
{
    WorkTerms terms = hiredOn(QDate(2026, 1, 1));
    terms.employment = Employment::ShortTime;
    terms.dayMinutes = 360;
    AnnualEntries entries;
    entries.minutes = {taken(QDate(2026, 5, 1), 360), taken(QDate(2026, 6, 1), 60, 510)};

    EXPECT_EQ(left(annualStock(k2026, terms, entries, Numbers(shippedParameters()))), u"18日5時間"_s);
    EXPECT_EQ(halfDaysTaken(k2026, terms, entries, Numbers(shippedParameters())), 2);
}

TEST(AnnualStock, LV_A7_CarriesAtMostTwentyDays)
{
    // 23 days and 3 hours are left of 2026.
    AnnualEntries entries = opened(20 * 465);
    entries.minutes.push_back(taken(QDate(2026, 5, 1), 17 * 465 - 180));
    const Numbers numbers(shippedParameters());

    EXPECT_EQ(left(annualStock(k2026, kNoTerms, entries, numbers)), u"23日3時間"_s);
    const AnnualStock next = annualStock(k2027, kNoTerms, entries, numbers);
    EXPECT_EQ(next.carried.text().ja, u"20日"_s);
    EXPECT_EQ(left(next), u"40日"_s);
}

TEST(AnnualStock, CarriesHoursAsTheOfficeKeepsThem)
{
    AnnualEntries entries = opened(0);
    entries.minutes.push_back(taken(QDate(2026, 5, 1), 7 * 465 + 240, 510));
    Situation here;

    EXPECT_EQ(annualStock(k2027, kNoTerms, entries, Numbers(here.parameters)).carried.text().ja, u"12日3時間45分"_s);
    here.set(u"leave.annual.carry_fraction"_s, 0);
    EXPECT_EQ(annualStock(k2027, kNoTerms, entries, Numbers(here.parameters)).carried.text().ja, u"12日"_s);
    here.set(u"leave.annual.carry_max_days"_s, 10);
    EXPECT_EQ(annualStock(k2027, kNoTerms, entries, Numbers(here.parameters)).carried.text().ja, u"10日"_s);
}

TEST(AnnualStock, CarriesHalfDaysUnconverted)
{
    AnnualEntries entries = opened(3 * 465, 1);
    entries.halfDays.push_back(taken(QDate(2026, 5, 1), 2));
    const Numbers numbers(shippedParameters());

    EXPECT_EQ(left(annualStock(k2026, kNoTerms, entries, numbers)), u"22.5日"_s);
    entries.minutes.push_back(taken(QDate(2026, 6, 1), 10 * 465));
    EXPECT_EQ(annualStock(k2027, kNoTerms, entries, numbers).carried.text().ja, u"12.5日"_s);
}

TEST(AnnualStock, UsesWhatWasCarriedOverFirstOrLast)
{
    AnnualEntries entries = opened(5 * 465);
    entries.minutes.push_back(taken(QDate(2026, 5, 1), 3 * 465));
    Situation here;
    const auto carriedLeft = [&](const QDate &year) {
        const Numbers numbers(here.parameters);
        return annualStock(year, kNoTerms, entries, numbers).carriedLeft(numbers).text().ja;
    };

    EXPECT_EQ(carriedLeft(k2026), u"2日"_s);
    // Where only the year's own grant goes over, the order decides on what lapses.
    here.set(u"leave.annual.carries_again"_s, 0);
    EXPECT_EQ(carriedLeft(k2027), u"20日"_s);
    here.set(u"leave.annual.carried_first"_s, 0);
    EXPECT_EQ(carriedLeft(k2026), u"5日"_s);
    EXPECT_EQ(carriedLeft(k2027), u"17日"_s);
}

TEST(AnnualStock, BeginsWithTheAppointmentWhereThereIsNoOpening)
{
    AnnualEntries entries;
    entries.minutes.push_back(taken(QDate(2026, 11, 4), 2 * 465));
    const Numbers numbers(shippedParameters());

    const AnnualStock first = annualStock(k2026, hiredOn(QDate(2026, 10, 1)), entries, numbers);
    EXPECT_EQ(left(first), u"3日"_s);
    EXPECT_TRUE(first.known);
    EXPECT_EQ(left(annualStock(k2027, hiredOn(QDate(2026, 10, 1)), entries, numbers)), u"23日"_s);

    const AnnualStock unknown = annualStock(k2027, kNoTerms, entries, numbers);
    EXPECT_EQ(left(unknown), u"20日"_s);
    EXPECT_FALSE(unknown.known);
}

TEST(AnnualStock, AnOpeningInTheMiddleOfAYearCountsFromItsDay)
{
    AnnualEntries entries;
    entries.minutes.push_back(taken(QDate(2026, 3, 2), 465));
    entries.minutes.push_back(taken(QDate(2026, 8, 3), 465));
    // On 1 June there were 20 + 6 days less 10 taken: 4 days less than the grant.
    entries.openingMinutes.push_back(taken(QDate(2026, 6, 1), -4 * 465));
    entries.openingMinutes.push_back(taken(QDate(2025, 6, 1), 9 * 465));
    const Numbers numbers(shippedParameters());

    EXPECT_EQ(left(annualStock(k2026, hiredOn(QDate(2010, 4, 1)), entries, numbers)), u"15日"_s);
}

TEST(AnnualStock, GivesBackWhatWasCancelled)
{
    AnnualEntries entries = opened(0);
    entries.minutes = {taken(QDate(2026, 5, 1), 465), taken(QDate(2026, 5, 1), -465)};

    EXPECT_EQ(left(annualStock(k2026, kNoTerms, entries, Numbers(shippedParameters()))), u"20日"_s);
    EXPECT_EQ(halfDaysTaken(k2026, kNoTerms, entries, Numbers(shippedParameters())), 0);
}

TEST(AnnualStock, OnlyDaysAndHalfDaysCountTowardsTheFive)
{
    AnnualEntries entries;
    entries.minutes = {taken(QDate(2026, 5, 1), 465), taken(QDate(2026, 5, 7), 60, 510),
                       taken(QDate(2025, 12, 1), 465)};
    entries.halfDays = {taken(QDate(2026, 6, 1), 1)};

    EXPECT_EQ(halfDaysTaken(k2026, kNoTerms, entries, Numbers(shippedParameters())), 3);
}
