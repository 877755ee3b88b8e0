// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cases/event.h"
#include "core/cases/posting.h"

#include <optional>
#include <vector>

namespace kessai {

/// A posting of the reader's own that counts, with the case it comes from.
struct OwnPosting final {
    CaseId id;
    QString form;
    QString title;
    CaseState state;
    Posting posting;
    bool used; ///< decided; otherwise reserved
    friend bool operator==(const OwnPosting &, const OwnPosting &) = default;
};

/// How long somebody is away on a day, whatever takes them away; on a trip they are on duty, elsewhere.
struct AwayMinutes final {
    StaffId staff;
    QDate day;
    qint64 used;
    qint64 reserved;
    bool trip = false; ///< one that was ordered
    friend bool operator==(const AwayMinutes &, const AwayMinutes &) = default;
};

/// A posting of somebody's working time, as whoever looks after it sees it: not a word of its case.
struct WorkPosting final {
    StaffId staff;
    QString ledger;
    QDate day;
    std::optional<int> start; ///< see Posting::start
    qint64 amount;
    bool used;                       ///< decided; otherwise reserved
    std::optional<Instant> usedAt{}; ///< when it was decided
    friend bool operator==(const WorkPosting &, const WorkPosting &) = default;
};
/// The same with what the 時間外勤務命令簿 says of its case.
struct BookPosting final {
    WorkPosting posting;
    QString number;      ///< of the case
    QString by{};        ///< who decided it, by name; empty while it waits
    QString title{};     ///< of whoever did
    QString section{};   ///< theirs
    QString principal{}; ///< in whose place, if in anybody's
    friend bool operator==(const BookPosting &, const BookPosting &) = default;
};
/// What somebody has in a ledger in one month.
struct WorkSum final {
    StaffId staff;
    QDate month; ///< its first day
    QString ledger;
    qint64 used;
    qint64 reserved;
    friend bool operator==(const WorkSum &, const WorkSum &) = default;
};
/// Papers that were to follow a leave and that nobody handed in.
struct AwaitedEvidence final {
    StaffId staff;
    QDate leaveFrom; ///< first day of the leave
    qint64 papers;
    friend bool operator==(const AwaitedEvidence &, const AwaitedEvidence &) = default;
};
/// A month that was closed, or opened again for a reason.
struct MonthClose final {
    QDate month; ///< its first day
    bool closed;
    QString reason;
    StaffId by;
    Instant at;
    int revision = 0; ///< of the office it made: the month was closed with what this one knew
    friend bool operator==(const MonthClose &, const MonthClose &) = default;
};

/// Sums over postings. Ledgers are views: nothing is copied into a balance that could disagree (design.md "Forms").
class LedgerStore {
public:
    virtual ~LedgerStore() = default;
    /// Answers in the order of the questions, sums and, where they are wanted, the entries; leaving out the postings of `except` (the case being looked at).
    virtual Result<std::vector<LedgerAnswer>> sums(const std::vector<LedgerQuery> &questions,
                                                   std::optional<CaseId> except) = 0;
    /// Everything that counts on the reader's own account between two days, by day, start and case, and what cancellations that wait
    /// would take from it.
    virtual Result<std::vector<OwnPosting>> own(const QDate &from, const QDate &until) = 0;
    /// When the people of a section and below it are away, within two months at most; AccessDenied to whom it is not theirs to look
    /// at (seesSection). Days without anything are not listed.
    virtual Result<std::vector<AwayMinutes>> away(SectionId section, const QDate &from, const QDate &until) = 0;
    /// Everybody's overtime, changed duty and absence of two months at most, by person, day and start; AccessDenied to all but personnel and
    /// the owner of the database.
    virtual Result<std::vector<WorkPosting>> work(const QDate &from, const QDate &until) = 0;
    /// The same of one person or of everybody, with the number of each case and who decided it. Besides those who read everybody's,
    /// everybody reads their own.
    virtual Result<std::vector<BookPosting>> workBook(std::optional<StaffId> who, const QDate &from,
                                                      const QDate &until) = 0;
    /// Everybody's overtime, duty on days off and annual leave by month, over two years at most; the same people read it.
    virtual Result<std::vector<WorkSum>> workSums(const QDate &from, const QDate &until) = 0;
    /// What is awaited of everybody for decided leave that began between two days, two years apart at most; what was handed in and still
    /// waits counts as handed in. The same people read it.
    virtual Result<std::vector<AwaitedEvidence>> awaitedEvidence(const QDate &from, const QDate &until) = 0;
    /// Every closing of a month, oldest first; anybody reads them.
    virtual Result<std::vector<MonthClose>> monthCloses() = 0;
};

} // namespace kessai
