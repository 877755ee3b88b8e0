// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/sections.h"
#include "core/ports/settings.h"
#include "core/store/budgetimport.h"
#include "core/store/localnotary.h"
#include "core/store/notaryholidays.h"
#include "core/store/officeadditions.h"
#include "core/store/officequeries.h"
#include "core/store/officewriter.h"
#include "core/store/payeequeries.h"
#include "core/store/reorganisations.h"

#include <algorithm>

// What staff and administrators register about the office, written by the notary in this program.

namespace kessai {

namespace {

constexpr QLatin1String kAt("at");
constexpr QLatin1String kDay("day");
constexpr QLatin1String kLast("last");
constexpr QLatin1String kMadeBy("made_by");
constexpr QLatin1String kMonth("month");
constexpr QLatin1String kPost("post_id");
constexpr QLatin1String kOfficeRevision("revision");
constexpr QLatin1String kValidFrom("valid_from");
constexpr QLatin1String kValidUntil("valid_until");
constexpr int kMonthLength = 7; ///< of 'YYYY-MM'

/// Runs one statement after the other and stops at the first error.
template <class... Statements>
Result<> inTurn(Statements &...statements)
{
    Result<> done;
    std::ignore = ((done = statements.exec(), done.ok()) && ...);
    return done;
}

/// Writes a change that may be made: what ends is closed with a revision or a time, and what begins is added.
class ChangeWriter final {
public:
    ChangeWriter(Database &database, const OfficeHistory &office, StaffId actor, QString login, QDate today,
                 Instant now)
        : m_database(database), m_office(office), m_actor(actor), m_login(std::move(login)), m_today(today), m_now(now)
    {
    }

    Result<> operator()(const RegisterAbsence &absence)
    {
        Query add(m_database, QLatin1String("changeAddAbsence"));
        add.bind(QLatin1String("staff_id"), absence.staff)
            .bind(QLatin1String("kind"), int(absence.kind))
            .bind(QLatin1String("pass_over"), absence.passOver)
            .bind(kValidFrom, absence.from)
            .bind(kValidUntil, absence.until)
            .bind(kMadeBy, m_actor)
            .bind(kAt, m_now);
        return add.exec();
    }

    Result<> operator()(const EndAbsence &change)
    {
        Query shorten(m_database, QLatin1String("changeShortenAbsence"));
        shorten.bind(QLatin1String("absence_id"), change.absence)
            .bind(kLast, change.lastDay)
            .bind(kMadeBy, m_actor)
            .bind(kAt, m_now);
        Query end(m_database, QLatin1String("changeEndAbsence"));
        end.bind(QLatin1String("absence_id"), change.absence).bind(QLatin1String("ended_by"), m_actor).bind(kAt, m_now);
        return inTurn(shorten, end);
    }

    Result<> operator()(const RegisterDeputy &change)
    {
        const auto revision = nextRevision("deputy registered");
        if (!revision)
            return revision.failure();
        Query add(m_database, QLatin1String("officeInsertDeputyship"));
        bindDeputyship(add, change.deputyship);
        return addedIn(*revision, change.from, change.until, add).exec();
    }

    Result<> operator()(const EndDeputy &change)
    {
        const auto revision = nextRevision("deputy ended");
        if (!revision)
            return revision.failure();
        Query shorten(m_database, QLatin1String("changeShortenDeputy"));
        Query end(m_database, QLatin1String("changeEndDeputy"));
        for (Query *query : {&shorten, &end}) {
            query->bind(QLatin1String("principal_id"), change.principal)
                .bind(QLatin1String("deputy_id"), change.deputy)
                .bind(kValidFrom, change.from)
                .bind(QLatin1String("added_in"), change.addedIn)
                .bind(kOfficeRevision, *revision);
        }
        shorten.bind(kLast, yesterday());
        return inTurn(shorten, end);
    }

