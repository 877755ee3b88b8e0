// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/console.h"
#include "core/base/clock.h"
#include "core/base/error.h"

#include <QDate>

namespace kessai {

/// What went wrong with a database, in one sentence of the reader's language; the English detail follows in brackets.
QString adminErrorText(const Error &error, const QString &database);

/// The English detail of an error, where it tells more than the sentence does, or all is in English.
QString adminDetail(const Error &error);

/// Whether texts that carry both languages are shown in English.
bool readsEnglish();

/// A day and a time in Japan as people read them: "令和8年11月27日 17:44", in English "2026-11-27 17:44".
QString adminDay(const QDate &day);
QString adminTime(Instant at);

/// With what kessai-admin ends after an error.
Exit exitAfter(const Error &error);

} // namespace kessai
