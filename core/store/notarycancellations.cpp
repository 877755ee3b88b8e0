// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"
#include "core/store/localnotary.h"
#include "core/store/reader.h"

#include <QJsonDocument>

#include <algorithm>

namespace kessai {

namespace {

constexpr QLatin1String kCancelCase("case_id");

/// Whether every one is among all of them, as often as it is there; which days they are of, every reader checks.
bool isPartOf(const std::vector<Posting> &some, std::vector<Posting> all)
{
    for (const Posting &one : some) {
        const auto found = std::find(all.begin(), all.end(), one);
        if (found == all.end())
            return false;
        all.erase(found);
    }
    return true;
}

/// Whether a case is paid, or about to be, whatever its day (core/accounting/payments.h).
Result<bool> inBatch(Database &database, CaseId original)
{
    Query line(database, QLatin1String("notaryInBatch"));
    if (const Result<> run = line.bind(kCancelCase, original).exec(); !run)
        return run.failure();
    return line.next();
}

Result<std::vector<Posting>> postingsIn(Database &database, CaseId id)
{
    Query moved(database, QLatin1String("notaryPostings"));
    if (const Result<> run = moved.bind(kCancelCase, id).exec(); !run)
        return run.failure();
    std::vector<Posting> postings;
    while (true) {
        const Result<bool> one = moved.next();
        if (!one)
            return one.failure();
        if (!*one)
            return postings;
        postings.push_back({moved.text(0), moved.text(1), moved.day(2), moved.integer(3),
                            moved.isNull(4) ? std::nullopt : std::optional(moved.number(4))});
    }
}

/// Another cancellation of a case: one that is decided or runs.
struct EarlierCancellation {
    CaseId id;
    bool decided;
    std::optional<DayRange> days; ///< none = all that was left
};

/// By their days.
Result<std::vector<EarlierCancellation>> cancellationsOf(Database &database, CaseId original)
{
    Query rows(database, QLatin1String("notaryCancellations"));
    if (const Result<> run = rows.bind(QLatin1String("cancelled_id"), original).exec(); !run)
        return run.failure();
    std::vector<EarlierCancellation> earlier;
    while (true) {
        const Result<bool> one = rows.next();
        if (!one)
            return one.failure();
        if (!*one)
            return earlier;
        earlier.push_back({rows.id<CaseId>(0), rows.flag(1),
                           rows.isNull(2) ? std::nullopt : std::optional(DayRange{rows.day(2), rows.day(3)})});
    }
}

/// One cancellation runs at a time, over days that none before it took back, or over all that is left; and it says which were.
bool follows(const Cancellation &cancellation, const std::vector<EarlierCancellation> &earlier)
{
    std::vector<DayRange> before;
    for (const EarlierCancellation &one : earlier) {
        if (!one.decided || !one.days)
            return false;
        const auto &days = cancellation.days;
        if (days && days->first <= one.days->last && one.days->first <= days->last)
            return false;
        before.push_back(*one.days);
    }
    return before == cancellation.before;
}

/// What takes back all of what a decided case has moved that nothing took back yet: no day is given back twice.
Result<std::vector<Posting>> leftToCancel(Database &database, std::vector<Posting> moved,
                                          const std::vector<EarlierCancellation> &earlier)
{
    for (Posting &posting : moved)
        posting.amount = -posting.amount;
    for (const EarlierCancellation &one : earlier) {
        const auto back = postingsIn(database, one.id);
        if (!back)
            return back.failure();
        for (const Posting &posting : *back) {
            if (const auto it = std::find(moved.begin(), moved.end(), posting); it != moved.end())
                moved.erase(it);
        }
    }
    return moved;
}

} // namespace

/// Whether a case is the drafter's to cancel: their own, or that of somebody whose line they head, which they may read.
Result<bool> LocalNotary::mayCancel(NotaryRows &rows, const LockedCase &file, const Cancellation &cancellation)
{
    const auto original = rows.lock(cancellation.original);
    if (!original)
        return original.error().code == ErrorCode::NotFound ? Result<bool>(false) : Result<bool>(original.failure());
    if (!cancellation.drafter || *cancellation.drafter != original->drafter || original->drafter == file.drafter)
        return !cancellation.drafter && original->drafter == file.drafter;
    const auto sees = rows.maySee(*original, file.drafter);
    const auto line = rows.lineOf(*original);
    if (!sees || !line || !*sees || file.filer)
        return !sees ? sees : line ? Result<bool>(false) : Result<bool>(line.failure());
    return rows.headsLine(file.drafter, *line);
}

/// What is cancelled is decided, not paid yet, the drafter's to cancel and no cancellation itself; what is left of it and nothing else is
/// moved back.
Result<> LocalNotary::checkCancellation(NotaryRows &rows, const LockedCase &file, const Submitted &submitted,
                                        const Content &content)
{
    const auto cancellation = cancellationIn(content.fields);
    if (!cancellation)
        return fail(ErrorCode::Invalid, QStringLiteral("a cancellation says what it cancels and why"));
    if (cancellation->reason.trimmed().isEmpty())
        return fail(Error::refused(Refusal::ReasonMissing, QStringLiteral("a cancellation says why")));
    const Error no = Error::refused(Refusal::NotCancellable,
                                    QStringLiteral("what is cancelled is a decided case of the drafter's own"));
    const auto theirs = mayCancel(rows, file, *cancellation);
    if (!theirs || !*theirs)
        return theirs ? Result<>(fail(no)) : Result<>(theirs.failure());
    Query original(m_database, QLatin1String("notaryCancelled"));
    original.bind(kCancelCase, cancellation->original).bind(QLatin1String("form"), file.form);
    const Result<> found = original.execOne();
    if (!found)
        return found.error().code == ErrorCode::NotFound ? Result<>(fail(no)) : found;
    const QJsonObject decided = QJsonDocument::fromJson(original.ascii(2)).object();
    if (decided.contains(kCancels) || original.text(0) != cancellation->number)
        return fail(no);
    const auto moved = postingsIn(m_database, cancellation->original);
    if (!moved)
        return moved.failure();
    if (const auto batch = inBatch(m_database, cancellation->original); !batch || *batch)
        return batch ? Result<>(fail(Error::refused(Refusal::NotCancellable,
                                                    QStringLiteral("what was paid is paid back, not cancelled"))))
                     : Result<>(batch.failure());
    if (decided != withoutCancellation(content.fields) || original.number(1) != content.formRevision
        || original.ascii(3) != content.confidentialDigest)
        return fail(
            Error::refused(Refusal::ContentInvalid, QStringLiteral("a cancellation says all that was decided")));
    const auto earlier = cancellationsOf(m_database, cancellation->original);
    if (!earlier)
        return earlier.failure();
    if (!follows(*cancellation, *earlier))
        return fail(Error::refused(Refusal::CancelledBefore));
    const auto left = leftToCancel(m_database, *moved, *earlier);
    if (!left)
        return left.failure();
    const bool some = cancellation->days || !cancellation->before.empty();
    if ((some && submitted.postings.empty()) || !isPartOf(submitted.postings, *left)
        || (!cancellation->days && submitted.postings.size() != left->size()))
        return fail(ErrorCode::Invalid,
                    QStringLiteral("a cancellation moves back what is left of what was moved, and nothing else"));
    const auto money = [](const std::vector<Posting> &postings) {
        return std::count_if(postings.begin(), postings.end(),
                             [](const Posting &posting) { return movesMoney({posting}); });
    };
    // Half of a transfer would give what nobody gave up.
    const auto back = money(submitted.postings);
    if (cancellation->days && back > 0 && back < money(*left))
        return fail(ErrorCode::Invalid, QStringLiteral("a cancellation takes back all of the money, or none of it"));
    return {};
}

/// One cancellation of a case runs at a time.
Result<> LocalNotary::beginCancellation(const LockedCase &file, const Content &content)
{
    Query begin(m_database, QLatin1String("notaryBeginCancellation"));
    const auto cancellation = cancellationIn(content.fields);
    const auto &days = cancellation->days;
    begin.bind(kCancelCase, file.id)
        .bind(QLatin1String("cancelled_id"), cancellation->original)
        .bind(QLatin1String("part_from"), days ? std::optional(days->first) : std::nullopt)
        .bind(QLatin1String("part_until"), days ? std::optional(days->last) : std::nullopt);
    if (const Result<> begun = begin.exec(); !begun)
        return begun;
    return begin.affected() == 1 ? Result<>() : Result<>(fail(Error::refused(Refusal::CancelledBefore)));
}

/// A round has ended. Decided, the leave that was cancelled keeps nobody away any more, from today on; otherwise it stays as it was.
Result<> LocalNotary::settleCancellation(const LockedCase &file, const Event &event)
{
    if (event.effects.state != CaseState::Decided) {
        Query drop(m_database, QLatin1String("notaryDropCancellation"));
        return drop.bind(kCancelCase, file.id).exec();
    }
    std::optional<CaseId> original;
    DayRange ended{m_clock.now().day(), QDate(9999, 12, 31)};
    {
        Query decide(m_database, QLatin1String("notaryDecideCancellation"));
        const Result<> decided = decide.bind(kCancelCase, file.id).execOne();
        if (!decided)
            return decided.error().code == ErrorCode::NotFound ? Result<>() : decided;
        original = decide.id<CaseId>(0);
        if (!decide.isNull(3))
            ended = {std::max(ended.first, decide.day(3)), decide.day(4)};
        if (!decide.isNull(1) && !decide.isNull(2) && decide.number(1) > decide.number(2))
            return fail(Error::refused(Refusal::DecidedHigher));
    }
    Query end(m_database, QLatin1String("notaryEndLeave"));
    end.bind(kCancelCase, *original)
        .bind(QLatin1String("staff_id"), file.drafter)
        .bind(QLatin1String("at"), event.at)
        .bind(QLatin1String("since"), ended.first)
        .bind(QLatin1String("upto"), ended.last);
    if (const Result<> done = end.exec(); !done)
        return done;
    Query shared(m_database, QLatin1String("notaryEndShared"));
    shared.bind(kCancelCase, file.id)
        .bind(QLatin1String("cancelled_id"), *original)
        .bind(QLatin1String("ended_by"), file.drafter)
        .bind(QLatin1String("at"), event.at)
        .bind(QLatin1String("since"), m_clock.now().day());
    return shared.exec();
}

} // namespace kessai
