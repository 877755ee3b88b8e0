// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/cases/form.h"
#include "core/ports/officeacts.h"

#include <vector>

namespace kessai {

class FormCatalog;
struct Configuration;

/// An act by which the office was changed, as people read it.
struct OfficeActLine final {
    OfficeAct act;
    QString who;                    ///< by the name people had last; the login of who is not on the staff
    Bilingual what;                 ///< "承認経路: 起案"
    QString why;                    ///< what somebody wrote; empty where nobody is asked for a reason
    std::optional<StaffId> maker{}; ///< none of who never was on the staff, such as the owner's program
    friend bool operator==(const OfficeActLine &, const OfficeActLine &) = default;
};

/// Somebody who is in the register, under all their logins.
struct ActMaker final {
    std::optional<StaffId> staff;
    QString name; ///< the login of who never was on the staff
    QStringList logins;
    friend bool operator==(const ActMaker &, const ActMaker &) = default;
};
/// Who made these acts: who is on the staff first, then who left, then who never was on it.
std::vector<ActMaker> makersOf(const std::vector<OfficeActLine> &lines, const Office &today);

/// "route", "number": a kind as files and arguments name it.
QLatin1String toCode(OfficeActKind kind);
/// All of them, as they are offered.
std::vector<OfficeActKind> officeActKinds();
/// "承認経路", by which acts are looked for.
Bilingual kindName(OfficeActKind kind);
/// An act in words, by the names of an office that knows it.
OfficeActLine lineOf(const OfficeAct &act, const Configuration &configuration);
/// What is other than before the act, one line each, as far as the office tells; none of what is prepared for a day to come.
std::vector<Bilingual> changesIn(const OfficeAct &act, const Configuration &configuration, const FormCatalog &catalog);

} // namespace kessai
