// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leaveledger.h"

#include "forms/leave/annualgrant.h"
#include "forms/support/dutyledger.h"
#include "forms/support/wording.h"

#include <algorithm>
#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

// Only the sums are wanted here, not whose they are.
const StaffId kNobody(0);

/// So many days without duty may lie between two parts of a run, at the most: longer than the turn of the year.
constexpr int kRunGap = 20;

QString usedQuestion(const QDate &yearStart)
{
    return u"used:"_s + yearStart.toString(Qt::ISODate);
}

struct YearSums {
    qint64 minutes = 0;
    qint64 halfDays = 0;
};

QDate yearStartOf(const LeaveSpan &span, const QDate &day, const Numbers &numbers)
{
    return span.kind == LeaveKind::Partial ? partialYearStart(day, numbers) : leaveYearStart(day, numberOn(numbers));
}

/// The ledger of the minutes a limit counts.
QString limitedLedger(const LeaveSpan &span)
{
    return span.kind == LeaveKind::Partial ? partialLedger(span.partial) : leaveLedger(span);
}

/// The minutes the span puts into the ledger a limit counts, by the year they are counted in.
std::map<QDate, qint64> minutesByYear(const LeaveSpan &span, const Numbers &numbers)
{
    std::map<QDate, qint64> years;
    const QString ledger = limitedLedger(span);
    for (const Posting &posting : leavePostings(span, kNobody, numbers)) {
        if (posting.ledger == ledger)
            years[yearStartOf(span, posting.day, numbers)] += posting.amount;
    }
    return years;
}

qint64 sumOf(const LedgerAnswer &answer)
{
    return answer.used + answer.reserved;
}

/// Whether a kind of leave has a limit a year, and how many minutes of it.
std::optional<qint64> yearLimit(const LeaveSpan &span, const QDate &day, const Numbers &numbers)
{
    const qint64 minutes = span.dayMinutes(day, numbers);
    if (span.kind == LeaveKind::Union)
        return numbers.at("leave.union.limit_days", day) * minutes;
    if (span.kind == LeaveKind::Partial && span.partial == PartialKind::Second)
        return numbers.find(u"leave.partial.second.year_minutes"_s, day).value_or(0);
    return std::nullopt;
}

/// The days a special leave may be taken in days.
std::optional<qint64> specialLimit(const LeaveSpan &span, const Numbers &numbers)
{
    const auto longer =
        span.extended ? specialNumber(*span.special, "extended_limit_days", span.from, numbers) : std::nullopt;
    return longer ? longer : specialNumber(*span.special, "limit_days", span.from, numbers);
}

bool countsByYear(const LeaveSpan &span, const Numbers &numbers)
{
    return yearLimit(span, span.from, numbers) || (span.special && span.special->limit == SpecialLeave::Limit::PerYear);
}

bool countsByEvent(const LeaveSpan &span)
{
    return span.special && span.special->limit == SpecialLeave::Limit::PerEvent && span.window.first;
}

/// Whether the days of one occasion are taken one after another.
bool inOneRun(const LeaveSpan &span, const Numbers &numbers)
{
    return span.special && specialNumber(*span.special, "one_run", span.from, numbers).value_or(0) != 0;
}

class Questions final {
public:
    explicit Questions(StaffId staff) : m_account(staffAccount(staff)) {}

    void sum(const QString &name, const QString &ledger, const QDate &from, const QDate &until)
    {
        all.push_back({name, ledger, m_account, from, until});
    }
    void list(const char *name, const QString &ledger, const QDate &from, const QDate &until)
    {
        all.push_back({QLatin1String(name), ledger, m_account, from, until, true});
    }

    std::vector<LedgerQuery> all;

private:
    QString m_account;
};

