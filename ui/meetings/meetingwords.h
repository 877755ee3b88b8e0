// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"
#include "core/office/office.h"
#include "ui/widgets/statuschip.h"

namespace kessai {

// What the parts of a running meeting say of it.

QString memberName(const Office &office, StaffId who);
/// Names in a sentence.
QString namesOf(const Office &office, const std::vector<StaffId> &people);
/// "1. 当初予算案について"
QString itemName(const AgendaItem &item);
bool isSecretaryOf(const Meeting &meeting, StaffId who);
/// Secretaries and the chair put votes, record what was decided and give the floor.
bool conducts(const Meeting &meeting, StaffId who);
/// The chip of a state that was noted; without a word where nothing was.
ChipLook attendanceChip(const Attendance &attendance);
/// "賛成 10 ・ 反対 2 ・ 棄権 1"
QString countsOf(int yes, int no, int abstain);

} // namespace kessai
