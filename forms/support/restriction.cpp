// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/restriction.h"

#include "forms/support/dutyledger.h"
#include "forms/support/overtimeforecast.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString careSource(const QString &request)
{
    return u"人事院規則10-11; 条例準則（育児・介護を行う職員の時間外勤務の%1）"_s.arg(request);
}

/// The most a month and a year may have while a restriction for childcare or care holds.
std::vector<Finding> limitedFindings(const std::vector<Posting> &paid, const FormContext &context,
                                     const Numbers &numbers)
{
    const NumberOn number = numberOn(numbers);
    const OvertimeMonths months = overtimeMonths(paid, context, numbers);
    for (const Posting &posting : paid) {
        qint64 year = 0;
        for (const auto &[month, one] : months)
            year += limitYearOf(month, number) == limitYearOf(posting.day, number) ? one.minutes : 0;
        const auto month = months.find(monthOf(posting.day));
        const qint64 monthMost = numbers.at("overtime.care_month_minutes", posting.day);
        const qint64 yearMost = numbers.at("overtime.care_year_minutes", posting.day);
        if ((month == months.end() || month->second.minutes <= monthMost) && year <= yearMost)
            continue;
        return {errorOn(
            "restriction",
            fill(
                {u"育児・介護による制限の請求がある間は、月%1・年%2を超えて命令できません。"_s,
                 u"While a restriction for childcare or care holds, at most %1 a month and %2 a year can be ordered."_s},
                {spanText(monthMost), spanText(yearMost)}),
            careSource(u"制限"_s))};
    }
    return {};
}

} // namespace

std::vector<Finding> restrictionFindings(const QString &restriction, const std::vector<Posting> &paid,
                                         const FormContext &context, const Numbers &numbers)
{
    if (restriction.isEmpty())
        return {};
    if (paid.empty()) {
        return {
            warningOn("restriction",
                      {u"時間外勤務の制限・免除の請求をしている職員です。本人の事情を確かめてください。"_s,
                       u"There is a request not to be ordered to work. Please ask whether this duty is possible."_s},
                      u"労働基準法66条; 人事院規則10-7・10-11"_s)};
    }
    if (restriction == u"maternity"_s) {
        return {errorOn("restriction",
                        {u"妊産婦の請求がある間は、時間外勤務・休日勤務を命令できません。"_s,
                         u"No overtime can be ordered while a request by reason of maternity holds."_s},
                        u"労働基準法66条; 人事院規則10-7"_s)};
    }
    if (restriction == u"exempt"_s) {
        return {errorOn("restriction",
                        {u"育児・介護による免除の請求がある間は、時間外勤務を命令できません。"_s,
                         u"No overtime can be ordered while an exemption for childcare or care holds."_s},
                        careSource(u"免除"_s))};
    }
    return limitedFindings(paid, context, numbers);
}

} // namespace kessai
