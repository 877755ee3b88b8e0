// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"
#include "core/cases/route.h"
#include "core/cases/selector.h"
#include "core/office/office.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <optional>

namespace kessai {

struct DecisionTable;

/// The codes of the kinds of step in stored data, in the order of the kinds: "review", ...
const QStringList &stepKindNames();

/// A test on the content of a case: `{"field":"amount","ge":500000}`, with eq ne lt le gt ge in, combined by
/// `{"all":[...]}`, `{"any":[...]}`, `{"not":...}`. An absent condition holds. Limits are therefore inclusive or
/// exclusive as the rule says (domain.md 5.4). Comparing a missing field is false, never an error.
class Condition final {
public:
    Condition() = default;
    static Result<Condition> fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
    bool holds(const QJsonObject &fields) const;
    friend bool operator==(const Condition &, const Condition &) = default;

private:
    QJsonObject m_json; ///< validated on the way in; empty = always
};

/// One line of a route rule: makes one step when its condition holds.
struct RuleLine final {
    QString line; ///< "OT-2": cited by the step it makes
    StepKind kind;
    StepRule rule = StepRule::All;
    int count = 0; ///< for StepRule::Count
    Objection objection = Objection::Returns;
    bool apart = false;          ///< of an examination: nobody examines who reviews or decides on the same route
    std::vector<QString> ground; ///< fields whose change asks this step again; empty = every material field
    std::vector<Selector> who;
    Condition when;
    Bilingual why; ///< the reason people read, with the regulation it comes from
    friend bool operator==(const RuleLine &, const RuleLine &) = default;
};

/// That a rule leaves the decision to a 専決 table: lines may ask `{"table":"decider"}` and `{"table":"consulted"}`, and their
/// conditions may compare "authority", the place of the deciding level in the table, the lowest being 1. The field `least` of the
/// form, where it is said, names the level that decides at least: a person may lengthen a route, never shorten it (domain.md 8.2 rule 7).
struct TableUse final {
    QString table;
    QString least; ///< empty = no field
    friend bool operator==(const TableUse &, const TableUse &) = default;
};

/// The route rule of a form from a day on. Rules are data: an administrator changes them without programming.
///
///     {"form": "overtime", "from": "2025-04-01", "lines": [
///       {"line": "OT-1", "kind": "review", "who": [{"head": "unit"}], "why": {"ja": "..", "en": ".."}},
///       {"line": "OT-2", "kind": "consult", "rule": "any", "who": [{"role": "personnel"}],
///        "when": {"field": "minutes", "gt": 2700}, "why": {..}},
///       {"line": "OT-3", "kind": "decide", "who": [{"head": "section"}], "why": {..}}]}
///
/// `kind` is review, consult, examine, decide or circulate; `rule` is all (left out), any, count (with `count`) or majority;
/// `objection` says of a consultation that fails whether it returns the case (left out) or refers it to the decider;
/// `apart` says of an examination that posts which also review or decide are not asked; where none is left, no route resolves (WF-15).
/// `ground` lists the fields the line is about, "attachments" among them: while they stay as they are, an approval of an earlier
/// round stands (left out: all material fields). `when` may be left out. Line codes are unique. Behind a decide line only
/// other decide lines and, last, examine lines may block: these examine what was ordered, and the case is decided once they have passed it
/// (支出命令を受けた審査, 地方自治法232条の4). Of several decide lines that hold at once the last one decides and those before it review. `"top": ["mayor"]` beside `lines` makes
/// requests of the posts named, at the city's very top, take the circulations alone, which may ask whether "top" is true; left out,
/// somebody above them is asked like for all.
/// `"table": {"code": "decision", "least": "decider"}` leaves the decision to a 専決 table (TableUse).
struct RouteRule final {
    QString form;
    int revision;
    QDate from;
    std::vector<RuleLine> lines;
    /// Codes of posts of the city itself above which there is nobody: the case is decided as filed and others are told
    /// (domain.md 8.2 rule 2, 市長・副市長の休暇).
    std::vector<QString> top = {};
    std::optional<TableUse> table = {};
    int addedIn = 1; ///< office revision in which it was added; no part of the rule's text

    /// Reads `{"form":..,"from":"2025-04-01","lines":[..]}`; the error names the line and what is wrong with it.
    static Result<RouteRule> fromJson(const QJsonObject &json, int revision);
    QJsonObject toJson() const;
    const RuleLine *line(const QString &code) const;
    friend bool operator==(const RouteRule &, const RouteRule &) = default;
};

/// Resolves the route a case gets: pure, touches no database (design.md "Time, posts, rules").
///
/// `drafterPost` is the post the drafter files as. Rules (domain.md 8.2): the drafter's own post is never asked, the
/// next superior is (rule 2); a vacant post is replaced by its superior, a final step is never approved by nobody
/// (rule 4, WF-14); a level the line does not have makes no step; 決裁 is asked last of the line; the same post on two review steps
/// is asked once, at the later one; consult and examine are never merged (rule 3); a named person who is the drafter falls
/// away. `table` is the one the rule names, as in force on the office's day; its row is noted on the steps it makes (rule 7).
/// Refuses with NoDecider, EmptyStep or UnknownStaff.
Result<Route, Refusal> resolveRoute(const RouteRule &rule, const Office &office, StaffId drafter, PostId drafterPost,
                                    const QJsonObject &fields, const DecisionTable *table = nullptr);

} // namespace kessai
