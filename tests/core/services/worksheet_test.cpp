// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/worksheet.h"

#include "core/services/payroll.h"
#include "tests/support/officebuilder.h"

#include <QFile>

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

const QDate kWorkMonth(2026, 11, 1);

const Parameters &shipped()
{
    static const Parameters parameters = [] {
        QFile file(QStringLiteral(KESSAI_SOURCE_DIR "/resources/parameters/defaults.json"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return Parameters::fromJson(file.readAll()).value();
    }();
    return parameters;
}

WorkPosting on(StaffId who, const char *ledger, int day, qint64 amount, bool used = true, int start = 1035)
{
    return {who, QLatin1String(ledger), QDate(2026, 11, day), start, amount, used};
}

WorkSheet sheetOf(const SmallOffice &small, const std::vector<WorkPosting> &postings,
                  const std::vector<WorkSum> &sums = {}, const std::vector<MonthClose> &closes = {})
{
    return makeWorkSheet(*small.office(QDate(2026, 11, 24)), small.builder.history(), shipped(), kWorkMonth, postings,
                         sums, closes);
}

const WorkRow &rowOf(const WorkSheet &sheet, StaffId who)
{
    return *std::find_if(sheet.rows.begin(), sheet.rows.end(), [who](const WorkRow &row) { return row.id == who; });
}

} // namespace

TEST(WorkSheet, TakesOfADayWhatWasWorkedAndElseWhatWasOrdered)
{
    const SmallOffice small;
    const WorkSheet sheet =
        sheetOf(small,
                {on(small.sato, "overtime.order.minutes", 10, 120), on(small.sato, "overtime.minutes", 10, 90),
                 on(small.sato, "overtime.minutes", 11, 30, false), on(small.sato, "overtime.order.minutes", 12, 60),
                 on(small.sato, "overtime.order.minutes", 27, 45), on(small.seki, "overtime.order.minutes", 13, 60),
                 on(small.seki, "overtime.order.minutes", 13, -60)});

    const WorkRow &sato = rowOf(sheet, small.sato);
    EXPECT_EQ(sato.minutes, 90 + 30 + 60 + 45);
    EXPECT_EQ(sato.waiting, 30);
    EXPECT_EQ(sato.missing, 1) << "the 12th; the 27th is still to come";
    EXPECT_EQ(rowOf(sheet, small.seki).missing, 0) << "its order was cancelled";
    EXPECT_EQ(rowOf(sheet, small.seki).minutes, 0);
    EXPECT_EQ(sheet.rows.size(), 19u) << "everybody with a post, with or without overtime";
}

TEST(WorkSheet, KnowsHowNearSomebodyIsToALimit)
{
    const SmallOffice small;
    const std::vector<WorkSum> before{{small.sato, QDate(2026, 10, 1), QStringLiteral("overtime.minutes"), 1200, 60},
                                      {small.sato, QDate(2026, 3, 1), QStringLiteral("overtime.minutes"), 600, 0}};

    EXPECT_EQ(rowOf(sheetOf(small, {on(small.sato, "overtime.minutes", 10, 600)}), small.sato).tone, LimitTone::Fine);
    const WorkSheet near = sheetOf(small, {on(small.sato, "overtime.minutes", 10, 2700)}, before);
    EXPECT_EQ(rowOf(near, small.sato).tone, LimitTone::Near) << "45 hours are allowed";
    EXPECT_EQ(rowOf(near, small.sato).year, 2700 + 1260) << "March lies in the year before";
    EXPECT_EQ(rowOf(sheetOf(small, {on(small.sato, "overtime.minutes", 10, 2701)}), small.sato).tone, LimitTone::Over);
}

TEST(WorkSheet, MissesOneReportOfANight)
{
    const SmallOffice small;
    const WorkPosting evening = on(small.sato, "overtime.order.minutes", 10, 120, true, 1320);
    const WorkPosting night = on(small.sato, "overtime.order.minutes", 11, 60, true, 0);
    WorkPosting october = on(small.seki, "overtime.order.minutes", 1, 120, true, 1320);
    october.day = QDate(2026, 10, 31);

    EXPECT_EQ(rowOf(sheetOf(small, {evening, night}), small.sato).missing, 1);
    const WorkSheet done = sheetOf(small, {evening, night, on(small.sato, "overtime.minutes", 10, 90, true, 1320)});
    EXPECT_EQ(rowOf(done, small.sato).missing, 0) << "they went home before midnight";
    EXPECT_EQ(rowOf(done, small.sato).minutes, 90);
    const WorkSheet before = sheetOf(small, {october, on(small.seki, "overtime.order.minutes", 1, 60, true, 0)});
    EXPECT_EQ(rowOf(before, small.seki).missing, 0) << "missing in October";
}

TEST(WorkSheet, CountsAReportThatWasCancelledForNothing)
{
    const SmallOffice small;
    const WorkSheet sheet =
        sheetOf(small,
                {on(small.sato, "overtime.order.minutes", 10, 120), on(small.sato, "overtime.minutes", 10, 90),
                 on(small.sato, "overtime.minutes", 10, -90)});

    EXPECT_EQ(rowOf(sheet, small.sato).missing, 1);
    EXPECT_EQ(rowOf(sheet, small.sato).minutes, 120);
}

TEST(WorkSheet, HoldsWhoeverMovedToTheLimitOfTheirYear)
{
    SmallOffice small;
    small.builder.release(small.zushi, small.financeClerk, QDate(2026, 9, 30));
    small.builder.appoint(small.zushi, small.clerk, Holding::Primary, QDate(2026, 10, 1));
    OfficeHistory history = small.builder.history();
    for (Dated<Section> &section : history.sections)
        section.value.busy = section.value.id == small.finance;
    const auto office = history.at(QDate(2026, 11, 24), history.revision);

    const WorkSheet sheet = makeWorkSheet(*office, history, shipped(), kWorkMonth, {}, {}, {});

    std::vector<LimitRule> rules;
    for (const LimitState &state : rowOf(sheet, small.zushi).limits)
        rules.push_back(state.rule);
    EXPECT_EQ(rules, (std::vector<LimitRule>{LimitRule::Month45, LimitRule::AfterMove30, LimitRule::Year720}));
}

TEST(WorkSheet, IsClosableWhenTheMonthIsOver)
{
    const SmallOffice small;
    const MonthClose close{kWorkMonth, true, {}, small.kato, Instant(1)};
    const MonthClose open{kWorkMonth, false, QStringLiteral("訂正"), small.kato, Instant(2)};
    const auto later = [&](const std::vector<MonthClose> &closes) {
        return makeWorkSheet(*small.office(QDate(2026, 12, 1)), small.builder.history(), shipped(), kWorkMonth, {}, {},
                             closes);
    };

    EXPECT_FALSE(sheetOf(small, {}).closable());
    EXPECT_TRUE(later({}).closable());
    EXPECT_FALSE(later({close}).closable());
    EXPECT_TRUE(later({close}).closed());
    EXPECT_TRUE(later({close, open}).closable());
    EXPECT_FALSE(later({{kWorkMonth.addMonths(-1), true, {}, small.kato, Instant(1)}}).closed());
}

TEST(Payroll, PaysWhatWasDecidedRoundedOnceForTheMonthAndRate)
{
    const SmallOffice small;
    // Two Tuesdays of 20 minutes and a Saturday of 300: 40 minutes become an hour, 300 are five.
    const auto lines = payrollOf(
        *small.office(), shipped(), kWorkMonth,
        {on(small.sato, "overtime.minutes", 10, 20), on(small.sato, "overtime.minutes", 17, 20),
         on(small.sato, "overtime.minutes", 14, 180, true, 540), on(small.sato, "overtime.minutes", 14, 120, true, 780),
         on(small.sato, "overtime.minutes", 18, 60, false), on(small.seki, "overtime.minutes", 10, 60),
         on(small.seki, "overtime.minutes", 10, -60)});

    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].percent, 125);
    EXPECT_EQ(lines[0].minutes, 40);
    EXPECT_EQ(lines[0].hours, 1);
    EXPECT_EQ(lines[1].percent, 135);
    EXPECT_EQ(lines[1].minutes, 300);
    EXPECT_EQ(lines[1].hours, 5);
    EXPECT_EQ(lines[0].number, small.office()->staff(small.sato)->number);
}

