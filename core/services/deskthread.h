// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/answer.h"
#include "core/services/desk.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace kessai {

/// What lives on a desk's thread, and rings from there.
class DeskWorker final : public QObject {
    Q_OBJECT

Q_SIGNALS:
    void rang(kessai::Ring what);
};

/// Owns a Desk on a thread of its own and does work there, in order; the GUI thread gets answers. The Desk is made, used and
/// destroyed on that thread, because a database connection belongs to one thread.
class DeskThread final : public QObject {
    Q_OBJECT

public:
    using Opener = std::function<Result<std::unique_ptr<Desk>>()>;

    explicit DeskThread(QObject *parent = nullptr);
    /// Closes and waits, but not for long: a thread that hangs in the network is left to end by itself.
    ~DeskThread() override;

    /// Opens a desk and starts it; an earlier one is closed first.
    Answer<Result<DeskInfo>> start(Opener opener);
    /// Runs `f(Desk &)` on the desk's thread, even when the desk is closed meanwhile: for what somebody wrote or decided. f returns
    /// a Result. Without a desk the result is ConnectionLost.
    template <class F>
    auto run(F f)
    {
        return queue(std::move(f), {});
    }
    /// The same for questions, which nobody has any more once the desk is closed; the result is Cancelled then.
    template <class F>
    auto ask(F f)
    {
        return queue(std::move(f), m_seat->closings.load());
    }
    /// Hears the bell of a running meeting (Store::listen); none with an empty name.
    Answer<Result<>> listen(const QByteArray &channel);
    /// For how many milliseconds the work under way has been waiting for its answer; 0 while there is none.
    qint64 busyFor() const;
    /// Signs out: gives up the questions that wait and the one under way, does what is to be recorded, and closes the desk. Waits for
    /// nothing.
    void close();

Q_SIGNALS:
    void rang(kessai::Ring what);

private:
    /// What the work queued on the thread shares; it may outlive this object.
    struct Seat {
        std::unique_ptr<Desk> desk; ///< only touched on the thread
        std::atomic<int> closings = 0;
        std::atomic<qint64> began = 0; ///< the work under way, in milliseconds of a steady clock; 0 while there is none
        std::mutex mutex; ///< guards what follows, and keeps a desk from its next work while its last is ended
        Desk *questioned = nullptr; ///< the desk while it answers a question
    };
    /// A desk is at work as long as this lives.
    class Working final {
    public:
        explicit Working(Seat &seat) : m_seat(seat) { m_seat.began = steadyMs(); }
        ~Working() { m_seat.began = 0; }
        Working(const Working &) = delete;
        Working &operator=(const Working &) = delete;

    private:
        Seat &m_seat;
    };
    static qint64 steadyMs();
    /// A desk is at a question as long as this lives.
    class Questioning final {
    public:
        Questioning(Seat &seat, Desk *desk) : m_seat(seat) { note(desk); }
        ~Questioning() { note(nullptr); }
        Questioning(const Questioning &) = delete;
        Questioning &operator=(const Questioning &) = delete;

    private:
        void note(Desk *desk)
        {
            const std::lock_guard lock(m_seat.mutex);
            m_seat.questioned = desk;
        }
        Seat &m_seat;
    };

    /// `since` = the number of closings when a question was asked.
    template <class F>
    auto queue(F f, std::optional<int> since) -> Answer<std::invoke_result_t<F, Desk &>>
    {
        using R = std::invoke_result_t<F, Desk &>;
        auto promise = std::make_shared<QPromise<R>>();
        Answer<R> answer(promise->future());
        promise->start();
        QMetaObject::invokeMethod(
            m_worker,
            [seat = m_seat, promise, since, f = std::move(f)]() mutable {
                if (since && *since != seat->closings.load())
                    promise->addResult(R(fail(ErrorCode::Cancelled, QStringLiteral("the desk was closed"))));
                else if (seat->desk) {
                    const Working working(*seat);
                    const Questioning questioning(*seat, since ? seat->desk.get() : nullptr);
                    promise->addResult(f(*seat->desk));
                } else
                    promise->addResult(R(fail(ErrorCode::ConnectionLost, QStringLiteral("no desk"))));
                promise->finish();
            },
            Qt::QueuedConnection);
        return answer;
    }

    std::shared_ptr<Seat> m_seat = std::make_shared<Seat>();
    QThread *m_thread;
    DeskWorker *m_worker; ///< lives on m_thread; the receiver of queued work
};

} // namespace kessai
