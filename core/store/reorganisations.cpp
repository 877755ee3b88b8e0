// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reorganisations.h"

#include "core/base/canonical.h"
#include "core/office/sections.h"
#include "core/store/officeadditions.h"
#include "core/store/officequeries.h"
#include "core/store/officewriter.h"
#include "core/store/query.h"

#include <QJsonDocument>

#include <algorithm>

namespace kessai {

namespace {

constexpr QLatin1String kOfRevision("revision");
constexpr QLatin1String kRowId("id");

/// Ends in the database what a history says was removed in a revision.
template <class T, class Bind>
Result<> endRows(Database &database, const char *name, const std::vector<Dated<T>> &rows, int revision, Bind bind)
{
    Query end(database, QLatin1String(name));
    for (const Dated<T> &row : rows) {
        if (row.removedIn != revision)
            continue;
        end.bind(kOfRevision, revision)
            .bind(QLatin1String("valid_from"), row.from)
            .bind(QLatin1String("added_in"), row.addedIn);
        bind(end, row.value);
        if (const Result<> ended = end.exec(); !ended)
            return ended;
    }
    return {};
}

template <class T>
std::vector<Dated<T>> rowsAddedIn(const std::vector<Dated<T>> &rows, int revision)
{
    std::vector<Dated<T>> added;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(added),
                 [&](const Dated<T> &row) { return row.addedIn == revision; });
    return added;
}

Result<> writeRows(Database &database, const OfficeHistory &history, const Reorganisation &change, int revision)
{
    const OfficeHistory next = applied(history, change, revision);
    const auto byId = [](Query &end, const auto &row) { end.bind(kRowId, row.id); };
    Result<> done = endRows(database, "organisationEndSection", next.sections, revision, byId);
    if (done)
        done = endRows(database, "organisationEndPost", next.posts, revision, byId);
    if (done)
        done = endRows(database, "organisationEndStaff", next.staff, revision, byId);
    if (done)
        done = endRows(database, "organisationEndAppointment", next.appointments, revision,
                       [](Query &end, const Appointment &row) {
                           end.bind(kRowId, row.post).bind(QLatin1String("staff_id"), row.staff);
                       });
    if (done)
        done = endRows(database, "organisationEndRole", next.roles, revision, [](Query &end, const RoleHolder &row) {
            end.bind(kRowId, row.post).bind(QLatin1String("role"), row.role);
        });
    if (done)
        done = endRows(database, "organisationEndSuccession", next.successions, revision,
                       [](Query &end, const Succession &row) { end.bind(kRowId, row.post); });
    if (!done)
        return done;
    OfficeHistory added;
    added.sections = rowsAddedIn(next.sections, revision);
    added.posts = rowsAddedIn(next.posts, revision);
    added.staff = rowsAddedIn(next.staff, revision);
    added.appointments = rowsAddedIn(next.appointments, revision);
    added.roles = rowsAddedIn(next.roles, revision);
    added.successions = rowsAddedIn(next.successions, revision);
    return writeOrganisation(database, added);
}

bool isReadable(const PreparedChange &one)
{
    return one.change.from.isValid();
}

/// One may be unreadable: it has no day, and is ended or put aside all the same.
Result<std::vector<PreparedChange>> takePrepared(Query &rows)
{
    return takeAll<PreparedChange>(rows, [](const Query &row) {
        auto change = Reorganisation::fromJson(QJsonDocument::fromJson(row.ascii(1)).object());
        return PreparedChange{row.number(0), change ? std::move(change).value() : Reorganisation{.from = {}},
                              row.text(2), row.text(3), row.instant(4)};
    });
}

Result<std::vector<PreparedChange>> allPrepared(Database &database)
{
    Query rows(database, QLatin1String("reorganisationsPrepared"));
    return takePrepared(rows);
}

Result<std::vector<PreparedChange>> allFailed(Database &database)
{
    Query rows(database, QLatin1String("reorganisationsFailed"));
    return takePrepared(rows);
}

/// What became of a reorganisation that was prepared, as the column `taken_back` has it.
enum class Outcome { InForce = 0, TakenBack = 1, Failed = 2, PutAside = 3 };

Result<> endReorganisation(Database &database, int number, int revision, Outcome outcome)
{
    Query end(database, QLatin1String("reorganisationEnd"));
    return end.bind(kOfRevision, number)
        .bind(QLatin1String("ended_in"), revision)
        .bind(QLatin1String("taken_back"), int(outcome))
        .exec();
}

/// Whether what somebody saw of the organisation is still so.
Result<> unchangedSince(Database &database, const Configuration &configuration,
                        const std::vector<PreparedChange> &prepared, int seenRevision)
{
    Query ended(database, QLatin1String("reorganisationsEndedIn"));
    if (const Result<> read = ended.execOne(); !read)
        return read;
    int newest = std::max(organisedIn(configuration.office), ended.number(0));
    for (const PreparedChange &one : prepared)
        newest = std::max(newest, one.number);
    return seenRevision < newest ? Result<>(fail(Error::refused(Refusal::Stale))) : Result<>();
}

} // namespace

