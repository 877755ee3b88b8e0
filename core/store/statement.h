// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QSqlQuery>
#include <QStringList>

#include <optional>

namespace kessai {

/// A prepared statement of one connection; shared by the database that keeps it and the query that runs it.
struct Statement final {
    QSqlQuery query;
    QStringList names; ///< its placeholders, with the colon
    std::optional<Error> error;
    bool busy = false;
};

} // namespace kessai
