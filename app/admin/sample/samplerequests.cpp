// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/samplerequests.h"

#include "app/admin/sample/sampleresults.h"
#include "core/base/quantity.h"
#include "core/calendar/era.h"
#include "forms/support/shipped.h"

#include <QLocale>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNoon = 12 * 60;
constexpr int kAfternoon = 13 * 60;
constexpr int kMorning = 8 * 60 + 30;
constexpr int kClosing = 17 * 60 + 15;
constexpr int kDraws = 12; ///< at a subject the unit has not had

std::vector<QJsonObject> objects(const QJsonArray &array)
{
    std::vector<QJsonObject> all;
    for (const auto &value : array)
        all.push_back(value.toObject());
    return all;
}

/// Whether an entry of the texts is meant for somebody: an empty list is for everybody.
bool isFor(const QJsonObject &entry, const QStringList &line)
{
    const QJsonArray where = entry.value(QLatin1String("in")).toArray();
    return std::any_of(where.begin(), where.end(), [&](const auto &code) { return line.contains(code.toString()); });
}

QString iso(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

/// The month of the council's next meeting.
QString councilMonth(const QDate &day)
{
    return QString::number((day.month() / 3 % 4 + 1) * 3) + u"月"_s;
}

QString plainYen(qint64 amount)
{
    return QLocale(QLocale::Japanese, QLocale::Japan).toString(amount);
}

} // namespace

SampleRequests::SampleRequests(const SampleOffice &sample, const SampleDirectory &directory, const WorkingTime &time,
                               const Parameters &parameters, Dice dice)
    : m_sample(sample), m_directory(directory), m_time(time), m_dice(dice),
      m_texts(shippedObject(u":/kessai/sample/texts.json"_s)), m_leaves(m_texts, time, m_dice),
      m_vouchers(directory, time, parameters, m_dice),
      m_budgetDrafts(objects(m_texts.value(QLatin1String("budgetDrafts")).toArray())),
      m_drafts(objects(m_texts.value(QLatin1String("drafts")).toArray()))
{
}

QString SampleRequests::sentence(const char *list)
{
    const QJsonArray sentences = m_texts.value(QLatin1String(list)).toArray();
    return sentences[m_dice.below(int(sentences.size()))].toString();
}

SampleRequest SampleRequests::write(const SampleFiling &filing)
{
    switch (filing.kind) {
    case SampleKind::Overtime: return overtime(filing);
    case SampleKind::WeekendDuty: return weekendDuty(filing);
    case SampleKind::AnnualLeave: return leave(m_leaves.annual(filing.day, sentence("annualReasons")));
    case SampleKind::OtherLeave: return leave(m_leaves.other(filing.day));
    case SampleKind::Draft: return draft(filing);
    case SampleKind::OvertimeResult: return {u"overtime_result"_s, resultOf(filing.order, m_dice), {}};
    case SampleKind::Commitment:
    case SampleKind::CommitmentChange:
    case SampleKind::Inspection:
    case SampleKind::Payment:
    case SampleKind::PaymentAtOnce:
    case SampleKind::Transfer:
    case SampleKind::Assessment:
    case SampleKind::TravelOrder:
    case SampleKind::TravelSettlement: return m_vouchers.write(filing);
    }
    Q_UNREACHABLE();
}

/// What somebody may have to do outside the regular hours, with the fields that say so.
QJsonObject SampleRequests::work(const char *list, const SampleFiling &filing)
{
    const QStringList line = m_directory.line(filing.drafter);
    std::vector<QJsonObject> own;
    std::vector<QJsonObject> common;
    for (const QJsonObject &entry : objects(m_texts.value(QLatin1String(list)).toArray())) {
        if (isFor(entry, line))
            own.push_back(entry);
        else if (entry.value(QLatin1String("in")).toArray().isEmpty())
            common.push_back(entry);
    }
    if (own.empty() && common.empty())
        common = objects(m_texts.value(QLatin1String("overtime")).toArray());
    const bool useOwn = !own.empty() && (common.empty() || m_dice.percent(80));
    const QJsonObject entry = m_dice.oneOf(useOwn ? own : common);
    const QJsonArray reasons = entry.value(QLatin1String("reasons")).toArray();
    return {{u"work_item"_s, entry.value(QLatin1String("item"))},
            {u"reason_kind"_s, entry.value(QLatin1String("kind"))},
            {u"reason"_s,
             reasons[m_dice.below(int(reasons.size()))].toString().replace(u"{council}"_s, councilMonth(filing.day))}};
}

