// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/samplevouchers.h"

#include "core/accounting/withholding.h"
#include "core/calendar/era.h"
#include "forms/support/accounting.h"
#include "forms/support/shipped.h"

#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString isoDay(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

/// The number of a firm's paper.
QString paperNumber(const QDate &day, const QString &payee, int no)
{
    return u"%1-%2-%3"_s.arg(day.toString(u"yyMM"_s), payee.right(3), QString::number(no).rightJustified(3, u'0'));
}

/// "T8999901753159" with a digit that does not fit the others.
QString wrongDigit(QString registration)
{
    const QChar first = registration.at(1);
    registration[1] = first == u'9' ? QChar(u'1') : QChar(first.unicode() + 1);
    return registration;
}

/// An amount with two digits of it changed places, or one of it another.
qint64 wrongAmount(qint64 amount)
{
    QString digits = QString::number(amount);
    for (qsizetype at = 1; at + 1 < digits.size(); ++at) {
        if (digits[at] != digits[at + 1]) {
            std::swap(digits[at], digits[at + 1]);
            return digits.toLongLong();
        }
    }
    return amount + 1000;
}

} // namespace

SampleVouchers::SampleVouchers(const SampleDirectory &directory, const WorkingTime &time, const Parameters &parameters,
                               Dice &dice)
    : m_directory(directory), m_time(time), m_numbers(parameters), m_trips(directory, time, parameters), m_dice(dice),
      m_json(shippedObject(u":/kessai/sample/purchases.json"_s))
{
}

SampleRequest SampleVouchers::write(const SampleFiling &filing)
{
    switch (filing.kind) {
    case SampleKind::Commitment: return commitment(filing);
    case SampleKind::CommitmentChange: return change(filing);
    case SampleKind::Inspection: return inspection(filing);
    case SampleKind::Payment: return payment(filing);
    case SampleKind::PaymentAtOnce: return atOnce(filing);
    case SampleKind::Transfer: return transfer(filing);
    case SampleKind::Assessment: return assessment(filing);
    case SampleKind::TravelOrder: return m_trips.order(*filing.spending.trip);
    case SampleKind::TravelSettlement: return m_trips.settlement(filing);
    case SampleKind::Overtime:
    case SampleKind::WeekendDuty:
    case SampleKind::AnnualLeave:
    case SampleKind::OtherLeave:
    case SampleKind::Draft:
    case SampleKind::OvertimeResult: break;
    }
    Q_UNREACHABLE();
}

QString SampleVouchers::staffNumber(StaffId staff) const
{
    const Staff *who = m_directory.office().staff(staff);
    return who ? who->number : QString();
}

QString SampleVouchers::staffName(StaffId staff) const
{
    const Staff *who = m_directory.office().staff(staff);
    return who ? who->name() : QString();
}

void SampleVouchers::attach(SampleRequest &request, const QString &name, const SampleLetter &letter)
{
    request.drawn.push_back({name + u".pdf"_s, kessai::drawn(letter)});
}

/// A paper from whoever sells to the city.
SampleLetter SampleVouchers::letter(const SamplePurchase &p, const QString &title, const QDate &day)
{
    SampleLetter letter;
    letter.title = title;
    letter.number = paperNumber(day, p.payee.code, 1 + int(p.subject.size() * 7 + p.amount(m_numbers) / 1000) % 900);
    letter.day = day;
    letter.to = u"見本市長　様"_s;
    letter.from = {p.payee.name};
    if (p.payee.kind != PayeeKind::Person)
        letter.from.append(p.address);
    letter.subject = p.subject;
    letter.taxed = p.taxed;
    return letter;
}

