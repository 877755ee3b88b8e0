// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/filing.h"
#include "core/services/desk.h"
#include "core/store/query.h"
#include "tests/store/hand.h"

// The contract of what staff and administrators register about the office (domain.md 8.2 rules 5 and 6, 8.3), the same on every
// database.

namespace kessai::test {

namespace {

class AbsenceContract : public OnBothDatabases {
protected:
    /// Somebody at a desk of their own, with the office as it is now.
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
    CaseId filed(StaffId drafter = StaffId(0))
    {
        const StaffId who = drafter == StaffId(0) ? people.sato : drafter;
        const auto id =
            at(who).saveDraft(std::nullopt, {QStringLiteral("memo"), 1, memo(QStringLiteral("備品の購入")), {}});
        EXPECT_TRUE(fine(id));
        EXPECT_TRUE(fine(at(who).submit(*id, freshRequestId(), {})));
        return *id;
    }
    Result<Event> approve(StaffId who, CaseId id)
    {
        const auto view = at(who).open(id);
        return view ? at(who).act(id, view->record.history.back().seq, freshRequestId(), Approve{}) : view.failure();
    }
    bool waitsFor(StaffId who, CaseId id)
    {
        const auto page = at(who).list({});
        EXPECT_TRUE(fine(page));
        return std::any_of(page->rows.begin(), page->rows.end(), [id](const CaseRow &row) { return row.id == id; });
    }
    /// Whether a case proves itself to whoever filed it.
    bool sound(StaffId who, CaseId id)
    {
        const auto view = at(who).open(id);
        EXPECT_TRUE(fine(view));
        for (const Damage &damage : view ? view->verified.damage : std::vector<Damage>())
            ADD_FAILURE() << damage.detail.toStdString();
        return view && view->verified.sound();
    }
    Result<> change(StaffId who, const OfficeChange &change)
    {
        office.wait();
        const Result<> changed = at(who).change(change);
        office.wait();
        return changed;
    }
    Result<> deputy(StaffId by, StaffId principal, StaffId deputy, bool whenAbsent = true, const QDate &until = {})
    {
        return change(by, RegisterDeputy{{principal, deputy, whenAbsent}, today(), until});
    }
    Result<> away(StaffId by, StaffId who, int days = 3)
    {
        return change(by, RegisterAbsence{who, AbsenceKind::Trip, false, today(), today().addDays(days - 1)});
    }
    QDate today() { return office.clock().now().day(); }
    /// Ends the rows of a post in a table with yesterday, as the yearly change does: in a revision of its own.
    void endYesterday(const char *table, const char *columns, PostId post)
    {
        office.wait();
        const QString rows = QLatin1String(table);
        const QString which = QStringLiteral(" WHERE post_id = %1 AND removed_in IS NULL").arg(post.value());
        const QString newest = QStringLiteral("(SELECT MAX(revision) FROM office_revision)");
        ASSERT_TRUE(fine(office.tamper(
            QStringLiteral("INSERT INTO office_revision (revision, made_at, made_by, reason) SELECT MAX(revision) + 1,"
                           " (SELECT MAX(at) + 1 FROM event), 'tests', '組織改正' FROM office_revision"))));
        ASSERT_TRUE(fine(office.tamper(
            QString(QStringLiteral("UPDATE ") + rows + QStringLiteral(" SET removed_in = ") + newest + which))));
        ASSERT_TRUE(fine(office.tamper(
            QStringLiteral(
                "INSERT INTO %1 (%2, valid_from, valid_until, added_in) SELECT %2, valid_from, '%3', %4 FROM "
                "%1 WHERE post_id = %5 AND removed_in = %4")
                .arg(rows, QLatin1String(columns), toText(today().addDays(-1)), newest,
                     QString::number(post.value())))));
        office.wait();
    }

