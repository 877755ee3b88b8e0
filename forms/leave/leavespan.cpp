// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/leavespan.h"

#include "forms/leave/leaveevidence.h"
#include "forms/support/dutyledger.h"
#include "forms/support/evidence.h"
#include "forms/support/fields.h"
#include "forms/support/wording.h"

#include <QHash>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostCareCases = 9;

template <class T>
std::optional<T> named(const QString &name, std::initializer_list<std::pair<QLatin1String, T>> names)
{
    for (const auto &[known, value] : names) {
        if (name == known)
            return value;
    }
    return std::nullopt;
}

std::optional<LeaveKind> kindNamed(const QString &name)
{
    return named<LeaveKind>(name,
                            {{"annual"_L1, LeaveKind::Annual},
                             {"sick"_L1, LeaveKind::Sick},
                             {"special"_L1, LeaveKind::Special},
                             {"care"_L1, LeaveKind::Care},
                             {"care_time"_L1, LeaveKind::CareTime},
                             {"partial"_L1, LeaveKind::Partial},
                             {"union"_L1, LeaveKind::Union}});
}

std::optional<LeaveUnit> unitNamed(const QString &name)
{
    return named<LeaveUnit>(name,
                            {{"day"_L1, LeaveUnit::Day},
                             {"morning"_L1, LeaveUnit::Morning},
                             {"afternoon"_L1, LeaveUnit::Afternoon},
                             {"hours"_L1, LeaveUnit::Hours}});
}

/// What the kind needs besides; false where it is missing.
bool readKind(const Fields &fields, const Numbers &numbers, LeaveSpan &span)
{
    switch (span.kind) {
    case LeaveKind::Annual:
    case LeaveKind::Union: return true;
    case LeaveKind::Sick: {
        const auto sick = named<SickKind>(
            fields.code("sick_kind"),
            {{"ordinary"_L1, SickKind::Ordinary}, {"long"_L1, SickKind::Long}, {"on_duty"_L1, SickKind::OnDuty}});
        span.sick = sick.value_or(SickKind::Ordinary);
        return sick.has_value();
    }
    case LeaveKind::Special:
        span.special = specialLeave(fields.code("special_kind"));
        if (!span.special)
            return false;
        span.extended = fields.flag("extended") && !span.special->extended.ja.isEmpty();
        span.window = span.special->window(fields, span.extended, span.from, numbers);
        if (span.special->code == kBereavement)
            span.death = span.window.first;
        return true;
    case LeaveKind::Care:
    case LeaveKind::CareTime: {
        span.careCase = fields.code("care_case").toInt();
        if (span.careCase < 1 || span.careCase > kMostCareCases)
            return false;
        if (span.kind == LeaveKind::CareTime)
            return true;
        const auto first = fields.day("period_from");
        const auto last = fields.day("period_until");
        if (!first || !last || !isPlausible(*first) || !isPlausible(*last) || *last < *first)
            return false;
        span.carePeriod = CarePeriod{*first, *last};
        return true;
    }
    case LeaveKind::Partial: {
        const auto partial = named<PartialKind>(fields.code("partial_type"),
                                                {{"first"_L1, PartialKind::First}, {"second"_L1, PartialKind::Second}});
        span.partial = partial.value_or(PartialKind::First);
        return partial.has_value();
    }
    }
    Q_UNREACHABLE();
}

/// What a whole day costs: less where an exchange left less of it and the kind is taken by hours as well.
qint64 dayCost(const LeaveSpan &span, const QDate &day, const Numbers &numbers)
{
    const qint64 whole = span.dayMinutes(day, numbers);
    const bool daysOnly = span.special && span.special->step == 0;
    return span.rest && !daysOnly ? std::min(whole, minutesOf(span.absence(day, numbers))) : whole;
}

