// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

using C = SceneCases;

/// What somebody sends to the door by which administrators address what waits; every part of it may be anything. Those it waits for were sent away
/// before, as far as `away` says.
struct Sent final {
    CaseId C::*which = &C::fresh;
    AssignmentRef seat{1, 1};
    PostId SmallOffice::*post = &SmallOffice::assistant;
    QString reason = QStringLiteral("療養");
    Edit payload = [](QJsonObject &) {};
    Edit effects = [](QJsonObject &) {};
    int behind = 0; ///< how many acts ago they looked
    QString request = QStringLiteral("reroute-1");
    std::vector<StaffId SmallOffice::*> away{&SmallOffice::suzuki};
    QString first = {}; ///< what they do before, themselves
    std::function<QString(const QString &)> text = [](const QString &json) { return json; }; ///< of the payload
    QString begin = QStringLiteral("BEGIN");
};

std::function<QString(Stage &)> rerouting(const Sent &sent)
{
    return [sent](Stage &stage) {
        const CaseId id = stage.cases().*sent.which;
        const PostId post = stage.small().*sent.post;
        QJsonObject payload = toJson(EventBody(Rerouted{sent.seat, post, sent.reason}));
        sent.payload(payload);
        const QString round =
            stage.ask(QStringLiteral("SELECT round FROM kessai.case_file WHERE case_id = %1").arg(id.value()));
        const bool reads =
            stage.ask(QStringLiteral("SELECT count(*) FROM kessai.case_access WHERE case_id = %1 AND party = %2")
                          .arg(QString::number(id.value()), QString::number(-post.value())))
            == QLatin1String("1");
        QJsonObject effects = toJson(Effects{CaseState::Running, round.toInt(), {}, {}, PostingState::Reserved});
        if (!reads)
            effects[QLatin1String("access")] = QJsonArray{toText(Assignee(post))};
        sent.effects(effects);
        QString sql;
        for (const auto who : sent.away)
            sql += QStringLiteral("SELECT scenery.send_away(%1);; ").arg((stage.small().*who).value());
        sql += sent.first;
        if (!sql.isEmpty() || sent.begin != QLatin1String("BEGIN"))
            sql.prepend(sent.begin + QStringLiteral(";; "));
        return QString(sql
                       + QStringLiteral("SELECT kessai.reroute(%1, %2, %3, %4, %5)")
                             .arg(QString::number(id.value()), QString::number(stage.seq(id) - sent.behind),
                                  literal(sent.request), literal(sent.text(QString::fromUtf8(canonicalJson(payload)))),
                                  literal(QString::fromUtf8(canonicalJson(effects)))));
    };
}

/// An administrator registers somebody as away, for so many days more.
QString sendingAway(StaffId who, int days)
{
    const QDate today = sceneOffice().today;
    return QStringLiteral("SELECT kessai.add_absence(%1, 3, 0, '%2', '%3');; ")
        .arg(QString::number(who.value()), today.toString(Qt::ISODate), today.addDays(days).toString(Qt::ISODate));
}

/// They take the deputy of somebody away.
QString endingDeputy(StaffId principal, StaffId deputy)
{
    return QStringLiteral("SELECT kessai.end_deputy(%1, %2, (SELECT d.valid_from FROM kessai.deputyship d WHERE "
                          "d.principal_id = %1 AND d.deputy_id = %2 AND d.removed_in IS NULL), 1);; ")
        .arg(principal.value())
        .arg(deputy.value());
}

/// They change the office from today on; `end` and `put` are the parts of it that are not empty.
QString reorganising(const QString &end, const QString &put = {})
{
    QString body = QStringLiteral(
        R"({"from": "%1", "put": {"sections": [], "posts": [], "staff": [], "appointments": [], "roles": [], "successions": []},
            "end": {"sections": [], "posts": [], "staff": [], "appointments": [], "roles": []}})");
    body = body.arg(sceneOffice().today.toString(Qt::ISODate));
    return QStringLiteral(
               "SELECT kessai.reorganise(((%1::jsonb || jsonb_build_object('end', %1::jsonb -> 'end' || %2::jsonb)) || "
               "jsonb_build_object('put', %1::jsonb -> 'put' || %3::jsonb))::text, '人事異動', 1000000);; ")
        .arg(literal(body), literal(end), literal(put.isEmpty() ? QStringLiteral("{}") : put));
}

