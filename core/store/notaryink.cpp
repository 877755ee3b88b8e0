// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/inkconflict.h"
#include "core/store/localnotary.h"
#include "core/store/meetingqueries.h"

#include <algorithm>

// The notary of an SQLite file for ink; PostgreSQL's is kessai.put_ink (migration 0049).

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String kPieceMeeting("meeting_id");
constexpr QLatin1String kPieceStaff("staff_id");
constexpr QLatin1String kPiecePaper("paper");
constexpr QLatin1String kPieceRevision("revision");

bool isOneOf(const std::vector<StaffId> &people, StaffId who)
{
    return std::ranges::find(people, who) != people.end();
}

/// Whom a piece of ink was ever shared with by name.
Result<std::vector<StaffId>> namedOn(Database &database, const QString &ink)
{
    Query rows(database, QLatin1String("notaryInkReaders"));
    rows.bind(QLatin1String("ink_id"), ink);
    return takeAll<StaffId>(rows, [](const Query &row) { return row.id<StaffId>(0); });
}

} // namespace

/// Whether a piece may lie where it is.
Result<> LocalNotary::checkInkPlace(MeetingId id, const Ink &ink)
{
    Query pages(m_database, QLatin1String("notaryInkPages"));
    pages.bind(kPieceMeeting, id).bind(kPiecePaper, ink.paper).bind(kPieceRevision, ink.revision);
    Reader{m_database, m_clock, m_actor, Sight::Own}.bindTo(pages);
    if (const Result<> found = pages.execOne(); !found)
        return found;
    return ink.page >= 0 && ink.page < pages.number(0) ? Result<>()
                                                       : Result<>(fail(ErrorCode::Invalid, u"no such page"_s));
}

/// Those a piece is shared with: members, or named on it before, none of whom may be missing now.
Result<> LocalNotary::shareInk(MeetingId id, const Ink &ink)
{
    const auto named = namedOn(m_database, ink.id);
    if (!named)
        return named.failure();
    if (ink.audience == InkAudience::Chosen
        && !std::all_of(named->begin(), named->end(), [&ink](StaffId who) { return isOneOf(ink.readers, who); }))
        return fail(ErrorCode::Invalid, u"what was shared is not shared with fewer"_s);
    Query member(m_database, QLatin1String("notaryIsMember"));
    Query add(m_database, QLatin1String("notaryInkReader"));
    for (const StaffId who : ink.readers) {
        if (isOneOf(*named, who))
            continue;
        const Result<> invited = member.bind(kPieceMeeting, id).bind(kPieceStaff, who).execOne();
        if (!invited)
            return invited.error().code == ErrorCode::NotFound
                ? fail(ErrorCode::Invalid, u"ink is shared with members"_s)
                : invited;
        if (const Result<> added = add.bind(QLatin1String("ink_id"), ink.id).bind(kPieceStaff, who).exec(); !added)
            return added;
    }
    return {};
}

/// Whether a piece goes over the stored one: not where that is as new, and refused where it is another than the writer knew. A writer who
/// does not say what they knew is an older program.
Result<bool> LocalNotary::standsOver(const Query &stored, const Ink &ink)
{
    const int version = stored.number(3);
    if (!ink.base)
        return ink.version > version;
    const auto named = namedOn(m_database, ink.id);
    if (!named)
        return named.failure();
    Ink there = ink;
    there.removed = stored.flag(8);
    there.audience = InkAudience(stored.number(2));
    there.paper = stored.number(4);
    there.revision = stored.number(5);
    there.page = stored.number(6);
    there.readers = *named;
    const bool isSame = isSameInk(there, ink) && (ink.removed || stored.ascii(7) == shapeBody(ink.shape));
    if (!isSame && version != *ink.base)
        return fail(Error::refused(Refusal::Stale, u"the piece was changed elsewhere"_s));
    return ink.version > version;
}

Result<> LocalNotary::writeInk(MeetingId id, const Ink &ink, qint64 mark, const QString &name)
{
    if (const Result<> sound = checkInk(ink); !sound)
        return sound;
    Query before(m_database, QLatin1String("notaryInk"));
    const Result<> known = before.bind(QLatin1String("ink_id"), ink.id).execOne();
    if (!known && known.error().code != ErrorCode::NotFound)
        return known;
    if (known && (before.id<MeetingId>(0) != id || before.id<StaffId>(1) != m_actor))
        return fail(ErrorCode::AccessDenied, u"ink is its author's"_s);
    const auto stands = known ? standsOver(before, ink) : Result<bool>(true);
    if (!stands || !*stands)
        return stands ? Result<>() : Result<>(stands.failure());
    // What is stored may be taken away wherever it lies: its paper may have been dropped, or hidden from its author.
    const bool isTakenAway = known && ink.removed;
    if (!isTakenAway) {
        if (const Result<> place = checkInkPlace(id, ink); !place)
            return place;
    }
    // Its author may put it onto a newer revision of its paper, and nowhere else.
    if (known && (before.number(4) != ink.paper || before.number(5) > ink.revision))
        return fail(ErrorCode::Invalid, u"ink stays on its paper"_s);
    // A mark that a piece is gone reaches everybody who had it.
    const InkAudience shared = known ? InkAudience(before.number(2)) : InkAudience::Private;
    if (!ink.removed && ink.audience < shared)
        return fail(ErrorCode::Invalid, u"what was shared is not shared with fewer"_s);
    Query put(m_database, QLatin1String("notaryPutInk"));
    const Result<> written = put.bind(QLatin1String("ink_id"), ink.id)
                                 .bind(kPieceMeeting, id)
                                 .bind(kPiecePaper, ink.paper)
                                 .bind(kPieceRevision, isTakenAway ? before.number(5) : ink.revision)
                                 .bind(QLatin1String("page"), isTakenAway ? before.number(6) : ink.page)
                                 .bind(QLatin1String("author_id"), m_actor)
                                 .bind(QLatin1String("author_name"), name)
                                 .bindAscii(QLatin1String("body"), ink.removed ? QByteArray("") : shapeBody(ink.shape))
                                 .bind(QLatin1String("audience"), int(ink.removed ? shared : ink.audience))
                                 .bind(QLatin1String("version"), ink.version)
                                 .bind(QLatin1String("removed"), ink.removed)
                                 .bind(QLatin1String("changed_at"), m_clock.now())
                                 .bind(QLatin1String("mark"), mark)
                                 .exec();
    return written && !ink.removed ? shareInk(id, ink) : written;
}

Result<> LocalNotary::putInk(MeetingId id, const std::vector<Ink> &inks)
{
    if (inks.size() > size_t(kMostInkAtOnce))
        return fail(ErrorCode::TooLarge, u"too much ink at once"_s);
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    NotaryRows rows(m_database, m_clock.now().day());
    const auto name = rows.nameOf(m_actor);
    if (!name)
        return name.failure();
    const auto record = readableMeeting(rows, id, nullptr);
    if (!record)
        return record.failure();
    const Meeting whole = foldMeeting(id, record->acts);
    if (!whole.member(m_actor) && sightOf(whole, {m_actor}) != MeetingSight::Items)
        return fail(ErrorCode::AccessDenied, u"ink is of those who meet"_s);
    if (whole.state == MeetingState::Dropped)
        return fail(Error::refused(Refusal::WrongState, u"the meeting was called off"_s));
    const auto mark = nextInkMark(m_database, id);
    if (!mark)
        return mark.failure();
    for (const Ink &ink : inks) {
        if (const Result<> written = writeInk(id, ink, *mark, name->value_or(QString())); !written)
            return written;
    }
    return transaction->commit();
}

} // namespace kessai
