// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/openings.h"
#include "tests/store/hand.h"

// The contract of OfficeStore and LedgerStore, the same on every database.

namespace kessai::test {

namespace {

class OfficeContract : public OnBothDatabases {};
KESSAI_ON_BOTH_DATABASES(OfficeContract);

} // namespace

TEST_P(OfficeContract, GivesTheConfigurationBackAsItWasWritten)
{
    const Configuration written = smallFounding(people).configuration;

    const auto read = office.as(people.sato).office().configuration();

    ASSERT_TRUE(fine(read));
    EXPECT_EQ(read->officeName, written.officeName);
    auto info = read->info;
    EXPECT_FALSE(info.take(QStringLiteral("database_id")).isEmpty()) << "given to it when it was founded";
    EXPECT_EQ(info, written.info);
    EXPECT_EQ(read->office.sections, written.office.sections);
    EXPECT_EQ(read->office.posts, written.office.posts);
    EXPECT_EQ(read->office.staff, written.office.staff);
    EXPECT_EQ(read->office.appointments, written.office.appointments);
    EXPECT_EQ(read->office.deputyships, written.office.deputyships);
    auto roles = written.office.roles;
    std::sort(roles.begin(), roles.end(), [](const auto &a, const auto &b) { return a.value.post < b.value.post; });
    EXPECT_EQ(read->office.roles, roles);
    EXPECT_EQ(read->office.revision, written.office.revision);
    ASSERT_EQ(read->revisions.size(), 1u);
    EXPECT_EQ(read->revisions.front().number, 1);
    EXPECT_EQ(read->forms, written.forms);
    EXPECT_EQ(read->rules, written.rules);
    EXPECT_EQ(read->tables, written.tables);
    const auto sorted = [](std::vector<Parameters::Row> rows) {
        std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.key < b.key; });
        return rows;
    };
    EXPECT_EQ(sorted(read->parameters.rows()), sorted(written.parameters.rows()));
    const auto owners = office.owner().office().configuration();
    EXPECT_EQ(owners->office, read->office);
}

TEST_P(OfficeContract, KnowsWhenEachRevisionWasMade)
{
    const qint64 founded = office.configuration().revisions.front().madeAt.microseconds();
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("INSERT INTO office_revision (revision, made_at, made_by, reason) "
                                                  "VALUES (2, %1, 'kato', '異動')")
                                       .arg(founded + 1000))));

    const auto read = office.as(people.sato).office().configuration();

    ASSERT_TRUE(fine(read));
    EXPECT_EQ(read->revisions, (std::vector<OfficeRevision>{{1, Instant(founded)}, {2, Instant(founded + 1000)}}));
    EXPECT_EQ(read->revisionKnownAt(Instant(founded + 999)), 1);
    EXPECT_EQ(read->revisionKnownAt(Instant(founded + 1000)), 2);
    EXPECT_EQ(read->revisionKnownAt(Instant(0)), 1) << "nothing was known before the founding but the founding";
}

TEST_P(OfficeContract, KnowsWhoOneIsAndWhatOneMay)
{
    const auto rights = [&](StaffId who) { return *office.as(who).office().rights(); };

    EXPECT_EQ(*office.as(people.sato).office().me(), people.sato);
    EXPECT_EQ(*office.as(people.ichikawa).office().me(), people.ichikawa);
    EXPECT_EQ(rights(people.sato), Rights{});
    EXPECT_EQ(rights(people.fukuda), (Rights{.administrator = false, .auditor = true}));
    EXPECT_EQ(rights(people.kato), (Rights{.administrator = true, .auditor = false}));
    EXPECT_TRUE(refused(office.owner().office().me(), Refusal::UnknownStaff));
    EXPECT_EQ(office.as(people.sato).guarded(), GetParam() == Dialect::PostgreSql);
}

TEST_P(OfficeContract, SumsPostingsByLedgerAccountAndDay)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    const auto decided = sato.file(memo(QStringLiteral("一"), 120));
    const auto running = sato.file(memo(QStringLiteral("二"), 60));
    const auto rejected = sato.file(memo(QStringLiteral("三"), 999));
    ASSERT_TRUE(fine(rejected));
    ASSERT_TRUE(fine(suzuki.approve(*decided)));
    ASSERT_TRUE(fine(Hand(office, people.kato).approve(*decided)));
    ASSERT_TRUE(fine(Hand(office, people.bando).approve(*decided)));
    ASSERT_TRUE(fine(suzuki.act(*rejected, Reject{std::nullopt, QStringLiteral("不可")})));

    const QString account = QStringLiteral("staff:%1").arg(people.sato.value());
    const QString overtime = QStringLiteral("overtime.minutes");
    const QDate today = kMemoDay;
    std::vector<LedgerQuery> questions;
    questions.push_back({QStringLiteral("month"), overtime, account, today.addDays(-5), today});
    questions.push_back({QStringLiteral("before"), overtime, account, today.addDays(-5), today.addDays(-1)});
    questions.push_back({QStringLiteral("leave"), QStringLiteral("leave.annual.minutes"), account, today, today});
    for (int i = 0; i < 12; ++i) // more than one statement asks at a time
        questions.push_back({QStringLiteral("again%1").arg(i), overtime, account, today, today});

    // The drafter, an approver, and an auditor are told the same.
    for (const StaffId who : {people.sato, people.suzuki, people.fukuda}) {
        const auto answers = office.as(who).ledgers().sums(questions, std::nullopt);
        ASSERT_TRUE(fine(answers));
        ASSERT_EQ(answers->size(), questions.size());
        EXPECT_EQ((*answers)[0], (LedgerAnswer{QStringLiteral("month"), 120, 60}));
        EXPECT_EQ((*answers)[1], (LedgerAnswer{QStringLiteral("before"), 0, 0}));
        EXPECT_EQ((*answers)[2], (LedgerAnswer{QStringLiteral("leave"), 1, 1}));
        EXPECT_EQ(answers->back(), (LedgerAnswer{QStringLiteral("again11"), 120, 60}));
    }
    const auto without = office.as(people.sato).ledgers().sums({questions[0]}, *running);
    EXPECT_EQ(without->at(0), (LedgerAnswer{QStringLiteral("month"), 120, 0}));
    EXPECT_TRUE(office.as(people.sato).ledgers().sums({}, std::nullopt)->empty());
}

