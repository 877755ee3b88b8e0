// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QDate;
class QString;

namespace kessai {

class Instant;

/// Whether wording that is data (form labels, rule reasons) is to be shown in English: true where the program's own
/// language is English.
bool englishWording();

/// A day as people read it: "令和8年11月22日", in English "2026-11-22".
QString longDay(const QDate &day);
/// "令和8年11月22日（日）", in English "Sun 2026-11-22".
QString dayTextWithWeekday(const QDate &day);

/// A day with its time: "令和8年11月27日 10:12".
QString longTime(Instant at);

/// A month: "令和8年11月", in English "November 2026".
QString monthHeading(const QDate &day);
/// A year: "令和8年（2026年）", in English "2026".
QString yearHeading(int year);
/// The size of a file as people say it: "16 KB".
QString fileSize(qint64 bytes);

} // namespace kessai
