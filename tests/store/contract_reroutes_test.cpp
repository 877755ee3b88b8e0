// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/filing.h"
#include "core/cases/reroute.h"
#include "tests/store/rerouteoffice.h"

#include <random>

// The contract of cases that an administrator addresses to another post, the same on every database.

namespace kessai::test {

namespace {

class RerouteContract : public RerouteOffice {};
KESSAI_ON_BOTH_DATABASES(RerouteContract);

} // namespace

TEST_P(RerouteContract, WhatWaitsGoesOnAtAnotherPostAndTheRecordSaysWhy)
{
    const CaseId id = filed();
    ASSERT_TRUE(waitsFor(people.suzuki, id));
    away({people.suzuki});

    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));

    EXPECT_TRUE(waitsFor(people.hosaka, id));
    EXPECT_FALSE(waitsFor(people.suzuki, id));
    const auto view = at(people.sato).open(id);
    ASSERT_TRUE(fine(view));
    EXPECT_TRUE(view->verified.sound());
    const HistoryLine &line = view->history.back();
    EXPECT_EQ(line.code, QStringLiteral("rerouted"));
    EXPECT_EQ(line.text, QStringLiteral("長期の療養"));
    EXPECT_EQ(line.actorName, QStringLiteral("福井 恵"));
    EXPECT_TRUE(line.subject.contains(QStringLiteral("課長補佐"))) << line.subject.toStdString();
    const auto arrived = std::find_if(view->route.begin(), view->route.end(), [](const StepView &step) {
        return !step.assignments.empty() && step.assignments.front().arrivedAt.has_value();
    });
    ASSERT_NE(arrived, view->route.end());
    EXPECT_EQ(arrived->assignments.front().arrivedAt, view->record.history.back().at) << "it came there only now";
    ASSERT_TRUE(fine(approve(people.hosaka, id)));
    EXPECT_TRUE(waitsFor(people.kato, id));
    (void)stateOf(id);
}

