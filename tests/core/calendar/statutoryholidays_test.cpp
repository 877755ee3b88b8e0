// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/statutoryholidays.h"

#include "tests/support/printers.h"

#include <QStringList>

#include <gtest/gtest.h>

#include <map>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFirstTableYear = 2024;

/// domain.md 3.2: a holiday in each of the years 2024 to 2030; "5/3>5/6" where another day is off in its place.
struct TableLine {
    const char *name;
    const char *cells;
};

const TableLine kTable[] = {
    {"元日", "1/1 1/1 1/1 1/1 1/1 1/1 1/1"},
    {"成人の日", "1/8 1/13 1/12 1/11 1/10 1/8 1/14"},
    {"建国記念の日", "2/11>2/12 2/11 2/11 2/11 2/11 2/11>2/12 2/11"},
    {"天皇誕生日", "2/23 2/23>2/24 2/23 2/23 2/23 2/23 2/23"},
    {"春分の日", "3/20 3/20 3/20 3/21>3/22 3/20 3/20 3/20"},
    {"昭和の日", "4/29 4/29 4/29 4/29 4/29 4/29>4/30 4/29"},
    {"憲法記念日", "5/3 5/3 5/3>5/6 5/3 5/3 5/3 5/3"},
    {"みどりの日", "5/4 5/4>5/6 5/4 5/4 5/4 5/4 5/4"},
    {"こどもの日", "5/5>5/6 5/5 5/5 5/5 5/5 5/5 5/5>5/6"},
    {"海の日", "7/15 7/21 7/20 7/19 7/17 7/16 7/15"},
    {"山の日", "8/11>8/12 8/11 8/11 8/11 8/11 8/11 8/11>8/12"},
    {"敬老の日", "9/16 9/15 9/21 9/20 9/18 9/17 9/16"},
    {"休日", "- - 9/22 - - - -"},
    {"秋分の日", "9/22>9/23 9/23 9/23 9/23 9/22 9/23>9/24 9/23"},
    {"スポーツの日", "10/14 10/13 10/12 10/11 10/9 10/8 10/14"},
    {"文化の日", "11/3>11/4 11/3 11/3 11/3 11/3 11/3 11/3>11/4"},
    {"勤労感謝の日", "11/23 11/23>11/24 11/23 11/23 11/23 11/23 11/23"},
};

QDate dayIn(int year, const QString &monthAndDay)
{
    return {year, monthAndDay.section(u'/', 0, 0).toInt(), monthAndDay.section(u'/', 1, 1).toInt()};
}

std::map<QDate, QString> namesIn(int year)
{
    std::map<QDate, QString> names;
    for (const StatutoryHoliday &holiday : statutoryHolidays(year))
        names[holiday.day] = holiday.name;
    return names;
}

QString nameOn(const QDate &day)
{
    const auto names = namesIn(day.year());
    const auto it = names.find(day);
    return it == names.end() ? QString() : it->second;
}

} // namespace

class HolidayTable : public ::testing::TestWithParam<int> {};

TEST_P(HolidayTable, IsThatOfTheRulesInEveryCell)
{
    const int year = GetParam();

    std::map<QDate, QString> expected;
    for (const TableLine &line : kTable) {
        const QString cell = QString::fromUtf8(line.cells).split(u' ').at(year - kFirstTableYear);
        if (cell == u"-"_s)
            continue;
        expected[dayIn(year, cell.section(u'>', 0, 0))] = QString::fromUtf8(line.name);
        if (cell.contains(u'>'))
            expected[dayIn(year, cell.section(u'>', 1, 1))] = u"休日"_s;
    }

    EXPECT_EQ(namesIn(year), expected);
    const int entries[] = {21, 19, 18, 17, 16, 19, 19};
    EXPECT_EQ(int(statutoryHolidays(year).size()), entries[year - kFirstTableYear]);
}

INSTANTIATE_TEST_SUITE_P(Domain, HolidayTable, ::testing::Range(2024, 2031));

struct NamedDay {
    const char *id;
    QDate day;
    const char *name; ///< empty = no holiday
};

class HolidayVector : public ::testing::TestWithParam<NamedDay> {};

TEST_P(HolidayVector, IsWhatTheLawSays)
{
    EXPECT_EQ(nameOn(GetParam().day), QString::fromUtf8(GetParam().name)) << GetParam().id;
}

INSTANTIATE_TEST_SUITE_P(
    Domain, HolidayVector,
    ::testing::Values(NamedDay{"HD-1", {2026, 9, 22}, "休日"}, NamedDay{"HD-1", {2032, 9, 21}, "休日"},
                      NamedDay{"HD-3", {2021, 7, 19}, ""}, NamedDay{"HD-3", {2021, 10, 11}, ""},
                      NamedDay{"HD-3", {2021, 8, 11}, ""}, NamedDay{"HD-3", {2021, 8, 9}, "休日"},
                      NamedDay{"HD-4", {2019, 4, 30}, "休日"}, NamedDay{"HD-4", {2019, 5, 2}, "休日"},
                      NamedDay{"HD-4", {2019, 5, 1}, "即位の日"}, NamedDay{"HD-4", {2019, 10, 22}, "即位礼正殿の儀"},
                      NamedDay{"HD-6", {2024, 2, 10}, ""}, NamedDay{"HD-6", {2030, 2, 22}, ""},
                      NamedDay{"HD-6", {2030, 2, 25}, ""}));

