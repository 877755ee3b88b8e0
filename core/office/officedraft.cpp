// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/officedraft.h"

#include "core/office/datedrows.h"
#include "core/office/sections.h"

#include <QHash>

#include <algorithm>

namespace kessai {

namespace {

template <class T>
auto rowKey(const T &row)
{
    if constexpr (std::is_same_v<T, Appointment>)
        return Seat{row.staff, row.post};
    else if constexpr (std::is_same_v<T, RoleHolder>)
        return row;
    else
        return row.id;
}

template <class T, class Id>
Id nextId(const std::vector<Dated<T>> &known, const std::vector<T> &made, Id)
{
    qint64 last = 0;
    for (const Dated<T> &row : known)
        last = std::max(last, row.value.id.value());
    for (const T &row : made)
        last = std::max(last, row.id.value());
    return Id(last + 1);
}

} // namespace

struct OfficeDraft::Known {
    std::vector<Section> sections;
    std::vector<Post> posts;
    std::vector<Staff> staff;
    std::vector<Appointment> appointments;
    std::vector<RoleHolder> roles;
};

OfficeDraft::OfficeDraft(const OfficeHistory &history, const std::vector<PreparedChange> &prepared, const QDate &day)
    : m_history(appliedUntil(history, prepared, day)),
      m_all(appliedUntil(history, prepared, QDate(9999, 12, 31))), m_change{.from = day},
      m_before(m_history.at(day, m_history.revision))
{
    const int revision = m_history.revision;
    m_known = std::make_shared<const Known>(Known{.sections = rowsAt(m_history.sections, day, revision),
                                                  .posts = rowsAt(m_history.posts, day, revision),
                                                  .staff = rowsAt(m_history.staff, day, revision),
                                                  .appointments = rowsAt(m_history.appointments, day, revision),
                                                  .roles = rowsAt(m_history.roles, day, revision)});
    rebuild();
}

void OfficeDraft::go(Reorganisation change)
{
    change.from = m_change.from;
    m_change = std::move(change);
    rebuild();
}

void OfficeDraft::takeUp(const PreparedChange &failed)
{
    Reorganisation change = failed.change;
    const auto renew = [&failed]<class T, class Id>(std::vector<T> &rows, const std::vector<Dated<T>> &all, Id any) {
        QHash<Id, Id> fresh;
        std::vector<T> made;
        for (T &row : rows) {
            if (std::any_of(all.begin(), all.end(), [&](const Dated<T> &one) {
                    return one.value.id == row.id && one.addedIn <= failed.number;
                }))
                continue;
            const Id id = nextId(all, made, any);
            fresh.insert(row.id, id);
            row.id = id;
            made.push_back(row);
        }
        return fresh;
    };
    const auto sections = renew(change.sections, m_all.sections, SectionId(0));
    const auto posts = renew(change.posts, m_all.posts, PostId(0));
    const auto staff = renew(change.staff, m_all.staff, StaffId(0));
    for (Section &one : change.sections) {
        if (one.parent)
            one.parent = sections.value(*one.parent, *one.parent);
    }
    for (Post &one : change.posts)
        one.section = sections.value(one.section, one.section);
    for (Appointment &one : change.appointments) {
        one.staff = staff.value(one.staff, one.staff);
        one.post = posts.value(one.post, one.post);
    }
    for (RoleHolder &one : change.roles)
        one.post = posts.value(one.post, one.post);
    for (Succession &one : change.successions)
        one.successor = posts.value(one.successor, one.successor);
    go(std::move(change));
}

void OfficeDraft::rebuild()
{
    const int revision = m_history.revision + 1;
    m_after = applied(m_history, m_change, revision).at(m_change.from, revision);
}

template <class T, class Key>
void OfficeDraft::put(std::vector<T> &rows, std::vector<Key> &ended, const std::vector<T> &known, const T &row)
{
    const auto key = rowKey(row);
    std::erase(ended, key);
    const bool asItIs = std::find(known.begin(), known.end(), row) != known.end();
    const auto there = std::find_if(rows.begin(), rows.end(), [&](const T &one) { return rowKey(one) == key; });
    if (there != rows.end() && asItIs)
        rows.erase(there);
    else if (there != rows.end())
        *there = row;
    else if (!asItIs)
        rows.push_back(row);
}

template <class T, class Key>
void OfficeDraft::end(std::vector<T> &rows, std::vector<Key> &ended, const std::vector<T> &known, const Key &key)
{
    std::erase_if(rows, [&](const T &one) { return rowKey(one) == key; });
    const bool there = std::any_of(known.begin(), known.end(), [&](const T &one) { return rowKey(one) == key; });
    if (there && std::find(ended.begin(), ended.end(), key) == ended.end())
        ended.push_back(key);
}

SectionId OfficeDraft::makeSection(SectionId parent, const QString &code, const QString &name)
{
    const Section *above = m_after->section(parent);
    const int level = above ? std::min(int(above->level) + 1, int(SectionLevel::Unit)) : int(SectionLevel::Section);
    const SectionId id = nextId(m_all.sections, m_change.sections, parent);
    setSection({.id = id, .parent = parent, .level = SectionLevel(level), .code = code, .name = name});
    return id;
}

void OfficeDraft::setSection(const Section &section)
{
    put(m_change.sections, m_change.endedSections, m_known->sections, section);
    rebuild();
}

void OfficeDraft::moveSection(SectionId section, SectionId parent)
{
    const Section *moved = m_after->section(section);
    if (!moved)
        return;
    Section next = *moved;
    next.parent = parent;
    setSection(next);
}

std::vector<PostId> OfficeDraft::postsWithin(SectionId section) const
{
    const std::vector<SectionId> within = sectionsWithin(*m_after, section);
    std::vector<PostId> posts;
    for (const Post &post : m_after->posts()) {
        if (std::find(within.begin(), within.end(), post.section) != within.end())
            posts.push_back(post.id);
    }
    return posts;
}

std::vector<Succession> OfficeDraft::heirsIn(SectionId section, SectionId heir) const
{
    const std::vector<PostId> ending = postsWithin(section);
    std::vector<Succession> heirs;
    for (const PostId id : ending) {
        const Post &post = *m_after->post(id);
        const Post *best = nullptr;
        const auto fit = [&](const Post &one) {
            return std::tuple(one.title != post.title, one.head != post.head, one.head, one.rank);
        };
        for (const Post &one : m_after->posts()) {
            const bool stays = std::find(ending.begin(), ending.end(), one.id) == ending.end();
            if (one.section == heir && stays && (!best || fit(one) < fit(*best)))
                best = &one;
        }
        if (best)
            heirs.push_back({id, best->id});
    }
    return heirs;
}

void OfficeDraft::abolishSection(SectionId section, const std::vector<Succession> &heirs, bool peopleGoAlong)
{
    const std::vector<SectionId> within = sectionsWithin(*m_after, section);
    const std::vector<Appointment> held = appointments();
    for (const PostId post : postsWithin(section)) {
        const auto heir =
            std::find_if(heirs.begin(), heirs.end(), [&](const Succession &one) { return one.post == post; });
        abolishPost(post, heir != heirs.end() ? std::optional(heir->successor) : std::nullopt);
        if (heir == heirs.end() || !peopleGoAlong)
            continue;
        for (const Appointment &one : held) {
            if (one.post != post)
                continue;
            const auto already = holding(one.staff, heir->successor);
            if (!already || one.holding < *already) // nobody loses their primary post by it
                appoint(one.staff, heir->successor, one.holding);
        }
    }
    for (const SectionId one : within)
        end(m_change.sections, m_change.endedSections, m_known->sections, one);
    rebuild();
}

PostId OfficeDraft::makePost(SectionId section, const QString &code, const QString &title, int rank, bool head)
{
    const PostId id = nextId(m_all.posts, m_change.posts, PostId(0));
    setPost({.id = id, .section = section, .code = code, .title = title, .rank = rank, .head = head});
    return id;
}

void OfficeDraft::setPost(const Post &post)
{
    put(m_change.posts, m_change.endedPosts, m_known->posts, post);
    std::erase_if(m_change.successions, [&](const Succession &one) { return one.post == post.id; });
    rebuild();
}

void OfficeDraft::abolishPost(PostId post, std::optional<PostId> successor)
{
    for (const Appointment &one : appointments()) {
        if (one.post == post)
            end(m_change.appointments, m_change.endedAppointments, m_known->appointments, Seat{one.staff, one.post});
    }
    for (const RoleHolder &one : std::vector<RoleHolder>(m_after->roles())) {
        if (one.post != post)
            continue;
        end(m_change.roles, m_change.endedRoles, m_known->roles, one);
        if (successor)
            put(m_change.roles, m_change.endedRoles, m_known->roles, RoleHolder{one.role, *successor});
    }
    end(m_change.posts, m_change.endedPosts, m_known->posts, post);
    std::erase_if(m_change.successions, [&](const Succession &one) { return one.post == post; });
    const bool known =
        std::any_of(m_known->posts.begin(), m_known->posts.end(), [&](const Post &one) { return one.id == post; });
    if (successor && known)
        m_change.successions.push_back({post, *successor});
    rebuild();
}

StaffId OfficeDraft::hire(Staff staff)
{
    staff.id = nextId(m_all.staff, m_change.staff, staff.id);
    setStaff(staff);
    return staff.id;
}

void OfficeDraft::setStaff(const Staff &staff)
{
    put(m_change.staff, m_change.endedStaff, m_known->staff, staff);
    rebuild();
}

void OfficeDraft::leave(StaffId staff)
{
    for (const Appointment &one : appointments()) {
        if (one.staff == staff)
            end(m_change.appointments, m_change.endedAppointments, m_known->appointments, Seat{one.staff, one.post});
    }
    end(m_change.staff, m_change.endedStaff, m_known->staff, staff);
    rebuild();
}

/// Those of the day with the draft.
std::vector<Appointment> OfficeDraft::appointments() const
{
    std::vector<Appointment> all = m_known->appointments;
    std::erase_if(all, [&](const Appointment &one) {
        const Seat seat{one.staff, one.post};
        return std::find(m_change.endedAppointments.begin(), m_change.endedAppointments.end(), seat)
            != m_change.endedAppointments.end()
            || std::any_of(m_change.appointments.begin(), m_change.appointments.end(),
                           [&](const Appointment &other) { return rowKey(other) == seat; });
    });
    all.insert(all.end(), m_change.appointments.begin(), m_change.appointments.end());
    return all;
}

void OfficeDraft::transfer(StaffId staff, PostId post)
{
    for (const Appointment &one : appointments()) {
        if (one.staff == staff && one.holding == Holding::Primary && one.post != post)
            end(m_change.appointments, m_change.endedAppointments, m_known->appointments, Seat{one.staff, one.post});
    }
    appoint(staff, post, Holding::Primary);
}

std::optional<PostId> OfficeDraft::postFor(StaffId staff, SectionId section) const
{
    const auto primary = m_after->primaryPost(staff);
    const Post *held = primary ? m_after->post(*primary) : nullptr;
    const Post *best = nullptr;
    for (const Post &post : m_after->posts()) {
        if (post.section != section)
            continue;
        if (held && post.title == held->title)
            return post.id;
        if (!best || std::pair(post.head, post.rank) < std::pair(best->head, best->rank))
            best = &post;
    }
    return best ? std::optional(best->id) : std::nullopt;
}

void OfficeDraft::appoint(StaffId staff, PostId post, Holding holding)
{
    put(m_change.appointments, m_change.endedAppointments, m_known->appointments, Appointment{staff, post, holding});
    rebuild();
}

void OfficeDraft::release(StaffId staff, PostId post)
{
    end(m_change.appointments, m_change.endedAppointments, m_known->appointments, Seat{staff, post});
    rebuild();
}

std::optional<Holding> OfficeDraft::holding(StaffId staff, PostId post) const
{
    for (const Appointment &one : appointments()) {
        if (one.staff == staff && one.post == post)
            return one.holding;
    }
    return std::nullopt;
}

void OfficeDraft::setRole(const QString &role, PostId post, bool holds)
{
    const RoleHolder one{role, post};
    if (holds)
        put(m_change.roles, m_change.endedRoles, m_known->roles, one);
    else
        end(m_change.roles, m_change.endedRoles, m_known->roles, one);
    rebuild();
}

QString OfficeDraft::freeCode(const QString &like) const
{
    const auto taken = [&](const QString &code) {
        const auto sectionHas = [&](const Dated<Section> &row) { return row.value.code == code; };
        const auto postHas = [&](const Dated<Post> &row) { return row.value.code == code; };
        return std::any_of(m_all.sections.begin(), m_all.sections.end(), sectionHas)
            || std::any_of(m_all.posts.begin(), m_all.posts.end(), postHas)
            || std::any_of(m_change.sections.begin(), m_change.sections.end(),
                           [&](const Section &row) { return row.code == code; })
            || std::any_of(m_change.posts.begin(), m_change.posts.end(),
                           [&](const Post &row) { return row.code == code; });
    };
    if (!taken(like))
        return like;
    for (int no = 2;; ++no) {
        const QString code = QStringLiteral("%1-%2").arg(like).arg(no);
        if (!taken(code))
            return code;
    }
}

} // namespace kessai
