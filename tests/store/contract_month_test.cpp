// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"
#include "core/services/desk.h"
#include "tests/store/hand.h"

// What somebody sees of their own working time, the same on every database.

namespace kessai::test {

namespace {

class MonthContract : public OnBothDatabases {
protected:
    std::vector<OwnPosting> own(StaffId who, const QDate &from = QDate(2026, 11, 1),
                                const QDate &until = QDate(2026, 11, 30))
    {
        const auto postings = office.as(who).ledgers().own(from, until);
        EXPECT_TRUE(fine(postings));
        return postings ? *postings : std::vector<OwnPosting>();
    }
};
KESSAI_ON_BOTH_DATABASES(MonthContract);

} // namespace

TEST_P(MonthContract, TellsOnesOwnPostingsWithTheirCases)
{
    Hand sato(office, people.sato);
    const auto id = sato.file(memo(QStringLiteral("時間外"), 90));
    ASSERT_TRUE(fine(id));

    const auto waiting = own(people.sato);
    ASSERT_FALSE(waiting.empty());
    for (const OwnPosting &one : waiting) {
        EXPECT_EQ(one.id, *id);
        EXPECT_EQ(one.form, QStringLiteral("memo"));
        EXPECT_EQ(one.title, QStringLiteral("時間外"));
        EXPECT_EQ(one.state, CaseState::Running);
        EXPECT_EQ(one.posting.day, kMemoDay);
        EXPECT_EQ(one.posting.account, QStringLiteral("staff:%1").arg(people.sato.value()));
        EXPECT_FALSE(one.used);
    }
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*id)));
    const auto decided = own(people.sato);
    ASSERT_EQ(decided.size(), waiting.size());
    EXPECT_TRUE(decided.front().used);
    EXPECT_EQ(decided.front().state, CaseState::Decided);
    EXPECT_TRUE(own(people.suzuki).empty()) << "who approves it has a month of their own";
}

TEST_P(MonthContract, LeavesOutOtherDaysAndWhatEnded)
{
    Hand sato(office, people.sato);
    const auto id = sato.file(memo(QStringLiteral("時間外"), 90));
    ASSERT_TRUE(fine(id));
    EXPECT_TRUE(own(people.sato, kMemoDay.addDays(1), kMemoDay.addDays(9)).empty());
    EXPECT_FALSE(own(people.sato, kMemoDay, kMemoDay).empty());

    ASSERT_TRUE(fine(sato.act(*id, Withdraw{})));

    EXPECT_TRUE(own(people.sato).empty());
}

TEST_P(MonthContract, TellsWhatACancellationThatWaitsAsksBack)
{
    Hand sato(office, people.sato);
    const auto id = sato.file(memo(QStringLiteral("時間外"), 90));
    ASSERT_TRUE(fine(id));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*id)));
    const auto record = *sato.load(*id);
    const auto back =
        sato.file(cancelling(record.revisions.back().content.fields,
                             {*id, record.number, proven(record)->basis->officeRevision, QStringLiteral("中止")}));
    ASSERT_TRUE(fine(back));

    const std::vector<OwnPosting> postings = own(people.sato);

    EXPECT_TRUE(std::any_of(postings.begin(), postings.end(), [&](const OwnPosting &one) {
        return one.id == *back && !one.used && one.posting.amount < 0;
    }));
    const auto items = dayItems(postings);
    ASSERT_FALSE(items.empty());
    EXPECT_TRUE(std::all_of(items.begin(), items.end(),
                            [&](const DayItem &item) { return item.id == *id && item.used && item.cancelling; }));
}

TEST_P(MonthContract, KnowsOnesOwnOpeningStocks)
{
    ASSERT_TRUE(fine(office.tamper(
        QStringLiteral("INSERT INTO ledger_opening (account, ledger, day, amount, source, made_at) VALUES "
                       "('staff:%1', 'leave.annual.carried.minutes', '2026-11-02', 930, 'x', 1), "
                       "('staff:%2', 'leave.annual.carried.minutes', '2026-11-02', 465, 'x', 1)")
            .arg(people.sato.value())
            .arg(people.seki.value()))));

    const auto postings = own(people.sato);

    ASSERT_EQ(postings.size(), 1u);
    EXPECT_EQ(postings[0].posting.ledger, QStringLiteral("leave.annual.carried.minutes"));
    EXPECT_EQ(postings[0].posting.amount, 930);
    EXPECT_TRUE(postings[0].used);
    EXPECT_TRUE(own(people.suzuki).empty());
}

TEST_P(MonthContract, IsReadAtTheDesk)
{
    Hand sato(office, people.sato);
    ASSERT_TRUE(fine(sato.file(memo(QStringLiteral("時間外"), 90))));
    auto store = office.open(people.sato);
    ASSERT_TRUE(fine(store));
    Desk desk(std::move(store).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));

    const auto sheet = desk.month(kMemoDay);

    ASSERT_TRUE(fine(sheet));
    EXPECT_EQ(sheet->first, QDate(2026, 11, 1));
    EXPECT_EQ(sheet->days.size(), 35u);
    const MonthDay &day = sheet->days[size_t(firstShown(kMemoDay).daysTo(kMemoDay))];
    EXPECT_EQ(day.day, kMemoDay);
    EXPECT_EQ(day.items.size(), 1u) << "one item a case, whatever else it posts";
    EXPECT_EQ(sheet->days[22].holiday, QStringLiteral("勤労感謝の日"));
    EXPECT_EQ(sheet->days[22].kind, DayKind::Holiday);
}

} // namespace kessai::test
