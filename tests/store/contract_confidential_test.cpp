// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"
#include "core/cases/confidential.h"
#include "core/services/verifier.h"
#include "tests/store/hand.h"

// What is confidential in a case is read by its drafter and by those who decide on it, by nobody else, and everybody can prove the case
// all the same (core/cases/confidential.h). The same on every database.

namespace kessai::test {

namespace {

const QString kReason = QStringLiteral("不妊治療のため通院する");

class ConfidentialContract : public OnBothDatabases {
protected:
    /// A case of 逗子 of 財政課: 座間 and 財前 review it, 総務課長 加藤 (an administrator besides) is only shown it, 部長 坂東 decides.
    CaseId filed()
    {
        Hand zushi(office, people.zushi);
        auto file = zushi.upload(QStringLiteral("証明書類1.pdf"), kCertificate);
        EXPECT_TRUE(fine(file));
        file->confidential = true;
        certificate = file->sha256;
        const auto id = zushi.draft(confiding(memo(QStringLiteral("休みます")), kReason), std::nullopt, 1, {*file});
        EXPECT_TRUE(fine(id));
        EXPECT_TRUE(fine(zushi.submit(*id)));
        for (const StaffId reviewer : {people.zama, people.zaizen})
            EXPECT_TRUE(fine(Hand(office, reviewer).approve(*id)));
        return *id;
    }
    /// Decided and sent on to 加藤.
    CaseId circulated()
    {
        const CaseId id = filed();
        EXPECT_TRUE(fine(Hand(office, people.bando).approve(id)));
        return id;
    }
    /// Whether somebody who may read the case reads what is confidential in it as well: all of it, or nothing.
    bool reads(StaffId who, CaseId id)
    {
        const auto record = Hand(office, who).load(id);
        EXPECT_TRUE(fine(record)) << who.value();
        if (!record)
            return false;
        const Content &content = record->revisions.front().content;
        EXPECT_FALSE(content.confidentialDigest.isEmpty());
        EXPECT_EQ(content.confidential.has_value(), record->privy);
        EXPECT_EQ(disclosed(content).fields.value(QLatin1String("reason")).toString(),
                  record->privy ? kReason : QString());
        const auto chunk = office.as(who).blobs().chunk(certificate, 0);
        EXPECT_EQ(chunk.ok(), record->privy);
        EXPECT_TRUE(chunk.ok() || failed(chunk, ErrorCode::NotFound));
        return record->privy;
    }
    Verified verified(Store &store, CaseId id)
    {
        const auto record = store.cases().load(id);
        EXPECT_TRUE(fine(record));
        return verifyCase(*record, office.configuration(), memoForms());
    }
    bool finds(StaffId who, const QString &words)
    {
        ListQuery query;
        query.kind = ListKind::All;
        query.text = words;
        const auto page = office.as(who).cases().list(query);
        EXPECT_TRUE(fine(page));
        return !page->rows.empty();
    }

