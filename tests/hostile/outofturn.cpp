// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

const QString kWhy = QStringLiteral("理由");
const QString kNoWords = QStringLiteral("　 ");

EventBody approved(int step, Manner manner, const QString &comment = kWhy, int no = 1)
{
    return Approved{{step, no}, {}, comment, manner};
}

const Command kStandIn = Approve{std::nullopt, kWhy, Manner::Acting};
const Command kPullUp = Approve{std::nullopt, kWhy, Manner::PullUp};
const Command kObject = Object{std::nullopt, kWhy};

// 代決: the 副市長 is away; so is the first in their place, 福祉課長 福井; the second, 部長 坂東, is there; 財政課長 財前 comes after.
std::vector<Attack> inAnothersPlace()
{
    using C = SceneCases;
    using O = SmallOffice;
    const auto noStandIn = refusedAs("NoStandIn");
    const auto notYours = refusedAs("NotYourTurn");
    const auto invalid = faultOf("Invalid");
    return {
        {"decide in the place of a decider who is there", "kato",
         claimed(&C::deciding, approved(4, Manner::Acting), &O::manager), noStandIn},
        {"decide for the 副市長 when another stand-in comes first", "zaizen",
         claimed(&C::standing, approved(2, Manner::Acting), &O::financeManager), noStandIn},
        {"decide as the first stand-in, being away oneself", "fukui",
         claimed(&C::standing, approved(2, Manner::Acting), &O::careManager), noStandIn},
        {"decide for the 副市長 without being listed", "kato",
         claimed(&C::standing, approved(2, Manner::Acting), &O::manager), noStandIn},
        {"decide as a stand-in for a post one does not hold", "kato",
         claimed(&C::standing, approved(2, Manner::Acting), &O::director), noStandIn},
        {"decide as the deputy of the stand-in", "tsugawa",
         claimed(&C::standing, approved(2, Manner::Acting), &O::director, &O::bando), faultOf("NotFound")},
        {"decide as a stand-in in somebody's name", "bando",
         claimed(&C::standing, approved(2, Manner::Acting), &O::director, &O::fukuda), noStandIn},
        {"decide as a stand-in for no post", "bando", claimed(&C::standing, approved(2, Manner::Acting)), noStandIn},
        {"decide as a stand-in under the decider's post", "bando",
         claimed(&C::standing, approved(2, Manner::Acting), &O::viceMayor), noStandIn},
        {"decide as a stand-in under the decider's post, as if it were one's own", "bando",
         claimed(&C::standing, approved(2, Manner::Own), &O::viceMayor), notYours},
        {"decide as a stand-in, as if it were one's own turn", "bando",
         claimed(&C::standing, approved(2, Manner::Own), &O::director), notYours},
        {"decide out of turn what a stand-in may decide", "bando",
         claimed(&C::standing, approved(2, Manner::PullUp), &O::director), notYours},
        {"decide in one's own place", "bando", claimed(&C::deciding, approved(4, Manner::Acting), &O::director),
         noStandIn},
        {"review in somebody's place", "kato", claimed(&C::fresh, approved(1, Manner::Acting), &O::manager), notYours},
        {"agree in somebody's place", "zaizen", claimed(&C::consult, approved(3, Manner::Acting), &O::financeManager),
         notYours},
        {"return in the decider's place", "bando",
         claimed(&C::standing, Returned{{2, 1}, std::nullopt, kWhy, Manner::Acting}, &O::director), notYours},
        {"reject in the decider's place", "bando",
         claimed(&C::standing, Rejected{{2, 1}, kWhy, Manner::Acting}, &O::director), notYours},
        {"decide an important case in the decider's place", "bando",
         claimed(&C::weighty, approved(2, Manner::Acting), &O::director), refusedAs("DeciderOnly")},
        {"decide a disputed case in the decider's place", "bando",
         claimed(&C::disputed, approved(3, Manner::Acting), &O::director), refusedAs("DeciderOnly")},
        {"decide one's own case as the stand-in of its decider", "sato",
         claimed(&C::standing, approved(2, Manner::Acting), &O::clerk), refusedAs("OwnCase")},
        {"decide in a manner that does not exist", "bando",
         falsePayload("bando", &C::standing, kStandIn, set("manner", 3)), invalid},
        {"decide in a negative manner", "bando", falsePayload("bando", &C::standing, kStandIn, set("manner", -1)),
         invalid},
        {"stand in without a trace on the decider's seat", "bando",
         falseEffects("bando", &C::standing, kStandIn, changes([](QJsonArray &a) { a[0] = change(2, 1, 2); })),
         invalid},
        {"stand in and have it read afterwards at once", "bando",
         falseEffects("bando", &C::standing, kStandIn, changes([](QJsonArray &a) { a[0] = change(2, 1, 9); })),
         invalid},
        {"stand in and let the case run on", "bando", falseEffects("bando", &C::standing, kStandIn, set("state", 1)),
         invalid},
        {"stand in and keep oneself out of the list of readers", "bando",
         falseEffects("bando", &C::standing, kStandIn, readers([](QJsonArray &a) { a = {}; })), invalid},
        {"see what only the 副市長 decides, coming after the stand-in", "zaizen",
         claimed(&C::absent, approved(1, Manner::Acting), &O::financeManager), faultOf("NotFound")},
        {"see what only the 副市長 decides, being away as they are", "fukui",
         claimed(&C::absent, approved(1, Manner::Acting), &O::careManager), faultOf("NotFound")},
        {"see the 部長's own case as the one in their place while they are there", "kato",
         claimed(&C::bosses, approved(1, Manner::Acting), &O::manager), faultOf("NotFound")},
    };
}