TEST_P(RerouteContract, TheAdministratorReadsNothingByIt)
{
    const CaseId id = filed();
    away({people.suzuki});
    EXPECT_TRUE(failed(at(admin).open(id), ErrorCode::NotFound));
    const auto route = at(admin).openRoute(id);
    ASSERT_TRUE(fine(route));
    EXPECT_EQ(route->drafter, people.sato);
    EXPECT_EQ(route->steps, [&] {
        std::vector<Step> steps = stateOf(id).steps;
        for (Step &step : steps) {
            step.notes.clear();
            step.line.clear();
        }
        return steps;
    }());
    EXPECT_TRUE(std::none_of(route->access.begin(), route->access.end(), [](const Assignee &one) {
        return std::holds_alternative<StaffId>(one);
    })) << "of the readers the posts alone";
    EXPECT_TRUE(route->postings.empty());
    EXPECT_TRUE(route->contentDigest.isEmpty());

    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));

    EXPECT_TRUE(failed(at(admin).open(id), ErrorCode::NotFound));
    EXPECT_FALSE(waitsFor(admin, id));
    EXPECT_TRUE(failed(at(people.suzuki).openRoute(id), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(at(admin).openRoute(CaseId(99'999)), ErrorCode::NotFound));
    const auto draft =
        at(people.sato).saveDraft(std::nullopt, {QStringLiteral("memo"), 1, memo(QStringLiteral("下書き")), {}});
    ASSERT_TRUE(fine(draft));
    EXPECT_TRUE(failed(at(admin).openRoute(*draft), ErrorCode::NotFound)) << "a draft is nobody's to know of";
}

TEST_P(RerouteContract, IsForAdministratorsWithoutAPartInTheCase)
{
    const CaseId id = filed();

    EXPECT_TRUE(failed(reroute(people.zama, id, people.assistant), ErrorCode::AccessDenied));
    EXPECT_TRUE(failed(reroute(people.suzuki, id, people.assistant), ErrorCode::AccessDenied));
    EXPECT_TRUE(refused(reroute(people.kato, id, people.assistant), Refusal::PartTaken))
        << "an administrator who reviews";
    EXPECT_TRUE(refused(reroute(admin, id, people.careManager), Refusal::SelfAppointed));
    EXPECT_TRUE(refused(reroute(admin, id, people.welfareDirector), Refusal::EmptyStep));
    EXPECT_TRUE(refused(reroute(admin, id, people.assistant, QStringLiteral(" ")), Refusal::ReasonMissing));
    EXPECT_TRUE(refused(reroute(admin, id, people.chief), Refusal::NoSuchStep));
    EXPECT_EQ(stateOf(id).seq, 1) << "nothing was recorded";
    EXPECT_TRUE(waitsFor(people.suzuki, id));
}

TEST_P(RerouteContract, ADecisionGoesUpwardsOnly)
{
    const CaseId id = filed();
    for (const StaffId who : {people.suzuki, people.kato})
        ASSERT_TRUE(fine(approve(who, id)));
    ASSERT_EQ(stateOf(id).currentStep()->kind, StepKind::Decide);
    EXPECT_TRUE(refused(reroute(admin, id, people.mayor), Refusal::Attended)) << "部長 is there";
    away({people.bando});
    EXPECT_TRUE(refused(reroute(admin, id, people.mayor), Refusal::Attended)) << "somebody decides in 部長's place";
    EXPECT_TRUE(refused(reroute(admin, id, people.viceDirector), Refusal::NoDecider));
    EXPECT_TRUE(refused(reroute(admin, id, people.manager), Refusal::NoDecider));
    away(standIns);

    ASSERT_TRUE(fine(reroute(admin, id, people.mayor)));
    EXPECT_TRUE(waitsFor(people.ichikawa, id));
    ASSERT_TRUE(fine(approve(people.ichikawa, id)));
    EXPECT_EQ(stateOf(id).state, CaseState::Decided);
    const ProposedEvent late{{admin, std::nullopt, std::nullopt},
                             Rerouted{{3, 1}, people.mayor, QStringLiteral("療養")},
                             {CaseState::Running, 1, {}, {}, PostingState::Reserved}};
    auto store = office.open(admin);
    ASSERT_TRUE(fine(store));
    EXPECT_TRUE(
        refused((*store)->cases().append({id, stateOf(id).seq, freshRequestId(), late}), Refusal::AlreadyDecided));
    EXPECT_TRUE(failed(at(admin).openRoute(id), ErrorCode::NotFound));
}

TEST_P(RerouteContract, SomebodyWhoIsThereKeepsWhatWaitsForThem)
{
    const CaseId id = filed();
    EXPECT_TRUE(refused(reroute(admin, id, people.assistant), Refusal::Attended));
    ASSERT_TRUE(
        fine(office.tamper(QStringLiteral("INSERT INTO deputyship (principal_id, deputy_id, valid_from, added_in, "
                                          "when_absent) VALUES (%1, %2, '2020-04-01', 1, 1)")
                               .arg(people.suzuki.value())
                               .arg(people.tanaka.value()))));
    away({people.suzuki});
    EXPECT_TRUE(failed(reroute(admin, id, people.assistant), ErrorCode::Refused)) << "their deputy is there";
    EXPECT_EQ(stateOf(id).seq, 1);
    EXPECT_TRUE(waitsFor(people.tanaka, id));
}

TEST_P(RerouteContract, TheHistorySaysWhoseItWas)
{
    const CaseId id = filed();
    away({people.suzuki});
    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));
    away({people.hosaka});
    ASSERT_TRUE(fine(reroute(admin, id, people.manager)));

    const auto view = at(people.sato).open(id);
    ASSERT_TRUE(fine(view));
    ASSERT_EQ(view->history.size(), 3U);
    EXPECT_TRUE(view->history[1].from.endsWith(QStringLiteral("係長"))) << view->history[1].from.toStdString();
    EXPECT_TRUE(view->history[2].from.endsWith(QStringLiteral("課長補佐"))) << view->history[2].from.toStdString();
    EXPECT_EQ(view->history[2].kind, StepKind::Review);
}

/// Who may decide in somebody's place is told by rows of the office: none of these may come of addressing a case.
TEST_P(RerouteContract, NobodyAddressesADecisionToWhomTheyMayActFor)
{
    const CaseId id = filed();
    for (const StaffId who : {people.suzuki, people.kato})
        ASSERT_TRUE(fine(approve(who, id)));
    away({people.bando});
    away(standIns);
    const AssignmentRef seat = seatOf(id);
    const int seq = stateOf(id).seq;
    const QString me = QString::number(admin.value());
    const QString mayor = QString::number(people.mayor.value());
    const QString ichikawa = QString::number(people.ichikawa.value());
    const auto barred = [&](const QString &table, const QString &insert, const QString &where) {
        ASSERT_TRUE(fine(office.tamper(insert)));
        auto store = office.open(admin);
        ASSERT_TRUE(fine(store));
        const ProposedEvent event{{admin, std::nullopt, std::nullopt},
                                  Rerouted{seat, people.mayor, QStringLiteral("療養")},
                                  {CaseState::Running, 1, {}, {people.mayor}, PostingState::Reserved}};
        EXPECT_TRUE(refused((*store)->cases().append({id, seq, freshRequestId(), event}), Refusal::SelfAppointed))
            << insert.toStdString();
        ASSERT_TRUE(fine(office.tamper(QStringLiteral("DELETE FROM %1 WHERE %2").arg(table, where))));
    };
    const QString deputy = QStringLiteral("principal_id = %1 AND deputy_id = %2").arg(ichikawa, me);
    const QString named =
        QStringLiteral("INSERT INTO deputyship (principal_id, deputy_id, valid_from, added_in, when_absent, forms, "
                       "up_to) VALUES (%1, %2, '%3', 1, %4, '%5', %6)");
    barred(
        QStringLiteral("deputyship"),
        named.arg(ichikawa, me, QStringLiteral("2020-04-01"), QStringLiteral("1"), QString(), QStringLiteral("NULL")),
        deputy);
    barred(
        QStringLiteral("deputyship"),
        named.arg(ichikawa, me, QStringLiteral("2099-04-01"), QStringLiteral("0"), QString(), QStringLiteral("NULL")),
        deputy);
    barred(QStringLiteral("deputyship"),
           named.arg(ichikawa, me, QStringLiteral("2020-04-01"), QStringLiteral("0"), QStringLiteral(",leave,"),
                     QStringLiteral("1")),
           deputy);
    barred(QStringLiteral("stand_in"),
           QStringLiteral("INSERT INTO stand_in (decider_id, place, post_id, level, valid_from, added_in) VALUES (%1, "
                          "9, %2, 2, '2020-04-01', 1)")
               .arg(mayor, QString::number(people.careManager.value())),
           QStringLiteral("decider_id = %1 AND place = 9").arg(mayor));
    barred(QStringLiteral("appointment"),
           QStringLiteral("INSERT INTO appointment (staff_id, post_id, holding, valid_from, added_in) VALUES (%1, %2, "
                          "2, '2099-04-01', 1)")
               .arg(me, mayor),
           QStringLiteral("staff_id = %1 AND post_id = %2").arg(me, mayor));
    barred(QStringLiteral("reorganisation"),
           QStringLiteral("INSERT INTO reorganisation (revision, valid_from, body, reason, made_by, made_at) VALUES "
                          "(1, '2099-04-01', "
                          "'{\"end\":{\"appointments\":[],\"posts\":[],\"roles\":[],\"sections\":[],\"staff\":[]},"
                          "\"from\":\"2099-04-01\","
                          "\"put\":{\"appointments\":[{\"holding\":2,\"post\":%1,\"staff\":%2}],\"posts\":[],\"roles\":"
                          "[],\"sections\":[],"
                          "\"staff\":[],\"successions\":[]}}', 'x', 'x', 0)")
               .arg(mayor, me),
           QStringLiteral("valid_from = '2099-04-01'"));
    ASSERT_TRUE(fine(reroute(admin, id, people.mayor))) << "without any of these it goes there";
    (void)stateOf(id);
}

TEST_P(RerouteContract, WhatWasHonestStaysSoWhenAStepGoesElsewhereLater)
{
    ASSERT_TRUE(fine(office.tamper(
        QStringLiteral("INSERT INTO appointment (staff_id, post_id, holding, valid_from, added_in) VALUES "
                       "(%1, %2, 2, '2020-04-01', 1)")
            .arg(people.suzuki.value())
            .arg(people.manager.value()))));
    const CaseId id = filed();
    ASSERT_TRUE(fine(approve(people.suzuki, id)));
    const auto approved = at(people.sato).open(id);
    ASSERT_TRUE(fine(approved));
    ASSERT_EQ(std::get<Approved>(approved->record.history.back().body).also.size(), 1U) << "課長's review as well";
    ASSERT_TRUE(fine(
        at(people.bando).act(id, 2, freshRequestId(), Return{std::nullopt, 2, QStringLiteral("説明してください")})));
    away({people.suzuki, people.kato});

    ASSERT_TRUE(fine(reroute(admin, id, people.director)));
    EXPECT_EQ(stateOf(id).seq, 4) << "and nothing is wrong with it";
    ASSERT_TRUE(fine(approve(people.bando, id)));
    (void)stateOf(id);
}

TEST_P(RerouteContract, AfterwardsTheRouteGoesOnLikeAnyOther)
{
    const CaseId id = filed();
    away({people.suzuki});
    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));
    const AddStep asked{
        StepKind::Consult, StepRule::All, {people.financeManager}, false, QStringLiteral("意見を聞きたい")};
    ASSERT_TRUE(fine(at(people.hosaka).act(id, 2, freshRequestId(), asked)));
    EXPECT_EQ(stateOf(id).round, 2) << "a longer route keeps whom it waits for";
    for (const StaffId who : {people.hosaka, people.zaizen})
        ASSERT_TRUE(fine(approve(who, id)));
    ASSERT_TRUE(fine(at(people.kato)
                         .act(id, stateOf(id).seq, freshRequestId(),
                              Return{std::nullopt, std::nullopt, QStringLiteral("金額を確認してください")})));

    const Content corrected{QStringLiteral("memo"), 1, memo(QStringLiteral("備品の購入")), {}};
    ASSERT_TRUE(fine(at(people.sato).saveDraft(id, corrected)));
    ASSERT_TRUE(fine(at(people.sato).submit(id, freshRequestId(), {})));
    EXPECT_EQ(stateOf(id).assignment(seatOf(id))->who, Assignee(people.chief)) << "the rules ask whom they ask";
    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));
    ASSERT_TRUE(fine(approve(people.hosaka, id)));
    (void)stateOf(id);
}

