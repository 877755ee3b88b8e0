// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/ports/ledgerstore.h"

namespace kessai {

/// What a case does to somebody's day, as the ledgers tell it.
enum class DayMark {
    Order,     ///< overtime ordered
    Overtime,  ///< overtime worked
    ExtraDuty, ///< a day off made a day of duty (振替, 4時間の割振り変更)
    FreedDuty, ///< the hours given up for it
    Daikyu,    ///< 代休日
    TimeOff,   ///< 時間外代休時間
    Leave,
};

/// One thing on a day: the minutes of one case that mean the same.
struct DayItem final {
    QDate day;
    DayMark mark;
    QString leave; ///< of a leave, the kind its ledgers name: "annual", "special", "sick", ...; empty for all else
    CaseId id;
    QString title;
    CaseState state;
    qint64 minutes;
    std::optional<int> start; ///< minute of the day at which the first of them begins, where it is known
    bool used;                ///< decided; otherwise waiting
    bool cancelling = false;  ///< decided, and a case that waits asks to take it back
    friend bool operator==(const DayItem &, const DayItem &) = default;
};

struct MonthDay final {
    QDate day;
    DayKind kind;
    QString holiday; ///< its name, where it has one
    std::vector<DayItem> items;
    friend bool operator==(const MonthDay &, const MonthDay &) = default;
};

/// Somebody's own month: whole weeks from Sunday to Saturday, how they stand, and what is to come.
struct MonthSheet final {
    QDate first; ///< the first day of the month
    QDate today;
    std::vector<MonthDay> days;
    QDate standingOn; ///< the day `standing` is as of
    std::vector<Insight> standing;
    std::vector<DayItem> coming; ///< days off and changed duty from tomorrow on, within `kComingDays`
};

inline constexpr int kComingDays = 70;

/// The first and the last day a month is drawn with.
QDate firstShown(const QDate &month);
QDate lastShown(const QDate &month);

/// What the postings say of each day, by day and start. What a decided cancellation took back is not there any more.
std::vector<DayItem> dayItems(const std::vector<OwnPosting> &postings);

/// Answers questions about the account the postings are all of, as the ledgers would.
std::vector<LedgerAnswer> answersFrom(const std::vector<OwnPosting> &postings,
                                      const std::vector<LedgerQuery> &questions);

} // namespace kessai
