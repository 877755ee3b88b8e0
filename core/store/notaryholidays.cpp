// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/notaryholidays.h"

#include "core/store/officeadditions.h"
#include "core/store/officequeries.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kessai {

namespace {

constexpr QLatin1String kHolidayAddedIn("added_in");
constexpr QLatin1String kHolidayDay("day");
constexpr QLatin1String kHolidayKind("kind");

QString holidayReason(const HolidayChange &change)
{
    if (std::holds_alternative<ImportHolidays>(change))
        return QStringLiteral("holidays imported");
    return std::holds_alternative<AddLocalDay>(change) ? QStringLiteral("local day registered")
                                                       : QStringLiteral("local day ended");
}

} // namespace

Result<> writeHolidayRows(Database &database, const std::vector<Holiday> &before, const std::vector<Holiday> &after,
                          int revision)
{
    Query end(database, QLatin1String("changeEndHoliday"));
    Query add(database, QLatin1String("officeInsertHoliday"));
    for (size_t i = 0; i < after.size(); ++i) {
        const Holiday &row = after[i];
        if (i < before.size() && row == before[i])
            continue;
        if (i < before.size())
            end.bind(kHolidayDay, row.day)
                .bind(kHolidayKind, int(row.kind))
                .bind(kHolidayAddedIn, row.addedIn)
                .bind(QLatin1String("revision"), revision);
        else
            bindHoliday(add, row);
        if (const Result<> written = i < before.size() ? end.exec() : add.exec(); !written)
            return written;
    }
    return {};
}

void bindHoliday(Query &insert, const Holiday &row)
{
    insert.bind(kHolidayDay, row.day)
        .bind(QLatin1String("valid_until"), row.until)
        .bind(QLatin1String("name"), row.name)
        .bind(kHolidayKind, int(row.kind))
        .bind(kHolidayAddedIn, row.addedIn)
        .bind(QLatin1String("removed_in"), row.removedIn > 0 ? std::optional(row.removedIn) : std::nullopt);
}

Result<> writeHolidays(Database &database, const Configuration &configuration, const HolidayChange &change,
                       const QString &madeBy, Instant now)
{
    const Holidays &known = configuration.parameters.holidays();
    if (const Result<> sound = checkChange(change, known, now.day()); !sound)
        return sound;
    const auto revision = addRevision(database, configuration, madeBy, holidayReason(change), now);
    if (!revision)
        return revision.failure();
    return writeHolidayRows(database, known.rows(), applied(change, known, *revision, now.day()), *revision);
}

Result<qint64> readDecidedOn(const Reader &reader, const std::vector<QDate> &days)
{
    const bool remote = reader.database.dialect() == Dialect::PostgreSql && reader.me;
    if (reader.me && !remote) {
        const auto rights = readRights(reader);
        if (!rights || !rights->administrator)
            return rights ? Result<qint64>(fail(ErrorCode::AccessDenied, QStringLiteral("this is not theirs to ask")))
                          : Result<qint64>(rights.failure());
    }
    QJsonArray list;
    for (const QDate &day : days)
        list.append(toText(day));
    Query count(reader.database, remote ? QLatin1String("remoteDecidedOn") : QLatin1String("decidedOn"));
    count.bindAscii(QLatin1String("days"), QJsonDocument(list).toJson(QJsonDocument::Compact));
    if (const Result<> counted = count.execOne(); !counted)
        return counted.failure();
    return count.integer(0);
}

} // namespace kessai
