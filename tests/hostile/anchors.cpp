// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

std::vector<Attack> anchorAttacks()
{
    return {
        {"take an anchor", "suzuki", plain("SELECT kessai.take_anchor()"), faultOf("AccessDenied")},
        {"take an anchor without being on the staff", "stranger", plain("SELECT kessai.take_anchor()"),
         faultOf("AccessDenied")},
        {"keep the server busy with anchors", "shindo", plain("SELECT kessai.take_anchor(), kessai.take_anchor()"),
         faultOf("Busy")},
        {"keep the server busy with anchors as an administrator", "kaita",
         plain("SELECT kessai.take_anchor(), kessai.take_anchor()"), faultOf("Busy")},
        {"take an anchor of a past state", "shindo",
         plain("BEGIN ISOLATION LEVEL REPEATABLE READ;; SELECT kessai.take_anchor()"), faultOf("Invalid")},
        {"ask for the groups of an anchor", "suzuki", plain("SELECT * FROM kessai.anchor_groups(1)"),
         faultOf("AccessDenied")},
        {"read where histories end", "suzuki", plain("SELECT * FROM kessai.anchor_head"), nothing()},
        {"read where histories end as an administrator", "kaita", plain("SELECT * FROM kessai.anchor_head"), nothing()},
        {"read anchors without being on the staff", "stranger", plain("SELECT * FROM kessai.anchor"), nothing()},
        {"write an anchor by hand", "shindo", plain("INSERT INTO kessai.anchor SELECT * FROM kessai.anchor"), denied()},
        {"change an anchor", "shindo", plain("UPDATE kessai.anchor SET digest = repeat('0', 64)"), denied()},
        {"change an anchor as an administrator", "kaita", plain("UPDATE kessai.anchor SET cases = 0"), denied()},
        {"take an anchor away", "shindo", plain("DELETE FROM kessai.anchor"), denied()},
        {"empty the anchors", "kaita", plain("TRUNCATE kessai.anchor"), denied()},
        {"let an anchor cover what it did not", "shindo",
         plain("INSERT INTO kessai.anchor_head VALUES (1, 1, 1, repeat('0', 64))"), denied()},
        {"change where a history ended", "shindo", plain("UPDATE kessai.anchor_head SET hash = repeat('0', 64)"),
         denied()},
        {"forget where histories ended", "kaita", plain("DELETE FROM kessai.anchor_head"), denied()},
        {"drop what keeps anchors as they are", "shindo", plain("DROP TRIGGER stays ON kessai.anchor"), denied()},
        {"switch off what keeps anchors as they are", "kaita", plain("ALTER TABLE kessai.anchor DISABLE TRIGGER ALL"),
         denied()},
        {"act as a replica, which knows no triggers", "kaita", plain("SET session_replication_role = replica"),
         denied()},
        {"keep anchors from being taken", "suzuki", plain("BEGIN;; LOCK TABLE kessai.anchor IN SHARE MODE"), denied()},
        {"hold an anchor's row", "shindo", plain("SELECT 1 FROM kessai.anchor FOR UPDATE"), denied()},
        {"call folded_heads", "shindo", plain("SELECT * FROM kessai.folded_heads(1)"), denied()},
        {"call check_anchorer", "suzuki", plain("SELECT kessai.check_anchorer()"), denied()},
        {"call anchors_stay", "suzuki", plain("SELECT kessai.anchors_stay()"), denied()},
    };
}

} // namespace kessai::test
