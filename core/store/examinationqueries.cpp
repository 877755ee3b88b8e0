// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/examinationqueries.h"

#include "core/store/casequeries.h"

#include <QJsonDocument>

namespace kessai {

namespace {

constexpr int kVoucherArrived = kRowColumns;
constexpr int kVoucherFacts = kRowColumns + 1;
constexpr int kVoucherStage = kRowColumns + 2;

void bindVoucherForms(Query &query, const QStringList &forms)
{
    query.bind(QLatin1String("forms"), QString(QLatin1Char(',') + forms.join(QLatin1Char(',')) + QLatin1Char(',')));
}

} // namespace

Result<std::vector<VoucherRow>> readVouchers(const Reader &reader, const QStringList &forms)
{
    std::vector<VoucherRow> vouchers;
    if (forms.isEmpty())
        return vouchers;
    Query rows(reader.database, QLatin1String("vouchers"));
    reader.bindTo(rows);
    bindVoucherForms(rows, forms);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return vouchers;
        VoucherRow one{readRow(rows), VoucherStage(rows.number(kVoucherStage)),
                       QJsonDocument::fromJson(rows.text(kVoucherFacts).toUtf8()).object()};
        one.row.arrivedAt = rows.maybe<Instant>(kVoucherArrived);
        if (one.stage == VoucherStage::Waiting)
            one.row.myStep = StepKind::Examine;
        vouchers.push_back(std::move(one));
    }
}

Result<std::vector<InspectionRow>> readInspections(const Reader &reader, CaseId commitment, const QString &form)
{
    std::vector<InspectionRow> inspections;
    Query rows(reader.database, QLatin1String("inspectionsOf"));
    reader.bindTo(rows);
    rows.bind(QLatin1String("commitment"), commitment).bind(QLatin1String("form"), form);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return inspections;
        inspections.push_back({rows.id<CaseId>(0), rows.text(1), rows.id<StaffId>(2), rows.text(3),
                               QJsonDocument::fromJson(rows.text(4).toUtf8()).object()});
    }
}

Result<QStringList> readReturnReasons(const Reader &reader, const QStringList &forms, Instant since)
{
    QStringList reasons;
    if (forms.isEmpty())
        return reasons;
    Query rows(reader.database, QLatin1String("returnReasons"));
    reader.bindTo(rows);
    bindVoucherForms(rows, forms);
    rows.bind(QLatin1String("since"), since);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return reasons;
        reasons += rows.text(0);
    }
}

Query &bindMark(Query &query, const MarkProof &mark)
{
    const auto &place = mark.place;
    const auto bindPart = [&](const char *name, int ProofPlace::*part) {
        query.bind(QLatin1String(name), place ? std::optional((*place).*part) : std::nullopt);
    };
    query.bind(QLatin1String("case_id"), mark.id)
        .bind(QLatin1String("revision"), mark.revision)
        .bind(QLatin1String("field"), mark.field)
        .bind(QLatin1String("ticked"), mark.ticked ? 1 : 0)
        .bind(QLatin1String("sha256"), place ? std::optional(QString::fromLatin1(place->sha256)) : std::nullopt);
    bindPart("page", &ProofPlace::page);
    bindPart("x", &ProofPlace::x);
    bindPart("y", &ProofPlace::y);
    bindPart("width", &ProofPlace::width);
    bindPart("height", &ProofPlace::height);
    return query;
}

} // namespace kessai