    const QByteArray kCertificate = QByteArray("a certificate");
    QByteArray certificate;
};
KESSAI_ON_BOTH_DATABASES(ConfidentialContract);

} // namespace

TEST_P(ConfidentialContract, IsReadByTheDrafterAndByThoseWhoDecide)
{
    const CaseId id = filed();

    for (const StaffId who : {people.zushi, people.zama, people.zaizen, people.bando})
        EXPECT_TRUE(reads(who, id)) << who.value();
}

TEST_P(ConfidentialContract, IsNotReadByThoseItIsOnlyShownToNorByAuditors)
{
    const CaseId id = circulated();

    EXPECT_FALSE(reads(people.kato, id));
    EXPECT_FALSE(reads(people.fukuda, id));
    // Those who decided read it as before.
    EXPECT_TRUE(reads(people.bando, id));
}

TEST_P(ConfidentialContract, IsReadByTheDeputyOfWhoDecidesAndNotByThatOfWhoIsShownIt)
{
    const CaseId id = circulated();
    const QDate today = office.clock().now().day();
    for (const auto &[principal, deputy] :
         {std::pair(people.zaizen, people.shiga), std::pair(people.kato, people.hosaka)})
        ASSERT_TRUE(fine(
            office.as(principal).office().change(RegisterDeputy{Deputyship{principal, deputy, false}, today, today})));

    EXPECT_TRUE(reads(people.shiga, id));
    EXPECT_FALSE(reads(people.hosaka, id));
}

TEST_P(ConfidentialContract, LetsEverybodyProveTheCase)
{
    const CaseId id = filed();

    // The form of these tests keeps no files apart; that the certificate is, is the one thing said.
    for (const StaffId who : {people.zushi, people.bando, people.fukuda}) {
        const Verified result = verified(office.as(who), id);
        ASSERT_EQ(result.damage.size(), 1U) << who.value();
        EXPECT_TRUE(result.damage.front().detail.contains(QLatin1String("files are not kept as the form says")));
    }
    const CaseId plain = *Hand(office, people.zushi).file(confiding(memo(QStringLiteral("休み")), kReason));
    for (const StaffId who : {people.zushi, people.zama, people.fukuda})
        EXPECT_TRUE(verified(office.as(who), plain).sound()) << who.value();
    EXPECT_TRUE(verified(office.owner(), plain).sound());
}

TEST_P(ConfidentialContract, ShowsThatItIsGoneToThoseWhoMayReadItAndToTheOwner)
{
    const CaseId id = *Hand(office, people.zushi).file(confiding(memo(QStringLiteral("休み")), kReason));

    ASSERT_TRUE(
        fine(office.tamper(QStringLiteral("DELETE FROM content_confidential WHERE case_id = %1").arg(id.value()))));

    for (Store *store : {&office.as(people.zushi), &office.as(people.zama), &office.owner()}) {
        const Verified result = verified(*store, id);
        ASSERT_EQ(result.damage.size(), 1U);
        EXPECT_EQ(result.damage.front().kind, Damage::Kind::Content);
    }
    // An auditor sees neither what was there nor that it is gone.
    EXPECT_TRUE(verified(office.as(people.fukuda), id).sound());
}

TEST_P(ConfidentialContract, IsFoundByNobody)
{
    const CaseId id = circulated();

    for (const StaffId who : {people.zushi, people.zama, people.bando, people.kato, people.fukuda}) {
        EXPECT_FALSE(finds(who, QStringLiteral("不妊"))) << who.value();
        EXPECT_TRUE(finds(who, QStringLiteral("休みます"))) << who.value() << ' ' << id.value();
    }
}

TEST_P(ConfidentialContract, ChangesWithTheDraftUntilItIsSealed)
{
    Hand zushi(office, people.zushi);
    const auto id = zushi.draft(confiding(memo(QStringLiteral("休み")), QStringLiteral("一")));
    ASSERT_TRUE(fine(id));
    const QByteArray first = zushi.load(*id)->revisions.front().content.confidentialDigest;

    ASSERT_TRUE(fine(zushi.draft(confiding(memo(QStringLiteral("休み")), QStringLiteral("二")), *id)));
    const auto second = zushi.load(*id);
    ASSERT_TRUE(fine(zushi.draft(memo(QStringLiteral("休み")), *id)));
    const auto without = zushi.load(*id);

    EXPECT_NE(second->revisions.front().content.confidentialDigest, first);
    EXPECT_EQ(disclosed(second->revisions.front().content).fields.value(QLatin1String("reason")), QStringLiteral("二"));
    EXPECT_EQ(without->revisions.front().content,
              (Content{QStringLiteral("memo"), 1, memo(QStringLiteral("休み")), {}}));
    ASSERT_TRUE(fine(zushi.draft(confiding(memo(QStringLiteral("休み")), QStringLiteral("三")), *id)));
    ASSERT_TRUE(fine(zushi.submit(*id)));
    EXPECT_TRUE(
        refused(zushi.draft(confiding(memo(QStringLiteral("休み")), QStringLiteral("四")), *id), Refusal::WrongState));
}

TEST_P(ConfidentialContract, GoesWithADraftThatIsDeleted)
{
    Hand zushi(office, people.zushi);
    const auto id = zushi.draft(confiding(memo(QStringLiteral("休み")), kReason));
    ASSERT_TRUE(fine(id));

    ASSERT_TRUE(fine(zushi.store().cases().deleteDraft(*id)));

    const auto database = office.ownersDatabase();
    ASSERT_TRUE(fine(database));
    // What is left could be copied into a table that has no room for a second row.
    EXPECT_TRUE(fine((*database)->execute(QStringLiteral("CREATE TABLE none_left (no INTEGER CHECK (no = 0))"))));
    EXPECT_TRUE(fine((*database)->execute(
        QStringLiteral("INSERT INTO none_left SELECT count(*) FROM content_confidential WHERE case_id = %1")
            .arg(id->value()))));
}

TEST_P(ConfidentialContract, IsSealedAsItStands)
{
    // What was changed behind the notary's back after it was saved is not sealed.
    Hand zushi(office, people.zushi);
    const auto id = zushi.draft(confiding(memo(QStringLiteral("休み")), kReason));
    ASSERT_TRUE(fine(id));
    const auto event = zushi.proposeSubmission(*id);
    ASSERT_TRUE(fine(event));

    ASSERT_TRUE(fine(office.tamper(
        QStringLiteral("UPDATE content_confidential SET salt = '%1'").arg(QString(64, QLatin1Char('0'))))));

    EXPECT_TRUE(refused(zushi.append(*id, *event), Refusal::ContentInvalid));
}

TEST_P(ConfidentialContract, IsTheSameInACancellation)
{
    const CaseId original = circulated();
    const auto decided = Hand(office, people.zushi).load(original);
    ASSERT_TRUE(fine(decided));

    for (const bool copied : {false, true}) {
        DraftSave save;
        save.content = decided->revisions.back().content;
        save.content.attachments.clear();
        save.content.fields =
            cancelling(save.content.fields, {original, decided->number, 1, QStringLiteral("出勤する")});
        if (!copied)
            save.content.confidential->fields.insert(QStringLiteral("reason"), QStringLiteral("別の理由"));
        save.title = QStringLiteral("【%1の取消】休みます").arg(decided->number);
        save.amount = decided->amount;
        const auto id = office.as(people.zushi).cases().saveDraft(save);
        ASSERT_TRUE(fine(id));
        Hand zushi(office, people.zushi);
        if (copied)
            EXPECT_TRUE(fine(zushi.submit(*id)));
        else
            EXPECT_TRUE(refused(zushi.submit(*id), Refusal::ContentInvalid));
    }
}

TEST_P(ConfidentialContract, IsWhatTheFormSaysAndNothingElse)
{
    // Databases know no forms: readers tell what should not lie open, and those who may what should.
    Hand zushi(office, people.zushi);
    DraftSave save;
    save.title = QStringLiteral("休み");
    save.amount = 0;
    save.content = Content{QStringLiteral("memo"), 1, confiding(memo(save.title), kReason), {}};
    const auto open = zushi.store().cases().saveDraft(save);
    save.content.fields = memo(save.title);
    save.content.confidential = Confidential{QByteArray(64, 'a'), {{QStringLiteral("vote"), true}}};
    const auto hidden = zushi.store().cases().saveDraft(save);
    ASSERT_TRUE(fine(open) && fine(hidden));

    ASSERT_TRUE(fine(zushi.submit(*open)) && fine(zushi.submit(*hidden)));

    EXPECT_FALSE(verified(office.as(people.fukuda), *open).sound());
    EXPECT_FALSE(verified(office.as(people.zama), *open).sound());
    EXPECT_FALSE(verified(office.as(people.zama), *hidden).sound());
    EXPECT_FALSE(verified(office.owner(), *hidden).sound());
}

TEST_P(ConfidentialContract, IsSavedOnlyAsWhatItIs)
{
    DraftSave save;
    save.content = Content{QStringLiteral("memo"), 1, memo(QStringLiteral("休み")), {}};
    save.title = QStringLiteral("休み");
    save.content.confidential = Confidential{"no salt", {{QStringLiteral("reason"), kReason}}};
    EXPECT_TRUE(failed(office.as(people.zushi).cases().saveDraft(save), ErrorCode::Invalid));

    save.content.confidential->salt = QByteArray(64, 'a');
    save.content.confidential->fields.insert(QStringLiteral("reason"), QString(1024 * 1024, QLatin1Char('x')));
    EXPECT_TRUE(failed(office.as(people.zushi).cases().saveDraft(save), ErrorCode::TooLarge));
}

} // namespace kessai::test
