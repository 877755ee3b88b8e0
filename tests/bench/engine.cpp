// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "tests/bench/enginejob.h"
#include "tests/bench/sections.h"

#include <ctime>

namespace kessai::bench {

namespace {

constexpr int kTurns = 5;
constexpr double kTargetJobs = 125'000;

/// The processor time of this thread in seconds: other people's work on the machine does not count.
double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

double perSecond(const std::function<void()> &once)
{
    const double began = processorTime();
    qint64 count = 0;
    double spent = 0;
    while (spent < 0.4) {
        for (int i = 0; i < 200; ++i)
            once();
        count += 200;
        spent = processorTime() - began;
    }
    return double(count) / spent;
}

} // namespace

Result<> measureEngine(Report &report)
{
    const test::Job job;
    if (job.run(false).state != CaseState::Decided)
        return fail(ErrorCode::Internal, QStringLiteral("the job was not decided"));
    const std::vector<Event> history = job.history();
    QByteArray sealed;
    for (const Event &event : history)
        sealed += event.payload + event.effectsText;

    std::vector<double> alone;
    std::vector<double> withTexts;
    std::vector<double> replayed;
    std::vector<double> hashes;
    for (int turn = 0; turn < kTurns; ++turn) {
        alone.push_back(perSecond([&] { (void)job.run(false); }));
        withTexts.push_back(perSecond([&] { (void)job.run(true); }));
        replayed.push_back(perSecond([&] { (void)replay(CaseId(1), job.drafter(), history); }));
        hashes.push_back(perSecond([&] { (void)sha256Hex(sealed); }));
    }
    const auto line = [&](const char *what, const std::vector<double> &values, const QString &target,
                          std::optional<bool> met) {
        report.line(QString::fromUtf8(what), decimals(median(values), 0) + QStringLiteral(" jobs/s"),
                    decimals(median(hashes), 0) + QStringLiteral(" jobs/s"), decimals(median(values) / median(hashes)),
                    target, met);
    };
    report.section(
        QStringLiteral("Engine in memory, one core"),
        QStringLiteral("A job is a request submitted, approved three times and decided, with a real rule, authority, "
                       "effects and history. The limit is hashing the job's texts once (%1 bytes) and nothing else.")
            .arg(sealed.size()));
    line("route, authority, effects, fold", alone, QStringLiteral("≥ 125,000 jobs/s"), median(alone) >= kTargetJobs);
    line("with texts and hash chain", withTexts, QStringLiteral("for information"), std::nullopt);
    line("replayed with all checks", replayed, QStringLiteral("for information"), std::nullopt);
    return {};
}

} // namespace kessai::bench
