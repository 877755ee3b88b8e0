// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/officequeries.h"

#include "core/store/presence.h"

#include <QJsonDocument>

#include <algorithm>

namespace kessai {

namespace {

/// What the first column of `configuration` says a row is.
enum class OfficeRowKind {
    Section = 1,
    Post,
    Staff,
    Appointment,
    Deputyship,
    Role,
    Revision,
    Info,
    Form,
    Rule,
    Parameter,
    Absence,
    StandIn,
    Succession,
    Table,
    WorkTerms,
    Holiday,
    Budget,
    Faults,
};

template <class T>
Dated<T> dated(const Query &row, T value)
{
    return Dated<T>{std::move(value), row.day(10), row.day(11), row.number(12), row.number(13)};
}

Result<QJsonObject> storedObject(const Query &row, const char *what)
{
    const QJsonDocument document = QJsonDocument::fromJson(row.ascii(6));
    if (document.isObject())
        return document.object();
    return fail(ErrorCode::Damaged, QStringLiteral("the %1 of %2 is not JSON").arg(QLatin1String(what), row.text(5)));
}

Fail<Error> damagedConfiguration(const Error &error)
{
    return fail(ErrorCode::Damaged, error.detail);
}

class ConfigurationBuilder final {
public:
    Result<> take(const Query &row)
    {
        OfficeHistory &office = m_configuration.office;
        switch (OfficeRowKind(row.number(0))) {
        case OfficeRowKind::Section:
            office.sections.push_back(dated(row,
                                            Section{.id = row.id<SectionId>(1),
                                                    .parent = row.maybe<SectionId>(2),
                                                    .level = SectionLevel(row.number(3)),
                                                    .code = row.text(5),
                                                    .name = row.text(6),
                                                    .busy = row.flag(4)}));
            return {};
        case OfficeRowKind::Post:
            office.posts.push_back(dated(row,
                                         Post{.id = row.id<PostId>(1),
                                              .section = row.id<SectionId>(2),
                                              .code = row.text(5),
                                              .title = row.text(6),
                                              .rank = row.number(3),
                                              .head = row.flag(4)}));
            return {};
        case OfficeRowKind::Staff:
            office.staff.push_back(dated(row,
                                         Staff{.id = row.id<StaffId>(1),
                                               .login = row.text(5),
                                               .number = row.text(6),
                                               .familyName = row.text(7),
                                               .givenName = row.text(8),
                                               .kana = row.text(9)}));
            return {};
        case OfficeRowKind::Appointment:
            office.appointments.push_back(
                dated(row, Appointment{row.id<StaffId>(1), row.id<PostId>(2), Holding(row.number(3))}));
            return {};
        case OfficeRowKind::Deputyship:
            office.deputyships.push_back(
                dated(row,
                      Deputyship{row.id<StaffId>(1), row.id<StaffId>(2), row.flag(3),
                                 row.text(5).split(QLatin1Char(','), Qt::SkipEmptyParts), row.maybeInteger(4)}));
            return {};
        case OfficeRowKind::Role:
            office.roles.push_back(dated(row, RoleHolder{row.text(5), row.id<PostId>(1)}));
            return {};
        case OfficeRowKind::Revision:
            office.revision = std::max(office.revision, row.number(1));
            m_configuration.revisions.push_back({row.number(1), row.instant(2)});
            return {};
        case OfficeRowKind::Info:
            if (row.text(5) == QLatin1String("name"))
                m_configuration.officeName = row.text(6);
            else
                m_configuration.info.insert(row.text(5), row.text(6));
            return {};
        case OfficeRowKind::Form: return takeForm(row);
        case OfficeRowKind::Rule: return takeRule(row);
        case OfficeRowKind::Parameter:
            m_parameters.push_back({row.text(5), row.day(10), row.integer(2), row.text(6), row.number(12)});
            return {};
        case OfficeRowKind::Table: return takeTable(row);
        case OfficeRowKind::Absence:
            office.absences.push_back(dated(row,
                                            Absence{.staff = row.id<StaffId>(1),
                                                    .passOver = row.number(2) % 2 != 0,
                                                    .kind = AbsenceKind(row.number(2) / 2),
                                                    .fromLeave = !row.isNull(3),
                                                    .id = row.id<AbsenceId>(4)}));
            return {};
        case OfficeRowKind::StandIn:
            office.standIns.push_back(dated(
                row, StandIn{row.id<PostId>(1), row.number(2), row.maybe<PostId>(3), SectionLevel(row.number(4))}));
            return {};
        case OfficeRowKind::Succession:
            office.successions.push_back(dated(row, Succession{row.id<PostId>(1), row.id<PostId>(2)}));
            return {};
        case OfficeRowKind::WorkTerms:
            office.workTerms.push_back(dated(row,
                                             WorkTerms{.staff = row.id<StaffId>(1),
                                                       .employment = Employment(row.number(2) % 4),
                                                       .hired = row.isNull(5) ? QDate() : row.day(5),
                                                       .weekDays = row.number(3),
                                                       .dayMinutes = row.number(4),
                                                       .managerial = row.number(2) / 4 % 2 != 0,
                                                       .publicCorp = row.number(2) / 8 % 2 != 0}));
            return {};
        case OfficeRowKind::Holiday:
            m_holidays.push_back(
                {row.day(10), row.day(11), row.text(5), HolidayKind(row.number(1)), row.number(12), row.number(13)});
            return {};
        case OfficeRowKind::Faults: return takeFaults(row);
        case OfficeRowKind::Budget: m_budget = {row.integer(1), row.integer(2), row.integer(3)}; return {};
        }
        return fail(ErrorCode::Internal, QStringLiteral("a row of an unknown kind"));
    }

