// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/officeacts.h"

#include "core/base/posttitle.h"
#include "core/calendar/era.h"
#include "core/cases/decisiongrid.h"
#include "core/cases/formchanges.h"
#include "core/cases/parameterwording.h"
#include "core/office/reorganisation.h"
#include "core/office/said.h"
#include "core/services/desk.h"
#include "core/services/ruleproblems.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFounding = 1;    ///< the revision in which an office is made
constexpr qsizetype kNamed = 3; ///< of what several are changed at once

bool moved(int addedIn, int removedIn, int revision)
{
    return addedIn == revision || removedIn == revision;
}

QString nameOf(const OfficeHistory &office, StaffId who)
{
    const Staff *person = office.lastKnown(who);
    return person ? person->name() : QString();
}

QString nameOf(const OfficeHistory &office, PostId which)
{
    QString name;
    for (const Dated<Post> &post : office.posts) {
        if (post.value.id != which)
            continue;
        name = post.value.title;
        for (const Dated<Section> &section : office.sections) {
            if (section.value.id == post.value.section && section.value.level != SectionLevel::City)
                name = joinTitle(section.value.name, post.value.title);
        }
    }
    return name;
}

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

Bilingual named(const QString &name)
{
    return {name, name};
}

Bilingual formName(const Configuration &configuration, const QString &code)
{
    Bilingual name = named(code);
    int newest = 0;
    for (const FormDefinition &form : configuration.forms) {
        if (form.code == code && form.revision > newest) {
            newest = form.revision;
            name = form.name;
        }
    }
    return name;
}

Bilingual tableName(const Configuration &configuration, const OfficeAct &act)
{
    for (const DecisionTable &table : configuration.tables) {
        if (table.addedIn == act.revision)
            return table.source;
    }
    return {};
}

Bilingual organisationStep(OfficeActStep step)
{
    switch (step) {
    case OfficeActStep::Made: return {u"変更"_s, u"changed"_s};
    case OfficeActStep::Prepared: return {u"先の日に備えて準備"_s, u"prepared for a day to come"_s};
    case OfficeActStep::TakenBack: return {u"準備の取り消し"_s, u"what was prepared taken back"_s};
    case OfficeActStep::Failed:
        return {u"準備した変更を、その日に使えなかった"_s, u"what was prepared could not be put in force"_s};
    case OfficeActStep::PutAside: return {u"使えなかった変更の片付け"_s, u"what had failed put aside"_s};
    case OfficeActStep::Opened: break; // of a month
    case OfficeActStep::InForce: return {u"準備した変更の使い始め"_s, u"what was prepared has come into force"_s};
    }
    return {};
}

// What is known of rows of the register that say nothing of themselves: whose, in words. What ended on the day before is a copy of what was there.

std::vector<Bilingual> deputies(const OfficeHistory &office, const OfficeAct &act)
{
    std::vector<Bilingual> words;
    for (const Dated<Deputyship> &row : office.deputyships) {
        if (!moved(row.addedIn, row.removedIn, act.revision))
            continue;
        const QStringList names{nameOf(office, row.value.principal), nameOf(office, row.value.deputy)};
        const bool ended = act.reason == QLatin1String("deputy ended"); // the notary's phrase; nobody is asked why
        const Bilingual said = ended ? kessai::said("%1の代理 %2（終わり）", "%2 for %1 (ended)", names)
                                     : kessai::said("%1の代理 %2", "%2 for %1", names);
        if (std::find(words.begin(), words.end(), said) == words.end())
            words.push_back(said);
    }
    return words;
}

/// Who decides in somebody's place as it was listed in an act, first to last.
std::vector<Bilingual> standIns(const OfficeHistory &office, const OfficeAct &act)
{
    std::optional<PostId> decider;
    std::map<int, Bilingual> listed;
    for (const Dated<StandIn> &row : office.standIns) {
        if (!moved(row.addedIn, row.removedIn, act.revision))
            continue;
        decider = row.value.decider;
        const bool copied = row.until.isValid() && row.until < act.at.day();
        if (row.addedIn == act.revision && !copied)
            listed[row.value.order] = row.value.post
                ? named(nameOf(office, *row.value.post))
                : Bilingual{u"主管課長（起案者の課の長）"_s, u"the head of the drafter's section"_s};
    }
    if (!decider)
        return {};
    const QString whose = nameOf(office, *decider);
    if (listed.empty())
        return {said("%1の代決者: なし", "%1: nobody stands in", {whose})};
    Bilingual all = said("%1の代決者: ", "%1: ", {whose});
    for (const auto &[order, one] : listed) {
        all.ja += (order > listed.begin()->first ? u"、"_s : QString()) + one.ja;
        all.en += (order > listed.begin()->first ? u", "_s : QString()) + one.text(true);
    }
    return {all};
}

