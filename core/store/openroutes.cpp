// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/openroutes.h"

#include "core/store/notaryrows.h"
#include "core/store/officequeries.h"

namespace kessai {

namespace {

Fail<Error> nothingWaits()
{
    return fail(ErrorCode::NotFound, QStringLiteral("nothing of such a case waits"));
}

Case withRoute(CaseId id, StaffId drafter, std::optional<StaffId> filer, int round, int seq)
{
    Case route = newCase(id, drafter);
    route.filer = filer;
    route.state = CaseState::Running;
    route.round = round;
    route.seq = seq;
    route.postingState = PostingState::Reserved;
    return route;
}

/// Parties as the door writes them: "-12,34".
std::vector<Assignee> readersIn(const QString &parties)
{
    std::vector<Assignee> readers;
    for (const QString &party : parties.split(QLatin1Char(','), Qt::SkipEmptyParts))
        readers.push_back(fromParty(party.toLongLong()));
    return readers;
}

/// As the door hands it out (migration 0050).
Result<Case> fromDoor(Database &database, CaseId id)
{
    Query rows(database, QLatin1String("remoteOpenRoute"));
    rows.bind(QLatin1String("case_id"), id);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    std::optional<Case> route;
    while (true) {
        const Result<bool> one = rows.next();
        if (!one)
            return one.failure();
        if (!*one)
            break;
        if (!route) {
            route = withRoute(id, rows.id<StaffId>(0), rows.maybe<StaffId>(1), rows.number(2), rows.number(3));
            route->access = readersIn(rows.text(13));
        }
        if (route->steps.empty() || route->steps.back().no != rows.number(4))
            route->steps.push_back({.no = rows.number(4),
                                    .kind = StepKind(rows.number(6)),
                                    .rule = StepRule(rows.number(7)),
                                    .needed = rows.number(8),
                                    .line = rows.text(10),
                                    .assignments = {},
                                    .notes = {},
                                    .objection = Objection(rows.number(9))});
        route->steps.back().assignments.push_back(
            {rows.number(5), fromParty(rows.integer(11)), AssignmentState(rows.number(12))});
    }
    return route ? Result<Case>(std::move(*route)) : Result<Case>(nothingWaits());
}

} // namespace

Result<Case> readOpenRoute(const Reader &reader, CaseId id)
{
    if (reader.database.dialect() == Dialect::PostgreSql && reader.me)
        return fromDoor(reader.database, id);
    if (reader.me) {
        const auto rights = readRights(reader);
        if (!rights)
            return rights.failure();
        if (!rights->administrator)
            return fail(ErrorCode::AccessDenied, QStringLiteral("this is for administrators"));
    }
    const auto file = NotaryRows(reader.database, reader.today()).lock(id);
    if (!file)
        return file.error().code == ErrorCode::NotFound ? Result<Case>(nothingWaits()) : Result<Case>(file.failure());
    if (file->state != CaseState::Running)
        return nothingWaits();
    Case route = withRoute(id, file->drafter, file->filer, file->round, file->seq);
    route.steps = file->steps;
    for (const qint64 party : file->access)
        route.access.push_back(fromParty(party));
    return route;
}

} // namespace kessai
