// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/console.h"
#include "core/base/clock.h"

#include <QStringList>

namespace kessai {

/// Runs kessai-admin with its arguments, the program's name first: finds the command and hands it the rest.
Exit runAdmin(const QStringList &arguments, Console &console, const Clock &clock);

// The commands; each reads its own arguments, the command's name first.
Exit runAnchor(const QStringList &arguments, Console &console, const Clock &clock);
Exit runBackup(const QStringList &arguments, Console &console, const Clock &clock);
Exit runChanges(const QStringList &arguments, Console &console, const Clock &clock);
Exit runCreate(const QStringList &arguments, Console &console, const Clock &clock);
Exit runDryRun(const QStringList &arguments, Console &console, const Clock &clock);
Exit runEndInk(const QStringList &arguments, Console &console, const Clock &clock);
Exit runExport(const QStringList &arguments, Console &console, const Clock &clock);
Exit runExportWorkBook(const QStringList &arguments, Console &console, const Clock &clock);
Exit runExportPayments(const QStringList &arguments, Console &console, const Clock &clock);
Exit runExportPayroll(const QStringList &arguments, Console &console, const Clock &clock);
Exit runExportRules(const QStringList &arguments, Console &console, const Clock &clock);
Exit runHealth(const QStringList &arguments, Console &console, const Clock &clock);
Exit runImportDecisions(const QStringList &arguments, Console &console, const Clock &clock);
Exit runImportBudget(const QStringList &arguments, Console &console, const Clock &clock);
Exit runImportHolidays(const QStringList &arguments, Console &console, const Clock &clock);
Exit runImportOpenings(const QStringList &arguments, Console &console, const Clock &clock);
Exit runImportPayees(const QStringList &arguments, Console &console, const Clock &clock);
Exit runImportRules(const QStringList &arguments, Console &console, const Clock &clock);
Exit runImportStaff(const QStringList &arguments, Console &console, const Clock &clock);
Exit runLogins(const QStringList &arguments, Console &console, const Clock &clock);
Exit runMigrate(const QStringList &arguments, Console &console, const Clock &clock);
Exit runMove(const QStringList &arguments, Console &console, const Clock &clock);
Exit runRestore(const QStringList &arguments, Console &console, const Clock &clock);
Exit runVerify(const QStringList &arguments, Console &console, const Clock &clock);

} // namespace kessai
