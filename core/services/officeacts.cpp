// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/officeacts.h"

#include "core/services/actsubjects.h"
#include "core/services/desk.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kNamed = 3; ///< of what several are changed at once

/// "45時間、…ほか2件".
Bilingual listed(const std::vector<Bilingual> &all)
{
    QStringList ja, en;
    for (const Bilingual &one : all) {
        if (ja.contains(one.ja))
            continue;
        ja.append(one.ja);
        en.append(one.text(true));
    }
    const qsizetype more = ja.size() - kNamed;
    Bilingual text{ja.mid(0, kNamed).join(u'、'), en.mid(0, kNamed).join(u", "_s)};
    if (more > 0) {
        text.ja += u"ほか%1件"_s.arg(more);
        text.en += u" and %1 more"_s.arg(more);
    }
    return text;
}

/// Whether somebody wrote why; else the notary's phrase stands there.
bool isExplained(const OfficeAct &act)
{
    switch (act.kind) {
    case OfficeActKind::Organisation:
        return act.step == OfficeActStep::Made || (act.from.isValid() && act.step != OfficeActStep::Failed);
    case OfficeActKind::Route:
    case OfficeActKind::Table:
    case OfficeActKind::Form:
    case OfficeActKind::Number:
    case OfficeActKind::Faults:
    case OfficeActKind::Month:
    case OfficeActKind::Rights:
    case OfficeActKind::Other: return true;
    case OfficeActKind::Holiday:
    case OfficeActKind::Deputy:
    case OfficeActKind::StandIn:
    case OfficeActKind::Successor:
    case OfficeActKind::Budget:
    case OfficeActKind::Program: break;
    }
    return false;
}

} // namespace

QLatin1String toCode(OfficeActKind kind)
{
    switch (kind) {
    case OfficeActKind::Organisation: return QLatin1String("organisation");
    case OfficeActKind::Route: return QLatin1String("route");
    case OfficeActKind::Table: return QLatin1String("decision-table");
    case OfficeActKind::Form: return QLatin1String("form");
    case OfficeActKind::Number: return QLatin1String("number");
    case OfficeActKind::Faults: return QLatin1String("return-reasons");
    case OfficeActKind::Holiday: return QLatin1String("holiday");
    case OfficeActKind::Deputy: return QLatin1String("deputy");
    case OfficeActKind::StandIn: return QLatin1String("stand-in");
    case OfficeActKind::Successor: return QLatin1String("successor");
    case OfficeActKind::Month: return QLatin1String("month");
    case OfficeActKind::Budget: return QLatin1String("budget");
    case OfficeActKind::Program: return QLatin1String("program");
    case OfficeActKind::Other: return QLatin1String("other");
    case OfficeActKind::Rights: return QLatin1String("rights");
    }
    return {};
}

std::vector<OfficeActKind> officeActKinds()
{
    std::vector<OfficeActKind> kinds;
    for (int kind = int(OfficeActKind::Organisation); kind < int(OfficeActKind::Other); ++kind)
        kinds.push_back(OfficeActKind(kind));
    kinds.insert(kinds.end(), {OfficeActKind::Rights, OfficeActKind::Other});
    return kinds;
}

Bilingual kindName(OfficeActKind kind)
{
    switch (kind) {
    case OfficeActKind::Organisation: return {u"組織"_s, u"Organisation"_s};
    case OfficeActKind::Route: return {u"承認経路"_s, u"Route"_s};
    case OfficeActKind::Table: return {u"専決表"_s, u"Decision table"_s};
    case OfficeActKind::Form: return {u"様式"_s, u"Form"_s};
    case OfficeActKind::Number: return {u"基準値"_s, u"Number"_s};
    case OfficeActKind::Faults: return {u"差し戻す理由"_s, u"Reasons of returns"_s};
    case OfficeActKind::Holiday: return {u"休日"_s, u"Holidays"_s};
    case OfficeActKind::Deputy: return {u"代理"_s, u"Deputy"_s};
    case OfficeActKind::StandIn: return {u"代決者"_s, u"Stand-ins"_s};
    case OfficeActKind::Successor: return {u"職の引継ぎ"_s, u"Successor"_s};
    case OfficeActKind::Month: return {u"月の締め"_s, u"Close of a month"_s};
    case OfficeActKind::Budget: return {u"予算"_s, u"Budget"_s};
    case OfficeActKind::Program: return {u"プログラムの更新"_s, u"Newer program"_s};
    case OfficeActKind::Other: return {u"その他"_s, u"Other"_s};
    case OfficeActKind::Rights: return {u"管理者と監査"_s, u"Rights"_s};
    }
    return {};
}

std::vector<ActMaker> makersOf(const std::vector<OfficeActLine> &lines, const Office &today)
{
    std::vector<ActMaker> makers;
    for (const OfficeActLine &line : lines) {
        const auto known = std::find_if(makers.begin(), makers.end(), [&](const ActMaker &one) {
            return line.maker ? one.staff == line.maker : one.logins.contains(line.act.by);
        });
        if (known == makers.end())
            makers.push_back({line.maker, line.who, {line.act.by}});
        else if (!known->logins.contains(line.act.by))
            known->logins.append(line.act.by);
    }
    const auto place = [&](const ActMaker &one) { return !one.staff ? 2 : today.staff(*one.staff) ? 0 : 1; };
    std::stable_sort(makers.begin(), makers.end(),
                     [&](const ActMaker &a, const ActMaker &b) { return place(a) < place(b); });
    return makers;
}

OfficeActLine lineOf(const OfficeAct &act, const Configuration &configuration)
{
    OfficeActLine line{
        act, act.by, listed(subjectsOf(act, configuration)), isExplained(act) ? act.reason : QString(), {}};
    if (act.kind == OfficeActKind::Deputy && !isEndOfDeputy(act)) {
        for (const Dated<Deputyship> &row : deputiesIn(configuration.office, act))
            line.act.from = row.from; // the register leaves it to the rows
    }
    for (const Dated<Staff> &row : configuration.office.staff) {
        if (row.value.login == act.by)
            line.maker = row.value.id;
    }
    if (line.maker)
        line.who = nameOf(configuration.office, *line.maker);
    return line;
}

Result<std::vector<OfficeActLine>> Desk::officeActs(const OfficeActsWanted &wanted)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const auto acts = m_store->office().acts(wanted);
    if (!acts)
        return acts.failure();
    if (!acts->empty() && acts->front().revision > m_configuration.office.revision) {
        if (const auto news = pulse(); !news) // somebody else changed the office meanwhile
            return news.failure();
    }
    std::vector<OfficeActLine> lines;
    for (const OfficeAct &act : *acts)
        lines.push_back(lineOf(act, m_configuration));
    return lines;
}

Result<std::vector<Bilingual>> Desk::changesIn(const OfficeAct &act)
{
    if (const auto can = ready(); !can)
        return can.failure();
    return kessai::changesIn(act, m_configuration, m_catalog);
}

} // namespace kessai
