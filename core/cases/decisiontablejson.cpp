// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decisiontable.h"
#include "core/cases/strictjson.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr qint64 kMostLimit = 999'999'999'999'999;

QStringList codesIn(StrictObject &object, const QJsonArray &array, const QString &key)
{
    QStringList codes;
    for (const QJsonValue value : array) {
        if (value.toString().isEmpty() || codes.contains(value.toString()))
            object.blame(QStringLiteral("'%1' must list codes, each once").arg(key));
        codes.append(value.toString());
    }
    return codes;
}

/// Reads `[{"<key>": code, "name": {..}, ..}]`; `more` takes the other members.
template <class More>
Result<> termsFromJson(const QJsonArray &array, const QString &key, More more)
{
    const auto objects = objectsOf(array, QStringLiteral("'%1s'").arg(key));
    if (!objects)
        return objects.failure();
    QStringList seen;
    for (const QJsonObject &json : *objects) {
        StrictObject object(json, QStringLiteral("%1 '%2'").arg(key, json.value(key).toString()));
        DecisionTerm term{object.filledText(key), object.wording(QStringLiteral("name"))};
        if (seen.contains(term.code))
            object.blame(QStringLiteral("it is there twice"));
        seen.append(term.code);
        if (const Result<> read = more(object, std::move(term)); !read)
            return read;
        if (const Result<> read = object.finish(); !read)
            return read;
    }
    return {};
}

Result<Selector> whoFrom(StrictObject &object, const QString &where)
{
    auto who = selectorFromJson(object.object(QStringLiteral("who")), where);
    if (who && (who->kind == Selector::Kind::Table || who->kind == Selector::Kind::Field))
        return fail(ErrorCode::Invalid, where + QStringLiteral(": 'who' must name posts or persons itself"));
    return who;
}

Result<DecisionLimit> limitFromJson(const QJsonValue &value, const QString &where)
{
    using Kind = DecisionLimit::Kind;
    if (value == QLatin1String("none"))
        return DecisionLimit{};
    if (value == QLatin1String("all"))
        return DecisionLimit{Kind::All};
    StrictObject object(value.toObject(), where);
    const bool below = object.has(QStringLiteral("lt"));
    const bool upTo = object.has(QStringLiteral("le"));
    const bool all = object.flag(QStringLiteral("all"), false);
    DecisionLimit limit{below ? Kind::Below : upTo ? Kind::UpTo : Kind::All};
    if (int(below) + int(upTo) + int(all) != 1)
        object.blame(QStringLiteral("must say all, none, or one of 'lt' and 'le'"));
    else if (!all)
        limit.amount = Yen(object.integer(below ? QStringLiteral("lt") : QStringLiteral("le"), 1, kMostLimit));
    if (object.has(QStringLiteral("who"))) {
        auto who = whoFrom(object, where);
        if (!who)
            return who.failure();
        limit.who = std::move(who).value();
    }
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    return limit;
}

QJsonValue limitToJson(const DecisionLimit &limit)
{
    QJsonObject json;
    switch (limit.kind) {
    case DecisionLimit::Kind::None: return QStringLiteral("none");
    case DecisionLimit::Kind::Below: json.insert(QStringLiteral("lt"), limit.amount.amount()); break;
    case DecisionLimit::Kind::UpTo: json.insert(QStringLiteral("le"), limit.amount.amount()); break;
    case DecisionLimit::Kind::All:
        if (!limit.who)
            return QStringLiteral("all");
        json.insert(QStringLiteral("all"), true);
        break;
    }
    if (limit.who)
        json.insert(QStringLiteral("who"), toJson(*limit.who));
    return json;
}

Result<DecisionConsult> consultFromJson(const QJsonObject &json, const QString &where)
{
    StrictObject object(json, where);
    DecisionConsult consult;
    consult.beyond = object.has(QStringLiteral("gt"));
    if (consult.beyond && object.has(QStringLiteral("ge")))
        object.blame(QStringLiteral("must say one of 'ge' and 'gt', or neither"));
    if (const QString key = consult.beyond ? QStringLiteral("gt") : QStringLiteral("ge"); object.has(key))
        consult.from = Yen(object.integer(key, 0, kMostLimit));
    const auto selectors = objectsOf(object.array(QStringLiteral("who")), where + QStringLiteral(": 'who'"));
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    if (!selectors || selectors->empty())
        return fail(ErrorCode::Invalid, where + QStringLiteral(": 'who' must hold objects, at least one"));
    for (const QJsonObject &one : *selectors) {
        auto who = selectorFromJson(one, where);
        if (!who)
            return who.failure();
        consult.who.push_back(std::move(who).value());
    }
    return consult;
}

QJsonObject consultToJson(const DecisionConsult &consult)
{
    QJsonArray who;
    for (const Selector &selector : consult.who)
        who.append(toJson(selector));
    QJsonObject json{{QStringLiteral("who"), who}};
    if (consult.from)
        json.insert(consult.beyond ? QStringLiteral("gt") : QStringLiteral("ge"), consult.from->amount());
    return json;
}

