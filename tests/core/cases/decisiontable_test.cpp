// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decisiontable.h"

#include "core/cases/rule.h"
#include "tests/support/casebuilder.h"
#include "tests/support/officebuilder.h"
#include "tests/support/printers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Three levels, two acts, three items; `rows` are the rows of the table, `levels` the lowest first.
static QJsonObject tableJson(const char *rows)
{
    const QByteArray text =
        QByteArrayLiteral(R"({"table":"decision","from":"2025-04-01","source":{"ja":"規程","en":"rules"},
        "levels":[{"level":"section","name":{"ja":"課長","en":"section head"},"who":{"head":"section"}},
                  {"level":"department","name":{"ja":"部長","en":"department head"},"who":{"head":"department"}},
                  {"level":"mayor","name":{"ja":"市長","en":"mayor"},"who":{"post":"mayor"}}],
        "acts":[{"act":"buy","name":{"ja":"支出","en":"Spending"}},{"act":"note","name":{"ja":"調定","en":"Assessment"}}],
        "items":[{"item":"10","name":{"ja":"需用費","en":"Supplies"}},{"item":"12","name":{"ja":"委託料","en":"Work"}},
                 {"item":"14","name":{"ja":"工事","en":"Building"}}],
        "rows":[)")
        + rows + "]}";
    return QJsonDocument::fromJson(text).object();
}

static Result<DecisionTable> tableOf(const char *rows)
{
    return DecisionTable::fromJson(tableJson(rows), 1);
}

constexpr auto kNote = R"({"row":"N","acts":["note"],"limits":{"section":"all"},"article":{"ja":"別表1","en":"t1"}})";
constexpr auto kRows =
    R"({"row":"A","acts":["buy"],"items":["10"],"limits":{"section":{"lt":500000},"department":{"le":3000000},"mayor":"all"},
        "consult":[{"who":[{"role":"finance"}],"ge":1000000}],"article":{"ja":"別表2 1の項","en":"t2 1"}},
       {"row":"B","acts":["buy"],"limits":{"section":"none","department":{"lt":50000},
        "mayor":{"all":true,"who":{"post":"vice-mayor"}}},
        "consult":[{"who":[{"role":"finance"}],"gt":1000}],"article":{"ja":"別表2 2の項","en":"t2 2"}},
       {"row":"N","acts":["note"],"limits":{"section":"all"},"article":{"ja":"別表1","en":"t1"}})";

static std::string cellOf(const DecisionTable &table, const QJsonObject &facts)
{
    const auto cell = table.cellFor(facts);
    return cell ? cellName(table, *cell).toStdString() : "nobody";
}

static QJsonObject facts(const char *act, const char *item, std::optional<qint64> amount)
{
    QJsonObject all{{QStringLiteral("act"), QLatin1String(act)}, {QStringLiteral("item"), QLatin1String(item)}};
    if (amount)
        all.insert(QStringLiteral("amount"), *amount);
    return all;
}

static std::vector<std::string> problems(const char *rows)
{
    const auto table = tableOf(rows);
    EXPECT_TRUE(table) << (table ? "" : qPrintable(table.error().detail));
    std::vector<std::string> texts;
    for (const Bilingual &problem : table ? problemsIn(*table) : std::vector<Bilingual>()) {
        EXPECT_FALSE(problem.en.isEmpty());
        texts.push_back(problem.ja.toStdString());
    }
    return texts;
}

TEST(DecisionTable, IsWrittenAsItWasRead)
{
    const auto table = tableOf(kRows);

    ASSERT_TRUE(table) << qPrintable(table.error().detail);
    EXPECT_EQ(*DecisionTable::fromJson(table->toJson(), 1), *table);
    EXPECT_THAT(problemsIn(*table), IsEmpty());
}