TEST_P(RerouteContract, WhatWaitedForAPostThatIsNoMoreGoesUpTheDraftersLine)
{
    const CaseId id = filed();
    const AssignmentRef seat = seatOf(id);
    ASSERT_TRUE(fine(office.tamper(
        QStringLiteral("UPDATE post SET valid_until = '2021-03-31' WHERE post_id = %1").arg(people.chief.value()))));
    signInAnew(admin);
    const auto to = [&](PostId post) {
        return at(admin).reroute(id, 1, freshRequestId(), Reroute{seat, post, QStringLiteral("廃止")});
    };

    EXPECT_TRUE(refused(to(people.assistant), Refusal::NoSuchStep));
    EXPECT_TRUE(refused(to(people.financeManager), Refusal::NoSuchStep));
    ASSERT_TRUE(fine(to(people.manager)));
    (void)stateOf(id);
}

TEST_P(RerouteContract, WhatWaitedForAPersonWhoLeftGoesWhereTheySat)
{
    const CaseId id = filed();
    const AddStep asked{StepKind::Consult, StepRule::All, {people.zushi}, true, QStringLiteral("担当に聞きたい")};
    ASSERT_TRUE(fine(at(people.suzuki).act(id, 1, freshRequestId(), asked)));
    const AssignmentRef seat = seatOf(id);
    ASSERT_EQ(stateOf(id).assignment(seat)->who, Assignee(people.zushi));
    for (const char *table : {"staff", "appointment"})
        ASSERT_TRUE(fine(office.tamper(QStringLiteral("UPDATE %1 SET valid_until = '2021-03-31' WHERE staff_id = %2")
                                           .arg(QLatin1String(table))
                                           .arg(people.zushi.value()))));
    signInAnew(admin);
    const auto to = [&](PostId post) {
        return at(admin).reroute(id, 2, freshRequestId(), Reroute{seat, post, QStringLiteral("退職")});
    };

    EXPECT_TRUE(refused(to(people.assistant), Refusal::NoSuchStep)) << "another 課 than theirs";
    ASSERT_TRUE(fine(to(people.financeChief)));
    ASSERT_TRUE(fine(approve(people.zama, id)));
    (void)stateOf(id);
}

