// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace kessai::bench {

/// Prints figures as tables, a line as soon as it is known, and remembers whether every target was met.
class Report final {
public:
    void section(const QString &title, const QString &note = {});
    /// A figure against its target; `met` none = for information.
    void line(const QString &what, const QString &figure, const QString &limit, const QString &ratio,
              const QString &target, std::optional<bool> met);
    void note(const QString &text);
    bool allMet() const { return m_allMet; }

private:
    bool m_allMet = true;
};

/// The computer's clock, for everybody.
const Clock &systemClock();
double median(std::vector<double> values);
/// The value that many percent of all do not exceed.
double percentile(std::vector<double> values, double percent);
/// The milliseconds a call takes.
double milliseconds(const std::function<void()> &call);
QString decimals(double value, int count = 2);

} // namespace kessai::bench