/// 鈴木's appointment as the chief of 庶務係 ends.
QString emptyingTheChair(const SmallOffice &small)
{
    return reorganising(QStringLiteral(R"({"appointments": [{"staff": %1, "post": %2}]})")
                            .arg(QString::number(small.suzuki.value()), QString::number(small.chief.value())));
}

std::vector<Attack> byWhom()
{
    const auto notTheirs = faultOf("AccessDenied");
    return {
        {"address a case to somebody else as staff", "suzuki", rerouting({.away = {}}), notTheirs},
        {"address a case to somebody else as its drafter", "sato", rerouting({.away = {}}), notTheirs},
        {"address a case to somebody else as the mayor", "ichikawa", rerouting({.away = {}}), notTheirs},
        {"address a case to somebody else as an auditor", "shindo", rerouting({.away = {}}), notTheirs},
        {"address a case to somebody else as whoever looks after the rest", "hosaka", rerouting({.away = {}}),
         notTheirs},
        {"address a case to somebody else after leaving", "taishoku", rerouting({.away = {}}), notTheirs},
        {"address a case to somebody else with a login that is nobody's", "stranger", rerouting({.away = {}}),
         notTheirs},
        {"record that a case was addressed by the common door", "kaita",
         claimed(&C::fresh, Rerouted{{1, 1}, PostId(1), QStringLiteral("x")}), faultOf("NotFound")},
        {"record that a case was addressed by the common door, as its reviewer", "suzuki",
         claimed(&C::fresh, Rerouted{{1, 1}, PostId(1), QStringLiteral("x")}), faultOf("Invalid")},
        {"address a case past the doors", "kaita", plain("UPDATE kessai.assignment SET party = -16"), denied()},
        {"look at the route of a case as staff", "suzuki", plain("SELECT * FROM kessai.open_route(1)"), notTheirs},
        {"look at the route of a case as an auditor", "shindo", plain("SELECT * FROM kessai.open_route(1)"), notTheirs},
        {"look at the route of a case with a login that is nobody's", "stranger",
         plain("SELECT * FROM kessai.open_route(1)"), notTheirs},
        {"look at the route of a draft as an administrator", "kaita",
         [](Stage &stage) {
             return QStringLiteral("SELECT * FROM kessai.open_route(%1)").arg(stage.cases().draft.value());
         },
         nothing()},
        {"look at the route of what is decided as an administrator", "kaita",
         [](Stage &stage) {
             return QStringLiteral("SELECT * FROM kessai.open_route(%1)").arg(stage.cases().decided.value());
         },
         nothing()},
        {"learn what somebody else changed since a case was filed", "suzuki",
         plain("SELECT * FROM kessai.changes_since_filed(1)"), nothing()},
        {"undo what one changed of the office", "kaita", plain("SELECT kessai.undo_changes('{1}', '2026-04-01')"),
         denied()},
        {"read a case one could address", "kaita",
         [](Stage &stage) {
             return QStringLiteral("SELECT * FROM kessai.content WHERE case_id = %1").arg(stage.cases().fresh.value());
         },
         nothing()},
    };
}

