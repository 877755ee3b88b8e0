// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/samplepurchases.h"

#include "core/accounting/payeefile.h"
#include "core/base/shippedfile.h"
#include "forms/support/accounting.h"
#include "forms/support/shipped.h"

#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kThousand = 1000;
constexpr QLatin1String kSupplies("10-01"); ///< 消耗品費
constexpr qint64 kSplitShare = 20;          ///< percent of a line that the year leaves over
constexpr int kDaysToCommit = 9;            ///< of duty, at most, from the draft to the contract
constexpr int kStandardPercent = 110;       ///< with tax
constexpr qint64 kSealedFrom = 1'000'000;
constexpr qint64 kAcceptedFrom = 300'000;

qint64 thousands(qint64 yen)
{
    return std::max(kThousand, yen / kThousand * kThousand);
}

std::pair<int, int> range(const QJsonObject &json, QLatin1String key, int otherwise)
{
    const QJsonArray two = json.value(key).toArray();
    return {two.at(0).toInt(otherwise), two.at(1).toInt(otherwise)};
}

QDate monthOf(FiscalYear year, int month)
{
    return {month >= 4 ? year.startYear() : year.startYear() + 1, month, 1};
}

QStringList strings(const QJsonValue &value)
{
    return value.toVariant().toStringList();
}

} // namespace

SampleSums SamplePurchase::sums(size_t part, const Numbers &numbers) const
{
    if (taxed)
        return SampleSums::of(parts.at(part).items, int(numbers.at("tax.standard_percent", planned)),
                              int(numbers.at("tax.reduced_percent", planned)));
    return SampleSums::of(parts.at(part).items, 0, 0);
}

qint64 SamplePurchase::amount(const Numbers &numbers) const
{
    qint64 sum = 0;
    for (size_t part = 0; part < parts.size(); ++part)
        sum += sums(part, numbers).total();
    return sum;
}

std::vector<Payee> samplePayees()
{
    const auto payees = readPayeeFile(shippedFile(u":/kessai/sample/payees.csv"_s));
    if (!payees)
        qFatal("payees.csv, line %d: %s", payees.error().front().line, qPrintable(payees.error().front().text.en));
    return *payees;
}

SamplePurchases::SamplePurchases(const SampleDirectory &directory, const WorkingTime &time,
                                 const Parameters &parameters, Dice dice)
    : m_directory(directory), m_time(time), m_parameters(parameters), m_numbers(parameters), m_dice(dice),
      m_json(shippedObject(u":/kessai/sample/purchases.json"_s))
{
    for (Payee payee : samplePayees()) {
        payee.revision = 1;
        m_payees.insert(payee.code, PayeeRef::of(payee));
    }
}

QHash<QString, BudgetBalance> SamplePurchases::balancesOf(FiscalYear year,
                                                          const std::vector<BudgetEntry> &entries) const
{
    QHash<QString, BudgetBalance> balances;
    for (const BudgetEntry &entry : entries) {
        if (entry.year == year)
            balances[entry.code].enter(entry.kind, entry.amount);
    }
    return balances;
}

std::vector<std::shared_ptr<SamplePurchase>> SamplePurchases::ofYear(FiscalYear year,
                                                                     const std::vector<BudgetEntry> &entries)
{
    const QHash<QString, BudgetBalance> balances = balancesOf(year, entries);
    const QJsonObject details = m_json.value(u"details"_s).toObject();
    for (const BudgetLine *line : m_parameters.budget().of(year)) {
        const QStringList code = line->code.split(u'-');
        const QJsonObject detail = details.value(code.value(5) + u'-' + code.value(6)).toObject();
        const bool plain = detail.isEmpty() || !staffed(line->section);
        if (plain || !m_dice.percent(detail.value(u"chance"_s).toInt()))
            continue;
        const qint64 supply = balances.value(line->code).executable();
        spend({line, detail, supply * detail.value(u"share"_s).toInt() / 100}, year);
    }
    return std::move(m_purchases);
}

std::vector<std::shared_ptr<SamplePurchase>> SamplePurchases::supplies(FiscalYear year, const std::vector<QDate> &days)
{
    const QJsonObject detail = m_json.value(u"details"_s)[kSupplies].toObject();
    std::vector<const BudgetLine *> lines = m_parameters.budget().of(year);
    std::erase_if(lines, [this](const BudgetLine *line) {
        return line->code.section(u'-', 5) != kSupplies || !staffed(line->section);
    });
    for (const QDate &day : days) {
        if (!lines.empty() && mayCommit(year, day))
            buy({m_dice.oneOf(lines), detail, kThousand * m_dice.between(8, 60)}, day);
    }
    return std::move(m_purchases);
}

