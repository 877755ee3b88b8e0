// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/payments.h"

#include "core/calendar/era.h"
#include "core/cases/numbers.h"
#include "core/services/desk.h"

#include <QLocale>

#include <algorithm>

// What the office pays.

namespace kessai {

namespace {

/// How many days after an advance was paid it is to be settled (資金前渡・概算払・前金払の精算).
const QString kSettlementDays = QStringLiteral("settlement.term_days");
/// How many days after a trip what was advanced for it is to be settled (旅費の精算), and the form that ordered it.
const QString kTripSettlementDays = QStringLiteral("travel.settle_days");
constexpr QLatin1String kTripOrder("travel_order");

/// How far a decided voucher has come; `on` is the day it was to be paid.
Bilingual paymentText(const std::optional<PaymentState> &state, const QDate &on)
{
    if (!state && on.isValid())
        return {QStringLiteral("支払予定 %1（未払い）").arg(eraDateWithWeekday(on)),
                QStringLiteral("To be paid on %1, not paid yet").arg(on.toString(Qt::ISODate))};
    if (!state)
        return {QStringLiteral("未払い（支払日に会計課が支払います）"),
                QStringLiteral("Not paid yet: the accounting section pays it on its day")};
    const QString day = eraDateWithWeekday(state->day);
    const QString iso = state->day.toString(Qt::ISODate);
    if (state->returned)
        return {QStringLiteral("支払えず組戻しになりました（%1）。会計課が改めて支払います").arg(day),
                QStringLiteral("It came back from the bank (%1) and is to be paid again").arg(iso)};
    switch (state->state) {
    case BatchState::Made:
        return {QStringLiteral("支払の準備中（%1支払）").arg(day), QStringLiteral("To be paid on %1").arg(iso)};
    case BatchState::Exported:
        return {QStringLiteral("振込データ出力済（%1支払）").arg(day),
                QStringLiteral("Sent to the bank, paid on %1").arg(iso)};
    case BatchState::Paid: return {QStringLiteral("支払済（%1）").arg(day), QStringLiteral("Paid on %1").arg(iso)};
    case BatchState::Discarded: break;
    }
    return paymentText({}, on);
}

/// What a voucher orders to be paid: the settlement of a trip that cost no more than was advanced orders nothing.
qint64 orderedBy(const std::vector<Posting> &postings)
{
    qint64 amount = 0;
    for (const Posting &posting : postings) {
        if (posting.ledger == QLatin1String("commitment.paid") || posting.ledger == QLatin1String("budget.payment"))
            amount += posting.amount;
    }
    return amount;
}

/// What of a commitment is paid, ordered to be paid and left to be ordered; what is left is the same sum as wherever a commitment is chosen, an order
/// that is not decided yet, or being examined, takes of it too.
Result<std::vector<Insight>> standingOf(Store &store, CaseId commitment, const Numbers &numbers, const QDate &today)
{
    const auto use = useOf(store, commitment, today);
    if (!use)
        return use.failure();
    const auto yen = [](qint64 amount) { return QLocale(QLocale::Japanese).toString(amount); };
    const CommitmentStanding &standing = use->standing;
    const QString paid = yen(standing.paid);
    const QString ordered = yen(use->ordered());
    const QString left = yen(leftOf(use->balance, numbers, today));
    Insight insight;
    insight.text = {QStringLiteral("支払済 %1円 ・ 支出命令 %2円 ・ 残り %3円").arg(paid, ordered, left),
                    QStringLiteral("Paid %1 ・ ordered to be paid %2 ・ left %3 yen").arg(paid, ordered, left)};
    insight.used = standing.paid;
    insight.limit = standing.committed;
    insight.limitText = {QStringLiteral("負担行為額 %1円").arg(yen(standing.committed)),
                         QStringLiteral("%1 yen committed").arg(yen(standing.committed))};
    std::vector<Insight> insights{std::move(insight)};
    if (use->running > 0) {
        Insight examined;
        examined.text = {
            QStringLiteral("支出命令のうち決裁・審査中 %1円").arg(yen(use->running)),
            QStringLiteral("Not decided yet or being examined: %1 yen of what is ordered").arg(yen(use->running))};
        insights.push_back(std::move(examined));
    }
    return insights;
}

} // namespace

Result<CommitmentUse> useOf(Store &store, CaseId commitment, const QDate &today)
{
    const auto standing = store.payments().commitmentStanding(commitment);
    if (!standing)
        return standing.failure();
    const QString account = commitmentAccount(commitment);
    std::vector<LedgerQuery> questions{{kCommitmentBalance, kCommitmentBalance, account, today, today}};
    for (const QString &ledger : {QStringLiteral("commitment.paid"), QStringLiteral("commitment.increase"),
                                  QStringLiteral("commitment.decrease")})
        questions.push_back({ledger, ledger, account, QDate(1900, 1, 1), QDate(9999, 12, 31)});
    const auto answers = store.ledgers().sums(questions, std::nullopt);
    if (!answers)
        return answers.failure();
    const LedgerAnswer &raised = answers->at(2);
    const LedgerAnswer &lowered = answers->at(3);
    return CommitmentUse{*standing, answers->at(1).reserved,
                         raised.used != lowered.used || raised.reserved != 0 || lowered.reserved != 0,
                         answers->front()};
}

int PaymentSheet::toDo() const
{
    const auto vouchers = std::count_if(
        due.begin(), due.end(), [this](const PaymentDue &one) { return one.day <= today && !staysOut(one, today); });
    const auto open = std::count_if(batches.begin(), batches.end(), [this](const PaymentBatch &one) {
        return one.day <= today && one.state < BatchState::Paid;
    });
    return int(vouchers + open);
}

Yen WithheldSheet::sum() const
{
    qint64 sum = 0;
    for (const WithheldTax &row : rows)
        sum += row.counts() ? row.withheld.amount() : 0;
    return Yen(sum);
}

QDate withheldPayBy(const QDate &month, const Numbers &numbers)
{
    const QDate next = month.addMonths(1);
    const int last = int(std::clamp<qint64>(numbers.at("withholding.due_day", month), 1, next.daysInMonth()));
    QDate day(next.year(), next.month(), last);
    while (!numbers.holidays().isDuty(day))
        day = day.addDays(1);
    return day;
}

QDate settledBy(const Unpaid &advance, const Numbers &numbers)
{
    const bool trip = advance.form == kTripOrder && advance.by.isValid();
    const QDate from = trip ? advance.by : std::max(advance.day, advance.by);
    const QString &days = trip ? kTripSettlementDays : kSettlementDays;
    return from.isValid() ? from.addDays(numbers.find(days, from).value_or(0)) : advance.day;
}

Result<WithheldSheet> Desk::withheldTax(const QDate &month)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const QDate first(month.year(), month.month(), 1);
    auto rows = m_store->payments().withheldTax(first, first.addMonths(1).addDays(-1));
    if (!rows)
        return rows.failure();
    return WithheldSheet{first, withheldPayBy(first, Numbers(m_configuration.parameters)), std::move(rows).value()};
}