TEST(DecisionTable, DecidesBelowALimitOrUpToIt)
{
    const auto table = tableOf(kRows);
    ASSERT_TRUE(table);

    EXPECT_EQ(cellOf(*table, facts("buy", "10", 499'999)), "A/section");
    EXPECT_EQ(cellOf(*table, facts("buy", "10", 500'000)), "A/department"); // 未満
    EXPECT_EQ(cellOf(*table, facts("buy", "10", 500'001)), "A/department");
    EXPECT_EQ(cellOf(*table, facts("buy", "10", 2'999'999)), "A/department");
    EXPECT_EQ(cellOf(*table, facts("buy", "10", 3'000'000)), "A/department"); // 以下
    EXPECT_EQ(cellOf(*table, facts("buy", "10", 3'000'001)), "A/mayor");
    // What no other row of the act names.
    EXPECT_EQ(cellOf(*table, facts("buy", "12", 49'999)), "B/department");
    EXPECT_EQ(cellOf(*table, facts("buy", "12", 50'000)), "B/mayor");
    EXPECT_EQ(cellOf(*table, facts("note", "", std::nullopt)), "N/section");
    // An amount nobody gave is within no limit.
    EXPECT_EQ(cellOf(*table, facts("buy", "10", std::nullopt)), "A/mayor");
    EXPECT_EQ(cellOf(*table, facts("steal", "10", 1)), "nobody");
}

TEST(DecisionTable, NeverDecidesLowerForMore)
{
    const auto table = tableOf(kRows);
    ASSERT_TRUE(table);

    for (const char *item : {"10", "12", "14"}) {
        size_t last = 0;
        for (qint64 yen = 0; yen <= 3'100'000; yen += 12'345) {
            const auto cell = table->cellFor(facts("buy", item, yen));
            ASSERT_TRUE(cell);
            EXPECT_GE(cell->level, last) << item << ' ' << yen;
            last = cell->level;
        }
    }
}

TEST(DecisionTable, SaysWhyInTheWordsOfTheRuleBook)
{
    const auto table = tableOf(kRows);
    ASSERT_TRUE(table);

    EXPECT_EQ(table->reason(table->rows[0], 0).ja,
              QStringLiteral("支出（需用費）は、500,000円未満を課長が決裁します（別表2 1の項）。"));
    EXPECT_EQ(table->reason(table->rows[0], 1).ja,
              QStringLiteral("支出（需用費）は、500,000円以上3,000,000円以下を部長が決裁します（別表2 1の項）。"));
    EXPECT_EQ(table->reason(table->rows[0], 2).ja,
              QStringLiteral("支出（需用費）は、3,000,000円を超える額を市長が決裁します（別表2 1の項）。"));
    EXPECT_EQ(table->reason(table->rows[2], 0).ja, QStringLiteral("調定は、全額を課長が決裁します（別表1）。"));
    EXPECT_EQ(table->reason(table->rows[0], 1).en,
              QStringLiteral(
                  "Spending (Supplies), from 500,000 yen up to 3,000,000 yen: decided by the department head (t2 1)."));
}

TEST(DecisionTable, RefusesWhatIsNoTable)
{
    const auto wrong = [](const char *rows) {
        const auto table = tableOf(rows);
        return table ? std::string("nothing") : table.error().detail.toStdString();
    };

    EXPECT_THAT(wrong(R"({"row":"A","acts":["buy"],"limits":{"chief":"all"},"article":{"ja":"a","en":"a"}})"),
                HasSubstr("no level"));
    EXPECT_THAT(
        wrong(R"({"row":"A","acts":["buy"],"limits":{"section":{"lt":1,"le":1}},"article":{"ja":"a","en":"a"}})"),
        HasSubstr("one of 'lt' and 'le'"));
    EXPECT_THAT(wrong(R"({"row":"A","acts":["buy"],"limits":{"section":{"lt":0}},"article":{"ja":"a","en":"a"}})"),
                HasSubstr("lt"));
    EXPECT_THAT(wrong(R"({"row":"A","acts":["buy"],"limits":{"section":"some"},"article":{"ja":"a","en":"a"}})"),
                HasSubstr("all, none"));
    EXPECT_THAT(wrong(R"({"row":"A/B","acts":["buy"],"limits":{"section":"all"},"article":{"ja":"a","en":"a"}})"),
                HasSubstr("'/'"));
    EXPECT_THAT(wrong(R"({"row":"A","acts":["buy"],"limits":{"section":"all"}})"), HasSubstr("article"));
    EXPECT_THAT(wrong((std::string(kNote) + "," + kNote).c_str()), HasSubstr("there twice"));
}

TEST(DecisionTable, IsCheckedForGapsOverlapsAndRowsThatNeverApply)
{
    EXPECT_THAT(problems(kNote), ElementsAre("支出を定めた行がありません。"));
    EXPECT_THAT(
        problems((std::string(kNote) + R"(,{"row":"A","acts":["buy"],"items":["10","12"],"limits":{"mayor":"all"},
                          "article":{"ja":"a","en":"a"}})")
                     .c_str()),
        ElementsAre("支出（工事）を定めた行がありません。"));
    EXPECT_THAT(problems((std::string(kNote) + R"(,{"row":"A","acts":["buy"],"items":["10"],"limits":{"mayor":"all"},
                          "article":{"ja":"a","en":"a"}},
                          {"row":"B","acts":["buy"],"items":["10","14"],"limits":{"mayor":"all"},"article":{"ja":"a","en":"a"}},
                          {"row":"C","acts":["buy"],"limits":{"mayor":"all"},"article":{"ja":"a","en":"a"}})")
                             .c_str()),
                ElementsAre("支出（需用費）は、AとBの両方の行にあります。どちらか一方にしてください。"));
    EXPECT_THAT(problems((std::string(kNote) + R"(,{"row":"A","acts":["buy"],"items":["10","12","14"],
                          "limits":{"mayor":"all"},"article":{"ja":"a","en":"a"}},
                          {"row":"B","acts":["buy"],"limits":{"mayor":"all"},"article":{"ja":"a","en":"a"}})")
                             .c_str()),
                ElementsAre("Bの行は、当てはまる案件がありません。ほかの行がすべてを定めています。"));
    EXPECT_THAT(problems((std::string(kNote) + R"(,{"row":"A","acts":["buy","sell"],"limits":{"mayor":"all"},
                          "article":{"ja":"a","en":"a"}})")
                             .c_str()),
                ElementsAre("Aの行の「sell」は、表の一覧にありません。"));
}

TEST(DecisionTable, IsCheckedForCodesThatTwoRowsHave)
{
    auto table = tableOf(kRows);
    ASSERT_TRUE(table) << qPrintable(table.error().detail);
    ASSERT_GE(table->rows.size(), 2U);

    table->rows[1].row = table->rows[0].row;

    ASSERT_FALSE(problemsIn(*table).empty());
    EXPECT_THAT(problemsIn(*table).front().ja.toStdString(), HasSubstr("の行が2つあります"));
}

TEST(DecisionTable, IsCheckedForLimitsThatLeaveNothingOrStopTooSoon)
{
    const auto limits = [](const char *text) {
        return problems((std::string(kNote) + R"(,{"row":"A","acts":["buy"],"limits":)" + text
                         + R"(,"article":{"ja":"a","en":"a"}})")
                            .c_str());
    };
    EXPECT_THAT(limits(R"({"section":{"lt":500},"department":{"lt":501},"mayor":"all"})"), IsEmpty());
    // 500円未満 leaves nothing to 499円以下.
    EXPECT_THAT(limits(R"({"section":{"lt":500},"department":{"le":499},"mayor":"all"})"),
                ElementsAre("Aの行では、部長が決裁する額がありません。課長までの限度額で足りています。"));
    EXPECT_THAT(limits(R"({"section":{"lt":500},"department":{"le":500},"mayor":"all"})"), IsEmpty());
    EXPECT_THAT(limits(R"({"section":"all","department":{"le":500}})"),
                ElementsAre("Aの行では、部長が決裁する額がありません。課長までの限度額で足りています。"));
    EXPECT_THAT(limits(R"({"section":{"lt":500},"department":{"le":1000}})"),
                ElementsAre("Aの行には、1001円以上を決裁する職がありません。"));
    EXPECT_THAT(limits(R"({"section":"none"})"), ElementsAre("Aの行には、決裁する職がありません。"));
}

TEST(DecisionTable, IsCheckedForPostsNobodyHolds)
{
    SmallOffice small;
    const auto table = tableOf(kRows);
    ASSERT_TRUE(table);
    EXPECT_THAT(problemsIn(*table, *small.office()), IsEmpty());

    auto wrong = *table;
    wrong.rows[0].consults[0].who = {{Selector::Kind::Role, SectionLevel::Unit, QStringLiteral("contract")}};
    wrong.levels[2].who = {Selector::Kind::Post, SectionLevel::Unit, QStringLiteral("fukushi-bucho")}; // vacant
    std::vector<std::string> texts;
    for (const Bilingual &problem : problemsIn(wrong, *small.office()))
        texts.push_back(problem.ja.toStdString());
    EXPECT_THAT(
        texts,
        ElementsAre("「市長」の職に就いている者がいません。", "Aの行の合議先「contract」に当たる職がありません。"));
}

class ByTable : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto read = RouteRule::fromJson(QJsonDocument::fromJson(R"({"form":"draft","from":"2025-04-01",
            "table":{"code":"decision","least":"decider"},"lines":[
            {"line":"R","kind":"review","who":[{"head":"section"}],"when":{"field":"authority","ge":2},"why":{"ja":"a","en":"a"}},
            {"line":"C","kind":"consult","who":[{"table":"consulted"}],"why":{"ja":"a","en":"a"}},
            {"line":"V","kind":"review","who":[{"head":"department"}],"when":{"field":"authority","ge":3},"why":{"ja":"a","en":"a"}},
            {"line":"D","kind":"decide","who":[{"table":"decider"}],"why":{"ja":"a","en":"a"}}]})")
                                            .object(),
                                        1);
        ASSERT_TRUE(read) << qPrintable(read.error().detail);
        rule = *read;
        auto rows = tableOf(kRows);
        ASSERT_TRUE(rows);
        table = *rows;
    }

    Result<Route, Refusal> resolve(const QJsonObject &facts, const DecisionTable *by)
    {
        return resolveRoute(*rule, *small.office(), small.sato, small.clerk, facts, by);
    }
    std::string routeFor(QJsonObject facts, const char *least = "")
    {
        facts.insert(QStringLiteral("decider"), QLatin1String(least));
        const auto route = resolve(facts, &*table);
        if (!route)
            return toCode(route.error()).toStdString();
        QStringList steps;
        for (const Step &step : route->steps) {
            QStringList notes;
            for (const RouteNote &note : step.notes)
                notes.append(note.kind == RouteNoteKind::Chosen ? QStringLiteral("chosen") : note.line);
            steps.append(
                step.line + QLatin1Char(':')
                + small.office()->post(std::get<PostId>(step.assignments.front().who))->code
                + (notes.isEmpty() ? QString() : QLatin1Char('[') + notes.join(QLatin1Char(' ')) + QLatin1Char(']')));
        }
        return steps.join(QLatin1Char(' ')).toStdString();
    }

    SmallOffice small;
    std::optional<RouteRule> rule;
    std::optional<DecisionTable> table;
};

TEST_F(ByTable, TheRouteEndsWithWhomTheTableGivesAndNamesTheRow)
{
    EXPECT_EQ(routeFor(facts("buy", "10", 499'999)), "D:soumu-kacho[A/section]");
    EXPECT_EQ(routeFor(facts("buy", "10", 500'000)), "R:soumu-kacho D:soumu-bucho[A/department]");
    EXPECT_EQ(routeFor(facts("buy", "10", 999'999)), "R:soumu-kacho D:soumu-bucho[A/department]");
    EXPECT_EQ(routeFor(facts("buy", "10", 1'000'000)),
              "R:soumu-kacho C:zaisei-kacho[A/department] D:soumu-bucho[A/department]");
    EXPECT_EQ(routeFor(facts("buy", "10", 3'000'001)),
              "R:soumu-kacho C:zaisei-kacho[A/mayor] V:soumu-bucho D:mayor[A/mayor]");
    EXPECT_EQ(routeFor(facts("note", "", std::nullopt)), "D:soumu-kacho[N/section]");
    EXPECT_EQ(routeFor(facts("buy", "12", 1'000)), "R:soumu-kacho D:soumu-bucho[B/department]");
    EXPECT_EQ(routeFor(facts("buy", "12", 1'001)),
              "R:soumu-kacho C:zaisei-kacho[B/department] D:soumu-bucho[B/department]");
    // 予算流用 and the like: the row itself names who decides at a level.
    EXPECT_EQ(routeFor(facts("buy", "12", 50'000)),
              "R:soumu-kacho C:zaisei-kacho[B/mayor] V:soumu-bucho D:vice-mayor[B/mayor]");
}

TEST_F(ByTable, APersonMayLengthenTheRouteButNotShortenIt)
{
    EXPECT_EQ(routeFor(facts("buy", "10", 1), "department"), "R:soumu-kacho D:soumu-bucho[A/section chosen]");
    EXPECT_EQ(routeFor(facts("buy", "10", 1), "mayor"), "R:soumu-kacho V:soumu-bucho D:mayor[A/section chosen]");
    EXPECT_EQ(routeFor(facts("buy", "10", 500'000), "section"), "R:soumu-kacho D:soumu-bucho[A/department]");
    EXPECT_EQ(routeFor(facts("buy", "10", 500'000), "governor"), "R:soumu-kacho D:soumu-bucho[A/department]");
}

TEST_F(ByTable, WithoutARowOrATableNobodyDecides)
{
    EXPECT_EQ(routeFor(facts("steal", "10", 1)), "NoDecider");
    EXPECT_EQ(resolve(facts("buy", "10", 1), nullptr).error(), Refusal::NoDecider);
}

TEST_F(ByTable, RulesAskTheTableOnlyForWhatItGives)
{
    const auto wrong = [](const char *use, const char *kind, const char *who) {
        const QByteArray text = QByteArrayLiteral(R"({"form":"draft","from":"2025-04-01")") + use
            + R"(,"lines":[{"line":"X","kind":")" + kind + R"(","who":[)" + who + R"(],"why":{"ja":"a","en":"a"}},)"
            + R"({"line":"D","kind":"decide","who":[{"post":"mayor"}],"why":{"ja":"a","en":"a"}}]})";
        const auto read = RouteRule::fromJson(QJsonDocument::fromJson(text).object(), 1);
        return read ? std::string("nothing") : read.error().detail.toStdString();
    };
    constexpr auto kUse = R"(,"table":{"code":"decision"})";
    EXPECT_EQ(wrong(kUse, "decide", R"({"table":"decider"})"), "nothing");
    EXPECT_EQ(wrong(kUse, "consult", R"({"table":"consulted"})"), "nothing");
    EXPECT_THAT(wrong("", "decide", R"({"table":"decider"})"), HasSubstr("names no table"));
    EXPECT_THAT(wrong(kUse, "review", R"({"table":"decider"})"), HasSubstr("deciders alone in 'decide'"));
    EXPECT_THAT(wrong(kUse, "decide", R"({"table":"consulted"})"), HasSubstr("deciders alone in 'decide'"));
    EXPECT_THAT(wrong(kUse, "decide", R"({"table":"decider"},{"post":"mayor"})"), HasSubstr("deciders alone"));
    EXPECT_THAT(wrong(kUse, "decide", R"({"table":"chief"})"), HasSubstr("chief"));
    EXPECT_EQ(*RouteRule::fromJson(rule->toJson(), 1), *rule);
}

} // namespace kessai::test
