// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/desk.h"
#include "tests/store/hand.h"

#include <QJsonDocument>

// The contract of the route rules administrators set, the same on every database.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class RoutesContract : public OnBothDatabases {
protected:
    Desk &at(StaffId who)
    {
        auto &desk = m_desks[who];
        if (!desk) {
            desk = std::make_unique<Desk>(std::move(office.open(who)).value(), memoForms(), office.clock());
            EXPECT_TRUE(fine(desk->start()));
        }
        EXPECT_TRUE(fine(desk->pulse()));
        return *desk;
    }
    QDate tomorrow() { return office.clock().now().day().addDays(1); }
    std::vector<RouteRule> rules() { return at(admin).ruleBook()->rules; }
    /// The rule of memos from tomorrow on, by which the section head is asked from 20,000 yen on.
    RouteRule shorter()
    {
        RouteRule rule = rules().front();
        rule.from = tomorrow();
        rule.lines[1].when = *Condition::fromJson({{u"field"_s, u"amount"_s}, {u"ge"_s, 20'000}});
        return rule;
    }
    int seen()
    {
        int newest = 0;
        for (const RouteRule &rule : rules())
            newest = std::max(newest, rule.revision);
        return newest;
    }
    Result<> adopt(StaffId who, const RouteRule &rule, const QString &reason = u"規程の改正"_s)
    {
        office.wait();
        const Result<> adopted = at(who).adoptRule({rule, reason, seen()});
        office.wait();
        return adopted;
    }
    /// Past whatever the desk checks by itself.
    Result<> bring(const RouteRule &rule, int seenRevision = 1)
    {
        return office.as(admin).office().adoptRule({rule, u"規程の改正"_s, seenRevision});
    }
    CaseId filed(StaffId who, qint64 amount)
    {
        Hand hand(office, who);
        const auto id = hand.file(memo(u"備品の購入"_s, amount));
        EXPECT_TRUE(fine(id));
        return *id;
    }
    /// Whoever has to agree.
    QStringList asked(const std::vector<StepView> &steps)
    {
        QStringList titles;
        for (const StepView &step : steps) {
            for (const AssignmentView &one : step.assignments) {
                if (step.no > 0 && step.kind != StepKind::Circulate)
                    titles.append(one.title);
            }
        }
        return titles;
    }

    const StaffId admin = people.kato;

private:
    std::map<StaffId, std::unique_ptr<Desk>> m_desks;
};
KESSAI_ON_BOTH_DATABASES(RoutesContract);

} // namespace

TEST_P(RoutesContract, ARuleIsInForceFromItsDayOn)
{
    const RouteRule rule = shorter();
    ASSERT_TRUE(fine(adopt(admin, rule)));

    const std::vector<RouteRule> all = at(people.suzuki).ruleBook()->rules;
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].toJson(), rule.toJson());
    EXPECT_EQ(all[1].revision, 2);
    EXPECT_GT(all[1].addedIn, all[0].addedIn) << "the office's history tells when";
    const QJsonObject facts{{u"act"_s, u"memo"_s}, {u"amount"_s, 500}};
    const auto now = at(admin).tryRoute({u"memo"_s, people.sato, tomorrow().addDays(-1), facts}, {});
    const auto then = at(admin).tryRoute({u"memo"_s, people.sato, tomorrow(), facts}, {});
    ASSERT_TRUE(fine(now));
    ASSERT_TRUE(fine(then));
    EXPECT_TRUE(asked(now->inForce.steps).contains(u"総務課長"_s));
    EXPECT_FALSE(asked(then->inForce.steps).contains(u"総務課長"_s));
}

TEST_P(RoutesContract, ARuleIsNotWrittenOverOneItsWriterHasNotSeen)
{
    ASSERT_TRUE(fine(adopt(admin, shorter())));

    EXPECT_TRUE(refused(bring(shorter(), 1), Refusal::Stale));
    EXPECT_EQ(rules().size(), 2U);
    ASSERT_TRUE(fine(adopt(admin, shorter(), u"訂正"_s)));
    EXPECT_EQ(rules().back().revision, 3);
}

