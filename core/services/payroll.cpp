// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/payroll.h"

#include "core/base/csv.h"
#include "core/duty/limits.h"
#include "core/services/timeoff.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kWeekDays = 7;

QString partCode(PayPart part)
{
    switch (part) {
    case PayPart::Merged: return QStringLiteral("合計");
    case PayPart::Overtime: return QStringLiteral("時間外");
    case PayPart::Over60: return QStringLiteral("60時間超");
    case PayPart::Holiday: return QStringLiteral("休日");
    case PayPart::Exchange: return QStringLiteral("振替");
    case PayPart::TimeOff: return QStringLiteral("代休時間");
    }
    return {};
}

QDate lastOf(const QDate &month)
{
    return month.addMonths(1).addDays(-1);
}

Result<> addWork(LedgerStore &ledgers, const DayRange &days, std::vector<WorkPosting> &postings)
{
    for (QDate from = days.first; from <= days.last; from = from.addDays(kReadDays)) {
        auto part = ledgers.work(from, std::min(days.last, from.addDays(kReadDays - 1)));
        if (!part)
            return part.failure();
        postings.insert(postings.end(), std::make_move_iterator(part->begin()), std::make_move_iterator(part->end()));
    }
    return {};
}

} // namespace

DayRange payrollPeriod(const QDate &month)
{
    const QDate first = monthOf(month);
    return {first.addDays(1 - kWeekDays), lastOf(first)};
}

std::vector<PayrollLine> payrollOf(const OfficeHistory &office, const Parameters &parameters, const QDate &month,
                                   const Known &known, const std::vector<WorkPosting> &postings)
{
    const QDate first = monthOf(month);
    const Parameters basis = parameters.knownIn(known.revision);
    const Numbers shipped(basis);
    const NumberOn numbers = numberOn(shipped);
    StaffDays days(office, known.revision);
    std::vector<PayrollLine> lines;
    for (const auto &[id, person] : workByPerson(postings, known)) {
        const auto lastDay = days.lastDay(id, lastOf(first));
        if (!lastDay)
            continue;
        const RatedWork rated(id, person, days, basis.holidays(), numbers);
        const std::vector<PaidMinutes> paid = paidIn(first, person, rated, numbers);
        if (paid.empty())
            continue;
        const auto then = days.office(*lastDay);
        const Staff &staff = *then->staff(id);
        const auto post = then->primaryPost(id);
        const QString section = post ? then->sectionLabel(then->post(*post)->section) : QString();
        // Parts of the same rate are rounded as the office does it; the wage is the payroll system's.
        for (const PayLine &one : monthPay(paid, Yen(0), first, numbers))
            lines.push_back({staff.number, staff.name(), section, one.percent, one.part, one.minutes, one.hours});
    }
    std::sort(lines.begin(), lines.end(), [](const PayrollLine &a, const PayrollLine &b) {
        return std::tuple(a.number, a.percent, a.part) < std::tuple(b.number, b.percent, b.part);
    });
    return lines;
}

Result<std::vector<PayrollLine>> readPayroll(LedgerStore &ledgers, const Configuration &configuration,
                                             const QDate &month)
{
    const auto closes = ledgers.monthCloses();
    if (!closes)
        return closes.failure();
    if (!standingClose(*closes, monthOf(month)))
        return fail(Error::refused(Refusal::PeriodInvalid, QStringLiteral("the month is not closed")));
    std::vector<WorkPosting> postings;
    if (const Result<> read = addWork(ledgers, payrollPeriod(month), postings); !read)
        return read.failure();
    if (settlesTimeOff(month, postings)) {
        if (const Result<> read = addWork(ledgers, timeOffPeriod(month), postings); !read)
            return read.failure();
    }
    const OfficeHistory &office = configuration.office;
    return payrollOf(office, configuration.parameters, month, knownFor(*closes, monthOf(month), office.revision),
                     postings);
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

std::vector<PayrollFault> payrollFaults(const std::vector<PayrollLine> &lines, TextEncoding encoding)
{
    constexpr int kHeadLines = 1;
    std::vector<PayrollFault> faults;
    for (size_t i = 0; i < lines.size(); ++i) {
        const PayrollLine &line = lines[i];
        const QString outside = charactersOutside(line.number + line.name + line.section, encoding);
        if (!outside.isEmpty() && (faults.empty() || faults.back().number != line.number))
            faults.push_back({int(i) + 1 + kHeadLines, line.number, line.name, outside});
    }
    return faults;
}

QByteArray payrollFile(const std::vector<PayrollLine> &lines, const QDate &month, TextEncoding encoding)
{
    return fileOfText(payrollCsv(lines, month), encoding);
}

} // namespace kessai
