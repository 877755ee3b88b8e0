// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/referencecheck.h"
#include "tests/store/paidoffice.h"

// What is given back of what was paid, moved to the right line, or settled (戻入・更正・精算): of a paid order, no more than was paid, and the
// same on every database. 芝 and 志賀 hold the role "accounting".

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class RefundContract : public PaidOffice {
protected:
    /// What is wrong with what a case rests on, for whoever reads everything and knows what was paid.
    QString faults(CaseId id, bool paid = true)
    {
        const auto record = office.owner().cases().load(id);
        EXPECT_TRUE(fine(record));
        const ReferenceLookup lookup{[this](CaseId one) -> Result<Referred> {
                                         const auto found = office.owner().cases().load(one);
                                         return found ? referredOf(*found) : Result<Referred>(Referred{});
                                     },
                                     [paid](CaseId) { return std::optional(paid); }};
        return referenceFaults(*record, office.configuration().office, lookup).join(u"; "_s);
    }
    Result<CaseId> cancel(CaseId id)
    {
        const auto record = *office.owner().cases().load(id);
        return Hand(office, people.sato)
            .file(cancelling(record.revisions.back().content.fields,
                             {id, record.number, proven(record)->basis->officeRevision, u"誤り"_s}));
    }
};
KESSAI_ON_BOTH_DATABASES(RefundContract);

} // namespace

// What may be given back of was paid, and what is paid was examined before.
TEST_P(RefundContract, IsOfNothingThatNobodyExamined)
{
    QJsonObject unexamined = moving(u"budget.payment"_s, line(), kPaid);
    unexamined.insert(u"payee"_s, PayeeRef::of(knownPayee()).toJson());
    unexamined.insert(u"pay_method"_s, u"transfer"_s);
    const CaseId unasked = decided(unexamined);
    Hand sato(office, people.sato);
    const auto drafted = sato.draft(unexamined);
    ASSERT_TRUE(fine(drafted));
    auto event = sato.proposeSubmission(*drafted);
    ASSERT_TRUE(fine(event));
    std::get<Submitted>(event->body).route.steps.front().kind = StepKind::Examine; // by 係長, before it is ordered
    ASSERT_TRUE(fine(sato.append(*drafted, *event)));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*drafted)));
    const CaseId proper = ordered();

    for (const CaseId wrong : {unasked, *drafted}) {
        const auto made = payments(people.shiba).changePayments(MakeBatch{today(), {{proper, 1}, {wrong, 1}}});
        EXPECT_TRUE(refused(made, Refusal::NotPayable));
        EXPECT_EQ(made.error().detail, QString::number(wrong.value())) << "which one";
    }
    const auto due = payments(people.shiba).due(QDate(2035, 3, 31));
    ASSERT_EQ(due->size(), 3u) << "it is shown all the same";
    EXPECT_EQ(staysOut(due->front(), today()), StaysOut::NotExamined);
    pay(proper);
    EXPECT_TRUE(fine(cancel(*drafted))) << "it is cancelled, and filed anew";

    ASSERT_TRUE(fine(office.tamper(u"INSERT INTO payment_batch (batch_id, day) VALUES (77, '2026-12-01')"_s)));
    EXPECT_TRUE(fine(office.tamper(u"INSERT INTO payment_line (batch_id, no, case_id, amount, transfer, payee, "
                                   u"revision, name, bank, bank_name, branch,"
                                   " branch_name, account_type, account, holder)"
                                   " SELECT 77, 1, %1, 1, 1, p.code, p.revision, p.name, p.bank, p.bank_name, "
                                   "p.branch, p.branch_name, p.account_type,"
                                   " p.account, p.holder FROM payee p WHERE p.revision = 1"_s.arg(unasked.value()))))
        << "an office is copied as it was";
}