std::vector<std::shared_ptr<SamplePurchase>> SamplePurchases::splitOrder(FiscalYear year,
                                                                         const std::vector<BudgetEntry> &entries,
                                                                         const std::vector<QDate> &days)
{
    const QHash<QString, BudgetBalance> balances = balancesOf(year, entries);
    const BudgetLine *richest = nullptr;
    qint64 most = 0;
    for (const BudgetLine *line : m_parameters.budget().of(year)) {
        const qint64 supply = balances.value(line->code).executable();
        if (line->code.section(u'-', 5) == kSupplies && staffed(line->section) && supply > most) {
            richest = line;
            most = supply;
        }
    }
    QJsonObject detail = m_json.value(u"split"_s).toObject();
    const qint64 net = detail.value(u"net"_s).toInteger();
    // What the year leaves of the line has to be enough, and committing takes its days.
    if (!richest || most * kSplitShare / 100 < net * kStandardPercent / 100 * qint64(days.size())
        || !mayCommit(year, m_time.dutyDay(days.back(), kDaysToCommit)))
        return {};
    const QJsonArray subjects = detail.value(u"subjects"_s).toArray();
    for (size_t no = 0; no < days.size(); ++no) {
        detail.insert(u"subjects"_s, QJsonArray{subjects.at(qsizetype(no) % subjects.size())});
        buy({richest, detail, net}, days[no]);
    }
    return std::move(m_purchases);
}

/// Whether anybody there files. The treasury's own money is left alone, so that its heads examine everything.
bool SamplePurchases::staffed(SectionId section)
{
    const Section *there = m_directory.office().section(section);
    return there && there->code != u"accounting"_s && m_directory.staffBelow(section, kHighestClerkRank).size() >= 2;
}

/// A day of duty for one of so many purchases over the year, the last of them in February.
QDate SamplePurchases::spread(FiscalYear year, int no, int pieces)
{
    constexpr int kDays = 310;
    const int from = 12 + kDays * no / pieces;
    return m_time.dutyDay(QDate(year.startYear(), 4, 1).addDays(from + m_dice.below(std::max(1, kDays / pieces - 8))),
                          0);
}

void SamplePurchases::spend(const Wish &wish, FiscalYear year)
{
    const QString way = wish.detail.value(u"way"_s).toString();
    Wish one = wish;
    if (way == u"bills"_s) {
        const int every = wish.detail.value(u"every"_s).toInt(1);
        one.net = wish.net * every / 12 * 100 / kStandardPercent;
        for (int n = every - 1; n < 12; n += every)
            bill(one, year, (n + 3) % 12 + 1);
    } else if (way == u"contract"_s) {
        one.net = wish.net * 100 / kStandardPercent;
        conclude(one, year);
    } else {
        const auto [least, most] = range(wish.detail, QLatin1String("pieces"), 1);
        const int pieces = m_dice.between(least, most);
        one.net = way == u"pieces"_s ? wish.net * 100 / kStandardPercent / pieces : wish.net / pieces;
        for (int no = 0; no < pieces; ++no)
            way == u"pieces"_s ? buy(one, spread(year, no, pieces)) : payOut(one, spread(year, no, pieces));
    }
}

std::vector<SampleItem> SamplePurchases::items(const QJsonObject &subject, qint64 net)
{
    const QJsonArray lines = subject.value(u"items"_s).toArray();
    std::vector<SampleItem> items;
    for (const auto &value : lines) {
        const QJsonArray line = value.toArray();
        SampleItem item{line.at(0).toString(), line.at(1).toString(), 1, line.at(2).toInteger(), false};
        item.reduced = item.name.endsWith(u'※');
        const qint64 part = net / lines.size();
        if (item.price == 0)
            item.price = thousands(part);
        else
            item.count = std::max<qint64>(1, part * m_dice.between(80, 100) / 100 / item.price);
        items.push_back(item);
    }
    return items;
}

