// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/strictjson.h"
#include "core/meetings/meeting.h"

#include <QJsonDocument>

// What is done to a meeting, as it is stored.

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QJsonArray idsOf(const std::vector<StaffId> &people)
{
    QJsonArray ids;
    for (const StaffId one : people)
        ids.append(one.value());
    return ids;
}

class Encoder final {
public:
    QJsonObject operator()(const PlanMeeting &change) const
    {
        return {{u"title"_s, change.title},
                {u"day"_s, change.day.toString(Qt::ISODate)},
                {u"begins"_s, change.begins},
                {u"ends"_s, change.ends},
                {u"room"_s, change.room},
                {u"rules"_s,
                 QJsonObject{{u"mayPrint"_s, change.rules.mayPrint},
                             {u"watermark"_s, change.rules.watermark},
                             {u"inkDays"_s, change.rules.inkDays}}}};
    }
    QJsonObject operator()(const InviteMembers &change) const
    {
        QJsonArray members;
        for (const MeetingMember &one : change.members)
            members.append(
                QJsonObject{{u"who"_s, one.who.value()}, {u"role"_s, int(one.role)}, {u"because"_s, one.because}});
        return {{u"members"_s, members}};
    }
    QJsonObject operator()(const SetItem &change) const
    {
        return {{u"item"_s, change.item},
                {u"no"_s, change.no},
                {u"title"_s, change.title},
                {u"kind"_s, int(change.kind)},
                {u"minutes"_s, change.minutes}};
    }
    QJsonObject operator()(const HideItem &change) const
    {
        return {{u"item"_s, change.item}, {u"from"_s, idsOf(change.from)}};
    }
    QJsonObject operator()(const DropItem &change) const { return {{u"item"_s, change.item}}; }
    QJsonObject operator()(const AskPaper &change) const
    {
        return {{u"paper"_s, change.paper},
                {u"item"_s, change.item},
                {u"title"_s, change.title},
                {u"responsible"_s, change.responsible.value()},
                {u"due"_s, change.due.toString(Qt::ISODate)}};
    }
    QJsonObject operator()(const PutPaper &change) const
    {
        const QByteArrayList chunks(change.file.chunks.begin(), change.file.chunks.end());
        const QJsonObject file{{u"name"_s, change.file.name},
                               {u"mediaType"_s, change.file.mediaType},
                               {u"size"_s, change.file.size},
                               {u"sha256"_s, QString::fromLatin1(change.file.sha256)},
                               {u"chunks"_s, QString::fromLatin1(chunks.join(' '))}};
        return {{u"paper"_s, change.paper}, {u"item"_s, change.item}, {u"revision"_s, change.revision},
                {u"title"_s, change.title}, {u"file"_s, file},        {u"pages"_s, qint64(change.pages.size())}};
    }
    QJsonObject operator()(const PlacePaper &change) const
    {
        QJsonArray order;
        for (const int paper : change.order)
            order.append(paper);
        return {{u"paper"_s, change.paper}, {u"item"_s, change.item}, {u"title"_s, change.title}, {u"order"_s, order}};
    }
    QJsonObject operator()(const DropPaper &change) const { return {{u"paper"_s, change.paper}}; }
    QJsonObject operator()(const SetState &change) const { return {{u"to"_s, int(change.to)}}; }
    QJsonObject operator()(const NoteAttendance &change) const
    {
        QJsonArray people;
        for (const Attendance &one : change.people)
            people.append(
                QJsonObject{{u"who"_s, one.who.value()}, {u"state"_s, int(one.state)}, {u"minute"_s, one.minute}});
        return {{u"people"_s, people}, {u"others"_s, change.others}};
    }
    QJsonObject operator()(const OpenVote &change) const
    {
        return {{u"vote"_s, change.vote},
                {u"item"_s, change.item},
                {u"question"_s, change.question},
                {u"byName"_s, change.byName}};
    }
    QJsonObject operator()(const CallOffVote &change) const { return {{u"vote"_s, change.vote}}; }
    QJsonObject operator()(const CloseVote &change) const
    {
        QJsonArray ballots;
        for (const Ballot &one : change.ballots)
            ballots.append(QJsonObject{{u"who"_s, one.who.value()}, {u"choice"_s, int(one.choice)}});
        return {{u"vote"_s, change.vote},
                {u"ballots"_s, ballots},
                {u"yes"_s, change.yes},
                {u"no"_s, change.no},
                {u"abstain"_s, change.abstain}};
    }
    QJsonObject operator()(const Resolve &change) const
    {
        return {{u"resolution"_s, change.resolution}, {u"item"_s, change.item}, {u"text"_s, change.text}};
    }
    QJsonObject operator()(const AssignAction &change) const
    {
        return {{u"action"_s, change.action},
                {u"item"_s, change.item},
                {u"text"_s, change.text},
                {u"owner"_s, change.owner.value()},
                {u"due"_s, change.due.toString(Qt::ISODate)}};
    }
    QJsonObject operator()(const FinishAction &change) const
    {
        return {{u"action"_s, change.action}, {u"done"_s, change.done}, {u"note"_s, change.note}};
    }
    QJsonObject operator()(const FileMinutes &change) const { return {{u"minutes"_s, change.minutes.value()}}; }
};

