// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keychain.h"
#include "app/language.h"
#include "app/storedoor.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/theme/theme.h"

#include <QSettings>

#include <memory>

class QApplication;

namespace kessai {

/// Everything the windows of one process stand on, built once next to the QApplication and outliving every window.
class Composition final {
public:
    /// Dresses the application as its user last chose. `settingsFile` takes the place of the user's own settings, for tests and
    /// the tour.
    Composition(QApplication &app, Language language, const QString &settingsFile = {});

    WindowParts parts();
    /// A new window that asks who signs in.
    std::unique_ptr<MainWindow> makeWindow();

    Theme &theme() { return m_theme; }
    Preferences &preferences() { return m_preferences; }
    Translations &translations() { return m_translations; }
    Door &door() { return m_door; }

private:
    std::unique_ptr<QSettings> m_settings;
    Preferences m_preferences;
    Translations m_translations;
    Theme m_theme;
    SystemClock m_clock;
    std::unique_ptr<FormCatalog> m_catalog;
    StoreDoor m_door;
    Keychain m_secrets;
};

/// The names under which settings, drafts and the desktop know the program; before the QApplication is made.
void setProgramNames();

/// The office to offer when nobody said which: the last one of this computer, else the sample office that a build makes next to
/// the program, else a file in the user's own folder.
QString officeToOffer(const Preferences &preferences);

} // namespace kessai
