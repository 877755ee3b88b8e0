// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"
#include "tests/forms/situation.h"

#include <random>

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

/// The whole of Saturday 2026-11-28 for Wednesday 12-02; today is Tuesday 11-24.
QJsonObject wholeSaturday()
{
    return {{u"day"_s, u"2026-11-28"_s},
            {u"start"_s, at("8:30")},
            {u"end"_s, at("17:15")},
            {u"break"_s, 60},
            {u"work_item"_s, u"総合防災訓練"_s},
            {u"remedy"_s, u"exchange"_s},
            {u"given_day"_s, u"2026-12-02"_s},
            {u"reason"_s, u"市民が集まれる日に行うため"_s}};
}

QJsonObject fourHours(const char *side, const char *start = "9:00", const char *end = "13:00", qint64 rest = 0)
{
    return with(wholeSaturday(),
                {{u"start"_s, at(start)},
                 {u"end"_s, at(end)},
                 {u"break"_s, rest},
                 {u"remedy"_s, u"four_hours"_s},
                 {u"given_side"_s, QLatin1String(side)}});
}

QJsonObject paid(QJsonObject fields)
{
    return with(std::move(fields), {{u"remedy"_s, u"pay"_s}, {u"given_day"_s, QJsonValue::Undefined}});
}

/// Holidays that are still to come: Tuesday 2026-12-29 is a closing day.
QJsonObject closingDay(const QString &given)
{
    return with(wholeSaturday(), {{u"day"_s, u"2026-12-29"_s}, {u"remedy"_s, u"daikyu"_s}, {u"given_day"_s, given}});
}

/// Answers the questions about a ledger with entries, each counted as decided.
void enter(Situation &here, const QJsonObject &fields, const QString &ledger, const std::vector<LedgerEntry> &entries)
{
    bool asked = false;
    for (const LedgerQuery &question : form("weekend_duty").questions(fields, here.drafter, here.parameters)) {
        if (question.ledger != ledger)
            continue;
        asked = true;
        LedgerAnswer answer{question.name};
        for (const LedgerEntry &entry : entries) {
            if (question.from <= entry.day && entry.day <= question.until)
                answer.entries.push_back(entry);
        }
        here.answers.push_back(answer);
    }
    ASSERT_TRUE(asked) << ledger.toStdString();
}

LedgerEntry entry(const char *day, const char *start, const char *end)
{
    return {QDate::fromString(QLatin1String(day), Qt::ISODate), at(end) - at(start), static_cast<int>(at(start)), true};
}

Posting posted(const char *ledger, const char *day, const char *start, const char *end)
{
    const LedgerEntry one = entry(day, start, end);
    return {QLatin1String(ledger), u"staff:6"_s, one.day, one.amount, one.start};
}

std::vector<Posting> postingsFor(const QJsonObject &fields)
{
    return form("weekend_duty").postings(fields, kClerk, shippedParameters());
}

QString textOn(const Situation &here, const QJsonObject &fields, const char *field)
{
    const auto finding = findingOn(here.check(form("weekend_duty"), fields), field);
    return finding ? finding->text.ja : QString();
}

} // namespace

TEST(WeekendDuty, AcceptsEveryRemedy)
{
    const Form &duty = form("weekend_duty");

    EXPECT_EQ(summary(Situation().check(duty, wholeSaturday())), QString());
    EXPECT_EQ(summary(Situation().check(duty, fourHours("end"))), QString());
    EXPECT_EQ(summary(Situation().check(duty, fourHours("start"))), QString());
    EXPECT_EQ(summary(Situation().check(duty, closingDay(u"2027-01-12"_s))), QString());
    EXPECT_EQ(summary(Situation().check(
                  duty, paid(with(wholeSaturday(), {{u"end"_s, at("12:00")}, {u"break"_s, QJsonValue::Undefined}})))),
              QString());
}

