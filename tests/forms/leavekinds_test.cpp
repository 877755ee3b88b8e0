// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/bereavement.h"
#include "tests/forms/situation.h"

#include <QSet>

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

/// A leave of a kind that is not annual, with its evidence to follow, filed on the day it begins.
struct Request {
    QJsonObject fields;
    Situation here;

    Request(const QString &kind, std::initializer_list<std::pair<QString, QJsonValue>> more)
        : fields(with({{u"kind"_s, kind}, {u"unit"_s, u"day"_s}}, more))
    {
        here.attachments = 1;
        here.today = QDate::fromString(fields.value(u"from"_s).toString(), Qt::ISODate);
    }
    Request &list(const char *ledger, std::vector<LedgerEntry> entries)
    {
        here.list(form("leave"), fields, QLatin1String(ledger), std::move(entries));
        return *this;
    }
    QString found(std::initializer_list<std::pair<QString, QJsonValue>> changes = {}) const
    {
        return summary(here.check(form("leave"), with(fields, changes)));
    }
    QString says(std::initializer_list<std::pair<QString, QJsonValue>> changes = {}) const
    {
        for (const Finding &finding : here.check(form("leave"), with(fields, changes)))
            return finding.text.ja;
        return {};
    }
    QString entitlement() const { return form("leave").computed(fields, here.context()).value(u"entitlement"_s).ja; }
};

Request bereaved(const QString &relation, const QString &from, const QString &until)
{
    return {u"special"_s,
            {{u"special_kind"_s, u"SP14"_s},
             {u"relation"_s, relation},
             {u"death_day"_s, from},
             {u"from"_s, from},
             {u"until"_s, until}}};
}

Request sickLeave(const QString &from, const QString &until)
{
    return {u"sick"_s, {{u"sick_kind"_s, u"ordinary"_s}, {u"from"_s, from}, {u"until"_s, until}}};
}

Request careLeave(const QString &from, const QString &until)
{
    return {u"care"_s,
            {{u"care_case"_s, u"1"_s},
             {u"care_person"_s, u"母"_s},
             {u"from"_s, from},
             {u"period_from"_s, from},
             {u"period_until"_s, until}}};
}

/// Hours of Thursday 2026-12-03.
Request byHours(const QString &kind, const char *start, const char *end,
                std::initializer_list<std::pair<QString, QJsonValue>> more)
{
    Request request(kind, {{u"from"_s, u"2026-12-03"_s}, {u"start"_s, at(start)}, {u"end"_s, at(end)}});
    request.fields = with(request.fields, {{u"unit"_s, u"hours"_s}});
    request.fields = with(request.fields, more);
    return request;
}

LedgerEntry used(const QDate &day, qint64 amount, std::optional<int> start = std::nullopt)
{
    return {.day = day, .amount = amount, .start = start, .used = true};
}

std::vector<LedgerEntry> sickDays(const QDate &first, int count)
{
    std::vector<LedgerEntry> entries;
    for (int i = 0; i < count; ++i)
        entries.push_back(used(first.addDays(i), 1));
    return entries;
}

qint64 absentDays(const Request &request)
{
    QSet<QDate> days;
    for (const Posting &posting : form("leave").postings(request.fields, kClerk, shippedParameters())) {
        if (posting.ledger == u"absence.minutes"_s)
            days.insert(posting.day);
    }
    return days.size();
}

} // namespace

TEST(SickLeave, LV_S1_LastsNinetyDays)
{
    const Request request = sickLeave(u"2026-09-01"_s, u"2026-11-29"_s);

    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(request.found({{u"until"_s, u"2026-11-30"_s}}), u"error:until"_s);
    EXPECT_EQ(request.says({{u"until"_s, u"2026-11-30"_s}}), u"病気休暇は引き続き 90日まで（11月29日まで）です。"_s);
    EXPECT_EQ(request.found({{u"until"_s, u"2026-11-30"_s}, {u"sick_kind"_s, u"long"_s}}), QString());
    EXPECT_EQ(request.found({{u"until"_s, u"2027-02-27"_s}, {u"sick_kind"_s, u"long"_s}}), QString()) << "180 days";
    EXPECT_EQ(request.found({{u"until"_s, u"2027-02-28"_s}, {u"sick_kind"_s, u"long"_s}}), u"error:until"_s);
    EXPECT_EQ(request.found({{u"until"_s, u"2027-02-28"_s}, {u"sick_kind"_s, u"on_duty"_s}}), QString());
}

