// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/voucher.h"

#include "core/accounting/proofs.h"
#include "core/calendar/era.h"
#include "forms/support/fields.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSoonDays = 3;

const QString &delayAct()
{
    static const QString source = u"政府契約の支払遅延防止等に関する法律 第6条・第14条"_s;
    return source;
}

/// A day of the content that can be reckoned with.
std::optional<QDate> dayIn(const QJsonObject &json, const char *key)
{
    const auto day = Fields(json).day(key);
    return day && isPlausible(*day) ? day : std::nullopt;
}

bool billed(const Fields &fields)
{
    const QString invoice = fields.code("invoice");
    return invoice == u"sealed"_s || invoice == u"unsealed"_s;
}

InvoiceCourse courseOf(const QJsonObject &json, const QDate &received)
{
    return {.received = received,
            .completed = dayIn(json, "completed_on"),
            .inspected = dayIn(json, "inspected_on"),
            .wrong = {}};
}

/// Findings of one content, in the order of its fields.
class VoucherCheck final {
public:
    VoucherCheck(const QJsonObject &json, const VoucherBasis &basis, const FormContext &context)
        : m_json(json), m_fields(json), m_basis(basis), m_context(context), m_numbers(context.parameters)
    {
    }

    std::vector<Finding> run()
    {
        m_findings = zeroFindings(m_json, {"amount"});
        for (Finding &finding : payeeFindings(m_json))
            m_findings.push_back(std::move(finding));
        checkTax();
        checkInvoice();
        checkInspection();
        for (Finding &finding : paymentDayFindings(m_json, m_basis.year, m_context))
            m_findings.push_back(std::move(finding));
        checkWithholding();
        checkAccount();
        checkPaper();
        return std::move(m_findings);
    }

private:
    void error(const char *field, const Bilingual &text, const QString &source = {})
    {
        m_findings.push_back(errorOn(field, text, source));
    }
    void warn(const char *field, const Bilingual &text, const QString &source = {})
    {
        m_findings.push_back(warningOn(field, text, source));
    }

    /// Rounded once per invoice and rate, by whichever rounding the issuer uses (AC-I7).
    void checkTax()
    {
        struct Rate {
            const char *net;
            const char *tax;
            const char *percent;
        };
        const QDate day = dayIn(m_json, "received_on").value_or(m_context.today);
        qint64 sum = 0;
        for (const Rate &rate : {Rate{"net_standard", "tax_standard", "tax.standard_percent"},
                                 Rate{"net_reduced", "tax_reduced", "tax.reduced_percent"}}) {
            const auto net = m_fields.number(rate.net, 0, kMostYen);
            const auto tax = m_fields.number(rate.tax, 0, kMostYen);
            sum += net.value_or(0) + tax.value_or(0);
            const int percent = int(m_numbers.at(rate.percent, day));
            if (net && *net > 0 && !acceptsTax(Yen(*net), percent, Yen(tax.value_or(0)))) {
                error(
                    rate.tax,
                    fill({u"税抜%1の%2%は%3です（±1円まで）。"_s, u"%2 % of %1 is %3, give or take a yen."_s},
                         {yenText(*net), same(QString::number(percent)), yenText(taxOn(Yen(*net), percent).amount())}),
                    u"消費税法第57条の4（税率ごとに1回の端数処理）"_s);
            }
        }
        const auto amount = yenIn(m_json, "amount");
        if (sum > 0 && amount && sum != *amount) {
            error("amount",
                  fill({u"税率ごとの内訳の合計は%1です。支出額と一致しません。"_s,
                        u"The sums per rate make %1, which is not the amount."_s},
                       {yenText(sum)}));
        }
    }

