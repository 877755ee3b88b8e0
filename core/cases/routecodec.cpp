// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/event.h"
#include "core/cases/strictjson.h"

namespace kessai {

namespace {

constexpr int kMostAssignments = 1000;

QJsonObject noteToJson(const RouteNote &note)
{
    return {{QStringLiteral("kind"), int(note.kind)},
            {QStringLiteral("line"), note.line},
            {QStringLiteral("post"), note.post ? QJsonValue(note.post->value()) : QJsonValue(QJsonValue::Null)}};
}

QJsonArray notesToJson(const std::vector<RouteNote> &notes)
{
    QJsonArray array;
    for (const RouteNote &note : notes)
        array.append(noteToJson(note));
    return array;
}

Result<std::vector<RouteNote>> notesFromJson(const QJsonArray &array)
{
    const auto objects = objectsOf(array, QStringLiteral("notes"));
    if (!objects)
        return objects.failure();
    std::vector<RouteNote> notes;
    for (const QJsonObject &json : *objects) {
        StrictObject object(json, QStringLiteral("route note"));
        const int kind = object.count(QStringLiteral("kind"), 0, int(kLastRouteNoteKind));
        const QString line = object.text(QStringLiteral("line"));
        const auto post = object.identityOrNull(QStringLiteral("post"));
        if (const Result<> read = object.finish(); !read)
            return read.failure();
        notes.push_back({RouteNoteKind(kind), line, post ? std::optional(PostId(*post)) : std::nullopt});
    }
    return notes;
}

} // namespace

QJsonObject toJson(const Step &step)
{
    QJsonArray assignments;
    for (const Assignment &assignment : step.assignments)
        assignments.append(toText(assignment.who));
    return {{QStringLiteral("assignments"), assignments},
            {QStringLiteral("kind"), int(step.kind)},
            {QStringLiteral("line"), step.line},
            {QStringLiteral("needed"), step.needed},
            {QStringLiteral("no"), step.no},
            {QStringLiteral("notes"), notesToJson(step.notes)},
            {QStringLiteral("objection"), int(step.objection)},
            {QStringLiteral("rule"), int(step.rule)}};
}

Result<Step> stepFromJson(const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("route step"));
    Step step{.no = object.count(QStringLiteral("no")),
              .kind = StepKind(object.count(QStringLiteral("kind"), 0, int(StepKind::Circulate))),
              .rule = StepRule(object.count(QStringLiteral("rule"), 0, int(StepRule::Majority))),
              .needed = object.count(QStringLiteral("needed"), 1, kMostAssignments),
              .line = object.text(QStringLiteral("line")),
              .assignments = {},
              .notes = {},
              .objection = Objection(object.count(QStringLiteral("objection"), 0, int(Objection::Refers)))};
    const QJsonArray assignments = object.array(QStringLiteral("assignments"));
    auto notes = notesFromJson(object.array(QStringLiteral("notes")));
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    if (!notes)
        return notes.failure();
    step.notes = std::move(notes).value();
    for (const QJsonValue value : assignments) {
        const auto who = assigneeFromText(value.toString());
        if (!who)
            return fail(ErrorCode::Invalid, QStringLiteral("route step: '%1' is no assignee").arg(value.toString()));
        step.assignments.push_back({int(step.assignments.size()) + 1, *who, AssignmentState::Waiting});
    }
    return step;
}

QJsonObject toJson(const Route &route)
{
    QJsonArray steps;
    for (const Step &step : route.steps)
        steps.append(toJson(step));
    return {{QStringLiteral("dropped"), notesToJson(route.dropped)}, {QStringLiteral("steps"), steps}};
}

Result<Route> routeFromJson(const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("route"));
    const auto steps = objectsOf(object.array(QStringLiteral("steps")), QStringLiteral("steps"));
    auto dropped = notesFromJson(object.array(QStringLiteral("dropped")));
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    if (!steps)
        return steps.failure();
    if (!dropped)
        return dropped.failure();
    Route route{{}, std::move(dropped).value()};
    for (const QJsonObject &one : *steps) {
        auto step = stepFromJson(one);
        if (!step)
            return step.failure();
        route.steps.push_back(std::move(step).value());
    }
    return route;
}

QString toText(const Assignee &who)
{
    if (const auto *post = std::get_if<PostId>(&who))
        return QStringLiteral("post:") + QString::number(post->value());
    return QStringLiteral("staff:") + QString::number(std::get<StaffId>(who).value());
}

std::optional<Assignee> assigneeFromText(const QString &text)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    const qint64 value = text.mid(colon + 1).toLongLong();
    if (value <= 0)
        return std::nullopt;
    std::optional<Assignee> who;
    if (text.startsWith(QLatin1String("post:")))
        who = PostId(value);
    else if (text.startsWith(QLatin1String("staff:")))
        who = StaffId(value);
    // "post:007" or "post: 7" mean the same to toLongLong, but are not how we write it.
    return who && toText(*who) == text ? who : std::nullopt;
}

} // namespace kessai
