// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"
#include "core/cases/filing.h"
#include "core/services/desk.h"
#include "tests/store/hand.h"

// 代理入力: a clerk files for colleagues of their section, the same on every database. 関 has the role in 総務課.

namespace kessai::test {

namespace {

class FilingContract : public OnBothDatabases {
protected:
    static QJsonObject memoFor(StaffId colleague, qint64 amount = 90)
    {
        return filingFor(memo(QStringLiteral("時間外"), amount), colleague);
    }
    bool sound(CaseId id)
    {
        const Verified verified = verifyCase(*office.owner().cases().load(id), office.configuration(), memoForms());
        for (const Damage &damage : verified.damage)
            ADD_FAILURE() << damage.detail.toStdString();
        return verified.sound();
    }
    qint64 reserved(StaffId who)
    {
        return office.as(who)
            .ledgers()
            .sums({{.name = QStringLiteral("x"),
                    .ledger = QStringLiteral("overtime.minutes"),
                    .account = QStringLiteral("staff:%1").arg(who.value()),
                    .from = kMemoDay,
                    .until = kMemoDay}},
                  std::nullopt)
            ->front()
            .reserved;
    }
    static bool lists(const ListPage &page, CaseId id)
    {
        return std::any_of(page.rows.begin(), page.rows.end(), [&](const CaseRow &row) { return row.id == id; });
    }

    Hand seki{office, people.seki};
    Hand sato{office, people.sato};
};
KESSAI_ON_BOTH_DATABASES(FilingContract);

} // namespace

TEST_P(FilingContract, MakesItTheColleaguesCase)
{
    const qint64 before = reserved(people.sato);
    const qint64 clerks = reserved(people.seki);
    const auto id = seki.draft(memoFor(people.sato));
    ASSERT_TRUE(fine(id));
    EXPECT_FALSE(sato.load(*id)) << "a draft is the clerk's own";
    ASSERT_TRUE(fine(seki.submit(*id)));

    const auto record = *sato.load(*id);
    EXPECT_EQ(record.drafter, people.sato);
    EXPECT_EQ(record.drafterName, QStringLiteral("佐藤 花"));
    EXPECT_EQ(record.history.front().actorName, QStringLiteral("関 直美"));
    EXPECT_EQ(record.history.front().principalName, QStringLiteral("佐藤 花"));
    EXPECT_TRUE(lists(sato.list(ListKind::Own), *id));
    EXPECT_TRUE(lists(seki.list(ListKind::Own), *id)) << "the clerk sees what becomes of it";
    EXPECT_TRUE(lists(seki.list(ListKind::All), *id));
    EXPECT_EQ(seki.list(ListKind::Own).rows.front().filer, people.seki);
    const auto found = [&](const QString &name) {
        return lists(*Hand(office, people.suzuki).store().cases().list({.kind = ListKind::All, .text = name}), *id);
    };
    EXPECT_TRUE(found(QStringLiteral("佐藤")));
    EXPECT_FALSE(found(QStringLiteral("関")));
    EXPECT_FALSE(lists(seki.list(ListKind::Drafts), *id));
    EXPECT_EQ(reserved(people.sato) - before, 90);
    EXPECT_EQ(reserved(people.seki), clerks);
    EXPECT_TRUE(sound(*id));

    // It comes back to the colleague, and is theirs to correct.
    ASSERT_TRUE(fine(Hand(office, people.suzuki).act(*id, Return{std::nullopt, std::nullopt, QStringLiteral("確認")})));
    EXPECT_TRUE(lists(sato.list(ListKind::Attention), *id));
    EXPECT_FALSE(lists(seki.list(ListKind::Attention), *id));
    EXPECT_TRUE(refused(seki.draft(memoFor(people.sato, 95), *id, 2), Refusal::NotDrafter));
    ASSERT_TRUE(fine(sato.draft(memoFor(people.sato, 95), *id, 2)));
    EXPECT_FALSE(seki.submit(*id));
    ASSERT_TRUE(fine(sato.submit(*id)));
    EXPECT_FALSE(lists(seki.list(ListKind::Own), *id));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*id)));
    EXPECT_EQ(sato.load(*id)->projection.state, CaseState::Decided);
    EXPECT_TRUE(sound(*id));

    // And theirs to cancel.
    const auto decided = *sato.load(*id);
    const auto back =
        sato.file(cancelling(decided.revisions.back().content.fields,
                             {*id, decided.number, proven(decided)->basis->officeRevision, QStringLiteral("中止")}));
    ASSERT_TRUE(fine(back));
    EXPECT_TRUE(sound(*back));
}

