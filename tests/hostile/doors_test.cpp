// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "core/store/sqltext.h"
#include "tests/hostile/attack.h"
#include "tests/hostile/session.h"
#include "tests/support/postgresserver.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <QFile>
#include <QRegularExpression>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

using ::testing::IsEmpty;

namespace {

using Values = QMap<QString, QString>;

/// The answers to a named query, one after the other for each of several sets of values, each value as SQL writes it. In one statement:
/// to begin one with the policies in force takes longer than to carry it out.
QString askedWith(const char *name, const QList<Values> &asked)
{
    static const QRegularExpression placeholder(QStringLiteral("(?<![:\\w]):(\\w+)"));
    QString sql = *namedSql(Dialect::PostgreSql, QLatin1String(name));
    QStringList names;
    for (auto match = placeholder.match(sql); match.hasMatch(); match = placeholder.match(sql)) {
        names += match.captured(1);
        sql.replace(match.capturedStart(), match.capturedLength(), QStringLiteral("given.v_") + names.last());
    }
    names.removeDuplicates();
    QStringList rows;
    for (const Values &values : asked) {
        QStringList row{QString::number(rows.size())};
        for (const QString &one : names)
            row += values.value(one);
        rows += row.join(QStringLiteral(", "));
    }
    return QStringLiteral(
               "SELECT given.no, answer.* FROM (VALUES (%1)) AS given (no, v_%2) CROSS JOIN LATERAL (%3) AS answer")
        .arg(rows.join(QStringLiteral("), (")), names.join(QStringLiteral(", v_")), sql);
}

/// Somebody's own session, and what they read by named queries of the store.
struct Reading final {
    Reading(const QString &database, const QString &login) : session(database, login, staffPassword())
    {
        EXPECT_TRUE(session.connected()) << qPrintable(session.error());
        me = session.run(QStringLiteral("SELECT coalesce(kessai.my_staff_id(), 0)")).value();
        // By keys, as one set of values would be: policies are dear, and a join over a table asks them for all of it.
        for (const char *setting : {"search_path = kessai", "enable_hashjoin = off", "enable_mergejoin = off",
                                    "enable_seqscan = off", "jit = off"})
            session.run(QStringLiteral("SET ") + QLatin1String(setting));
    }
    Outcome ask(const char *name, QList<Values> asked)
    {
        for (Values &values : asked)
            values[QStringLiteral("me")] = me;
        return session.run(askedWith(name, asked));
    }

    Session session;
    QString me;
};

} // namespace

/// What a new table, function or view must not forget, read from the catalogue; and attempts that leave traces of their own.
class Doors : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(database.ok()) << qPrintable(database.error()); }

    QStringList column(const char *sql)
    {
        const auto rows = PostgresServer::instance().rows(database.name(), QString::fromUtf8(sql));
        EXPECT_TRUE(rows) << (rows ? "" : qPrintable(rows.error().detail));
        QStringList values;
        for (const QStringList &row : rows ? *rows : QList<QStringList>())
            values << row[0];
        return values;
    }
    QStringList everybody()
    {
        return column(
            "SELECT s.login FROM kessai.staff s JOIN pg_roles r ON r.rolname = s.login WHERE r.rolcanlogin ORDER BY 1");
    }
    std::unique_ptr<Session> session(const char *login)
    {
        return std::make_unique<Session>(database.name(), QLatin1String(login), staffPassword());
    }

    SceneDatabase database;
};

