// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/overtime/overtimestanding.h"

#include "forms/support/dutyledger.h"
#include "forms/support/overtimeforecast.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

Insight limitInsight(const LimitState &state, const QDate &day, const Numbers &numbers)
{
    Insight insight;
    const Bilingual reached = state.rule == LimitRule::SixMonths45
        ? same(QString::number(state.reached))
        : spanText(state.reached / qMax(1, state.rule == LimitRule::Mean80 ? state.months : 1));
    switch (state.rule) {
    case LimitRule::Month45:
    case LimitRule::Month100:
        insight.text = fill({u"%1の時間外勤務 %2"_s, u"Overtime of %1: %2"_s}, {monthText(day), reached});
        break;
    case LimitRule::Year360:
    case LimitRule::Year720: insight.text = fill({u"年度の累計 %1"_s, u"In the year: %1"_s}, {reached}); break;
    case LimitRule::Mean80:
        insight.text =
            fill({u"%1か月の平均 %2"_s, u"Mean of %1 months: %2"_s}, {same(QString::number(state.months)), reached});
        break;
    case LimitRule::SixMonths45:
        insight.text = fill({u"%2を超えた月 %1"_s, u"Months above %2: %1"_s},
                            {reached, spanText(numbers.at("overtime.limit_month_minutes", day))});
        break;
    case LimitRule::AfterMove30: insight.text = fill({u"異動後の累計 %1"_s, u"Since the move: %1"_s}, {reached}); break;
    }
    insight.used = state.reached;
    insight.limit = state.limit;
    const Bilingual limit = state.rule == LimitRule::SixMonths45
        ? Bilingual{QString(QString::number(state.limit) + u"か月"_s),
                    QString(QString::number(state.limit) + u" months"_s)}
        : spanText(state.limit / qMax(1, state.rule == LimitRule::Mean80 ? state.months : 1));
    insight.limitText =
        state.exclusive ? fill({u"%1未満"_s, u"less than %1"_s}, {limit}) : fill({u"%1以内"_s, u"up to %1"_s}, {limit});
    insight.remarkable =
        !state.allowed() || (state.reached > 0 && state.near(numbers.at("overtime.notice_percent", day)));
    insight.tone = state.allowed() ? Finding::Severity::Warning : Finding::Severity::Error;
    return insight;
}

} // namespace

std::vector<LedgerQuery> overtimeStandingQuestions(StaffId who, const QDate &day, const Numbers &numbers)
{
    const QDate month = monthOf(day);
    const QDate from = limitsSince(day, numberOn(numbers)).addDays(-1);
    const QDate until = month.addMonths(1).addDays(-1);
    const QString account = staffAccount(who);
    std::vector<LedgerQuery> questions;
    for (const WorkLedgers &ledgers : {orderLedgers(), resultLedgers()}) {
        for (const QString &ledger : {ledgers.overtime, ledgers.holiday})
            questions.push_back({ledger, ledger, account, from, until, true});
    }
    return questions;
}

std::vector<Insight> overtimeStanding(const FormContext &context, const Numbers &numbers)
{
    std::vector<Insight> insights;
    for (const LimitState &state :
         limitsOf(monthOf(context.today), countedOvertime(context, numbers), numberOn(numbers)))
        insights.push_back(limitInsight(state, context.today, numbers));
    return insights;
}

} // namespace kessai