TEST_P(FilingContract, IsUndoneByTheClerkUntilTheColleagueFilesIt)
{
    // By the engine, and by the notary where somebody leaves the engine out.
    const auto forced = [&](Hand &hand, CaseId id, const EventBody &body, const Effects &effects,
                            std::optional<StaffId> principal = {}) {
        return hand.append(id, ProposedEvent{{hand.who(), std::nullopt, principal}, body, effects});
    };
    const auto id = seki.draft(memoFor(people.sato));
    ASSERT_TRUE(fine(id));
    ASSERT_TRUE(fine(seki.submit(*id)));
    const auto withdrawal = sato.propose(*id, Withdraw{});
    ASSERT_TRUE(fine(withdrawal));
    Hand tanaka(office, people.tanaka);
    EXPECT_FALSE(forced(tanaka, *id, withdrawal->body, withdrawal->effects));
    EXPECT_TRUE(refused(forced(seki, *id, withdrawal->body, withdrawal->effects, people.sato), Refusal::NotDrafter));

    ASSERT_TRUE(fine(seki.act(*id, Withdraw{})));
    EXPECT_EQ(sato.load(*id)->projection.state, CaseState::Withdrawn);
    EXPECT_TRUE(lists(seki.list(ListKind::Own), *id));
    EXPECT_TRUE(sound(*id));
    ASSERT_TRUE(fine(seki.act(*id, Cancel{QStringLiteral("日付の誤り")})));
    EXPECT_EQ(sato.load(*id)->projection.state, CaseState::Cancelled);
    EXPECT_EQ(sato.load(*id)->history.back().actorName, QStringLiteral("関 直美"));
    EXPECT_TRUE(sound(*id));

    // What came back and was filed by the colleague is no longer the clerk's to undo.
    const auto other = seki.draft(memoFor(people.sato));
    ASSERT_TRUE(fine(seki.submit(*other)));
    ASSERT_TRUE(fine(seki.act(*other, Withdraw{})));
    ASSERT_TRUE(fine(sato.draft(memoFor(people.sato, 95), *other, 2)));
    ASSERT_TRUE(fine(sato.submit(*other)));
    const auto again = sato.propose(*other, Withdraw{});
    ASSERT_TRUE(fine(again));
    EXPECT_TRUE(refused(forced(seki, *other, again->body, again->effects), Refusal::NotDrafter));
}

TEST_P(FilingContract, IsForTheClerksOwnSectionOnly)
{
    // By the engine, and by the notary where somebody leaves the engine out.
    const auto forced = [&](Hand &clerk, const QJsonObject &fields, StaffId colleague) {
        const auto id = clerk.draft(fields);
        auto event = clerk.proposeSubmission(*id);
        if (!event) {
            // What an honest submission of their own would be, with the colleague put in.
            EXPECT_TRUE(fine(clerk.draft(memo(QStringLiteral("時間外"), 90), *id)));
            event = clerk.proposeSubmission(*id);
            EXPECT_TRUE(fine(clerk.draft(fields, *id)));
            EXPECT_TRUE(fine(event));
            std::get<Submitted>(event->body).contentDigest = Content{QStringLiteral("memo"), 1, fields, {}}.digest();
            for (Posting &posting : std::get<Submitted>(event->body).postings)
                posting.account = QStringLiteral("staff:%1").arg(colleague.value());
            event->capacity.principal = colleague;
            event->effects.access.push_back(clerk.who());
        }
        return clerk.append(*id, *event);
    };
    Hand zushi(office, people.zushi);
    Hand tanaka(office, people.tanaka);
    EXPECT_TRUE(refused(forced(seki, memoFor(people.zushi), people.zushi), Refusal::NotDrafter))
        << "of another section";
    EXPECT_TRUE(refused(forced(seki, memoFor(people.bando), people.bando), Refusal::NotDrafter)) << "above the section";
    EXPECT_TRUE(refused(forced(zushi, memoFor(people.sato), people.sato), Refusal::NotDrafter));
    EXPECT_TRUE(refused(forced(tanaka, memoFor(people.sato), people.sato), Refusal::NotDrafter)) << "no clerk";
    EXPECT_TRUE(refused(forced(seki, memoFor(people.seki), people.seki), Refusal::ContentInvalid)) << "for oneself";
}