std::vector<Attack> whither()
{
    using O = SmallOffice;
    const auto none = refusedAs("NoSuchStep");
    const auto noDecider = refusedAs("NoDecider");
    return {
        {"address a case to oneself", "kaita", rerouting({.post = &O::treasurer}), refusedAs("SelfAppointed")},
        {"address a case to an empty chair", "kaita", rerouting({.post = &O::welfareDirector}), refusedAs("EmptyStep")},
        {"address a case to a post that is not there", "kaita", rerouting({.payload = set("post", 9999)}),
         refusedAs("UnknownStaff")},
        {"address a case to where it is", "kaita", rerouting({.post = &O::chief}), none},
        {"address a decision to somebody below", "kaita",
         rerouting({.which = &C::deciding, .seat = {4, 1}, .post = &O::viceDirector}), noDecider},
        {"address what waits for somebody who is there", "kaita", rerouting({.away = {}}), refusedAs("Attended")},
        {"address a decision whose decider's deputy is there", "kaita",
         rerouting({.which = &C::deciding, .seat = {4, 1}, .post = &O::mayor, .away = {&O::bando}}),
         refusedAs("Attended")},
        {"address what waits for somebody one sent away", "kaita",
         [](Stage &stage) { return rerouting({.away = {}, .first = sendingAway(stage.small().suzuki, 30)})(stage); },
         refusedAs("Attended")},
        {"address what waits for somebody whose absence one made shorter", "kaita",
         [](Stage &stage) {
             const QString shorter =
                 QStringLiteral("SELECT kessai.end_absence((SELECT max(x.absence_id) FROM kessai.absence x WHERE "
                                "x.staff_id = %1), '%2');; ")
                     .arg(QString::number(stage.small().suzuki.value()),
                          sceneOffice().today.addDays(20).toString(Qt::ISODate));
             return rerouting({.first = shorter})(stage);
         },
         refusedAs("Attended")},
        {"address what waits for somebody who is back within a week", "kaita",
         [](Stage &stage) {
             return QString(QStringLiteral("BEGIN;; SELECT scenery.send_away(%1);; SELECT "
                                           "kessai.end_absence((SELECT max(x.absence_id) FROM kessai.absence x WHERE "
                                           "x.staff_id = %1), '%2');; ")
                                .arg(QString::number(stage.small().suzuki.value()),
                                     sceneOffice().today.addDays(6).toString(Qt::ISODate))
                            + rerouting({.away = {}})(stage));
         },
         refusedAs("Attended")},
        {"address a decision after taking its decider's deputy away", "kaita",
         [](Stage &stage) {
             const SmallOffice &small = stage.small();
             return rerouting({.which = &C::deciding,
                               .seat = {4, 1},
                               .post = &O::mayor,
                               .away = {&O::bando, &O::kato},
                               .first = endingDeputy(small.bando, small.tsugawa)})(stage);
         },
         refusedAs("Attended")},
        {"address a decision that somebody makes in the decider's place", "kaita",
         rerouting({.which = &C::standing, .seat = {2, 1}, .post = &O::mayor, .away = {}}), refusedAs("Attended")},
        {"address a decision after emptying the list of who decides in the decider's place", "kaita",
         [](Stage &stage) {
             const QString emptied =
                 QStringLiteral("SELECT kessai.set_stand_ins(%1, '[]');; ").arg(stage.small().viceMayor.value());
             return rerouting({.which = &C::standing, .seat = {2, 1}, .post = &O::mayor, .away = {}, .first = emptied})(
                 stage);
         },
         refusedAs("Attended")},
        {"address what waits for somebody whose post one took from them", "kaita",
         [](Stage &stage) { return rerouting({.away = {}, .first = emptyingTheChair(stage.small())})(stage); },
         refusedAs("Attended")},
        {"address what waits for somebody whose post one took from them, and gave to somebody who is away", "kaita",
         [](Stage &stage) {
             const SmallOffice &small = stage.small();
             const QString given =
                 reorganising(QStringLiteral("{}"),
                              QStringLiteral(R"({"appointments": [{"staff": %1, "post": %2, "holding": 2}]})")
                                  .arg(QString::number(small.hosaka.value()), QString::number(small.chief.value())));
             return rerouting({.post = &O::manager, .away = {&O::hosaka}, .first = emptyingTheChair(small) + given})(
                 stage);
         },
         refusedAs("Attended")},
        {"address a case to somebody who is away", "kaita", rerouting({.post = &O::careManager}),
         refusedAs("EmptyStep")},
        {"address a review to somebody below", "kaita", rerouting({.post = &O::senior}), none},
        {"address a review to another section", "kaita", rerouting({.post = &O::financeManager}), none},
        {"address a decision to the drafter's own head", "kaita",
         rerouting({.which = &C::deciding, .seat = {4, 1}, .post = &O::manager}), noDecider},
        {"address a decision to another section", "kaita",
         rerouting({.which = &C::deciding, .seat = {4, 1}, .post = &O::financeChief}), noDecider},
        {"address an examination to another section", "kaita",
         rerouting({.which = &C::ordered, .seat = {2, 1}, .post = &O::financeChief, .away = {&O::shiba, &O::shiga}}),
         none},
        {"address an examination above its section", "kaita",
         rerouting({.which = &C::ordered, .seat = {2, 1}, .post = &O::mayor, .away = {&O::shiba, &O::shiga}}), none},
        {"address a consultation to another section", "kaita",
         rerouting({.which = &C::consult, .seat = {3, 1}, .away = {&O::zaizen}}), none},
        {"address what was approved", "kaita", rerouting({.which = &C::second}), none},
        {"address what has not come yet", "kaita", rerouting({.seat = {2, 1}}), none},
        {"address what circulates", "kaita", rerouting({.which = &C::circulating}), none},
        {"address what is not on the route", "kaita", rerouting({.seat = {9, 1}}), none},
        {"address what is nobody's", "kaita", rerouting({.seat = {1, 9}}), none},
        {"address what is decided", "kaita", rerouting({.which = &C::decided}), refusedAs("AlreadyDecided")},
        {"address what was returned", "kaita", rerouting({.which = &C::returned}), refusedAs("WrongState")},
        {"address what was withdrawn", "kaita", rerouting({.which = &C::withdrawn}), refusedAs("WrongState")},
        {"address what was rejected", "kaita", rerouting({.which = &C::rejected}), refusedAs("WrongState")},
        {"address a draft", "kaita", rerouting({.which = &C::draft}), faultOf("NotFound")},
        {"address a case for no reason", "kaita", rerouting({.reason = QStringLiteral("　 ")}),
         refusedAs("ReasonMissing")},
        {"address a case one last saw before somebody acted", "kaita",
         rerouting({.which = &C::second, .seat = {2, 1}, .behind = 1}), refusedAs("Stale")},
        {"address a case without saying by which request", "kaita", rerouting({.request = {}}), faultOf("Invalid")},
        {"address a case by the request of another act", "kaita",
         [](Stage &stage) {
             const QString request =
                 stage.ask(QStringLiteral("SELECT request_id FROM kessai.event WHERE case_id = %1 AND seq = 1")
                               .arg(stage.cases().second.value()));
             return rerouting(
                 {.which = &C::second, .seat = {2, 1}, .post = &O::director, .behind = 1, .request = request})(stage);
         },
         faultOf("AlreadyExists")},
        {"address a case by the request of another act on another case", "kaita",
         [](Stage &stage) {
             const QString request =
                 stage.ask(QStringLiteral("SELECT request_id FROM kessai.event WHERE case_id = %1 AND seq = 1")
                               .arg(stage.cases().second.value()));
             return rerouting({.request = request})(stage);
         },
         faultOf("AlreadyExists")},
        {"address a case without saying what one saw of it", "kaita",
         [](Stage &stage) {
             return QStringLiteral("SELECT kessai.reroute(%1, NULL, 'reroute-1', '{}', '{}')")
                 .arg(stage.cases().fresh.value());
         },
         refusedAs("Stale")},
        {"address a case under SERIALIZABLE", "kaita",
         rerouting({.away = {}, .begin = QStringLiteral("BEGIN ISOLATION LEVEL SERIALIZABLE")}), faultOf("Invalid")},
    };
}

