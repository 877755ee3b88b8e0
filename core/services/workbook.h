// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duty/limits.h"
#include "core/duty/monthpay.h"
#include "core/ports/officestore.h"
#include "core/services/monthsheet.h"
#include "core/services/personwork.h"

namespace kessai {

/// An order (of overtime, or of duty on a day off) or a result on one calendar day, as the 時間外勤務命令簿 shows it.
struct BookEntry final {
    QString number; ///< of the case
    std::vector<Stretch> hours{};
    QString by{};        ///< who ordered or confirmed it: "総務課長 加藤 明"; empty while it waits
    QString principal{}; ///< in whose place, if in anybody's
    std::optional<Instant> at{};
    qint64 rest() const; ///< what lies between its hours
    friend bool operator==(const BookEntry &, const BookEntry &) = default;
};
/// What else makes the day what it is: 振替, 代休日, 時間外代休時間, 休暇.
struct BookMark final {
    DayMark mark;
    std::vector<Stretch> hours;
    friend bool operator==(const BookMark &, const BookMark &) = default;
};
struct BookDay final {
    QDate day;
    DayKind kind; ///< for this person, after exchanges
    std::vector<BookEntry> orders{};
    std::vector<BookEntry> results{};
    std::vector<qint64> minutes{}; ///< by the columns of the book
    std::vector<BookMark> marks{};
    friend bool operator==(const BookDay &, const BookDay &) = default;
};

/// 時間外勤務命令簿: one person's month.
struct WorkBook final {
    StaffId id;
    QString number;
    QString name;
    QString section;
    QString title;
    SectionId division{0}; ///< the 課, or above it where they are
    QDate month;
    std::optional<MonthClose> close{}; ///< the closing it goes by
    std::vector<PayLine>
        columns{}; ///< what is paid at which rate (`paidIn`): the sums of the days, rounded once; time off settles earlier ones
    std::vector<BookDay> days{};      ///< those with anything
    std::vector<LimitState> limits{}; ///< by what counts (OvertimeDays::counted)
};

/// What a book is made from besides the postings.
struct BookBasis final {
    const OfficeHistory &office;
    const Parameters &parameters;
    QDate month;
    Known known;
    std::optional<MonthClose> close{};
};
/// The books of everybody in the postings with anything in the month, by staff number; the postings are those the payroll needs; `earlier` is what the months before count,
/// as far back as limits look.
std::vector<WorkBook> makeWorkBooks(const BookBasis &basis, const std::vector<BookPosting> &postings,
                                    std::map<StaffId, OvertimeMonths> earlier);

/// The same read from the ledgers: of one person, or of everybody for those who read it. `own` says that the reader is that person.
Result<std::vector<WorkBook>> readWorkBooks(LedgerStore &ledgers, const Configuration &configuration,
                                            const QDate &month, std::optional<StaffId> who, bool own = false);

} // namespace kessai
