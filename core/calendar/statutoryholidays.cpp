// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/statutoryholidays.h"

#include <algorithm>
#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSpringMonth = 3;
constexpr int kAutumnMonth = 9;

/// How a holiday finds its day in the years from `from` to `until`.
struct Rule {
    enum class Kind { Fixed, Monday, Equinox } kind;
    int from;
    int until;
    int month;
    int day; ///< Fixed: of the month; Monday: which one of the month
    QString name;
};

/// 祝日法 2条 with its amendments since 1980, and the laws for one year alone.
const std::vector<Rule> &rules()
{
    using enum Rule::Kind;
    constexpr int kStart = kFirstRuleYear;
    constexpr int kEnd = kLastRuleYear;
    static const std::vector<Rule> table = {
        {Fixed, kStart, kEnd, 1, 1, u"元日"_s},           {Fixed, kStart, 1999, 1, 15, u"成人の日"_s},
        {Monday, 2000, kEnd, 1, 2, u"成人の日"_s},        {Fixed, kStart, kEnd, 2, 11, u"建国記念の日"_s},
        {Fixed, 2020, kEnd, 2, 23, u"天皇誕生日"_s},      {Equinox, kStart, kEnd, kSpringMonth, 0, u"春分の日"_s},
        {Fixed, kStart, 1988, 4, 29, u"天皇誕生日"_s},    {Fixed, 1989, 2006, 4, 29, u"みどりの日"_s},
        {Fixed, 2007, kEnd, 4, 29, u"昭和の日"_s},        {Fixed, kStart, kEnd, 5, 3, u"憲法記念日"_s},
        {Fixed, 2007, kEnd, 5, 4, u"みどりの日"_s},       {Fixed, kStart, kEnd, 5, 5, u"こどもの日"_s},
        {Fixed, 1996, 2002, 7, 20, u"海の日"_s},          {Monday, 2003, 2019, 7, 3, u"海の日"_s},
        {Fixed, 2020, 2020, 7, 23, u"海の日"_s},          {Fixed, 2021, 2021, 7, 22, u"海の日"_s},
        {Monday, 2022, kEnd, 7, 3, u"海の日"_s},          {Fixed, 2016, 2019, 8, 11, u"山の日"_s},
        {Fixed, 2020, 2020, 8, 10, u"山の日"_s},          {Fixed, 2021, 2021, 8, 8, u"山の日"_s},
        {Fixed, 2022, kEnd, 8, 11, u"山の日"_s},          {Fixed, kStart, 2002, 9, 15, u"敬老の日"_s},
        {Monday, 2003, kEnd, 9, 3, u"敬老の日"_s},        {Equinox, kStart, kEnd, kAutumnMonth, 0, u"秋分の日"_s},
        {Fixed, kStart, 1999, 10, 10, u"体育の日"_s},     {Monday, 2000, 2019, 10, 2, u"体育の日"_s},
        {Fixed, 2020, 2020, 7, 24, u"スポーツの日"_s},    {Fixed, 2021, 2021, 7, 23, u"スポーツの日"_s},
        {Monday, 2022, kEnd, 10, 2, u"スポーツの日"_s},   {Fixed, kStart, kEnd, 11, 3, u"文化の日"_s},
        {Fixed, kStart, kEnd, 11, 23, u"勤労感謝の日"_s}, {Fixed, 1989, 2018, 12, 23, u"天皇誕生日"_s},
        {Fixed, 1989, 1989, 2, 24, u"大喪の礼"_s},        {Fixed, 1990, 1990, 11, 12, u"即位礼正殿の儀"_s},
        {Fixed, 1993, 1993, 6, 9, u"結婚の儀"_s},         {Fixed, 2019, 2019, 5, 1, u"即位の日"_s},
        {Fixed, 2019, 2019, 10, 22, u"即位礼正殿の儀"_s},
    };
    return table;
}

/// The day of the equinox of March or September (domain.md 3.1), in millionths of a day, since nothing here is a fraction.
int equinoxDay(int year, int month)
{
    constexpr qint64 kMillion = 1'000'000;
    const qint64 years = year - kFirstRuleYear;
    const qint64 base = month == kSpringMonth ? 20'843'100 : 23'248'800;
    return int((base + 242'194 * years - kMillion * (years / 4)) / kMillion);
}

QDate dayOf(const Rule &rule, int year)
{
    switch (rule.kind) {
    case Rule::Kind::Fixed: return {year, rule.month, rule.day};
    case Rule::Kind::Equinox: return {year, rule.month, equinoxDay(year, rule.month)};
    case Rule::Kind::Monday: {
        const QDate first(year, rule.month, 1);
        const int toMonday = (8 - first.dayOfWeek()) % 7;
        return first.addDays(toMonday + 7 * (rule.day - 1));
    }
    }
    return {};
}

std::vector<StatutoryHoliday> compute(int year)
{
    constexpr int kSandwichSince = 1986;
    constexpr int kSandwichOnSunday = 2007; // until then a Sunday between two holidays was none itself
    std::map<QDate, StatutoryHoliday> named;
    for (const Rule &rule : rules()) {
        if (rule.from > year || year > rule.until)
            continue;
        const QDate day = dayOf(rule, year);
        named[day] = {day, rule.name, rule.kind == Rule::Kind::Equinox && year > kAnnouncedThrough};
    }
    std::map<QDate, StatutoryHoliday> all = named;
    const auto add = [&all](const QDate &day, bool provisional) {
        all.try_emplace(day, StatutoryHoliday{day, u"休日"_s, provisional});
    };
    for (const auto &[day, holiday] : named) { // 3条2項
        if (day.dayOfWeek() != Qt::Sunday)
            continue;
        QDate next = day.addDays(1);
        bool provisional = holiday.provisional;
        for (auto it = named.find(next); it != named.end(); it = named.find(next)) {
            provisional = provisional || it->second.provisional;
            next = next.addDays(1);
        }
        add(next, provisional);
    }
    for (const auto &[day, holiday] : named) { // 3条3項: between two holidays, not between a holiday and a substitute
        const QDate between = day.addDays(1);
        const auto after = named.find(between.addDays(1));
        const bool excluded = year < kSandwichOnSunday && between.dayOfWeek() == Qt::Sunday;
        if (year >= kSandwichSince && after != named.end() && !named.contains(between) && !excluded)
            add(between, holiday.provisional || after->second.provisional);
    }
    std::vector<StatutoryHoliday> days;
    for (const auto &[day, holiday] : all)
        days.push_back(holiday);
    return days;
}

} // namespace

const std::vector<StatutoryHoliday> &statutoryHolidays(int year)
{
    static const std::vector<std::vector<StatutoryHoliday>> years = [] {
        std::vector<std::vector<StatutoryHoliday>> computed;
        for (int one = kFirstRuleYear; one <= kLastRuleYear; ++one)
            computed.push_back(compute(one));
        return computed;
    }();
    static const std::vector<StatutoryHoliday> none;
    return kFirstRuleYear <= year && year <= kLastRuleYear ? years[size_t(year - kFirstRuleYear)] : none;
}

} // namespace kessai
