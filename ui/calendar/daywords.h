// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/monthsheet.h"
#include "ui/widgets/statuschip.h"

namespace kessai {

// How the calendar says what a day holds, in the user's language: in cells, in the list beside them and to screen readers.

/// "2時間30分", "45分".
QString minutesText(qint64 minutes);
/// "年次有給休暇", "時間外勤務命令", "代休日".
QString itemName(const DayItem &item);
/// "時間外勤務命令 17:30から 2時間30分".
QString itemText(const DayItem &item);
/// "決裁済", "承認待ち" or "取消中".
QString itemState(const DayItem &item);
/// The chip within a cell: what waits has the hourglass and says so, as does what is being cancelled; what is decided has the icon of
/// its kind.
ChipLook itemChip(const DayItem &item);
/// "休日 勤労感謝の日", "週休日"; empty for a day of duty.
QString dayKindText(const MonthDay &day);
/// The whole day in one sentence after another.
QString spokenDay(const MonthDay &day, const QDate &today);

} // namespace kessai