// 引上げ.
std::vector<Attack> beforeOthers()
{
    using C = SceneCases;
    using O = SmallOffice;
    const auto notYours = refusedAs("NotYourTurn");
    const auto invalid = faultOf("Invalid");
    const auto others = refusedAs("OthersFirst");
    return {
        {"pull a case up over a consultation", "bando", claimed(&C::fresh, approved(4, Manner::PullUp), &O::director),
         others},
        {"pull a case up over a consultation that is being asked", "bando",
         claimed(&C::consult, approved(4, Manner::PullUp), &O::director), others},
        {"pull a case up over an examination", "bando",
         claimed(&C::examining, approved(2, Manner::PullUp), &O::director), others},
        {"return over an examination", "bando",
         claimed(&C::examining, Returned{{2, 1}, std::nullopt, kWhy, Manner::PullUp}, &O::director), others},
        {"reject over a consultation", "bando",
         claimed(&C::fresh, Rejected{{4, 1}, kWhy, Manner::PullUp}, &O::director), others},
        {"pull up where nobody is passed over", "suzuki", claimed(&C::fresh, approved(1, Manner::PullUp), &O::chief),
         notYours},
        {"pull up the decision where nobody is missing", "bando",
         claimed(&C::deciding, approved(4, Manner::PullUp), &O::director), notYours},
        {"pull up as the consulted section", "zaizen",
         claimed(&C::askedAgain, approved(3, Manner::PullUp), &O::financeManager), notYours},
        {"pull up for a post one does not hold", "suzuki",
         claimed(&C::steppedBack, approved(2, Manner::PullUp), &O::manager), notYours},
        {"pull up under one's own post for another's step", "kato",
         claimed(&C::pulled, approved(4, Manner::PullUp), &O::manager), others},
        {"pull up without being on the route", "hosaka", claimed(&C::fresh, approved(2, Manner::PullUp), &O::assistant),
         faultOf("NotFound")},
        {"pull up a case that was pulled up already", "kato",
         claimed(&C::pulled, approved(2, Manner::PullUp), &O::manager), refusedAs("AlreadyActed")},
        {"pull up a case that came back", "bando", claimed(&C::returned, approved(4, Manner::PullUp), &O::director),
         refusedAs("WrongState")},
        {"pull up without a reason", "kato", claimed(&C::fresh, approved(2, Manner::PullUp, kNoWords), &O::manager),
         refusedAs("ReasonMissing")},
        {"pull up one's own case", "bando", claimed(&C::bosses, approved(1, Manner::PullUp), &O::director),
         refusedAs("OwnCase")},
        {"pull up several steps at once", "kato",
         claimed(&C::fresh, Approved{{2, 1}, {{4, 1}}, kWhy, Manner::PullUp}, &O::manager), notYours},
        {"return to a step out of turn", "kato",
         claimed(&C::fresh, Returned{{2, 1}, 1, kWhy, Manner::PullUp}, &O::manager), refusedAs("NoSuchStep")},
        {"pull up and leave the lower one open", "kato",
         falseEffects("kato", &C::fresh, kPullUp, changes([](QJsonArray &a) { a.removeAt(1); })), invalid},
        {"pull up and approve for the lower one", "kato",
         falseEffects("kato", &C::fresh, kPullUp, changes([](QJsonArray &a) { a[1] = change(1, 1, 2); })), invalid},
        {"pull up and skip the lower one for good", "kato",
         falseEffects("kato", &C::fresh, kPullUp, changes([](QJsonArray &a) { a[1] = change(1, 1, 6); })), invalid},
        {"pull up and leave one of several nothing to read", "bando",
         falseEffects("bando", &C::several, kPullUp, changes([](QJsonArray &a) { a[3] = change(1, 3, 6); })), invalid},
        {"pull up and leave the lower one nothing to read", "kato",
         falseEffects("kato", &C::fresh, kPullUp, changes([](QJsonArray &a) { a[1] = change(1, 1, 9); })), invalid},
        {"pull up and pass over the consultation as well", "kato",
         falseEffects("kato", &C::fresh, kPullUp, changes([](QJsonArray &a) { a[2] = change(3, 1, 8); })), invalid},
        {"pull up and open the decision", "kato",
         falseEffects("kato", &C::fresh, kPullUp, changes([](QJsonArray &a) { a[2] = change(4, 1, 1); })), invalid},
        {"pull up and decide", "kato", falseEffects("kato", &C::fresh, kPullUp, set("state", 4)), invalid},
        {"approve in turn and pass somebody over in passing", "suzuki",
         falseEffects("suzuki", &C::fresh, Approve{}, changes([](QJsonArray &a) { a[1] = change(2, 1, 8); })), invalid},
    };
}

