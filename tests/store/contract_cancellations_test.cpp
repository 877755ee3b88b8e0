// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"
#include "core/services/desk.h"
#include "tests/store/hand.h"

#include <thread>

// Cancelling what was decided (取消), the same on every database.

namespace kessai::test {

namespace {

class CancellationContract : public OnBothDatabases {
protected:
    /// A decided case of Sato's over an amount.
    CaseId decided(const QString &subject, qint64 amount) { return decided(memo(subject, amount)); }
    /// One that lasts from the day of the memo to two days later.
    CaseId decidedLeave()
    {
        QJsonObject fields = memo(QStringLiteral("休暇"), 90);
        fields.insert(QStringLiteral("from"), kMemoDay.toString(Qt::ISODate));
        fields.insert(QStringLiteral("until"), kMemoDay.addDays(2).toString(Qt::ISODate));
        return decided(fields);
    }
    CaseId decided(const QJsonObject &fields)
    {
        Hand sato(office, people.sato);
        const auto id = sato.file(fields);
        EXPECT_TRUE(fine(id));
        decide(*id);
        EXPECT_EQ(sato.load(*id)->projection.state, CaseState::Decided);
        return *id;
    }
    void decide(CaseId id)
    {
        EXPECT_TRUE(fine(Hand(office, people.suzuki).approve(id)));
        EXPECT_TRUE(fine(Hand(office, people.kato).approve(id)));
        EXPECT_TRUE(fine(Hand(office, people.bando).approve(id)));
    }

    /// What a drafter would file to cancel a case.
    QJsonObject back(CaseId id, const QString &reason = QStringLiteral("出張が延期になったため"))
    {
        const auto record = *office.owner().cases().load(id);
        return cancelling(record.revisions.back().content.fields,
                          {id, record.number, proven(record)->basis->officeRevision, reason});
    }

    /// What a drafter would file to take back what it did on some days.
    QJsonObject partBack(CaseId id, const DayRange &days)
    {
        QJsonObject fields = back(id);
        Cancellation cancellation = *cancellationIn(fields);
        cancellation.days = days;
        return cancelling(fields, cancellation);
    }

    LedgerAnswer overtime(std::optional<CaseId> except = std::nullopt)
    {
        return office.as(people.sato)
            .ledgers()
            .sums({{QStringLiteral("x"), QStringLiteral("overtime.minutes"),
                    QStringLiteral("staff:%1").arg(people.sato.value()), QDate(2020, 4, 1), QDate(2035, 3, 31)}},
                  except)
            ->front();
    }

    /// What moves so many minutes of Sato's on this day.
    QJsonObject today(const char *ledger, qint64 minutes)
    {
        EXPECT_TRUE(fine(office.tamper(
            QStringLiteral("INSERT INTO parameter (key, valid_from, value, source, added_in) SELECT "
                           "'duty.day_minutes', '2000-01-01', 465, "
                           "'', 1 WHERE NOT EXISTS (SELECT 1 FROM parameter p WHERE p.key = 'duty.day_minutes')"))));
        QJsonObject fields =
            moving(QLatin1String(ledger), QStringLiteral("staff:%1").arg(people.sato.value()), minutes);
        fields.insert(QStringLiteral("from"), office.clock().now().day().toString(Qt::ISODate));
        return fields;
    }

    /// The days on which Sato is registered as absent.
    std::vector<QDate> absences()
    {
        std::vector<QDate> days;
        const Configuration now = *office.owner().office().configuration();
        for (const auto &absence : now.office.absences) {
            if (absence.value.staff == people.sato)
                days.push_back(absence.from);
        }
        return days;
    }