SampleRequest SampleVouchers::commitment(const SampleFiling &filing)
{
    const SamplePurchase &p = *filing.spending.purchase;
    const qint64 amount = p.amount(m_numbers);
    SampleRequest request{u"commitment"_s, {}};
    QJsonObject &fields = request.fields;
    fields = {{u"matter"_s,
               p.goods                   ? u"purchase"_s
                   : p.kind == u"none"_s ? u"commitment"_s
                                         : u"contract"_s},
              {u"subject"_s, p.subject},
              {u"budget_line"_s, p.line},
              {u"amount"_s, amount},
              {u"committed_on"_s, isoDay(p.committed)},
              {u"contract_kind"_s, p.kind},
              {u"payee"_s, p.payee.toJson()},
              {u"purpose"_s, p.purpose}};
    qint64 tax = 0;
    for (size_t part = 0; part < p.parts.size(); ++part)
        tax += p.sums(part, m_numbers).tax();
    if (tax > 0)
        fields.insert(u"tax"_s, tax);
    for (const auto &[key, value] :
         {std::pair{u"method"_s, p.method}, std::pair{u"paper"_s, p.paper}, std::pair{u"method_ground"_s, p.ground},
          std::pair{u"method_reason"_s, p.reason}}) {
        if (!value.isEmpty())
            fields.insert(key, value);
    }
    if (p.estimate > amount)
        fields.insert(u"estimate"_s, p.estimate);
    if (p.until.isValid())
        fields.insert(u"term_until"_s, isoDay(p.until));
    const bool negotiated = p.method == u"small"_s || p.method == u"reasoned"_s;
    int no = 0;
    for (const auto &[by, yen] : p.quotations) {
        ++no;
        if (negotiated) {
            fields.insert(u"quote%1_by"_s.arg(no), by);
            fields.insert(u"quote%1"_s.arg(no), yen);
        }
        SampleLetter quotation = letter(p, u"見積書"_s, m_time.dutyDay(filing.day, -3 - no));
        if (no > 1)
            quotation.from = {by, u"見本市本町五丁目%1番地"_s.arg(no)};
        quotation.opening = u"下記のとおりお見積りします。"_s;
        quotation.totalLabel = u"お見積金額（税込）"_s;
        quotation.total = yen;
        if (p.parts.size() == 1 && no == 1) {
            quotation.items = p.parts.front().items;
            quotation.sums = p.sums(0, m_numbers);
        } else {
            const qint64 net = yen - yen / 11;
            quotation.items = {{p.subject, u"式"_s, 1, net, false}};
            quotation.sums = {net, yen - net, 0, 0};
        }
        quotation.facts = {{u"納期・履行期限"_s, p.until.isValid() ? eraDate(p.until) : u"協議による"_s},
                           {u"見積有効期限"_s, eraDate(quotation.day.addDays(60))}};
        attach(request, u"見積書（%1）"_s.arg(by), quotation);
    }
    if (p.method == u"designated"_s) {
        SampleLetter bids = letter(p, u"入札結果表"_s, filing.day);
        bids.from = {u"見本市　契約検査係"_s};
        bids.opening = u"下記のとおり執行しました。"_s;
        bids.totalLabel = u"落札金額（税込）"_s;
        bids.total = amount;
        bids.facts = {{u"予定価格（税込）"_s, yenText(p.estimate).ja},
                      {u"落札者"_s, p.payee.name},
                      {u"株式会社岬商会"_s, yenText(amount * 104 / 100).ja},
                      {u"株式会社内海テクノ"_s, yenText(amount * 107 / 100).ja}};
        attach(request, u"入札結果表"_s, bids);
    } else if (p.kind == u"none"_s) {
        SampleLetter wish = letter(p, u"補助金交付申請書"_s, m_time.dutyDay(filing.day, -6));
        wish.opening = u"補助金の交付を受けたいので、関係書類を添えて申請します。"_s;
        wish.totalLabel = u"交付申請額"_s;
        wish.total = amount;
        attach(request, u"交付申請書"_s, wish);
    }
    return request;
}

/// The contract as it was concluded, or what stands for one.
void SampleVouchers::attachContract(SampleRequest &request, const SamplePurchase &p)
{
    if (p.paper.isEmpty() || p.paper == u"omitted"_s)
        return;
    const bool acceptance = p.paper == u"acceptance"_s;
    SampleLetter paper = letter(p, acceptance ? u"請書"_s : u"契約書"_s, p.committed);
    paper.to = acceptance ? u"見本市長　様"_s : u"発注者　見本市長"_s;
    paper.opening = acceptance ? u"下記のとおりお請けします。"_s : u"発注者と受注者は、下記のとおり契約を締結する。"_s;
    paper.totalLabel = acceptance ? u"請負代金額（税込）"_s : u"契約金額（税込）"_s;
    paper.total = p.amount(m_numbers);
    paper.facts = {{u"履行期間"_s, eraDate(p.committed) + u"から　"_s + eraDate(p.until) + u"まで"_s},
                   {u"契約保証金"_s, u"免除"_s},
                   {u"支払条件"_s, p.parts.size() > 1 ? u"%1回払い"_s.arg(p.parts.size()) : u"完了後一括払い"_s}};
    if (p.paper == u"electronic"_s)
        paper.notes = {u"この契約書は電子署名により締結しました。"_s};
    else
        paper.seal = u"印"_s;
    attach(request, paper.title, paper);
}

