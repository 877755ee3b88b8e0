// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/paidoffice.h"

// What the accounting section is shown beside the list of payments: the number of today, the tax withheld, files and orders behind a case.

namespace kessai::test {

namespace {

class TodayContract : public PaidOffice {};
KESSAI_ON_BOTH_DATABASES(TodayContract);

} // namespace

TEST_P(TodayContract, IsWhatIsToBePaidByToday)
{
    const CaseId first = ordered();
    const CaseId second = ordered();
    const auto now = [this] {
        const auto read = payments(people.shiba).dueNow();
        EXPECT_TRUE(fine(read));
        return read ? *read : std::vector<PaymentDue>();
    };
    const auto due = [this] { return *payments(people.shiba).due(QDate(2035, 3, 31)); };
    const auto moveTo = [this](CaseId id, const QDate &day) {
        ASSERT_TRUE(fine(office.tamper(
            u"UPDATE posting SET day = '%1' WHERE case_id = %2"_s.arg(day.toString(Qt::ISODate)).arg(id.value()))));
    };
    moveTo(first, today());
    moveTo(second, today());

    EXPECT_EQ(now(), due()) << "the same of each";
    ASSERT_EQ(now().size(), 2u);
    moveTo(second, today().addDays(1));
    ASSERT_EQ(now().size(), 1u) << "tomorrow's is not for today";
    EXPECT_EQ(now().front().id, first);
    const bool bothOpen = today() <= QDate(m_year, 5, 31); // those of last year too, until the end of May
    moveTo(second, QDate(bothOpen ? m_year - 1 : m_year, 3, 31));
    EXPECT_EQ(now().size(), 1u) << "of the year whose books were closed last";
    EXPECT_EQ(due().size(), 2u) << "which is listed";
    pay(first);
    EXPECT_TRUE(now().empty());
    EXPECT_TRUE(failed(payments(people.sato).dueNow(), ErrorCode::AccessDenied));
}

TEST_P(TodayContract, ListsTheTaxThatIsWithheldAndWhatBecameOfIt)
{
    const CaseId fee = orderedWith({{u"withheld"_s, 2'042}});
    const CaseId back = orderedWith({{u"withheld"_s, 1'021}});
    const auto withheld = [this](StaffId who, const QDate &day) { return payments(who).withheldTax(day, day); };
    EXPECT_TRUE(withheld(people.shiba, today())->empty()) << "not paid";
    pay(fee);
    pay(back);
    pay(ordered());
    const CaseId late = orderedWith({{u"withheld"_s, 510}});
    ASSERT_TRUE(fine(payments(people.shiba).changePayments(MakeBatch{today(), {{late, 1}}})));
    const BatchId second = payments(people.shiba).batches(today())->at(1).id;
    EXPECT_TRUE(withheld(people.shiba, today())->at(1).counts());
    ASSERT_TRUE(fine(payments(people.shiba).changePayments(ReturnPayments{second, {{1, u"口座相違"_s}}})));

    const auto rows = withheld(people.shiba, today());

    ASSERT_TRUE(fine(rows));
    ASSERT_EQ(rows->size(), 3u) << "from one nothing was withheld";
    EXPECT_EQ(rows->at(1).id, back);
    EXPECT_EQ(rows->at(1).returned, today()) << "its tax may have been paid on by then";
    EXPECT_FALSE(rows->at(1).counts());
    EXPECT_EQ(rows->at(2).id, late);
    EXPECT_FALSE(rows->at(2).counts()) << "nobody confirmed that it was paid";
    EXPECT_FALSE(rows->at(2).returned.isValid());
    EXPECT_TRUE(rows->front().counts());
    EXPECT_EQ(rows->front().id, fee);
    EXPECT_EQ(rows->front().withheld, Yen(2'042));
    EXPECT_EQ(rows->front().paid, Yen(kPaid - 2'042));
    EXPECT_EQ(rows->front().day, today());
    EXPECT_EQ(rows->front().name, knownPayee().name);
    EXPECT_TRUE(withheld(people.shiba, today().addDays(-1))->empty());
    EXPECT_TRUE(failed(withheld(people.sato, today()), ErrorCode::AccessDenied));
}

TEST_P(TodayContract, SaysInWhichFileWasWhatCameBack)
{
    const CaseId id = paid();
    const BatchId batch = payments(people.shiba).batches(today())->back().id;

    ASSERT_TRUE(fine(payments(people.shiga).changePayments(ReturnPayments{batch, {{1, u"口座相違"_s}}})));

    const auto due = payments(people.shiba).due(today());
    ASSERT_TRUE(fine(due));
    ASSERT_EQ(due->size(), 1u);
    EXPECT_EQ(due->front().id, id);
    EXPECT_TRUE(due->front().cameBack);
    EXPECT_EQ(due->front().cameFrom, today());
    EXPECT_FALSE(due->front().givenUp.isValid());
}

TEST_P(TodayContract, SaysBothWhatCameBackAndWhatWasGivenUpWhicheverWasFirst)
{
    const CaseId id = paid();
    const auto due = [this] { return payments(people.shiba).due(QDate(2035, 3, 31))->front(); };
    const auto exported = [&](const QDate &day) {
        const auto batch = payments(people.shiba).changePayments(MakeBatch{day, {{id, 1}}});
        EXPECT_TRUE(fine(batch));
        const auto now = payments(people.shiba).batches(today());
        EXPECT_TRUE(
            fine(payments(people.shiba).changePayments(ExportBatch{*batch, sha256Hex(*paymentFile(now->back())), {}})));
        return *batch;
    };
    const auto back = [&](BatchId batch) {
        ASSERT_TRUE(fine(payments(people.shiba).changePayments(ReturnPayments{batch, {{1, u"口座相違"_s}}})));
    };
    back(payments(people.shiba).batches(today())->back().id);
    const QDate later = today().addDays(5);
    const BatchId lost = exported(later);
    ASSERT_TRUE(fine(payments(people.shiga).changePayments(DiscardBatch{lost, u"銀行で受付不可"_s})));

    EXPECT_TRUE(due().cameBack);
    EXPECT_EQ(due().cameFrom, today());
    EXPECT_EQ(due().givenUp, later) << "the bank may carry that one out";

    const BatchId again = exported(today());
    ASSERT_TRUE(fine(payments(people.shiba).changePayments(ConfirmBatch{again, {{1, u"口座解約"_s}}})));
    EXPECT_EQ(due().cameFrom, today());
    EXPECT_EQ(due().givenUp, later) << "given up before, and the bank may still carry it out";
}

TEST_P(TodayContract, IsExaminedBesideTheOrderThatWasPaid)
{
    Hand sato(office, people.sato);
    const auto invoice = sato.upload(u"請求書.pdf"_s, "an invoice");
    ASSERT_TRUE(fine(invoice));
    QJsonObject pays = moving(u"budget.payment"_s, line(), kPaid);
    pays.insert(u"payee"_s, PayeeRef::of(knownPayee()).toJson());
    pays.insert(u"pay_method"_s, u"transfer"_s);
    pays.insert(u"orders"_s, true);
    const auto order = sato.draft(pays, {}, 1, {*invoice});
    ASSERT_TRUE(fine(order));
    ASSERT_TRUE(fine(sato.submit(*order)));
    for (const StaffId who : {people.suzuki, people.kato, people.bando, people.shiga})
        ASSERT_TRUE(fine(Hand(office, who).approve(*order)));
    pay(*order);
    // Nobody of those who examine the refund was ever sent the order.
    ASSERT_TRUE(fine(office.tamper(u"DELETE FROM case_access WHERE case_id = %1"_s.arg(order->value()))));
    QJsonObject fields = toTheLine(*order, 1'000);
    fields.insert(u"orders"_s, true);
    const auto refund = sato.file(fields);
    ASSERT_TRUE(fine(refund));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*refund)));
    const auto reads = [&](StaffId who) { return bool(office.as(who).cases().load(*order)); };
    const MarkProof tick{.id = *refund,
                         .revision = 1,
                         .field = u"amount"_s,
                         .ticked = true,
                         .place = ProofPlace{invoice->sha256, 0, 100, 100, 500, 200}};

    EXPECT_TRUE(reads(people.shiga)) << "who is to examine what is given back of it";
    EXPECT_TRUE(reads(people.bando)) << "who ordered that";
    EXPECT_FALSE(reads(people.suzuki)) << "who reviewed it alone";
    EXPECT_FALSE(reads(people.fuji));
    EXPECT_TRUE(fine(office.as(people.shiga).examinations().markProof(tick)));
    EXPECT_EQ(office.as(people.shiga).cases().load(*refund)->marks.size(), 1u);
}

TEST_P(TodayContract, SettlesATripAfterItsLastDay)
{
    const CaseId order = orderedWith({{u"pay_method"_s, u"estimate"_s}, {u"until"_s, u"2027-02-05"_s}});
    pay(order);
    EXPECT_FALSE(ofKind(Unpaid::Kind::Advance).front().by.isValid()) << "no trip";

    ASSERT_TRUE(
        fine(office.tamper(u"UPDATE case_file SET form = 'travel_order' WHERE case_id = %1"_s.arg(order.value()))));

    EXPECT_EQ(ofKind(Unpaid::Kind::Advance).front().by, QDate(2027, 2, 5));
}

TEST_P(TodayContract, ListsOrdersUnderWayInsteadOfWhatTheyTakeOfACommitment)
{
    const CaseId commitment = decided(moving(u"budget.commitment"_s, line(), 90'000));
    const auto file = [&](qint64 amount) {
        const auto id = Hand(office, people.sato).file(order({}, u"commitment.paid"_s, own(commitment), amount));
        EXPECT_TRUE(fine(id));
        return *id;
    };
    const auto listed = [this](Unpaid::Kind kind) {
        qint64 sum = 0;
        for (const Unpaid &one : ofKind(kind))
            sum += one.left - one.twice;
        return sum;
    };
    const auto leftOver = [&] { return left(own(commitment), QString(kCommitmentBalance)); };

    const CaseId first = file(30'000);
    ASSERT_EQ(ofKind(Unpaid::Kind::Order).size(), 1u);
    EXPECT_FALSE(ofKind(Unpaid::Kind::Order).front().ordered) << "nobody decided it yet";
    EXPECT_EQ(ofKind(Unpaid::Kind::Order).front().payee, knownPayee().name);
    EXPECT_EQ(ofKind(Unpaid::Kind::Commitment).front().left, leftOver()) << "as the commitment says";
    EXPECT_EQ(listed(Unpaid::Kind::Commitment) + listed(Unpaid::Kind::Order), 90'000) << "every yen once";

    file(60'000);
    EXPECT_EQ(leftOver(), 0);
    EXPECT_TRUE(ofKind(Unpaid::Kind::Commitment).empty()) << "it is wholly ordered";
    EXPECT_EQ(listed(Unpaid::Kind::Order), 90'000);
    EXPECT_TRUE(payments(people.fuji).unpaid()->empty()) << "another section's";

    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(first)));
    EXPECT_TRUE(ofKind(Unpaid::Kind::Order).front().ordered) << "it is being examined";
    ASSERT_TRUE(fine(Hand(office, people.shiga).approve(first)));
    EXPECT_EQ(listed(Unpaid::Kind::Voucher), 30'000);
    EXPECT_EQ(listed(Unpaid::Kind::Order), 60'000);
}

TEST_P(TodayContract, CountsNoYenTwiceWhereOrdersUnderWayTakeNothingYet)
{
    const CaseId commitment = decided(moving(u"budget.commitment"_s, line(), 90'000));
    ASSERT_TRUE(fine(Hand(office, people.sato).file(order({}, u"commitment.paid"_s, own(commitment), 30'000))));
    ASSERT_TRUE(
        fine(office.tamper(QStringLiteral("UPDATE parameter SET value = 0 WHERE key = 'budget.running_count'"))));

    const Unpaid one = ofKind(Unpaid::Kind::Commitment).front();

    EXPECT_EQ(one.left, 90'000) << "it may be ordered still";
    EXPECT_EQ(one.twice, 30'000);
}

TEST_P(TodayContract, LeavesOutACommitmentThatIsBeingCancelled)
{
    const CaseId commitment = decided(moving(u"budget.commitment"_s, line(), 90'000));
    const auto record = *office.owner().cases().load(commitment);
    const auto cancellation =
        Hand(office, people.sato)
            .file(cancelling(record.revisions.back().content.fields,
                             {commitment, record.number, proven(record)->basis->officeRevision, u"契約の取りやめ"_s}));
    ASSERT_TRUE(fine(cancellation));

    EXPECT_EQ(left(own(commitment), QString(kCommitmentBalance)), 0);
    EXPECT_TRUE(payments(people.seki).unpaid()->empty());
    ASSERT_TRUE(
        fine(Hand(office, people.suzuki).act(*cancellation, Return{std::nullopt, std::nullopt, u"取りやめません"_s})));
    EXPECT_EQ(ofKind(Unpaid::Kind::Commitment).front().left, 90'000);
}

} // namespace kessai::test