Result<Administrators> readAdministrators(Database &database)
{
    Query rows(database, QLatin1String("administrators"));
    return takeAll<Dated<StaffId>>(rows, [](const Query &row) {
        return Dated<StaffId>{StaffId(row.integer(0)), row.day(1), row.day(2), 0, 0};
    });
}

Result<> addReorganisation(Database &database, const Configuration &configuration, const Reorganise &change,
                           std::optional<StaffId> actor, const QString &madeBy, Instant now)
{
    const QDate today = now.day();
    auto prepared = allPrepared(database);
    if (!prepared)
        return prepared.failure();
    if (const Result<> fresh = unchangedSince(database, configuration, *prepared, change.seenRevision); !fresh)
        return fresh;
    std::erase_if(*prepared, [](const PreparedChange &one) { return !isReadable(one); }); // it will never be in force
    const auto administrators = readAdministrators(database);
    if (!administrators)
        return administrators.failure();
    if (const Result<> sound =
            checkReorganisation(change, configuration.office, *prepared, actor, *administrators, today);
        !sound)
        return sound;
    const bool atOnce = change.change.from == today;
    const auto revision = addRevision(database, configuration, madeBy,
                                      atOnce ? change.reason : QStringLiteral("reorganisation prepared"), now);
    if (!revision)
        return revision.failure();
    Query add(database, QLatin1String("reorganisationAdd"));
    add.bind(kOfRevision, *revision)
        .bind(QLatin1String("valid_from"), change.change.from)
        .bindAscii(QLatin1String("body"), canonicalJson(change.change.toJson()))
        .bind(QLatin1String("reason"), change.reason)
        .bind(QLatin1String("ended_in"), atOnce ? std::optional(*revision) : std::nullopt);
    if (const Result<> added = add.exec(); !added || !atOnce)
        return added;
    return writeRows(database, configuration.office, change.change, *revision);
}

Result<> endPrepared(Database &database, const Configuration &configuration, int number, int seenRevision,
                     std::optional<StaffId> actor, const QString &madeBy, Instant now)
{
    auto prepared = allPrepared(database);
    const auto failed = allFailed(database);
    if (!prepared || !failed)
        return prepared ? Result<>(failed.failure()) : Result<>(prepared.failure());
    if (const Result<> fresh = unchangedSince(database, configuration, *prepared, seenRevision); !fresh)
        return fresh;
    if (std::any_of(failed->begin(), failed->end(), [&](const PreparedChange &one) { return one.number == number; })) {
        Query aside(database, QLatin1String("reorganisationPutAside"));
        const auto revision =
            addRevision(database, configuration, madeBy, QStringLiteral("failed reorganisation put aside"), now);
        return revision ? aside.bind(kOfRevision, number).exec() : Result<>(revision.failure());
    }
    const auto gone = std::find_if(prepared->begin(), prepared->end(), [&](const PreparedChange &one) {
        return one.number == number && (!isReadable(one) || one.change.from > now.day());
    });
    if (gone == prepared->end())
        return fail(ErrorCode::NotFound, QStringLiteral("nothing of this number waits for its day"));
    const PreparedChange taken = *gone;
    prepared->erase(gone);
    std::erase_if(*prepared, [](const PreparedChange &one) { return !isReadable(one); });
    if (!fitTogether(configuration.office, *prepared))
        return fail(ErrorCode::Invalid, QStringLiteral("what else is prepared rests on it"));
    const auto administrators = readAdministrators(database);
    if (!administrators)
        return administrators.failure();
    if (actor && taken.madeBy != madeBy && isReadable(taken)
        && servesTakingBack(taken, configuration.office, *prepared, *actor, *administrators))
        return fail(Error::refused(Refusal::SelfAppointed));
    const auto revision =
        addRevision(database, configuration, madeBy, QStringLiteral("reorganisation taken back"), now);
    return revision ? endReorganisation(database, number, *revision, Outcome::TakenBack) : Result<>(revision.failure());
}

