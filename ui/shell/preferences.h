// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QString>

class QSettings;

namespace kessai {

/// What this computer remembers of its user: the last office and login name, the appearance. Never a password.
class Preferences final {
public:
    /// `settings` outlives this.
    explicit Preferences(QSettings &settings);

    QString office() const;
    void setOffice(const QString &url);
    QString login() const;
    void setLogin(const QString &login);
    Appearance appearance() const;
    void setAppearance(const Appearance &appearance);

private:
    QSettings &m_settings;
};

} // namespace kessai