TEST_P(FilingContract, SaysForWhomAndNothingElse)
{
    const auto bent = [&](const QJsonObject &fields, std::optional<StaffId> principal) {
        const auto id = seki.draft(fields);
        auto event = seki.proposeSubmission(*id);
        EXPECT_TRUE(fine(event));
        event->capacity.principal = principal;
        return seki.append(*id, *event);
    };
    EXPECT_FALSE(bent(memoFor(people.sato), people.tanaka)) << "for another colleague than it says";
    EXPECT_FALSE(bent(memoFor(people.sato), std::nullopt)) << "as one's own";
    EXPECT_FALSE(bent(memo(QStringLiteral("時間外"), 90), people.sato)) << "for somebody, and does not say so";
    EXPECT_TRUE(sato.list(ListKind::Own).rows.empty());

    // Readers see it where somebody changed it behind the notary's back.
    const auto id = seki.draft(memoFor(people.sato));
    ASSERT_TRUE(fine(seki.submit(*id)));
    const QString there = QStringLiteral("UPDATE case_file SET drafter_id = %1 WHERE case_id = %2");
    ASSERT_TRUE(fine(office.tamper(there.arg(people.tanaka.value()).arg(id->value()))));
    EXPECT_FALSE(verifyCase(*office.owner().cases().load(*id), office.configuration(), memoForms()).sound());
}

// What the notary cannot know, a clerk with SQL may claim in a colleague's name: readers see that it is false, and whose name it is in
// is rid of it.
TEST_P(FilingContract, AForgedCaseIsEndedByWhoseNameItIsIn)
{
    const auto desk = [&](StaffId who) {
        auto one = std::make_unique<Desk>(std::move(office.open(who)).value(), memoForms(), office.clock());
        EXPECT_TRUE(fine(one->start()));
        return one;
    };
    const auto at = desk(people.sato);
    const qint64 before = reserved(people.sato);
    const auto forged = [&] {
        const auto id = seki.draft(memoFor(people.sato));
        auto event = seki.proposeSubmission(*id);
        EXPECT_TRUE(fine(event));
        std::get<Submitted>(event->body).postings[0].amount = 1'000'000;
        EXPECT_TRUE(fine(seki.append(*id, *event)));
        return *id;
    };
    const CaseId id = forged();
    const CaseId other = forged();
    const CaseId regretted = forged();
    ASSERT_EQ(reserved(people.sato) - before, 3'000'000);

    const auto view = at->open(id);
    ASSERT_TRUE(fine(view));
    EXPECT_FALSE(view->verified.sound());
    EXPECT_TRUE(view->acts.cancel);
    EXPECT_TRUE(view->acts.withdraw);
    EXPECT_FALSE(view->acts.comment);
    const auto by = [&](StaffId who, CaseId one, const Act &act) {
        return desk(who)->act(one, 1, freshRequestId(), act);
    };
    const Cancel cancel{QStringLiteral("申請した覚えがありません")};
    EXPECT_TRUE(refused(by(people.suzuki, id, Approve{}), Refusal::Damaged));
    EXPECT_TRUE(refused(by(people.sato, id, Comment{QStringLiteral("覚えがありません")}), Refusal::Damaged));
    EXPECT_TRUE(refused(by(people.suzuki, id, cancel), Refusal::NotDrafter));
    ASSERT_TRUE(fine(by(people.sato, id, cancel)));
    ASSERT_TRUE(fine(by(people.sato, other, Withdraw{})));
    ASSERT_TRUE(fine(by(people.seki, regretted, cancel))) << "whoever filed it may give it up, too";

    EXPECT_EQ(reserved(people.sato), before) << "it counts for nothing any more";
    EXPECT_EQ(at->open(id)->verified.state.state, CaseState::Cancelled);
    EXPECT_FALSE(at->open(id)->verified.sound()) << "what it claims stays false";
    EXPECT_TRUE(refused(at->submit(other, freshRequestId(), {}), Refusal::Damaged));
    const auto own = at->saveDraft(std::nullopt, {QStringLiteral("memo"), 1, memo(QStringLiteral("時間外"), 90), {}});
    ASSERT_TRUE(fine(own));
    EXPECT_TRUE(fine(at->submit(*own, freshRequestId(), {})));
}

