// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/cases/form.h"

#include <QDate>

namespace kessai {

/// "43時間30分" / "43 h 30 min"; a part that is zero is left out.
Bilingual spanText(qint64 minutes);
/// "9:00", "25:30": hours go on past midnight, as on municipal forms.
QString clockText(qint64 minutes);
/// "11月28日" / "28 Nov".
Bilingual dayText(const QDate &day);
/// "11月28日・土", the way a day stands in a title.
QString titleDay(const QDate &day);
/// "休暇（11月28日・土 8:30〜9:30）": a title of a name and what tells one request from another, if anything does.
QString titled(const QString &name, const QStringList &parts);
/// "10月" / "October".
Bilingual monthText(const QDate &day);
/// "土" / "Saturday".
Bilingual weekdayText(const QDate &day);

/// Fills %1, %2 ... in both languages, each with the value in that language.
Bilingual fill(const Bilingual &pattern, std::initializer_list<Bilingual> values);
/// The same wording in both languages: figures, clock times.
Bilingual same(const QString &text);

/// A finding about a field.
Finding errorOn(const char *field, Bilingual text, const QString &source = {});
Finding warningOn(const char *field, Bilingual text, const QString &source = {});

/// The account of a member of staff in every ledger that counts per person.
QString staffAccount(StaffId staff);

/// "年次有給休暇 1日が戻ります" as an insight.
Insight givesBack(const Bilingual &what);

} // namespace kessai
