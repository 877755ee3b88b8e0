// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rulecheck.h"

#include "core/cases/rulefile.h"
#include "tests/support/officebuilder.h"
#include "tests/support/printers.h"

#include <QJsonDocument>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

constexpr auto kForm = R"({"code":"memo","from":"2020-04-01","name":{"ja":"伺い","en":"Memo"},"fields":[
  {"key":"subject","kind":"text","label":{"ja":"件名","en":"Subject"},"required":true},
  {"key":"amount","kind":"yen","label":{"ja":"金額","en":"Amount"}},
  {"key":"sort","kind":"choice","label":{"ja":"種別","en":"Sort"},
   "choices":[{"code":"plain","label":{"ja":"普通","en":"Plain"}},{"code":"special","label":{"ja":"特別","en":"Special"}}]},
  {"key":"about","kind":"staffRef","label":{"ja":"対象者","en":"About"}},
  {"key":"urgent","kind":"flag","label":{"ja":"至急","en":"Urgent"}}]})";

constexpr auto kSound = R"({"form":"memo","from":"2026-12-01","lines":[
  {"line":"M-1","kind":"review","who":[{"head":"unit"}],"why":{"ja":"係長","en":"Unit head"}},
  {"line":"M-2","kind":"consult","rule":"any","who":[{"role":"finance"}],"objection":"refers","ground":["amount"],
   "when":{"all":[{"field":"amount","ge":500000},{"field":"sort","eq":"special"}]},"why":{"ja":"財政","en":"Finance"}},
  {"line":"M-3","kind":"decide","who":[{"head":"section"}],"why":{"ja":"課長","en":"Section head"}},
  {"line":"M-4","kind":"circulate","who":[{"field":"about"}],"when":{"field":"urgent","eq":true},
   "why":{"ja":"至急","en":"Urgent"}}]})";

class RuleTest : public ::testing::Test {
protected:
    std::vector<std::string> problems()
    {
        std::vector<std::string> texts;
        for (const RuleProblem &one : problemsIn(rule, words)) {
            texts.push_back(one.text.ja.toStdString());
            EXPECT_FALSE(one.text.en.isEmpty());
        }
        return texts;
    }
    RuleLine &line(size_t at) { return rule.lines[at]; }
    static Condition when(const char *json) { return *Condition::fromJson(QJsonDocument::fromJson(json).object()); }

    const FormDefinition form = *FormDefinition::fromJson(QJsonDocument::fromJson(kForm).object(), 1);
    SmallOffice small;
    std::shared_ptr<const Office> office = small.office();
    RuleWords words{*office, form, {derivedField(u"yen"_s, 0)}, nullptr};
    RouteRule rule = *RouteRule::fromJson(QJsonDocument::fromJson(kSound).object(), 2);
};

} // namespace

TEST_F(RuleTest, IsReadAsSentences)
{
    std::vector<std::string> texts;
    for (const RuleLine &one : rule.lines)
        texts.push_back(words.line(one).ja.toStdString());

    EXPECT_THAT(texts,
                ElementsAre("回議 — 起案者の係の係長",
                            "合議（だれか1人）— 財政課長（役割 財政）: 金額が50万円以上かつ種別が特別のとき",
                            "決裁 — 起案者の課の課長", "供覧 — 「対象者」に書かれた職・人: 「至急」に当たるとき"));
    EXPECT_EQ(
        words.line(line(1)).en,
        u"Consultation (any one) — 財政課長 (role finance), if Amount is at least 500,000 yen and Sort is Special"_s);
}

TEST_F(RuleTest, NestedConditionsAreReadInBrackets)
{
    const auto text = [&](const char *json) { return words.condition(when(json)).ja; };

    EXPECT_EQ(text(R"({"field":"amount","ge":500000,"lt":3000000})"), u"金額が50万円以上300万円未満"_s);
    EXPECT_EQ(text(R"({"field":"sort","in":["plain","special"]})"), u"種別が普通・特別のいずれか"_s);
    EXPECT_EQ(text(R"({"field":"subject","ne":""})"), u"「件名」に記入がある"_s);
    EXPECT_EQ(text(R"({"not":{"field":"sort","eq":"plain"}})"), u"（種別が普通）でない"_s);
    EXPECT_EQ(
        text(
            R"({"any":[{"field":"amount","gt":1},{"all":[{"field":"sort","ne":"plain"},{"field":"urgent","eq":false}]}]})"),
        u"金額が1円超または（種別が普通以外かつ「至急」に当たらない）"_s);
    const RuleWords hours(*office, form, {derivedField(u"minutes"_s, 0)}, nullptr);
    EXPECT_EQ(hours.condition(when(R"({"field":"minutes","gt":2700})")).ja, u"時間数が45時間超"_s);
}

