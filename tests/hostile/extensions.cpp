// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

const QString kGround = QStringLiteral("理由");
const QString kFriend = QStringLiteral("staff:15"); // 藤, who has no part in anything

/// Somebody to be asked: by the 課長, who may ask 財政係長 to consult.
Command added(bool before = false, StepKind kind = StepKind::Consult)
{
    return AddStep{kind, StepRule::All, {sceneOffice().small.financeChief}, before, kGround};
}

/// An extension by 加藤 at step 2 of 5, with the step it adds changed.
auto withStep(const Edit &edit, const char *login = "kato", CaseId SceneCases::*which = &SceneCases::second,
              const Command &command = added())
{
    return falsePayload(login, which, command, [=](QJsonObject &o) {
        QJsonObject step = o[QLatin1String("step")].toObject();
        edit(step);
        o[QLatin1String("step")] = step;
    });
}

/// 坂東 raises the decision to somebody else than the mayor, who then may read as well.
auto raisedTo(const QStringList &who, StepRule rule = StepRule::All, int needed = 1)
{
    return [=](Stage &stage) {
        const QJsonArray parties = QJsonArray::fromStringList(who);
        Call call = stage.honest("bando", stage.cases().deciding, Raise{kGround});
        call.edit(&Call::payload, [=](QJsonObject &o) {
            QJsonObject step = o[QLatin1String("step")].toObject();
            step[QLatin1String("assignments")] = parties;
            step[QLatin1String("rule")] = int(rule);
            step[QLatin1String("needed")] = needed;
            o[QLatin1String("step")] = step;
        });
        call.edit(&Call::effects, readers([=](QJsonArray &a) {
            a.removeLast();
            for (const QString &party : who) {
                if (!QStringList{QStringLiteral("post:3"), QStringLiteral("post:5")}.contains(party))
                    a.append(party); // those who may read already
            }
        }));
        return call.sql();
    };
}

std::vector<Attack> wherever()
{
    using C = SceneCases;
    const auto none = refusedAs("NoSuchStep");
    const auto invalid = faultOf("Invalid");
    return {
        {"put a step before somebody who has acted", "kato", withStep(set("no", 1)), none},
        {"put a step far ahead", "kato", withStep(set("no", 4)), none},
        {"put a step at no place", "kato", withStep(set("no", 0)), none},
        {"put a step off the route", "kato", withStep(set("no", 99)), none},
        {"put a step behind the decision", "bando", withStep(set("no", 5), "bando", &C::deciding, added(true)), none},
        {"put a step before one's own that somebody has acted on", "r01",
         withStep(set("no", 1), "r01", &C::halfPair, added()), none},
        {"put another decision before the decision", "kato", withStep(set("kind", 3)), none},
        {"put another decision in the decider's place", "bando",
         withStep(set("kind", 3), "bando", &C::deciding, added(true)), none},
        {"put an examination of one's own into the route", "kato", withStep(set("kind", 2)), none},
        {"put a step in under a line of the rules", "kato", withStep(set("line", QStringLiteral("D-3"))), none},
        {"put in a consultation whose objection counts for nothing", "kato", withStep(set("objection", 1)), none},
        {"take the decision over without being the decider", "kato",
         falsePayload("kato", &C::second, added(),
                      [](QJsonObject &o) {
                          QJsonObject step = o[QLatin1String("step")].toObject();
                          step[QLatin1String("kind")] = 3;
                          o[QLatin1String("step")] = step;
                          o[QLatin1String("raise")] = 1;
                      }),
         none},
        {"raise a review to a friend", "kato", falsePayload("kato", &C::second, added(), set("raise", 1)), none},
        {"put the decision before an accomplice", "bando", raisedTo({kFriend}), none},
        {"put the decision before a subordinate", "bando", raisedTo({QStringLiteral("post:5")}), none},
        {"put the decision before another department", "bando", raisedTo({QStringLiteral("post:16")}), none},
        {"put the decision before one's own post again", "bando", raisedTo({QStringLiteral("post:3")}), none},
        {"put the decision before the mayor in person", "bando", raisedTo({QStringLiteral("staff:1")}), none},
        {"put the decision before the mayor or an accomplice, whoever is first", "bando",
         raisedTo({QStringLiteral("post:1"), kFriend}, StepRule::Any, 1), none},
        {"put the decision before the mayor and an accomplice, one of whom will do", "bando",
         raisedTo({QStringLiteral("post:1"), kFriend}, StepRule::Count, 1), none},
        {"put the decision before the mayor and an accomplice", "bando",
         raisedTo({QStringLiteral("post:1"), kFriend}, StepRule::All, 2), none},
        {"raise the decision and let it stand where it is", "bando",
         withStep(set("no", 4), "bando", &C::deciding, Raise{kGround}), none},
        {"add a step that asks nobody", "kato", withStep(set("assignments", QJsonArray())), invalid},
        {"add a step that needs nobody's consent", "kato", withStep(set("needed", 0)), invalid},
        {"add a step that needs more consent than it asks for", "kato", withStep(set("needed", 2)), invalid},
        {"add an accomplice beside somebody who must agree, and be content with one", "kato",
         withStep(set("assignments", QJsonArray{QStringLiteral("post:11"), kFriend})), invalid},
        {"add a step for somebody who is not there", "kato",
         withStep(set("assignments", QJsonArray{QStringLiteral("staff:9999")})), refusedAs("UnknownStaff")},
        {"add a step with a note nobody can read", "kato",
         withStep(set("notes",
                      QJsonArray{QJsonObject{{QStringLiteral("kind"), 99},
                                             {QStringLiteral("line"), QStringLiteral("+")},
                                             {QStringLiteral("post"), QJsonValue::Null}}})),
         invalid},
        {"add a step that blocks and asks the drafter", "kato",
         withStep(set("assignments", QJsonArray{QStringLiteral("staff:9")})), refusedAs("OwnCase")},
    };
}

