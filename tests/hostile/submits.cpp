// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

#include <QJsonArray>

namespace kessai::test {

namespace {

using StepEdit = std::function<void(QJsonArray &)>;

/// A member deep in an object, by its names.
void setAt(QJsonObject &object, const QStringList &path, const QJsonValue &value)
{
    if (path.size() == 1) {
        object[path[0]] = value;
        return;
    }
    QJsonObject inner = object[path[0]].toObject();
    setAt(inner, path.mid(1), value);
    object[path[0]] = inner;
}

/// 佐藤 submits the draft, with one thing changed in what is submitted.
auto bentSubmission(const char *path, const QJsonValue &value, CaseId SceneCases::*which = &SceneCases::draft)
{
    return [=](Stage &stage) {
        return stage.honestSubmit("sato", stage.cases().*which)
            .edit(&Call::payload,
                  [=](QJsonObject &o) { setAt(o, QString::fromLatin1(path).split(QLatin1Char('.')), value); })
            .sql();
    };
}

/// The same with the steps of the route changed; the effects open the first step, whatever it is.
auto bentRoute(const StepEdit &edit)
{
    return [=](Stage &stage) {
        return stage.honestSubmit("sato", stage.cases().draft)
            .edit(&Call::payload,
                  [=](QJsonObject &o) {
                      QJsonObject route = o[QLatin1String("route")].toObject();
                      QJsonArray steps = route[QLatin1String("steps")].toArray();
                      edit(steps);
                      route[QLatin1String("steps")] = steps;
                      o[QLatin1String("route")] = route;
                  })
            .sql();
    };
}

auto bentEffects(const std::function<void(QJsonObject &)> &edit)
{
    return
        [=](Stage &stage) { return stage.honestSubmit("sato", stage.cases().draft).edit(&Call::effects, edit).sql(); };
}

auto bentCall(const std::function<void(Call &, Stage &)> &change)
{
    return [=](Stage &stage) {
        Call call = stage.honestSubmit("sato", stage.cases().draft);
        change(call, stage);
        return call.sql();
    };
}

StepEdit inStep(int index, const char *key, const QJsonValue &value)
{
    return [=](QJsonArray &steps) {
        QJsonObject step = steps[index].toObject();
        step[QLatin1String(key)] = value;
        steps[index] = step;
    };
}

/// Leaves some steps out and numbers the rest anew.
StepEdit keeping(const std::vector<int> &indexes)
{
    return [=](QJsonArray &steps) {
        QJsonArray kept;
        for (const int index : indexes) {
            QJsonObject step = steps[index].toObject();
            step[QLatin1String("no")] = int(kept.size()) + 1;
            kept.append(step);
        }
        steps = kept;
    };
}

QJsonArray postings(const char *account, const QString &day)
{
    return {QJsonObject{{QStringLiteral("account"), QString::fromLatin1(account)},
                        {QStringLiteral("amount"), 1},
                        {QStringLiteral("day"), day},
                        {QStringLiteral("ledger"), QStringLiteral("overtime.minutes")}}};
}

/// A posting that claims to begin at a minute of the day.
QJsonArray postingsAt(const QJsonValue &start)
{
    QJsonObject posting = postings("staff:9", QStringLiteral("2026-11-24")).first().toObject();
    posting.insert(QStringLiteral("start"), start);
    return {posting};
}

QString daysFromNow(int days)
{
    return sceneOffice().today.addDays(days).toString(Qt::ISODate);
}

QJsonObject opening(int step)
{
    return {{QStringLiteral("no"), 1}, {QStringLiteral("step"), step}, {QStringLiteral("to"), 1}};
}

std::vector<Attack> forgedRoutes()
{
    const auto invalid = faultOf("Invalid");
    const auto nobody = QJsonArray{QStringLiteral("staff:9999")};
    return {
        {"submit without anybody who decides", "sato", bentRoute(keeping({0, 1, 2})), refusedAs("NoDecider")},
        {"submit with two who decide", "sato", bentRoute(inStep(1, "kind", 3)), refusedAs("NoDecider")},
        {"submit with the decision before the reviews", "sato", bentRoute(keeping({3, 0, 1, 2})),
         refusedAs("NoDecider")},
        {"submit with an examiner in the place of the decider", "sato", bentRoute([](QJsonArray &steps) {
             keeping({0})(steps);
             inStep(0, "kind", 2)(steps);
         }),
         refusedAs("NoDecider")},
        {"submit with nothing but a circulation", "sato", bentRoute(keeping({4})), refusedAs("NoDecider")},
        {"submit with a step that asks nobody", "sato", bentRoute(inStep(1, "assignments", QJsonArray())), invalid},
        {"submit with a gap in the numbering", "sato", bentRoute(inStep(1, "no", 7)), invalid},
        {"submit with two steps of one number", "sato", bentRoute(inStep(1, "no", 1)), invalid},
        {"submit a kind of step that does not exist", "sato", bentRoute(inStep(1, "kind", 9)), invalid},
        {"submit a rule that does not exist", "sato", bentRoute(inStep(1, "rule", 7)), invalid},
        {"submit a step that needs nobody's consent", "sato", bentRoute(inStep(0, "needed", 0)), invalid},
        {"submit a step that needs more consent than it asks for", "sato", bentRoute(inStep(0, "needed", 2)), invalid},
        {"submit an all-of step that is content with one", "sato",
         bentRoute(inStep(0, "assignments", QJsonArray{QStringLiteral("post:7"), QStringLiteral("post:8")})), invalid},
        {"submit an any-of step that needs none", "sato", bentRoute([](QJsonArray &steps) {
             inStep(0, "rule", 1)(steps);
             inStep(0, "needed", 0)(steps);
         }),
         invalid},
        {"submit to somebody who does not exist", "sato", bentRoute(inStep(0, "assignments", nobody)),
         refusedAs("UnknownStaff")},
        {"submit to a post that does not exist", "sato",
         bentRoute(inStep(0, "assignments", QJsonArray{QStringLiteral("post:9999")})), refusedAs("UnknownStaff")},
        {"submit to somebody who left", "sato",
         [](Stage &stage) {
             const QString left = QStringLiteral("staff:%1").arg(sceneOffice().taishoku.value());
             return bentRoute(inStep(0, "assignments", QJsonArray{left}))(stage);
         },
         refusedAs("UnknownStaff")},
        {"submit to a word", "sato", bentRoute(inStep(0, "assignments", QJsonArray{QStringLiteral("my friend")})),
         refusedAs("UnknownStaff")},
        {"submit to a number with zeros before it", "sato",
         bentRoute(inStep(0, "assignments", QJsonArray{QStringLiteral("post:007")})), refusedAs("UnknownStaff")},
        {"submit with a note nobody can read", "sato",
         bentRoute(inStep(0, "notes",
                          QJsonArray{QJsonObject{{QStringLiteral("kind"), 99},
                                                 {QStringLiteral("line"), QStringLiteral("D-1")},
                                                 {QStringLiteral("post"), QJsonValue::Null}}})),
         invalid},
        {"submit and open the decision instead of the first step", "sato",
         bentEffects([](QJsonObject &o) { o[QLatin1String("changes")] = QJsonArray{opening(4)}; }), invalid},
        {"submit and open nothing", "sato",
         bentEffects([](QJsonObject &o) { o[QLatin1String("changes")] = QJsonArray(); }), invalid},
        {"submit and open everything", "sato", bentEffects([](QJsonObject &o) {
             o[QLatin1String("changes")] = QJsonArray{opening(1), opening(2), opening(3), opening(4)};
         }),
         invalid},
        {"submit as decided", "sato", bentEffects([](QJsonObject &o) { o[QLatin1String("state")] = 4; }), invalid},
        {"submit and use up the postings", "sato",
         bentEffects([](QJsonObject &o) { o[QLatin1String("postings")] = 1; }), invalid},
        {"submit and let an accomplice read", "sato", bentEffects([](QJsonObject &o) {
             o[QLatin1String("access")] = QJsonArray{QStringLiteral("post:7"), QStringLiteral("staff:15")};
         }),
         invalid},
        {"submit and keep the first step from reading", "sato",
         bentEffects([](QJsonObject &o) { o[QLatin1String("access")] = QJsonArray(); }), invalid},
        {"submit as round 5", "sato", bentEffects([](QJsonObject &o) { o[QLatin1String("round")] = 5; }), invalid},
    };
}

std::vector<Attack> forgedBasis()
{
    using C = SceneCases;
    const auto stale = refusedAs("Stale");
    const auto content = refusedAs("ContentInvalid");
    return {
        {"submit by rules that are no longer in force", "sato", bentSubmission("basis.ruleRevision", 1, &C::leaveDraft),
         stale},
        {"submit by rules that do not exist", "sato", bentSubmission("basis.ruleRevision", 9), stale},
        {"submit by an office as it never was", "sato", bentSubmission("basis.officeRevision", 2), stale},
        {"submit by the office of last week", "sato", bentSubmission("basis.day", daysFromNow(-7)), stale},
        {"submit by the office of tomorrow", "sato", bentSubmission("basis.day", daysFromNow(1)), stale},
        {"submit as the holder of a higher post", "sato",
         [](Stage &stage) {
             return stage.honestSubmit("sato", stage.cases().draft)
                 .edit(&Call::payload,
                       [](QJsonObject &o) {
                           setAt(o, {QStringLiteral("basis"), QStringLiteral("drafterPost")}, 5);
                       })
                 .sql();
         },
         refusedAs("UnknownStaff")},
        {"submit as the holder of a higher post, in the call too", "sato",
         [](Stage &stage) {
             Call call = stage.honestSubmit("sato", stage.cases().draft);
             call.post = 5;
             call.edit(&Call::payload, [](QJsonObject &o) {
                 setAt(o, {QStringLiteral("basis"), QStringLiteral("drafterPost")}, 5);
             });
             return call.sql();
         },
         refusedAs("UnknownStaff")},
        {"submit for no post at all", "sato", bentCall([](Call &call, Stage &) { call.post.reset(); }),
         refusedAs("UnknownStaff")},
        {"submit in somebody's name", "sato",
         bentCall([](Call &call, Stage &stage) { call.principal = stage.small().suzuki.value(); }),
         refusedAs("NotDrafter")},
        {"submit somebody else's draft", "kato", bentCall([](Call &, Stage &) {}), faultOf("NotFound")},
        {"submit the boss's draft as their deputy", "tsugawa",
         [](Stage &stage) {
             Call call = stage.honestSubmit("sato", stage.cases().draft);
             call.caseId = stage.cases().bossDraft.value();
             return call.sql();
         },
         faultOf("NotFound")},
        {"submit a case that is running", "sato", bentCall([](Call &call, Stage &stage) {
             call.caseId = stage.cases().fresh.value();
             call.expected = 1;
         }),
         refusedAs("WrongState")},
        {"submit a decided case again", "sato", bentCall([](Call &call, Stage &stage) {
             call.caseId = stage.cases().decided.value();
             call.expected = stage.seq(stage.cases().decided);
         }),
         refusedAs("AlreadyDecided")},
        {"submit a rejected case again", "sato", bentCall([](Call &call, Stage &stage) {
             call.caseId = stage.cases().rejected.value();
             call.expected = stage.seq(stage.cases().rejected);
         }),
         refusedAs("WrongState")},
        {"submit under a seal that is not the content's", "sato",
         bentSubmission("contentDigest", QString(64, QLatin1Char('a'))), content},
        {"submit under no seal", "sato", bentSubmission("contentDigest", QString()), content},
        {"submit a revision that is not there", "sato", bentSubmission("revision", 2), content},
        {"submit revision 0", "sato", bentSubmission("revision", 0), content},
        {"submit a correction under the seal of the old content", "sato",
         [](Stage &stage) {
             const QString old = stage.ask(
                 QStringLiteral(
                     "SELECT payload::json->>'contentDigest' FROM kessai.event WHERE case_id = %1 AND seq = 1")
                     .arg(stage.cases().returned.value()));
             return bentSubmission("contentDigest", old, &C::returned)(stage);
         },
         content},
        {"submit an old content under the seal of the correction", "sato", bentSubmission("revision", 1, &C::returned),
         content},
        {"submit a posting on no account", "sato", bentSubmission("postings", postings("", daysFromNow(0))),
         faultOf("Invalid")},
        {"submit a posting on a day that is none", "sato",
         bentSubmission("postings", postings("staff:9", QStringLiteral("2026-13-45"))), errorState("22008")},
        {"submit a posting on a day written otherwise", "sato",
         [](Stage &stage) {
             return QString(QStringLiteral("SET DateStyle = 'German';; ")
                            + bentSubmission("postings", postings("staff:9", QStringLiteral("22.11.2026")))(stage));
         },
         faultOf("Invalid")},
        {"submit a posting on no certain day", "sato",
         bentSubmission("postings", postings("staff:9", QStringLiteral("tomorrow"))), faultOf("Invalid")},
        {"submit a posting that begins after the day", "sato", bentSubmission("postings", postingsAt(1440)),
         faultOf("Invalid")},
        {"submit a posting that begins before the day", "sato", bentSubmission("postings", postingsAt(-1)),
         faultOf("Invalid")},
        {"submit a posting that begins at no minute", "sato", bentSubmission("postings", postingsAt(QJsonValue::Null)),
         faultOf("Invalid")},
    };
}

} // namespace

std::vector<Attack> submitAttacks()
{
    std::vector<Attack> all = forgedRoutes();
    const std::vector<Attack> more = forgedBasis();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace kessai::test
