// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/actsubjects.h"

#include "core/base/posttitle.h"
#include "core/calendar/era.h"
#include "core/cases/parameterwording.h"
#include "core/office/said.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFounding = 1; ///< the revision in which an office is made

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

Bilingual named(const QString &name)
{
    return {name, name};
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
    for (const Dated<Deputyship> &row : deputiesIn(office, act)) {
        const QStringList names{nameOf(office, row.value.principal), nameOf(office, row.value.deputy)};
        const Bilingual said = isEndOfDeputy(act) ? kessai::said("%1の代理 %2（終わり）", "%2 for %1 (ended)", names)
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
        if (!movedIn(row.addedIn, row.removedIn, act.revision))
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
        if (!movedIn(row.addedIn, row.removedIn, act.revision))
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
        if (movedIn(line.addedIn, line.removedIn, act.revision))
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
        if (movedIn(one.addedIn, one.removedIn, revision))
            words.push_back(one.removedIn == revision && one.addedIn != revision
                                ? said("%1 %2（終わり）", "%1 %2 (ended)", {eraDate(one.day), one.name})
                                : said("%1 %2", "%1 %2", {eraDate(one.day), one.name}));
    }
    return words;
}

} // namespace

bool movedIn(int addedIn, int removedIn, int revision)
{
    return addedIn == revision || removedIn == revision;
}

QString nameOf(const OfficeHistory &office, StaffId who)
{
    const Staff *person = office.lastKnown(who);
    return person ? person->name() : QString();
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

bool isEndOfDeputy(const OfficeAct &act)
{
    return act.kind == OfficeActKind::Deputy && act.reason == QLatin1String("deputy ended");
}

std::vector<Dated<Deputyship>> deputiesIn(const OfficeHistory &office, const OfficeAct &act)
{
    std::vector<Dated<Deputyship>> rows;
    for (const Dated<Deputyship> &row : office.deputyships) {
        if (row.addedIn == act.revision)
            rows.push_back(row);
    }
    // What had begun is there to its last day; of what had not, nothing is left.
    for (const Dated<Deputyship> &row : office.deputyships) {
        if (row.removedIn == act.revision && rows.empty())
            rows.push_back(row);
    }
    return rows;
}

std::vector<Bilingual> subjectsOf(const OfficeAct &act, const Configuration &configuration)
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

} // namespace kessai
