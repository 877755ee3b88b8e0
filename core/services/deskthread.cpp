// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deskthread.h"

#include <chrono>
#include <thread>

namespace kessai {

namespace {

/// How long a window that is gone may keep its program alive.
constexpr int kPatienceMs = 3'000;

} // namespace

DeskThread::DeskThread(QObject *parent) : QObject(parent), m_thread(new QThread), m_worker(new DeskWorker)
{
    m_thread->setObjectName(QStringLiteral("desk"));
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &DeskWorker::rang, this, &DeskThread::rang);
    m_thread->start();
}

DeskThread::~DeskThread()
{
    close();
    // The end stands in the queue behind everything that is to be recorded.
    QMetaObject::invokeMethod(
        m_worker, [] { QThread::currentThread()->quit(); }, Qt::QueuedConnection);
    if (m_thread->wait(kPatienceMs))
        delete m_thread;
    else
        connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
}

qint64 DeskThread::steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

qint64 DeskThread::busyFor() const
{
    const qint64 began = m_seat->began;
    return began == 0 ? 0 : steadyMs() - began;
}

Answer<Result<DeskInfo>> DeskThread::start(Opener opener)
{
    auto promise = std::make_shared<QPromise<Result<DeskInfo>>>();
    Answer<Result<DeskInfo>> answer(promise->future());
    promise->start();
    QMetaObject::invokeMethod(
        m_worker,
        [seat = m_seat, promise, since = m_seat->closings.load(), opener = std::move(opener)] {
            seat->desk.reset();
            auto desk = since == seat->closings.load() ? opener() : fail(ErrorCode::Cancelled);
            if (desk) {
                auto info = (*desk)->start();
                if (info)
                    seat->desk = std::move(desk).value();
                promise->addResult(std::move(info));
            } else {
                promise->addResult(Result<DeskInfo>(desk.failure()));
            }
            promise->finish();
        },
        Qt::QueuedConnection);
    return answer;
}

Answer<Result<>> DeskThread::listen(const QByteArray &channel)
{
    return ask([worker = m_worker, channel](Desk &desk) {
        return desk.listen(channel, [worker](Ring what) { Q_EMIT worker->rang(what); });
    });
}

void DeskThread::close()
{
    ++m_seat->closings;
    // A long question is nobody's any more. Telling the server may take as long as the network does, so that neither this thread nor
    // the end of the program waits for it; the desk does, so that its next work is not ended in the question's place.
    std::thread([seat = m_seat] {
        const std::lock_guard lock(seat->mutex);
        if (seat->questioned)
            seat->questioned->cancel();
    }).detach();
    QMetaObject::invokeMethod(
        m_worker, [seat = m_seat] { seat->desk.reset(); }, Qt::QueuedConnection);
}

} // namespace kessai
