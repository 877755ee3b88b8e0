// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include "ui/kept/keptbooks.h"

#include <QSettings>

namespace kessai {

namespace {

const QString kOffice = QStringLiteral("signin/office");
const QString kLogin = QStringLiteral("signin/login");
const QString kOfflineOffice = QStringLiteral("offline/office");
const QString kOfflineLogin = QStringLiteral("offline/login");
const QString kOfflineOwner = QStringLiteral("offline/owner");
const QString kOfflineMegabytes = QStringLiteral("offline/megabytes");
const QString kReadingSide = QStringLiteral("reading/side");
const QString kTheme = QStringLiteral("appearance/theme");
const QString kFont = QStringLiteral("appearance/font");
const QString kTextPercent = QStringLiteral("appearance/textPercent");

} // namespace

Preferences::Preferences(QSettings &settings) : m_settings(settings) {}

QString Preferences::office() const
{
    return m_settings.value(kOffice).toString();
}

void Preferences::setOffice(const QString &url)
{
    m_settings.setValue(kOffice, url);
}

QString Preferences::login() const
{
    return m_settings.value(kLogin).toString();
}

void Preferences::setLogin(const QString &login)
{
    m_settings.setValue(kLogin, login);
}

Preferences::OfflineSeat Preferences::offlineSeat() const
{
    return {m_settings.value(kOfflineOffice).toString(), m_settings.value(kOfflineLogin).toString(),
            m_settings.value(kOfflineOwner).toString()};
}

void Preferences::setOfflineSeat(const OfflineSeat &seat)
{
    m_settings.setValue(kOfflineOffice, seat.office);
    m_settings.setValue(kOfflineLogin, seat.login);
    m_settings.setValue(kOfflineOwner, seat.owner);
}

qint64 Preferences::offlineLimit() const
{
    const qint64 megabytes = m_settings.value(kOfflineMegabytes).toLongLong();
    return megabytes > 0 ? megabytes * 1024 * 1024 : KeptBooks::kUsualLimit;
}

QString Preferences::readingSide() const
{
    return m_settings.value(kReadingSide).toString();
}

void Preferences::setReadingSide(const QString &code)
{
    m_settings.setValue(kReadingSide, code);
}

Appearance Preferences::appearance() const
{
    Appearance appearance;
    appearance.theme = themeChoiceOf(m_settings.value(kTheme).toString()).value_or(appearance.theme);
    appearance.font = fontChoiceOf(m_settings.value(kFont).toString()).value_or(appearance.font);
    appearance.textPercent = m_settings.value(kTextPercent, appearance.textPercent).toInt();
    return appearance;
}

void Preferences::setAppearance(const Appearance &appearance)
{
    m_settings.setValue(kTheme, codeOf(appearance.theme));
    m_settings.setValue(kFont, codeOf(appearance.font));
    m_settings.setValue(kTextPercent, appearance.textPercent);
}

} // namespace kessai