namespace {

Result<int> countDue(const Reader &reader)
{
    Query due(reader.database, QLatin1String("reorganisationsDue"));
    reader.bindTo(due);
    if (const Result<> counted = due.execOne(); !counted)
        return counted.failure();
    return due.number(0);
}

/// Ends the first prepared change that is due, in force or failed; nothing where another program came first. `number` is the one that is meant, and
/// becomes it where it is 0.
Result<> endFirstDue(const Reader &reader, Outcome outcome, int &number)
{
    Database &database = reader.database;
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.failure();
    const auto count = countDue(reader);
    const auto prepared = allPrepared(database); // in the order of their days
    if (!count || !prepared)
        return count ? Result<>(prepared.failure()) : Result<>(count.failure());
    if (*count == 0)
        return {};
    const PreparedChange &due = prepared->front();
    if (number != 0 && due.number != number)
        return {}; // another program has ended it
    number = due.number;
    if (outcome == Outcome::InForce && !isReadable(due))
        return fail(ErrorCode::Invalid, QStringLiteral("a prepared reorganisation cannot be read"));
    const auto configuration = readConfiguration(reader);
    if (!configuration)
        return configuration.failure();
    const auto revision = addRevision(
        database, *configuration, due.madeBy,
        outcome == Outcome::Failed ? QStringLiteral("reorganisation could not be put in force") : due.reason,
        reader.clock.now());
    Result<> written = revision ? Result<>() : Result<>(revision.failure());
    if (written && outcome == Outcome::InForce)
        written = writeRows(database, configuration->office, due.change, *revision);
    if (written)
        written = endReorganisation(database, due.number, *revision, outcome);
    return written ? transaction->commit() : written;
}

/// Whether something is about what was to be written, and not of the moment or of the whole file. The notary of a server asks the same of what it meets,
/// in classes of its own (0053).
bool ofTheChange(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ConnectionLost:
    case ErrorCode::Unreachable:
    case ErrorCode::SignInRejected:
    case ErrorCode::AccessDenied:
    case ErrorCode::Damaged:
    case ErrorCode::Busy:
    case ErrorCode::Cancelled:
    case ErrorCode::OutcomeUnknown:
    case ErrorCode::StorageFull:
    case ErrorCode::FileUnreadable:
    case ErrorCode::NetworkShare:
    case ErrorCode::ClientTooOld:
    case ErrorCode::DatabaseTooOld:
    case ErrorCode::NotADatabase: return false;
    case ErrorCode::Refused:
    case ErrorCode::NotFound:
    case ErrorCode::AlreadyExists:
    case ErrorCode::Invalid:
    case ErrorCode::TooLarge:
    case ErrorCode::Internal: return true;
    }
    return false;
}

} // namespace

Result<> reachDay(const Reader &reader)
{
    if (reader.database.dialect() == Dialect::PostgreSql) {
        Query call(reader.database, QLatin1String("remoteReachDay"));
        return call.exec();
    }
    const auto due = countDue(reader);
    for (int i = 0; due && i < *due; ++i) {
        int number = 0;
        Result<> ended = endFirstDue(reader, Outcome::InForce, number);
        if (!ended && number != 0 && ofTheChange(ended.error())) // it ends, and the office goes on
            ended = endFirstDue(reader, Outcome::Failed, number);
        if (!ended)
            return ended;
    }
    return due ? Result<>() : Result<>(due.failure());
}

namespace {

/// Refuses whoever may not know what is prepared; asked of a file, a server's doors do so themselves.
Result<> checkMayKnow(const Reader &reader)
{
    const auto configuration = readConfiguration(reader);
    const auto rights = readRights(reader);
    if (!configuration || !rights)
        return configuration ? rights.failure() : configuration.failure();
    const auto office = configuration->office.at(reader.today(), configuration->office.revision);
    if (!rights->administrator && !holdsRole(*office, *reader.me, kPersonnelRole))
        return fail(ErrorCode::AccessDenied, QStringLiteral("this is not theirs to know yet"));
    return {};
}

} // namespace

namespace {

/// Everything that waits or failed, by the door of a server or, of a file, by whoever may know.
Result<std::vector<PreparedChange>> takeFor(const Reader &reader, const char *door, const char *table)
{
    const bool remote = reader.database.dialect() == Dialect::PostgreSql && reader.me;
    if (const Result<> may = reader.me && !remote ? checkMayKnow(reader) : Result<>(); !may)
        return may.failure();
    Query rows(reader.database, QLatin1String(remote ? door : table));
    return takePrepared(rows);
}

} // namespace

Result<std::vector<PreparedChange>> readPreparedChanges(const Reader &reader)
{
    auto all = takeFor(reader, "remotePreparedChanges", "reorganisationsPrepared");
    if (all)
        std::erase_if(*all, [](const PreparedChange &one) { return !isReadable(one); });
    return all;
}

Result<std::vector<PreparedChange>> readFailedChanges(const Reader &reader)
{
    auto failed = takeFor(reader, "remoteFailedChanges", "reorganisationsFailed");
    const auto waiting =
        failed ? takeFor(reader, "remotePreparedChanges", "reorganisationsPrepared") : std::vector<PreparedChange>();
    if (!waiting)
        return waiting.failure();
    if (failed)
        std::copy_if(waiting->begin(), waiting->end(), std::back_inserter(*failed),
                     [](const PreparedChange &one) { return !isReadable(one); });
    return failed;
}

Result<std::vector<WaitingCount>> readWaitingCounts(const Reader &reader)
{
    const auto taken = [](const Query &row) { return WaitingCount{fromParty(row.integer(0)), row.number(1)}; };
    if (reader.database.dialect() == Dialect::PostgreSql && reader.me) {
        Query rows(reader.database, QLatin1String("remoteWaitingCounts"));
        return takeAll<WaitingCount>(rows, taken);
    }
    if (reader.me) {
        const auto rights = readRights(reader);
        if (!rights)
            return rights.failure();
        if (!rights->administrator)
            return fail(ErrorCode::AccessDenied, QStringLiteral("this is not theirs to ask"));
    }
    Query rows(reader.database, QLatin1String("waitingCounts"));
    return takeAll<WaitingCount>(rows, taken);
}

} // namespace kessai
