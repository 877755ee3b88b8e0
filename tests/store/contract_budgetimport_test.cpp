// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/hand.h"

// Entering the budget and looking at how its lines stand, the same on every database.

namespace kessai::test {

namespace {

class BudgetImportContract : public OnBothDatabases {
protected:
    static BudgetEntry entry(const QString &code, BudgetEntryKind kind, qint64 amount, const QString &document)
    {
        return {.year = kBudgetYear,
                .code = code,
                .kind = kind,
                .amount = amount,
                .day = QDate(kBudgetYear.startYear(), 6, 24),
                .document = document};
    }
    Result<> import(StaffId who, const BudgetImport &import)
    {
        office.wait();
        const Result<> done = office.as(who).budget().importBudget(import);
        office.wait();
        return done;
    }
    BudgetBalance balance(StaffId who, const QString &code)
    {
        const auto all = office.as(who).budget().balances(kBudgetYear);
        EXPECT_TRUE(fine(all));
        for (const LineBalance &one : all ? *all : std::vector<LineBalance>()) {
            if (one.code == code)
                return one.balance;
        }
        ADD_FAILURE() << code.toStdString();
        return {};
    }
    std::vector<BudgetLine> lines()
    {
        return office.as(people.sato).office().configuration()->parameters.budget().rows();
    }