TEST(SickLeave, LV_S3_GoesOnAfterNineteenWorkingDays)
{
    Request request = sickLeave(u"2026-12-01"_s, u"2026-12-30"_s);
    request.list("leave.sick.days", sickDays(QDate(2026, 9, 1), 60));

    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(request.says({{u"until"_s, u"2026-12-31"_s}}),
              u"病気休暇は引き続き 90日までです。すでに 60日になっているので、12月30日まで取れます（9月1日から）。"_s);
    EXPECT_EQ(form("leave").insights(request.fields, request.here.context()).front().text.ja,
              u"病気休暇 通算 90日（9月1日から、90日まで）"_s);
}

TEST(SickLeave, LV_S4_StartsAnewAfterTwentyWorkingDays)
{
    Request request = sickLeave(u"2026-12-02"_s, u"2027-02-28"_s);
    request.list("leave.sick.days", sickDays(QDate(2026, 9, 1), 60));
    EXPECT_EQ(request.found(), QString());

    // A day of annual leave in between was not worked.
    request.list("absence.minutes", {used(QDate(2026, 11, 12), 210, 510), used(QDate(2026, 11, 12), 255, 780)});
    EXPECT_EQ(request.found(), u"error:until"_s);
}

TEST(SickLeave, NeedsACertificateFromTheEighthDay)
{
    Request request = sickLeave(u"2026-12-01"_s, u"2026-12-07"_s);
    request.here.attachments = 0;

    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(request.found({{u"until"_s, u"2026-12-08"_s}}), u"error:evidence_later"_s);
    EXPECT_EQ(request.says({{u"until"_s, u"2026-12-08"_s}, {u"evidence_later"_s, true}}),
              u"証明書類（医師の診断書）は 12月15日までに提出してください。"_s);
    request.list("leave.sick.days", sickDays(QDate(2026, 11, 30), 1));
    EXPECT_EQ(request.found(), u"error:evidence_later"_s) << "the eighth in a row";
}

TEST(SickLeave, CountsADayHoweverLittleOfIt)
{
    Request request = byHours(u"sick"_s, "8:30", "8:47", {{u"sick_kind"_s, u"ordinary"_s}});

    EXPECT_EQ(request.found(), QString());
    const auto postings = form("leave").postings(request.fields, kClerk, shippedParameters());
    ASSERT_EQ(postings.size(), 2U);
    EXPECT_EQ(postings[0].ledger, u"leave.sick.days"_s);
    EXPECT_EQ(postings[0].amount, 1);
    EXPECT_EQ(postings[1].amount, 17);
}

TEST(SickLeave, OnDutyCountsAgainstNoLimit)
{
    Request request = sickLeave(u"2026-12-01"_s, u"2026-12-01"_s);
    request.fields.insert(u"sick_kind"_s, u"on_duty"_s);

    EXPECT_EQ(form("leave").postings(request.fields, kClerk, shippedParameters()).front().ledger,
              u"leave.sick_on_duty.days"_s);
}

TEST(BereavementLeave, LV_B1_AFatherIsSevenDays)
{
    const Request request = bereaved(u"parent"_s, u"2026-11-20"_s, u"2026-11-26"_s);

    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(absentDays(request), 4) << "20, 24, 25 and 26";
    EXPECT_EQ(request.says({{u"until"_s, u"2026-11-27"_s}}),
              u"この続柄では連続する 7日まで（11月26日まで）です。この申請は8日です。"_s);
    EXPECT_EQ(request.found({{u"until"_s, u"2026-11-28"_s}, {u"travel_days"_s, 2}}), QString());
    EXPECT_EQ(request.found({{u"travel_days"_s, 30}}), u"error:travel_days"_s);
}

