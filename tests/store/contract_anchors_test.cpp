// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/verifier.h"
#include "core/store/anchors.h"
#include "tests/store/hand.h"
#include "tests/support/rewriting.h"
#include "tests/support/serveroffice.h"

// What the owner of a database can change so that every record still proves itself, an anchor kept elsewhere tells (database.md 1.6).

namespace kessai::test {

namespace {

using Kind = AnchorBreach::Kind;

class Anchors : public OnBothDatabases {
protected:
    void SetUp() override
    {
        OnBothDatabases::SetUp();
        database = office.ownersDatabase().value();
        for (int i = 0; i < 3; ++i)
            cases.push_back(filed());
    }

    CaseId filed()
    {
        Hand sato(office, people.sato);
        const auto id = sato.file(memo(QStringLiteral("錨")));
        EXPECT_TRUE(fine(id));
        EXPECT_TRUE(fine(Hand(office, people.suzuki).approve(*id)));
        EXPECT_TRUE(fine(sato.act(*id, Comment{QStringLiteral("よろしくお願いします")})));
        return *id;
    }
    Anchor taken()
    {
        auto anchor = takeAnchor(*database, office.clock());
        EXPECT_TRUE(fine(anchor));
        return std::move(anchor).value();
    }
    /// As it comes back from a file that was kept elsewhere.
    AnchorFindings findingsOf(const Anchor &anchor)
    {
        const auto kept = anchorFromFile(anchorFile(anchor));
        EXPECT_TRUE(fine(kept));
        auto findings = checkAnchor(*database, *kept);
        EXPECT_TRUE(fine(findings));
        return std::move(findings).value();
    }
    std::vector<AnchorBreach> breachesOf(const Anchor &anchor)
    {
        auto [breaches, late, payments] = findingsOf(anchor);
        EXPECT_TRUE(late.empty());
        EXPECT_FALSE(payments);
        return breaches;
    }
    CaseRecord record(CaseId id) { return office.owner().cases().load(id).value(); }
    AnchorBreach breach(Kind kind, CaseId id) { return {kind, id, id, record(id).number}; }
    bool provesItself(CaseId id) { return verifyCase(record(id), office.configuration(), memoForms()).sound(); }
    void change(const QStringList &statements)
    {
        for (const QString &statement : statements)
            EXPECT_TRUE(fine(office.tamper(statement))) << statement.toStdString();
    }
    /// Whoever owns the tables can do without the triggers.
    QStringList forced(const QString &statement)
    {
        if (GetParam() == Dialect::PostgreSql)
            return {QStringLiteral("SET session_replication_role = replica; ") + statement};
        QStringList all;
        for (const char *trigger : {"anchor_stays", "anchor_lasts", "anchor_head_stays", "anchor_head_lasts"})
            all += QStringLiteral("DROP TRIGGER IF EXISTS ") + QLatin1String(trigger);
        return all << statement;
    }