TEST(Payroll, LeavesOutTheDayAfterTheMonth)
{
    const SmallOffice small;
    WorkPosting december = on(small.sato, "overtime.minutes", 30, 60);
    december.day = QDate(2026, 12, 1);

    EXPECT_TRUE(payrollOf(*small.office(), shipped(), kWorkMonth, {december}).empty());
    EXPECT_EQ(payrollPeriod(kWorkMonth).from, kWorkMonth);
    EXPECT_EQ(payrollPeriod(kWorkMonth).until, QDate(2026, 12, 6));
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

    const QString csv = payrollCsv({line}, kWorkMonth);

    EXPECT_EQ(csv,
              QStringLiteral("職員番号,氏名,所属,対象年月,区分,支給割合,分,時間\r\n"
                             "10001,'=SUM(A1),\"総務課, \"\"庶務係\"\"\",2026-11,時間外,125,90,2\r\n"));
    EXPECT_TRUE(payrollFile({line}, kWorkMonth).startsWith("\xEF\xBB\xBF"));
    for (const QString &text : {QStringLiteral("+1"), QStringLiteral("-1"), QStringLiteral("@x"), QStringLiteral("＝1"),
                                QStringLiteral("\tx")})
        EXPECT_TRUE(csvField(text).startsWith(QLatin1Char('\''))) << text.toStdString();
    EXPECT_EQ(csvField(QStringLiteral("山田-花子")), QStringLiteral("山田-花子"));
}

} // namespace kessai::test
