// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/datedrows.h"
#include "core/office/reorganisation.h"
#include "core/office/sections.h"

#include <QSet>

#include <algorithm>
#include <limits>

// Whether an administrator would gain anything by a reorganisation. The functions `powers_on` and `serves_oneself` of migrations 0038 and 0044 say
// the same. That colleagues come to one's own part by a transfer is no gain: nothing of the time before is seen of them, and an office with a single
// administrator could make no first of April otherwise. That posts come there is, and that one comes to be a head above any, as where the head beside
// one's own post ends.

namespace kessai {

namespace {

using Powers = QSet<QString>;

QString named(const char *kind, std::initializer_list<qint64> numbers, const QString &text = {})
{
    QString name = QLatin1String(kind);
    for (const qint64 number : numbers)
        name += QLatin1Char(' ') + QString::number(number);
    return text.isEmpty() ? name : name + QLatin1Char(' ') + text;
}

/// The posts of somebody, and of whoever they are or will be a deputy of.
QSet<PostId> postsHeld(const OfficeHistory &history, const Office &office, StaffId me)
{
    std::vector<StaffId> persons{me};
    for (const Dated<Deputyship> &row : history.deputyships) {
        if (row.value.deputy == me && row.removedIn == 0 && (!row.until.isValid() || row.until >= office.day()))
            persons.push_back(row.value.principal);
    }
    QSet<PostId> held;
    for (const StaffId person : persons) {
        for (const PostId post : office.postsOf(person))
            held.insert(post);
    }
    return held;
}

void addStandIns(Powers &powers, const std::vector<StandIn> &standIns, const Office &office, StaffId me)
{
    const std::vector<PostId> &own = office.postsOf(me);
    const auto headsA = [&](SectionLevel level) {
        return std::any_of(own.begin(), own.end(), [&](PostId id) {
            const Post *post = office.post(id);
            const Section *section = post && post->head ? office.section(post->section) : nullptr;
            return section && section->level == level;
        });
    };
    for (const StandIn &one : standIns) {
        const bool earlier = std::any_of(standIns.begin(), standIns.end(), [&](const StandIn &before) {
            return before.decider == one.decider && before.order < one.order && before.post
                && office.attended(*before.post);
        });
        if (!earlier && !office.attended(one.decider) && (one.post ? office.holds(me, *one.post) : headsA(one.level)))
            powers.insert(named("stands in", {one.decider.value()}));
    }
}

/// Whether any of some posts heads a part of the office a post lies in: what its holders file may come there.
bool isAbove(const Office &office, const QSet<PostId> &held, PostId post)
{
    std::optional<PostId> above = office.superiorOf(post);
    for (size_t hops = 0; above && hops <= office.posts().size(); ++hops) {
        if (held.contains(*above))
            return true;
        above = office.superiorOf(*above);
    }
    return false;
}

/// By what somebody may act or look on a day, each by a name of its own.
Powers powersOn(const OfficeHistory &history, const QDate &day, StaffId me, const Administrators &administrators)
{
    const auto at = history.at(day, history.revision);
    const Office &office = *at;
    Powers powers;
    const QSet<PostId> held = postsHeld(history, office, me);
    for (const PostId post : held)
        powers.insert(named("post", {post.value()}));
    for (const Appointment &one : rowsAt(history.appointments, day, history.revision)) {
        if (one.staff == me)
            powers.insert(named("holding", {one.post.value(), int(one.holding)}));
    }
    for (const RoleHolder &one : office.roles()) {
        if (held.contains(one.post))
            powers.insert(named("role", {one.post.value()}, one.role));
    }
    QSet<SectionId> seen;
    for (const Section &one : office.sections()) {
        if (seesSection(office, me, one.id)) {
            seen.insert(one.id);
            powers.insert(named("sees", {one.id.value()}));
        }
    }
    for (const Post &one : office.posts()) {
        if (held.contains(one.id))
            powers.insert(named("place", {one.id.value(), one.section.value(), one.head}, one.code));
        if (seen.contains(one.section))
            powers.insert(named("among", {one.id.value()}));
        if (isAbove(office, held, one.id))
            powers.insert(named("above", {one.id.value()}));
    }
    if (keepsBudget(office, me))
        powers.insert(named("budget", {}));
    addStandIns(powers, rowsAt(history.standIns, day, history.revision), office, me);
    if (std::none_of(administrators.begin(), administrators.end(), [&](const Dated<StaffId> &one) {
            return one.value != me && one.holds(day, history.revision) && office.staff(one.value);
        }))
        powers.insert(named("alone", {}));
    return powers;
}

/// Whether somebody has a power on one of some days with what is prepared that they have not without it; what is new is no gain.
bool gains(const OfficeHistory &history, const std::vector<PreparedChange> &without,
           const std::vector<PreparedChange> &with, const QSet<QDate> &days, const Powers &made, StaffId me,
           const Administrators &administrators)
{
    return std::any_of(days.begin(), days.end(), [&](const QDate &day) {
        const Powers gained = powersOn(appliedUntil(history, with, day), day, me, administrators)
            - powersOn(appliedUntil(history, without, day), day, me, administrators);
        return !(gained - made).isEmpty();
    });
}

QSet<QDate> daysFrom(const std::vector<PreparedChange> &prepared, const QDate &first)
{
    QSet<QDate> days;
    for (const PreparedChange &one : prepared) {
        if (one.change.from >= first)
            days.insert(one.change.from);
    }
    return days;
}

template <class T>
void addMade(Powers &made, const char *kind, const std::vector<T> &put, const std::vector<Dated<T>> &known)
{
    for (const T &one : put) {
        if (std::none_of(known.begin(), known.end(), [&](const Dated<T> &row) { return row.value.id == one.id; }))
            made.insert(named(kind, {one.id.value()}));
    }
}

} // namespace

bool servesOneself(const Reorganisation &change, const OfficeHistory &history,
                   const std::vector<PreparedChange> &prepared, StaffId actor, const Administrators &administrators)
{
    std::vector<PreparedChange> with = prepared;
    with.push_back(PreparedChange{std::numeric_limits<int>::max(), change, {}, {}, Instant(0)});
    Powers made; // that somebody sees what is new within their own part is no gain
    addMade(made, "sees", change.sections, history.sections);
    addMade(made, "among", change.posts, history.posts);
    addMade(made, "above", change.posts, history.posts);
    return gains(history, prepared, with, daysFrom(with, change.from), made, actor, administrators);
}

bool servesTakingBack(const PreparedChange &gone, const OfficeHistory &history, const std::vector<PreparedChange> &rest,
                      StaffId actor, const Administrators &administrators)
{
    std::vector<PreparedChange> with = rest;
    with.push_back(gone);
    return gains(history, with, rest, daysFrom(with, gone.change.from), {}, actor, administrators);
}

} // namespace kessai