TEST_F(Doors, AreTheOnlyFunctionsStaffMayCall)
{
    const QStringList doors = column("SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'kessai'::regnamespace"
                                     " AND has_function_privilege('suzuki', p.oid, 'EXECUTE') ORDER BY 1");

    EXPECT_EQ(
        doors.join(QLatin1Char(' ')),
        QStringLiteral("add_absence add_deputy add_local_day adopt_faults adopt_form adopt_parameters adopt_rule "
                       "adopt_table am_auditor anchor_groups append_event ask_to_speak awaited_evidence begin_upload "
                       "budget_balances budget_cases budget_entries call_all cast_ballot change_meeting "
                       "changes_since_filed close_month "
                       "commitment_standing commitments_in_charge confirm_payments decided_on delete_draft destroy_ink "
                       "discard_payments end_absence end_deputy end_local_day examines_or_decides export_payments "
                       "failed_changes filed_cases find_cases find_in_papers find_payees finish_upload give_the_floor "
                       "health import_budget import_holidays import_payees ink_end ink_since inspections_of "
                       "invoice_twins is_beside is_limited_to ledger_entries ledger_sum list_late list_mine "
                       "list_readable list_returned list_tray load_case make_payment_batch mark_proof may_read "
                       "may_read_confidential meeting_acts meeting_live meeting_pages my_actions my_limited_parties "
                       "my_line_stand_ins my_meetings my_own_parties my_parties my_sight my_staff_id my_stand_ins "
                       "my_stand_ins_beside office_acts open_paper open_paper open_route owed "
                       "paid_in_charge papers_opened "
                       "payee_revisions payees payment_acts payment_batches payment_lines payment_states payments_due "
                       "payments_now prepared_changes pulse put_chunk put_ink reach_day reads_by_payment reads_paper "
                       "record_receipt register_payee reopen_month reorganise reroute return_payments save_draft "
                       "section_absences set_presenter set_stand_ins set_successor set_transfer_source show_place "
                       "stranded take_anchor take_back_reorganisation today transfer_source unpaid voucher_facts "
                       "vouchers_near waiting_counts withheld_tax work_book work_postings work_sums"));
}

/// Opening a case asks once who may read it; the policies ask for every row, and everybody gets the same by both.
TEST_F(Doors, OpenOfACaseWhatThePoliciesShow)
{
    const QStringList cases = column("SELECT case_id FROM kessai.case_file ORDER BY 1");
    ASSERT_GT(cases.size(), 10);
    qsizetype opened = 0;
    qsizetype closed = 0;
    for (const QString &login : everybody()) {
        Reading reading(database.name(), login);
        QList<Values> each;
        for (const QString &id : cases)
            each += {{QStringLiteral("id"), id}};
        const Outcome policies = reading.ask("loadCase", each);
        const Outcome door = reading.ask("remoteLoadCase", each);
        ASSERT_TRUE(policies.ok && door.ok) << qPrintable(policies.message + door.message);
        EXPECT_EQ(door.rows, policies.rows) << qPrintable(login);
        QSet<QString> open;
        for (const QStringList &row : door.rows)
            open.insert(row[0]);
        opened += open.size();
        closed += cases.size() - open.size();
    }
    EXPECT_GT(opened, 50);
    EXPECT_GT(closed, opened);
}

