// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/sampleresults.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRestFrom = 12 * 60;
constexpr int kRestUntil = 13 * 60;
constexpr int kUnit = 5;      ///< people write times down in steps of five minutes
constexpr int kShortest = 45; ///< of what is left where it ended earlier

} // namespace

QJsonObject resultOf(const QJsonObject &order, Dice &dice)
{
    const int start = order.value(QLatin1String("start")).toInt();
    const int ordered = order.value(QLatin1String("end")).toInt();
    const bool noon = order.value(QLatin1String("break")).toInt() > 0 && start < kRestFrom && ordered > kRestUntil;
    const int last = noon ? kRestUntil : start;
    int end = ordered;
    if (dice.percent(35))
        end = std::max(last + std::min(kShortest, ordered - last), ordered - kUnit * dice.between(1, 6));
    QJsonObject fields{{u"day"_s, order.value(QLatin1String("day"))},
                       {u"work_item"_s, order.value(QLatin1String("work_item"))},
                       {u"start"_s, start},
                       {u"end"_s, noon ? kRestFrom : end}};
    if (noon) {
        fields.insert(u"start2"_s, kRestUntil);
        fields.insert(u"end2"_s, end);
    }
    if (dice.percent(70))
        fields.insert(u"log_until"_s, end + dice.between(1, 14));
    if (dice.percent(3)) {
        fields.insert(u"log_until"_s, end + dice.between(40, 75));
        fields.insert(u"gap_reason"_s, u"職員組合の打合せに出席したため（勤務ではない）"_s);
    }
    if (end < ordered && dice.percent(25))
        fields.insert(u"note"_s, u"予定より早く終わったため"_s);
    return fields;
}

} // namespace kessai
