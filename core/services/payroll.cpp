// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/payroll.h"

#include "core/duty/dutycalendar.h"
#include "core/duty/exchange.h"
#include "core/duty/limits.h"

#include <algorithm>
#include <map>

namespace kessai {

namespace {

constexpr int kWeekDays = 7;
constexpr int kExchangePercent = 25;
constexpr qint64 kNoTimeOff = 0; ///< 時間外代休時間 is taken in the months that follow, and is settled there

std::optional<LedgerStretch> stretchOf(const WorkPosting &one)
{
    if (!one.start)
        return std::nullopt;
    const qint64 minutes = qAbs(one.amount);
    return LedgerStretch{one.day, {*one.start, *one.start + minutes}, one.amount < 0};
}

struct PersonsWork {
    std::vector<LedgerStretch> worked;
    DutyChanges changes;
};

std::map<StaffId, PersonsWork> workByPerson(const std::vector<WorkPosting> &postings, const QDate &first)
{
    std::map<StaffId, PersonsWork> people;
    for (const WorkPosting &one : postings) {
        if (!one.used)
            continue;
        PersonsWork &person = people[one.staff];
        const auto stretch = stretchOf(one);
        const bool inMonth = monthOf(one.day) == first;
        if (!stretch)
            continue;
        if ((one.ledger == QLatin1String("overtime.minutes") || one.ledger == QLatin1String("overtime.holiday.minutes"))
            && inMonth)
            person.worked.push_back(*stretch);
        else if (one.ledger == QLatin1String("duty.added.minutes"))
            person.changes.added.push_back(*stretch);
        else if (one.ledger == QLatin1String("duty.removed.minutes"))
            person.changes.removed.push_back(*stretch);
        else if (one.ledger == QLatin1String("duty.daikyu.minutes"))
            person.changes.daikyu.push_back(*stretch);
    }
    return people;
}

std::vector<WorkedStretch> standingWork(const std::vector<LedgerStretch> &entries)
{
    std::vector<QDate> days;
    for (const LedgerStretch &one : entries)
        days.push_back(one.day);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::vector<WorkedStretch> work;
    for (const QDate &day : days) {
        for (const Stretch &hours : stretchesOn(day, entries))
            work.push_back({day, hours});
    }
    return work;
}

/// The minutes beyond the hours of a week that an exchange made longer, of the weeks that begin in the month.
qint64 exchangeMinutes(const QDate &first, const DutyCalendar &calendar, const NumberOn &numbers)
{
    if (calendar.changes().added.empty())
        return 0;
    qint64 minutes = 0;
    for (QDate day = weekOf(first.addDays(kWeekDays - 1)); monthOf(day) == first; day = day.addDays(kWeekDays))
        minutes += premiumOfWeek(day, calendar, numbers);
    return minutes;
}

QString partCode(PayPart part)
{
    switch (part) {
    case PayPart::Merged: return QStringLiteral("合計");
    case PayPart::Overtime: return QStringLiteral("時間外");
    case PayPart::Over60: return QStringLiteral("60時間超");
    case PayPart::Holiday: return QStringLiteral("休日");
    case PayPart::Exchange: return QStringLiteral("振替");
    }
    return {};
}

} // namespace

PayrollPeriod payrollPeriod(const QDate &month)
{
    const QDate first = monthOf(month);
    const QDate last = first.addMonths(1).addDays(-1);
    return {first, last.addDays(kWeekDays - 1)};
}

std::vector<PayrollLine> payrollOf(const Office &office, const Parameters &parameters, const QDate &month,
                                   const std::vector<WorkPosting> &postings)
{
    const QDate first = monthOf(month);
    const NumberOn numbers = [&parameters](const char *key, const QDate &day) {
        return parameters.value(QLatin1String(key), day).value_or(0);
    };
    std::vector<PayrollLine> lines;
    for (const auto &[id, person] : workByPerson(postings, first)) {
        const Staff *staff = office.staff(id);
        const WorkTerms &terms = office.workTerms(id);
        if (!staff || terms.managerial)
            continue;
        const DutyCalendar calendar(parameters.holidays(), numbers, terms, person.changes);
        const auto rated = rateClasses(standingWork(person.worked), calendar.days(), terms, numbers);
        std::vector<PaidMinutes> paid = paidMinutes(rated, kNoTimeOff, numbers);
        if (const qint64 longer = exchangeMinutes(first, calendar, numbers); longer > 0)
            paid.push_back({kExchangePercent, PayPart::Exchange, longer});
        const auto post = office.primaryPost(id);
        // Parts of the same rate are rounded as the office does it; the wage is the payroll system's.
        for (const PayLine &one : monthPay(paid, Yen(0), first, numbers)) {
            lines.push_back({staff->number, staff->name(),
                             post ? office.sectionLabel(office.post(*post)->section) : QString(), one.percent, one.part,
                             one.minutes, one.hours});
        }
    }
    std::sort(lines.begin(), lines.end(), [](const PayrollLine &a, const PayrollLine &b) {
        return std::tuple(a.number, a.percent, a.part) < std::tuple(b.number, b.percent, b.part);
    });
    return lines;
}

QString csvField(const QString &text)
{
    static const QString formula = QStringLiteral("=+-@\t\r＝＋－＠");
    QString field = text;
    if (!field.isEmpty() && formula.contains(field.front()))
        field.prepend(QLatin1Char('\''));
    const bool quoted = std::any_of(field.begin(), field.end(), [](QChar c) {
        return c == QLatin1Char(',') || c == QLatin1Char('"') || c == QLatin1Char('\n') || c == QLatin1Char('\r');
    });
    if (!quoted)
        return field;
    field.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QString(QLatin1Char('"') + field + QLatin1Char('"'));
}

QString payrollCsv(const std::vector<PayrollLine> &lines, const QDate &month)
{
    QString csv = QStringLiteral("職員番号,氏名,所属,対象年月,区分,支給割合,分,時間\r\n");
    for (const PayrollLine &line : lines) {
        const QStringList fields{csvField(line.number),         csvField(line.name),
                                 csvField(line.section),        month.toString(QStringLiteral("yyyy-MM")),
                                 partCode(line.part),           QString::number(line.percent),
                                 QString::number(line.minutes), QString::number(line.hours)};
        csv += QString(fields.join(QLatin1Char(',')) + QStringLiteral("\r\n"));
    }
    return csv;
}

QByteArray payrollFile(const std::vector<PayrollLine> &lines, const QDate &month)
{
    return QByteArray("\xEF\xBB\xBF") + payrollCsv(lines, month).toUtf8();
}

} // namespace kessai
