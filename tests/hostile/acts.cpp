// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

const QString kBlank = QStringLiteral("　 \t\u00a0"); // spaces, wide and narrow

/// An approval somebody claims on an assignment.
auto claims(CaseId SceneCases::*which, AssignmentRef on, PostId SmallOffice::*post,
            StaffId SmallOffice::*principal = nullptr)
{
    return [=](Stage &stage) {
        const CaseId id = stage.cases().*which;
        return stage
            .claim(id, stage.seq(id), on, post ? std::optional(stage.small().*post) : std::nullopt,
                   principal ? std::optional(stage.small().*principal) : std::nullopt)
            .sql();
    };
}

/// An honest approval with one thing changed in the call.
auto bent(const char *login, CaseId SceneCases::*which, const std::function<void(Call &, Stage &)> &change)
{
    return [=](Stage &stage) {
        Call call = stage.honest(login, stage.cases().*which, Approve{});
        change(call, stage);
        return call.sql();
    };
}

EventBody backTo(int step, int from)
{
    return Returned{{from, 1}, step, QStringLiteral("確認してください")};
}

EventBody approval(AssignmentRef on, std::vector<AssignmentRef> also)
{
    return Approved{on, std::move(also), QString()};
}

std::vector<Attack> whoseTurn()
{
    using C = SceneCases;
    using O = SmallOffice;
    return {
        {"approve one's own case at a step bound to one's own post", "tanaka", claims(&C::own, {1, 1}, &O::clerk),
         refusedAs("OwnCase")},
        {"decide one's own case as the boss", "bando", claims(&C::bosses, {1, 1}, &O::director), refusedAs("OwnCase")},
        {"decide one's own case as the deputy of its decider", "tsugawa",
         claims(&C::deputys, {1, 1}, &O::director, &O::bando), refusedAs("OwnCase")},
        {"decide the boss's own case as the boss's deputy", "tsugawa",
         claims(&C::bosses, {1, 1}, &O::director, &O::bando), refusedAs("OwnCase")},
        {"reject one's own case", "tanaka", claimed(&C::own, Rejected{{1, 1}, QStringLiteral("理由")}, &O::clerk),
         refusedAs("OwnCase")},
        {"approve in another section", "fuji", claims(&C::fresh, {1, 1}, &O::chief), faultOf("NotFound")},
        {"act on a case that does not exist", "fuji",
         [](Stage &stage) {
             return stage.claim(CaseId(999999), 0, {1, 1}, stage.small().chief).sql();
         },
         faultOf("NotFound")},
        {"take the next step as well, as its post", "suzuki", claims(&C::second, {2, 1}, &O::manager),
         refusedAs("NotYourTurn")},
        {"take the next step as well, as one's own post", "suzuki", claims(&C::second, {2, 1}, &O::chief),
         refusedAs("NotYourTurn")},
        {"act for no post at a step bound to a post", "kato", claims(&C::second, {2, 1}, nullptr),
         refusedAs("NotYourTurn")},
        {"approve at a step that is not open yet", "kato", claims(&C::steppedBack, {2, 1}, &O::manager),
         refusedAs("NotYourTurn")},
        {"decide before the case has arrived", "bando", claims(&C::fresh, {4, 1}, &O::director),
         refusedAs("NotYourTurn")},
        {"answer before one is consulted", "zaizen", claims(&C::fresh, {3, 1}, &O::financeManager),
         faultOf("NotFound")},
        {"decide a second time", "bando", claims(&C::decided, {4, 1}, &O::director), refusedAs("AlreadyDecided")},
        {"return a decided case", "bando",
         claimed(&C::decided, Returned{{4, 1}, std::nullopt, QStringLiteral("理由")}, &O::director),
         refusedAs("AlreadyDecided")},
        {"reject a decided case", "bando", claimed(&C::decided, Rejected{{4, 1}, QStringLiteral("理由")}, &O::director),
         refusedAs("AlreadyDecided")},
        {"approve a rejected case", "kato", claims(&C::rejected, {2, 1}, &O::manager), refusedAs("WrongState")},
        {"approve a withdrawn case", "suzuki", claims(&C::withdrawn, {1, 1}, &O::chief), refusedAs("WrongState")},
        {"approve a cancelled case", "suzuki", claims(&C::cancelled, {1, 1}, &O::chief), refusedAs("WrongState")},
        {"approve a returned case", "kato", claims(&C::returned, {2, 1}, &O::manager), refusedAs("WrongState")},
        {"approve the same step twice", "suzuki", claims(&C::second, {1, 1}, &O::chief), refusedAs("AlreadyActed")},
        {"act on an assignment that is not on the route", "kato", claims(&C::second, {2, 7}, &O::manager),
         refusedAs("NotYourTurn")},
        {"act for somebody without being their deputy", "suzuki", claims(&C::deciding, {4, 1}, &O::director, &O::bando),
         refusedAs("NotYourTurn")},
        {"act as one's own deputy", "kato", claims(&C::second, {2, 1}, &O::manager, &O::kato),
         refusedAs("NotYourTurn")},
        {"act as a deputy without saying for whom", "tsugawa", claims(&C::deciding, {4, 1}, &O::director),
         refusedAs("NotYourTurn")},
        {"act as a deputy under one's own post", "tsugawa", claims(&C::deciding, {4, 1}, &O::viceDirector, &O::bando),
         refusedAs("NotYourTurn")},
        {"act as a deputy whose time is over", "hosaka", claims(&C::second, {2, 1}, &O::manager, &O::kato),
         faultOf("NotFound")},
        {"act as a deputy whose time is over, with another time zone", "hosaka",
         [](Stage &stage) {
             return QString(QStringLiteral("SET TimeZone = 'Etc/GMT+12';; ")
                            + claims(&C::second, {2, 1}, &O::manager, &O::kato)(stage));
         },
         faultOf("NotFound")},
        {"act as a deputy whose time has not come", "fukui", claims(&C::fresh, {1, 1}, &O::chief, &O::suzuki),
         faultOf("NotFound")},
        {"act as the deputy of a deputy", "zama", claims(&C::deciding, {4, 1}, &O::director, &O::bando),
         faultOf("NotFound")},
        {"act as the deputy of a deputy, one by one", "zama", claims(&C::deciding, {4, 1}, &O::director, &O::tsugawa),
         faultOf("NotFound")},
        {"act for a post one held until yesterday", "mukashi", claims(&C::fresh, {1, 1}, &O::chief),
         faultOf("NotFound")},
        {"act for a post one will hold tomorrow", "tsugi", claims(&C::fresh, {1, 1}, &O::chief), faultOf("NotFound")},
        {"act after leaving the office", "taishoku", claims(&C::own, {1, 1}, &O::clerk), faultOf("AccessDenied")},
        {"act with a login that is nobody's", "stranger", claims(&C::fresh, {1, 1}, &O::chief),
         faultOf("AccessDenied")},
        {"approve as an auditor", "shindo", claims(&C::fresh, {1, 1}, &O::chief), refusedAs("NotYourTurn")},
        {"remark as an auditor", "shindo", claimed(&C::fresh, Commented{QStringLiteral("見ています")}),
         refusedAs("NotYourTurn")},
        {"approve as an administrator", "kaita", claims(&C::fresh, {1, 1}, &O::chief), faultOf("NotFound")},
        {"remark as an administrator", "kaita", claimed(&C::fresh, Commented{QStringLiteral("見ています")}),
         faultOf("NotFound")},
    };
}

