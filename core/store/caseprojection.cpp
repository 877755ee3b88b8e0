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
                             .notes = {},
                             .objection = Objection(row.text(11).toInt())});
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
    projection.postings.push_back(Posting{.ledger = row.text(10),
                                          .account = row.text(11),
                                          .day = row.day(12),
                                          .amount = row.integer(3),
                                          .start = row.isNull(5) ? std::nullopt : std::optional(row.number(5))});
    if (row.number(1) != projection.revision || row.number(2) != ++m_postingNo)
        blame(QStringLiteral("the postings are not numbered in order"));
    if (PostingState(row.number(4)) != projection.postingState)
        blame(QStringLiteral("a posting is not in the state of its case"));
    m_usedAt.push_back(row.maybeInteger(6));
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
    checkUse();
}

/// Months that are closed go by when their postings came to be used: by the act that decided the case, and by no other.
void ProjectionCheck::checkUse()
{
    std::optional<qint64> usedAt;
    for (const Event &event : m_record.history) {
        if (event.effects.postings != PostingState::Used)
            usedAt.reset();
        else if (!usedAt)
            usedAt = event.at.microseconds();
    }
    if (std::any_of(m_usedAt.begin(), m_usedAt.end(), [&](const std::optional<qint64> &at) { return at != usedAt; }))
        blame(QStringLiteral("a posting is not used since its case was decided"));
}

void ProjectionCheck::checkTimes(const FileColumns &file)
{
    std::optional<qint64> submittedAt;
    bool named = true;
    bool important = false;
    for (const Event &event : m_record.history) {
        const auto *submitted = std::get_if<Submitted>(&event.body);
        if (!submitted)
            continue;
        important = submitted->important;
        submittedAt = event.at.microseconds();
        named = m_record.drafterName == (event.capacity.principal ? event.principalName : event.actorName)
            && file.drafterSection == event.actorSection;
    }
    if (!named)
        blame(QStringLiteral("the drafter's name or section is not that of the history"));
    if (m_record.important != important)
        blame(QStringLiteral("the importance is not that of the history"));
    if (file.submittedAt != submittedAt)
        blame(QStringLiteral("the time of submission is not that of the history"));
    if (!m_record.history.empty() && file.changedAt != m_record.history.back().at.microseconds())
        blame(QStringLiteral("the time of the last change is not that of the history"));
}

void ProjectionCheck::checkArrivals()
{
    using Place = std::tuple<int, int, int>;
    std::map<Place, qint64> opened;
    for (const Event &event : m_record.history) {
        const int round = event.effects.round;
        if (const auto *extended = std::get_if<Extended>(&event.body)) {
            // The new round takes the arrivals of the one before with it.
            const std::map<Place, qint64> before = opened;
            for (auto it = before.lower_bound({round - 1, 0, 0}); it != before.end(); ++it) {
                const auto [old, step, no] = it->first;
                if (old == round - 1)
                    opened[{round, step + (step >= extended->step.no ? 1 : 0), no}] = it->second;
            }
        }
        const auto *approved = std::get_if<Approved>(&event.body);
        // It arrives anew where it is addressed.
        if (const auto *rerouted = std::get_if<Rerouted>(&event.body))
            opened[{round, rerouted->seat.step, rerouted->seat.no}] = event.at.microseconds();
        for (const Effects::Change &change : event.effects.changes) {
            const bool decidedFor = approved && approved->manner == Manner::Acting && approved->on == change.on;
            if (change.to == AssignmentState::Open || (change.to == AssignmentState::PostReview && !decidedFor))
                opened[{round, change.on.step, change.on.no}] = event.at.microseconds();
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
