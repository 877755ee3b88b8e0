// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/sampleyear.h"

#include "forms/support/shipped.h"

#include <QJsonArray>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSettlementMonths = 2;
constexpr int kMinutesADay = 465;
constexpr int kUnexaminedDays = 11; ///< of duty: vouchers of these lie at 会計課
constexpr int kUnexamined = 48;     ///< of those without a commitment
constexpr qint64 kInspectedFrom =
    900'000; ///< yen: from here, or somewhat later (inspection.report_yen), the inspection is a case of its own
constexpr qint64 kChangedFrom = 3'000'000;
constexpr int kTransfers = 6;

} // namespace

FiscalYear sampleYearOf(const QDate &today)
{
    return FiscalYear::of(today.addMonths(-kSettlementMonths));
}

SampleYear::SampleYear(const SampleDirectory &directory, const WorkingTime &time, const Parameters &parameters,
                       Instant now, Dice dice)
    : m_directory(directory), m_time(time), m_parameters(parameters), m_now(now), m_trips(directory, time, parameters),
      m_dice(dice)
{
}

PlannedCase SampleYear::filing(SampleKind kind, StaffId drafter, const QDate &day, SampleSpending spending)
{
    PlannedCase planned;
    planned.filing.kind = kind;
    planned.filing.drafter = drafter;
    planned.filing.day = day;
    planned.filing.spending = std::move(spending);
    planned.created = m_time.after(Instant::fromTokyo(day, QTime(8, 30)), m_dice.between(5, 400));
    planned.minutesToSubmit = m_dice.between(3, 30);
    planned.fate = m_dice.percent(4) ? SampleFate::ReturnedOnce : SampleFate::Straight;
    return planned;
}

/// The newest vouchers wait to be examined; some of them do not agree with their invoice.
void SampleYear::examine(PlannedCase &voucher)
{
    if (m_time.between(voucher.created, m_now) > kUnexaminedDays * kMinutesADay || m_dice.percent(12))
        return;
    voucher.unexamined = true;
    voucher.prompt = true;
    voucher.fate = SampleFate::Straight;
    SampleSpending &spending = voucher.filing.spending;
    if (!m_dice.percent(16) || spending.purchase->withheld)
        return;
    static const std::vector<SampleMistake> kMistakes{SampleMistake::Amount, SampleMistake::Telephone,
                                                      SampleMistake::Registration};
    spending.mistake = m_dice.oneOf(kMistakes);
    if (spending.mistake == SampleMistake::Registration && spending.purchase->payee.registration.isEmpty())
        spending.mistake = SampleMistake::Telephone;
}

std::vector<PlannedCase> SampleYear::plan(const std::vector<BudgetEntry> &entries)
{
    const FiscalYear year = sampleYearOf(m_now.day());
    std::vector<PlannedCase> plan;
    SamplePurchases purchases(m_directory, m_time, m_parameters, m_dice.branch());
    std::vector<std::shared_ptr<SamplePurchase>> bought = purchases.ofYear(year, entries);
    // However few bills there are at this time of the year, 会計課 has its desk full.
    const QDate recent = m_time.dutyDay(m_now.day(), 1 - kUnexaminedDays);
    auto many = std::count_if(bought.begin(), bought.end(), [&](const auto &one) {
        return one->atOnce && one->planned >= recent && one->planned < m_now.day();
    });
    std::vector<QDate> days;
    for (; many < kUnexamined; ++many)
        days.push_back(m_time.dutyDay(m_now.day(), -m_dice.between(1, kUnexaminedDays - 1)));
    for (auto &one : purchases.supplies(year, days))
        bought.push_back(std::move(one));
    for (const auto &purchase : bought) {
        SampleSpending spending{.purchase = purchase};
        if (purchase->atOnce) {
            spending.done = purchase->parts.front().done;
            spending.received = m_time.dutyDay(spending.done, m_dice.between(1, 2));
            if (purchase->goods || purchase->kind == u"works"_s)
                spending.inspected = spending.done;
        }
        plan.push_back(filing(purchase->atOnce ? SampleKind::PaymentAtOnce : SampleKind::Commitment, purchase->drafter,
                              purchase->planned, spending));
        if (purchase->atOnce)
            examine(plan.back());
    }
    planTransfers(plan, year);
    planTrips(plan, year);
    planRevenues(plan, year);
    planSplitOrder(plan, purchases, year, entries);
    std::erase_if(plan, [this](const PlannedCase &planned) { return planned.created >= m_now; });
    return plan;
}

