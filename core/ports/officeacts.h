// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

namespace kessai {

/// What somebody changed of an office, as its register of revisions has it.
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
};

/// What became of a reorganisation in an act: one of a later day is prepared, and comes into force, is taken back or fails.
enum class OfficeActStep { Made, Prepared, TakenBack, Failed, PutAside, InForce };

/// An act by which the office was changed: who, when, why, and from which day.
struct OfficeAct final {
    int revision = 0; ///< of the office, to which it led
    OfficeActKind kind = OfficeActKind::Other;
    OfficeActStep step = OfficeActStep::Made;
    Instant at{0};
    QString by;        ///< login, or the program of the owner
    QString reason;    ///< as somebody wrote it; a phrase of the notary where nobody is asked for one
    QDate from{};      ///< the first day it holds; none where it has none, or it is prepared and secret until then
    QStringList names; ///< of the forms, tables, numbers or the month it is about
    std::vector<int> revisions{}; ///< of the forms
    friend bool operator==(const OfficeAct &, const OfficeAct &) = default;
};

/// A page of the acts, newest first.
struct OfficeActsWanted final {
    std::optional<OfficeActKind> kind{};
    QString by{};                ///< login; empty for everybody
    std::optional<int> before{}; ///< the revision of the last act of the page before
    int most = 200;              ///< kMostOfficeActs at most
    friend bool operator==(const OfficeActsWanted &, const OfficeActsWanted &) = default;
};
inline constexpr int kMostOfficeActs = 1000;

} // namespace kessai
