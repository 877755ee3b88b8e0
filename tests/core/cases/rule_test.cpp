// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rule.h"

#include "tests/support/casebuilder.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

static constexpr char kWhy[] = R"("why":{"ja":"規則","en":"Rule"})";

/// A rule whose lines array is the text.
static Result<RouteRule> ruleWithLines(const QString &lines)
{
    const QString text = QStringLiteral(R"({"form":"overtime","from":"2025-04-01","lines":[%1]})").arg(lines);
    return ruleFromText(text.toUtf8().constData());
}

static QString line(const QString &members)
{
    return QStringLiteral("{%1,%2}").arg(members, QLatin1String(kWhy));
}

TEST(RouteRule, ReadsEveryMember)
{
    const auto rule = ruleWithLines(
        line(QStringLiteral(R"("line":"A","kind":"review","who":[{"head":"unit"},{"post":"vice-mayor"}])"))
        + QLatin1Char(',')
        + line(QStringLiteral(R"("line":"B","kind":"consult","rule":"any","who":[{"role":"finance"}],)"
                              R"("when":{"field":"amount","ge":500000})"))
        + QLatin1Char(',')
        + line(QStringLiteral(R"("line":"C","kind":"examine","rule":"count","count":2,"who":[{"staff":"10001"},)"
                              R"({"staff":"10002"},{"field":"third"}])"))
        + QLatin1Char(',') + line(QStringLiteral(R"("line":"D","kind":"decide","who":[{"head":"section"}])"))
        + QLatin1Char(',') + line(QStringLiteral(R"("line":"E","kind":"circulate","who":[{"head":"city"}])")));

    ASSERT_TRUE(rule) << rule.error().detail.toStdString();
    ASSERT_EQ(rule->lines.size(), 5u);
    EXPECT_EQ(rule->form, QStringLiteral("overtime"));
    EXPECT_EQ(rule->from, QDate(2025, 4, 1));
    EXPECT_EQ(rule->lines[0].who[0], (Selector{Selector::Kind::Head, SectionLevel::Unit, {}}));
    EXPECT_EQ(rule->lines[0].who[1].code, QStringLiteral("vice-mayor"));
    EXPECT_EQ(rule->lines[1].rule, StepRule::Any);
    EXPECT_TRUE(rule->lines[1].when.holds({{QStringLiteral("amount"), 500000}}));
    EXPECT_EQ(rule->lines[2].count, 2);
    EXPECT_EQ(rule->lines[2].who[2].kind, Selector::Kind::Field);
    EXPECT_EQ(rule->lines[3].kind, StepKind::Decide);
    EXPECT_EQ(rule->line(QStringLiteral("E"))->kind, StepKind::Circulate);
    EXPECT_EQ(rule->line(QStringLiteral("F")), nullptr);
    EXPECT_EQ(rule->lines[0].why.en, QStringLiteral("Rule"));
    EXPECT_EQ(*RouteRule::fromJson(rule->toJson(), 1), *rule);
}

struct BadLines {
    const char *lines; ///< WHY stands for a complete why
    const char *complaint;
};

class BadRule : public ::testing::TestWithParam<BadLines> {};

