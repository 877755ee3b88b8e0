// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/sections.h"
#include "core/store/ledgerqueries.h"
#include "core/store/officequeries.h"

#include <algorithm>

// Everybody's working time, for those who look after it.

namespace kessai {

namespace {

constexpr int kMostWorkDays = 62; ///< the same as in the doors
constexpr int kMostSumDays = 800;
constexpr QLatin1String kStaffAccount("staff:");

/// A question about a period.
struct PeriodQuery {
    QLatin1String door; ///< what it is called at a server
    QLatin1String name; ///< and where the tables are read as they are
    int mostDays;
    std::optional<StaffId> who{}; ///< whom it is about, where it is not about everybody
};

/// Runs a query over a period: through its door where the reader is somebody at a server, and by itself where they are personnel in a
/// file, ask about themselves or own the database.
template <class Take>
Result<> readPeriod(const Reader &reader, const PeriodQuery &query, const QDate &from, const QDate &until, Take take)
{
    const bool remote = reader.database.dialect() == Dialect::PostgreSql && reader.me;
    if (!remote && reader.me && query.who != reader.me) {
        const auto configuration = readConfiguration(reader);
        if (!configuration)
            return configuration.failure();
        const OfficeHistory &office = configuration->office;
        if (!holdsRole(*office.at(reader.today(), office.revision), *reader.me, kPersonnelRole))
            return fail(ErrorCode::AccessDenied, QStringLiteral("this is for personnel"));
    }
    if (!remote && (from > until || from.daysTo(until) > query.mostDays))
        return fail(Error::refused(Refusal::PeriodInvalid));
    Query rows(reader.database, remote ? query.door : query.name);
    rows.bind(QLatin1String("since"), from).bind(QLatin1String("upto"), until);
    if (rows.has(QLatin1String("who")))
        rows.bind(QLatin1String("who"), query.who);
    if (const Result<> run = rows.exec(); !run)
        return run;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return {};
        take(rows);
    }
}

StaffId staffOf(const QString &account)
{
    return StaffId(account.startsWith(kStaffAccount) ? account.mid(kStaffAccount.size()).toLongLong() : 0);
}

QDate firstOf(const QString &month)
{
    return QDate::fromString(QString(month + QStringLiteral("-01")), Qt::ISODate);
}

WorkPosting workPostingIn(const Query &row)
{
    return {staffOf(row.text(0)),
            row.text(1),
            row.day(2),
            row.isNull(3) ? std::nullopt : std::optional(row.number(3)),
            row.integer(4),
            row.number(5) == int(PostingState::Used),
            row.isNull(6) ? std::nullopt : std::optional(row.instant(6))};
}

} // namespace

Result<std::vector<WorkPosting>> readWork(const Reader &reader, const QDate &from, const QDate &until)
{
    std::vector<WorkPosting> postings;
    const Result<> read =
        readPeriod(reader, {QLatin1String("remoteWorkPostings"), QLatin1String("workPostings"), kMostWorkDays}, from,
                   until, [&postings](const Query &row) { postings.push_back(workPostingIn(row)); });
    if (!read)
        return read.failure();
    std::stable_sort(postings.begin(), postings.end(),
                     [](const WorkPosting &a, const WorkPosting &b) { return a.staff < b.staff; });
    return postings;
}

Result<std::vector<BookPosting>> readWorkBook(const Reader &reader, std::optional<StaffId> who, const QDate &from,
                                              const QDate &until)
{
    std::vector<BookPosting> postings;
    const Result<> read = readPeriod(
        reader, {QLatin1String("remoteWorkBook"), QLatin1String("workBook"), kMostWorkDays, who}, from, until,
        [&postings](const Query &row) {
            postings.push_back({workPostingIn(row), row.text(7), row.text(8), row.text(9), row.text(10), row.text(11)});
        });
    if (!read)
        return read.failure();
    std::stable_sort(postings.begin(), postings.end(),
                     [](const BookPosting &a, const BookPosting &b) { return a.posting.staff < b.posting.staff; });
    return postings;
}

Result<std::vector<WorkSum>> readWorkSums(const Reader &reader, const QDate &from, const QDate &until)
{
    std::vector<WorkSum> sums;
    const Result<> read = readPeriod(
        reader, {QLatin1String("remoteWorkSums"), QLatin1String("workSums"), kMostSumDays}, from, until,
        [&sums](const Query &row) {
            sums.push_back({staffOf(row.text(0)), firstOf(row.text(1)), row.text(2), row.integer(3), row.integer(4)});
        });
    if (!read)
        return read.failure();
    std::stable_sort(sums.begin(), sums.end(), [](const WorkSum &a, const WorkSum &b) { return a.staff < b.staff; });
    return sums;
}

Result<std::vector<AwaitedEvidence>> readAwaitedEvidence(const Reader &reader, const QDate &from, const QDate &until)
{
    std::vector<AwaitedEvidence> awaited;
    const Result<> read =
        readPeriod(reader, {QLatin1String("remoteAwaitedEvidence"), QLatin1String("awaitedEvidence"), kMostSumDays},
                   from, until, [&awaited](const Query &row) {
                       awaited.push_back({staffOf(row.text(0)), row.day(1), row.integer(2)});
                   });
    if (!read)
        return read.failure();
    std::stable_sort(awaited.begin(), awaited.end(),
                     [](const AwaitedEvidence &a, const AwaitedEvidence &b) { return a.staff < b.staff; });
    return awaited;
}

Result<std::vector<MonthClose>> readMonthCloses(const Reader &reader)
{
    std::vector<MonthClose> closes;
    Query rows(reader.database, QLatin1String("monthCloses"));
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return closes;
        closes.push_back(
            {firstOf(rows.text(0)), rows.flag(1), rows.text(2), rows.id<StaffId>(3), rows.instant(4), rows.number(5)});
    }
}

} // namespace kessai