    Result<> operator()(const SetStandIns &change)
    {
        const auto revision = nextRevision("stand-ins registered");
        if (!revision)
            return revision.failure();
        Query shorten(m_database, QLatin1String("changeShortenStandIns"));
        Query end(m_database, QLatin1String("changeEndStandIns"));
        for (Query *query : {&shorten, &end})
            query->bind(QLatin1String("decider_id"), change.decider).bind(kOfficeRevision, *revision);
        shorten.bind(kLast, yesterday());
        end.bind(kDay, m_today);
        if (const Result<> ended = inTurn(shorten, end); !ended)
            return ended;
        const QDate last = dayBeforeNext(m_office.standIns, m_today,
                                         [&](const StandIn &one) { return one.decider == change.decider; });
        Query add(m_database, QLatin1String("officeInsertStandIn"));
        for (const StandIn &one : change.standIns) {
            add.bind(QLatin1String("decider_id"), one.decider)
                .bind(QLatin1String("place"), one.order)
                .bind(kPost, one.post)
                .bind(QLatin1String("level"), int(one.level));
            if (const Result<> added = addedIn(*revision, m_today, last, add).exec(); !added)
                return added;
        }
        return {};
    }

    Result<> operator()(const SetSuccessor &change)
    {
        const auto revision = nextRevision("successor registered");
        if (!revision)
            return revision.failure();
        Query shorten(m_database, QLatin1String("changeShortenSuccession"));
        Query end(m_database, QLatin1String("changeEndSuccession"));
        for (Query *query : {&shorten, &end})
            query->bind(kPost, change.post).bind(kOfficeRevision, *revision);
        shorten.bind(kLast, change.from.addDays(-1));
        end.bind(kDay, change.from);
        if (const Result<> ended = inTurn(shorten, end); !ended || !change.successor)
            return ended;
        Query add(m_database, QLatin1String("officeInsertSuccession"));
        add.bind(kPost, change.post).bind(QLatin1String("successor_id"), *change.successor);
        const QDate last = dayBeforeNext(m_office.successions, change.from,
                                         [&](const Succession &one) { return one.post == change.post; });
        return addedIn(*revision, change.from, last, add).exec();
    }

    Result<> operator()(const CloseMonth &change) { return writeMonth(change.first, true, {}); }
    Result<> operator()(const ReopenMonth &change) { return writeMonth(change.first, false, change.reason); }

private:
    Result<> writeMonth(const QDate &first, bool close, const QString &reason)
    {
        const QString month = toText(first).left(kMonthLength);
        Query state(m_database, QLatin1String("changeMonthClosed"));
        if (const Result<> read = state.bind(kMonth, month).execOne(); !read)
            return read;
        if (state.flag(0) && close)
            return fail(ErrorCode::AlreadyExists, QStringLiteral("the month is closed"));
        if (!state.flag(0) && !close)
            return fail(ErrorCode::NotFound, QStringLiteral("the month is not closed"));
        const auto revision = nextRevision(close ? "month closed" : "month opened again");
        if (!revision)
            return revision.failure();
        Query add(m_database, QLatin1String("changeAddMonth"));
        return add.bind(kMonth, month)
            .bind(QLatin1String("closed"), close)
            .bind(QLatin1String("reason"), reason)
            .bind(kMadeBy, m_actor)
            .bind(kOfficeRevision, *revision)
            .exec();
    }

    /// What is planned for later days stays: what is added on `day` is good until the day before, or without an end.
    template <class T, class Which>
    static QDate dayBeforeNext(const std::vector<Dated<T>> &rows, const QDate &day, Which which)
    {
        QDate next;
        for (const Dated<T> &row : rows) {
            if (row.removedIn == 0 && day < row.from && which(row.value) && (!next.isValid() || row.from < next))
                next = row.from;
        }
        return next.isValid() ? next.addDays(-1) : next;
    }

    QDate yesterday() const { return m_today.addDays(-1); }

    Result<int> nextRevision(const char *why)
    {
        Query next(m_database, QLatin1String("changeNextRevision"));
        next.bind(kAt, m_now).bind(kMadeBy, m_login).bind(QLatin1String("reason"), QString::fromLatin1(why));
        if (const Result<> made = next.execOne(); !made)
            return made.failure();
        return next.number(0);
    }

