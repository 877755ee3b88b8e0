// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/dryrun.h"

#include "core/cases/rule.h"
#include "core/office/datedrows.h"

#include <algorithm>
#include <array>
#include <map>

namespace kessai {

namespace {

constexpr size_t kMostContents = 64; ///< that a rule tells apart, tried from every unit
/// Amounts that reach every level of a usual 専決 table.
constexpr std::array<qint64, 4> kTriedAmounts{1, 1'000'000, 30'000'000, 1'000'000'000};

QString triedLabel(const Office &office, PostId id)
{
    const Post *post = office.post(id);
    return post ? office.sectionLabel(post->section) + QLatin1Char(' ') + post->title : QString();
}

QString holderNames(const Office &office, PostId post)
{
    QStringList names;
    for (const StaffId holder : office.holders(post))
        names.append(office.staff(holder)->name());
    return names.join(QStringLiteral("、"));
}

std::vector<PostId> ownPosts(const Office &office, StaffId staff)
{
    std::vector<PostId> posts = office.postsOf(staff);
    std::erase_if(posts, [&](PostId post) { return !office.post(post); });
    return posts;
}

/// What rules look at in cases of a form that are as different as they get.
std::vector<QJsonObject> triedFacts(const Form &form, const DecisionTable *table, const Parameters &parameters)
{
    const QJsonObject plain = form.facts({}, parameters);
    if (!table)
        return {plain};
    std::vector<QJsonObject> all;
    for (const DecisionRow &row : table->rows) {
        for (const qint64 amount : kTriedAmounts) {
            QJsonObject facts = plain;
            const QString act = plain.value(QLatin1String("act")).toString();
            if (!act.isEmpty() && !row.acts.contains(act))
                continue;
            if (act.isEmpty() && !row.acts.isEmpty() && plain.contains(QLatin1String("act")))
                facts.insert(QStringLiteral("act"), row.acts.front());
            if (!row.items.isEmpty())
                facts.insert(QStringLiteral("item"), row.items.front());
            facts.insert(QStringLiteral("amount"), amount);
            all.push_back(std::move(facts));
        }
    }
    return all.empty() ? std::vector{plain} : all;
}

class DayTrial final {
public:
    DayTrial(const Configuration &configuration, const FormCatalog &catalog, const Office &today, const Office &then)
        : m_configuration(configuration), m_catalog(catalog), m_today(today), m_then(then)
    {
    }

    std::vector<DryRun::BrokenRoute> brokenRoutes() const
    {
        std::vector<DryRun::BrokenRoute> all;
        for (const auto &form : m_catalog.all()) {
            const QDate day = m_then.day();
            const RouteRule *rule = m_configuration.ruleOn(form->code(), day);
            const FormDefinition *definition = m_configuration.formOn(form->code(), day);
            if (rule && definition)
                tryForm(*form, {*rule, *rule}, definition->name, {}, all);
        }
        return all;
    }
    /// The rule that is tried, and the one by which it is known today.
    struct Rules {
        const RouteRule &rule;
        const RouteRule &today;
    };
    void tryForm(const Form &form, const Rules &rules, const Bilingual &name, const std::vector<QJsonObject> &contents,
                 std::vector<DryRun::BrokenRoute> &all) const
    {
        const DecisionTable *table = tableOf(rules.rule);
        std::vector<QJsonObject> facts = triedFacts(form, table, m_configuration.parameters);
        addContents(facts, contents);
        for (const auto &[section, filer] : filers()) {
            for (const QJsonObject &one : facts) {
                const auto route = resolveRoute(rules.rule, m_then, filer.first, filer.second, one, table);
                const bool nobody =
                    !route && (route.error() == Refusal::EmptyStep || route.error() == Refusal::NoDecider);
                if (!nobody)
                    continue;
                const auto post = m_today.primaryPost(filer.first);
                const bool known = post && m_today.post(*post)
                    && !resolveRoute(rules.today, m_today, filer.first, *post, one, tableOf(rules.today));
                note({name, route.error(), {m_then.sectionLabel(section)}, known}, all);
                if (!known)
                    break; // that the first finds nobody today either says nothing of the others
            }
        }
    }

private:
    const DecisionTable *tableOf(const RouteRule &rule) const
    {
        return m_configuration.tableFor(rule, m_then.day(), m_configuration.office.revision);
    }
    /// Some of what a rule's conditions tell apart, on top of what is plain.
    static void addContents(std::vector<QJsonObject> &facts, const std::vector<QJsonObject> &contents)
    {
        const QJsonObject plain = facts.empty() ? QJsonObject() : facts.front();
        const size_t step = contents.size() / kMostContents + 1;
        for (size_t i = 0; i < contents.size(); i += step) {
            facts.push_back(plain);
            for (auto it = contents[i].begin(); it != contents[i].end(); ++it)
                facts.back().insert(it.key(), it.value());
        }
    }

    /// One filer for every unit: whoever ranks lowest there.
    std::map<SectionId, std::pair<StaffId, PostId>> filers() const
    {
        std::map<SectionId, std::pair<StaffId, PostId>> found;
        for (const Post &post : m_then.posts()) {
            for (const StaffId holder : m_then.holders(post.id)) {
                if (m_then.primaryPost(holder) != post.id)
                    continue;
                const auto known = found.find(post.section);
                if (known == found.end() || m_then.post(known->second.second)->rank > post.rank)
                    found.insert_or_assign(post.section, std::pair(holder, post.id));
            }
        }
        return found;
    }

    static void note(DryRun::BrokenRoute broken, std::vector<DryRun::BrokenRoute> &all)
    {
        const auto same = std::find_if(all.begin(), all.end(), [&](const DryRun::BrokenRoute &one) {
            return one.form == broken.form && one.why == broken.why && one.brokenToday == broken.brokenToday;
        });
        if (same == all.end())
            all.push_back(std::move(broken));
        else
            same->units += broken.units;
    }

    const Configuration &m_configuration;
    const FormCatalog &m_catalog;
    const Office &m_today;
    const Office &m_then;
};

std::vector<DryRun::LapsingDeputy> lapsingDeputies(const OfficeHistory &history, const Office &today,
                                                   const Office &then)
{
    std::vector<DryRun::LapsingDeputy> all;
    for (const Deputyship &one : rowsAt(history.deputyships, then.day(), history.revision)) {
        const Staff *principal = today.staff(one.principal);
        const Staff *deputy = today.staff(one.deputy);
        if (!principal || !deputy)
            continue;
        const auto add = [&](const char *ja, const char *en, bool ends) {
            all.push_back({principal->name(), deputy->name(), {QString::fromUtf8(ja), QString::fromUtf8(en)}, ends});
        };
        if (!then.staff(one.principal))
            add("本人が退職", "who is acted for leaves", true);
        else if (!then.staff(one.deputy))
            add("代理者が退職", "the deputy leaves", true);
        else if (ownPosts(today, one.principal) != ownPosts(then, one.principal))
            add("本人が異動", "who is acted for moves", false);
        else if (ownPosts(today, one.deputy) != ownPosts(then, one.deputy))
            add("代理者が異動", "the deputy moves", false);
    }
    return all;
}

std::vector<DryRun::Inheritance> inheritances(const Office &today, const Office &then,
                                              const std::vector<WaitingCount> &waiting)
{
    std::vector<DryRun::Inheritance> all;
    for (const WaitingCount &one : waiting) {
        DryRun::Inheritance heir;
        heir.cases = one.cases;
        if (const auto *post = std::get_if<PostId>(&one.who)) {
            heir.post = triedLabel(today, today.current(*post));
            heir.from = holderNames(today, *post);
            heir.to = holderNames(then, *post);
            if (const PostId now = then.current(*post); now != *post && !heir.to.isEmpty())
                heir.to = QStringLiteral("%1（%2）").arg(heir.to, triedLabel(then, now));
        } else if (const auto *person = std::get_if<StaffId>(&one.who)) {
            const Staff *staff = today.staff(*person);
            heir.post = staff ? staff->name() : QString();
            heir.from = heir.post;
            heir.to = then.staff(*person) ? heir.from : QString();
        }
        if (heir.from != heir.to || heir.to.isEmpty())
            all.push_back(std::move(heir));
    }
    return all;
}

} // namespace

std::vector<DryRun::BrokenRoute> brokenRoutes(const Configuration &configuration, const Form &form,
                                              const RouteRule &rule, const RouteRule &before, const Office &office,
                                              const std::vector<QJsonObject> &contents)
{
    std::vector<DryRun::BrokenRoute> all;
    DayTrial(configuration, FormCatalog({}), office, office).tryForm(form, {rule, before}, {}, contents, all);
    return all;
}

DryRun dryRun(const Configuration &configuration, const FormCatalog &catalog, const OfficeHistory &then,
              const QDate &today, const QDate &day, const std::vector<WaitingCount> &waiting)
{
    const auto now = configuration.office.at(today, configuration.office.revision);
    const auto office = then.at(day, then.revision);
    DryRun result{.day = day};
    for (const Post &post : office->posts()) {
        if (office->holders(post.id).empty())
            result.vacant.append(triedLabel(*office, post.id));
    }
    for (const Staff &person : office->allStaff()) {
        if (ownPosts(*office, person.id).empty())
            result.withoutPost.append(person.name());
        result.transfers += now->staff(person.id) && ownPosts(*now, person.id) != ownPosts(*office, person.id);
    }
    result.broken = DayTrial(configuration, catalog, *now, *office).brokenRoutes();
    result.lapsing = lapsingDeputies(then, *now, *office);
    result.inherited = inheritances(*now, *office, waiting);
    return result;
}

} // namespace kessai
