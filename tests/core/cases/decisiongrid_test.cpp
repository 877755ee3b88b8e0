// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decisiongrid.h"

#include "core/base/textfile.h"
#include "core/cases/decisionfile.h"
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

constexpr auto kTable = R"({"table":"decision","from":"2025-04-01","source":{"ja":"規程","en":"rules"},
  "levels":[{"level":"section","name":{"ja":"課長","en":"section head"},"who":{"head":"section"}},
            {"level":"department","name":{"ja":"部長","en":"department head"},"who":{"head":"department"}},
            {"level":"mayor","name":{"ja":"市長","en":"mayor"},"who":{"post":"mayor"}}],
  "acts":[{"act":"buy","name":{"ja":"支出","en":"Spending"}},{"act":"note","name":{"ja":"調定","en":"Assessment"}}],
  "items":[{"item":"10","name":{"ja":"需用費","en":"Supplies"}},{"item":"12","name":{"ja":"委託料","en":"Work"}}],
  "rows":[
   {"row":"A","acts":["buy"],"items":["10"],"limits":{"section":{"lt":500000},"department":{"le":3000000},"mayor":"all"},
    "consult":[{"who":[{"role":"finance"}],"ge":1000000}],"article":{"ja":"別表2 1の項","en":"t2 1"}},
   {"row":"B","acts":["buy"],"limits":{"department":{"lt":50000},"mayor":{"all":true,"who":{"post":"vice-mayor"}}},
    "consult":[{"who":[{"role":"finance"},{"role":"personnel"}]}],"article":{"ja":"別表2 2の項","en":"t2 2"}},
   {"row":"N","acts":["note"],"limits":{"section":"all"},"article":{"ja":"別表1","en":"t1"}}]})";

class DecisionGridTest : public ::testing::Test {
protected:
    DecisionTable table = *DecisionTable::fromJson(QJsonDocument::fromJson(kTable).object(), 1);
    SmallOffice small;
    std::shared_ptr<const Office> office = small.office();

    std::vector<std::string> lines(const DecisionTable &of)
    {
        std::vector<std::string> texts;
        const std::vector<QStringList> rows = decisionFileRows(of);
        for (const QStringList &row : rows)
            texts.push_back(row.join(u'|').toStdString());
        return texts;
    }
    QString fileOf(const DecisionTable &of)
    {
        QString text = decisionFileHead(of, *office).join(u',') + u"\r\n"_s;
        const std::vector<QStringList> rows = decisionFileRows(of);
        for (const QStringList &row : rows) {
            QStringList cells;
            for (const QString &cell : row)
                cells.append(u'"' + cell + u'"');
            text += cells.join(u',') + u"\r\n"_s;
        }
        return text;
    }
    std::vector<std::string> problems(const QString &text)
    {
        const auto read = readDecisionFile(text.toUtf8(), table, *office);
        std::vector<std::string> told;
        if (!read) {
            for (const TableRowProblem &problem : read.error()) {
                EXPECT_FALSE(problem.text.en.isEmpty());
                told.push_back(QStringLiteral("%1: %2").arg(problem.line).arg(problem.text.ja).toStdString());
            }
        }
        return told;
    }
};

} // namespace

TEST_F(DecisionGridTest, HasALineForEveryAmountAtWhichSomethingChanges)
{
    EXPECT_EQ(decisionFileHead(table, *office).join(u'|'),
              u"行|案件の種類|節|金額|市長|部長|課長|合議 財政課長|合議 総務課長|根拠"_s);
    EXPECT_THAT(lines(table),
                ElementsAre("A|支出|需用費|50万円未満|||●|||別表2 1の項",
                            "A|支出|需用費|50万円以上100万円未満||●||||別表2 1の項",
                            "A|支出|需用費|100万円以上300万円以下||●||○||別表2 1の項",
                            "A|支出|需用費|300万円超|●|||○||別表2 1の項", "B|支出|その他|5万円未満||●||○|○|別表2 2の項",
                            "B|支出|その他|5万円以上|●|||○|○|別表2 2の項", "N|調定|その他|全額|||●|||別表1"));
}