TEST(WeekendDuty, TitleSaysWhenAndWhatForIt)
{
    const Form &duty = form("weekend_duty");

    EXPECT_EQ(duty.title(wholeSaturday(), shippedParameters()),
              u"週休日・休日勤務命令（11月28日・土 8:30〜17:15 →12月2日・水 振替 総合防災訓練）"_s);
    EXPECT_EQ(duty.title(fourHours("end"), shippedParameters()),
              u"週休日・休日勤務命令（11月28日・土 9:00〜13:00 →12月2日・水 4時間 総合防災訓練）"_s);
    EXPECT_EQ(duty.title(closingDay(u"2027-01-12"_s), shippedParameters()),
              u"週休日・休日勤務命令（12月29日・火 8:30〜17:15 →1月12日・火 代休 総合防災訓練）"_s);
    EXPECT_EQ(duty.title(paid(wholeSaturday()), shippedParameters()),
              u"週休日・休日勤務命令（11月28日・土 8:30〜17:15 総合防災訓練）"_s);
    EXPECT_EQ(duty.title({}, shippedParameters()), u"週休日・休日勤務命令"_s);
}

TEST(WeekendDuty, ComputesWhatFallsAwayAndWhen)
{
    const Situation here;
    const auto texts = form("weekend_duty").computed(wholeSaturday(), here.context());

    EXPECT_EQ(texts.value(u"kind"_s).ja, u"週休日"_s);
    EXPECT_EQ(texts.value(u"duration"_s).ja, u"7時間45分"_s);
    EXPECT_EQ(texts.value(u"window"_s).ja, u"10月31日から1月23日まで"_s);
    EXPECT_EQ(texts.value(u"given_hours"_s).ja, u"8:30〜12:00、13:00〜17:15（7時間45分）"_s);
    const auto four = form("weekend_duty").computed(fourHours("end"), here.context());
    EXPECT_EQ(four.value(u"given_hours"_s).ja, u"13:15〜17:15（4時間）"_s);
    const auto holiday = form("weekend_duty").computed({{u"day"_s, u"2027-01-01"_s}}, here.context());
    EXPECT_EQ(holiday.value(u"kind"_s).ja, u"休日（元日）"_s);
    EXPECT_FALSE(holiday.contains(u"window"_s));
}

TEST(WeekendDuty, OT_F2_AWholeExchangeMovesTheHoursOfTheShift)
{
    EXPECT_EQ(postingsFor(wholeSaturday()),
              (std::vector<Posting>{posted("duty.added.minutes", "2026-11-28", "8:30", "12:00"),
                                    posted("duty.added.minutes", "2026-11-28", "13:00", "17:15"),
                                    posted("duty.removed.minutes", "2026-12-02", "8:30", "12:00"),
                                    posted("duty.removed.minutes", "2026-12-02", "13:00", "17:15")}));
    // What goes beyond the hours of a day is ordered like overtime.
    EXPECT_EQ(postingsFor(with(wholeSaturday(), {{u"start"_s, at("7:00")}, {u"end"_s, at("19:00")}})),
              (std::vector<Posting>{posted("duty.added.minutes", "2026-11-28", "8:30", "12:00"),
                                    posted("duty.added.minutes", "2026-11-28", "13:00", "17:15"),
                                    posted("duty.removed.minutes", "2026-12-02", "8:30", "12:00"),
                                    posted("duty.removed.minutes", "2026-12-02", "13:00", "17:15"),
                                    posted("overtime.order.minutes", "2026-11-28", "7:00", "8:30"),
                                    posted("overtime.order.minutes", "2026-11-28", "17:15", "19:00")}));
}

TEST(WeekendDuty, OT_F7_FourHoursMoveFromTheBeginOrTheEnd)
{
    EXPECT_EQ(postingsFor(fourHours("end")),
              (std::vector<Posting>{posted("duty.added.minutes", "2026-11-28", "9:00", "13:00"),
                                    posted("duty.removed.minutes", "2026-12-02", "13:15", "17:15")}));
    EXPECT_EQ(postingsFor(fourHours("start")),
              (std::vector<Posting>{posted("duty.added.minutes", "2026-11-28", "9:00", "13:00"),
                                    posted("duty.removed.minutes", "2026-12-02", "8:30", "12:00"),
                                    posted("duty.removed.minutes", "2026-12-02", "13:00", "13:30")}));
    // The fifth hour is overtime.
    EXPECT_EQ(postingsFor(fourHours("end", "9:00", "15:00", 60)),
              (std::vector<Posting>{posted("duty.added.minutes", "2026-11-28", "9:00", "12:00"),
                                    posted("duty.added.minutes", "2026-11-28", "13:00", "14:00"),
                                    posted("duty.removed.minutes", "2026-12-02", "13:15", "17:15"),
                                    posted("overtime.order.minutes", "2026-11-28", "14:00", "15:00")}));
}