TEST_F(RuleTest, ASoundRuleHasNoProblems)
{
    EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(RuleTest, SaysWhatProgramsRefuse)
{
    line(0).line = u"M-2"_s;
    line(1).why.en.clear();
    line(2).apart = true;
    line(3).rule = StepRule::Majority;
    line(0).who.clear();

    EXPECT_THAT(problems(),
                ElementsAre("M-2は、だれにも回りません。宛先を選んでください。", "記号「M-2」の段階が2つあります。",
                            "M-2に理由がありません。根拠の条項を書いてください。",
                            "M-3は審査でないので、回議者を審査から外す指定はできません。",
                            "M-4は供覧です。供覧は全員に回ります。"));
    EXPECT_EQ(problemsIn(rule, words)[0].line, 0U);
}

TEST_F(RuleTest, SaysWhatStandsInTheWrongPlace)
{
    std::swap(line(1), line(2));

    EXPECT_THAT(problems(), ElementsAre("M-2が決裁の後にあります。決裁の前に移してください。"));

    rule.lines.erase(rule.lines.begin() + 2);
    EXPECT_THAT(problems(), IsEmpty()) << "circulation alone may follow";
    rule.lines.erase(rule.lines.begin());
    rule.lines.front().kind = StepKind::Review;
    EXPECT_THAT(problems(), ElementsAre("決裁する段階がありません。"));
}

TEST_F(RuleTest, SaysWhatIsNotThere)
{
    line(0).who = {{Selector::Kind::Post, SectionLevel::City, u"governor"_s}};
    line(1).who = {{Selector::Kind::Role, SectionLevel::City, u"contract"_s}};
    line(1).ground = {u"colour"_s};
    line(3).who = {{Selector::Kind::Field, SectionLevel::City, u"friend"_s}};
    line(3).when = when(R"({"field":"height","ge":2})");
    rule.top = {u"suzuki"_s};

    EXPECT_THAT(problems(),
                ElementsAre("M-1：governorに当たる職がありません。", "M-2：役割「契約」の職に当たる職がありません。",
                            "M-2の「見る項目」の「colour」は、この様式にありません。",
                            "M-4の宛先の項目「friend」は、この様式にありません。",
                            "M-4の条件の項目「height」は、この様式にありません。",
                            "「市の一番上の職」の「suzuki」は、市に直接属する職ではありません。"));
}

TEST_F(RuleTest, NoRuleGoesByAFieldOfTheOfficesOwn)
{
    FormDefinition own = form;
    own.fields.push_back({.key = u"office_1"_s,
                          .kind = FieldKind::Flag,
                          .label = {u"公開"_s, u"Public"_s},
                          .hint = {},
                          .choices = {},
                          .visibleWhen = {},
                          .initial = {}});
    const RuleWords ownWords(*office, own, {}, nullptr);
    line(3).when = when(R"({"field":"office_1","eq":true})");

    const std::vector<FieldDefinition> offered = ownWords.comparable(true);
    EXPECT_TRUE(std::none_of(offered.begin(), offered.end(),
                             [](const FieldDefinition &one) { return one.key == u"office_1"_s; }));
    const std::vector<RuleProblem> found = problemsIn(rule, ownWords);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found.front().text.ja.toStdString(), HasSubstr("公開"));
    EXPECT_TRUE(found.front().blocks);
}

TEST_F(RuleTest, NoRuleGoesByAChoiceNobodyCanMake)
{
    line(1).when = when(R"({"any":[{"field":"sort","in":["plain","gone"]},{"field":"sort","ne":""}]})");

    const auto found = problemsIn(rule, words);

    ASSERT_EQ(found.size(), 1U) << "what is empty is no choice";
    EXPECT_TRUE(found[0].blocks);
    EXPECT_EQ(found[0].line, 1U);
    EXPECT_TRUE(found[0].text.ja.contains(u"「種別」"_s) && found[0].text.ja.contains(u"「gone」"_s));
}

