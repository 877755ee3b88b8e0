// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

using C = SceneCases;

/// A batch of one case of the scene, today: what stays out of it does not for its day. That one goes in, Scene.PaysWhatWasExamined shows.
auto paying(CaseId C::*which)
{
    return [which](Stage &stage) { return batchOf(stage.cases().*which); };
}

std::vector<Attack> paymentsOfOthers()
{
    const auto notTheirs = faultOf("AccessDenied");
    const auto at = [](const QString &sql) { return [sql](Stage &) { return sql; }; };
    std::vector<Attack> attacks{
        {"pay a case as staff", "suzuki", paying(&C::decided), notTheirs},
        {"pay a case as the mayor", "ichikawa", paying(&C::decided), notTheirs},
        {"pay a case as an administrator", "kaita", paying(&C::decided), notTheirs},
        {"pay a case after leaving", "taishoku", paying(&C::decided), notTheirs},
        {"pay a case with a login that is nobody's", "stranger", paying(&C::decided), notTheirs},
    };
    const std::vector<std::pair<const char *, const char *>> doors{
        {"write the bank's file", "SELECT kessai.export_payments(1, repeat('0', 64), '')"},
        {"say that all was paid", "SELECT kessai.confirm_payments(1, '[]')"},
        {"say that a payment came back", "SELECT kessai.return_payments(1, '[{\"no\": 1, \"reason\": \"x\"}]')"},
        {"give up a batch", "SELECT kessai.discard_payments(1, 'x')"},
        {"say that money came back", "SELECT kessai.record_receipt(1, '2026-04-01')"},
        {"have the office pay from another account", "SELECT kessai.set_transfer_source('{}')"},
        {"read what is to be paid, and to whom", "SELECT * FROM kessai.payments_due('2099-12-31')"},
        {"read what is to be paid today, and to whom", "SELECT * FROM kessai.payments_now()"},
        {"read whose tax was withheld", "SELECT * FROM kessai.withheld_tax('2026-04-01', '2026-04-30')"},
        {"read batches", "SELECT * FROM kessai.payment_batches('2000-01-01')"},
        {"read accounts that were paid to", "SELECT * FROM kessai.payment_lines('2000-01-01')"},
        {"read what was done to payments", "SELECT * FROM kessai.payment_acts(NULL)"},
        {"read the account paid from", "SELECT * FROM kessai.transfer_source()"},
    };
    for (const auto &[what, sql] : doors)
        attacks.push_back({what, "suzuki", at(QLatin1String(sql)), notTheirs});
    attacks.push_back({"change payments as an auditor", "shindo",
                       at(QStringLiteral("SELECT kessai.confirm_payments(1, '[]')")), notTheirs});
    attacks.push_back({"ask for an invoice with a login that is nobody's", "stranger",
                       at(QStringLiteral("SELECT number FROM kessai.invoice_twins('{\"files\": []}')")), notTheirs});
    attacks.push_back({"ask for invoices without end", "suzuki",
                       at(QStringLiteral("SELECT number FROM kessai.invoice_twins(repeat(' ', 100001))")),
                       faultOf("TooLarge")});
    attacks.push_back({"ask what is unpaid with a login that is nobody's", "stranger",
                       at(QStringLiteral("SELECT * FROM kessai.unpaid()")), notTheirs});
    attacks.push_back({"ask what is unpaid, and under way, with a login that is nobody's", "stranger",
                       at(QStringLiteral("SELECT * FROM kessai.owed()")), notTheirs});
    attacks.push_back({"ask what was paid with a login that is nobody's", "stranger",
                       at(QStringLiteral("SELECT * FROM kessai.paid_in_charge()")), notTheirs});
    return attacks;
}

} // namespace

QString batchOf(CaseId id)
{
    return QStringLiteral(R"(SELECT kessai.make_payment_batch('%1', '[{"case": %2, "revision": 1}]'))")
        .arg(sceneOffice().today.toString(Qt::ISODate))
        .arg(id.value());
}