TEST(BereavementLeave, LV_B2_OfASpousesMotherMayLieOnHolidaysAlone)
{
    const Request request = bereaved(u"spouse_parent"_s, u"2026-12-30"_s, u"2027-01-01"_s);

    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(absentDays(request), 0);
    EXPECT_EQ(request.found({{u"until"_s, u"2027-01-02"_s}}), u"error:until"_s);
    EXPECT_EQ(request.found({{u"until"_s, u"2027-01-05"_s}, {u"household"_s, true}}), QString()) << "seven days";
}

TEST(BereavementLeave, LV_B4_ACousinIsNotInTheTable)
{
    EXPECT_EQ(bereaved(u"cousin"_s, u"2026-11-20"_s, u"2026-11-20"_s).found(), u"error:relation"_s);
}

TEST(BereavementLeave, LV_B5_ASpousesBrotherOnOneLivelihoodIsThreeDays)
{
    Request request = bereaved(u"spouse_sibling"_s, u"2026-11-24"_s, u"2026-11-26"_s);

    EXPECT_EQ(request.found(), u"error:until"_s);
    EXPECT_EQ(request.found({{u"household"_s, true}}), QString());
    request.fields.insert(u"household"_s, true);
    EXPECT_EQ(request.entitlement(),
              u"亡くなられた方との続柄による連続する日数。取れる期間：11月24日から。証明書類：会葬礼状等"_s)
        << "what follows from the relation is for those who decide";
    EXPECT_EQ(form("leave").insights(request.fields, request.here.context()).front().text.ja,
              u"この続柄の忌引は連続する3日（11月26日まで）です"_s);
}

TEST(BereavementLeave, CountsTheDaysOfOneDeathOverRequests)
{
    // Three of seven days are taken, Friday to Sunday; Monday is a holiday.
    Request rest = bereaved(u"parent"_s, u"2026-11-24"_s, u"2026-11-26"_s);
    rest.fields.insert(u"death_day"_s, u"2026-11-20"_s);
    const std::vector<LedgerEntry> taken{used(QDate(2026, 11, 20), 465), used(QDate(2026, 11, 21), 465),
                                         used(QDate(2026, 11, 22), 465)};
    rest.list("leave.special.SP14.minutes", taken);
    rest.here.answer(form("leave"), rest.fields, u"leave.special.SP14.days"_s, 3);

    EXPECT_EQ(rest.found(), QString()) << "the holiday between them is one of the seven";
    EXPECT_EQ(rest.says({{u"until"_s, u"2026-11-27"_s}}),
              u"この続柄では連続する 7日までです。すでにある忌引と合わせて8日になります。"_s);
    EXPECT_EQ(rest.says({{u"from"_s, u"2026-11-25"_s}}),
              u"「忌引」は引き続いた日に取ります。すでにある日に続く日にしてください。"_s);
    rest.here.set(u"leave.special.SP14.one_run"_s, 0);
    EXPECT_EQ(rest.found({{u"from"_s, u"2026-11-25"_s}}), QString()) << "where the days may be split";

    Request another = bereaved(u"grandparent"_s, u"2026-11-25"_s, u"2026-11-27"_s);
    another.list("leave.special.SP14.minutes", taken);
    EXPECT_EQ(another.found(), QString()) << "another death has its own days";
}

TEST(BereavementLeave, PostsItsDaysOnTheDayOfTheDeath)
{
    const Request request = bereaved(u"parent"_s, u"2026-11-20"_s, u"2026-11-26"_s);

    const auto postings = form("leave").postings(request.fields, kClerk, shippedParameters());
    EXPECT_EQ(std::count(postings.begin(), postings.end(),
                         Posting{u"leave.special.SP14.days"_s, u"staff:6"_s, QDate(2026, 11, 20), 1}),
              7);
    EXPECT_EQ(request.found({{u"death_day"_s, u"2026-11-21"_s}}), u"error:from"_s) << "nobody mourns before";
}

