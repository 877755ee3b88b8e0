// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/payroll.h"

#include "core/services/timeoff.h"
#include "tests/support/officebuilder.h"

#include <gtest/gtest.h>

namespace kessai {

void PrintTo(const PayrollLine &line, std::ostream *out)
{
    *out << line.number.toStdString() << ' ' << line.percent << "/100 part " << int(line.part) << ": " << line.minutes
         << " min, " << line.hours << " h";
}

} // namespace kessai

namespace kessai::test::payrolls {

namespace {

const QDate kMonth(2026, 11, 1);
const SmallOffice kOffice;
const StaffId kSato = kOffice.sato;

QDate nov(int day)
{
    return kMonth.addDays(day - 1);
}

WorkPosting posted(const char *ledger, const QDate &day, int from, int until, std::optional<Instant> at = Instant(1))
{
    const int amount = until - from;
    return {kSato, QLatin1String(ledger), day, from, amount, at.has_value(), at};
}

WorkPosting worked(const QDate &day, int from, int until)
{
    return posted("overtime.minutes", day, from, until);
}

WorkPosting cancelled(WorkPosting one, Instant at = Instant(1))
{
    one.amount = -one.amount;
    one.usedAt = at;
    return one;
}

using Postings = std::vector<WorkPosting>;

/// A whole day of duty in a ledger.
Postings wholeDay(const char *ledger, const QDate &day)
{
    return {posted(ledger, day, 510, 720), posted(ledger, day, 780, 1035)};
}

void add(Postings &to, const Postings &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

/// Evenings of four hours on the working days from a day on, so many minutes in all.
Postings evenings(QDate day, int minutes)
{
    Postings postings;
    for (; minutes > 0; day = day.addDays(1)) {
        if (!shippedHolidays().isDuty(day))
            continue;
        postings.push_back(worked(day, 1035, 1035 + std::min(minutes, 240)));
        minutes -= 240;
    }
    return postings;
}

struct Line {
    int percent;
    PayPart part;
    qint64 minutes;
    qint64 hours;
    friend bool operator==(const Line &, const Line &) = default;
};
void PrintTo(const Line &line, std::ostream *out)
{
    *out << line.percent << "/100 part " << int(line.part) << ": " << line.minutes << " min, " << line.hours << " h";
}

std::vector<Line> linesOf(const Postings &postings, const QDate &month = kMonth,
                          const OfficeHistory &history = kOffice.builder.history(), const Known &known = {1})
{
    std::vector<Line> lines;
    for (const PayrollLine &line : payrollOf(history, shippedParameters(), month, known, postings))
        lines.push_back({line.percent, line.part, line.minutes, line.hours});
    return lines;
}

constexpr PayPart kMerged = PayPart::Merged;

/// The office with terms of work for the clerk, from one day to another.
OfficeHistory withTerms(const WorkTerms &terms, const QDate &from, const QDate &until = {}, int addedIn = 1)
{
    OfficeHistory history = kOffice.builder.history();
    history.revision = std::max(history.revision, addedIn);
    history.workTerms.push_back({terms, from, until, addedIn});
    return history;
}

} // namespace

TEST(Payroll, PaysWhatWasDecidedRoundedOnceForTheMonthAndRate)
{
    // Two Tuesdays of 20 minutes and a Saturday of 300: 40 minutes become an hour, 300 are five.
    Postings postings{worked(nov(10), 1035, 1055), worked(nov(17), 1035, 1055), worked(nov(14), 540, 720),
                      worked(nov(14), 780, 900), posted("overtime.minutes", nov(18), 1035, 1095, std::nullopt)};
    const WorkPosting mistaken = worked(nov(12), 1035, 1095);
    add(postings, {mistaken, cancelled(mistaken)});

    const auto lines = payrollOf(kOffice.builder.history(), shippedParameters(), kMonth, {1}, postings);

    const Staff &sato = *kOffice.office()->staff(kSato);
    const QString section = QStringLiteral("総務課 庶務係");
    EXPECT_EQ(lines,
              (std::vector<PayrollLine>{{sato.number, sato.name(), section, 125, kMerged, 40, 1},
                                        {sato.number, sato.name(), section, 135, kMerged, 300, 5}}));
}

TEST(Payroll, LeavesOutTheDaysAroundTheMonth)
{
    EXPECT_TRUE(linesOf({worked(nov(31), 1035, 1095), worked(nov(0), 1035, 1095)}).empty());
    EXPECT_EQ(payrollPeriod(kMonth), (DayRange{QDate(2026, 10, 26), nov(30)})) << "back to the week it begins in";
}

TEST(Payroll, OT_S1_S2_TimeOffTakesBackWhatWasPaidForItInTheMonthItIsTaken)
{
    // 76 hours of October evenings; four hours off in November.
    Postings postings = evenings(QDate(2026, 10, 1), 76 * 60);
    EXPECT_EQ(linesOf(postings, QDate(2026, 10, 1)),
              (std::vector<Line>{{125, kMerged, 3600, 60}, {150, kMerged, 960, 16}}));
    EXPECT_FALSE(settlesTimeOff(kMonth, postings));
    add(postings,
        {posted("overtime.compensated.minutes", nov(11), 510, 720),
         posted("overtime.compensated.minutes", nov(11), 780, 810)});

    EXPECT_TRUE(settlesTimeOff(kMonth, postings));
    EXPECT_EQ(linesOf(postings), (std::vector<Line>{{25, PayPart::TimeOff, -960, -16}}));
    EXPECT_EQ(linesOf(postings, QDate(2026, 10, 1)).size(), 2u) << "October was paid and stays what it was";
    EXPECT_TRUE(linesOf(postings, QDate(2026, 12, 1)).empty()) << "and it is settled once";
}

TEST(Payroll, TimeOffOfTwoMonthsIsSettledWithTheOlderFirst)
{
    Postings postings = evenings(QDate(2026, 9, 1), 68 * 60);                    // two hours of time off
    add(postings, evenings(QDate(2026, 10, 1), 76 * 60));                        // four
    add(postings, {posted("overtime.compensated.minutes", nov(11), 795, 1035)}); // four of the six
    add(postings, {posted("overtime.compensated.minutes", QDate(2026, 12, 8), 795, 915)});

    EXPECT_EQ(linesOf(postings), (std::vector<Line>{{25, PayPart::TimeOff, -960, -16}}));
    EXPECT_EQ(linesOf(postings, QDate(2026, 12, 1)), (std::vector<Line>{{25, PayPart::TimeOff, -480, -8}}));
}

TEST(Payroll, AnExchangeAcrossWeeksIsPaidInTheMonthItsWeekEnds)
{
    // Saturday 2026-10-31 for Wednesday 11-04; Sunday 11-29 for Friday 11-27: its week ends on 12-05.
    Postings october = wholeDay("duty.added.minutes", QDate(2026, 10, 31));
    add(october, wholeDay("duty.removed.minutes", nov(4)));
    Postings december = wholeDay("duty.added.minutes", nov(29));
    add(december, wholeDay("duty.removed.minutes", nov(27)));

    EXPECT_EQ(linesOf(october, QDate(2026, 10, 1)), (std::vector<Line>{{25, PayPart::Exchange, 465, 8}}));
    EXPECT_TRUE(linesOf(october).empty());
    EXPECT_TRUE(linesOf(december).empty()) << "how long the week is, November does not know";
    EXPECT_EQ(linesOf(december, QDate(2026, 12, 1)), (std::vector<Line>{{25, PayPart::Exchange, 465, 8}}));
}

TEST(Payroll, LeaveInTheWeekOfAnExchangeIsNotWorked)
{
    Postings postings = wholeDay("duty.added.minutes", nov(14));
    add(postings, wholeDay("duty.removed.minutes", nov(18)));
    add(postings,
        {posted("absence.minutes", nov(10), 510, 630), posted("overtime.compensated.minutes", nov(12), 795, 1035)});

    EXPECT_EQ(linesOf(postings), (std::vector<Line>{{25, PayPart::Exchange, 465 - 120 - 240, 2}}));

    add(postings, {cancelled(posted("absence.minutes", nov(10), 510, 630))});
    EXPECT_EQ(linesOf(postings), (std::vector<Line>{{25, PayPart::Exchange, 465 - 240, 4}}));
}

TEST(Payroll, DutyBeyondAWeekCountsIntoSixtyHoursInItsTurn)
{
    // 58 hours until Friday 13th; the Saturday makes the week longer by 7:45; the evening of the 16th is past the 60th hour.
    Postings postings = evenings(nov(1), 9 * 240);
    add(postings, {worked(nov(1), 480, 1320), worked(nov(7), 480, 960)});
    add(postings, wholeDay("duty.added.minutes", nov(14)));
    add(postings, wholeDay("duty.removed.minutes", nov(18)));
    add(postings, {worked(nov(16), 1035, 1095)});

    EXPECT_EQ(linesOf(postings),
              (std::vector<Line>{{25, PayPart::Exchange, 120, 2},
                                 {50, PayPart::Exchange, 345, 6},
                                 {125, kMerged, 2160, 36},
                                 {135, kMerged, 1320, 22},
                                 {150, kMerged, 60, 1}}));
}

TEST(Payroll, GoesByTheTermsOfEachDay)
{
    const Postings postings{worked(nov(10), 1035, 1155), worked(nov(24), 1035, 1155)};

    EXPECT_EQ(linesOf(postings, kMonth, withTerms({.staff = kSato, .managerial = true}, nov(16))),
              (std::vector<Line>{{125, kMerged, 120, 2}}))
        << "promoted on the 16th";
    EXPECT_EQ(linesOf(postings, kMonth, withTerms({.staff = kSato, .managerial = true}, QDate(2026, 4, 1), nov(16))),
              (std::vector<Line>{{125, kMerged, 120, 2}}));
    EXPECT_TRUE(linesOf(postings, kMonth, withTerms({.staff = kSato, .managerial = true}, QDate(2026, 4, 1))).empty());

    // Short-time staff of six hours a day until the 16th: 15:30 to 17:15 of the 10th fill up the whole day.
    const WorkTerms six{.staff = kSato, .employment = Employment::ShortTime, .dayMinutes = 360};
    EXPECT_EQ(linesOf({worked(nov(10), 930, 1155), worked(nov(24), 1035, 1155)}, kMonth,
                      withTerms(six, QDate(2026, 4, 1), nov(16))),
              (std::vector<Line>{{100, kMerged, 105, 2}, {125, kMerged, 240, 4}}));
}

TEST(Payroll, PaysThoseWhoLeftByWhereTheyWereLast)
{
    OfficeHistory history = kOffice.builder.history();
    for (auto &row : history.staff) {
        if (row.value.id == kSato)
            row.until = nov(20);
    }
    for (auto &row : history.appointments) {
        if (row.value.staff == kSato)
            row.until = nov(20);
    }
    // Work past the midnight of the last day is still theirs.
    const auto lines =
        payrollOf(history, shippedParameters(), kMonth, {1}, {worked(nov(20), 1035, 1440), worked(nov(21), 0, 60)});

    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines.front().section, QStringLiteral("総務課 庶務係"));
    EXPECT_EQ(lines.back(),
              (PayrollLine{lines.front().number, lines.front().name, lines.front().section, 160, kMerged, 60, 1}));
}

TEST(Payroll, OfAClosedMonthIsWhatWasKnownThen)
{
    const Known then{1, Instant(100)};
    const WorkPosting before = posted("overtime.minutes", nov(10), 1035, 1095, Instant(100));
    const WorkPosting after = posted("overtime.minutes", nov(11), 1035, 1095, Instant(101));
    const OfficeHistory promoted = withTerms({.staff = kSato, .managerial = true}, nov(1), {}, 2);

    EXPECT_EQ(linesOf({before, after, cancelled(before, Instant(102))}, kMonth, promoted, then),
              (std::vector<Line>{{125, kMerged, 60, 1}}));
    EXPECT_TRUE(linesOf({before, after}, kMonth, promoted, {2}).empty()) << "opened again, it is what is known today";
}

TEST(Payroll, AHolidayOfALaterDayDoesNotChangeAClosedMonth)
{
    std::vector<Holiday> rows = shippedHolidays().rows();
    rows.push_back({nov(10), nov(10), QStringLiteral("開庁記念日"), HolidayKind::Local, 2});
    const Parameters parameters(shippedParameters().rows(), std::make_shared<const Holidays>(rows));
    const auto percent = [&](int revision) {
        return payrollOf(kOffice.builder.history(), parameters, kMonth, {revision}, {worked(nov(10), 1035, 1095)})
            .front()
            .percent;
    };

    EXPECT_EQ(percent(1), 125);
    EXPECT_EQ(percent(2), 135);
}

TEST(Payroll, KnowsWhichClosingHolds)
{
    const MonthClose closed{kMonth, true, {}, kSato, Instant(10), 5};
    const MonthClose opened{kMonth, false, QStringLiteral("訂正"), kSato, Instant(20), 6};
    const MonthClose again{kMonth, true, {}, kSato, Instant(30), 7};

    EXPECT_EQ(knownFor({closed}, kMonth, 9), (Known{5, Instant(10)}));
    EXPECT_EQ(knownFor({closed, opened}, kMonth, 9), (Known{9, std::nullopt}));
    EXPECT_EQ(knownFor({closed, opened, again}, kMonth, 9), (Known{7, Instant(30)}));
    EXPECT_EQ(knownFor({closed}, kMonth.addMonths(1), 9), (Known{9, std::nullopt}));
}

TEST(Payroll, PaysByTheShippedNumbersWhereTheOfficeHasNone)
{
    const auto lines = payrollOf(kOffice.builder.history(), Parameters(), kMonth, {1}, {worked(nov(10), 1035, 1095)});

    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines.front().percent, 125);
}

