// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// A query about one case of the scene, whose id stands in the text as %1.
auto about(CaseId SceneCases::*which, const char *sql)
{
    return [=](Stage &stage) { return QString::fromUtf8(sql).arg((stage.cases().*which).value()); };
}

std::vector<Attack> outsideOfCases()
{
    using C = SceneCases;
    return {
        {"count all cases", "fuji", plain("SELECT count(*) FROM kessai.case_file"), onlyValue("0")},
        {"count all events", "fuji", plain("SELECT count(*) FROM kessai.event"), onlyValue("0")},
        {"count all contents", "fuji", plain("SELECT count(*) FROM kessai.content"), onlyValue("0")},
        {"count all attachments", "fuji", plain("SELECT count(*) FROM kessai.attachment"), onlyValue("0")},
        {"count all files", "fuji", plain("SELECT count(*) FROM kessai.blob"), onlyValue("0")},
        {"count all chunks", "fuji", plain("SELECT count(*) FROM kessai.blob_chunk"), onlyValue("0")},
        {"count who holds files", "fuji", plain("SELECT count(*) FROM kessai.blob_holder"), onlyValue("0")},
        {"count all steps", "fuji", plain("SELECT count(*) FROM kessai.step"), onlyValue("0")},
        {"count all assignments", "fuji", plain("SELECT count(*) FROM kessai.assignment"), onlyValue("0")},
        {"count who reads what", "fuji", plain("SELECT count(*) FROM kessai.case_access"), onlyValue("0")},
        {"count all postings", "fuji", plain("SELECT count(*) FROM kessai.posting"), onlyValue("0")},
        {"read a leave's reason", "fuji", about(&C::secret, "SELECT fields FROM kessai.content WHERE case_id = %1"),
         nothing()},
        {"read a leave's reason as an administrator", "kaita",
         about(&C::secret, "SELECT fields FROM kessai.content WHERE case_id = %1"), nothing()},
        {"read a colleague's leave in the same section", "sato",
         about(&C::secret, "SELECT title FROM kessai.case_file WHERE case_id = %1"), nothing()},
        {"read the section's leave as the section head's deputy whose time is over", "hosaka",
         about(&C::second, "SELECT title FROM kessai.case_file WHERE case_id = %1"), nothing()},
        {"read as a deputy of tomorrow", "fukui",
         about(&C::fresh, "SELECT title FROM kessai.case_file WHERE case_id = %1"), nothing()},
        {"read as the deputy of a deputy", "zama",
         about(&C::bosses, "SELECT title FROM kessai.case_file WHERE case_id = %1"), nothing()},
        {"read the boss's draft as their deputy", "tsugawa",
         about(&C::bossDraft, "SELECT title FROM kessai.case_file WHERE case_id = %1"), nothing()},
        {"read for a post one held until yesterday", "mukashi", plain("SELECT count(*) FROM kessai.case_file"),
         onlyValue("0")},
        {"read for a post one will hold tomorrow", "tsugi", plain("SELECT count(*) FROM kessai.case_file"),
         onlyValue("0")},
        {"read the staff list after leaving", "taishoku", plain("SELECT count(*) FROM kessai.staff"), onlyValue("0")},
        {"read the staff list with a login that is nobody's", "stranger", plain("SELECT count(*) FROM kessai.staff"),
         onlyValue("0")},
        {"read the decision tables with a login that is nobody's", "stranger",
         plain("SELECT count(*) FROM kessai.decision_table"), onlyValue("0")},
        {"read the rules with a login that is nobody's", "stranger", plain("SELECT count(*) FROM kessai.rule_revision"),
         onlyValue("0")},
        {"read a draft one will have to approve", "kato",
         about(&C::draft, "SELECT title FROM kessai.case_file WHERE case_id = %1"), nothing()},
        {"read a draft's content", "kato", about(&C::draft, "SELECT fields FROM kessai.content WHERE case_id = %1"),
         nothing()},
        {"read the file of a draft", "kato",
         plain("SELECT data FROM kessai.blob_chunk WHERE data = 'an estimate of the drafter alone'"), nothing()},
        {"read a correction before it is submitted", "kato",
         about(&C::returned, "SELECT fields FROM kessai.content WHERE case_id = %1 AND revision = 2"), nothing()},
        {"find a correction's new title", "kato",
         plain("SELECT count(*) FROM kessai.case_file WHERE title LIKE '%訂正%' OR search_text LIKE '%訂正%'"),
         onlyValue("0")},
        {"read drafts as an auditor", "shindo", plain("SELECT count(*) FROM kessai.case_file WHERE seq = 0"),
         onlyValue("0")},
        {"read corrections in the making as an auditor", "shindo",
         plain("SELECT count(*) FROM kessai.content WHERE sealed = 0"), onlyValue("0")},
        {"read postings on a colleague's account", "seki",
         plain("SELECT * FROM kessai.posting WHERE account = 'staff:10'"), nothing()},
        {"sum up a stranger's leave", "fuji",
         plain("SELECT * FROM kessai.ledger_sum('leave.annual.minutes', 'staff:10', '2000-01-01', '2100-01-01', 0)"),
         faultOf("AccessDenied")},
        {"sum up everybody's leave", "suzuki",
         plain("SELECT * FROM kessai.ledger_sum('leave.annual.minutes', 'staff:%', '2000-01-01', '2100-01-01', 0)"),
         faultOf("AccessDenied")},
        {"sum up as an administrator", "kaita",
         plain("SELECT * FROM kessai.ledger_sum('leave.annual.minutes', 'staff:10', '2000-01-01', '2100-01-01', 0)"),
         faultOf("AccessDenied")},
        {"sum up a special leave having seen another kind", "suzuki",
         plain("SELECT * FROM kessai.ledger_sum('leave.special.SP06.minutes', 'staff:10', '2000-01-01', '2100-01-01', "
               "0)"),
         faultOf("AccessDenied")},
        {"sum up a special leave that nobody has had, having seen another kind", "kato",
         plain("SELECT * FROM kessai.ledger_sum('leave.special.SP07.minutes', 'staff:10', '2000-01-01', '2100-01-01', "
               "0)"),
         faultOf("AccessDenied")},
        {"sum up a special leave under a name with a dot more", "suzuki",
         plain("SELECT * FROM kessai.ledger_sum('leave.special.SP06.minutes.', 'staff:10', '2000-01-01', "
               "'2100-01-01', 0)"),
         faultOf("AccessDenied")},
        {"sum up overtime having seen a leave", "suzuki",
         plain("SELECT * FROM kessai.ledger_sum('overtime.minutes', 'staff:10', '2000-01-01', '2100-01-01', 0)"),
         faultOf("AccessDenied")},
        {"sum up days away having seen nothing", "fuji",
         plain("SELECT * FROM kessai.ledger_sum('absence.minutes', 'staff:10', '2000-01-01', '2100-01-01', 0)"),
         faultOf("AccessDenied")},
        {"list a stranger's leave day by day", "fuji",
         plain("SELECT * FROM kessai.ledger_entries('leave.annual.minutes', 'staff:10', '2000-01-01', '2100-01-01', "
               "0)"),
         faultOf("AccessDenied")},
        {"list overtime day by day having seen a leave", "suzuki",
         plain("SELECT * FROM kessai.ledger_entries('overtime.minutes', 'staff:10', '2000-01-01', '2100-01-01', 0)"),
         faultOf("AccessDenied")},
        {"list anything as an administrator", "kaita",
         plain("SELECT * FROM kessai.ledger_entries('absence.minutes', 'staff:10', '2000-01-01', '2100-01-01', 0)"),
         faultOf("AccessDenied")},
        {"ask whether an account may be asked about, without the door", "suzuki",
         plain("SELECT kessai.guard_account('absence.minutes', 'staff:10')"), denied()},
        {"read a colleague's opening stock", "suzuki", plain("SELECT amount FROM kessai.ledger_opening"), denied()},
        {"read why somebody is away", "fuji",
         plain("SELECT c.fields FROM kessai.absence x JOIN kessai.content c USING (case_id)"), nothing()},
        {"read what leave somebody is away for", "fuji",
         plain("SELECT f.title, f.form FROM kessai.absence x JOIN kessai.case_file f USING (case_id)"), nothing()},
        {"read the postings behind an absence", "suzuki",
         plain("SELECT p.ledger FROM kessai.absence x JOIN kessai.posting p USING (case_id)"), nothing()},
        {"read who decided an absence", "fuji",
         plain("SELECT e.actor_name FROM kessai.absence x JOIN kessai.event e USING (case_id)"), nothing()},
        {"read a case before one is consulted", "zaizen",
         about(&C::fresh, "SELECT title FROM kessai.case_file WHERE case_id = %1"), nothing()},
        {"read a case before its papers circulate", "shiba",
         about(&C::fresh, "SELECT title FROM kessai.case_file WHERE case_id = %1"), nothing()},
        {"read in the place of a decider who is there", "kato",
         about(&C::bosses, "SELECT title FROM kessai.case_file WHERE case_id = %1"), nothing()},
        {"read in the place of a decider, coming second", "zaizen",
         about(&C::absent, "SELECT title FROM kessai.case_file WHERE case_id = %1"), nothing()},
        {"read in the place of a decider, being away oneself", "fukui",
         about(&C::absent, "SELECT title FROM kessai.case_file WHERE case_id = %1"), nothing()},
        {"read as the deputy of a stand-in", "tsugawa",
         about(&C::absent, "SELECT title FROM kessai.case_file WHERE case_id = %1"), nothing()},
        {"find what waits for the decider, coming second", "zaizen",
         about(&C::absent, "SELECT party FROM kessai.assignment WHERE case_id = %1"), nothing()},
        {"open a stranger's case", "fuji", about(&C::secret, "SELECT count(*) FROM kessai.load_case(%1)"),
         onlyValue("0")},
        {"open a case as an administrator", "kaita", about(&C::secret, "SELECT count(*) FROM kessai.load_case(%1)"),
         onlyValue("0")},
        {"open a draft one will have to approve", "kato", about(&C::draft, "SELECT count(*) FROM kessai.load_case(%1)"),
         onlyValue("0")},
        {"open a correction before it is submitted", "kato",
         about(&C::returned, "SELECT count(*) FROM kessai.load_case(%1) WHERE kind = 3 AND n1 = 2"), onlyValue("0")},
        {"open a case with a login that is nobody's", "stranger",
         about(&C::fresh, "SELECT count(*) FROM kessai.load_case(%1)"), onlyValue("0")},
        {"ask whether one may read a case that one may not", "fuji", about(&C::secret, "SELECT kessai.may_read(%1)"),
         onlyValue("false")},
        {"ask whether one may read a case that is not there", "fuji", plain("SELECT kessai.may_read(999999)"),
         onlyValue("false")},
    };
}

