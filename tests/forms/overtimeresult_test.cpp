// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

#include <random>

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

const QDate kSaturday(2026, 11, 21);
const QDate kFriday(2026, 11, 20);

/// A result for Friday 2026-11-20, reported on the 24th.
QJsonObject worked(const char *day, const char *start, const char *end)
{
    return {{u"day"_s, QLatin1String(day)},
            {u"start"_s, at(start)},
            {u"end"_s, at(end)},
            {u"work_item"_s, u"年末調整の準備"_s}};
}

QJsonObject fridayEvening()
{
    return worked("2026-11-20", "17:30", "20:30");
}

QJsonObject andAgain(QJsonObject fields, const char *start, const char *end)
{
    return with(std::move(fields), {{u"start2"_s, at(start)}, {u"end2"_s, at(end)}});
}

LedgerEntry stretch(const QDate &day, const char *from, const char *until, bool used = true)
{
    return {day, at(until) - at(from), int(at(from)), used};
}

Situation deskWhere(std::vector<LedgerEntry> ordered, std::vector<LedgerEntry> reported = {})
{
    Situation here;
    here.answers.push_back({u"overtime.order.minutes"_s, 0, 0, std::move(ordered)});
    here.answers.push_back({u"overtime.minutes"_s, 0, 0, std::move(reported)});
    return here;
}

/// Friday's evening is ordered until half past eight.
Situation fridayOrdered()
{
    return deskWhere({stretch(kFriday, "17:30", "20:30")});
}

QStringList linesOf(const Situation &here, const QJsonObject &fields)
{
    QStringList lines;
    for (const Insight &insight : form("overtime_result").insights(fields, here.context()))
        lines += insight.text.ja;
    return lines;
}

} // namespace

TEST(OvertimeResult, AcceptsWhatWasOrdered)
{
    EXPECT_EQ(summary(fridayOrdered().check(form("overtime_result"), fridayEvening())), QString());
    EXPECT_EQ(summary(fridayOrdered().check(form("overtime_result"), worked("2026-11-20", "17:30", "19:00"))),
              QString());
}

TEST(OvertimeResult, ProposesTheHoursThatWereOrdered)
{
    const Form &result = form("overtime_result");
    const auto proposed = [&](const char *day, const Situation &here) {
        return result.proposal({{u"day"_s, QLatin1String(day)}, {u"start"_s, at("6:00")}}, here.context());
    };
    const Situation saturday = deskWhere({stretch(kSaturday, "9:00", "12:00"), stretch(kSaturday, "13:00", "17:00")});
    const QJsonValue none;

    EXPECT_EQ(proposed("2026-11-21", saturday),
              (QJsonObject{{u"start"_s, at("9:00")},
                           {u"end"_s, at("12:00")},
                           {u"start2"_s, at("13:00")},
                           {u"end2"_s, at("17:00")},
                           {u"start3"_s, none},
                           {u"end3"_s, none}}));
    EXPECT_TRUE(proposed("2026-11-20", saturday).isEmpty()) << "nothing is ordered for it";
    EXPECT_TRUE(proposed("2026-11-20", deskWhere({stretch(kFriday, "17:30", "20:30", false)})).isEmpty())
        << "it is not decided";
    EXPECT_TRUE(
        proposed("2026-11-20", deskWhere({stretch(kFriday, "17:30", "20:30")}, {stretch(kFriday, "17:30", "19:00")}))
            .isEmpty())
        << "it is reported already";
    const Situation night = deskWhere({stretch(kFriday, "22:00", "24:00"), stretch(kSaturday, "0:00", "2:00")});
    EXPECT_EQ(proposed("2026-11-20", night).value(u"end"_s), at("26:00"));
    EXPECT_TRUE(proposed("2026-11-21", night).isEmpty()) << "the night is Friday's";
}

