// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/openroutes.h"

#include "core/store/notaryrows.h"
#include "core/store/officequeries.h"

#include <algorithm>

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

/// What it moves is not handed out, only that it is money somebody examines.
void moveMoney(Case &route)
{
    route.postings = {Posting{QString(), QStringLiteral("budget:"), QDate(), 0}};
}

/// Parties as the door writes them: "-12,34".
std::vector<qint64> numbersIn(const QString &parties)
{
    std::vector<qint64> numbers;
    for (const QString &party : parties.split(QLatin1Char(','), Qt::SkipEmptyParts))
        numbers.push_back(party.toLongLong());
    return numbers;
}

std::vector<StaffId> peopleIn(const QString &people)
{
    std::vector<StaffId> staff;
    for (const qint64 one : numbersIn(people))
        staff.push_back(StaffId(one));
    return staff;
}

/// What stands in every row of the door.
Case caseIn(const Query &row, CaseId id, StaffId me)
{
    Case route = withRoute(id, row.id<StaffId>(0), row.maybe<StaffId>(1), row.number(2), row.number(3));
    for (const qint64 party : numbersIn(row.text(12)))
        route.access.push_back(fromParty(party));
    route.matter.form = row.text(13);
    route.basis = RouteBasis{0, 0, QDate(), row.id<PostId>(14)};
    if (row.flag(15))
        route.acted = {me};
    if (row.flag(16))
        moveMoney(route);
    route.ordered = peopleIn(row.text(17));
    route.examined = peopleIn(row.text(18));
    route.inspector = row.maybe<StaffId>(19);
    route.important = row.flag(20);
    return route;
}

/// As the door hands it out (migration 0050).
Result<Case> fromDoor(Database &database, CaseId id, StaffId me)
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
        if (!route)
            route = caseIn(rows, id, me);
        if (route->steps.empty() || route->steps.back().no != rows.number(4))
            route->steps.push_back({.no = rows.number(4),
                                    .kind = StepKind(rows.number(6)),
                                    .rule = StepRule(rows.number(7)),
                                    .needed = rows.number(8),
                                    .line = {},
                                    .assignments = {},
                                    .notes = {},
                                    .objection = Objection(rows.number(9))});
        route->steps.back().assignments.push_back(
            {rows.number(5), fromParty(rows.integer(10)), AssignmentState(rows.number(11))});
    }
    return route ? Result<Case>(std::move(*route)) : Result<Case>(nothingWaits());
}

/// What a notary's rows show of it, as the door hands it out.
Result<Case> fromRows(NotaryRows &rows, const LockedCase &file, std::optional<StaffId> me)
{
    Case route = withRoute(file.id, file.drafter, file.filer, file.round, file.seq);
    route.important = file.important;
    route.steps = file.steps;
    for (Step &step : route.steps)
        step.line.clear();
    for (const qint64 party : file.access) {
        if (party < 0)
            route.access.push_back(fromParty(party));
    }
    route.matter.form = file.form;
    const auto filedAs = rows.lineOf(file);
    const auto content = rows.contentOf(file, file.revision);
    const auto acted = me ? rows.actedIn(file.id, *me) : Result<bool>(false);
    if (!filedAs || !content || !acted)
        return !filedAs ? filedAs.failure() : !content ? content.failure() : acted.failure();
    const auto inspected =
        *content ? rows.inspectors((*content)->content.fields) : Result<std::vector<StaffId>>(std::vector<StaffId>());
    if (!inspected)
        return inspected.failure();
    route.basis = RouteBasis{0, 0, QDate(), *filedAs};
    if (me && (*acted || std::find(inspected->begin(), inspected->end(), *me) != inspected->end()))
        route.acted = {*me};
    if (!file.examinesMoney)
        return route;
    moveMoney(route);
    route.ordered = file.ordered;
    route.examined = file.examined;
    if (!inspected->empty())
        route.inspector = inspected->front();
    return route;
}

} // namespace

Result<Case> readOpenRoute(const Reader &reader, CaseId id)
{
    if (reader.database.dialect() == Dialect::PostgreSql && reader.me)
        return fromDoor(reader.database, id, *reader.me);
    if (reader.me) {
        const auto rights = readRights(reader);
        if (!rights)
            return rights.failure();
        if (!rights->administrator)
            return fail(ErrorCode::AccessDenied, QStringLiteral("this is for administrators"));
    }
    NotaryRows rows(reader.database, reader.today());
    const auto file = rows.lock(id);
    if (!file)
        return file.error().code == ErrorCode::NotFound ? Result<Case>(nothingWaits()) : Result<Case>(file.failure());
    if (file->state != CaseState::Running)
        return nothingWaits();
    return fromRows(rows, *file, reader.me);
}

} // namespace kessai