    const QString stationery = budgetLine(kStationery, SectionId(0)).account();
    const BudgetEntry more = entry(kStationery, BudgetEntryKind::Supplementary, 30'000, QStringLiteral("議案第38号"));
};
KESSAI_ON_BOTH_DATABASES(BudgetImportContract);

} // namespace

TEST_P(BudgetImportContract, EntersLinesAndAmountsAsOneRevision)
{
    const int before = office.as(people.sato).office().configuration()->office.revision;
    const QString code = QStringLiteral("01-02-01-01-0010-12-01");
    BudgetImport budget{{budgetLine(code, people.affairs)},
                        {more, entry(code, BudgetEntryKind::Initial, 7, QStringLiteral("当初予算"))}};

    ASSERT_TRUE(fine(import(people.zaizen, budget)));

    const auto after = office.as(people.sato).office().configuration();
    ASSERT_TRUE(fine(after));
    EXPECT_EQ(after->office.revision, before + 1);
    const BudgetLine *line = after->parameters.budget().find(budget.lines.front().key());
    ASSERT_NE(line, nullptr);
    EXPECT_EQ(line->addedIn, before + 1);
    EXPECT_EQ(after->parameters.budget().knownIn(before).find(line->key()), nullptr);
    EXPECT_EQ(balance(people.sato, code).current(), 7);
    EXPECT_EQ(balance(people.sato, kStationery).current(), 1'030'000);
    EXPECT_TRUE(failed(import(people.zaizen, budget), ErrorCode::AlreadyExists)) << "nothing is entered twice";
    EXPECT_EQ(balance(people.sato, kStationery).current(), 1'030'000);
}

TEST_P(BudgetImportContract, ChangesALineFromNowOnAndKeepsWhatItWasCalled)
{
    BudgetLine renamed = budgetLine(kStationery, people.affairs);
    renamed.names[size_t(BudgetLevel::Detail)] = QStringLiteral("事務用品費");

    ASSERT_TRUE(fine(import(people.zaizen, {{renamed}, {}})));

    const auto configuration = office.as(people.sato).office().configuration();
    const BudgetBook &book = configuration->parameters.budget();
    EXPECT_EQ(book.find(stationery)->name(BudgetLevel::Detail), QStringLiteral("事務用品費"));
    EXPECT_EQ(book.knownIn(1).find(stationery)->name(BudgetLevel::Detail), QStringLiteral("消耗品費"));
    EXPECT_EQ(lines().size(), 3U);
    EXPECT_EQ(balance(people.sato, kStationery).current(), 1'000'000) << "what it has stays";
}

TEST_P(BudgetImportContract, CarriesNoYenOverTwice)
{
    const auto carried = [&](qint64 amount, const QString &document, int later) {
        BudgetEntry one = entry(kStationery, BudgetEntryKind::Carried, amount, document);
        one.year = FiscalYear(kBudgetYear.startYear() + later);
        return one;
    };
    BudgetLine next = budgetLine(kStationery, people.affairs);
    next.year = FiscalYear(kBudgetYear.startYear() + 1);
    const BudgetEntry out = carried(-100, QStringLiteral("繰越計算書"), 0);
    const BudgetEntry in = carried(100, QStringLiteral("繰越計算書"), 1);
    const BudgetEntry twice = carried(100, QStringLiteral("繰越計算書2"), 1);

    EXPECT_TRUE(failed(import(people.zaizen, {{next}, {in}}), ErrorCode::Invalid)) << "from nowhere";
    EXPECT_TRUE(failed(import(people.zaizen, {{next}, {out, in, twice}}), ErrorCode::Invalid)) << "one row for two";
    ASSERT_TRUE(fine(import(people.zaizen, {{next}, {out, in}})));
    EXPECT_TRUE(failed(import(people.zaizen, {{}, {out, twice}}), ErrorCode::Invalid)) << "the row that was there";
    EXPECT_TRUE(fine(import(people.zaizen, {{}, {carried(-100, QStringLiteral("繰越計算書2"), 0), twice}})));
    EXPECT_EQ(balance(people.sato, kStationery).current(), 999'800);
}

TEST_P(BudgetImportContract, IsForFinanceAlone)
{
    for (const StaffId who : {people.sato, people.zushi, people.kaita, people.shindo, people.ichikawa})
        EXPECT_TRUE(failed(import(who, {{}, {more}}), ErrorCode::AccessDenied)) << who.value();
    EXPECT_TRUE(fine(import(people.zaizen, {{}, {more}})));
}

TEST_P(BudgetImportContract, TakesAllOrNothing)
{
    const auto wrong = [&](const BudgetImport &budget) { return import(people.zaizen, budget); };
    BudgetLine nowhere = budgetLine(QStringLiteral("01-02-01-01-0010-12-01"), SectionId(999));
    BudgetLine odd = budgetLine(QStringLiteral("01-02-01-01-0010-12"), people.affairs);
    BudgetEntry again = entry(kStationery, BudgetEntryKind::Initial, 1, QStringLiteral("当初予算"));
    BudgetEntry below = entry(kStationery, BudgetEntryKind::Initial, -1, QStringLiteral("x"));
    BudgetEntry unnamed = entry(kStationery, BudgetEntryKind::Supplementary, 1, QString());
    BudgetEntry unknown =
        entry(QStringLiteral("01-02-01-01-0010-99-01"), BudgetEntryKind::Supplementary, 1, QStringLiteral("x"));

    EXPECT_TRUE(failed(wrong({{nowhere}, {more}}), ErrorCode::Invalid));
    EXPECT_TRUE(failed(wrong({{odd}, {more}}), ErrorCode::Invalid));
    for (const BudgetEntry &entry : {again, below, unnamed, unknown})
        EXPECT_TRUE(failed(wrong({{}, {more, entry}}), ErrorCode::Invalid)) << entry.document.toStdString();
    EXPECT_TRUE(failed(wrong({}), ErrorCode::AlreadyExists));

    EXPECT_EQ(balance(people.sato, kStationery).current(), 1'000'000) << "nothing came of all that";
    EXPECT_EQ(lines().size(), 2U);
}

TEST_P(BudgetImportContract, LeavesNoLineWithLessThanWasTaken)
{
    ASSERT_TRUE(fine(Hand(office, people.sato).file(moving(QStringLiteral("budget.commitment"), stationery, 400'000))));
    const auto cut = [&](qint64 amount) {
        return import(people.zaizen,
                      {{}, {entry(kStationery, BudgetEntryKind::Allotment, -amount, QString::number(amount))}});
    };

    const Result<> over = cut(100'001);
    EXPECT_TRUE(refused(over, Refusal::OverBudget));
    EXPECT_EQ(shortageFrom(over.error().detail), (Shortage{stationery, 1}));
    EXPECT_TRUE(fine(cut(100'000)));
    EXPECT_EQ(balance(people.sato, kStationery).remaining(), 0);
}

TEST_P(BudgetImportContract, SaysHowLinesStandToThoseInCharge)
{
    Hand sato(office, people.sato);
    const auto commitment = sato.file(moving(QStringLiteral("budget.commitment"), stationery, 60'000));
    ASSERT_TRUE(fine(commitment));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*commitment)));
    const auto payment = sato.file(moving(QStringLiteral("commitment.paid"), commitmentAccount(*commitment), 10'000));
    ASSERT_TRUE(fine(payment));
    ASSERT_TRUE(fine(sato.file(moving(QStringLiteral("budget.commitment"), stationery, 5'000))));

    BudgetBalance stands = balance(people.sato, kStationery);
    EXPECT_EQ(stands.committed, 60'000);
    EXPECT_EQ(stands.running, 5'000);
    EXPECT_EQ(stands.paid, 0) << "is on its way";
    EXPECT_EQ(stands.remaining(), 435'000);
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*payment)));
    EXPECT_EQ(balance(people.sato, kStationery).paid, 10'000);

    EXPECT_EQ(office.as(people.sato).budget().balances(kBudgetYear)->size(), 1U);
    EXPECT_EQ(office.as(people.fuji).budget().balances(kBudgetYear)->front().code, kCare);
    for (const StaffId who : {people.zushi, people.shiba, people.shindo, people.ichikawa})
        EXPECT_EQ(office.as(who).budget().balances(kBudgetYear)->size(), 2U) << who.value();
    EXPECT_EQ(office.owner().budget().balances(kBudgetYear)->size(), 2U);
    EXPECT_TRUE(office.as(people.sato).budget().balances(FiscalYear(2000))->empty());
}

TEST_P(BudgetImportContract, ShowsTheCasesBehindALine)
{
    const auto seki = Hand(office, people.seki).file(moving(QStringLiteral("budget.commitment"), stationery, 1'000));
    const auto sato = Hand(office, people.sato).file(moving(QStringLiteral("budget.commitment"), stationery, 2'000));
    ASSERT_TRUE(fine(seki) && fine(sato));

    const auto cases = office.as(people.sato).budget().casesOn(stationery);

    ASSERT_TRUE(fine(cases));
    ASSERT_EQ(cases->size(), 2U);
    EXPECT_EQ(cases->front().id, *sato) << "the newest first";
    EXPECT_TRUE(cases->front().readable);
    EXPECT_EQ(cases->front().amount, 2'000);
    EXPECT_FALSE(cases->front().used);
    EXPECT_EQ(cases->back().drafter, QStringLiteral("関 直美"));
    EXPECT_FALSE(cases->back().readable) << "a colleague's was not sent to them";
    EXPECT_EQ(office.as(people.zushi).budget().casesOn(stationery)->size(), 2U);
    const auto others = office.as(people.fuji).budget().casesOn(stationery);
    EXPECT_TRUE(office.dialect() == Dialect::Sqlite ? others->empty() : bool(failed(others, ErrorCode::AccessDenied)));
    ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("時間外"), 60))));
    const auto time = office.as(people.zushi).budget().casesOn(QStringLiteral("staff:%1").arg(people.sato.value()));
    EXPECT_TRUE(office.dialect() == Dialect::Sqlite ? time->empty() : bool(failed(time, ErrorCode::AccessDenied)));
}

TEST_P(BudgetImportContract, ShowsWhatWasEnteredToThoseWhoKeepTheBudget)
{
    for (const StaffId who : {people.zaizen, people.zushi, people.shiba, people.shindo})
        EXPECT_EQ(office.as(who).budget().entries(kBudgetYear)->size(), 3U) << who.value();
    EXPECT_TRUE(failed(office.as(people.sato).budget().entries(kBudgetYear), ErrorCode::AccessDenied));
    EXPECT_EQ(office.owner().budget().entries(kBudgetYear)->front().document, QStringLiteral("当初予算"));
}

} // namespace kessai::test