/// Between two lines of a section in the same 項, of 節 that may be moved.
void SampleYear::planTransfers(std::vector<PlannedCase> &plan, FiscalYear year)
{
    std::vector<const BudgetLine *> lines = m_parameters.budget().of(year);
    static const QStringList kMovable{u"8"_s, u"11"_s, u"12"_s, u"13"_s, u"17"_s};
    std::erase_if(lines, [&](const BudgetLine *line) {
        return !kMovable.contains(line->item) || m_directory.staffBelow(line->section, kHighestClerkRank).empty();
    });
    for (int no = 0; no < kTransfers && !lines.empty(); ++no) {
        const BudgetLine *from = m_dice.oneOf(lines);
        const auto to = std::find_if(lines.begin(), lines.end(), [from](const BudgetLine *line) {
            return line != from && line->section == from->section
                && line->code.section(u'-', 0, 2) == from->code.section(u'-', 0, 2);
        });
        const QDate day = m_time.dutyDay(QDate(year.startYear(), 6, 1).addDays(30 * no + m_dice.below(20)), 0);
        if (to == lines.end())
            continue;
        plan.push_back(
            filing(SampleKind::Transfer, m_dice.oneOf(m_directory.staffBelow(from->section, kHighestClerkRank)), day,
                   {.difference = 1000 * m_dice.between(12, 40), .fromLine = from->key(), .toLine = (*to)->key()}));
    }
}

/// One purchase that was split in two, for whoever approves the second to see; it runs or was decided a moment ago.
void SampleYear::planSplitOrder(std::vector<PlannedCase> &plan, SamplePurchases &purchases, FiscalYear year,
                                const std::vector<BudgetEntry> &entries)
{
    const std::vector<QDate> days{m_time.dutyDay(m_now.day(), -6), m_time.dutyDay(m_now.day(), -1)};
    const std::vector<std::shared_ptr<SamplePurchase>> parts = purchases.splitOrder(year, entries, days);
    for (const auto &part : parts) {
        part->drafter = parts.front()->drafter;
        part->inspector = parts.front()->inspector;
        plan.push_back(filing(SampleKind::Commitment, part->drafter, part->planned, {.purchase = part}));
        plan.back().fate = SampleFate::Straight;
    }
}

/// Two or three a year for every line of 旅費.
void SampleYear::planTrips(std::vector<PlannedCase> &plan, FiscalYear year)
{
    for (const BudgetLine *line : m_parameters.budget().of(year)) {
        for (int no = m_dice.between(2, 3); line->item == u"8"_s && no > 0; --no) {
            const QDate day = m_time.dutyDay(QDate(year.startYear(), 4, 10).addDays(m_dice.below(325)), 0);
            if (const auto trip = m_trips.trip(*line, day, m_dice)) {
                // Those who are to leave are paid beforehand; what was is settled by the real acts alone.
                trip->advanced = trip->lodging > 0 && trip->from > m_now.day();
                plan.push_back(filing(SampleKind::TravelOrder, trip->traveller, day, {.trip = trip}));
                plan.back().fate = SampleFate::Straight;
            }
        }
    }
}

void SampleYear::planRevenues(std::vector<PlannedCase> &plan, FiscalYear year)
{
    for (const auto &value : shippedObject(u":/kessai/sample/purchases.json"_s).value(u"revenues"_s).toArray()) {
        const QJsonObject entry = value.toObject();
        std::vector<StaffId> clerks;
        for (const Section &section : m_directory.office().sections()) {
            if (section.code == entry.value(u"in"_s).toString())
                clerks = m_directory.staffBelow(section.id, kHighestClerkRank);
        }
        for (int month = 0; month < 11 && !clerks.empty(); ++month) {
            const QDate day = QDate(year.startYear(), 5, 1).addMonths(month);
            if (m_dice.percent(60))
                plan.push_back(filing(SampleKind::Assessment, m_dice.oneOf(clerks),
                                      m_time.dutyDay(day, m_dice.between(2, 8)), {.entry = entry}));
        }
    }
}