std::vector<Attack> whatElse()
{
    const auto invalid = faultOf("Invalid");
    const auto lying = [](const Edit &edit) { return rerouting({.effects = edit}); };
    return {
        {"address a case and let an accomplice read it", "kaita",
         lying(readers([](QJsonArray &a) { a.append(QStringLiteral("staff:15")); })), invalid},
        {"address a case and read it oneself", "kaita",
         lying(readers([](QJsonArray &a) { a.append(QStringLiteral("staff:16")); })), invalid},
        {"address a case to somebody who may not read it", "kaita", lying(readers([](QJsonArray &a) { a = {}; })),
         invalid},
        {"address a case and approve it", "kaita", lying(changes([](QJsonArray &a) { a.append(change(1, 1, 2)); })),
         invalid},
        {"address a case and decide it", "kaita", lying(set("state", 4)), invalid},
        {"address a case and use what it reserved", "kaita", lying(set("postings", 1)), invalid},
        {"address a case and begin a round", "kaita", lying(set("round", 2)), invalid},
        {"address a case and say more than readers know", "kaita", rerouting({.payload = set("more", 1)}), invalid},
        {"address a case to two posts", "kaita",
         rerouting({.text =
                        [](const QString &json) {
                            return QString(json).replace(QLatin1String("{\"post\":"),
                                                         QLatin1String("{\"post\":1,\"post\":"));
                        }}),
         invalid},
        {"address a case to a post below none", "kaita", rerouting({.payload = set("post", -5)}), invalid},
        {"address a case to nothing", "kaita", rerouting({.payload = set("post", QJsonValue::Null)}), invalid},
        {"address a case with a payload that fills the disk", "kaita",
         rerouting({.reason = QString(1'100'000, QLatin1Char('x'))}), faultOf("TooLarge")},
        {"address a case with no payload", "kaita", plain("SELECT kessai.reroute(2, 1, 'r', NULL, NULL)"), invalid},
    };
}

} // namespace

std::vector<Attack> rerouteAttacks()
{
    std::vector<Attack> all;
    for (const auto &group : {byWhom(), whither(), whatElse()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace kessai::test
