// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/answer.h"

#include "core/services/deskthread.h"
#include "core/services/transfer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QThread>

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

/// Turns the event loop until it is so.
bool wait(const std::function<bool()> &done)
{
    QElapsedTimer since;
    for (since.start(); !done() && since.elapsed() < 5'000; QThread::msleep(1))
        QCoreApplication::processEvents();
    return done();
}

} // namespace

TEST(Answer, ComesOnTheThreadOfWhoeverAsked)
{
    QObject context;
    int got = 0;
    const QThread *where = nullptr;

    onPool([] { return 7; }).then(&context, [&](int answer) {
        got = answer;
        where = QThread::currentThread();
    });

    EXPECT_TRUE(wait([&] { return got == 7; }));
    EXPECT_EQ(where, QThread::currentThread());
}

TEST(Answer, NeverComesWhileOneIsStillAsking)
{
    QObject context;
    bool came = false;
    auto answer = onPool([] { return 7; });
    answer.waitForFinished();

    answer.then(&context, [&](int) { came = true; });

    EXPECT_FALSE(came) << "whoever counts what is under way after asking would count wrongly";
    EXPECT_TRUE(wait([&] { return came; }));
}

TEST(Answer, IsNotMissedByThoseWhoHaveGone)
{
    QSemaphore gate;
    auto context = std::make_unique<QObject>();
    bool came = false;
    onPool([&gate] {
        gate.acquire();
        return 7;
    }).then(context.get(), [&](int) { came = true; });

    context.reset();
    gate.release();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();

    EXPECT_FALSE(came);
}

TEST(Answer, ADownloadMayGoWhileItIsUnderWay)
{
    QSemaphore gate;
    DeskThread desk;
    const auto opening = desk.start([&gate]() -> Result<std::unique_ptr<Desk>> {
        gate.acquire();
        return fail(ErrorCode::Unreachable);
    });
    Attachment file;
    file.chunks = {QByteArray(64, 'a')};
    auto download = std::make_unique<Download>(desk, file);
    download->start();

    download.reset();
    gate.release();
    const auto after = desk.run([](Desk &) { return Result<>(); });

    EXPECT_TRUE(wait([&] { return after.isFinished(); }));
}

} // namespace kessai::test
