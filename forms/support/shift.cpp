// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/shift.h"

#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

Shift Shift::on(const QDate &day, const Numbers &numbers)
{
    return {{numbers.at("duty.morning_from", day), numbers.at("duty.morning_until", day)},
            {numbers.at("duty.afternoon_from", day), numbers.at("duty.afternoon_until", day)}};
}

qint64 Shift::within(const Stretch &stretch) const
{
    return common(stretch, morning).minutes() + common(stretch, afternoon).minutes();
}

Bilingual Shift::text() const
{
    const auto range = [](const Stretch &part) -> QString {
        return clockText(part.from) + u"〜"_s + clockText(part.until);
    };
    const auto english = [](const Stretch &part) -> QString {
        return clockText(part.from) + u"–"_s + clockText(part.until);
    };
    return {range(morning) + u"、"_s + range(afternoon), english(morning) + u" and "_s + english(afternoon)};
}

} // namespace kessai
