// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/officewriter.h"

#include "core/base/canonical.h"
#include "core/store/budgetqueries.h"
#include "core/store/notaryholidays.h"
#include "core/store/query.h"

#include <QUuid>

namespace kessai {

namespace {

constexpr QLatin1String kForm("form");
constexpr QLatin1String kOfficeFrom("valid_from");
constexpr QLatin1String kAddedIn("added_in");
constexpr QLatin1String kOfficePost("post_id");
constexpr QLatin1String kOfficeStaff("staff_id");

template <class T>
Query &bindDates(Query &insert, const Dated<T> &row)
{
    return insert.bind(kOfficeFrom, row.from)
        .bind(QLatin1String("valid_until"), row.until)
        .bind(kAddedIn, row.addedIn)
        .bind(QLatin1String("removed_in"), row.removedIn > 0 ? std::optional(row.removedIn) : std::nullopt);
}

/// Inserts a row for each value; `bind` fills it in.
template <class Values, class Bind>
Result<> insertEach(Database &database, const char *query, const Values &values, Bind bind)
{
    Query insert(database, QLatin1String(query));
    for (const auto &value : values) {
        bind(insert, value);
        if (const Result<> inserted = insert.exec(); !inserted)
            return inserted;
    }
    return {};
}

/// Writes one kind of row after the other and stops at the first error.
class OfficeWriter final {
public:
    OfficeWriter(Database &database, const OfficeFounding &founding, Instant now)
        : m_database(database), m_founding(founding), m_now(now)
    {
    }

    Result<> run()
    {
        return inTurn({&OfficeWriter::info, &OfficeWriter::revisions, &OfficeWriter::sections, &OfficeWriter::posts,
                       &OfficeWriter::staff, &OfficeWriter::appointments, &OfficeWriter::deputyships,
                       &OfficeWriter::absences, &OfficeWriter::standIns, &OfficeWriter::successions,
                       &OfficeWriter::workTerms, &OfficeWriter::roles, &OfficeWriter::forms, &OfficeWriter::tables,
                       &OfficeWriter::faults, &OfficeWriter::parameters, &OfficeWriter::holidays, &OfficeWriter::budget,
                       &OfficeWriter::rights});
    }

    /// What a reorganisation may change.
    Result<> organisation()
    {
        return inTurn({&OfficeWriter::sections, &OfficeWriter::posts, &OfficeWriter::staff, &OfficeWriter::appointments,
                       &OfficeWriter::successions, &OfficeWriter::roles});
    }

private:
    using Part = Result<> (OfficeWriter::*)();
    Result<> inTurn(std::initializer_list<Part> parts)
    {
        for (const Part part : parts) {
            if (const Result<> written = (this->*part)(); !written)
                return written;
        }
        return {};
    }

    template <class Values, class Bind>
    Result<> each(const char *query, const Values &values, Bind bind)
    {
        return insertEach(m_database, query, values, bind);
    }

    Result<> info()
    {
        auto all = m_founding.configuration.info;
        all.insert(QStringLiteral("name"), m_founding.configuration.officeName);
        // By it computers tell what they keep of this office from what they keep of another one of the same name.
        all.insert(QStringLiteral("database_id"), QUuid::createUuid().toString(QUuid::WithoutBraces));
        return each("officeInsertInfo", all.keys(), [&all](Query &insert, const QString &key) {
            insert.bind(QLatin1String("key"), key).bind(QLatin1String("value"), all.value(key));
        });
    }

    Result<> revisions()
    {
        std::vector<int> numbers;
        for (int no = 1; no <= m_founding.configuration.office.revision; ++no)
            numbers.push_back(no);
        return each("officeInsertRevision", numbers, [this](Query &insert, int no) {
            insert.bind(QLatin1String("revision"), no)
                .bind(QLatin1String("made_at"), m_now)
                .bind(QLatin1String("made_by"), m_founding.madeBy)
                .bind(QLatin1String("reason"), m_founding.reason);
        });
    }

    Result<> sections()
    {
        return each("officeInsertSection", m_founding.configuration.office.sections,
                    [](Query &insert, const auto &row) {
                        bindDates(insert, row)
                            .bind(QLatin1String("section_id"), row.value.id)
                            .bind(QLatin1String("parent_id"), row.value.parent)
                            .bind(QLatin1String("level"), int(row.value.level))
                            .bind(QLatin1String("code"), row.value.code)
                            .bind(QLatin1String("name"), row.value.name)
                            .bind(QLatin1String("busy"), row.value.busy);
                    });
    }