void askForKind(const LeaveSpan &span, const Numbers &numbers, Questions &questions)
{
    const auto yearsBefore = [&](const char *key) {
        return span.from.addYears(-static_cast<int>(std::clamp<qint64>(numbers.at(key, span.from), 0, 100)));
    };
    switch (span.kind) {
    case LeaveKind::Annual: {
        // Whose year it is stands in no content; two years on hold the end of anybody's.
        const QDate first = leaveYearStart(yearsBefore("leave.annual.look_back_years"), numberOn(numbers)).addYears(-1);
        const QDate last = leaveYearStart(span.until, numberOn(numbers)).addYears(2).addDays(-1);
        questions.list("annual", u"leave.annual.minutes"_s, first, last);
        questions.list("annual half", u"leave.annual.half_days"_s, first, last);
        questions.list("opening", u"leave.annual.carried.minutes"_s, first, last);
        questions.list("opening half", u"leave.annual.carried.half_days"_s, first, last);
        return;
    }
    case LeaveKind::Sick:
        questions.list("sick", leaveLedger(span),
                       span.from.addDays(-numbers.at("leave.sick.look_back_days", span.from)), span.until);
        return;
    case LeaveKind::Special:
        if (span.special->daily)
            questions.list("daily", leaveLedger(span), span.from, span.until);
        if (inOneRun(span, numbers))
            questions.list("run", leaveLedger(span), span.from.addDays(-kRunGap), span.until.addDays(kRunGap));
        if (span.death)
            questions.sum(u"death"_s, kBereavementDays, *span.death, *span.death);
        return;
    case LeaveKind::Care:
        questions.list("periods", carePeriodLedger(span.careCase), yearsBefore("leave.care.look_back_years"),
                       span.until.addYears(1));
        questions.list("daily", leaveLedger(span), span.from, span.until);
        return;
    case LeaveKind::CareTime:
        questions.list("periods", carePeriodLedger(span.careCase), yearsBefore("leave.care.look_back_years"),
                       span.until.addYears(1));
        questions.list("care time", careTimeLedger(span.careCase), yearsBefore("leave.care.look_back_years"),
                       span.until);
        questions.list("daily", leaveLedger(span), span.from, span.until);
        questions.list("other hours", partialLedger(PartialKind::First), span.from, span.until);
        return;
    case LeaveKind::Partial: {
        const QDate year = partialYearStart(span.from, numbers);
        const PartialKind other = span.partial == PartialKind::First ? PartialKind::Second : PartialKind::First;
        questions.sum(u"other type"_s, partialLedger(other), year, year.addYears(1).addDays(-1));
        questions.list("daily", partialLedger(span.partial), span.from, span.until);
        questions.list("nursing", u"leave.special.SP09.minutes"_s, span.from, span.until);
        questions.list("other hours", u"leave.care_time.minutes"_s, span.from, span.until);
        return;
    }
    case LeaveKind::Union: return;
    }
    Q_UNREACHABLE();
}

AnnualEntries annualEntries(const FormContext &context)
{
    return {context.answer(u"annual"_s).entries, context.answer(u"annual half"_s).entries,
            context.answer(u"opening"_s).entries, context.answer(u"opening half"_s).entries};
}

} // namespace

QDate partialYearStart(const QDate &day, const Numbers &numbers)
{
    const int month = static_cast<int>(numbers.at("leave.partial.year_start_month", day));
    return {day.month() >= month ? day.year() : day.year() - 1, month, 1};
}

std::optional<qint64> specialNumber(const SpecialLeave &special, const char *name, const QDate &day,
                                    const Numbers &numbers)
{
    return numbers.find(special.prefix() + QLatin1String(name), day);
}

std::vector<LedgerQuery> leaveQuestions(const LeaveSpan &span, StaffId drafter, const Numbers &numbers)
{
    Questions questions(drafter);
    askForKind(span, numbers, questions);
    if (countsByYear(span, numbers)) {
        for (const auto &[first, minutes] : minutesByYear(span, numbers))
            questions.sum(usedQuestion(first), limitedLedger(span), first, first.addYears(1).addDays(-1));
    } else if (countsByEvent(span)) {
        questions.sum(u"used:event"_s, leaveLedger(span), *span.window.first,
                      span.window.last.value_or(span.window.first->addYears(1)));
    }
    // Days before a sick leave tell which of them were worked.
    const QDate since = span.kind == LeaveKind::Sick
        ? span.from.addDays(-numbers.at("leave.sick.look_back_days", span.from))
        : span.from;
    questions.list("absence", u"absence.minutes"_s, since, span.until);
    questions.list("compensated", u"overtime.compensated.minutes"_s, span.from, span.until);
    if (span.kind != LeaveKind::Partial && span.kind != LeaveKind::CareTime) {
        questions.list("partial hours", u"leave.partial.minutes"_s, span.from, span.until);
        questions.list("care hours", u"leave.care_time.minutes"_s, span.from, span.until);
    }
    for (LedgerQuery &query : dutyQuestions(drafter, span.from, span.until))
        questions.all.push_back(std::move(query));
    return questions.all;
}