TEST(WeekendDuty, OT_F5_ADaikyuExcusesTheDayGiven)
{
    EXPECT_EQ(postingsFor(closingDay(u"2027-01-12"_s)),
              (std::vector<Posting>{posted("duty.added.minutes", "2026-12-29", "8:30", "12:00"),
                                    posted("duty.added.minutes", "2026-12-29", "13:00", "17:15"),
                                    posted("duty.daikyu.minutes", "2027-01-12", "8:30", "12:00"),
                                    posted("duty.daikyu.minutes", "2027-01-12", "13:00", "17:15")}));
}

TEST(WeekendDuty, PaidWorkIsOrderedLikeOvertime)
{
    EXPECT_EQ(postingsFor(paid(wholeSaturday())),
              (std::vector<Posting>{posted("overtime.order.minutes", "2026-11-28", "8:30", "12:00"),
                                    posted("overtime.order.minutes", "2026-11-28", "13:00", "17:15")}));
    EXPECT_EQ(postingsFor(paid(
                  with(wholeSaturday(), {{u"day"_s, u"2026-12-29"_s}, {u"end"_s, at("18:00")}, {u"break"_s, 60}}))),
              (std::vector<Posting>{posted("overtime.holiday.order.minutes", "2026-12-29", "8:30", "12:00"),
                                    posted("overtime.holiday.order.minutes", "2026-12-29", "13:00", "17:15"),
                                    posted("overtime.order.minutes", "2026-12-29", "17:15", "18:00")}));
    // Saturday night into Sunday: each day for itself.
    EXPECT_EQ(
        postingsFor(paid(with(wholeSaturday(), {{u"start"_s, at("20:00")}, {u"end"_s, at("26:00")}, {u"break"_s, 0}}))),
        (std::vector<Posting>{posted("overtime.order.minutes", "2026-11-28", "20:00", "24:00"),
                              posted("overtime.order.minutes", "2026-11-29", "0:00", "2:00")}));
}

struct DutyRow {
    const char *name;
    QJsonObject fields;
    QString expected;
};
void PrintTo(const DutyRow &row, std::ostream *out)
{
    *out << row.name;
}

class DutyCheck : public testing::TestWithParam<DutyRow> {};

TEST_P(DutyCheck, Finds)
{
    const auto findings = Situation().check(form("weekend_duty"), GetParam().fields);

    EXPECT_EQ(summary(findings), GetParam().expected);
    for (const Finding &finding : findings) {
        EXPECT_FALSE(finding.text.ja.isEmpty() || finding.text.en.isEmpty());
        EXPECT_FALSE(finding.text.ja.contains(u'%') || finding.text.en.contains(u'%')) << qPrintable(finding.text.ja);
    }
}

