// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leaveledger.h"

#include "forms/leave/annualgrant.h"
#include "forms/support/wording.h"

#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

// Only the sums are wanted here, not whose they are.
const StaffId kNobody(0);

QString leaveQuestion(const char *what, const QDate &yearStart)
{
    return QLatin1String(what) + u':' + yearStart.toString(Qt::ISODate);
}

struct YearSums {
    qint64 minutes = 0;
    qint64 halfDays = 0;
};

/// What the span puts into the ledgers of its kind, by leave year.
std::map<QDate, YearSums> sumsByYear(const LeaveSpan &span, const Numbers &numbers)
{
    std::map<QDate, YearSums> years;
    for (const Posting &posting : leavePostings(span, kNobody, numbers)) {
        if (!posting.ledger.startsWith(u"leave."_s))
            continue;
        YearSums &year = years[leaveYearStart(posting.day, numbers)];
        (posting.ledger.endsWith(u".half_days"_s) ? year.halfDays : year.minutes) += posting.amount;
    }
    return years;
}

qint64 sumOf(const LedgerAnswer &answer)
{
    return answer.used + answer.reserved;
}

} // namespace

std::optional<qint64> specialNumber(const SpecialLeave &special, const char *name, const QDate &day,
                                    const Numbers &numbers)
{
    return numbers.find(u"leave.special."_s + special.code + u'.' + QLatin1String(name), day);
}

std::vector<LedgerQuery> leaveQuestions(const LeaveSpan &span, StaffId drafter, const Numbers &numbers)
{
    std::vector<LedgerQuery> questions;
    const QString account = staffAccount(drafter);
    const bool perYear = span.special && span.special->limit == SpecialLeave::Limit::PerYear;
    for (const auto &[first, sums] : sumsByYear(span, numbers)) {
        const QDate last = first.addYears(1).addDays(-1);
        if (!span.special) {
            questions.push_back({leaveQuestion("minutes", first), u"leave.annual.minutes"_s, account, first, last});
            questions.push_back({leaveQuestion("half", first), u"leave.annual.half_days"_s, account, first, last});
        } else if (perYear) {
            questions.push_back({leaveQuestion("minutes", first),
                                 u"leave.special."_s + span.special->code + u".minutes"_s, account, first, last});
        }
    }
    questions.push_back({u"absence"_s, u"absence.minutes"_s, account, span.from, span.until});
    return questions;
}

std::vector<AnnualBalance> annualBalances(const LeaveSpan &span, const FormContext &context, const Numbers &numbers)
{
    std::vector<AnnualBalance> balances;
    if (span.special)
        return balances;
    for (const auto &[first, sums] : sumsByYear(span, numbers)) {
        const qint64 day = numbers.at("leave.day_minutes", first);
        const qint64 grant = numbers.at("leave.annual.grant_days", first);
        const qint64 minutes = sumOf(context.answer(leaveQuestion("minutes", first)));
        const qint64 halfDays = sumOf(context.answer(leaveQuestion("half", first)));
        balances.push_back({first, grant, LeaveAmount::days(grant, day), LeaveAmount::of(minutes, halfDays, day),
                            LeaveAmount::of(sums.minutes, sums.halfDays, day)});
    }
    return balances;
}

std::vector<SpecialUse> specialUses(const LeaveSpan &span, bool extended, const FormContext &context,
                                    const Numbers &numbers)
{
    std::vector<SpecialUse> uses;
    if (!span.special || span.special->limit == SpecialLeave::Limit::None)
        return uses;
    const auto limitOn = [&](const QDate &day) {
        const auto raised = specialNumber(*span.special, "extended_limit_days", day, numbers);
        return extended && raised ? raised : specialNumber(*span.special, "limit_days", day, numbers);
    };
    const bool perYear = span.special->limit == SpecialLeave::Limit::PerYear;
    qint64 inRequest = 0;
    for (const auto &[first, sums] : sumsByYear(span, numbers)) {
        inRequest += sums.minutes;
        const auto limit = limitOn(span.from);
        const qint64 day = numbers.at("leave.day_minutes", span.from);
        if (perYear && limit) {
            uses.push_back({first, day, sumOf(context.answer(leaveQuestion("minutes", first))), sums.minutes,
                            *limit * day, extended});
        }
    }
    if (const auto limit = limitOn(span.from); !perYear && limit) {
        const qint64 day = numbers.at("leave.day_minutes", span.from);
        uses.push_back({QDate(), day, 0, inRequest, *limit * day, extended});
    }
    return uses;
}

qint64 absentElsewhere(const FormContext &context)
{
    return sumOf(context.answer(u"absence"_s));
}

} // namespace kessai
