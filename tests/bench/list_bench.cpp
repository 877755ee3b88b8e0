// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a list of 100,000 cases costs the window (quality.md): the real page over a real desk, scrolled through to the end.
#include "tests/support/memoryoffice.h"
#include "tests/tour/footprint.h"
#include "ui/shell/desksession.h"
#include "ui/theme/theme.h"
#include "ui/tray/casemodel.h"
#include "ui/tray/casespage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <benchmark/benchmark.h>

namespace kessai::test {

namespace {

constexpr qint64 kCases = 100'000;
constexpr int kJumps = 50;

qint64 residentKib()
{
    const auto memory = tour::memoryOfThisProcess();
    return memory ? memory->resident : 0;
}

} // namespace

/// The time is that of reading everything, page after page with the view attached. Counters: MiB the process grew by, the mean
/// and the longest full repaint after a jump of the scroll bar, the longest turn of the event loop while a page was put in.
static void listOf100000(benchmark::State &state)
{
    MemoryOffice office;
    office.fill(kCases);
    Theme theme(*qApp);
    theme.apply({});
    DeskThread desk;
    const auto info = desk.start([&office] { return office.desk(office.staff().sato); });
    if (!QTest::qWaitFor([&info] { return info.isFinished(); })) {
        state.SkipWithError("nobody could sign in");
        return;
    }
    DeskSession session(desk, info.result().value());
    CasesPage page(session);
    page.resize(1366, 768);
    page.show();
    page.showList(ListKind::All);
    auto *table = page.findChild<QTableView *>();
    auto *model = static_cast<CaseModel *>(table->model());
    const bool first = QTest::qWaitFor([model] { return model->rowCount() > 0 && !model->loading(); });
    QTest::qWait(200);
    const qint64 before = residentKib();

    qint64 longestTurn = 0;
    for (auto _ : state) {
        while (first && model->rowCount() < kCases) {
            if (!model->loading())
                model->fetchMore({});
            QElapsedTimer turn;
            turn.start();
            QCoreApplication::processEvents();
            longestTurn = std::max(longestTurn, turn.nsecsElapsed());
        }
    }
    QTest::qWait(200);
    const qint64 after = residentKib();

    qint64 painting = 0;
    qint64 longestPaint = 0;
    QRandomGenerator jumps(1);
    for (int i = 0; i < kJumps; ++i) {
        table->verticalScrollBar()->setValue(jumps.bounded(table->verticalScrollBar()->maximum() + 1));
        QElapsedTimer paint;
        paint.start();
        table->viewport()->repaint();
        painting += paint.nsecsElapsed();
        longestPaint = std::max(longestPaint, paint.nsecsElapsed());
    }
    page.close();
    desk.close();
    state.counters["MiB"] = double(after - before) / 1024;
    state.counters["repaint_ms"] = double(painting) / kJumps / 1e6;
    state.counters["longest_repaint_ms"] = double(longestPaint) / 1e6;
    state.counters["longest_turn_ms"] = double(longestTurn) / 1e6;
}
// Once: memory that a first run has returned is not taken again.
BENCHMARK(listOf100000)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace kessai::test

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    benchmark::Initialize(&argc, argv);
    QApplication app(argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
