// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/workbook.h"

#include "core/services/payroll.h"
#include "tests/support/officebuilder.h"

#include <gtest/gtest.h>

namespace kessai::test::books {

namespace {

const QDate kMonth(2026, 11, 1);
const SmallOffice kOffice;

QDate nov(int day)
{
    return kMonth.addDays(day - 1);
}

/// A posting of a case that the manager decided at an hour, or that still waits.
BookPosting posted(const char *ledger, const QDate &day, int from, int until, const char *number,
                   std::optional<Instant> at = Instant(1), StaffId who = kOffice.sato)
{
    BookPosting posting{{who, QLatin1String(ledger), day, from, until - from, at.has_value(), at},
                        QLatin1String(number)};
    if (at) {
        posting.by = QStringLiteral("加藤 明");
        posting.title = QStringLiteral("課長");
        posting.section = QStringLiteral("総務課");
    }
    return posting;
}

std::vector<WorkBook> booksOf(const std::vector<BookPosting> &postings, const Known &known = {1},
                              const std::map<StaffId, OvertimeMonths> &earlier = {})
{
    static const OfficeHistory history = kOffice.builder.history();
    return makeWorkBooks({history, shippedParameters(), kMonth, known}, postings, earlier);
}

} // namespace

TEST(WorkBook, SetsWhatWasOrderedBesideWhatWasWorked)
{
    const auto books = booksOf({posted("overtime.order.minutes", nov(10), 1035, 1200, "R8-000001"),
                                posted("overtime.minutes", nov(10), 1035, 1080, "R8-000002", Instant(9)),
                                posted("overtime.minutes", nov(10), 1110, 1200, "R8-000002", Instant(9)),
                                posted("overtime.order.minutes", nov(12), 1035, 1095, "R8-000003", std::nullopt)});

    ASSERT_EQ(books.size(), 1u);
    const WorkBook &book = books.front();
    EXPECT_EQ(book.name, QStringLiteral("佐藤 花"));
    EXPECT_EQ(book.section, QStringLiteral("総務課 庶務係"));
    EXPECT_EQ(book.title, QStringLiteral("主事"));
    EXPECT_EQ(book.division, kOffice.affairs);
    ASSERT_EQ(book.days.size(), 2u);
    const BookDay &tenth = book.days.front();
    ASSERT_EQ(tenth.orders.size(), 1u);
    EXPECT_EQ(tenth.orders.front().hours, (std::vector<Stretch>{{1035, 1200}}));
    EXPECT_EQ(tenth.orders.front().by, QStringLiteral("総務課長 加藤 明"));
    ASSERT_EQ(tenth.results.size(), 1u);
    EXPECT_EQ(tenth.results.front().hours, (std::vector<Stretch>{{1035, 1080}, {1110, 1200}}));
    EXPECT_EQ(tenth.results.front().rest(), 30);
    EXPECT_EQ(tenth.results.front().at, Instant(9));
    EXPECT_EQ(tenth.minutes, std::vector<qint64>{135});
    EXPECT_TRUE(book.days.back().orders.front().by.isEmpty()) << "it waits";
    ASSERT_EQ(book.columns.size(), 1u);
    EXPECT_EQ(book.columns.front().percent, 125);
    EXPECT_EQ(book.columns.front().minutes, 135);
    EXPECT_EQ(book.columns.front().hours, 2);
}

TEST(WorkBook, ShowsNothingThatWasTakenBack)
{
    BookPosting back = posted("overtime.minutes", nov(10), 1035, 1095, "R8-000004", Instant(5));
    back.posting.amount = -back.posting.amount;

    EXPECT_TRUE(booksOf({posted("overtime.minutes", nov(10), 1035, 1095, "R8-000001"), back}).empty());
    EXPECT_EQ(booksOf({posted("overtime.minutes", nov(10), 1035, 1095, "R8-000001"), back}, {1, Instant(4)}).size(), 1u)
        << "the month was closed before";
    EXPECT_TRUE(
        booksOf({posted("overtime.order.minutes", nov(10), 1035, 1095, "R8-000001", std::nullopt)}, {1, Instant(4)})
            .empty())
        << "nothing waits for a closed month";
}

TEST(WorkBook, MarksExchangesAndPutsWhatTheyCostOnTheSaturday)
{
    const auto books = booksOf({posted("duty.added.minutes", nov(14), 510, 720, "R8-000001"),
                                posted("duty.added.minutes", nov(14), 780, 1035, "R8-000001"),
                                posted("duty.removed.minutes", nov(18), 510, 720, "R8-000001"),
                                posted("duty.removed.minutes", nov(18), 780, 1035, "R8-000001"),
                                posted("absence.minutes", nov(10), 510, 570, "R8-000002"),
                                posted("absence.minutes", nov(18), 510, 570, "R8-000002")});

    ASSERT_EQ(books.size(), 1u);
    ASSERT_EQ(books.front().days.size(), 2u) << "a day of nothing but leave is no matter of this book";
    const BookDay &saturday = books.front().days.front();
    EXPECT_EQ(saturday.kind, DayKind::Duty);
    ASSERT_EQ(saturday.orders.size(), 1u) << "who ordered it stands in the book too";
    EXPECT_EQ(saturday.orders.front().hours, (std::vector<Stretch>{{510, 720}, {780, 1035}}));
    EXPECT_EQ(saturday.marks, (std::vector<BookMark>{{DayMark::ExtraDuty, {{510, 720}, {780, 1035}}}}));
    EXPECT_EQ(saturday.minutes, std::vector<qint64>{465 - 60}) << "an hour of the week was not worked";
    EXPECT_EQ(books.front().columns.front().part, PayPart::Exchange);
    const BookDay &freed = books.front().days.back();
    EXPECT_EQ(freed.kind, DayKind::WeeklyOff);
    EXPECT_EQ(freed.marks.front().mark, DayMark::FreedDuty);
}

TEST(WorkBook, SumsUpTheDaysAndHoldsThemToTheLimits)
{
    std::vector<BookPosting> postings;
    for (const int day : {10, 11, 12})
        postings.push_back(posted("overtime.minutes", nov(day), 1035, 1055, "R8-000001"));
    const auto books = booksOf(postings, {1}, {{kOffice.sato, {{QDate(2026, 10, 1), {1200, false}}}}});

    EXPECT_EQ(books.front().columns.front().minutes, 60);
    EXPECT_EQ(books.front().columns.front().hours, 1) << "rounded once for the month";
    const auto year = std::find_if(books.front().limits.begin(), books.front().limits.end(),
                                   [](const LimitState &one) { return one.rule == LimitRule::Year360; });
    ASSERT_NE(year, books.front().limits.end());
    EXPECT_EQ(year->reached, 1260);
}

TEST(WorkBook, HoldsToTheLimitsWhatCountsInAnOpenMonthAndAClosedOne)
{
    const std::vector<BookPosting> postings{
        posted("overtime.minutes", nov(10), 1035, 1095, "R8-000001", Instant(1)),
        posted("overtime.order.minutes", nov(11), 1035, 1080, "R8-000002", Instant(1)),
        posted("overtime.order.minutes", nov(12), 1035, 1155, "R8-000003", std::nullopt)};
    const auto ofMonth = [&](const Known &known) { return booksOf(postings, known).front().limits.front().reached; };

    EXPECT_EQ(ofMonth({1}), 60 + 45) << "an order without a result counts as ordered, what waits does not";
    EXPECT_EQ(ofMonth({1, Instant(2)}), 60) << "closed: only what is paid";
}

TEST(WorkBook, IsOnePersonsEachByStaffNumber)
{
    const auto books = booksOf({posted("overtime.minutes", nov(10), 1035, 1095, "R8-000002", Instant(1), kOffice.zushi),
                                posted("overtime.minutes", nov(10), 1035, 1095, "R8-000001")});

    ASSERT_EQ(books.size(), 2u);
    EXPECT_EQ(books[0].id, kOffice.sato);
    EXPECT_EQ(books[1].id, kOffice.zushi);
    EXPECT_EQ(books[1].division, kOffice.finance);
}

TEST(WorkBook, OT_S2_SettlesTimeOffAsThePayrollDoes)
{
    // 76 hours of October evenings; four hours off in November.
    std::vector<BookPosting> postings;
    qint64 left = 76 * 60;
    for (QDate day(2026, 10, 1); left > 0; day = day.addDays(1)) {
        if (!shippedHolidays().isDuty(day))
            continue;
        postings.push_back(posted("overtime.minutes", day, 1035, 1035 + int(std::min<qint64>(left, 240)), "R8-000001"));
        left -= 240;
    }
    postings.push_back(posted("overtime.compensated.minutes", nov(11), 510, 720, "R8-000002"));
    postings.push_back(posted("overtime.compensated.minutes", nov(11), 780, 810, "R8-000002"));
    std::vector<WorkPosting> plain;
    for (const BookPosting &one : postings)
        plain.push_back(one.posting);

    const auto books = booksOf(postings);
    const auto payroll = payrollOf(kOffice.builder.history(), shippedParameters(), kMonth, {1}, plain);

    ASSERT_EQ(books.size(), 1u);
    ASSERT_EQ(books.front().columns.size(), payroll.size());
    for (size_t i = 0; i < payroll.size(); ++i) {
        const PayLine &column = books.front().columns[i];
        EXPECT_EQ(std::tuple(column.percent, column.part, column.minutes, column.hours),
                  std::tuple(payroll[i].percent, payroll[i].part, payroll[i].minutes, payroll[i].hours));
    }
    EXPECT_EQ(books.front().columns.front().minutes, -960);
}

} // namespace kessai::test::books