// 後閲: 鈴木 was passed over in `pulled`, 坂東 in `skipped`, the 副市長 in `stoodIn`.
std::vector<Attack> afterTheFact()
{
    using C = SceneCases;
    using O = SmallOffice;
    const auto notYours = refusedAs("NotYourTurn");
    const auto invalid = faultOf("Invalid");
    return {
        {"read afterwards as the deputy of whom it passed over", "tsugawa",
         claimed(&C::skipped, approved(1, Manner::Own), &O::director, &O::bando), notYours},
        {"read afterwards in a subordinate's place", "kato", claimed(&C::pulled, approved(1, Manner::Own), &O::chief),
         notYours},
        {"read afterwards what one decided for the 副市長", "bando",
         claimed(&C::stoodIn, approved(1, Manner::Own), &O::viceMayor), notYours},
        {"read afterwards under the stand-in's post", "bando",
         claimed(&C::stoodIn, approved(1, Manner::Own), &O::director), notYours},
        {"decide in the 副市長's place a second time", "bando",
         claimed(&C::stoodIn, approved(1, Manner::Acting), &O::director), notYours},
        {"read afterwards as a pull-up", "suzuki", claimed(&C::pulled, approved(1, Manner::PullUp), &O::chief),
         notYours},
        {"return what one is only to read afterwards", "suzuki",
         claimed(&C::pulled, Returned{{1, 1}, std::nullopt, kWhy}, &O::chief), notYours},
        {"reject what one is only to read afterwards", "suzuki", claimed(&C::pulled, Rejected{{1, 1}, kWhy}, &O::chief),
         notYours},
        {"reject afterwards what a stand-in decided", "fukuda",
         claimed(&C::stoodIn, Rejected{{1, 1}, kWhy}, &O::viceMayor), notYours},
        {"return afterwards what a superior decided", "bando",
         claimed(&C::skipped, Returned{{1, 1}, std::nullopt, kWhy}, &O::director), notYours},
        {"read afterwards and approve a step with it", "suzuki",
         claimed(&C::pulled, Approved{{1, 1}, {{3, 1}}, kWhy}, &O::chief), notYours},
        {"lengthen a route one is only to read", "suzuki",
         claimed(&C::pulled,
                 Extended{{1, 1},
                          {2, StepKind::Review, StepRule::All, 1, QStringLiteral("+"), {{1, StaffId(15)}}, {}},
                          false,
                          kWhy},
                 &O::chief),
         notYours},
        {"read afterwards and mark it approved", "suzuki",
         falseEffects("suzuki", &C::pulled, Approve{}, changes([](QJsonArray &a) { a[0] = change(1, 1, 2); })),
         invalid},
        {"read afterwards and agree for the consulted section", "suzuki",
         falseEffects("suzuki", &C::pulled, Approve{}, changes([](QJsonArray &a) { a.append(change(3, 1, 2)); })),
         invalid},
        {"read afterwards and reopen one's step", "suzuki",
         falseEffects("suzuki", &C::pulled, Approve{}, changes([](QJsonArray &a) { a[0] = change(1, 1, 1); })),
         invalid},
        {"read afterwards in the record only", "suzuki",
         falseEffects("suzuki", &C::pulled, Approve{}, changes([](QJsonArray &a) { a = {}; })), invalid},
        {"read afterwards and take a decided case back", "bando",
         falseEffects("bando", &C::skipped, Approve{}, set("state", 1)), invalid},
    };
}