std::vector<Attack> whatKind()
{
    using C = SceneCases;
    using O = SmallOffice;
    return {
        {"withdraw somebody else's case", "suzuki", claimed(&C::fresh, Withdrawn{}), refusedAs("NotDrafter")},
        {"cancel somebody else's case", "suzuki", claimed(&C::fresh, Cancelled{QStringLiteral("理由")}),
         refusedAs("NotDrafter")},
        {"withdraw for the drafter, as if deputising", "suzuki", claimed(&C::fresh, Withdrawn{}, nullptr, &O::sato),
         refusedAs("NotDrafter")},
        {"withdraw one's own case for a post", "sato", claimed(&C::fresh, Withdrawn{}, &O::clerk),
         refusedAs("NotDrafter")},
        {"withdraw after somebody has acted", "sato", claimed(&C::second, Withdrawn{}), refusedAs("AlreadyMoved")},
        {"withdraw a decided case", "sato", claimed(&C::decided, Withdrawn{}), refusedAs("AlreadyDecided")},
        {"withdraw a returned case", "sato", claimed(&C::returned, Withdrawn{}), refusedAs("WrongState")},
        {"cancel a decided case", "sato", claimed(&C::decided, Cancelled{QStringLiteral("理由")}),
         refusedAs("AlreadyDecided")},
        {"cancel a rejected case", "sato", claimed(&C::rejected, Cancelled{QStringLiteral("理由")}),
         refusedAs("WrongState")},
        {"cancel twice", "sato", claimed(&C::cancelled, Cancelled{QStringLiteral("理由")}), refusedAs("WrongState")},
        {"cancel a draft that has no history", "sato", claimed(&C::draft, Cancelled{QStringLiteral("理由")}),
         refusedAs("WrongState")},
        {"cancel without a reason", "sato", claimed(&C::fresh, Cancelled{kBlank}), refusedAs("ReasonMissing")},
        {"return without a reason", "kato", claimed(&C::second, Returned{{2, 1}, std::nullopt, kBlank}, &O::manager),
         refusedAs("ReasonMissing")},
        {"reject without a reason", "kato", claimed(&C::second, Rejected{{2, 1}, kBlank}, &O::manager),
         refusedAs("ReasonMissing")},
        {"remark nothing", "kato", claimed(&C::second, Commented{kBlank}), refusedAs("ReasonMissing")},
        {"reject what one is only consulted on", "zaizen",
         claimed(&C::consult, Rejected{{3, 1}, QStringLiteral("理由")}, &O::financeManager),
         refusedAs("ConsultCannotReject")},
        {"return to a later step", "kato", claimed(&C::second, backTo(3, 2), &O::manager), refusedAs("NoSuchStep")},
        {"return to the step itself", "kato", claimed(&C::second, backTo(2, 2), &O::manager), refusedAs("NoSuchStep")},
        {"return to a step that is not there", "kato", claimed(&C::second, backTo(99, 2), &O::manager),
         refusedAs("NoSuchStep")},
        {"return to step 0", "kato", claimed(&C::second, backTo(0, 2), &O::manager), refusedAs("NoSuchStep")},
        {"return to a circulation", "hosaka", claimed(&C::circulating, backTo(1, 2), &O::assistant),
         refusedAs("NoSuchStep")},
        {"reject what only circulates", "shiba",
         claimed(&C::decided, Rejected{{5, 1}, QStringLiteral("理由")}, &O::examiner), refusedAs("NotYourTurn")},
        {"return what only circulates", "shiba",
         claimed(&C::circulating, Returned{{1, 1}, std::nullopt, QStringLiteral("理由")}, &O::examiner),
         refusedAs("NotYourTurn")},
        {"read in somebody's place what circulates", "suzuki", claims(&C::decided, {5, 1}, &O::examiner),
         refusedAs("NotYourTurn")},
        {"approve a later step along with one's own", "kato",
         claimed(&C::second, approval({2, 1}, {{4, 1}}), &O::manager), refusedAs("NotYourTurn")},
        {"approve a consulted section's step along with one's own", "kato",
         claimed(&C::second, approval({2, 1}, {{3, 1}}), &O::manager), refusedAs("NotYourTurn")},
        {"approve further steps from a consulted one", "zaizen",
         claimed(&C::consult, approval({3, 1}, {{4, 1}}), &O::financeManager), refusedAs("NotYourTurn")},
        {"approve an earlier step along with one's own", "kato",
         claimed(&C::second, approval({2, 1}, {{1, 1}}), &O::manager), refusedAs("NotYourTurn")},
        {"approve the same step twice in one act", "kato", claimed(&C::second, approval({2, 1}, {{2, 1}}), &O::manager),
         refusedAs("NotYourTurn")},
        {"approve through to the decision with the next own step", "hosaka",
         claimed(&C::circulating, approval({2, 1}, {{3, 1}, {4, 1}}), &O::assistant), refusedAs("NotYourTurn")},
        {"remind in somebody else's case", "suzuki", claimed(&C::second, Reminded{}), refusedAs("NotDrafter")},
        {"remind as an auditor", "shindo", claimed(&C::second, Reminded{}), refusedAs("NotDrafter")},
        {"remind for a post", "sato", claimed(&C::second, Reminded{}, &O::clerk), refusedAs("NotDrafter")},
        {"remind for the drafter, as if deputising", "suzuki", claimed(&C::second, Reminded{}, nullptr, &O::sato),
         refusedAs("NotDrafter")},
        {"remind in a returned case", "sato", claimed(&C::returned, Reminded{}), refusedAs("WrongState")},
        {"remind in a decided case", "sato", claimed(&C::decided, Reminded{}), refusedAs("AlreadyDecided")},
        {"remind on one's own draft", "sato", claimed(&C::draft, Reminded{}), refusedAs("WrongState")},
        {"remind in a case one cannot read", "fuji", claimed(&C::fresh, Reminded{}), faultOf("NotFound")},
        {"remind twice on a day", "sato",
         [](Stage &stage) {
             Call call = stage.honest("sato", stage.cases().second, Remind{QStringLiteral("至急")});
             const QString first = call.sql();
             ++call.expected;
             call.request += QLatin1Char('b');
             return QString(QStringLiteral("BEGIN;; ") + first + QStringLiteral(";; ") + call.sql());
         },
         refusedAs("RemindedBefore")},
        {"remark for a post", "kato", claimed(&C::second, Commented{QStringLiteral("一言")}, &O::manager),
         refusedAs("NotYourTurn")},
        {"remark for somebody else", "tsugawa",
         claimed(&C::deciding, Commented{QStringLiteral("一言")}, nullptr, &O::bando), refusedAs("NotYourTurn")},
        {"remark on one's own draft", "sato", claimed(&C::draft, Commented{QStringLiteral("一言")}),
         refusedAs("WrongState")},
        {"remark on a case one cannot read", "fuji", claimed(&C::fresh, Commented{QStringLiteral("一言")}),
         faultOf("NotFound")},
    };
}

