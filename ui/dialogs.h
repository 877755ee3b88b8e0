// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QPrinter;
class QWidget;

namespace kessai {

/// The only door to modal dialogs, so that tests can answer them.
class DialogService {
public:
    virtual ~DialogService() = default;
    /// A path to write to; empty when the user thought better of it.
    virtual QString askSavePath(QWidget *parent, const QString &title, const QString &suggestion) = 0;
    virtual QStringList askOpenPaths(QWidget *parent, const QString &title, const QString &filter) = 0;
    /// Lets the user choose a printer; false when they thought better of it.
    virtual bool askPrinter(QWidget *parent, QPrinter &printer) = 0;
    /// A question whose answer cannot be taken back; true when the user confirms.
    virtual bool confirm(QWidget *parent, const QString &question, const QString &action) = 0;
};

/// The service in use: the desktop's dialogs, unless `replaceDialogs` put another in place.
DialogService &dialogs();
/// Puts another service in place (tests, the guided tour); null brings the desktop's back. The caller keeps ownership.
void replaceDialogs(DialogService *service);

} // namespace kessai
