// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/sampletrips.h"

#include "core/calendar/era.h"
#include "forms/support/travel.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Destination {
    QString area;
    QString place;
    QString purpose;
    qint64 transport; ///< yen, both ways
    qint64 lodging;   ///< a night; 0 = back on the same day
};

const std::vector<Destination> &destinations()
{
    static const std::vector<Destination> all{
        {u"tokyo"_s, u"東京都千代田区　都道府県会館"_s, u"自治体情報システム担当者研修"_s, 35'400, 14'800},
        {u"tokyo"_s, u"東京都港区　全国町村会館"_s, u"制度改正に関する全国説明会"_s, 35'400, 16'200},
        {u"other"_s, u"大阪府大阪市　合同庁舎"_s, u"近畿・中国地区担当者会議"_s, 14'200, 9'800},
        {u"other"_s, u"広島県広島市　国の出先機関"_s, u"補助事業の事前協議"_s, 9'640, 0},
        {u"other"_s, u"福岡県福岡市　国際会議場"_s, u"先進地の視察及び意見交換"_s, 23'800, 11'500},
        {u"near"_s, u"県庁"_s, u"県内市町村担当課長会議"_s, 1'980, 0},
        {u"near"_s, u"県市町村振興センター"_s, u"法制執務研修"_s, 2'240, 0}};
    return all;
}

} // namespace

Payee payeeOf(const Staff &staff)
{
    Payee payee;
    payee.code = u"9"_s + QString::number(staff.id.value()).rightJustified(6, u'0');
    payee.name = staff.name();
    payee.kana = staff.kana;
    payee.kind = PayeeKind::Staff;
    payee.account.bank = u"0990"_s;
    payee.account.bankName = u"ミホン"_s;
    payee.account.branch = u"001"_s;
    payee.account.branchName = u"ホンテン"_s;
    payee.account.number = QString::number(1'000'000 + staff.id.value() * 7919 % 9'000'000);
    payee.account.holder = staff.kana;
    return tidied(std::move(payee));
}

SampleTrips::SampleTrips(const SampleDirectory &directory, const WorkingTime &time, const Parameters &parameters)
    : m_directory(directory), m_time(time), m_numbers(parameters)
{
}

std::shared_ptr<SampleTrip> SampleTrips::trip(const BudgetLine &line, const QDate &day, Dice &dice) const
{
    const std::vector<StaffId> people = m_directory.staffBelow(line.section, kHighestPaidOvertimeRank);
    if (people.empty())
        return nullptr;
    const Destination &to = dice.oneOf(destinations());
    auto trip = std::make_shared<SampleTrip>();
    trip->traveller = dice.oneOf(people);
    trip->line = line.key();
    trip->area = to.area;
    trip->destination = to.place;
    trip->purpose = to.purpose;
    trip->from = m_time.dutyDay(day, dice.between(4, 9));
    trip->until = to.lodging > 0 ? m_time.dutyDay(trip->from, 1) : trip->from;
    trip->transport = to.transport;
    trip->lodging = to.lodging * trip->from.daysTo(trip->until);
    return trip;
}

SampleRequest SampleTrips::order(const SampleTrip &trip) const
{
    SampleRequest request{u"travel_order"_s,
                          {{u"purpose"_s, trip.purpose},
                           {u"area"_s, trip.area},
                           {u"destination"_s, trip.destination},
                           {u"means"_s, u"rail"_s},
                           {u"from"_s, trip.from.toString(Qt::ISODate)},
                           {u"until"_s, trip.until.toString(Qt::ISODate)},
                           {u"funded"_s, u"city"_s},
                           {u"budget_line"_s, trip.line},
                           {u"transport"_s, trip.transport}}};
    if (trip.lodging > 0)
        request.fields.insert(u"lodging"_s, trip.lodging);
    if (trip.advanced) {
        Payee payee = payeeOf(*m_directory.office().staff(trip.traveller));
        payee.revision = 1;
        request.fields.insert(u"advance"_s, true);
        request.fields.insert(u"advance_amount"_s, trip.transport + trip.lodging);
        request.fields.insert(u"payee"_s, PayeeRef::of(payee).toJson());
        request.fields.insert(u"payment_on"_s, m_time.dutyDay(trip.from, -1).toString(Qt::ISODate));
        request.fields.insert(u"pay_method"_s, u"estimate"_s);
    }
    return request;
}

/// What it cost: a little less or more than was thought, with the receipts.
SampleRequest SampleTrips::settlement(const SampleFiling &filing) const
{
    const SampleTrip &trip = *filing.spending.trip;
    const Staff &traveller = *m_directory.office().staff(trip.traveller);
    Payee payee = payeeOf(traveller);
    payee.revision = 1;
    const qint64 nights = trip.lodging > 0 ? trip.from.daysTo(trip.until) : 0;
    const qint64 allowance = nightAllowance(nights, trip.from, m_numbers).amount();
    const qint64 total = trip.transport + trip.lodging + allowance;
    SampleRequest request{u"travel_settlement"_s,
                          {{u"order_number"_s, trip.orderNumber},
                           {u"destination"_s, QString(trip.purpose + u"　"_s + trip.destination)},
                           {u"from"_s, trip.from.toString(Qt::ISODate)},
                           {u"until"_s, trip.until.toString(Qt::ISODate)},
                           {u"area"_s, trip.area},
                           {u"report"_s, u"予定のとおり用務を終えた。資料は課内で供覧する。"_s},
                           {u"budget_line"_s, trip.line},
                           {u"transport"_s, trip.transport},
                           {u"amount"_s, total},
                           {u"payee"_s, PayeeRef::of(payee).toJson()},
                           {u"payment_on"_s, m_time.dutyDay(filing.day, 12).toString(Qt::ISODate)},
                           {u"committed_on"_s, filing.day.toString(Qt::ISODate)},
                           {u"pay_method"_s, u"transfer"_s}}};
    SampleLetter receipt;
    receipt.title = u"領収書"_s;
    receipt.to = traveller.name() + u"　様"_s;
    receipt.opening = u"上記の金額を領収しました。"_s;
    receipt.totalLabel = u"領収金額（税込）"_s;
    receipt.day = trip.from;
    receipt.from = {u"見本鉄道株式会社"_s, u"本店窓口"_s};
    receipt.subject = u"乗車券・特急券（往復）"_s;
    receipt.total = trip.transport;
    request.drawn.push_back({u"領収書（交通費）.pdf"_s, drawn(receipt)});
    if (nights > 0) {
        request.fields.insert(u"lodging"_s, trip.lodging);
        request.fields.insert(u"nights"_s, nights);
        request.fields.insert(u"allowance"_s, allowance);
        receipt.day = trip.until;
        receipt.from = {u"ホテルみほん"_s, u"フロント"_s};
        receipt.subject = u"宿泊料（%1泊）"_s.arg(nights);
        receipt.total = trip.lodging;
        request.drawn.push_back({u"領収書（宿泊）.pdf"_s, drawn(receipt)});
    }
    return request;
}

} // namespace kessai