/// So do lists, whatever they are narrowed to and however they are ordered.
TEST_F(Doors, ListWhatThePoliciesShow)
{
    const QString last = QStringLiteral("9223372036854775807");
    const auto page = [&](int low, int high, const char *forms, const char *words, bool late) {
        const QString pattern = literal(QLatin1Char('%') + QString::fromUtf8(words) + QLatin1Char('%'));
        const QString since = late ? QStringLiteral("7999999999999999") : QStringLiteral("0");
        Values values{{QStringLiteral("low"), QString::number(low)},
                      {QStringLiteral("high"), QString::number(high)},
                      {QStringLiteral("sort"), last},
                      {QStringLiteral("id"), last},
                      {QStringLiteral("limit"), QStringLiteral("1000")},
                      {QStringLiteral("late_first"), late ? QStringLiteral("1") : QStringLiteral("0")},
                      {QStringLiteral("forms"), literal(QLatin1String(forms))},
                      {QStringLiteral("words"), literal(QString::fromUtf8(words))},
                      {QStringLiteral("searching"), *words ? QStringLiteral("1") : QStringLiteral("0")}};
        for (const char *word : {"word1", "word2", "word3", "word4"})
            values[QLatin1String(word)] = pattern;
        for (const char *kind : {"review", "consult", "examine", "decide", "circulate", "returned"})
            values[QLatin1String("late_") + QLatin1String(kind)] = since;
        return values;
    };
    const auto pages = [&](int low, int high) {
        return QList<Values>{page(low, high, "", "", false), page(low, high, "", "", true),
                             page(low, high, ",draft,", "佐藤", true)};
    };
    QMap<QString, qsizetype> found;
    for (const QString &login : everybody()) {
        Reading reading(database.name(), login);
        const bool everything =
            reading.session.run(QStringLiteral("SELECT kessai.am_auditor()")).value() == QLatin1String("true");
        const char *readable = everything ? "listEverything" : "listReadable";
        const QList<Values> read{page(1, 6, "", "", false), page(4, 4, ",draft,", "", false)};
        const std::tuple<const char *, const char *, QList<Values>> lists[] = {
            {"listTray", "remoteListTray", pages(1, 6)},
            {"listMine", "remoteListMine", pages(0, 0) + pages(1, 6)},
            {"listReturned", "remoteListReturned", pages(2, 3)},
            {"listLate", "remoteListLate", pages(1, 1)},
            {readable, "remoteListReadable", read},
            {"searchReadable", "remoteListReadable", {page(1, 6, "", "佐藤", false)}}};
        for (const auto &[byPolicies, byDoor, asked] : lists) {
            const Outcome policies = reading.ask(byPolicies, asked);
            Outcome door = reading.ask(byDoor, asked);
            ASSERT_TRUE(policies.ok && door.ok) << byDoor << qPrintable(policies.message + door.message);
            for (QStringList &row : door.rows) // without what a list does not say
                row = row.mid(0, policies.rows.value(0).size());
            EXPECT_EQ(door.rows, policies.rows) << qPrintable(login) << " reads " << byPolicies;
            found[QLatin1String(byPolicies)] += door.rows.size();
        }
    }
    EXPECT_EQ(found.size(), 7);
    for (auto list = found.cbegin(); list != found.cend(); ++list)
        EXPECT_GT(list.value(), 2) << qPrintable(list.key());
}

TEST_F(Doors, TellWhoDecidesOnlyWhatTheDecisionRestsOn)
{
    // What is seen, what is asked.
    const QStringList told = column(R"(SELECT seen || ' ' || asked FROM (VALUES
        ('leave.annual.minutes', 'leave.annual.carried.half_days'), ('leave.annual.minutes', 'absence.minutes'),
        ('leave.sick.days', 'duty.removed.minutes'), ('leave.sick.days', 'leave.sick.days'),
        ('leave.special.SP06.minutes', 'leave.special.SP06.minutes'), ('leave.partial.minutes', 'leave.special.SP09.minutes'),
        ('leave.care_time.minutes', 'leave.care.case1.days'), ('leave.partial.minutes', 'leave.care_time.minutes'),
        ('leave.care_time.minutes', 'leave.partial.first.minutes'), ('leave.special.SP14.minutes', 'leave.special.SP14.days'),
        ('overtime.order.minutes', 'overtime.holiday.minutes'),
        ('overtime.compensated.minutes', 'leave.annual.minutes'), ('duty.added.minutes', 'overtime.holiday.order.minutes'),
        ('leave.annual.minutes', 'overtime.compensated.minutes')) x (seen, asked)
        WHERE NOT kessai.ledger_concerns(seen, asked))");
    const QStringList kept = column(R"(SELECT seen || ' ' || asked FROM (VALUES
        ('leave.annual.minutes', 'leave.sick.days'), ('leave.annual.minutes', 'leave.special.SP09.minutes'),
        ('leave.special.SP05.minutes', 'leave.special.SP06.minutes'), ('leave.special.SP06.minutes', 'leave.annual.minutes'),
        ('leave.care.minutes', 'leave.sick.days'), ('leave.care_time.minutes', 'leave.partial.second.minutes'),
        ('leave.annual.minutes', 'overtime.minutes'),
        ('overtime.minutes', 'leave.annual.minutes'), ('duty.added.minutes', 'leave.annual.minutes'),
        ('overtime.compensated.minutes', 'leave.sick.days'), ('absence.minutes', 'leave.annual.minutes')) x (seen, asked)
        WHERE kessai.ledger_concerns(seen, asked))");

    EXPECT_THAT(told, IsEmpty());
    EXPECT_THAT(kept, IsEmpty());
}

