// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace kessai {

/// What work on another thread will come to. It differs from QFuture in `then`: Qt 6.4 looks at the context on the thread that
/// did the work, where it may be gone already, and calls at once where the work is done already.
template <class T>
class Answer final : public QFuture<T> {
public:
    Answer() = default;
    explicit Answer(QFuture<T> future) : QFuture<T>(std::move(future)) {}

    /// Calls `f` with the answer on this thread, which is that of `context`, and from its event loop: never at once, so that
    /// whoever asks has finished asking. Does nothing when `context` is gone by then, or the work was given up.
    template <class F>
    void then(QObject *context, F f) const
    {
        auto *watcher = new QFutureWatcher<T>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, f = std::move(f)]() mutable {
            watcher->deleteLater();
            const QFuture<T> done = watcher->future();
            if (done.resultCount() > 0)
                f(done.result());
        });
        watcher->setFuture(*this);
    }
};

/// Runs a call that blocks, on a file or on a connection of its own, on a thread of the pool.
template <class F>
Answer<std::invoke_result_t<F>> onPool(F f)
{
    using R = std::invoke_result_t<F>;
    auto promise = std::make_shared<QPromise<R>>();
    Answer<R> answer(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, f = std::move(f)] {
        promise->addResult(f());
        promise->finish();
    });
    return answer;
}

} // namespace kessai