TEST_F(RuleTest, FindsGapsOverlapsAndWhatNeverHolds)
{
    line(1).when = when(R"({"all":[{"field":"amount","ge":500000},{"field":"amount","lt":500000}]})");
    line(2).when = when(R"({"field":"yen","lt":500000})");
    RuleLine more = line(2);
    more.line = u"M-5"_s;
    more.when = when(R"({"all":[{"field":"yen","ge":400000},{"field":"yen","lt":900000}]})");
    rule.lines.insert(rule.lines.begin() + 3, more);

    const auto found = problemsIn(rule, words);

    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(
        found[0].text.ja,
        u"M-3とM-5は、同時に当てはまることがあります（yenが499,999円）。後の段階が決裁し、前の段階は回議になります。"_s);
    EXPECT_FALSE(found[0].blocks);
    EXPECT_EQ(found[1].text.ja, u"yenが90万円の案件を決裁する段階がありません。"_s);
    EXPECT_TRUE(found[1].blocks);
    EXPECT_EQ(found[2].text.ja, u"M-2は、条件に当てはまる案件がありません。"_s);
    EXPECT_EQ(found[2].line, 1U);
    EXPECT_FALSE(found[2].blocks);
}

TEST_F(RuleTest, AGapWhereAnOptionalFieldIsEmptySaysSo)
{
    line(2).when = when(R"({"field":"amount","ge":500000})");
    RuleLine more = line(2);
    more.line = u"M-5"_s;
    more.when = when(R"({"field":"amount","lt":500000})");
    rule.lines.insert(rule.lines.begin() + 3, more);

    const auto found = problemsIn(rule, words);

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].text.ja, u"「金額」が空欄の案件を決裁する段階がありません。"_s);
    EXPECT_EQ(found[0].text.en, u"No step decides where \"Amount\" is empty."_s);
    EXPECT_TRUE(found[0].blocks);
}

TEST_F(RuleTest, DaysAreTriedOnBothSidesOfALimit)
{
    FormDefinition dated = form;
    dated.fields.push_back(form.fields[0]);
    dated.fields.back().key = u"day"_s;
    dated.fields.back().kind = FieldKind::Date;
    dated.fields.back().label = {u"期日"_s, u"Day"_s};
    const RuleWords dates(*office, dated, {}, nullptr);
    line(1).when = when(R"({"field":"day","lt":"2026-04-01"})");
    EXPECT_THAT(problemsIn(rule, dates), IsEmpty()) << "it does apply";

    line(1).when = {};
    line(2).when = when(R"({"field":"day","ge":"2026-04-01"})");
    const auto found = problemsIn(rule, dates);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].text.ja.contains(u"決裁する段階がありません"_s)) << found[0].text.ja.toStdString();
    EXPECT_TRUE(found[0].blocks);
}

TEST_F(RuleTest, SaysWhatItDidNotLookAt)
{
    QJsonArray parts;
    for (int i = 0; i < 9; ++i) {
        FieldDefinition fact = derivedField(u"fact%1"_s.arg(i), 0);
        parts.append(QJsonObject{{u"field"_s, fact.key}, {u"ge"_s, 10}});
    }
    line(1).when = *Condition::fromJson({{u"all"_s, parts}});
    std::vector<FieldDefinition> facts;
    for (int i = 0; i < 9; ++i)
        facts.push_back(derivedField(u"fact%1"_s.arg(i), 0));
    const RuleWords many(*office, form, facts, nullptr);

    const auto found = problemsIn(rule, many);

    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].text.ja.contains(u"確かめていません"_s)) << found[0].text.ja.toStdString();
    EXPECT_FALSE(found[0].blocks);
    EXPECT_TRUE(toldApartBy(rule, many).empty());
}

TEST_F(RuleTest, WhatTheRuleInForceAsksAlreadyKeepsNobodyFromChangingTheRest)
{
    line(0).who = {{Selector::Kind::Role, SectionLevel::Unit, u"archive"_s}};
    const RouteRule before = rule;
    line(0).why.ja = u"係長が見る"_s;

    ASSERT_EQ(problemsIn(rule, words).size(), 1U);
    EXPECT_TRUE(problemsIn(rule, words)[0].blocks);
    ASSERT_EQ(problemsIn(rule, words, &before).size(), 1U);
    EXPECT_FALSE(problemsIn(rule, words, &before)[0].blocks);
}