std::shared_ptr<SamplePurchase> SamplePurchases::begin(const Wish &wish, const QDate &day, int month)
{
    auto purchase = std::make_shared<SamplePurchase>();
    SamplePurchase &p = *purchase;
    const std::vector<QString> codes = [&] {
        const QStringList list = strings(wish.detail.value(u"payees"_s));
        return std::vector<QString>(list.begin(), list.end());
    }();
    const QStringList contacts = strings(m_json.value(u"contacts"_s));
    const QStringList places = strings(m_json.value(u"places"_s));
    p.line = wish.line->key();
    p.payee = m_payees.value(m_dice.oneOf(codes));
    // A firm has its place, its people and its telephone, whoever buys from it.
    const int firm = p.payee.code.toInt();
    p.address = places[firm % places.size()];
    p.responsible = contacts[firm % contacts.size()];
    p.contact = contacts[(firm * 5 + 3) % contacts.size()];
    p.telephone = u"0865-00-%1"_s.arg(1000 + firm * 37 % 9000);
    p.kind = wish.detail.value(u"kind"_s).toString();
    p.goods = p.kind == u"purchase"_s;
    p.unitPrice = wish.detail.value(u"unitPrice"_s).toBool();
    p.planned = day;
    std::vector<StaffId> clerks = m_directory.staffBelow(wish.line->section, kHighestClerkRank);
    p.drafter = m_dice.oneOf(clerks);
    std::erase(clerks, p.drafter);
    // Whoever heads the unit has read the commitment on its way; whoever heads the section decides and so does not inspect.
    const Office &office = m_directory.office();
    const Section *own = office.section(office.post(*office.primaryPost(p.drafter))->section);
    const auto head = own->level == SectionLevel::Unit ? office.headOf(own->id) : std::nullopt;
    const std::vector<StaffId> heads = head ? office.holders(*head) : std::vector<StaffId>();
    p.inspector = heads.empty() ? m_dice.oneOf(clerks) : heads.front();
    const QJsonArray subjects = wish.detail.value(u"subjects"_s).toArray();
    const QJsonObject subject = subjects.at(m_dice.below(int(subjects.size()))).toObject();
    QString project = wish.line->name(BudgetLevel::Project);
    if (project.endsWith(u"事業"_s) && project.size() > 4)
        project.chop(2);
    p.subject = subject.value(u"name"_s).toString();
    p.subject.replace(u"{month}"_s, QString::number(month) + u"月"_s).replace(u"{project}"_s, project);
    p.parts.push_back({day, items(subject, wish.net), false});
    return purchase;
}

/// How its contract is made: negotiated where it is small, for a reason where only one can do it, else by bids.
void SamplePurchases::contract(SamplePurchase &p)
{
    const qint64 amount = p.amount(m_numbers);
    const auto limits = contractLimits(p.kind, p.committed, m_numbers);
    const QStringList purposes = strings(m_json.value(u"purposes"_s)[p.kind]);
    p.purpose = purposes.value(m_dice.below(std::max(1, int(purposes.size()))));
    if (!limits)
        return;
    p.estimate = (amount * m_dice.between(101, 108) / 100 + kThousand - 1) / kThousand * kThousand;
    if (p.estimate > limits->small.amount() && amount <= limits->small.amount())
        p.estimate = amount;
    const bool bound = p.kind != u"purchase"_s && p.kind != u"works"_s && m_dice.percent(70);
    ContractMethod method = ContractMethod::Small;
    p.method = u"small"_s;
    if (!mayBeSmall(Yen(p.estimate), *limits)) {
        method = bound ? ContractMethod::Reasoned : ContractMethod::DesignatedBid;
        p.method = bound ? u"reasoned"_s : u"designated"_s;
    }
    if (method == ContractMethod::Reasoned) {
        const QStringList reasons = strings(m_json.value(u"reasons"_s));
        p.ground = u"2"_s;
        p.reason = reasons.value(m_dice.below(int(reasons.size())));
    }
    p.paper = amount >= kSealedFrom ? (m_dice.percent(25) ? u"electronic"_s : u"sealed"_s)
        : amount >= kAcceptedFrom   ? u"acceptance"_s
                                    : u"omitted"_s;
    static const QStringList kOthers{u"株式会社岬商会"_s, u"有限会社東雲堂"_s, u"株式会社内海テクノ"_s,
                                     u"合資会社白浜組"_s};
    const int needed = quotationsNeeded(Yen(p.estimate), method, *limits);
    for (int no = 0; no < needed; ++no) {
        if (no == 0)
            p.quotations.push_back({p.payee.name, amount});
        else
            p.quotations.push_back({kOthers[(p.payee.code.toInt() + no) % kOthers.size()],
                                    amount * m_dice.between(103, 115) / 100 / 100 * 100});
    }
}

/// Goods, repairs, prints: what is dear by a contract of its own, the rest ordered, delivered and paid at once (domain.md 5.3).
void SamplePurchases::buy(const Wish &wish, const QDate &day)
{
    const auto purchase = begin(wish, day, day.month());
    SamplePurchase &p = *purchase;
    const auto from = m_numbers.find(u"commitment.first_yen."_s + wish.line->item, day);
    const auto [least, most] = range(wish.detail, QLatin1String("days"), 10);
    const int days = m_dice.between(least, most);
    p.atOnce = !from || p.amount(m_numbers) < *from;
    if (p.atOnce) {
        p.parts.front().done = m_time.dutyDay(day, -m_dice.between(4, 7));
    } else {
        p.committed = m_time.dutyDay(day, m_dice.between(6, kDaysToCommit));
        p.until = m_time.dutyDay(p.committed.addDays(days), 0);
        p.parts.front().done = p.until;
        contract(p);
    }
    m_purchases.push_back(purchase);
}