std::vector<Attack> whoever()
{
    using C = SceneCases;
    using O = SmallOffice;
    const auto notYours = refusedAs("NotYourTurn");
    const Step friendly{3, StepKind::Review, StepRule::All, 1, QStringLiteral("+"), {{1, StaffId(15)}}, {}};
    return {
        {"lengthen a route before it is one's turn", "bando",
         claimed(&C::second, Extended{{4, 1}, friendly, false, kGround}, &O::director), notYours},
        {"lengthen a route after one's turn", "suzuki",
         claimed(&C::second, Extended{{1, 1}, friendly, false, kGround}, &O::chief), refusedAs("AlreadyActed")},
        {"lengthen a route at somebody else's step", "suzuki",
         claimed(&C::second, Extended{{2, 1}, friendly, false, kGround}, &O::manager), notYours},
        {"lengthen the route of one's own case", "sato",
         claimed(&C::second, Extended{{2, 1}, friendly, false, kGround}, &O::clerk), refusedAs("OwnCase")},
        {"lengthen the route of a decided case", "bando",
         claimed(&C::decided, Extended{{4, 1}, friendly, false, kGround}, &O::director), refusedAs("AlreadyDecided")},
        {"lengthen a route from a circulation", "shiba",
         claimed(&C::circulating, Extended{{1, 1}, friendly, false, kGround}, &O::examiner), notYours},
        {"lengthen a route as an auditor", "shindo",
         claimed(&C::second, Extended{{2, 1}, friendly, false, kGround}, &O::manager), notYours},
        {"raise the decision in the decider's place", "bando",
         claimed(&C::standing, Extended{{2, 1}, friendly, true, kGround}, &O::director), notYours},
        {"lengthen a route without a reason", "kato",
         claimed(&C::second, Extended{{2, 1}, friendly, false, QStringLiteral("　 ")}, &O::manager),
         refusedAs("ReasonMissing")},
    };
}

// 加藤 asks 財政係長 after their own step 2: no changes, reader 加藤; before it: [2.1 → open, 3.1 → waiting].
std::vector<Attack> whatever()
{
    using C = SceneCases;
    const auto invalid = faultOf("Invalid");
    const auto after = [](const Edit &edit) { return falseEffects("kato", &C::second, added(), edit); };
    const auto before = [](const Edit &edit) { return falseEffects("kato", &C::second, added(true), edit); };
    return {
        {"lengthen a route within the round", "kato", after(set("round", 1)), invalid},
        {"lengthen a route and begin two rounds", "kato", after(set("round", 3)), invalid},
        {"lengthen a route and approve one's step", "kato",
         after(changes([](QJsonArray &a) { a.append(change(2, 1, 2)); })), invalid},
        {"lengthen a route and open the new step at once", "kato",
         after(changes([](QJsonArray &a) { a.append(change(3, 1, 1)); })), invalid},
        {"lengthen a route and agree for the new step", "kato",
         after(changes([](QJsonArray &a) { a.append(change(3, 1, 2)); })), invalid},
        {"lengthen a route and void the decision", "kato",
         after(changes([](QJsonArray &a) { a.append(change(5, 1, 7)); })), invalid},
        {"lengthen a route and erase an approval", "kato",
         after(changes([](QJsonArray &a) { a.append(change(1, 1, 0)); })), invalid},
        {"lengthen a route and decide", "kato", after(set("state", 4)), invalid},
        {"lengthen a route and let an accomplice read", "kato",
         after(readers([](QJsonArray &a) { a.append(kFriend); })), invalid},
        {"ask somebody first and keep one's own step open", "kato",
         before(changes([](QJsonArray &a) { a.removeLast(); })), invalid},
        {"ask somebody first and do not ask them", "kato", before(changes([](QJsonArray &a) { a.removeFirst(); })),
         invalid},
        {"ask somebody first and approve for them", "kato",
         before(changes([](QJsonArray &a) { a[0] = change(2, 1, 2); })), invalid},
        {"ask somebody first and approve one's own step", "kato",
         before(changes([](QJsonArray &a) { a[1] = change(3, 1, 2); })), invalid},
        {"ask somebody first and keep them from reading", "kato",
         before(readers([](QJsonArray &a) { a.removeLast(); })), invalid},
    };
}

} // namespace

std::vector<Attack> extensionAttacks()
{
    std::vector<Attack> attacks = wherever();
    for (const auto &group : {whoever(), whatever()})
        attacks.insert(attacks.end(), group.begin(), group.end());
    return attacks;
}

} // namespace kessai::test
