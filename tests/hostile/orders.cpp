// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

// Between the order of a payment and its examination (地方自治法232条の4): nobody examines what is not ordered, nor what they ordered
// themselves, and nothing counts as decided before it was examined. 部長 坂東 orders; 審査担当 芝, or 坂東's own post, would do to examine.

namespace kessai::test {

namespace {

const QString kOrderWhy = QStringLiteral("理由");

/// What 佐藤 submits again that was ordered and sent back, to be bent.
Call sentAgain(Stage &stage, const std::function<void(Submit &)> &change = {})
{
    const CaseId id = stage.cases().sentBack;
    const std::vector<Assignee> examiners{stage.small().examiner, stage.small().director};
    const auto state = stage.play().state(QStringLiteral("sato"), id);
    auto submit = stage.play().submission(QStringLiteral("sato"), id,
                                          handRoute({{StepKind::Decide, StepRule::All, 1, {stage.small().director}},
                                                     {StepKind::Examine, StepRule::Any, 1, examiners}}));
    if (!state || !submit) {
        ADD_FAILURE() << "nothing was sent back";
        return {};
    }
    submit->postings = state->postings;
    if (change)
        change(*submit);
    return stage.honest("sato", id, *submit);
}

/// As one that the decision stands on, whatever else became of it; the effects are those of an honest one.
Call &keepingTheOrder(Call &call)
{
    call.edit(&Call::payload, set("kept", QJsonArray{1}));
    call.edit(&Call::effects, set("changes", QJsonArray{change(1, 1, 2), change(2, 1, 1), change(2, 2, 1)}));
    return call.edit(&Call::effects, set("access", QJsonArray()));
}

/// 佐藤 submits again what was ordered and sent back, the order standing, and something else is to be paid.
auto otherSum(const std::function<void(Submit &)> &change)
{
    return [=](Stage &stage) {
        Call call = sentAgain(stage, change);
        return keepingTheOrder(call).sql();
    };
}

/// The same with other words, or another file.
QString otherContent(Stage &stage)
{
    const Content other{QStringLiteral("draft"), 1, {{QStringLiteral("subject"), QStringLiteral("別の支払")}}, {}};
    Call call = sentAgain(stage, [&](Submit &submit) {
        ++submit.revision;
        submit.contentDigest = other.digest();
    });
    return QStringLiteral("BEGIN;;SELECT kessai.save_draft(%1, %2, 'draft', 1, 'x', NULL, 0, '%3', '', '[]');;%4")
        .arg(stage.cases().sentBack.value())
        .arg(2)
        .arg(QString::fromUtf8(canonicalJson(other.fields)), keepingTheOrder(call).sql());
}

/// 佐藤 submits again what was ordered and sent back, the order standing, by another route and with effects written by hand.
auto resent(const std::function<void(QJsonArray &)> &route, const QJsonArray &what, int state)
{
    return [=](Stage &stage) {
        Call call = sentAgain(stage);
        call.edit(&Call::payload, [=](QJsonObject &o) {
            QJsonObject all = o[QLatin1String("route")].toObject();
            QJsonArray steps = all[QLatin1String("steps")].toArray();
            route(steps);
            all[QLatin1String("steps")] = steps;
            o[QLatin1String("route")] = all;
            o[QLatin1String("kept")] = QJsonArray{1};
        });
        call.edit(&Call::effects, [=](QJsonObject &o) {
            o[QLatin1String("changes")] = what;
            o[QLatin1String("state")] = state;
            o[QLatin1String("postings")] = state == 4 ? 1 : 0;
            o[QLatin1String("access")] = QJsonArray();
        });
        return call.sql();
    };
}

Step friendly()
{
    return {2, StepKind::Circulate, StepRule::All, 1, QStringLiteral("+"), {{1, sceneOffice().small.fuji}}, {}};
}

} // namespace

std::vector<Attack> orderAttacks()
{
    using C = SceneCases;
    using O = SmallOffice;
    const auto notYours = refusedAs("NotYourTurn");
    const auto invalid = faultOf("Invalid");
    const auto noStep = refusedAs("NoSuchStep");
    const auto approves = [](AssignmentRef on, std::vector<AssignmentRef> also = {}) {
        return Approved{on, std::move(also), kOrderWhy};
    };
    Step raised = friendly();
    raised.kind = StepKind::Decide;
    raised.no = 3;
    raised.assignments = {{1, sceneOffice().small.mayor}};
    return {
        {"examine what nobody ordered", "shiba", claimed(&C::toOrder, approves({2, 1}), &O::examiner),
         faultOf("NotFound")},
        {"examine what one is still to order", "bando", claimed(&C::toOrder, approves({2, 2}), &O::director), notYours},
        {"examine by the act by which one orders", "bando",
         claimed(&C::toOrder, approves({1, 1}, {{2, 2}}), &O::director), notYours},
        {"examine before the order by pulling it up", "bando",
         claimed(&C::toOrder, Approved{{2, 2}, {}, kOrderWhy, Manner::PullUp}, &O::director), notYours},
        {"order, and count it as examined", "bando", falseEffects("bando", &C::toOrder, Approve{}, set("state", 4)),
         invalid},
        {"order, and leave the examination out", "bando",
         falseEffects("bando", &C::toOrder, Approve{}, changes([](QJsonArray &a) { a = {a.first()}; })), invalid},
        {"order, and pass the examiner over", "bando",
         falseEffects("bando", &C::toOrder, Approve{}, changes([](QJsonArray &a) {
                          a = {a.first(), change(2, 1, 8), change(2, 2, 8)};
                      })),
         invalid},
        {"examine what one ordered", "bando", claimed(&C::ordered, approves({2, 2}), &O::director),
         refusedAs("PartTaken")},
        {"send back as examiner what one ordered", "bando",
         claimed(&C::ordered, Returned{{2, 2}, std::nullopt, kOrderWhy}, &O::director), refusedAs("PartTaken")},
        {"examine one's own order as its drafter", "sato", claimed(&C::ordered, approves({2, 1}), &O::examiner),
         refusedAs("OwnCase")},
        {"order a second time", "bando", claimed(&C::ordered, approves({1, 1}), &O::director),
         refusedAs("AlreadyActed")},
        {"take an order back that is being examined", "bando",
         claimed(&C::ordered, Returned{{1, 1}, std::nullopt, kOrderWhy}, &O::director), refusedAs("AlreadyActed")},
        {"reject what was ordered", "shiba", claimed(&C::ordered, Rejected{{2, 1}, kOrderWhy}, &O::examiner),
         refusedAs("OrderedCannotReject")},
        {"put a decision behind the order", "shiba",
         claimed(&C::ordered, Extended{{2, 1}, raised, true, kOrderWhy}, &O::examiner), noStep},
        {"show what was ordered to somebody else", "shiba",
         claimed(&C::ordered, Extended{{2, 1}, friendly(), false, kOrderWhy}, &O::examiner), noStep},
        {"decide by sending an order again that nobody is to examine", "sato",
         resent([](QJsonArray &steps) { steps.removeLast(); }, {change(1, 1, 2)}, 4), invalid},
        {"send an order again as examined", "sato", resent([](QJsonArray &) {}, {change(1, 1, 2)}, 4), invalid},
        {"send an order again of another amount", "sato", otherSum([](Submit &s) { s.postings[0].amount += 1; }),
         invalid},
        {"send an order again that moves something else besides", "sato",
         otherSum([](Submit &s) { s.postings.push_back(s.postings[0]); }), invalid},
        {"send an order again that is of another content", "sato", otherContent, invalid},
        {"give up what was ordered and is being examined", "sato", claimed(&C::ordered, Cancelled{kOrderWhy}),
         refusedAs("OrderStands")},
        {"withdraw what was ordered and is being examined", "sato", claimed(&C::ordered, Withdrawn{}),
         refusedAs("OrderStands")},
        {"keep an order and open nothing", "sato", resent([](QJsonArray &) {}, {change(1, 1, 2)}, 1), invalid},
    };
}

} // namespace kessai::test