void SampleVouchers::attachDelivery(SampleRequest &request, const SampleFiling &filing)
{
    const SampleSpending &s = filing.spending;
    const SamplePurchase &p = *s.purchase;
    SampleLetter note = letter(p, p.goods ? u"納品書"_s : u"完了届"_s, s.done);
    note.opening = p.goods ? u"下記のとおり納品しました。"_s : u"下記のとおり完了しましたので届け出ます。"_s;
    note.items = p.parts.at(s.part).items;
    note.taxed = false;
    note.facts = {{p.goods ? u"納品日"_s : u"完了日"_s, eraDate(s.done)}};
    if (p.goods && s.inspected.isValid())
        note.facts.push_back({u"検収"_s, eraDate(s.inspected) + u"　"_s + staffName(p.inspector)});
    attach(request, note.title, note);
    if (p.goods || s.inspectedByCase || !s.inspected.isValid())
        return;
    SampleLetter report = letter(p, u"検査調書"_s, s.inspected);
    report.from = {u"検査員　"_s + staffName(p.inspector)};
    report.opening = u"下記のとおり検査した結果、合格と認めます。"_s;
    report.facts = {{u"受注者"_s, p.payee.name},
                    {u"完了届の日"_s, eraDate(s.done)},
                    {u"検査日"_s, eraDate(s.inspected)},
                    {u"検査の結果"_s, u"合格"_s}};
    attach(request, u"検査調書"_s, report);
}

SampleLetter SampleVouchers::invoice(const SampleFiling &filing, const QDate &day)
{
    const SampleSpending &s = filing.spending;
    const SamplePurchase &p = *s.purchase;
    SampleLetter paper = letter(p, u"請求書"_s, day);
    if (!p.payee.registration.isEmpty())
        paper.from.append(
            u"登録番号 "_s
            + (s.mistake == SampleMistake::Registration ? wrongDigit(p.payee.registration) : p.payee.registration));
    paper.from.append(u"発行責任者 "_s + p.responsible);
    paper.from.append(u"担当者 "_s + p.contact);
    if (s.mistake != SampleMistake::Telephone)
        paper.from.append(u"電話 "_s + p.telephone);
    paper.opening = u"下記のとおりご請求します。"_s;
    paper.totalLabel = p.taxed ? u"ご請求金額（税込）"_s : u"請求金額"_s;
    paper.items = p.parts.at(s.part).items;
    paper.sums = p.sums(s.part, m_numbers);
    paper.total = paper.sums.total();
    if (s.mistake == SampleMistake::Amount)
        paper.total = wrongAmount(paper.total);
    if (!p.parts.at(s.part).prepaid)
        paper.facts.push_back({p.goods ? u"納品日"_s : u"履行日"_s, eraDate(s.done)});
    paper.facts.push_back({u"お振込先"_s, u"登録済みの口座（末尾 %1）"_s.arg(p.payee.account.right(4))});
    if (paper.sums.netReduced != 0)
        paper.notes.append(u"※は軽減税率（8%）の対象です。"_s);
    return paper;
}

