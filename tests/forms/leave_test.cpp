// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"
#include "forms/leave/specialleave.h"
#include "tests/forms/situation.h"

#include <QJsonArray>

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

/// Annual leave on Thursday 2026-12-03.
QJsonObject annual(std::initializer_list<std::pair<QString, QJsonValue>> changes = {})
{
    return with({{u"kind"_s, u"annual"_s}, {u"unit"_s, u"day"_s}, {u"from"_s, u"2026-12-03"_s}}, changes);
}

QJsonObject special(const QString &code, std::initializer_list<std::pair<QString, QJsonValue>> changes = {})
{
    return with(annual({{u"kind"_s, u"special"_s}, {u"special_kind"_s, code}}), changes);
}

QJsonObject hours(const char *start, const char *end)
{
    return annual({{u"unit"_s, u"hours"_s}, {u"start"_s, at(start)}, {u"end"_s, at(end)}});
}

Posting posting(const QString &ledger, const QDate &day, qint64 amount, std::optional<int> start = std::nullopt)
{
    return {ledger, u"staff:6"_s, day, amount, start};
}

const char *const kAbsence = "absence.minutes";
const int kMorning = 510;
const int kAfternoon = 780;

/// A whole day of absence.
std::vector<Posting> away(const QDate &day)
{
    return {posting(QLatin1String(kAbsence), day, 210, kMorning),
            posting(QLatin1String(kAbsence), day, 255, kAfternoon)};
}