TEST(EventLeave, AMarriageIsTakenInOneRun)
{
    Request rest(u"special"_s,
                 {{u"special_kind"_s, u"SP05"_s},
                  {u"from"_s, u"2026-12-07"_s},
                  {u"until"_s, u"2026-12-07"_s},
                  {u"marriage_day"_s, u"2026-12-05"_s}});
    rest.here.answers = {{u"used:event"_s, 2 * 465, 0},
                         {u"run"_s, 2 * 465, 0, {used(QDate(2026, 12, 3), 465), used(QDate(2026, 12, 4), 465)}}};

    EXPECT_EQ(rest.found(), QString()) << "Thursday to Monday, the weekend counted";
    EXPECT_EQ(rest.found({{u"until"_s, u"2026-12-08"_s}}), u"error:until"_s) << "six days with the weekend";
    EXPECT_EQ(rest.found({{u"from"_s, u"2026-12-08"_s}, {u"until"_s, u"2026-12-08"_s}}), u"error:from"_s);
}

TEST(BereavementLeave, TableAndFormOfferTheSameRelations)
{
    const FormDefinition &definition = form("leave").definitions().back();
    const FieldDefinition *field = definition.field(u"relation"_s);
    ASSERT_TRUE(field);
    ASSERT_EQ(field->choices.size(), bereavements().size());
    for (size_t i = 0; i < bereavements().size(); ++i) {
        const Bereavement &row = bereavements()[i];
        EXPECT_EQ(field->choices[i].code, row.code);
        EXPECT_EQ(field->choices[i].label, row.name);
    }
}

TEST(EventLeave, LV_P2_GoesByTheDayOfBirth)
{
    Request before(u"special"_s,
                   {{u"special_kind"_s, u"SP07"_s},
                    {u"from"_s, u"2027-02-01"_s},
                    {u"until"_s, u"2027-03-14"_s},
                    {u"due_day"_s, u"2027-03-14"_s}});
    EXPECT_EQ(before.found(), QString()) << "42 days, the due day among them";
    EXPECT_EQ(before.found({{u"from"_s, u"2027-01-31"_s}}), u"error:after error:from"_s);
    EXPECT_EQ(before.found({{u"due_day"_s, u"2027-03-10"_s}}), u"error:until"_s);
    EXPECT_EQ(before.found({{u"due_day"_s, u"2027-03-10"_s}, {u"born_on"_s, u"2027-03-14"_s}}), QString())
        << "a late birth prolongs it";
    EXPECT_EQ(before.found({{u"born_on"_s, u"2027-03-10"_s}}), u"error:until"_s) << "an early one ends it";

    Request after(u"special"_s,
                  {{u"special_kind"_s, u"SP08"_s},
                   {u"from"_s, u"2027-03-15"_s},
                   {u"until"_s, u"2027-05-09"_s},
                   {u"birth_day"_s, u"2027-03-14"_s}});
    EXPECT_EQ(after.found(), QString());
    EXPECT_EQ(after.found({{u"until"_s, u"2027-05-10"_s}}), u"error:until"_s);
    EXPECT_EQ(after.entitlement(),
              u"出産の日の翌日から8週間。取れる期間：3月15日から5月9日まで。証明書類：出生証明書"_s);
}

TEST(EventLeave, AMultiplePregnancyBeginsEarlier)
{
    const Request request(u"special"_s,
                          {{u"special_kind"_s, u"SP07"_s},
                           {u"from"_s, u"2026-12-07"_s},
                           {u"until"_s, u"2027-03-14"_s},
                           {u"due_day"_s, u"2027-03-14"_s}});

    EXPECT_EQ(request.found(), u"error:from"_s);
    EXPECT_EQ(request.found({{u"extended"_s, true}}), QString()) << "98 days";
}

TEST(EventLeave, MarriageIsTakenAroundItsDay)
{
    Request request(u"special"_s,
                    {{u"special_kind"_s, u"SP05"_s},
                     {u"from"_s, u"2026-11-30"_s},
                     {u"until"_s, u"2026-12-04"_s},
                     {u"marriage_day"_s, u"2026-12-05"_s}});

    EXPECT_EQ(request.found(), QString()) << "from the fifth day before it";
    EXPECT_EQ(request.found({{u"marriage_day"_s, u"2026-12-06"_s}}), u"error:from"_s);
    EXPECT_EQ(request.found({{u"marriage_day"_s, u"2026-11-04"_s}}), QString()) << "until a month after it";
    EXPECT_EQ(request.found({{u"marriage_day"_s, u"2026-11-03"_s}}), u"error:until"_s);
    EXPECT_EQ(request.entitlement(),
              u"結婚の日の5日前から1か月後まで。1回の事由に5日まで。取れる期間：11月30日から2027年1月5日まで。"
              "証明書類：婚姻を確認できる届の写し"_s);

    request.here.answer(form("leave"), request.fields, u"leave.special.SP05.minutes"_s, 465);
    EXPECT_EQ(request.found(), u"error:from error:until"_s) << "a sixth day for the same marriage, and apart from it";
}

