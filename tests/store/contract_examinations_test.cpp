// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caseref.h"
#include "core/cases/engine.h"
#include "core/services/desk.h"
#include "tests/store/hand.h"

// 会計審査: what waits for it, what comes, what is ticked off, and the commitment behind a payment; the same on every database.
// 芝 and 志賀 are 審査担当 and hold the role "accounting".

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class ExaminationContract : public OnBothDatabases {
protected:
    ExaminationStore &at(StaffId who) { return office.as(who).examinations(); }
    /// A case that 会計課 examines before 部長 decides, as some rules still have it.
    static QJsonObject voucher(const QString &subject, const QString &payOn)
    {
        QJsonObject fields = memo(subject, 0);
        fields.remove(u"amount"_s);
        fields.insert(u"pays"_s, true);
        fields.insert(u"payment_on"_s, payOn);
        return fields;
    }
    /// A case that 部長 orders and 会計課 examines then.
    static QJsonObject order(const QString &subject, const QString &payOn)
    {
        QJsonObject fields = voucher(subject, payOn);
        fields.remove(u"pays"_s);
        fields.insert(u"orders"_s, true);
        return fields;
    }
    /// Brings it before its examiner, ordered.
    CaseId ordered(const QJsonObject &fields)
    {
        const CaseId id = arrived(fields);
        EXPECT_TRUE(fine(Hand(office, people.bando).approve(id)));
        return id;
    }
    /// The row of a case in a list of somebody's, where it is in it.
    std::optional<CaseRow> rowOf(StaffId who, ListKind kind, CaseId id)
    {
        const auto page = office.as(who).cases().list({.kind = kind});
        EXPECT_TRUE(fine(page));
        for (const CaseRow &row : page->rows) {
            if (row.id == id)
                return row;
        }
        return std::nullopt;
    }
    bool saysOrdered(StaffId who, ListKind kind, CaseId id)
    {
        const auto row = rowOf(who, kind, id);
        EXPECT_TRUE(row);
        return row && row->ordered;
    }
    CaseId filed(const QJsonObject &fields)
    {
        const auto id = Hand(office, people.sato).file(fields);
        EXPECT_TRUE(fine(id));
        return id ? *id : CaseId(0);
    }
    /// Brings it to its examination.
    CaseId arrived(const QJsonObject &fields)
    {
        const CaseId id = filed(fields);
        for (const StaffId who : {people.suzuki, people.kato})
            EXPECT_TRUE(fine(Hand(office, who).approve(id)));
        return id;
    }
    std::vector<VoucherRow> queueOf(StaffId who)
    {
        const auto rows = at(who).vouchers({u"memo"_s});
        EXPECT_TRUE(fine(rows));
        return rows ? *rows : std::vector<VoucherRow>();
    }
    static MarkProof tick(CaseId id, const QString &field, bool ticked = true)
    {
        return {.id = id, .revision = 1, .field = field, .ticked = ticked, .place = {}};
    }
    /// 佐藤's decided commitment of 30,000 yen, with a contract.
    CaseId commitment(const std::vector<Attachment> &papers = {})
    {
        Hand sato(office, people.sato);
        const auto id = sato.draft(
            moving(u"budget.commitment"_s, budgetLine(kStationery, SectionId(0)).account(), 30'000), {}, 1, papers);
        EXPECT_TRUE(fine(id));
        EXPECT_TRUE(fine(sato.submit(*id)));
        for (const StaffId who : {people.suzuki, people.kato, people.bando})
            EXPECT_TRUE(fine(Hand(office, who).approve(*id)));
        return *id;
    }
};
KESSAI_ON_BOTH_DATABASES(ExaminationContract);

} // namespace

TEST_P(ExaminationContract, ListsWhatWaitsAndWhatComes)
{
    QJsonObject electricity = voucher(u"電気料金"_s, u"2026-12-10"_s);
    electricity.insert(u"payee"_s, QJsonObject{{u"name"_s, u"株式会社山田商店"_s}, {u"account"_s, u"…1234"_s}});
    const CaseId waiting = arrived(electricity);
    const CaseId coming = filed(voucher(u"水道料金"_s, u"2026-12-20"_s));
    filed(memo(u"支払でないもの"_s));

    const auto rows = queueOf(people.shiba);

    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].row.id, waiting);
    EXPECT_EQ(rows[0].stage, VoucherStage::Waiting);
    EXPECT_EQ(office.as(people.shiba).cases().pulse()->examining, 1);
    EXPECT_EQ(office.as(people.suzuki).cases().pulse()->examining, 0) << "who has one to review";
    EXPECT_EQ(rows[0].row.myStep, StepKind::Examine);
    EXPECT_TRUE(rows[0].row.arrivedAt);
    EXPECT_EQ(rows[0].row.title, u"電気料金"_s);
    EXPECT_EQ(rows[0].fields.value(u"payment_on"_s).toString(), u"2026-12-10"_s);
    EXPECT_EQ(rows[0].fields.value(u"payee"_s).toObject(), QJsonObject({{u"name"_s, u"株式会社山田商店"_s}}))
        << "no account";
    EXPECT_EQ(rows[1].row.id, coming);
    EXPECT_EQ(rows[1].stage, VoucherStage::Coming);
    EXPECT_EQ(rows[1].row.nowWith, u"庶務係長"_s);
    EXPECT_FALSE(rows[1].row.arrivedAt);
    EXPECT_EQ(rows[1].fields.value(u"payment_on"_s).toString(), u"2026-12-20"_s);
    EXPECT_TRUE(failed(office.as(people.shiba).cases().load(coming), ErrorCode::NotFound))
        << "its papers stay closed until it arrives";
    for (const StaffId who : {people.sato, people.suzuki, people.zaizen, people.bando})
        EXPECT_TRUE(queueOf(who).empty()) << "for those only who examine";
    EXPECT_TRUE(at(people.shiba).vouchers({u"leave"_s})->empty());
}