/// Somebody who is told of a case, or asked in other cases, may be nobody; whoever decides may not.
TEST_F(RuleTest, WhoWasAskedElsewhereIsNotAskedAlready)
{
    const Selector nobody{Selector::Kind::Role, SectionLevel::Unit, u"archive"_s};
    line(3).who = {nobody};
    const RouteRule before = rule;
    ASSERT_EQ(problemsIn(rule, words, &before).size(), 1U);
    EXPECT_FALSE(problemsIn(rule, words, &before)[0].blocks);

    line(2).who = {nobody};
    EXPECT_TRUE(problemsIn(rule, words, &before)[0].blocks) << "decides, where it was told";
    rule = before;
    line(3).kind = StepKind::Review;
    std::swap(line(2), line(3));
    EXPECT_TRUE(problemsIn(rule, words, &before)[0].blocks) << "reviews, where it was told";
    rule = before;
    line(3).when = {};
    EXPECT_TRUE(problemsIn(rule, words, &before)[0].blocks) << "in every case, where it was in some";
}

TEST_F(RuleTest, AGapForAnyOtherTextSaysSo)
{
    line(2).when = when(R"({"field":"subject","eq":"備品"})");

    const auto found = problemsIn(rule, words);

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].text.ja, u"「件名」がほかの文字の案件を決裁する段階がありません。"_s);
    EXPECT_EQ(found[0].text.en, u"No step decides where \"Subject\" is another text."_s);
}

TEST_F(RuleTest, AChoiceMayBeCalledLikeNothing)
{
    FormDefinition called = form;
    called.fields[2].choices.push_back({u"-"_s, {u"なし"_s, u"None"_s}});
    const RuleWords choosing(*office, called, {}, nullptr);
    line(1).when = when(R"({"field":"sort","in":["special","-"]})");

    EXPECT_THAT(problemsIn(rule, choosing), IsEmpty());
    EXPECT_THAT(problems(), ::testing::Contains("M-2の条件に、値の決まっていないものがあります。"));
}

TEST_F(RuleTest, WhatTheDoorsWouldNotTakeIsSaid)
{
    line(0).why.ja = QString(301, u'あ');
    line(1).when = when(R"({"field":"amount","ge":9999999999999999})");
    line(3).when = when(R"({"field":"about","eq":"-"})");

    EXPECT_THAT(problems(),
                ::testing::Contains("M-1に長すぎる文字か、大きすぎる数があります（文字は300字、数は15桁まで）。"));
    EXPECT_THAT(problems(),
                ::testing::Contains("M-2に長すぎる文字か、大きすぎる数があります（文字は300字、数は15桁まで）。"));
    EXPECT_THAT(problems(), ::testing::Contains("M-4の条件に、値の決まっていないものがあります。"));
    line(0).why.ja = QString(300, u'あ');
    line(1).when = when(R"({"field":"amount","ge":999999999999999})");
    line(3).when = {};
    EXPECT_THAT(problems(), IsEmpty());
    line(1).when = when(R"({"field":"amount","ge":-9223372036854775808})");
    EXPECT_THAT(problems(),
                ::testing::Contains("M-2に長すぎる文字か、大きすぎる数があります（文字は300字、数は15桁まで）。"));
    line(1).when = {};
    rule.top = {QString(301, u'a')};
    EXPECT_FALSE(problems().empty());
}

TEST_F(RuleTest, ATableNeedsTheKindOfTheCaseAndARowForIt)
{
    const auto read = DecisionTable::fromJson(QJsonDocument::fromJson(R"({"table":"decision","from":"2020-04-01",
        "source":{"ja":"規程","en":"rules"},
        "levels":[{"level":"mayor","name":{"ja":"市長","en":"mayor"},"who":{"post":"mayor"}}],
        "acts":[{"act":"memo","name":{"ja":"伺い","en":"Memo"}}],
        "rows":[{"row":"T-1","acts":["memo"],"limits":{"mayor":"all"},"article":{"ja":"別表1","en":"table 1"}}]})")
                                                  .object(),
                                              1);
    ASSERT_TRUE(read) << qPrintable(read.error().detail);
    rule.table = TableUse{u"decision"_s, {}};
    FormDefinition kinds = form;
    kinds.fields.push_back(form.fields[2]);
    kinds.fields.back().key = u"act"_s;
    const RuleWords without(*office, form, {}, &*read);
    const RuleWords derived(*office, form, {derivedField(u"act"_s, u"memo"_s)}, &*read);
    const RuleWords others(*office, kinds, {}, &*read);

    EXPECT_THAT(problemsIn(rule, derived), IsEmpty());
    ASSERT_EQ(problemsIn(rule, without).size(), 1U);
    EXPECT_EQ(problemsIn(rule, without)[0].text.ja,
              u"この様式には「案件の種類」がないので、専決表では決裁者が決まりません。"_s);
    EXPECT_TRUE(problemsIn(rule, without)[0].blocks);
    ASSERT_EQ(problemsIn(rule, others).size(), 2U);
    EXPECT_EQ(problemsIn(rule, others)[0].text.ja, u"専決表に、案件の種類「普通」の行がありません。"_s);
}

