// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/office/specialright.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

namespace kessai {

/// What somebody changed of an office, as its register of revisions has it. The numbers are those of kessai.office_acts (migration 0058) and never change.
enum class OfficeActKind {
    Organisation = 1,
    Route,
    Table,
    Form,
    Number,
    Faults,
    Holiday,
    Deputy,
    StandIn,
    Successor,
    Month,
    Budget,
    Program, ///< what a newer program brought
    Other,   ///< the founding of the office, and what an owner wrote down
    Rights,  ///< of administrators and auditors, by the owner
};

/// What became of a reorganisation in an act: one of a later day is prepared, and comes into force, is taken back or fails. A month that was closed is
/// opened again. The numbers are those of kessai.office_acts, too.
enum class OfficeActStep { Made = 0, Prepared, TakenBack, Failed, PutAside, InForce, Opened };

/// A right that somebody was given, or lost.
struct RightAct final {
    StaffId staff;
    SpecialRight::Kind kind;
    bool given;
    friend bool operator==(const RightAct &, const RightAct &) = default;
};

/// An act by which the office was changed: who, when, why, and from which day.
struct OfficeAct final {
    int revision = 0; ///< of the office, to which it led
    OfficeActKind kind = OfficeActKind::Other;
    OfficeActStep step = OfficeActStep::Made;
    Instant at{0};
    QString by;        ///< login, or the program of the owner
    QString reason;    ///< as somebody wrote it; a phrase of the notary where nobody is asked for one
    QDate from{};      ///< the first day it holds; none where it has none, or it is prepared and secret until then
    QStringList names; ///< of the forms, tables, numbers, budget papers or the month it is about
    std::vector<int> revisions{}; ///< of the forms
    std::vector<RightAct> rights{};
    friend bool operator==(const OfficeAct &, const OfficeAct &) = default;
};

/// A page of the acts, newest first.
struct OfficeActsWanted final {
    std::optional<OfficeActKind> kind{};
    QStringList by{};            ///< logins; none for everybody
    std::optional<int> before{}; ///< the revision of the last act of the page before
    int most = 200;              ///< kMostOfficeActs at most
    bool newestOfEach = false;   ///< of every kind, but one act of everybody: who is in the register
    friend bool operator==(const OfficeActsWanted &, const OfficeActsWanted &) = default;
};
/// So many at most in one answer, whatever is asked; migration 0058 has the same number.
inline constexpr int kMostOfficeActs = 1000;

} // namespace kessai