    bool sound(CaseId id)
    {
        const Verified verified = verifyCase(*office.owner().cases().load(id), office.configuration(), memoForms());
        for (const Damage &damage : verified.damage)
            ADD_FAILURE() << damage.detail.toStdString();
        return verified.sound();
    }
};
KESSAI_ON_BOTH_DATABASES(CancellationContract);

} // namespace

TEST_P(CancellationContract, GivesBackExactlyWhatWasMoved)
{
    Hand sato(office, people.sato);
    const qint64 before = overtime().used;
    const CaseId original = decided(QStringLiteral("時間外"), 90);
    const qint64 between = overtime().used;
    ASSERT_GT(between, before);
    const auto history = sato.load(original)->history;

    const auto id = sato.file(back(original));
    ASSERT_TRUE(fine(id));
    EXPECT_EQ(overtime().used, between);
    EXPECT_EQ(overtime().reserved, 0) << "nothing is given back before it is decided";
    auto cancelled = *sato.load(original);
    ASSERT_EQ(cancelled.cancelledBy.size(), 1u);
    EXPECT_EQ(cancelled.cancelledBy.front().other, *id);
    EXPECT_FALSE(cancelled.cancelledBy.front().decided);
    EXPECT_TRUE(sound(*id));
    decide(*id);

    EXPECT_EQ(overtime().used, before);
    EXPECT_EQ(overtime().reserved, 0);
    const auto record = *sato.load(*id);
    cancelled = *sato.load(original);
    ASSERT_TRUE(record.cancels && cancelled.cancellation());
    EXPECT_EQ(*record.cancels, (CancellationLink{original, cancelled.number, true}));
    EXPECT_EQ(*cancelled.cancellation(), (CancellationLink{*id, record.number, true}));
    EXPECT_EQ(cancelled.history, history);
    EXPECT_EQ(record.title, QStringLiteral("【%1の取消】時間外").arg(cancelled.number));
    EXPECT_TRUE(sound(*id));
    EXPECT_TRUE(sound(original));
    for (const CaseRow &row : sato.list(ListKind::Own).rows) {
        EXPECT_EQ(row.cancelledBy, row.id == original ? record.number : QString());
        EXPECT_EQ(row.cancels, row.id == *id);
    }
}

TEST_P(CancellationContract, EndsTheAbsencesThatFollowedFromTodayOn)
{
    Hand sato(office, people.sato);
    const CaseId original = decided(QStringLiteral("年休"), 90);
    const QDate today = office.clock().now().day();
    for (const int day : {-1, 0, 1})
        ASSERT_TRUE(fine(office.tamper(QStringLiteral("INSERT INTO absence (staff_id, valid_from, valid_until, "
                                                      "case_id, made_at) VALUES (%1, '%2', '%2', %3, 1)")
                                           .arg(people.sato.value())
                                           .arg(today.addDays(day).toString(Qt::ISODate))
                                           .arg(original.value()))));

    const auto id = sato.file(back(original));
    ASSERT_TRUE(fine(id));
    const size_t before = absences().size();
    decide(*id);

    EXPECT_EQ(before - absences().size(), 2U);
}

TEST_P(CancellationContract, LetsADayBeOneOfDutyAgainThatOthersFilledOnlyTogetherWithIt)
{
    Hand sato(office, people.sato);
    const size_t none = absences().size();
    const CaseId exchange = decided(today("duty.removed.minutes", 240));
    EXPECT_EQ(absences().size(), none) << "they are there for the rest of the day";
    decided(today("absence.minutes", 225));
    EXPECT_EQ(absences().size(), none + 1) << "nothing is left of the day";

    const auto id = sato.file(back(exchange));
    ASSERT_TRUE(fine(id));
    decide(*id);

    EXPECT_EQ(absences().size(), none);
}

TEST_P(CancellationContract, KnowsTheHoursOfADayThatWasMadeOneOfDuty)
{
    const size_t none = absences().size();
    decided(today("duty.added.minutes", 240));
    decided(today("absence.minutes", 200));
    EXPECT_EQ(absences().size(), none);
    decided(today("overtime.compensated.minutes", 40));

    EXPECT_EQ(absences().size(), none + 1);
}

TEST_P(CancellationContract, TakesBackAPartAndLeavesTheRest)
{
    Hand sato(office, people.sato);
    const CaseId original = decidedLeave();
    const qint64 kept = overtime().used;
    const auto leave = [&] {
        return office.as(people.sato)
            .ledgers()
            .sums({{QStringLiteral("x"), QStringLiteral("leave.annual.minutes"),
                    QStringLiteral("staff:%1").arg(people.sato.value()), kMemoDay, kMemoDay}},
                  std::nullopt)
            ->front()
            .used;
    };
    const qint64 before = leave();

    EXPECT_FALSE(sato.file(partBack(original, {kMemoDay.addDays(1), kMemoDay.addDays(1)})).ok())
        << "nothing of it lies on that day";
    const auto id = sato.file(partBack(original, {kMemoDay, kMemoDay}));
    ASSERT_TRUE(fine(id));
    EXPECT_TRUE(refused(sato.file(back(original)), Refusal::CancelledBefore)) << "once at a time";
    decide(*id);

    EXPECT_EQ(overtime().used, kept);
    EXPECT_EQ(leave(), before - 1);
    const auto record = *sato.load(*id);
    const CaseRecord after = *sato.load(original);
    ASSERT_TRUE(record.cancels && after.cancelledBy.size() == 1);
    EXPECT_EQ(record.cancels->days, (DayRange{kMemoDay, kMemoDay}));
    EXPECT_EQ(after.cancelledBy.front().days, (DayRange{kMemoDay, kMemoDay}));
    EXPECT_FALSE(after.cancellation()) << "what is left can still be cancelled";
    EXPECT_TRUE(record.title.startsWith(QStringLiteral("【%1の一部取消 11月24日】").arg(record.cancels->number)));
    EXPECT_TRUE(sound(*id) && sound(original));
    for (const CaseRow &row : sato.list(ListKind::Own).rows)
        EXPECT_EQ(row.cancelledBy, QString()) << "what is left of it stands";
}

TEST_P(CancellationContract, OfAPartLeavesTheOtherDaysToOthers)
{
    Hand sato(office, people.sato);
    const CaseId original = decidedLeave();
    const DayRange first{kMemoDay, kMemoDay};
    const DayRange other{kMemoDay.addDays(1), kMemoDay.addDays(2)};
    const auto says = [&](std::optional<DayRange> days, std::vector<DayRange> before) {
        QJsonObject fields = back(original);
        Cancellation cancellation = *cancellationIn(fields);
        cancellation.days = days;
        cancellation.before = std::move(before);
        return cancelling(fields, cancellation);
    };
    const auto leave = [&] {
        return office.as(people.sato)
            .ledgers()
            .sums({{QStringLiteral("x"), QStringLiteral("leave.annual.minutes"),
                    QStringLiteral("staff:%1").arg(people.sato.value()), kMemoDay, kMemoDay}},
                  std::nullopt)
            ->front()
            .used;
    };
    const qint64 before = leave();
    const qint64 worked = overtime().used;
    const auto part = sato.file(says(first, {}));
    ASSERT_TRUE(fine(part));
    decide(*part);
    ASSERT_EQ(leave(), before - 1);

    EXPECT_TRUE(refused(sato.file(says(first, {})), Refusal::CancelledBefore)) << "the same days once more";
    EXPECT_TRUE(refused(sato.file(says(DayRange{kMemoDay.addDays(-1), kMemoDay}, {first})), Refusal::CancelledBefore));
    EXPECT_TRUE(refused(sato.file(says(std::nullopt, {})), Refusal::CancelledBefore)) << "all, as if nothing were back";
    EXPECT_TRUE(refused(sato.file(says(std::nullopt, {other})), Refusal::CancelledBefore));
    EXPECT_TRUE(failed(sato.file(says(other, {first})), ErrorCode::Invalid)) << "nothing is left on these";
    const auto rest = sato.file(says(std::nullopt, {first}));
    ASSERT_TRUE(fine(rest));
    EXPECT_TRUE(refused(sato.file(says(std::nullopt, {first})), Refusal::CancelledBefore)) << "one at a time";
    decide(*rest);

    EXPECT_EQ(leave(), before - 1) << "and not a day more";
    EXPECT_LT(overtime().used, worked);
    const CaseRecord after = *sato.load(original);
    EXPECT_EQ(after.cancelledBy.size(), 2u);
    ASSERT_TRUE(after.cancellation());
    EXPECT_EQ(after.cancellation()->other, *rest);
    EXPECT_TRUE(sato.load(*rest)->title.contains(QStringLiteral("の残りの取消】")));
    EXPECT_TRUE(refused(sato.file(says(std::nullopt, {first})), Refusal::CancelledBefore));
    EXPECT_TRUE(sound(original) && sound(*part) && sound(*rest));
}

TEST_P(CancellationContract, OfAPartEndsTheAbsencesOfItsDays)
{
    Hand sato(office, people.sato);
    const CaseId original = decided(QStringLiteral("年休"), 90);
    const QDate today = office.clock().now().day();
    const DayRange part{std::min(today, kMemoDay), std::max(today, kMemoDay)};
    const QDate later = part.last.addDays(1);
    for (const QDate &day : {today, later})
        ASSERT_TRUE(fine(office.tamper(QStringLiteral("INSERT INTO absence (staff_id, valid_from, valid_until, "
                                                      "case_id, made_at) VALUES (%1, '%2', '%2', %3, 1)")
                                           .arg(people.sato.value())
                                           .arg(day.toString(Qt::ISODate))
                                           .arg(original.value()))));

    const auto id = sato.file(partBack(original, part));
    ASSERT_TRUE(fine(id));
    decide(*id);

    EXPECT_EQ(absences(), std::vector<QDate>{later});
}

TEST_P(CancellationContract, IsOnceAtATimeAndFreesWhatItDoesNotCancel)
{
    Hand sato(office, people.sato);
    const CaseId original = decided(QStringLiteral("時間外"), 90);
    const auto first = sato.file(back(original));
    ASSERT_TRUE(fine(first));
    EXPECT_TRUE(refused(sato.file(back(original)), Refusal::CancelledBefore));

    ASSERT_TRUE(
        fine(Hand(office, people.suzuki).act(*first, Return{std::nullopt, std::nullopt, QStringLiteral("要確認")})));
    EXPECT_TRUE(sato.load(original)->cancelledBy.empty());
    const auto second = sato.file(back(original));
    ASSERT_TRUE(fine(second));
    EXPECT_TRUE(refused(sato.submit(*first), Refusal::CancelledBefore));
    ASSERT_TRUE(fine(Hand(office, people.suzuki).act(*second, Reject{std::nullopt, QStringLiteral("認めない")})));
    EXPECT_TRUE(sato.load(original)->cancelledBy.empty());

    ASSERT_TRUE(fine(sato.draft(back(original, QStringLiteral("再提出")), *first, 2)));
    ASSERT_TRUE(fine(sato.submit(*first)));
    decide(*first);
    EXPECT_TRUE(refused(sato.file(back(original)), Refusal::CancelledBefore));
    EXPECT_TRUE(refused(sato.file(back(*first)), Refusal::NotCancellable));
    for (const CaseId id : {original, *first, *second})
        EXPECT_TRUE(sound(id));
}

TEST_P(CancellationContract, CancelsNothingButADecidedCaseOfOnesOwnAsItWasDecided)
{
    Hand sato(office, people.sato);
    const CaseId original = decided(QStringLiteral("時間外"), 90);
    const auto running = sato.file(memo(QStringLiteral("回議中"), 90));
    ASSERT_TRUE(fine(running));

    EXPECT_TRUE(refused(sato.file(back(*running)), Refusal::NotCancellable));
    EXPECT_TRUE(refused(Hand(office, people.suzuki).file(back(original)), Refusal::NotCancellable));
    EXPECT_TRUE(refused(sato.file(back(original, QStringLiteral("　 "))), Refusal::ReasonMissing));
    QJsonObject more = back(original);
    more.insert(QStringLiteral("amount"), 91);
    EXPECT_TRUE(refused(sato.file(more), Refusal::ContentInvalid));
    QJsonObject forged = back(original);
    QJsonObject said = forged.value(kCancels).toObject();
    said.insert(QStringLiteral("number"), QStringLiteral("R8-999999"));
    forged.insert(kCancels, said);
    EXPECT_TRUE(refused(sato.file(forged), Refusal::NotCancellable));
    EXPECT_TRUE(sato.load(original)->cancelledBy.empty());
}

TEST_P(CancellationContract, IsDecidedAtLeastAsHighAsWhatItCancels)
{
    Hand sato(office, people.sato);
    Hand bando(office, people.bando);
    const auto decideAbove = [&](CaseId id) {
        EXPECT_TRUE(fine(bando.act(id, Raise{QStringLiteral("前例がないため")})));
        EXPECT_TRUE(fine(bando.approve(id)));
        EXPECT_TRUE(fine(Hand(office, people.ichikawa).approve(id)));
    };
    const auto original = sato.file(memo(QStringLiteral("時間外"), 90));
    ASSERT_TRUE(fine(original));
    ASSERT_TRUE(fine(Hand(office, people.suzuki).approve(*original)));
    ASSERT_TRUE(fine(Hand(office, people.kato).approve(*original)));
    decideAbove(*original);
    ASSERT_EQ(sato.load(*original)->projection.state, CaseState::Decided);

    const auto low = sato.file(back(*original));
    ASSERT_TRUE(fine(low));
    ASSERT_TRUE(fine(Hand(office, people.suzuki).approve(*low)));
    ASSERT_TRUE(fine(Hand(office, people.kato).approve(*low)));
    EXPECT_TRUE(refused(bando.approve(*low), Refusal::DecidedHigher));
    EXPECT_EQ(sato.load(*low)->projection.state, CaseState::Running);
    EXPECT_FALSE(sato.load(*original)->cancelledBy.front().decided);

    decideAbove(*low);
    EXPECT_TRUE(sato.load(*original)->cancelledBy.front().decided);
    EXPECT_TRUE(sound(*low));
    EXPECT_TRUE(sound(*original));
}

// For a drafter who has left or is ill.
TEST_P(CancellationContract, IsThatOfTheHeadWhereTheDrafterCannot)
{
    const qint64 before = overtime().used;
    const CaseId original = decided(QStringLiteral("時間外"), 90);
    const auto forSato = [&](std::optional<StaffId> drafter) {
        const auto record = *office.owner().cases().load(original);
        return cancelling(record.revisions.back().content.fields,
                          {original,
                           record.number,
                           proven(record)->basis->officeRevision,
                           QStringLiteral("病気休職のため"),
                           {},
                           drafter});
    };
    const auto filedBy = [&](StaffId who, std::optional<StaffId> drafter) {
        return Hand(office, who).file(forSato(drafter));
    };
    // Neither somebody of the section, nor the head of another one, nor for somebody else than it says.
    for (const StaffId who : {people.suzuki, people.tanaka, people.zaizen, people.fukui})
        EXPECT_TRUE(refused(filedBy(who, people.sato), Refusal::NotCancellable)) << who.value();
    EXPECT_FALSE(filedBy(people.kato, std::nullopt));
    EXPECT_FALSE(filedBy(people.kato, people.tanaka));
    EXPECT_FALSE(filedBy(people.sato, people.sato));

    // The 課長 can, as a case of their own, which their superiors decide.
    auto desk = Desk(std::move(office.open(people.kato)).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));
    ASSERT_TRUE(desk.open(original)->cancellable());
    const auto id = desk.draftCancellation(original, QStringLiteral("病気休職のため"));
    ASSERT_TRUE(fine(id));
    ASSERT_TRUE(fine(desk.submit(*id, freshRequestId(), {})));
    EXPECT_TRUE(refused(Hand(office, people.kato).approve(*id), Refusal::OwnCase));
    ASSERT_TRUE(fine(Hand(office, people.bando).approve(*id)));