    const BudgetShelf::Mark &budget() const { return m_budget; }

    Configuration finish(const BudgetBook &budget)
    {
        const bool closes = std::any_of(m_holidays.begin(), m_holidays.end(),
                                        [](const Holiday &row) { return row.kind == HolidayKind::Closing; });
        const std::vector<Holiday> &shipped = shippedHolidays().rows();
        if (!closes) // an office older than the table
            m_holidays.insert(m_holidays.end(), shipped.begin(), shipped.end());
        m_configuration.parameters =
            Parameters(std::move(m_parameters), std::make_shared<const Holidays>(std::move(m_holidays)), budget);
        return std::move(m_configuration);
    }

private:
    Result<> takeForm(const Query &row)
    {
        const auto json = storedObject(row, "definition");
        if (!json)
            return json.failure();
        auto form = FormDefinition::fromJson(*json, row.number(1));
        if (!form)
            return damagedConfiguration(form.error());
        m_configuration.forms.push_back(std::move(form).value());
        return {};
    }

    Result<> takeRule(const Query &row)
    {
        const auto json = storedObject(row, "route rule");
        if (!json)
            return json.failure();
        auto rule = RouteRule::fromJson(*json, row.number(1));
        if (!rule)
            return damagedConfiguration(rule.error());
        rule->addedIn = row.number(12);
        m_configuration.rules.push_back(std::move(rule).value());
        return {};
    }

    Result<> takeTable(const Query &row)
    {
        const auto json = storedObject(row, "decision table");
        if (!json)
            return json.failure();
        auto table = DecisionTable::fromJson(*json, row.number(1));
        if (!table)
            return damagedConfiguration(table.error());
        table->addedIn = row.number(12);
        m_configuration.tables.push_back(std::move(table).value());
        return {};
    }

    Result<> takeFaults(const Query &row)
    {
        const auto json = storedObject(row, "reasons of returns");
        if (!json)
            return json.failure();
        auto list = FaultList::fromJson(*json, row.number(1));
        if (!list)
            return damagedConfiguration(list.error());
        list->addedIn = row.number(12);
        m_configuration.faultLists.push_back(std::move(list).value());
        return {};
    }

