// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "forms/catalog.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace kessai {

namespace {

std::unique_ptr<QSettings> openSettings(const QString &file)
{
    return file.isEmpty() ? std::make_unique<QSettings>() : std::make_unique<QSettings>(file, QSettings::IniFormat);
}

} // namespace

Composition::Composition(QApplication &app, Language language, const QString &settingsFile)
    : m_settings(openSettings(settingsFile)), m_preferences(*m_settings), m_translations(language), m_theme(app),
      m_catalog(makeCatalog()), m_door(m_clock)
{
    m_theme.apply(m_preferences.appearance());
}

WindowParts Composition::parts()
{
    return {m_door, m_secrets, *m_catalog, m_clock, m_theme, m_preferences};
}

std::unique_ptr<MainWindow> Composition::makeWindow()
{
    return std::make_unique<MainWindow>(parts());
}

void setProgramNames()
{
    QCoreApplication::setOrganizationName(QStringLiteral("kessai"));
    QCoreApplication::setApplicationName(QStringLiteral("kessai"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KESSAI_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("kessai"));
}

QString officeToOffer(const Preferences &preferences)
{
    if (!preferences.office().isEmpty())
        return preferences.office();
    const QFileInfo sample(QCoreApplication::applicationDirPath() + QStringLiteral("/../sample/office.db"));
    const QString path = sample.exists()
        ? sample.canonicalFilePath()
        : QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(QStringLiteral("office.db"));
    return QLatin1String("sqlite:") + path;
}

} // namespace kessai