TEST_F(Doors, LookForThingsInFixedPlaces)
{
    EXPECT_THAT(column("SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'kessai'::regnamespace"
                       " AND NOT coalesce(proconfig @> ARRAY['search_path=pg_catalog, kessai, pg_temp'], false)"),
                IsEmpty());
    EXPECT_THAT(column("SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace <> 'kessai'::regnamespace"),
                IsEmpty());
}

TEST_F(Doors, AreOwnedByNobodyWhoSignsIn)
{
    EXPECT_THAT(column("SELECT DISTINCT r.rolname FROM pg_roles r JOIN pg_proc p ON p.proowner = r.oid"
                       " WHERE p.pronamespace = 'kessai'::regnamespace AND (r.rolcanlogin OR r.rolsuper)"),
                IsEmpty());
    EXPECT_THAT(column("SELECT DISTINCT r.rolname FROM pg_roles r JOIN pg_class c ON c.relowner = r.oid"
                       " WHERE c.relnamespace = 'kessai'::regnamespace AND (r.rolcanlogin OR r.rolsuper)"),
                IsEmpty());
}

TEST_F(Doors, LeaveStaffNothingToWrite)
{
    EXPECT_THAT(column("SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'kessai'::regnamespace AND c.relkind "
                       "IN ('r', 'v', 'p')"
                       " AND (has_any_column_privilege('suzuki', c.oid, 'INSERT, UPDATE, REFERENCES')"
                       "      OR has_table_privilege('suzuki', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER'))"),
                IsEmpty());
    EXPECT_THAT(column("SELECT c.relname FROM pg_class c WHERE CASE WHEN c.relkind = 'S' AND c.relnamespace = "
                       "'kessai'::regnamespace"
                       " THEN has_sequence_privilege('suzuki', c.oid, 'USAGE, SELECT, UPDATE') ELSE false END"),
                IsEmpty());
}

TEST_F(Doors, LeaveNothingToEverybody)
{
    EXPECT_THAT(column("SELECT relname FROM pg_class, aclexplode(relacl) a WHERE a.grantee = 0 AND relnamespace = "
                       "'kessai'::regnamespace"),
                IsEmpty());
    EXPECT_THAT(column("SELECT proname FROM pg_proc WHERE pronamespace = 'kessai'::regnamespace"
                       " AND (proacl IS NULL OR EXISTS (SELECT FROM aclexplode(proacl) a WHERE a.grantee = 0))"),
                IsEmpty());
    EXPECT_THAT(column("SELECT nspname FROM pg_namespace, aclexplode(nspacl) a WHERE a.grantee = 0 AND nspname IN "
                       "('kessai', 'public')"),
                IsEmpty());
    EXPECT_THAT(column("SELECT privilege_type FROM pg_database, aclexplode(datacl) a WHERE a.grantee = 0 AND datname = "
                       "current_database()"),
                IsEmpty());
    EXPECT_THAT(column("SELECT p FROM unnest(ARRAY['CREATE', 'TEMPORARY']) p WHERE has_database_privilege('suzuki', "
                       "current_database(), p)"),
                IsEmpty());
}

TEST_F(Doors, WatchEveryTableStaffMayRead)
{
    EXPECT_EQ(column("SELECT relname FROM pg_class WHERE relnamespace = 'kessai'::regnamespace AND relkind = 'r' AND "
                     "NOT relrowsecurity"),
              QStringList{QStringLiteral("schema_version")});
    EXPECT_THAT(
        column("SELECT relname FROM pg_class WHERE relnamespace = 'kessai'::regnamespace AND relkind IN ('v', 'm')"
               " AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)"),
        IsEmpty());
}

TEST_F(Doors, TakeNoSamplesOfWhatIsConfidential)
{
    EXPECT_THAT(column("SELECT attname FROM pg_attribute WHERE attrelid = 'kessai.content_confidential'::regclass"
                       " AND attname IN ('salt', 'fields') AND attstattarget <> 0"),
                IsEmpty());
}