StaffId staff(StrictObject &body, const QString &key)
{
    return StaffId(body.integer(key, 1));
}

/// Whole numbers from 1 on.
std::vector<qint64> numbers(StrictObject &body, const QString &key, qint64 most)
{
    std::vector<qint64> all;
    for (const QJsonValue value : body.array(key)) {
        const std::optional<qint64> number = wholeNumber(value);
        if (!number || *number < 1 || *number > most)
            body.blame(u"'%1' holds something that is no number"_s.arg(key));
        all.push_back(number.value_or(1));
    }
    return all;
}

template <class Enum>
Enum choice(StrictObject &body, const QString &key, Enum last, Enum first = Enum(0))
{
    return Enum(body.count(key, int(first), int(last)));
}

/// What `read` makes of each object of a list.
template <class Read>
auto listOf(StrictObject &body, const QString &key, Read read)
{
    std::vector<decltype(read(body))> all;
    const auto objects = objectsOf(body.array(key), key);
    if (!objects) {
        body.blame(objects.error());
        return all;
    }
    for (const QJsonObject &object : *objects) {
        StrictObject one(object, u"one of '%1'"_s.arg(key));
        all.push_back(read(one));
        if (const Result<> whole = one.finish(); !whole)
            body.blame(whole.error());
    }
    return all;
}

PlanMeeting planOf(StrictObject &body)
{
    StrictObject rules(body.object(u"rules"_s), u"'rules'"_s);
    PlanMeeting change{.title = body.filledText(u"title"_s),
                       .day = body.day(u"day"_s),
                       .begins = body.count(u"begins"_s, 0),
                       .ends = body.count(u"ends"_s, 0),
                       .room = body.text(u"room"_s),
                       .rules = {.mayPrint = rules.flag(u"mayPrint"_s, false),
                                 .watermark = rules.flag(u"watermark"_s, false),
                                 .inkDays = rules.count(u"inkDays"_s, kInkStays)}};
    if (const Result<> read = rules.finish(); !read)
        body.blame(read.error());
    return change;
}

InviteMembers invitationOf(StrictObject &body)
{
    return {listOf(body, u"members"_s, [](StrictObject &one) {
        return MeetingMember{.who = staff(one, u"who"_s),
                             .role = choice(one, u"role"_s, MeetingRole::Observer),
                             .because = one.text(u"because"_s)};
    })};
}

HideItem hidingOf(StrictObject &body)
{
    HideItem change{.item = body.count(u"item"_s), .from = {}};
    for (const qint64 id : numbers(body, u"from"_s, std::numeric_limits<qint64>::max()))
        change.from.push_back(StaffId(id));
    return change;
}

PutPaper paperOf(StrictObject &body)
{
    PutPaper change{.paper = body.count(u"paper"_s),
                    .item = body.count(u"item"_s),
                    .revision = body.count(u"revision"_s),
                    .title = body.filledText(u"title"_s),
                    .file = {},
                    .pages = std::vector<PaperPage>(size_t(body.count(u"pages"_s, 1, kMostPaperPages)))};
    StrictObject file(body.object(u"file"_s), u"'file'"_s);
    change.file.name = file.filledText(u"name"_s);
    change.file.mediaType = file.text(u"mediaType"_s);
    change.file.size = file.integer(u"size"_s, 1, kMaxAttachment);
    change.file.sha256 = file.text(u"sha256"_s).toUtf8();
    const QByteArrayList chunks = file.text(u"chunks"_s).toUtf8().split(' ');
    change.file.chunks.assign(chunks.begin(), chunks.end());
    if (const Result<> read = file.finish(); !read)
        body.blame(read.error());
    return change;
}

