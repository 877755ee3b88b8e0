// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/desk.h"
#include "tests/store/hand.h"

// The contract of the rules administrators set, the same on every database.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class RulesContract : public OnBothDatabases {
protected:
    Desk &at(StaffId who)
    {
        auto &desk = m_desks[who];
        if (!desk) {
            desk = std::make_unique<Desk>(std::move(office.open(who)).value(), memoForms(), office.clock());
            EXPECT_TRUE(fine(desk->start()));
        }
        EXPECT_TRUE(fine(desk->pulse()));
        return *desk;
    }
    QDate tomorrow() { return office.clock().now().day().addDays(1); }
    /// The table of the office from tomorrow on, by which the mayor decides from 10,001 yen on.
    DecisionTable stricter()
    {
        const auto book = at(admin).ruleBook();
        EXPECT_TRUE(fine(book));
        DecisionTable table = book->tables.front();
        table.from = tomorrow();
        table.rows[0].limits[0].amount = Yen(10'000);
        return table;
    }
    Result<> adopt(StaffId who, const DecisionTable &table, const QString &reason = u"規程の改正"_s)
    {
        office.wait();
        const Result<> adopted = at(who).adoptTable({table, reason, seen()});
        office.wait();
        return adopted;
    }
    /// The newest revision of the table.
    int seen()
    {
        const auto book = at(admin).ruleBook();
        int newest = 0;
        for (const DecisionTable &table : book->tables)
            newest = std::max(newest, table.revision);
        return newest;
    }
    CaseId filed(StaffId who, qint64 amount)
    {
        Hand hand(office, who);
        const auto id = hand.file(memo(u"備品の購入"_s, amount));
        EXPECT_TRUE(fine(id));
        return *id;
    }

    const StaffId admin = people.kato;

private:
    std::map<StaffId, std::unique_ptr<Desk>> m_desks;
};
KESSAI_ON_BOTH_DATABASES(RulesContract);

} // namespace