    const StaffId admin = people.kato;

private:
    std::map<StaffId, std::unique_ptr<Desk>> m_desks;
};
KESSAI_ON_BOTH_DATABASES(AbsenceContract);

} // namespace

TEST_P(AbsenceContract, MovesWhatWaitsToTheDeputyOfWhoIsAway)
{
    const CaseId id = filed();
    ASSERT_TRUE(waitsFor(people.suzuki, id));

    ASSERT_TRUE(fine(deputy(people.suzuki, people.suzuki, people.seki)));
    EXPECT_FALSE(waitsFor(people.seki, id)) << "the principal is there";
    ASSERT_TRUE(fine(away(people.suzuki, people.suzuki)));

    EXPECT_TRUE(waitsFor(people.seki, id));
    ASSERT_TRUE(fine(approve(people.seki, id)));
    const auto view = at(people.sato).open(id);
    ASSERT_TRUE(fine(view));
    EXPECT_EQ(view->record.history.back().actorName, QStringLiteral("関 直美"));
    EXPECT_EQ(view->record.history.back().principalName, QStringLiteral("鈴木 健一"));
    EXPECT_TRUE(sound(people.sato, id));

    // What was done stays sound when the absence is over and the deputyship ends
    const auto sheet = at(people.suzuki).absences(people.suzuki);
    ASSERT_TRUE(fine(sheet));
    ASSERT_TRUE(fine(change(people.suzuki, EndAbsence{sheet->absences[0].value.id, today().addDays(-1)})));
    EXPECT_TRUE(sound(people.sato, id));
    ASSERT_TRUE(fine(change(
        people.suzuki, EndDeputy{people.suzuki, people.seki, sheet->deputies[0].from, sheet->deputies[0].addedIn})));
    EXPECT_TRUE(sound(people.sato, id));
}

TEST_P(AbsenceContract, LeavesItToTheNextStandInWhereThoseBeforeFiledIt)
{
    // In the director's place come the clerk who files for colleagues, then the drafter's own post, then the vice director.
    const auto place = [&](int order, PostId post) { return StandIn{people.director, order, post}; };
    ASSERT_TRUE(
        fine(change(admin,
                    SetStandIns{people.director,
                                {place(1, people.senior), place(2, people.clerk), place(3, people.viceDirector)}})));
    const auto id =
        at(people.seki)
            .saveDraft(std::nullopt,
                       {QStringLiteral("memo"), 1, filingFor(memo(QStringLiteral("備品の購入")), people.sato), {}});
    ASSERT_TRUE(fine(id));
    ASSERT_TRUE(fine(at(people.seki).submit(*id, freshRequestId(), {})));
    const CaseId own = filed();
    for (const CaseId one : {*id, own}) {
        for (const StaffId who : {people.suzuki, people.kato})
            ASSERT_TRUE(fine(approve(who, one)));
    }
    ASSERT_TRUE(fine(away(people.tanaka, people.tanaka)));
    ASSERT_TRUE(fine(away(people.bando, people.bando)));

    EXPECT_FALSE(waitsFor(people.seki, *id)) << "nobody decides what they filed";
    EXPECT_FALSE(waitsFor(people.sato, *id));
    ASSERT_TRUE(waitsFor(people.tsugawa, *id));
    EXPECT_EQ(at(people.tsugawa).pulse()->waiting, 1);
    const auto view = at(people.tsugawa).open(*id);
    ASSERT_TRUE(fine(view));
    EXPECT_TRUE(view->acts.standIn);
    EXPECT_TRUE(fine(at(people.tsugawa)
                         .act(*id, view->record.history.back().seq, freshRequestId(),
                              Approve{std::nullopt, QStringLiteral("代決します"), Manner::Acting})));
    EXPECT_TRUE(sound(people.sato, *id));

    EXPECT_TRUE(waitsFor(people.seki, own)) << "what the colleague filed themselves";
    EXPECT_FALSE(waitsFor(people.tsugawa, own));
}

TEST_P(AbsenceContract, LimitsADeputyToSomeCases)
{
    const auto limited = [&](const QStringList &forms, std::optional<qint64> upTo) {
        return change(people.suzuki,
                      RegisterDeputy{{people.suzuki, people.hosaka, false, forms, upTo}, today(), today().addDays(9)});
    };
    EXPECT_TRUE(failed(limited({QStringLiteral("nothing")}, {}), ErrorCode::Invalid));
    EXPECT_TRUE(failed(limited({}, -1), ErrorCode::Invalid));
    ASSERT_TRUE(fine(limited({QStringLiteral("memo")}, 5'000)));
    EXPECT_TRUE(failed(limited({QStringLiteral("memo")}, 5'000), ErrorCode::AlreadyExists));
    const auto filedOf = [&](qint64 amount) {
        const auto id =
            at(people.sato)
                .saveDraft(std::nullopt, {QStringLiteral("memo"), 1, memo(QStringLiteral("備品の購入"), amount), {}});
        EXPECT_TRUE(fine(at(people.sato).submit(*id, freshRequestId(), {})));
        return *id;
    };
    const CaseId small = filedOf(5'000);
    const CaseId large = filedOf(5'001);
    const auto finds = [&](const QString &text, CaseId id) {
        const auto page = at(people.hosaka).list({.kind = ListKind::All, .text = text});
        EXPECT_TRUE(fine(page));
        return std::any_of(page->rows.begin(), page->rows.end(), [id](const CaseRow &row) { return row.id == id; });
    };

    EXPECT_TRUE(waitsFor(people.hosaka, small));
    EXPECT_FALSE(waitsFor(people.hosaka, large));
    EXPECT_EQ(at(people.hosaka).pulse()->waiting, 1);
    for (const QString &text : {QString(), QStringLiteral("備品")}) {
        EXPECT_TRUE(finds(text, small)) << text.toStdString();
        EXPECT_FALSE(finds(text, large)) << text.toStdString();
    }
    EXPECT_TRUE(failed(at(people.hosaka).open(large), ErrorCode::NotFound));
    ASSERT_TRUE(fine(at(people.hosaka).open(small)));
    EXPECT_TRUE(at(people.hosaka).open(small)->acts.approve);

    // Nor does the notary let them, should they read the case for another reason.
    auto event = Hand(office, people.suzuki).propose(large, Approve{std::nullopt, QStringLiteral("承認します")});
    ASSERT_TRUE(fine(event));
    event->capacity = {people.hosaka, people.chief, people.suzuki};
    EXPECT_TRUE(failed(Hand(office, people.hosaka).append(large, *event), ErrorCode::NotFound));
    ASSERT_TRUE(
        fine(office.tamper(QStringLiteral("INSERT INTO case_access (case_id, party, position) VALUES (%1, %2, 9)")
                               .arg(large.value())
                               .arg(people.hosaka.value()))));
    EXPECT_TRUE(refused(Hand(office, people.hosaka).append(large, *event), Refusal::NotYourTurn));

    ASSERT_TRUE(fine(approve(people.hosaka, small)));
    EXPECT_TRUE(sound(people.sato, small));
    const auto sheet = at(people.suzuki).absences(people.suzuki);
    ASSERT_TRUE(fine(sheet));
    ASSERT_EQ(sheet->deputies.size(), 1u);
    EXPECT_EQ(sheet->deputies[0].value.forms, QStringList{QStringLiteral("memo")});
    EXPECT_EQ(sheet->deputies[0].value.upTo, 5'000);
    ASSERT_TRUE(fine(change(
        people.suzuki, EndDeputy{people.suzuki, people.hosaka, sheet->deputies[0].from, sheet->deputies[0].addedIn})));
    EXPECT_TRUE(sound(people.sato, small)) << "what was done stays sound";
}

TEST_P(AbsenceContract, EndsWithTheAbsenceAndWithTheDeputyship)
{
    const CaseId id = filed();
    ASSERT_TRUE(fine(deputy(people.suzuki, people.suzuki, people.seki)));
    ASSERT_TRUE(fine(away(people.suzuki, people.suzuki)));
    ASSERT_TRUE(waitsFor(people.seki, id));

    // Back today
    auto sheet = at(people.suzuki).absences(people.suzuki);
    ASSERT_TRUE(fine(sheet));
    ASSERT_EQ(sheet->absences.size(), 1u);
    EXPECT_EQ(sheet->absences[0].value.kind, AbsenceKind::Trip);
    ASSERT_TRUE(fine(change(people.suzuki, EndAbsence{sheet->absences[0].value.id, today().addDays(-1)})));
    EXPECT_FALSE(waitsFor(people.seki, id));
    EXPECT_TRUE(at(people.suzuki).absences(people.suzuki)->absences.empty());

    // A deputy on all days of a week, and not after all
    ASSERT_TRUE(fine(deputy(people.suzuki, people.suzuki, people.seki, false, today().addDays(6))));
    EXPECT_TRUE(waitsFor(people.seki, id));
    sheet = at(people.suzuki).absences(people.suzuki);
    ASSERT_EQ(sheet->deputies.size(), 2u);
    for (const Dated<Deputyship> &row : sheet->deputies)
        ASSERT_TRUE(fine(change(people.suzuki, EndDeputy{people.suzuki, people.seki, row.from, row.addedIn})));
    EXPECT_FALSE(waitsFor(people.seki, id));
    EXPECT_TRUE(at(people.suzuki).absences(people.suzuki)->deputies.empty());
    EXPECT_TRUE(sound(people.sato, id));
}

TEST_P(AbsenceContract, ShortensAndKeepsWhatWasSaid)
{
    ASSERT_TRUE(fine(away(people.suzuki, people.suzuki, 10)));
    const AbsenceId id = at(people.suzuki).absences(people.suzuki)->absences[0].value.id;

    ASSERT_TRUE(fine(change(people.suzuki, EndAbsence{id, today().addDays(2)})));

    const auto sheet = at(people.suzuki).absences(people.suzuki);
    ASSERT_EQ(sheet->absences.size(), 1u);
    EXPECT_EQ(sheet->absences[0].from, today());
    EXPECT_EQ(sheet->absences[0].until, today().addDays(2));
    EXPECT_TRUE(failed(change(people.suzuki, EndAbsence{id, today()}), ErrorCode::NotFound)) << "that one has ended";
    const AbsenceId left = sheet->absences[0].value.id;
    EXPECT_TRUE(refused(change(people.suzuki, EndAbsence{left, today().addDays(2)}), Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(change(people.suzuki, EndAbsence{left, today().addDays(-2)}), Refusal::PeriodInvalid));
}

TEST_P(AbsenceContract, LetsOnlyAnAdministratorSpeakForSomebodyElse)
{
    EXPECT_TRUE(failed(away(people.seki, people.suzuki), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(deputy(people.seki, people.suzuki, people.sato), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(deputy(people.seki, people.suzuki, people.seki), ErrorCode::AccessDenied));
    ASSERT_TRUE(fine(away(admin, people.suzuki))) << "fell ill";
    ASSERT_TRUE(fine(deputy(admin, people.suzuki, people.seki)));
    const auto sheet = at(people.suzuki).absences(people.suzuki);
    ASSERT_EQ(sheet->absences.size(), 1u);
    EXPECT_TRUE(failed(change(people.seki, EndAbsence{sheet->absences[0].value.id, today()}), ErrorCode::AccessDenied));
    const Dated<Deputyship> &row = sheet->deputies.at(0);
    EXPECT_TRUE(failed(change(people.seki, EndDeputy{people.suzuki, people.seki, row.from, row.addedIn}),
                       ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(change(people.seki, EndDeputy{people.suzuki, people.sato, row.from, row.addedIn}),
                       ErrorCode::AccessDenied))
        << "whether there is such a deputyship or not";
    EXPECT_TRUE(failed(change(people.suzuki, EndDeputy{people.suzuki, people.sato, row.from, row.addedIn}),
                       ErrorCode::NotFound));
    // Nobody makes themselves a deputy, whatever they may else.
    EXPECT_TRUE(refused(deputy(admin, people.suzuki, admin), Refusal::SelfAppointed));
    EXPECT_TRUE(refused(deputy(people.suzuki, people.suzuki, people.suzuki), Refusal::SelfAppointed));
    EXPECT_TRUE(failed(deputy(people.suzuki, people.suzuki, StaffId(99'999)), ErrorCode::NotFound));
    EXPECT_TRUE(failed(away(admin, StaffId(99'999)), ErrorCode::NotFound));
}

TEST_P(AbsenceContract, RegistersNothingInThePast)
{
    const auto absence = [&](int from, int until) {
        return change(
            people.suzuki,
            RegisterAbsence{people.suzuki, AbsenceKind::Leave, true, today().addDays(from), today().addDays(until)});
    };
    const auto acting = [&](int from, const QDate &until, bool whenAbsent) {
        return change(people.suzuki,
                      RegisterDeputy{{people.suzuki, people.seki, whenAbsent}, today().addDays(from), until});
    };

    EXPECT_TRUE(refused(absence(-1, 3), Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(absence(3, 2), Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(acting(-1, today(), true), Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(acting(2, today(), true), Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(acting(0, {}, false), Refusal::PeriodInvalid)) << "on all days, for ever";
    ASSERT_TRUE(fine(acting(0, {}, true)));
    EXPECT_TRUE(failed(acting(5, today().addDays(9), true), ErrorCode::AlreadyExists));
    EXPECT_TRUE(fine(acting(5, today().addDays(9), false)));
    EXPECT_TRUE(
        refused(change(admin, SetSuccessor{people.chief, people.senior, today().addDays(-1)}), Refusal::PeriodInvalid));
}

TEST_P(AbsenceContract, HasNoDeputiesOfDeputies)
{
    const CaseId id = filed();
    ASSERT_TRUE(fine(away(people.suzuki, people.suzuki)));
    ASSERT_TRUE(fine(deputy(people.suzuki, people.suzuki, people.seki)));
    ASSERT_TRUE(fine(away(people.seki, people.seki)));
    ASSERT_TRUE(fine(deputy(people.seki, people.seki, people.hosaka)));

    EXPECT_TRUE(waitsFor(people.seki, id));
    EXPECT_FALSE(waitsFor(people.hosaka, id));
    EXPECT_TRUE(failed(approve(people.hosaka, id), ErrorCode::NotFound));
}

TEST_P(AbsenceContract, ListsStandInsInOrder)
{
    const auto standIn = [&](int order, std::optional<PostId> post) {
        return StandIn{people.director, order, post, SectionLevel::Section};
    };
    const StandIn departmentHead{people.director, 2, {}, SectionLevel::Department};
    EXPECT_TRUE(failed(change(people.suzuki, SetStandIns{people.director, {standIn(1, people.chief)}}),
                       ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(change(admin, SetStandIns{people.director, {standIn(1, people.director)}}), ErrorCode::Invalid));
    EXPECT_TRUE(
        failed(change(admin, SetStandIns{people.director, {standIn(1, people.chief), standIn(2, people.chief)}}),
               ErrorCode::Invalid));
    EXPECT_TRUE(failed(change(admin, SetStandIns{people.director, {standIn(1, PostId(9'999))}}), ErrorCode::NotFound));
    EXPECT_TRUE(
        refused(change(admin, SetStandIns{people.director, {standIn(1, people.manager)}}), Refusal::SelfAppointed));
    EXPECT_TRUE(
        refused(change(admin, SetStandIns{people.director, {standIn(1, std::nullopt)}}), Refusal::SelfAppointed))
        << "heads a section";
    ASSERT_TRUE(fine(change(admin, SetStandIns{people.director, {standIn(1, people.viceDirector)}})));

    ASSERT_TRUE(fine(change(admin, SetStandIns{people.director, {standIn(1, people.financeManager), departmentHead}})));

    auto sheet = at(admin).posts();
    ASSERT_TRUE(fine(sheet));
    ASSERT_EQ(sheet->standIns.size(), 2u) << "the first list is of the past";
    EXPECT_EQ(sheet->standIns[0].value, standIn(1, people.financeManager));
    EXPECT_EQ(sheet->standIns[1].value, departmentHead);
    const CaseId id = filed();
    ASSERT_TRUE(fine(approve(people.suzuki, id)));
    ASSERT_TRUE(fine(approve(admin, id)));
    ASSERT_TRUE(fine(away(people.bando, people.bando)));
    EXPECT_TRUE(waitsFor(people.zaizen, id));
    EXPECT_FALSE(waitsFor(people.tsugawa, id));
    ASSERT_TRUE(fine(change(admin, SetStandIns{people.director, {}})));
    EXPECT_TRUE(at(admin).posts()->standIns.empty());
    EXPECT_FALSE(waitsFor(people.zaizen, id));
}

// 1 April: open steps follow the post, an abolished one goes through the mapping, and what has none comes to the list of those who look
// after it (domain.md 8.3).
TEST_P(AbsenceContract, LeavesNothingBehindOnTheFirstOfApril)
{
    const CaseId follows = filed();
    const CaseId stays = filed(people.zushi);
    ASSERT_TRUE(waitsFor(people.zama, stays));
    ASSERT_TRUE(fine(at(people.hosaka).stranded()));
    EXPECT_TRUE(at(people.hosaka).stranded()->empty());
    EXPECT_TRUE(failed(at(people.suzuki).stranded(), ErrorCode::AccessDenied));

    // A new holder of the first one's post, and the other's section is no more
    endYesterday("appointment", "staff_id, post_id, holding", people.chief);
    ASSERT_TRUE(fine(office.tamper(QStringLiteral("INSERT INTO appointment (staff_id, post_id, holding, valid_from, "
                                                  "added_in) VALUES (%1, %2, 1, '%3', 2)")
                                       .arg(people.seki.value())
                                       .arg(people.chief.value())
                                       .arg(toText(today())))));
    endYesterday("post", "post_id, section_id, code, title, rank, head", people.financeChief);

    EXPECT_TRUE(waitsFor(people.seki, follows));
    EXPECT_FALSE(waitsFor(people.suzuki, follows));
    EXPECT_FALSE(waitsFor(people.zama, stays));
    auto list = at(people.hosaka).stranded();
    ASSERT_TRUE(fine(list));
    ASSERT_EQ(list->size(), 1u);
    EXPECT_EQ(list->front().id, stays);
    EXPECT_EQ(list->front().who, Assignee(people.financeChief));
    EXPECT_EQ(list->front().drafterSection, QStringLiteral("財政課"));
    EXPECT_TRUE(fine(at(admin).stranded()));

    // The way onwards: those who look after it say where the work went
    EXPECT_TRUE(failed(change(people.suzuki, SetSuccessor{people.financeChief, people.financeManager, today()}),
                       ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(change(people.hosaka, SetSuccessor{people.financeChief, people.financeChief, today()}),
                       ErrorCode::NotFound));
    EXPECT_TRUE(
        refused(change(people.hosaka, SetSuccessor{people.chief, people.manager, today()}), Refusal::GoesInCircles))
        << "that post is there";
    ASSERT_TRUE(fine(change(people.hosaka, SetSuccessor{people.financeChief, people.financeManager, today()})));

    EXPECT_TRUE(at(people.hosaka).stranded()->empty());
    EXPECT_TRUE(waitsFor(people.zaizen, stays));
    ASSERT_TRUE(fine(approve(people.zaizen, stays)));
    EXPECT_TRUE(sound(people.zushi, stays));
    const auto sheet = at(admin).posts();
    ASSERT_EQ(sheet->successions.size(), 1u);
    ASSERT_EQ(sheet->abolished.size(), 1u);
    EXPECT_EQ(sheet->abolished[0], people.financeChief);
    EXPECT_EQ(sheet->names.value(people.financeChief), QStringLiteral("財政係長"));
}

TEST_P(AbsenceContract, FollowsAPostThroughSeveralChanges)
{
    const char *columns = "post_id, section_id, code, title, rank, head";
    const CaseId id = filed();
    endYesterday("post", columns, people.chief);
    ASSERT_TRUE(fine(change(admin, SetSuccessor{people.chief, people.senior, today()})));
    ASSERT_TRUE(waitsFor(people.seki, id));

    endYesterday("post", columns, people.senior);
    EXPECT_FALSE(waitsFor(people.seki, id));
    EXPECT_EQ(at(admin).stranded()->size(), 1u);
    ASSERT_TRUE(fine(change(admin, SetSuccessor{people.senior, people.assistant, today()})));

    EXPECT_TRUE(at(admin).stranded()->empty());
    EXPECT_TRUE(waitsFor(people.hosaka, id));
    ASSERT_TRUE(fine(approve(people.hosaka, id)));
    EXPECT_TRUE(sound(people.sato, id));
    // Back again, a ring hangs nobody
    EXPECT_TRUE(failed(change(admin, SetSuccessor{people.senior, people.chief, today()}), ErrorCode::NotFound));
}

TEST_P(AbsenceContract, PutsNoAdministratorInADecidersPlace)
{
    const auto listing = [&](int place, PostId post) {
        return office.tamper(QStringLiteral("INSERT INTO stand_in (decider_id, place, post_id, valid_from, added_in) "
                                            "VALUES (%1, %2, %3, '%4', 1)")
                                 .arg(people.director.value())
                                 .arg(place)
                                 .arg(post.value())
                                 .arg(toText(today().addDays(-9))));
    };
    ASSERT_TRUE(fine(listing(1, people.viceDirector)));
    ASSERT_TRUE(fine(listing(2, people.manager)));
    ASSERT_TRUE(fine(deputy(people.suzuki, people.suzuki, people.kato)));
    const auto standIn = [&](int order, PostId post) { return StandIn{people.director, order, post}; };

    EXPECT_TRUE(
        refused(change(admin, SetStandIns{people.director, {standIn(1, people.manager)}}), Refusal::SelfAppointed));
    EXPECT_TRUE(refused(
        change(admin, SetStandIns{people.director, {standIn(1, people.financeManager), standIn(2, people.manager)}}),
        Refusal::SelfAppointed))
        << "the place is the same, who was before is not";
    EXPECT_TRUE(refused(away(admin, people.bando), Refusal::SelfAppointed));
    EXPECT_TRUE(refused(away(admin, people.suzuki), Refusal::SelfAppointed));
    EXPECT_TRUE(fine(change(admin,
                            SetStandIns{people.director,
                                        {standIn(1, people.viceDirector), standIn(2, people.financeManager),
                                         standIn(3, people.manager)}})));
    EXPECT_TRUE(failed(change(admin, RegisterAbsence{people.seki, AbsenceKind::Leave, true, today(), today()}),
                       ErrorCode::AccessDenied))
        << "theirs to say";
}

// An answer that was lost is asked for again.
TEST_P(AbsenceContract, RegistersAnAbsenceOnce)
{
    ASSERT_TRUE(fine(away(people.suzuki, people.suzuki)));

    EXPECT_TRUE(failed(away(people.suzuki, people.suzuki), ErrorCode::AlreadyExists));
    EXPECT_TRUE(failed(away(admin, people.suzuki), ErrorCode::AlreadyExists));
    EXPECT_TRUE(fine(away(people.suzuki, people.suzuki, 4)));
    const AbsenceId id = at(people.suzuki).absences(people.suzuki)->absences[0].value.id;
    ASSERT_TRUE(fine(change(people.suzuki, EndAbsence{id, today().addDays(-1)})));
    EXPECT_TRUE(fine(away(people.suzuki, people.suzuki))) << "it stands no more";
}

TEST_P(AbsenceContract, LimitsHowMuchOnePersonRegistersWithinADay)
{
    for (int i = 0; i < 10; ++i) {
        ASSERT_TRUE(fine(deputy(people.suzuki, people.suzuki, people.seki)));
        const Dated<Deputyship> row = at(people.suzuki).absences(people.suzuki)->deputies.at(0);
        ASSERT_TRUE(fine(change(people.suzuki, EndDeputy{people.suzuki, people.seki, row.from, row.addedIn})));
    }

    EXPECT_TRUE(refused(deputy(people.suzuki, people.suzuki, people.seki), Refusal::TooManyEntries));
    EXPECT_TRUE(refused(away(people.suzuki, people.suzuki), Refusal::TooManyEntries));
    EXPECT_TRUE(fine(away(people.seki, people.seki))) << "everybody else may still";
}

TEST_P(AbsenceContract, KeepsWhatIsPlannedForLaterDays)
{
    const QDate april = today().addDays(30);
    ASSERT_TRUE(fine(office.tamper(
        QStringLiteral(
            "INSERT INTO stand_in (decider_id, place, post_id, valid_from, added_in) VALUES (%1, 1, %2, '%3', 1)")
            .arg(people.director.value())
            .arg(people.financeManager.value())
            .arg(toText(april)))));
    ASSERT_TRUE(fine(change(admin, SetStandIns{people.director, {{people.director, 1, people.viceDirector}}})));

    auto sheet = at(admin).posts();
    ASSERT_TRUE(fine(sheet));
    ASSERT_EQ(sheet->standIns.size(), 2u);
    for (const Dated<StandIn> &row : sheet->standIns) {
        const bool planned = row.value.post == people.financeManager;
        EXPECT_EQ(row.from, planned ? april : today());
        EXPECT_EQ(row.until, planned ? QDate() : april.addDays(-1));
    }

    // The work of a post that was abolished yesterday goes to another until one is there that was planned
    filed();
    endYesterday("post", "post_id, section_id, code, title, rank, head", people.financeChief);
    ASSERT_TRUE(fine(change(admin, SetSuccessor{people.financeChief, people.financeManager, april})));
    ASSERT_TRUE(fine(change(admin, SetSuccessor{people.financeChief, people.senior, today()})));
    sheet = at(admin).posts();
    ASSERT_EQ(sheet->successions.size(), 2u);
    for (const Dated<Succession> &row : sheet->successions) {
        const bool planned = row.value.successor == people.financeManager;
        EXPECT_EQ(row.from, planned ? april : today());
        EXPECT_EQ(row.until, planned ? QDate() : april.addDays(-1));
    }
    ASSERT_TRUE(fine(change(admin, SetSuccessor{people.financeChief, std::nullopt, today()})));
    EXPECT_EQ(at(admin).posts()->successions.size(), 1u) << "the planned one stays";
}

TEST_P(AbsenceContract, SaysWhoChangedWhat)
{
    ASSERT_TRUE(fine(deputy(people.suzuki, people.suzuki, people.seki)));
    ASSERT_TRUE(fine(away(admin, people.suzuki)));

    const AbsenceId id = at(people.suzuki).absences(people.suzuki)->absences[0].value.id;
    ASSERT_TRUE(fine(change(people.suzuki, EndAbsence{id, today().addDays(-1)})));

    ASSERT_TRUE(fine(office.tamper(QStringLiteral(
        "INSERT INTO office_info (key, value) SELECT 'probe', r.made_by || ',' || x.made_by || ',' || x.ended_by"
        " FROM office_revision r, absence x WHERE r.revision = 2 AND x.ended_at >= x.made_at"))));
    EXPECT_EQ(office.owner().office().configuration()->info.value(QStringLiteral("probe")),
              QStringLiteral("suzuki,%1,%2").arg(admin.value()).arg(people.suzuki.value()));
    const auto deputies = at(people.sato).absences(people.suzuki)->deputies;
    ASSERT_EQ(deputies.size(), 1u);
    EXPECT_EQ(deputies[0].addedIn, 2);
}

} // namespace kessai::test
