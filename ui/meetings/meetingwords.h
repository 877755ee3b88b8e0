// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"
#include "core/ports/meetingstore.h"
#include "ui/widgets/statuschip.h"

namespace kessai {

// What the parts of a running meeting say of it.

QString memberName(const Office &office, StaffId who);
/// Names in a sentence.
QString namesOf(const Office &office, const std::vector<StaffId> &people);
/// "1. 当初予算案について"
QString itemName(const AgendaItem &item);
bool isSecretaryOf(const Meeting &meeting, StaffId who);
/// Who has a paper before them as it is now and who has not, of the members who see its item and did not put it there themselves.
struct PaperReaders final {
    std::vector<StaffId> opened;
    std::vector<StaffId> missing;
};
PaperReaders readersOf(const Meeting &meeting, int paper, const std::vector<PaperOpened> &opened);
/// Secretaries and the chair put votes, record what was decided and give the floor.
bool conducts(const Meeting &meeting, StaffId who);
/// What the button says that begins a meeting, before it does: when that was goes into the minutes.
QString pressToBegin();
/// The chip of a state that was noted; without a word where nothing was.
ChipLook attendanceChip(const Attendance &attendance);
/// "賛成 10 ・ 反対 2 ・ 棄権 1", and how many did not vote at all where that is known.
QString countsOf(const Vote &vote);

} // namespace kessai
