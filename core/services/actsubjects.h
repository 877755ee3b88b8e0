// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/ports/officeacts.h"
#include "core/ports/officestore.h"

#include <vector>

namespace kessai {

/// What an act by which the office was changed is about, each in a few words: "森 誠の代理 原田 千尋".
std::vector<Bilingual> subjectsOf(const OfficeAct &act, const Configuration &configuration);

/// Whether a row of the office came or went in a revision.
bool movedIn(int addedIn, int removedIn, int revision);
/// The name somebody had last.
QString nameOf(const OfficeHistory &office, StaffId who);
/// Whether an act ended a deputyship: nobody is asked why, and the notary's phrase tells it.
bool isEndOfDeputy(const OfficeAct &act);
/// The deputyships an act named, or those it ended, to the last day they held.
std::vector<Dated<Deputyship>> deputiesIn(const OfficeHistory &office, const OfficeAct &act);
/// What a form is called by its newest definition; its code where there is none.
Bilingual formName(const Configuration &configuration, const QString &code);

} // namespace kessai
