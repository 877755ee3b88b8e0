// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

const char *const kNowhere = "NULL, NULL, NULL, NULL, NULL, NULL";

/// A tick on a case, with a field, a revision and a place.
std::function<QString(Stage &)> tick(CaseId SceneCases::*which, const char *field = "'payee'", int revision = 1,
                                     const char *place = kNowhere, int ticked = 1)
{
    return [=](Stage &stage) {
        return QStringLiteral("SELECT kessai.mark_proof(%1, %2, %3, %4, %5)")
            .arg((stage.cases().*which).value())
            .arg(revision)
            .arg(QLatin1String(field))
            .arg(ticked)
            .arg(QLatin1String(place));
    };
}

std::function<QString(Stage &)> plainly(const char *sql)
{
    return [sql](Stage &) { return QString::fromUtf8(sql); };
}

} // namespace

std::vector<Attack> proofAttacks()
{
    const auto notTheirs = refusedAs("NotYourTurn");
    const auto unknown = faultOf("NotFound");
    const auto invalid = faultOf("Invalid");
    return {
        {"tick off one's own voucher", "sato", tick(&SceneCases::examining), notTheirs},
        {"tick off a voucher one was not sent", "suzuki", tick(&SceneCases::examining), unknown},
        {"tick off a voucher one is to decide", "bando", tick(&SceneCases::examining), notTheirs},
        {"tick off a voucher as an auditor", "shindo", tick(&SceneCases::examining), notTheirs},
        {"tick off a voucher as an administrator", "kaita", tick(&SceneCases::examining), unknown},
        {"tick off a voucher after leaving", "taishoku", tick(&SceneCases::examining), faultOf("AccessDenied")},
        {"tick off a voucher with a login that is nobody's", "stranger", tick(&SceneCases::examining),
         faultOf("AccessDenied")},
        {"tick off what one is only consulted on", "shiba", tick(&SceneCases::pair), notTheirs},
        {"tick off what one is only shown", "shiba", tick(&SceneCases::circulating), notTheirs},
        {"tick off what is decided", "shiba", tick(&SceneCases::decided), notTheirs},
        {"tick off what waits elsewhere", "shiba", tick(&SceneCases::fresh), unknown},
        {"tick off a draft", "shiba", tick(&SceneCases::draft), unknown},
        {"tick off a content nobody sent", "shiba", tick(&SceneCases::examining, "'payee'", 2), refusedAs("Stale")},
        {"tick off no field", "shiba", tick(&SceneCases::examining, "NULL"), invalid},
        {"tick off a page of text", "shiba", tick(&SceneCases::examining, "repeat('x', 41)"), invalid},
        {"tick off a field of two lines", "shiba", tick(&SceneCases::examining, "E'a\\nb'"), invalid},
        {"tick half", "shiba", tick(&SceneCases::examining, "'payee'", 1, kNowhere, 2), invalid},
        {"tick with a file of another case", "shiba",
         tick(&SceneCases::examining, "'payee'", 1, "repeat('a', 64), 0, 0, 0, 1, 1"), invalid},
        {"tick beside a page", "shiba",
         tick(&SceneCases::examining, "'payee'", 1, "repeat('a', 64), 0, 9000, 0, 2000, 1"), invalid},
        {"insert a tick in somebody's name", "shiba",
         plainly("INSERT INTO kessai.proof_mark (case_id, no, revision, field, ticked, staff_id, staff_name, made_at) "
                 "VALUES (1, 1, 1, 'amount', 1, 9, 'x', 1)"),
         denied()},
        {"change a tick", "shiba", plainly("UPDATE kessai.proof_mark SET ticked = 0"), denied()},
        {"take a tick away", "shiba", plainly("DELETE FROM kessai.proof_mark"), denied()},
        {"read ticks of cases one was not sent", "suzuki", plainly("SELECT field FROM kessai.proof_mark"), nothing()},
        {"look at what comes to others", "suzuki", plainly("SELECT number FROM kessai.vouchers_near(',draft,leave,')"),
         nothing()},
        {"look at what comes with a login that is nobody's", "stranger",
         plainly("SELECT number FROM kessai.vouchers_near(',draft,')"), nothing()},
        {"read a commitment whose payment one was not sent", "suzuki",
         [](Stage &stage) {
             return QStringLiteral("SELECT title FROM kessai.case_file WHERE case_id = %1")
                 .arg(stage.cases().othersCommitment.value());
         },
         nothing()},
        {"ask whether a commitment is one's to read", "suzuki",
         [](Stage &stage) {
             return QStringLiteral("SELECT kessai.reads_by_payment(%1)").arg(stage.cases().othersCommitment.value());
         },
         onlyValue("false")},
        {"ask an inner function what one was sent", "suzuki", plainly("SELECT kessai.was_sent(1)"), denied()},
    };
}

} // namespace kessai::test