TEST(OvertimeResult, SaysWhatAnExchangeMadeOfTheDayBesideItsKind)
{
    Situation here = deskWhere({stretch(kSaturday, "17:15", "19:00")});
    here.answers.push_back(
        {u"duty.added"_s, 465, 0, {stretch(kSaturday, "8:30", "12:00"), stretch(kSaturday, "13:00", "17:15")}});
    const QJsonObject fields = worked("2026-11-21", "17:15", "19:00");

    EXPECT_EQ(form("overtime_result").computed(fields, here.context()).value(u"kind"_s).ja, u"週休日の勤務"_s);
    EXPECT_EQ(form("overtime_result").computed(fields, Situation().context()).value(u"kind"_s).ja, u"週休日の勤務"_s)
        << "for whoever reads it later, too";
    EXPECT_TRUE(linesOf(here, fields).contains(u"振替により勤務日です。正規の勤務時間の外が時間外勤務になります"_s));
}

TEST(OvertimeResult, TitleSaysWhenAndWhat)
{
    const Form &result = form("overtime_result");

    EXPECT_EQ(result.title(fridayEvening(), shippedParameters()),
              u"時間外勤務実績（11月20日・金 17:30〜20:30 年末調整の準備）"_s);
    EXPECT_EQ(result.title(andAgain(fridayEvening(), "21:00", "25:30"), shippedParameters()),
              u"時間外勤務実績（11月20日・金 17:30〜20:30、21:00〜25:30 年末調整の準備）"_s);
    EXPECT_EQ(result.title({}, shippedParameters()), u"時間外勤務実績"_s);
}

TEST(OvertimeResult, NamesTheMinutesThatWereNotOrdered)
{
    const auto finding =
        findingOn(fridayOrdered().check(form("overtime_result"), worked("2026-11-20", "17:15", "21:00")), "ordered");

    ASSERT_TRUE(finding);
    EXPECT_EQ(finding->severity, Finding::Severity::Error);
    EXPECT_EQ(finding->text.ja,
              u"11月20日の 17:15〜17:30、20:30〜21:00は命令されていません。追加の命令を申請してください。"_s);
}

TEST(OvertimeResult, TakesAFurtherOrderAsPartOfTheOrders)
{
    const Situation here = deskWhere({stretch(kFriday, "17:30", "20:30"), stretch(kFriday, "20:30", "21:00")});

    EXPECT_EQ(summary(here.check(form("overtime_result"), worked("2026-11-20", "17:30", "21:00"))), QString());
}

TEST(OvertimeResult, WaitsForTheDecisionOfTheOrder)
{
    const auto words = [](const Situation &here) {
        const auto finding = findingOn(here.check(form("overtime_result"), fridayEvening()), "ordered");
        return finding ? finding->text.ja : QString();
    };

    EXPECT_EQ(words(deskWhere({stretch(kFriday, "17:30", "20:30", false)})),
              u"11月20日の命令は、まだ決裁されていません。決裁の後に実績を出してください。"_s);
    EXPECT_EQ(words(deskWhere({})),
              u"11月20日の時間外勤務は命令されていません。先に命令（事後申請）を申請してください。"_s);
    // What was decided and cancelled is not ordered.
    LedgerEntry back = stretch(kFriday, "17:30", "20:30");
    back.amount = -back.amount;
    EXPECT_TRUE(words(deskWhere({stretch(kFriday, "17:30", "20:30"), back})).contains(u"命令されていません"_s));
}

TEST(OvertimeResult, LetsTheBreakBeTakenAtAnotherTimeButNotLeftOut)
{
    // 9:00 to 17:00 is ordered with the noon break.
    const Situation here = deskWhere({stretch(kSaturday, "9:00", "12:00"), stretch(kSaturday, "13:00", "17:00")});

    EXPECT_EQ(
        summary(here.check(form("overtime_result"), andAgain(worked("2026-11-21", "9:00", "12:30"), "13:30", "17:00"))),
        QString());
    const auto finding =
        findingOn(here.check(form("overtime_result"), worked("2026-11-21", "9:00", "17:00")), "ordered");
    ASSERT_TRUE(finding);
    EXPECT_EQ(finding->text.ja,
              u"11月21日の実績（8時間）が、命令された時間（7時間）より長くなっています。"
              u"追加の命令を申請してください。"_s);
}