SampleRequest SampleRequests::overtime(const SampleFiling &filing)
{
    QJsonObject fields = work("overtime", filing);
    QDate day = filing.day;
    if (m_dice.percent(6)) {
        day = m_time.dutyDay(day, -1);
        fields.insert(u"after"_s, true);
        fields.insert(u"after_reason"_s,
                      u"閉庁間際に来庁者への対応が必要となり、事前に命令を受けることができなかったため"_s);
    } else if (m_dice.percent(15)) {
        day = m_time.dutyDay(day, 1);
    }
    static const std::vector<int> kEnds{18 * 60 + 30, 19 * 60, 19 * 60 + 30, 20 * 60,
                                        20 * 60 + 30, 21 * 60, 22 * 60,      23 * 60 + 30};
    fields.insert(u"day"_s, iso(day));
    fields.insert(u"start"_s, m_dice.percent(70) ? kClosing + 15 : kClosing);
    fields.insert(u"end"_s,
                  kEnds[filing.late ? m_dice.between(3, 5) : int(m_dice.weighted({8, 22, 20, 26, 9, 9, 4, 1}))]);
    return {u"overtime"_s, fields, {}};
}

SampleRequest SampleRequests::weekendDuty(const SampleFiling &filing)
{
    QJsonObject fields = work("weekend", filing);
    fields.remove(u"reason_kind"_s);
    // One of the days off of the coming week: its Saturday, its Sunday, or a holiday.
    std::vector<QDate> daysOff;
    for (int n = 1; n <= 7; ++n) {
        if (!m_time.isDuty(filing.day.addDays(n)))
            daysOff.push_back(filing.day.addDays(n));
    }
    const QDate day = m_dice.oneOf(daysOff);
    struct Way {
        QString remedy;
        int from, until, rest;
    };
    static const std::vector<Way> kWeekend{{u"exchange"_s, kMorning, kClosing, 60},
                                           {u"exchange"_s, kMorning, kClosing, 60},
                                           {u"exchange"_s, kMorning, 19 * 60, 60},
                                           {u"four_hours"_s, kMorning, kMorning + 240, 0},
                                           {u"four_hours"_s, kAfternoon, kAfternoon + 240, 0},
                                           {u"pay"_s, kMorning, kNoon, 0}};
    static const std::vector<Way> kHoliday{{u"daikyu"_s, kMorning, kClosing, 60},
                                           {u"daikyu"_s, kMorning, kClosing, 60},
                                           {u"pay"_s, kMorning, kClosing, 60},
                                           {u"pay"_s, 9 * 60, kNoon, 0}};
    const Way &way = m_dice.oneOf(day.dayOfWeek() >= Qt::Saturday ? kWeekend : kHoliday);
    fields.insert(u"day"_s, iso(day));
    fields.insert(u"start"_s, way.from);
    fields.insert(u"end"_s, way.until);
    if (way.rest > 0)
        fields.insert(u"break"_s, way.rest);
    fields.insert(u"remedy"_s, way.remedy);
    if (way.remedy == u"pay"_s)
        return {u"weekend_duty"_s, fields, {}};
    // Most take their day soon, some wait until the eight weeks are nearly over.
    const int from = m_dice.percent(20) ? 45 : 1;
    fields.insert(u"given_day"_s, iso(m_time.dutyDay(day.addDays(m_dice.between(from, from + 10)), 0)));
    if (way.remedy == u"four_hours"_s)
        fields.insert(u"given_side"_s, m_dice.percent(30) ? u"start"_s : u"end"_s);
    return {u"weekend_duty"_s, fields, {}};
}

SampleRequest SampleRequests::leave(SampleLeaves::Leave leave)
{
    return {u"leave"_s, std::move(leave.fields), std::move(leave.papers)};
}

const QJsonObject &SampleRequests::draftTemplate(const SampleFiling &filing, const SampleBudgetLine *&line)
{
    const QStringList place = m_directory.line(filing.drafter);
    std::vector<const SampleBudgetLine *> lines;
    for (const SampleBudgetLine &budget : m_sample.budget) {
        const Section *section = m_directory.office().section(budget.section);
        if (section && place.contains(section->code))
            lines.push_back(&budget);
    }
    // The mayor and the vice mayor are asked where the budget says so.
    const qint64 least = filing.decider == u"mayor"_s ? 10'000'000 : filing.decider == u"vice-mayor"_s ? 3'000'000 : 0;
    if (least > 0) {
        std::erase_if(lines, [&](const SampleBudgetLine *budget) { return budget->amount < least; });
        if (!lines.empty()) {
            line = m_dice.oneOf(lines);
            return m_budgetDrafts.front();
        }
    } else if (!lines.empty() && m_dice.percent(60)) {
        line = m_dice.oneOf(lines);
        return m_dice.oneOf(m_budgetDrafts);
    }
    std::vector<const QJsonObject *> own;
    std::vector<const QJsonObject *> common;
    for (const QJsonObject &entry : m_drafts) {
        if (isFor(entry, place))
            own.push_back(&entry);
        else if (entry.value(QLatin1String("in")).toArray().isEmpty())
            common.push_back(&entry);
    }
    const auto &suited = !own.empty() && m_dice.percent(70) ? own : common;
    std::vector<int> weights;
    for (const QJsonObject *entry : suited)
        weights.push_back(entry->value(QLatin1String("weight")).toInt(1));
    return *suited[m_dice.weighted(weights)];
}