std::vector<Bilingual> successors(const OfficeHistory &office, const OfficeAct &act)
{
    std::optional<PostId> post, successor;
    QDate from;
    for (const Dated<Succession> &row : office.successions) {
        if (!moved(row.addedIn, row.removedIn, act.revision))
            continue;
        post = row.value.post;
        const bool copied = std::any_of(office.successions.begin(), office.successions.end(), [&](const auto &one) {
            return one.removedIn == act.revision && one.value == row.value && one.from == row.from
                && row.until.isValid() && row.until != one.until;
        });
        if (row.addedIn == act.revision && !copied) {
            successor = row.value.successor;
            from = row.from;
        }
    }
    if (!post)
        return {};
    const QString whose = nameOf(office, *post);
    if (!successor)
        return {said("%1の引継ぎ先: なし", "%1: to nobody any more", {whose})};
    const QString whither = nameOf(office, *successor);
    if (from > act.at.day())
        return {{u"%1 → %2（%3から）"_s.arg(whose, whither, eraDate(from)),
                 u"%1 → %2 (from %3 on)"_s.arg(whose, whither, from.toString(Qt::ISODate))}};
    return {said("%1 → %2", "%1 → %2", {whose, whither})};
}

std::vector<Bilingual> months(const OfficeAct &act)
{
    std::vector<Bilingual> words;
    for (const QString &month : act.names) {
        const QString day = eraDate(QDate::fromString(month + u"-01"_s, Qt::ISODate));
        const QString name = day.left(day.indexOf(u'月') + 1);
        words.push_back(act.step == OfficeActStep::Opened
                            ? Bilingual{u"%1（締めの取り消し）"_s.arg(name), u"%1 (opened again)"_s.arg(month)}
                            : Bilingual{name, month});
    }
    return words;
}

/// The papers entered, and how many lines of the budget came, changed or ended.
std::vector<Bilingual> budget(const OfficeAct &act, const BudgetBook &book)
{
    std::vector<Bilingual> words;
    for (const QString &document : act.names)
        words.push_back(named(document));
    QSet<QString> lines;
    for (const BudgetLine &line : book.rows()) {
        if (moved(line.addedIn, line.removedIn, act.revision))
            lines.insert(line.key());
    }
    if (!lines.isEmpty())
        words.push_back(
            {u"予算科目%1件"_s.arg(lines.size()), lines.size() == 1 ? u"1 line"_s : u"%1 lines"_s.arg(lines.size())});
    return words;
}

std::vector<Bilingual> rights(const OfficeAct &act, const OfficeHistory &office)
{
    std::vector<Bilingual> words;
    for (const RightAct &one : act.rights) {
        const QStringList who{nameOf(office, one.staff)};
        if (one.kind == SpecialRight::Kind::Administrator)
            words.push_back(one.given ? said("%1を管理者にする", "%1 becomes an administrator", who)
                                      : said("%1を管理者から外す", "%1 is no administrator any more", who));
        else
            words.push_back(one.given ? said("%1を監査の担当にする", "%1 becomes an auditor", who)
                                      : said("%1を監査の担当から外す", "%1 is no auditor any more", who));
    }
    return words;
}

std::vector<Bilingual> holidays(const Configuration &configuration, int revision)
{
    std::vector<Bilingual> words;
    for (const Holiday &one : configuration.parameters.holidays().rows()) {
        if (moved(one.addedIn, one.removedIn, revision))
            words.push_back(one.removedIn == revision && one.addedIn != revision
                                ? said("%1 %2（終わり）", "%1 %2 (ended)", {eraDate(one.day), one.name})
                                : said("%1 %2", "%1 %2", {eraDate(one.day), one.name}));
    }
    return words;
}

