// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/worksheet.h"

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
                  const std::vector<WorkSum> &sums = {}, const std::vector<MonthClose> &closes = {},
                  const std::map<StaffId, OvertimeMonths> &earlier = {})
{
    return makeWorkSheet(*small.office(QDate(2026, 11, 24)), small.builder.history(), shipped(), kWorkMonth, postings,
                         sums, closes, {}, earlier);
}

const WorkRow &rowOf(const WorkSheet &sheet, StaffId who)
{
    return *std::find_if(sheet.rows.begin(), sheet.rows.end(), [who](const WorkRow &row) { return row.id == who; });
}

} // namespace

TEST(WorkSheet, CountsAnnualLeaveOfItsYear)
{
    const SmallOffice small;
    const auto taken = [&](const char *ledger, QDate month, qint64 used, qint64 reserved = 0) {
        return WorkSum{small.sato, month, QLatin1String(ledger), used, reserved};
    };
    // 465 minutes are a day: four days, half a day, and an hour; the year before is another year's.
    std::vector<WorkSum> sums{
        taken("leave.annual.minutes", {2025, 12, 1}, 4650), taken("leave.annual.minutes", {2026, 5, 1}, 3 * 465, 465),
        taken("leave.annual.half_days", {2026, 8, 1}, 1), taken("leave.annual.minutes", {2026, 11, 1}, 60)};

    EXPECT_EQ(rowOf(sheetOf(small, {}, sums), small.sato).leaveMinutes, 4 * 465 + 232 + 60);
    EXPECT_EQ(rowOf(sheetOf(small, {}, sums), small.sato).dayMinutes, 465);
    EXPECT_TRUE(rowOf(sheetOf(small, {}, sums), small.sato).littleLeave);
    EXPECT_EQ(rowOf(sheetOf(small, {}, sums), small.seki).leaveMinutes, 0);

    sums.push_back(taken("leave.annual.half_days", {2026, 11, 1}, 1));
    EXPECT_FALSE(rowOf(sheetOf(small, {}, sums), small.sato).littleLeave);
}

TEST(WorkSheet, CountsAnnualLeaveByThePersonsOwnDayAndYear)
{
    SmallOffice small;
    WorkTerms shortTime{.staff = small.seki, .employment = Employment::ShortTime};
    shortTime.dayMinutes = 360;
    WorkTerms fiscalYear{.staff = small.sato, .employment = Employment::FiscalYear};
    fiscalYear.hired = QDate(2024, 4, 1);
    fiscalYear.dayMinutes = 360;
    OfficeHistory history = small.builder.history();
    history.workTerms = {{shortTime, QDate(2020, 4, 1), {}}, {fiscalYear, QDate(2024, 4, 1), {}}};
    std::vector<WorkSum> sums;
    for (const StaffId who : {small.seki, small.sato}) {
        sums.push_back({who, QDate(2026, 3, 1), QStringLiteral("leave.annual.minutes"), 360, 0});
        sums.push_back({who, QDate(2026, 4, 1), QStringLiteral("leave.annual.minutes"), 720, 0});
        sums.push_back({who, QDate(2026, 11, 1), QStringLiteral("leave.annual.half_days"), 1, 0});
    }

    const WorkSheet sheet =
        makeWorkSheet(*history.at(QDate(2026, 11, 24), history.revision), history, shipped(), kWorkMonth, {}, sums, {});

    EXPECT_EQ(rowOf(sheet, small.seki).leaveMinutes, 360 + 720 + 180);
    EXPECT_EQ(rowOf(sheet, small.seki).dayMinutes, 360);
    EXPECT_EQ(rowOf(sheet, small.sato).leaveMinutes, 720 + 180) << "March was another year's";
}