std::vector<Attack> paymentAttacks()
{
    const auto invalid = faultOf("Invalid");
    const auto said = [](const char *what, const char *sql, const Expected &expected) {
        const QString text = QString::fromUtf8(sql);
        return Attack{what, "shiba", [text](Stage &) { return text; }, expected};
    };
    std::vector<Attack> attacks = paymentsOfOthers();
    for (const auto &[what, which] :
         std::vector<std::pair<const char *, CaseId C::*>>{{"put a case into a batch that pays nothing", &C::decided},
                                                           {"put a commitment into a batch", &C::commitment},
                                                           {"put a case into a batch that is not decided", &C::fresh},
                                                           {"pay what was ordered and not examined", &C::ordered},
                                                           {"pay what was decided and nobody examined", &C::unexamined},
                                                           {"put a draft into a batch", &C::draft}})
        attacks.push_back({what, "shiba", paying(which), refusedAs("NotPayable")});
    const std::vector<Attack> inside{
        said("put a case into a batch that is not there",
             R"(SELECT kessai.make_payment_batch('2099-12-31', '[{"case": 999999, "revision": 1}]'))",
             refusedAs("NotPayable")),
        said("pay nothing in particular", R"(SELECT kessai.make_payment_batch('2099-12-31', '[{}]'))",
             refusedAs("NotPayable")),
        said("pay an empty list", "SELECT kessai.make_payment_batch('2099-12-31', '[]')", invalid),
        said("pay no list", "SELECT kessai.make_payment_batch('2099-12-31', '{}')", invalid),
        said("pay nothing at all", "SELECT kessai.make_payment_batch('2099-12-31', NULL)", invalid),
        said("pay in the past", R"(SELECT kessai.make_payment_batch('2020-04-01', '[{"case": 1, "revision": 1}]'))",
             refusedAs("PeriodInvalid")),
        said("pay on a day that does not exist",
             R"(SELECT kessai.make_payment_batch('2099-02-30', '[{"case": 1, "revision": 1}]'))",
             refusedAs("PeriodInvalid")),
        said(
            "put a case into a batch twice",
            R"(SELECT kessai.make_payment_batch('2099-12-31', '[{"case": 1, "revision": 1}, {"case": 1, "revision": 1}]'))",
            invalid),
        said("pay more than there is",
             "SELECT kessai.make_payment_batch('2099-12-31', (SELECT jsonb_agg(i) FROM "
             "generate_series(1, 10001) i)::text)",
             refusedAs("TooManyEntries")),
        said("export a batch that is not there", "SELECT kessai.export_payments(99, repeat('0', 64), '')",
             faultOf("NotFound")),
        said("confirm a batch that is not there", "SELECT kessai.confirm_payments(99, '[]')", faultOf("NotFound")),
        said("pay from no account", "SELECT kessai.set_transfer_source('{}')", invalid),
        said(
            "pay from an account of letters",
            R"(SELECT kessai.set_transfer_source('{"revision": 0, "code": "1", "bank": "abcd", "branch": "045", "account": "0012345",
 "account_type": 1, "bank_name": "", "branch_name": "", "holder": "ﾐﾎﾝｼ"}'))",
            invalid),
        said(
            "pay from an account somebody changed",
            R"(SELECT kessai.set_transfer_source('{"revision": 7, "code": "1", "bank": "0123", "branch": "045", "account": "0012345",
 "account_type": 1, "bank_name": "", "branch_name": "", "holder": "ﾐﾎﾝｼ"}'))",
            refusedAs("Stale")),
        said("write a batch past the doors",
             "INSERT INTO kessai.payment_batch (batch_id, day) VALUES (1, '2099-12-31')", denied()),
        said("read accounts paid to past the doors", "SELECT account FROM kessai.payment_line", denied()),
        said("change an amount past the doors", "UPDATE kessai.payment_line SET amount = 1", denied()),
        said("read what was done past the doors", "SELECT said FROM kessai.payment_act", denied()),
        said("read where acts on payments end", "SELECT act_no, hash FROM kessai.payment_act", nothing()),
        said("write down that money came in past the doors",
             "INSERT INTO kessai.payment_receipt (case_id, day) VALUES (1, '2026-04-01')", denied()),
        said("say that money came in which nobody awaits", "SELECT kessai.record_receipt(1, '2026-04-01')",
             refusedAs("WrongState")),
        said("forget what was done", "DELETE FROM kessai.payment_act", denied()),
        said("write what was done by an inner function", "SELECT kessai.write_payment_act(1, 1, 1, '{}')", denied()),
        said("take back lines by an inner function", "SELECT kessai.take_back_lines(1, '[]')", denied()),
        said("list what is to be paid by an inner function", "SELECT * FROM kessai.payments_of(NULL, '2099-12-31')",
             denied()),
        said("ask for the tax of a day that does not exist",
             "SELECT * FROM kessai.withheld_tax('2026-02-30', '2026-04-30')", refusedAs("PeriodInvalid")),
        said("list vouchers by an inner function", "SELECT * FROM kessai.vouchers_due(NULL, '2099-12-31')", denied())};
    attacks.insert(attacks.end(), inside.begin(), inside.end());
    return attacks;
}

} // namespace kessai::test
