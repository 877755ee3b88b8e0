// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/remotenotary.h"
#include "tests/hostile/scene.h"
#include "tests/support/serveroffice.h"

#include <algorithm>
#include <functional>
#include <future>
#include <latch>

namespace kessai::test {

/// What became of one of several acts made at once.
struct Finish {
    std::optional<Event> event;
    std::optional<Error> error;

    bool won() const { return event.has_value(); }
    bool lostAs(Refusal refusal) const { return error && error->refusal == refusal; }
};

/// One person's act, over a connection and in a thread of their own, begun when everybody is ready.
using Act = std::function<Finish(RemoteNotary &)>;

inline Act appending(const AppendRequest &request)
{
    return [=](RemoteNotary &notary) -> Finish {
        auto event = notary.append(request);
        return event ? Finish{std::move(event).value(), {}} : Finish{{}, event.error()};
    };
}

inline std::vector<Finish> allAtOnce(const QString &database, const std::vector<std::pair<QString, Act>> &acts)
{
    std::latch ready(std::ptrdiff_t(acts.size()));
    std::vector<std::future<Finish>> running;
    for (const auto &[login, act] : acts) {
        running.push_back(std::async(std::launch::async, [&ready, &database, login = login, act = act]() -> Finish {
            auto opened = Database::open(staffUrl(database, login));
            ready.arrive_and_wait();
            if (!opened)
                return {{}, opened.error()};
            RemoteNotary notary(**opened);
            return act(notary);
        }));
    }
    std::vector<Finish> finishes;
    for (auto &one : running)
        finishes.push_back(one.get());
    return finishes;
}

inline int winners(const std::vector<Finish> &finishes)
{
    return int(std::count_if(finishes.begin(), finishes.end(), [](const Finish &f) { return f.won(); }));
}

} // namespace kessai::test
