// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rule.h"

#include "core/cases/strictjson.h"

#include <algorithm>

namespace kessai {

const QStringList &stepKindNames()
{
    static const QStringList names = {QStringLiteral("review"), QStringLiteral("consult"), QStringLiteral("examine"),
                                      QStringLiteral("decide"), QStringLiteral("circulate")};
    return names;
}

namespace {

const QStringList &stepRuleNames()
{
    static const QStringList names = {QStringLiteral("all"), QStringLiteral("any"), QStringLiteral("count"),
                                      QStringLiteral("majority")};
    return names;
}

const QStringList &objectionNames()
{
    static const QStringList names = {QStringLiteral("returns"), QStringLiteral("refers")};
    return names;
}

QJsonObject lineToJson(const RuleLine &line)
{
    QJsonArray who;
    for (const Selector &selector : line.who)
        who.append(toJson(selector));
    QJsonObject json{{QStringLiteral("line"), line.line},
                     {QStringLiteral("kind"), stepKindNames().at(int(line.kind))},
                     {QStringLiteral("who"), who},
                     {QStringLiteral("why"), line.why.toJson()}};
    if (line.rule != StepRule::All)
        json.insert(QStringLiteral("rule"), stepRuleNames().at(int(line.rule)));
    if (line.rule == StepRule::Count)
        json.insert(QStringLiteral("count"), line.count);
    if (line.objection != Objection::Returns)
        json.insert(QStringLiteral("objection"), objectionNames().at(int(line.objection)));
    if (line.apart)
        json.insert(QStringLiteral("apart"), true);
    if (!line.ground.empty())
        json.insert(QStringLiteral("ground"),
                    QJsonArray::fromStringList(QStringList(line.ground.begin(), line.ground.end())));
    if (line.when != Condition())
        json.insert(QStringLiteral("when"), line.when.toJson());
    return json;
}

Result<RuleLine> lineFromJson(const QJsonObject &json)
{
    const QString code = json.value(QLatin1String("line")).toString();
    StrictObject object(json, QStringLiteral("line '%1'").arg(code));
    RuleLine line{.line = object.filledText(QStringLiteral("line")),
                  .kind = StepKind(object.choice(QStringLiteral("kind"), stepKindNames())),
                  .rule = StepRule::All,
                  .count = 0,
                  .objection = Objection::Returns,
                  .apart = object.flag(QStringLiteral("apart"), false),
                  .ground = {},
                  .who = {},
                  .when = {},
                  .why = object.wording(QStringLiteral("why"))};
    if (object.has(QStringLiteral("rule")))
        line.rule = StepRule(object.choice(QStringLiteral("rule"), stepRuleNames()));
    if (line.rule == StepRule::Count)
        line.count = object.count(QStringLiteral("count"));
    if (line.kind == StepKind::Circulate && line.rule != StepRule::All)
        object.blame(QStringLiteral("papers that circulate go to all, 'rule' must be left out"));
    if (object.has(QStringLiteral("objection")))
        line.objection = Objection(object.choice(QStringLiteral("objection"), objectionNames()));
    if (line.kind != StepKind::Consult && line.objection != Objection::Returns)
        object.blame(QStringLiteral("only a consultation can be objected to, 'objection' must be left out"));
    if (line.kind != StepKind::Examine && line.apart)
        object.blame(QStringLiteral("only an examination stands apart, 'apart' must be left out"));
    for (const QJsonValue field : object.arrayIfAny(QStringLiteral("ground"))) {
        if (field.toString().isEmpty())
            object.blame(QStringLiteral("'ground' must name fields"));
        line.ground.push_back(field.toString());
    }

    const auto when = Condition::fromJson(object.objectIfAny(QStringLiteral("when")));
    if (when)
        line.when = *when;
    else
        object.blame(when.error().detail);

    const auto selectors = objectsOf(object.array(QStringLiteral("who")), QStringLiteral("'who'"));
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    if (!selectors || selectors->empty())
        return fail(ErrorCode::Invalid, QStringLiteral("line '%1': 'who' must hold objects, at least one").arg(code));
    for (const QJsonObject &one : *selectors) {
        auto selector = selectorFromJson(one, QStringLiteral("line '%1'").arg(code));
        if (!selector)
            return selector.failure();
        const bool byTable = selector->kind == Selector::Kind::Table;
        const StepKind wanted = selector->code == QLatin1String("decider") ? StepKind::Decide : StepKind::Consult;
        if (byTable && (line.kind != wanted || selectors->size() > 1))
            return fail(
                ErrorCode::Invalid,
                QStringLiteral("line '%1': the table names deciders alone in 'decide', the consulted in 'consult'")
                    .arg(code));
        line.who.push_back(std::move(selector).value());
    }
    return line;
}

Result<TableUse> tableUseFromJson(const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("rule: 'table'"));
    TableUse use{object.filledText(QStringLiteral("code")), object.text(QStringLiteral("least"), QString())};
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    return use;
}

/// What can be wrong between lines: a code used twice, no decision, something to wait for after the decision but examinations of it.
std::optional<QString> orderProblem(const std::vector<RuleLine> &lines)
{
    QStringList seen;
    bool decides = false;
    bool examines = false; // what was decided
    for (const RuleLine &line : lines) {
        if (seen.contains(line.line))
            return QStringLiteral("line '%1' is there twice").arg(line.line);
        seen.append(line.line);
        if (line.kind == StepKind::Decide && examines)
            return QStringLiteral("line '%1' decides behind an examination of the decision; put it before")
                .arg(line.line);
        if (line.kind == StepKind::Decide)
            decides = true;
        else if (decides && line.kind == StepKind::Examine)
            examines = true;
        else if (decides && line.kind != StepKind::Circulate)
            return QStringLiteral("line '%1' would wait after the decision; put it before the lines that decide")
                .arg(line.line);
    }
    if (!decides)
        return QStringLiteral("no line decides");
    return std::nullopt;
}

} // namespace

