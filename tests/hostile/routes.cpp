// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// A sound rule from far ahead on.
constexpr auto kSoundRule =
    R"({"form": "draft", "from": "2090-04-01", "table": {"code": "decision"}, "top": ["mayor"], "lines": [
  {"line": "M-1", "kind": "review", "who": [{"head": "unit"}], "why": {"ja": "係長", "en": "chief"}},
  {"line": "M-2", "kind": "consult", "rule": "any", "objection": "refers", "ground": ["amount"], "who": [{"role": "finance"}],
   "when": {"all": [{"field": "amount", "ge": 5000}, {"not": {"field": "vote", "eq": true}}]}, "why": {"ja": "合議", "en": "finance"}},
  {"line": "M-3", "kind": "decide", "who": [{"table": "decider"}], "why": {"ja": "決裁", "en": "decides"}},
  {"line": "M-4", "kind": "examine", "apart": true, "who": [{"role": "accounting"}], "why": {"ja": "審査", "en": "examines"}}]})";

/// Puts it in force with a part of it written over; `edit` is SQL over the jsonb `t`.
std::function<QString(Stage &)> adoptingRule(const char *edit = "t", const char *reason = "'改正'", int seen = 1)
{
    const QString sql =
        QStringLiteral("SELECT kessai.adopt_rule((%1)::text, %2, %4) FROM (SELECT %3::jsonb AS t) x")
            .arg(QString::fromUtf8(edit), QString::fromUtf8(reason), literal(QString::fromUtf8(kSoundRule)))
            .arg(seen);
    return [sql](Stage &) { return sql; };
}

} // namespace