TEST_P(RulesContract, ATableIsInForceFromItsDayOn)
{
    const auto before = at(people.sato).tryRoute({u"memo"_s, people.sato, tomorrow(), {}}, {});
    ASSERT_TRUE(fine(before));
    const DecisionTable table = stricter();
    ASSERT_TRUE(fine(adopt(admin, table)));

    const auto book = at(people.suzuki).ruleBook();
    ASSERT_TRUE(fine(book));
    ASSERT_EQ(book->tables.size(), 2U);
    EXPECT_EQ(book->tables[1].toJson(), table.toJson());
    EXPECT_EQ(book->tables[1].revision, 2);
    const QJsonObject facts{{u"act"_s, u"memo"_s}, {u"amount"_s, 20'000}};
    const auto decider = [&](const QDate &day) {
        const auto answer = at(admin).tryRoute({u"memo"_s, people.sato, day, facts}, {});
        EXPECT_TRUE(fine(answer));
        QString title;
        for (const StepView &step : answer->inForce.steps) {
            if (step.no > 0 && step.kind == StepKind::Decide)
                title = step.assignments.front().title;
        }
        return title;
    };
    EXPECT_EQ(decider(tomorrow().addDays(-1)), u"総務部長"_s);
    EXPECT_EQ(decider(tomorrow()), u"市長"_s);
}

TEST_P(RulesContract, ATableOfTheSameDayTakesThePlaceOfTheOneBefore)
{
    DecisionTable table = stricter();
    ASSERT_TRUE(fine(adopt(admin, table)));
    table.rows[0].limits[0].amount = Yen(70'000);
    ASSERT_TRUE(fine(adopt(admin, table, u"金額の訂正"_s)));

    const auto configuration = office.as(people.sato).office().configuration();
    ASSERT_TRUE(fine(configuration));
    const DecisionTable *now =
        configuration->tableFor(configuration->rules.front(), tomorrow(), configuration->office.revision);
    ASSERT_NE(now, nullptr);
    EXPECT_EQ(now->rows[0].limits[0].amount, Yen(70'000));
    EXPECT_EQ(now->revision, 3);
}

TEST_P(RulesContract, ATableIsNotWrittenOverOneItsWriterHasNotSeen)
{
    DecisionTable mine = stricter();
    const int before = seen();
    ASSERT_TRUE(fine(adopt(admin, stricter(), u"ほかの管理者の改正"_s)));
    mine.rows[0].limits[0].amount = Yen(70'000);

    const auto late = office.as(admin).office().adoptTable({mine, u"規程の改正"_s, before});

    EXPECT_TRUE(refused(late, Refusal::Stale));
    EXPECT_EQ(at(admin).ruleBook()->tables.size(), 2U);
    EXPECT_TRUE(fine(adopt(admin, mine)));
}

TEST_P(RulesContract, ATableIsNeverForTodayOrBeforeAndAlwaysForAReason)
{
    DecisionTable table = stricter();
    table.from = tomorrow().addDays(-1);
    EXPECT_TRUE(refused(adopt(admin, table), Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(office.as(admin).office().adoptTable({table, u"x"_s, 1}), Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(adopt(admin, stricter(), u" "_s), Refusal::ReasonMissing));
    EXPECT_TRUE(failed(adopt(admin, stricter(), u"一行目\n二行目"_s), ErrorCode::Invalid));
    DecisionTable other = stricter();
    other.code = u"another"_s;
    EXPECT_TRUE(failed(adopt(admin, other), ErrorCode::Invalid)) << "no form uses it";
    EXPECT_TRUE(failed(office.as(admin).office().adoptTable({other, u"x"_s, 1}), ErrorCode::NotFound));

    EXPECT_EQ(at(admin).ruleBook()->tables.size(), 1U);
}

TEST_P(RulesContract, ATableWithGapsIsNotPutInForce)
{
    DecisionTable table = stricter();
    table.rows[0].limits[1] = {};

    EXPECT_TRUE(failed(adopt(admin, table), ErrorCode::Invalid));

    const auto problems = at(admin).tableProblems(table);
    ASSERT_TRUE(fine(problems));
    ASSERT_EQ(problems->size(), 1U);
    EXPECT_EQ(problems->front().ja, u"T-1の行には、10001円以上を決裁する職がありません。"_s);
}

TEST_P(RulesContract, ATableNobodyCouldReadAgainIsRefusedByTheNotaryToo)
{
    DecisionTable twice = stricter();
    twice.rows.push_back(twice.rows[0]);
    DecisionTable nothing = stricter();
    nothing.rows[0].limits[0].amount = Yen(0);

    for (const DecisionTable &table : {twice, nothing})
        EXPECT_TRUE(failed(office.as(admin).office().adoptTable({table, u"規程の改正"_s, 1}), ErrorCode::Invalid));

    const auto configuration = office.as(people.sato).office().configuration();
    ASSERT_TRUE(fine(configuration));
    EXPECT_EQ(configuration->tables.size(), 1U);
}

TEST_P(RulesContract, IsForAdministratorsAlone)
{
    filed(people.sato, 500);
    for (const StaffId who : {people.sato, people.suzuki, people.bando}) {
        EXPECT_TRUE(failed(adopt(who, stricter()), ErrorCode::AccessDenied));
        EXPECT_TRUE(failed(office.as(who).office().filedCases(Instant(0), std::nullopt, 10), ErrorCode::AccessDenied));
        EXPECT_TRUE(failed(at(who).otherWays({stricter(), {}}, std::nullopt), ErrorCode::AccessDenied));
    }
    EXPECT_EQ(at(admin).ruleBook()->tables.size(), 1U);
}

TEST_P(RulesContract, CasesThatWereSentBeforeStandAsTheyWereJudged)
{
    const CaseId id = filed(people.sato, 20'000);
    ASSERT_TRUE(fine(adopt(admin, stricter())));

    const auto view = at(people.sato).open(id);

    ASSERT_TRUE(fine(view));
    EXPECT_TRUE(view->verified.sound());
}

TEST_P(RulesContract, TheBenchLooksAtWhatTheRulesLookAtAndAtNothingElse)
{
    Hand sato(office, people.sato);
    const auto id = sato.file(confiding(memo(u"庁用車の修繕"_s, 20'000), u"運転中の事故"_s));
    ASSERT_TRUE(fine(id));
    ASSERT_TRUE(fine(sato.draft(memo(u"下書き"_s, 90'000))));

    const auto seen = office.as(admin).office().filedCases(Instant(0), std::nullopt, 10);

    ASSERT_TRUE(fine(seen));
    ASSERT_EQ(seen->size(), 1U);
    EXPECT_EQ(seen->front().id, *id);
    EXPECT_EQ(seen->front().drafter, people.sato);
    EXPECT_EQ(seen->front().basis.drafterPost, people.clerk);
    EXPECT_EQ(seen->front().state, CaseState::Running);
    EXPECT_EQ(seen->front().fields, (QJsonObject{{u"amount"_s, 20'000}})) << "neither subject nor reason";
}

TEST_P(RulesContract, ShowsWhichCasesWouldGoAnotherWay)
{
    filed(people.sato, 500);
    const CaseId large = filed(people.sato, 20'000);
    filed(people.tanaka, 10'000);

    const auto ways = at(admin).otherWays({stricter(), {}}, std::nullopt);

    ASSERT_TRUE(fine(ways));
    EXPECT_EQ(ways->looked, 3);
    EXPECT_EQ(ways->passed, 0);
    EXPECT_FALSE(ways->next);
    ASSERT_EQ(ways->found.size(), 1U);
    EXPECT_EQ(ways->found[0].id, large);
    EXPECT_EQ(ways->found[0].amount, 20'000);
    EXPECT_EQ(ways->found[0].inForce.steps.back().assignments.front().title, u"総務部長"_s);
    EXPECT_EQ(ways->found[0].drafted.steps.back().assignments.front().title, u"市長"_s);
    const auto after = at(admin).otherWays({stricter(), {}}, large);
    ASSERT_TRUE(fine(after));
    EXPECT_EQ(after->looked, 1) << "only what comes after";
}

TEST_P(RulesContract, AsksForTheFieldsARuleLooksAt)
{
    const auto fields = at(admin).trialFields(u"memo"_s, tomorrow());

    ASSERT_TRUE(fine(fields));
    QStringList keys;
    for (const FieldDefinition &field : *fields)
        keys.append(field.key);
    EXPECT_EQ(keys, (QStringList{u"act"_s, u"item"_s, u"amount"_s, u"vote"_s, u"pays"_s, u"orders"_s}));
    EXPECT_EQ(fields->front().initial, u"memo"_s);
    EXPECT_TRUE(failed(at(admin).trialFields(u"nothing"_s, tomorrow()), ErrorCode::NotFound));
}

} // namespace kessai::test
