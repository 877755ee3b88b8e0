// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/casebuilder.h"
#include "tests/support/officebuilder.h"

namespace kessai::test {

/// The ordinary overtime rule of a city: 係長, 課長, with much overtime also 人事, 部長 decides the heavy cases.
inline RouteRule overtimeRule()
{
    return *ruleFromText(R"({"form":"overtime","from":"2025-04-01","lines":[
        {"line":"OT-1","kind":"review","who":[{"head":"unit"}],"why":{"ja":"係長","en":"Unit head"}},
        {"line":"OT-2","kind":"review","who":[{"head":"section"}],"why":{"ja":"課長","en":"Section head"}},
        {"line":"OT-3","kind":"consult","who":[{"role":"personnel"}],"when":{"field":"month_minutes","gt":2700},
         "why":{"ja":"月45時間超","en":"Over 45 hours"}},
        {"line":"OT-4","kind":"decide","who":[{"head":"section"}],"when":{"field":"minutes","lt":120},
         "why":{"ja":"課長専決","en":"Section head decides"}},
        {"line":"OT-5","kind":"decide","who":[{"head":"department"}],"when":{"field":"minutes","ge":120},
         "why":{"ja":"部長専決","en":"Director decides"}},
        {"line":"OT-6","kind":"circulate","who":[{"role":"personnel"}],"when":{"field":"holiday","eq":true},
         "why":{"ja":"供覧","en":"For information"}}]})");
}

/// What a job needs and every job has alike.
class Job final {
public:
    Job() : m_office(m_small.office()), m_rule(overtimeRule()), m_digest(digestOf(1))
    {
        m_fields = {{QStringLiteral("minutes"), 240},
                    {QStringLiteral("month_minutes"), 600},
                    {QStringLiteral("holiday"), false},
                    {QStringLiteral("reason"), QStringLiteral("決算資料の作成")}};
        m_approvers = {m_small.suzuki, m_small.kato, m_small.bando};
    }

    Submit submission() const
    {
        auto route = resolveRoute(m_rule, *m_office, m_small.sato, m_small.clerk, m_fields);
        return {1,
                m_digest,
                {1, m_office->revision(), m_office->day(), m_small.clerk},
                std::move(route).value(),
                {{QStringLiteral("overtime.minutes"), QStringLiteral("staff:9"), m_office->day(), 240}},
                QString()};
    }

    /// An event as the store makes it, with the names but, unless sealed, without the texts and hashes.
    Event event(const Case &before, ProposedEvent proposed, bool sealed) const
    {
        if (sealed)
            return record(before, proposed, *m_office, Instant(1795359599000000), m_request);
        const Staff &actor = *m_office->staff(proposed.capacity.actor);
        const Post &post = *m_office->post(*proposed.capacity.post);
        QString code = codeOf(proposed.body);
        return {before.id,
                before.seq + 1,
                proposed.capacity,
                actor.name(),
                post.title,
                m_office->stampLabel(post.section),
                QString(),
                Instant(1795359599000000),
                m_request,
                std::move(code),
                kEventVersion,
                {},
                {},
                std::move(proposed.body),
                std::move(proposed.effects),
                before.headHash,
                before.headHash};
    }

    Case act(Case before, const Command &command, StaffId actor, bool sealed) const
    {
        auto proposed = decide(before, command, actor, *m_office);
        const Event recorded = event(before, std::move(proposed).value(), sealed);
        return std::move(fold(std::move(before), recorded)).value();
    }

    Case run(bool sealed) const
    {
        Case state = act(newCase(CaseId(1), m_small.sato), submission(), m_small.sato, sealed);
        for (const StaffId approver : m_approvers)
            state = act(std::move(state), Approve{std::nullopt, QString()}, approver, sealed);
        return state;
    }

    std::vector<Event> history() const
    {
        Story story(m_office, m_rule, m_small.sato);
        story.submit(m_fields);
        for (const StaffId approver : m_approvers)
            story.approve(approver);
        return story.history();
    }

    StaffId drafter() const { return m_small.sato; }

private:
    SmallOffice m_small;
    std::shared_ptr<const Office> m_office;
    RouteRule m_rule;
    QByteArray m_digest;
    QJsonObject m_fields;
    std::vector<StaffId> m_approvers;
    QString m_request = QStringLiteral("4f3c2b1a-0000-4000-8000-000000000001");
};

} // namespace kessai::test
