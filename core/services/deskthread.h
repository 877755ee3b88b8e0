// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/answer.h"
#include "core/services/desk.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace kessai {

/// Owns a Desk on a thread of its own and runs work there, in order; the GUI thread gets answers. The Desk is made, used and
/// destroyed on that thread, because a database connection belongs to one thread.
class DeskThread final : public QObject {
    Q_OBJECT

public:
    using Opener = std::function<Result<std::unique_ptr<Desk>>()>;

    explicit DeskThread(QObject *parent = nullptr);
    ~DeskThread() override;

    /// Opens a desk and starts it; an earlier one is closed first.
    Answer<Result<DeskInfo>> start(Opener opener);
    /// Runs `f(Desk &)` on the desk's thread; f returns a Result. Without a desk the result is ConnectionLost.
    template <class F>
    auto run(F f) -> Answer<std::invoke_result_t<F, Desk &>>
    {
        using R = std::invoke_result_t<F, Desk &>;
        auto promise = std::make_shared<QPromise<R>>();
        Answer<R> answer(promise->future());
        promise->start();
        QMetaObject::invokeMethod(
            m_worker,
            [this, promise, f = std::move(f)]() mutable {
                promise->addResult(m_desk ? f(*m_desk) : R(fail(ErrorCode::ConnectionLost, QStringLiteral("no desk"))));
                promise->finish();
            },
            Qt::QueuedConnection);
        return answer;
    }
    /// Closes the desk (signs out) and waits for it.
    void close();

private:
    QThread m_thread;
    QObject *m_worker;            ///< lives on m_thread; the receiver of queued work
    std::unique_ptr<Desk> m_desk; ///< only touched on m_thread
};

} // namespace kessai
