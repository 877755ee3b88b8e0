// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// A payee that may be registered, with something put over it.
QString payee(const char *over = "{}")
{
    return QStringLiteral(
               R"((jsonb '{"code": "12", "revision": 0, "name": "協和", "kana": "キョウワ", "kind": 0, "registration": "", "bank": "0123",
 "bank_name": "", "branch": "045", "branch_name": "", "account_type": 1, "account": "0012345", "holder": "ｷﾖｳﾜ", "holder_differs": 0,
 "words": "12 協和"}' || jsonb '%1'))")
        .arg(QString::fromUtf8(over));
}

QString enter(const char *over = "{}", const char *reason = "'x'")
{
    return QStringLiteral("SELECT kessai.register_payee(%1::text, %2)").arg(payee(over), QString::fromUtf8(reason));
}

QString import(const QString &list)
{
    return QStringLiteral("SELECT kessai.import_payees(%1::text, 'x')").arg(list);
}

} // namespace

std::vector<Attack> payeeAttacks()
{
    const auto notTheirs = faultOf("AccessDenied");
    const auto invalid = faultOf("Invalid");
    const auto said = [](const QString &sql) { return [sql](Stage &) { return sql; }; };
    const auto asAccounting = [&](const char *what, const QString &sql, const Expected &expected) {
        return Attack{what, "shiba", said(sql), expected};
    };
    std::vector<Attack> attacks{
        {"register an account of one's own", "suzuki", said(enter()), notTheirs},
        {"register an account as the mayor", "ichikawa", said(enter()), notTheirs},
        {"register an account as an auditor", "shindo", said(enter()), notTheirs},
        {"register an account as an administrator", "kaita", said(enter()), notTheirs},
        {"register an account after leaving", "taishoku", said(enter()), notTheirs},
        {"register an account with a login that is nobody's", "stranger", said(enter()), notTheirs},
        {"import accounts as staff", "suzuki", said(import(QStringLiteral("jsonb_build_array(%1)").arg(payee()))),
         notTheirs},
        {"read accounts as staff", "suzuki", said(QStringLiteral("SELECT account FROM kessai.payees('', '', 10)")),
         notTheirs},
        {"read accounts as an administrator", "kaita",
         said(QStringLiteral("SELECT account FROM kessai.payees('', '', 10)")), notTheirs},
        {"read how an account changed", "suzuki",
         said(QStringLiteral("SELECT account FROM kessai.payee_revisions('12')")), notTheirs},
        {"read accounts past the doors", "suzuki", said(QStringLiteral("SELECT account FROM kessai.payee")), denied()},
        {"read accounts past the doors as the accounting section", "shiba",
         said(QStringLiteral("SELECT account FROM kessai.payee")), denied()},
        {"change an account past the doors", "shiba",
         said(QStringLiteral("UPDATE kessai.payee SET account = '7654321'")), denied()},
        {"forget an account", "shiba", said(QStringLiteral("DELETE FROM kessai.payee")), denied()},
        {"find payees with a login that is nobody's", "stranger",
         said(QStringLiteral("SELECT name FROM kessai.find_payees('a')")), notTheirs},
        {"look for a payee with a page of words", "suzuki",
         said(QStringLiteral("SELECT name FROM kessai.find_payees(repeat('x', 1001))")), faultOf("TooLarge")},
        {"leaf through all payees", "suzuki", said(QStringLiteral("SELECT name FROM kessai.find_payees('')")),
         nothing()},
        {"write a payee by an inner function", "shiba",
         said(QStringLiteral("SELECT kessai.write_payee(1, NULL::kessai.payee, 'x')")), denied()},
    };
    const std::vector<Attack> inside{
        asAccounting("register no payee", QStringLiteral("SELECT kessai.register_payee(NULL, 'x')"), invalid),
        asAccounting("register a list", QStringLiteral("SELECT kessai.register_payee('[]', 'x')"), invalid),
        asAccounting("register what nobody can read", QStringLiteral("SELECT kessai.register_payee('{', 'x')"),
                     errorState("22P02")),
        asAccounting("register an empty payee", QStringLiteral("SELECT kessai.register_payee('{}', 'x')"), invalid),
        asAccounting("register a payee without a reason", enter("{}", "NULL"), refusedAs("ReasonMissing")),
        asAccounting("register a payee for a reason of blanks", enter("{}", "'  '"), refusedAs("ReasonMissing")),
        asAccounting("register a code of letters", enter(R"({"code": "1a"})"), invalid),
        asAccounting("register a code that ends with a line", enter(R"({"code": "12\n"})"), invalid),
        asAccounting("register a name of two lines", enter(R"({"name": "a\nb"})"), invalid),
        asAccounting("register a kind there is not", enter(R"({"kind": 4})"), invalid),
        asAccounting("register a number that does not fit together", enter(R"({"registration": "T7123456789021"})"),
                     invalid),
        asAccounting("register a bank of five digits", enter(R"({"bank": "01234"})"), invalid),
        asAccounting("register half an account number", enter(R"({"account": "123"})"), invalid),
        asAccounting("register no account", enter(R"({"account": null})"), invalid),
        asAccounting("register a holder in small kana", enter(R"({"holder": "ｷｮｳﾜ"})"), invalid),
        asAccounting("register a holder whom the file cannot hold",
                     enter(R"({"holder": "ｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱ"})"), invalid),
        asAccounting("pay somebody else without a mandate", enter(R"({"holder_differs": 1})"), invalid),
        asAccounting("register a mandate on a day that does not exist",
                     enter(R"({"holder_differs": 1, "mandate_on": "2026-02-30"})"), refusedAs("PeriodInvalid")),
        asAccounting("change a payee that is not there", enter(R"({"revision": 3})"), faultOf("NotFound")),
        asAccounting("write over a payee", enter() + QStringLiteral(" UNION ALL ") + enter(R"({"name": "x"})"),
                     faultOf("AlreadyExists")),
        asAccounting("change a payee from a revision that was never there",
                     enter() + QStringLiteral(" UNION ALL ") + enter(R"({"name": "x", "revision": -1})"),
                     refusedAs("Stale")),
        asAccounting("import no list of payees", import(QStringLiteral("'{}'")), invalid),
        asAccounting("import an empty list of payees", import(QStringLiteral("'[]'")), invalid),
        asAccounting("import a payee twice", import(QStringLiteral("jsonb_build_array(%1, %1)").arg(payee())), invalid),
        asAccounting(
            "import a good payee and a bad one",
            import(QStringLiteral("jsonb_build_array(%1, %2)").arg(payee(), payee(R"({"code": "13", "bank": ""})"))),
            invalid),
        asAccounting("import more payees than there are",
                     import(QStringLiteral(
                         "(SELECT jsonb_agg(jsonb_build_object('code', i)) FROM generate_series(1, 20001) i)")),
                     refusedAs("TooManyEntries")),
        asAccounting("import a list of payees that fills the disk",
                     QStringLiteral("SELECT kessai.import_payees(repeat(' ', 16000001), 'x')"), faultOf("TooLarge"))};
    attacks.insert(attacks.end(), inside.begin(), inside.end());
    return attacks;
}

} // namespace kessai::test