// 合議の不同意.
std::vector<Attack> objections()
{
    using C = SceneCases;
    using O = SmallOffice;
    const auto notYours = refusedAs("NotYourTurn");
    const auto invalid = faultOf("Invalid");
    return {
        {"object at a review", "suzuki", claimed(&C::fresh, Objected{{1, 1}, kWhy}, &O::chief), notYours},
        {"object at the decision", "bando", claimed(&C::deciding, Objected{{4, 1}, kWhy}, &O::director), notYours},
        {"object at an examination", "shiba", claimed(&C::examining, Objected{{1, 1}, kWhy}, &O::examiner), notYours},
        {"object to what only circulates", "shiba", claimed(&C::circulating, Objected{{1, 1}, kWhy}, &O::examiner),
         notYours},
        {"object to what is decided", "zaizen", claimed(&C::decided, Objected{{3, 1}, kWhy}, &O::financeManager),
         refusedAs("AlreadyDecided")},
        {"object for the consulted section", "kato", claimed(&C::consult, Objected{{3, 1}, kWhy}, &O::financeManager),
         notYours},
        {"object after agreeing", "shiba", claimed(&C::halfPair, Objected{{1, 1}, kWhy}, &O::examiner),
         refusedAs("AlreadyActed")},
        {"object a second time", "zaizen", claimed(&C::disputed, Objected{{2, 1}, kWhy}, &O::financeManager),
         refusedAs("AlreadyActed")},
        {"object without a reason", "zaizen", claimed(&C::consult, Objected{{3, 1}, kNoWords}, &O::financeManager),
         refusedAs("ReasonMissing")},
        {"object before one is asked again", "zaizen",
         claimed(&C::askedAgain, Objected{{3, 1}, kWhy}, &O::financeManager), notYours},
        {"object, and the case runs on", "zaizen", falseEffects("zaizen", &C::consult, kObject, set("state", 1)),
         invalid},
        {"object, and the case is decided", "zaizen", falseEffects("zaizen", &C::consult, kObject, set("state", 4)),
         invalid},
        {"object, and leave the decision waiting", "zaizen",
         falseEffects("zaizen", &C::consult, kObject, changes([](QJsonArray &a) { a.removeAt(1); })), invalid},
        {"object, and open the decision", "zaizen",
         falseEffects("zaizen", &C::consult, kObject,
                      [](QJsonObject &o) {
                          o[QLatin1String("changes")] = QJsonArray{change(3, 1, 10), change(4, 1, 1)};
                          o[QLatin1String("state")] = 1;
                          o[QLatin1String("postings")] = 0;
                      }),
         invalid},
        {"object, and count as agreed", "zaizen",
         falseEffects("zaizen", &C::consult, kObject, changes([](QJsonArray &a) { a[0] = change(3, 1, 2); })), invalid},
        {"agree, and count as objecting", "zaizen",
         falseEffects("zaizen", &C::consult, Approve{}, changes([](QJsonArray &a) { a[0] = change(3, 1, 10); })),
         invalid},
        {"object, and keep the postings", "zaizen", falseEffects("zaizen", &C::consult, kObject, set("postings", 0)),
         invalid},
        {"object, and void the other's agreement", "r01",
         falseEffects("r01", &C::halfPair, kObject, changes([](QJsonArray &a) { a.insert(1, change(1, 1, 7)); })),
         invalid},
        {"object, and pass somebody over with it", "zaizen",
         falsePayload("zaizen", &C::consult, kObject,
                      set("passed", QJsonArray{QJsonObject{{QStringLiteral("no"), 1}, {QStringLiteral("step"), 4}}})),
         notYours},
    };
}

} // namespace

std::vector<Attack> outOfTurnAttacks()
{
    std::vector<Attack> all = inAnothersPlace();
    for (const auto &group : {beforeOthers(), afterTheFact(), objections()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace kessai::test