TEST_P(ExaminationContract, KeepsInSightWhatIsExaminedUntilItIsOrdered)
{
    const CaseId id = arrived(voucher(u"電気料金"_s, u"2026-12-10"_s));
    ASSERT_TRUE(fine(Hand(office, people.shiba).approve(id)));

    for (const StaffId who : {people.shiba, people.shiga}) {
        const auto rows = queueOf(who);
        ASSERT_EQ(rows.size(), 1u);
        EXPECT_EQ(rows[0].stage, VoucherStage::Examined);
        EXPECT_EQ(rows[0].row.nowWith, u"総務部長"_s);
        EXPECT_FALSE(rows[0].row.myStep);
        EXPECT_EQ(rows[0].fields.value(u"payment_on"_s).toString(), u"2026-12-10"_s);
    }
    for (const StaffId who : {people.sato, people.kato, people.bando, people.zaizen})
        EXPECT_TRUE(queueOf(who).empty()) << "for those only who examined";
    ASSERT_TRUE(fine(Hand(office, people.bando).approve(id)));
    EXPECT_TRUE(queueOf(people.shiba).empty()) << "then it is to be paid";
}

TEST_P(ExaminationContract, BringsWhatWasOrderedAndSaysSoInEveryList)
{
    const CaseId id = arrived(order(u"電気料金"_s, u"2026-12-10"_s));
    ASSERT_EQ(queueOf(people.shiba).size(), 1u);
    EXPECT_EQ(queueOf(people.shiba)[0].stage, VoucherStage::Coming) << "nobody examines what nobody ordered";
    EXPECT_TRUE(failed(office.as(people.shiba).cases().load(id), ErrorCode::NotFound));
    EXPECT_FALSE(saysOrdered(people.sato, ListKind::Own, id));

    ASSERT_TRUE(fine(Hand(office, people.bando).approve(id)));

    ASSERT_EQ(queueOf(people.shiba).size(), 1u);
    EXPECT_EQ(queueOf(people.shiba)[0].stage, VoucherStage::Waiting);
    EXPECT_TRUE(queueOf(people.shiba)[0].row.ordered);
    for (const auto &[who, kind] : {std::pair(people.sato, ListKind::Own), std::pair(people.sato, ListKind::All),
                                    std::pair(people.shiba, ListKind::Tray), std::pair(people.kato, ListKind::All)}) {
        EXPECT_TRUE(saysOrdered(who, kind, id));
        EXPECT_EQ(rowOf(who, kind, id)->state, CaseState::Running);
    }

    ASSERT_TRUE(fine(Hand(office, people.shiba).approve(id)));
    EXPECT_TRUE(queueOf(people.shiba).empty()) << "it is to be paid";
    EXPECT_EQ(rowOf(people.sato, ListKind::Own, id)->state, CaseState::Decided);
    EXPECT_FALSE(saysOrdered(people.sato, ListKind::Own, id));
}