INSTANTIATE_TEST_SUITE_P(
    , DutyCheck,
    testing::Values(
        DutyRow{"NothingFilledIn", {}, u"error:day error:start error:end error:work_item error:remedy error:reason"_s},
        DutyRow{"ADayGivenIsNeeded", with(wholeSaturday(), {{u"given_day"_s, QJsonValue::Undefined}}),
                u"error:given_day"_s},
        DutyRow{"WhichFourHoursIsNeeded", with(fourHours("end"), {{u"given_side"_s, QJsonValue::Undefined}}),
                u"error:given_side"_s},
        DutyRow{"AWorkingDay", with(wholeSaturday(), {{u"day"_s, u"2026-11-27"_s}}), u"error:day"_s},
        DutyRow{"AWorkingDayForPay", paid(with(wholeSaturday(), {{u"day"_s, u"2026-11-27"_s}})), u"error:day"_s},
        DutyRow{"AHolidayIsNotExchanged", with(wholeSaturday(), {{u"day"_s, u"2026-12-29"_s}}), u"error:remedy"_s},
        DutyRow{"ASaturdayHasNoDaikyu", with(wholeSaturday(), {{u"remedy"_s, u"daikyu"_s}}), u"error:remedy"_s},
        DutyRow{"TheDayGivenIsASunday", with(wholeSaturday(), {{u"given_day"_s, u"2026-11-29"_s}}),
                u"error:given_day"_s},
        DutyRow{"TheDayGivenIsAHoliday", with(wholeSaturday(), {{u"given_day"_s, u"2026-12-31"_s}}),
                u"error:given_day"_s},
        DutyRow{"TheDayItself", with(wholeSaturday(), {{u"given_day"_s, u"2026-11-28"_s}}), u"error:given_day"_s},
        DutyRow{"OT_F1_LastDay", with(wholeSaturday(), {{u"given_day"_s, u"2027-01-22"_s}}), u""_s},
        DutyRow{"OT_F1_BeyondIt", with(wholeSaturday(), {{u"given_day"_s, u"2027-01-25"_s}}), u"error:given_day"_s},
        DutyRow{"ADayBeforeTheWork", with(wholeSaturday(), {{u"given_day"_s, u"2026-11-25"_s}}), u""_s},
        DutyRow{"ADayThatHasPassed", with(wholeSaturday(), {{u"given_day"_s, u"2026-11-20"_s}}), u"error:given_day"_s},
        DutyRow{"PartOfADayIsNoWholeOne",
                with(wholeSaturday(), {{u"end"_s, at("12:00")}, {u"break"_s, QJsonValue::Undefined}}), u"error:end"_s},
        DutyRow{"OneMinuteTooFew", with(wholeSaturday(), {{u"break"_s, 61}}), u"error:end"_s},
        DutyRow{"LongerThanTheDay", with(wholeSaturday(), {{u"start"_s, at("7:00")}, {u"end"_s, at("19:00")}}), u""_s},
        DutyRow{"ThreeHoursAreNotFour", fourHours("end", "9:00", "12:00"), u"error:end"_s},
        DutyRow{"FourHoursAreEnough", fourHours("end", "8:30", "12:30"), u""_s},
        DutyRow{"FourHoursBeforeTheShift", fourHours("end", "7:00", "11:00"), u"error:end"_s},
        DutyRow{"AWholeDayForFourHours", fourHours("end", "8:30", "17:15", 60), u"warning:remedy"_s},
        DutyRow{"OT_F5_PartOfAHoliday", with(closingDay(u"2027-01-12"_s), {{u"end"_s, at("17:00")}}), u"error:end"_s},
        DutyRow{"OT_F5_ADaikyuBeforeTheHoliday", closingDay(u"2026-12-28"_s), u"error:given_day"_s},
        DutyRow{"OT_F5_ADaikyuNineWeeksLater", closingDay(u"2027-03-01"_s), u"error:given_day"_s},
        DutyRow{"PayWhereAnExchangeCouldBe", paid(wholeSaturday()), u"warning:remedy"_s},
        DutyRow{"PayForAHoliday", paid(with(wholeSaturday(), {{u"day"_s, u"2026-12-29"_s}})), u""_s},
        DutyRow{"BreakOfALongDay",
                with(wholeSaturday(), {{u"start"_s, at("8:30")}, {u"end"_s, at("17:15")}, {u"break"_s, 0}}),
                u"warning:break"_s},
        DutyRow{"NoBreakIsNeededForSixHours",
                paid(with(wholeSaturday(),
                          {{u"start"_s, at("13:00")}, {u"end"_s, at("16:00")}, {u"break"_s, QJsonValue::Undefined}})),
                u""_s},
        DutyRow{"EndBeforeStart", with(wholeSaturday(), {{u"end"_s, at("8:00")}}), u"error:end"_s},
        DutyRow{"LongerThanADay",
                paid(with(wholeSaturday(), {{u"start"_s, 0}, {u"end"_s, at("25:01")}, {u"break"_s, 60}})),
                u"error:end warning:remedy"_s},
        DutyRow{"SundayNightIntoMonday",
                paid(with(wholeSaturday(),
                          {{u"day"_s, u"2026-11-29"_s}, {u"start"_s, at("22:00")}, {u"end"_s, at("33:00")}})),
                u"warning:remedy error:end"_s},
        DutyRow{
            "SundayNightUpToMonday",
            paid(with(
                wholeSaturday(),
                {{u"day"_s, u"2026-11-29"_s}, {u"start"_s, at("22:00")}, {u"end"_s, at("25:00")}, {u"break"_s, 0}})),
            u""_s},
        DutyRow{"PassedAndNotMarked", with(wholeSaturday(), {{u"day"_s, u"2026-11-22"_s}}), u"error:remedy"_s},
        DutyRow{"PassedAndMarked",
                with(wholeSaturday(),
                     {{u"day"_s, u"2026-11-22"_s}, {u"after"_s, true}, {u"after_reason"_s, u"大雨の対応"_s}}),
                u"error:remedy"_s},
        DutyRow{"PassedAndPaid",
                paid(with(wholeSaturday(),
                          {{u"day"_s, u"2026-11-22"_s}, {u"after"_s, true}, {u"after_reason"_s, u"大雨の対応"_s}})),
                u"warning:remedy"_s},
        DutyRow{"SlipInTheYear", with(wholeSaturday(), {{u"day"_s, u"2062-11-25"_s}}), u"error:day error:given_day"_s}),
    [](const auto &row) { return row.param.name; });

