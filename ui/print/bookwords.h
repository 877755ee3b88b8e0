// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workbook.h"

#include <QStringList>

namespace kessai {

/// "8:30〜12:00", hours past midnight as of the next day.
QString stretchText(const Stretch &hours);
/// "12:30".
QString hoursAndMinutes(qint64 minutes);
/// "125", "休日 135", "振替 25": what a column of the 時間外勤務命令簿 is headed by.
QStringList columnHead(const PayLine &column);
/// "振替の勤務 8:30〜17:15": 備考 of a day.
QString markText(const BookMark &mark);
/// "月 45時間以内 12:30".
QString limitLine(const LimitState &limit);

} // namespace kessai
