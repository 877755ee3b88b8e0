// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// A statement in which %1 stands for the group that owns the office, %2 for that of the staff.
auto withGroups(const char *sql)
{
    return [=](Stage &stage) {
        const QString staff = stage.ask(QStringLiteral("SELECT kessai.staff_group()"));
        const QString owner =
            stage.ask(QStringLiteral("SELECT nspowner::regrole FROM pg_namespace WHERE nspname = 'kessai'"));
        QString text = QString::fromUtf8(sql);
        return text.replace(QLatin1String("%1"), owner).replace(QLatin1String("%2"), staff);
    };
}

/// A call of a helper inside the notary, which nobody but the notary may make.
Attack inner(const char *name, const char *call)
{
    return {name, "suzuki", plain(call), denied()};
}

} // namespace

std::vector<Attack> rightAttacks()
{
    return {
        {"become the owner", "suzuki", withGroups("SET ROLE %1"), denied()},
        {"become the superuser", "suzuki", plain("SET ROLE postgres"), denied()},
        {"become a colleague", "suzuki", plain("SET ROLE kato"), denied()},
        {"sign in as a colleague within the session", "suzuki", plain("SET SESSION AUTHORIZATION kato"), denied()},
        {"take the owner's rights", "suzuki", withGroups("GRANT %1 TO suzuki"), denied()},
        {"let a stranger in", "suzuki", withGroups("GRANT %2 TO visitor"), denied()},
        {"give a right away that one has", "suzuki", plain("GRANT SELECT ON kessai.staff TO visitor"), nothing()},
        {"make oneself superuser", "suzuki", plain("ALTER ROLE suzuki SUPERUSER"), denied()},
        {"make oneself a maker of roles", "suzuki", plain("ALTER ROLE suzuki CREATEROLE"), denied()},
        {"pass the policies by attribute", "suzuki", plain("ALTER ROLE suzuki BYPASSRLS"), denied()},
        {"set a colleague's password", "suzuki", plain("ALTER ROLE kato PASSWORD 'mine'"), denied()},
        {"take a role's name", "suzuki", plain("ALTER ROLE visitor RENAME TO mine"), denied()},
        {"make a role", "suzuki", plain("CREATE ROLE mine LOGIN"), denied()},
        {"remove a role", "suzuki", plain("DROP ROLE visitor"), denied()},
        {"make a schema", "suzuki", plain("CREATE SCHEMA mine"), denied()},
        {"make a table among the office's", "suzuki", plain("CREATE TABLE kessai.mine (a integer)"), denied()},
        {"make a table in public", "suzuki", plain("CREATE TABLE public.mine (a integer)"), denied()},
        {"make a temporary table", "suzuki", plain("CREATE TEMP TABLE event (case_id bigint)"), denied()},
        {"make a temporary function", "suzuki",
         plain("CREATE FUNCTION pg_temp.today() RETURNS text LANGUAGE sql AS $$ SELECT '2000-01-01' $$"), denied()},
        {"make a function that the notary might call", "suzuki",
         plain("CREATE FUNCTION public.sha256(text) RETURNS bytea LANGUAGE sql AS $$ SELECT ''::bytea $$"), denied()},
        {"make an operator that the notary might use", "suzuki",
         plain("CREATE OPERATOR public.= (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = int8ne)"), denied()},
        {"make a cast that the notary might use", "suzuki", plain("CREATE CAST (text AS jsonb) WITH INOUT AS IMPLICIT"),
         errorState("42501")},
        {"make a type", "suzuki", plain("CREATE TYPE public.mine AS (a integer)"), denied()},
        {"make a view over the office", "suzuki", plain("CREATE VIEW kessai.mine AS SELECT * FROM kessai.event"),
         denied()},
        {"make a rule on the history", "suzuki",
         plain("CREATE RULE mine AS ON SELECT TO kessai.event DO INSTEAD SELECT 1"), denied()},
        {"put a trigger on the history", "suzuki",
         plain(
             "CREATE TRIGGER mine BEFORE INSERT ON kessai.event EXECUTE FUNCTION suppress_redundant_updates_trigger()"),
         denied()},
        {"put an event trigger on the database", "suzuki",
         plain("CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION suppress_redundant_updates_trigger()"),
         denied()},
        {"add a policy", "suzuki", plain("CREATE POLICY mine ON kessai.case_file USING (true)"), denied()},
        {"drop a policy", "suzuki", plain("DROP POLICY reading ON kessai.case_file"), denied()},
        {"switch row-level security off on a table", "suzuki",
         plain("ALTER TABLE kessai.case_file DISABLE ROW LEVEL SECURITY"), denied()},
        {"own a table", "suzuki", plain("ALTER TABLE kessai.event OWNER TO suzuki"), denied()},
        {"own a function", "suzuki", plain("ALTER FUNCTION kessai.my_staff_id() OWNER TO suzuki"), denied()},
        {"replace who one is", "suzuki",
         plain("CREATE OR REPLACE FUNCTION kessai.my_staff_id() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$"),
         denied()},
        {"change where a function looks", "suzuki",
         plain("ALTER FUNCTION kessai.my_staff_id() SET search_path = public"), denied()},
        {"drop a door", "suzuki", plain("DROP FUNCTION kessai.pulse()"), denied()},
        {"drop the office", "suzuki", plain("DROP SCHEMA kessai CASCADE"), denied()},
        {"drop the database", "suzuki",
         [](Stage &stage) { return QStringLiteral("DROP DATABASE %1").arg(stage.database()); }, denied()},
        {"load an extension", "suzuki", plain("CREATE EXTENSION dblink SCHEMA kessai"), denied()},
        {"load a library", "suzuki", plain("LOAD '/usr/lib/postgresql/15/lib/pgoutput'"), denied()},
        {"make a language's function", "suzuki",
         plain("CREATE FUNCTION kessai.mine() RETURNS integer LANGUAGE c AS '$libdir/pgoutput', 'x'"), denied()},
        {"run a program of one's own on the server", "suzuki", plain("DO $$ BEGIN PERFORM 1; END $$"), denied()},
        {"switch triggers off", "suzuki", plain("SET session_replication_role = replica"), denied()},
        {"change the server's settings", "suzuki", plain("ALTER SYSTEM SET fsync = off"), denied()},
        {"log everybody's statements", "suzuki", plain("SET log_statement = 'all'"), denied()},
        {"change the database's settings", "suzuki",
         [](Stage &stage) {
             return QStringLiteral("ALTER DATABASE %1 SET search_path = public").arg(stage.database());
         },
         denied()},
        {"change a colleague's settings", "suzuki", plain("ALTER ROLE kato SET search_path = public"), denied()},
        {"publish the history", "suzuki", plain("CREATE PUBLICATION mine FOR TABLE kessai.event"), denied()},
        {"subscribe from elsewhere", "suzuki",
         plain("CREATE SUBSCRIPTION mine CONNECTION 'host=x' PUBLICATION x WITH (connect = false)"), denied()},
        {"take over what somebody owns", "suzuki", withGroups("REASSIGN OWNED BY %1 TO suzuki"), denied()},
        {"comment on the office", "suzuki", plain("COMMENT ON TABLE kessai.event IS 'forged'"), denied()},
        {"label the office", "suzuki", plain("SECURITY LABEL ON TABLE kessai.event IS 'x'"), errorState("22023")},
        inner("apply changes without the door", "SELECT kessai.apply_changes(NULL, 'approved', '{}', '[]', 1, NULL)"),
        inner("insert a route without the door", "SELECT kessai.insert_route(1, 9, '[]', 8, '2026-01-01')"),
        inner("begin a round without the door", "SELECT kessai.begin_round(NULL, '{}', 1, true, '2026-01-01')"),
        inner("grant reading without the door", "SELECT kessai.grant_access(NULL, NULL, ARRAY[15]::bigint[], '[]')"),
        inner("insert postings without the door", "SELECT kessai.insert_postings(NULL, '{}', '[]')"),
        inner("lengthen a route without the door", "SELECT kessai.extend_round(NULL, '{}', '2026-01-01')"),
        inner("let the notary say who may stand in",
              "SELECT kessai.check_stand_in(7, NULL, -3, 5, NULL, '2026-01-01')"),
        inner("let the notary say whose case one may see beside its drafter", "SELECT kessai.reads_besides(NULL)"),
        inner("let the notary say who is away", "SELECT kessai.is_absent(3, '2026-01-01')"),
        inner("make absences of a leave without the door", "SELECT kessai.follow_leave(NULL, 1)"),
        inner("attach files without the door", "SELECT kessai.set_attachments(1, 1, 1, '[]')"),
        inner("hand everything to oneself", "CALL kessai.adopt()"),
        inner("open a helper to the staff", "CALL kessai.open_to_staff('kessai.refuse(text, text)')"),
        {"act under a search path of one's own", "suzuki",
         [](Stage &stage) {
             Call call =
                 stage.claim(stage.cases().second, stage.seq(stage.cases().second), {2, 1}, stage.small().manager);
             return QString(QStringLiteral("SET search_path = pg_temp, public, kessai;; ") + call.sql());
         },
         refusedAs("NotYourTurn")},
        {"act with strings read in another way", "suzuki",
         [](Stage &stage) {
             Call call =
                 stage.claim(stage.cases().second, stage.seq(stage.cases().second), {2, 1}, stage.small().manager);
             return QString(QStringLiteral("SET standard_conforming_strings = off;; SET bytea_output = 'escape';; "
                                           "SET IntervalStyle = 'sql_standard';; ")
                            + call.sql());
         },
         refusedAs("NotYourTurn")},
    };
}