TEST_P(RerouteContract, AReaderNoticesWhatNoDoorWouldHaveTaken)
{
    const CaseId id = filed();
    for (const StaffId who : {people.suzuki, people.kato})
        ASSERT_TRUE(fine(approve(who, id)));
    office.wait();

    EXPECT_EQ(damageOf(id, people.mayor, admin), QString()) << "whether somebody was away no reader knows";
    for (const PostId post : {people.viceDirector, people.chief, people.treasurer})
        EXPECT_TRUE(damageOf(id, post, admin).startsWith(QLatin1String("actor: "))) << "not above: " << post.value();
    EXPECT_TRUE(damageOf(id, people.welfareDirector, admin).startsWith(QLatin1String("actor: "))) << "vacant";
    EXPECT_TRUE(damageOf(id, people.mayor, people.kato).startsWith(QLatin1String("actor: "))) << "who reviewed it";
    EXPECT_TRUE(damageOf(id, people.mayor, people.ichikawa).startsWith(QLatin1String("actor: "))) << "to oneself";
}

TEST_P(RerouteContract, OneOfTwoWinsAndALostAnswerIsAskedForAgain)
{
    const CaseId id = filed();
    away({people.suzuki});
    const auto route = at(admin).openRoute(id);
    ASSERT_TRUE(fine(route));
    const auto event =
        decide(*route, Reroute{{1, 1}, people.assistant, QStringLiteral("療養")}, admin, *office.officeToday());
    ASSERT_TRUE(event);
    const AppendRequest request{id, route->seq, freshRequestId(), *event};
    auto store = office.open(admin);
    ASSERT_TRUE(fine(store));

    const auto first = (*store)->cases().append(request);
    ASSERT_TRUE(fine(first));
    const auto again = (*store)->cases().append(request);
    ASSERT_TRUE(fine(again));
    EXPECT_EQ(again->hash, first->hash);
    EXPECT_TRUE(refused((*store)->cases().append({id, route->seq, freshRequestId(), *event}), Refusal::Stale));
    AppendRequest other = request;
    std::get<Rerouted>(other.event.body).reason = QStringLiteral("別の理由");
    EXPECT_TRUE(failed((*store)->cases().append(other), ErrorCode::AlreadyExists)) << "another act by the same request";
    EXPECT_EQ(stateOf(id).seq, 2);
}

