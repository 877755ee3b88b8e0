// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/officedraft.h"
#include "core/services/desk.h"
#include "tests/store/hand.h"

#include <QJsonDocument>

// The contract of reorganisations, the same on every database.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class OrganisationContract : public OnBothDatabases {
protected:
    /// As the database has it now.
    Configuration known(StaffId who)
    {
        auto configuration = office.as(who).office().configuration();
        EXPECT_TRUE(fine(configuration));
        return *configuration;
    }
    std::shared_ptr<const Office> officeOn(const QDate &day)
    {
        const Configuration configuration = known(admin);
        return configuration.office.at(day, configuration.office.revision);
    }
    std::vector<PreparedChange> prepared()
    {
        const auto all = office.as(admin).office().preparedChanges();
        EXPECT_TRUE(fine(all));
        return *all;
    }
    OfficeDraft draftFrom(const QDate &day) { return OfficeDraft(known(admin).office, prepared(), day); }
    Result<> make(const OfficeDraft &draft, StaffId who, std::optional<int> seen = std::nullopt,
                  const QString &reason = u"人事異動"_s)
    {
        office.wait();
        return office.as(who).office().reorganise({draft.change(), reason, seen.value_or(known(who).office.revision)});
    }
    /// Lets the day of what is prepared come.
    void dayComes()
    {
        ASSERT_TRUE(fine(office.tamper(
            u"UPDATE %1reorganisation SET valid_from = '%2', body = replace(body, '%3', '%2')"
            " WHERE ended_in IS NULL"_s.arg(GetParam() == Dialect::PostgreSql ? u"kessai."_s : QString(),
                                            today().toString(Qt::ISODate), ahead.toString(Qt::ISODate)))));
    }
    /// Lets the day come of what is prepared, and spoils it so that it cannot be put in force: the work of a post goes to itself.
    void dayComesInVain()
    {
        const QString colon = GetParam() == Dialect::PostgreSql ? u": "_s : u":"_s;
        ASSERT_TRUE(fine(
            office.tamper(u"UPDATE %1reorganisation SET body = replace(body, '\"successor\"%4%2', '\"successor\"%4%3')"
                          " WHERE ended_in IS NULL"_s.arg(GetParam() == Dialect::PostgreSql ? u"kessai."_s : QString(),
                                                          QString::number(people.assistant.value()),
                                                          QString::number(people.senior.value()), colon))));
        dayComes();
    }
    void spoilPrepared(const QString &body)
    {
        ASSERT_TRUE(fine(office.tamper(u"UPDATE %1reorganisation SET body = '%2' WHERE ended_in IS NULL"_s.arg(
            GetParam() == Dialect::PostgreSql ? u"kessai."_s : QString(), body))));
    }
    /// No JSON, nothing at all, a list, no day, and one member more, as a newer program may write.
    QStringList unreadable() const
    {
        const QString whole =
            QString::fromUtf8(QJsonDocument(Reorganisation{.from = ahead}.toJson()).toJson(QJsonDocument::Compact));
        QString noDay = whole;
        noDay.replace(ahead.toString(Qt::ISODate), u"2026-02-30"_s);
        QString more = whole;
        return {u"{"_s, u"{}"_s, u"[1]"_s, noDay, more.insert(1, u"\"more\":1,"_s)};
    }
    std::vector<PreparedChange> failedOnes(StaffId who)
    {
        const auto all = office.as(who).office().failedChanges();
        EXPECT_TRUE(fine(all));
        return *all;
    }
    QDate today() { return office.clock().now().day(); }

    const StaffId admin = people.kato;
    const QDate ahead = SystemClock().now().day().addDays(30);
};
KESSAI_ON_BOTH_DATABASES(OrganisationContract);

} // namespace

TEST_P(OrganisationContract, ACorrectionOfTodayIsInForceAtOnceAndPastRowsStay)
{
    OfficeDraft draft = draftFrom(today());
    draft.transfer(people.sato, people.financeClerk);
    Staff renamed = *draft.after()->staff(people.tanaka);
    renamed.familyName = u"田村"_s;
    draft.setStaff(renamed);

    const int before = known(people.suzuki).office.revision;
    ASSERT_TRUE(fine(make(draft, admin)));

    const Configuration now = known(people.suzuki);
    EXPECT_EQ(now.office.revision, before + 1);
    EXPECT_EQ(now.office.at(today(), now.office.revision)->primaryPost(people.sato), people.financeClerk);
    EXPECT_EQ(now.office.at(today(), now.office.revision)->staff(people.tanaka)->familyName, u"田村"_s);
    EXPECT_EQ(now.office.at(today(), before)->primaryPost(people.sato), people.clerk);
    EXPECT_EQ(now.office.at(today().addDays(-1), now.office.revision)->primaryPost(people.sato), people.clerk);
    EXPECT_EQ(now.office.at(today(), before)->allStaff(), office.officeToday()->allStaff());
}

