// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/refund/refundform.h"

#include "core/cases/paidref.h"
#include "forms/support/accounting.h"
#include "forms/support/fields.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

enum class RefundAct { Refund, Correct, Settle };

std::optional<RefundAct> actIn(const QJsonObject &json)
{
    const QString kind = Fields(json).code("kind");
    if (kind == u"refund"_s)
        return RefundAct::Refund;
    if (kind == u"correct"_s)
        return RefundAct::Correct;
    return kind == u"settle"_s ? std::optional(RefundAct::Settle) : std::nullopt;
}

std::optional<PaidRef> orderIn(const QJsonObject &json)
{
    return paidRefIn(json.value(u"voucher"_s));
}

/// Whether it was paid before the debt was fixed.
bool isAdvance(const PaidRef &order)
{
    return order.method == u"advance"_s || order.method == u"estimate"_s || order.method == u"prepaid"_s;
}

/// The day what is moved is of.
std::optional<QDate> refundDay(const QJsonObject &json)
{
    const auto day = Fields(json).day(actIn(json) == RefundAct::Correct ? "corrected_on" : "return_by");
    return day && isPlausible(*day) ? day : std::nullopt;
}

/// Findings of one content.
class RefundCheck final {
public:
    RefundCheck(const QJsonObject &json, const PaidRef &order, RefundAct act, const FormContext &context)
        : m_json(json), m_order(order), m_act(act), m_context(context), m_year(*yearOfLine(order.line))
    {
    }

    std::vector<Finding> run()
    {
        m_findings = zeroFindings(m_json, {"amount"});
        checkYear();
        checkAmount();
        if (m_act == RefundAct::Correct)
            checkLine();
        else
            checkDay();
        if (m_act == RefundAct::Settle && !isAdvance(m_order)) {
            error("kind",
                  {u"資金前渡・概算払・前金払ではない支払です。残りがあれば戻入にしてください。"_s,
                   u"It was not paid beforehand. What is left is a refund."_s},
                  u"地方自治法施行令第161条〜第163条"_s);
        }
        return std::move(m_findings);
    }

private:
    void error(const char *field, const Bilingual &text, const QString &source = {})
    {
        m_findings.push_back(errorOn(field, text, source));
    }

    void checkYear()
    {
        if (mayPay(m_year, m_context.today) || (m_act == RefundAct::Settle && !yenIn(m_json, "amount")))
            return; // what was spent is settled whenever that is; no money moves
        error("voucher",
              fill({u"%1の出納は閉鎖されました。戻入・更正はできません（返納金は現年度の歳入になります）。"_s,
                    u"The books of %1 are closed: what comes back is revenue of the new year."_s},
                   {{fiscalYearText(m_year), QString::number(m_year.startYear())}}),
              u"地方自治法施行令第160条; 地方自治法第235条の5"_s);
    }

    void checkAmount()
    {
        const auto amount = yenIn(m_json, "amount");
        if (!amount) {
            if (m_act != RefundAct::Settle)
                error("amount", {u"額を書いてください。"_s, u"Please give the amount."_s});
            return;
        }
        const qint64 left = leftBy(m_context, kCommitmentBalance).value_or(m_order.amount);
        if (*amount > left) {
            error("amount",
                  fill({u"支払済額から戻入・更正済みの額を引いた残り（%1）を%2超えます。"_s,
                        u"%2 more than was paid and not given back (%1)."_s},
                       {yenText(left), yenText(*amount - left)}),
                  u"地方自治法施行令第159条"_s);
        }
    }

    void checkLine()
    {
        const QString key = Fields(m_json).code("to_line");
        const auto year = yearOfLine(key);
        if (!year)
            return;
        if (*year != m_year) {
            error("to_line",
                  {u"年度の異なる科目へは更正できません。"_s, u"Nothing is corrected to another fiscal year."_s},
                  u"地方自治法第208条第2項"_s);
        } else if (key == m_order.line) {
            error("to_line", {u"支払った科目と同じです。"_s, u"That is the line it was paid from."_s});
        } else {
            for (Finding &finding :
                 lineFindings(m_json, "to_line", "amount", yenIn(m_json, "amount"), {}, "corrected_on", m_context))
                m_findings.push_back(std::move(finding));
        }
        if (const auto day = refundDay(m_json); day && (*day > m_context.today || !mayPay(m_year, *day)))
            error("corrected_on", {u"更正の日は今日までの日にしてください。"_s, u"Not after today."_s});
    }

    void checkDay()
    {
        if (!yenIn(m_json, "amount"))
            return;
        if (Fields(m_json).prose("debtor").isEmpty()) {
            error("debtor", {u"返納する人を書いてください。"_s, u"Say who pays it back."_s}, u"財務規則（返納通知）"_s);
        }
        const auto day = refundDay(m_json);
        if (!day) {
            error("return_by", {u"返納期限を書いてください。"_s, u"Say by when it is to be paid back."_s},
                  u"財務規則（返納通知）"_s);
        } else if (*day < m_context.today) {
            error("return_by", {u"返納期限は今日以後の日にしてください。"_s, u"It cannot be due before today."_s});
        } else if (!mayPay(m_year, *day)) {
            error("return_by",
                  {u"返納期限は出納閉鎖（翌年度の5月31日）までの日にしてください。"_s,
                   u"It is due by 31 May, when the books of the year are closed."_s},
                  u"地方自治法施行令第160条"_s);
        }
        if (Fields(m_json).flag("again") && !m_order.commitment) {
            error("again",
                  {u"支出負担行為のない支払（兼命令）です。予算科目に戻してください。"_s,
                   u"It was paid without a commitment: it goes back to the line."_s});
        }
    }