Result<RouteRule> RouteRule::fromJson(const QJsonObject &json, int revision)
{
    StrictObject object(json, QStringLiteral("rule"));
    RouteRule rule{object.filledText(QStringLiteral("form")), revision, object.day(QStringLiteral("from")), {}};
    if (object.has(QStringLiteral("top"))) {
        for (const QJsonValue &code : object.array(QStringLiteral("top"))) {
            if (code.toString().isEmpty())
                object.blame(QStringLiteral("'top' lists posts by their codes"));
            rule.top.push_back(code.toString());
        }
    }
    if (object.has(QStringLiteral("table"))) {
        auto use = tableUseFromJson(object.object(QStringLiteral("table")));
        if (!use)
            return use.failure();
        rule.table = std::move(use).value();
    }
    const auto lines = objectsOf(object.array(QStringLiteral("lines")), QStringLiteral("rule: 'lines'"));
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    if (!lines)
        return lines.failure();
    for (const QJsonObject &one : *lines) {
        auto line = lineFromJson(one);
        if (!line)
            return line.failure();
        if (!rule.table && line->who.front().kind == Selector::Kind::Table)
            return fail(ErrorCode::Invalid, QStringLiteral("line '%1': the rule names no table").arg(line->line));
        rule.lines.push_back(std::move(line).value());
    }
    if (const auto problem = orderProblem(rule.lines))
        return fail(ErrorCode::Invalid, QStringLiteral("rule '%1': %2").arg(rule.form, *problem));
    return rule;
}

QJsonObject RouteRule::toJson() const
{
    QJsonArray array;
    for (const RuleLine &one : lines)
        array.append(lineToJson(one));
    QJsonObject json{{QStringLiteral("form"), form},
                     {QStringLiteral("from"), from.toString(Qt::ISODate)},
                     {QStringLiteral("lines"), array}};
    if (!top.empty()) {
        QJsonArray codes;
        for (const QString &code : top)
            codes.append(code);
        json.insert(QStringLiteral("top"), codes);
    }
    if (table) {
        QJsonObject use{{QStringLiteral("code"), table->table}};
        if (!table->least.isEmpty())
            use.insert(QStringLiteral("least"), table->least);
        json.insert(QStringLiteral("table"), use);
    }
    return json;
}

const RuleLine *RouteRule::line(const QString &code) const
{
    const auto it = std::find_if(lines.begin(), lines.end(), [&](const RuleLine &l) { return l.line == code; });
    return it == lines.end() ? nullptr : &*it;
}

} // namespace kessai