std::vector<Posting> together(std::initializer_list<std::vector<Posting>> parts)
{
    std::vector<Posting> all;
    for (const std::vector<Posting> &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

QJsonObject nursing(int start, int end)
{
    return special(u"SP09"_s,
                   {{u"unit"_s, u"hours"_s}, {u"start"_s, start}, {u"end"_s, end}, {u"birth_day"_s, u"2026-06-01"_s}});
}

const QDate kThursday(2026, 12, 3);

} // namespace

struct LeaveCheckRow {
    const char *name;
    QJsonObject fields;
    QString expected;
};
void PrintTo(const LeaveCheckRow &row, std::ostream *out)
{
    *out << row.name;
}

class LeaveCheck : public testing::TestWithParam<LeaveCheckRow> {};

TEST_P(LeaveCheck, Finds)
{
    const auto findings = Situation().check(form("leave"), GetParam().fields);

    EXPECT_EQ(summary(findings), GetParam().expected);
    for (const Finding &finding : findings) {
        EXPECT_FALSE(finding.text.ja.isEmpty() || finding.text.en.isEmpty());
        EXPECT_FALSE(finding.text.ja.contains(u'%') || finding.text.en.contains(u'%')) << qPrintable(finding.text.ja);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Annual, LeaveCheck,
    testing::Values(
        LeaveCheckRow{"NothingFilledIn", {}, u"error:kind error:from"_s}, LeaveCheckRow{"OneDay", annual(), u""_s},
        LeaveCheckRow{"OneDayByBothEnds", annual({{u"until"_s, u"2026-12-03"_s}}), u""_s},
        LeaveCheckRow{"OverAWeekend", annual({{u"until"_s, u"2026-12-07"_s}}), u""_s},
        LeaveCheckRow{"EndsBeforeItBegins", annual({{u"until"_s, u"2026-12-02"_s}}), u"error:until"_s},
        LeaveCheckRow{"AsLongAsOneRequestMayBe", annual({{u"until"_s, u"2027-06-10"_s}}), u"warning:"_s},
        LeaveCheckRow{"TooLong", annual({{u"until"_s, u"2027-06-11"_s}}), u"error:until"_s},
        LeaveCheckRow{"LV_A12_OnAHoliday", annual({{u"from"_s, u"2026-12-29"_s}}), u"error:from"_s},
        LeaveCheckRow{"LV_A12_OnTheTwentyThirdOfNovember", annual({{u"from"_s, u"2026-11-23"_s}}),
                      u"error:after error:from"_s},
        LeaveCheckRow{"LV_A12_OnASaturday", annual({{u"from"_s, u"2026-12-05"_s}}), u"error:from"_s},
        LeaveCheckRow{"EndsOnASunday", annual({{u"until"_s, u"2026-12-06"_s}}), u"error:until"_s},
        LeaveCheckRow{"HalfOnASaturday", annual({{u"from"_s, u"2026-12-05"_s}, {u"unit"_s, u"morning"_s}}),
                      u"error:from"_s},
        LeaveCheckRow{"Morning", annual({{u"unit"_s, u"morning"_s}}), u""_s},
        LeaveCheckRow{"MorningIgnoresAnOldEnd", annual({{u"unit"_s, u"morning"_s}, {u"until"_s, u"2026-12-09"_s}}),
                      u""_s},
        LeaveCheckRow{"OneHour", hours("8:30", "9:30"), u""_s},
        LeaveCheckRow{"HoursWithoutTimes", annual({{u"unit"_s, u"hours"_s}}), u"error:start error:end"_s},
        LeaveCheckRow{"HoursBackwards", hours("10:00", "9:00"), u"error:end"_s},
        LeaveCheckRow{"HalfAnHour", hours("8:30", "9:00"), u"error:end"_s},
        LeaveCheckRow{"AcrossNoon", hours("11:00", "14:00"), u""_s},
        LeaveCheckRow{"AcrossNoonOddly", hours("11:00", "13:30"), u"error:end"_s},
        LeaveCheckRow{"NoonOnly", hours("12:00", "13:00"), u"error:end"_s},
        LeaveCheckRow{"BeforeDuty", hours("8:00", "9:30"), u"error:start"_s},
        LeaveCheckRow{"AfterDuty", hours("16:15", "17:30"), u"error:end"_s},
        LeaveCheckRow{"SevenHours", hours("8:30", "16:30"), u""_s},
        LeaveCheckRow{"TheWholeDayByHours", hours("8:30", "17:15"), u"error:unit"_s},
        LeaveCheckRow{"Yesterday", annual({{u"from"_s, u"2026-11-20"_s}}), u"error:after"_s},
        LeaveCheckRow{"YesterdayAsAfter",
                      annual({{u"from"_s, u"2026-11-20"_s}, {u"after"_s, true}, {u"after_reason"_s, u"急な発熱"_s}}),
                      u""_s},
        LeaveCheckRow{"AfterAndLate",
                      annual({{u"from"_s, u"2026-11-17"_s}, {u"after"_s, true}, {u"after_reason"_s, u"急な発熱"_s}}),
                      u"warning:after"_s},
        LeaveCheckRow{"TomorrowAsAfter", annual({{u"after"_s, true}, {u"after_reason"_s, u"x"_s}}), u"error:after"_s},
        LeaveCheckRow{"SlipInTheYear", annual({{u"from"_s, u"2206-12-03"_s}}), u"error:from"_s},
        LeaveCheckRow{"OldSpecialKindIsNoMatter", annual({{u"special_kind"_s, u"SP05"_s}}), u""_s}),
    [](const auto &row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Special, LeaveCheck,
    testing::Values(
        LeaveCheckRow{"WithoutItsKind", annual({{u"kind"_s, u"special"_s}}), u"error:special_kind"_s},
        LeaveCheckRow{"UnknownKind", special(u"SP99"_s), u"error:special_kind"_s},
        LeaveCheckRow{"NoEvidenceWanted", special(u"SP01"_s), u""_s},
        LeaveCheckRow{"EvidenceMissing", special(u"SP02"_s), u"error:evidence_later"_s},
        LeaveCheckRow{"EvidenceLater", special(u"SP02"_s, {{u"evidence_later"_s, true}}), u"warning:evidence_later"_s},
        LeaveCheckRow{"EvidenceTheFirstTime", special(u"SP11"_s, {{u"due_day"_s, u"2026-12-20"_s}}),
                      u"error:evidence_later"_s},
        LeaveCheckRow{"EvidenceOnlyIfAsked", special(u"SP12"_s, {{u"birth_day"_s, u"2020-05-01"_s}}), u""_s},
        LeaveCheckRow{"HalfDaysAreForAnnualLeave", special(u"SP01"_s, {{u"unit"_s, u"morning"_s}}), u"error:unit"_s},
        LeaveCheckRow{"MinutesWhereAllowed",
                      special(u"SP01"_s, {{u"unit"_s, u"hours"_s}, {u"start"_s, 510}, {u"end"_s, 527}}), u""_s},
        LeaveCheckRow{
            "HoursWhereMinutesAreNot",
            special(u"SP12"_s,
                    {{u"unit"_s, u"hours"_s}, {u"start"_s, 510}, {u"end"_s, 527}, {u"birth_day"_s, u"2020-05-01"_s}}),
            u"error:end"_s},
        LeaveCheckRow{"DaysWhereOnlyHoursAre", special(u"SP19"_s), u"error:unit"_s},
        LeaveCheckRow{
            "HoursWhereOnlyDaysAre",
            special(u"SP15"_s,
                    {{u"unit"_s, u"hours"_s}, {u"start"_s, 510}, {u"end"_s, 570}, {u"death_day"_s, u"2020-12-03"_s}}),
            u"error:unit"_s},
        LeaveCheckRow{"NursingHalfHour", nursing(510, 540), u""_s},
        LeaveCheckRow{"NursingTwiceHalfAnHour", nursing(510, 570), u""_s},
        LeaveCheckRow{"NursingTooLong", nursing(510, 600), u"error:end"_s},
        LeaveCheckRow{
            "MarriageFiveDaysThroughTheWeekend",
            special(u"SP05"_s,
                    {{u"until"_s, u"2026-12-07"_s}, {u"marriage_day"_s, u"2026-12-05"_s}, {u"evidence_later"_s, true}}),
            u"warning:evidence_later"_s},
        LeaveCheckRow{
            "MarriageSixDays",
            special(u"SP05"_s,
                    {{u"until"_s, u"2026-12-08"_s}, {u"marriage_day"_s, u"2026-12-05"_s}, {u"evidence_later"_s, true}}),
            u"error:until warning:evidence_later"_s},
        LeaveCheckRow{"MarriageWithoutItsDay", special(u"SP05"_s, {{u"evidence_later"_s, true}}),
                      u"error:marriage_day warning:evidence_later"_s},
        LeaveCheckRow{"MemorialTwoDays",
                      special(u"SP15"_s, {{u"until"_s, u"2026-12-04"_s}, {u"death_day"_s, u"2020-12-03"_s}}),
                      u"error:until"_s},
        LeaveCheckRow{"LV_P5_SummerInDecember", special(u"SP16"_s), u"error:from"_s},
        LeaveCheckRow{"BereavementOnHolidays",
                      special(u"SP14"_s,
                              {{u"from"_s, u"2026-12-30"_s},
                               {u"until"_s, u"2027-01-01"_s},
                               {u"relation"_s, u"spouse_parent"_s},
                               {u"death_day"_s, u"2026-12-29"_s},
                               {u"evidence_later"_s, true}}),
                      u"warning:evidence_later"_s}),
    [](const auto &row) { return row.param.name; });

TEST(Leave, TakesSummerLeaveInItsWindowOnly)
{
    Situation here;
    here.today = QDate(2026, 6, 1);
    const Form &leave = form("leave");
    const auto found = [&](const char *from, const char *until) {
        return summary(here.check(
            leave, special(u"SP16"_s, {{u"from"_s, QLatin1String(from)}, {u"until"_s, QLatin1String(until)}})));
    };

    EXPECT_EQ(found("2026-07-01", "2026-07-03"), QString());
    EXPECT_EQ(found("2026-06-30", "2026-07-01"), u"error:from"_s);
    EXPECT_EQ(found("2026-09-30", "2026-09-30"), QString());
    EXPECT_EQ(found("2026-09-30", "2026-10-01"), u"error:until"_s);
    EXPECT_EQ(found("2026-07-01", "2026-07-06"), u"error:until"_s) << "four days";
}

TEST(Leave, EvidenceAttachedSatisfies)
{
    Situation here;
    here.attachments = 1;

    EXPECT_EQ(summary(here.check(form("leave"), special(u"SP02"_s))), QString());
    EXPECT_TRUE(form("leave").insights(special(u"SP02"_s), here.context()).empty());
}

TEST(Leave, TellsTheDeciderWhatIsMissing)
{
    const Form &leave = form("leave");
    const auto first = [&leave](const QJsonObject &fields) {
        return leave.insights(fields, Situation().context()).front();
    };

    EXPECT_EQ(first(special(u"SP02"_s)).text.ja, u"証明書類（呼出状）が添付されていません"_s);
    EXPECT_EQ(first(special(u"SP02"_s, {{u"evidence_later"_s, true}})).text.ja,
              u"証明書類（呼出状）は後日提出です（12月17日まで）"_s);
    EXPECT_TRUE(first(special(u"SP02"_s)).remarkable);
    EXPECT_EQ(leave.insights(annual({{u"after"_s, true}}), Situation().context()).back().text.ja, u"事後の申請です"_s);
}

TEST(Leave, HalfDaysCanBeSwitchedOff)
{
    Situation here;
    here.set(u"leave.half_day_enabled"_s, 0);

    EXPECT_EQ(summary(here.check(form("leave"), annual({{u"unit"_s, u"morning"_s}}))), u"error:unit"_s);
}

struct LeavePostingRow {
    const char *name;
    QJsonObject fields;
    std::vector<Posting> expected;
};
void PrintTo(const LeavePostingRow &row, std::ostream *out)
{
    *out << row.name;
}

class LeavePosting : public testing::TestWithParam<LeavePostingRow> {};

TEST_P(LeavePosting, Posts)
{
    EXPECT_EQ(form("leave").postings(GetParam().fields, kClerk, shippedParameters()), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    , LeavePosting,
    testing::Values(
        LeavePostingRow{"Nothing", {}, {}},
        LeavePostingRow{"OneDay", annual(),
                        together({{posting(u"leave.annual.minutes"_s, kThursday, 465)}, away(kThursday)})},
        LeavePostingRow{"OverAWeekend", annual({{u"from"_s, u"2026-12-04"_s}, {u"until"_s, u"2026-12-07"_s}}),
                        together({{posting(u"leave.annual.minutes"_s, QDate(2026, 12, 4), 465)},
                                  away(QDate(2026, 12, 4)),
                                  {posting(u"leave.annual.minutes"_s, QDate(2026, 12, 7), 465)},
                                  away(QDate(2026, 12, 7))})},
        LeavePostingRow{"Morning",
                        annual({{u"unit"_s, u"morning"_s}}),
                        {posting(u"leave.annual.half_days"_s, kThursday, 1),
                         posting(u"absence.minutes"_s, kThursday, 210, kMorning)}},
        LeavePostingRow{"Afternoon",
                        annual({{u"unit"_s, u"afternoon"_s}}),
                        {posting(u"leave.annual.half_days"_s, kThursday, 1),
                         posting(u"absence.minutes"_s, kThursday, 255, kAfternoon)}},
        LeavePostingRow{"HoursAcrossNoon",
                        hours("11:00", "14:00"),
                        {posting(u"leave.annual.minutes"_s, kThursday, 60, 660),
                         posting(u"leave.annual.minutes"_s, kThursday, 60, kAfternoon),
                         posting(u"absence.minutes"_s, kThursday, 60, 660),
                         posting(u"absence.minutes"_s, kThursday, 60, kAfternoon)}},
        LeavePostingRow{"HoursOnASaturday", with(hours("9:00", "10:00"), {{u"from"_s, u"2026-12-05"_s}}), {}},
        LeavePostingRow{
            "ASaturdayThatIsADayOfDuty", annual({{u"from"_s, u"2026-12-05"_s}, {u"changed_day"_s, true}}),
            together({{posting(u"leave.annual.minutes"_s, QDate(2026, 12, 5), 465)}, away(QDate(2026, 12, 5))})},
        LeavePostingRow{"SpecialHours",
                        special(u"SP04"_s, {{u"unit"_s, u"hours"_s}, {u"start"_s, 510}, {u"end"_s, 630}}),
                        {posting(u"leave.special.SP04.minutes"_s, kThursday, 120, kMorning),
                         posting(u"absence.minutes"_s, kThursday, 120, kMorning)}}),
    [](const auto &row) { return row.param.name; });

TEST(Leave, LV_B1_BereavementRunsByTheCalendar)
{
    // Father, from Fri 2026-11-20; seven days, four of them duty (23 November is a holiday).
    const QJsonObject fields = special(u"SP14"_s, {{u"from"_s, u"2026-11-20"_s}, {u"until"_s, u"2026-11-26"_s}});
    QList<int> counted;
    QList<int> duty;

    for (const Posting &one : form("leave").postings(fields, kClerk, shippedParameters()))
        (one.ledger == u"absence.minutes"_s ? duty : counted).append(one.day.day());

    EXPECT_EQ(counted, (QList<int>{20, 21, 22, 23, 24, 25, 26}));
    EXPECT_EQ(duty, (QList<int>{20, 20, 24, 24, 25, 25, 26, 26})) << "mornings and afternoons";
    EXPECT_EQ(form("leave").facts(fields, shippedParameters()), (QJsonObject{{u"days"_s, 7}, {u"minutes"_s, 4 * 465}}));
    EXPECT_EQ(form("leave").computed(fields, Situation().context()).value(u"length"_s).ja, u"7日（休日を含む）"_s);

    // LV-B2: all of it on days off.
    const QJsonObject newYear = special(u"SP14"_s, {{u"from"_s, u"2026-12-30"_s}, {u"until"_s, u"2027-01-01"_s}});
    EXPECT_EQ(form("leave").facts(newYear, shippedParameters()), (QJsonObject{{u"days"_s, 3}, {u"minutes"_s, 0}}));
}

TEST(Leave, HalfDaysAndDaysFollowTheOfficesParameters)
{
    const Parameters own({{u"leave.half_day_minutes"_s, QDate(2000, 1, 1), 240, u"test"_s},
                          {u"leave.day_minutes"_s, QDate(2000, 1, 1), 480, u"test"_s}});
    const Form &leave = form("leave");

    EXPECT_EQ(leave.postings(annual({{u"unit"_s, u"morning"_s}}), kClerk, own).front(),
              posting(u"leave.annual.minutes"_s, kThursday, 240));
    EXPECT_EQ(leave.postings(annual(), kClerk, own).front(), posting(u"leave.annual.minutes"_s, kThursday, 480));
    EXPECT_EQ(leave.postings(annual(), kClerk, own).back(), posting(u"absence.minutes"_s, kThursday, 255, kAfternoon));
}

TEST(Leave, ReadsAChoiceAsTheRuleDoes)
{
    // Were it read as special leave here, it would be posted as one and pass by whoever the rule asks for special leave.
    const QJsonObject bent = special(u"SP16"_s, {{u"kind"_s, u" special"_s}});

    EXPECT_TRUE(form("leave").postings(bent, kClerk, shippedParameters()).empty());
    EXPECT_EQ(form("leave").facts(bent, shippedParameters()), QJsonObject());
    EXPECT_EQ(summary(Situation().check(form("leave"), bent)), u"error:kind"_s);
}

TEST(Leave, TitleSaysKindAndWhen)
{
    const Form &leave = form("leave");

    EXPECT_EQ(leave.title(annual(), shippedParameters()), u"年次有給休暇（12月3日 1日）"_s);
    EXPECT_EQ(leave.title(annual({{u"until"_s, u"2026-12-07"_s}}), shippedParameters()),
              u"年次有給休暇（12月3日〜12月7日 3日）"_s);
    EXPECT_EQ(leave.title(annual({{u"unit"_s, u"afternoon"_s}}), shippedParameters()),
              u"年次有給休暇（12月3日 午後）"_s);
    EXPECT_EQ(leave.title(hours("10:00", "12:00"), shippedParameters()),
              u"年次有給休暇（12月3日 10:00〜12:00 2時間）"_s);
    EXPECT_EQ(leave.title(annual({{u"unit"_s, QJsonValue::Undefined}}), shippedParameters()),
              u"年次有給休暇（12月3日）"_s);
    EXPECT_EQ(leave.title({}, shippedParameters()), u"年次有給休暇"_s);
    EXPECT_EQ(leave.title(special(u"SP05"_s), shippedParameters()), u"特別休暇（結婚 12月3日 1日）"_s);
}

TEST(Leave, TitleKeepsPrivateKindsPrivate)
{
    const Form &leave = form("leave");
    int discreet = 0;
    for (const SpecialLeave &kind : specialLeaves()) {
        if (!kind.discreet)
            continue;
        ++discreet;
        EXPECT_EQ(leave.title(special(kind.code), shippedParameters()).remove(u" 1日"_s),
                  kind.days ? u"特別休暇（12月3日）"_s : QString());
    }
    EXPECT_GE(discreet, 5);
    ASSERT_TRUE(specialLeave(u"SP06"_s));
    EXPECT_TRUE(specialLeave(u"SP06"_s)->discreet) << "不妊治療";
    EXPECT_TRUE(specialLeave(u"SP02"_s)->discreet) << "裁判員 may not be made public";
}

TEST(Leave, ComputesEntitlement)
{
    const Form &leave = form("leave");
    const auto text = [&leave](const QString &code) {
        return leave.computed(special(code), Situation().context()).value(u"entitlement"_s);
    };

    EXPECT_EQ(text(u"SP06"_s),
              (Bilingual{u"1年に5日まで（体外受精・顕微授精を受けるときは10日まで）。証明書類：診察券・領収書等"_s,
                         u"Up to 5 days a year (10 days when undergoing IVF or ICSI). Evidence: a consultation card, "
                         u"receipt or the like"_s}));
    EXPECT_EQ(text(u"SP01"_s).ja, u"必要と認められる期間"_s);
    EXPECT_EQ(text(u"SP16"_s).ja, u"1年に3日まで。7月1日から9月30日まで"_s);
    EXPECT_FALSE(leave.computed(annual(), Situation().context()).contains(u"entitlement"_s));
    EXPECT_EQ(leave.computed(hours("11:00", "14:00"), Situation().context()).value(u"length"_s).ja, u"2時間"_s);
    EXPECT_EQ(leave.computed(annual({{u"unit"_s, u"morning"_s}}), Situation().context()).value(u"length"_s).ja,
              u"半日（午前）"_s);
}

TEST(SpecialLeaves, TableAndFormOfferTheSameKinds)
{
    const FieldDefinition *field = form("leave").definitions().back().field(u"special_kind"_s);
    ASSERT_TRUE(field);
    ASSERT_EQ(field->choices.size(), specialLeaves().size());
    for (size_t i = 0; i < field->choices.size(); ++i) {
        EXPECT_EQ(field->choices[i].code, specialLeaves()[i].code);
        EXPECT_EQ(field->choices[i].label, specialLeaves()[i].name);
    }
}

TEST(SpecialLeaves, KindsWithALongerEntitlementAreOfferedIt)
{
    const FieldDefinition *field = form("leave").definitions().back().field(u"extended"_s);
    ASSERT_TRUE(field);
    const auto visible = Condition::fromJson(field->visibleWhen);
    ASSERT_TRUE(visible);
    for (const SpecialLeave &kind : specialLeaves()) {
        EXPECT_EQ(visible->holds(special(kind.code)), !kind.extended.ja.isEmpty()) << qPrintable(kind.code);
        const auto number = [&kind](const QString &name) {
            return shippedParameters().value(kind.prefix() + name, kThursday);
        };
        const bool raised = number(u"extended_limit_days"_s).has_value()
            || (kind.opens && number(u"extended_"_s + kind.opens->number).has_value());
        EXPECT_EQ(raised, !kind.extended.ja.isEmpty()) << qPrintable(kind.code);
        EXPECT_EQ(number(u"limit_days"_s).has_value(), kind.limit != SpecialLeave::Limit::None)
            << qPrintable(kind.code);
    }
}

TEST(SpecialLeaves, WindowsHaveTheirNumbersAndTheirFields)
{
    const FormDefinition &definition = form("leave").definitions().back();
    for (const SpecialLeave &kind : specialLeaves()) {
        for (const auto &edge : {kind.opens, kind.closes}) {
            if (!edge)
                continue;
            EXPECT_TRUE(edge->number.isEmpty() || shippedParameters().value(kind.prefix() + edge->number, kThursday))
                << qPrintable(kind.code);
            for (const QString &event : edge->events) {
                const FieldDefinition *field = definition.field(event);
                ASSERT_TRUE(field) << qPrintable(event);
                EXPECT_TRUE(Condition::fromJson(field->visibleWhen)->holds(special(kind.code)))
                    << qPrintable(kind.code);
            }
        }
    }
}

TEST(SpecialLeaves, RefuseATableTheyDoNotUnderstand)
{
    const QJsonObject good{{u"code"_s, u"X"_s},
                           {u"name"_s, QJsonObject{{u"ja"_s, u"甲"_s}, {u"en"_s, u"A"_s}}},
                           {u"units"_s, QJsonArray{u"day"_s}},
                           {u"count"_s, u"duty"_s},
                           {u"limit"_s, u"none"_s}};
    const auto reads = [](const QJsonArray &kinds) { return specialLeavesFromJson({{u"kinds"_s, kinds}}).ok(); };

    EXPECT_TRUE(reads({good}));
    EXPECT_FALSE(reads({good, good}));
    EXPECT_FALSE(reads({with(good, {{u"code"_s, u""_s}})}));
    EXPECT_FALSE(reads({with(good, {{u"units"_s, QJsonArray{}}})}));
    EXPECT_FALSE(reads({with(good, {{u"units"_s, QJsonArray{u"week"_s}}})}));
    EXPECT_FALSE(reads({with(good, {{u"count"_s, u"moon"_s}})}));
    EXPECT_FALSE(reads({with(good, {{u"limit"_s, u"never"_s}})}));
    EXPECT_FALSE(reads({with(good, {{u"limit"_s, u"event"_s}})})) << "of which event?";
    const QJsonObject edge{{u"events"_s, QJsonArray{u"birth_day"_s}}};
    EXPECT_TRUE(reads({with(good, {{u"limit"_s, u"event"_s}, {u"opens"_s, edge}})}));
    EXPECT_FALSE(reads({with(good, {{u"opens"_s, with(edge, {{u"unit"_s, u"moons"_s}})}})}));
    EXPECT_FALSE(reads({with(good, {{u"closes"_s, QJsonObject{}}})}));
    EXPECT_FALSE(reads({with(good, {{u"evidence"_s, QJsonObject{{u"when"_s, u"soon"_s}}}})}));
}

TEST(Leave, APartOfItsDaysCanBeTakenBack)
{
    const Form &leave = form("leave");
    const QJsonObject week = annual({{u"from"_s, u"2026-12-01"_s}, {u"until"_s, u"2026-12-04"_s}});
    Cancellation back{CaseId(5), u"R8-1"_s, 1, u"出勤することになったため"_s};
    back.days = DayRange{QDate(2026, 12, 3), QDate(2026, 12, 4)};
    const QJsonObject fields = cancelling(week, back);

    EXPECT_EQ(cancellationIn(fields), back);
    const auto postings = postingsOf(leave, fields, kClerk, shippedParameters());
    ASSERT_EQ(postings.size(), 6U);
    for (const Posting &posting : postings) {
        EXPECT_GE(posting.day, kThursday);
        EXPECT_LT(posting.amount, 0);
    }
    EXPECT_EQ(titleOf(leave, fields, shippedParameters()),
              u"【R8-1の一部取消 12月3日〜12月4日】年次有給休暇（12月1日〜12月4日 4日）"_s);

    const FormDefinition &definition = leave.definitions().back();
    EXPECT_EQ(summary(checkContent(definition, fields)), QString());
    for (const DayRange &wrong :
         {DayRange{QDate(2026, 12, 1), QDate(2026, 12, 4)}, DayRange{QDate(2026, 12, 4), QDate(2026, 12, 5)},
          DayRange{QDate(2026, 11, 30), QDate(2026, 11, 30)}}) {
        back.days = wrong;
        EXPECT_EQ(summary(checkContent(definition, cancelling(week, back))), u"error:"_s);
    }
    QJsonObject bent = fields;
    bent[kCancels] = with(bent[kCancels].toObject(), {{u"days"_s, u"2026-12-03"_s}});
    EXPECT_FALSE(cancellationIn(bent));
}

TEST(Leave, WhatIsLeftOfItCanBeTakenBackAfterAPartWas)
{
    const Form &leave = form("leave");
    const FormDefinition &definition = leave.definitions().back();
    const QJsonObject week =
        annual({{u"from"_s, u"2026-12-01"_s}, {u"until"_s, u"2026-12-04"_s}, {u"evidence_later"_s, false}});
    Cancellation back{CaseId(5), u"R8-1"_s, 1, u"出勤することになったため"_s};
    const auto all = postingsOf(leave, cancelling(week, back), kClerk, shippedParameters());
    back.before = {{QDate(2026, 12, 1), QDate(2026, 12, 1)}, {QDate(2026, 12, 3), QDate(2026, 12, 4)}};
    const QJsonObject fields = cancelling(week, back);

    EXPECT_EQ(cancellationIn(fields), back);
    const auto rest = postingsOf(leave, fields, kClerk, shippedParameters());
    EXPECT_EQ(rest.size(), all.size() / 4);
    for (const Posting &posting : rest)
        EXPECT_EQ(posting.day, QDate(2026, 12, 2));
    EXPECT_EQ(titleOf(leave, fields, shippedParameters()),
              u"【R8-1の残りの取消】年次有給休暇（12月1日〜12月4日 4日）"_s);
    EXPECT_EQ(summary(checkContent(definition, fields)), QString());

    back.days = DayRange{QDate(2026, 12, 2), QDate(2026, 12, 3)};
    EXPECT_EQ(summary(checkContent(definition, cancelling(week, back))), u"error:"_s) << "the 3rd was taken back";
    back.days = DayRange{QDate(2026, 12, 2), QDate(2026, 12, 2)};
    EXPECT_EQ(summary(checkContent(definition, cancelling(week, back))), u"error:"_s) << "nothing would be left";
    back.days.reset();
    back.before = {{QDate(2026, 12, 3), QDate(2026, 12, 4)}, {QDate(2026, 12, 1), QDate(2026, 12, 3)}};
    EXPECT_FALSE(cancellationIn(cancelling(week, back))) << "out of order";
}

TEST(Leave, ACancellationSaysWhatItGivesBack)
{
    const Form &leave = form("leave");
    Cancellation back{CaseId(5), u"R8-1"_s, 1, u"出勤することになったため"_s};
    const auto said = [&](const QJsonObject &fields) {
        const auto insights = insightsOfCancellation(leave, cancelling(fields, back), kClerk, shippedParameters());
        return insights.size() == 1 ? insights.front().text.ja : QString();
    };
    const QJsonObject week = annual({{u"from"_s, u"2026-12-01"_s}, {u"until"_s, u"2026-12-04"_s}});

    EXPECT_EQ(said(week), u"年次有給休暇 4日が戻ります"_s);
    EXPECT_EQ(said(special(u"SP06"_s)), u"7時間45分の休暇がなくなり、勤務に戻ります"_s);
    back.days = DayRange{QDate(2026, 12, 3), QDate(2026, 12, 3)};
    EXPECT_EQ(said(week), u"年次有給休暇 1日が戻ります"_s);
    EXPECT_TRUE(insightsOfCancellation(leave, week, kClerk, shippedParameters()).empty());
}

TEST(Leave, APartOfABereavementLeavesTheRestToTheDeath)
{
    const QJsonObject fields = special(u"SP14"_s,
                                       {{u"from"_s, u"2026-11-20"_s},
                                        {u"until"_s, u"2026-11-26"_s},
                                        {u"relation"_s, u"parent"_s},
                                        {u"death_day"_s, u"2026-11-20"_s}});
    Cancellation back{CaseId(5), u"R8-1"_s, 1, u"早く出勤するため"_s};
    back.days = DayRange{QDate(2026, 11, 25), QDate(2026, 11, 26)};
    qint64 ofDeath = 0;
    qint64 minutes = 0;

    for (const Posting &posting : postingsOf(form("leave"), cancelling(fields, back), kClerk, shippedParameters())) {
        ofDeath += posting.ledger == kBereavementDays ? posting.amount : 0;
        minutes += posting.ledger == u"leave.special.SP14.minutes"_s ? posting.amount : 0;
    }

    EXPECT_EQ(ofDeath, -2);
    EXPECT_EQ(minutes, -2 * 465);
}

TEST(Leave, WhatMovesHoursBetweenDaysIsTakenBackAsAWhole)
{
    Cancellation back{CaseId(5), u"R8-1"_s, 1, u"中止"_s};
    back.days = DayRange{QDate(2026, 12, 2), QDate(2026, 12, 2)};
    const QJsonObject duty{{u"day"_s, u"2026-11-28"_s},
                           {u"start"_s, 510},
                           {u"end"_s, 1035},
                           {u"break"_s, 60},
                           {u"remedy"_s, u"exchange"_s},
                           {u"given_day"_s, u"2026-12-02"_s}};

    EXPECT_TRUE(postingsOf(form("weekend_duty"), cancelling(duty, back), kClerk, shippedParameters()).empty());
    EXPECT_EQ(
        summary(checkContent(form("weekend_duty").definitions().back(), cancelling(duty, back))).count(u"error"_s), 3);
}