// The route puts the superior of the 課 in the place of a vacant post; and whose role ended long ago, or was never theirs, examines nothing.
TEST_P(RefundContract, IsExaminedByTheSectionOfWhoHasTheRole)
{
    const CaseId order = ordered();
    const auto examined = [&] {
        const auto due = office.owner().payments().due(QDate(2035, 3, 31));
        EXPECT_TRUE(fine(due));
        EXPECT_EQ(due->size(), 1u);
        return due->front().examined;
    };
    const auto nowExaminer = [&](const QString &party) {
        ASSERT_TRUE(fine(office.tamper(
            u"UPDATE assignment SET party = %1 WHERE state = 2 AND case_id = %2 AND step_no = (SELECT MAX(step_no) FROM step WHERE case_id = %2)"_s
                .arg(party)
                .arg(order.value()))));
    };
    ASSERT_TRUE(examined());
    const auto known = office.officeToday();
    const Office &city = *known;
    nowExaminer(QString::number(people.shiga.value()));
    EXPECT_TRUE(examined()) << "by name, and of that 課";
    nowExaminer(QString::number(people.sato.value()));
    EXPECT_FALSE(examined());
    nowExaminer(QString::number(-city.postByCode(u"fukushi-kacho"_s)->id.value()));
    EXPECT_FALSE(examined()) << "of another 課";
    for (const Post &post : city.posts()) {
        const PostId role = city.postsWithRole(u"accounting"_s).front();
        if (post.id == role
            || city.ancestor(post.section, SectionLevel::Section)
                != city.ancestor(city.post(role)->section, SectionLevel::Section))
            continue;
        nowExaminer(QString::number(-post.id.value()));
        EXPECT_TRUE(examined()) << qPrintable(post.code);
    }
    for (const QString &end : {u"valid_until = '2022-03-31'"_s, u"valid_until = NULL, removed_in = 1"_s}) {
        ASSERT_TRUE(fine(office.tamper(u"UPDATE role_holder SET %1 WHERE role = 'accounting'"_s.arg(end))));
        EXPECT_FALSE(examined()) << qPrintable(end);
    }
}

TEST_P(RefundContract, IsPaidByWhoeverRegisteredNoneOfItsAccounts)
{
    ordered();
    const auto keptOut = [&](StaffId who) {
        const auto due = payments(who).due(QDate(2035, 3, 31));
        EXPECT_TRUE(fine(due));
        return staysOut(due->front(), today());
    };
    EXPECT_EQ(keptOut(people.shiba), std::nullopt) << "the account that was decided";
    Payee elsewhere = payments(people.shiba).due(QDate(2035, 3, 31))->front().known.value();
    elsewhere.account.branch = u"046"_s;
    ASSERT_TRUE(fine(office.as(people.shiba).payees().changePayees(RegisterPayee{elsewhere, u"口座の変更"_s})));

    EXPECT_EQ(keptOut(people.shiba), StaysOut::OwnAccount) << "the rest of the day is paid all the same";
    EXPECT_EQ(keptOut(people.shiga), std::nullopt);
}