Result<int> Desk::paymentsToDo()
{
    if (const auto can = ready(); !can)
        return can.failure();
    const QDate day = now().day();
    auto due = m_store->payments().dueNow();
    if (!due)
        return due.failure();
    auto batches = m_store->payments().batches(day);
    if (!batches)
        return batches.failure();
    return PaymentSheet{day, m_configuration.parameters.holidays(), std::move(due).value(), std::move(batches).value()}
        .toDo();
}

Result<PaymentSheet> Desk::payments(const QDate &since)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const QDate day = now().day();
    PaymentStore &store = m_store->payments();
    auto due = store.due(QDate(9999, 12, 31));
    if (!due)
        return due.failure();
    auto batches = store.batches(since);
    if (!batches)
        return batches.failure();
    auto source = store.transferSource();
    if (!source)
        return source.failure();
    return PaymentSheet{day, m_configuration.parameters.holidays(), std::move(due).value(), std::move(batches).value(),
                        std::move(source).value()};
}

Result<bool> Desk::proves(CaseId id)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const auto record = m_store->cases().load(id);
    if (!record)
        return record.error().code == ErrorCode::Damaged ? Result<bool>(false) : Result<bool>(record.failure());
    return verify(*record).sound();
}

Result<BatchId> Desk::changePayments(const PaymentChange &change)
{
    return m_store->payments().changePayments(change);
}

Result<std::vector<Unpaid>> Desk::unpaid()
{
    auto list = m_store->payments().unpaid();
    if (!list)
        return list;
    const Numbers numbers(m_configuration.parameters);
    for (Unpaid &one : *list)
        one.by = one.kind == Unpaid::Kind::Advance ? settledBy(one, numbers) : one.day;
    // What was paid beforehand stands together: whichever is to be settled first.
    const auto advance = [](const Unpaid &one) { return one.kind == Unpaid::Kind::Advance; };
    const auto first = std::find_if(list->begin(), list->end(), advance);
    std::stable_sort(first, std::find_if_not(first, list->end(), advance),
                     [](const Unpaid &a, const Unpaid &b) { return a.by < b.by; });
    return list;
}

bool Desk::ordersPayment(const QString &form) const
{
    const FormDefinition *definition = m_configuration.formOn(form, now().day());
    return definition && kessai::ordersPayment(*definition);
}