    Configuration m_configuration;
    std::vector<Parameters::Row> m_parameters;
    std::vector<Holiday> m_holidays;
    BudgetShelf::Mark m_budget;
};

} // namespace

Result<Configuration> readConfiguration(const Reader &reader)
{
    BudgetShelf shelf;
    return readConfiguration(reader, shelf);
}

Result<Configuration> readConfiguration(const Reader &reader, BudgetShelf &shelf)
{
    Query rows(reader.database, QLatin1String("configuration"));
    reader.bindTo(rows);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    ConfigurationBuilder builder;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            break;
        if (const Result<> taken = builder.take(rows); !taken)
            return taken.failure();
    }
    if (const Result<> fresh = shelf.refresh(reader.database, builder.budget()); !fresh)
        return fresh.failure();
    return builder.finish(shelf.book);
}

Result<StaffId> readMe(const Reader &reader)
{
    Query row(reader.database, QLatin1String("myStaffId"));
    reader.bindTo(row);
    if (const Result<> run = row.exec(); !run)
        return run.failure();
    const Result<bool> found = row.next();
    if (!found)
        return found.failure();
    if (!*found || row.isNull(0))
        return fail(Error::refused(Refusal::UnknownStaff, QStringLiteral("nobody in the office signs in like this")));
    return row.id<StaffId>(0);
}

Result<Rights> readRights(const Reader &reader)
{
    Query rows(reader.database, QLatin1String("rights"));
    reader.bindTo(rows);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    Rights rights;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return rights;
        rights.administrator = rights.administrator || rows.text(0) == QLatin1String("administrator");
        rights.auditor = rights.auditor || rows.text(0) == QLatin1String("auditor");
    }
}

namespace {

StrandedStep strandedIn(const Query &row)
{
    return {row.id<CaseId>(0),
            row.text(1),
            row.text(2),
            row.text(3),
            fromParty(row.integer(4)),
            row.isNull(5) ? std::nullopt : std::optional(row.instant(5))};
}

/// Whether nobody can act on what waits at one open seat, as the notary has it.
Result<bool> waitsForNobody(NotaryRows &office, CaseId id, AssignmentRef seat)
{
    const auto file = office.lock(id);
    if (!file)
        return file.failure();
    const Step &step = file->steps.at(size_t(seat.step) - 1);
    const auto attended =
        Presence(office, *file, std::nullopt).attended(step, step.assignments.at(size_t(seat.no) - 1).who);
    return attended ? Result<bool>(!*attended) : attended;
}

/// Who answers for a party today and is there, whatever they have to do with a case.
Result<std::vector<StaffId>> plainlyThere(NotaryRows &office, qint64 party)
{
    const auto people = office.answering(fromParty(party));
    if (!people)
        return people;
    std::vector<StaffId> there;
    for (const StaffId one : *people) {
        const auto away = office.awayForLong(one, std::nullopt);
        if (!away)
            return away.failure();
        if (!*away)
            there.push_back(one);
    }
    return there;
}

/// Leaves out who may have another part in a case whose money is examined: who acted in it, or, of a decision or an examination, inspected what it pays.
Result<> leaveOutParts(Database &database, NotaryRows &office, CaseId id, StepKind kind, std::vector<StaffId> &people)
{
    Query actors(database, QLatin1String("openSeatActors"));
    actors.bind(QLatin1String("case_id"), id);
    const auto acted = takeAll<std::pair<StaffId, std::optional<StaffId>>>(
        actors, [](const Query &row) { return std::pair(row.id<StaffId>(0), row.maybe<StaffId>(1)); });
    if (!acted)
        return acted.failure();
    for (const auto &[actor, principal] : *acted)
        std::erase_if(people, [&](StaffId one) { return one == actor || one == principal; });
    if (kind == StepKind::Review || people.empty())
        return {};
    Query content(database, QLatin1String("openSeatFields"));
    if (const Result<> read = content.bind(QLatin1String("case_id"), id).execOne(); !read)
        return read;
    const auto inspectors = office.inspectors(QJsonDocument::fromJson(content.ascii(0)).object());
    if (!inspectors)
        return inspectors.failure();
    for (const StaffId inspector : *inspectors)
        std::erase(people, inspector);
    return {};
}

/// Whether of those who are there somebody surely can act on an open seat, so that there is nothing more to ask.
Result<bool> plainlyAttended(Database &database, NotaryRows &office, const Query &seat, std::vector<StaffId> people)
{
    const auto filer = seat.maybe<StaffId>(9);
    std::erase_if(people, [&](StaffId one) { return one == seat.id<StaffId>(8) || one == filer; });
    const StepKind kind = StepKind(seat.number(11));
    if (!people.empty() && seat.flag(10) && kind != StepKind::Consult) {
        if (const Result<> left = leaveOutParts(database, office, seat.id<CaseId>(0), kind, people); !left)
            return left.failure();
    }
    return !people.empty();
}

/// Of the seats that are open, those that wait for nobody.
Result<std::vector<StrandedStep>> strandedHere(const Reader &reader)
{
    Query seats(reader.database, QLatin1String("openSeats"));
    if (const Result<> run = seats.exec(); !run)
        return run.failure();
    NotaryRows office(reader.database, reader.today());
    QHash<qint64, std::vector<StaffId>> there;
    std::vector<StrandedStep> steps;
    while (true) {
        const Result<bool> row = seats.next();
        if (!row)
            return row.failure();
        if (!*row)
            return steps;
        const qint64 party = seats.integer(4);
        if (!there.contains(party)) {
            const auto people = plainlyThere(office, party);
            if (!people)
                return people.failure();
            there.insert(party, *people);
        }
        const auto plain = plainlyAttended(reader.database, office, seats, there[party]);
        if (!plain)
            return plain.failure();
        if (*plain)
            continue;
        const auto nobody =
            waitsForNobody(office, seats.id<CaseId>(0), AssignmentRef{seats.number(6), seats.number(7)});
        if (!nobody)
            return nobody.failure();
        if (*nobody)
            steps.push_back(strandedIn(seats));
    }
}

} // namespace

