// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budget.h"
#include "core/base/canonical.h"
#include "core/cases/cancellation.h"
#include "core/services/paymentcheck.h"
#include "core/store/anchors.h"
#include "tests/store/hand.h"
#include "tests/support/payees.h"
#include "tests/support/serveroffice.h"

#include <thread>

// What the office pays: which vouchers, to whom, once; the same on every database. 芝 and 志賀 hold the role "accounting".

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class PaymentContract : public OnBothDatabases {
protected:
    void SetUp() override
    {
        OnBothDatabases::SetUp();
        // A server's clock goes on: the money is that of the year it is.
        m_year = FiscalYear::of(today()).startYear();
        for (const char *table : {"budget_line", "budget_entry"})
            ASSERT_TRUE(fine(office.tamper(u"UPDATE %1 SET fiscal_year = %2"_s.arg(QLatin1String(table)).arg(m_year))));
        ASSERT_TRUE(fine(enter(somePayee(u"12"_s))));
        ASSERT_TRUE(fine(at(people.shiba).changePayments(SetSource{source(), 0})));
    }
    static TransferSource source() { return {u"1234567890"_s, somePayee(u"1"_s).account}; }
    PaymentStore &at(StaffId who) { return office.as(who).payments(); }
    Result<> enter(const Payee &payee)
    {
        return office.as(people.shiba).payees().changePayees(RegisterPayee{payee, u"債権者登録票"_s});
    }
    QDate today() { return office.configuration().notBefore(office.clock().now()).day(); }
    QString line() const
    {
        BudgetLine line = budgetLine(kStationery, SectionId(0));
        line.year = FiscalYear(m_year);
        return line.account();
    }
    QJsonObject voucher(qint64 amount, const QString &ledger = u"budget.payment"_s, const QString &on = {})
    {
        QJsonObject fields = moving(ledger, on.isEmpty() ? line() : on, amount);
        fields.insert(u"payee"_s, PayeeRef::of(knownPayee()).toJson());
        fields.insert(u"pay_method"_s, u"transfer"_s);
        fields.insert(u"orders"_s, true);
        return fields;
    }
    CaseId decide(CaseId id) // and has it examined where it orders a payment
    {
        for (const StaffId who : {people.suzuki, people.kato, people.bando, people.shiga})
            EXPECT_TRUE(office.owner().cases().load(id)->projection.state == CaseState::Decided
                        || fine(Hand(office, who).approve(id)));
        return id;
    }
    CaseId decided(const QJsonObject &fields) { return decide(*Hand(office, people.sato).file(fields)); }
    std::vector<PaymentDue> due()
    {
        const auto read = at(people.shiba).due(QDate(2035, 3, 31));
        EXPECT_TRUE(fine(read));
        return read ? *read : std::vector<PaymentDue>();
    }
    Result<BatchId> make(const std::vector<CaseId> &cases, StaffId who, int revision = 1)
    {
        MakeBatch batch{today().addDays(30), {}};
        for (const CaseId id : cases)
            batch.entries.push_back({id, revision});
        if (!cases.empty() && m_day.isValid())
            batch.day = m_day;
        return at(who).changePayments(batch);
    }
    Result<BatchId> make(const std::vector<CaseId> &cases) { return make(cases, people.shiba); }
    PaymentBatch batch(BatchId id)
    {
        const auto batches = at(people.shiba).batches(QDate(2000, 1, 1));
        EXPECT_TRUE(fine(batches));
        for (const PaymentBatch &one : batches ? *batches : std::vector<PaymentBatch>()) {
            if (one.id == id)
                return one;
        }
        ADD_FAILURE() << "no such batch";
        return {};
    }
    /// A batch of today, so that it can be confirmed.
    BatchId exported(const std::vector<CaseId> &cases)
    {
        m_day = today();
        const auto made = make(cases);
        m_day = {};
        EXPECT_TRUE(fine(made));
        EXPECT_TRUE(fine(at(people.shiba).changePayments(ExportBatch{*made, hashOf(*made), {}})));
        return *made;
    }
    QByteArray hashOf(BatchId id)
    {
        const auto bytes = paymentFile(batch(id));
        EXPECT_TRUE(bytes.ok());
        return bytes ? sha256Hex(*bytes) : QByteArray();
    }
    Result<CaseId> cancel(CaseId id)
    {
        const auto record = *office.owner().cases().load(id);
        return Hand(office, people.sato)
            .file(cancelling(record.revisions.back().content.fields,
                             {id, record.number, proven(record)->basis->officeRevision, u"契約の取りやめ"_s}));
    }
    std::optional<PaymentState> stateOf(CaseId id, StaffId who)
    {
        const auto states = at(who).paymentStates({id, CaseId(999'999)});
        EXPECT_TRUE(fine(states));
        return states && !states->empty() ? std::optional(states->front()) : std::nullopt;
    }
    QStringList faults()
    {
        const auto record = office.owner().payments().paymentRecord();
        EXPECT_TRUE(fine(record));
        return record ? paymentFaults(*record) : QStringList{u"unread"_s};
    }

    QDate m_day;
    int m_year = 0;
};
KESSAI_ON_BOTH_DATABASES(PaymentContract);

} // namespace

TEST_P(PaymentContract, ListsWhatIsDecidedAndToBePaid)
{
    QJsonObject less = voucher(20'000);
    less.insert(u"withheld"_s, 1'021);
    less.insert(u"pay_method"_s, u"cash"_s);
    const CaseId first = decided(less);
    ASSERT_TRUE(fine(Hand(office, people.sato).file(voucher(3'000)))); // still on its way
    decided(moving(u"budget.commitment"_s, line(), 4'000));            // commits and pays nothing

    const auto list = due();

    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list.front().id, first);
    EXPECT_EQ(list.front().amount, Yen(18'979)) << "less what is withheld";
    EXPECT_EQ(list.front().day, kMemoDay);
    EXPECT_FALSE(list.front().transfer);
    ASSERT_TRUE(list.front().payee && list.front().known);
    EXPECT_EQ(*list.front().payee, PayeeRef::of(knownPayee()));
    EXPECT_EQ(*list.front().known, knownPayee());
    EXPECT_EQ(staysOut(list.front(), today()), std::nullopt);
    EXPECT_TRUE(at(people.shiba).due(kMemoDay.addDays(-1))->empty());
}

TEST_P(PaymentContract, FreezesThePayeesAccountWhenTheBatchIsMade)
{
    const CaseId id = decided(voucher(20'000));
    const auto made = make({id});
    ASSERT_TRUE(fine(made));
    Payee moved = knownPayee();
    moved.account.number = u"7654321"_s;
    ASSERT_TRUE(fine(enter(moved)));

    const PaymentBatch now = batch(*made);

    ASSERT_EQ(now.lines.size(), 1u);
    EXPECT_EQ(now.lines.front().id, id);
    EXPECT_EQ(now.lines.front().amount, Yen(20'000));
    EXPECT_EQ(now.lines.front().account, somePayee(u"12"_s).account);
    EXPECT_EQ(now.lines.front().revision, 1);
    EXPECT_EQ(now.source->source, source());
    EXPECT_EQ(now.acts.size(), 1u);
    EXPECT_TRUE(due().empty());
    EXPECT_EQ(faults(), QStringList());
}

TEST_P(PaymentContract, PaysNothingTwice)
{
    const CaseId id = decided(voucher(20'000));
    const CaseId other = decided(voucher(1'000));
    ASSERT_TRUE(fine(make({id})));

    EXPECT_TRUE(refused(make({other, id}), Refusal::NotPayable));
    EXPECT_TRUE(failed(make({other, other}), ErrorCode::Invalid));
    EXPECT_EQ(due().size(), 1u) << "nothing of a refused batch is there";
    EXPECT_EQ(faults(), QStringList());
}

TEST_P(PaymentContract, OneOfTwoWhoPayAtOnceIsRefused)
{
    const CaseId id = decided(voucher(20'000));
    std::vector<Result<BatchId>> outcome(4, Result<BatchId>(fail(ErrorCode::Internal, QString())));
    std::vector<std::thread> threads;

    for (size_t i = 0; i < outcome.size(); ++i) {
        threads.emplace_back([&, i] {
            auto store = office.open(i % 2 ? people.shiba : people.shiga);
            do // a file has one writer at a time
                outcome[i] = (*store)->payments().changePayments(MakeBatch{today(), {{id, 1}}});
            while (!outcome[i] && outcome[i].error().code == ErrorCode::Busy);
        });
    }
    for (std::thread &thread : threads)
        thread.join();

    int made = 0;
    for (const Result<BatchId> &one : outcome) {
        made += one.ok();
        EXPECT_TRUE(one.ok() || refused(one, Refusal::NotPayable));
    }
    EXPECT_EQ(made, 1);
    EXPECT_EQ(faults(), QStringList());
}

TEST_P(PaymentContract, KeepsOutWhatMayNotBePaid)
{
    const CaseId running = *Hand(office, people.sato).file(voucher(1'000));
    const CaseId pays = decided(voucher(2'000));
    const CaseId commits = decided(moving(u"budget.commitment"_s, line(), 4'000));

    for (const CaseId id : {running, commits, CaseId(999'999), CaseId(0)})
        EXPECT_TRUE(refused(make({id}), Refusal::NotPayable)) << id.value();
    EXPECT_TRUE(refused(make({pays}, people.shiba, 2), Refusal::NotPayable)) << "a revision that is not there";
    EXPECT_TRUE(
        refused(at(people.shiba).changePayments(MakeBatch{today().addDays(-1), {{pays, 1}}}), Refusal::PeriodInvalid));
    EXPECT_TRUE(failed(at(people.shiba).changePayments(MakeBatch{today(), {}}), ErrorCode::Invalid));
    Payee other = knownPayee();
    other.name = u"株式会社協和商会"_s;
    ASSERT_TRUE(fine(enter(other)));
    EXPECT_TRUE(refused(make({pays}, people.shiba, 2), Refusal::NotPayable)) << "not whom it was decided for";
    EXPECT_TRUE(refused(make({pays}, people.shiba, 1), Refusal::NotPayable));
    EXPECT_EQ(staysOut(due().front(), today()), StaysOut::PayeeRenamed);
}

TEST_P(PaymentContract, IsMadeByTheAccountingSectionAlone)
{
    const CaseId id = decided(voucher(20'000));
    for (const StaffId who : {people.sato, people.ichikawa, people.kaita, people.zaizen, people.shindo}) {
        EXPECT_TRUE(failed(make({id}, who), ErrorCode::AccessDenied)) << who.value();
        EXPECT_TRUE(failed(at(who).changePayments(SetSource{source(), 1}), ErrorCode::AccessDenied));
    }
    for (const StaffId who : {people.sato, people.ichikawa, people.kaita}) {
        EXPECT_TRUE(failed(at(who).due(today()), ErrorCode::AccessDenied));
        EXPECT_TRUE(failed(at(who).batches(today()), ErrorCode::AccessDenied));
        EXPECT_TRUE(failed(at(who).paymentRecord(), ErrorCode::AccessDenied));
        EXPECT_TRUE(failed(at(who).transferSource(), ErrorCode::AccessDenied));
    }
    EXPECT_EQ(due().size(), 1u);
}

TEST_P(PaymentContract, IsExportedOnceAndAgainForAReason)
{
    const BatchId id = exported({decided(voucher(20'000))});
    const QByteArray hash = hashOf(id);
    EXPECT_EQ(batch(id).state, BatchState::Exported);
    EXPECT_EQ(batch(id).fileHash(), hash);

    EXPECT_TRUE(refused(at(people.shiga).changePayments(ExportBatch{id, hash, {}}), Refusal::ReasonMissing));
    EXPECT_TRUE(refused(at(people.shiga).changePayments(ExportBatch{id, sha256Hex("x"), u"紛失"_s}), Refusal::Stale));
    ASSERT_TRUE(fine(at(people.shiga).changePayments(ExportBatch{id, hash, u"媒体の破損"_s})));

    const std::vector<PaymentAct> acts = batch(id).acts;
    ASSERT_EQ(acts.size(), 3u);
    EXPECT_EQ(acts[2].kind, PaymentAct::Kind::ReExported);
    EXPECT_EQ(acts[2].by, people.shiga);
    EXPECT_EQ(acts[2].name, u"志賀 凛"_s);
    EXPECT_TRUE(acts[2].said.contains("媒体の破損"));
    EXPECT_EQ(faults(), QStringList());
}

TEST_P(PaymentContract, IsConfirmedButForWhatCameBackWhichIsPaidAgain)
{
    const CaseId paid = decided(voucher(20'000));
    const CaseId back = decided(voucher(1'000));
    const BatchId id = exported({paid, back});
    EXPECT_EQ(stateOf(paid, people.sato)->state, BatchState::Exported);

    ASSERT_TRUE(fine(at(people.shiba).changePayments(ConfirmBatch{id, {{2, u"口座解約"_s}}})));

    EXPECT_EQ(batch(id).state, BatchState::Paid);
    EXPECT_EQ(stateOf(paid, people.sato), (PaymentState{paid, BatchState::Paid, today(), false}));
    EXPECT_EQ(stateOf(back, people.sato), (PaymentState{back, BatchState::Paid, today(), true}));
    EXPECT_TRUE(refused(at(people.shiba).changePayments(ConfirmBatch{id, {}}), Refusal::WrongState));
    ASSERT_EQ(due().size(), 1u);
    EXPECT_TRUE(due().front().cameBack);
    const auto again = make({back});
    ASSERT_TRUE(fine(again));
    EXPECT_EQ(stateOf(back, people.sato)->state, BatchState::Made);
    ASSERT_TRUE(fine(at(people.shiba).changePayments(ReturnPayments{id, {{1, u"名義相違"_s}}})));
    EXPECT_TRUE(refused(at(people.shiba).changePayments(ReturnPayments{id, {{1, u"名義相違"_s}}}), Refusal::Stale));
    EXPECT_TRUE(stateOf(paid, people.sato)->returned);
    EXPECT_EQ(faults(), QStringList());
}

TEST_P(PaymentContract, IsConfirmedOnItsDayAndNotBeforeItsFileIsThere)
{
    const auto later = make({decided(voucher(20'000))});
    ASSERT_TRUE(fine(later));
    EXPECT_TRUE(refused(at(people.shiba).changePayments(ConfirmBatch{*later, {}}), Refusal::WrongState));
    ASSERT_TRUE(fine(at(people.shiba).changePayments(ExportBatch{*later, hashOf(*later), {}})));
    EXPECT_TRUE(refused(at(people.shiba).changePayments(ConfirmBatch{*later, {}}), Refusal::PeriodInvalid));
    EXPECT_TRUE(failed(at(people.shiba).changePayments(ConfirmBatch{BatchId(99), {}}), ErrorCode::NotFound));
    QJsonObject cash = voucher(3'000);
    cash.insert(u"pay_method"_s, u"cash"_s);
    m_day = today();
    const auto counter = make({decided(cash)});
    ASSERT_TRUE(fine(counter));
    EXPECT_TRUE(
        refused(at(people.shiba).changePayments(ExportBatch{*counter, sha256Hex("x"), {}}), Refusal::WrongState))
        << "nothing of it is transferred";
    EXPECT_TRUE(fine(at(people.shiba).changePayments(ConfirmBatch{*counter, {}})));
    EXPECT_EQ(faults(), QStringList());
}

TEST_P(PaymentContract, WritesNoFileOfADayThatIsOver)
{
    const CaseId id = decided(voucher(20'000));
    const auto made = make({id});
    ASSERT_TRUE(fine(made));
    const QString yesterday = today().addDays(-1).toString(Qt::ISODate);
    ASSERT_TRUE(fine(office.tamper(u"UPDATE payment_batch SET day = '%1'"_s.arg(yesterday))));
    EXPECT_TRUE(
        refused(at(people.shiba).changePayments(ExportBatch{*made, sha256Hex("x"), {}}), Refusal::PeriodInvalid));
    EXPECT_EQ(batch(*made).state, BatchState::Made) << "it can be given up";
}

TEST_P(PaymentContract, IsGivenUpWhereTheBankTookNoneOfIt)
{
    const CaseId id = decided(voucher(20'000));
    const BatchId given = exported({id});
    EXPECT_TRUE(refused(at(people.shiga).changePayments(DiscardBatch{given, u" "_s}), Refusal::ReasonMissing));
    EXPECT_TRUE(refused(at(people.shiba).changePayments(DiscardBatch{given, u"銀行で受付不可"_s}), Refusal::PartTaken))
        << "whoever wrote the file";
    ASSERT_TRUE(fine(at(people.shiga).changePayments(DiscardBatch{given, u"銀行で受付不可"_s})));
    const BatchId lost = exported({id});
    ASSERT_TRUE(fine(at(people.shiga).changePayments(ExportBatch{lost, hashOf(lost), u"ファイルの紛失"_s})));
    EXPECT_TRUE(refused(at(people.shiga).changePayments(DiscardBatch{lost, u"銀行で受付不可"_s}), Refusal::PartTaken));
    EXPECT_TRUE(fine(at(people.shiba).changePayments(DiscardBatch{lost, u"銀行で受付不可"_s})));
    EXPECT_EQ(batch(given).state, BatchState::Discarded);
    EXPECT_TRUE(refused(at(people.shiba).changePayments(DiscardBatch{given, u"誤り"_s}), Refusal::WrongState));
    EXPECT_TRUE(refused(at(people.shiba).changePayments(ConfirmBatch{given, {}}), Refusal::WrongState));
    EXPECT_EQ(stateOf(id, people.sato), std::nullopt);
    EXPECT_EQ(faults(), QStringList());
    const BatchId again = exported({id});
    ASSERT_TRUE(fine(at(people.shiba).changePayments(ConfirmBatch{again, {}})));
    EXPECT_TRUE(refused(at(people.shiba).changePayments(DiscardBatch{again, u"誤り"_s}), Refusal::WrongState));
}

TEST_P(PaymentContract, TellsWhereTheAccountIsAnotherThanWasDecided)
{
    decided(voucher(20'000));
    EXPECT_FALSE(accountMoved(due().front()));
    Payee renamed = knownPayee();
    renamed.account.bankName = u"ﾐﾎﾝ2"_s;
    ASSERT_TRUE(fine(enter(renamed)));
    EXPECT_FALSE(accountMoved(due().front())) << "the same account";
    Payee elsewhere = due().front().known.value();
    elsewhere.account.branch = u"046"_s; // the same last four digits
    ASSERT_TRUE(fine(enter(elsewhere)));

    EXPECT_TRUE(accountMoved(due().front()));
    const CaseId id = due().front().id;
    EXPECT_TRUE(refused(make({id}, people.shiba, 3), Refusal::PartTaken)) << "who registered that account";
    EXPECT_TRUE(fine(make({id}, people.shiga, 3)));
}

TEST_P(PaymentContract, SaysWhatWasInAFileThatWasGivenUp)
{
    const CaseId id = decided(voucher(20'000));
    EXPECT_FALSE(due().front().givenUp.isValid());
    const auto unwritten = make({id});
    ASSERT_TRUE(fine(at(people.shiba).changePayments(DiscardBatch{*unwritten, u"誤り"_s})));
    EXPECT_FALSE(due().front().givenUp.isValid()) << "no file of it was written";

    ASSERT_TRUE(fine(at(people.shiga).changePayments(DiscardBatch{exported({id}), u"銀行が受け付けなかった"_s})));

    EXPECT_EQ(due().front().givenUp, today());
}

TEST_P(PaymentContract, PaysTheMoneyOfAYearUntilItsBooksAreClosed)
{
    const CaseId direct = decided(voucher(1'000));
    const CaseId commitment = decided(moving(u"budget.commitment"_s, line(), 90'000));
    const CaseId ordered = decided(voucher(20'000, u"commitment.paid"_s, commitmentAccount(commitment)));
    const QDate last(m_year + 1, 5, 31);

    for (const PaymentDue &one : due())
        EXPECT_EQ(one.payUntil, last) << one.id.value();
    m_day = last.addDays(1);
    EXPECT_TRUE(refused(make({direct}), Refusal::NotPayable));
    EXPECT_TRUE(refused(make({ordered}), Refusal::NotPayable));
    m_day = last;
    EXPECT_TRUE(fine(make({direct, ordered})));
}

TEST_P(PaymentContract, ForgetsNoVoucherOfTheYearWhoseBooksAreClosed)
{
    decided(moving(u"budget.commitment"_s, line(), 90'000));
    const CaseId owed = decided(voucher(1'000));
    const int open = today().year() - (today() <= QDate(today().year(), 5, 31) ? 1 : 0);
    const QString before = QString::number(open - 1);
    for (const char *change :
         {"UPDATE budget_line SET fiscal_year = %1", "UPDATE posting SET account = replace(account, '%2', '%1')"})
        ASSERT_TRUE(fine(office.tamper(
            QString::fromLatin1(change).replace(u"%1"_s, before).replace(u"%2"_s, QString::number(m_year)))));

    const auto list = at(people.seki).unpaid();

    ASSERT_TRUE(fine(list));
    ASSERT_EQ(list->size(), 1u) << "nothing more is ordered of the commitment";
    EXPECT_EQ(list->front().id, owed);
}

TEST_P(PaymentContract, CancelsWhatCameBack)
{
    const CaseId back = decided(voucher(20'000));
    const CaseId forgotten = decided(voucher(1'000));
    const CaseId paid = decided(voucher(3'000));
    ASSERT_TRUE(fine(at(people.shiba).changePayments(ConfirmBatch{exported({back, paid}), {{1, u"口座解約"_s}}})));

    EXPECT_TRUE(refused(cancel(paid), Refusal::NotCancellable));
    for (const CaseId id : {back, forgotten}) {
        const auto cancellation = cancel(id);
        ASSERT_TRUE(fine(cancellation)) << "its day has come, and it was not paid";
        decide(*cancellation);
        EXPECT_TRUE(refused(make({id}), Refusal::NotPayable));
    }
    EXPECT_TRUE(due().empty()) << "what is cancelled is not to be paid";
    EXPECT_EQ(faults(), QStringList());
}

TEST_P(PaymentContract, TellsOthersNothingOfCasesThatAreNotTheirs)
{
    const CaseId commitment = decided(moving(u"budget.commitment"_s, line(), 90'000));
    const CaseId paid = decided(voucher(20'000));
    exported({paid});

    EXPECT_TRUE(stateOf(paid, people.seki)) << "a colleague's, on a line in her charge";
    EXPECT_FALSE(stateOf(paid, people.fuji));
    EXPECT_TRUE(fine(at(people.seki).commitmentStanding(commitment)));
    EXPECT_TRUE(failed(at(people.fuji).commitmentStanding(commitment), ErrorCode::AccessDenied));
}

TEST_P(PaymentContract, IsGivenUpBeforeAFileIsThere)
{
    const CaseId id = decided(voucher(20'000));
    const auto made = make({id});
    EXPECT_TRUE(refused(at(people.shiba).changePayments(DiscardBatch{*made, u" "_s}), Refusal::ReasonMissing));
    ASSERT_TRUE(fine(at(people.shiba).changePayments(DiscardBatch{*made, u"振込日の誤り"_s})));

    EXPECT_EQ(batch(*made).state, BatchState::Discarded);
    EXPECT_EQ(due().size(), 1u);
    EXPECT_TRUE(fine(make({id})));
    EXPECT_EQ(faults(), QStringList());
}

TEST_P(PaymentContract, CancelsNothingThatIsInABatch)
{
    const CaseId commitment = decided(moving(u"budget.commitment"_s, line(), 90'000));
    QJsonObject later = voucher(20'000, u"commitment.paid"_s, commitmentAccount(commitment));
    later.insert(u"payment_on"_s, today().addDays(10).toString(Qt::ISODate));
    const CaseId paid = decided(later);
    const CaseId other = decided(later);
    const auto batched = make({paid});
    ASSERT_TRUE(fine(batched));

    EXPECT_TRUE(refused(cancel(paid), Refusal::NotCancellable));
    ASSERT_TRUE(fine(at(people.shiba).changePayments(DiscardBatch{*batched, u"誤り"_s})));
    EXPECT_TRUE(fine(cancel(paid))) << "it is in none any more";
    EXPECT_TRUE(fine(cancel(other)));
    EXPECT_TRUE(refused(make({paid}), Refusal::NotPayable)) << "it is being cancelled";
    EXPECT_EQ(staysOut(due().front(), today()), StaysOut::Cancelled);
}

TEST_P(PaymentContract, ShowsTheSectionWhatIsNotPaid)
{
    QJsonObject contract = moving(u"budget.commitment"_s, line(), 90'000);
    contract.insert(u"term_until"_s, u"2026-12-25"_s);
    const CaseId commitment = decided(contract);
    const CaseId part = decided(voucher(20'000, u"commitment.paid"_s, commitmentAccount(commitment)));
    const CaseId atOnce = decided(voucher(1'000));

    const auto list = at(people.seki).unpaid();
    ASSERT_TRUE(fine(list));
    ASSERT_EQ(list->size(), 3u);
    EXPECT_EQ((*list)[0].id, part);
    EXPECT_EQ((*list)[0].left, 20'000);
    EXPECT_EQ((*list)[1].payee + u'/' + (*list)[1].section, knownPayee().name + u"/総務課"_s);
    EXPECT_EQ((*list)[2].id, commitment);
    EXPECT_EQ((*list)[2].kind, Unpaid::Kind::Commitment);
    EXPECT_EQ((*list)[2].amount, 90'000);
    EXPECT_EQ((*list)[2].left, 70'000);
    EXPECT_EQ((*list)[2].day, QDate(2026, 12, 25)) << "the day it is to be there";
    EXPECT_TRUE(at(people.fuji).unpaid()->empty()) << "another section's";
    ASSERT_TRUE(fine(at(people.shiba).changePayments(ConfirmBatch{exported({part, atOnce}), {}})));
    EXPECT_EQ(at(people.seki).unpaid()->size(), 1u);
    QJsonObject later =
        moving(u"commitment.increase+budget.increase"_s, commitmentAccount(commitment) + u'+' + line(), 1'000);
    later.insert(u"term_until"_s, u"2027-01-29"_s);
    const CaseId change = decided(later);
    EXPECT_EQ(at(people.seki).unpaid()->front().day, QDate(2027, 1, 29)) << "put off";
    const auto takenBack = cancel(change);
    ASSERT_TRUE(fine(takenBack));
    decide(*takenBack);
    EXPECT_EQ(at(people.seki).unpaid()->front().day, QDate(2026, 12, 25)) << "and not put off after all";
}

TEST_P(PaymentContract, IsOrderedByColleaguesInChargeOfTheLine)
{
    const CaseId id = decided(moving(u"budget.commitment"_s, line(), 90'000));
    const CaseRecord record = *office.owner().cases().load(id);

    const auto list = office.as(people.seki).budget().commitmentsInCharge();

    ASSERT_TRUE(fine(list));
    ASSERT_EQ(list->size(), 1u);
    EXPECT_EQ(list->front().ref,
              (CaseRef{id,
                       record.number,
                       record.title,
                       line().mid(kBudgetAccount.size()),
                       office.officeToday()->staff(people.sato)->number,
                       {}}));
    EXPECT_FALSE(Hand(office, people.seki).load(id)) << "which she may not open";
    EXPECT_TRUE(fine(Hand(office, people.seki).file(voucher(1'000, u"commitment.paid"_s, commitmentAccount(id)))));
    EXPECT_TRUE(office.as(people.fuji).budget().commitmentsInCharge()->empty()) << "another section's";
    ASSERT_TRUE(fine(cancel(decided(moving(u"budget.commitment"_s, line(), 1'000)))));
    EXPECT_EQ(office.as(people.seki).budget().commitmentsInCharge()->size(), 1u) << "one is being cancelled";
}

TEST_P(PaymentContract, WhatIsChangedBehindTheNotaryShows)
{
    const BatchId id = exported({decided(voucher(20'000)), decided(voucher(1'000))});
    ASSERT_EQ(faults(), QStringList());
    const auto spoils = [&](const QString &sql) {
        ASSERT_TRUE(fine(office.tamper(sql))) << sql.toStdString();
        EXPECT_FALSE(faults().isEmpty()) << sql.toStdString();
    };

    const PaymentBatch made = batch(id);
    ASSERT_EQ(made.lines.size(), 2u);
    PaymentLine line = made.lines.front();
    const auto loaded = office.owner().cases().load(line.id);
    ASSERT_TRUE(fine(loaded));
    const CaseRecord &record = *loaded;
    EXPECT_EQ(paymentFault(line, record), QString());
    line.amount = Yen(20'001);
    EXPECT_NE(paymentFault(line, record), QString());
    line.amount = Yen(20'000);
    line.payee = u"13"_s;
    EXPECT_NE(paymentFault(line, record), QString());
    spoils(u"UPDATE payment_line SET account = '7654321' WHERE no = 1"_s);
    ASSERT_TRUE(fine(office.tamper(u"UPDATE payment_line SET account = '0345678'"_s)));
    ASSERT_EQ(faults(), QStringList());
    spoils(u"UPDATE payment_line SET amount = 1001 WHERE no = 2"_s);
    ASSERT_TRUE(fine(office.tamper(u"UPDATE payment_line SET amount = 1000 WHERE no = 2"_s)));
    spoils(u"UPDATE payment_batch SET state = 2"_s);
    ASSERT_TRUE(fine(office.tamper(u"UPDATE payment_batch SET state = 1"_s)));
    spoils(u"DELETE FROM payment_line WHERE no = 2"_s);
}

TEST_P(PaymentContract, AnAnchorTellsThatTheLastActsAreGone)
{
    const auto database = office.ownersDatabase().value();
    const BatchId id = exported({decided(voucher(20'000))});
    const Anchor before = takeAnchor(*database, office.clock()).value();
    ASSERT_TRUE(fine(at(people.shiba).changePayments(ConfirmBatch{id, {{1, u"口座解約"_s}}})));
    const Anchor after = takeAnchor(*database, office.clock()).value();
    EXPECT_EQ(checkAnchor(*database, after).value(), AnchorFindings());
    // Whoever owns the tables can do without the triggers.
    const QString force = GetParam() == Dialect::PostgreSql ? u"SET session_replication_role = replica; "_s : QString();

    for (const char *cut : {"DELETE FROM payment_act WHERE kind = 3", "UPDATE payment_batch SET state = 1",
                            "UPDATE payment_line SET returned = NULL"})
        ASSERT_TRUE(fine(office.tamper(force + QLatin1String(cut)))) << cut;

    EXPECT_EQ(faults(), QStringList()) << "without an anchor nobody can tell";
    EXPECT_TRUE(checkAnchor(*database, before)->hold());
    EXPECT_EQ(checkAnchor(*database, after)->payments, AnchorBreach::Kind::Shortened);
    ASSERT_TRUE(fine(at(people.shiba).changePayments(ConfirmBatch{id, {}})));
    EXPECT_EQ(faults(), QStringList());
    EXPECT_EQ(checkAnchor(*database, after)->payments, AnchorBreach::Kind::Rewritten);
}

TEST_P(PaymentContract, AnchorsOfPaymentsAreHeldByAuditors)
{
    if (GetParam() == Dialect::Sqlite)
        return; // whoever has the file reads all of it
    exported({decided(voucher(20'000))});
    const auto owners = office.ownersDatabase().value();
    const Anchor anchor = takeAnchor(*owners, office.clock()).value();
    ASSERT_EQ(anchor.payments, 3);
    const QString fukuda = office.officeToday()->staff(people.fukuda)->login;
    const auto auditor = Database::open(staffUrl(owners->url().database(), fukuda)).value();

    EXPECT_EQ(checkAnchor(*auditor, anchor).value(), AnchorFindings());
}

} // namespace kessai::test
