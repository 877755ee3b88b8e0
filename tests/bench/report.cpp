// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace kessai::bench {

namespace {

void print(const QString &text)
{
    std::fputs(qPrintable(text), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace

void Report::section(const QString &title, const QString &note)
{
    print(QStringLiteral("\n## %1\n").arg(title));
    if (!note.isEmpty())
        print(note + QLatin1Char('\n'));
    print(QStringLiteral("| what | figure | limit, same run | ratio | target | |"));
    print(QStringLiteral("|---|---|---|---|---|---|"));
}

void Report::line(const QString &what, const QString &figure, const QString &limit, const QString &ratio,
                  const QString &target, std::optional<bool> met)
{
    m_allMet = m_allMet && met.value_or(true);
    const QString mark = !met ? QString() : *met ? QStringLiteral("met") : QStringLiteral("MISSED");
    print(QStringLiteral("| ") + QStringList{what, figure, limit, ratio, target, mark}.join(QStringLiteral(" | "))
          + QStringLiteral(" |"));
}

void Report::note(const QString &text)
{
    print(QLatin1Char('\n') + text);
}

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

double percentile(std::vector<double> values, double percent)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const double rank = std::ceil(percent / 100 * double(values.size()));
    return values[size_t(std::clamp(rank, 1.0, double(values.size()))) - 1];
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 50);
}

double milliseconds(const std::function<void()> &call)
{
    const auto began = std::chrono::steady_clock::now();
    call();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

QString decimals(double value, int count)
{
    return QString::number(value, 'f', count);
}

} // namespace kessai::bench