TEST_P(BadRule, IsRefusedNamingLineAndMember)
{
    const QString lines = QString::fromUtf8(GetParam().lines).replace(QStringLiteral("WHY"), QLatin1String(kWhy));

    const auto rule = ruleWithLines(lines);

    ASSERT_FALSE(rule) << GetParam().lines;
    EXPECT_TRUE(rule.error().detail.contains(QString::fromUtf8(GetParam().complaint)))
        << rule.error().detail.toStdString() << " instead of " << GetParam().complaint;
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadRule,
    ::testing::Values(
        BadLines{"", "no line decides"},
        BadLines{R"({"line":"A","kind":"review","who":[{"head":"unit"}],WHY})", "no line decides"},
        BadLines{R"({"line":"A","kind":"decide","who":[{"head":"unit"}],WHY},)"
                 R"({"line":"B","kind":"review","who":[{"head":"unit"}],WHY})",
                 "line 'B' would wait after the decision"},
        BadLines{R"({"line":"A","kind":"decide","who":[{"head":"unit"}],WHY},)"
                 R"({"line":"A","kind":"circulate","who":[{"head":"unit"}],WHY})",
                 "line 'A' is there twice"},
        BadLines{R"({"kind":"decide","who":[{"head":"unit"}],WHY})", "'line' is missing"},
        BadLines{R"({"line":"A","kind":"approve","who":[{"head":"unit"}],WHY})", "'kind' is 'approve'"},
        BadLines{R"({"line":"A","kind":"decide","who":[{"head":"floor"}],WHY})", "'head' is 'floor'"},
        BadLines{R"({"line":"A","kind":"decide","who":[],WHY})", "line 'A': 'who'"},
        BadLines{R"({"line":"A","kind":"decide","who":["mayor"],WHY})", "line 'A': 'who'"},
        BadLines{R"({"line":"A","kind":"decide","who":[{"boss":"x"}],WHY})", "must say one of head, post"},
        BadLines{R"({"line":"A","kind":"decide","who":[{"head":"unit","post":"x"}],WHY})", "must say one of"},
        BadLines{R"({"line":"A","kind":"decide","who":[{"post":""}],WHY})", "'post' is empty"},
        BadLines{R"({"line":"A","kind":"decide","who":[{"head":"unit"}]})", "'why' is missing"},
        BadLines{R"({"line":"A","kind":"decide","who":[{"head":"unit"}],"why":{"ja":"x"}})", "'en' is missing"},
        BadLines{R"({"line":"A","kind":"decide","rule":"some","who":[{"head":"unit"}],WHY})", "'rule' is 'some'"},
        BadLines{R"({"line":"A","kind":"decide","rule":"count","who":[{"head":"unit"}],WHY})", "'count' is missing"},
        BadLines{R"({"line":"A","kind":"decide","rule":"count","count":0,"who":[{"head":"unit"}],WHY})",
                 "'count' is 0"},
        BadLines{R"({"line":"A","kind":"decide","count":1,"who":[{"head":"unit"}],WHY})", "'count' is not known"},
        BadLines{R"({"line":"A","kind":"circulate","rule":"any","who":[{"head":"unit"}],WHY})", "circulate go to all"},
        BadLines{R"({"line":"A","kind":"decide","who":[{"head":"unit"}],"wen":{},WHY})", "'wen' is not known here"},
        BadLines{R"({"line":"A","kind":"decide","who":[{"head":"unit"}],"when":{"field":"x"},WHY})",
                 "line 'A': condition: "},
        BadLines{"5", "'lines' must hold objects only"}));

TEST(RouteRule, RefusesAFileThatIsNone)
{
    EXPECT_FALSE(ruleFromText(R"({"form":"overtime","from":"2025-4-1","lines":[]})"));
    EXPECT_FALSE(ruleFromText(R"({"form":"overtime","from":"2025-04-01","lines":{}})"));
    EXPECT_FALSE(ruleFromText(R"({"form":"overtime","from":"2025-04-01","lines":[],"more":1})"));
    EXPECT_FALSE(ruleFromText("{}"));
}

TEST(RouteRule, AllowsDecisionsByAmountOneAfterTheOther)
{
    const auto rule = ruleWithLines(
        line(QStringLiteral(R"("line":"D1","kind":"decide","who":[{"head":"section"}],)"
                            R"("when":{"field":"amount","lt":500000})"))
        + QLatin1Char(',') + line(QStringLiteral(R"("line":"C","kind":"circulate","who":[{"head":"unit"}])"))
        + QLatin1Char(',')
        + line(QStringLiteral(R"("line":"D2","kind":"decide","who":[{"head":"department"}],)"
                              R"("when":{"field":"amount","ge":500000})")));

    EXPECT_TRUE(rule) << rule.error().detail.toStdString();
}

} // namespace kessai::test
