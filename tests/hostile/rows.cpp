// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

std::vector<Attack> rowAttacks()
{
    return {
        {"insert an event", "suzuki",
         plain("INSERT INTO kessai.event SELECT case_id, 99, code, version, actor_id, post_id, principal_id, "
               "actor_name, actor_title,"
               " actor_section, principal_name, at, 'x', payload, effects, hash, hash FROM kessai.event LIMIT 1"),
         denied()},
        {"change an event's actor", "suzuki", plain("UPDATE kessai.event SET actor_id = 1"), denied()},
        {"change an event's time and hash", "suzuki", plain("UPDATE kessai.event SET at = at - 1, hash = md5(hash)"),
         denied()},
        {"delete an event", "suzuki", plain("DELETE FROM kessai.event"), denied()},
        {"empty the history", "suzuki", plain("TRUNCATE kessai.event"), denied()},
        {"load events from a program", "suzuki", plain("COPY kessai.event FROM PROGRAM 'cat /dev/null'"), denied()},
        {"write an event in a query", "suzuki",
         plain("WITH x AS (UPDATE kessai.event SET code = 'approved' RETURNING 1) SELECT * FROM x"), denied()},
        {"merge into the history", "suzuki",
         plain("MERGE INTO kessai.event e USING (SELECT 1 AS one) o ON e.seq = 1 WHEN MATCHED THEN DELETE"), denied()},
        {"decide a case in its row", "sato", plain("UPDATE kessai.case_file SET state = 4"), denied()},
        {"become the drafter of a case", "sato", plain("UPDATE kessai.case_file SET drafter_id = 9"), denied()},
        {"insert a case", "sato",
         plain("INSERT INTO kessai.case_file (number, form, drafter_id, drafter_name, drafter_section, title, state, "
               "created_at, changed_at)"
               " VALUES ('R8-1', 'draft', 9, '', '', '', 4, 1, 1)"),
         denied()},
        {"delete a case", "sato", plain("DELETE FROM kessai.case_file"), denied()},
        {"approve an assignment in its row", "sato", plain("UPDATE kessai.assignment SET state = 2"), denied()},
        {"insert an accomplice's assignment", "sato",
         plain("INSERT INTO kessai.assignment VALUES (1, 1, 1, 9, 15, 1, 1)"), denied()},
        {"delete the section head's assignment", "sato", plain("DELETE FROM kessai.assignment WHERE party = -5"),
         denied()},
        {"lower what a step needs", "sato", plain("UPDATE kessai.step SET needed = 0"), denied()},
        {"give oneself a case to read", "fuji", plain("INSERT INTO kessai.case_access VALUES (1, 15, 9)"), denied()},
        {"give oneself every case to read, whatever is there", "fuji",
         plain("INSERT INTO kessai.case_access SELECT g, 15, 9 FROM generate_series(1, 100) g ON CONFLICT DO NOTHING"),
         denied()},
        {"book less leave", "tanaka", plain("UPDATE kessai.posting SET amount = 0"), denied()},
        {"book leave away", "tanaka", plain("DELETE FROM kessai.posting"), denied()},
        {"change a sealed content", "sato", plain("UPDATE kessai.content SET fields = '{}', sealed = 0"), denied()},
        {"change an attached file", "sato", plain("UPDATE kessai.blob_chunk SET data = ''"), denied()},
        {"detach a file", "sato", plain("DELETE FROM kessai.attachment"), denied()},
        {"claim to hold a file", "fuji",
         plain("INSERT INTO kessai.blob_holder SELECT g, 15 FROM generate_series(1, 9) g"), denied()},
        {"make oneself a deputy", "fuji",
         plain("INSERT INTO kessai.deputyship VALUES (1, 15, '2020-04-01', NULL, 1, NULL)"), denied()},
        {"prolong a deputyship", "hosaka", plain("UPDATE kessai.deputyship SET valid_until = NULL"), denied()},
        {"appoint oneself mayor", "fuji",
         plain("INSERT INTO kessai.appointment VALUES (15, 1, 0, '2020-04-01', NULL, 1, NULL)"), denied()},
        {"make oneself a deputy for when the boss is away", "fuji",
         plain("INSERT INTO kessai.deputyship (principal_id, deputy_id, valid_from, added_in, when_absent) VALUES (3, "
               "15, "
               "'2020-04-01', 1, 1)"),
         denied()},
        {"send the boss away", "fuji",
         plain("INSERT INTO kessai.absence (staff_id, pass_over, valid_from, valid_until, made_at) VALUES (3, 1, "
               "'2020-04-01', '2099-12-31', 1)"),
         denied()},
        {"be away oneself, so that others pass over", "sato",
         plain("INSERT INTO kessai.absence (staff_id, pass_over, valid_from, valid_until, made_at) VALUES (9, 1, "
               "'2020-04-01', '2099-12-31', 1)"),
         denied()},
        {"call somebody back", "bando", plain("UPDATE kessai.absence SET ended_at = 1 WHERE staff_id = 2"), denied()},
        {"let an absence pass over that did not", "sato", plain("UPDATE kessai.absence SET pass_over = 1"), denied()},
        {"erase an absence", "rusu", plain("DELETE FROM kessai.absence"), denied()},
        {"make oneself a stand-in", "fuji",
         plain("INSERT INTO kessai.stand_in (decider_id, place, post_id, valid_from, added_in) VALUES (2, 0, 15, "
               "'2020-04-01', 1)"),
         denied()},
        {"come first among the stand-ins", "zaizen", plain("UPDATE kessai.stand_in SET place = 0 WHERE post_id = 10"),
         denied()},
        {"take the first stand-in off the list", "zaizen", plain("DELETE FROM kessai.stand_in WHERE post_id = 3"),
         denied()},
        {"inherit the work of a post", "fuji",
         plain("INSERT INTO kessai.succession (post_id, successor_id, valid_from, added_in) VALUES (3, 15, "
               "'2020-04-01', 1)"),
         denied()},
        {"abolish a post, so that its work goes elsewhere", "fuji",
         plain("UPDATE kessai.post SET valid_until = '2020-04-02' WHERE post_id = 3"), denied()},
        {"take somebody's login", "fuji", plain("UPDATE kessai.staff SET login = 'fuji' WHERE staff_id = 1"), denied()},
        {"make oneself an auditor", "kaita",
         plain("INSERT INTO kessai.special_right VALUES (16, 'auditor', '2020-04-01', NULL)"), denied()},
        {"make oneself an administrator", "suzuki",
         plain("INSERT INTO kessai.special_right (staff_id, right_name, valid_from, added_in) VALUES (1, "
               "'administrator', '2020-04-01', 1)"),
         denied()},
        {"make a colleague an administrator as one", "kaita",
         plain("INSERT INTO kessai.special_right (staff_id, right_name, valid_from) VALUES (1, 'administrator', "
               "'2020-04-01')"),
         denied()},
        {"take another administrator's right", "kaita",
         plain("UPDATE kessai.special_right SET valid_until = '2020-04-02' WHERE right_name = 'administrator'"),
         denied()},
        {"get rid of who audits", "kaita", plain("DELETE FROM kessai.special_right WHERE right_name = 'auditor'"),
         denied()},
        {"audit and configure", "shindo", plain("UPDATE kessai.special_right SET right_name = 'administrator'"),
         denied()},
        {"hide when a right was given", "kaita", plain("UPDATE kessai.special_right SET added_in = 1, ended_in = NULL"),
         denied()},
        {"keep everybody from changing the office", "kaita",
         plain("SELECT revision FROM kessai.office_revision FOR NO KEY UPDATE"), denied()},
        {"change the rules", "kaita", plain("UPDATE kessai.rule_revision SET rule = '{}'"), denied()},
        {"raise one's own limit in the decision table", "kato", plain("UPDATE kessai.decision_table SET body = '{}'"),
         denied()},
        {"add a decision table of one's own", "kaita",
         plain("INSERT INTO kessai.decision_table VALUES ('decision', 9, '2020-04-01', '{}', 1)"), denied()},
        {"let a number have been known earlier", "kaita", plain("UPDATE kessai.parameter SET added_in = 1"), denied()},
        {"pretend to a newer office", "kaita", plain("INSERT INTO kessai.office_revision VALUES (2, 1, 'x', 'x')"),
         denied()},
        {"pretend to another schema", "kaita", plain("UPDATE kessai.schema_version SET oldest_client = 99"), denied()},
        {"set the next case's number", "sato", plain("SELECT setval('kessai.case_file_case_id_seq', 1)"), denied()},
        {"use up case numbers", "sato", plain("SELECT nextval('kessai.case_file_case_id_seq')"), denied()},
        {"write as an auditor", "shindo", plain("UPDATE kessai.case_file SET title = 'x'"), denied()},
    };
}

} // namespace kessai::test