    /// An invoice without a seal names who stands behind it (AC-S1, AC-S2).
    void checkInvoice()
    {
        if (m_fields.code("invoice") == u"unsealed"_s) {
            const InvoiceIssuer issuer{m_fields.prose("issuer_responsible"), m_fields.prose("issuer_contact"),
                                       m_fields.prose("issuer_tel")};
            if (!isAcceptable(issuer)) {
                const char *missing = issuer.responsible.isEmpty() ? "issuer_responsible"
                    : issuer.contact.isEmpty()                     ? "issuer_contact"
                                                                   : "issuer_tel";
                error(
                    missing,
                    {u"押印のない請求書には、発行責任者・担当者の氏名と電話番号が必要です。ないものは相手方に返します。"_s,
                     u"An invoice without a seal names the responsible person, the contact and a telephone; else it goes back."_s},
                    u"財務規則（請求書の押印省略）; 押印見直しマニュアル"_s);
            }
        }
        const auto invoiced = dayIn(m_json, "invoiced_on");
        const auto received = dayIn(m_json, "received_on");
        if (received && *received > m_context.today) {
            error("received_on",
                  {u"受理日は今日までの日にしてください。"_s, u"It cannot have been received after today."_s});
        } else if (invoiced && received && *received < *invoiced) {
            error("received_on",
                  {u"受理日が請求日より前になっています。"_s, u"It was received before the day it bears."_s});
        }
    }

    /// The debt is fixed once what was ordered is there and was inspected, in the year whose money pays it (AC-5).
    void checkInspection()
    {
        const auto completed = dayIn(m_json, "completed_on");
        const auto inspected = dayIn(m_json, "inspected_on");
        const QString source = u"地方自治法第234条の2第1項・第232条の4第2項"_s;
        const QString method = m_fields.code("pay_method");
        if (!inspected) {
            if (m_basis.inspected && (method == u"transfer"_s || method == u"cash"_s)) {
                error("inspected_on",
                      {u"検収（検査）が済んでから支払います。検収日を書いてください。"_s,
                       u"What is paid was inspected before. Please give the day."_s},
                      source);
            }
            return;
        }
        if (*inspected > m_context.today) {
            error("inspected_on",
                  {u"検収日は今日までの日にしてください。"_s, u"It cannot have been inspected after today."_s});
        } else if (completed && *inspected < *completed) {
            error("inspected_on",
                  {u"検収日が納品・完了の日より前になっています。"_s, u"It was inspected before it was delivered."_s},
                  source);
        } else if (m_basis.year && !belongsTo(*m_basis.year, *inspected)) {
            error("inspected_on",
                  fill({u"%1の予算で払えるのは、その年度の3月31日までに検収したものです。"_s,
                        u"Only what was inspected by 31 March is paid with the money of %1."_s},
                       {{fiscalYearText(*m_basis.year), QString::number(m_basis.year->startYear())}}),
                  u"地方自治法第208条; 同法施行令第143条"_s);
        }
        const QString inspector = m_fields.code("inspector");
        const Staff *staff = m_context.office.staffByNumber(inspector);
        if (inspector.isEmpty()) {
            error("inspector", {u"検収した職員を選んでください。"_s, u"Say who inspected it."_s}, source);
        } else if (!staff) {
            error("inspector", {u"この職員番号の職員はいません。"_s, u"There is nobody of that number."_s});
        } else if (staff->id == m_context.drafter && m_numbers.flag("inspection.apart", *inspected)) {
            error("inspector",
                  {u"検収者は起票者と別の職員にしてください。"_s, u"Somebody other than the drafter inspects."_s},
                  u"契約規則（検査員）"_s);
        } else if (headsDrafter(staff->id)) {
            warn("inspector",
                 {u"検収した人はこの支払を決裁できません。決裁者が別の職になることを確かめてください。"_s,
                  u"Whoever inspected does not decide on the payment. Please make sure somebody else decides."_s},
                 u"地方自治法第234条の2第1項"_s);
        }
    }

    bool headsDrafter(StaffId staff) const
    {
        const auto post = m_context.office.primaryPost(m_context.drafter);
        return post && m_context.office.headsLine(staff, *post);
    }

