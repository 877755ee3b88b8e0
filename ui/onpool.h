// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace kessai {

/// Runs a call that blocks, on a file or on a connection of its own, on a thread of the pool; the GUI thread gets a future.
template <class F>
QFuture<std::invoke_result_t<F>> onPool(F f)
{
    using R = std::invoke_result_t<F>;
    auto promise = std::make_shared<QPromise<R>>();
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, f = std::move(f)] {
        promise->addResult(f());
        promise->finish();
    });
    return future;
}

} // namespace kessai