    const auto record = *office.owner().cases().load(*id);
    EXPECT_EQ(record.projection.state, CaseState::Decided);
    EXPECT_EQ(record.history.front().capacity.actor, people.kato);
    EXPECT_EQ(record.history.front().capacity.principal, std::nullopt);
    EXPECT_EQ(overtime().used, before);
    EXPECT_TRUE(Hand(office, people.sato).load(original)->cancelledBy.front().decided);
    EXPECT_TRUE(sound(*id));
    EXPECT_TRUE(sound(original));
}

TEST_P(CancellationContract, IsHeldToWhatItCancelsByReadersOfBoth)
{
    const CaseId original = decided(QStringLiteral("時間外"), 90);
    const auto id = Hand(office, people.sato).file(back(original));
    ASSERT_TRUE(fine(id));
    decide(*id);
    ASSERT_TRUE(Hand(office, people.bando).load(*id)->original);
    EXPECT_FALSE(Hand(office, people.fuji).load(*id)) << "who reads neither";
    const auto damageOf = [&](auto bend) {
        CaseRecord record = *office.owner().cases().load(*id);
        bend(*record.original);
        return !verifyCase(record, office.configuration(), memoForms()).sound();
    };
    EXPECT_FALSE(damageOf([](CancelledCase &) {}));
    EXPECT_TRUE(damageOf([](CancelledCase &one) { one.fields.insert(QStringLiteral("amount"), 91); }));
    EXPECT_TRUE(damageOf([](CancelledCase &one) { one.number += QLatin1Char('9'); }));
    EXPECT_TRUE(damageOf([](CancelledCase &one) { one.state = CaseState::Running; }));
    EXPECT_TRUE(damageOf([](CancelledCase &one) { one.officeRevision += 1; }));
    EXPECT_TRUE(damageOf([](CancelledCase &one) { one.form += QLatin1Char('x'); }));
    EXPECT_TRUE(damageOf([](CancelledCase &one) { one.formRevision += 1; }));
    EXPECT_TRUE(damageOf([](CancelledCase &one) { one.confidentialDigest = "0"; }));
    EXPECT_TRUE(damageOf([](CancelledCase &one) { one.postings.pop_back(); }));
    EXPECT_TRUE(damageOf([this](CancelledCase &one) { one.drafter = people.tanaka; }));
}

