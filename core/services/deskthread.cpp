// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deskthread.h"

namespace kessai {

DeskThread::DeskThread(QObject *parent) : QObject(parent), m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("desk"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

DeskThread::~DeskThread()
{
    close();
    m_thread.quit();
    m_thread.wait();
    delete m_worker;
}

Answer<Result<DeskInfo>> DeskThread::start(Opener opener)
{
    auto promise = std::make_shared<QPromise<Result<DeskInfo>>>();
    Answer<Result<DeskInfo>> answer(promise->future());
    promise->start();
    QMetaObject::invokeMethod(
        m_worker,
        [this, promise, opener = std::move(opener)] {
            m_desk.reset();
            auto desk = opener();
            if (desk) {
                auto info = (*desk)->start();
                if (info)
                    m_desk = std::move(desk).value();
                promise->addResult(std::move(info));
            } else {
                promise->addResult(Result<DeskInfo>(desk.failure()));
            }
            promise->finish();
        },
        Qt::QueuedConnection);
    return answer;
}

void DeskThread::close()
{
    if (QThread::currentThread() == &m_thread)
        m_desk.reset();
    else
        QMetaObject::invokeMethod(
            m_worker, [this] { m_desk.reset(); }, Qt::BlockingQueuedConnection);
}

} // namespace kessai