TEST(WeekendDuty, OT_F5_ADaikyuIsDesignatedOnTheDayBeforeAtTheLatest)
{
    Situation eve;
    eve.today = QDate(2026, 12, 28);
    Situation day;
    day.today = QDate(2026, 12, 29);

    EXPECT_EQ(summary(eve.check(form("weekend_duty"), closingDay(u"2027-01-12"_s))), QString());
    EXPECT_EQ(summary(day.check(form("weekend_duty"), closingDay(u"2027-01-12"_s))), u"error:remedy"_s);
}

TEST(WeekendDuty, RefusesADayThatWasGivenOrTakenAlready)
{
    const std::vector<LedgerEntry> wednesday{entry("2026-12-02", "8:30", "12:00"),
                                             entry("2026-12-02", "13:00", "17:15")};
    Situation removed;
    enter(removed, wholeSaturday(), u"duty.removed.minutes"_s, wednesday);
    Situation daikyu;
    enter(daikyu, wholeSaturday(), u"duty.daikyu.minutes"_s, wednesday);
    Situation added;
    enter(added, wholeSaturday(), u"duty.added.minutes"_s,
          {entry("2026-11-28", "8:30", "12:00"), entry("2026-11-28", "13:00", "17:15")});

    EXPECT_EQ(textOn(removed, wholeSaturday(), "given_day"), u"12月2日（水）は、すでに振替で週休日になっています。"_s);
    EXPECT_EQ(textOn(daikyu, wholeSaturday(), "given_day"), u"12月2日（水）は、すでに代休日に指定されています。"_s);
    EXPECT_EQ(textOn(added, wholeSaturday(), "day"), u"11月28日（土）は、すでに振替・代休で勤務日になっています。"_s);
}

TEST(WeekendDuty, RefusesTwoChangesThatWouldMakeADay)
{
    Situation here;
    enter(here, fourHours("start"), u"duty.removed.minutes"_s, {entry("2026-12-02", "13:15", "17:15")});

    EXPECT_EQ(textOn(here, fourHours("start"), "given_day"),
              u"12月2日の勤務時間は 3時間45分だけです。4時間を超える勤務日から選んでください。"_s);
}

TEST(WeekendDuty, RefusesADayWithLeave)
{
    Situation leave;
    enter(leave, wholeSaturday(), u"absence.minutes"_s, {entry("2026-12-02", "9:00", "10:00")});
    Situation compensated;
    enter(compensated, fourHours("end"), u"overtime.compensated.minutes"_s, {entry("2026-12-02", "13:15", "17:15")});
    Situation beside;
    enter(beside, fourHours("end"), u"absence.minutes"_s, {entry("2026-12-02", "9:00", "10:00")});

    EXPECT_EQ(textOn(leave, wholeSaturday(), "given_day"),
              u"12月2日には休暇（9:00〜10:00）があります。休暇を取り消すか、別の日を選んでください。"_s);
    EXPECT_EQ(summary(compensated.check(form("weekend_duty"), fourHours("end"))), u"error:given_day"_s);
    EXPECT_EQ(summary(beside.check(form("weekend_duty"), fourHours("end"))), QString()) << "other hours of that day";
}

