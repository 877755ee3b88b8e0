// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canonical.h"
#include "core/cases/engine.h"
#include "core/cases/rule.h"

#include <QJsonDocument>

namespace kessai::test {

/// What the notary adds to a proposed event: names as of the office, time, sequence, text and hash.
inline Event record(const Case &before, const ProposedEvent &proposed, const Office &office, Instant at,
                    const QString &requestId)
{
    const Capacity &capacity = proposed.capacity;
    const auto nameOf = [&office](StaffId id) {
        const Staff *staff = office.staff(id);
        return staff ? staff->name() : QString();
    };
    const std::optional<PostId> postId = capacity.post ? capacity.post : office.primaryPost(capacity.actor);
    const Post *post = postId ? office.post(*postId) : nullptr;
    Event event{before.id,
                before.seq + 1,
                capacity,
                nameOf(capacity.actor),
                post ? post->title : QString(),
                post ? office.stampLabel(post->section) : QString(),
                capacity.principal ? nameOf(*capacity.principal) : QString(),
                at,
                requestId,
                codeOf(proposed.body),
                kEventVersion,
                canonicalJson(toJson(proposed.body)),
                canonicalJson(toJson(proposed.effects)),
                proposed.body,
                proposed.effects,
                before.headHash,
                {}};
    event.hash = event.computedHash();
    return event;
}

/// Reads a rule a test wrote as JSON text.
inline Result<RouteRule> ruleFromText(const char *json, int revision = 1)
{
    return RouteRule::fromJson(QJsonDocument::fromJson(QByteArray(json)).object(), revision);
}

/// A digest as contents have it, different for every number.
inline QByteArray digestOf(int revision)
{
    return sha256Hex(QByteArray::number(revision));
}

/// A case told act by act: decides, records and folds as the store does, in memory. Time moves on by a minute with each act.
class Story final {
public:
    Story(std::shared_ptr<const Office> office, RouteRule rule, StaffId drafter, CaseId id = CaseId(1))
        : m_office(std::move(office)), m_rule(std::move(rule)), m_state(newCase(id, drafter)),
          m_at(Instant::fromTokyo(m_office->day(), QTime(9, 0)))
    {
    }

    const Case &state() const { return m_state; }
    const std::vector<Event> &history() const { return m_history; }
    const Office &office() const { return *m_office; }
    /// Goes on in the office of another day.
    void moveTo(std::shared_ptr<const Office> office)
    {
        m_office = std::move(office);
        m_at = Instant::fromTokyo(m_office->day(), QTime(9, 0));
    }

    /// Why the act was refused; none when it happened.
    std::optional<Refusal> act(StaffId actor, const Command &command)
    {
        const auto proposed = decide(m_state, command, actor, *m_office);
        if (!proposed)
            return proposed.error();
        m_at = Instant(m_at.microseconds() + 60'000'000);
        const QString request = QStringLiteral("request-%1").arg(m_state.seq + 1);
        const Event event = record(m_state, *proposed, *m_office, m_at, request);
        auto next = fold(m_state, event);
        if (!next)
            return Refusal::Damaged;
        m_state = std::move(next).value();
        m_history.push_back(event);
        return std::nullopt;
    }

    /// The command with which the drafter files these fields, or why no route can be found.
    Result<Submit, Refusal> submission(const QJsonObject &fields = {}, std::optional<PostId> as = std::nullopt) const
    {
        const PostId post = as ? *as : m_office->primaryPost(m_state.drafter).value_or(PostId(0));
        const auto route = resolveRoute(m_rule, *m_office, m_state.drafter, post, fields);
        if (!route)
            return fail(route.error());
        const int revision = m_state.revision + 1;
        return Submit{revision,
                      digestOf(revision),
                      {m_rule.revision, m_office->revision(), m_office->day(), post},
                      *route,
                      {{QStringLiteral("overtime.minutes"), QStringLiteral("staff:%1").arg(m_state.drafter.value()),
                        m_office->day(), 120}},
                      QString()};
    }
    std::optional<Refusal> submit(const QJsonObject &fields = {}, std::optional<PostId> as = std::nullopt)
    {
        const auto command = submission(fields, as);
        return command ? act(m_state.drafter, *command) : command.error();
    }
    std::optional<Refusal> approve(StaffId actor, std::optional<AssignmentRef> on = std::nullopt)
    {
        return act(actor, Approve{on, QString()});
    }
    /// 代決.
    std::optional<Refusal> standIn(StaffId actor)
    {
        return act(actor, Approve{std::nullopt, QString(), Manner::Acting});
    }
    /// 引上げ.
    std::optional<Refusal> pullUp(StaffId actor, const QString &reason = QStringLiteral("係長が不在のため"))
    {
        return act(actor, Approve{std::nullopt, reason, Manner::PullUp});
    }
    std::optional<Refusal> object(StaffId actor) { return act(actor, Object{std::nullopt, QStringLiteral("不同意")}); }
    std::optional<Refusal> add(StaffId actor, StepKind kind, std::vector<Assignee> who, bool before = false)
    {
        return act(actor, AddStep{kind, StepRule::All, std::move(who), before, QStringLiteral("意見を聞きたい")});
    }
    std::optional<Refusal> raise(StaffId actor) { return act(actor, Raise{QStringLiteral("重要と認めるため")}); }
    std::optional<Refusal> giveBack(StaffId actor, std::optional<int> toStep = std::nullopt)
    {
        return act(actor, Return{std::nullopt, toStep, QStringLiteral("金額を確認してください")});
    }
    std::optional<Refusal> reject(StaffId actor)
    {
        return act(actor, Reject{std::nullopt, QStringLiteral("必要性が認められません")});
    }
    std::optional<Refusal> withdraw() { return act(m_state.drafter, Withdraw{QString()}); }
    std::optional<Refusal> cancel() { return act(m_state.drafter, Cancel{QStringLiteral("不要になりました")}); }

    AssignmentState assignment(int step, int no = 1) const { return m_state.assignment({step, no})->state; }

private:
    std::shared_ptr<const Office> m_office;
    RouteRule m_rule;
    Case m_state;
    std::vector<Event> m_history;
    Instant m_at;
};

} // namespace kessai::test