TEST_P(CancellationContract, MovesBackNothingElse)
{
    Hand sato(office, people.sato);
    const CaseId original = decided(QStringLiteral("時間外"), 90);
    const auto refusedWith = [&](const QJsonObject &fields, const auto &bend) {
        const auto id = sato.draft(fields);
        auto event = sato.proposeSubmission(*id);
        EXPECT_TRUE(fine(event));
        bend(std::get<Submitted>(event->body).postings);
        return failed(sato.append(*id, *event), ErrorCode::Invalid);
    };
    EXPECT_TRUE(refusedWith(back(original), [](auto &postings) { postings.front().amount *= 2; }));
    EXPECT_TRUE(
        refusedWith(back(original), [](auto &postings) { postings.front().amount = -postings.front().amount; }));
    EXPECT_TRUE(refusedWith(back(original), [](auto &postings) { postings.pop_back(); }));
    EXPECT_TRUE(refusedWith(back(original), [](auto &postings) { postings.clear(); }));
    EXPECT_TRUE(refusedWith(back(original), [](auto &postings) { postings.push_back(postings.front()); }));
    EXPECT_TRUE(
        refusedWith(back(original), [](auto &postings) { postings.front().day = postings.front().day.addDays(1); }));
    EXPECT_TRUE(
        refusedWith(memo(QStringLiteral("負の記帳"), 90), [](auto &postings) { postings.front().amount *= -1; }));
}