/// What a day of the leave costs, in the ledgers of its kind.
std::vector<Posting> costsOf(const LeaveSpan &span, const QString &account, const QDate &day, const Numbers &numbers)
{
    if (span.kind == LeaveKind::Sick)
        return {{leaveLedger(span), account, day, 1}};
    QStringList ledgers{leaveLedger(span)};
    if (span.kind == LeaveKind::CareTime)
        ledgers += careTimeLedger(span.careCase);
    if (span.kind == LeaveKind::Partial)
        ledgers += partialLedger(span.partial);
    std::vector<Posting> costs;
    for (const QString &ledger : ledgers) {
        switch (span.unit) {
        case LeaveUnit::Day: costs.push_back({ledger, account, day, dayCost(span, day, numbers)}); break;
        case LeaveUnit::Morning:
        case LeaveUnit::Afternoon: {
            const qint64 minutes = numbers.at("leave.half_day_minutes", day);
            if (minutes > 0)
                costs.push_back({ledger, account, day, minutes});
            else
                costs.push_back({QString(ledger).replace(u".minutes"_s, u".half_days"_s), account, day, 1});
            break;
        }
        case LeaveUnit::Hours:
            for (const Stretch &part : span.absence(day, numbers))
                costs.push_back({ledger, account, day, part.minutes(), static_cast<int>(part.from)});
        }
    }
    return costs;
}

} // namespace

std::optional<LeaveSpan> LeaveSpan::read(const QJsonObject &json, const Numbers &numbers)
{
    const Fields fields(json);
    const auto kind = kindNamed(fields.code("kind"));
    // 介護時間 is taken by hours alone, so nobody is asked.
    const auto unit = kind == LeaveKind::CareTime ? LeaveUnit::Hours : unitNamed(fields.code("unit"));
    const auto from = fields.day("from");
    if (!kind || !unit || !from || !isPlausible(*from))
        return std::nullopt;

    LeaveSpan span{*kind, nullptr, *unit, *from, *from, {0, 0}};
    if (!readKind(fields, numbers, span))
        return std::nullopt;
    if (span.unit == LeaveUnit::Day || span.daily()) {
        span.until = fields.day("until").value_or(*from);
        const qint64 days = span.from.daysTo(span.until) + 1;
        if (days < 1 || days > numbers.at("leave.range_max_days", span.from))
            return std::nullopt;
    }
    if (span.unit == LeaveUnit::Hours) {
        const auto start = fields.number("start", 0, kMinutesOfDay);
        const auto end = fields.number("end", 0, kMinutesOfDay);
        if (!start || !end || *end <= *start)
            return std::nullopt;
        span.hours = {*start, *end};
    }
    span.evidenceLater = fields.flag("evidence_later") && evidenceOf(span, numbers);
    const qint64 whole = numbers.at("duty.day_minutes", *from);
    span.ownMinutes = fields.number("day_minutes", 1, whole).value_or(whole);
    span.changedDay = fields.flag("changed_day") && span.from == span.until;
    if (span.changedDay && span.unit == LeaveUnit::Day) {
        const auto first = fields.number("rest_from", 0, kMinutesOfDay);
        const auto last = fields.number("rest_until", 0, kMinutesOfDay);
        if (first && last && *first < *last)
            span.rest = Stretch{*first, *last};
    }
    return span;
}

bool LeaveSpan::calendar() const
{
    return kind == LeaveKind::Sick || (special && special->count == SpecialLeave::Count::Calendar);
}

bool LeaveSpan::daily() const
{
    return unit == LeaveUnit::Hours
        && (kind == LeaveKind::CareTime || kind == LeaveKind::Partial || (special && special->daily));
}

std::vector<QDate> LeaveSpan::countedDays(const Numbers &numbers) const
{
    std::vector<QDate> days;
    for (QDate day = from; day <= until; day = day.addDays(1)) {
        if (calendar() || isDuty(day, numbers))
            days.push_back(day);
    }
    return days;
}

std::vector<Stretch> LeaveSpan::absence(const QDate &day, const Numbers &numbers) const
{
    const std::vector<Stretch> regular = regularHours(day, numberOn(numbers), static_cast<int>(ownMinutes));
    const Shift shift = Shift::on(day, numbers);
    switch (unit) {
    case LeaveUnit::Hours: return shared(regular, {hours});
    case LeaveUnit::Morning: return shared(regular, {shift.morning});
    case LeaveUnit::Afternoon: return shared(regular, {shift.afternoon});
    case LeaveUnit::Day: break;
    }
    if (!rest)
        return regular;
    // Hours moved to a day off may run over noon, as long as no break is due (OT-F7).
    const bool throughNoon =
        !numbers.holidays().isDuty(day) && rest->minutes() <= numbers.at("duty.change_minutes", day);
    return throughNoon ? std::vector{*rest} : shared(regular, {*rest});
}