TEST_P(RefundContract, GivesBackToTheLineNoMoreThanWasPaid)
{
    const CaseId order = paid();
    const qint64 before = left(line(), kBudgetBalance);
    EXPECT_EQ(offer(order).ref.amount, kPaid);
    EXPECT_EQ(offer(order).ref.line, line().mid(kBudgetAccount.size()));
    EXPECT_EQ(offer(order).left, kPaid);
    Hand sato(office, people.sato);

    EXPECT_TRUE(refused(sato.file(toTheLine(order, kPaid + 1)), Refusal::OverBudget));
    decided(toTheLine(order, 15'000));

    EXPECT_EQ(left(line(), kBudgetBalance), before + 15'000);
    EXPECT_EQ(offer(order).left, 5'000);
    EXPECT_TRUE(refused(sato.file(toTheLine(order, 5'001)), Refusal::OverBudget));
    ASSERT_TRUE(fine(sato.file(toTheLine(order, 3'000)))) << "runs";
    EXPECT_EQ(offer(order).left, 2'000) << "what runs is not given back twice";
    EXPECT_TRUE(refused(sato.file(toTheLine(order, 2'001)), Refusal::OverBudget));
    EXPECT_EQ(left(line(), kBudgetBalance), before + 15'000) << "what runs gives nothing yet";
}

TEST_P(RefundContract, RestsOnWhatWasPaidAndSaysIt)
{
    const CaseId running = ordered();
    const CaseId order = paid();
    Hand sato(office, people.sato);
    PaidRef unpaid = offer(order).ref;
    unpaid.id = running;

    EXPECT_TRUE(
        failed(sato.file(returning(unpaid, u"payment.returned+budget.refund"_s, own(running) + u'+' + line(), 1)),
               ErrorCode::Refused))
        << "not paid yet";
    const auto bent = [&](auto PaidRef::*member, const auto &to) {
        PaidRef ref = offer(order).ref;
        ref.*member = to;
        return returning(ref, u"payment.returned+budget.refund"_s, own(order) + u'+' + line(), 1);
    };
    EXPECT_TRUE(refused(sato.file(bent(&PaidRef::amount, qint64(99'000))), Refusal::ReferenceInvalid));
    EXPECT_TRUE(refused(sato.file(bent(&PaidRef::number, u"R8-999999"_s)), Refusal::ReferenceInvalid));
    EXPECT_TRUE(refused(sato.file(bent(&PaidRef::payee, QString())), Refusal::ReferenceInvalid));
    EXPECT_TRUE(refused(sato.file(bent(&PaidRef::method, u"estimate"_s)), Refusal::ReferenceInvalid));
    EXPECT_TRUE(fine(sato.file(toTheLine(order, 1))));
    EXPECT_TRUE(payments(people.fuji).paidInCharge()->empty()) << "another section's";
    EXPECT_FALSE(Hand(office, people.fuji).file(toTheLine(order, 1))) << "another section's";
}

TEST_P(RefundContract, IsExaminedAsAnOrderIs)
{
    QJsonObject fields = toTheLine(paid(), 1'000);
    fields.insert(u"orders"_s, true);
    const auto refund = Hand(office, people.sato).file(fields);
    ASSERT_TRUE(fine(refund));
    const auto stage = [&]() -> std::optional<VoucherStage> {
        const auto list = office.as(people.shiga).examinations().vouchers({u"memo"_s});
        EXPECT_TRUE(fine(list));
        for (const VoucherRow &one : list ? *list : std::vector<VoucherRow>()) {
            if (one.row.id == *refund)
                return one.stage;
        }
        return std::nullopt;
    };

    EXPECT_EQ(stage(), VoucherStage::Coming);
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*refund)));
    EXPECT_EQ(stage(), VoucherStage::Waiting);
}

TEST_P(RefundContract, IsHeldToTheOrderAgain)
{
    const CaseId commitment = decided(moving(u"budget.commitment"_s, line(), kPaid));
    const CaseId order = ordered(u"commitment.paid"_s, own(commitment));
    pay(order);
    const CaseId refund = decided(returning(offer(order).ref, u"payment.returned+commitment.refund"_s,
                                            own(order) + u'+' + own(commitment), 8'000));
    EXPECT_EQ(faults(refund), QString());
    EXPECT_TRUE(faults(refund, false).endsWith(u"was never paid"_s));

    const auto afterTampering = [&](const QString &what, const QString &with, const QString &undone, CaseId of) {
        const QString sql = u"UPDATE %1 WHERE case_id = %2"_s;
        EXPECT_TRUE(fine(office.tamper(sql.arg(what.arg(with)).arg(of.value()))));
        const QString found = faults(refund);
        EXPECT_TRUE(fine(office.tamper(sql.arg(what.arg(undone)).arg(of.value()))));
        return found;
    };
    EXPECT_TRUE(afterTampering(u"case_file SET title = '%1'"_s, u"X"_s, offer(order).ref.title, order)
                    .endsWith(u"has another number or title"_s));
    EXPECT_TRUE(afterTampering(u"posting SET amount = %1"_s, u"19999"_s, QString::number(kPaid), order)
                    .endsWith(u"ordered another amount"_s));
    EXPECT_TRUE(afterTampering(u"posting SET account = '%1'"_s, line(kCare), line(), commitment)
                    .endsWith(u"is on another line of the budget"_s));
    EXPECT_TRUE(afterTampering(u"case_file SET state = %1"_s, u"5"_s, u"4"_s, order)
                    .endsWith(u"is no decided order of payment"_s));
    EXPECT_EQ(faults(refund), QString());
}

TEST_P(RefundContract, GoesWhereItCameFromAndNowhereElse)
{
    const CaseId order = paid();
    const PaidRef ref = offer(order).ref;
    Hand sato(office, people.sato);
    const QString both = u"payment.returned+budget.refund"_s;

    for (const auto &[ledgers, accounts] : std::vector<std::pair<QString, QString>>{
             {u"payment.returned"_s, own(order)},
             {u"budget.refund"_s, line()},
             {u"payment.returned+budget.refund+budget.refund"_s, own(order) + u'+' + line() + u'+' + line()},
             {both + u"+budget.transfer.in"_s, own(order) + u'+' + line() + u'+' + line()},
             {u"payment.returned+commitment.refund"_s, own(order) + u'+' + own(order)},
             {both + u"+budget.corrected"_s, own(order) + u'+' + line() + u'+' + line()}})
        EXPECT_TRUE(refused(sato.file(returning(ref, ledgers, accounts, 1)), Refusal::ReferenceInvalid))
            << qPrintable(ledgers);
    // Nothing of it without the order it is of.
    for (const QString &ledger : {u"payment.returned"_s, u"payment.settled"_s, u"commitment.refund"_s})
        EXPECT_FALSE(sato.file(moving(ledger, own(order), 1))) << qPrintable(ledger);
    EXPECT_FALSE(sato.file(moving(u"budget.corrected"_s, line(), 1)));
}

TEST_P(RefundContract, GivesBackToTheCommitmentWhichIsPaidOfAgain)
{
    const CaseId commitment = decided(moving(u"budget.commitment"_s, line(), kPaid));
    const CaseId order = ordered(u"commitment.paid"_s, own(commitment));
    pay(order);
    const qint64 before = left(line(), kBudgetBalance);
    EXPECT_EQ(offer(order).ref.commitment, commitment);
    EXPECT_EQ(left(own(commitment), kCommitmentBalance), 0);

    decided(returning(offer(order).ref, u"payment.returned+commitment.refund"_s, own(order) + u'+' + own(commitment),
                      8'000));

    EXPECT_EQ(left(own(commitment), kCommitmentBalance), 8'000);
    EXPECT_EQ(left(own(commitment), kCommitmentAmount), kPaid) << "it is about as much as before";
    EXPECT_EQ(left(line(), kBudgetBalance), before);
    EXPECT_EQ(*payments(people.sato).commitmentStanding(commitment), (CommitmentStanding{kPaid, 12'000, 12'000}));
    EXPECT_EQ(ofKind(Unpaid::Kind::Commitment).size(), 1u) << "it is to be paid of again";
}

TEST_P(RefundContract, MovesToAnotherLineOfTheYearWhatWasPaidFromTheWrongOne)
{
    const CaseId order = paid();
    const PaidRef ref = offer(order).ref;
    // Nobody but those who keep the budget reaches two lines here: the line of the other section is theirs alone.
    ASSERT_TRUE(fine(office.tamper(
        u"UPDATE budget_line SET section_id = (SELECT section_id FROM budget_line WHERE code = '%1')"_s.arg(
            kStationery))));
    const QString right = line(kCare);
    const qint64 wrongBefore = left(line(), kBudgetBalance);
    const qint64 rightBefore = left(right, kBudgetBalance);
    const QString three = u"payment.returned+budget.refund+budget.corrected"_s;
    const auto correcting = [&](const QString &to, qint64 amount) {
        return returning(ref, three, own(order) + u'+' + line() + u'+' + to, amount);
    };

    QString lastYear = right;
    lastYear.replace(QString::number(m_year), QString::number(m_year - 1));
    EXPECT_FALSE(Hand(office, people.sato).file(correcting(lastYear, 1))) << "of another year";
    EXPECT_TRUE(refused(Hand(office, people.sato).file(correcting(right, kPaid + 1)), Refusal::OverBudget));
    const CaseId corrected = decided(correcting(right, 12'000));

    EXPECT_EQ(left(line(), kBudgetBalance), wrongBefore + 12'000);
    EXPECT_EQ(left(right, kBudgetBalance), rightBefore - 12'000);
    EXPECT_EQ(ofKind(Unpaid::Kind::Refund).size(), 0u) << "no money is awaited";
    EXPECT_TRUE(refused(payments(people.shiba).changePayments(RecordReceipt{corrected, today()}), Refusal::WrongState));
    ASSERT_TRUE(fine(cancel(corrected))) << "a mistaken correction is taken back";
}

TEST_P(RefundContract, IsAwaitedUntilTheAccountingSectionSaysThatItIsIn)
{
    const CaseId order = paid();
    QJsonObject returned = toTheLine(order, 15'000);
    returned.insert(u"debtor"_s, u"見本商店"_s);
    const CaseId refund = decided(returned);
    ASSERT_EQ(ofKind(Unpaid::Kind::Refund).size(), 1u);
    EXPECT_EQ(ofKind(Unpaid::Kind::Refund).front().left, 15'000);
    EXPECT_EQ(ofKind(Unpaid::Kind::Refund).front().payee, u"見本商店"_s) << "who gives it back";
    const RecordReceipt receipt{refund, today()};

    EXPECT_TRUE(failed(payments(people.sato).changePayments(receipt), ErrorCode::AccessDenied));
    EXPECT_TRUE(refused(payments(people.shiba).changePayments(RecordReceipt{refund, today().addDays(1)}),
                        Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(payments(people.shiba).changePayments(RecordReceipt{refund, today().addDays(-1)}),
                        Refusal::PeriodInvalid))
        << "before it was paid";
    EXPECT_TRUE(refused(payments(people.shiba).changePayments(RecordReceipt{order, today()}), Refusal::WrongState));
    ASSERT_TRUE(fine(payments(people.shiba).changePayments(receipt)));

    EXPECT_EQ(ofKind(Unpaid::Kind::Refund).size(), 0u);
    EXPECT_TRUE(refused(payments(people.shiba).changePayments(receipt), Refusal::WrongState)) << "once";
    const auto states = payments(people.sato).paymentStates({refund});
    ASSERT_TRUE(fine(states));
    ASSERT_EQ(states->size(), 1u);
    EXPECT_EQ(states->front().day, today());
    const auto record = office.owner().payments().paymentRecord();
    ASSERT_TRUE(fine(record));
    EXPECT_EQ(record->acts.back().kind, PaymentAct::Kind::Received);
    EXPECT_EQ(record->acts.back().by, people.shiba);
    EXPECT_EQ(paymentFaults(*record), QStringList());
    EXPECT_TRUE(refused(cancel(refund), Refusal::NotCancellable)) << "the money is in";
}

TEST_P(RefundContract, DoesNotComeInAfterTheBooksOfItsYearWereClosed)
{
    const CaseId refund = decided(toTheLine(paid(), 15'000));
    const QString then = QString::number(m_year - 2);
    for (const char *change :
         {"UPDATE budget_line SET fiscal_year = %1", "UPDATE posting SET account = replace(account, '%2', '%1')"})
        ASSERT_TRUE(fine(office.tamper(
            QString::fromLatin1(change).replace(u"%1"_s, then).replace(u"%2"_s, QString::number(m_year)))));

    EXPECT_TRUE(refused(payments(people.shiba).changePayments(RecordReceipt{refund, today()}), Refusal::PeriodInvalid));
}

TEST_P(RefundContract, SettlesWhatWasPaidBeforehand)
{
    const CaseId order = ordered(u"budget.payment"_s, line(), u"estimate"_s);
    EXPECT_EQ(ofKind(Unpaid::Kind::Advance).size(), 0u) << "not paid yet";
    pay(order);
    ASSERT_EQ(ofKind(Unpaid::Kind::Advance).size(), 1u);
    EXPECT_EQ(ofKind(Unpaid::Kind::Advance).front().id, order);
    EXPECT_EQ(offer(order).ref.method, u"estimate"_s);

    decided(returning(offer(order).ref, u"payment.settled"_s, own(order), kPaid));

    EXPECT_EQ(ofKind(Unpaid::Kind::Advance).size(), 0u);
    EXPECT_EQ(offer(order).left, kPaid) << "nothing was left of it";
    paid();
    EXPECT_EQ(ofKind(Unpaid::Kind::Advance).size(), 0u) << "what was owed when it was paid is settled by that";
    QJsonObject contract = moving(u"budget.commitment"_s, line(), kPaid);
    contract.insert(u"term_until"_s, u"2027-01-29"_s);
    pay(ordered(u"commitment.paid"_s, own(decided(contract)), u"prepaid"_s));
    ASSERT_EQ(ofKind(Unpaid::Kind::Advance).size(), 1u);
    EXPECT_EQ(ofKind(Unpaid::Kind::Advance).front().by, QDate(2027, 1, 29)) << "when there is to be what was paid";
    EXPECT_EQ(ofKind(Unpaid::Kind::Advance).front().day, today())
        << "the day it was paid, not the one it was ordered for";
}

TEST_P(RefundContract, LeavesNothingToSettleOfWhatWasGivenBackWhole)
{
    const CaseId order = ordered(u"budget.payment"_s, line(), u"estimate"_s);
    pay(order);

    decided(toTheLine(order, kPaid - 1));
    EXPECT_EQ(ofKind(Unpaid::Kind::Advance).size(), 1u) << "a yen of it is spent";
    decided(toTheLine(order, 1));

    EXPECT_EQ(ofKind(Unpaid::Kind::Advance).size(), 0u);
}

TEST_P(RefundContract, IsNotForWhoeverWasSentTheOrder)
{
    QJsonObject fields = moving(u"budget.payment"_s, line(), kPaid);
    fields.insert(u"payee"_s, PayeeRef::of(knownPayee()).toJson());
    fields.insert(u"pay_method"_s, u"estimate"_s);
    fields.insert(u"orders"_s, true);
    Hand sato(office, people.sato);
    const auto drafted = sato.draft(fields);
    ASSERT_TRUE(fine(drafted));
    const CaseId order = *drafted;
    auto event = sato.proposeSubmission(order);
    ASSERT_TRUE(fine(event));
    auto &steps = std::get<Submitted>(event->body).route.steps;
    steps.push_back({int(steps.size()) + 1, StepKind::Circulate, StepRule::All, 1, u"+"_s, {{1, people.fuji}}, {}});
    const auto effects = effectsOf(*proven(*sato.load(order)), event->capacity, event->body);
    ASSERT_TRUE(effects.ok());
    event->effects = *effects;
    ASSERT_TRUE(fine(sato.append(order, *event)));
    for (const StaffId who : {people.suzuki, people.kato, people.bando, people.shiga})
        ASSERT_TRUE(fine(Hand(office, who).approve(order)));
    pay(order);
    const QJsonObject settling = returning(offer(order).ref, u"payment.settled"_s, own(order), kPaid);

    ASSERT_TRUE(fine(Hand(office, people.fuji).load(order))) << "they read it";
    EXPECT_FALSE(Hand(office, people.fuji).file(settling));
    EXPECT_EQ(ofKind(Unpaid::Kind::Advance).size(), 1u);
    EXPECT_TRUE(fine(sato.file(settling)));
}

TEST_P(RefundContract, IsNotOfAYearWhoseBooksAreClosed)
{
    const CaseId order = paid();
    PaidRef ref = offer(order).ref;
    const QString then = QString::number(m_year - 2);
    ref.line.replace(QString::number(m_year), then);
    for (const char *change :
         {"UPDATE budget_line SET fiscal_year = %1", "UPDATE posting SET account = replace(account, '%2', '%1')"})
        ASSERT_TRUE(fine(office.tamper(
            QString::fromLatin1(change).replace(u"%1"_s, then).replace(u"%2"_s, QString::number(m_year)))));

    EXPECT_TRUE(refused(
        Hand(office, people.sato)
            .file(returning(ref, u"payment.returned+budget.refund"_s, own(order) + u"+budget:"_s + ref.line, 1)),
        Refusal::PeriodInvalid));
    EXPECT_TRUE(fine(Hand(office, people.sato).file(returning(ref, u"payment.settled"_s, own(order), kPaid))))
        << "no money moves";
}

TEST_P(RefundContract, IsNotPaidAgainWhatWasGivenBackOf)
{
    const CaseId order = paid();
    ASSERT_TRUE(fine(Hand(office, people.sato).file(toTheLine(order, 1))));
    const auto batches = payments(people.shiba).batches(today());
    ASSERT_TRUE(fine(payments(people.shiba).changePayments(ReturnPayments{batches->back().id, {{1, u"口座解約"_s}}})));

    EXPECT_TRUE(refused(payments(people.shiba).changePayments(MakeBatch{today(), {{order, 1}}}), Refusal::NotPayable));
    EXPECT_TRUE(refused(cancel(order), Refusal::NotCancellable)) << "the line would get it twice";
}

} // namespace kessai::test