TEST(OvertimeResult, DoesNotTakeALongPauseForABreak)
{
    const Situation here = deskWhere({stretch(kSaturday, "6:00", "8:00"), stretch(kSaturday, "18:00", "22:00")});

    EXPECT_EQ(summary(here.check(form("overtime_result"), worked("2026-11-21", "9:00", "11:00"))), u"error:ordered"_s);
}

TEST(OvertimeResult, GoesOnPastMidnight)
{
    const QDate sunday = kSaturday.addDays(1);
    const Situation here = deskWhere({stretch(kSaturday, "20:00", "24:00"), stretch(sunday, "0:00", "2:00")});
    const QJsonObject night = worked("2026-11-21", "20:00", "26:00");

    EXPECT_EQ(summary(here.check(form("overtime_result"), night)), QString());
    EXPECT_EQ(form("overtime_result").computed(night, here.context()).value(u"ordered"_s).ja,
              u"20:00〜26:00（6時間）"_s);
    EXPECT_EQ(form("overtime_result").postings(night, kClerk, shippedParameters()),
              (std::vector<Posting>{{u"overtime.minutes"_s, u"staff:6"_s, kSaturday, 240, 1200},
                                    {u"overtime.minutes"_s, u"staff:6"_s, sunday, 120, 0}}));
    EXPECT_EQ(summary(here.check(form("overtime_result"), worked("2026-11-21", "20:00", "26:01"))), u"error:ordered"_s);
}

TEST(OvertimeResult, IsOneADay)
{
    Situation here = deskWhere({stretch(kFriday, "17:30", "20:30")}, {stretch(kFriday, "18:00", "19:00", false)});

    const auto finding = findingOn(here.check(form("overtime_result"), fridayEvening()), "day");

    ASSERT_TRUE(finding);
    EXPECT_EQ(finding->text.ja,
              u"11月20日の実績（18:00〜19:00）は、すでに提出されています。"
              u"直すときは、その実績を引き戻すか取り消してください。"_s);
}

TEST(OvertimeResult, LeavesTheDayAfterANightItsOwnResult)
{
    // Thursday's night went on until one o'clock of Friday.
    const QDate thursday = kFriday.addDays(-1);
    Situation here = deskWhere({stretch(kFriday, "0:00", "1:00"), stretch(kFriday, "17:30", "20:30")},
                               {stretch(thursday, "22:00", "24:00"), stretch(kFriday, "0:00", "1:00")});

    EXPECT_EQ(summary(here.check(form("overtime_result"), fridayEvening())), QString());
    EXPECT_EQ(summary(here.check(form("overtime_result"), worked("2026-11-20", "0:30", "1:00"))), u"error:start"_s);
}

struct ResultCheckRow {
    const char *name;
    QJsonObject fields;
    QString expected;
};
void PrintTo(const ResultCheckRow &row, std::ostream *out)
{
    *out << row.name;
}

class ResultCheck : public testing::TestWithParam<ResultCheckRow> {};

TEST_P(ResultCheck, Finds)
{
    const auto findings = fridayOrdered().check(form("overtime_result"), GetParam().fields);

    EXPECT_EQ(summary(findings), GetParam().expected);
    for (const Finding &finding : findings) {
        EXPECT_FALSE(finding.text.ja.isEmpty() || finding.text.en.isEmpty());
        EXPECT_FALSE(finding.text.ja.contains(u'%') || finding.text.en.contains(u'%')) << qPrintable(finding.text.ja);
    }
}

