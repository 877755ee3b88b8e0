// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

/// The route a form's default rule gives, as "review:post … decide:post", or the refusal.
QString routeOf(const char *code, const QJsonObject &fields, StaffId drafter = kClerk)
{
    static const char *const kKinds[] = {"review", "consult", "examine", "decide", "circulate"};
    const Form &wanted = form(code);
    const auto rule = RouteRule::fromJson(wanted.defaultRule(), 1);
    if (!rule)
        return rule.error().detail;
    QJsonObject all = fields;
    const QJsonObject facts = wanted.facts(fields, shippedParameters());
    for (auto it = facts.begin(); it != facts.end(); ++it)
        all.insert(it.key(), it.value());
    const auto route = resolveRoute(*rule, sampleOffice(), drafter, *sampleOffice().primaryPost(drafter), all);
    if (!route)
        return toCode(route.error());
    QStringList steps;
    for (const Step &step : route->steps) {
        QStringList posts;
        for (const Assignment &assignment : step.assignments)
            posts += sampleOffice().post(std::get<PostId>(assignment.who))->code;
        steps += QLatin1String(kKinds[static_cast<int>(step.kind)]) + u':' + posts.join(u',');
    }
    return steps.join(u' ');
}

QString draftRoute(const char *decider, qint64 amount, const QString &consult = {})
{
    QJsonObject fields{{u"decider"_s, QLatin1String(decider)}};
    if (amount > 0)
        fields.insert(u"amount"_s, amount);
    if (!consult.isEmpty())
        fields.insert(u"consult_with"_s, consult);
    return routeOf("draft", fields);
}

} // namespace

TEST(DefaultRules, SendOvertimeThroughTheLineAndOnToPersonnel)
{
    EXPECT_EQ(routeOf("overtime", {}), u"review:general-1-head decide:general-head circulate:personnel-head"_s);
    EXPECT_EQ(routeOf("overtime", {}, kUnitHead), u"decide:general-head circulate:personnel-head"_s);
    EXPECT_EQ(routeOf("overtime", {}, kSectionHead), u"decide:general-affairs-head circulate:personnel-head"_s);
}

TEST(DefaultRules, LetPersonnelExamineSpecialLeaveOnly)
{
    EXPECT_EQ(routeOf("leave", {{u"kind"_s, u"annual"_s}}), u"review:general-1-head decide:general-head"_s);
    EXPECT_EQ(routeOf("leave", {{u"kind"_s, u"special"_s}}),
              u"review:general-1-head examine:personnel-head decide:general-head"_s);
}

TEST(DefaultRules, GiveEveryHeadBelowTheMayorADecider)
{
    for (const char *code : {"overtime", "leave", "draft"}) {
        for (const StaffId drafter : {kDepartmentHead, kSectionHead, kUnitHead, kClerk, kFinanceHead}) {
            const QString route = routeOf(code, {{u"kind"_s, u"annual"_s}, {u"decider"_s, u"section"_s}}, drafter);
            EXPECT_TRUE(route.contains(u"decide:"_s)) << code << ' ' << drafter.value() << ' ' << qPrintable(route);
        }
    }
}

TEST(DefaultRules, DecideADraftByItsClass)
{
    EXPECT_EQ(draftRoute("section", 0), u"review:general-1-head decide:general-head"_s);
    EXPECT_EQ(draftRoute("department", 0), u"review:general-1-head review:general-head decide:general-affairs-head"_s);
    EXPECT_EQ(draftRoute("vice-mayor", 0),
              u"review:general-1-head review:general-head review:general-affairs-head "
              u"decide:vice-mayor"_s);
    EXPECT_EQ(draftRoute("mayor", 0),
              u"review:general-1-head review:general-head review:general-affairs-head "
              u"review:vice-mayor decide:mayor"_s);
}

TEST(DefaultRules, RaiseTheDeciderExactlyAtEachLimit)
{
    // domain.md 5.4: 課長 < 500,000, 部長 < 3,000,000, 副市長 < 10,000,000, 市長 from there.
    const auto decider = [](const char *chosen, qint64 amount) { return draftRoute(chosen, amount).section(u':', -1); };

    EXPECT_EQ(decider("section", 499'999), u"general-head"_s);
    EXPECT_EQ(decider("section", 500'000), u"general-affairs-head"_s);
    EXPECT_EQ(decider("section", 2'999'999), u"general-affairs-head"_s);
    EXPECT_EQ(decider("section", 3'000'000), u"vice-mayor"_s);
    EXPECT_EQ(decider("section", 9'999'999), u"vice-mayor"_s);
    EXPECT_EQ(decider("section", 10'000'000), u"mayor"_s);
    EXPECT_EQ(decider("department", 1), u"general-affairs-head"_s);
    EXPECT_EQ(decider("vice-mayor", 2'999'999), u"vice-mayor"_s);
    EXPECT_EQ(decider("mayor", 1), u"mayor"_s);
}

TEST(DefaultRules, HaveExactlyOneDecisionForEveryClassAndAmount)
{
    const auto rule = RouteRule::fromJson(form("draft").defaultRule(), 1);
    ASSERT_TRUE(rule);
    for (int rank = 1; rank <= 4; ++rank) {
        for (const qint64 amount : {0LL, 499'999LL, 500'000LL, 2'999'999LL, 3'000'000LL, 9'999'999LL, 10'000'000LL}) {
            int decisions = 0;
            for (const RuleLine &line : rule->lines) {
                const bool applies = line.when.holds({{u"decider_rank"_s, rank}, {u"amount"_s, amount}});
                decisions += applies && line.kind == StepKind::Decide ? 1 : 0;
            }
            EXPECT_EQ(decisions, 1) << rank << ' ' << amount;
        }
    }
}

TEST(DefaultRules, ConsultBeforeTheDecision)
{
    EXPECT_EQ(draftRoute("section", 0, u"finance-head"_s),
              u"review:general-1-head consult:finance-head decide:general-head"_s);
    EXPECT_EQ(draftRoute("mayor", 0, u"finance-head"_s),
              u"review:general-1-head review:general-head consult:finance-head review:general-affairs-head "
              u"review:vice-mayor decide:mayor"_s);
}