std::vector<Attack> loadAttacks()
{
    const auto pidOf = [](const char *function) {
        return [=](Stage &stage) {
            stage.play().at(QStringLiteral("kato"));
            const QString pid =
                stage.ask(QStringLiteral("SELECT pid FROM pg_stat_activity WHERE usename = 'kato' LIMIT 1"));
            return QStringLiteral("SELECT %1(%2)").arg(QLatin1String(function), pid);
        };
    };
    return {
        {"end a colleague's session", "suzuki", pidOf("pg_terminate_backend"), denied()},
        {"cancel a colleague's statement", "suzuki", pidOf("pg_cancel_backend"), denied()},
        {"hold an advisory lock", "suzuki", plain("SELECT pg_advisory_lock(4921061)"), denied()},
        {"hold an advisory lock for a transaction", "suzuki", plain("SELECT pg_advisory_xact_lock(1)"), denied()},
        {"try for an advisory lock", "suzuki", plain("SELECT pg_try_advisory_lock(4921061)"), denied()},
        {"lock the history", "suzuki", plain("BEGIN;; LOCK TABLE kessai.event IN ACCESS EXCLUSIVE MODE"), denied()},
        {"hold a case's row against others", "suzuki", plain("SELECT 1 FROM kessai.case_file FOR UPDATE"), denied()},
        {"hold somebody's absence against its end", "suzuki", plain("SELECT 1 FROM kessai.absence FOR UPDATE"),
         denied()},
        {"hold the list of stand-ins", "suzuki", plain("SELECT 1 FROM kessai.stand_in FOR NO KEY UPDATE"), denied()},
        {"hold the deputyships for sharing", "suzuki", plain("SELECT 1 FROM kessai.deputyship FOR KEY SHARE"),
         denied()},
        {"lock the absences", "suzuki", plain("BEGIN;; LOCK TABLE kessai.absence IN SHARE MODE"), denied()},
        {"sleep on a connection", "suzuki", plain("SELECT pg_sleep(10)"), denied()},
        {"store large objects", "suzuki", plain("SELECT lo_create(0)"), denied()},
        {"store large objects from bytes", "suzuki", plain("SELECT lo_from_bytea(0, 'x')"), denied()},
        {"notify through the function", "suzuki", plain("SELECT pg_notify('x', repeat('x', 7000))"), denied()},
        {"say a megabyte", "kato",
         [](Stage &stage) {
             Call call = stage.honest("kato", stage.cases().second, Comment{QStringLiteral("一言")});
             call.payload.replace("一言", QByteArray(1'100'000, 'x'));
             return call.sql();
         },
         faultOf("TooLarge")},
        {"say something too deep to read", "kato",
         [](Stage &stage) {
             Call call = stage.honest("kato", stage.cases().second, Comment{QStringLiteral("一言")});
             call.payload = QByteArray(200'000, '[');
             return call.sql();
         },
         errorState("54001")},
        {"use more disk for sorting than allowed", "suzuki", plain("SET temp_file_limit = -1"), denied()},
        {"lift one's own limit of connections", "suzuki", plain("ALTER ROLE suzuki CONNECTION LIMIT -1"), denied()},
        {"make room for more connections", "suzuki", plain("SET max_connections = 1000"), errorState("55P02")},
        {"force a checkpoint", "suzuki", plain("CHECKPOINT"), denied()},
        {"switch the log", "suzuki", plain("SELECT pg_switch_wal()"), denied()},
        {"reload the server", "suzuki", plain("SELECT pg_reload_conf()"), denied()},
        {"rebuild an index under everybody", "suzuki", plain("REINDEX TABLE kessai.event"), denied()},
        {"add an index", "suzuki", plain("CREATE INDEX ON kessai.event (payload)"), denied()},
        {"drop an index", "suzuki", plain("DROP INDEX kessai.assignment_tray"), denied()},
        {"cluster a table", "suzuki", plain("CLUSTER kessai.event USING event_pkey"), denied()},
        {"prepare a transaction to leave it there", "suzuki", plain("BEGIN;; PREPARE TRANSACTION 'x'"),
         errorState("55000")},
    };
}

} // namespace kessai::test
