// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/console.h"
#include "core/base/error.h"

namespace kessai {

/// What went wrong with a database, in one sentence of the reader's language; the English detail follows in brackets.
QString adminErrorText(const Error &error, const QString &database);

/// Whether texts that carry both languages are shown in English.
bool readsEnglish();

/// With what kessai-admin ends after an error.
Exit exitAfter(const Error &error);

} // namespace kessai