std::vector<AnnualBalance> annualBalances(const LeaveSpan &span, const FormContext &context, const Numbers &numbers)
{
    std::vector<AnnualBalance> balances;
    if (span.kind != LeaveKind::Annual)
        return balances;
    const AnnualEntries entries = annualEntries(context);
    const WorkTerms &terms = context.office.workTerms(context.drafter);
    AnnualEntries own;
    for (const Posting &posting : leavePostings(span, kNobody, numbers)) {
        const LedgerEntry entry{.day = posting.day, .amount = posting.amount, .start = posting.start};
        if (posting.ledger == u"leave.annual.minutes"_s)
            own.minutes.push_back(entry);
        if (posting.ledger == u"leave.annual.half_days"_s)
            own.halfDays.push_back(entry);
    }
    std::map<QDate, YearSums> years;
    for (const LedgerEntry &entry : own.minutes)
        years[annualYearStart(entry.day, terms, numberOn(numbers))].minutes += entry.amount;
    for (const LedgerEntry &entry : own.halfDays)
        years[annualYearStart(entry.day, terms, numberOn(numbers))].halfDays += entry.amount;
    for (const auto &[first, sums] : years) {
        const AnnualStock stock = annualStock(first, terms, entries, numbers);
        balances.push_back({stock, LeaveAmount::of(sums.minutes, sums.halfDays, stock.dayMinutes),
                            halfDaysTaken(first, terms, entries, numbers) + halfDaysTaken(first, terms, own, numbers)});
    }
    return balances;
}

std::vector<LimitUse> limitUses(const LeaveSpan &span, const FormContext &context, const Numbers &numbers)
{
    std::vector<LimitUse> uses;
    const qint64 day = span.dayMinutes(span.from, numbers);
    const bool limited = !span.special || specialLimit(span, numbers).has_value();
    const qint64 limit =
        span.special ? specialLimit(span, numbers).value_or(0) * day : yearLimit(span, span.from, numbers).value_or(0);
    const Bilingual name = span.special ? span.special->name
        : span.kind == LeaveKind::Union ? Bilingual{u"組合休暇"_s, u"Union leave"_s}
                                        : Bilingual{u"部分休業（第2号）"_s, u"Partial leave (type 2)"_s};
    qint64 inRequest = 0;
    for (const auto &[first, minutes] : minutesByYear(span, numbers)) {
        inRequest += minutes;
        if (limited && countsByYear(span, numbers)) {
            uses.push_back(
                {name, LimitUse::Per::Year, day, sumOf(context.answer(usedQuestion(first))), minutes, limit});
        }
    }
    if (limited && countsByEvent(span)) {
        const qint64 before = sumOf(context.answer(u"used:event"_s));
        const qint64 between = before > 0 ? runAround(span, context, numbers).value_or(0) * day : 0;
        uses.push_back({name, LimitUse::Per::Event, day, before + between, inRequest, limit});
    } else if (limited && span.special && span.special->limit == SpecialLeave::Limit::PerRequest) {
        uses.push_back({name, LimitUse::Per::Request, day, 0, inRequest, limit});
    }
    return uses;
}

std::optional<qint64> runAround(const LeaveSpan &span, const FormContext &context, const Numbers &numbers)
{
    if (!inOneRun(span, numbers))
        return 0;
    std::map<QDate, qint64> days;
    for (const LedgerEntry &entry : context.answer(u"run"_s).entries)
        days[entry.day] += entry.amount;
    std::optional<qint64> between;
    for (const auto &[edge, step] : {std::pair(span.from, -1), std::pair(span.until, 1)}) {
        qint64 gap = 0;
        for (QDate day = edge.addDays(step); gap < kRunGap; day = day.addDays(step), ++gap) {
            if (const auto found = days.find(day); found != days.end() && found->second > 0) {
                between = between.value_or(0) + gap;
                break;
            }
            if (numbers.holidays().isDuty(day))
                break;
        }
    }
    return between;
}

qint64 daysOfDeath(const FormContext &context)
{
    return sumOf(context.answer(u"death"_s));
}

qint64 sickLimit(const LeaveSpan &span, const Numbers &numbers)
{
    return numbers.at(span.sick == SickKind::Long ? "leave.sick.long_limit_days" : "leave.sick.limit_days", span.from);
}

std::optional<SickRun> sickRunOf(const LeaveSpan &span, const FormContext &context, const Numbers &numbers)
{
    if (span.kind != LeaveKind::Sick || span.sick == SickKind::OnDuty)
        return std::nullopt;
    const auto absence = stretchesIn(context.answer(u"absence"_s));
    const auto worked = [&absence](const QDate &day) { return stretchesOn(day, absence).empty(); };
    return sickRun(context.answer(u"sick"_s).entries, span.from, span.until, worked, numbers);
}

qint64 minutesOn(const QDate &day, const FormContext &context, const char *question)
{
    return minutesOf(stretchesOn(day, stretchesIn(context.answer(QLatin1String(question)))));
}

} // namespace kessai