    static Query &addedIn(int revision, const QDate &from, const QDate &until, Query &insert)
    {
        return insert.bind(kValidFrom, from)
            .bind(kValidUntil, until)
            .bind(QLatin1String("added_in"), revision)
            .bindNull(QLatin1String("removed_in"));
    }

    Database &m_database;
    const OfficeHistory &m_office;
    StaffId m_actor;
    QString m_login;
    QDate m_today;
    Instant m_now;
};

/// Every registration makes all programs read the office again, so that nobody makes more within a day than the office's parameter
/// says.
Result<> checkDayLimit(Database &database, const Parameters &parameters, StaffId actor, const QString &login,
                       Instant now)
{
    Query made(database, QLatin1String("changesMadeSince"));
    made.bind(QLatin1String("login"), login)
        .bind(kMadeBy, actor)
        .bind(QLatin1String("since"), Instant(now.microseconds() - kDayUs));
    if (const Result<> counted = made.execOne(); !counted)
        return counted;
    const auto limit = parameters.value(QStringLiteral("registrations.day_limit"), now.day());
    if (limit && made.integer(0) >= *limit)
        return fail(Error::refused(Refusal::TooManyEntries));
    return {};
}

/// The office, and the login of an administrator who changes it.
struct Administration {
    Configuration configuration;
    QString login;
};

/// AccessDenied for anybody else.
Result<Administration> administrationBy(StaffId actor, const Reader &reader, Instant now)
{
    auto configuration = readConfiguration(reader);
    const auto rights = readRights(reader);
    if (!configuration || !rights)
        return configuration ? rights.failure() : configuration.failure();
    const auto today = configuration->office.at(now.day(), configuration->office.revision);
    const Staff *staff = today->staff(actor);
    if (!staff || !rights->administrator)
        return fail(ErrorCode::AccessDenied, QStringLiteral("this is not theirs to register"));
    return Administration{std::move(configuration).value(), staff->login};
}

} // namespace

Result<> LocalNotary::change(const OfficeChange &change)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    const Reader reader{m_database, m_clock, m_actor};
    const auto configuration = readConfiguration(reader);
    const auto rights = readRights(reader);
    if (!configuration || !rights)
        return configuration ? rights.failure() : configuration.failure();
    const QDate today = m_clock.now().day();
    const OfficeHistory &office = configuration->office;
    if (const Result<> may = mayChange(change, office, m_actor, rights->administrator, today); !may)
        return may;
    if (const auto *deputy = std::get_if<RegisterDeputy>(&change)) {
        for (const QString &form : deputy->deputyship.forms) {
            if (!configuration->formOn(form, today))
                return fail(ErrorCode::Invalid, QStringLiteral("there is no form ") + form);
        }
    }
    const QString login = office.at(today, office.revision)->staff(m_actor)->login;
    if (const Result<> may = checkDayLimit(m_database, configuration->parameters, m_actor, login, m_clock.now()); !may)
        return may;
    const Instant now = configuration->notBefore(m_clock.now());
    if (const Result<> written = std::visit(ChangeWriter(m_database, office, m_actor, login, today, now), change);
        !written)
        return written;
    return transaction->commit();
}

template <class Write>
Result<> LocalNotary::administer(Write write)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    const Instant now = m_clock.now();
    const auto administration = administrationBy(m_actor, {m_database, m_clock, m_actor}, now);
    if (!administration)
        return administration.failure();
    const auto &[configuration, login] = *administration;
    if (const Result<> may = checkDayLimit(m_database, configuration.parameters, m_actor, login, now); !may)
        return may;
    if (const Result<> written = write(configuration, login, now); !written)
        return written;
    return transaction->commit();
}

Result<> LocalNotary::changeHolidays(const HolidayChange &change)
{
    return administer([&](const Configuration &configuration, const QString &login, Instant now) {
        return writeHolidays(m_database, configuration, change, login, now);
    });
}

