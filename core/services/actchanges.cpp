// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/era.h"
#include "core/cases/decisiongrid.h"
#include "core/cases/formchanges.h"
#include "core/cases/parameterwording.h"
#include "core/office/placeof.h"
#include "core/office/reorganisation.h"
#include "core/office/said.h"
#include "core/services/actsubjects.h"
#include "core/services/officeacts.h"
#include "core/services/ruleproblems.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

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

/// On what a number rested on a day before it was changed for it.
QString sourceBefore(const Parameters &known, const Parameters::Row &next)
{
    const Parameters::Row *before = nullptr;
    for (const Parameters::Row &row : known.rows()) {
        if (row.key == next.key && row.from <= next.from && (!before || before->from <= row.from))
            before = &row;
    }
    return before ? before->source : QString();
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
        if (row.source != sourceBefore(known, row))
            words.push_back(said("根拠: %1", "rests on: %1", {row.source}));
    }
    return words;
}

/// "森 誠（総務課長）", by the post they held then.
QString placed(const OfficeHistory &history, const Office &then, StaffId who)
{
    const QString place = placeOf(then, who);
    const QString name = nameOf(history, who);
    return place.isEmpty() ? name : u"%1（%2）"_s.arg(name, place);
}

Bilingual deputyDays(const Dated<Deputyship> &row, const OfficeAct &act)
{
    const QString from = eraDate(row.from), until = eraDate(row.until);
    const QString fromEn = row.from.toString(Qt::ISODate), untilEn = row.until.toString(Qt::ISODate);
    if (isEndOfDeputy(act) && row.removedIn == act.revision)
        return {u"%1からの代理を取りやめ"_s.arg(from), u"taken back: was to begin on %1"_s.arg(fromEn)};
    Bilingual days = row.until.isValid()
        ? Bilingual{u"%1から%2まで"_s.arg(from, until), u"from %1 to %2"_s.arg(fromEn, untilEn)}
        : Bilingual{u"%1から、期限なし"_s.arg(from), u"from %1 on, without an end"_s.arg(fromEn)};
    days.ja += row.value.whenAbsent ? u"、不在の日に限る"_s : u"、すべての日"_s;
    days.en += row.value.whenAbsent ? u", on days of absence only"_s : u", on all days"_s;
    return days;
}

Bilingual deputyCases(const Deputyship &deputyship, const Configuration &configuration)
{
    QStringList ja, en;
    for (const QString &code : deputyship.forms) {
        const Bilingual form = formName(configuration, code);
        ja.append(form.ja);
        en.append(form.text(true));
    }
    Bilingual cases = ja.isEmpty() ? Bilingual{u"すべての様式"_s, u"all forms"_s}
                                   : Bilingual{ja.join(u'、') + u"のみ"_s, en.join(u", "_s) + u" only"_s};
    ParameterWord money;
    money.unit = ParameterUnit::Yen;
    const Bilingual yen = deputyship.upTo ? parameterText(money, *deputyship.upTo) : Bilingual();
    cases.ja += yen.ja.isEmpty() ? u"、金額の上限なし"_s : u"、%1以下"_s.arg(yen.ja);
    cases.en += yen.ja.isEmpty() ? u", of any amount"_s : u", up to %1"_s.arg(yen.text(true));
    return cases;
}

/// Who for whom, on which days, for which cases.
std::vector<Bilingual> deputyChanges(const OfficeAct &act, const Configuration &configuration)
{
    std::vector<Bilingual> words;
    const OfficeHistory &office = configuration.office;
    const auto then = office.at(act.at.day(), act.revision);
    for (const Dated<Deputyship> &row : deputiesIn(office, act)) {
        const QStringList who{placed(office, *then, row.value.principal), placed(office, *then, row.value.deputy)};
        words.push_back(isEndOfDeputy(act) ? said("%1の代理 %2（終わり）", "%2 for %1 (ended)", who)
                                           : said("%1の代理 %2", "%2 for %1", who));
        const Bilingual days = deputyDays(row, act), cases = deputyCases(row.value, configuration);
        words.push_back({days.ja + u"、"_s + cases.ja, days.text(true) + u", "_s + cases.text(true)});
    }
    return words;
}

} // namespace

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
    case OfficeActKind::Deputy: return deputyChanges(act, configuration);
    case OfficeActKind::Holiday:
    case OfficeActKind::StandIn:
    case OfficeActKind::Successor:
    case OfficeActKind::Month:
    case OfficeActKind::Budget:
    case OfficeActKind::Program:
    case OfficeActKind::Rights:
    case OfficeActKind::Other: return subjectsOf(act, configuration);
    }
    return {};
}

} // namespace kessai
