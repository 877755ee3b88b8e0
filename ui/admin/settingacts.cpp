// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/settingacts.h"

#include "ui/wording.h"

#include <QCoreApplication>

namespace kessai {

namespace {

class SettingActs {
    Q_DECLARE_TR_FUNCTIONS(kessai::SettingActs)

public:
    static QString text(const SettingAct &act)
    {
        const QString day = longDay(act.at.day());
        if (act.by == kBroughtBy)
            return tr("Brought by a newer version of the program on %1.").arg(day);
        return tr("Registered on %1 by %2: %3").arg(day, act.by, act.reason);
    }
};

} // namespace

QString madeByText(const std::vector<SettingAct> &acts, SettingAct::Kind kind, const QString &name, int revision)
{
    const SettingAct *act = actOf(acts, kind, name, revision);
    return act ? SettingActs::text(*act) : QString();
}

} // namespace kessai
