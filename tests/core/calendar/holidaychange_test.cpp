// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holidaychange.h"

#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

const QDate kChangeDay(2026, 11, 26);

/// The official list of a year as the law has it, with one day more or less.
ImportHolidays listOf(int year, const std::vector<OfficialDay> &more = {}, const std::vector<QDate> &less = {})
{
    ImportHolidays list;
    for (const OfficialDay &one : shippedHolidays().officialIn(year)) {
        if (std::find(less.begin(), less.end(), one.day) == less.end())
            list.days.push_back(one);
    }
    list.days.insert(list.days.end(), more.begin(), more.end());
    return list;
}

Holidays changed(const HolidayChange &change, const Holidays &known, int revision)
{
    EXPECT_TRUE(checkChange(change, known, kChangeDay).ok());
    return Holidays(applied(change, known, revision, kChangeDay));
}

} // namespace

TEST(HolidayChange, ImportStandsForItsYearsAndLeavesTheOthers)
{
    const Holidays first = changed(listOf(2028), shippedHolidays(), 2);
    const Holidays second = changed(listOf(2029, {{QDate(2029, 6, 1), u"祝いの日"_s}}), first, 3);

    EXPECT_TRUE(second.isImported(2028));
    EXPECT_EQ(second.in(2028).size(), shippedHolidays().in(2028).size());
    EXPECT_EQ(second.name(QDate(2029, 6, 1)), u"祝いの日"_s);
    EXPECT_EQ(second.kind(QDate(2029, 12, 31)), DayKind::Holiday) << "closing days are not of the list";

    const Holidays third = changed(listOf(2029), second, 4);
    EXPECT_EQ(third.kind(QDate(2029, 6, 1)), DayKind::Duty);
    EXPECT_EQ(third.knownIn(3).kind(QDate(2029, 6, 1)), DayKind::Holiday);
    EXPECT_EQ(third.rows().size(), second.rows().size()) << "nothing is deleted, nothing written twice";
}

TEST(HolidayChange, SameListAgainIsRefused)
{
    const Holidays known = changed(listOf(2028), shippedHolidays(), 2);

    EXPECT_EQ(checkChange(listOf(2028), known, kChangeDay).error().code, ErrorCode::AlreadyExists);
    EXPECT_TRUE(checkChange(listOf(2028, {}, {QDate(2028, 8, 11)}), known, kChangeDay).ok());
}

TEST(HolidayChange, ListsThatMakeNoSenseAreRefused)
{
    const QDate day(2028, 1, 1);
    const auto codeOf = [](const std::vector<OfficialDay> &days) {
        return checkChange(ImportHolidays{days}, shippedHolidays(), kChangeDay).error();
    };

    EXPECT_EQ(codeOf({}).code, ErrorCode::Invalid);
    EXPECT_EQ(codeOf({{day, {}}}).code, ErrorCode::Invalid);
    EXPECT_EQ(codeOf({{day, u" 　"_s}}).code, ErrorCode::Invalid);
    EXPECT_EQ(codeOf({{day, QString(101, u'x')}}).code, ErrorCode::Invalid);
    EXPECT_EQ(codeOf({{day, u"a\nb"_s}}).code, ErrorCode::Invalid);
    EXPECT_EQ(codeOf({{day, u"元日"_s}, {day, u"休日"_s}}).code, ErrorCode::Invalid);
    EXPECT_EQ(codeOf({{QDate(), u"元日"_s}}).refusal, Refusal::PeriodInvalid);
    EXPECT_EQ(codeOf({{QDate(99999, 1, 1), u"元日"_s}}).refusal, Refusal::PeriodInvalid);
    EXPECT_EQ(codeOf(std::vector<OfficialDay>(5001, {day, u"元日"_s})).refusal, Refusal::TooManyEntries);
}

