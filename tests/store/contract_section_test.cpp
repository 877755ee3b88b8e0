// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/sections.h"
#include "core/services/desk.h"
#include "tests/store/hand.h"

// Who of a section is away, the same on every database.

namespace kessai::test {

namespace {

class SectionContract : public OnBothDatabases {
protected:
    /// Puts a posting onto an account behind the notary's back, as a form that takes days off would.
    void post(StaffId who, const char *ledger, const QDate &on, qint64 minutes, PostingState state)
    {
        if (!m_case) {
            const auto id = Hand(office, people.sato).file(memo(QStringLiteral("休暇")));
            ASSERT_TRUE(fine(id));
            m_case = *id;
        }
        ASSERT_TRUE(fine(office.tamper(
            QStringLiteral("INSERT INTO posting (case_id, revision, no, ledger, account, day, amount, state) VALUES "
                           "(%1, 1, %2, '%3', 'staff:%4', '%5', %6, %7)")
                .arg(m_case->value())
                .arg(++m_no)
                .arg(QLatin1String(ledger))
                .arg(who.value())
                .arg(on.toString(Qt::ISODate))
                .arg(minutes)
                .arg(int(state)))));
    }
    Result<std::vector<AwayMinutes>> away(StaffId reader, SectionId section, const QDate &from = QDate(2026, 11, 1),
                                          const QDate &until = QDate(2026, 11, 30))
    {
        return office.as(reader).ledgers().away(section, from, until);
    }
    const QDate day{2026, 11, 10};

private:
    std::optional<CaseId> m_case;
    int m_no = 100;
};
KESSAI_ON_BOTH_DATABASES(SectionContract);

} // namespace

TEST_P(SectionContract, AddsUpWhateverTakesSomebodyAway)
{
    post(people.seki, "absence.minutes", day, 210, PostingState::Used);
    post(people.seki, "absence.minutes", day, 60, PostingState::Reserved);
    post(people.seki, "overtime.compensated.minutes", day, 100, PostingState::Used);
    post(people.seki, "leave.sick.days", day, 1, PostingState::Used);
    post(people.seki, "overtime.minutes", day, 99, PostingState::Used);
    post(people.tanaka, "duty.daikyu.minutes", day.addDays(1), 465, PostingState::Used);
    post(people.tanaka, "duty.removed.minutes", day.addDays(2), 240, PostingState::Reserved);
    post(people.fuji, "absence.minutes", day, 465, PostingState::Used);

    const auto rows = away(people.sato, people.affairs);

    ASSERT_TRUE(fine(rows));
    const std::vector<AwayMinutes> expected{
        {people.seki, day, 310, 60}, {people.tanaka, day.addDays(1), 465, 0}, {people.tanaka, day.addDays(2), 0, 240}};
    EXPECT_EQ(*rows, expected);
}

TEST_P(SectionContract, TellsTripsThatWereOrdered)
{
    post(people.seki, "duty.travel.days", day, 1, PostingState::Used);
    post(people.tanaka, "duty.travel.days", day, 1, PostingState::Reserved);
    post(people.sato, "duty.travel.days", day, 1, PostingState::Used);
    post(people.sato, "duty.travel.days", day, -1, PostingState::Used);
    post(people.seki, "absence.minutes", day.addDays(1), 60, PostingState::Used);
    post(people.seki, "duty.travel.days", day.addDays(1), 1, PostingState::Used);

    const auto rows = away(people.sato, people.affairs);

    ASSERT_TRUE(fine(rows));
    const std::vector<AwayMinutes> expected{{people.seki, day, 0, 0, true}, {people.seki, day.addDays(1), 60, 0, true}};
    EXPECT_EQ(*rows, expected);
}

TEST_P(SectionContract, LeavesOutWhatWasCancelledAndOtherDays)
{
    post(people.seki, "absence.minutes", day, 465, PostingState::Used);
    post(people.seki, "absence.minutes", day, -465, PostingState::Used);
    post(people.seki, "absence.minutes", day.addDays(1), 465, PostingState::Used);
    post(people.seki, "absence.minutes", day.addDays(1), -465, PostingState::Reserved);
    post(people.seki, "absence.minutes", day.addDays(2), 465, PostingState::Void);
    post(people.seki, "absence.minutes", QDate(2026, 12, 1), 465, PostingState::Used);

    const auto rows = away(people.sato, people.affairs);

    ASSERT_TRUE(fine(rows));
    ASSERT_EQ(rows->size(), 1u);
    EXPECT_EQ(rows->front().day, day.addDays(1));
    EXPECT_EQ(rows->front().reserved, 0);
}

TEST_P(SectionContract, IsOpenToTheSectionItsHeadsAndPersonnel)
{
    struct Look {
        StaffId who;
        SectionId section;
        bool allowed;
    };
    const Look looks[] = {
        {people.sato, people.affairs, true},   {people.sato, people.clerks, true},
        {people.sato, people.finance, false},  {people.sato, people.general, false},
        {people.sato, people.city, false},     {people.kato, people.care, true}, // personnel
        {people.zaizen, people.budget, true},  {people.zaizen, people.affairs, false},
        {people.bando, people.general, true},  {people.bando, people.clerks, true},
        {people.bando, people.welfare, false}, {people.tsugawa, people.finance, true},
        {people.ichikawa, people.care, true},  {people.shiga, people.accounts, true},
        {people.shiga, people.affairs, false},
    };
    for (const Look &look : looks) {
        SCOPED_TRACE(testing::Message() << look.who.value() << " at " << look.section.value());
        EXPECT_EQ(seesSection(*office.officeToday(), look.who, look.section), look.allowed);
        const auto rows = away(look.who, look.section);
        if (look.allowed)
            EXPECT_TRUE(fine(rows));
        else
            EXPECT_TRUE(failed(rows, ErrorCode::AccessDenied));
    }
}

TEST_P(SectionContract, ShowsTwoMonthsAtMost)
{
    EXPECT_TRUE(fine(away(people.sato, people.affairs, QDate(2026, 11, 1), QDate(2027, 1, 2))));
    EXPECT_TRUE(
        refused(away(people.sato, people.affairs, QDate(2026, 11, 1), QDate(2027, 1, 3)), Refusal::PeriodInvalid));
    EXPECT_TRUE(
        refused(away(people.sato, people.affairs, QDate(2026, 11, 2), QDate(2026, 11, 1)), Refusal::PeriodInvalid));
}

TEST_P(SectionContract, IsReadAtTheDesk)
{
    post(people.seki, "absence.minutes", day, 465, PostingState::Used);
    post(people.tanaka, "absence.minutes", day, 465, PostingState::Reserved);
    post(people.sato, "absence.minutes", day, 60, PostingState::Reserved);
    auto store = office.open(people.sato);
    ASSERT_TRUE(fine(store));
    Desk desk(std::move(store).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));

    const auto sheet = desk.sectionMonth(std::nullopt, day);

    ASSERT_TRUE(fine(sheet));
    EXPECT_EQ(sheet->section, people.affairs);
    EXPECT_EQ(sheet->days.size(), 30u);
    ASSERT_EQ(sheet->people.size(), 6u);
    EXPECT_EQ(sheet->people.front().id, people.kato) << "by rank";
    EXPECT_EQ(sheet->days[9].away, 3);
    EXPECT_EQ(sheet->sections.size(), 2u) << "one's own section and what is below it";
}

} // namespace kessai::test