void SampleRequests::classify(QJsonObject &fields, const SampleFiling &filing)
{
    const auto post = m_directory.office().primaryPost(filing.drafter);
    const qint64 section = post ? m_directory.office().post(*post)->section.value() : 1;
    const auto two = [](qint64 n) { return QString::number(n).rightJustified(2, u'0'); };
    fields.insert(u"classification"_s,
                  QString(two(section / 10 + 1) + u'-' + two(section % 10 + 1) + u'-' + two(m_dice.between(1, 9))));
    const QString decider = fields.value(QLatin1String("decider")).toString();
    fields.insert(u"retention"_s, decider == u"mayor"_s ? u"10"_s : decider == u"section"_s ? u"3"_s : u"5"_s);
    struct Restriction {
        QString disclosure, reason, article;
        bool personal;
    };
    static const std::vector<Restriction> kRestrictions{{u"partial"_s, u"personal"_s, u"第7条第2号"_s, true},
                                                        {u"partial"_s, u"corporate"_s, u"第7条第3号"_s, false},
                                                        {u"partial"_s, u"operations"_s, u"第7条第6号"_s, false},
                                                        {u"closed"_s, u"deliberation"_s, u"第7条第5号"_s, false}};
    if (m_dice.percent(65)) {
        fields.insert(u"disclosure"_s, u"open"_s);
        return;
    }
    const Restriction &restriction = m_dice.oneOf(kRestrictions);
    fields.insert(u"disclosure"_s, restriction.disclosure);
    fields.insert(u"disclosure_reason"_s, restriction.reason);
    fields.insert(u"disclosure_article"_s, restriction.article);
    if (restriction.personal)
        fields.insert(u"personal_info"_s, true);
}

QString SampleRequests::subjectKey(StaffId drafter, const QString &subject) const
{
    return m_directory.line(drafter).value(0) + u'|' + subject;
}

void SampleRequests::remember(StaffId drafter, const SampleRequest &request)
{
    if (request.form == u"draft"_s)
        m_subjects.insert(subjectKey(drafter, request.fields.value(QLatin1String("subject")).toString()));
}

/// A draft with a subject its unit has not had yet; where it has had them all, with a number.
SampleRequest SampleRequests::draft(const SampleFiling &filing)
{
    SampleRequest request = draftOnce(filing);
    const auto subject = [&request] { return request.fields.value(QLatin1String("subject")).toString(); };
    for (int i = 0; i < kDraws && m_subjects.contains(subjectKey(filing.drafter, subject())); ++i)
        request = draftOnce(filing);
    const QString first = subject();
    for (int no = 2; m_subjects.contains(subjectKey(filing.drafter, subject())); ++no)
        request.fields.insert(u"subject"_s, u"%1（第%2回）"_s.arg(first).arg(no));
    return request;
}

