// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast the engine is in memory (quality.md). One job = one request submitted, approved three times in sequence, decided,
// with a real rule and office, authority, effects and history. The text forms and the hash, which the store needs for every
// event, are measured apart and together.

#include "tests/bench/enginejob.h"

#include <benchmark/benchmark.h>

namespace kessai::test {

static void countJobs(benchmark::State &state)
{
    state.counters["jobs/s"] = benchmark::Counter(double(state.iterations()), benchmark::Counter::kIsRate);
}

/// Route, authority, effects and fold: the engine alone.
static void engineJob(benchmark::State &state)
{
    const Job job;
    if (job.run(false).state != CaseState::Decided) {
        state.SkipWithError("the job was not decided");
        return;
    }
    for (auto _ : state)
        benchmark::DoNotOptimize(job.run(false));
    countJobs(state);
}
BENCHMARK(engineJob);

/// The same with payload and effects as text and every event in the hash chain.
static void engineJobSealed(benchmark::State &state)
{
    const Job job;
    for (auto _ : state)
        benchmark::DoNotOptimize(job.run(true));
    countJobs(state);
}
BENCHMARK(engineJobSealed);

/// Replaying a job's history with all checks, as every reader does on opening a case.
static void replayJob(benchmark::State &state)
{
    const Job job;
    const std::vector<Event> history = job.history();
    for (auto _ : state)
        benchmark::DoNotOptimize(replay(CaseId(1), job.drafter(), history));
    countJobs(state);
}
BENCHMARK(replayJob);

/// The four events of a job as text.
static void encodeJob(benchmark::State &state)
{
    const std::vector<Event> history = Job().history();
    for (auto _ : state) {
        for (const Event &event : history) {
            benchmark::DoNotOptimize(canonicalJson(toJson(event.body)));
            benchmark::DoNotOptimize(canonicalJson(toJson(event.effects)));
        }
    }
    countJobs(state);
}
BENCHMARK(encodeJob);

/// The four events of a job read from their text.
static void decodeJob(benchmark::State &state)
{
    const std::vector<Event> history = Job().history();
    for (auto _ : state) {
        for (const Event &event : history) {
            benchmark::DoNotOptimize(
                eventBodyFromJson(event.code, event.version, QJsonDocument::fromJson(event.payload).object()));
            benchmark::DoNotOptimize(effectsFromJson(QJsonDocument::fromJson(event.effectsText).object()));
        }
    }
    countJobs(state);
}
BENCHMARK(decodeJob);

/// The four hashes of a job.
static void hashJob(benchmark::State &state)
{
    const std::vector<Event> history = Job().history();
    for (auto _ : state) {
        for (const Event &event : history)
            benchmark::DoNotOptimize(event.computedHash());
    }
    countJobs(state);
}
BENCHMARK(hashJob);

/// Resolving the route of a job.
static void resolveJob(benchmark::State &state)
{
    const Job job;
    for (auto _ : state)
        benchmark::DoNotOptimize(job.submission());
    countJobs(state);
}
BENCHMARK(resolveJob);

} // namespace kessai::test

BENCHMARK_MAIN();
