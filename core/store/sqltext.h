// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/databaseurl.h"

#include <QLatin1String>
#include <QStringList>

namespace kessai {

/// The text of a query of core/store/sql/*.sql for one database; null when there is none of that name.
///
/// A file holds blocks, each headed `-- name: pulse`, or `-- name: pulse (sqlite)` where the databases need different texts;
/// `-- fragment: matches` heads a piece that others insert as `@matches@`. Comment lines are dropped.
const QString *namedSql(Dialect dialect, QLatin1String name);

/// The text of a block headed `-- script: createSchemaVersion`: a statement that no database prepares.
QString namedScript(Dialect dialect, QLatin1String name);

/// Every name there is for one database, so that a test can prepare them all.
QStringList namedQueries(Dialect dialect);

/// What is wrong with the files (a name used twice, an unknown fragment); empty when all is well.
QStringList sqlTextFaults(Dialect dialect);

} // namespace kessai