TEST_F(RuleTest, SaysWhatChanged)
{
    RouteRule after = rule;
    after.lines[1].who.push_back({Selector::Kind::Post, SectionLevel::City, u"mayor"_s});
    after.lines[1].when = {};
    after.lines[1].rule = StepRule::Count;
    after.lines[1].count = 2;
    after.lines.pop_back();
    std::swap(after.lines[0], after.lines[1]);
    std::vector<std::string> texts;
    for (const Bilingual &one : changesBetween(rule, after, words))
        texts.push_back(one.ja.toStdString());

    EXPECT_THAT(texts,
                ElementsAre("M-2　段階：合議（だれか1人） → 合議（2人以上）",
                            "M-2　だれに：財政課長（役割 財政） → 財政課長（役割 財政）、市長",
                            "M-2　いつ：金額が50万円以上かつ種別が特別 → 常に",
                            "M-4　なくなる段階：供覧 — 「対象者」に書かれた職・人: 「至急」に当たるとき",
                            "順序：M-1、M-2、M-3 → M-2、M-1、M-3"));
}

namespace {

class RuleFileTest : public RuleTest {
protected:
    QByteArray file()
    {
        QStringList lines{ruleFileHead().join(u',')};
        for (const QStringList &row : ruleFileRows(rule, words)) {
            QStringList cells;
            for (const QString &cell : row)
                cells.append(csvField(cell));
            lines.append(cells.join(u','));
        }
        return lines.join(u"\r\n"_s).toUtf8();
    }
    std::vector<std::string> refused(const QByteArray &bytes)
    {
        std::vector<std::string> texts;
        const auto read = readRuleFile(bytes, rule, words);
        EXPECT_FALSE(read);
        for (const TableRowProblem &one : read ? std::vector<TableRowProblem>() : read.error())
            texts.push_back(QString(QString::number(one.line) + u' ' + one.text.ja).toStdString());
        return texts;
    }
};

} // namespace

TEST_F(RuleFileTest, ComesBackAsItWasSaved)
{
    const auto read = readRuleFile(file(), rule, words);

    ASSERT_TRUE(read) << qPrintable(read.error().front().text.ja);
    EXPECT_EQ(*read, rule);
}

TEST_F(RuleFileTest, TakesWhatIsExactAndLeavesTheRestToBeRead)
{
    QByteArray changed = file();
    changed.replace(QByteArray(R"([{""head"":""section""}])"), QByteArray(R"([{""head"":""department""}])"));

    EXPECT_THAT(refused(changed), ElementsAre(HasSubstr("4 「だれに」は読むための列です。")));

    changed.replace(QByteArray("起案者の課の課長"), QByteArray());
    const auto read = readRuleFile(changed, rule, words);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->lines[2].who.front().level, SectionLevel::Department);
}

TEST_F(RuleFileTest, IsTakenAsAWholeOrNotAtAll)
{
    QByteArray changed = file();
    changed.replace("回議", "会議");
    changed.replace("Urgent", "");
    changed.replace("だれか1人", "だれか");

    EXPECT_THAT(
        refused(changed),
        ElementsAre(HasSubstr("2 段階「会議」は"), HasSubstr("3 決め方「だれか」は"), HasSubstr("5 理由がありません")));
    EXPECT_THAT(refused("記号,段階\r\nM-1,回議"), ElementsAre(HasSubstr("0 1行目は次の見出しです")));
    QByteArray order = file();
    order.replace("M-1,回議", "M-1,決裁");
    EXPECT_THAT(refused(order), ElementsAre(HasSubstr("0 行の並びが規則になりません")));
}

} // namespace kessai::test