    void checkWithholding()
    {
        const QString source = u"所得税法第204条・第205条"_s;
        const auto base = yenIn(m_json, "withholding_base");
        const auto amount = yenIn(m_json, "amount");
        const qint64 withheld = m_fields.number("withheld", 0, kMostYen).value_or(0);
        const QString payeeKind = m_json.value(u"payee"_s).toObject().value(u"kind"_s).toString();
        const QDate day = dayIn(m_json, "payment_on").value_or(m_context.today);
        const qint64 right = base ? withheldFrom(Yen(*base), withholdingRates(day, m_numbers)).amount() : 0;
        if (base && amount && *base > *amount) {
            error("withholding_base",
                  {u"源泉徴収の対象額が支出額を超えています。"_s, u"More is subject to withholding than is paid."_s},
                  source);
        } else if (withheld != right) {
            error("withheld", fill({u"源泉徴収税額は%1です。"_s, u"The tax to withhold is %1."_s}, {yenText(right)}),
                  source);
        } else if (base && payeeKind == u"corporation"_s) {
            warn("withholding_base",
                 {u"法人への支払は、ふつう源泉徴収をしません。"_s, u"Nothing is usually withheld from corporations."_s},
                 source);
        } else if (!base && m_numbers.find(u"withholding.asked."_s + m_basis.item, day).value_or(0) != 0
                   && !payeeKind.isEmpty() && payeeKind != u"corporation"_s) {
            warn("withholding_base",
                 {u"報酬・報償費を個人に払います。源泉徴収の要否を確かめてください。"_s,
                  u"A fee paid to a person: please check whether tax is withheld."_s},
                 source);
        }
    }

    /// Another person's account needs 委任状 (AC-S5).
    void checkAccount()
    {
        const bool differs = m_json.value(u"payee"_s).toObject().value(u"holderDiffers"_s).toBool();
        if (!mayPayTo(differs, m_fields.flag("proxy"))) {
            error("proxy",
                  {u"口座名義が債権者と異なります。委任状を添付してください。"_s,
                   u"The account is another person's. Please attach the proxy."_s},
                  u"地方自治法第232条の5第1項; 財務規則（受領委任）"_s);
        }
    }

    /// What is examined is papers: an invoice that is said to be there, or a proxy, is there (232条の4第2項).
    void checkPaper()
    {
        const QDate day = dayIn(m_json, "payment_on").value_or(m_context.today);
        const bool proxy = m_fields.flag("proxy");
        if (m_context.attachmentCount > 0 || !(proxy || billed(m_fields)) || !m_numbers.flag("payment.paper", day))
            return;
        error(proxy ? "proxy" : "invoice",
              {u"請求書などの証拠書類を添付してください。"_s, u"Please attach the invoice, or what else proves it."_s},
              u"地方自治法第232条の4第2項; 財務規則（支出命令の添付書類）"_s);
    }

    const QJsonObject &m_json;
    const Fields m_fields;
    const VoucherBasis &m_basis;
    const FormContext &m_context;
    const Numbers m_numbers;
    std::vector<Finding> m_findings;
};

} // namespace

std::optional<QDate> paymentTermEnd(const QJsonObject &json, const Numbers &numbers)
{
    const Fields fields(json);
    const auto received = dayIn(json, "received_on");
    if (!received || !billed(fields))
        return std::nullopt;
    const auto terms = paymentTerms(fields.code("terms"), *received, numbers);
    if (!terms)
        return std::nullopt;
    return paymentDue(courseOf(json, *received), *terms);
}