TEST_P(ExaminationContract, CountsAsPaidOnlyWhatWasExamined)
{
    const CaseId committed = commitment();
    QJsonObject pays = moving(u"commitment.paid"_s, commitmentAccount(committed), 10'000);
    pays.insert(u"orders"_s, true);
    pays.insert(u"payment_on"_s, u"2026-12-10"_s);
    const CaseId id = ordered(pays);
    const auto postingsOf = [&] { return office.as(people.sato).cases().load(id)->projection.postingState; };

    EXPECT_EQ(postingsOf(), PostingState::Reserved);
    ASSERT_TRUE(fine(Hand(office, people.shiba).approve(id)));
    EXPECT_EQ(postingsOf(), PostingState::Used);
}

TEST_P(ExaminationContract, LetsTheExaminerPassAnOrderOrSendItBack)
{
    Hand shiba(office, people.shiba);
    const CaseId id = ordered(order(u"電気料金"_s, u"2026-12-10"_s));
    const auto state = proven(*office.owner().cases().load(id));
    ASSERT_TRUE(fine(state));
    const auto send = [&](EventBody body, CaseState becomes) {
        std::vector<Effects::Change> changes{{{state->currentStep()->no, 1}, AssignmentState::Rejected}};
        return shiba.append(id,
                            {{people.shiba, people.examiner, std::nullopt},
                             std::move(body),
                             {becomes, state->round, changes, {people.shiba}, PostingState::Void}},
                            state->seq);
    };

    EXPECT_TRUE(refused(send(Rejected{{state->currentStep()->no, 1}, u"違法"_s}, CaseState::Rejected),
                        Refusal::OrderedCannotReject));
    ASSERT_TRUE(fine(shiba.act(id, Return{{}, {}, u"証拠書類が足りない：納品書"_s})));
    EXPECT_FALSE(saysOrdered(people.sato, ListKind::Own, id));

    // Sent again as it was, it goes straight to whoever sent it back; and the record proves itself.
    Desk desk(std::move(office.open(people.sato)).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));
    const auto view = desk.open(id);
    ASSERT_TRUE(fine(view));
    ASSERT_TRUE(fine(desk.saveDraft(id, view->content)));
    ASSERT_TRUE(fine(desk.submit(id, freshRequestId(), u"説明します"_s)));
    const auto again = desk.open(id);
    ASSERT_TRUE(fine(again));
    EXPECT_TRUE(again->verified.sound());
    EXPECT_TRUE(again->verified.state.awaitsExamination());
    EXPECT_TRUE(saysOrdered(people.sato, ListKind::Own, id));
    ASSERT_TRUE(fine(shiba.approve(id)));
    EXPECT_EQ(rowOf(people.sato, ListKind::Own, id)->state, CaseState::Decided);
}

