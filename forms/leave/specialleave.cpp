// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/specialleave.h"

#include "forms/support/shipped.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

std::optional<SpecialLeave::Count> countNamed(const QString &name)
{
    if (name == u"duty"_s)
        return SpecialLeave::Count::Duty;
    if (name == u"calendar"_s)
        return SpecialLeave::Count::Calendar;
    return std::nullopt;
}

std::optional<SpecialLeave::Limit> limitNamed(const QString &name)
{
    if (name == u"none"_s)
        return SpecialLeave::Limit::None;
    if (name == u"request"_s)
        return SpecialLeave::Limit::PerRequest;
    if (name == u"event"_s)
        return SpecialLeave::Limit::PerEvent;
    if (name == u"year"_s)
        return SpecialLeave::Limit::PerYear;
    return std::nullopt;
}

std::optional<SpecialLeave::Evidence> evidenceNamed(const QString &name)
{
    if (name == u"always"_s)
        return SpecialLeave::Evidence::Always;
    if (name == u"first"_s)
        return SpecialLeave::Evidence::First;
    if (name == u"asked"_s)
        return SpecialLeave::Evidence::OnRequest;
    return std::nullopt;
}

/// Takes up a unit's name; the finest one wins.
bool addUnit(SpecialLeave &kind, const QString &name)
{
    if (name == u"day"_s) {
        kind.days = true;
        return true;
    }
    const qint64 step = name == u"hour"_s ? 60 : name == u"half_hour"_s ? 30 : name == u"minute"_s ? 1 : 0;
    if (step != 0)
        kind.step = kind.step == 0 ? step : std::min(kind.step, step);
    return step != 0;
}

Result<SpecialLeave> kindFromJson(const QJsonObject &json)
{
    SpecialLeave kind;
    kind.code = json.value(u"code"_s).toString();
    kind.name = Bilingual::fromJson(json.value(u"name"_s));
    kind.term = Bilingual::fromJson(json.value(u"term"_s));
    kind.extended = Bilingual::fromJson(json.value(u"extended"_s));
    kind.discreet = json.value(u"private"_s).toBool();
    kind.daily = json.value(u"daily"_s).toBool();
    const auto bad = [&kind](const QString &what) {
        return fail(ErrorCode::Invalid, u"special leave "_s + kind.code + u": "_s + what);
    };
    if (kind.code.isEmpty() || kind.name.ja.isEmpty() || kind.name.en.isEmpty())
        return bad(u"code or name is missing"_s);
    for (const QJsonValue unit : json.value(u"units"_s).toArray()) {
        if (!addUnit(kind, unit.toString()))
            return bad(u"unknown unit "_s + unit.toString());
    }
    if (!kind.days && kind.step == 0)
        return bad(u"no unit"_s);
    const auto count = countNamed(json.value(u"count"_s).toString());
    const auto limit = limitNamed(json.value(u"limit"_s).toString());
    if (!count || !limit)
        return bad(u"unknown count or limit"_s);
    kind.count = *count;
    kind.limit = *limit;
    if (const QJsonValue evidence = json.value(u"evidence"_s); evidence.isObject()) {
        const auto need = evidenceNamed(evidence[u"when"_s].toString());
        kind.evidenceText = Bilingual::fromJson(evidence);
        if (!need || kind.evidenceText.ja.isEmpty() || kind.evidenceText.en.isEmpty())
            return bad(u"evidence is not understood"_s);
        kind.evidence = *need;
    }
    for (const auto &[key, edge] : {std::pair("opens"_L1, &kind.opens), std::pair("closes"_L1, &kind.closes)}) {
        if (!json.contains(key))
            continue;
        const auto read = windowEdgeFromJson(json.value(key).toObject());
        if (!read)
            return bad(read.error().detail);
        *edge = *read;
    }
    if (kind.limit == SpecialLeave::Limit::PerEvent && !kind.opens)
        return bad(u"a limit per event without the event"_s);
    return kind;
}

} // namespace

LeaveWindow SpecialLeave::window(const Fields &fields, bool longer, const QDate &on, const Numbers &numbers) const
{
    LeaveWindow window;
    if (opens)
        window.first = opens->day(prefix(), fields, longer, on, numbers);
    if (closes)
        window.last = closes->day(prefix(), fields, longer, on, numbers);
    return window;
}

Result<std::vector<SpecialLeave>> specialLeavesFromJson(const QJsonObject &json)
{
    std::vector<SpecialLeave> kinds;
    for (const QJsonValue value : json.value(u"kinds"_s).toArray()) {
        auto kind = kindFromJson(value.toObject());
        if (!kind)
            return kind.failure();
        const QString code = kind->code;
        if (std::any_of(kinds.begin(), kinds.end(), [&code](const SpecialLeave &k) { return k.code == code; }))
            return fail(ErrorCode::Invalid, u"special leave "_s + code + u": twice in the table"_s);
        kinds.push_back(std::move(kind).value());
    }
    return kinds;
}

const std::vector<SpecialLeave> &specialLeaves()
{
    static const std::vector<SpecialLeave> kinds = [] {
        auto read = specialLeavesFromJson(shippedObject(u":/kessai/forms/leave/specialleave.json"_s));
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return std::move(read).value();
    }();
    return kinds;
}

const SpecialLeave *specialLeave(const QString &code)
{
    const auto &kinds = specialLeaves();
    const auto it = std::find_if(kinds.begin(), kinds.end(), [&code](const SpecialLeave &k) { return k.code == code; });
    return it == kinds.end() ? nullptr : &*it;
}

} // namespace kessai