TEST(EventLeave, ABirthOfTheSpouseLeavesTwoDays)
{
    Request request(u"special"_s,
                    {{u"special_kind"_s, u"SP10"_s},
                     {u"from"_s, u"2026-12-01"_s},
                     {u"due_day"_s, u"2026-12-05"_s},
                     {u"hospital_day"_s, u"2026-12-01"_s}});

    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(request.found({{u"hospital_day"_s, u"2026-12-02"_s}}), u"error:from"_s);
    EXPECT_EQ(request.found({{u"born_on"_s, u"2026-11-16"_s}, {u"hospital_day"_s, u"2026-11-15"_s}}), u"error:from"_s);
    EXPECT_EQ(request.found({{u"born_on"_s, u"2026-11-17"_s}, {u"hospital_day"_s, u"2026-11-15"_s}}), QString());
    request.here.answer(form("leave"), request.fields, u"leave.special.SP10.minutes"_s, 465 + 60);
    EXPECT_EQ(request.found(), u"error:until"_s);
}

TEST(EventLeave, EvidenceOfTheFirstTimeIsEnough)
{
    Request request(u"special"_s,
                    {{u"special_kind"_s, u"SP11"_s}, {u"from"_s, u"2026-12-01"_s}, {u"due_day"_s, u"2026-12-05"_s}});
    request.here.attachments = 0;
    EXPECT_EQ(request.found(), u"error:evidence_later"_s);

    request.here.answer(form("leave"), request.fields, u"leave.special.SP11.minutes"_s, 465);
    EXPECT_EQ(request.found(), QString());
}

TEST(EventLeave, AChildIsCaredForUntilTheEndOfTheThirdGrade)
{
    // Nine on 1 April 2027 is reached on 31 March 2027; a day later, a year more.
    const Request request(
        u"special"_s,
        {{u"special_kind"_s, u"SP12"_s}, {u"from"_s, u"2027-04-01"_s}, {u"birth_day"_s, u"2018-04-02"_s}});

    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(request.found({{u"birth_day"_s, u"2018-04-01"_s}}), u"error:from"_s);
}

TEST(EventLeave, AMemorialDayLiesWithinFifteenYears)
{
    const Request request(
        u"special"_s,
        {{u"special_kind"_s, u"SP15"_s}, {u"from"_s, u"2026-12-03"_s}, {u"death_day"_s, u"2011-12-03"_s}});

    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(request.found({{u"death_day"_s, u"2011-12-02"_s}}), u"error:from"_s);
}

TEST(NursingTime, IsTakenEveryDayUntilTheFirstBirthday)
{
    Request request =
        byHours(u"special"_s, "8:30", "9:00",
                {{u"special_kind"_s, u"SP09"_s}, {u"until"_s, u"2026-12-09"_s}, {u"birth_day"_s, u"2025-12-10"_s}});

    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(absentDays(request), 5);
    EXPECT_EQ(request.found({{u"until"_s, u"2026-12-10"_s}}), u"error:until"_s);
    request.list("leave.special.SP09.minutes", {used(QDate(2026, 12, 7), 60, 975)});
    EXPECT_EQ(request.found(), u"error:end"_s) << "an hour a day";
}

TEST(CareLeave, LV_C1_LV_C2_HasThreePeriodsOfSixMonths)
{
    Request request = careLeave(u"2027-02-01"_s, u"2027-02-28"_s);
    request.list("leave.care.case1.days",
                 {used(QDate(2026, 4, 1), 30), used(QDate(2026, 4, 1), 30), used(QDate(2026, 6, 15), 122)});
    EXPECT_EQ(request.found(), QString()) << "1 month, 4 months, 1 month";
    EXPECT_EQ(request.found({{u"period_until"_s, u"2027-03-01"_s}}), u"error:period_until"_s);

    request.here.answers.back().entries.push_back(used(QDate(2026, 11, 1), 1));
    EXPECT_EQ(request.found({{u"period_until"_s, u"2027-02-01"_s}}), u"error:period_from"_s) << "LV-C2: a fourth one";
    EXPECT_EQ(request.found({{u"care_case"_s, u"2"_s}}), u"error:period_from"_s)
        << "the answers are those of the first case";
}

