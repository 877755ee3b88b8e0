// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"

#include <QStringList>

#include <utility>
#include <vector>

namespace kessai {

/// What a number of the office counts.
enum class ParameterUnit {
    Minutes, ///< a span
    Clock,   ///< whole minutes from midnight
    Days,
    Weeks,
    Months,
    Years,
    Age,
    Month,    ///< 4 = April
    MonthDay, ///< 701 = 1 July
    Yen,
    Percent,
    Hundredths, ///< of a percent: 1021 = 10.21 %
    Times,
    Choice, ///< one of `values`
};

/// How a number of the office (Parameters) is called for people, and between what it can lie.
struct ParameterWord final {
    QString key;
    Bilingual group; ///< what it is about
    Bilingual name;
    ParameterUnit unit = ParameterUnit::Times;
    qint64 least = 0;
    qint64 most = 0;
    std::vector<std::pair<qint64, Bilingual>> values; ///< of a choice
};

/// The wording of some keys, in the order of the table (":/kessai/parameters/wording.json"); a key of which it says nothing comes last, under
/// its own name, as a plain number.
std::vector<ParameterWord> parameterWords(const QStringList &keys);
ParameterWord parameterWord(const QString &key);
/// Whether the table knows a key.
bool isWorded(const QString &key);

/// A value with its unit: "45時間", "10,900円", "4月", "10.21%"; of a choice what it stands for.
Bilingual parameterText(const ParameterWord &word, qint64 value);
/// Between what it can lie: "0日から366日まで"; empty for choices.
Bilingual parameterRange(const ParameterWord &word);
/// Whether a value can be one of this number: within its range, a day of the year, one of its choices.
bool isPossible(const ParameterWord &word, qint64 value);

} // namespace kessai
