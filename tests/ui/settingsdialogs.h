// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs.h"

namespace kessai::test {

/// Answers what the settings ask: with the files in `paths`, and yes.
class SettingsDialogs final : public DialogService {
public:
    SettingsDialogs() { replaceDialogs(this); }
    ~SettingsDialogs() override { replaceDialogs(nullptr); }
    QString askSavePath(QWidget *, const QString &, const QString &) override { return {}; }
    QStringList askOpenPaths(QWidget *, const QString &, const QString &) override { return paths; }
    bool askPrinter(QWidget *, QPrinter &) override { return false; }
    bool confirm(QWidget *, const QString &, const QString &) override { return true; }

    QStringList paths;
};

} // namespace kessai::test
