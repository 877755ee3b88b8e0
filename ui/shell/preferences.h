// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QString>

class QSettings;

namespace kessai {

/// What this computer remembers of its user: the last office and login name, whose papers it keeps, the appearance. Never a password.
class Preferences final {
public:
    /// `settings` outlives this.
    explicit Preferences(QSettings &settings);

    QString office() const;
    void setOffice(const QString &url);
    QString login() const;
    void setLogin(const QString &login);
    /// Who signed in last at a server and has papers on this computer.
    struct OfflineSeat {
        QString office; ///< the address of the server
        QString login;
        QString owner; ///< KeptBooks::owner; empty for nobody
    };
    OfflineSeat offlineSeat() const;
    void setOfflineSeat(const OfflineSeat &seat);
    /// How many bytes of papers this computer may keep; 2 GB unless somebody wrote otherwise (offline/megabytes).
    qint64 offlineLimit() const;
    /// What stood beside the pages of a meeting's papers, as a code; empty where nobody chose.
    QString readingSide() const;
    void setReadingSide(const QString &code);
    Appearance appearance() const;
    void setAppearance(const Appearance &appearance);

private:
    QSettings &m_settings;
};

} // namespace kessai
