// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"
#include "core/services/verifier.h"
#include "tests/store/atonce.h"

#include <algorithm>

// The budget: whose lines are whose to take from, and that nobody takes more than is there; the same on every database.

namespace kessai::test {

namespace {

const QString kCommit = QStringLiteral("budget.commitment");
const QString kPay = QStringLiteral("commitment.paid");
const QString kRaise = QStringLiteral("commitment.increase+budget.increase"); // of a commitment, from its line
const QString kLower = QStringLiteral("commitment.decrease+budget.decrease");
const QString kTransfer = QStringLiteral("budget.transfer.out+budget.transfer.in");

class BudgetContract : public OnBothDatabases {
protected:
    static QString account(const QString &code) { return budgetLine(code, SectionId(0)).account(); }
    const QString stationery = account(kStationery);
    Hand sato{office, people.sato};

    /// A decided case of Sato's that moves an amount.
    CaseId decided(const QString &ledger, const QString &on, qint64 amount)
    {
        const auto id = sato.file(moving(ledger, on, amount));
        EXPECT_TRUE(fine(id));
        decide(*id, amount);
        return *id;
    }
    void decide(CaseId id, qint64 amount)
    {
        EXPECT_TRUE(fine(Hand(office, people.suzuki).approve(id)));
        EXPECT_TRUE(fine(Hand(office, people.kato).approve(id)));
        if (amount >= 100'000) {
            EXPECT_TRUE(fine(Hand(office, people.zaizen).approve(id)));
        }
        EXPECT_TRUE(fine(Hand(office, people.bando).approve(id)));
        EXPECT_EQ(sato.load(id)->projection.state, CaseState::Decided);
    }
    /// Both lines are of Sato's section from now on.
    void takeBothLines()
    {
        ASSERT_TRUE(fine(office.tamper(
            QStringLiteral("UPDATE budget_line SET section_id = (SELECT section_id FROM budget_line WHERE code = '%1')")
                .arg(kStationery))));
    }
    Result<CaseId> cancel(CaseId id)
    {
        const auto record = *office.owner().cases().load(id);
        return sato.file(cancelling(
            record.revisions.back().content.fields,
            {id, record.number, proven(record)->basis->officeRevision, QStringLiteral("契約を取りやめたため")}));
    }
    Result<LedgerAnswer> ask(StaffId who, const QString &ledger, const QString &on)
    {
        const auto answers = office.as(who).ledgers().sums(
            {{QStringLiteral("x"), ledger, on, QDate(2020, 4, 1), QDate(2035, 3, 31)}}, std::nullopt);
        return answers ? Result<LedgerAnswer>(answers->front()) : Result<LedgerAnswer>(answers.failure());
    }
    qint64 left(const QString &on)
    {
        const auto balance = ask(people.sato, on.startsWith(kBudgetAccount) ? kBudgetBalance : kCommitmentBalance, on);
        EXPECT_TRUE(fine(balance));
        return balance ? balance->used - balance->reserved : -1;
    }
    static ::testing::AssertionResult lacks(const Result<CaseId> &filed, const QString &on, qint64 yen)
    {
        if (const auto over = refused(filed, Refusal::OverBudget); !over)
            return over;
        if (shortageFrom(filed.error().detail) == Shortage{on, yen})
            return ::testing::AssertionSuccess();
        return ::testing::AssertionFailure() << filed.error().detail.toStdString();
    }
    bool sound(CaseId id)
    {
        const Verified verified = verifyCase(*office.owner().cases().load(id), office.configuration(), memoForms());
        for (const Damage &damage : verified.damage)
            ADD_FAILURE() << damage.detail.toStdString();
        return verified.sound();
    }
};
KESSAI_ON_BOTH_DATABASES(BudgetContract);

} // namespace

TEST_P(BudgetContract, IsReadAsItWasWritten)
{
    const BudgetBook written = smallFounding(people).configuration.parameters.budget();

    const auto read = office.as(people.fuji).office().configuration();

    ASSERT_TRUE(fine(read));
    EXPECT_EQ(read->parameters.budget().rows(), written.rows());
}

// AC-1 (domain.md 5.2): 配当 500,000; decided 430,000; new 70,000.
TEST_P(BudgetContract, Ac1TakesTheLastYen)
{
    decided(kCommit, stationery, 430'000);
    EXPECT_EQ(left(stationery), 70'000);

    const auto last = sato.file(moving(kCommit, stationery, 70'000));

    ASSERT_TRUE(fine(last));
    EXPECT_EQ(left(stationery), 0);
    EXPECT_TRUE(sound(*last));
    decide(*last, 70'000);
    EXPECT_EQ(left(stationery), 0);
    EXPECT_TRUE(sound(*last));
}

// AC-2: the same, new 70,001.
TEST_P(BudgetContract, Ac2IsRefusedAndToldHowMuchIsMissing)
{
    decided(kCommit, stationery, 430'000);
    const auto draft = sato.draft(moving(kCommit, stationery, 70'001));
    ASSERT_TRUE(fine(draft));

    const auto filed = sato.submit(*draft);

    EXPECT_TRUE(refused(filed, Refusal::OverBudget));
    EXPECT_EQ(shortageFrom(filed.error().detail), (Shortage{stationery, 1}));
    EXPECT_EQ(sato.load(*draft)->projection.seq, 0) << "nothing of it was written";
    EXPECT_EQ(left(stationery), 70'000);
}

TEST_P(BudgetContract, CountsWhatRunsUnlessTheOfficeSaysOtherwise)
{
    ASSERT_TRUE(fine(sato.file(moving(kCommit, stationery, 300'000))));
    EXPECT_TRUE(lacks(sato.file(moving(kCommit, stationery, 200'001)), stationery, 1));

    ASSERT_TRUE(
        fine(office.tamper(QStringLiteral("UPDATE parameter SET value = 0 WHERE key = 'budget.running_count'"))));
    const auto second = sato.file(moving(kCommit, stationery, 200'001));
    ASSERT_TRUE(fine(second));
    decided(kCommit, stationery, 300'000);

    for (const StaffId who : {people.suzuki, people.kato, people.zaizen})
        ASSERT_TRUE(fine(Hand(office, who).approve(*second)));
    EXPECT_TRUE(refused(Hand(office, people.bando).approve(*second), Refusal::OverBudget)) << "when it becomes final";
}

TEST_P(BudgetContract, GivesBackWhatWasWithdrawnOrCancelled)
{
    const auto id = sato.file(moving(kCommit, stationery, 500'000));
    ASSERT_TRUE(fine(id));
    EXPECT_EQ(left(stationery), 0);
    ASSERT_TRUE(fine(sato.act(*id, Withdraw{})));
    EXPECT_EQ(left(stationery), 500'000);

    const CaseId commitment = decided(kCommit, stationery, 500'000);
    const auto cancellation = cancel(commitment);
    ASSERT_TRUE(fine(cancellation));
    EXPECT_EQ(left(stationery), 0) << "not before it is decided";
    decide(*cancellation, 500'000);
    EXPECT_EQ(left(stationery), 500'000);
}

TEST_P(BudgetContract, GivesBackWhatWasLowered)
{
    const QString both = commitmentAccount(decided(kCommit, stationery, 400'000)) + QLatin1Char('+') + stationery;

    const auto decrease = sato.file(moving(kLower, both, 100'000));
    ASSERT_TRUE(fine(decrease));
    EXPECT_EQ(left(stationery), 100'000) << "not before it is decided";
    decide(*decrease, 100'000);
    EXPECT_EQ(left(stationery), 200'000);

    decided(kLower, both, 1'000);
    takeBothLines();
    decided(kTransfer, account(kCare) + QLatin1Char('+') + stationery, 20'000);
    EXPECT_EQ(left(stationery), 221'000);
    EXPECT_EQ(ask(people.sato, kBudgetSupply, stationery)->used, 520'000);
    EXPECT_TRUE(
        lacks(sato.file(moving(kTransfer, stationery + QLatin1Char('+') + account(kCare), 221'002)), stationery, 2));
}

// What a case gives, it takes from elsewhere; no half of it, whoever made the client.
TEST_P(BudgetContract, GivesNothingThatIsTakenFromNowhere)
{
    const QString owed = commitmentAccount(decided(kCommit, stationery, 90'000));
    takeBothLines();

    for (const auto &[ledgers, accounts] : std::vector<std::pair<QString, QString>>{
             {QStringLiteral("budget.decrease"), stationery},
             {QStringLiteral("budget.increase"), stationery},
             {QStringLiteral("budget.transfer.in"), stationery},
             {QStringLiteral("budget.transfer.out"), stationery},
             {QStringLiteral("commitment.increase"), owed},
             {QStringLiteral("commitment.decrease"), owed},
             {kLower + QStringLiteral("+budget.decrease"), owed + QStringLiteral("+%1+%1").arg(stationery)},
             {kTransfer + QStringLiteral("+budget.transfer.in"),
              account(kCare) + QStringLiteral("+%1+%1").arg(stationery)}})
        EXPECT_TRUE(refused(sato.file(moving(ledgers, accounts, 1'000)), Refusal::ReferenceInvalid))
            << ledgers.toStdString();
    EXPECT_TRUE(
        refused(sato.file(moving(kLower, owed + QLatin1Char('+') + account(kCare), 1'000)), Refusal::ReferenceInvalid))
        << "of the line the commitment is on";
    EXPECT_TRUE(lacks(sato.file(moving(kLower, owed + QLatin1Char('+') + stationery, 90'001)), owed, 1));
    EXPECT_EQ(left(stationery), 410'000);
}

// Of two lines, what lowers the commitment would give to one what the other is to give up.
TEST_P(BudgetContract, IsCommittedOnOneLine)
{
    takeBothLines();
    const QString both = kCommit + QLatin1Char('+') + kCommit;

    EXPECT_TRUE(refused(sato.file(moving(both, stationery + QLatin1Char('+') + account(kCare), 1'000)),
                        Refusal::ReferenceInvalid));
    EXPECT_TRUE(fine(sato.file(moving(both, stationery + QLatin1Char('+') + stationery, 1'000))));
}

// Half of a transfer is not taken back.
TEST_P(BudgetContract, TakesBackAllOfTheMoneyOrNone)
{
    takeBothLines();
    const CaseId transfer = decided(kTransfer, account(kCare) + QLatin1Char('+') + stationery, 20'000);
    const auto record = *office.owner().cases().load(transfer);
    Cancellation part{transfer, record.number, proven(record)->basis->officeRevision, QStringLiteral("一部の取りやめ")};
    part.days = DayRange{kMemoDay, kMemoDay};
    const auto half = [&](bool out) {
        const auto id = sato.draft(cancelling(record.revisions.back().content.fields, part));
        EXPECT_TRUE(fine(id));
        auto event = sato.proposeSubmission(*id);
        EXPECT_TRUE(fine(event));
        auto &postings = std::get<Submitted>(event->body).postings;
        postings = record.projection.postings;
        std::erase_if(postings, [&](const Posting &one) { return out != one.ledger.endsWith(QLatin1String("out")); });
        for (Posting &one : postings)
            one.amount = -one.amount;
        return sato.append(*id, *event);
    };

    EXPECT_TRUE(failed(half(true), ErrorCode::Invalid));
    EXPECT_TRUE(failed(half(false), ErrorCode::Invalid));
    EXPECT_TRUE(fine(cancel(transfer)));
}

TEST_P(BudgetContract, IsTakenByThoseInChargeOfTheLine)
{
    EXPECT_TRUE(failed(sato.file(moving(kCommit, account(kCare), 1)), ErrorCode::Invalid)) << "of another section";
    EXPECT_TRUE(fine(Hand(office, people.fuji).file(moving(kCommit, account(kCare), 1))));
    EXPECT_TRUE(fine(Hand(office, people.seki).file(moving(kCommit, stationery, 1))));
    EXPECT_TRUE(fine(Hand(office, people.zushi).file(moving(kCommit, stationery, 1)))) << "of the finance section";
    EXPECT_TRUE(failed(Hand(office, people.fuji).file(moving(kCommit, stationery, 1)), ErrorCode::Invalid));
}

TEST_P(BudgetContract, KnowsItsLinesAndLedgers)
{
    for (const QString &wrong :
         QStringList{stationery + QStringLiteral("x"), QStringLiteral("budget:2000:") + kStationery,
                     QStringLiteral("budget:2026:"), QStringLiteral("budget:x"), QStringLiteral("budget:")})
        EXPECT_TRUE(failed(sato.file(moving(kCommit, wrong, 1)), ErrorCode::Invalid)) << wrong.toStdString();
    for (const QString &wrong : QStringList{QStringLiteral("overtime.minutes"), kPay, QStringLiteral("budget.supply"),
                                            QStringLiteral("budget.commitment.x")})
        EXPECT_TRUE(failed(sato.file(moving(wrong, stationery, 1)), ErrorCode::Invalid)) << wrong.toStdString();
}

TEST_P(BudgetContract, LiesOnLinesAndCommitmentsAlone)
{
    const QString own = QStringLiteral("staff:%1").arg(people.sato.value());
    for (const QString &ledger :
         QStringList{kCommit, QStringLiteral("budget.decrease"), QStringLiteral("budget.refund"),
                     QStringLiteral("commitment.increase"), kPay})
        EXPECT_TRUE(failed(sato.file(moving(ledger, own, 1)), ErrorCode::Invalid)) << ledger.toStdString();
}

TEST_P(BudgetContract, PaysNoMoreThanWasCommitted)
{
    const CaseId commitment = decided(kCommit, stationery, 300'000);
    const QString owed = commitmentAccount(commitment);
    decided(kPay, owed, 250'000);
    EXPECT_EQ(left(owed), 50'000);
    EXPECT_EQ(ask(people.sato, kCommitmentAmount, owed)->used, 300'000);

    EXPECT_TRUE(lacks(sato.file(moving(kPay, owed, 50'001)), owed, 1));
    ASSERT_TRUE(fine(sato.file(moving(kPay, owed, 50'000))));
    EXPECT_TRUE(lacks(sato.file(moving(kPay, owed, 1)), owed, 1)) << "the rest is on its way";
}

// AC-4, as far as the commitment goes: 300,000 after 250,000 are paid becomes 260,000, not 240,000.
TEST_P(BudgetContract, Ac4LowersNothingBelowWhatIsPaid)
{
    const CaseId commitment = decided(kCommit, stationery, 300'000);
    const QString owed = commitmentAccount(commitment);
    decided(kPay, owed, 250'000);
    const QString both = owed + QLatin1Char('+') + stationery;

    EXPECT_TRUE(lacks(sato.file(moving(kLower, both, 60'000)), owed, 10'000));
    decided(kLower, both, 40'000);

    EXPECT_EQ(left(owed), 10'000);
    EXPECT_EQ(ask(people.sato, kCommitmentAmount, owed)->used, 260'000);
    decided(kRaise, both, 5'000);
    EXPECT_EQ(left(owed), 15'000);
}

TEST_P(BudgetContract, CancelsNoCommitmentThatWasPaid)
{
    const CaseId paid = decided(kCommit, stationery, 200'000);
    decided(kPay, commitmentAccount(paid), 1);
    EXPECT_TRUE(lacks(cancel(paid), commitmentAccount(paid), 1));

    const CaseId unpaid = decided(kCommit, stationery, 200'000);
    const auto cancellation = cancel(unpaid);
    ASSERT_TRUE(fine(cancellation));
    EXPECT_TRUE(refused(sato.file(moving(kPay, commitmentAccount(unpaid), 1)), Refusal::ReferenceInvalid))
        << "it is being cancelled";
    decide(*cancellation, 200'000);
    EXPECT_EQ(left(commitmentAccount(unpaid)), 0);
}

TEST_P(BudgetContract, CancelsAPaymentThatWasNotMade)
{
    const CaseId commitment = decided(kCommit, stationery, 50'000);
    const CaseId payment = decided(kPay, commitmentAccount(commitment), 20'000);

    const auto cancellation = cancel(payment);

    ASSERT_TRUE(fine(cancellation)) << "its day has come, and nothing was paid";
    EXPECT_EQ(left(commitmentAccount(commitment)), 30'000);
    decide(*cancellation, 20'000);
    EXPECT_EQ(left(commitmentAccount(commitment)), 50'000);
}

TEST_P(BudgetContract, PaysNothingOfWhatIsPaidAtOnceOrRaises)
{
    const CaseId commitment = decided(kCommit, stationery, 50'000);
    const CaseId atOnce = decided(QStringLiteral("budget.payment"), stationery, 20'000);
    const CaseId raised = decided(kRaise, commitmentAccount(commitment) + QLatin1Char('+') + stationery, 10'000);

    EXPECT_EQ(left(stationery), 420'000);
    for (const CaseId none : {atOnce, raised})
        EXPECT_TRUE(failed(sato.file(moving(kPay, commitmentAccount(none), 1)), ErrorCode::Invalid));
    EXPECT_TRUE(fine(cancel(atOnce)));
    const auto lowered = cancel(raised);
    ASSERT_TRUE(fine(lowered));
    decide(*lowered, 10'000);
    EXPECT_TRUE(fine(cancel(commitment)));
}

TEST_P(BudgetContract, PaysDecidedCommitmentsOfOnesOwn)
{
    const CaseId commitment = decided(kCommit, stationery, 300'000);
    const auto running = sato.file(moving(kCommit, stationery, 1'000));
    const CaseId other = decided(QStringLiteral("budget.payment"), stationery, 1'000);
    ASSERT_TRUE(fine(running));

    EXPECT_TRUE(fine(Hand(office, people.seki).file(moving(kPay, commitmentAccount(commitment), 1))))
        << "a colleague's";
    EXPECT_TRUE(refused(Hand(office, people.fuji).file(moving(kPay, commitmentAccount(commitment), 1)),
                        Refusal::ReferenceInvalid))
        << "another section's";
    EXPECT_TRUE(failed(sato.file(moving(kPay, commitmentAccount(*running), 1)), ErrorCode::Invalid)) << "not decided";
    EXPECT_TRUE(failed(sato.file(moving(kPay, commitmentAccount(other), 1)), ErrorCode::Invalid)) << "no commitment";
    EXPECT_TRUE(failed(sato.file(moving(kPay, commitmentAccount(CaseId(999)), 1)), ErrorCode::Invalid));
    EXPECT_TRUE(failed(sato.file(moving(kPay, QStringLiteral("case:01"), 1)), ErrorCode::Invalid));
    EXPECT_TRUE(refused(sato.file(moving(kCommit, commitmentAccount(commitment), 1)), Refusal::ReferenceInvalid));
}

TEST_P(BudgetContract, TwoWhoReachForTheLastYen)
{
    decided(kCommit, stationery, 499'999);
    const std::vector<Result<Event>> outcome =
        submitAtOnce(office, {people.sato, people.seki, people.tanaka, people.sato, people.seki, people.tanaka},
                     moving(kCommit, stationery, 1));

    EXPECT_EQ(std::count_if(outcome.begin(), outcome.end(), [](const Result<Event> &one) { return one.ok(); }), 1);
    for (const Result<Event> &one : outcome) {
        if (!one) {
            EXPECT_EQ(shortageFrom(one.error().detail), (Shortage{stationery, 1}));
        }
    }
    EXPECT_EQ(left(stationery), 0);
}

TEST_P(BudgetContract, IsAskedAboutByWhomItConcerns)
{
    decided(kCommit, stationery, 100'000);
    const CaseId of = *Hand(office, people.fuji).file(moving(kCommit, account(kCare), 30'000));

    for (const StaffId who :
         {people.sato, people.kato, people.bando, people.zushi, people.shiba, people.kaita, people.shindo})
        EXPECT_EQ(ask(who, kBudgetBalance, stationery)->used, 400'000) << who.value();
    EXPECT_EQ(ask(people.fuji, kBudgetBalance, account(kCare))->reserved, 30'000);
    EXPECT_EQ(ask(people.ichikawa, kBudgetBalance, account(kCare))->reserved, 30'000) << "the mayor";
    if (office.dialect() == Dialect::Sqlite)
        return; // a file protects nobody
    EXPECT_TRUE(failed(ask(people.fuji, kBudgetBalance, stationery), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(ask(people.fuji, kCommit, stationery), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(ask(people.seki, kBudgetBalance, account(kCare)), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(ask(people.seki, kCommitmentBalance, commitmentAccount(of)), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(ask(people.seki, kBudgetBalance, QStringLiteral("budget:2026:x")), ErrorCode::AccessDenied));
}

} // namespace kessai::test