    Result<> posts()
    {
        return each("officeInsertPost", m_founding.configuration.office.posts, [](Query &insert, const auto &row) {
            bindDates(insert, row)
                .bind(kOfficePost, row.value.id)
                .bind(QLatin1String("section_id"), row.value.section)
                .bind(QLatin1String("code"), row.value.code)
                .bind(QLatin1String("title"), row.value.title)
                .bind(QLatin1String("rank"), row.value.rank)
                .bind(QLatin1String("head"), row.value.head);
        });
    }

    Result<> staff()
    {
        return each("officeInsertStaff", m_founding.configuration.office.staff, [](Query &insert, const auto &row) {
            bindDates(insert, row)
                .bind(kOfficeStaff, row.value.id)
                .bind(QLatin1String("login"), row.value.login)
                .bind(QLatin1String("number"), row.value.number)
                .bind(QLatin1String("family_name"), row.value.familyName)
                .bind(QLatin1String("given_name"), row.value.givenName)
                .bind(QLatin1String("kana"), row.value.kana);
        });
    }

    Result<> appointments()
    {
        return each("officeInsertAppointment", m_founding.configuration.office.appointments,
                    [](Query &insert, const auto &row) {
                        bindDates(insert, row)
                            .bind(kOfficeStaff, row.value.staff)
                            .bind(kOfficePost, row.value.post)
                            .bind(QLatin1String("holding"), int(row.value.holding));
                    });
    }

    Result<> deputyships()
    {
        return each("officeInsertDeputyship", m_founding.configuration.office.deputyships,
                    [](Query &insert, const auto &row) { bindDeputyship(bindDates(insert, row), row.value); });
    }

    Result<> absences()
    {
        return each("officeInsertAbsence", m_founding.configuration.office.absences,
                    [this](Query &insert, const auto &row) {
                        insert.bind(kOfficeStaff, row.value.staff)
                            .bind(QLatin1String("kind"), int(row.value.kind))
                            .bind(QLatin1String("pass_over"), row.value.passOver)
                            .bind(kOfficeFrom, row.from)
                            .bind(QLatin1String("valid_until"), row.until.isValid() ? row.until : QDate(9999, 12, 31))
                            .bind(QLatin1String("made_at"), m_now);
                    });
    }

    Result<> standIns()
    {
        return each("officeInsertStandIn", m_founding.configuration.office.standIns,
                    [](Query &insert, const auto &row) {
                        bindDates(insert, row)
                            .bind(QLatin1String("decider_id"), row.value.decider)
                            .bind(QLatin1String("place"), row.value.order)
                            .bind(kOfficePost, row.value.post)
                            .bind(QLatin1String("level"), int(row.value.level));
                    });
    }

    Result<> successions()
    {
        return each("officeInsertSuccession", m_founding.configuration.office.successions,
                    [](Query &insert, const auto &row) {
                        bindDates(insert, row)
                            .bind(kOfficePost, row.value.post)
                            .bind(QLatin1String("successor_id"), row.value.successor);
                    });
    }

    Result<> workTerms()
    {
        return each("officeInsertWorkTerms", m_founding.configuration.office.workTerms,
                    [](Query &insert, const auto &row) {
                        bindDates(insert, row)
                            .bind(kOfficeStaff, row.value.staff)
                            .bind(QLatin1String("employment"), int(row.value.employment))
                            .bind(QLatin1String("hired"), row.value.hired)
                            .bind(QLatin1String("week_days"), row.value.weekDays)
                            .bind(QLatin1String("day_minutes"), row.value.dayMinutes)
                            .bind(QLatin1String("managerial"), row.value.managerial)
                            .bind(QLatin1String("public_corp"), row.value.publicCorp);
                    });
    }

    Result<> roles()
    {
        return each("officeInsertRole", m_founding.configuration.office.roles, [](Query &insert, const auto &row) {
            bindDates(insert, row).bind(QLatin1String("role"), row.value.role).bind(kOfficePost, row.value.post);
        });
    }

    Result<> forms() { return writeForms(m_database, m_founding.configuration.forms, m_founding.configuration.rules); }

    Result<> tables() { return writeTables(m_database, m_founding.configuration.tables); }

    Result<> faults() { return writeFaults(m_database, m_founding.configuration.faultLists); }

    Result<> parameters() { return writeParameters(m_database, m_founding.configuration.parameters.rows()); }

    Result<> holidays()
    {
        return each("officeInsertHoliday", m_founding.configuration.parameters.holidays().rows(), bindHoliday);
    }