TEST_P(ExaminationContract, KeepsAnOrderOfNothingElseAndForItsExaminerToGiveBack)
{
    Hand sato(office, people.sato);
    const CaseId id = ordered(order(u"電気料金"_s, u"2026-12-10"_s));
    auto state = proven(*office.owner().cases().load(id));
    ASSERT_TRUE(fine(state));
    const auto takeBack = [&](EventBody body, CaseState becomes) {
        const int step = state->currentStep()->no;
        std::vector<Effects::Change> changes;
        for (const Assignment &one : state->steps[size_t(step) - 1].assignments)
            changes.push_back({{step, one.no}, AssignmentState::Void});
        return sato.append(id,
                           {{people.sato, std::nullopt, std::nullopt},
                            std::move(body),
                            {becomes, state->round, changes, {}, PostingState::Void}},
                           state->seq);
    };
    EXPECT_TRUE(refused(takeBack(Cancelled{u"不要"_s}, CaseState::Cancelled), Refusal::OrderStands));
    EXPECT_TRUE(refused(takeBack(Withdrawn{}, CaseState::Withdrawn), Refusal::OrderStands));
    ASSERT_TRUE(fine(Hand(office, people.shiba).act(id, Return{{}, {}, u"額が違う"_s})));
    state = proven(*office.owner().cases().load(id));
    ASSERT_TRUE(fine(state));

    // Another content, and the decision is said to stand: with the effects that would have.
    ASSERT_TRUE(fine(sato.draft(order(u"別の料金"_s, u"2026-12-10"_s), id, 2)));
    std::vector<int> kept;
    for (const Step &step : state->steps) {
        const bool given = std::any_of(step.assignments.begin(), step.assignments.end(),
                                       [](const Assignment &one) { return mayBeKept(one.state); });
        if (given && step.inLine())
            kept.push_back(step.no);
    }
    EXPECT_TRUE(refused(sato.proposeSubmission(id, {}, kept), Refusal::Damaged)) << "the engine";
    auto honest = sato.proposeSubmission(id, {}, {});
    ASSERT_TRUE(fine(honest));
    Case lying = *state;
    auto &submitted = std::get<Submitted>(honest->body);
    lying.contentDigest = submitted.contentDigest;
    lying.postings = submitted.postings;
    submitted.kept = kept;
    const auto effects = effectsOf(lying, honest->capacity, honest->body);
    ASSERT_TRUE(effects.ok());
    honest->effects = *effects;
    EXPECT_TRUE(failed(sato.append(id, *honest, state->seq), ErrorCode::Invalid)) << "the notary";
}