std::vector<Bilingual> subjects(const OfficeAct &act, const Configuration &configuration)
{
    const OfficeHistory &office = configuration.office;
    std::vector<Bilingual> all;
    switch (act.kind) {
    case OfficeActKind::Organisation: return {organisationStep(act.step)};
    case OfficeActKind::Route:
    case OfficeActKind::Form:
        for (const QString &code : act.names)
            all.push_back(formName(configuration, code));
        return all;
    case OfficeActKind::Table: return {tableName(configuration, act)};
    case OfficeActKind::Number:
        for (const QString &key : act.names)
            all.push_back(parameterWord(key).name);
        return all;
    case OfficeActKind::Holiday: return holidays(configuration, act.revision);
    case OfficeActKind::Deputy: return deputies(office, act);
    case OfficeActKind::StandIn: return standIns(office, act);
    case OfficeActKind::Successor: return successors(office, act);
    case OfficeActKind::Month: return months(act);
    case OfficeActKind::Budget: return budget(act, configuration.parameters.budget());
    case OfficeActKind::Rights: return rights(act, office);
    case OfficeActKind::Faults:
    case OfficeActKind::Program: break;
    case OfficeActKind::Other:
        if (act.revision == kFounding)
            all.push_back({u"庁の作成"_s, u"the office was made"_s});
        break;
    }
    return all;
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

std::vector<Bilingual> routeChanges(const OfficeAct &act, const Configuration &configuration,
                                    const FormCatalog &catalog)
{
    std::vector<Bilingual> words;
    const RuleBook book = ruleBookOf(configuration, catalog, act.from);
    for (const RouteRule &rule : configuration.rules) {
        const RouteRule *before =
            rule.addedIn == act.revision ? configuration.ruleOn(rule.form, rule.from, act.revision - 1) : nullptr;
        if (!before)
            continue;
        const std::vector<Bilingual> changes = changesBetween(*before, rule, book.words(rule));
        words.insert(words.end(), changes.begin(), changes.end());
    }
    return words;
}

/// The revision in force on the first day of one before that came.
template <class T>
const T *replacedBy(const T &next, const std::vector<T> &all)
{
    const T *before = nullptr;
    for (const T &one : all) {
        const bool earlier = one.code == next.code && one.from <= next.from && one.revision < next.revision;
        if (earlier && (!before || std::pair(before->from, before->revision) < std::pair(one.from, one.revision)))
            before = &one;
    }
    return before;
}

std::vector<Bilingual> tableChanges(const OfficeAct &act, const Configuration &configuration)
{
    const auto office = configuration.office.at(act.from, configuration.office.revision);
    for (const DecisionTable &table : configuration.tables) {
        if (table.addedIn != act.revision)
            continue;
        const DecisionTable *before = replacedBy(table, configuration.tables);
        return before ? changesBetween(*before, table, *office) : std::vector<Bilingual>();
    }
    return {};
}

std::vector<Bilingual> formChanges(const OfficeAct &act, const Configuration &configuration)
{
    std::vector<Bilingual> words;
    for (size_t i = 0; i < std::min(act.revisions.size(), size_t(act.names.size())); ++i) {
        const FormDefinition *form = configuration.form(act.names[qsizetype(i)], act.revisions[i]);
        const FormDefinition *before = form ? replacedBy(*form, configuration.forms) : nullptr;
        const std::vector<Bilingual> changes = before ? changesBetween(*before, *form) : std::vector<Bilingual>();
        words.insert(words.end(), changes.begin(), changes.end());
    }
    return words;
}

std::vector<Bilingual> faultChanges(const OfficeAct &act, const Configuration &configuration)
{
    for (const FaultList &list : configuration.faultLists) {
        if (list.addedIn != act.revision)
            continue;
        std::vector<FaultList> before;
        for (const FaultList &one : configuration.faultLists) {
            if (one.revision < list.revision)
                before.push_back(one);
        }
        return changesBetween(voucherFaultsOn(before, list.from), list.faults);
    }
    return {};
}

std::vector<Bilingual> numberChanges(const OfficeAct &act, const Parameters &parameters)
{
    std::vector<Bilingual> words;
    const Parameters known = parameters.knownIn(act.revision - 1);
    for (const Parameters::Row &row : parameters.rows()) {
        if (row.addedIn != act.revision)
            continue;
        const ParameterWord word = parameterWord(row.key);
        const auto before = known.value(row.key, row.from);
        const Bilingual now = parameterText(word, row.value);
        const Bilingual old = before ? parameterText(word, *before) : Bilingual{u"–"_s, u"–"_s};
        words.push_back({u"%1: %2 → %3（%4から）"_s.arg(word.name.ja, old.ja, now.ja, eraDate(row.from)),
                         u"%1: %2 → %3 (from %4 on)"_s.arg(word.name.text(true), old.text(true), now.text(true),
                                                           row.from.toString(Qt::ISODate))});
    }
    return words;
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
        act, act.by, listed(subjects(act, configuration)), isExplained(act) ? act.reason : QString(), {}};
    for (const Dated<Staff> &row : configuration.office.staff) {
        if (row.value.login == act.by)
            line.maker = row.value.id;
    }
    if (line.maker)
        line.who = nameOf(configuration.office, *line.maker);
    return line;
}

std::vector<Bilingual> changesIn(const OfficeAct &act, const Configuration &configuration, const FormCatalog &catalog)
{
    switch (act.kind) {
    case OfficeActKind::Organisation:
        if (!act.from.isValid() || (act.step != OfficeActStep::Made && act.step != OfficeActStep::InForce))
            return {};
        return changesBetween(*configuration.office.at(act.from, act.revision - 1),
                              *configuration.office.at(act.from, act.revision));
    case OfficeActKind::Route: return routeChanges(act, configuration, catalog);
    case OfficeActKind::Table: return tableChanges(act, configuration);
    case OfficeActKind::Number: return numberChanges(act, configuration.parameters);
    case OfficeActKind::Form: return formChanges(act, configuration);
    case OfficeActKind::Faults: return faultChanges(act, configuration);
    case OfficeActKind::Holiday:
    case OfficeActKind::Deputy:
    case OfficeActKind::StandIn:
    case OfficeActKind::Successor:
    case OfficeActKind::Month:
    case OfficeActKind::Budget:
    case OfficeActKind::Program:
    case OfficeActKind::Rights:
    case OfficeActKind::Other: return subjects(act, configuration);
    }
    return {};
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
