// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/selector.h"

#include "core/cases/strictjson.h"

namespace kessai {

namespace {

const QStringList &levelNames()
{
    static const QStringList names = {QStringLiteral("city"), QStringLiteral("department"), QStringLiteral("section"),
                                      QStringLiteral("unit")};
    return names;
}

const QStringList &tableNames()
{
    static const QStringList names = {QStringLiteral("decider"), QStringLiteral("consulted")};
    return names;
}

const QStringList &selectorNames()
{
    static const QStringList names = {QStringLiteral("head"),  QStringLiteral("post"),  QStringLiteral("role"),
                                      QStringLiteral("staff"), QStringLiteral("field"), QStringLiteral("table")};
    return names;
}

} // namespace

QJsonObject toJson(const Selector &selector)
{
    const bool head = selector.kind == Selector::Kind::Head;
    return {{selectorNames().at(int(selector.kind)), head ? levelNames().at(int(selector.level)) : selector.code}};
}

Result<Selector> selectorFromJson(const QJsonObject &json, const QString &where)
{
    const qsizetype kind = json.size() == 1 ? selectorNames().indexOf(json.constBegin().key()) : -1;
    if (kind < 0)
        return fail(ErrorCode::Invalid,
                    where + QStringLiteral(": 'who' must say one of ") + selectorNames().join(QStringLiteral(", ")));
    const QString key = selectorNames().at(kind);
    StrictObject object(json, where);
    Selector selector{Selector::Kind(kind), SectionLevel::Unit, {}};
    if (selector.kind == Selector::Kind::Head)
        selector.level = SectionLevel(object.choice(key, levelNames()));
    else if (selector.kind == Selector::Kind::Table)
        selector.code = tableNames().at(object.choice(key, tableNames()));
    else
        selector.code = object.filledText(key);
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    return selector;
}

} // namespace kessai