INSTANTIATE_TEST_SUITE_P(
    , ResultCheck,
    testing::Values(
        ResultCheckRow{"NothingFilledIn", {}, u"error:day error:start error:end error:work_item"_s},
        ResultCheckRow{"Tomorrow", worked("2026-11-25", "17:30", "18:00"), u"error:day"_s},
        ResultCheckRow{"SlipInTheYear", worked("2006-11-20", "17:30", "18:00"), u"error:day"_s},
        ResultCheckRow{"EndBeforeStart", worked("2026-11-20", "20:30", "17:30"), u"error:end"_s},
        ResultCheckRow{"StartAfterMidnight", worked("2026-11-20", "24:00", "25:00"), u"error:start"_s},
        ResultCheckRow{"RegularHours", worked("2026-11-20", "17:00", "20:30"), u"error:start"_s},
        ResultCheckRow{"SecondWithoutEnd", with(fridayEvening(), {{u"start2"_s, at("21:00")}}), u"error:end2"_s},
        ResultCheckRow{"SecondWithoutStart", with(fridayEvening(), {{u"end2"_s, at("21:00")}}), u"error:start2"_s},
        ResultCheckRow{"SecondInsideTheFirst", andAgain(fridayEvening(), "20:00", "20:30"), u"error:start2"_s},
        ResultCheckRow{"ABreak", andAgain(worked("2026-11-20", "17:30", "18:30"), "18:45", "20:30"), QString()},
        ResultCheckRow{
            "ThirdWithoutSecond",
            with(worked("2026-11-20", "17:30", "18:30"), {{u"start3"_s, at("19:00")}, {u"end3"_s, at("20:30")}}),
            QString()},
        ResultCheckRow{"RecordAsReported", with(fridayEvening(), {{u"log_until"_s, at("20:30")}}), QString()},
        ResultCheckRow{"RecordThirtyMinutesLater", with(fridayEvening(), {{u"log_until"_s, at("21:00")}}), QString()},
        ResultCheckRow{"RecordThirtyOneMinutesLater", with(fridayEvening(), {{u"log_until"_s, at("21:01")}}),
                       u"error:gap_reason"_s},
        ResultCheckRow{"RecordWithReason",
                       with(fridayEvening(), {{u"log_until"_s, at("21:30")}, {u"gap_reason"_s, u"電源を切り忘れた"_s}}),
                       QString()},
        // The PC was on all day.
        ResultCheckRow{"RecordFromTheMorningOfAWorkingDay", with(fridayEvening(), {{u"log_from"_s, at("8:20")}}),
                       QString()}),
    [](const auto &row) { return row.param.name; });

TEST(OvertimeResult, ShowsWhatWasOrderedAsSoonAsTheDayIsKnown)
{
    const Form &result = form("overtime_result");
    const QJsonObject day{{u"day"_s, u"2026-11-20"_s}};

    EXPECT_FALSE(result.questions(day, kClerk, shippedParameters()).empty());
    EXPECT_EQ(result.computed(day, fridayOrdered().context()).value(u"ordered"_s),
              (Bilingual{u"17:30〜20:30（3時間）"_s, u"17:30–20:30 (3 h)"_s}));
    EXPECT_EQ(result.computed(day, deskWhere({}).context()).value(u"ordered"_s).ja, u"命令はありません"_s);
    EXPECT_EQ(result.computed(day, Situation().context()).value(u"ordered"_s).ja, u"時間外勤務命令簿を参照"_s)
        << "without the ledgers nothing is known of orders";
}

TEST(OvertimeResult, ShowsWhoeverConfirmsTheHoursTheRatesAndTheMonth)
{
    const Situation here = fridayOrdered();

    EXPECT_EQ(linesOf(here, worked("2026-11-20", "17:30", "20:00")),
              (QStringList{u"命令 17:30〜20:30（3時間） → 実績 17:30〜20:00（2時間30分）"_s,
                           u"支給割合: 125/100 2時間30分"_s, u"11月は 2時間30分 / 45時間 の見込みです"_s,
                           u"4月からの1年は 2時間30分 / 360時間 の見込みです"_s}));
}

