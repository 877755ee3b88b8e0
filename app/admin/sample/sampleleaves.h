// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/dice.h"
#include "app/admin/sample/workingtime.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace kessai {

/// Writes leaves of all kinds, as resources/sample/texts.json lists them.
class SampleLeaves final {
public:
    struct Leave {
        QJsonObject fields;
        QStringList papers; ///< file names below ":/kessai/sample/papers"
    };

    /// `time` and `dice` outlive the leaves.
    SampleLeaves(const QJsonObject &texts, const WorkingTime &time, Dice &dice);

    /// Annual leave filed on a day.
    Leave annual(const QDate &filed, const QString &reason);
    /// Leave of another kind filed on a day.
    Leave other(const QDate &filed);

private:
    void spread(QJsonObject &fields, const QJsonObject &kind, const QDate &from);

    const WorkingTime &m_time;
    Dice &m_dice;
    std::vector<QJsonObject> m_kinds;
    std::vector<int> m_weights;
};

} // namespace kessai
