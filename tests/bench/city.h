// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace kessai::bench {

/// The words of the generated cases that searches look for, and how often they are there.
struct CityWords final {
    static QString rarePair() { return QStringLiteral("嚆峡"); }           ///< in one of 40,000 cases
    static QString rareLong() { return QStringLiteral("耐震補強特別枠"); } ///< in one of 60,000
    static QString frequent() { return QStringLiteral("後期高齢者"); }     ///< in one of 20
};

/// Makes an office with that many cases in a new database of the running server: the sample office, filled with history by the real
/// engine (`kessai-admin create --sample`), whose closed cases are then multiplied by the server itself, contents varied, digests and
/// hash chains computed from the same canonical texts. Everybody signs in with `password`.
Result<> buildCity(const QString &database, qint64 cases, const QString &password);

} // namespace kessai::bench
