// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"
#include "core/cases/caseref.h"
#include "core/cases/engine.h"
#include "core/cases/inspector.h"
#include "core/services/referencecheck.h"
#include "tests/store/atonce.h"

#include <algorithm>

// What a case rests on: it is as the case says, changed by one case at a time, and inspected by somebody else; the same on every database.

namespace kessai::test {

namespace {

const QString kCommit = QStringLiteral("budget.commitment");
const QString kPay = QStringLiteral("commitment.paid");
const QString kRaise = QStringLiteral("commitment.increase");
const QString kLower = QStringLiteral("commitment.decrease");
const QString kPayee = QStringLiteral("0000012");

class ReferenceContract : public OnBothDatabases {
protected:
    static QString account(const QString &code) { return budgetLine(code, SectionId(0)).account(); }
    const QString stationery = account(kStationery);
    Hand sato{office, people.sato};
    Hand seki{office, people.seki};

    CaseId decided(const QJsonObject &fields)
    {
        const auto id = sato.file(fields);
        EXPECT_TRUE(fine(id));
        decide(*id);
        return *id;
    }
    void decide(CaseId id)
    {
        for (const StaffId who : {people.suzuki, people.kato, people.bando})
            EXPECT_TRUE(fine(Hand(office, who).approve(id)));
        EXPECT_EQ(sato.load(id)->projection.state, CaseState::Decided);
    }
    CaseId commitment(const QString &payee = kPayee)
    {
        QJsonObject fields = moving(kCommit, stationery, 90'000);
        if (!payee.isEmpty())
            fields.insert(QStringLiteral("payee"), QJsonObject{{QStringLiteral("code"), payee}});
        return decided(fields);
    }
    /// Raises or lowers a commitment, and takes that from its line or gives it back.
    QJsonObject changing(const QString &ledger, const QString &owed, qint64 amount) const
    {
        const QString both = ledger + QStringLiteral("+budget.") + ledger.section(QLatin1Char('.'), 1);
        return moving(both, owed + QLatin1Char('+') + stationery, amount);
    }
    /// What a reference to a case says that is true.
    CaseRef referring(CaseId id, const QString &payee = kPayee)
    {
        const CaseRecord record = *office.owner().cases().load(id);
        return {id,
                record.number,
                record.title,
                budgetLine(kStationery, SectionId(0)).key(),
                office.officeToday()->staff(record.drafter)->number,
                payee};
    }
    static QJsonObject resting(const CaseRef &on, QJsonObject fields = memo(QStringLiteral("検査調書")))
    {
        fields.insert(QStringLiteral("commitment"), toJson(on));
        return fields;
    }
    /// A content of Sato's that takes back a decided case of theirs.
    QJsonObject takingBack(CaseId id)
    {
        const auto record = *office.owner().cases().load(id);
        return cancelling(
            record.revisions.back().content.fields,
            {id, record.number, proven(record)->basis->officeRevision, QStringLiteral("契約を取りやめたため")});
    }
    /// What is wrong with what a case rests on, for whoever reads everything.
    QStringList faults(CaseId id)
    {
        const auto record = office.owner().cases().load(id);
        EXPECT_TRUE(fine(record));
        return referenceFaults(*record, office.configuration().office, {[this](CaseId one) -> Result<Referred> {
            const auto found = office.owner().cases().load(one);
            return found ? referredOf(*found) : Result<Referred>(Referred{});
        }});
    }
    QString number(StaffId staff) { return office.officeToday()->staff(staff)->number; }
};
KESSAI_ON_BOTH_DATABASES(ReferenceContract);

} // namespace

TEST_P(ReferenceContract, SaysWhatWasDecidedAndNothingElse)
{
    const CaseId id = commitment();
    const CaseRef truth = referring(id);
    const auto bent = [&](auto CaseRef::*member, const QString &to) {
        CaseRef ref = truth;
        ref.*member = to;
        return resting(ref);
    };

    EXPECT_TRUE(refused(seki.file(bent(&CaseRef::number, QStringLiteral("R8-999999"))), Refusal::ReferenceInvalid));
    EXPECT_TRUE(refused(seki.file(bent(&CaseRef::title, QStringLiteral("別の契約"))), Refusal::ReferenceInvalid));
    EXPECT_TRUE(
        refused(seki.file(bent(&CaseRef::line, budgetLine(kCare, SectionId(0)).key())), Refusal::ReferenceInvalid));
    EXPECT_TRUE(refused(seki.file(bent(&CaseRef::drafter, number(people.kato))), Refusal::ReferenceInvalid));
    EXPECT_TRUE(refused(seki.file(bent(&CaseRef::payee, QStringLiteral("0000013"))), Refusal::ReferenceInvalid));
    EXPECT_TRUE(refused(seki.file(bent(&CaseRef::payee, QString())), Refusal::ReferenceInvalid)) << "left out";
    QJsonObject more = resting(truth);
    QJsonObject said = more.value(QStringLiteral("commitment")).toObject();
    said.insert(QStringLiteral("amount"), 1);
    more.insert(QStringLiteral("commitment"), said);
    EXPECT_TRUE(refused(seki.file(more), Refusal::ReferenceInvalid)) << "more than was decided";

    EXPECT_TRUE(fine(seki.file(resting(truth))));
    EXPECT_TRUE(fine(seki.file(resting(referring(commitment({}), {}))))) << "with nobody yet";
}

TEST_P(ReferenceContract, IsHeldToTheCommitmentAgain)
{
    const CaseId id = commitment();
    const CaseId other = commitment({});
    const auto paying = sato.file(resting(referring(id), moving(kPay, commitmentAccount(id), 1'000)));
    ASSERT_TRUE(fine(paying));
    EXPECT_EQ(faults(id), QStringList());
    EXPECT_EQ(faults(*paying), QStringList());

    const QString where = QStringLiteral(" WHERE case_id = %1").arg(id.value());
    const auto afterTampering = [&](const QString &with, const QString &undone) {
        EXPECT_TRUE(fine(office.tamper(with)));
        const QStringList found = faults(*paying);
        EXPECT_TRUE(fine(office.tamper(undone)));
        return found.join(QStringLiteral("; "));
    };
    const QString title = referring(id).title;
    EXPECT_TRUE(afterTampering(QStringLiteral("UPDATE case_file SET title = 'X'") + where,
                               QStringLiteral("UPDATE case_file SET title = '%1'").arg(title) + where)
                    .endsWith(QStringLiteral("has another number or title")));
    EXPECT_TRUE(afterTampering(QStringLiteral("UPDATE posting SET account = '%1'").arg(account(kCare)) + where,
                               QStringLiteral("UPDATE posting SET account = '%1'").arg(stationery) + where)
                    .contains(QStringLiteral("is on another line of the budget")));
    const QString moved = QStringLiteral("UPDATE posting SET account = '%2' WHERE case_id = %1").arg(paying->value());
    EXPECT_EQ(afterTampering(moved.arg(commitmentAccount(other)), moved.arg(commitmentAccount(id))),
              QStringLiteral("it moves a commitment that it does not refer to"));
    EXPECT_EQ(faults(*paying), QStringList());
}

TEST_P(ReferenceContract, IsToNothingThatCommitsAndOrdersAPaymentAtOnce)
{
    const CaseId id = commitment();
    const auto paid = seki.file(resting(referring(id), moving(kPay, commitmentAccount(id), 10'000)));
    ASSERT_TRUE(fine(paid));
    ASSERT_EQ(faults(*paid), QStringList());

    // As a program before this one let somebody file it.
    ASSERT_TRUE(fine(office.tamper(
        QStringLiteral("INSERT INTO posting (case_id, revision, no, ledger, account, day,"
                       " amount, state) SELECT case_id, revision, no + 1, 'budget.payment', account, day, 1, state"
                       " FROM posting WHERE case_id = %1")
            .arg(id.value()))));

    EXPECT_EQ(faults(*paid),
              QStringList(office.owner().cases().load(id)->number
                          + QStringLiteral(", which it rests on, is no decided commitment")));
    EXPECT_FALSE(referredOf(*office.owner().cases().load(id)).order) << "and no order that one gives back of";
}

TEST_P(ReferenceContract, IsToACommitmentThatStandsAndIsTheirs)
{
    const CaseId id = commitment();
    const auto running = sato.file(moving(kCommit, stationery, 1'000));
    const CaseId other = decided(moving(QStringLiteral("budget.payment"), stationery, 1'000));

    EXPECT_TRUE(refused(Hand(office, people.fuji).file(resting(referring(id))), Refusal::ReferenceInvalid))
        << "of another section";
    EXPECT_TRUE(refused(seki.file(resting(referring(*running, {}))), Refusal::ReferenceInvalid)) << "not decided";
    EXPECT_TRUE(refused(seki.file(resting(referring(other, {}))), Refusal::ReferenceInvalid)) << "commits nothing";

    const auto cancellation = sato.file(takingBack(id));
    ASSERT_TRUE(fine(cancellation));
    EXPECT_TRUE(refused(seki.file(resting(referring(id))), Refusal::ReferenceInvalid)) << "being cancelled";
    decide(*cancellation);
    EXPECT_TRUE(refused(seki.file(resting(referring(id))), Refusal::ReferenceInvalid)) << "cancelled";
}

TEST_P(ReferenceContract, MovesTheLineOfTheCommitmentAlone)
{
    const CaseRef ref = referring(commitment());
    Hand zushi(office, people.zushi); // the finance section may move any line
    const auto raising = [&](const QString &line) {
        return zushi.file(resting(ref,
                                  moving(QStringLiteral("budget.increase+commitment.increase"),
                                         line + QLatin1Char('+') + commitmentAccount(ref.id), 1)));
    };

    EXPECT_TRUE(refused(raising(account(kCare)), Refusal::ReferenceInvalid));
    EXPECT_TRUE(fine(raising(stationery)));
}

TEST_P(ReferenceContract, NamesTheCommitmentItMoves)
{
    const CaseId id = commitment();
    const CaseId other = commitment();
    QJsonObject payment = moving(kPay, commitmentAccount(other), 1'000);
    payment.insert(QStringLiteral("commitment"), toJson(referring(id)));
    payment.insert(QStringLiteral("unnamed"), true);

    EXPECT_TRUE(refused(sato.file(payment), Refusal::ReferenceInvalid)) << "another is named";
    payment.remove(QStringLiteral("commitment"));
    EXPECT_TRUE(refused(sato.file(payment), Refusal::ReferenceInvalid)) << "none is named";
}

TEST_P(ReferenceContract, IsNotPaidFromMoneyOutOfNowhere)
{
    const CaseId id = commitment();
    const auto both = [&](const QString &ledgers, const QString &accounts) {
        return sato.file(resting(referring(id), moving(ledgers, accounts, 1'000)));
    };
    const QString own = commitmentAccount(id);

    EXPECT_TRUE(refused(both(QStringLiteral("commitment.increase+commitment.paid"), own + QLatin1Char('+') + own),
                        Refusal::ReferenceInvalid));
    EXPECT_TRUE(
        refused(both(QStringLiteral("budget.decrease+budget.commitment"), stationery + QLatin1Char('+') + stationery),
                Refusal::ReferenceInvalid));
    EXPECT_TRUE(fine(both(QStringLiteral("commitment.increase+commitment.paid+budget.increase"),
                          own + QLatin1Char('+') + own + QLatin1Char('+') + stationery)))
        << "what is raised is taken from the line";
}

TEST_P(ReferenceContract, LetsAContractTakeOverWhatWasCommittedForIt)
{
    // 500,000 of the line may be spent, and are committed before the bids: the contract finds no more than that there.
    const auto committed = sato.file(moving(kCommit, stationery, 500'000));
    ASSERT_TRUE(fine(committed));
    for (const StaffId who : {people.suzuki, people.kato, people.zaizen, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*committed)));
    const CaseId execution = *committed;
    const CaseRef ref = referring(execution, {});
    QJsonObject fields = resting(ref, memo(QStringLiteral("契約締結伺")));
    fields.insert(kOldTotal, 500'000);
    const auto concluding = [&](qint64 amount, qint64 before) {
        fields.insert(kOldTotal, before);
        const auto id = sato.draft(fields);
        EXPECT_TRUE(fine(id));
        auto event = sato.proposeSubmission(*id);
        EXPECT_TRUE(fine(event));
        std::get<Submitted>(event->body).postings = {{kCommit, stationery, kMemoDay, amount},
                                                     {QStringLiteral("budget.decrease"), stationery, kMemoDay, before},
                                                     {kLower, commitmentAccount(execution), kMemoDay, before}};
        const auto filed = sato.append(*id, *event);
        return filed ? Result<CaseId>(*id) : Result<CaseId>(filed.failure());
    };

    EXPECT_TRUE(refused(concluding(500'001, 500'000), Refusal::OverBudget));
    EXPECT_TRUE(refused(concluding(480'000, 490'000), Refusal::ReferenceInvalid)) << "all of it, as it stands";
    const auto contract = concluding(480'000, 500'000);
    ASSERT_TRUE(fine(contract));
    EXPECT_TRUE(refused(concluding(480'000, 500'000), Refusal::OtherChange)) << "once";
    const auto leftOf = [&](CaseId of) {
        const auto answers = sato.store().ledgers().sums(
            {{QStringLiteral("left"), kCommitmentBalance, commitmentAccount(of), kMemoDay, kMemoDay}}, std::nullopt);
        EXPECT_TRUE(fine(answers));
        return answers->front().used;
    };
    const auto running =
        office.as(people.sato)
            .ledgers()
            .sums({{QStringLiteral("line"), kBudgetBalance, stationery, kMemoDay, kMemoDay}}, std::nullopt);
    ASSERT_TRUE(fine(running));
    EXPECT_EQ(running->front().used, 0);
    EXPECT_EQ(running->front().reserved, 0) << "what it takes it gives back";
    // Its postings are what the form of such a contract makes; the memo's are none, so that only the notary goes on with it.
    EXPECT_EQ(leftOf(execution), 500'000);
}

TEST_P(ReferenceContract, IsTakenOfByWhoeverIsInChargeAndNotByWhoeverWasSentIt)
{
    const auto drafted = sato.draft(moving(kCommit, stationery, 90'000));
    ASSERT_TRUE(fine(drafted));
    const CaseId id = *drafted;
    auto event = sato.proposeSubmission(id);
    ASSERT_TRUE(fine(event));
    auto &steps = std::get<Submitted>(event->body).route.steps;
    steps.push_back(
        {int(steps.size()) + 1, StepKind::Circulate, StepRule::All, 1, QStringLiteral("+"), {{1, people.fuji}}, {}});
    const auto effects = effectsOf(*proven(*sato.load(id)), event->capacity, event->body);
    ASSERT_TRUE(effects.ok());
    event->effects = *effects;
    ASSERT_TRUE(fine(sato.append(id, *event)));
    decide(id);
    const QJsonObject paying = moving(kPay, commitmentAccount(id), 1'000);

    Hand fuji(office, people.fuji);
    EXPECT_TRUE(fine(fuji.file(resting(referring(id, {}))))) << "who reads it may rest on it, as one who inspects";
    EXPECT_TRUE(refused(fuji.file(paying), Refusal::ReferenceInvalid));
    EXPECT_TRUE(fine(seki.file(paying))) << "a colleague of the section";
}

TEST_P(ReferenceContract, ChangesOneAtATime)
{
    const QString owed = commitmentAccount(commitment());
    const auto raise = sato.file(changing(kRaise, owed, 1'000));
    ASSERT_TRUE(fine(raise));

    EXPECT_TRUE(refused(seki.file(changing(kRaise, owed, 1'000)), Refusal::OtherChange));
    EXPECT_TRUE(refused(seki.file(changing(kLower, owed, 1'000)), Refusal::OtherChange));
    EXPECT_TRUE(fine(seki.file(moving(kPay, owed, 1'000)))) << "what is there is paid meanwhile";
    ASSERT_TRUE(fine(sato.act(*raise, Withdraw{})));
    const auto next = seki.file(changing(kRaise, owed, 2'000));
    ASSERT_TRUE(fine(next));
    EXPECT_TRUE(refused(sato.submit(*raise), Refusal::OtherChange)) << "which was sent again";
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*next)));
    EXPECT_TRUE(fine(seki.file(changing(kLower, owed, 1'000))));
}

TEST_P(ReferenceContract, ChangesWhatItIsAboutByNow)
{
    const QString owed = commitmentAccount(commitment());
    const auto from = [&](const QString &ledger, const QJsonValue &before) {
        QJsonObject fields = ledger == kPay ? moving(ledger, owed, 1'000) : changing(ledger, owed, 1'000);
        fields.insert(kOldTotal, before);
        return fields;
    };

    EXPECT_TRUE(refused(sato.file(from(kRaise, 89'999)), Refusal::ReferenceInvalid));
    EXPECT_TRUE(refused(sato.file(from(kLower, QStringLiteral("90000"))), Refusal::ReferenceInvalid));
    decided(from(kRaise, 90'000));
    EXPECT_TRUE(refused(sato.file(from(kLower, 90'000)), Refusal::ReferenceInvalid)) << "raised meanwhile";
    const CaseId lowered = decided(from(kLower, 91'000));
    decide(*sato.file(takingBack(lowered)));
    EXPECT_TRUE(fine(sato.file(from(kPay, 1)))) << "a payment changes nothing";
    EXPECT_TRUE(fine(sato.file(from(kLower, 91'000))));
}

TEST_P(ReferenceContract, IsNotCancelledWhileOrAfterItChanges)
{
    const CaseId id = commitment();
    const QString owed = commitmentAccount(id);
    const auto raise = sato.file(changing(kRaise, owed, 1'000));
    ASSERT_TRUE(fine(raise));
    EXPECT_TRUE(refused(sato.file(takingBack(id)), Refusal::OtherChange)) << "while a change runs";
    decide(*raise);
    EXPECT_TRUE(refused(sato.file(takingBack(id)), Refusal::OtherChange)) << "the raise would stay behind";
    decide(*sato.file(takingBack(*raise)));

    const auto cancellation = sato.file(takingBack(id));

    ASSERT_TRUE(fine(cancellation));
    EXPECT_TRUE(refused(seki.file(changing(kRaise, owed, 1'000)), Refusal::ReferenceInvalid)) << "being cancelled";
    decide(*cancellation);
    EXPECT_TRUE(refused(seki.file(changing(kRaise, owed, 1'000)), Refusal::ReferenceInvalid)) << "cancelled";
}

TEST_P(ReferenceContract, TakesNoRaiseBackOfWhichWasPaid)
{
    const QString owed = commitmentAccount(commitment());
    const CaseId raise = decided(changing(kRaise, owed, 10'000));
    const auto back = sato.file(takingBack(raise));
    ASSERT_TRUE(fine(back));
    EXPECT_TRUE(refused(seki.file(moving(kPay, owed, 90'001)), Refusal::OverBudget)) << "the raise is being taken back";
    ASSERT_TRUE(fine(sato.act(*back, Withdraw{})));
    ASSERT_TRUE(fine(seki.file(moving(kPay, owed, 90'001))));

    EXPECT_TRUE(refused(sato.submit(*back), Refusal::OverBudget));
}

TEST_P(ReferenceContract, TwoWhoRaiseAtOnce)
{
    const QString owed = commitmentAccount(commitment());
    const std::vector<Result<Event>> outcome =
        submitAtOnce(office, {people.sato, people.seki, people.tanaka, people.sato}, changing(kRaise, owed, 1'000));

    EXPECT_EQ(std::count_if(outcome.begin(), outcome.end(), [](const Result<Event> &one) { return one.ok(); }), 1);
    for (const Result<Event> &one : outcome)
        EXPECT_TRUE(one || one.error().refusal == Refusal::OtherChange) << one.error().detail.toStdString();
}

TEST_P(ReferenceContract, IsInspectedAndPaidByDifferentPeople)
{
    const CaseId id = commitment();
    const QString owed = commitmentAccount(id);
    const QJsonObject report = resting(referring(id));
    QJsonObject payment = moving(kPay, owed, 1'000);
    payment.insert(kInspector, number(people.seki));

    EXPECT_TRUE(refused(sato.file(report), Refusal::PartTaken)) << "who drafted the commitment";
    EXPECT_TRUE(fine(seki.file(report)));
    EXPECT_TRUE(refused(seki.file(payment), Refusal::PartTaken)) << "who inspected it";
    EXPECT_TRUE(fine(sato.file(payment)));
    payment.insert(kInspector, number(people.sato));
    EXPECT_TRUE(refused(seki.file(payment), Refusal::PartTaken)) << "who drafted the commitment";
    payment.insert(kInspector, number(people.seki));

    ASSERT_TRUE(fine(office.tamper(
        QStringLiteral("INSERT INTO parameter (key, valid_from, value, source, added_in) VALUES ('inspection.apart', "
                       "'2020-04-01', 0, '', 1)"))));
    EXPECT_TRUE(fine(sato.file(report))) << "where the office allows it";
    EXPECT_TRUE(fine(seki.file(payment)));
}

TEST_P(ReferenceContract, IsPaidOfAfterAReportThatPassed)
{
    QJsonObject contract = moving(kCommit, stationery, 90'000);
    contract.insert(QStringLiteral("payee"), QJsonObject{{QStringLiteral("code"), kPayee}});
    contract.insert(QStringLiteral("contract_kind"), QStringLiteral("purchase"));
    const CaseId id = decided(contract);
    const QString day = QStringLiteral("2026-11-20");
    ASSERT_TRUE(fine(office.tamper(QStringLiteral(
        "INSERT INTO parameter (key, valid_from, value, source, added_in) VALUES ('inspection.report_yen', "
        "'2020-04-01', 90000, '', 1)"))));
    QJsonObject payment = moving(kPay, commitmentAccount(id), 1'000);
    payment.insert(kInspector, number(people.seki));
    payment.insert(QStringLiteral("inspected_on"), day);
    // There is one form in this office, and reports are of theirs.
    const auto asForm = [&](CaseId report, const char *form) {
        EXPECT_TRUE(fine(office.tamper(QStringLiteral("UPDATE case_file SET form = '%1' WHERE case_id = %2")
                                           .arg(QLatin1String(form))
                                           .arg(report.value()))));
    };
    const auto reported = [&](const QString &result, const QString &on) {
        QJsonObject report = resting(referring(id));
        report.insert(QStringLiteral("result"), result);
        report.insert(QStringLiteral("inspected_on"), on);
        const auto filed = seki.file(report);
        EXPECT_TRUE(fine(filed));
        asForm(*filed, "inspection");
        return *filed;
    };
    const auto decideReport = [&](CaseId report) {
        asForm(report, "memo");
        for (const StaffId who : {people.suzuki, people.kato, people.bando})
            EXPECT_TRUE(fine(Hand(office, who).approve(report)));
        asForm(report, "inspection");
    };

    EXPECT_TRUE(refused(sato.file(payment), Refusal::NotInspected)) << "nobody reported";
    QJsonObject before = payment;
    before.insert(QStringLiteral("pay_method"), QStringLiteral("prepaid"));
    EXPECT_TRUE(fine(sato.file(before))) << "what is paid before delivery";
    const CaseId report = reported(QStringLiteral("passed"), day);
    EXPECT_TRUE(refused(sato.file(payment), Refusal::NotInspected)) << "the report runs";
    decideReport(report);

    EXPECT_TRUE(fine(sato.file(payment)));
    QJsonObject bent = payment;
    bent.insert(QStringLiteral("inspected_on"), QStringLiteral("2026-11-19"));
    EXPECT_TRUE(refused(sato.file(bent), Refusal::NotInspected)) << "another day";
    bent = payment;
    bent.insert(kInspector, number(people.tanaka));
    EXPECT_TRUE(refused(sato.file(bent), Refusal::NotInspected)) << "somebody else";
    decideReport(reported(QStringLiteral("failed"), QStringLiteral("2026-11-21")));
    EXPECT_TRUE(refused(sato.file(payment), Refusal::NotInspected)) << "a later one failed";
    ASSERT_TRUE(
        fine(office.tamper(QStringLiteral("UPDATE parameter SET value = 90001 WHERE key = 'inspection.report_yen'"))));
    EXPECT_TRUE(fine(sato.file(payment))) << "too small for a report";
}

} // namespace kessai::test