TEST_P(RoutesContract, ARuleIsNeverForTodayOrBeforeAndAlwaysForAReason)
{
    RouteRule rule = shorter();
    rule.from = tomorrow().addDays(-1);
    EXPECT_TRUE(refused(bring(rule), Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(adopt(admin, rule), Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(adopt(admin, shorter(), u" "_s), Refusal::ReasonMissing));
    EXPECT_TRUE(failed(adopt(admin, shorter(), u"一行目\n二行目"_s), ErrorCode::Invalid));
    RouteRule other = shorter();
    other.form = u"another"_s;
    EXPECT_TRUE(failed(bring(other), ErrorCode::NotFound)) << "a form that does not exist";
    EXPECT_TRUE(failed(adopt(admin, other), ErrorCode::NotFound));

    EXPECT_EQ(rules().size(), 1U);
}

TEST_P(RoutesContract, ARuleByWhichSomeWouldFindNobodyIsNotPutInForce)
{
    RouteRule rule = shorter();
    rule.lines[0].who = {{Selector::Kind::Post, SectionLevel::Unit, u"governor"_s}};

    EXPECT_TRUE(failed(adopt(admin, rule), ErrorCode::Invalid));

    const auto problems = at(admin).ruleProblems(rule);
    ASSERT_TRUE(fine(problems));
    ASSERT_FALSE(problems->empty());
    EXPECT_EQ(problems->front().text.ja, u"M-1：governorに当たる職がありません。"_s);
    EXPECT_EQ(problems->front().line, 0U);
    EXPECT_TRUE(fine(at(admin).ruleProblems(shorter())));
}

TEST_P(RoutesContract, ARuleNobodyCouldReadAgainIsRefusedByTheNotaryToo)
{
    std::vector<RouteRule> broken(9, shorter());
    broken[0].lines.push_back(broken[0].lines[0]);
    broken[1].lines.clear();
    broken[2].lines[0].who.clear();
    broken[3].lines[0].why.en.clear();
    broken[4].lines[0].apart = true;
    broken[5].table.reset();
    broken[6].lines[0].rule = StepRule::Count;
    broken[7].lines[1].when =
        *Condition::fromJson({{u"field"_s, u"amount"_s}, {u"ge"_s, qint64(1'000'000'000'000'000)}});
    broken[8].lines[0].why.ja = QString(301, u'あ');

    for (const RouteRule &rule : broken)
        EXPECT_TRUE(failed(bring(rule), ErrorCode::Invalid)) << &rule - broken.data();

    EXPECT_EQ(office.as(people.sato).office().configuration()->rules.size(), 1U);
}

/// Of forms with a table administrators see what the rules look at in filed cases.
TEST(AdoptedRoutes, BringNoDecisionTableToAFormThatHadNone)
{
    const auto rule = RouteRule::fromJson(QJsonDocument::fromJson(R"({"form": "leave", "from": "2020-04-01", "lines": [
            {"line": "L-1", "kind": "decide", "who": [{"head": "section"}], "why": {"ja": "課長", "en": "head"}}]})")
                                              .object(),
                                          1);
    ASSERT_TRUE(fine(rule));
    Configuration configuration;
    configuration.rules = {*rule};
    RouteRule next = *rule;
    next.from = QDate(2026, 12, 1);
    const QDate today(2026, 11, 1);
    EXPECT_TRUE(fine(checkAdoption(AdoptRule{next, u"改正"_s, 1}, configuration, today)));

    next.table = TableUse{u"decision"_s, {}};

    EXPECT_TRUE(failed(checkAdoption(AdoptRule{next, u"改正"_s, 1}, configuration, today), ErrorCode::Invalid));
}

/// Otherwise whoever writes rules would read whatever they name in them.
TEST_P(RoutesContract, WhatAdministratorsNameInARuleOpensNoMoreOfItsCases)
{
    Hand sato(office, people.sato);
    QJsonObject fields = memo(u"備品の購入"_s, 500);
    fields.insert(u"important"_s, true);
    fields.insert(u"vote"_s, true);
    ASSERT_TRUE(fine(sato.file(fields)));
    RouteRule curious = shorter();
    curious.from = QDate(2020, 4, 2);
    curious.lines[1].ground = {u"important"_s};
    const QString text = QString::fromUtf8(QJsonDocument(curious.toJson()).toJson(QJsonDocument::Compact));
    ASSERT_TRUE(
        fine(office.tamper(u"INSERT INTO rule_revision VALUES ('memo', 2, '2020-04-02', '%1', 1)"_s.arg(text))));

    const auto cases = office.as(admin).office().filedCases(Instant(0), std::nullopt, 10);

    ASSERT_TRUE(fine(cases));
    ASSERT_EQ(cases->size(), 1U);
    EXPECT_EQ(cases->front().fields, (QJsonObject{{u"amount"_s, 500}, {u"vote"_s, true}}));
    RouteRule draft = shorter();
    draft.lines[1].when = *Condition::fromJson({{u"field"_s, u"important"_s}, {u"eq"_s, true}});
    const auto ways = at(admin).otherWays({{}, draft}, std::nullopt);
    ASSERT_TRUE(fine(ways));
    EXPECT_EQ(ways->unseen.size(), 1U);
}

TEST_P(RoutesContract, IsForAdministratorsAlone)
{
    for (const StaffId who : {people.sato, people.suzuki, people.bando})
        EXPECT_TRUE(failed(adopt(who, shorter()), ErrorCode::AccessDenied));

    EXPECT_EQ(rules().size(), 1U);
}

TEST_P(RoutesContract, CasesThatWereSentBeforeStandAsTheyWereJudged)
{
    const CaseId id = filed(people.sato, 500);
    ASSERT_TRUE(fine(adopt(admin, shorter())));

    const auto view = at(people.sato).open(id);

    ASSERT_TRUE(fine(view));
    EXPECT_TRUE(view->verified.sound());
    EXPECT_TRUE(asked(view->route).contains(u"総務課長"_s));
}

TEST_P(RoutesContract, ShowsWhichCasesWouldGoAnotherWayByADraft)
{
    const CaseId small = filed(people.sato, 500);
    filed(people.sato, 30'000);
    RouteRule draft = shorter();

    const auto ways = at(admin).otherWays({{}, draft}, std::nullopt);

    ASSERT_TRUE(fine(ways));
    EXPECT_EQ(ways->looked, 2);
    ASSERT_EQ(ways->found.size(), 1U);
    EXPECT_EQ(ways->found[0].id, small);
    EXPECT_TRUE(asked(ways->found[0].inForce.steps).contains(u"総務課長"_s));
    EXPECT_FALSE(asked(ways->found[0].drafted.steps).contains(u"総務課長"_s));
    EXPECT_TRUE(ways->unseen.empty());
    draft.lines[1].when = *Condition::fromJson({{u"field"_s, u"subject"_s}, {u"ne"_s, u"x"_s}});
    const auto blind = at(admin).otherWays({{}, draft}, std::nullopt);
    ASSERT_TRUE(fine(blind));
    EXPECT_EQ(blind->unseen.size(), 1U) << "nobody is given subjects";
}

TEST_P(RoutesContract, TriesAMadeUpCaseByADraft)
{
    const QJsonObject facts{{u"act"_s, u"memo"_s}, {u"amount"_s, 500}};

    const auto answer = at(admin).tryRoute({u"memo"_s, people.sato, tomorrow(), facts}, {{}, shorter()});

    ASSERT_TRUE(fine(answer));
    ASSERT_TRUE(answer->drafted);
    EXPECT_TRUE(answer->differs);
    EXPECT_TRUE(asked(answer->inForce.steps).contains(u"総務課長"_s));
    EXPECT_FALSE(asked(answer->drafted->steps).contains(u"総務課長"_s));
}

} // namespace kessai::test