TEST_P(OrganisationContract, WhatIsPreparedIsSecretUntilItsDayAndThenInForceByItself)
{
    const Configuration before = known(people.sato);
    OfficeDraft draft = draftFrom(ahead);
    draft.transfer(people.sato, people.financeClerk);
    draft.transfer(people.tanaka, people.careClerk);
    draft.leave(people.zushi);
    ASSERT_TRUE(fine(make(draft, admin)));

    // Nobody learns anything, those it concerns included; administrators and personnel do.
    const Configuration meanwhile = known(people.sato);
    EXPECT_EQ(meanwhile.office.staff, before.office.staff);
    EXPECT_EQ(meanwhile.office.appointments, before.office.appointments);
    for (const StaffId who : {people.sato, people.bando, people.shindo})
        EXPECT_TRUE(failed(office.as(who).office().preparedChanges(), ErrorCode::AccessDenied));
    ASSERT_EQ(prepared().size(), 1U);
    EXPECT_EQ(prepared()[0].change, draft.change());
    EXPECT_EQ(prepared()[0].reason, u"人事異動"_s);

    dayComes();
    Hand(office, people.suzuki).pulse();

    const Configuration after = known(people.suzuki);
    const auto now = after.office.at(today(), after.office.revision);
    EXPECT_EQ(now->primaryPost(people.sato), people.financeClerk);
    EXPECT_EQ(now->primaryPost(people.tanaka), people.careClerk);
    EXPECT_EQ(now->staff(people.zushi), nullptr);
    EXPECT_TRUE(prepared().empty());
    EXPECT_EQ(after.revisions.back().number, after.office.revision);
}

TEST_P(OrganisationContract, WhatIsPreparedIsInForceAtTheFirstActOfItsDay)
{
    OfficeDraft draft = draftFrom(ahead);
    draft.transfer(people.tanaka, people.careClerk);
    draft.setRole(u"records"_s, people.senior, true);
    ASSERT_TRUE(fine(make(draft, admin)));
    const auto open = office.open(people.seki); // who signed in the day before
    ASSERT_TRUE(fine(open));

    dayComes();

    // 関 looks after the rest from that day on, and nobody has looked at anything yet.
    EXPECT_TRUE(
        failed((*open)->office().change(SetSuccessor{PostId(999), people.senior, today()}), ErrorCode::NotFound));
    ASSERT_TRUE(fine((*open)->office().change(RegisterAbsence{people.seki, AbsenceKind::Other, false, ahead, ahead})));
    EXPECT_EQ(known(people.sato).office.at(today(), 99)->primaryPost(people.tanaka), people.careClerk);
}

TEST_P(OrganisationContract, WhatFailsOnItsDayIsToldUntilItIsPutAside)
{
    OfficeDraft draft = draftFrom(ahead);
    draft.transfer(people.sato, people.financeClerk);
    draft.transfer(people.seki, people.careClerk);
    draft.abolishPost(people.senior, people.assistant);
    ASSERT_TRUE(fine(make(draft, admin)));

    dayComesInVain();
    Hand(office, people.suzuki).pulse();

    EXPECT_TRUE(prepared().empty());
    ASSERT_EQ(failedOnes(admin).size(), 1U);
    EXPECT_EQ(failedOnes(admin)[0].reason, u"人事異動"_s);
    EXPECT_EQ(known(people.suzuki).office.at(today(), 99)->primaryPost(people.sato), people.clerk) << "nothing of it";
    for (const StaffId who : {people.sato, people.bando, people.shindo})
        EXPECT_TRUE(failed(office.as(who).office().failedChanges(), ErrorCode::AccessDenied));
    office.wait();
    const int number = failedOnes(admin)[0].number;
    EXPECT_TRUE(fine(office.as(admin).office().takeBack(number, known(admin).office.revision)));
    EXPECT_TRUE(failedOnes(admin).empty());
    EXPECT_TRUE(failed(office.as(admin).office().takeBack(number, known(admin).office.revision), ErrorCode::NotFound));
}