std::vector<Attack> routeAttacks()
{
    const auto notTheirs = faultOf("AccessDenied");
    const auto invalid = faultOf("Invalid");
    std::vector<Attack> attacks{
        {"change a route as staff", "suzuki", adoptingRule(), notTheirs},
        {"change a route as the mayor", "ichikawa", adoptingRule(), notTheirs},
        {"change a route as an auditor", "shindo", adoptingRule(), notTheirs},
        {"change a route as a deputy", "shiga", adoptingRule(), notTheirs},
        {"change a route after leaving", "taishoku", plain("SELECT kessai.adopt_rule('{}', 'x', 1)"), notTheirs},
        {"change a route with a login that is nobody's", "stranger", plain("SELECT kessai.adopt_rule('{}', 'x', 1)"),
         notTheirs},
        {"write a route past the doors", "kaita",
         plain("INSERT INTO kessai.rule_revision VALUES ('memo', 9, '2020-04-01', '{}', 1)"), denied()},
        {"change a route past the doors", "kaita", plain("UPDATE kessai.rule_revision SET rule = '{}'"), denied()},
        {"change a route of today", "kaita", adoptingRule("jsonb_set(t, '{from}', to_jsonb(kessai.today()))"),
         refusedAs("PeriodInvalid")},
        {"change a route of last year", "kaita", adoptingRule("jsonb_set(t, '{from}', '\"2025-04-01\"')"),
         refusedAs("PeriodInvalid")},
        {"change a route on a day that does not exist", "kaita",
         adoptingRule("jsonb_set(t, '{from}', '\"2090-02-30\"')"), refusedAs("PeriodInvalid")},
        {"change a route for no reason", "kaita", adoptingRule("t", "' '"), refusedAs("ReasonMissing")},
        {"change a route without a reason", "kaita", adoptingRule("t", "NULL"), refusedAs("ReasonMissing")},
        {"change a route for a reason of two lines", "kaita", adoptingRule("t", "E'a\\nb'"), invalid},
        {"bring a route of a form that does not exist", "kaita", adoptingRule("jsonb_set(t, '{form}', '\"mine\"')"),
         faultOf("NotFound")},
        {"bring a route over one that was not seen", "kaita", adoptingRule("t", "'改正'", 0), refusedAs("Stale")},
        {"have cases looked through that go by no decision table", "kaita", adoptingRule(), invalid},
        {"bring a route that nobody can read", "kaita", plain("SELECT kessai.adopt_rule('{', 'x', 1)"),
         errorState("22P02")},
        {"bring no route", "kaita", plain("SELECT kessai.adopt_rule(NULL, 'x', 1)"), invalid},
        {"bring a route that is a list", "kaita", plain("SELECT kessai.adopt_rule('[]', 'x', 1)"), invalid},
        {"bring a route that fills the disk", "kaita", plain("SELECT kessai.adopt_rule(repeat(' ', 1000001), 'x', 1)"),
         faultOf("TooLarge")},
    };
    struct Broken {
        const char *name;
        const char *edit;
    };
    const std::vector<Broken> broken{
        {"bring a route with more than programs know", "t || '{\"more\": 1}'"},
        {"bring a route without steps", "t - 'lines'"},
        {"bring a route of no steps", "jsonb_set(t, '{lines}', '[]')"},
        {"bring a route by which nobody decides", "t #- '{lines,2}'"},
        {"bring a route that waits after the decision",
         "jsonb_set(t, '{lines,3,kind}', '\"review\"') #- '{lines,3,apart}'"},
        {"bring a route that decides after the examination of it",
         "jsonb_set(t, '{lines}', (t -> 'lines') || jsonb_set(t #> '{lines,2}', '{line}', '\"M-5\"'))"},
        {"bring a step that is there twice", "jsonb_set(t, '{lines,1,line}', '\"M-1\"')"},
        {"bring a step whose name is a wide blank", "jsonb_set(t, '{lines,0,line}', '\"　\"')"},
        {"bring a step without a reason", "t #- '{lines,0,why}'"},
        {"bring a step whose reason has no English", "t #- '{lines,0,why,en}'"},
        {"bring a step of a kind of one's own", "jsonb_set(t, '{lines,0,kind}', '\"wave\"')"},
        {"bring a step that asks nobody", "jsonb_set(t, '{lines,0,who}', '[]')"},
        {"bring a step that asks in two ways at once",
         "jsonb_set(t, '{lines,0,who}', '[{\"head\": \"unit\", \"post\": \"mayor\"}]')"},
        {"bring a step that asks the head of nothing", "jsonb_set(t, '{lines,0,who}', '[{\"head\": \"galaxy\"}]')"},
        {"bring a review that is left to the table", "jsonb_set(t, '{lines,0,who}', '[{\"table\": \"decider\"}]')"},
        {"bring a decision of the table and somebody",
         "jsonb_set(t, '{lines,2,who}', '[{\"table\": \"decider\"}, {\"post\": \"mayor\"}]')"},
        {"bring a decision left to no table", "t - 'table'"},
        {"bring a step that so many of none have to agree on", "jsonb_set(t, '{lines,1,rule}', '\"count\"')"},
        {"bring a step that nobody has to agree on",
         "jsonb_set(jsonb_set(t, '{lines,1,rule}', '\"count\"'), '{lines,1,count}', '0')"},
        {"bring a count where all are asked", "jsonb_set(t, '{lines,0,count}', '1')"},
        {"bring an objection to a review", "jsonb_set(t, '{lines,0,objection}', '\"refers\"')"},
        {"keep a review apart", "jsonb_set(t, '{lines,0,apart}', 'true')"},
        {"bring a ground that is no field", "jsonb_set(t, '{lines,1,ground}', '[1]')"},
        {"bring a condition that is a list", "jsonb_set(t, '{lines,0,when}', '[]')"},
        {"bring a condition of nothing", "jsonb_set(t, '{lines,1,when}', '{\"all\": []}')"},
        {"bring a condition that compares nothing", "jsonb_set(t, '{lines,1,when}', '{\"field\": \"amount\"}')"},
        {"bring a condition of a comparison of one's own",
         "jsonb_set(t, '{lines,1,when}', '{\"field\": \"amount\", \"like\": 1}')"},
        {"bring a condition of half a yen", "jsonb_set(t, '{lines,1,when}', '{\"field\": \"amount\", \"ge\": 0.5}')"},
        {"bring a condition above yes", "jsonb_set(t, '{lines,1,when}', '{\"field\": \"vote\", \"gt\": true}')"},
        {"bring a condition that is two",
         "jsonb_set(t, '{lines,1,when}', '{\"not\": {\"field\": \"a\", \"eq\": 1}, \"all\": []}')"},
        {"bring a condition nested without end",
         "jsonb_set(t, '{lines,1,when}', (repeat('{\"not\":', 40) || '{\"field\":\"a\",\"eq\":1}' || repeat('}', "
         "40))::jsonb)"},
        {"bring a very top of numbers", "jsonb_set(t, '{top}', '[1]')"},
        {"bring a table without a name", "jsonb_set(t, '{table}', '{\"least\": \"decider\"}')"},
    };
    for (const Broken &one : broken)
        attacks.push_back({one.name, "kaita", adoptingRule(one.edit), invalid});
    return attacks;
}

} // namespace kessai::test