PlacePaper placeOf(StrictObject &body)
{
    PlacePaper change{.paper = body.count(u"paper"_s),
                      .item = body.count(u"item"_s),
                      .title = body.filledText(u"title"_s),
                      .order = {}};
    for (const qint64 paper : numbers(body, u"order"_s, std::numeric_limits<int>::max()))
        change.order.push_back(int(paper));
    return change;
}

NoteAttendance attendanceOf(StrictObject &body)
{
    return {.people = listOf(body, u"people"_s,
                             [](StrictObject &one) {
                                 return Attendance{.who = staff(one, u"who"_s),
                                                   .state = choice(one, u"state"_s, AttendanceState::Absent),
                                                   .minute = one.count(u"minute"_s, -1)};
                             }),
            .others = body.flag(u"others"_s, false)};
}

CloseVote closingOf(StrictObject &body)
{
    return {
        .vote = body.count(u"vote"_s),
        .ballots = listOf(
            body, u"ballots"_s,
            [](StrictObject &one) {
                return Ballot{staff(one, u"who"_s), choice(one, u"choice"_s, BallotChoice::Abstain, BallotChoice::Yes)};
            }),
        .yes = body.count(u"yes"_s, 0),
        .no = body.count(u"no"_s, 0),
        .abstain = body.count(u"abstain"_s, 0)};
}

std::optional<MeetingChange> decoded(int kind, StrictObject &body)
{
    switch (kind) {
    case 0: return planOf(body);
    case 1: return invitationOf(body);
    case 2:
        return SetItem{.item = body.count(u"item"_s),
                       .no = body.count(u"no"_s),
                       .title = body.filledText(u"title"_s),
                       .kind = choice(body, u"kind"_s, ItemKind::Other),
                       .minutes = body.count(u"minutes"_s, 0)};
    case 3: return hidingOf(body);
    case 4: return DropItem{.item = body.count(u"item"_s)};
    case 5:
        return AskPaper{.paper = body.count(u"paper"_s),
                        .item = body.count(u"item"_s),
                        .title = body.filledText(u"title"_s),
                        .responsible = staff(body, u"responsible"_s),
                        .due = body.day(u"due"_s)};
    case 6: return paperOf(body);
    case 7: return placeOf(body);
    case 8: return DropPaper{.paper = body.count(u"paper"_s)};
    case 9: return SetState{.to = choice(body, u"to"_s, MeetingState::Dropped)};
    case 10: return attendanceOf(body);
    case 11:
        return OpenVote{.vote = body.count(u"vote"_s),
                        .item = body.count(u"item"_s),
                        .question = body.filledText(u"question"_s),
                        .byName = body.flag(u"byName"_s, false)};
    case 12: return closingOf(body);
    case 13:
        return Resolve{
            .resolution = body.count(u"resolution"_s), .item = body.count(u"item"_s), .text = body.text(u"text"_s)};
    case 14:
        return AssignAction{.action = body.count(u"action"_s),
                            .item = body.count(u"item"_s),
                            .text = body.text(u"text"_s),
                            .owner = staff(body, u"owner"_s),
                            .due = body.day(u"due"_s)};
    case 15:
        return FinishAction{
            .action = body.count(u"action"_s), .done = body.flag(u"done"_s, false), .note = body.text(u"note"_s)};
    case 16: return FileMinutes{CaseId(body.integer(u"minutes"_s, 1))};
    case 17: return CallOffVote{.vote = body.count(u"vote"_s)};
    default: return {};
    }
}

} // namespace

QByteArray changeBody(const MeetingChange &change)
{
    return canonicalJson(std::visit(Encoder(), change));
}

std::optional<MeetingChange> changeOf(int kind, const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (!json.isObject())
        return {};
    StrictObject object(json.object(), u"what was done"_s);
    std::optional<MeetingChange> change = decoded(kind, object);
    // One meaning has one text: anything else was not written by a notary.
    if (!change || !object.finish() || changeBody(*change) != body)
        return {};
    return change;
}

} // namespace kessai