TEST(WeekendDuty, RefusesHoursThatAreOrderedAlready)
{
    Situation here;
    enter(here, wholeSaturday(), u"overtime.order.minutes"_s, {entry("2026-11-28", "9:00", "11:00")});
    Situation later;
    enter(later, wholeSaturday(), u"overtime.order.minutes"_s, {entry("2026-11-28", "17:15", "19:00")});
    Situation evening;
    enter(evening, wholeSaturday(), u"overtime.order.minutes"_s, {entry("2026-12-02", "17:15", "19:00")});

    EXPECT_EQ(textOn(here, wholeSaturday(), "start"), u"11月28日の 9:00〜11:00には、すでに別の勤務命令があります。"_s);
    EXPECT_EQ(summary(later.check(form("weekend_duty"), wholeSaturday())), QString());
    EXPECT_EQ(summary(evening.check(form("weekend_duty"), wholeSaturday())), u"warning:given_day"_s);
}

TEST(WeekendDuty, KeepsFourDaysOffAndTheRowShort)
{
    // Four of the days off of these weeks are days of duty already.
    Situation here;
    std::vector<LedgerEntry> added;
    for (const char *day : {"2026-11-29", "2026-12-05", "2026-12-06", "2026-12-12"})
        added.push_back(entry(day, "8:30", "16:15"));
    const QJsonObject far = with(wholeSaturday(), {{u"given_day"_s, u"2027-01-18"_s}});
    enter(here, far, u"duty.added.minutes"_s, added);

    EXPECT_EQ(textOn(here, far, "given_day"),
              u"4週間の週休日が 3日になります。4日以上残るように、近い日を選んでください。"_s);
}

TEST(WeekendDuty, TellsManagersThatThereIsNoPay)
{
    OfficeRows rows = sampleRows();
    rows.workTerms = {{.staff = kClerk, .managerial = true}};
    const Office office(QDate(2026, 11, 24), 1, std::move(rows));
    const FormContext context{kClerk, QDate(2026, 11, 24), office, shippedParameters(), {}, 0};

    const auto findings = form("weekend_duty").check(paid(wholeSaturday()), context);

    ASSERT_EQ(findings.size(), 1U);
    EXPECT_TRUE(findings.front().text.ja.contains(u"管理職手当"_s));
}

TEST(WeekendDuty, ThoseWithFewerHoursExchangeTheirOwnDay)
{
    OfficeRows rows = sampleRows();
    rows.workTerms = {{.staff = kClerk, .employment = Employment::ShortTime, .dayMinutes = 360}};
    const Office office(QDate(2026, 11, 24), 1, std::move(rows));
    const FormContext context{kClerk, QDate(2026, 11, 24), office, shippedParameters(), {}, 0};
    const auto until = [](const char *end) {
        return with(wholeSaturday(), {{u"end"_s, at(end)}, {u"day_minutes"_s, 360}});
    };
    const auto found = [&](const QJsonObject &fields) { return summary(form("weekend_duty").check(fields, context)); };

    EXPECT_EQ(found(until("15:30")), QString());
    EXPECT_EQ(found(until("17:15")), QString()) << "what goes beyond their day is ordered like overtime";
    EXPECT_EQ(found(with(wholeSaturday(), {{u"end"_s, at("15:30")}})), u"error:day_minutes"_s);
    EXPECT_EQ(postingsFor(until("17:15")),
              (std::vector<Posting>{posted("duty.added.minutes", "2026-11-28", "8:30", "12:00"),
                                    posted("duty.added.minutes", "2026-11-28", "13:00", "15:30"),
                                    posted("duty.removed.minutes", "2026-12-02", "8:30", "12:00"),
                                    posted("duty.removed.minutes", "2026-12-02", "13:00", "15:30"),
                                    posted("overtime.order.minutes", "2026-11-28", "15:30", "17:15")}));
    EXPECT_EQ(summary(Situation().check(form("weekend_duty"), until("15:30"))), u"error:day_minutes"_s)
        << "everybody else has a whole day";
    EXPECT_EQ(postingsFor(with(fourHours("end"), {{u"day_minutes"_s, 360}})).back(),
              posted("duty.removed.minutes", "2026-12-02", "13:00", "15:30"));
}