TEST_F(Doors, LetThoseReadWhatIsConfidentialWhoDecide)
{
    const QString id = QString::number(SceneDatabase::cases().confided.value());
    for (const char *login : {"tanaka", "suzuki", "kato"}) {
        const auto reader = session(login);
        EXPECT_TRUE(reader->run(QStringLiteral("SELECT fields FROM kessai.content_confidential WHERE case_id = ") + id)
                        .value()
                        .contains(QStringLiteral("離婚調停")))
            << login;
        EXPECT_EQ(
            reader
                ->run(QStringLiteral("SELECT count(k.data) FROM kessai.attachment t JOIN kessai.blob_chunk k USING "
                                     "(blob_id) WHERE t.case_id = ")
                      + id)
                .value(),
            QStringLiteral("1"))
            << login;
    }
}

TEST_F(Doors, AreHardenedAsTheInstructionsSay)
{
    const auto blockOf = [](const char *path) {
        QFile file{QLatin1String(path)};
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path;
        static const QRegularExpression block(
            QStringLiteral(
                "  FOR thing IN\\n    SELECT p\\.oid::regprocedure AS name.*?END LOOP;\\n  FOR .*?END LOOP;\\n"),
            QRegularExpression::DotMatchesEverythingOption);
        return block.match(QString::fromUtf8(file.readAll())).captured();
    };

    const QString shipped = blockOf(KESSAI_SOURCE_DIR "/core/store/sql/migrations/0002_notary.postgresql.sql");
    const QString instructed = blockOf(KESSAI_SOURCE_DIR "/packaging/postgresql/harden.sql");

    EXPECT_FALSE(shipped.isEmpty());
    EXPECT_EQ(shipped, instructed);
}

TEST_F(Doors, StayClosedToWhoIsNotOfTheOffice)
{
    const auto visitor = session("visitor");

    EXPECT_FALSE(visitor->connected());
    EXPECT_TRUE(visitor->error().contains(QLatin1String("permission denied for database")))
        << qPrintable(visitor->error());
}

TEST_F(Doors, AskForThePassword)
{
    const Session guess(database.name(), QStringLiteral("suzuki"), QStringLiteral("1234"));

    EXPECT_FALSE(guess.connected());
    EXPECT_TRUE(guess.error().contains(QLatin1String("password authentication failed"))) << qPrintable(guess.error());
}

TEST_F(Doors, LetOnePersonHoldOnlyAFewConnections)
{
    std::vector<std::unique_ptr<Session>> sessions;
    for (int i = 0; i < kConnectionsEach; ++i) {
        sessions.push_back(session("suzuki"));
        EXPECT_TRUE(sessions.back()->connected());
    }

    const auto more = session("suzuki");

    EXPECT_FALSE(more->connected());
    EXPECT_TRUE(more->error().contains(QLatin1String("too many connections for role"))) << qPrintable(more->error());
}

TEST_F(Doors, DoNotTellWhetherAFileIsThere)
{
    const QByteArray certificate("a certificate only the line may read");
    const QString known = QString::fromLatin1(sha256Hex(certificate));
    const auto begin = QStringLiteral("SELECT kessai.begin_upload('%1', %2, '%1') IS NULL");
    const auto fuji = session("fuji");

    const Outcome here = fuji->run(begin.arg(known).arg(certificate.size()));
    const Outcome nowhere = fuji->run(begin.arg(QString(64, QLatin1Char('0'))).arg(5));

    EXPECT_EQ(here.value(), QStringLiteral("false"));
    EXPECT_EQ(nowhere.value(), QStringLiteral("false"));
    // Whoever may read it need not bring it again.
    EXPECT_EQ(session("suzuki")->run(begin.arg(known).arg(certificate.size())).value(), QStringLiteral("true"));
}

TEST_F(Doors, ThrowAwayAFileThatIsNotWhatItClaimedToBe)
{
    const auto sato = session("sato");
    const QString upload = QString::number(SceneDatabase::cases().upload);

    const Outcome finished = sato->run(QStringLiteral("SELECT kessai.finish_upload(%1)").arg(upload));

    EXPECT_EQ(finished.value(), QStringLiteral("false"));
    EXPECT_EQ(sato->run(QStringLiteral("SELECT kessai.finish_upload(%1)").arg(upload)).message,
              QStringLiteral("NotFound"));
}