TEST(CareLeave, StaysWithinItsPeriod)
{
    Request request = careLeave(u"2026-12-03"_s, u"2026-12-31"_s);
    request.fields = with(request.fields, {{u"from"_s, u"2026-12-04"_s}});

    EXPECT_EQ(request.found(), u""_s);
    EXPECT_EQ(request.found({{u"period_from"_s, u"2026-12-05"_s}}), u"error:from"_s);
    EXPECT_EQ(request.found({{u"until"_s, u"2027-01-04"_s}}), u"error:until"_s);
    request.list("leave.care.case1.days", {used(QDate(2026, 12, 1), 10)});
    EXPECT_EQ(request.found(), u"error:period_from"_s) << "another period over the same days";
}

TEST(CareLeave, HoursLieAtTheEdgeOfTheDay)
{
    Request request = careLeave(u"2026-12-03"_s, u"2026-12-31"_s);
    const auto found = [&](const char *start, const char *end) {
        return request.found({{u"unit"_s, u"hours"_s}, {u"start"_s, at(start)}, {u"end"_s, at(end)}});
    };

    EXPECT_EQ(found("8:30", "10:30"), QString());
    EXPECT_EQ(found("13:15", "17:15"), QString());
    EXPECT_EQ(found("12:15", "16:45"), u"error:end error:start"_s) << "neither whole hours nor at an edge";
    EXPECT_EQ(found("10:00", "12:00"), u"error:start"_s);
    EXPECT_EQ(found("8:30", "14:30"), u"error:end"_s) << "five hours";
    request.here.set(u"leave.care.at_edges"_s, 0);
    EXPECT_EQ(found("10:00", "12:00"), QString());
}

TEST(CareLeave, TwoRequestsShareTheFourHoursOfADay)
{
    Request request = careLeave(u"2026-12-03"_s, u"2026-12-31"_s);
    request.fields =
        with(request.fields, {{u"unit"_s, u"hours"_s}, {u"start"_s, at("15:15")}, {u"end"_s, at("17:15")}});
    request.list("leave.care.minutes", {used(QDate(2026, 12, 3), 120, 510)});

    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(request.says({{u"start"_s, at("14:15")}}),
              u"1日に 4時間までです。12月3日は、ほかの時間を差し引いて 2時間まで取れます。"_s);
}

TEST(CareTime, SharesTheTwoHoursOfADayWithPartialLeave)
{
    Request request =
        byHours(u"care_time"_s, "15:15", "17:15",
                {{u"care_case"_s, u"1"_s}, {u"care_person"_s, u"母"_s}, {u"unit"_s, QJsonValue::Undefined}});
    request.list("leave.partial.first.minutes", {used(QDate(2026, 12, 3), 60, 510)});
    EXPECT_EQ(request.found(), u"error:end"_s);
    EXPECT_EQ(request.found({{u"start"_s, at("16:15")}}), QString());

    Request partial =
        byHours(u"partial"_s, "15:15", "17:15", {{u"partial_type"_s, u"first"_s}, {u"birth_day"_s, u"2023-05-01"_s}});
    partial.list("leave.care_time.minutes", {used(QDate(2026, 12, 3), 60, 510)});
    EXPECT_EQ(partial.found(), u"error:end"_s);
    partial.here.set(u"leave.care_time.partial_reduces"_s, 0);
    EXPECT_EQ(partial.found(), QString());
}