    const QJsonObject &m_json;
    const PaidRef &m_order;
    const RefundAct m_act;
    const FormContext &m_context;
    const FiscalYear m_year;
    std::vector<Finding> m_findings;
};

} // namespace

RefundForm::RefundForm() : ShippedForm(u"refund"_s) {}

QString RefundForm::title(const QJsonObject &json, const Parameters &) const
{
    const auto order = orderIn(json);
    const auto act = actIn(json);
    const QString name = act == RefundAct::Correct ? u"更正"_s : act == RefundAct::Settle ? u"精算"_s : u"戻入"_s;
    return order ? titled(name, {order->number, order->title.simplified()}) : name;
}

std::optional<Yen> RefundForm::amount(const QJsonObject &json) const
{
    const auto amount = yenIn(json, "amount");
    return amount ? std::optional(Yen(*amount)) : std::nullopt;
}

QHash<QString, Bilingual> RefundForm::computed(const QJsonObject &json, const FormContext &context) const
{
    const auto order = orderIn(json);
    const auto left = leftBy(context, kCommitmentBalance);
    return {{u"left"_s,
             !order      ? same(u"—"_s)
                 : !left ? fill({u"支払 %1"_s, u"%1 paid"_s}, {yenText(order->amount)})
                         : fill({u"%1（支払 %2）"_s, u"%1 of %2 paid"_s}, {yenText(*left), yenText(order->amount)})}};
}

/// It is ordered by whoever orders the payment it is of.
QJsonObject RefundForm::facts(const QJsonObject &json, const Parameters &) const
{
    QJsonObject facts{{u"act"_s, u"payment"_s}, {u"item"_s, QString()}};
    if (const auto order = orderIn(json))
        facts.insert(u"amount"_s, order->amount);
    return facts;
}

std::vector<LedgerQuery> RefundForm::questions(const QJsonObject &json, StaffId, const Parameters &parameters) const
{
    const auto order = orderIn(json);
    if (!order)
        return {};
    const QDate day = daysOf(*yearOfLine(order->line)).last;
    std::vector<LedgerQuery> questions{
        {kCommitmentBalance, kCommitmentBalance, commitmentAccount(order->id), day, day}};
    const BudgetLine *line = actIn(json) == RefundAct::Correct ? lineIn(json, "to_line", parameters) : nullptr;
    if (line) {
        for (LedgerQuery &question : lineQuestions(line->account(), day))
            questions.push_back(std::move(question));
    }
    return questions;
}

std::vector<Finding> RefundForm::check(const QJsonObject &json, const FormContext &context) const
{
    const auto order = orderIn(json);
    const auto act = actIn(json);
    return order && act ? RefundCheck(json, *order, *act, context).run() : std::vector<Finding>();
}

/// What is due back is so after the days that 返納通知 gives.
QJsonObject RefundForm::proposal(const QJsonObject &json, const FormContext &context) const
{
    const auto act = actIn(json);
    if (!orderIn(json) || !act || *act == RefundAct::Correct)
        return {};
    const Numbers numbers(context.parameters);
    QDate day = context.today.addDays(numbers.at("refund.term_days", context.today));
    while (!numbers.holidays().isDuty(day))
        day = day.addDays(1);
    return {{u"return_by"_s, day.toString(Qt::ISODate)}};
}

std::vector<Posting> RefundForm::postings(const QJsonObject &json, StaffId, const Parameters &parameters) const
{
    const auto order = orderIn(json);
    const auto act = actIn(json);
    if (!order || !act)
        return {};
    const QString account = commitmentAccount(order->id);
    const QString paidFrom = accountOfLine(order->line);
    const auto amount = yenIn(json, "amount");
    const auto day = refundDay(json);
    std::vector<Posting> postings;
    if (*act == RefundAct::Settle)
        postings.push_back(
            {u"payment.settled"_s, account, day.value_or(daysOf(*yearOfLine(order->line)).last), order->amount});
    if (!amount || !day)
        return postings;
    const BudgetLine *line = *act == RefundAct::Correct ? lineIn(json, "to_line", parameters) : nullptr;
    if (*act == RefundAct::Correct && (!line || line->key() == order->line))
        return postings;
    postings.push_back({u"payment.returned"_s, account, *day, *amount});
    if (*act != RefundAct::Correct && Fields(json).flag("again") && order->commitment)
        postings.push_back({u"commitment.refund"_s, commitmentAccount(*order->commitment), *day, *amount});
    else
        postings.push_back({u"budget.refund"_s, paidFrom, *day, *amount});
    if (line)
        postings.push_back({u"budget.corrected"_s, line->account(), *day, *amount});
    return postings;
}

std::vector<Insight> RefundForm::insights(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Insight> insights;
    const auto order = orderIn(json);
    const auto left = leftBy(context, kCommitmentBalance);
    const qint64 amount = yenIn(json, "amount").value_or(0);
    if (!order || !left)
        return insights;
    Insight back;
    back.text =
        fill({u"支払 %1 → 戻入・更正済 %2 → 今回 %3 → 差引 %4"_s, u"Paid %1 → given back %2 → this %3 → then %4"_s},
             {yenText(order->amount), yenText(order->amount - *left), yenText(amount), yenText(*left - amount)});
    back.used = order->amount - *left;
    back.added = amount;
    back.limit = order->amount;
    back.limitText = fill({u"支払額 %1"_s, u"%1 paid"_s}, {yenText(order->amount)});
    back.remarkable = amount > *left;
    back.tone = Finding::Severity::Error;
    insights.push_back(std::move(back));
    if (actIn(json) == RefundAct::Correct) {
        if (auto line = lineInsight(amount, context))
            insights.push_back(*std::move(line));
    }
    return insights;
}

} // namespace kessai