INSTANTIATE_TEST_SUITE_P(
    OneYear, HolidayVector,
    ::testing::Values(NamedDay{"2020", {2020, 7, 23}, "海の日"}, NamedDay{"2020", {2020, 7, 24}, "スポーツの日"},
                      NamedDay{"2020", {2020, 8, 10}, "山の日"}, NamedDay{"2020", {2020, 7, 20}, ""},
                      NamedDay{"2020", {2020, 8, 11}, ""}, NamedDay{"2020", {2020, 10, 12}, ""},
                      NamedDay{"2021", {2021, 7, 22}, "海の日"}, NamedDay{"2021", {2021, 7, 23}, "スポーツの日"},
                      NamedDay{"2021", {2021, 8, 8}, "山の日"}));

INSTANTIATE_TEST_SUITE_P(
    Earlier, HolidayVector,
    ::testing::Values(NamedDay{"成人", {1999, 1, 15}, "成人の日"}, NamedDay{"成人", {2000, 1, 10}, "成人の日"},
                      NamedDay{"天皇", {1988, 4, 29}, "天皇誕生日"}, NamedDay{"天皇", {1989, 4, 29}, "みどりの日"},
                      NamedDay{"天皇", {2018, 12, 23}, "天皇誕生日"}, NamedDay{"天皇", {2019, 12, 23}, ""},
                      NamedDay{"天皇", {2019, 2, 23}, ""}, NamedDay{"天皇", {2018, 12, 24}, "休日"},
                      NamedDay{"5/4", {1985, 5, 4}, ""}, NamedDay{"5/4", {1988, 5, 4}, "休日"},
                      NamedDay{"5/4", {1986, 5, 4}, ""}, NamedDay{"5/4", {1992, 5, 4}, "休日"},
                      NamedDay{"5/4", {2007, 5, 4}, "みどりの日"}, NamedDay{"5/6", {2008, 5, 6}, "休日"},
                      NamedDay{"海の日", {2002, 7, 20}, "海の日"}, NamedDay{"海の日", {2003, 7, 21}, "海の日"},
                      NamedDay{"体育", {1999, 10, 10}, "体育の日"}, NamedDay{"体育", {1999, 10, 11}, "休日"},
                      NamedDay{"山の日", {2015, 8, 11}, ""}, NamedDay{"敬老", {2002, 9, 15}, "敬老の日"},
                      NamedDay{"sandwich", {2009, 9, 22}, "休日"}, NamedDay{"sandwich", {2015, 9, 22}, "休日"},
                      NamedDay{"once", {1989, 2, 24}, "大喪の礼"}, NamedDay{"once", {1990, 11, 12}, "即位礼正殿の儀"},
                      NamedDay{"once", {1993, 6, 9}, "結婚の儀"}));

TEST(StatutoryHolidays, AreInOrderAndOnceInEveryYearTheRulesKnow)
{
    for (int year = kFirstRuleYear; year <= kLastRuleYear; ++year) {
        const auto &days = statutoryHolidays(year);
        EXPECT_TRUE(std::is_sorted(days.begin(), days.end(), [](const auto &a, const auto &b) {
            return a.day < b.day;
        })) << year;
        EXPECT_EQ(namesIn(year).size(), days.size()) << year;
        EXPECT_GE(days.size(), 12u) << year;
        for (const StatutoryHoliday &one : days)
            EXPECT_EQ(one.day.year(), year);
    }
    EXPECT_TRUE(statutoryHolidays(kFirstRuleYear - 1).empty());
    EXPECT_TRUE(statutoryHolidays(kLastRuleYear + 1).empty());
}

TEST(StatutoryHolidays, MarkWhatHangsOnAnEquinoxThatNobodyAnnounced)
{
    const auto provisional = [](int year) {
        QStringList days;
        for (const StatutoryHoliday &one : statutoryHolidays(year)) {
            if (one.provisional)
                days.append(one.day.toString(u"M/d"_s));
        }
        return days.join(u' ');
    };

    EXPECT_EQ(provisional(kAnnouncedThrough), QString());
    EXPECT_EQ(provisional(2028), u"3/20 9/22"_s);
    EXPECT_EQ(provisional(2029), u"3/20 9/23 9/24"_s) << "the substitute moves with it";
    EXPECT_EQ(provisional(2032), u"3/20 9/21 9/22"_s) << "so does the day between";
}

} // namespace kessai::test
