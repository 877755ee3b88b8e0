// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// A sound table from far ahead on.
constexpr auto kSoundTable = R"({"table": "decision", "from": "2090-04-01", "source": {"ja": "規程", "en": "rules"},
  "levels": [{"level": "section", "name": {"ja": "課長", "en": "head"}, "who": {"head": "section"}},
             {"level": "mayor", "name": {"ja": "市長", "en": "mayor"}, "who": {"post": "mayor"}}],
  "acts": [{"act": "memo", "name": {"ja": "伺い", "en": "Memo"}}], "items": [{"item": "12", "name": {"ja": "委託料", "en": "Work"}}],
  "rows": [{"row": "A", "acts": ["memo"], "items": ["12"], "limits": {"section": {"lt": 5000}, "mayor": "all"},
            "consult": [{"who": [{"role": "finance"}], "ge": 1000}], "article": {"ja": "別表", "en": "table"}}]})";

/// Puts it in force with a part of it written over; `edit` is SQL over the jsonb `t`.
std::function<QString(Stage &)> adopting(const char *edit = "t", const char *reason = "'改正'")
{
    const QString sql =
        QStringLiteral("SELECT kessai.adopt_table((%1)::text, %2, 1) FROM (SELECT %3::jsonb AS t) x")
            .arg(QString::fromUtf8(edit), QString::fromUtf8(reason), literal(QString::fromUtf8(kSoundTable)));
    return [sql](Stage &) { return sql; };
}

} // namespace

std::vector<Attack> ruleAttacks()
{
    const auto notTheirs = faultOf("AccessDenied");
    const auto invalid = faultOf("Invalid");
    return {
        {"change the decision table as staff", "suzuki", adopting(), notTheirs},
        {"change the decision table as the mayor", "ichikawa", adopting(), notTheirs},
        {"change the decision table as an auditor", "shindo", adopting(), notTheirs},
        {"change the decision table as a deputy", "shiga", adopting(), notTheirs},
        {"change the decision table after leaving", "taishoku", plain("SELECT kessai.adopt_table('{}', 'x', 1)"),
         notTheirs},
        {"change the decision table with a login that is nobody's", "stranger",
         plain("SELECT kessai.adopt_table('{}', 'x', 1)"), notTheirs},
        {"write a decision table past the doors", "kaita",
         plain("INSERT INTO kessai.decision_table VALUES ('decision', 9, '2020-04-01', '{}', 1)"), denied()},
        {"change a decision table past the doors", "kaita", plain("UPDATE kessai.decision_table SET body = '{}'"),
         denied()},
        {"change who decides today", "kaita", adopting("jsonb_set(t, '{from}', to_jsonb(kessai.today()))"),
         refusedAs("PeriodInvalid")},
        {"change who decided last year", "kaita", adopting("jsonb_set(t, '{from}', '\"2025-04-01\"')"),
         refusedAs("PeriodInvalid")},
        {"change who decides on a day that does not exist", "kaita",
         adopting("jsonb_set(t, '{from}', '\"2090-02-30\"')"), refusedAs("PeriodInvalid")},
        {"change who decides for no reason", "kaita", adopting("t", "' '"), refusedAs("ReasonMissing")},
        {"change who decides without a reason", "kaita", adopting("t", "NULL"), refusedAs("ReasonMissing")},
        {"change who decides for a reason of two lines", "kaita", adopting("t", "E'a\\nb'"), invalid},
        {"bring a table of a name that no table has", "kaita", adopting("jsonb_set(t, '{table}', '\"mine\"')"),
         faultOf("NotFound")},
        {"bring a table that nobody can read", "kaita", plain("SELECT kessai.adopt_table('{', 'x', 1)"),
         errorState("22P02")},
        {"bring no table", "kaita", plain("SELECT kessai.adopt_table(NULL, 'x', 1)"), invalid},
        {"bring a table that is a list", "kaita", plain("SELECT kessai.adopt_table('[]', 'x', 1)"), invalid},
        {"bring a table with more than programs know", "kaita", adopting("t || '{\"more\": 1}'"), invalid},
        {"bring a table without rows", "kaita", adopting("t - 'rows'"), invalid},
        {"bring a table whose name is a wide blank", "kaita", adopting("jsonb_set(t, '{table}', '\"　\"')"), invalid},
        {"bring a table whose source has no English", "kaita", adopting("t #- '{source,en}'"), invalid},
        {"bring a level that is there twice", "kaita",
         adopting("jsonb_set(t, '{levels}', (t -> 'levels') || (t #> '{levels,0}'))"), invalid},
        {"bring a level that means whom a form names", "kaita",
         adopting("jsonb_set(t, '{levels,0,who}', '{\"field\": \"subject\"}')"), invalid},
        {"bring a level that means nobody", "kaita", adopting("t #- '{levels,0,who}'"), invalid},
        {"bring a row that is there twice", "kaita",
         adopting("jsonb_set(t, '{rows}', (t -> 'rows') || (t #> '{rows,0}'))"), invalid},
        {"bring a row whose name is two", "kaita", adopting("jsonb_set(t, '{rows,0,row}', '\"A/mayor\"')"), invalid},
        {"bring a limit of a level that is not there", "kaita",
         adopting("jsonb_set(t, '{rows,0,limits,governor}', '\"all\"')"), invalid},
        {"bring a limit of less than nothing", "kaita",
         adopting("jsonb_set(t, '{rows,0,limits,mayor}', '{\"lt\": -1}')"), invalid},
        {"bring a limit of half a yen", "kaita", adopting("jsonb_set(t, '{rows,0,limits,mayor}', '{\"lt\": 0.5}')"),
         invalid},
        {"bring a limit beyond all money", "kaita",
         adopting("jsonb_set(t, '{rows,0,limits,mayor}', '{\"lt\": 9999999999999999}')"), invalid},
        {"bring a limit that is two", "kaita",
         adopting("jsonb_set(t, '{rows,0,limits,mayor}', '{\"lt\": 5, \"le\": 5}')"), invalid},
        {"bring a consultation of nobody", "kaita", adopting("jsonb_set(t, '{rows,0,consult}', '[{\"who\": []}]')"),
         invalid},
        {"bring a row whose acts are no list", "kaita", adopting("jsonb_set(t, '{rows,0,acts}', '\"memo\"')"), invalid},
        {"bring a table that fills the disk", "kaita", plain("SELECT kessai.adopt_table(repeat(' ', 1000001), 'x', 1)"),
         faultOf("TooLarge")},
        {"look through everybody's cases as staff", "suzuki", plain("SELECT * FROM kessai.filed_cases(0, 0, 10)"),
         notTheirs},
        {"look through everybody's cases as an auditor", "shindo", plain("SELECT * FROM kessai.filed_cases(0, 0, 10)"),
         notTheirs},
        {"look through everybody's cases with a login that is nobody's", "stranger",
         plain("SELECT * FROM kessai.filed_cases(0, 0, 10)"), notTheirs},
    };
}

} // namespace kessai::test