Result<std::vector<Insight>> Desk::paidOf(const CaseView &decided)
{
    std::vector<Insight> insights;
    const CaseRecord &record = decided.record;
    if (record.projection.state != CaseState::Decided || !record.cancelledBy.empty() || record.cancels)
        return insights;
    const auto &postings = record.projection.postings;
    if (ordersPayment(record.form) && orderedBy(postings) > 0) {
        const auto states = m_store->payments().paymentStates({record.id});
        if (!states)
            return states.failure();
        const std::optional<PaymentState> state = states->empty() ? std::nullopt : std::optional(states->front());
        Insight paid;
        const QString on = decided.content.fields.value(QLatin1String("payment_on")).toString();
        paid.text = paymentText(state, QDate::fromString(on, Qt::ISODate));
        paid.remarkable = state && state->returned;
        insights.push_back(std::move(paid));
        const auto back = givenBackOf(record);
        if (!back)
            return back.failure();
        insights.insert(insights.end(), back->begin(), back->end());
    } else if (std::any_of(postings.begin(), postings.end(), [](const Posting &posting) {
                   return posting.ledger == QLatin1String("budget.commitment") && posting.amount > 0;
               })) {
        const auto standing = standingOf(*m_store, record.id, Numbers(m_configuration.parameters), now().day());
        if (!standing)
            return standing.failure();
        insights.insert(insights.end(), standing->begin(), standing->end());
    }
    const auto awaited = receiptOf(record);
    if (!awaited)
        return awaited.failure();
    insights.insert(insights.end(), awaited->begin(), awaited->end());
    return insights;
}

/// What decided and running cases have given back of an order, or moved to another line.
Result<std::vector<Insight>> Desk::givenBackOf(const CaseRecord &order)
{
    const QDate day = now().day();
    const auto answers = m_store->ledgers().sums(
        {{kCommitmentBalance, kCommitmentBalance, commitmentAccount(order.id), day, day}}, std::nullopt);
    if (!answers)
        return answers.failure();
    const qint64 ordered = orderedBy(order.projection.postings);
    const qint64 back = answers->empty() ? 0 : ordered - answers->front().used;
    if (back <= 0)
        return std::vector<Insight>();
    const QLocale japanese(QLocale::Japanese);
    Insight insight;
    insight.text = {QStringLiteral("うち戻入・更正 %1円").arg(japanese.toString(back)),
                    QStringLiteral("Of it paid back or corrected: %1 yen").arg(japanese.toString(back))};
    insight.used = back;
    insight.limit = ordered;
    insight.limitText = {QStringLiteral("支出額 %1円").arg(japanese.toString(ordered)),
                         QStringLiteral("%1 yen ordered").arg(japanese.toString(ordered))};
    return std::vector<Insight>{insight};
}

/// Whether the money has come in that a decided case gives back.
Result<std::vector<Insight>> Desk::receiptOf(const CaseRecord &refund)
{
    qint64 amount = 0;
    QDate by;
    for (const Posting &posting : refund.projection.postings) {
        if (posting.ledger == QLatin1String("budget.corrected"))
            return std::vector<Insight>(); // no money moves
        if (posting.ledger == QLatin1String("budget.refund") || posting.ledger == QLatin1String("commitment.refund")) {
            amount += posting.amount;
            by = posting.day;
        }
    }
    if (amount <= 0)
        return std::vector<Insight>();
    const auto states = m_store->payments().paymentStates({refund.id});
    if (!states)
        return states.failure();
    Insight insight;
    insight.remarkable = states->empty() && by < now().day();
    if (states->empty())
        insight.text = {QStringLiteral("返納待ち（返納期限 %1）").arg(eraDateWithWeekday(by)),
                        QStringLiteral("To be paid back by %1, not in yet").arg(by.toString(Qt::ISODate))};
    else
        insight.text = {QStringLiteral("返納済（%1 収納）").arg(eraDateWithWeekday(states->front().day)),
                        QStringLiteral("Paid back, in on %1").arg(states->front().day.toString(Qt::ISODate))};
    return std::vector<Insight>{insight};
}

Result<> Desk::addPayments(std::vector<CaseRow> &rows)
{
    std::vector<CaseId> vouchers;
    for (const CaseRow &row : rows) {
        if (row.state == CaseState::Decided && ordersPayment(row.form))
            vouchers.push_back(row.id);
    }
    if (vouchers.empty())
        return {};
    const auto states = m_store->payments().paymentStates(vouchers);
    if (!states)
        return states.failure();
    for (CaseRow &row : rows) {
        const auto state =
            std::find_if(states->begin(), states->end(), [&row](const PaymentState &one) { return one.id == row.id; });
        if (state != states->end())
            row.payment = *state;
    }
    return {};
}

} // namespace kessai