TEST(OvertimeResult, RatesGoByWhatWasWorkedInTheMonthBefore)
{
    Situation here =
        deskWhere({stretch(kFriday, "17:30", "23:00")},
                  {stretch(QDate(2026, 11, 1), "0:00", "24:00"), stretch(QDate(2026, 11, 7), "0:00", "24:00"),
                   stretch(QDate(2026, 11, 8), "0:00", "10:00")});

    // 58 hours before: two more, then 150 and 175.
    EXPECT_EQ(linesOf(here, worked("2026-11-20", "17:30", "23:00")).at(1),
              u"支給割合: 125/100 2時間、150/100 2時間30分（月60時間超）、175/100 1時間（月60時間超）"_s);
}

TEST(OvertimeResult, PaysManagersNothing)
{
    OfficeRows rows = sampleRows();
    rows.workTerms.push_back({.staff = kClerk, .managerial = true});
    Situation here = fridayOrdered();
    here.office = std::make_shared<Office>(QDate(2026, 11, 24), 1, rows);

    const QString lines = linesOf(here, fridayEvening()).join(u'\n');

    EXPECT_TRUE(lines.contains(u"管理職手当"_s));
    EXPECT_FALSE(lines.contains(u"支給割合"_s));
}

TEST(OvertimeResult, NamesTheGapToTheRecord)
{
    const QJsonObject fields =
        with(fridayEvening(), {{u"log_until"_s, at("21:30")}, {u"gap_reason"_s, u"電源を切り忘れた"_s}});

    EXPECT_EQ(linesOf(fridayOrdered(), fields).last(), u"記録との差 1時間: 電源を切り忘れた"_s);
}

TEST(OvertimeResult, FactsTellTheKindOfDay)
{
    EXPECT_EQ(form("overtime_result").facts(worked("2026-11-21", "9:00", "12:00"), shippedParameters()),
              (QJsonObject{{u"minutes"_s, 180}, {u"weekly_off"_s, true}, {u"holiday"_s, false}}));
    EXPECT_EQ(form("overtime_result").facts({}, shippedParameters()), QJsonObject());
}

// Whatever is ordered and worked: what passes is inside the orders and their breaks, and no longer than they are.
TEST(OvertimeResult, NothingPassesThatWasNotOrdered)
{
    std::mt19937 random(20261126);
    const auto within = [&random](qint64 least, qint64 most) {
        return least + qint64(random() % unsigned(most - least));
    };
    int passed = 0;
    for (int round = 0; round < 4000; ++round) {
        std::vector<LedgerEntry> ordered;
        std::vector<bool> minutes(1440, false);
        for (qint64 from = within(0, 600); from < 1400; from += within(10, 300)) {
            const qint64 until = std::min<qint64>(1440, from + within(1, 400));
            ordered.push_back({kSaturday, until - from, int(from), random() % 5 != 0});
            for (qint64 minute = from; ordered.back().used && minute < until; ++minute)
                minutes[size_t(minute)] = true;
            from = until;
        }
        const qint64 start = within(0, 1300);
        const qint64 end = start + within(1, 1440 - start);
        const QJsonObject fields{
            {u"day"_s, u"2026-11-21"_s}, {u"start"_s, start}, {u"end"_s, end}, {u"work_item"_s, u"x"_s}};

        const bool sound = !hasErrors(deskWhere(ordered).check(form("overtime_result"), fields));

        // Minute after minute: not ordered and not in a pause of at most an hour between two orders.
        bool covered = end - start <= std::count(minutes.begin(), minutes.end(), true);
        for (qint64 minute = start; minute < end && covered; ++minute) {
            if (minutes[size_t(minute)])
                continue;
            qint64 before = minute;
            while (before >= 0 && !minutes[size_t(before)])
                --before;
            qint64 after = minute;
            while (after < 1440 && !minutes[size_t(after)])
                ++after;
            covered = before >= 0 && after < 1440 && after - before - 1 <= 60;
        }
        ASSERT_EQ(sound, covered) << round;
        passed += sound ? 1 : 0;
    }
    EXPECT_GT(passed, 100);
}
