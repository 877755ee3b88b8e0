// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/caseprojection.h"

#include "core/calendar/era.h"
#include "core/store/reader.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace kessai {

QString caseNumber(CaseId id, Instant createdAt)
{
    return fiscalYearPrefix(createdAt.day()) + QLatin1Char('-')
        + QString::number(id.value()).rightJustified(6, QLatin1Char('0'));
}

void ProjectionCheck::blame(const QString &fault)
{
    if (m_record.projection.fault.isEmpty())
        m_record.projection.fault = fault;
}

void ProjectionCheck::takeAssignment(const Query &row)
{
    auto &rounds = m_record.projection.rounds;
    const int round = row.number(1);
    if (round != int(rounds.size())) {
        rounds.emplace_back();
        if (round != int(rounds.size()))
            blame(QStringLiteral("the rounds are not numbered in order"));
    }
    std::vector<Step> &steps = rounds.back();
    if (steps.empty() || steps.back().no != row.number(2))
        steps.push_back(Step{.no = row.number(2),
                             .kind = StepKind(row.number(7)),
                             .rule = StepRule(row.number(8)),
                             .needed = row.number(9),
                             .line = row.text(10),
                             .assignments = {},
                             .notes = {}});
    if (row.isNull(3))
        return;
    steps.back().assignments.push_back(
        {.no = row.number(3), .who = fromParty(row.integer(4)), .state = AssignmentState(row.number(5))});
    m_arrivals.push_back({round, {row.number(2), row.number(3)}, row.maybeInteger(6)});
}

void ProjectionCheck::takeAccess(const Query &row)
{
    m_record.projection.access.push_back(fromParty(row.integer(2)));
    if (row.number(1) != int(m_record.projection.access.size()))
        blame(QStringLiteral("the readers are not numbered in order"));
}

void ProjectionCheck::takePosting(const Query &row)
{
    Projection &projection = m_record.projection;
    projection.postings.push_back(
        Posting{.ledger = row.text(10), .account = row.text(11), .day = row.day(12), .amount = row.integer(3)});
    if (row.number(1) != projection.revision || row.number(2) != ++m_postingNo)
        blame(QStringLiteral("the postings are not numbered in order"));
    if (PostingState(row.number(4)) != projection.postingState)
        blame(QStringLiteral("a posting is not in the state of its case"));
}

void ProjectionCheck::finish(const FileColumns &file)
{
    if (m_record.number != caseNumber(m_record.id, m_record.createdAt))
        blame(QStringLiteral("the number is not that of the case"));
    const int shown = m_record.history.empty() ? 1 : m_record.projection.revision;
    for (const CaseRecord::Revision &revision : m_record.revisions) {
        if (revision.no != shown)
            continue;
        if (file.attachments != qint64(revision.content.attachments.size()))
            blame(QStringLiteral("the number of attachments is not that of the content"));
        if (file.urgent.value(shown) != m_record.urgent)
            blame(QStringLiteral("the urgency is not that of the content"));
    }
    checkTimes(file);
    checkArrivals();
}

void ProjectionCheck::checkTimes(const FileColumns &file)
{
    std::optional<qint64> submittedAt;
    bool named = true;
    for (const Event &event : m_record.history) {
        if (!std::holds_alternative<Submitted>(event.body))
            continue;
        submittedAt = event.at.microseconds();
        named = m_record.drafterName == event.actorName && file.drafterSection == event.actorSection;
    }
    if (!named)
        blame(QStringLiteral("the drafter's name or section is not that of the history"));
    if (file.submittedAt != submittedAt)
        blame(QStringLiteral("the time of submission is not that of the history"));
    if (!m_record.history.empty() && file.changedAt != m_record.history.back().at.microseconds())
        blame(QStringLiteral("the time of the last change is not that of the history"));
}

void ProjectionCheck::checkArrivals()
{
    std::map<std::tuple<int, int, int>, qint64> opened;
    for (const Event &event : m_record.history) {
        for (const Effects::Change &change : event.effects.changes) {
            if (change.to == AssignmentState::Open)
                opened[{event.effects.round, change.on.step, change.on.no}] = event.at.microseconds();
        }
    }
    for (const Arrival &arrival : m_arrivals) {
        const auto it = opened.find({arrival.round, arrival.on.step, arrival.on.no});
        if (arrival.at != (it == opened.end() ? std::nullopt : std::optional(it->second)))
            blame(QStringLiteral("an arrival in round %1, step %2 is not that of the history")
                      .arg(arrival.round)
                      .arg(arrival.on.step));
    }
}

} // namespace kessai
