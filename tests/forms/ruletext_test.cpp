// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/rulebook.h"
#include "tests/forms/situation.h"
#include "tests/support/officebuilder.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

struct Sentences {
    const char *form;
    std::vector<const char *> lines;
};

/// All the rules the program brings, as an office without contract and secretary reads them.
const std::vector<Sentences> kShipped{
    {"overtime", {"回議 — 起案者の係の係長", "決裁 — 起案者の課の課長", "供覧 — 総務課長（役割 人事）"}},
    {"overtime_result", {"決裁 — 起案者の課の課長", "供覧 — 総務課長（役割 人事）"}},
    {"weekend_duty", {"回議 — 起案者の係の係長", "決裁 — 起案者の課の課長", "供覧 — 総務課長（役割 人事）"}},
    {"comp_time", {"回議 — 起案者の係の係長", "決裁 — 起案者の課の課長", "供覧 — 総務課長（役割 人事）"}},
    {"leave",
     {"回議 — 起案者の係の係長", "審査（だれか1人）— 総務課長（役割 人事）: 休暇の種類が年次有給休暇以外のとき",
      "決裁 — 起案者の課の課長", "供覧 — 役割「秘書」の職: 「起案者より上の職がない」に当たるとき"}},
    {"leave_evidence", {"審査（だれか1人）— 総務課長（役割 人事）", "決裁 — 起案者の課の課長"}},
    {"travel_order",
     {"回議 — 起案者の係の係長", "回議 — 起案者の課の課長: 経費の見込額が20万円以上のとき",
      "決裁 — 起案者の部の部長: 経費の見込額が20万円以上のとき",
      "決裁 — 起案者の課の課長: 経費の見込額が20万円未満のとき",
      "審査（だれか1人）— 審査係審査担当（役割 会計）: "
      "「概算払を受ける」に当たる、かつ旅費の支給が「市が支給する」のとき"}},
    {"draft",
     {"回議 — 起案者の係の係長", "回議 — 起案者の課の課長: 決裁する職が部長以上のとき",
      "合議 — 「合議先」に書かれた職・人: 「合議先」に記入があるとき", "合議（全員）— 専決表が定める合議先",
      "回議 — 起案者の部の部長: 決裁する職が副市長以上のとき", "回議 — 副市長: 決裁する職が市長以上のとき",
      "決裁 — 専決表が定める決裁者"}},
    {"payment",
     {"回議 — 起案者の係の係長", "決裁 — 専決表が定める決裁者", "審査（だれか1人）— 審査係審査担当（役割 会計）"}},
};

RouteRule ruleOf(const Form &form)
{
    return *RouteRule::fromJson(form.defaultRule(), 1);
}

const DecisionTable *tableOf(const RouteRule &rule)
{
    return rule.table ? &shippedTables().back() : nullptr;
}

} // namespace

TEST(RuleText, SaysTheShippedRulesAsPeopleDo)
{
    const test::SmallOffice small;
    const auto office = small.office();
    for (const Sentences &one : kShipped) {
        const Form &form = formtest::form(one.form);
        const RouteRule rule = ruleOf(form);
        const FormDefinition &definition = form.definitions().back();
        const RuleWords words(*office, definition, factsOf(form, definition, Parameters()), tableOf(rule));
        ASSERT_EQ(rule.lines.size(), one.lines.size()) << one.form;
        for (size_t i = 0; i < rule.lines.size(); ++i)
            EXPECT_EQ(words.line(rule.lines[i]).ja, QString::fromUtf8(one.lines[i])) << one.form;
    }
}

TEST(RuleText, EveryShippedRuleIsReadInBothLanguagesAndKnowsItsFields)
{
    const test::SmallOffice small;
    const auto office = small.office();
    for (const auto &form : catalog().all()) {
        const RouteRule rule = ruleOf(*form);
        const FormDefinition &definition = form->definitions().back();
        const RuleWords words(*office, definition, factsOf(*form, definition, Parameters()), tableOf(rule));
        for (const RuleLine &line : rule.lines) {
            const Bilingual text = words.line(line);
            EXPECT_FALSE(text.ja.contains(u'{')) << qPrintable(text.ja);
            EXPECT_FALSE(text.en.isEmpty());
            for (const QString &key : comparedIn(line.when))
                EXPECT_TRUE(words.knows(key)) << qPrintable(form->code()) << ": " << qPrintable(key);
        }
        for (const RuleProblem &problem : problemsIn(rule, words)) // a small office lacks some of the roles
            EXPECT_TRUE(problem.text.ja.contains(u"職"_s)) << qPrintable(problem.text.ja);
    }
}

TEST(RuleText, ReadsTheHardestRuleOfALeave)
{
    const auto facts = factsOf(form("leave"), form("leave").definitions().back(), Parameters());

    EXPECT_TRUE(std::any_of(facts.begin(), facts.end(), [](const auto &one) { return one.key == u"days"_s; }));
}
