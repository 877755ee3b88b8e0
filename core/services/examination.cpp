// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/examination.h"

#include "core/accounting/paymentterms.h"
#include "core/accounting/returnreasons.h"
#include "core/calendar/era.h"
#include "core/cases/caseref.h"
#include "core/cases/numbers.h"
#include "core/cases/paidref.h"
#include "core/services/desk.h"

#include <QLocale>

#include <algorithm>
#include <set>

namespace kessai {

namespace {

constexpr QLatin1String kPaymentOn("payment_on");
constexpr QLatin1String kInspectedOn("inspected_on");
constexpr QLatin1String kInspectionForm("inspection");
constexpr int kDaysOfWeek = 7;
const CaseId kTrip(-1);          ///< what was drawn last is of the newest trip
constexpr qint64 kTripDays = 92; ///< how far back one is looked for

std::optional<QDate> dayOf(const QJsonValue &value)
{
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

/// The day before, by so many working days.
QDate workingDaysBefore(QDate day, int days, const Holidays &holidays)
{
    while (days > 0) {
        day = day.addDays(-1);
        days -= holidays.isDuty(day) ? 1 : 0;
    }
    return day;
}

QDate workingDaysAfter(QDate day, int days, const Holidays &holidays)
{
    while (days > 0) {
        day = day.addDays(1);
        days -= holidays.isDuty(day) ? 1 : 0;
    }
    return day;
}

QDate onDay(const InspectionRow &report)
{
    return dayOf(report.fields.value(kInspectedOn)).value_or(QDate());
}

bool passed(const InspectionRow &report)
{
    return report.fields.value(QLatin1String("result")).toString() == QLatin1String("passed");
}

/// The order that was paid, as whoever compares what is given back with it wants to see it.
Insight orderInsight(const CaseView &order)
{
    const QJsonObject &fields = order.content.fields;
    const QString payee = fields.value(QLatin1String("payee")).toObject().value(QLatin1String("name")).toString();
    const QString yen = QLocale(QLocale::Japanese).toString(order.record.amount.value_or(0));
    Insight insight;
    insight.text = {
        QStringLiteral("元の支出命令 %1　%2　%3円　%4").arg(order.record.number, order.record.title, yen, payee),
        QStringLiteral("Of the order %1  %2  %3 yen  %4").arg(order.record.number, order.record.title, yen, payee)};
    return insight;
}

VoucherGroup groupOf(const Voucher &voucher, VoucherStage stage, const QDate &today)
{
    switch (stage) {
    case VoucherStage::Coming: return VoucherGroup::Coming;
    case VoucherStage::Examined: return VoucherGroup::Examined;
    case VoucherStage::Waiting: break;
    }
    const QDate by = voucher.examineBy.value_or(today);
    if (by < today || (voucher.termEnd && voucher.paymentOn && *voucher.paymentOn > *voucher.termEnd))
        return VoucherGroup::AtRisk;
    const QDate sunday = today.addDays(kDaysOfWeek - today.dayOfWeek());
    return by <= sunday ? VoucherGroup::ThisWeek : VoucherGroup::Later;
}

} // namespace

bool Voucher::waits() const
{
    return group != VoucherGroup::Coming && group != VoucherGroup::Examined;
}

bool ordersPayment(const FormDefinition &form)
{
    return form.field(kPaymentOn) != nullptr;
}

bool givesBack(const FormDefinition &form)
{
    return std::any_of(form.fields.begin(), form.fields.end(),
                       [](const FieldDefinition &field) { return field.kind == FieldKind::PaidRef; });
}

QStringList voucherForms(const std::vector<FormDefinition> &forms)
{
    QStringList codes;
    for (const FormDefinition &form : forms) {
        if (ordersPayment(form) || givesBack(form))
            codes += form.code;
    }
    return codes;
}

ExaminationQueue makeQueue(std::vector<VoucherRow> rows, const FormCatalog &catalog, const Parameters &parameters,
                           const QDate &today)
{
    const Numbers numbers(parameters);
    ExaminationQueue queue{.today = today, .vouchers = {}};
    queue.vouchers.reserve(rows.size());
    for (VoucherRow &one : rows) {
        Voucher voucher{.row = std::move(one.row),
                        .paymentOn = dayOf(one.fields.value(kPaymentOn)),
                        .termEnd = {},
                        .examineBy = {},
                        .payee =
                            one.fields.value(QLatin1String("payee")).toObject().value(QLatin1String("name")).toString(),
                        .returnBy = dayOf(one.fields.value(QLatin1String("return_by")))};
        if (const Form *form = catalog.find(voucher.row.form)) {
            if (const auto end = form->paymentTerm(one.fields, parameters))
                voucher.termEnd = lastPaymentDay(*end, numbers.holidays());
        }
        const int lead = int(numbers.at("examination.lead_days", today));
        if (const auto day = voucher.paymentOn ? voucher.paymentOn : voucher.returnBy)
            voucher.examineBy = workingDaysBefore(*day, lead, numbers.holidays());
        if (!voucher.paymentOn
            && voucher.row.arrivedAt) { // what is given back is not to be forgotten, however far its day
            const QDate soon = workingDaysAfter(voucher.row.arrivedAt->day(), lead, numbers.holidays());
            voucher.examineBy = std::min(voucher.examineBy.value_or(soon), soon);
        }
        voucher.group = groupOf(voucher, one.stage, today);
        queue.vouchers.push_back(std::move(voucher));
    }
    std::stable_sort(queue.vouchers.begin(), queue.vouchers.end(), [](const Voucher &a, const Voucher &b) {
        const QDate never(9999, 12, 31);
        const auto place = [&never](const Voucher &one) {
            return std::tuple(one.group, one.paymentOn.value_or(never), one.returnBy.value_or(never),
                              one.row.id.value());
        };
        return place(a) < place(b);
    });
    return queue;
}

std::vector<ReturnCount> countReturns(const QStringList &reasons, const std::vector<FaultList> &lists)
{
    std::vector<ReturnCount> counts;
    for (const QString &reason : reasons) {
        const auto fault = voucherFaultIn(reason, lists);
        if (!fault)
            continue;
        const auto known = std::find_if(counts.begin(), counts.end(),
                                        [&](const ReturnCount &one) { return one.words == fault->words.ja; });
        if (known == counts.end())
            counts.push_back({fault->words.ja, fault->words.en, 1});
        else
            ++known->times;
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const ReturnCount &a, const ReturnCount &b) { return a.times > b.times; });
    return counts;
}

bool needsReport(const QJsonObject &commitment, qint64 amount, const Numbers &numbers, const QDate &day)
{
    const QString kind = commitment.value(QLatin1String("contract_kind")).toString();
    const qint64 least = numbers.find(QStringLiteral("inspection.report_yen"), day).value_or(0);
    return !kind.isEmpty() && kind != QLatin1String("none") && kind != QLatin1String("lease") && least > 0
        && amount >= least;
}

bool paysBeforehand(const QJsonObject &voucher)
{
    const QString method = voucher.value(QLatin1String("pay_method")).toString();
    return method == QLatin1String("advance") || method == QLatin1String("estimate")
        || method == QLatin1String("prepaid");
}

const InspectionRow *newestReport(const std::vector<InspectionRow> &reports)
{
    const auto newest =
        std::max_element(reports.begin(), reports.end(), [](const InspectionRow &a, const InspectionRow &b) {
            return std::pair(onDay(a), a.id.value()) < std::pair(onDay(b), b.id.value());
        });
    return newest == reports.end() ? nullptr : &*newest;
}

std::vector<Insight> inspectionInsights(const std::vector<InspectionRow> &reports, const QJsonObject &voucher,
                                        const Office &office, bool needed)
{
    if (reports.empty() && needed && !paysBeforehand(voucher)) {
        Insight none;
        none.text = {QStringLiteral("決裁済の検査調書がありません"),
                     QStringLiteral("There is no decided report of the inspection")};
        none.remarkable = true;
        none.tone = Finding::Severity::Error;
        return {none};
    }
    if (reports.empty())
        return {};
    const InspectionRow &newest = *newestReport(reports);
    const bool good = passed(newest);
    Insight report;
    report.text = {QStringLiteral("検査調書 %1：%2（%3、%4）")
                       .arg(newest.number, good ? QStringLiteral("合格") : QStringLiteral("不合格"),
                            eraDate(onDay(newest)), newest.drafterName),
                   QStringLiteral("Inspection report %1: %2 (%3, %4)")
                       .arg(newest.number, good ? QStringLiteral("passed") : QStringLiteral("failed"),
                            onDay(newest).toString(Qt::ISODate), newest.drafterName)};
    report.remarkable = !good;
    report.tone = Finding::Severity::Error;
    std::vector<Insight> insights{report};
    const auto said = dayOf(voucher.value(kInspectedOn));
    const Staff *inspector = office.staffByNumber(voucher.value(QLatin1String("inspector")).toString());
    if (said && std::none_of(reports.begin(), reports.end(), [&](const InspectionRow &row) {
            return passed(row) && onDay(row) == *said && inspector && row.drafter == inspector->id;
        })) {
        Insight other;
        other.text = {QStringLiteral("検収日・検収者が、合格した検査調書のどれとも一致しません"),
                      QStringLiteral("Day and inspector are those of no report that passed")};
        other.remarkable = true;
        insights.push_back(std::move(other));
    }
    return insights;
}

std::vector<ProofMark> standingMarks(const CaseRecord &record)
{
    std::vector<ProofMark> standing;
    for (const ProofMark &mark : record.marks) {
        if (mark.revision != record.projection.revision)
            continue;
        std::erase_if(standing, [&](const ProofMark &one) { return one.field == mark.field; });
        if (mark.ticked)
            standing.push_back(mark);
    }
    return standing;
}

Result<ExaminationQueue> Desk::examinations()
{
    if (const auto can = ready(); !can)
        return can.failure();
    const QDate day = today()->day();
    auto rows = m_store->examinations().vouchers(voucherForms(formsOn(day)));
    if (!rows)
        return rows.failure();
    return makeQueue(std::move(rows).value(), m_catalog, m_configuration.parameters, day);
}

Result<std::vector<ReturnCount>> Desk::returnsOfMonth()
{
    if (const auto can = ready(); !can)
        return can.failure();
    const QDate day = today()->day();
    const QDate first(day.year(), day.month(), 1);
    const auto reasons =
        m_store->examinations().returnReasons(voucherForms(formsOn(day)), Instant::fromTokyo(first, QTime(0, 0)));
    if (!reasons)
        return reasons.failure();
    return countReturns(*reasons, m_configuration.faultLists);
}

/// Finds the commitment that a voucher pays of, or the order it gives back of. What the reader may not read, or cannot be proved, is no proof;
/// everything else ends the question.
Result<> Desk::restsOn(VoucherFile &file)
{
    for (const FieldDefinition &field : file.view.definition.fields) {
        const QJsonValue said = file.view.content.fields.value(field.key);
        const bool pays = field.kind == FieldKind::CaseRef;
        std::optional<CaseId> of;
        if (const auto ref = pays ? caseRefIn(said) : std::nullopt)
            of = ref->id;
        if (const auto ref = field.kind == FieldKind::PaidRef ? paidRefIn(said) : std::nullopt)
            of = ref->id;
        auto &place = pays ? file.commitment : file.order;
        if (!of || place)
            continue;
        auto found = open(*of);
        if (found && found->verified.sound())
            place = std::move(found).value();
        else if (!found && found.error().code != ErrorCode::NotFound)
            return found.failure();
    }
    return {};
}

Result<VoucherFile> Desk::openVoucher(CaseId id)
{
    auto view = open(id);
    if (!view)
        return view.failure();
    VoucherFile file{.view = std::move(view).value(), .commitment = {}, .order = {}, .reports = {}, .insights = {}};
    if (const auto found = restsOn(file); !found)
        return found.failure();
    if (file.view.acts.approve) {
        if (auto seen = insights(file.view.record.drafter, file.view.content, id, file.view.sentOn()))
            file.insights = std::move(seen).value();
        if (file.order) {
            file.insights.push_back(orderInsight(*file.order));
            const auto paid = paidOf(*file.order);
            if (!paid)
                return paid.failure();
            file.insights.insert(file.insights.end(), paid->begin(), paid->end());
        }
        if (file.commitment) {
            const auto reports = m_store->examinations().inspections(file.commitment->record.id, kInspectionForm);
            if (!reports)
                return reports.failure();
            const CaseView &committed = *file.commitment;
            const bool needed = needsReport(committed.content.fields, committed.record.amount.value_or(0),
                                            Numbers(m_configuration.parameters), today()->day());
            for (Insight &insight : inspectionInsights(*reports, file.view.content.fields, *file.view.office, needed))
                file.insights.push_back(std::move(insight));
            for (auto report = reports->rbegin(); report != reports->rend(); ++report) {
                auto seen = open(report->id);
                if (seen && seen->verified.sound())
                    file.reports.push_back(std::move(seen).value());
                else if (!seen && seen.error().code != ErrorCode::NotFound)
                    return seen.failure();
            }
        }
    }
    return file;
}

/// What the newest trip of one's own that is over and not settled suggests for its settlement. It is looked for once until something is filed.
Result<QJsonObject> Desk::drawnFromTrip()
{
    if (m_drawn.first == kTrip)
        return m_drawn.second;
    const QDate day = today()->day();
    const auto own = m_store->ledgers().own(day.addDays(-kTripDays), day);
    if (!own)
        return own.failure();
    std::set<QDate> settled;
    for (const OwnPosting &one : *own) {
        if (one.posting.ledger == QLatin1String("duty.travel.settled.days") && one.posting.amount > 0)
            settled.insert(one.posting.day);
    }
    CaseId order(0);
    QDate first;
    for (const OwnPosting &one : *own) {
        const bool ordered = one.posting.ledger == QLatin1String("duty.travel.days") && one.posting.amount > 0;
        if (ordered && one.state == CaseState::Decided && settled.count(one.posting.day) == 0
            && one.posting.day > first) {
            order = one.id;
            first = one.posting.day;
        }
    }
    QJsonObject drawn;
    if (order.value() != 0) {
        const auto view = open(order);
        if (!view && view.error().code != ErrorCode::NotFound)
            return view.failure();
        const QJsonObject trip = view && view->verified.sound() ? view->content.fields : QJsonObject();
        const auto from = dayOf(trip.value(QLatin1String("from")));
        const auto until = dayOf(trip.value(QLatin1String("until")));
        if (from && until && *until <= day && trip.value(QLatin1String("funded")).toString() == QLatin1String("city")) {
            for (const char *key : {"from", "until", "area", "budget_line"})
                drawn.insert(QLatin1String(key), trip.value(QLatin1String(key)));
            drawn.insert(QStringLiteral("order_number"), view->record.number);
            drawn.insert(QStringLiteral("destination"),
                         QString(trip.value(QLatin1String("purpose")).toString() + QStringLiteral("　")
                                 + trip.value(QLatin1String("destination")).toString())
                             .left(80));
            if (*from < *until)
                drawn.insert(QStringLiteral("nights"), from->daysTo(*until));
        }
    }
    m_drawn = {kTrip, drawn};
    return drawn;
}

/// Whoever was paid gives it back, as a rule.
Result<QJsonObject> Desk::drawnFromPaid(const QJsonObject &fields)
{
    const auto order = paidRefIn(fields.value(QLatin1String("voucher")));
    if (!order || order->payee.isEmpty())
        return QJsonObject();
    if (m_drawn.first == order->id)
        return m_drawn.second;
    const auto payees = m_store->payees().find(order->payee);
    if (!payees)
        return payees.failure();
    QJsonObject drawn;
    for (const PayeeRef &one : *payees) {
        if (one.code == order->payee)
            drawn.insert(QStringLiteral("debtor"), one.name);
    }
    m_drawn = {order->id, drawn};
    return drawn;
}

/// What the commitment a content pays of suggests for its fields: whom it is with, and how it was inspected.
Result<QJsonObject> Desk::drawnFrom(const FormDefinition &definition, const QJsonObject &fields)
{
    if (definition.field(QLatin1String("order_number")))
        return drawnFromTrip();
    if (givesBack(definition))
        return drawnFromPaid(fields);
    const auto commitment = caseRefIn(fields.value(QLatin1String("commitment")));
    if (!commitment || !kessai::ordersPayment(definition) || !definition.field(kInspectedOn))
        return QJsonObject();
    if (m_drawn.first == commitment->id)
        return m_drawn.second;
    QJsonObject drawn;
    if (!commitment->payee.isEmpty()) {
        const auto payees = m_store->payees().find(commitment->payee);
        if (!payees)
            return payees.failure();
        for (const PayeeRef &one : *payees) {
            if (one.code == commitment->payee)
                drawn.insert(QStringLiteral("payee"), one.toJson());
        }
    }
    const auto reports = m_store->examinations().inspections(commitment->id, kInspectionForm);
    if (!reports)
        return reports.failure();
    const InspectionRow *report = newestReport(*reports);
    const Staff *inspector = report ? today()->staff(report->drafter) : nullptr;
    if (inspector && passed(*report)) {
        drawn.insert(QStringLiteral("inspector"), inspector->number);
        for (const QLatin1String day : {kInspectedOn, QLatin1String("completed_on")}) {
            if (dayOf(report->fields.value(day)))
                drawn.insert(day, report->fields.value(day));
        }
    }
    if (drawn.contains(QLatin1String("inspector")))
        m_drawn = {commitment->id, drawn}; // otherwise a report may still be decided
    return drawn;
}

Result<> Desk::markProof(const MarkProof &mark)
{
    if (const auto can = ready(); !can)
        return can;
    return m_store->examinations().markProof(mark);
}

} // namespace kessai
