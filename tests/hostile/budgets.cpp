// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caseref.h"
#include "tests/hostile/attack.h"

#include <QJsonArray>

namespace kessai::test {

namespace {

using C = SceneCases;

const QString kOwnLine = QStringLiteral("budget:2026:01-02-01-01-0010-10-01");
const QString kOthersLine = QStringLiteral("budget:2026:01-03-01-01-0310-10-01");
const auto kCommitment = QStringLiteral("budget.commitment");
const auto kPaid = QStringLiteral("commitment.paid");

QJsonObject posted(const QString &ledger, const QString &account, double amount)
{
    return {{QStringLiteral("account"), account},
            {QStringLiteral("amount"), amount},
            {QStringLiteral("day"), sceneOffice().today.toString(Qt::ISODate)},
            {QStringLiteral("ledger"), ledger}};
}

/// 佐藤 submits postings of their own making.
auto postings(const std::function<QJsonArray(Stage &)> &made)
{
    return [=](Stage &stage) {
        return stage.honestSubmit("sato", stage.cases().draft).edit(&Call::payload, set("postings", made(stage))).sql();
    };
}
auto posting(const QString &ledger, const QString &account, double amount)
{
    return postings([=](Stage &) { return QJsonArray{posted(ledger, account, amount)}; });
}
/// The same on what is left to pay of a case of the scene.
auto paying(const QString &ledger, CaseId C::*which, double amount)
{
    return postings(
        [=](Stage &stage) { return QJsonArray{posted(ledger, commitmentAccount(stage.cases().*which), amount)}; });
}

/// In a case that names 佐藤's own commitment.
auto ofOwn(const std::function<QJsonArray(const QString &account)> &made, const QJsonObject &more = {})
{
    return [=](Stage &stage) {
        const CaseId own = stage.cases().commitment;
        QJsonObject fields = more;
        fields.insert(QStringLiteral("subject"), QStringLiteral("支出命令"));
        fields.insert(QStringLiteral("commitment"), truthOf(stage, own, stage.small().sato));
        const Content content{QStringLiteral("draft"), 1, fields, {}};
        return submitting(stage,
                          stage.honestSubmit("sato", stage.cases().draft)
                              .edit(&Call::payload, set("postings", made(commitmentAccount(own)))),
                          content);
    };
}

std::vector<Attack> moneyAttacks()
{
    const auto invalid = faultOf("Invalid");
    const auto over = refusedAs("OverBudget");
    return {
        {"commit one yen more than is left", "sato", posting(kCommitment, kOwnLine, 70'001), over},
        {"commit it in two parts", "sato", postings([](Stage &) {
             return QJsonArray{posted(kCommitment, kOwnLine, 40'000), posted(kCommitment, kOwnLine, 30'001)};
         }),
         over},
        {"give oneself money first in the same request", "sato", postings([](Stage &) {
             return QJsonArray{posted(QStringLiteral("budget.transfer.in"), kOwnLine, 500'000),
                               posted(kCommitment, kOwnLine, 70'001)};
         }),
         refusedAs("ReferenceInvalid")},
        {"give oneself money that is taken from the same line", "sato", postings([](Stage &) {
             return QJsonArray{posted(QStringLiteral("budget.transfer.in"), kOwnLine, 500'000),
                               posted(QStringLiteral("budget.transfer.out"), kOwnLine, 500'000),
                               posted(kCommitment, kOwnLine, 70'001)};
         }),
         over},
        {"commit what one lowers without a commitment that is lowered", "sato", postings([](Stage &) {
             return QJsonArray{posted(QStringLiteral("budget.decrease"), kOwnLine, 500'000),
                               posted(kCommitment, kOwnLine, 70'001)};
         }),
         refusedAs("ReferenceInvalid")},
        {"give a line money by a transfer from nowhere", "sato",
         posting(QStringLiteral("budget.transfer.in"), kOwnLine, 500'000), refusedAs("ReferenceInvalid")},
        {"give a line more than the transfer takes", "sato", postings([](Stage &) {
             return QJsonArray{posted(QStringLiteral("budget.transfer.out"), kOwnLine, 1),
                               posted(QStringLiteral("budget.transfer.in"), kOwnLine, 2)};
         }),
         refusedAs("ReferenceInvalid")},
        {"take money off a line that goes nowhere", "sato", posting(QStringLiteral("budget.transfer.out"), kOwnLine, 1),
         refusedAs("ReferenceInvalid")},
        {"give a line back what no commitment gives up", "sato",
         posting(QStringLiteral("budget.decrease"), kOwnLine, 30'000), refusedAs("ReferenceInvalid")},
        {"give a line back more than its commitment gives up", "sato", ofOwn([](const QString &account) {
             return QJsonArray{posted(QStringLiteral("commitment.decrease"), account, 1),
                               posted(QStringLiteral("budget.decrease"), kOwnLine, 500'000)};
         }),
         refusedAs("ReferenceInvalid")},
        {"give a line back more than its commitment holds", "sato", ofOwn([](const QString &account) {
             return QJsonArray{posted(QStringLiteral("commitment.decrease"), account, 30'001),
                               posted(QStringLiteral("budget.decrease"), kOwnLine, 30'001)};
         }),
         over},
        {"raise a commitment by money of no line", "sato", ofOwn([](const QString &account) {
             return QJsonArray{posted(QStringLiteral("commitment.increase"), account, 1'000)};
         }),
         refusedAs("ReferenceInvalid")},
        {"raise a commitment by more than is left of its line", "sato", ofOwn([](const QString &account) {
             return QJsonArray{posted(QStringLiteral("commitment.increase"), account, 70'001),
                               posted(QStringLiteral("budget.increase"), kOwnLine, 70'001)};
         }),
         over},
        {"commit and pay by one case, to spend what was paid as if it were committed", "sato", postings([](Stage &) {
             return QJsonArray{posted(kCommitment, kOwnLine, 1), posted(QStringLiteral("budget.payment"), kOwnLine, 1)};
         }),
         refusedAs("ReferenceInvalid")},
        {"commit by what pays a commitment, to spend what was paid as if it were committed", "sato",
         ofOwn([](const QString &account) {
             return QJsonArray{posted(kPaid, account, 1), posted(kCommitment, kOwnLine, 1)};
         }),
         refusedAs("ReferenceInvalid")},
        {"commit on another section's line", "sato", posting(kCommitment, kOthersLine, 1), invalid},
        {"take money off another section's line", "sato",
         posting(QStringLiteral("budget.transfer.out"), kOthersLine, 1), invalid},
        {"give money back to another section's line", "sato", posting(QStringLiteral("budget.refund"), kOthersLine, 1),
         invalid},
        {"give money back that nobody paid", "sato", posting(QStringLiteral("budget.refund"), kOwnLine, 1),
         refusedAs("ReferenceInvalid")},
        {"move to a line what nobody paid", "sato", posting(QStringLiteral("budget.corrected"), kOwnLine, 1),
         refusedAs("ReferenceInvalid")},
        {"give a commitment back what nobody paid of it", "sato", ofOwn([](const QString &account) {
             return QJsonArray{posted(QStringLiteral("commitment.refund"), account, 1'000)};
         }),
         refusedAs("ReferenceInvalid")},
        {"commit on a line that is not there", "sato", posting(kCommitment, kOwnLine + QLatin1Char('0'), 1), invalid},
        {"commit on a line of another year", "sato",
         posting(kCommitment, QString(kOwnLine).replace(QStringLiteral("2026"), QStringLiteral("2028")), 1), invalid},
        {"commit on a line written otherwise", "sato", posting(kCommitment, kOwnLine + QLatin1Char(' '), 1), invalid},
        {"get money back by a negative commitment", "sato", posting(kCommitment, kOwnLine, -1), invalid},
        {"commit nothing", "sato", posting(kCommitment, kOwnLine, 0), invalid},
        {"commit so much that sums break", "sato", posting(kCommitment, kOwnLine, 9'000'000'000'000'000.0), invalid},
        {"move a line by a ledger of time", "sato", posting(QStringLiteral("overtime.minutes"), kOwnLine, 1), invalid},
        {"move a line by a ledger that only answers", "sato", posting(QStringLiteral("budget.balance"), kOwnLine, 1),
         invalid},
        {"pay from the line instead of the commitment", "sato", posting(kPaid, kOwnLine, 1), invalid},
        {"pay one yen more than was committed", "sato",
         ofOwn([](const QString &account) { return QJsonArray{posted(kPaid, account, 30'001)}; }), over},
        {"pay a commitment that no field names", "sato", paying(kPaid, &C::commitment, 1),
         refusedAs("ReferenceInvalid")},
        {"lower a commitment, and the money is gone", "sato", ofOwn([](const QString &account) {
             return QJsonArray{posted(QStringLiteral("commitment.decrease"), account, 1)};
         }),
         refusedAs("ReferenceInvalid")},
        {"say that a commitment was about less, so that a lower post decides its change", "sato",
         ofOwn(
             [](const QString &account) {
                 return QJsonArray{posted(QStringLiteral("commitment.decrease"), account, 1)};
             },
             {{kOldTotal, 2}}),
         refusedAs("ReferenceInvalid")},
        {"raise a commitment and pay that too", "sato", ofOwn([](const QString &account) {
             return QJsonArray{posted(QStringLiteral("commitment.increase"), account, 1'000),
                               posted(kPaid, account, 30'001)};
         }),
         refusedAs("ReferenceInvalid")},
        {"pay back by a negative payment", "sato", paying(kPaid, &C::commitment, -1), invalid},
        {"pay another section's commitment", "sato", paying(kPaid, &C::othersCommitment, 1), invalid},
        {"pay a commitment that is not decided", "sato", paying(kPaid, &C::fresh, 1), invalid},
        {"pay a decided case that commits nothing", "sato", paying(kPaid, &C::decided, 1), invalid},
        {"pay a case that is not there", "sato", posting(kPaid, QStringLiteral("case:999999"), 1), invalid},
        {"pay a case written otherwise", "sato", posting(kPaid, QStringLiteral("case:0"), 1), invalid},
        {"pay a case with a number too long", "sato", posting(kPaid, QStringLiteral("case:99999999999999999999"), 1),
         invalid},
        {"commit on a commitment", "sato", paying(kCommitment, &C::commitment, 1), invalid},
        {"commit on one's own account, to pay of it", "sato",
         posting(kCommitment, QStringLiteral("staff:%1").arg(sceneOffice().small.sato.value()), 1'000'000), invalid},
        {"name commitments with a login that is nobody's", "stranger",
         plain("SELECT * FROM kessai.commitments_in_charge()"), faultOf("AccessDenied")},
        {"ask what another section has left", "sato",
         plain("SELECT * FROM kessai.ledger_sum('budget.balance', 'budget:2026:01-03-01-01-0310-10-01', '0001-01-01', "
               "'9999-12-31', 0)"),
         faultOf("AccessDenied")},
        {"ask what another section has committed, one by one", "sato",
         plain("SELECT * FROM kessai.ledger_entries('budget.commitment', 'budget:2026:01-03-01-01-0310-10-01', "
               "'0001-01-01', '9999-12-31', 0)"),
         faultOf("AccessDenied")},
        {"ask what the city has left, with a login that is nobody's", "stranger",
         plain("SELECT * FROM kessai.ledger_sum('budget.balance', 'budget:2026:01-02-01-01-0010-10-01', '0001-01-01', "
               "'9999-12-31', 0)"),
         faultOf("AccessDenied")},
        {"read what the lines have past the doors", "zaizen", plain("SELECT * FROM kessai.budget_entry"), denied()},
        {"read the lines with a login that is nobody's", "stranger", plain("SELECT code FROM kessai.budget_line"),
         nothing()},
        {"give one's line more past the doors", "zaizen", plain("UPDATE kessai.budget_entry SET amount = amount * 2"),
         denied()},
        {"write a line past the doors", "zaizen",
         plain("INSERT INTO kessai.budget_line VALUES (2026, '01-02-01-01-0010-10-09', '', 3, '10', 1, NULL)"),
         denied()},
        {"take over a line past the doors", "kaita", plain("UPDATE kessai.budget_line SET section_id = 3"), denied()},
    };
}

/// A line that is there, as it is to be, and what it gets.
QString importing(const char *line, const char *entry)
{
    return QStringLiteral("SELECT kessai.import_budget('[%1]', '[%2]')").arg(QLatin1String(line), QLatin1String(entry));
}
constexpr auto kLine =
    R"({"year": 2026, "code": "01-02-01-01-0010-10-02", "names": ["a", "b", "c", "d", "e", "f", "g"], "section": 3, "item": "10"})";
constexpr auto kEntry =
    R"({"year": 2026, "code": "01-02-01-01-0010-10-01", "kind": 1, "document": "x", "amount": 1, "day": "2026-06-24"})";

/// An import by whoever may.
Attack imports(const char *name, const char *line, const char *entry, const Expected &expected)
{
    return {name, "zaizen", [=](Stage &) { return importing(line, entry); }, expected};
}
Attack importsAs(const char *name, const char *login)
{
    return {name, login, [](Stage &) { return importing(kLine, kEntry); }, faultOf("AccessDenied")};
}

std::vector<Attack> importAttacks()
{
    const auto invalid = faultOf("Invalid");
    const auto notTheirs = faultOf("AccessDenied");
    return {
        importsAs("import a budget as staff", "sato"),
        importsAs("import a budget as a clerk of finance", "zushi"),
        importsAs("import a budget as the mayor", "ichikawa"),
        importsAs("import a budget as an administrator", "kaita"),
        importsAs("import a budget as an auditor", "shindo"),
        importsAs("import a budget after leaving", "taishoku"),
        importsAs("import a budget with a login that is nobody's", "stranger"),
        {"import no budget", "zaizen", plain("SELECT kessai.import_budget(NULL, '[]')"), invalid},
        {"import a budget that is no list", "zaizen", plain("SELECT kessai.import_budget('{}', '[]')"), invalid},
        {"import an empty budget", "zaizen", plain("SELECT kessai.import_budget('[]', '[]')"),
         faultOf("AlreadyExists")},
        imports("import a line without names",
                R"({"year": 2026, "code": "01-02-01-01-0010-10-02", "section": 3, "item": "10"})", "", invalid),
        imports(
            "import a line of six names",
            R"({"year": 2026, "code": "01-02-01-01-0010-10-02", "names": ["a", "b", "c", "d", "e", "f"], "section": 3, "item": "10"})",
            "", invalid),
        imports(
            "give a line a name of two lines",
            R"({"year": 2026, "code": "01-02-01-01-0010-10-02", "names": ["a\nb", "b", "c", "d", "e", "f", "g"], "section": 3, "item": "10"})",
            "", invalid),
        imports(
            "import a line of six levels",
            R"({"year": 2026, "code": "01-02-01-01-0010-10", "names": ["a", "b", "c", "d", "e", "f", "g"], "section": 3, "item": "10"})",
            "", invalid),
        imports(
            "import a line for a section that is not there",
            R"({"year": 2026, "code": "01-02-01-01-0010-10-02", "names": ["a", "b", "c", "d", "e", "f", "g"], "section": 99, "item": "10"})",
            "", invalid),
        {"import a line twice", "zaizen",
         [](Stage &) {
             return QStringLiteral("SELECT kessai.import_budget('[%1, %1]', '[]')").arg(QLatin1String(kLine));
         },
         invalid},
        imports(
            "enter money on a line that is not there", "",
            R"({"year": 2026, "code": "01-02-01-01-0010-10-09", "kind": 1, "document": "x", "amount": 1, "day": "2026-06-24"})",
            invalid),
        imports(
            "enter an initial amount below nothing", "",
            R"({"year": 2026, "code": "01-02-01-01-0010-10-01", "kind": 0, "document": "x", "amount": -1, "day": "2026-06-24"})",
            invalid),
        imports(
            "enter an amount of another kind than there is", "",
            R"({"year": 2026, "code": "01-02-01-01-0010-10-01", "kind": 6, "document": "x", "amount": 1, "day": "2026-06-24"})",
            invalid),
        imports(
            "enter money on no document", "",
            R"({"year": 2026, "code": "01-02-01-01-0010-10-01", "kind": 1, "document": "", "amount": 1, "day": "2026-06-24"})",
            invalid),
        imports(
            "enter money on a day that does not exist", "",
            R"({"year": 2026, "code": "01-02-01-01-0010-10-01", "kind": 1, "document": "x", "amount": 1, "day": "2026-02-30"})",
            refusedAs("PeriodInvalid")),
        imports(
            "enter what the council voted again with another amount", "",
            R"({"year": 2026, "code": "01-02-01-01-0010-10-01", "kind": 0, "document": "当初予算", "amount": 999999, "day": "2026-04-01"})",
            invalid),
        imports(
            "allot less than was committed", "",
            R"({"year": 2026, "code": "01-02-01-01-0010-10-01", "kind": 5, "document": "x", "amount": 29999, "day": "2026-04-01"})",
            refusedAs("OverBudget")),
        imports(
            "cut a line below what was committed", "",
            R"({"year": 2026, "code": "01-02-01-01-0010-10-01", "kind": 1, "document": "x", "amount": -70001, "day": "2026-06-24"})",
            refusedAs("OverBudget")),
        {"look at the cases behind another section's line", "sato",
         plain("SELECT * FROM kessai.budget_cases('budget:2026:01-03-01-01-0310-10-01')"), notTheirs},
        {"look at all cases behind a line after deciding on one", "kato",
         plain("SELECT * FROM kessai.budget_cases('budget:2026:01-03-01-01-0310-10-01')"), notTheirs},
        {"look at the cases behind one's own time", "sato", plain("SELECT * FROM kessai.budget_cases('staff:9')"),
         notTheirs},
        {"look at the cases behind a line with a login that is nobody's", "stranger",
         plain("SELECT * FROM kessai.budget_cases('budget:2026:01-03-01-01-0310-10-01')"), notTheirs},
        {"look at what was entered for everybody", "sato", plain("SELECT * FROM kessai.budget_entries(2026)"),
         notTheirs},
        {"look at how another section's lines stand", "sato",
         plain("SELECT code FROM kessai.budget_balances(2026) WHERE code <> '01-02-01-01-0010-10-01'"), nothing()},
        {"look at how the lines stand with a login that is nobody's", "stranger",
         plain("SELECT * FROM kessai.budget_balances(2026)"), notTheirs},
    };
}

} // namespace

std::vector<Attack> budgetAttacks()
{
    std::vector<Attack> all = moneyAttacks();
    const std::vector<Attack> more = importAttacks();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace kessai::test