TEST_P(ExaminationContract, KeepsTicksWithWhoSetThemAndWhere)
{
    Hand sato(office, people.sato);
    const auto invoice = sato.upload(u"請求書.pdf"_s, "an invoice");
    ASSERT_TRUE(fine(invoice));
    const auto id = sato.draft(voucher(u"電気料金"_s, u"2026-12-10"_s), {}, 1, {*invoice});
    ASSERT_TRUE(fine(id));
    ASSERT_TRUE(fine(sato.submit(*id)));
    for (const StaffId who : {people.suzuki, people.kato})
        ASSERT_TRUE(fine(Hand(office, who).approve(*id)));
    MarkProof amount = tick(*id, u"amount"_s);
    amount.place = ProofPlace{invoice->sha256, 2, 100, 9'000, 500, 200};

    ASSERT_TRUE(fine(at(people.shiba).markProof(amount)));
    ASSERT_TRUE(fine(at(people.shiga).markProof(tick(*id, u"payee"_s))));
    ASSERT_TRUE(fine(at(people.shiga).markProof(tick(*id, u"payee"_s, false))));

    const auto record = office.as(people.sato).cases().load(*id);
    ASSERT_TRUE(fine(record));
    ASSERT_EQ(record->marks.size(), 3u) << "what was recorded stays";
    EXPECT_EQ(record->marks[0].field, u"amount"_s);
    EXPECT_EQ(record->marks[0].place, amount.place);
    EXPECT_EQ(record->marks[0].by, people.shiba);
    EXPECT_EQ(record->marks[0].byName, u"芝 蓮"_s);
    EXPECT_EQ(record->marks[0].revision, 1);
    EXPECT_GT(record->marks[0].at.microseconds(), 0);
    EXPECT_TRUE(record->marks[1].ticked);
    EXPECT_FALSE(record->marks[1].place);
    EXPECT_FALSE(record->marks[2].ticked);
}

TEST_P(ExaminationContract, TakesTicksFromWhoExaminesAlone)
{
    const CaseId waiting = arrived(voucher(u"電気料金"_s, u"2026-12-10"_s));
    const CaseId coming = filed(voucher(u"水道料金"_s, u"2026-12-20"_s));

    EXPECT_TRUE(refused(at(people.sato).markProof(tick(waiting, u"payee"_s)), Refusal::NotYourTurn));
    EXPECT_TRUE(refused(at(people.suzuki).markProof(tick(waiting, u"payee"_s)), Refusal::NotYourTurn));
    EXPECT_TRUE(failed(at(people.zaizen).markProof(tick(waiting, u"payee"_s)), ErrorCode::NotFound));
    EXPECT_TRUE(failed(at(people.shiba).markProof(tick(coming, u"payee"_s)), ErrorCode::NotFound));
    EXPECT_TRUE(failed(at(people.shiba).markProof(tick(waiting, u"支払先"_s)), ErrorCode::Invalid));
    MarkProof bent = tick(waiting, u"payee"_s);
    bent.revision = 2;
    EXPECT_TRUE(refused(at(people.shiba).markProof(bent), Refusal::Stale));
    bent = tick(waiting, u"payee"_s);
    bent.place = ProofPlace{QByteArray(64, 'a'), 0, 0, 0, 1, 1};
    EXPECT_TRUE(failed(at(people.shiba).markProof(bent), ErrorCode::Invalid)) << "no file of the case";
    EXPECT_TRUE(failed(office.owner().examinations().markProof(tick(waiting, u"payee"_s)), ErrorCode::AccessDenied));

    ASSERT_TRUE(fine(Hand(office, people.shiba).approve(waiting)));
    EXPECT_TRUE(refused(at(people.shiba).markProof(tick(waiting, u"payee"_s)), Refusal::NotYourTurn)) << "it is over";
    EXPECT_TRUE(office.as(people.sato).cases().load(waiting)->marks.empty());
}

TEST_P(ExaminationContract, ShowsTheCommitmentBehindAPaymentToWhoWasSentIt)
{
    const auto contract = Hand(office, people.sato).upload(u"請書.pdf"_s, "a contract");
    ASSERT_TRUE(fine(contract));
    const CaseId committed = commitment({*contract});
    EXPECT_TRUE(failed(office.as(people.shiba).cases().load(committed), ErrorCode::NotFound));
    QJsonObject pays = moving(u"commitment.paid"_s, commitmentAccount(committed), 10'000);
    pays.insert(u"pays"_s, true);
    pays.insert(u"payment_on"_s, u"2026-12-10"_s);

    const CaseId payment = filed(pays);
    EXPECT_TRUE(failed(office.as(people.shiba).cases().load(committed), ErrorCode::NotFound)) << "it has not come";
    for (const StaffId who : {people.suzuki, people.kato})
        ASSERT_TRUE(fine(Hand(office, who).approve(payment)));

    const auto record = office.as(people.shiba).cases().load(committed);
    ASSERT_TRUE(fine(record));
    ASSERT_EQ(record->revisions.back().content.attachments.size(), 1u);
    EXPECT_EQ(*office.as(people.shiba).blobs().chunk(contract->sha256, 0), QByteArray("a contract"));
    MarkProof amount = tick(payment, u"amount"_s);
    amount.place = ProofPlace{contract->sha256, 0, 0, 0, 10, 10};
    EXPECT_TRUE(fine(at(people.shiba).markProof(amount))) << "a page of the contract is proof";
    EXPECT_TRUE(failed(office.as(people.zaizen).cases().load(committed), ErrorCode::NotFound));
    EXPECT_TRUE(failed(office.as(people.zaizen).blobs().chunk(contract->sha256, 0), ErrorCode::NotFound));

    ASSERT_TRUE(fine(Hand(office, people.shiba).act(payment, Return{{}, {}, u"金額が請求書と一致しない"_s})));
    EXPECT_TRUE(failed(office.as(people.shiba).cases().load(committed), ErrorCode::NotFound))
        << "what went back is paid no more";
}

TEST_P(ExaminationContract, TellsHowACommitmentWasInspectedToWhoMayReadIt)
{
    const auto contract = Hand(office, people.sato).upload(u"請書.pdf"_s, "a contract");
    ASSERT_TRUE(fine(contract));
    const CaseId committed = commitment({*contract});
    const auto record = office.owner().cases().load(committed);
    QJsonObject report = memo(u"検査調書"_s);
    report.insert(u"commitment"_s,
                  toJson(CaseRef{committed, record->number, record->title, budgetLine(kStationery, SectionId(0)).key(),
                                 office.officeToday()->staff(people.sato)->number}));
    report.insert(u"result"_s, u"failed"_s);
    report.insert(u"inspected_on"_s, u"2026-11-20"_s);
    report.insert(u"place"_s, u"市役所"_s);
    const auto inspected = Hand(office, people.suzuki).file(report);
    ASSERT_TRUE(fine(inspected));
    const auto seenBy = [&](StaffId who) { return *at(who).inspections(committed, u"memo"_s); };
    EXPECT_TRUE(seenBy(people.sato).empty()) << "it is not decided";
    for (const StaffId who : {people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*inspected)));
    EXPECT_TRUE(seenBy(people.shiba).empty()) << "the commitment is none of hers yet";
    QJsonObject pays = moving(u"commitment.paid"_s, commitmentAccount(committed), 10'000);
    pays.insert(u"pays"_s, true);
    pays.insert(u"payment_on"_s, u"2026-12-10"_s);

    arrived(pays);

    const auto seen = seenBy(people.shiba);
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen[0].id, *inspected);
    EXPECT_EQ(seen[0].drafter, people.suzuki);
    EXPECT_EQ(
        seen[0].fields,
        QJsonObject(
            {{u"result"_s, u"failed"_s}, {u"inspected_on"_s, u"2026-11-20"_s}, {u"completed_on"_s, QJsonValue()}}))
        << "and no more of it";
    EXPECT_TRUE(failed(office.as(people.shiba).cases().load(*inspected), ErrorCode::NotFound));
    EXPECT_TRUE(seenBy(people.zaizen).empty());
    EXPECT_TRUE(at(people.shiba).inspections(committed, u"leave"_s)->empty());
}

TEST_P(ExaminationContract, OpensNoCommitmentByAPaymentOfOnesOwn)
{
    const auto contract = Hand(office, people.sato).upload(u"請書.pdf"_s, "a contract");
    ASSERT_TRUE(fine(contract));
    const CaseId committed = commitment({*contract});
    QJsonObject pays = moving(u"commitment.paid"_s, commitmentAccount(committed), 10'000);

    const auto own = Hand(office, people.seki).file(pays); // on a line in her charge

    ASSERT_TRUE(fine(own));
    EXPECT_TRUE(failed(office.as(people.seki).cases().load(committed), ErrorCode::NotFound));
    EXPECT_TRUE(failed(office.as(people.seki).blobs().chunk(contract->sha256, 0), ErrorCode::NotFound));
}

/// The form's check is the drafter's program's; a bent one leaves it out.
TEST_P(ExaminationContract, TellsWhoExaminesWhatTheFormRefuses)
{
    QJsonObject forged = voucher(u"電気料金"_s, u"2026-12-10"_s);
    forged.insert(u"from"_s, u"2026-12-10"_s);
    forged.insert(u"until"_s, u"2026-12-01"_s);
    QJsonObject honest = forged;
    honest.insert(u"until"_s, u"2026-12-11"_s);
    const auto faultsOf = [this](CaseId id) {
        Desk desk(std::move(office.open(people.shiba)).value(), memoForms(), office.clock());
        EXPECT_TRUE(fine(desk.start()));
        const auto file = desk.openVoucher(id);
        EXPECT_TRUE(fine(file));
        QStringList faults;
        for (const Insight &insight : file->insights) {
            if (insight.remarkable && insight.tone == Finding::Severity::Error)
                faults += insight.text.ja;
        }
        return faults;
    };

    EXPECT_EQ(faultsOf(arrived(forged)), QStringList{u"不備：期間が逆です。"_s});
    EXPECT_EQ(faultsOf(arrived(honest)), QStringList());
}

TEST_P(ExaminationContract, TellsWhyCasesWereSentBack)
{
    const CaseId id = arrived(voucher(u"電気料金"_s, u"2026-12-10"_s));
    ASSERT_TRUE(fine(Hand(office, people.shiba).act(id, Return{{}, {}, u"証拠書類が足りない：納品書"_s})));

    EXPECT_EQ(*at(people.shiba).returnReasons({u"memo"_s}, Instant(0)), QStringList{u"証拠書類が足りない：納品書"_s});
    EXPECT_EQ(*at(people.zaizen).returnReasons({u"memo"_s}, Instant(0)), QStringList());
    EXPECT_EQ(*at(people.shiba).returnReasons({u"leave"_s}, Instant(0)), QStringList());
    const Instant tomorrow(office.clock().now().microseconds() + 86'400'000'000);
    EXPECT_EQ(*at(people.shiba).returnReasons({u"memo"_s}, tomorrow), QStringList());
}

TEST_P(ExaminationContract, ApprovesAllButTheBadOnesOfTwoHundred)
{
    constexpr int kVouchers = 200;
    std::vector<CaseId> waiting;
    for (int i = 0; i < kVouchers; ++i) {
        waiting.push_back(arrived(voucher(u"電気料金%1"_s.arg(i), u"2026-12-10"_s)));
        if (GetParam() == Dialect::PostgreSql)
            office.clock().set(
                SystemClock().now()); // a server's own goes no faster: else it would be tomorrow here alone
    }
    auto store = office.open(people.shiba);
    ASSERT_TRUE(fine(store));
    Desk desk(std::move(store).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));
    const auto queue = desk.examinations();
    ASSERT_TRUE(fine(queue));
    ASSERT_EQ(queue->vouchers.size(), size_t(kVouchers));
    // Between looking and approving one went on, one came back, and one was changed behind the notary's back.
    ASSERT_TRUE(fine(Hand(office, people.shiga).approve(waiting[10])));
    ASSERT_TRUE(fine(Hand(office, people.shiga).act(waiting[20], Return{{}, {}, u"その他"_s})));
    ASSERT_TRUE(fine(office.tamper(u"UPDATE content SET title = 'x' WHERE case_id = %1"_s.arg(waiting[30].value()))));

    int done = 0;
    QStringList why;
    for (const Voucher &voucher : queue->vouchers) {
        const auto approved = desk.act(voucher.row.id, voucher.row.seq, freshRequestId(), Approve{std::nullopt, {}});
        done += approved.ok() ? 1 : 0;
        if (!approved)
            why += approved.error().refusal ? toCode(*approved.error().refusal) : toCode(approved.error().code);
    }

    EXPECT_EQ(done, kVouchers - 3);
    EXPECT_EQ(why, (QStringList{u"Stale"_s, u"Stale"_s, u"Damaged"_s})) << "each is explained";
    const auto left = desk.examinations();
    ASSERT_TRUE(fine(left));
    std::vector<CaseId> open;
    for (const Voucher &voucher : left->vouchers) {
        if (voucher.waits())
            open.push_back(voucher.row.id);
    }
    EXPECT_EQ(open, std::vector<CaseId>{waiting[30]}) << "what does not prove itself stays";
    EXPECT_EQ(left->vouchers.size(), size_t(kVouchers - 1)) << "the others are seen until they are ordered";
}

} // namespace kessai::test
