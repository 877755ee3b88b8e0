// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/blobstore.h"
#include "core/ports/budgetstore.h"
#include "core/ports/casestore.h"
#include "core/ports/examinationstore.h"
#include "core/ports/ledgerstore.h"
#include "core/ports/meetingstore.h"
#include "core/ports/officestore.h"
#include "core/ports/payeestore.h"
#include "core/ports/paymentstore.h"

#include <functional>

namespace kessai {

/// Why the bell of a running meeting rings. It tells nothing, and whoever has a login can ring it: what is so is asked.
enum class Ring {
    Live, ///< something was done
    Ink,  ///< ink was shared
};

/// One signed-in connection to an office's database. Lives on one thread.
class Store {
public:
    virtual ~Store() = default;
    virtual CaseStore &cases() = 0;
    virtual BlobStore &blobs() = 0;
    virtual OfficeStore &office() = 0;
    virtual LedgerStore &ledgers() = 0;
    virtual BudgetStore &budget() = 0;
    virtual PayeeStore &payees() = 0;
    virtual ExaminationStore &examinations() = 0;
    virtual PaymentStore &payments() = 0;
    virtual MeetingStore &meetings() = 0;
    /// The connection answers; false after a loss, until `reconnect` succeeds.
    virtual bool connected() = 0;
    virtual Result<> reconnect() = 0;
    /// Ends the statement that is under way, from any thread; a server is told over a connection of its own, which takes as long as
    /// the network does. What is read from a file takes no time worth ending.
    virtual void cancel() {}
    /// Hears the bell of one running meeting, whose channel LiveMeeting tells, in place of the former; none with an empty name. `rang` is
    /// called on this thread, whose event loop runs; also when the connection is lost, and when it is back, for something may have been
    /// missed. It listens again by itself, also where the connection is not there just now. A file has no bell.
    virtual Result<> listen(const QByteArray &channel, std::function<void(Ring)> rang)
    {
        Q_UNUSED(channel)
        Q_UNUSED(rang)
        return {};
    }
    /// Whether the database itself enforces who may do what (PostgreSQL), or only this program does (a file on one PC).
    virtual bool guarded() const = 0;
};

} // namespace kessai
