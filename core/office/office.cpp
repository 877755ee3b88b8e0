// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/office.h"

#include <algorithm>
#include <array>

namespace kessai {

namespace {

template <class Key, class Value>
const Value *indexed(const QHash<Key, qsizetype> &index, const std::vector<Value> &values, const Key &key)
{
    const auto it = index.constFind(key);
    return it == index.constEnd() ? nullptr : &values[size_t(it.value())];
}

template <class Key, class Value>
const std::vector<Value> &listOf(const QHash<Key, std::vector<Value>> &lists, const Key &key)
{
    static const std::vector<Value> none;
    const auto it = lists.constFind(key);
    return it == lists.constEnd() ? none : it.value();
}

template <class T>
void appendOnce(std::vector<T> &list, const T &value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(value);
}

} // namespace

Office::Office(QDate day, int revision, OfficeRows rows)
    : m_day(day), m_revision(revision), m_sections(std::move(rows.sections)), m_posts(std::move(rows.posts)),
      m_staff(std::move(rows.staff)), m_roles(std::move(rows.roles)), m_everNamed(rows.deputyships),
      m_laterAppointments(std::move(rows.laterAppointments)), m_standIns(std::move(rows.standIns)),
      m_before(std::move(rows.before))
{
    for (qsizetype i = 0; i < qsizetype(m_sections.size()); ++i)
        m_sectionIndex.insert(m_sections[size_t(i)].id, i);
    for (qsizetype i = 0; i < qsizetype(m_posts.size()); ++i) {
        const Post &post = m_posts[size_t(i)];
        m_postIndex.insert(post.id, i);
        m_postCodeIndex.insert(post.code, i);
        if (!post.head)
            continue;
        const std::optional<PostId> other = headOf(post.section);
        if (!other || post.id < *other) // in whatever order the rows come
            m_heads.insert(post.section, post.id);
    }
    for (qsizetype i = 0; i < qsizetype(m_staff.size()); ++i) {
        const Staff &person = m_staff[size_t(i)];
        m_staffIndex.insert(person.id, i);
        m_loginIndex.insert(person.login, i);
        m_numberIndex.insert(person.number, i);
    }

    // Who left the office or holds an abolished post holds nothing.
    std::vector<Appointment> &appointments = rows.appointments;
    std::erase_if(appointments, [this](const Appointment &a) {
        return !m_staffIndex.contains(a.staff) || !m_postIndex.contains(a.post);
    });
    std::stable_sort(appointments.begin(), appointments.end(),
                     [](const Appointment &a, const Appointment &b) { return a.holding < b.holding; });
    for (const Appointment &appointment : appointments) {
        appendOnce(m_holders[appointment.post], appointment.staff);
        appendOnce(m_postsOf[appointment.staff], appointment.post);
    }
    for (const Succession &succession : rows.successions) {
        if (!m_postIndex.contains(succession.post))
            m_successors.insert(succession.post, succession.successor);
    }
    for (const Succession &succession : rows.successions) {
        const PostId now = current(succession.post);
        if (now == succession.post || m_holders.contains(succession.post))
            continue;
        const std::vector<StaffId> holders = listOf(m_holders, now);
        for (const StaffId holder : holders) {
            appendOnce(m_holders[succession.post], holder);
            appendOnce(m_postsOf[holder], succession.post);
        }
    }
    m_everNamed.insert(m_everNamed.end(), rows.laterDeputyships.begin(), rows.laterDeputyships.end());
    for (const Appointment &last : rows.lastPosts)
        m_lastPosts.insert(last.staff, last.post);
    for (const WorkTerms &terms : rows.workTerms)
        m_workTerms.insert(terms.staff, terms);
    for (const Absence &absence : rows.absences) {
        bool &passOver = m_absences[absence.staff];
        passOver = passOver || absence.passOver;
    }
    std::stable_sort(m_standIns.begin(), m_standIns.end(),
                     [](const StandIn &a, const StandIn &b) { return a.order < b.order; });
    for (const Deputyship &deputyship : rows.deputyships) {
        if (deputyship.principal == deputyship.deputy || !m_staffIndex.contains(deputyship.principal)
            || !m_staffIndex.contains(deputyship.deputy))
            continue;
        m_namedBy[deputyship.deputy].push_back(deputyship);
        if (deputyship.whenAbsent && !absent(deputyship.principal))
            continue;
        if (deputyship.unlimited())
            appendOnce(m_principals[deputyship.deputy], deputyship.principal);
        else
            m_limited[deputyship.deputy].push_back(deputyship);
        appendOnce(m_deputies[deputyship.principal], deputyship.deputy);
    }
}

bool Office::isNamedDeputy(StaffId deputy, StaffId principal, const Matter &matter) const
{
    const std::vector<Deputyship> &named = listOf(m_namedBy, deputy);
    return std::any_of(named.begin(), named.end(),
                       [&](const Deputyship &one) { return one.principal == principal && one.covers(matter); });
}

bool Office::isEverDeputy(StaffId deputy, StaffId principal) const
{
    return std::any_of(m_everNamed.begin(), m_everNamed.end(), [&](const Deputyship &one) {
        return one.deputy == deputy && one.principal == principal && deputy != principal;
    });
}

bool Office::comesToHold(StaffId staff, PostId post) const
{
    return std::any_of(m_laterAppointments.begin(), m_laterAppointments.end(), [&](const Appointment &one) {
        return one.staff == staff && (one.post == post || one.post == current(post));
    });
}

std::optional<PostId> Office::lastPost(StaffId staff) const
{
    const auto it = m_lastPosts.constFind(staff);
    return it == m_lastPosts.constEnd() ? std::nullopt : std::optional(it.value());
}

const std::vector<Deputyship> &Office::limitedDeputyships(StaffId deputy) const
{
    return listOf(m_limited, deputy);
}

const Section *Office::section(SectionId id) const
{
    return indexed(m_sectionIndex, m_sections, id);
}

const Post *Office::post(PostId id) const
{
    return indexed(m_postIndex, m_posts, id);
}

const Post *Office::postByCode(const QString &code) const
{
    return indexed(m_postCodeIndex, m_posts, code);
}

const Staff *Office::staff(StaffId id) const
{
    return indexed(m_staffIndex, m_staff, id);
}

const Staff *Office::staffByLogin(const QString &login) const
{
    return indexed(m_loginIndex, m_staff, login);
}

const Staff *Office::staffByNumber(const QString &number) const
{
    return indexed(m_numberIndex, m_staff, number);
}

const WorkTerms &Office::workTerms(StaffId id) const
{
    static const WorkTerms regular{.staff = StaffId(0), .hired = {}};
    const auto it = m_workTerms.constFind(id);
    return it == m_workTerms.constEnd() ? regular : it.value();
}

bool Office::busy(SectionId section) const
{
    for (const Section *at = this->section(section); at; at = at->parent ? this->section(*at->parent) : nullptr) {
        if (at->busy)
            return true;
    }
    return false;
}

const std::vector<StaffId> &Office::holders(PostId post) const
{
    return listOf(m_holders, post);
}

const std::vector<PostId> &Office::postsOf(StaffId staff) const
{
    return listOf(m_postsOf, staff);
}

std::optional<PostId> Office::primaryPost(StaffId staff) const
{
    const std::vector<PostId> &posts = postsOf(staff);
    return posts.empty() ? std::nullopt : std::optional(posts.front());
}

bool Office::holds(StaffId staff, PostId post) const
{
    const std::vector<StaffId> &all = holders(post);
    return std::find(all.begin(), all.end(), staff) != all.end();
}

std::optional<PostId> Office::headOf(SectionId section) const
{
    const auto it = m_heads.constFind(section);
    return it == m_heads.constEnd() ? std::nullopt : std::optional(it.value());
}

std::optional<SectionId> Office::ancestor(SectionId id, SectionLevel level) const
{
    // Bounded by the number of sections, so that rows that form a ring cannot hang anybody.
    const Section *at = section(id);
    for (size_t hops = 0; at && hops <= m_sections.size(); ++hops) {
        if (at->level == level)
            return at->id;
        at = at->parent ? section(*at->parent) : nullptr;
    }
    return std::nullopt;
}

std::optional<PostId> Office::superiorOf(PostId id) const
{
    const Post *from = post(id);
    if (!from)
        return std::nullopt;
    const Section *at = section(from->section);
    for (size_t hops = 0; at && hops <= m_sections.size(); ++hops) {
        const std::optional<PostId> head = headOf(at->id);
        // The head of one's own section is above everybody in it but themselves.
        if (head && *head != id && !(hops == 0 && from->head))
            return head;
        at = at->parent ? section(*at->parent) : nullptr;
    }
    return std::nullopt;
}

bool Office::headsLine(StaffId staff, PostId id) const
{
    const Post *at = post(current(id));
    if (!at)
        return false;
    constexpr std::array levels{SectionLevel::Section, SectionLevel::Department, SectionLevel::City};
    return std::any_of(levels.begin(), levels.end(), [&](SectionLevel level) {
        const std::optional<SectionId> section = ancestor(at->section, level);
        const std::optional<PostId> head = section ? headOf(*section) : std::nullopt;
        return head && holds(staff, *head);
    });
}

std::vector<PostId> Office::postsWithRole(const QString &role) const
{
    std::vector<PostId> posts;
    for (const RoleHolder &holder : m_roles) {
        if (holder.role == role && m_postIndex.contains(holder.post))
            appendOnce(posts, holder.post);
    }
    return posts;
}

bool Office::filesFor(StaffId clerk, StaffId colleague) const
{
    const auto post = primaryPost(colleague);
    if (clerk == colleague || !post)
        return false;
    const std::vector<PostId> filing = postsWithRole(QStringLiteral("filing"));
    return std::any_of(filing.begin(), filing.end(), [&](PostId one) {
        if (!holds(clerk, one))
            return false;
        const SectionId own = m_posts[size_t(m_postIndex.value(one))].section;
        const SectionId whole = ancestor(own, SectionLevel::Section).value_or(own);
        for (const Section *at = section(m_posts[size_t(m_postIndex.value(*post))].section); at;
             at = at->parent ? section(*at->parent) : nullptr) {
            if (at->id == whole)
                return true;
        }
        return false;
    });
}

std::vector<StaffId> Office::filedBy(StaffId clerk) const
{
    std::vector<StaffId> colleagues;
    for (const Staff &person : m_staff) {
        if (filesFor(clerk, person.id))
            colleagues.push_back(person.id);
    }
    return colleagues;
}

const std::vector<StaffId> &Office::principalsOf(StaffId deputy) const
{
    return listOf(m_principals, deputy);
}

const std::vector<StaffId> &Office::deputiesOf(StaffId principal) const
{
    return listOf(m_deputies, principal);
}

PostId Office::current(PostId post) const
{
    // Bounded, so that rows that form a ring cannot hang anybody.
    for (qsizetype hops = 0; hops <= m_successors.size(); ++hops) {
        const auto it = m_successors.constFind(post);
        if (it == m_successors.constEnd())
            return post;
        post = it.value();
    }
    return post;
}

bool Office::passesOver(StaffId staff, const Matter &matter) const
{
    const std::vector<StaffId> &deputies = deputiesOf(staff);
    return m_absences.value(staff, false) && std::none_of(deputies.begin(), deputies.end(), [&](StaffId deputy) {
               return isNamedDeputy(deputy, staff, matter);
           });
}

bool Office::attended(PostId post, const std::vector<StaffId> &except) const
{
    const std::vector<StaffId> &all = holders(post);
    return std::any_of(all.begin(), all.end(), [&](StaffId holder) {
        return !absent(holder) && std::find(except.begin(), except.end(), holder) == except.end();
    });
}

std::vector<PostId> Office::standInsFor(PostId decider, SectionId line) const
{
    std::vector<PostId> posts;
    for (const StandIn &standIn : m_standIns) {
        if (standIn.decider != decider)
            continue;
        std::optional<PostId> by = standIn.post;
        if (!by) {
            const std::optional<SectionId> section = ancestor(line, standIn.level);
            by = section ? headOf(*section) : std::nullopt;
        }
        if (by && *by != decider)
            appendOnce(posts, *by);
    }
    return posts;
}

std::vector<PostId> Office::standsInFor(StaffId staff, const std::vector<StaffId> &filers) const
{
    std::vector<PostId> deciders;
    for (const StandIn &standIn : m_standIns) {
        if (!standIn.post || !holds(staff, *standIn.post) || absent(staff) || attended(standIn.decider))
            continue;
        const bool earlier = std::any_of(m_standIns.begin(), m_standIns.end(), [&](const StandIn &before) {
            return before.decider == standIn.decider && before.order < standIn.order && before.post
                && attended(*before.post, filers);
        });
        if (!earlier)
            appendOnce(deciders, standIn.decider);
    }
    return deciders;
}

QString Office::sectionLabel(SectionId id) const
{
    const Section *own = section(id);
    if (!own)
        return {};
    if (own->level != SectionLevel::Unit)
        return own->name;
    const std::optional<SectionId> above = ancestor(id, SectionLevel::Section);
    return above ? section(*above)->name + QLatin1Char(' ') + own->name : own->name;
}

QString Office::stampLabel(SectionId id) const
{
    const std::optional<SectionId> division = ancestor(id, SectionLevel::Section);
    const Section *shown = section(division.value_or(id));
    return shown ? shown->name : QString();
}

} // namespace kessai