Result<> LocalNotary::adoptTable(const AdoptTable &adoption)
{
    return administer([&](const Configuration &configuration, const QString &login, Instant now) {
        const Result<> sound = checkAdoption(adoption, configuration, now.day());
        return sound ? addTables(m_database, configuration, {adoption.table}, login, adoption.reason, now) : sound;
    });
}

Result<> LocalNotary::adoptRule(const AdoptRule &adoption)
{
    return administer([&](const Configuration &configuration, const QString &login, Instant now) {
        const Result<> sound = checkAdoption(adoption, configuration, now.day());
        return sound ? addRules(m_database, configuration, {adoption.rule}, login, adoption.reason, now) : sound;
    });
}

/// Registers what an administrator sets, where it makes sense, as a revision of the office.
template <class Adoption, class Write>
Result<> LocalNotary::setUp(const Adoption &adoption, Write write)
{
    return administer([&](const Configuration &configuration, const QString &login, Instant now) -> Result<> {
        if (const Result<> sound = checkAdoption(adoption, configuration, now.day()); !sound)
            return sound;
        const auto revision = addRevision(m_database, configuration, login, adoption.reason, now);
        return revision ? write(adoption, *revision) : Result<>(revision.failure());
    });
}

Result<> LocalNotary::adoptParameters(const AdoptParameters &adoption)
{
    return setUp(adoption, [this](const AdoptParameters &adopted, int revision) {
        std::vector<Parameters::Row> rows = adopted.rows;
        for (Parameters::Row &row : rows)
            row.addedIn = revision;
        return writeParameters(m_database, rows);
    });
}

Result<> LocalNotary::adoptForm(const AdoptForm &adoption)
{
    return setUp(adoption, [this](const AdoptForm &adopted, int revision) {
        FormDefinition next = adopted.definition;
        next.revision = adopted.seen + 1;
        return writeForms(m_database, {next}, {}, revision);
    });
}

Result<> LocalNotary::adoptFaults(const AdoptFaults &adoption)
{
    return setUp(adoption, [this](const AdoptFaults &adopted, int revision) {
        FaultList next = adopted.list;
        next.revision = adopted.seen + 1;
        next.addedIn = revision;
        return writeFaults(m_database, {next});
    });
}

Result<> LocalNotary::reorganise(const Reorganise &change)
{
    return administer([&](const Configuration &configuration, const QString &login, Instant now) {
        return addReorganisation(m_database, configuration, change, m_actor, login, now);
    });
}

Result<> LocalNotary::takeBack(int number, int seenRevision)
{
    return administer([&](const Configuration &configuration, const QString &login, Instant now) {
        return endPrepared(m_database, configuration, number, seenRevision, m_actor, login, now);
    });
}

Result<> LocalNotary::importBudget(const BudgetImport &import)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    const Reader owner{m_database, m_clock, std::nullopt, Sight::All};
    const auto configuration = readConfiguration(owner);
    if (!configuration)
        return configuration.failure();
    const auto today = configuration->office.at(owner.today(), configuration->office.revision);
    const Staff *actor = today->staff(m_actor);
    if (!actor || !holdsRole(*today, m_actor, kFinanceRole))
        return fail(ErrorCode::AccessDenied, QStringLiteral("this is for the finance section"));
    if (const auto written = writeBudget(owner, *configuration, import, actor->login); !written)
        return written.failure();
    return transaction->commit();
}

Result<> LocalNotary::changePayees(const PayeeChange &change)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    const Reader reader{m_database, m_clock, m_actor};
    if (const Result<> may = checkAccounting(reader); !may)
        return may;
    NotaryRows rows(m_database, m_clock.now().day());
    const auto name = rows.nameOf(m_actor);
    if (!name)
        return name.failure();
    if (const Result<> written = writePayees(m_database, change, m_actor, name->value_or(QString()), m_clock.now());
        !written)
        return written;
    return transaction->commit();
}

} // namespace kessai