    Result<> budget()
    {
        const Result<> lines =
            each("officeInsertBudgetLine", m_founding.configuration.parameters.budget().rows(), bindBudgetLine);
        return lines ? each("officeInsertBudgetEntry", m_founding.budget, bindBudgetEntry) : lines;
    }

    Result<> rights()
    {
        return each("officeInsertRight", m_founding.rights, [](Query &insert, const SpecialRight &right) {
            insert.bind(kOfficeStaff, right.staff)
                .bind(QLatin1String("right_name"), toCode(right.kind))
                .bind(kOfficeFrom, right.from)
                .bind(QLatin1String("valid_until"), right.until);
        });
    }

    Database &m_database;
    const OfficeFounding &m_founding;
    Instant m_now;
};

} // namespace

void bindDeputyship(Query &insert, const Deputyship &deputyship)
{
    const QString forms = deputyship.forms.join(QLatin1Char(','));
    insert.bind(QLatin1String("principal_id"), deputyship.principal)
        .bind(QLatin1String("deputy_id"), deputyship.deputy)
        .bind(QLatin1String("when_absent"), deputyship.whenAbsent)
        .bind(QLatin1String("forms"), forms.isEmpty() ? forms : QLatin1Char(',') + forms + QLatin1Char(','))
        .bind(QLatin1String("up_to"), deputyship.upTo);
}

Result<> writeForms(Database &database, const std::vector<FormDefinition> &forms, const std::vector<RouteRule> &rules,
                    int formsAddedIn)
{
    const Result<> written =
        insertEach(database, "officeInsertForm", forms, [formsAddedIn](Query &insert, const FormDefinition &form) {
            insert.bind(kForm, form.code)
                .bind(QLatin1String("revision"), form.revision)
                .bind(kOfficeFrom, form.from)
                .bindAscii(QLatin1String("definition"), canonicalJson(form.toJson()))
                .bind(kAddedIn, formsAddedIn);
        });
    if (!written)
        return written;
    return insertEach(database, "officeInsertRule", rules, [](Query &insert, const RouteRule &rule) {
        insert.bind(kForm, rule.form)
            .bind(QLatin1String("revision"), rule.revision)
            .bind(kOfficeFrom, rule.from)
            .bindAscii(QLatin1String("rule"), canonicalJson(rule.toJson()))
            .bind(kAddedIn, rule.addedIn);
    });
}

Result<> writeTables(Database &database, const std::vector<DecisionTable> &tables)
{
    return insertEach(database, "officeInsertTable", tables, [](Query &insert, const DecisionTable &table) {
        insert.bind(QLatin1String("code"), table.code)
            .bind(QLatin1String("revision"), table.revision)
            .bind(kOfficeFrom, table.from)
            .bindAscii(QLatin1String("body"), canonicalJson(table.toJson()))
            .bind(kAddedIn, table.addedIn);
    });
}

Result<> writeFaults(Database &database, const std::vector<FaultList> &lists)
{
    return insertEach(database, "officeInsertFaults", lists, [](Query &insert, const FaultList &list) {
        insert.bind(QLatin1String("revision"), list.revision)
            .bind(kOfficeFrom, list.from)
            .bindAscii(QLatin1String("body"), canonicalJson(list.toJson()))
            .bind(kAddedIn, list.addedIn);
    });
}

Result<> writeParameters(Database &database, const std::vector<Parameters::Row> &rows)
{
    return insertEach(database, "officeInsertParameter", rows, [](Query &insert, const Parameters::Row &row) {
        insert.bind(QLatin1String("key"), row.key)
            .bind(kOfficeFrom, row.from)
            .bind(QLatin1String("value"), row.value)
            .bind(QLatin1String("source"), row.source)
            .bind(kAddedIn, row.addedIn);
    });
}

Result<> writeOffice(Database &database, const OfficeFounding &founding, Instant now)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.failure();
    if (const Result<> written = OfficeWriter(database, founding, now).run(); !written)
        return written;
    return transaction->commit();
}

Result<> writeOrganisation(Database &database, const OfficeHistory &rows)
{
    OfficeFounding founding;
    founding.configuration.office = rows;
    return OfficeWriter(database, founding, Instant(0)).organisation();
}

Result<> writeOfficeInfo(Database &database, const QString &key, const QString &value)
{
    Query insert(database, QLatin1String("officeInsertInfo"));
    insert.bind(QLatin1String("key"), key).bind(QLatin1String("value"), value);
    return insert.exec();
}

} // namespace kessai
