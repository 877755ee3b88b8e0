// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/datedrows.h"

#include <algorithm>
#include <tuple>

namespace kessai {

namespace {

template <class T, class Id>
const T *rowOf(const std::vector<Dated<T>> &rows, Id id, const QDate &day, int revision)
{
    for (const Dated<T> &row : rows) {
        if (row.value.id == id && row.holds(day, revision))
            return &row.value;
    }
    return nullptr;
}

bool busyOn(const OfficeHistory &history, PostId post, const QDate &day, int revision)
{
    const Post *held = rowOf(history.posts, post, day, revision);
    const Section *section = held ? rowOf(history.sections, held->section, day, revision) : nullptr;
    while (section && !section->busy)
        section = section->parent ? rowOf(history.sections, *section->parent, day, revision) : nullptr;
    return section != nullptr;
}

/// For everybody the primary appointment that began last until a day, as far as a revision knew.
std::vector<Appointment> lastPrimary(const std::vector<Dated<Appointment>> &rows, const QDate &day, int revision)
{
    QHash<StaffId, const Dated<Appointment> *> last;
    for (const Dated<Appointment> &row : rows) {
        if (row.value.holding != Holding::Primary || row.from > day || !row.holds(row.from, revision))
            continue;
        const Dated<Appointment> *&of = last[row.value.staff];
        const auto order = [](const Dated<Appointment> &one) {
            return std::tuple(one.from, one.addedIn, one.value.post);
        };
        if (!of || order(*of) < order(row))
            of = &row;
    }
    std::vector<Appointment> appointments;
    for (const Dated<Appointment> *row : last)
        appointments.push_back(row->value);
    return appointments;
}

/// Takes back what some revisions did to rows that say the same of one thing by `key`: what they added stands no more, and what they took away last of all
/// is there again, unless something else stands.
template <class T, class Key>
void takeBack(std::vector<Dated<T>> &rows, const std::vector<int> &revisions, const QDate &day, Key key)
{
    const auto isOne = [&](int revision) {
        return std::find(revisions.begin(), revisions.end(), revision) != revisions.end();
    };
    const auto onDay = [&](const Dated<T> &row) {
        return row.from <= day && (!row.until.isValid() || row.until >= day);
    };
    for (Dated<T> &row : rows) {
        if (row.removedIn == 0 && isOne(row.addedIn))
            row.removedIn = row.addedIn;
    }
    bringBack(rows, revisions, key,
              [&](const Dated<T> &row) { return onDay(row) && !(isOne(row.addedIn) && isOne(row.removedIn)); });
}

} // namespace

const Staff *OfficeHistory::lastKnown(StaffId who) const
{
    const Dated<Staff> *last = nullptr;
    const auto rank = [](const Dated<Staff> &row) { return std::tuple(row.removedIn == 0, row.from, row.addedIn); };
    for (const Dated<Staff> &row : staff) { // in no order that means anything
        if (row.value.id == who && (!last || rank(*last) < rank(row)))
            last = &row;
    }
    return last ? &last->value : nullptr;
}

OfficeHistory OfficeHistory::without(const std::vector<int> &revisions, const QDate &day) const
{
    OfficeHistory was = *this;
    const auto byId = [](const auto &row) { return row.id; };
    takeBack(was.sections, revisions, day, byId);
    takeBack(was.posts, revisions, day, byId);
    takeBack(was.staff, revisions, day, byId);
    takeBack(was.appointments, revisions, day, [](const Appointment &row) { return std::pair(row.staff, row.post); });
    takeBack(was.standIns, revisions, day, [](const StandIn &row) { return row.decider; });
    takeBack(was.successions, revisions, day, [](const Succession &row) { return row.post; });
    return was;
}

std::shared_ptr<const Office> OfficeHistory::at(const QDate &day, int asOf, std::shared_ptr<const Office> before) const
{
    return std::make_shared<const Office>(day, asOf,
                                          OfficeRows{.sections = rowsAt(sections, day, asOf),
                                                     .posts = rowsAt(posts, day, asOf),
                                                     .staff = rowsAt(staff, day, asOf),
                                                     .appointments = rowsAt(appointments, day, asOf),
                                                     .deputyships = rowsAt(deputyships, day, asOf),
                                                     .roles = rowsAt(roles, day, asOf),
                                                     .absences = rowsAt(absences, day, asOf),
                                                     .standIns = rowsAt(standIns, day, asOf),
                                                     .successions = rowsAt(successions, day, asOf),
                                                     .workTerms = rowsAt(workTerms, day, asOf),
                                                     .laterAppointments = rowsAfter(appointments, day, asOf),
                                                     .laterDeputyships = rowsAfter(deputyships, day, asOf),
                                                     .lastPosts = lastPrimary(appointments, day, asOf),
                                                     .before = std::move(before)});
}

bool OfficeHistory::busyIn(StaffId who, const QDate &month, int asOf) const
{
    const QDate first(month.year(), month.month(), 1);
    const QDate last = first.addMonths(1).addDays(-1);
    return std::any_of(appointments.begin(), appointments.end(), [&](const Dated<Appointment> &row) {
        if (row.value.staff != who || row.value.holding != Holding::Primary)
            return false;
        const QDate from = std::max(row.from, first);
        const QDate until = row.until.isValid() ? std::min(row.until, last) : last;
        const auto busy = [&](const QDate &day) {
            return row.holds(day, asOf) && busyOn(*this, row.value.post, day, asOf);
        };
        return from <= until && (busy(from) || busy(until));
    });
}

} // namespace kessai
