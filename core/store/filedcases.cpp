// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filedcases.h"

#include "core/base/canonical.h"
#include "core/store/officequeries.h"

#include <QJsonDocument>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kMostFiled = 1000;

RouteBasis basisIn(const QJsonObject &json)
{
    return {.ruleRevision = int(json.value(QLatin1String("ruleRevision")).toInteger()),
            .officeRevision = int(json.value(QLatin1String("officeRevision")).toInteger()),
            .day = QDate::fromString(json.value(QLatin1String("day")).toString(), Qt::ISODate),
            .drafterPost = PostId(json.value(QLatin1String("drafterPost")).toInteger())};
}

QJsonObject jsonIn(const Query &row, int column)
{
    return QJsonDocument::fromJson(row.ascii(column)).object();
}

/// The fields of a content the rules look at, as the door picks them (kessai.filed_cases).
QJsonObject pickedFrom(const QJsonObject &fields, const FormDefinition &definition, const RouteRule &rule)
{
    const QString text = QString::fromUtf8(canonicalJson(rule.toJson()));
    const auto named = [&text](const QString &key) {
        return text.contains(QString(QLatin1Char('"') + key + QLatin1Char('"')));
    };
    QJsonObject picked;
    for (const FieldDefinition &field : definition.fields) {
        const auto value = fields.constFind(field.key);
        if (value == fields.constEnd())
            continue;
        const bool plain = field.kind == FieldKind::Choice || field.kind == FieldKind::Flag
            || field.kind == FieldKind::Number || field.kind == FieldKind::PostRef;
        if (field.kind == FieldKind::CaseRef) {
            const QJsonObject ref = value->toObject();
            picked.insert(field.key,
                          QJsonObject{{QStringLiteral("case"), ref.value(QLatin1String("case"))},
                                      {QStringLiteral("number"), QStringLiteral("-")},
                                      {QStringLiteral("title"), QStringLiteral("-")},
                                      {QStringLiteral("line"), ref.value(QLatin1String("line"))},
                                      {QStringLiteral("drafter"), QStringLiteral("-")}});
        } else if (field.kind == FieldKind::Yen || field.kind == FieldKind::BudgetLine
                   || field.key == QLatin1String("act") || field.key == QLatin1String("item")
                   || (plain && named(field.key))) {
            picked.insert(field.key, *value);
        }
    }
    return picked;
}

FiledCase filedIn(const Query &row, const QJsonObject &basis, QJsonObject fields)
{
    return {.id = row.id<CaseId>(0),
            .number = row.text(1),
            .form = row.text(2),
            .drafter = row.id<StaffId>(3),
            .state = CaseState(row.number(4)),
            .amount = row.maybeInteger(5),
            .basis = basisIn(basis),
            .fields = std::move(fields)};
}

Query &bindPage(Query &query, Instant since, std::optional<CaseId> after, int most)
{
    return query.bind(QLatin1String("since"), since)
        .bind(QLatin1String("after"), after.value_or(CaseId(0)))
        .bind(QLatin1String("most"), std::clamp(most, 0, kMostFiled));
}

} // namespace

Result<std::vector<FiledCase>> readFiledCases(const Reader &reader, Instant since, std::optional<CaseId> after,
                                              int most)
{
    if (reader.database.dialect() == Dialect::PostgreSql && reader.me) {
        Query rows(reader.database, QLatin1String("remoteFiledCases"));
        return takeAll<FiledCase>(bindPage(rows, since, after, most),
                                  [](const Query &row) { return filedIn(row, jsonIn(row, 6), jsonIn(row, 7)); });
    }
    const auto configuration = readConfiguration(reader);
    const auto rights = readRights(reader);
    if (!configuration || !rights)
        return configuration ? rights.failure() : configuration.failure();
    if (reader.me && !rights->administrator)
        return fail(ErrorCode::AccessDenied, QStringLiteral("this is not theirs to ask"));
    // Other forms file between them: what is picked is fewer than what is read.
    std::vector<FiledCase> found;
    const size_t wanted = size_t(std::clamp(most, 0, kMostFiled));
    std::optional<CaseId> last = after;
    size_t read = kMostFiled;
    while (found.size() < wanted && read == kMostFiled) {
        Query rows(reader.database, QLatin1String("filedCases"));
        const auto ids = takeAll<CaseId>(bindPage(rows, since, last, kMostFiled), [&](const Query &row) {
            // The rule that came with the form: what administrators write opens no more of its cases to them.
            const RouteRule *rule = configuration->rule(row.text(2), 1);
            const FormDefinition *definition = configuration->form(row.text(2), row.number(8));
            if (rule && rule->table && definition && found.size() < wanted)
                found.push_back(filedIn(row, jsonIn(row, 6).value(QLatin1String("basis")).toObject(),
                                        pickedFrom(jsonIn(row, 7), *definition, *rule)));
            return row.id<CaseId>(0);
        });
        if (!ids)
            return ids.failure();
        read = ids->size();
        if (!ids->empty())
            last = ids->back();
    }
    return found;
}

} // namespace kessai