TEST_F(DecisionGridTest, WritesAmountsAsRuleBooksDo)
{
    EXPECT_EQ(yenWords(Yen(500'000)).ja, u"50万円"_s);
    EXPECT_EQ(yenWords(Yen(120'000'000)).ja, u"1億2,000万円"_s);
    EXPECT_EQ(yenWords(Yen(200'000'000)).ja, u"2億円"_s);
    EXPECT_EQ(yenWords(Yen(1'234'567)).ja, u"1,234,567円"_s);
    EXPECT_EQ(yenWords(Yen(0)).ja, u"0円"_s);
    EXPECT_EQ(yenWords(Yen(1'234'567)).en, u"1,234,567 yen"_s);
}

TEST_F(DecisionGridTest, AFileReadsBackToTheTableItCameFrom)
{
    for (const TextEncoding encoding : {TextEncoding::Utf8, TextEncoding::Cp932}) {
        const auto read = readDecisionFile(fileOfText(fileOf(table), encoding), table, *office);

        ASSERT_TRUE(read) << qPrintable(read.error().front().text.ja);
        EXPECT_EQ(gridOf(*read), gridOf(table));
        EXPECT_EQ(lines(*read), lines(table));
        EXPECT_EQ(read->rows[1].limits, table.rows[1].limits) << "who decides in one row stays";
        EXPECT_THAT(changesBetween(table, *read, *office), IsEmpty());
    }
}

TEST_F(DecisionGridTest, AFileChangesLimitsConsultationsAndRows)
{
    QString text = fileOf(table);
    text.replace(u"50万円未満"_s, u"８０万円未満"_s).replace(u"50万円以上"_s, u"800000円以上"_s);
    text += u"Z,支出,委託料,1億円以下,,,●,,,別表3\r\nZ,,,1億円を超え,●,,,○,,\r\n"_s;

    const auto read = readDecisionFile(text.toUtf8(), table, *office);

    ASSERT_TRUE(read) << qPrintable(read.error().front().text.ja);
    EXPECT_EQ(read->rows[0].limits[0], (DecisionLimit{DecisionLimit::Kind::Below, Yen(800'000)}));
    const DecisionRow *added = read->row(u"Z"_s);
    ASSERT_NE(added, nullptr);
    EXPECT_EQ(added->items, QStringList{u"12"_s});
    EXPECT_EQ(added->limits[0], (DecisionLimit{DecisionLimit::Kind::UpTo, Yen(100'000'000)}));
    EXPECT_EQ(added->limits[1].kind, DecisionLimit::Kind::None);
    ASSERT_EQ(added->consults.size(), 1U);
    EXPECT_TRUE(added->consults[0].beyond);
    std::vector<std::string> told;
    for (const Bilingual &change : changesBetween(table, *read, *office))
        told.push_back(change.ja.toStdString());
    EXPECT_THAT(told, ElementsAre("A　課長：50万円未満 → 80万円未満", "Z　新しい行：支出（委託料）"));
    EXPECT_THAT(changesBetween(*read, table, *office), ::testing::SizeIs(2));
}

TEST_F(DecisionGridTest, TellsEveryLineThatIsWrongAndTakesNothing)
{
    QString text = fileOf(table);
    text.replace(u"\"50万円以上100万円未満\",\"\",\"●\""_s, u"\"60万円以上100万円未満\",\"●\",\"●\""_s);
    text.replace(u"\"調定\""_s, u"\"寄附\""_s).replace(u"\"全額\""_s, u"\"たくさん\""_s);

    EXPECT_THAT(problems(text),
                ElementsAre("3: ●が2つあります。決裁する職は1つです。", "2: Aの行：金額が前の行から続いていません。",
                            "8: 「寄附」は、表の一覧にありません。", HasSubstr("8: 金額「たくさん」が読めません")));
    EXPECT_THAT(problems(u"a,b\r\n"_s), ElementsAre(HasSubstr("0: 1行目は次の見出しです")));
    EXPECT_THAT(problems(decisionFileHead(table, *office).join(u',')), ElementsAre(HasSubstr("0: 見出しの下に")));
    EXPECT_THAT(problems(u"\"行"_s), ElementsAre(HasSubstr("引用符")));
}

TEST_F(DecisionGridTest, LinesThatDoNotFitTogetherAreNoRow)
{
    const DecisionGrid grid = gridOf(table);
    const auto why = [&](std::vector<GridLine> lines) {
        const auto amounts = amountsOf(lines, grid, table.levels.size());
        return amounts ? std::string("fine") : amounts.error().ja.toStdString();
    };
    const AmountEdge half{Yen(500'000), false};
    EXPECT_EQ(why({{0, {}, half, 0, {}}, {0, half, {}, 1, {0}}}), "fine");
    EXPECT_THAT(why({{0, {}, half, {}, {}}}), HasSubstr("●がありません"));
    EXPECT_THAT(why({{0, {}, half, 1, {}}, {0, half, {}, 0, {}}}), HasSubstr("下がっています"));
    EXPECT_THAT(why({{0, {}, half, 0, {0}}, {0, half, {}, 1, {}}}), HasSubstr("合議先から外れる"));
    EXPECT_THAT(why({{0, {}, half, 0, {}}}), HasSubstr("最後の行より上"));
    EXPECT_THAT(why({{0, {}, {}, 0, {}}, {0, {}, {}, 0, {}}}), HasSubstr("上限のない行の後"));
}

} // namespace kessai::test
