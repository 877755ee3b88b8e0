// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/meetingqueries.h"

#include "core/store/inkend.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String kMeeting("meeting_id");
constexpr QLatin1String kPaper("paper");
constexpr QLatin1String kRevision("revision");
constexpr qint64 kActionsDoneFor = 7LL * 24 * 60 * 60 * 1'000'000; ///< µs for which what is done is still shown

Fail<Error> nobodyWrites()
{
    return fail(ErrorCode::AccessDenied, u"the owner of a database is nobody in the office"_s);
}

MeetingAct actOf(const Query &row)
{
    return {.seq = row.number(0),
            .kind = row.number(1),
            .item = row.number(2),
            .body = row.ascii(3),
            .by = row.id<StaffId>(4),
            .name = row.text(5),
            .at = row.instant(6),
            .previous = row.ascii(7),
            .hash = row.ascii(8)};
}

Ink inkOf(const Query &row)
{
    Ink ink{.id = row.text(0),
            .paper = row.number(1),
            .revision = row.number(2),
            .page = row.number(3),
            .shape = shapeOf(row.ascii(6)).value_or(InkShape()),
            .audience = InkAudience(row.number(7)),
            .readers = {},
            .version = row.number(8),
            .removed = row.flag(9),
            .author = row.id<StaffId>(4),
            .authorName = row.text(5),
            .changedAt = row.instant(10)};
    for (const QJsonValue reader : QJsonDocument::fromJson(row.ascii(12)).array())
        ink.readers.push_back(StaffId(reader.toInteger()));
    return ink;
}

/// Rows of a door that come as one text: [[…],[…]].
std::vector<QJsonArray> rowsIn(const QByteArray &text)
{
    std::vector<QJsonArray> rows;
    for (const QJsonValue row : QJsonDocument::fromJson(text).array())
        rows.push_back(row.toArray());
    return rows;
}

/// `scrolled` = the column of how far down the page.
LivePlace placeOf(const Query &row, int first, int scrolled)
{
    LivePlace place{.paper = row.number(first),
                    .revision = row.number(first + 1),
                    .page = row.number(first + 2),
                    .scrolled = row.real(scrolled)};
    if (row.real(first + 3) >= 0)
        place.pointer = QPointF(row.real(first + 3), row.real(first + 4));
    return place;
}

} // namespace

LiveMeeting liveMeetingOf(const Query &row)
{
    LiveMeeting live{.mark = row.integer(0),
                     .seq = row.number(1),
                     .now = row.instant(2),
                     .presenter = row.id<StaffId>(3),
                     .place = placeOf(row, 4, 19),
                     .called = row.number(9),
                     .calledAt = row.instant(10),
                     .speakLimit = row.number(12),
                     .vote = row.number(13),
                     .votesCast = row.number(14),
                     .participants = row.number(15),
                     .channel = row.ascii(18)};
    for (const QJsonArray &speaker : rowsIn(row.ascii(11)))
        live.speakers.push_back({StaffId(speaker.at(0).toInteger()), Instant(speaker.at(1).toInteger()),
                                 Instant(speaker.at(2).toInteger())});
    if (row.number(16) > 0)
        live.myBallot = BallotChoice(row.number(16));
    for (const QJsonArray &ballot : rowsIn(row.ascii(17)))
        live.ballots.push_back({StaffId(ballot.at(0).toInteger()), BallotChoice(ballot.at(1).toInt())});
    return live;
}

Result<std::optional<LiveState>> readLive(Database &database, MeetingId id)
{
    Query head(database, QLatin1String("meetingLive"));
    if (const Result<> found = head.bind(kMeeting, id).execOne(); !found)
        return found.error().code == ErrorCode::NotFound ? Result<std::optional<LiveState>>(std::nullopt)
                                                         : found.failure();
    LiveState state{.mark = head.integer(0),
                    .presenter = head.id<StaffId>(1),
                    .place = placeOf(head, 2, 10),
                    .called = head.number(7),
                    .calledAt = head.instant(8),
                    .speakLimit = head.number(9)};
    Query speakers(database, QLatin1String("meetingSpeakers"));
    auto asked = takeAll<Speaker>(speakers.bind(kMeeting, id), [](const Query &row) {
        return Speaker{row.id<StaffId>(0), row.instant(1), row.instant(2)};
    });
    Query ballots(database, QLatin1String("meetingBallots"));
    auto cast = takeAll<Ballot>(ballots.bind(kMeeting, id), [](const Query &row) {
        return Ballot{row.id<StaffId>(0), BallotChoice(row.number(1))};
    });
    if (!asked || !cast)
        return asked ? cast.failure() : asked.failure();
    state.speakers = std::move(asked).value();
    state.ballots = std::move(cast).value();
    return std::optional(std::move(state));
}