std::vector<Attack> throughErrors()
{
    using C = SceneCases;
    return {
        {"learn of a case by dividing by its id", "fuji",
         about(&C::secret, "SELECT 1 / (case_id - %1) FROM kessai.case_file"), nothing()},
        {"learn of a title by casting it", "fuji", plain("SELECT title::integer FROM kessai.case_file"), nothing()},
        {"learn of a reason by reading it as JSON", "fuji",
         plain("SELECT * FROM kessai.content WHERE (fields::json->>'reason')::integer > 0"), nothing()},
        {"learn of an act by its length", "fuji", plain("SELECT chr(length(payload)) FROM kessai.event"), nothing()},
        {"learn of cases through a set operation", "fuji",
         plain("SELECT case_id FROM kessai.event EXCEPT SELECT case_id FROM kessai.case_file"), nothing()},
        {"learn of cases through an outer join", "fuji",
         plain("SELECT e.hash FROM kessai.staff s LEFT JOIN kessai.event e ON e.actor_id = s.staff_id WHERE e.hash IS "
               "NOT NULL"),
         nothing()},
        {"learn of cases by a sample", "fuji", plain("SELECT title FROM kessai.case_file TABLESAMPLE SYSTEM (100)"),
         nothing()},
        {"learn of cases by their place on disk", "fuji",
         plain("SELECT title FROM kessai.case_file WHERE ctid = ANY (ARRAY['(0,1)', '(0,2)', '(0,3)']::tid[])"),
         nothing()},
        {"learn of cases as XML", "fuji",
         plain("SELECT query_to_xml('SELECT title FROM kessai.case_file', false, true, '')::text LIKE '%title%'"),
         onlyValue("false")},
        {"switch the policies off", "fuji", plain("SET row_security = off;; SELECT count(*) FROM kessai.case_file"),
         denied()},
        {"hold rows to look at them", "suzuki", plain("SELECT case_id FROM kessai.case_file FOR SHARE"), denied()},
        {"write the history into a file", "suzuki", plain("COPY kessai.event TO '/tmp/kessai-history'"), denied()},
        {"send the history to a program", "suzuki", plain("COPY (SELECT * FROM kessai.event) TO PROGRAM 'cat'"),
         denied()},
        {"read the statistics of contents", "fuji", plain("SELECT most_common_vals FROM pg_stats"), denied()},
        {"read the statistics themselves", "fuji", plain("SELECT stavalues1 FROM pg_statistic"), denied()},
        {"read other people's statements", "fuji", plain("SELECT query FROM pg_stat_activity"), denied()},
        {"read other people's statements by the function", "fuji",
         plain("SELECT query FROM pg_stat_get_activity(NULL)"), denied()},
        {"count what was written to tables", "fuji", plain("SELECT n_tup_ins FROM pg_stat_all_tables"), denied()},
        {"see who holds which locks", "fuji", plain("SELECT * FROM pg_locks"), denied()},
        {"read the passwords", "fuji", plain("SELECT rolpassword FROM pg_authid"), denied()},
        {"read the passwords by another name", "fuji", plain("SELECT passwd FROM pg_shadow"), denied()},
        {"read the server's files", "fuji", plain("SELECT pg_read_file('postgresql.conf')"), denied()},
        {"list the server's files", "fuji", plain("SELECT pg_ls_dir('.')"), denied()},
        {"read large objects", "fuji", plain("SELECT * FROM pg_largeobject"), denied()},
        {"read how the server lets people in", "fuji", plain("SELECT * FROM pg_hba_file_rules"), denied()},
        {"read how many numbers were given", "fuji", plain("SELECT last_value FROM kessai.case_file_case_id_seq"),
         denied()},
        {"let the notary read a content's seal", "fuji", plain("SELECT kessai.seal('draft', NULL)"), denied()},
        {"let the notary tell whether a file may be used", "fuji", plain("SELECT kessai.may_use_blob(10, 1)"),
         denied()},
        {"let the notary write a case's names", "fuji", plain("SELECT kessai.now_with(NULL, '2026-01-01')"), denied()},
    };
}

} // namespace

std::vector<Attack> readAttacks()
{
    std::vector<Attack> all = outsideOfCases();
    const std::vector<Attack> more = throughErrors();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace kessai::test