TEST(WeekendDuty, ShortTimeStaffAreGivenTheirOwnDayForAHoliday)
{
    const QJsonObject fields = with(closingDay(u"2027-01-05"_s), {{u"day_minutes"_s, 360}});

    EXPECT_EQ(postingsFor(fields),
              (std::vector<Posting>{posted("duty.added.minutes", "2026-12-29", "8:30", "12:00"),
                                    posted("duty.added.minutes", "2026-12-29", "13:00", "15:30"),
                                    posted("duty.daikyu.minutes", "2027-01-05", "8:30", "12:00"),
                                    posted("duty.daikyu.minutes", "2027-01-05", "13:00", "15:30"),
                                    posted("overtime.holiday.order.minutes", "2026-12-29", "15:30", "17:15")}));
}

TEST(WeekendDuty, InsightsTellWindowWeekRowAndDaysOff)
{
    const Situation here;
    QStringList texts;
    for (const Insight &insight : form("weekend_duty").insights(wholeSaturday(), here.context())) {
        texts += insight.text.ja + (insight.remarkable ? u"!"_s : u""_s);
        EXPECT_FALSE(insight.text.en.isEmpty() || insight.text.en.contains(u'%'));
    }

    EXPECT_EQ(
        texts,
        (QStringList{
            u"振替は 10月31日から1月23日までの勤務日にできます"_s,
            u"11月22日〜11月28日の週の勤務は 38時間45分（割増しなし）"_s,
            u"11月29日〜12月5日の週の勤務は 31時間（割増しなし）"_s, u"この勤務で、勤務日が 6日続きます（24日まで）"_s,
            u"11月15日からの4週間の週休日は 8日（11/15日、11/21土、11/22日、11/29日、12/2水、12/5土、12/6日、12/12土）"_s}))
        << "the 23rd is a holiday, so the week stays within its hours";
}

TEST(WeekendDuty, InsightsTellWhatALongerWeekCosts)
{
    const Situation here;
    const QJsonObject across = with(wholeSaturday(), {{u"day"_s, u"2026-12-05"_s}, {u"given_day"_s, u"2026-12-09"_s}});
    const auto insights = form("weekend_duty").insights(across, here.context());

    ASSERT_GE(insights.size(), 2U);
    EXPECT_EQ(
        insights[1].text.ja,
        u"11月29日〜12月5日の週の勤務は 46時間30分。38時間45分を超える最大 7時間45分に 25/100 の手当が付きます（休暇の時間は差し引きます）"_s);
    EXPECT_TRUE(insights[1].remarkable);
}

TEST(WeekendDuty, InsightsOfPaidWorkNameTheWindowTheMinutesAndTheLimits)
{
    const Situation here;
    QStringList texts;
    for (const Insight &insight : form("weekend_duty").insights(paid(wholeSaturday()), here.context()))
        texts += insight.text.ja;

    EXPECT_EQ(texts,
              (QStringList{u"振替は 10月31日から1月23日までの勤務日にできます"_s,
                           u"手当を支給する勤務は 7時間45分です"_s, u"11月は 7時間45分 / 45時間 の見込みです"_s,
                           u"4月からの1年は 7時間45分 / 360時間 の見込みです"_s}));
}

TEST(WeekendDuty, FactsTellPaidMinutesFromOthers)
{
    const Form &duty = form("weekend_duty");
    const QJsonObject longer = with(wholeSaturday(), {{u"end"_s, at("19:00")}});

    EXPECT_EQ(duty.facts(longer, shippedParameters()).value(u"minutes"_s), 570);
    EXPECT_EQ(duty.facts(longer, shippedParameters()).value(u"paid_minutes"_s), 105);
    EXPECT_EQ(duty.facts(paid(wholeSaturday()), shippedParameters()).value(u"paid_minutes"_s), 465);
    EXPECT_EQ(duty.facts(closingDay(u"2027-01-12"_s), shippedParameters()).value(u"holiday"_s), true);
}

