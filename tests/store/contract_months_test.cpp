// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/desk.h"
#include "tests/store/hand.h"

// Closing a month of overtime (月次締め), the same on every database. Memos put overtime on the day of the tests, kMemoDay.

namespace kessai::test {

namespace {

class MonthCloseContract : public OnBothDatabases {
protected:
    Result<> change(StaffId who, const OfficeChange &change)
    {
        office.wait();
        const Result<> done = office.as(who).office().change(change);
        office.wait();
        return done;
    }
    /// The tests' own month is not over; it is closed behind the notary's back.
    void closeBehind()
    {
        ASSERT_TRUE(
            fine(office.tamper(QStringLiteral("INSERT INTO month_close (month, closed, reason, made_by, revision) "
                                              "SELECT '2026-11', 1, '', 1, MAX(revision) FROM office_revision"))));
    }
    void openBehind() { ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE month_close SET closed = 0")))); }
    std::vector<MonthClose> closes() { return *office.as(people.sato).ledgers().monthCloses(); }
    const StaffId personnel = people.kato;
    const QDate last{2026, 10, 1};
};
KESSAI_ON_BOTH_DATABASES(MonthCloseContract);

} // namespace

TEST_P(MonthCloseContract, IsRecordedWithWhoAndWhen)
{
    ASSERT_TRUE(fine(change(personnel, CloseMonth{last})));
    ASSERT_TRUE(fine(change(personnel, ReopenMonth{last, QStringLiteral("実績の訂正のため")})));
    ASSERT_TRUE(fine(change(personnel, CloseMonth{last})));

    const auto all = closes();

    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].month, last);
    EXPECT_TRUE(all[0].closed);
    EXPECT_EQ(all[0].by, personnel);
    EXPECT_FALSE(all[1].closed);
    EXPECT_EQ(all[1].reason, QStringLiteral("実績の訂正のため"));
    EXPECT_EQ(standingClose(all, last), all[2]);
    EXPECT_FALSE(standingClose(all, last.addMonths(-1)));
    EXPECT_GT(all[0].revision, 0);
    EXPECT_LT(all[0].revision, all[2].revision);
    EXPECT_GT(all[2].at.microseconds(), 0);
}

TEST_P(MonthCloseContract, IsForPersonnelAndForMonthsThatAreOver)
{
    for (const StaffId who : {people.sato, people.suzuki, people.bando, people.zaizen, people.kaita})
        EXPECT_TRUE(failed(change(who, CloseMonth{last}), ErrorCode::AccessDenied));
    EXPECT_TRUE(refused(change(personnel, CloseMonth{QDate(2026, 11, 1)}), Refusal::PeriodInvalid)) << "is not over";
    EXPECT_TRUE(refused(change(personnel, CloseMonth{QDate(2026, 10, 2)}), Refusal::PeriodInvalid));
    EXPECT_TRUE(failed(change(personnel, ReopenMonth{last, QStringLiteral("x")}), ErrorCode::NotFound));
    ASSERT_TRUE(fine(change(personnel, CloseMonth{last})));
    EXPECT_TRUE(failed(change(personnel, CloseMonth{last}), ErrorCode::AlreadyExists));
    EXPECT_TRUE(refused(change(personnel, ReopenMonth{last, QStringLiteral("  ")}), Refusal::ReasonMissing));
    EXPECT_TRUE(failed(change(people.sato, ReopenMonth{last, QStringLiteral("x")}), ErrorCode::AccessDenied));
    EXPECT_EQ(closes().size(), 1u);
}

TEST_P(MonthCloseContract, KeepsOvertimeOfTheMonthFromBeingFiled)
{
    closeBehind();
    Hand sato(office, people.sato);
    const auto overtime = sato.draft(memo(QStringLiteral("時間外"), 90));
    ASSERT_TRUE(fine(overtime));

    EXPECT_TRUE(refused(sato.submit(*overtime), Refusal::MonthClosed));
    EXPECT_TRUE(fine(sato.file(memo(QStringLiteral("備品")))));

    openBehind();
    EXPECT_TRUE(fine(sato.submit(*overtime)));
}