std::vector<Attack> whichMoment()
{
    using C = SceneCases;
    return {
        {"act on a history that moved on", "kato",
         bent("kato", &C::second, [](Call &call, Stage &) { --call.expected; }), refusedAs("Stale")},
        {"act on a history that is not there yet", "kato",
         bent("kato", &C::second, [](Call &call, Stage &) { ++call.expected; }), refusedAs("Stale")},
        {"use somebody else's request id", "kato",
         bent("kato", &C::second,
              [](Call &call, Stage &stage) {
                  call.request =
                      stage.ask(QStringLiteral("SELECT request_id FROM kessai.event WHERE case_id = %1 AND seq = 2")
                                    .arg(stage.cases().second.value()));
              }),
         faultOf("AlreadyExists")},
        {"use one's own request id for another case", "suzuki",
         bent("suzuki", &C::fresh,
              [](Call &call, Stage &stage) {
                  call.request =
                      stage.ask(QStringLiteral("SELECT request_id FROM kessai.event WHERE case_id = %1 AND seq = 2")
                                    .arg(stage.cases().second.value()));
              }),
         faultOf("AlreadyExists")},
        {"send an act twice to have it twice", "suzuki",
         bent("suzuki", &C::fresh,
              [](Call &call, Stage &stage) {
                  call.caseId = stage.cases().second.value();
                  call.request =
                      stage.ask(QStringLiteral("SELECT request_id FROM kessai.event WHERE case_id = %1 AND seq = 2")
                                    .arg(stage.cases().second.value()));
              }),
         onlyValue("2")},
        {"act without a request id", "kato",
         bent("kato", &C::second, [](Call &call, Stage &) { call.request.clear(); }), faultOf("Invalid")},
        {"act with an endless request id", "kato",
         bent("kato", &C::second, [](Call &call, Stage &) { call.request = QString(1000, QLatin1Char('r')); }),
         faultOf("Invalid")},
        {"invent a kind of event", "kato",
         bent("kato", &C::second, [](Call &call, Stage &) { call.code = QStringLiteral("decided"); }),
         faultOf("Invalid")},
        {"use a version nobody can read", "kato",
         bent("kato", &C::second, [](Call &call, Stage &) { call.version = 2; }), faultOf("Invalid")},
        {"call an approval a rejection", "kato",
         bent("kato", &C::second, [](Call &call, Stage &) { call.code = QStringLiteral("rejected"); }),
         faultOf("Invalid")},
        {"act under REPEATABLE READ", "kato",
         [](Stage &stage) {
             return QString(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ;; ")
                            + stage.honest("kato", stage.cases().second, Approve{}).sql());
         },
         faultOf("Invalid")},
        {"act under SERIALIZABLE", "kato",
         [](Stage &stage) {
             return QString(QStringLiteral("SET default_transaction_isolation = 'serializable';; BEGIN;; ")
                            + stage.honest("kato", stage.cases().second, Approve{}).sql());
         },
         faultOf("Invalid")},
        {"approve twice in one statement", "kato",
         [](Stage &stage) {
             Call call = stage.honest("kato", stage.cases().second, Approve{});
             const QString first = call.sql();
             call.request += QLatin1Char('b');
             return QString(QStringLiteral("WITH a AS MATERIALIZED (") + first
                            + QStringLiteral("), b AS MATERIALIZED (") + call.sql()
                            + QStringLiteral(") SELECT * FROM a, b"));
         },
         refusedAs("Stale")},
        {"act in a read-only transaction", "kato",
         [](Stage &stage) {
             return QString(QStringLiteral("BEGIN READ ONLY;; ")
                            + stage.honest("kato", stage.cases().second, Approve{}).sql());
         },
         errorState("25006")},
    };
}

} // namespace

std::vector<Attack> actAttacks()
{
    std::vector<Attack> all = whoseTurn();
    for (const auto &group : {whatKind(), whichMoment()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace kessai::test
