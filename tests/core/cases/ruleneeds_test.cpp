// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/ruleneeds.h"

#include <QJsonDocument>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

constexpr auto kAskedForm = R"({"code":"memo","from":"2020-04-01","name":{"ja":"伺い","en":"Memo"},"fields":[
  {"key":"amount","kind":"yen","label":{"ja":"金額","en":"Amount"}},
  {"key":"sort","kind":"choice","label":{"ja":"種別","en":"Sort"},
   "choices":[{"code":"plain","label":{"ja":"普通","en":"Plain"}},{"code":"special","label":{"ja":"特別","en":"Special"}}]},
  {"key":"urgent","kind":"flag","label":{"ja":"至急","en":"Urgent"}}]})";

constexpr auto kAskingRule = R"({"form":"memo","from":"2026-12-01","lines":[
  {"line":"M-1","kind":"consult","rule":"any","who":[{"role":"finance"}],
   "when":{"all":[{"field":"amount","ge":500000},{"field":"sort","eq":"special"}]},"why":{"ja":"財政","en":"Finance"}},
  {"line":"M-2","kind":"decide","who":[{"head":"section"}],"why":{"ja":"課長","en":"Section head"}},
  {"line":"M-3","kind":"circulate","who":[{"role":"records"}],"when":{"field":"urgent","eq":true},
   "why":{"ja":"至急","en":"Urgent"}}]})";

class RuleNeedsTest : public ::testing::Test {
protected:
    static Condition when(const char *json) { return *Condition::fromJson(QJsonDocument::fromJson(json).object()); }
    FormDefinition formFrom(const QDate &day, int revision, bool special) const
    {
        FormDefinition one = form;
        one.from = day;
        one.revision = revision;
        if (!special)
            one.fields[1].choices.pop_back();
        return one;
    }
    RouteRule ruleFrom(const QDate &day, int revision, bool special) const
    {
        RouteRule one = rule;
        one.from = day;
        one.revision = revision;
        if (!special)
            one.lines[0].when = when(R"({"field":"amount","ge":500000})");
        return one;
    }

    const FormDefinition form = *FormDefinition::fromJson(QJsonDocument::fromJson(kAskedForm).object(), 1);
    const RouteRule rule = *RouteRule::fromJson(QJsonDocument::fromJson(kAskingRule).object(), 2);
    const QDate march = QDate(2027, 3, 1);
    const QDate april = QDate(2027, 4, 1);
};

} // namespace

TEST_F(RuleNeedsTest, AFormKeepsWhatARuleOfItsDayOrLaterGoesBy)
{
    EXPECT_THAT(lostFor({rule}, formFrom(april, 2, true), {form}), IsEmpty());

    const auto lost = lostFor({rule}, formFrom(april, 2, false), {form});
    ASSERT_THAT(lost, SizeIs(1));
    EXPECT_EQ(
        lost[0].ja,
        u"令和8年12月1日からの承認経路の1番目の段階が、「種別」の「特別」で場合を分けています。先に経路を変えてくだ"
        u"さい。"_s);
    EXPECT_THAT(lost[0].en.toStdString(), HasSubstr("in force from 2026-12-01 on goes by Special of Sort"));

    const RouteRule later = ruleFrom(april, 3, false);
    EXPECT_THAT(lostFor({rule, later}, formFrom(april, 2, false), {form}), IsEmpty());
    EXPECT_THAT(lostFor({rule, later}, formFrom(march, 2, false), {form}), SizeIs(1)) << "until then the other one is";

    FormDefinition without = formFrom(april, 2, true);
    without.fields.pop_back();
    EXPECT_THAT(lostFor({rule}, without, {form}).front().ja.toStdString(), HasSubstr("3番目の段階が、「至急」"));
}

TEST_F(RuleNeedsTest, SaysWhichRouteGoesByWhatIsLost)
{
    const auto lost = lostFor({ruleFrom(march, 3, false), ruleFrom(april, 4, true)}, formFrom(march, 2, false), {form});

    ASSERT_THAT(lost, SizeIs(1)) << "the one of March is another one already";
    EXPECT_THAT(lost[0].ja.toStdString(), HasSubstr("令和9年4月1日からの承認経路の1番目"));
}

TEST_F(RuleNeedsTest, WhatARevisionToComeHasLostAlreadyIsLookedForAsWell)
{
    const std::vector<FormDefinition> ever{form, formFrom(april, 2, false)};
    const std::vector<RouteRule> rules{rule, ruleFrom(april, 3, false)};

    // Written upon the revision of April, for a day before: the route of until then still goes by what it has lost.
    EXPECT_THAT(lostFor(rules, formFrom(march, 3, false), ever), SizeIs(1));
    EXPECT_THAT(lostFor(rules, formFrom(march, 3, true), ever), IsEmpty());
    EXPECT_THAT(lostFor({rule, ruleFrom(april, 3, true)}, formFrom(march, 3, true), ever), IsEmpty())
        << "what is in force with the next form is nothing of this one";
}

TEST_F(RuleNeedsTest, ARuleGoesByNothingTheFormLosesWhileItIsInForce)
{
    const std::vector<FormDefinition> ever{form, formFrom(april, 2, false)};

    const auto problems = lostLater(ruleFrom(march, 3, true), {rule}, ever, march);
    ASSERT_THAT(problems, SizeIs(1));
    EXPECT_TRUE(problems[0].blocks);
    EXPECT_EQ(problems[0].line, 0U);
    EXPECT_EQ(
        problems[0].text.ja,
        u"M-1の条件の「種別」の「特別」は、令和9年4月1日からの様式にありません。その日からの経路も先に書いてください。"_s);
    EXPECT_THAT(lostLater(ruleFrom(march, 3, false), {rule}, ever, march), IsEmpty());
    EXPECT_THAT(lostLater(ruleFrom(march, 4, true), {rule, ruleFrom(april, 3, false)}, ever, march), IsEmpty())
        << "by then another rule is in force";
    EXPECT_THAT(lostLater(ruleFrom(april, 3, true), {rule}, ever, april), IsEmpty()) << "problemsIn says that";
}

TEST_F(RuleNeedsTest, ChoicesAreFoundHoweverConditionsAreNested)
{
    const Condition nested = when(
        R"({"any":[{"not":{"field":"sort","in":["plain","gone"]}},{"all":[{"field":"sort","ne":"special"},{"field":"urgent","eq":true}]}]})");

    EXPECT_EQ(choicesNamed(nested, u"sort"_s), (QStringList{u"plain"_s, u"gone"_s, u"special"_s}));
    EXPECT_THAT(choicesNamed(nested, u"amount"_s), IsEmpty());
}

} // namespace kessai::test
