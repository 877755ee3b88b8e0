// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/event.h"
#include "core/store/query.h"

namespace kessai {

/// How much of the office somebody reads besides what is theirs; bound as `:everything`.
enum class Sight {
    Own = 0,       ///< what they drafted or were sent
    Submitted = 1, ///< an auditor: everything that was submitted
    All = 2,       ///< whoever owns the database, drafts included
};

/// Who reads through one connection, and when; what the queries of a signed-in store share.
struct Reader final {
    Database &database;
    const Clock &clock;
    std::optional<StaffId> me; ///< none = the owner of the database, who is nobody in the office
    Sight sight = Sight::Own;

    QDate today() const { return clock.now().day(); }
    /// Binds :me, :today, :now and :everything where the text has them.
    void bindTo(Query &query) const;
};

/// How the database writes whom an assignment is for: a staff id, or the negative of a post id.
qint64 toParty(const Assignee &who);
Assignee fromParty(qint64 party);

/// The event of a row with the columns of the table `event` in their order, as a notary answers it. Damaged where it cannot be read.
Result<Event> recordedEvent(const Query &row);

/// Digests of chunks as one text, and back.
QString joinedDigests(const std::vector<QByteArray> &digests);
std::vector<QByteArray> splitDigests(const QString &text);

} // namespace kessai
