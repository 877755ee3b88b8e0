// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports/officeacts.h"
#include "core/services/desk.h"
#include "core/services/officeacts.h"
#include "core/store/specialrights.h"
#include "tests/store/hand.h"

// The contract of giving and taking the rights of administrators and auditors, the same on every database.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

using Kind = SpecialRight::Kind;

class RightsContract : public OnBothDatabases {
protected:
    Result<RightsOutcome> change(Kind kind, bool give, const std::vector<StaffId> &whom,
                                 const QString &reason = u"交替"_s)
    {
        office.wait();
        const auto database = office.ownersDatabase();
        EXPECT_TRUE(fine(database));
        auto transaction = Transaction::begin(**database);
        EXPECT_TRUE(fine(transaction));
        auto outcome = changeRights({**database, office.clock(), std::nullopt, Sight::All}, {kind, give, whom, reason},
                                    u"kessai-admin"_s);
        EXPECT_TRUE(!outcome || transaction->commit());
        office.wait();
        return outcome;
    }
    bool changed(Kind kind, bool give, StaffId whom)
    {
        const auto outcome = change(kind, give, {whom});
        EXPECT_TRUE(fine(outcome));
        return outcome && outcome->problems.empty() && outcome->changed == std::vector<StaffId>{whom};
    }
    std::vector<OfficeAct> acts()
    {
        const auto read = office.owner().office().acts({OfficeActKind::Rights});
        EXPECT_TRUE(fine(read));
        return read ? *read : std::vector<OfficeAct>();
    }
};
KESSAI_ON_BOTH_DATABASES(RightsContract);

} // namespace

TEST_P(RightsContract, AreGivenAndTakenAtOnceInWindowsThatAreOpen)
{
    Desk desk(std::move(office.open(people.suzuki)).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));
    ASSERT_TRUE(failed(desk.officeActs({}), ErrorCode::AccessDenied));

    ASSERT_TRUE(changed(Kind::Administrator, true, people.suzuki));
    ASSERT_TRUE(fine(desk.pulse()));
    EXPECT_TRUE(desk.info()->rights.administrator);
    EXPECT_TRUE(fine(desk.officeActs({})));

    ASSERT_TRUE(changed(Kind::Administrator, false, people.suzuki));
    EXPECT_TRUE(failed(desk.officeActs({}), ErrorCode::AccessDenied)) << "before anything is read again";
    ASSERT_TRUE(fine(desk.pulse()));
    EXPECT_FALSE(desk.info()->rights.administrator);
    ASSERT_TRUE(changed(Kind::Administrator, true, people.suzuki)) << "again on the same day";
    EXPECT_TRUE(fine(desk.officeActs({})));
}

TEST_P(RightsContract, AnAuditorReadsWhatWasFiledUntilTheRightIsTaken)
{
    const CaseId id = *Hand(office, people.sato).file(memo(u"机"_s, 1));
    Desk desk(std::move(office.open(people.hosaka)).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));
    const auto reads = [&] {
        EXPECT_TRUE(fine(desk.pulse()));
        EXPECT_TRUE(fine(desk.info()));
        return desk.open(id).ok();
    };
    ASSERT_FALSE(reads());

    ASSERT_TRUE(changed(Kind::Auditor, true, people.hosaka));
    EXPECT_TRUE(reads());
    ASSERT_TRUE(changed(Kind::Auditor, false, people.hosaka));
    EXPECT_FALSE(reads());
}

TEST_P(RightsContract, AreWrittenDownWithWhoAndWhy)
{
    ASSERT_TRUE(changed(Kind::Auditor, true, people.suzuki));
    const auto both = change(Kind::Administrator, true, {people.sato, people.hosaka}, u"2人体制にする"_s);
    ASSERT_TRUE(fine(both));
    ASSERT_EQ(both->changed.size(), 2u);
    ASSERT_TRUE(changed(Kind::Auditor, false, people.suzuki));

    const auto all = acts();

    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].rights, (std::vector<RightAct>{{people.suzuki, Kind::Auditor, false}}));
    EXPECT_EQ(all[1].rights.size(), 2u);
    EXPECT_EQ(all[1].reason, u"2人体制にする"_s);
    EXPECT_EQ(all[1].by, u"kessai-admin"_s);
    EXPECT_EQ(all[2].rights, (std::vector<RightAct>{{people.suzuki, Kind::Auditor, true}}));
    const auto line = lineOf(all[1], *office.owner().office().configuration());
    EXPECT_TRUE(line.what.ja.contains(u"を管理者にする"_s)) << line.what.ja.toStdString();
    EXPECT_EQ(line.why, u"2人体制にする"_s);
}

TEST_P(RightsContract, NothingIsWrittenOfWhatIsNoChange)
{
    const int before = office.owner().office().configuration()->office.revision;

    EXPECT_TRUE(failed(change(Kind::Administrator, true, {people.suzuki}, u"　"_s), ErrorCode::Invalid));
    EXPECT_FALSE(change(Kind::Administrator, false, {people.kato})->problems.empty()) << "the last one";
    EXPECT_FALSE(change(Kind::Auditor, true, {people.sato, people.kato})->problems.empty()) << "all or nobody";
    EXPECT_TRUE(change(Kind::Administrator, true, {people.kato})->changed.empty()) << "who is one";

    EXPECT_EQ(office.owner().office().configuration()->office.revision, before);
    EXPECT_TRUE(acts().empty());
    EXPECT_FALSE(office.as(people.sato).office().rights()->auditor);
}

} // namespace kessai::test