/// What orders of payment say of the invoice, the inspection and the day.
void SampleVouchers::bill(SampleRequest &request, const SampleFiling &filing)
{
    const SampleSpending &s = filing.spending;
    const SamplePurchase &p = *s.purchase;
    const SampleSums sums = p.sums(s.part, m_numbers);
    const bool prepaid = p.parts.at(s.part).prepaid;
    QJsonObject &fields = request.fields;
    fields.insert(u"amount"_s, sums.total());
    fields.insert(u"payee"_s, p.payee.toJson());
    fields.insert(u"pay_method"_s, prepaid ? u"prepaid"_s : u"transfer"_s);
    QDate earliest = m_time.dutyDay(filing.day, 3);
    if (p.withheld) {
        // A fee is paid by the city's own list; nobody sends an invoice.
        const qint64 base = sums.total();
        fields.insert(u"invoice"_s, u"none"_s);
        fields.insert(u"withholding_base"_s, base);
        fields.insert(u"withheld"_s, withheldFrom(Yen(base), withholdingRates(filing.day, m_numbers)).amount());
        SampleLetter list = letter(p, u"謝礼支給調書"_s, filing.day);
        list.from = {u"見本市"_s};
        list.opening = u"下記のとおり支給します。"_s;
        list.totalLabel = u"支給額"_s;
        list.total = base;
        list.items = p.parts.at(s.part).items;
        list.facts = {{u"受取人"_s, p.payee.name}, {u"実施日"_s, eraDate(s.done)}};
        attach(request, u"支給調書"_s, list);
    } else {
        const QDate invoiced = m_time.dutyDay(s.received, m_dice.percent(60) ? -1 : 0);
        const bool sealed = m_dice.percent(20) && s.mistake == SampleMistake::None;
        if (p.taxed) {
            fields.insert(u"net_standard"_s, sums.netStandard);
            fields.insert(u"tax_standard"_s, sums.taxStandard);
            if (sums.netReduced != 0) {
                fields.insert(u"net_reduced"_s, sums.netReduced);
                fields.insert(u"tax_reduced"_s, sums.taxReduced);
            }
        }
        fields.insert(u"invoice"_s, sealed ? u"sealed"_s : u"unsealed"_s);
        fields.insert(u"received_via"_s, m_dice.percent(60) ? u"mail"_s : m_dice.percent(60) ? u"post"_s : u"hand"_s);
        if (!sealed) {
            fields.insert(u"issuer_responsible"_s, p.responsible);
            fields.insert(u"issuer_contact"_s, p.contact);
            fields.insert(u"issuer_tel"_s, p.telephone);
            if (m_dice.percent(85))
                fields.insert(u"called_back"_s, true);
        }
        fields.insert(u"invoiced_on"_s, isoDay(invoiced));
        fields.insert(u"received_on"_s, isoDay(s.received));
        fields.insert(u"terms"_s, p.kind == u"works"_s ? u"works"_s : u"goods"_s);
        SampleLetter paper = invoice(filing, invoiced);
        fields.insert(u"invoice_number"_s, paper.number);
        if (sealed)
            paper.seal = u"印"_s;
        attach(request, u"請求書"_s, paper);
        earliest = std::max(earliest, m_time.dutyDay(s.received.addDays(m_dice.between(9, 25)), 0));
    }
    if (s.inspected.isValid() && !p.withheld && !prepaid) {
        fields.insert(u"completed_on"_s, isoDay(s.done));
        fields.insert(u"inspected_on"_s, isoDay(s.inspected));
        fields.insert(u"inspector"_s, staffNumber(p.inspector));
        attachDelivery(request, filing);
    }
    fields.insert(u"payment_on"_s, isoDay(earliest));
}

SampleRequest SampleVouchers::payment(const SampleFiling &filing)
{
    const SampleSpending &s = filing.spending;
    const SamplePurchase &p = *s.purchase;
    SampleRequest request{u"payment"_s, {{u"commitment"_s, toJson(*s.commitment)}}};
    request.fields.insert(u"instalment"_s,
                          p.parts.size() == 1               ? u"once"_s
                              : s.part + 1 < p.parts.size() ? u"part"_s
                                                            : u"last"_s);
    bill(request, filing);
    attachContract(request, p);
    return request;
}

SampleRequest SampleVouchers::atOnce(const SampleFiling &filing)
{
    const SamplePurchase &p = *filing.spending.purchase;
    SampleRequest request{
        u"commitment_payment"_s,
        {{u"subject"_s, p.subject}, {u"budget_line"_s, p.line}, {u"committed_on"_s, isoDay(filing.day)}}};
    if (p.unitPrice) {
        request.fields.insert(u"unit_price"_s, true);
        request.fields.insert(u"unit_contract"_s, u"単価契約 %1"_s.arg(p.payee.code));
    }
    bill(request, filing);
    return request;
}