Result<DecisionRow> rowFromJson(const QJsonObject &json, const std::vector<DecisionLevel> &levels)
{
    const QString where = QStringLiteral("row '%1'").arg(json.value(QLatin1String("row")).toString());
    StrictObject object(json, where);
    DecisionRow row{.row = object.filledText(QStringLiteral("row")),
                    .acts = codesIn(object, object.array(QStringLiteral("acts")), QStringLiteral("acts")),
                    .items = codesIn(object, object.arrayIfAny(QStringLiteral("items")), QStringLiteral("items")),
                    .limits = {},
                    .consults = {},
                    .article = object.wording(QStringLiteral("article"))};
    if (row.row.contains(QLatin1Char('/')))
        object.blame(QStringLiteral("a row's code has no '/'"));
    const QJsonObject limits = object.object(QStringLiteral("limits"));
    const auto consults = objectsOf(object.arrayIfAny(QStringLiteral("consult")), where);
    for (auto it = limits.begin(); it != limits.end(); ++it) {
        const bool known =
            std::any_of(levels.begin(), levels.end(), [&](const auto &l) { return l.term.code == it.key(); });
        if (!known)
            object.blame(QStringLiteral("'%1' is no level of the table").arg(it.key()));
    }
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    for (const DecisionLevel &level : levels) {
        const QString &code = level.term.code;
        auto limit = limits.contains(code) ? limitFromJson(limits.value(code), where + QStringLiteral(", ") + code)
                                           : Result<DecisionLimit>(DecisionLimit{});
        if (!limit)
            return limit.failure();
        row.limits.push_back(std::move(limit).value());
    }
    if (!consults)
        return consults.failure();
    for (const QJsonObject &one : *consults) {
        auto consult = consultFromJson(one, where + QStringLiteral(", consult"));
        if (!consult)
            return consult.failure();
        row.consults.push_back(std::move(consult).value());
    }
    return row;
}

QJsonObject rowToJson(const DecisionRow &row, const std::vector<DecisionLevel> &levels)
{
    QJsonObject limits;
    for (size_t i = 0; i < levels.size(); ++i)
        limits.insert(levels[i].term.code, limitToJson(row.limits[i]));
    QJsonArray consults;
    for (const DecisionConsult &consult : row.consults)
        consults.append(consultToJson(consult));
    QJsonObject json{{QStringLiteral("row"), row.row},
                     {QStringLiteral("acts"), QJsonArray::fromStringList(row.acts)},
                     {QStringLiteral("limits"), limits},
                     {QStringLiteral("article"), row.article.toJson()}};
    if (!row.items.isEmpty())
        json.insert(QStringLiteral("items"), QJsonArray::fromStringList(row.items));
    if (!row.consults.empty())
        json.insert(QStringLiteral("consult"), consults);
    return json;
}

QJsonArray termsToJson(const std::vector<DecisionTerm> &terms, const QString &key)
{
    QJsonArray array;
    for (const DecisionTerm &term : terms)
        array.append(QJsonObject{{key, term.code}, {QStringLiteral("name"), term.name.toJson()}});
    return array;
}

} // namespace

Result<DecisionTable> DecisionTable::fromJson(const QJsonObject &json, int revision)
{
    StrictObject object(json, QStringLiteral("decision table"));
    DecisionTable table{.code = object.filledText(QStringLiteral("table")),
                        .revision = revision,
                        .from = object.day(QStringLiteral("from")),
                        .source = object.wording(QStringLiteral("source")),
                        .levels = {},
                        .acts = {},
                        .items = {},
                        .rows = {}};
    const QJsonArray levels = object.array(QStringLiteral("levels"));
    const QJsonArray acts = object.array(QStringLiteral("acts"));
    const QJsonArray items = object.arrayIfAny(QStringLiteral("items"));
    const auto rows = objectsOf(object.array(QStringLiteral("rows")), QStringLiteral("decision table: 'rows'"));
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    const auto plain = [](std::vector<DecisionTerm> &to) {
        return [&to](StrictObject &, DecisionTerm term) -> Result<> {
            to.push_back(std::move(term));
            return {};
        };
    };
    const auto level = [&table](StrictObject &one, DecisionTerm term) -> Result<> {
        auto who = whoFrom(one, QStringLiteral("level '%1'").arg(term.code));
        if (!who)
            return who.failure();
        table.levels.push_back({std::move(term), std::move(who).value()});
        return {};
    };
    if (const Result<> read = termsFromJson(levels, QStringLiteral("level"), level); !read)
        return read.failure();
    if (const Result<> read = termsFromJson(acts, QStringLiteral("act"), plain(table.acts)); !read)
        return read.failure();
    if (const Result<> read = termsFromJson(items, QStringLiteral("item"), plain(table.items)); !read)
        return read.failure();
    if (!rows)
        return rows.failure();
    for (const QJsonObject &one : *rows) {
        auto row = rowFromJson(one, table.levels);
        if (!row)
            return row.failure();
        if (table.row(row->row))
            return fail(ErrorCode::Invalid, QStringLiteral("row '%1' is there twice").arg(row->row));
        table.rows.push_back(std::move(row).value());
    }
    return table;
}

QJsonObject DecisionTable::toJson() const
{
    QJsonArray levelArray;
    for (const DecisionLevel &level : levels)
        levelArray.append(QJsonObject{{QStringLiteral("level"), level.term.code},
                                      {QStringLiteral("name"), level.term.name.toJson()},
                                      {QStringLiteral("who"), kessai::toJson(level.who)}});
    QJsonArray rowArray;
    for (const DecisionRow &one : rows)
        rowArray.append(rowToJson(one, levels));
    QJsonObject json{{QStringLiteral("table"), code},
                     {QStringLiteral("from"), from.toString(Qt::ISODate)},
                     {QStringLiteral("source"), source.toJson()},
                     {QStringLiteral("levels"), levelArray},
                     {QStringLiteral("acts"), termsToJson(acts, QStringLiteral("act"))},
                     {QStringLiteral("rows"), rowArray}};
    if (!items.empty())
        json.insert(QStringLiteral("items"), termsToJson(items, QStringLiteral("item")));
    return json;
}

} // namespace kessai