TEST(CareTime, IsTwoHoursADayForThreeYears)
{
    Request request =
        byHours(u"care_time"_s, "15:15", "17:15",
                {{u"care_case"_s, u"1"_s}, {u"care_person"_s, u"母"_s}, {u"unit"_s, QJsonValue::Undefined}});

    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(request.found({{u"start"_s, at("14:45")}}), u"error:end"_s);
    EXPECT_EQ(request.found({{u"until"_s, u"2026-12-28"_s}}), QString());
    request.list("leave.care_time.case1.minutes", {used(QDate(2023, 12, 4), 60, 975)});
    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(request.found({{u"until"_s, u"2026-12-04"_s}}), u"error:until"_s) << "the three years end";
    request.list("leave.care.case1.days", {used(QDate(2026, 12, 1), 10)});
    EXPECT_EQ(request.found(), u"error:from"_s) << "a designated period";
}

TEST(PartialLeave, LV_C4_IsTwoHoursADayLessNursingTime)
{
    Request request =
        byHours(u"partial"_s, "15:15", "17:15", {{u"partial_type"_s, u"first"_s}, {u"birth_day"_s, u"2023-05-01"_s}});
    EXPECT_EQ(request.found(), QString());
    EXPECT_EQ(request.found({{u"start"_s, at("14:45")}}), u"error:end"_s) << "2 h 30 min";
    EXPECT_EQ(request.found({{u"start"_s, at("15:30")}}), u"error:end"_s) << "no half hours";
    EXPECT_EQ(request.found({{u"unit"_s, u"day"_s}}), u"error:unit"_s);

    request.list("leave.special.SP09.minutes", {used(QDate(2026, 12, 3), 60, 510)});
    EXPECT_EQ(request.found(), u"error:end"_s);
    EXPECT_EQ(request.found({{u"start"_s, at("16:15")}}), QString());
    request.here.set(u"leave.partial.nursing_reduces"_s, 0);
    EXPECT_EQ(request.found(), QString());
}

TEST(PartialLeave, EndsWhenTheChildEntersSchool)
{
    const Request request =
        byHours(u"partial"_s, "15:15", "17:15", {{u"partial_type"_s, u"first"_s}, {u"birth_day"_s, u"2020-04-02"_s}});

    EXPECT_EQ(request.found(), QString()) << "enters school on 1 April 2027";
    EXPECT_EQ(request.found({{u"birth_day"_s, u"2020-04-01"_s}}), u"error:until"_s);
}

TEST(PartialLeave, OfTheSecondTypeIsAYearOfHours)
{
    Request request =
        byHours(u"partial"_s, "13:15", "17:15", {{u"partial_type"_s, u"second"_s}, {u"birth_day"_s, u"2023-05-01"_s}});
    request.here.answer(form("leave"), request.fields, u"leave.partial.second.minutes"_s, 4650 - 240);
    EXPECT_EQ(request.found(), QString());

    request.here.answers.back().used += 1;
    EXPECT_EQ(request.found(), u"error:until"_s);
    EXPECT_EQ(request.says(), u"「部分休業（第2号）」は1年に10日までです。この申請を含めて10日1分になります。"_s);
    request.here.answer(form("leave"), request.fields, u"leave.partial.first.minutes"_s, 60);
    EXPECT_EQ(request.found(), u"error:until warning:partial_type"_s);
}

TEST(UnionLeave, IsThirtyDaysAYear)
{
    Request request(u"union"_s, {{u"from"_s, u"2026-12-03"_s}});
    request.here.answer(form("leave"), request.fields, u"leave.union.minutes"_s, 29 * 465);
    EXPECT_EQ(request.found(), QString());

    request.here.answers.back().used += 60;
    EXPECT_EQ(request.found(), u"error:until"_s);
    EXPECT_EQ(form("leave").title(request.fields, shippedParameters()), u"組合休暇（12月3日 1日）"_s);
}

TEST(LeaveKinds, GoByPersonnelButForAnnualLeave)
{
    const auto rule = RouteRule::fromJson(form("leave").defaultRule(), 1);
    ASSERT_TRUE(rule);
    const auto examined = [&](const QString &kind) {
        return std::any_of(rule->lines.begin(), rule->lines.end(), [&kind](const RuleLine &line) {
            return line.kind == StepKind::Examine && line.when.holds({{u"kind"_s, kind}});
        });
    };

    EXPECT_FALSE(examined(u"annual"_s));
    for (const char *kind : {"sick", "special", "care", "care_time", "partial", "union"})
        EXPECT_TRUE(examined(QLatin1String(kind))) << kind;
}