/// Only numbers are held to digits alone; texts may say what they like, whatever quotes are in them.
TEST_F(Doors, TakeAContentWhoseTextsSpeakOfNumbers)
{
    const auto fuji = session("fuji");
    const QString save =
        QStringLiteral("SELECT kessai.save_draft(NULL, 1, 'draft', 1, 'x', NULL, 0, %1, '', '[]') > 0");

    for (const char *fields : {R"({"a1e3":"\"1e3 0.5\\","b":-7,"c":[true,false,null,10]})",
                               R"({"a":"2.5","b":{"1.5":"1E3"}})", R"({"a":"3\u0022","b":"4.5"})"}) {
        const Outcome saved = fuji->run(save.arg(literal(QString::fromUtf8(fields))));
        EXPECT_TRUE(saved.ok) << fields << qPrintable(saved.message);
    }
}

TEST_F(Doors, KeepOnePersonFromFillingTheDisk)
{
    const auto fuji = session("fuji");
    const Outcome drafts = fuji->run(QStringLiteral("SELECT count(kessai.save_draft(NULL, 1, 'draft', 1, 'x', NULL, 0, "
                                                    "'{}', '', '[]')) FROM generate_series(1, 1001)"));
    const Outcome uploads = fuji->run(QStringLiteral("SELECT count(kessai.begin_upload(encode(sha256(g::text::bytea), "
                                                     "'hex'), 1, repeat('0', 64))) FROM generate_series(1, 101) g"));
    const Outcome bytes = fuji->run(QStringLiteral("SELECT count(kessai.begin_upload(encode(sha256(g::text::bytea), "
                                                   "'hex'), 104857600, rtrim(repeat(repeat('0', 64) || ' ', 400))))"
                                                   " FROM generate_series(1, 12) g"));

    EXPECT_EQ(drafts.message, QStringLiteral("TooLarge"));
    EXPECT_EQ(uploads.message, QStringLiteral("Busy"));
    EXPECT_EQ(bytes.message, QStringLiteral("Busy"));
    EXPECT_EQ(column("SELECT count(*) FROM kessai.case_file WHERE drafter_id = 15"), QStringList{QStringLiteral("0")});
}

TEST_F(Doors, CloseAtOnceForWhoLeaves)
{
    // Given somebody who is signed in
    const auto suzuki = session("suzuki");
    EXPECT_NE(suzuki->run(QStringLiteral("SELECT count(*) FROM kessai.case_file")).value(), QStringLiteral("0"));
    auto owner = Database::open(superuserUrl(database.name()));
    ASSERT_TRUE(owner);

    // When their login is taken away
    ASSERT_TRUE(provisionLogins(**owner, {{QStringLiteral("suzuki"), std::nullopt, false}}));

    // Then the open session sees nothing more, and there is no other
    EXPECT_EQ(suzuki->run(QStringLiteral("SELECT count(*) FROM kessai.case_file")).state, QStringLiteral("42501"));
    EXPECT_FALSE(session("suzuki")->connected());
    ASSERT_TRUE(provisionLogins(**owner, {{QStringLiteral("suzuki"), staffPassword()}}));
    EXPECT_TRUE(session("suzuki")->connected());
}

TEST_F(Doors, CloseAtOnceForADeputyWhoseTimeIsOver)
{
    Play play(database.name());
    const CaseId id = SceneDatabase::cases().deciding;
    const auto request = play.proposal(QStringLiteral("tsugawa"), id, Approve{});
    ASSERT_TRUE(request);

    ASSERT_TRUE(PostgresServer::instance().run(
        database.name(), QStringLiteral("UPDATE kessai.deputyship SET valid_until = '2020-12-31'")));

    const auto event = play.at(QStringLiteral("tsugawa"))->cases().append(*request);
    ASSERT_FALSE(event);
    EXPECT_EQ(event.error().code, ErrorCode::NotFound);
}

} // namespace kessai::test