Result<qint64> nextInkMark(Database &database, MeetingId id)
{
    Query next(database, QLatin1String("notaryNextInkMark"));
    const Result<> marked = next.bind(kMeeting, id).execOne();
    return marked ? Result<qint64>(next.integer(0)) : Result<qint64>(marked.failure());
}

Result<std::vector<MeetingAct>> readMeetingActs(Database &database, MeetingId id)
{
    Query rows(database, QLatin1String("meetingActs"));
    return takeAll<MeetingAct>(rows.bind(kMeeting, id), actOf);
}

Result<std::vector<MeetingId>> readMeetingIds(Database &database)
{
    Query rows(database, QLatin1String("meetingIds"));
    return takeAll<MeetingId>(rows, [](const Query &row) { return row.id<MeetingId>(0); });
}

Result<MeetingTables> readMeetingTables(Database &database, MeetingId id)
{
    const auto rowsOf = [&](QLatin1String query, auto take) {
        Query rows(database, query);
        return takeAll<decltype(take(rows))>(rows.bind(kMeeting, id), take);
    };
    Query head(database, QLatin1String("meetingHead"));
    if (const Result<> read = head.bind(kMeeting, id).execOne(); !read)
        return read.failure();
    MeetingTables tables{.state = MeetingState(head.number(0)),
                         .published = head.flag(1),
                         .title = head.text(2),
                         .day = head.day(3),
                         .begins = head.number(4),
                         .ends = head.number(5),
                         .room = head.text(6),
                         .seq = head.number(7),
                         .members = {},
                         .hidden = {},
                         .papers = {},
                         .files = {},
                         .there = {},
                         .actions = {},
                         .openVote = {}};
    auto members = rowsOf(QLatin1String("meetingMembers"), [](const Query &row) {
        return MeetingTables::Member{row.id<StaffId>(0), MeetingRole(row.number(1))};
    });
    auto hidden = rowsOf(QLatin1String("meetingHidden"), [](const Query &row) {
        return MeetingTables::Hidden{row.number(0), row.id<StaffId>(1)};
    });
    auto papers = rowsOf(QLatin1String("meetingPapers"), [](const Query &row) {
        return MeetingTables::PaperRow{row.number(0), row.number(1), row.id<StaffId>(2), row.number(3), row.flag(4)};
    });
    auto files = rowsOf(QLatin1String("meetingFiles"), [](const Query &row) {
        return MeetingTables::FileRow{row.number(0), row.number(1), row.ascii(2), row.number(3)};
    });
    auto there = rowsOf(QLatin1String("meetingThere"), [](const Query &row) { return row.id<StaffId>(0); });
    auto actions = rowsOf(QLatin1String("meetingActions"), [](const Query &row) {
        return MeetingAction{.id = row.number(0),
                             .item = row.number(1),
                             .text = row.text(2),
                             .owner = row.id<StaffId>(3),
                             .due = row.day(4),
                             .doneAt = row.instant(5),
                             .doneBy = row.id<StaffId>(6),
                             .note = row.text(7)};
    });
    auto votes = rowsOf(QLatin1String("meetingOpenVote"), [](const Query &row) { return row.number(0); });
    for (const auto *problem :
         {members ? nullptr : &members.error(), hidden ? nullptr : &hidden.error(), papers ? nullptr : &papers.error(),
          files ? nullptr : &files.error(), there ? nullptr : &there.error(), actions ? nullptr : &actions.error(),
          votes ? nullptr : &votes.error()}) {
        if (problem)
            return fail(*problem);
    }
    tables.members = std::move(members).value();
    tables.hidden = std::move(hidden).value();
    tables.papers = std::move(papers).value();
    tables.files = std::move(files).value();
    tables.there = std::move(there).value();
    tables.actions = std::move(actions).value();
    if (!votes->empty())
        tables.openVote = votes->front();
    return tables;
}

QByteArray pagesJson(const MeetingChange &change)
{
    const auto *put = std::get_if<PutPaper>(&change);
    if (!put)
        return {};
    QJsonArray pages;
    for (const PaperPage &page : put->pages)
        pages.append(QJsonObject{{u"print"_s, page.print}, {u"folded"_s, page.folded}, {u"text"_s, page.text}});
    return QJsonDocument(pages).toJson(QJsonDocument::Compact);
}

