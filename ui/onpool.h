// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace kessai {

/// Runs a call that blocks, on a file or on a connection of its own, on a thread of the pool; `then` gets the result on the GUI
/// thread, unless `receiver` has gone by then.
template <class F, class Then>
void onPool(QObject *receiver, F f, Then then)
{
    QThreadPool::globalInstance()->start(
        [receiver = QPointer<QObject>(receiver), f = std::move(f), then = std::move(then)]() mutable {
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [receiver = std::move(receiver), then = std::move(then), result = f()] {
                    if (receiver)
                        then(result);
                },
                Qt::QueuedConnection);
        });
}

} // namespace kessai
