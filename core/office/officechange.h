// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/office/office.h"

namespace kessai {

/// Somebody will be away, both days inclusive.
struct RegisterAbsence final {
    StaffId staff;
    AbsenceKind kind;
    bool passOver = false;
    QDate from;
    QDate until;
};

/// Somebody is back earlier: away until `lastDay` only, or, where that lies before the first day, not at all.
struct EndAbsence final {
    AbsenceId absence;
    QDate lastDay;
};

/// `deputy` may act for `principal` in a period, or, with or without an end, on days of absence.
struct RegisterDeputy final {
    Deputyship deputyship;
    QDate from;
    QDate until; ///< invalid = open end
};

/// A deputyship ends: it is that of a principal and a deputy which began on a day and was added in a revision.
struct EndDeputy final {
    StaffId principal;
    StaffId deputy;
    QDate from;
    int addedIn;
};

/// Who decides in a decider's place from today on, first to last (代決 第1順位, 第2順位, ...); what was listed before ends.
struct SetStandIns final {
    PostId decider;
    std::vector<StandIn> standIns; ///< `order` counts from 1
};

/// The work of an abolished post goes to another from a day on, or, without one, nowhere any more; what was said before ends.
struct SetSuccessor final {
    PostId post;
    std::optional<PostId> successor;
    QDate from;
};

/// The overtime of a month is final (月次締め): nothing of it is filed or decided any more.
struct CloseMonth final {
    QDate first; ///< of the month
};

/// A closed month is open again, for a reason.
struct ReopenMonth final {
    QDate first;
    QString reason;
};

/// What somebody registers about who is there, who acts for whom and who comes after whom. Nothing is deleted by it.
using OfficeChange = std::variant<RegisterAbsence, EndAbsence, RegisterDeputy, EndDeputy, SetStandIns, SetSuccessor,
                                  CloseMonth, ReopenMonth>;

/// The role of the route rules whose holders look after what no post takes on (文書主管課, domain.md 8.3).
inline constexpr QLatin1String kRecordsRole("records");

// So many at a time are more than anybody needs; without a limit one person could slow everybody's office down.
inline constexpr int kMostAbsences = 100;
inline constexpr int kMostDeputies = 20;
inline constexpr int kMostStandIns = 20;
inline constexpr int kMostDeputyForms = 50;
inline constexpr qint64 kMostDeputyYen = 1'000'000'000'000;
inline constexpr int kMostReasonBytes = 2'000;

/// Whether somebody may make a change today (domain.md 8.2 and 8.3):
/// - absences and deputies are registered and ended by whom they concern, or by an administrator for somebody who fell ill;
///   but nobody makes themselves somebody's deputy, or sends away whom they decide for, and that reviews pass somebody over is
///   theirs alone to say;
/// - nothing begins before today, so that what was done stays as it was judged; what began ends with yesterday at the earliest;
/// - stand-ins are the administrators' to list, successors also those of the holders of the records role; but nobody lists
///   themselves, moves up in a list they are in, or leads work to a post they hold;
/// - months that are over are closed, and opened again for a reason, by personnel.
/// The notary inside PostgreSQL says the same (migrations 0011 and 0021).
Result<> mayChange(const OfficeChange &change, const OfficeHistory &history, StaffId actor, bool administrator,
                   const QDate &today);

/// Whether somebody looks after what no post takes on: they hold a post of the records role.
bool looksAfterTheRest(const Office &office, StaffId staff);

} // namespace kessai