TEST(Payroll, WritesAFileNoSpreadsheetTakesForFormulas)
{
    const PayrollLine line{QStringLiteral("10001"),
                           QStringLiteral("=SUM(A1)"),
                           QStringLiteral("総務課, \"庶務係\""),
                           125,
                           PayPart::Overtime,
                           90,
                           2};

    const QString csv = payrollCsv({line}, kMonth);

    EXPECT_EQ(csv,
              QStringLiteral("職員番号,氏名,所属,対象年月,区分,支給割合,分,時間\r\n"
                             "10001,'=SUM(A1),\"総務課, \"\"庶務係\"\"\",2026-11,時間外,125,90,2\r\n"));
    EXPECT_TRUE(payrollFile({line}, kMonth).startsWith("\xEF\xBB\xBF"));
}

TEST(Payroll, IsWrittenInCp932OrNotAtAll)
{
    const auto line = [](const char *number, const QString &name) {
        return PayrollLine{QLatin1String(number), name, QStringLiteral("総務課"), 125, kMerged, 90, 2};
    };
    const std::vector<PayrollLine> usual{line("10001", QStringLiteral("髙橋 﨑一")),
                                         line("10002", QStringLiteral("山田～①"))};

    EXPECT_TRUE(payrollFaults(usual, TextEncoding::Cp932).empty()) << "what Windows adds to JIS is in it";
    const QByteArray bytes = payrollFile(usual, kMonth, TextEncoding::Cp932);
    EXPECT_TRUE(bytes.startsWith("\x90\x45\x88\xF5")) << "職員, without a mark before it";
    EXPECT_EQ(textOfFile(bytes)->trimmed(), payrollCsv(usual, kMonth).trimmed());

    const std::vector<PayrollLine> unusual{
        line("10001", QStringLiteral("山田 花子")), line("10002", QStringLiteral("𠮷田 祐𠮷")),
        line("10002", QStringLiteral("𠮷田 祐𠮷")), line("10003", QStringLiteral("草彅 剛"))};
    EXPECT_EQ(
        payrollFaults(unusual, TextEncoding::Cp932),
        (std::vector<PayrollFault>{{3, QStringLiteral("10002"), QStringLiteral("𠮷田 祐𠮷"), QStringLiteral("𠮷")}}));
    EXPECT_TRUE(payrollFaults(unusual, TextEncoding::Utf8).empty());
}

} // namespace kessai::test::payrolls