TEST(WorkSheet, CountsOfADayWhatWasConfirmedAndElseWhatWasOrdered)
{
    const SmallOffice small;
    const WorkSheet sheet =
        sheetOf(small,
                {on(small.sato, "overtime.order.minutes", 10, 120), on(small.sato, "overtime.minutes", 10, 90),
                 on(small.sato, "overtime.order.minutes", 11, 20), on(small.sato, "overtime.minutes", 11, 30, false),
                 on(small.sato, "overtime.order.minutes", 12, 60), on(small.sato, "overtime.order.minutes", 27, 45),
                 on(small.seki, "overtime.order.minutes", 13, 60), on(small.seki, "overtime.order.minutes", 13, -60)});

    const WorkRow &sato = rowOf(sheet, small.sato);
    EXPECT_EQ(sato.minutes, 90 + 20 + 60 + 45) << "what is decided";
    EXPECT_EQ(sato.asked, 10) << "the result of the 11th";
    EXPECT_EQ(sato.waiting, 30);
    EXPECT_EQ(sato.waitingOn, std::vector({QDate(2026, 11, 11)}));
    EXPECT_EQ(sato.missing, 1) << "the 12th; the 27th is still to come";
    EXPECT_EQ(sato.missingOn, std::vector({QDate(2026, 11, 12)}));
    EXPECT_EQ(rowOf(sheet, small.seki).missing, 0) << "its order was cancelled";
    EXPECT_EQ(rowOf(sheet, small.seki).minutes, 0);
    EXPECT_EQ(sheet.rows.size(), 19u) << "everybody with a post, with or without overtime";
}

TEST(WorkSheet, CountsOfAClosedMonthOnlyWhatIsPaid)
{
    const SmallOffice small;
    const std::vector<WorkPosting> postings{on(small.sato, "overtime.order.minutes", 10, 120),
                                            on(small.sato, "overtime.minutes", 10, 90),
                                            on(small.sato, "overtime.order.minutes", 12, 60)};
    const MonthClose close{kWorkMonth, true, {}, small.kato, Instant(1)};
    const MonthClose opened{kWorkMonth, false, QStringLiteral("訂正"), small.kato, Instant(2)};

    EXPECT_EQ(rowOf(sheetOf(small, postings), small.sato).minutes, 150);
    EXPECT_EQ(rowOf(sheetOf(small, postings, {}, {close}), small.sato).minutes, 90);
    EXPECT_EQ(rowOf(sheetOf(small, postings, {}, {close}), small.sato).year, 90);
    EXPECT_EQ(rowOf(sheetOf(small, postings, {}, {close, opened}), small.sato).minutes, 150);
}