/// One contract a line has over the year, paid in parts.
void SamplePurchases::conclude(const Wish &wish, FiscalYear year)
{
    const auto [first, last] = range(wish.detail, QLatin1String("begins"), 4);
    const QDate month = monthOf(year, m_dice.between(first, last));
    const auto purchase = begin(wish, m_time.dutyDay(month, m_dice.below(month.month() == 4 ? 6 : 18)), month.month());
    SamplePurchase &p = *purchase;
    p.committed = m_time.dutyDay(p.planned, m_dice.between(7, 12));
    const QDate yearEnd(year.startYear() + 1, 3, 31);
    const SamplePart whole = p.parts.front();
    p.parts.clear();
    const auto part = [&](const QDate &done, qint64 count, const QString &name) {
        SamplePart one{done, whole.items, false};
        if (!name.isEmpty()) {
            qint64 net = 0;
            for (const SampleItem &item : whole.items)
                net += item.sum();
            one.items = {{whole.items.front().name + name, u"式"_s, 1, thousands(net / count), false}};
        }
        p.parts.push_back(one);
    };
    const int every = wish.detail.value(u"every"_s).toInt();
    const int prepaid = wish.detail.value(u"prepaid"_s).toInt();
    const auto [fewest, most] = range(wish.detail, QLatin1String("days"), 90);
    if (every > 0) {
        p.until = m_time.dutyDay(yearEnd.addDays(1), -1);
        const int begins = (month.month() + 8) % 12; // 4月 = 0
        for (int n = every - 1; n < 12; n += every) {
            if (n < begins)
                continue;
            const QDate end = monthOf(year, (n + 3) % 12 + 1).addMonths(1);
            part(m_time.dutyDay(end, n == 11 ? -1 : 0), (12 - begins) / every,
                 every == 1 ? u"（%1月分）"_s.arg((n + 3) % 12 + 1) : u"（%1月分まで）"_s.arg((n + 3) % 12 + 1));
        }
    } else {
        const int days = m_dice.between(fewest, most);
        p.until = std::min(m_time.dutyDay(p.committed.addDays(days), 0), m_time.dutyDay(yearEnd.addDays(1), -3));
        const auto [few, many] = range(wish.detail, QLatin1String("instalments"), 1);
        const int parts = m_dice.between(few, many);
        if (prepaid > 0) {
            qint64 net = 0;
            for (const SampleItem &item : whole.items)
                net += item.sum();
            const qint64 before = thousands(net * prepaid / 100);
            p.parts.push_back({m_time.dutyDay(p.committed, 4), {{u"前払金"_s, u"式"_s, 1, before, false}}, true});
            p.parts.push_back({p.until, {{u"完成払（残額）"_s, u"式"_s, 1, thousands(net - before), false}}, false});
        } else if (parts > 1) {
            part(m_time.dutyDay(p.committed.addDays(days / 2), 0), 2, u"（出来高分）"_s);
            part(p.until, 2, u"（完了分）"_s);
        } else {
            part(p.until, 1, {});
        }
    }
    contract(p);
    m_purchases.push_back(purchase);
}

/// Utilities and the like: the bill of a month comes in the next.
void SamplePurchases::bill(const Wish &wish, FiscalYear year, int month)
{
    Wish season = wish;
    // Most is used in summer and winter.
    season.net =
        wish.net * (month == 1 || month == 2 || month == 7 || month == 8 ? 112 : m_dice.between(84, 101)) / 100;
    const QDate end = monthOf(year, month).addMonths(1).addDays(-1);
    const auto purchase = begin(season, m_time.dutyDay(end, m_dice.between(4, 9)), month);
    if (!mayCommit(year, purchase->planned))
        return;
    purchase->atOnce = true;
    purchase->parts.front().done = m_time.dutyDay(end.addDays(1), 0);
    m_purchases.push_back(purchase);
}

/// Fees of persons, dues and grants: nothing is bought, and no tax is on it.
void SamplePurchases::payOut(const Wish &wish, const QDate &day)
{
    const auto purchase = begin(wish, day, day.month());
    SamplePurchase &p = *purchase;
    const QString way = wish.detail.value(u"way"_s).toString();
    p.taxed = false;
    p.withheld = way == u"fees"_s;
    p.atOnce = way != u"grant"_s;
    p.kind = u"none"_s;
    p.parts.front().done = m_time.dutyDay(day, -m_dice.between(3, 6));
    if (way == u"grant"_s) {
        p.committed = m_time.dutyDay(day, m_dice.between(8, 12));
        p.parts.front().done = m_time.dutyDay(p.committed, m_dice.between(5, 25));
        contract(p);
    }
    m_purchases.push_back(purchase);
}

} // namespace kessai