std::vector<PlannedCase> SampleYear::following(const SampleFiling &decided, const CaseRef &commitment, Instant at)
{
    std::vector<PlannedCase> plan;
    if (decided.kind == SampleKind::CommitmentChange) {
        SampleItem &last = decided.spending.purchase->parts.back().items.back();
        last.price += decided.spending.difference;
        return plan;
    }
    if (decided.kind == SampleKind::TravelOrder) {
        const auto &trip = decided.spending.trip;
        trip->orderNumber = commitment.number;
        const QDate written = m_time.dutyDay(std::max(trip->until, at.day()), m_dice.between(1, 5));
        plan.push_back(filing(SampleKind::TravelSettlement, trip->traveller, written, {.trip = trip}));
        plan.back().unexamined = m_time.between(plan.back().created, m_now) < kUnexaminedDays * kMinutesADay;
        plan.back().fate = SampleFate::Straight;
    }
    if (decided.kind == SampleKind::Inspection)
        pay(plan, decided.spending, std::max(decided.spending.received, at.day()));
    if (decided.kind == SampleKind::Commitment)
        payAndInspect(plan, decided, commitment, at);
    std::erase_if(plan, [this](const PlannedCase &planned) { return planned.created >= m_now; });
    return plan;
}

/// What was billed is ordered to be paid some days after a day.
void SampleYear::pay(std::vector<PlannedCase> &plan, const SampleSpending &spending, const QDate &after)
{
    plan.push_back(
        filing(SampleKind::Payment, spending.purchase->drafter, m_time.dutyDay(after, m_dice.between(1, 3)), spending));
    examine(plan.back());
}

/// What a commitment leads to: each part is inspected, billed and paid; some contracts change.
void SampleYear::payAndInspect(std::vector<PlannedCase> &plan, const SampleFiling &decided, const CaseRef &commitment,
                               Instant at)
{
    const auto &purchase = decided.spending.purchase;
    const Numbers numbers(m_parameters);
    const qint64 amount = purchase->amount(numbers);
    const QDate earliest = m_time.dutyDay(at.day(), 2);
    for (size_t part = 0; part < purchase->parts.size(); ++part) {
        SampleSpending spending{.purchase = purchase, .commitment = commitment, .part = part};
        spending.done = std::max(purchase->parts[part].done, earliest);
        QDate written = spending.done;
        const bool large = amount >= kInspectedFrom && purchase->kind != u"none"_s && purchase->kind != u"lease"_s;
        if (!purchase->parts[part].prepaid) {
            spending.inspected = m_time.dutyDay(spending.done, m_dice.between(0, 3));
            spending.inspectedByCase = large;
            written = spending.inspected;
        }
        spending.received = m_time.dutyDay(written, m_dice.between(1, 4));
        if (spending.inspectedByCase) { // it is paid once that is decided
            plan.push_back(filing(SampleKind::Inspection, purchase->inspector, spending.inspected, spending));
            plan.back().fate = SampleFate::Straight;
        } else {
            pay(plan, spending, spending.received);
        }
    }
    // Some contracts turn out dearer or cheaper while there is time.
    const QDate changed = m_time.dutyDay(at.day(), m_dice.between(10, 20));
    if (amount >= kChangedFrom && m_dice.percent(25) && changed.addDays(40) < purchase->parts.back().done) {
        SampleItem &last = purchase->parts.back().items.back();
        const qint64 difference = last.price * m_dice.between(2, 6) / 100 / 1000 * 1000;
        if (last.count == 1 && difference > 0)
            plan.push_back(filing(SampleKind::CommitmentChange, purchase->drafter, changed,
                                  {.purchase = purchase,
                                   .commitment = commitment,
                                   .difference = m_dice.percent(40) ? difference : -difference}));
    }
}

} // namespace kessai