TEST_P(OfficeContract, ListsPostingsOneByOneWhereThatIsWanted)
{
    Hand sato(office, people.sato);
    const auto decided = sato.file(memo(QStringLiteral("一"), 120));
    ASSERT_TRUE(fine(decided));
    ASSERT_TRUE(fine(sato.file(memo(QStringLiteral("二"), 60))));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*decided)));

    const QString account = QStringLiteral("staff:%1").arg(people.sato.value());
    const auto asked = [&](const char *name, bool entries) {
        return LedgerQuery{.name = QLatin1String(name),
                           .ledger = QStringLiteral("overtime.minutes"),
                           .account = account,
                           .from = kMemoDay,
                           .until = kMemoDay,
                           .entries = entries};
    };
    std::vector<LedgerQuery> questions{asked("sum", false), asked("list", true)};
    for (int i = 0; i < 12; ++i)
        questions.push_back(asked("list", true)); // more than one statement asks at a time
    for (const StaffId who : {people.sato, people.suzuki, people.fukuda}) {
        const auto answers = office.as(who).ledgers().sums(questions, std::nullopt);
        ASSERT_TRUE(fine(answers));
        EXPECT_EQ(answers->front(), (LedgerAnswer{QStringLiteral("sum"), 120, 60}));
        const LedgerAnswer listed{
            QStringLiteral("list"), 120, 60, {{kMemoDay, 60, kMemoStart, false}, {kMemoDay, 120, kMemoStart, true}}};
        EXPECT_EQ((*answers)[1], listed);
        EXPECT_EQ(answers->back(), listed);
    }
}

TEST_P(OfficeContract, AnswersAfterTheConnectionCameBack)
{
    Store &store = office.as(people.sato);
    EXPECT_TRUE(store.connected());

    ASSERT_TRUE(fine(store.reconnect()));

    EXPECT_TRUE(store.connected());
    EXPECT_TRUE(fine(store.cases().pulse()));
    EXPECT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("再接続")))));
}

TEST_P(OfficeContract, FindsOpeningsLikePostingsThatAreUsed)
{
    Hand sato(office, people.sato);
    ASSERT_TRUE(fine(sato.file(memo(QStringLiteral("一"), 120))));
    const QString account = QStringLiteral("staff:%1").arg(people.sato.value());
    const QString overtime = QStringLiteral("overtime.minutes");
    const QDate before = kMemoDay.addDays(-1);
    const auto database = office.ownersDatabase();
    ASSERT_TRUE(fine(database));
    const auto open = [&](qint64 amount) {
        return writeOpenings(**database,
                             {{account, overtime, before, amount}, {account, QStringLiteral("other"), before, 7}},
                             QStringLiteral("test.csv"), Instant(1));
    };
    ASSERT_TRUE(fine(open(1)));
    ASSERT_TRUE(fine(open(-30))) << "the same day again replaces what was there";

    const LedgerQuery sum{QStringLiteral("sum"), overtime, account, before, kMemoDay};
    const LedgerQuery list{QStringLiteral("list"), overtime, account, before, kMemoDay, true};
    const LedgerQuery later{QStringLiteral("later"), overtime, account, kMemoDay, kMemoDay};
    for (const StaffId who : {people.sato, people.suzuki}) {
        const auto answers = office.as(who).ledgers().sums({sum, list, later}, std::nullopt);
        ASSERT_TRUE(fine(answers));
        EXPECT_EQ((*answers)[0], (LedgerAnswer{QStringLiteral("sum"), -30, 120}));
        EXPECT_EQ((*answers)[1],
                  (LedgerAnswer{QStringLiteral("list"),
                                -30,
                                120,
                                {{before, -30, std::nullopt, true}, {kMemoDay, 120, kMemoStart, false}}}));
        EXPECT_EQ((*answers)[2], (LedgerAnswer{QStringLiteral("later"), 0, 120}));
    }
}

} // namespace kessai::test