SampleRequest SampleVouchers::inspection(const SampleFiling &filing)
{
    const SampleSpending &s = filing.spending;
    const SamplePurchase &p = *s.purchase;
    const QStringList found = m_json.value(u"found"_s).toVariant().toStringList();
    SampleRequest request{u"inspection"_s,
                          {{u"commitment"_s, toJson(*s.commitment)},
                           {u"kind"_s,
                            p.goods                           ? u"goods"_s
                                : s.part + 1 < p.parts.size() ? u"partial"_s
                                                              : u"completion"_s},
                           {u"completed_on"_s, isoDay(s.done)},
                           {u"inspected_on"_s, isoDay(filing.day)},
                           {u"place"_s, p.kind == u"works"_s ? u"工事現場"_s : u"所管課の執務室"_s},
                           {u"result"_s, u"passed"_s},
                           {u"found"_s, found.value(m_dice.below(int(found.size())))}}};
    attachDelivery(request, filing);
    return request;
}

SampleRequest SampleVouchers::change(const SampleFiling &filing)
{
    const SampleSpending &s = filing.spending;
    const SamplePurchase &p = *s.purchase;
    const qint64 before = p.amount(m_numbers);
    const qint64 after = before + s.difference + s.difference / 10;
    SampleRequest request{
        u"commitment_change"_s,
        {{u"commitment"_s, toJson(*s.commitment)},
         {u"branch"_s, 1},
         {u"changed_on"_s, isoDay(filing.day)},
         {u"old_total"_s, before},
         {u"new_total"_s, after},
         {u"reason"_s,
          s.difference > 0 ? u"現地の状況により数量を追加する必要が生じたため。金額は変更設計書による。"_s
                           : u"作業範囲を見直し、数量が減ったため。金額は変更設計書による。"_s}}};
    SampleLetter paper = letter(p, u"変更契約書（案）"_s, filing.day);
    paper.to = u"発注者　見本市長"_s;
    paper.opening = u"契約の一部を下記のとおり変更する。"_s;
    paper.totalLabel = u"変更後の契約金額（税込）"_s;
    paper.total = after;
    paper.facts = {{u"変更前の契約金額"_s, yenText(before).ja}, {u"増減"_s, yenText(after - before).ja}};
    attach(request, u"変更契約書案"_s, paper);
    return request;
}

SampleRequest SampleVouchers::transfer(const SampleFiling &filing)
{
    const SampleSpending &s = filing.spending;
    return {u"budget_transfer"_s,
            {{u"from_line"_s, s.fromLine},
             {u"to_line"_s, s.toLine},
             {u"amount"_s, s.difference},
             {u"moved_on"_s, isoDay(filing.day)},
             {u"reason"_s, u"見込みを上回る需要があり不足するため。流用元は契約差金により余裕がある。"_s}}};
}

SampleRequest SampleVouchers::assessment(const SampleFiling &filing)
{
    const QJsonObject &entry = filing.spending.entry;
    const QJsonArray amounts = entry.value(u"amounts"_s).toArray();
    const QStringList debts = m_json.value(u"debts"_s).toVariant().toStringList();
    const qint64 amount = amounts.at(m_dice.below(int(amounts.size()))).toInteger();
    const QString subject = entry.value(u"subject"_s)
                                .toString()
                                .replace(u"{month}"_s, QString::number(filing.day.addMonths(-1).month()) + u"月"_s);
    SampleRequest request{u"assessment"_s,
                          {{u"subject"_s, subject},
                           {u"fiscal_year"_s, FiscalYear::of(filing.day).startYear()},
                           {u"revenue"_s, entry.value(u"revenue"_s)},
                           {u"debtor"_s, entry.value(u"debtor"_s)},
                           {u"amount"_s, amount},
                           {u"assessed_on"_s, isoDay(filing.day)},
                           {u"due_on"_s, isoDay(m_time.dutyDay(filing.day.addDays(20), 0))},
                           {u"ground"_s, entry.value(u"ground"_s)},
                           {u"breakdown"_s, debts.value(m_dice.below(int(debts.size())))}}};
    SampleLetter list;
    list.title = u"調定内訳書"_s;
    list.day = filing.day;
    list.to = entry.value(u"debtor"_s).toString();
    list.from = {u"見本市"_s};
    list.opening = u"下記のとおり調定します。"_s;
    list.subject = subject;
    list.totalLabel = u"調定額"_s;
    list.total = amount;
    list.facts = {{u"歳入科目"_s, entry.value(u"revenue"_s).toString()},
                  {u"根拠"_s, entry.value(u"ground"_s).toString()}};
    attach(request, u"調定内訳書"_s, list);
    return request;
}

} // namespace kessai