TEST_P(CancellationContract, IsShownWhenItIsNoneOrHidden)
{
    Hand sato(office, people.sato);
    const CaseId original = decided(QStringLiteral("時間外"), 90);
    const auto id = sato.file(back(original));
    ASSERT_TRUE(fine(id));
    decide(*id);
    const auto damaged = [&](CaseId one) {
        return !verifyCase(*office.owner().cases().load(one), office.configuration(), memoForms()).sound();
    };
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE cancellation SET decided = 0"))));
    EXPECT_TRUE(damaged(*id));
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("DELETE FROM cancellation"))));
    EXPECT_TRUE(damaged(*id));
}

TEST_P(CancellationContract, IsWonByOneOfTwoAtOnce)
{
    Hand sato(office, people.sato);
    const CaseId original = decided(QStringLiteral("時間外"), 90);
    std::vector<ProposedEvent> events;
    std::vector<CaseId> ids;
    for (int i = 0; i < 2; ++i) {
        ids.push_back(*sato.draft(back(original)));
        events.push_back(*sato.proposeSubmission(ids.back()));
    }
    std::vector<Result<Event>> done(2, Result<Event>(fail(ErrorCode::Internal)));
    std::vector<std::thread> threads;
    for (size_t i = 0; i < 2; ++i)
        threads.emplace_back([&, i] {
            auto store = office.open(people.sato);
            if (store)
                done[i] = (*store)->cases().append({ids[i], 0, freshRequestId(), events[i]});
        });
    for (std::thread &thread : threads)
        thread.join();

    EXPECT_NE(done[0].ok(), done[1].ok());
    const auto &lost = done[0].ok() ? done[1] : done[0];
    EXPECT_TRUE(refused(lost, Refusal::CancelledBefore));
}

} // namespace kessai::test