TEST_P(OrganisationContract, OnlyWhatCannotBeEndsAsFailedOfTwoOnOneDay)
{
    OfficeDraft spoiled = draftFrom(ahead);
    spoiled.abolishPost(people.senior, people.assistant);
    ASSERT_TRUE(fine(make(spoiled, admin)));
    office.wait();
    OfficeDraft sound = draftFrom(ahead);
    sound.transfer(people.sato, people.financeClerk);
    ASSERT_TRUE(fine(make(sound, admin)));

    dayComesInVain();
    Hand(office, people.suzuki).pulse();

    EXPECT_TRUE(prepared().empty());
    ASSERT_EQ(failedOnes(admin).size(), 1U);
    EXPECT_FALSE(failedOnes(admin)[0].change.endedPosts.empty()) << "the first";
    EXPECT_EQ(known(people.suzuki).office.at(today(), 99)->primaryPost(people.sato), people.financeClerk);
}

TEST_P(OrganisationContract, WhatCannotBeReadFailsAloneAndIsPutAside)
{
    for (const QString &body : unreadable()) {
        OfficeDraft draft = draftFrom(ahead);
        draft.transfer(people.sato, people.financeClerk);
        office.wait();
        ASSERT_TRUE(fine(make(draft, admin)));
        dayComes();
        spoilPrepared(body);

        Hand(office, people.suzuki).pulse();

        EXPECT_EQ(known(people.suzuki).office.at(today(), 99)->primaryPost(people.sato), people.clerk);
        ASSERT_EQ(failedOnes(admin).size(), 1U) << qPrintable(body) << ": and everybody goes on";
        EXPECT_FALSE(failedOnes(admin)[0].change.from.isValid());
        office.wait();
        EXPECT_TRUE(
            fine(office.as(admin).office().takeBack(failedOnes(admin)[0].number, known(admin).office.revision)));
        EXPECT_TRUE(failedOnes(admin).empty());
    }
}

TEST_P(OrganisationContract, WhatCannotBeReadStopsNobodyBeforeItsDayAndIsTakenBack)
{
    for (const QString &body : unreadable()) {
        OfficeDraft draft = draftFrom(ahead);
        draft.transfer(people.sato, people.financeClerk);
        office.wait();
        ASSERT_TRUE(fine(make(draft, admin)));
        spoilPrepared(body);

        EXPECT_TRUE(prepared().empty()) << qPrintable(body);
        ASSERT_EQ(failedOnes(admin).size(), 1U);
        EXPECT_EQ(failedOnes(admin)[0].reason, u"人事異動"_s);
        const int number = failedOnes(admin)[0].number;
        OfficeDraft other = draftFrom(ahead);
        other.transfer(people.sato, people.financeClerk);
        office.wait();
        ASSERT_TRUE(fine(make(other, admin))) << "the same once more, and it is nothing that is prepared already";
        ASSERT_EQ(prepared().size(), 1U);
        office.wait();
        EXPECT_TRUE(fine(office.as(admin).office().takeBack(prepared()[0].number, known(admin).office.revision)));
        ASSERT_EQ(failedOnes(admin).size(), 1U);
        office.wait();
        EXPECT_TRUE(fine(office.as(admin).office().takeBack(number, known(admin).office.revision)));
        EXPECT_TRUE(failedOnes(admin).empty());
    }
}

TEST_P(OrganisationContract, WhereWorkGoesFromALaterDayOnStays)
{
    OfficeDraft draft = draftFrom(today());
    draft.abolishPost(people.careClerk, std::nullopt);
    ASSERT_TRUE(fine(make(draft, admin)));
    office.wait();
    ASSERT_TRUE(
        fine(office.as(admin).office().change(SetSuccessor{people.careClerk, people.financeClerk, ahead.addDays(9)})));
    OfficeDraft earlier = draftFrom(ahead);
    Reorganisation change = earlier.change();
    change.successions = {{people.careClerk, people.senior}};
    earlier.go(change);
    ASSERT_TRUE(fine(make(earlier, admin)));

    dayComes();
    Hand(office, people.suzuki).pulse();

    const OfficeHistory now = known(admin).office;
    EXPECT_EQ(now.at(today(), now.revision)->current(people.careClerk), people.senior);
    EXPECT_EQ(now.at(ahead.addDays(8), now.revision)->current(people.careClerk), people.senior);
    EXPECT_EQ(now.at(ahead.addDays(9), now.revision)->current(people.careClerk), people.financeClerk);
}