TEST_P(MonthCloseContract, KeepsOvertimeOfTheMonthFromBeingDecidedButNotFromGoingBack)
{
    Hand sato(office, people.sato);
    const auto id = sato.file(memo(QStringLiteral("時間外"), 90));
    const auto other = sato.file(memo(QStringLiteral("時間外"), 30));
    ASSERT_TRUE(fine(id) && fine(other));
    for (const StaffId who : {people.suzuki, people.kato}) {
        ASSERT_TRUE(fine(Hand(office, who).approve(*id)));
        ASSERT_TRUE(fine(Hand(office, who).approve(*other)));
    }
    closeBehind();

    Hand bando(office, people.bando);
    EXPECT_TRUE(refused(bando.approve(*id), Refusal::MonthClosed));
    EXPECT_EQ(sato.load(*id)->projection.state, CaseState::Running) << "nothing of it was written";
    EXPECT_TRUE(fine(bando.act(*other, Reject{std::nullopt, QStringLiteral("締切後のため")})));

    openBehind();
    EXPECT_TRUE(fine(bando.approve(*id)));
}

TEST_P(MonthCloseContract, IsPaidAsItWasKnownWhenItWasClosed)
{
    Hand sato(office, people.sato);
    const auto id = sato.file(memo(QStringLiteral("時間外"), 90));
    ASSERT_TRUE(fine(id));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*id)));
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE posting SET starts = 1035"))));
    const auto close = [&] {
        ASSERT_TRUE(
            fine(office.tamper(QStringLiteral("INSERT INTO office_revision (revision, made_at, made_by, reason) SELECT "
                                              "MAX(revision) + 1, (SELECT MAX(at) FROM event), '', 'closed' FROM "
                                              "office_revision"))));
        closeBehind();
    };
    const auto file = [&]() -> Result<QByteArray> {
        Store &store = office.as(personnel);
        const auto lines = readPayroll(store.ledgers(), *store.office().configuration(), kMemoDay);
        return lines ? payrollFile(*lines, kMemoDay) : Result<QByteArray>(lines.failure());
    };
    EXPECT_TRUE(refused(file(), Refusal::PeriodInvalid));
    close();
    const auto paid = file();
    ASSERT_TRUE(fine(paid));
    ASSERT_TRUE(paid->contains(",125,90,2\r\n")) << paid->toStdString();

    office.wait();
    ASSERT_TRUE(fine(office.as(personnel).office().changeHolidays(
        ImportHolidays{{{QDate(2026, 1, 1), QStringLiteral("元日")}, {kMemoDay, QStringLiteral("祝いの日")}}})));
    EXPECT_EQ(*file(), *paid) << "a day that became a holiday afterwards";
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE posting SET used_at = used_at + 1"))));
    EXPECT_FALSE(file()->contains(",125,")) << "nothing that was decided after it";
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE posting SET used_at = used_at - 1"))));

    openBehind();
    EXPECT_TRUE(refused(file(), Refusal::PeriodInvalid));
    close();
    EXPECT_TRUE(file()->contains(",135,90,2\r\n")) << "closed again, it goes by what is known by then";
}

TEST_P(MonthCloseContract, SaysWhoDecidedToPersonnelAndToOneselfAlone)
{
    Hand sato(office, people.sato);
    const auto decided = sato.file(memo(QStringLiteral("時間外"), 90));
    const auto waiting = sato.file(memo(QStringLiteral("時間外"), 30));
    ASSERT_TRUE(fine(decided) && fine(waiting));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*decided)));
    ASSERT_TRUE(fine(Hand(office, people.suzuki).act(*decided, Comment{QStringLiteral("済")})));
    const QDate from(2026, 11, 1);
    const QDate until(2026, 11, 30);

    const auto all = office.as(personnel).ledgers().workBook(std::nullopt, from, until);
    const auto own = office.as(people.sato).ledgers().workBook(people.sato, from, until);

    ASSERT_TRUE(fine(all) && fine(own));
    ASSERT_EQ(all->size(), 2u);
    EXPECT_EQ(*all, *own);
    const bool firstDecided = all->front().posting.used;
    const BookPosting &done = (*all)[firstDecided ? 0 : 1];
    const BookPosting &open = (*all)[firstDecided ? 1 : 0];
    EXPECT_EQ(done.number, sato.load(*decided)->number);
    EXPECT_EQ(done.by, QStringLiteral("坂東 武"));
    EXPECT_EQ(done.title, QStringLiteral("部長"));
    EXPECT_EQ(done.section, QStringLiteral("総務部"));
    EXPECT_TRUE(done.posting.usedAt);
    EXPECT_FALSE(open.posting.used);
    EXPECT_EQ(open.by, QString());
    EXPECT_EQ(*office.as(personnel).ledgers().workBook(people.sato, from, until), *all);
    EXPECT_EQ(office.as(personnel).ledgers().workBook(people.zushi, from, until)->size(), 0u);
    EXPECT_EQ(*office.owner().ledgers().workBook(std::nullopt, from, until), *all);
    for (const StaffId who : {people.suzuki, people.bando, people.kaita}) {
        EXPECT_TRUE(failed(office.as(who).ledgers().workBook(people.sato, from, until), ErrorCode::AccessDenied));
        EXPECT_TRUE(failed(office.as(who).ledgers().workBook(std::nullopt, from, until), ErrorCode::AccessDenied));
    }
    EXPECT_TRUE(refused(office.as(people.sato).ledgers().workBook(people.sato, from, from.addDays(63)),
                        Refusal::PeriodInvalid));
}

