// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/sampleleaves.h"

#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOpening = 8 * 60 + 30;
constexpr int kEvening = 17 * 60 + 15;

QString dayOf(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

} // namespace

SampleLeaves::SampleLeaves(const QJsonObject &texts, const WorkingTime &time, Dice &dice) : m_time(time), m_dice(dice)
{
    for (const QJsonValue kind : texts.value(QLatin1String("leaves")).toArray()) {
        m_kinds.push_back(kind.toObject());
        m_weights.push_back(kind[QLatin1String("weight")].toInt());
    }
}

SampleLeaves::Leave SampleLeaves::annual(const QDate &filed, const QString &reason)
{
    QJsonObject fields{{u"kind"_s, u"annual"_s}};
    QDate from = m_time.dutyDay(filed, 1 + m_dice.below(m_dice.percent(40) ? 3 : 12));
    // People like to join a free day to the days that are off anyway.
    if (m_dice.percent(45)) {
        for (int i = 0; i < 6 && m_time.isDuty(from.addDays(1)) && m_time.isDuty(from.addDays(-1)); ++i)
            from = m_time.dutyDay(from, 1);
    }
    if (m_dice.percent(4)) {
        from = m_time.dutyDay(filed, -1);
        fields.insert(u"after"_s, true);
        fields.insert(u"after_reason"_s, u"急な発熱により、事前に申請することができなかったため"_s);
    }
    fields.insert(u"from"_s, dayOf(from));
    switch (m_dice.weighted({46, 8, 8, 14, 24})) {
    case 0: fields.insert(u"unit"_s, u"day"_s); break;
    case 1:
        fields.insert(u"unit"_s, u"day"_s);
        fields.insert(u"until"_s, dayOf(m_time.dutyDay(from, 1 + m_dice.below(2))));
        break;
    case 2: fields.insert(u"unit"_s, u"morning"_s); break;
    case 3: fields.insert(u"unit"_s, u"afternoon"_s); break;
    default: {
        const int hours = m_dice.between(1, 3);
        const bool early = m_dice.percent(45);
        fields.insert(u"unit"_s, u"hours"_s);
        fields.insert(u"start"_s, early ? kOpening : kEvening - hours * 60);
        fields.insert(u"end"_s, early ? kOpening + hours * 60 : kEvening);
    }
    }
    if (!reason.isEmpty())
        fields.insert(u"reason"_s, reason);
    return {fields, {}};
}

/// Until when, and at which hours.
void SampleLeaves::spread(QJsonObject &fields, const QJsonObject &kind, const QDate &from)
{
    const QString unit = kind.value(QLatin1String("unit")).toString();
    if (fields.value(QLatin1String("kind")) != u"care_time"_s)
        fields.insert(u"unit"_s, unit);
    if (unit == u"hours"_s) {
        const int minutes = kind.value(QLatin1String("minutes")).toInt(60 * m_dice.between(1, 2));
        const bool late = kind.value(QLatin1String("late")).toBool();
        fields.insert(u"start"_s, late ? kEvening - minutes : kOpening);
        fields.insert(u"end"_s, late ? kEvening : kOpening + minutes);
    }
    if (const int days = kind.value(QLatin1String("days")).toInt(); days > 1) {
        const bool calendar = kind.value(QLatin1String("calendar")).toBool();
        fields.insert(u"until"_s, dayOf(calendar ? from.addDays(days - 1) : m_time.dutyDay(from, days - 1)));
    }
}

SampleLeaves::Leave SampleLeaves::other(const QDate &filed)
{
    const QJsonObject &kind = m_kinds[m_dice.weighted(m_weights)];
    const bool sudden = kind.value(QLatin1String("sudden")).toBool();
    const QDate from = m_time.dutyDay(filed, sudden ? m_dice.below(2) : m_dice.between(1, 8));
    QJsonObject fields = kind.value(QLatin1String("fields")).toObject();
    fields.insert(u"reason"_s, kind.value(QLatin1String("reason")));
    fields.insert(u"from"_s, dayOf(from));
    const QJsonObject events = kind.value(QLatin1String("events")).toObject();
    for (auto event = events.begin(); event != events.end(); ++event)
        fields.insert(event.key(), dayOf(from.addDays(event->toInt())));
    spread(fields, kind, from);
    QStringList papers;
    if (const QString paper = kind.value(QLatin1String("paper")).toString(); !paper.isEmpty() && m_dice.percent(75))
        papers.append(paper);
    else if (!paper.isEmpty() || kind.value(QLatin1String("later")).toBool())
        fields.insert(u"evidence_later"_s, true);
    return {fields, papers};
}

} // namespace kessai