TEST_P(OrganisationContract, WhoeverBeginsOnTheDayMaySignInFirst)
{
    if (GetParam() == Dialect::PostgreSql)
        return; // there a role for somebody new is made first, by whoever owns the server
    OfficeDraft draft = draftFrom(ahead);
    const StaffId hired = draft.hire({.id = StaffId(0),
                                      .login = u"yamada"_s,
                                      .number = u"20001"_s,
                                      .familyName = u"山田"_s,
                                      .givenName = u"花子"_s,
                                      .kana = u"やまだ はなこ"_s});
    draft.transfer(hired, people.clerk);
    ASSERT_TRUE(fine(make(draft, admin)));
    EXPECT_FALSE(office.open(hired).ok());

    dayComes();

    EXPECT_TRUE(fine(office.open(hired)));
}

TEST_P(OrganisationContract, WorkOfAnAbolishedPostWaitsForItsSuccessor)
{
    Hand sato(office, people.sato);
    const auto id = sato.file(memo(u"備品の購入"_s, 500));
    ASSERT_TRUE(fine(id));
    const auto counts = office.as(admin).office().waitingCounts();
    ASSERT_TRUE(fine(counts));
    EXPECT_EQ(*counts, (std::vector<WaitingCount>{{people.chief, 1}}));
    OfficeDraft draft = draftFrom(today());
    draft.abolishPost(people.chief, people.assistant);
    draft.release(people.suzuki, people.chief);

    ASSERT_TRUE(fine(make(draft, admin)));

    EXPECT_EQ(Hand(office, people.hosaka).list(ListKind::Tray).rows.size(), 1U);
    EXPECT_TRUE(Hand(office, people.suzuki).list(ListKind::Tray).rows.empty());
    EXPECT_TRUE(fine(office.as(people.sato).cases().load(*id)));
}

TEST_P(OrganisationContract, IsForAdministratorsAlone)
{
    OfficeDraft draft = draftFrom(ahead);
    draft.transfer(people.tanaka, people.mayor);
    for (const StaffId who : {people.sato, people.bando, people.ichikawa, people.shindo}) {
        EXPECT_TRUE(failed(make(draft, who), ErrorCode::AccessDenied));
        EXPECT_TRUE(failed(office.as(who).office().takeBack(1, 99), ErrorCode::AccessDenied));
        EXPECT_TRUE(failed(office.as(who).office().waitingCounts(), ErrorCode::AccessDenied));
    }
    EXPECT_TRUE(prepared().empty());
}

TEST_P(OrganisationContract, TwoAdministratorsDoNotOverwriteEachOther)
{
    OfficeDraft mine = draftFrom(ahead);
    mine.transfer(people.sato, people.financeClerk);
    OfficeDraft theirs = draftFrom(ahead);
    theirs.transfer(people.tanaka, people.careClerk);
    const int seen = known(admin).office.revision;

    ASSERT_TRUE(fine(make(theirs, admin, seen)));
    EXPECT_TRUE(refused(make(mine, admin, seen), Refusal::Stale));
    ASSERT_TRUE(fine(office.as(admin).office().takeBack(prepared()[0].number, known(admin).office.revision)));
    EXPECT_TRUE(refused(make(mine, admin, seen), Refusal::Stale)) << "taking back is a change as well";

    // What has nothing to do with units, posts and people does not count.
    ASSERT_TRUE(fine(office.as(people.sato)
                         .office()
                         .change(RegisterDeputy{{.principal = people.sato, .deputy = people.tanaka}, today(), ahead})));
    const int then = known(admin).office.revision - 1;
    EXPECT_TRUE(fine(make(mine, admin, then)));
}

