// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/store/hand.h"

#include <thread>

namespace kessai::test {

/// What becomes of submissions that were all proposed before any was recorded, by these people with these contents, each over a connection and
/// a thread of its own.
inline std::vector<Result<Event>> submitAtOnce(TestOffice &office, const std::vector<StaffId> &people,
                                               const QJsonObject &content)
{
    struct Client {
        StaffId who;
        CaseId id;
        ProposedEvent event;
    };
    std::vector<Client> clients;
    for (const StaffId who : people) {
        Hand hand(office, who);
        const auto id = hand.draft(content);
        EXPECT_TRUE(fine(id));
        clients.push_back({who, *id, *hand.proposeSubmission(*id)});
    }
    std::vector<Result<Event>> outcome(clients.size(), Result<Event>(fail(ErrorCode::Internal, QString())));
    std::vector<std::thread> threads;
    for (size_t i = 0; i < clients.size(); ++i) {
        threads.emplace_back([&, i] {
            auto store = office.open(clients[i].who); // a connection belongs to its thread
            if (!store) {
                outcome[i] = store.failure();
                return;
            }
            do // a file has one writer at a time
                outcome[i] = (*store)->cases().append({clients[i].id, 0, freshRequestId(), clients[i].event});
            while (!outcome[i] && outcome[i].error().code == ErrorCode::Busy);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return outcome;
}

} // namespace kessai::test
