// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/overtime/overtimelimit.h"

#include "forms/support/wording.h"

#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct LimitPeriod {
    OvertimeForecast::Period period;
    QDate first;
    QDate last;
    auto key() const { return std::pair(period, first); }
};

LimitPeriod monthOf(const QDate &day)
{
    const QDate first(day.year(), day.month(), 1);
    return {OvertimeForecast::Period::Month, first, first.addMonths(1).addDays(-1)};
}

LimitPeriod limitYearOf(const QDate &day, const Numbers &numbers)
{
    const int month = static_cast<int>(numbers.at("overtime.limit_year_start_month", day));
    const QDate first(day.month() >= month ? day.year() : day.year() - 1, month, 1);
    return {OvertimeForecast::Period::Year, first, first.addYears(1).addDays(-1)};
}

/// The periods the parts touch, months first, with what the parts add to each.
std::vector<std::pair<LimitPeriod, qint64>> touchedPeriods(const std::vector<OvertimePart> &parts,
                                                           const Numbers &numbers)
{
    std::map<std::pair<OvertimeForecast::Period, QDate>, std::pair<LimitPeriod, qint64>> touched;
    for (const OvertimePart &part : parts) {
        const bool holiday = numbers.flag("overtime.limit_counts_holiday_in_hours", part.day);
        const qint64 added = part.overtime + (holiday ? part.holiday : 0);
        for (const LimitPeriod &period : {monthOf(part.day), limitYearOf(part.day, numbers)})
            touched.try_emplace(period.key(), period, 0).first->second.second += added;
    }
    std::vector<std::pair<LimitPeriod, qint64>> periods;
    for (auto &[key, period] : touched)
        periods.push_back(std::move(period));
    return periods;
}

QString questionName(const LimitPeriod &period, bool holiday)
{
    const QString kind = period.period == OvertimeForecast::Period::Month ? u"month"_s : u"year"_s;
    return kind + (holiday ? u"-holiday:"_s : u":"_s) + period.first.toString(Qt::ISODate);
}

bool externallyDriven(const FormContext &context, const QDate &day, const Numbers &numbers)
{
    const auto postId = context.office.primaryPost(context.drafter);
    const Post *post = postId ? context.office.post(*postId) : nullptr;
    const Section *section = post ? context.office.section(post->section) : nullptr;
    while (section) {
        if (numbers.find(u"overtime.busy."_s + section->code, day).value_or(0) != 0)
            return true;
        section = section->parent ? context.office.section(*section->parent) : nullptr;
    }
    return false;
}

OvertimeLimit limitFor(const LimitPeriod &period, bool busy, const Numbers &numbers)
{
    const QDate day = period.first;
    if (period.period == OvertimeForecast::Period::Month) {
        return busy ? OvertimeLimit{u"L-M100"_s, numbers.at("overtime.busy_limit_month_minutes", day),
                                    numbers.flag("overtime.busy_limit_month_exclusive", day)}
                    : OvertimeLimit{u"L-M45"_s, numbers.at("overtime.limit_month_minutes", day),
                                    numbers.flag("overtime.limit_month_exclusive", day)};
    }
    return busy ? OvertimeLimit{u"L-Y720"_s, numbers.at("overtime.busy_limit_year_minutes", day), false}
                : OvertimeLimit{u"L-Y360"_s, numbers.at("overtime.limit_year_minutes", day), false};
}

} // namespace

std::vector<LedgerQuery> overtimeQuestions(const std::vector<OvertimePart> &parts, StaffId drafter,
                                           const Numbers &numbers)
{
    std::vector<LedgerQuery> questions;
    const QString account = staffAccount(drafter);
    for (const auto &[period, added] : touchedPeriods(parts, numbers)) {
        questions.push_back({questionName(period, false), u"overtime.minutes"_s, account, period.first, period.last});
        if (numbers.flag("overtime.limit_counts_holiday_in_hours", period.first)) {
            questions.push_back(
                {questionName(period, true), u"overtime.holiday.minutes"_s, account, period.first, period.last});
        }
    }
    return questions;
}

std::vector<OvertimeForecast> overtimeForecasts(const std::vector<OvertimePart> &parts, const FormContext &context,
                                                const Numbers &numbers)
{
    std::vector<OvertimeForecast> forecasts;
    for (const auto &[period, added] : touchedPeriods(parts, numbers)) {
        const LedgerAnswer overtime = context.answer(questionName(period, false));
        const LedgerAnswer holiday = context.answer(questionName(period, true));
        const bool busy = externallyDriven(context, parts.front().day, numbers);
        forecasts.push_back({period.period, period.first,
                             overtime.used + overtime.reserved + holiday.used + holiday.reserved, added,
                             limitFor(period, busy, numbers)});
    }
    return forecasts;
}

Bilingual limitWords(const OvertimeLimit &limit)
{
    const Bilingual span = spanText(limit.minutes);
    return limit.exclusive ? Bilingual{span.ja + u"未満"_s, u"less than "_s + span.en}
                           : Bilingual{span.ja + u"以内"_s, u"up to "_s + span.en};
}

} // namespace kessai