TEST_P(OrganisationContract, WhatMakesNoSenseIsRefusedByTheNotaryToo)
{
    const auto refusedIn = [&](const std::function<void(Reorganisation &)> &act) {
        Reorganisation change{.from = ahead};
        act(change);
        office.wait();
        return office.as(admin).office().reorganise({change, u"誤り"_s, known(admin).office.revision});
    };
    const auto forbidden = [&](const std::function<void(Reorganisation &)> &act) {
        return failed(refusedIn(act), ErrorCode::Invalid);
    };
    const auto today = office.officeToday();
    const Office &now = *today;

    EXPECT_TRUE(forbidden([](Reorganisation &) {}));
    EXPECT_TRUE(forbidden([&](Reorganisation &c) {
        c.appointments = {{people.sato, PostId(999), Holding::Concurrent}};
    }));
    EXPECT_TRUE(forbidden([&](Reorganisation &c) {
        c.appointments = {{people.sato, people.financeClerk, Holding::Primary}};
    }));
    EXPECT_TRUE(forbidden([&](Reorganisation &c) { c.endedSections = {people.finance}; })) << "its posts lie nowhere";
    EXPECT_TRUE(forbidden([&](Reorganisation &c) { c.endedStaff = {people.sato}; })) << "whose post nobody took";
    EXPECT_TRUE(forbidden([&](Reorganisation &c) { c.endedPosts = {PostId(999)}; }));
    EXPECT_TRUE(forbidden([&](Reorganisation &c) {
        c.posts = {{PostId(999'999'999'999'999), people.general, u"far"_s, u"主事"_s, 10, false}};
    })) << "no number would be left for others";
    EXPECT_TRUE(forbidden([&](Reorganisation &c) {
        Post mayor = *now.post(people.mayor);
        mayor.head = false;
        c.posts = {mayor};
    })) << "a city has a head";
    EXPECT_TRUE(forbidden([&](Reorganisation &c) {
        Staff other = *now.staff(people.tanaka);
        other.login = u"sato"_s;
        c.staff = {other};
    }));
    EXPECT_TRUE(forbidden([&](Reorganisation &c) {
        Section ring = *now.section(people.affairs);
        ring.parent = people.clerks;
        c.sections = {ring};
    }));
    EXPECT_TRUE(forbidden([&](Reorganisation &c) {
        c.successions = {{people.clerk, people.senior}};
    })) << "the post stays";
    EXPECT_TRUE(forbidden([&](Reorganisation &c) {
        c.appointments = {{people.tanaka, people.senior, Holding::Concurrent},
                          {people.tanaka, people.senior, Holding::Acting}};
    }));
    EXPECT_TRUE(refused(refusedIn([&](Reorganisation &c) {
                            c.from = now.day().addDays(-1);
                            c.appointments = {{people.tanaka, people.senior, Holding::Concurrent}};
                        }),
                        Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(refusedIn([&](Reorganisation &c) {
                            c.appointments = {{admin, people.mayor, Holding::Acting}};
                        }),
                        Refusal::SelfAppointed));
    EXPECT_EQ(officeOn(ahead)->posts(), now.posts());
    EXPECT_TRUE(prepared().empty());
}

TEST_P(OrganisationContract, NobodyGainsByWhatTheyMakeThemselves)
{
    ASSERT_TRUE(fine(office.makeAdministrator(people.bando)));
    ASSERT_TRUE(fine(
        office.as(people.tanaka)
            .office()
            .change(RegisterDeputy{{.principal = people.tanaka, .deputy = people.kato}, today(), ahead.addDays(9)})));
    const auto serves = [&](StaffId who, const std::function<void(OfficeDraft &)> &act) {
        OfficeDraft draft = draftFrom(today());
        act(draft);
        return refused(make(draft, who), Refusal::SelfAppointed);
    };

    EXPECT_TRUE(serves(people.bando, [&](OfficeDraft &one) { one.moveSection(people.care, people.general); }));
    EXPECT_TRUE(serves(admin, [&](OfficeDraft &one) {
        one.release(people.bando, people.director);
        one.release(people.tsugawa, people.viceDirector);
    })) << "in whose place the head of the 課 decides";
    EXPECT_TRUE(serves(admin, [&](OfficeDraft &one) { one.transfer(people.tanaka, people.mayor); }))
        << "whose deputy they are";
    EXPECT_TRUE(serves(admin, [&](OfficeDraft &one) { one.leave(people.bando); })) << "the other administrator";
    OfficeDraft coming = draftFrom(ahead);
    coming.appoint(admin, people.financeManager, Holding::Concurrent);
    ASSERT_TRUE(fine(make(coming, people.bando)));
    EXPECT_TRUE(serves(admin, [&](OfficeDraft &one) { one.setRole(u"records"_s, people.financeManager, true); }))
        << "for a post that waits for them";

    ASSERT_TRUE(fine(office.makeAdministrator(people.hosaka)));
    ASSERT_TRUE(fine(office.tamper(u"UPDATE %1post SET head = 1 WHERE post_id = %2"_s.arg(
        GetParam() == Dialect::PostgreSql ? u"kessai."_s : QString(), QString::number(people.assistant.value())))));
    EXPECT_TRUE(serves(people.hosaka, [&](OfficeDraft &one) {
        Post beside = *one.after()->post(people.manager);
        beside.head = false;
        one.setPost(beside);
    })) << "who comes to be the head of the 課";
    OfficeDraft joined = draftFrom(today());
    joined.transfer(people.zushi, people.clerk);
    EXPECT_TRUE(fine(make(joined, people.hosaka))) << "a colleague who comes is no gain";

    OfficeDraft wider = draftFrom(ahead);
    const SectionId made = wider.makeSection(people.general, u"dx"_s, u"DX推進課"_s);
    wider.makePost(made, u"dx-kacho"_s, u"課長"_s, 60, true);
    EXPECT_TRUE(fine(make(wider, people.bando))) << "what is new is nobody's gain";
}

TEST_P(OrganisationContract, NobodyTakesBackAloneWhatTheyWouldLoseBy)
{
    ASSERT_TRUE(fine(office.makeAdministrator(people.bando)));
    OfficeDraft draft = draftFrom(ahead);
    draft.transfer(admin, people.careClerk);
    draft.setRole(u"personnel"_s, people.manager, false);
    ASSERT_TRUE(fine(make(draft, people.bando)));
    const auto takeBack = [&](StaffId who) {
        office.wait();
        return office.as(who).office().takeBack(prepared()[0].number, known(admin).office.revision);
    };

    EXPECT_TRUE(refused(takeBack(admin), Refusal::SelfAppointed));
    EXPECT_TRUE(fine(takeBack(people.bando)));
}

TEST_P(OrganisationContract, WhatIsPreparedIsTakenBackOnlyWhileNothingRestsOnIt)
{
    OfficeDraft first = draftFrom(ahead);
    const SectionId made = first.makeSection(people.general, u"dx"_s, u"DX推進課"_s);
    ASSERT_TRUE(fine(make(first, admin)));
    OfficeDraft second = draftFrom(ahead.addDays(10));
    second.makePost(made, u"dx-kacho"_s, u"課長"_s, 60, true);
    ASSERT_TRUE(fine(make(second, admin)));
    const auto all = prepared();
    ASSERT_EQ(all.size(), 2U);
    const auto takeBack = [&](size_t which) {
        office.wait();
        return office.as(admin).office().takeBack(all[which].number, known(admin).office.revision);
    };

    EXPECT_TRUE(failed(takeBack(0), ErrorCode::Invalid));
    EXPECT_TRUE(fine(takeBack(1)));
    EXPECT_TRUE(fine(takeBack(0)));
    EXPECT_TRUE(failed(takeBack(0), ErrorCode::NotFound));
    EXPECT_TRUE(prepared().empty());
}

TEST_P(OrganisationContract, TheDayIsTriedBeforehand)
{
    ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(u"備品の購入"_s, 500))));
    ASSERT_TRUE(fine(
        office.as(people.suzuki)
            .office()
            .change(RegisterDeputy{{.principal = people.suzuki, .deputy = people.seki}, today(), ahead.addDays(9)})));
    Desk desk(std::move(office.open(admin)).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));
    OfficeDraft draft = draftFrom(ahead);
    draft.leave(people.suzuki);
    draft.transfer(people.zama, people.chief);
    draft.release(people.tanaka, people.clerk);
    draft.release(people.zaizen, people.financeManager);
    draft.setRole(u"finance"_s, people.financeManager, false);

    const auto tried = desk.dryRun(draft.change());

    ASSERT_TRUE(fine(tried));
    EXPECT_TRUE(tried->vacant.contains(u"財政課 財政係 係長"_s));
    EXPECT_EQ(tried->withoutPost, (QStringList{u"田中 太郎"_s, u"財前 修"_s}));
    ASSERT_EQ(tried->inherited.size(), 1U);
    EXPECT_EQ(tried->inherited[0], (DryRun::Inheritance{u"総務課 庶務係 係長"_s, u"鈴木 健一"_s, u"座間 優"_s, 1}));
    ASSERT_EQ(tried->lapsing.size(), 1U);
    EXPECT_EQ(tried->lapsing[0].deputy, u"関 直美"_s);
    EXPECT_TRUE(tried->lapsing[0].ends);
    ASSERT_EQ(tried->broken.size(), 1U) << "nobody is there for the consultation";
    EXPECT_EQ(tried->broken[0].why, Refusal::EmptyStep);
    EXPECT_FALSE(tried->broken[0].brokenToday);
    EXPECT_EQ(tried->transfers, 3);
}

} // namespace kessai::test