    std::unique_ptr<Database> database;
    std::vector<CaseId> cases;
};
KESSAI_ON_BOTH_DATABASES(Anchors);

} // namespace

TEST_P(Anchors, CoverWhatWasSubmittedAndEachOther)
{
    ASSERT_TRUE(fine(Hand(office, people.sato).draft(memo(QStringLiteral("下書き")))));

    const Anchor first = taken();
    const Anchor again = taken();
    filed();
    const Anchor second = taken();

    EXPECT_EQ(first.office, office.configuration().officeName);
    EXPECT_EQ(first.number, 1);
    EXPECT_EQ(first.cases, 3);
    EXPECT_EQ(first.acts, 9);
    EXPECT_EQ(first.previous, QByteArray());
    EXPECT_EQ(again.groups, first.groups);
    EXPECT_EQ(again.previous, first.digest());
    EXPECT_EQ(second.number, 3);
    EXPECT_EQ(second.cases, 4);
    EXPECT_EQ(second.previous, again.digest());
    EXPECT_EQ(readAnchor(*database, 1).value(), first) << "what came later changes nothing";
    EXPECT_EQ(readAnchor(*database, {}).value(), second);
    EXPECT_TRUE(failed(readAnchor(*database, 4), ErrorCode::NotFound));
}

TEST_P(Anchors, OfAnEmptyOfficeSayThatItWasEmpty)
{
    TestOffice empty(GetParam());
    ASSERT_EQ(empty.problem(), QString());
    const auto theirs = empty.ownersDatabase();

    const auto anchor = takeAnchor(**theirs, empty.clock());

    ASSERT_TRUE(fine(anchor));
    EXPECT_EQ(anchor->cases, 0);
    EXPECT_TRUE(anchor->groups.empty());
    EXPECT_EQ(checkAnchor(**theirs, *anchor).value(), AnchorFindings());
}

TEST_P(Anchors, HoldWhateverGrowsAfterThem)
{
    const Anchor anchor = taken();

    ASSERT_TRUE(fine(Hand(office, people.kato).approve(cases[0])));
    filed();
    ASSERT_TRUE(fine(fileRichCase(office)));

    EXPECT_TRUE(breachesOf(anchor).empty());
    EXPECT_TRUE(breachesOf(taken()).empty());
}

TEST_P(Anchors, NameACaseThatWasRewrittenByTheOwner)
{
    const Anchor anchor = taken();
    ASSERT_TRUE(fine(Hand(office, people.kato).approve(cases[1])));

    change(rewriting(record(cases[1])));

    EXPECT_TRUE(provesItself(cases[1])) << "without an anchor nobody can tell";
    EXPECT_EQ(breachesOf(anchor), std::vector{breach(Kind::Rewritten, cases[1])});
    const Anchor later = taken();
    EXPECT_TRUE(breachesOf(later).empty()) << "a later anchor covers what it found";
    EXPECT_EQ(breachesOf(anchor), std::vector{breach(Kind::Rewritten, cases[1])});
}

TEST_P(Anchors, NameACaseThatWasShortened)
{
    const Anchor anchor = taken();

    change(shortening(record(cases[0])));

    EXPECT_TRUE(provesItself(cases[0])) << "without an anchor nobody can tell";
    EXPECT_EQ(breachesOf(anchor), std::vector{breach(Kind::Shortened, cases[0])});
}

TEST_P(Anchors, NameACaseThatWasRemoved)
{
    const Anchor anchor = taken();

    change(removing(cases[2]));

    const std::vector<AnchorBreach> expected{{Kind::Removed, cases[2], cases[2], QString()}};
    EXPECT_EQ(breachesOf(anchor), expected);
    EXPECT_EQ(breachesOf(taken()), expected) << "what once was covered is never forgotten";
}

TEST_P(Anchors, NameActsThatClaimToBeOlderAndCallThemNoBreach)
{
    const Anchor anchor = taken();
    ASSERT_TRUE(fine(Hand(office, people.kato).approve(cases[0])));
    const CaseId late = filed();
    constexpr qint64 kHour = 3'600'000'000;

    change(backdating(record(cases[0]), kHour));
    change({QStringLiteral("UPDATE event SET at = at - %1 WHERE case_id = %2").arg(kHour).arg(late.value())});

    EXPECT_EQ(findingsOf(anchor),
              (AnchorFindings{{}, {{cases[0], record(cases[0]).number}, {late, record(late).number}}, {}}));
}

TEST_P(Anchors, TellWhereTheirHeadsWereChangedToo)
{
    const Anchor anchor = taken();
    change(rewriting(record(cases[0])));
    const QByteArray head = record(cases[0]).projection.headHash;

    change(forced(QStringLiteral("UPDATE anchor_head SET hash = '%1' WHERE case_id = %2")
                      .arg(QString::fromLatin1(head))
                      .arg(cases[0].value())));

    const std::vector<AnchorBreach> expected{{Kind::Heads, CaseId(1), CaseId(kAnchorGroup - 1), QString()}};
    EXPECT_EQ(breachesOf(anchor), expected);
    EXPECT_TRUE(failed(readAnchor(*database, 1), ErrorCode::Damaged));
    change(forced(QStringLiteral("DELETE FROM anchor_head")));
    EXPECT_EQ(breachesOf(anchor), expected);
}

TEST_P(Anchors, AreHeldAgainstTheDatabaseByThoseWhoReadAll)
{
    if (GetParam() == Dialect::Sqlite)
        return; // whoever has the file reads all of it
    const Anchor anchor = taken();
    const auto as = [this](StaffId who) {
        return Database::open(staffUrl(database->url().database(), office.officeToday()->staff(who)->login)).value();
    };

    const auto auditor = as(people.fukuda);
    const auto administrator = as(people.kato);
    const auto clerk = as(people.sato);

    EXPECT_EQ(checkAnchor(*auditor, anchor).value(), AnchorFindings());
    EXPECT_EQ(readAnchor(*auditor, 1).value(), anchor);
    EXPECT_EQ(readAnchor(*administrator, 1).value(), anchor);
    EXPECT_TRUE(failed(checkAnchor(*administrator, anchor), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(checkAnchor(*clerk, anchor), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(readAnchor(*clerk, 1), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(takeAnchor(*administrator, office.clock()), ErrorCode::Busy)) << "a minute has not passed";
    EXPECT_TRUE(failed(takeAnchor(*clerk, office.clock()), ErrorCode::AccessDenied));
    change({QStringLiteral("SET session_replication_role = replica; UPDATE anchor SET at = at - 120000000")});
    const auto second = takeAnchor(*auditor, office.clock());
    ASSERT_TRUE(fine(second));
    EXPECT_EQ(second->madeBy, QStringLiteral("fukuda"));
}

TEST_P(Anchors, GiveUpSoonWhereAnotherIsLeftOpen)
{
    if (GetParam() == Dialect::Sqlite)
        return; // one writes at a time
    const QString fukuda = office.officeToday()->staff(people.fukuda)->login;
    const auto auditor = Database::open(staffUrl(database->url().database(), fukuda)).value();
    ASSERT_TRUE(fine(auditor->execute(QStringLiteral("BEGIN; SELECT kessai.take_anchor()"))));
    ASSERT_TRUE(fine(database->execute(QStringLiteral("SET lock_timeout = 0; SET statement_timeout = '10s'"))));

    const Result<> held = database->execute(QStringLiteral("SELECT kessai.take_anchor()"));

    EXPECT_TRUE(failed(held, ErrorCode::Busy));
    EXPECT_TRUE(held.error().detail.contains(QStringLiteral("another anchor is being taken")));
    ASSERT_TRUE(fine(auditor->execute(QStringLiteral("ROLLBACK"))));
    EXPECT_EQ(taken().number, 1);
}

TEST_P(Anchors, AreChangedByNoSlipOfTheHand)
{
    const Anchor anchor = taken();

    for (const char *slip : {"UPDATE anchor SET cases = 0", "DELETE FROM anchor", "UPDATE anchor_head SET seq = 1",
                             "DELETE FROM anchor_head"})
        EXPECT_FALSE(office.tamper(QLatin1String(slip))) << slip;

    EXPECT_EQ(readAnchor(*database, 1).value(), anchor);
}

TEST_P(Anchors, OfAThousandCasesGoByGroups)
{
    // Given so many cases that there are several groups and several pages
    change({QStringLiteral(
                "INSERT INTO case_file (case_id, number, form, drafter_id, drafter_name, drafter_section, title, seq, "
                "head_hash, created_at, changed_at) WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n "
                "WHERE i < 2000) SELECT i * 20, 'R8-' || i, 'memo', 1, '', '', '', 1, 'aa' || i, 1, 1 FROM n"),
            QStringLiteral(
                "INSERT INTO event (case_id, seq, code, version, actor_id, actor_name, actor_title, actor_section, "
                "principal_name, at, request_id, payload, effects, previous_hash, hash) SELECT case_id, 1, 'x', 1, 1, "
                "'', '', '', '', 1, 'many-' || case_id, '', '', '', head_hash FROM case_file WHERE case_id >= 20000")});

    const Anchor anchor = taken();

    EXPECT_EQ(anchor.cases, 1004);
    EXPECT_EQ(anchor.groups.size(), size_t(40'000 / kAnchorGroup + 1));
    EXPECT_TRUE(breachesOf(anchor).empty());
    change({QStringLiteral("UPDATE event SET hash = 'bb' WHERE case_id IN (20000, 40000)")});
    const std::vector<AnchorBreach> expected{
        {Kind::Rewritten, CaseId(20000), CaseId(20000), QStringLiteral("R8-1000")},
        {Kind::Rewritten, CaseId(40000), CaseId(40000), QStringLiteral("R8-2000")}};
    EXPECT_EQ(breachesOf(anchor), expected);
}

} // namespace kessai::test
