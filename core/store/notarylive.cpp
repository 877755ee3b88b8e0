// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/inkend.h"
#include "core/store/localnotary.h"
#include "core/store/meetingqueries.h"
#include "core/store/officequeries.h"

#include <QUuid>

// What a meeting comes to while it runs and after, in the notary of this program.

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String kMeetingId("meeting_id");

class LiveWriter final {
public:
    LiveWriter(Database &database, const Meeting &whole) : m_database(database), m_whole(whole) {}

    Result<> write(const std::optional<LiveState> &state)
    {
        for (const char *forget : {"notaryForgetSpeakers", "notaryForgetBallots"}) {
            if (const Result<> forgotten = run(forget); !forgotten)
                return forgotten;
        }
        if (!state)
            return run("notaryForgetLive");
        if (const Result<> written = writeHead(*state); !written)
            return written;
        Query speak(m_database, QLatin1String("notarySpeaker"));
        for (const Speaker &one : state->speakers) {
            const Result<> written = of(speak)
                                         .bind(QLatin1String("staff_id"), one.who)
                                         .bind(QLatin1String("asked"), one.asked)
                                         .bind(QLatin1String("began"), one.began)
                                         .exec();
            if (!written)
                return written;
        }
        Query cast(m_database, QLatin1String("notaryBallot"));
        for (const Ballot &one : state->ballots) {
            const Result<> written = of(cast)
                                         .bind(QLatin1String("vote"), openVote())
                                         .bind(QLatin1String("staff_id"), one.who)
                                         .bind(QLatin1String("choice"), int(one.choice))
                                         .exec();
            if (!written)
                return written;
        }
        return {};
    }

private:
    Query &of(Query &query) { return query.bind(kMeetingId, m_whole.id); }
    int openVote() const { return m_whole.openVote() ? m_whole.openVote()->id : 0; }
    Result<> run(const char *name)
    {
        Query query(m_database, QLatin1String(name));
        return of(query).exec();
    }
    Result<> writeHead(const LiveState &state)
    {
        const QPointF pointer = state.place.pointer.value_or(QPointF(-1, -1));
        Query set(m_database, QLatin1String("notarySetLive"));
        return of(set)
            .bind(QLatin1String("mark"), state.mark)
            .bind(QLatin1String("presenter"), state.presenter)
            .bind(QLatin1String("paper"), state.place.paper)
            .bind(QLatin1String("revision"), state.place.revision)
            .bind(QLatin1String("page"), state.place.page)
            .bind(QLatin1String("x"), pointer.x())
            .bind(QLatin1String("y"), pointer.y())
            .bind(QLatin1String("scrolled"), state.place.scrolled)
            .bind(QLatin1String("called"), state.called)
            .bind(QLatin1String("called_at"), state.calledAt)
            .bind(QLatin1String("speak_limit"), state.speakLimit)
            .bind(QLatin1String("vote"), openVote())
            .bindAscii(QLatin1String("channel"), newChannel())
            .exec();
    }
    /// On which a server rings, kept with the row as it was made first; a file rings nobody.
    QByteArray newChannel() const
    {
        return m_database.dialect() == Dialect::PostgreSql ? 'm' + QUuid::createUuid().toByteArray(QUuid::Id128)
                                                           : QByteArray("");
    }

    Database &m_database;
    const Meeting &m_whole;
};

} // namespace

Result<> LocalNotary::followLive(const Meeting &after, const MeetingChange &change)
{
    auto before = readLive(m_database, after.id);
    if (!before)
        return before.failure();
    return LiveWriter(m_database, after).write(liveAfter(std::move(before).value(), after, change, m_actor));
}

Result<LiveMeeting> LocalNotary::changeLive(MeetingId id, const LiveChange &change)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    NotaryRows rows(m_database, m_clock.now().day());
    const auto acts = readMeetingActs(m_database, id);
    const auto auditor = rows.isAuditor(m_actor);
    if (!acts || !auditor)
        return acts ? auditor.failure() : acts.failure();
    const Meeting whole = foldMeeting(id, *acts);
    const MeetingViewer viewer{m_actor, *auditor};
    if (acts->empty() || sightOf(whole, viewer) == MeetingSight::None)
        return fail(ErrorCode::NotFound, u"no such meeting"_s);
    auto state = readLive(m_database, id);
    if (!state)
        return state.failure();
    if (const Result<> may = checkLiveChange(whole, *state, change, m_actor); !may)
        return may.failure();
    applyLiveChange(**state, change, m_actor, m_clock.now());
    if (const Result<> written = LiveWriter(m_database, whole).write(*state); !written)
        return written.failure();
    const Result<> committed = transaction->commit();
    return committed ? liveFor(whole, *state, viewer, m_clock.now()) : Result<LiveMeeting>(committed.failure());
}

/// A vote ends with what was cast, whatever whoever ends it says of it.
Result<std::optional<MeetingChange>> LocalNotary::counted(const Meeting &whole, const MeetingChange &change)
{
    const auto *closing = std::get_if<CloseVote>(&change);
    if (!closing)
        return std::optional<MeetingChange>();
    const auto state = readLive(m_database, whole.id);
    if (!state)
        return state.failure();
    return std::optional<MeetingChange>(countedVote(whole, state->value_or(LiveState()), closing->vote));
}

/// The minutes of a meeting are a case whoever files them drafted, of that meeting.
Result<> LocalNotary::checkFiling(const Meeting &held, const MeetingChange &change)
{
    const auto *filing = std::get_if<FileMinutes>(&change);
    if (!filing)
        return {};
    const auto minutes = readMinutesCase(m_database, held.id, filing->minutes, m_actor);
    return minutes ? checkMinutes(held, *minutes) : Result<>(minutes.failure());
}

Result<> LocalNotary::destroyInk(MeetingId id)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    NotaryRows rows(m_database, m_clock.now().day());
    const auto record = readableMeeting(rows, id, nullptr);
    const auto rights = readRights(Reader{m_database, m_clock, m_actor, Sight::Own});
    if (!record || !rights)
        return record ? rights.failure() : record.failure();
    const Meeting whole = foldMeeting(id, record->acts);
    const MeetingMember *member = whole.member(m_actor);
    if ((!member || member->role != MeetingRole::Secretary) && !rights->administrator)
        return fail(ErrorCode::AccessDenied, u"secretaries and administrators see to the rules of a meeting"_s);
    const auto end = readInkEnd(m_database, whole);
    if (!end)
        return end.failure();
    if (!*end || **end > m_clock.now().day())
        return fail(Error::refused(Refusal::WrongState, u"ink stays, or its day has not come"_s));
    const auto destroyed = destroyPrivateInk(m_database, id, m_clock.now());
    return destroyed ? transaction->commit() : Result<>(destroyed.failure());
}

} // namespace kessai