SampleRequest SampleRequests::draftOnce(const SampleFiling &filing)
{
    const SampleBudgetLine *line = nullptr;
    const QJsonObject entry = draftTemplate(filing, line);
    const QDate deadline = m_time.dutyDay(filing.day, m_dice.between(8, 25));
    const FiscalYear year = FiscalYear::of(filing.day);

    QHash<QString, QString> words{
        {u"deadline"_s, eraDateWithWeekday(deadline)},
        {u"council"_s, councilMonth(filing.day)},
        {u"month"_s, QString::number(filing.day.month()) + u"月"_s},
        {u"yearEnd"_s, eraDate(QDate(year.startYear() + 1, 3, 31))},
        {u"year"_s, eraDate(QDate(year.startYear(), 5, 1)).section(u'年', 0, 0) + u"年度"_s},
        {u"nextYear"_s, eraDate(QDate(year.startYear() + 1, 5, 1)).section(u'年', 0, 0) + u"年度"_s},
        {u"quote"_s, m_texts.value(QLatin1String("planQuote")).toString()}};
    QJsonObject fields;
    qint64 amount = 0;
    if (line) {
        words.insert(u"project"_s, line->project);
        words.insert(u"description"_s, line->description);
        words.insert(u"area"_s, line->planArea.isEmpty() ? u"（記載なし）"_s : line->planArea);
        words.insert(u"measure"_s, line->measure);
        words.insert(u"started"_s, QString(line->started).replace(u'R', u"令和"_s));
        words.insert(u"external"_s, plainYen(line->external));
        words.insert(u"own"_s, plainYen(line->amount - line->external));
        words.insert(u"amount"_s, plainYen(line->amount));
        if (entry.value(QLatin1String("spends")).toBool())
            amount = line->amount;
    }
    if (const QJsonArray amounts = entry.value(QLatin1String("amounts")).toArray(); !amounts.isEmpty()) {
        amount = amounts[m_dice.below(int(amounts.size()))].toInteger();
        words.insert(u"amount"_s, plainYen(amount));
    }
    if (const QJsonArray variants = entry.value(QLatin1String("variants")).toArray(); !variants.isEmpty())
        words.insert(u"variant"_s, variants[m_dice.below(int(variants.size()))].toString());
    const auto filled = [&](QString text) {
        for (auto it = words.begin(); it != words.end(); ++it)
            text.replace(u'{' + it.key() + u'}', it.value());
        return text;
    };
    fields.insert(u"subject"_s, filled(entry.value(QLatin1String("title")).toString()));
    fields.insert(u"body"_s, filled(entry.value(QLatin1String("text")).toString()));
    fields.insert(u"planned_on"_s, iso(deadline));
    fields.insert(u"decider"_s,
                  filing.decider.isEmpty() ? entry.value(QLatin1String("decider")).toString() : filing.decider);
    // What spends is a commitment of its item; whom to consult then, the 専決 table says.
    const QString item = amount > 0 ? entry.value(QLatin1String("item")).toString() : QString();
    if (amount > 0)
        fields.insert(u"amount"_s, amount);
    fields.insert(u"act"_s, item.isEmpty() ? u"general"_s : u"commitment"_s);
    if (!item.isEmpty())
        fields.insert(u"item"_s, item);
    if (entry.value(QLatin1String("consult")).toBool() || (item.isEmpty() && amount >= 1'000'000))
        fields.insert(u"consult_with"_s, u"finance-head"_s);
    else if (m_dice.percent(8))
        fields.insert(u"consult_with"_s, u"general-legal-head"_s);
    if (filing.urgent || entry.value(QLatin1String("urgent")).toBool())
        fields.insert(u"urgent"_s, true);
    classify(fields, filing);

    QStringList papers;
    if (const QString paper = entry.value(QLatin1String("paper")).toString(); !paper.isEmpty() && m_dice.percent(60))
        papers.append(paper);
    return {u"draft"_s, fields, papers};
}

SampleRequest SampleRequests::corrected(SampleRequest request)
{
    QJsonObject &fields = request.fields;
    static const QHash<QString, QString> kRemarks{
        {u"commitment"_s, u"purpose"_s},      {u"payment"_s, u"note"_s},
        {u"commitment_payment"_s, u"note"_s}, {u"commitment_change"_s, u"reason"_s},
        {u"budget_transfer"_s, u"reason"_s},  {u"assessment"_s, u"breakdown"_s},
        {u"inspection"_s, u"found"_s},        {u"travel_order"_s, u"note"_s},
        {u"travel_settlement"_s, u"report"_s}};
    if (const QString remark = kRemarks.value(request.form); !remark.isEmpty()) {
        fields.insert(remark,
                      QString(fields.value(remark).toString() + u"（指摘を受け、添付書類と照合して確認しました。）"_s));
    } else if (request.form == u"overtime"_s) {
        const int end = fields.value(QLatin1String("end")).toInt();
        if (end - fields.value(QLatin1String("start")).toInt() > 90)
            fields.insert(u"end"_s, end - 30);
        fields.insert(u"reason"_s,
                      QString(fields.value(QLatin1String("reason")).toString() + u"（分担を見直しました。）"_s));
    } else if (request.form == u"weekend_duty"_s) {
        fields.insert(u"reason"_s,
                      QString(fields.value(QLatin1String("reason")).toString() + u"（従事者を最少にしました。）"_s));
    } else if (request.form == u"leave"_s) {
        fields.insert(u"reason"_s,
                      QString(fields.value(QLatin1String("reason")).toString() + u"　業務は係内で調整済み"_s));
    } else if (request.form == u"overtime_result"_s) {
        fields.insert(u"note"_s, u"記録と照合し、時間を確かめました。"_s);
    } else {
        fields.insert(
            u"body"_s,
            QString(fields.value(QLatin1String("body")).toString() + u"\n\n（追記）指摘を受けた点を反映しました。"_s));
        if (request.papers.isEmpty())
            request.papers.append(u"notice.pdf"_s);
    }
    return request;
}

} // namespace kessai