qint64 LeaveSpan::regularMinutes(const Numbers &numbers) const
{
    return minutesOf(shared(regularHours(from, numberOn(numbers), static_cast<int>(ownMinutes)), {hours}));
}

qint64 LeaveSpan::dayMinutes(const QDate &day, const Numbers &numbers) const
{
    return leaveDayMinutes(ownMinutes, day, numbers);
}

qint64 leaveDayMinutes(qint64 ownMinutes, const QDate &day, const Numbers &numbers)
{
    return ownMinutes < numbers.at("duty.day_minutes", day) ? ownMinutes : numbers.at("leave.day_minutes", day);
}

QString leaveLedger(const LeaveSpan &span)
{
    switch (span.kind) {
    case LeaveKind::Annual: return u"leave.annual.minutes"_s;
    case LeaveKind::Sick: return span.sick == SickKind::OnDuty ? u"leave.sick_on_duty.days"_s : u"leave.sick.days"_s;
    case LeaveKind::Special: return span.special->prefix() + u"minutes"_s;
    case LeaveKind::Care: return u"leave.care.minutes"_s;
    case LeaveKind::CareTime: return u"leave.care_time.minutes"_s;
    case LeaveKind::Partial: return u"leave.partial.minutes"_s;
    case LeaveKind::Union: return u"leave.union.minutes"_s;
    }
    Q_UNREACHABLE();
}

QString carePeriodLedger(int careCase)
{
    return u"leave.care.case%1.days"_s.arg(careCase);
}

bool isCarePeriodLedger(const QString &ledger)
{
    return ledger.startsWith(u"leave.care.case"_s) && ledger.endsWith(u".days"_s);
}

QString careTimeLedger(int careCase)
{
    return u"leave.care_time.case%1.minutes"_s.arg(careCase);
}

QString partialLedger(PartialKind partial)
{
    return partial == PartialKind::First ? u"leave.partial.first.minutes"_s : u"leave.partial.second.minutes"_s;
}

std::vector<Posting> leavePostings(const LeaveSpan &span, StaffId drafter, const Numbers &numbers)
{
    std::vector<Posting> postings;
    const QString account = staffAccount(drafter);
    if (span.carePeriod) {
        postings.push_back({carePeriodLedger(span.careCase), account, span.carePeriod->from,
                            span.carePeriod->from.daysTo(span.carePeriod->until) + 1});
    }
    if (span.death)
        for (QDate day = span.from; day <= span.until; day = day.addDays(1))
            postings.push_back({kBereavementDays, account, *span.death, 1});
    if (span.evidenceLater)
        postings.push_back({kEvidenceDue, account, span.from, 1});
    for (const QDate &day : span.countedDays(numbers)) {
        const std::vector<Posting> costs = costsOf(span, account, day, numbers);
        postings.insert(postings.end(), costs.begin(), costs.end());
        if (!span.isDuty(day, numbers))
            continue;
        for (const Stretch &part : span.absence(day, numbers))
            postings.push_back({u"absence.minutes"_s, account, day, part.minutes(), static_cast<int>(part.from)});
    }
    return postings;
}

std::vector<Posting> leavePostingsOn(const DayRange &days, const DayRange &leave, std::vector<Posting> postings)
{
    // Those of a death lie on its day; as many of them belong to the days as these have days of the leave.
    const QDate last = std::min(days.last, leave.last);
    qint64 ofDeath = std::max<qint64>(0, std::max(days.first, leave.first).daysTo(last) + 1);
    std::erase_if(postings, [&](const Posting &posting) {
        if (posting.ledger == kBereavementDays)
            return ofDeath-- <= 0;
        // Some of the leave stands, and with it what is awaited of it.
        return !days.contains(posting.day) || isCarePeriodLedger(posting.ledger) || posting.ledger == kEvidenceDue;
    });
    return postings;
}

} // namespace kessai