TEST_P(MonthCloseContract, TellsPersonnelWhichPapersAreAwaited)
{
    Hand sato(office, people.sato);
    ASSERT_TRUE(fine(sato.file(memo(QStringLiteral("時間外"), 90))));
    ASSERT_TRUE(fine(sato.file(memo(QStringLiteral("時間外"), 90))));
    const auto rows = [this](const char *set, const char *of) {
        ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE posting SET %1 WHERE ledger = '%2' AND case_id = (SELECT "
                                                      "MIN(case_id) FROM posting WHERE ledger = '%2')")
                                           .arg(QLatin1String(set), QLatin1String(of)))));
    };
    const auto awaited = [this](StaffId who) {
        return office.as(who).ledgers().awaitedEvidence(kMemoDay.addDays(-400), kMemoDay);
    };
    rows("ledger = 'evidence.due', amount = 1", "overtime.minutes");
    EXPECT_TRUE(awaited(personnel)->empty()) << "the leave is not decided";
    rows("state = 1", "evidence.due");

    EXPECT_EQ(*awaited(personnel), (std::vector<AwaitedEvidence>{{people.sato, kMemoDay, 1}}));
    for (const StaffId who : {people.sato, people.suzuki, people.kaita})
        EXPECT_TRUE(failed(awaited(who), ErrorCode::AccessDenied));
    EXPECT_TRUE(refused(office.as(personnel).ledgers().awaitedEvidence(kMemoDay.addDays(-801), kMemoDay),
                        Refusal::PeriodInvalid));
    rows("ledger = 'evidence.received', amount = 1", "overtime.minutes");
    EXPECT_TRUE(awaited(personnel)->empty()) << "it is handed in, and waits";
}

TEST_P(MonthCloseContract, IsLookedOverByPersonnel)
{
    Hand sato(office, people.sato);
    const auto id = sato.file(memo(QStringLiteral("時間外"), 90));
    ASSERT_TRUE(fine(id));
    const QDate from(2026, 11, 1);
    const QDate until(2026, 11, 30);

    const auto postings = office.as(personnel).ledgers().work(from, until);
    const auto sums = office.as(personnel).ledgers().workSums(QDate(2026, 4, 1), until);

    ASSERT_TRUE(fine(postings) && fine(sums));
    ASSERT_EQ(postings->size(), 1u);
    EXPECT_EQ(postings->front().staff, people.sato);
    EXPECT_EQ(postings->front().ledger, QStringLiteral("overtime.minutes"));
    EXPECT_EQ(postings->front().day, kMemoDay);
    EXPECT_FALSE(postings->front().used);
    EXPECT_FALSE(postings->front().usedAt);
    ASSERT_EQ(sums->size(), 2u) << "overtime and annual leave";
    EXPECT_EQ(sums->back().ledger, QStringLiteral("overtime.minutes"));
    EXPECT_EQ(sums->back().month, from);
    EXPECT_EQ(sums->back().reserved, postings->front().amount);
    for (const StaffId who : {people.sato, people.suzuki, people.kaita}) {
        EXPECT_TRUE(failed(office.as(who).ledgers().work(from, until), ErrorCode::AccessDenied));
        EXPECT_TRUE(failed(office.as(who).ledgers().workSums(from, until), ErrorCode::AccessDenied));
    }
    EXPECT_TRUE(fine(office.owner().ledgers().work(from, until)));
    EXPECT_TRUE(refused(office.as(personnel).ledgers().work(from, from.addDays(63)), Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(office.as(personnel).ledgers().workSums(from, from.addDays(801)), Refusal::PeriodInvalid));
}

} // namespace kessai::test