TEST(HolidayChange, TheLawIsWrittenDownOnceAndCorrectedLater)
{
    const Holidays first(withLaw(shippedHolidays(), 2, kChangeDay));
    EXPECT_EQ(first.in(2026).size(), shippedHolidays().in(2026).size());
    EXPECT_FALSE(first.isImported(2026));
    EXPECT_EQ(withLaw(first, 3, kChangeDay), first.rows()) << "nothing is written twice";

    // What an older program wrote down otherwise is put right from now on, and known as it was before.
    std::vector<Holiday> rows = first.rows();
    for (Holiday &row : rows) {
        if (row.day == QDate(2027, 5, 3))
            row.day = row.until = QDate(2027, 5, 6);
    }
    const Holidays mended(withLaw(Holidays(rows), 3, kChangeDay));
    EXPECT_EQ(mended.kind(QDate(2027, 5, 3)), DayKind::Holiday);
    EXPECT_EQ(mended.kind(QDate(2027, 5, 6)), DayKind::Duty);
    EXPECT_EQ(mended.knownIn(2).kind(QDate(2027, 5, 6)), DayKind::Holiday);
    EXPECT_EQ(mended.rows().size(), first.rows().size() + 1);

    // An import stands before it.
    EXPECT_TRUE(
        Holidays(applied(listOf(2027, {}, {QDate(2027, 5, 3)}), mended, 4, kChangeDay)).isDuty(QDate(2027, 5, 3)));
}

TEST(HolidayChange, LocalDaysComeOnceAndEndWithYesterday)
{
    const QDate founded(2020, 6, 10);
    const Holidays known = changed(AddLocalDay{founded, true, u"市制施行記念日"_s}, shippedHolidays(), 2);

    EXPECT_EQ(known.kind(QDate(2026, 6, 10)), DayKind::Holiday);
    EXPECT_EQ(checkChange(AddLocalDay{QDate(2027, 6, 10), false, u"x"_s}, known, kChangeDay).error().code,
              ErrorCode::AlreadyExists);
    EXPECT_TRUE(checkChange(AddLocalDay{QDate(2019, 6, 10), false, u"x"_s}, known, kChangeDay).ok())
        << "before it was one";
    EXPECT_EQ(checkChange(EndLocalDay{founded, 9}, known, kChangeDay).error().code, ErrorCode::NotFound);
    EXPECT_EQ(checkChange(EndLocalDay{QDate(2026, 12, 29), 1}, known, kChangeDay).error().code, ErrorCode::NotFound)
        << "a closing day is none of the city's own";

    const Holidays ended = changed(EndLocalDay{founded, 2}, known, 3);
    EXPECT_EQ(ended.kind(QDate(2026, 6, 10)), DayKind::Holiday) << "the years it was one stay";
    EXPECT_EQ(ended.kind(QDate(2027, 6, 10)), DayKind::Duty);
    EXPECT_EQ(ended.knownIn(2).kind(QDate(2027, 6, 10)), DayKind::Holiday);
    EXPECT_TRUE(checkChange(EndLocalDay{founded, 3}, ended, kChangeDay.addDays(-1)).ok())
        << "until its last day is over";
    EXPECT_EQ(checkChange(EndLocalDay{founded, 3}, ended, kChangeDay).error().code, ErrorCode::NotFound)
        << "what has ended would be one until yesterday again";

    const Holidays once = changed(AddLocalDay{QDate(2026, 7, 8), false, u"臨時閉庁"_s}, shippedHolidays(), 2);
    EXPECT_EQ(changed(EndLocalDay{QDate(2026, 7, 8), 2}, once, 3).kind(QDate(2026, 7, 8)), DayKind::Duty);
}

TEST(HolidayChange, DiffSaysWhatAnImportWouldChange)
{
    const ImportHolidays list =
        listOf(2028, {{QDate(2028, 12, 22), u"新しい日"_s}}, {QDate(2028, 3, 20), QDate(2028, 4, 29)});

    const HolidayDiff diff = diffOf(list, shippedHolidays());

    EXPECT_EQ(diff.added, (std::vector<OfficialDay>{{QDate(2028, 12, 22), u"新しい日"_s}}));
    EXPECT_EQ(diff.removed,
              (std::vector<OfficialDay>{{QDate(2028, 3, 20), u"春分の日"_s}, {QDate(2028, 4, 29), u"昭和の日"_s}}));
    EXPECT_TRUE(diff.renamed.empty());
    EXPECT_EQ(diff.otherKind, (std::vector<QDate>{QDate(2028, 3, 20), QDate(2028, 12, 22)})) << "4/29 is a Saturday";
    EXPECT_EQ(diff.newYears, std::vector<int>{2028});
    EXPECT_TRUE(diff.changes());

    const Holidays known(applied(list, shippedHolidays(), 2, kChangeDay));
    EXPECT_FALSE(diffOf(list, known).changes());
    ImportHolidays renamed = list;
    renamed.days.front().name = u"新年"_s;
    EXPECT_EQ(diffOf(renamed, known).renamed,
              (std::vector<HolidayDiff::Renamed>{{QDate(2028, 1, 1), u"元日"_s, u"新年"_s}}));
}

} // namespace kessai::test