TEST(WeekendDuty, OrdersWithoutErrorsMoveAsMuchAsTheyGive)
{
    static const QStringList kRemedies{u"exchange"_s, u"four_hours"_s, u"daikyu"_s, u"pay"_s};
    std::mt19937 random(20261128);
    const Situation here;
    const Form &duty = form("weekend_duty");
    std::map<QString, int> sound;
    for (int round = 0; round < 8000; ++round) {
        QJsonObject fields = wholeSaturday();
        const QDate day = here.today.addDays(static_cast<int>(random() % 50));
        const QString remedy = kRemedies.at(static_cast<qsizetype>(random() % 4));
        fields.insert(u"day"_s, day.toString(Qt::ISODate));
        fields.insert(u"remedy"_s, remedy);
        fields.insert(u"given_day"_s, day.addDays(static_cast<int>(random() % 60)).toString(Qt::ISODate));
        fields.insert(u"given_side"_s, random() % 2 == 0 ? u"start"_s : u"end"_s);
        if (random() % 2 == 0) {
            fields.insert(u"start"_s, static_cast<qint64>(480 + random() % 20 * 15));
            fields.insert(u"end"_s, static_cast<qint64>(720 + random() % 60 * 15));
            fields.insert(u"break"_s, static_cast<qint64>(random() % 3 * 30));
        }
        if (hasErrors(here.check(duty, fields)))
            continue;
        ++sound[remedy];
        std::map<QString, qint64> sums;
        for (const Posting &posting : duty.postings(fields, kClerk, shippedParameters())) {
            ASSERT_GT(posting.amount, 0);
            ASSERT_TRUE(posting.start);
            sums[posting.ledger] += posting.amount;
        }
        const qint64 added = sums[u"duty.added.minutes"_s];
        ASSERT_EQ(added, sums[u"duty.removed.minutes"_s] + sums[u"duty.daikyu.minutes"_s]);
        ASSERT_EQ(added, remedy == u"pay"_s ? 0 : remedy == u"four_hours"_s ? 240 : 465);
        ASSERT_EQ(added + sums[u"overtime.order.minutes"_s] + sums[u"overtime.holiday.order.minutes"_s],
                  duty.facts(fields, shippedParameters()).value(u"minutes"_s).toInteger());
    }
    for (const QString &remedy : kRemedies)
        EXPECT_GT(sound[remedy], 20) << remedy.toStdString();
}

TEST(WeekendDuty, ACancellationGivesTheHoursBack)
{
    const QJsonObject back = cancelling(wholeSaturday(), {CaseId(5), u"R8-1"_s, 1, u"訓練の中止"_s});

    const auto postings = postingsOf(form("weekend_duty"), back, kClerk, shippedParameters());

    ASSERT_EQ(postings.size(), 4U);
    EXPECT_EQ(postings.front().amount, -210);
    EXPECT_EQ(postings.front().start, static_cast<int>(at("8:30")));
}

TEST(WeekendDuty, ForbidsPaidWorkWhileARequestAgainstItHolds)
{
    Situation here;
    const auto about = [&](const QJsonObject &fields, const QString &restriction) {
        QStringList found;
        for (const Finding &finding :
             here.check(form("weekend_duty"), with(fields, {{u"restriction"_s, restriction}}))) {
            if (finding.field == u"restriction"_s)
                found += (finding.severity == Finding::Severity::Error ? u"error "_s : u"warning "_s) + finding.text.ja;
        }
        return found.join(u'|');
    };

    EXPECT_EQ(about(paid(wholeSaturday()), u"maternity"_s),
              u"error 妊産婦の請求がある間は、時間外勤務・休日勤務を命令できません。"_s);
    EXPECT_TRUE(about(paid(wholeSaturday()), u"exempt"_s).startsWith(u"error 育児・介護による免除"_s));
    EXPECT_EQ(about(paid(wholeSaturday()), u"limited"_s), QString()) << "7:45 of 24 hours a month";
    EXPECT_TRUE(about(wholeSaturday(), u"exempt"_s).startsWith(u"warning "_s)) << "an exchange makes it regular duty";
    EXPECT_TRUE(about(wholeSaturday(), QString()).isEmpty());
}
