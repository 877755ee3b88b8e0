// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/inkend.h"

#include "core/cases/case.h"
#include "core/store/meetingqueries.h"
#include "core/store/query.h"

namespace kessai {

namespace {

constexpr QLatin1String kInkMeeting("meeting_id");

} // namespace

Result<MinutesCase> readMinutesCase(Database &database, MeetingId meeting, CaseId minutes,
                                    std::optional<StaffId> drafter)
{
    Query row(database, QLatin1String("minutesCase"));
    row.bind(QLatin1String("case_id"), minutes)
        .bind(kInkMeeting, meeting)
        .bindAscii(QLatin1String("filed"), changeBody(FileMinutes{minutes}))
        .bind(QLatin1String("decided"), QStringLiteral("%\"state\":%1}").arg(int(CaseState::Decided)))
        .bind(QLatin1String("drafter"), drafter.value_or(StaffId(0)));
    if (const Result<> found = row.execOne(); !found)
        return found.failure();
    return MinutesCase{.form = row.text(0),
                       .title = row.text(1),
                       .submittedAt = row.instant(2),
                       .decidedAt = row.instant(3),
                       .elsewhere = row.flag(4)};
}

Result<std::optional<QDate>> readInkEnd(Database &database, const Meeting &whole)
{
    if (!whole.minutes || whole.rules.inkDays == kInkStays)
        return std::optional<QDate>();
    const auto minutes = readMinutesCase(database, whole.id, *whole.minutes);
    if (!minutes)
        return minutes.error().code == ErrorCode::NotFound ? Result<std::optional<QDate>>(std::optional<QDate>())
                                                           : minutes.failure();
    return inkEndOf(whole, *minutes);
}

Result<qint64> destroyPrivateInk(Database &database, MeetingId meeting, Instant now)
{
    Query there(database, QLatin1String("privateInk"));
    if (const Result<> counted = there.bind(kInkMeeting, meeting).execOne(); !counted)
        return counted.failure();
    const qint64 pieces = there.integer(0);
    if (pieces == 0)
        return pieces;
    const auto mark = nextInkMark(database, meeting);
    if (!mark)
        return mark.failure();
    Query destroy(database, QLatin1String("notaryDestroyInk"));
    const Result<> destroyed = destroy.bind(kInkMeeting, meeting)
                                   .bind(QLatin1String("version"), kDestroyedInk)
                                   .bind(QLatin1String("mark"), *mark)
                                   .bind(QLatin1String("changed_at"), now)
                                   .exec();
    return destroyed ? Result<qint64>(pieces) : Result<qint64>(destroyed.failure());
}

Result<EndedInk> endInk(Database &database, Instant now)
{
    const auto ids = readMeetingIds(database);
    if (!ids)
        return ids.failure();
    EndedInk ended;
    for (const MeetingId id : *ids) {
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return transaction.failure();
        const auto acts = readMeetingActs(database, id);
        if (!acts)
            return acts.failure();
        const auto end = readInkEnd(database, foldMeeting(id, *acts));
        if (!end)
            return end.failure();
        if (!*end || **end > now.day())
            continue;
        const auto pieces = destroyPrivateInk(database, id, now);
        if (!pieces)
            return pieces.failure();
        if (const Result<> committed = transaction->commit(); !committed)
            return committed.failure();
        ended.meetings += *pieces > 0 ? 1 : 0;
        ended.pieces += *pieces;
    }
    return ended;
}

} // namespace kessai
