// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/desk.h"
#include "tests/store/hand.h"

#include <QJsonArray>

// The contract of CaseStore: drafts, acts, replays and refusals, the same on every database.

namespace kessai::test {

namespace {

class CaseContract : public OnBothDatabases {};
KESSAI_ON_BOTH_DATABASES(CaseContract);

Command backToDrafter()
{
    return Return{std::nullopt, std::nullopt, QStringLiteral("金額を確認してください")};
}

} // namespace

TEST_P(CaseContract, KeepsADraftAsItIsWritten)
{
    Hand sato(office, people.sato);

    const auto id = sato.draft(memo(QStringLiteral("庁用車の修繕"), 50'000));
    ASSERT_TRUE(fine(id));
    const auto record = sato.load(*id);

    ASSERT_TRUE(fine(record));
    EXPECT_EQ(record->drafter, people.sato);
    EXPECT_EQ(record->drafterName, QStringLiteral("佐藤 花"));
    EXPECT_EQ(record->form, QStringLiteral("memo"));
    EXPECT_EQ(record->title, QStringLiteral("庁用車の修繕"));
    EXPECT_EQ(record->amount, 50'000);
    EXPECT_TRUE(record->history.empty());
    ASSERT_EQ(record->revisions.size(), 1U);
    EXPECT_EQ(record->revisions[0].content.fields, memo(QStringLiteral("庁用車の修繕"), 50'000));
    EXPECT_FALSE(record->revisions[0].sealed);
    EXPECT_EQ(record->projection.fault, QString());
    EXPECT_EQ(record->projection.state, CaseState::Draft);
    EXPECT_EQ(record->number, QString()) << "a draft is called by no number yet";
}

TEST_P(CaseContract, TakesNumbersInDigitsAlone)
{
    Hand sato(office, people.sato);
    const auto saying = [](const QJsonValue &value) {
        QJsonObject fields = memo(QStringLiteral("机"), 1);
        fields.insert(QStringLiteral("more"), value);
        return fields;
    };

    EXPECT_TRUE(failed(sato.draft(saying(0.5)), ErrorCode::Invalid));
    EXPECT_TRUE(failed(sato.draft(saying(1e300)), ErrorCode::Invalid));
    EXPECT_TRUE(
        failed(sato.draft(saying(QJsonArray{7, QJsonObject{{QStringLiteral("a"), -2.25}}})), ErrorCode::Invalid));
    EXPECT_TRUE(fine(sato.draft(saying(-7))));
    EXPECT_TRUE(fine(sato.draft(saying(QStringLiteral("\\\"0.5 1e3\\")))));
}

TEST_P(CaseContract, TakesAnAgreementAndTheDecisionThatFollowsAsTwoActs)
{
    // 坂東 decides, and heads finance as well, which is asked to agree.
    ASSERT_TRUE(fine(office.appoint(people.bando, people.financeManager)));
    const auto id = Hand(office, people.sato).file(memo(QStringLiteral("机"), 120'000));
    ASSERT_TRUE(fine(id));
    for (const StaffId who : {people.suzuki, people.kato})
        ASSERT_TRUE(fine(Hand(office, who).approve(*id)));
    const auto atDesk = [this] {
        office.wait();
        auto desk = std::make_unique<Desk>(std::move(office.open(people.bando)).value(), memoForms(), office.clock());
        EXPECT_TRUE(fine(desk->start()));
        return desk;
    };
    const auto apart = atDesk()->open(*id);
    ASSERT_TRUE(fine(apart));
    EXPECT_TRUE(apart->acts.approve);
    EXPECT_EQ(apart->atOnce, std::nullopt) << "each by itself, where the office has nothing else";
    ASSERT_TRUE(fine(office.decideAtOnce()));
    const auto desk = atDesk();
    const auto before = desk->open(*id);
    ASSERT_TRUE(fine(before));
    ASSERT_TRUE(before->atOnce);

    const auto agreed =
        desk->act(*id, before->verified.state.seq, freshRequestId(), Approve{before->atOnce->consulted, {}});
    ASSERT_TRUE(fine(agreed));
    EXPECT_EQ(desk->open(*id)->verified.state.state, CaseState::Running) << "to agree decides nothing";
    const auto decided =
        desk->act(*id, agreed->seq, freshRequestId(), Approve{before->atOnce->decision, QStringLiteral("よい")});

    ASSERT_TRUE(fine(decided));
    EXPECT_EQ(decided->seq, agreed->seq + 1);
    const auto after = desk->open(*id);
    ASSERT_TRUE(fine(after));
    EXPECT_TRUE(after->verified.sound());
    EXPECT_EQ(after->verified.state.state, CaseState::Decided);
    EXPECT_EQ(after->history.back().text, QStringLiteral("よい"));
    EXPECT_EQ(after->history.at(after->history.size() - 2).text, QString());
}

TEST_P(CaseContract, OverwritesADraftAndRefusesAnotherRevision)
{
    Hand sato(office, people.sato);
    const auto id = sato.draft(memo(QStringLiteral("一")));
    ASSERT_TRUE(fine(id));

    ASSERT_TRUE(fine(sato.draft(memo(QStringLiteral("二")), *id)));
    EXPECT_TRUE(refused(sato.draft(memo(QStringLiteral("三")), *id, 2), Refusal::Stale));

    EXPECT_EQ(sato.load(*id)->title, QStringLiteral("二"));
    EXPECT_TRUE(failed(sato.draft(memo(QStringLiteral("四")), std::nullopt, 2), ErrorCode::Invalid));
}

TEST_P(CaseContract, ShowsADraftToItsDrafterOnly)
{
    Hand sato(office, people.sato);
    const auto id = sato.draft(memo(QStringLiteral("内緒")));
    ASSERT_TRUE(fine(id));

    // Not to the superior, nor to an auditor, and nobody else may write or delete it.
    for (const StaffId other : {people.suzuki, people.fukuda, people.tanaka}) {
        Hand hand(office, other);
        EXPECT_TRUE(failed(hand.load(*id), ErrorCode::NotFound));
        EXPECT_TRUE(failed(hand.draft(memo(QStringLiteral("上書き")), *id), ErrorCode::NotFound));
        EXPECT_TRUE(failed(hand.store().cases().deleteDraft(*id), ErrorCode::NotFound));
    }
    EXPECT_EQ(sato.load(*id)->title, QStringLiteral("内緒"));
}

TEST_P(CaseContract, DeletesADraftAndNothingElse)
{
    Hand sato(office, people.sato);
    const auto draft = sato.draft(memo(QStringLiteral("捨てる")));
    const auto filed = sato.file(memo(QStringLiteral("出した")));
    ASSERT_TRUE(fine(filed));

    EXPECT_TRUE(fine(sato.store().cases().deleteDraft(*draft)));
    EXPECT_TRUE(failed(sato.load(*draft), ErrorCode::NotFound));
    EXPECT_TRUE(refused(sato.store().cases().deleteDraft(*filed), Refusal::WrongState));
    EXPECT_TRUE(fine(sato.load(*filed)));
}

TEST_P(CaseContract, TakesACaseThroughEveryActAndProvesIt)
{
    const auto id = fileRichCase(office);
    ASSERT_TRUE(fine(id));

    const auto record = Hand(office, people.sato).load(*id);
    ASSERT_TRUE(fine(record));
    const auto state = proven(*record);

    ASSERT_TRUE(fine(state));
    EXPECT_EQ(state->state, CaseState::Decided);
    EXPECT_EQ(state->round, 2);
    EXPECT_EQ(state->postingState, PostingState::Used);
    EXPECT_EQ(record->amount, 240'000);
    EXPECT_EQ(record->revisions.size(), 2U);
    EXPECT_EQ(record->projection.fault, QString());
    EXPECT_EQ(record->storedChunks.size(), 1);
    EXPECT_EQ(record->history.front().actorName, QStringLiteral("佐藤 花"));
    EXPECT_EQ(record->history.front().actorTitle, QStringLiteral("主事"));
    EXPECT_EQ(record->history[1].actorTitle, QStringLiteral("係長"));
    EXPECT_EQ(record->history[1].actorSection, QStringLiteral("総務課"));
    EXPECT_EQ(record->history.back().code, QStringLiteral("approved"));
}

TEST_P(CaseContract, GivesTheSameRecordToEverybodyWhoMayReadIt)
{
    const auto id = fileRichCase(office);
    ASSERT_TRUE(fine(id));

    const auto mine = Hand(office, people.sato).load(*id);
    for (const StaffId reader : {people.suzuki, people.kato, people.bando})
        EXPECT_EQ(*Hand(office, reader).load(*id), *mine);
    EXPECT_EQ(*office.owner().cases().load(*id), *mine);
    EXPECT_TRUE(failed(Hand(office, people.fuji).load(*id), ErrorCode::NotFound));
}

TEST_P(CaseContract, EndsCasesInEveryWay)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    const auto withdrawn = sato.file(memo(QStringLiteral("引戻し")));
    const auto cancelled = sato.file(memo(QStringLiteral("取下げ"), 30));
    const auto rejected = sato.file(memo(QStringLiteral("否決"), 40));
    ASSERT_TRUE(fine(rejected));

    ASSERT_TRUE(fine(sato.act(*withdrawn, Withdraw{QString()})));
    ASSERT_TRUE(fine(sato.act(*cancelled, Cancel{QStringLiteral("不要")})));
    ASSERT_TRUE(fine(suzuki.act(*rejected, Reject{std::nullopt, QStringLiteral("必要がない")})));

    EXPECT_EQ(proven(*sato.load(*withdrawn))->state, CaseState::Withdrawn);
    EXPECT_EQ(proven(*sato.load(*cancelled))->state, CaseState::Cancelled);
    EXPECT_EQ(proven(*sato.load(*rejected))->state, CaseState::Rejected);
    EXPECT_EQ(sato.load(*rejected)->projection.postingState, PostingState::Void);
}

TEST_P(CaseContract, KeepsACorrectionFromOthersUntilItIsSubmitted)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    const auto id = sato.file(memo(QStringLiteral("原案"), 100));
    ASSERT_TRUE(fine(id));
    ASSERT_TRUE(fine(suzuki.act(*id, backToDrafter())));

    ASSERT_TRUE(fine(sato.draft(memo(QStringLiteral("修正案"), 90), *id, 2)));

    EXPECT_EQ(sato.load(*id)->revisions.size(), 2U);
    EXPECT_EQ(suzuki.load(*id)->revisions.size(), 1U);
    EXPECT_EQ(suzuki.load(*id)->title, QStringLiteral("原案"));
    EXPECT_TRUE(fine(proven(*sato.load(*id))));

    ASSERT_TRUE(fine(sato.submit(*id)));
    const auto record = suzuki.load(*id);
    EXPECT_EQ(record->title, QStringLiteral("修正案"));
    EXPECT_EQ(record->amount, 90);
    EXPECT_EQ(record->projection.postings.size(), 2U);
    EXPECT_TRUE(fine(proven(*record)));
}

TEST_P(CaseContract, DeletesACorrectionAndKeepsTheCase)
{
    Hand sato(office, people.sato);
    const auto id = sato.file(memo(QStringLiteral("原案")));
    ASSERT_TRUE(fine(sato.act(*id, Withdraw{QString()})));
    ASSERT_TRUE(fine(sato.draft(memo(QStringLiteral("修正案")), *id, 2)));

    ASSERT_TRUE(fine(sato.store().cases().deleteDraft(*id)));

    EXPECT_EQ(sato.load(*id)->revisions.size(), 1U);
    EXPECT_TRUE(failed(sato.store().cases().deleteDraft(*id), ErrorCode::NotFound));
    EXPECT_TRUE(fine(proven(*sato.load(*id))));
}

TEST_P(CaseContract, RecordsARepeatedRequestOnce)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    const auto id = sato.file(memo(QStringLiteral("一度だけ")));
    const auto event = suzuki.propose(*id, Approve{std::nullopt, QString()});
    ASSERT_TRUE(fine(event));
    const QString request = freshRequestId();

    const auto first = suzuki.append(*id, *event, 1, request);
    const auto second = suzuki.append(*id, *event, 1, request);

    ASSERT_TRUE(fine(first));
    ASSERT_TRUE(fine(second));
    EXPECT_EQ(*first, *second);
    EXPECT_EQ(suzuki.load(*id)->history.size(), 2U);
    // The same id for another act, or by another actor, is not a repetition.
    const auto remark = sato.propose(*id, Comment{QStringLiteral("別の行為")});
    EXPECT_TRUE(failed(sato.append(*id, *remark, 2, request), ErrorCode::AlreadyExists));
    const auto other = suzuki.propose(*id, Comment{QStringLiteral("別の行為")});
    EXPECT_TRUE(failed(suzuki.append(*id, *other, 1, request), ErrorCode::AlreadyExists));
    EXPECT_EQ(suzuki.load(*id)->history.size(), 2U);
}

TEST_P(CaseContract, RefusesAnActOnAHistoryThatMovedOn)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    const auto id = sato.file(memo(QStringLiteral("行き違い")));
    const auto event = suzuki.propose(*id, Approve{std::nullopt, QString()});
    ASSERT_TRUE(fine(sato.act(*id, Comment{QStringLiteral("補足します")})));

    EXPECT_TRUE(refused(suzuki.append(*id, *event, 1), Refusal::Stale));
    EXPECT_TRUE(refused(suzuki.append(*id, *event, 7), Refusal::Stale));

    EXPECT_EQ(sato.load(*id)->history.size(), 2U);
    EXPECT_TRUE(fine(suzuki.approve(*id)));
}

TEST_P(CaseContract, RefusesWhatIsNotTheActorsAndSaysWhy)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    Hand kato(office, people.kato);
    Hand fuji(office, people.fuji);
    const auto id = sato.file(memo(QStringLiteral("だれの番"), 10));
    ASSERT_TRUE(fine(id));
    const auto approval = suzuki.propose(*id, Approve{std::nullopt, QString()});
    ASSERT_TRUE(fine(approval));
    ProposedEvent forged = *approval;

    // Somebody else's name, an outsider, the drafter, and somebody who is not the post's deputy.
    EXPECT_TRUE(!fuji.append(*id, forged, 1).ok());
    forged.capacity.actor = people.fuji;
    EXPECT_TRUE(failed(fuji.append(*id, forged, 1), ErrorCode::NotFound));
    forged.capacity.actor = people.sato;
    EXPECT_TRUE(refused(sato.append(*id, forged, 1), Refusal::OwnCase));
    forged.capacity = {people.suzuki, people.chief, people.kato};
    EXPECT_TRUE(refused(suzuki.append(*id, forged, 1), Refusal::NotYourTurn));
    forged.capacity = {people.suzuki, people.manager, std::nullopt};
    EXPECT_TRUE(refused(suzuki.append(*id, forged, 1), Refusal::NotYourTurn));

    ASSERT_TRUE(fine(suzuki.append(*id, *approval, 1)));
    EXPECT_TRUE(refused(suzuki.append(*id, *approval, 2), Refusal::AlreadyActed));
    EXPECT_TRUE(refused(
        sato.append(
            *id,
            ProposedEvent{{people.sato, {}, {}}, Withdrawn{}, {CaseState::Withdrawn, 1, {}, {}, PostingState::Void}},
            2),
        Refusal::AlreadyMoved));
    EXPECT_TRUE(refused(kato.append(*id,
                                    ProposedEvent{{people.kato, {}, {}},
                                                  Cancelled{QStringLiteral("x")},
                                                  {CaseState::Cancelled, 1, {}, {}, PostingState::Void}},
                                    2),
                        Refusal::NotDrafter));
    EXPECT_TRUE(fine(proven(*sato.load(*id))));
    EXPECT_EQ(sato.load(*id)->history.size(), 2U);
}

TEST_P(CaseContract, RefusesASealThatIsNotTheContents)
{
    Hand sato(office, people.sato);
    const auto id = sato.draft(memo(QStringLiteral("封をする"), 10));
    auto event = sato.proposeSubmission(*id);
    ASSERT_TRUE(fine(event));

    // The draft changes between reading and submitting it.
    ASSERT_TRUE(fine(sato.draft(memo(QStringLiteral("封をする"), 99), *id)));
    EXPECT_TRUE(refused(sato.append(*id, *event, 0), Refusal::ContentInvalid));

    const auto record = sato.load(*id);
    EXPECT_EQ(record->projection.state, CaseState::Draft);
    EXPECT_TRUE(record->projection.rounds.empty());
    EXPECT_TRUE(record->projection.postings.empty());
    EXPECT_FALSE(record->revisions[0].sealed);
    EXPECT_TRUE(fine(sato.submit(*id)));
}

TEST_P(CaseContract, RefusesARouteMadeFromOldRules)
{
    Hand sato(office, people.sato);
    const auto id = sato.draft(memo(QStringLiteral("古い規程"), 10));
    auto event = sato.proposeSubmission(*id);
    ASSERT_TRUE(fine(event));

    ProposedEvent old = *event;
    std::get<Submitted>(old.body).basis.ruleRevision = 0;
    EXPECT_TRUE(refused(sato.append(*id, old, 0), Refusal::Stale));
    old = *event;
    std::get<Submitted>(old.body).basis.day = std::get<Submitted>(old.body).basis.day.addDays(-40);
    EXPECT_TRUE(refused(sato.append(*id, old, 0), Refusal::Stale));
    old = *event;
    std::get<Submitted>(old.body).basis.drafterPost = people.chief;
    old.capacity.post = people.chief;
    EXPECT_TRUE(refused(sato.append(*id, old, 0), Refusal::UnknownStaff));
}

TEST_P(CaseContract, LeavesADecidedCaseAloneButForReadersAndRemarks)
{
    const auto id = fileRichCase(office);
    ASSERT_TRUE(fine(id));
    Hand sato(office, people.sato);
    Hand bando(office, people.bando);
    const int seq = sato.load(*id)->projection.seq;

    const Effects none{CaseState::Cancelled, 2, {}, {}, PostingState::Void};
    EXPECT_TRUE(refused(sato.append(*id, {{people.sato, {}, {}}, Cancelled{QStringLiteral("x")}, none}, seq),
                        Refusal::AlreadyDecided));
    EXPECT_TRUE(refused(
        bando.append(*id, {{people.bando, people.director, {}}, Rejected{{5, 1}, QStringLiteral("x")}, none}, seq),
        Refusal::AlreadyDecided));
    EXPECT_TRUE(refused(sato.draft(memo(QStringLiteral("後出し")), *id, 3), Refusal::AlreadyDecided));
    EXPECT_TRUE(fine(bando.act(*id, Comment{QStringLiteral("執行してください")})));
    EXPECT_TRUE(fine(proven(*sato.load(*id))));
}

TEST_P(CaseContract, LetsADatedDeputyActAndNamesBoth)
{
    const QString day = office.officeToday()->day().toString(Qt::ISODate);
    ASSERT_TRUE(
        fine(office.tamper(QStringLiteral("INSERT INTO deputyship (principal_id, deputy_id, valid_from, valid_until,"
                                          " added_in) VALUES (%1, %2, '%3', '%3', 1)")
                               .arg(people.suzuki.value())
                               .arg(people.seki.value())
                               .arg(day))));
    Hand sato(office, people.sato);
    Hand seki(office, people.seki);
    const auto id = sato.file(memo(QStringLiteral("代理")));
    ASSERT_TRUE(fine(id));
    const Effects effects{CaseState::Running,
                          1,
                          {{{1, 1}, AssignmentState::Approved}, {{2, 1}, AssignmentState::Open}},
                          {people.seki},
                          PostingState::Reserved};

    EXPECT_EQ(seki.list(ListKind::Tray).rows.size(), 1U);
    const auto event =
        seki.append(*id, {{people.seki, people.chief, people.suzuki}, Approved{{1, 1}, {}, {}}, effects}, 1);

    ASSERT_TRUE(fine(event));
    EXPECT_EQ(event->actorName, QStringLiteral("関 直美"));
    EXPECT_EQ(event->principalName, QStringLiteral("鈴木 健一"));
    EXPECT_EQ(event->actorTitle, QStringLiteral("係長"));
    EXPECT_TRUE(fine(proven(*sato.load(*id))));
}

TEST_P(CaseContract, RecordsAReminderOnceADayAndLetsTheCaseBeTakenBackAfterIt)
{
    Hand sato(office, people.sato);
    const auto id = sato.file(memo(QStringLiteral("催促")));
    ASSERT_TRUE(fine(id));
    ASSERT_TRUE(fine(sato.act(*id, Remind{QStringLiteral("お願いします"), 1})));

    // The notary counts by itself, whatever pause the program claims.
    EXPECT_TRUE(refused(sato.act(*id, Remind{QString(), 0}), Refusal::RemindedBefore));
    EXPECT_TRUE(refused(Hand(office, people.suzuki).act(*id, Remind{QString(), 0}), Refusal::NotDrafter));
    ASSERT_TRUE(fine(sato.act(*id, Withdraw{})));
    ASSERT_TRUE(fine(sato.load(*id)));
    EXPECT_TRUE(fine(proven(*sato.load(*id))));
}

TEST_P(CaseContract, DropsNullCharactersAndKeepsEveryOther)
{
    Hand sato(office, people.sato);
    const QString subject = QStringLiteral("髙橋％_'\"\\😀\u0085") + QChar(0) + QStringLiteral("終");

    DraftSave save;
    save.content = Content{QStringLiteral("memo"), 1, memo(QStringLiteral("x")), {}};
    save.title = subject;
    const auto id = sato.store().cases().saveDraft(save);

    ASSERT_TRUE(fine(id));
    EXPECT_EQ(sato.load(*id)->title, QString(subject).remove(QChar(0)));
}

TEST_P(CaseContract, RefusesTextsWithoutEnd)
{
    Hand sato(office, people.sato);

    EXPECT_TRUE(failed(sato.draft(memo(QString(700, QChar(0x3042)))), ErrorCode::TooLarge));
    QJsonObject huge = memo(QStringLiteral("長い"));
    huge.insert(QStringLiteral("text"), QString(1'100'000, QLatin1Char('a')));
    EXPECT_TRUE(failed(sato.draft(huge), ErrorCode::TooLarge));

    const auto id = sato.file(memo(QStringLiteral("短い")));
    ASSERT_TRUE(fine(id));
    EXPECT_TRUE(failed(sato.act(*id, Comment{QString(1'100'000, QLatin1Char('a'))}), ErrorCode::TooLarge));
    EXPECT_EQ(sato.load(*id)->history.size(), 1U);
}

TEST_P(CaseContract, TellsEveryIdInOrder)
{
    Hand sato(office, people.sato);
    std::vector<CaseId> filed;
    for (int i = 0; i < 5; ++i)
        filed.push_back(*sato.file(memo(QStringLiteral("%1").arg(i))));
    const auto draft = sato.draft(memo(QStringLiteral("下書き")));

    std::vector<CaseId> found;
    std::optional<CaseId> after;
    while (true) {
        const auto page = office.owner().cases().ids(after, 2);
        ASSERT_TRUE(fine(page));
        if (page->empty())
            break;
        found.insert(found.end(), page->begin(), page->end());
        after = found.back();
    }

    filed.push_back(*draft);
    EXPECT_EQ(found, filed);
    EXPECT_TRUE(fine(office.owner().cases().load(*draft)));
}

TEST_P(CaseContract, TheOwnerWritesNothing)
{
    EXPECT_TRUE(failed(office.owner().cases().saveDraft({}), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(office.owner().cases().deleteDraft(CaseId(1)), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(office.owner().blobs().begin(describe(QStringLiteral("x"), "x")), ErrorCode::AccessDenied));
}

} // namespace kessai::test
