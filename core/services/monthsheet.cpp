// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/monthsheet.h"

#include <algorithm>
#include <map>

namespace kessai {

namespace {

constexpr int kWeek = 7;

std::optional<DayMark> markOf(const QString &ledger)
{
    struct Known {
        QLatin1String ledger;
        DayMark mark;
    };
    static const Known known[] = {
        {QLatin1String("overtime.order.minutes"), DayMark::Order},
        {QLatin1String("overtime.holiday.order.minutes"), DayMark::Order},
        {QLatin1String("overtime.minutes"), DayMark::Overtime},
        {QLatin1String("overtime.holiday.minutes"), DayMark::Overtime},
        {QLatin1String("duty.added.minutes"), DayMark::ExtraDuty},
        {QLatin1String("duty.removed.minutes"), DayMark::FreedDuty},
        {QLatin1String("duty.daikyu.minutes"), DayMark::Daikyu},
        {QLatin1String("overtime.compensated.minutes"), DayMark::TimeOff},
        {QLatin1String("absence.minutes"), DayMark::Leave},
    };
    for (const Known &one : known) {
        if (ledger == one.ledger)
            return one.mark;
    }
    return std::nullopt;
}

/// The same posting with the other sign: what a cancellation takes back.
Posting oppositeOf(Posting posting)
{
    posting.amount = -posting.amount;
    return posting;
}

/// Whether a cancellation that waits asks for the posting back.
bool isAskedBack(const OwnPosting &one, const std::vector<OwnPosting> &all)
{
    return one.used && std::any_of(all.begin(), all.end(), [back = oppositeOf(one.posting)](const OwnPosting &other) {
               return !other.used && other.posting == back;
           });
}

/// Without what a decided cancellation took back, and without the cancellation.
std::vector<OwnPosting> standingPostings(const std::vector<OwnPosting> &all)
{
    std::vector<OwnPosting> left;
    std::copy_if(all.begin(), all.end(), std::back_inserter(left),
                 [](const OwnPosting &one) { return one.posting.amount > 0; });
    for (const OwnPosting &taken : all) {
        if (taken.posting.amount > 0 || !taken.used)
            continue;
        const Posting original = oppositeOf(taken.posting);
        const auto it = std::find_if(left.begin(), left.end(),
                                     [&](const OwnPosting &one) { return one.used && one.posting == original; });
        if (it != left.end())
            left.erase(it);
    }
    return left;
}

/// The kinds the ledgers of leave name, by case and day: a leave fills the day in one ledger and takes from its balance in another.
std::map<std::pair<CaseId, QDate>, QString> leaveKinds(const std::vector<OwnPosting> &postings)
{
    std::map<std::pair<CaseId, QDate>, QString> kinds;
    for (const OwnPosting &one : postings) {
        const QStringList words = one.posting.ledger.split(QLatin1Char('.'));
        if (words.size() > 1 && words.front() == QLatin1String("leave"))
            kinds[{one.id, one.posting.day}] = words.at(1);
    }
    return kinds;
}

} // namespace

QDate firstShown(const QDate &month)
{
    const QDate first(month.year(), month.month(), 1);
    return first.addDays(-(first.dayOfWeek() % kWeek)); // Sunday is 7
}

QDate lastShown(const QDate &month)
{
    const QDate last(month.year(), month.month(), month.daysInMonth());
    return last.addDays(kWeek - 1 - last.dayOfWeek() % kWeek);
}

std::vector<DayItem> dayItems(const std::vector<OwnPosting> &postings)
{
    const std::vector<OwnPosting> standing = standingPostings(postings);
    const auto kinds = leaveKinds(standing);
    std::vector<DayItem> items;
    for (const OwnPosting &one : standing) {
        const auto mark = markOf(one.posting.ledger);
        if (!mark)
            continue;
        const auto same = std::find_if(items.begin(), items.end(), [&](const DayItem &item) {
            return item.id == one.id && item.day == one.posting.day && item.mark == *mark;
        });
        if (same != items.end()) {
            same->minutes += one.posting.amount;
            same->cancelling = same->cancelling || isAskedBack(one, postings);
            if (one.posting.start && (!same->start || *one.posting.start < *same->start))
                same->start = one.posting.start;
            continue;
        }
        const auto kind = kinds.find({one.id, one.posting.day});
        const bool named = *mark == DayMark::Leave && kind != kinds.end();
        items.push_back({.day = one.posting.day,
                         .mark = *mark,
                         .leave = named ? kind->second : QString(),
                         .id = one.id,
                         .title = one.title,
                         .state = one.state,
                         .minutes = one.posting.amount,
                         .start = one.posting.start,
                         .used = one.used,
                         .cancelling = isAskedBack(one, postings)});
    }
    std::stable_sort(items.begin(), items.end(), [](const DayItem &a, const DayItem &b) {
        return std::pair(a.day, a.start.value_or(-1)) < std::pair(b.day, b.start.value_or(-1));
    });
    return items;
}

std::vector<LedgerAnswer> answersFrom(const std::vector<OwnPosting> &postings,
                                      const std::vector<LedgerQuery> &questions)
{
    std::vector<LedgerAnswer> answers;
    for (const LedgerQuery &question : questions) {
        LedgerAnswer answer{.name = question.name};
        for (const OwnPosting &one : postings) {
            const Posting &posting = one.posting;
            if (posting.ledger != question.ledger || posting.account != question.account || posting.day < question.from
                || posting.day > question.until || (!one.used && posting.amount <= 0))
                continue;
            (one.used ? answer.used : answer.reserved) += posting.amount;
            if (question.entries)
                answer.entries.push_back({posting.day, posting.amount, posting.start, one.used});
        }
        answers.push_back(std::move(answer));
    }
    return answers;
}

} // namespace kessai
