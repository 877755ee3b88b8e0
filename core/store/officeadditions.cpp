// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/officeadditions.h"

#include "core/ports/settings.h"
#include "core/store/notaryholidays.h"
#include "core/store/officewriter.h"
#include "core/store/query.h"

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

/// What is missing of a program in an office; the holidays as they will be.
struct Missing {
    Shipped shipped;
    std::vector<Holiday> holidays;
    int count = 0;
};

Missing missingIn(const Configuration &configuration, Shipped shipped, int revision, const QDate &today)
{
    const auto &known = configuration.parameters.rows();
    std::vector<Parameters::Row> numbers;
    for (Parameters::Row row : shipped.parameters.rows()) {
        const bool there = std::any_of(known.begin(), known.end(), [&](const Parameters::Row &one) {
            return one.key == row.key && one.from == row.from;
        });
        row.addedIn = revision;
        if (!there)
            numbers.push_back(row);
    }
    // Of a form that is there the office may have its own wording; a form that is new comes with its rule.
    const auto knows = [&](const QString &code) {
        return std::any_of(configuration.forms.begin(), configuration.forms.end(),
                           [&](const FormDefinition &form) { return form.code == code; });
    };
    std::erase_if(shipped.forms, [&](const FormDefinition &form) { return knows(form.code); });
    std::erase_if(shipped.rules, [&](const RouteRule &rule) { return knows(rule.form); });
    for (RouteRule &rule : shipped.rules)
        rule.addedIn = revision;
    shipped.parameters = Parameters(std::move(numbers));

    const Holidays &holidays = configuration.parameters.holidays();
    Missing missing{std::move(shipped), withLaw(holidays, revision, today)};
    for (size_t i = 0; i < missing.holidays.size(); ++i)
        missing.count += i >= holidays.rows().size() || missing.holidays[i] != holidays.rows()[i];
    missing.count += int(missing.shipped.parameters.rows().size() + missing.shipped.forms.size());
    return missing;
}

} // namespace

Result<int> addRevision(Database &database, const Configuration &configuration, const QString &madeBy,
                        const QString &reason, Instant now)
{
    Query next(database, QLatin1String("ownersRevision"));
    next.bind(QLatin1String("made_by"), madeBy).bind(QLatin1String("reason"), reason);
    if (next.has(QLatin1String("at")))
        next.bind(QLatin1String("at"), configuration.notBefore(now));
    if (const Result<> made = next.execOne(); !made)
        return made.failure();
    return next.number(0);
}

Result<> addTables(Database &database, const Configuration &configuration, const std::vector<DecisionTable> &tables,
                   const QString &madeBy, const QString &reason, Instant now)
{
    const auto revision = addRevision(database, configuration, madeBy, reason, now);
    if (!revision)
        return revision.failure();
    std::vector<DecisionTable> added = tables;
    int last = 0;
    for (const DecisionTable &table : configuration.tables)
        last = std::max(last, table.revision);
    for (DecisionTable &table : added) {
        table.revision = ++last;
        table.addedIn = *revision;
    }
    return writeTables(database, added);
}

Result<> addRules(Database &database, const Configuration &configuration, const std::vector<RouteRule> &rules,
                  const QString &madeBy, const QString &reason, Instant now)
{
    const auto revision = addRevision(database, configuration, madeBy, reason, now);
    if (!revision)
        return revision.failure();
    std::vector<RouteRule> added;
    for (RouteRule rule : rules) {
        rule.revision = 0;
        for (const std::vector<RouteRule> *known : {&configuration.rules, &std::as_const(added)}) {
            for (const RouteRule &one : *known) {
                if (one.form == rule.form)
                    rule.revision = std::max(rule.revision, one.revision);
            }
        }
        ++rule.revision;
        rule.addedIn = *revision;
        added.push_back(std::move(rule));
    }
    return writeForms(database, {}, added);
}

Result<int> addShipped(Database &database, const Configuration &configuration, const Shipped &shipped, Instant now)
{
    const int expected = configuration.office.revision + 1;
    const Missing missing = missingIn(configuration, shipped, expected, now.day());
    if (missing.count == 0)
        return 0;
    const auto revision =
        addRevision(database, configuration, kBroughtBy, QStringLiteral("what the program brings written down"), now);
    if (!revision)
        return revision.failure();
    if (*revision != expected)
        return fail(ErrorCode::Busy, QStringLiteral("somebody else changes the office"));
    if (const Result<> written = writeParameters(database, missing.shipped.parameters.rows()); !written)
        return written.failure();
    if (const Result<> written = writeForms(database, missing.shipped.forms, missing.shipped.rules, *revision);
        !written)
        return written.failure();
    if (const Result<> written =
            writeHolidayRows(database, configuration.parameters.holidays().rows(), missing.holidays, *revision);
        !written)
        return written.failure();
    return missing.count;
}

} // namespace kessai