Result<std::vector<SettingAct>> readSettingActs(const Reader &reader)
{
    Query rows(reader.database, QLatin1String("settingActs"));
    return takeAll<SettingAct>(rows, [](const Query &row) {
        return SettingAct{
            SettingAct::Kind(row.number(0)), row.text(1), row.number(2), row.instant(3), row.text(4), row.text(5)};
    });
}

Result<std::vector<StrandedStep>> readStranded(const Reader &reader)
{
    if (reader.database.dialect() == Dialect::PostgreSql && reader.me) {
        Query rows(reader.database, QLatin1String("remoteStranded"));
        return takeAll<StrandedStep>(rows, strandedIn);
    }
    if (reader.me) {
        const auto configuration = readConfiguration(reader);
        const auto rights = readRights(reader);
        if (!configuration || !rights)
            return configuration ? rights.failure() : configuration.failure();
        const OfficeHistory &office = configuration->office;
        if (!rights->administrator && !looksAfterTheRest(*office.at(reader.today(), office.revision), *reader.me))
            return fail(ErrorCode::AccessDenied, QStringLiteral("this is not theirs to look after"));
    }
    return strandedHere(reader);
}

Result<OwnRegistrations> readOwnRegistrations(const Reader &reader, CaseId on)
{
    OwnRegistrations own;
    Query rows(reader.database, QLatin1String("ownRegistrations"));
    rows.bind(QLatin1String("reader"), reader.me)
        .bind(QLatin1String("today"), reader.today())
        .bind(QLatin1String("case_id"), on);
    const auto ids = takeAll<std::pair<int, qint64>>(
        rows, [](const Query &row) { return std::pair(row.number(0), row.integer(1)); });
    if (!ids)
        return ids.failure();
    for (const auto &[kind, id] : *ids) {
        switch (kind) {
        case 0: own.absences.push_back(AbsenceId(id)); break;
        case 1: own.revisions.push_back(int(id)); break;
        default: own.changes.push_back(int(id)); break;
        }
    }
    return own;
}

} // namespace kessai
