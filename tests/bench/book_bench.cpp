// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What turning a page of a book of 300 costs (quality.md): the real view with the real rendering processes, against a frame of the screen
// where the page was drawn ahead, and against pdftoppm for the same page at the same size where it was not.
#include "tests/ui/booksamples.h"
#include "tests/ui/pdfsamples.h"
#include "ui/meetings/bookarea.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <benchmark/benchmark.h>

#include <algorithm>

namespace kessai::test {

namespace {

constexpr int kPapers = 10;
constexpr int kPagesEach = 30;
constexpr int kTurns = 40;
constexpr int kCold = 14;
constexpr double kFrame = 16;

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values.at(values.size() / 2);
}

double worst(const std::vector<double> &values)
{
    return *std::ranges::max_element(values);
}

class Reading {
public:
    Reading()
    {
        m_book.setBook(sample::japaneseBook(kPapers, kPagesEach));
        m_view.resize(1366, 768);
        m_view.setSideShown(false);
        m_view.show();
        rest();
    }
    BookArea &pages() { return m_view.pageArea(); }
    /// Until the page in sight is there in its own pixels.
    bool wait()
    {
        while (!isShown()) {
            if (m_watch.elapsed() > 30'000)
                return false;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
        }
        return true;
    }
    /// As somebody who reads a page: what is drawn ahead gets drawn.
    void rest()
    {
        m_watch.start();
        wait();
        QTest::qWait(250);
    }
    /// Milliseconds from the key to the page on the screen.
    double go(int page)
    {
        m_watch.start();
        pages().goToPage(page);
        if (!wait())
            return 30'000;
        pages().viewport()->repaint();
        return static_cast<double>(m_watch.nsecsElapsed()) / 1e6;
    }
    QSize pixels()
    {
        return pages().mapToViewport(pages().currentPage(), QRectF(QPointF(), m_book.layoutSize(0))).size().toSize();
    }

private:
    bool isShown()
    {
        const QSize size = pixels();
        return !m_book.image({pages().currentPage(), 0, size, QRect(QPoint(), size)}).isNull();
    }

    BookPresenter m_book;
    BookView m_view{m_book};
    QElapsedTimer m_watch;
};

double pdftoppm(const QTemporaryDir &folder, int page, QSize pixels)
{
    const QString number = QString::number(page + 1);
    QElapsedTimer watch;
    watch.start();
    QProcess::execute(QStringLiteral("pdftoppm"),
                      {QStringLiteral("-f"), number, QStringLiteral("-l"), number, QStringLiteral("-scale-to-x"),
                       QString::number(pixels.width()), QStringLiteral("-scale-to-y"), QString::number(pixels.height()),
                       folder.filePath(QStringLiteral("paper.pdf")), folder.filePath(QStringLiteral("page"))});
    return static_cast<double>(watch.nsecsElapsed()) / 1e6;
}

} // namespace

/// Counters, in milliseconds: a page turned to that was drawn ahead, median and worst, and the median in frames; a page of an open paper that
/// was not, one of a paper that was not open either, pdftoppm for the same, and the first as a multiple of that.
static void turnPagesOfABook(benchmark::State &state)
{
    Theme theme(*qApp);
    theme.apply({});
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("paper.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(sample::japanesePdf(kPagesEach)) < 0) {
        state.SkipWithError("no room for a file");
        return;
    }
    file.close();
    Reading reading;

    std::vector<double> ahead;
    std::vector<double> cold;
    std::vector<double> unopened;
    std::vector<double> plain;
    for (auto _ : state) {
        for (int page = 1; page <= kTurns; ++page) {
            ahead.push_back(reading.go(page));
            reading.rest();
        }
        for (int i = 0; i < kCold; ++i) {
            // Far from where one is, in papers read before or not, each page once.
            const int paper = 3 + i % (kPapers - 3);
            unopened.push_back(reading.go(paper * kPagesEach + 1 + i / (kPapers - 3) * 4));
            reading.rest();
            const int within = 12 + i / (kPapers - 3) * 5;
            cold.push_back(reading.go(paper * kPagesEach + within));
            plain.push_back(pdftoppm(folder, within, reading.pixels()));
            reading.rest();
        }
    }
    state.counters["ahead_ms"] = median(ahead);
    state.counters["ahead_worst_ms"] = worst(ahead);
    state.counters["ahead_frames"] = median(ahead) / kFrame;
    state.counters["cold_ms"] = median(cold);
    state.counters["unopened_ms"] = median(unopened);
    state.counters["pdftoppm_ms"] = median(plain);
    state.counters["cold_ratio"] = median(cold) / median(plain);
}
BENCHMARK(turnPagesOfABook)->Iterations(1)->Unit(benchmark::kMillisecond);

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