QByteArray inksJson(const std::vector<Ink> &inks)
{
    QJsonArray all;
    for (const Ink &ink : inks) {
        QJsonArray readers;
        for (const StaffId reader : ink.readers)
            readers.append(reader.value());
        QJsonObject piece{{u"id"_s, ink.id},
                          {u"paper"_s, ink.paper},
                          {u"revision"_s, ink.revision},
                          {u"page"_s, ink.page},
                          {u"body"_s, ink.removed ? QString() : QString::fromUtf8(shapeBody(ink.shape))},
                          {u"audience"_s, int(ink.audience)},
                          {u"readers"_s, readers},
                          {u"version"_s, ink.version},
                          {u"removed"_s, ink.removed}};
        if (ink.base)
            piece.insert(u"base"_s, *ink.base);
        all.append(piece);
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

Result<std::vector<MeetingRow>> SqlMeetings::meetings(const QDate &from)
{
    if (atNoDoor())
        return std::vector<MeetingRow>();
    Query rows(m_reader.database, QLatin1String(atDoor() ? "remoteMeetingsFrom" : "meetingsFrom"));
    m_reader.bindTo(rows);
    rows.bind(QLatin1String("from"), from);
    return takeAll<MeetingRow>(rows, [](const Query &row) {
        return MeetingRow{.id = row.id<MeetingId>(0),
                          .state = MeetingState(row.number(1)),
                          .title = row.text(2),
                          .day = row.day(3),
                          .begins = row.number(4),
                          .ends = row.number(5),
                          .room = row.text(6),
                          .role = row.number(7) < 0 ? std::nullopt : std::optional(MeetingRole(row.number(7))),
                          .awaited = row.flag(8),
                          .unseen = row.number(9)};
    });
}

/// The acts a reader gets; NotFound where they get none.
Result<MeetingRecord> SqlMeetings::readable(MeetingId id)
{
    Query door(m_reader.database, QLatin1String(atDoor() ? "remoteMeetingActs" : "meetingActs"));
    auto acts = takeAll<MeetingAct>(door.bind(kMeeting, id), actOf);
    if (!acts)
        return acts.failure();
    const bool all = atDoor() || m_reader.sight == Sight::All;
    const Meeting whole = all ? Meeting() : foldMeeting(id, *acts);
    if (acts->empty() || (!all && sightOf(whole, whoReads()) == MeetingSight::None))
        return fail(ErrorCode::NotFound, u"no such meeting"_s);
    return MeetingRecord{id, all ? std::move(acts).value() : seenActs(whole, whoReads(), std::move(acts).value())};
}

Result<MeetingRecord> SqlMeetings::meeting(MeetingId id)
{
    return readable(id);
}

Result<MeetingRecord> SqlMeetings::change(std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                          const MeetingChange &change)
{
    if (!m_notary)
        return nobodyWrites();
    const auto changed = m_notary->changeMeeting(id, seenSeq, requestId, change);
    if (!changed)
        return changed.failure();
    auto record = readable(*changed);
    // Whoever put themselves out of it reads nothing any more, and it is done all the same.
    return record || record.error().code != ErrorCode::NotFound ? record : MeetingRecord{*changed, {}};
}

Result<std::vector<PaperPage>> SqlMeetings::pages(MeetingId id, int paper, int revision)
{
    Query rows(m_reader.database, QLatin1String(atDoor() ? "remotePaperPages" : "paperPages"));
    m_reader.bindTo(rows);
    rows.bind(kMeeting, id).bind(kPaper, paper).bind(kRevision, revision);
    auto pages = takeAll<PaperPage>(rows, [](const Query &row) {
        return PaperPage{row.text(0), row.text(1), row.text(2)};
    });
    return pages && pages->empty() ? fail(ErrorCode::NotFound, u"no such paper"_s) : pages;
}

Result<> SqlMeetings::markOpened(MeetingId id, int paper, int revision)
{
    return m_notary ? m_notary->openPaper(id, paper, revision) : nobodyWrites();
}

Result<std::vector<PaperOpened>> SqlMeetings::opened(MeetingId id)
{
    if (!atDoor()) {
        const auto acts = readMeetingActs(m_reader.database, id);
        if (!acts)
            return acts.failure();
        const Meeting whole = foldMeeting(id, *acts);
        const MeetingMember *member = whole.member(whoReads().who);
        if (m_reader.sight != Sight::All && sightOf(whole, whoReads()) == MeetingSight::None)
            return fail(ErrorCode::NotFound, u"no such meeting"_s);
        if (m_reader.sight != Sight::All && (!member || member->role != MeetingRole::Secretary))
            return fail(ErrorCode::AccessDenied, u"who opened what is for secretaries"_s);
    }
    Query rows(m_reader.database, QLatin1String(atDoor() ? "remotePapersOpened" : "papersOpened"));
    return takeAll<PaperOpened>(rows.bind(kMeeting, id), [](const Query &row) {
        return PaperOpened{row.id<StaffId>(0), row.number(1), row.number(2), row.instant(3)};
    });
}

Result<std::vector<MeetingHit>> SqlMeetings::findInPapers(const QString &folded, int most)
{
    const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    if (atNoDoor() || words.isEmpty())
        return std::vector<MeetingHit>();
    Query rows(m_reader.database, QLatin1String(atDoor() ? "remoteFindInPapers" : "findInPapers"));
    m_reader.bindTo(rows);
    rows.bind(QLatin1String("most"), most);
    if (atDoor()) {
        rows.bind(QLatin1String("words"), words.join(u' '));
    } else {
        rows.bind(QLatin1String("first"), words.front())
            .bindAscii(QLatin1String("words"),
                       QJsonDocument(QJsonArray::fromStringList(words)).toJson(QJsonDocument::Compact));
    }
    return takeAll<MeetingHit>(rows, [](const Query &row) {
        return MeetingHit{row.id<MeetingId>(0), row.text(1), row.day(2), row.number(3), row.number(4), row.text(5)};
    });
}

Result<InkRead> SqlMeetings::ink(MeetingId id, qint64 since)
{
    if (atNoDoor())
        return InkRead{since, {}};
    if (!atDoor()) {
        if (const auto may = readable(id); !may)
            return may.failure();
    }
    Query rows(m_reader.database, QLatin1String(atDoor() ? "remoteInkSince" : "inkSince"));
    m_reader.bindTo(rows);
    rows.bind(kMeeting, id).bind(QLatin1String("mark"), since);
    qint64 mark = since;
    auto inks = takeAll<Ink>(rows, [&mark](const Query &row) {
        mark = std::max(mark, row.integer(11));
        return inkOf(row);
    });
    return inks ? Result<InkRead>(InkRead{mark, std::move(inks).value()}) : Result<InkRead>(inks.failure());
}

Result<> SqlMeetings::putInk(MeetingId id, const std::vector<Ink> &inks)
{
    return m_notary ? m_notary->putInk(id, inks) : nobodyWrites();
}

Result<std::optional<QDate>> SqlMeetings::inkEnd(MeetingId id)
{
    if (atDoor()) {
        Query door(m_reader.database, QLatin1String("remoteInkEnd"));
        if (const Result<> told = door.bind(kMeeting, id).execOne(); !told)
            return told.failure();
        const QDate day = QDate::fromString(door.text(0), Qt::ISODate);
        return day.isValid() ? std::optional(day) : std::nullopt;
    }
    if (const auto may = readable(id); !may)
        return may.failure();
    const auto acts = readMeetingActs(m_reader.database, id);
    return acts ? readInkEnd(m_reader.database, foldMeeting(id, *acts)) : Result<std::optional<QDate>>(acts.failure());
}

Result<> SqlMeetings::destroyInk(MeetingId id)
{
    return m_notary ? m_notary->destroyInk(id) : nobodyWrites();
}

Result<LiveMeeting> SqlMeetings::live(MeetingId id)
{
    if (atDoor()) {
        Query door(m_reader.database, QLatin1String("remoteMeetingLive"));
        const Result<> told = door.bind(kMeeting, id).execOne();
        return told ? Result<LiveMeeting>(liveMeetingOf(door)) : Result<LiveMeeting>(told.failure());
    }
    const auto acts = readMeetingActs(m_reader.database, id);
    const auto state = readLive(m_reader.database, id);
    if (!acts || !state)
        return acts ? state.failure() : acts.failure();
    return liveFor(foldMeeting(id, *acts), *state, whoReads(), m_reader.clock.now());
}

Result<LiveMeeting> SqlMeetings::changeLive(MeetingId id, const LiveChange &change)
{
    return m_notary ? m_notary->changeLive(id, change) : Result<LiveMeeting>(nobodyWrites());
}

Result<std::vector<MyAction>> SqlMeetings::myActions()
{
    if (!m_reader.me)
        return std::vector<MyAction>(); // whoever owns the database has nothing to do
    Query rows(m_reader.database, QLatin1String(atDoor() ? "remoteMyActions" : "myActions"));
    m_reader.bindTo(rows);
    if (!atDoor())
        rows.bind(QLatin1String("since"), Instant(m_reader.clock.now().microseconds() - kActionsDoneFor));
    return takeAll<MyAction>(rows, [](const Query &row) {
        return MyAction{.meeting = row.id<MeetingId>(0),
                        .title = row.text(1),
                        .day = row.day(2),
                        .action = row.number(3),
                        .text = row.text(4),
                        .due = row.day(5),
                        .overdue = row.flag(6),
                        .doneAt = row.instant(7)};
    });
}

} // namespace kessai