TEST_P(FilingContract, KeepsTheClerkOutOfTheDecision)
{
    const auto id = seki.draft(memoFor(people.sato));
    ASSERT_TRUE(fine(seki.submit(*id)));
    // The section chief's deputy today is the clerk.
    auto event = Hand(office, people.suzuki).propose(*id, Approve{std::nullopt, QStringLiteral("承認します")});
    ASSERT_TRUE(fine(event));
    ASSERT_TRUE(
        fine(office.tamper(QStringLiteral("INSERT INTO deputyship (principal_id, deputy_id, valid_from, added_in) "
                                          "VALUES (%1, %2, '2020-04-01', 1)")
                               .arg(people.suzuki.value())
                               .arg(people.seki.value()))));
    event->capacity = {people.seki, people.chief, people.suzuki};
    event->effects.access.insert(event->effects.access.begin(), Assignee(people.seki));

    EXPECT_TRUE(refused(seki.append(*id, *event), Refusal::OwnCase));
    EXPECT_TRUE(refused(Hand(office, people.suzuki)
                            .act(*id,
                                 AddStep{StepKind::Consult,
                                         StepRule::All,
                                         {Assignee(people.seki)},
                                         false,
                                         QStringLiteral("書いた人に聞く")}),
                        Refusal::OwnCase))
        << "nor are they put in the way";
    EXPECT_TRUE(fine(Hand(office, people.suzuki).approve(*id)));
}

TEST_P(FilingContract, LetsTheClerkKnowWhatTheColleagueHasLeft)
{
    const auto asks = [&](StaffId who, StaffId whose) {
        return office.as(who).ledgers().sums({{.name = QStringLiteral("x"),
                                               .ledger = QStringLiteral("leave.annual.minutes"),
                                               .account = QStringLiteral("staff:%1").arg(whose.value()),
                                               .from = kMemoDay,
                                               .until = kMemoDay}},
                                             std::nullopt);
    };
    EXPECT_TRUE(asks(people.seki, people.tanaka));
    const auto asksOfHealth = [&](StaffId who) {
        return office.as(who).ledgers().sums({{.name = QStringLiteral("x"),
                                               .ledger = QStringLiteral("leave.special.SP06.minutes"),
                                               .account = QStringLiteral("staff:%1").arg(people.tanaka.value()),
                                               .from = kMemoDay,
                                               .until = kMemoDay}},
                                             std::nullopt);
    };
    EXPECT_TRUE(asksOfHealth(people.tanaka));
    if (GetParam() == Dialect::PostgreSql) {
        EXPECT_FALSE(asksOfHealth(people.seki)) << "nobody's business who only files";
    }
    if (GetParam() == Dialect::PostgreSql) {
        EXPECT_FALSE(asks(people.seki, people.zushi));
        EXPECT_FALSE(asks(people.tanaka, people.seki));
    }
}

} // namespace kessai::test