TEST_P(RerouteContract, TheDrafterMayStillTakeItBackAndNobodyElseMayUndoIt)
{
    const CaseId id = filed();
    away({people.suzuki});
    ASSERT_TRUE(fine(reroute(admin, id, people.assistant)));
    EXPECT_TRUE(failed(approve(people.zushi, id), ErrorCode::NotFound));

    ASSERT_TRUE(fine(at(people.sato).act(id, stateOf(id).seq, freshRequestId(), Withdraw{})));
    EXPECT_EQ(stateOf(id).state, CaseState::Withdrawn);
}

/// Whatever is claimed to have come of it: the notary takes what the engine makes of the act and nothing else.
TEST_P(RerouteContract, TheNotaryTakesWhatTheEngineSaysAndNothingElse)
{
    std::mt19937 random{20261127};
    const auto below = [&](int most) { return int(random() % unsigned(most)); };
    auto store = office.open(admin);
    ASSERT_TRUE(fine(store));
    // 芝 examines and holds a post of 総務課; 坂東 decides and heads 会計課 as well; 津川 acts for 坂東 up to an amount.
    const auto add = [&](const QString &sql) { ASSERT_TRUE(fine(office.tamper(sql))); };
    ASSERT_TRUE(fine(office.appoint(people.shiba, people.assistant)));
    ASSERT_TRUE(fine(office.appoint(people.bando, people.treasurer)));
    add(QStringLiteral(
            "INSERT INTO deputyship (principal_id, deputy_id, valid_from, added_in, forms, up_to) VALUES (%1, %2, "
            "'2020-04-01', 1, ',memo,', 100000)")
            .arg(people.bando.value())
            .arg(people.tsugawa.value()));
    const QJsonObject plain = memo(QStringLiteral("机"), 150'000);
    const auto paying = [](const QString &when) {
        QJsonObject fields =
            moving(QStringLiteral("budget.commitment"), budgetLine(kStationery, SectionId(1)).account(), 20'000);
        fields.insert(when, true);
        return fields;
    };
    const QJsonObject examinedFirst = paying(QStringLiteral("pays"));
    const QJsonObject examinedThen = paying(QStringLiteral("orders"));
    const std::vector<std::pair<QJsonObject, std::vector<StaffId>>> ways{
        {plain, {}},
        {plain, {people.suzuki}},
        {plain, {people.suzuki, people.kato}},
        {plain, {people.suzuki, people.kato, people.zaizen}},
        {examinedFirst, {}},
        {examinedFirst, {people.suzuki, people.kato}},
        {examinedFirst, {people.suzuki, people.kato, people.shiga}},
        {examinedThen, {people.suzuki}},
        {examinedThen, {people.suzuki, people.kato, people.bando}},
    };
    int taken = 0;
    int refusedActs = 0;
    CaseId last{0};
    std::map<Refusal, int> why;
    for (int n = 0; n < 30 * int(ways.size()); ++n) {
        const auto &[content, acting] = ways[size_t(n / 30)];
        if (n % 30 == 0) {
            ASSERT_TRUE(fine(office.setPresent()));
        }
        const CaseId id = n % 30 == 0 ? filed(content) : last;
        for (size_t i = 0; n % 30 == 0 && i < acting.size(); ++i)
            ASSERT_TRUE(fine(approve(acting[i], id)));
        last = id;
        office.wait(1'000); // minutes would lead past midnight in the evening, and the server has a clock of its own
        if (n % 5 == 0) {
            ASSERT_TRUE(fine(office.setPresent()));
            const Assignee asked = stateOf(id).assignment(seatOf(id))->who;
            const auto *post = std::get_if<PostId>(&asked);
            std::vector<StaffId> some{people.kato, people.hosaka, people.shiba, people.kaita};
            for (const StaffId who : post ? officeInForce()->holders(*post) : std::vector<StaffId>())
                some.push_back(who);
            if (below(2) == 0)
                some.insert(some.end(), standIns.begin(), standIns.end());
            for (const StaffId who : some) {
                if (below(4) > 0)
                    away({who});
            }
        }
        const Case state = stateOf(id);
        const AssignmentRef waiting = seatOf(id);
        const std::vector<CaseId> listed = strandedCases();
        EXPECT_EQ(std::find(listed.begin(), listed.end(), id) != listed.end(),
                  waitsForNobody(state, waiting, *officeInForce()))
            << "the list of what waits for nobody";
        const AssignmentRef seat = below(4) > 0 ? seatOf(id) : AssignmentRef{1 + below(5), 1 + below(2)};
        const auto now = officeInForce();
        const std::vector<PostId> offered = postsToReroute(state, seat, admin, *now);
        const PostId post =
            offered.empty() || below(3) > 0 ? PostId(1 + below(19)) : offered[size_t(below(int(offered.size())))];
        const Reroute act{seat, post, below(8) == 0 ? QStringLiteral("　") : QStringLiteral("療養")};
        const auto allowed = decide(state, act, admin, *now);
        ProposedEvent event = allowed
            ? *allowed
            : ProposedEvent{{admin, std::nullopt, std::nullopt},
                            Rerouted{act.seat, act.post, act.reason},
                            {CaseState::Running, state.round, {}, {act.post}, PostingState::Reserved}};
        const int lie = allowed ? std::min(below(12), 6) : 6;
        switch (lie) {
        case 0: event.effects.access.push_back(people.fuji); break;
        case 1: event.effects.changes.push_back({act.seat, AssignmentState::Approved}); break;
        case 2: event.effects.state = CaseState::Decided; break;
        case 3: ++event.effects.round; break;
        case 4: event.capacity.principal = people.bando; break;
        case 5: event.effects.postings = PostingState::Used; break;
        default: break;
        }
        const auto done = (*store)->cases().append({id, state.seq, freshRequestId(), event});
        const bool honest = allowed && lie == 6;
        EXPECT_EQ(done.ok(), honest) << "way " << lie << ", step " << act.seat.step << ", post " << act.post.value();
        if (!allowed) {
            EXPECT_TRUE(refused(done, allowed.error())) << "step " << act.seat.step << ", post " << act.post.value();
            ++why[allowed.error()];
        }
        taken += done.ok() ? 1 : 0;
        refusedActs += done.ok() ? 0 : 1;
    }
    EXPECT_GT(taken, 8);
    EXPECT_GT(refusedActs, 100);
    for (const Refusal one : {Refusal::Attended, Refusal::NoSuchStep, Refusal::NoDecider, Refusal::PartTaken,
                              Refusal::EmptyStep, Refusal::SelfAppointed, Refusal::ReasonMissing})
        EXPECT_GT(why[one], 0) << toCode(one).toStdString();
    (void)stateOf(last); // the record proves itself
}

} // namespace kessai::test