TEST(WorkSheet, KnowsHowNearSomebodyIsToALimit)
{
    const SmallOffice small;
    const std::map<StaffId, OvertimeMonths> before{
        {small.sato, {{QDate(2026, 10, 1), {1260}}, {QDate(2026, 3, 1), {600}}}}};

    EXPECT_EQ(rowOf(sheetOf(small, {on(small.sato, "overtime.minutes", 10, 600)}), small.sato).tone, LimitTone::Fine);
    const WorkSheet near = sheetOf(small, {on(small.sato, "overtime.minutes", 10, 2700)}, {}, {}, before);
    EXPECT_EQ(rowOf(near, small.sato).tone, LimitTone::Near) << "45 hours are allowed";
    EXPECT_EQ(rowOf(near, small.sato).year, 2700 + 1260) << "March lies in the year before";
    EXPECT_EQ(rowOf(sheetOf(small, {on(small.sato, "overtime.minutes", 10, 2701)}), small.sato).tone, LimitTone::Over);
    const WorkSheet asked = sheetOf(small, {on(small.sato, "overtime.order.minutes", 10, 2701, false)});
    EXPECT_EQ(rowOf(asked, small.sato).tone, LimitTone::Fine) << "nobody has decided it";
    EXPECT_EQ(rowOf(asked, small.sato).asked, 2701);
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

TEST(WorkSheet, BeginsWithTheOldestMonthThatIsOpen)
{
    const auto close = [](const QDate &month, bool closed) {
        return MonthClose{month, closed, {}, StaffId(1), Instant(1)};
    };
    const QDate today(2026, 11, 24);
    const QDate october(2026, 10, 1);

    EXPECT_EQ(oldestOpenMonth({}, today), october) << "none was ever closed";
    EXPECT_EQ(oldestOpenMonth({close({2026, 8, 1}, true)}, today), QDate(2026, 9, 1));
    EXPECT_EQ(
        oldestOpenMonth({close({2026, 8, 1}, true), close({2026, 9, 1}, true), close({2026, 8, 1}, false)}, today),
        QDate(2026, 8, 1))
        << "opened again";
    EXPECT_EQ(oldestOpenMonth({close({2026, 9, 1}, true), close(october, true)}, today), QDate(2026, 11, 1))
        << "all that are over are closed";
}

TEST(WorkSheet, GoesByWhatStandsOfAResult)
{
    const SmallOffice small;
    const WorkSheet sheet =
        sheetOf(small,
                {on(small.sato, "overtime.order.minutes", 10, 120), on(small.sato, "overtime.minutes", 10, 90),
                 on(small.sato, "overtime.minutes", 10, -90), on(small.seki, "overtime.order.minutes", 10, 120),
                 on(small.seki, "overtime.minutes", 10, 90), on(small.seki, "overtime.minutes", 10, -90),
                 on(small.seki, "overtime.minutes", 10, 60, false)});

    EXPECT_EQ(rowOf(sheet, small.sato).minutes, 120) << "its result was cancelled: the order counts again";
    EXPECT_EQ(rowOf(sheet, small.sato).missing, 1);
    EXPECT_EQ(rowOf(sheet, small.seki).minutes, 120) << "another result waits";
    EXPECT_EQ(rowOf(sheet, small.seki).waiting, 60);
    EXPECT_EQ(rowOf(sheet, small.seki).missing, 0);
}

TEST(WorkSheet, AResultOfTheEveningAnswersAnOrderPastMidnight)
{
    const SmallOffice small;
    const WorkSheet sheet = sheetOf(small,
                                    {on(small.sato, "overtime.order.minutes", 10, 120, true, 1320),
                                     on(small.sato, "overtime.order.minutes", 11, 60, true, 0),
                                     on(small.sato, "overtime.minutes", 10, 90, true, 1320),
                                     on(small.seki, "overtime.order.minutes", 10, 120, true, 1320),
                                     on(small.seki, "overtime.order.minutes", 11, 60, true, 0),
                                     on(small.seki, "overtime.order.minutes", 11, 45)});

    EXPECT_EQ(rowOf(sheet, small.sato).missing, 0) << "nothing of the 11th is left to report";
    EXPECT_EQ(rowOf(sheet, small.sato).minutes, 90);
    EXPECT_EQ(rowOf(sheet, small.seki).missing, 2) << "the night, and the evening after it";
    EXPECT_EQ(rowOf(sheet, small.seki).minutes, 120 + 60 + 45);
}

TEST(WorkSheet, CountsOfANightIntoTheMonthWhatLiesInIt)
{
    const SmallOffice small;
    WorkPosting evening = on(small.sato, "overtime.order.minutes", 1, 120, true, 1320);
    evening.day = QDate(2026, 10, 31);
    const WorkPosting night = on(small.sato, "overtime.order.minutes", 1, 60, true, 0);
    WorkPosting worked = on(small.sato, "overtime.minutes", 1, 120, true, 1320);
    worked.day = QDate(2026, 10, 31);

    EXPECT_EQ(rowOf(sheetOf(small, {evening, night}), small.sato).minutes, 60);
    EXPECT_EQ(rowOf(sheetOf(small, {evening, night}), small.sato).missing, 0) << "it is missing in October";
    EXPECT_EQ(rowOf(sheetOf(small, {evening, night, worked}), small.sato).minutes, 0) << "it ended at midnight";
}

TEST(WorkSheet, SaysHowFarEverySectionIs)
{
    const SmallOffice small;
    const WorkSheet sheet =
        sheetOf(small,
                {on(small.sato, "overtime.order.minutes", 10, 120), on(small.seki, "overtime.minutes", 11, 30, false),
                 on(small.zushi, "overtime.order.minutes", 10, 60), on(small.zushi, "overtime.minutes", 10, 60)});

    const auto section = [&](SectionId id) {
        return *std::find_if(sheet.sections.begin(), sheet.sections.end(),
                             [id](const SectionWork &one) { return one.id == id; });
    };
    EXPECT_EQ(section(small.affairs), (SectionWork{small.affairs, QStringLiteral("総務課"), 6, 1, 1}));
    EXPECT_FALSE(section(small.affairs).settled());
    EXPECT_TRUE(section(small.finance).settled());
    EXPECT_EQ(section(small.finance).people, 3);
    int people = 0;
    for (const SectionWork &one : sheet.sections)
        people += one.people;
    EXPECT_EQ(size_t(people), sheet.rows.size()) << "everybody is in one of them";
}

} // namespace kessai::test