std::vector<Finding> paymentDayFindings(const QJsonObject &json, std::optional<FiscalYear> year,
                                        const FormContext &context)
{
    const Numbers numbers(context.parameters);
    const auto day = dayIn(json, "payment_on");
    if (!day)
        return {};
    if (*day < context.today) {
        return {errorOn("payment_on",
                        {u"支払予定日は今日以後の日にしてください。"_s, u"It cannot be paid before today."_s})};
    }
    if (!numbers.holidays().isDuty(*day)) {
        return {errorOn("payment_on",
                        fill({u"%1は閉庁日です。その前の日なら%2です。"_s,
                              u"The office is closed on %1; the day before it is %2."_s},
                             {dayText(*day), dayText(lastPaymentDay(*day, numbers.holidays()))}))};
    }
    if (year && !mayPay(*year, *day)) {
        return {errorOn("payment_on",
                        fill({u"%1の予算は翌年度の5月31日まで（出納整理期間）しか払えません。"_s,
                              u"The money of %1 is paid until 31 May after it."_s},
                             {{fiscalYearText(*year), QString::number(year->startYear())}}),
                        u"地方自治法第235条の5"_s)};
    }
    if (const auto inspected = dayIn(json, "inspected_on"); inspected && *day < *inspected) {
        return {errorOn("payment_on",
                        {u"支払予定日が検収日より前になっています。"_s, u"It is paid before it was inspected."_s})};
    }
    const auto end = paymentTermEnd(json, numbers);
    if (end && *day > lastPaymentDay(*end, numbers.holidays())) {
        return {warningOn("payment_on",
                          fill({u"支払期限を過ぎます。%1までに払ってください（遅れると遅延利息がかかります）。"_s,
                                u"That is after the term: pay by %1, or interest for the delay is due."_s},
                               {dayText(lastPaymentDay(*end, numbers.holidays()))}),
                          delayAct())};
    }
    return {};
}

std::vector<Finding> voucherFindings(const QJsonObject &fields, const VoucherBasis &basis, const FormContext &context)
{
    return VoucherCheck(fields, basis, context).run();
}

QHash<QString, Bilingual> voucherTexts(const QJsonObject &json, const Parameters &parameters)
{
    QHash<QString, Bilingual> texts;
    const Numbers numbers(parameters);
    Bilingual due{u"請求書を受理した日から決まります"_s, u"Follows from the day the invoice was received"_s};
    if (const auto end = paymentTermEnd(json, numbers)) {
        const QDate last = lastPaymentDay(*end, numbers.holidays());
        due = {eraDateWithWeekday(*end), end->toString(Qt::ISODate)};
        if (last != *end)
            due = fill({u"%1（閉庁日のため %2まで）"_s, u"%1 (closed: by %2)"_s}, {due, dayText(last)});
    }
    texts.insert(u"due"_s, due);
    const auto amount = yenIn(json, "amount");
    const qint64 withheld = Fields(json).number("withheld", 0, kMostYen).value_or(0);
    texts.insert(u"net"_s, amount ? yenText(*amount - withheld) : same(u"—"_s));
    return texts;
}

std::vector<Insight> voucherInsights(const QJsonObject &json, const FormContext &context)
{
    std::vector<Insight> insights;
    const Numbers numbers(context.parameters);
    if (const auto end = paymentTermEnd(json, numbers)) {
        const QDate last = lastPaymentDay(*end, numbers.holidays());
        const qint64 left = context.today.daysTo(last);
        Insight term;
        term.text = left < 0 ? fill({u"支払期限（%1）を過ぎています"_s, u"The term ended on %1"_s}, {dayText(last)})
                             : fill({u"支払期限 %1まで あと%2日"_s, u"To be paid by %1, %2 days from now"_s},
                                    {dayText(last), same(QString::number(left))});
        term.remarkable = left <= kSoonDays;
        term.tone = left < 0 ? Finding::Severity::Error : Finding::Severity::Warning;
        insights.push_back(std::move(term));
    }
    if (const auto day = dayIn(json, "payment_on"); day && *day < context.today) {
        Insight late;
        late.text = fill({u"支払予定日（%1）を過ぎています"_s, u"It was to be paid on %1"_s}, {dayText(*day)});
        late.remarkable = true;
        late.tone = Finding::Severity::Error;
        insights.push_back(std::move(late));
    }
    const Fields fields(json);
    if (fields.code("invoice") == u"unsealed"_s && !fields.flag("called_back")) {
        Insight call;
        call.text = {u"押印のない請求書です。電話での確認はまだです"_s,
                     u"An invoice without a seal, not confirmed by telephone"_s};
        call.remarkable = true;
        insights.push_back(std::move(call));
    }
    return insights;
}

} // namespace kessai
