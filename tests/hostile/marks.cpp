// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// 佐藤 submits a case again, keeping marks of steps; the last round of `returned` had 鈴木 approve step 1 and 加藤 return at 2.
auto keepingMarks(const std::vector<int> &kept, const std::function<void(Call &)> &change = {},
                  CaseId SceneCases::*which = &SceneCases::returned)
{
    return [=](Stage &stage) {
        Call call = stage.honestSubmit("sato", stage.cases().*which);
        QJsonArray numbers;
        for (const int no : kept)
            numbers.append(no);
        call.edit(&Call::payload, set("kept", numbers));
        if (change)
            change(call);
        return call.sql();
    };
}

/// What a submission does, written down by the attacker.
std::function<void(Call &)> doing(const QJsonArray &what)
{
    return [=](Call &call) { call.edit(&Call::effects, set("changes", what)); };
}

/// The first step asks otherwise than in the last round, and its old mark is to stand.
std::function<void(Call &)> withFirstStep(const Edit &edit, const QJsonArray &newReaders = {})
{
    return [=](Call &call) {
        call.edit(&Call::payload, [=](QJsonObject &o) {
            QJsonObject route = o[QLatin1String("route")].toObject();
            QJsonArray steps = route[QLatin1String("steps")].toArray();
            QJsonObject step = steps[0].toObject();
            edit(step);
            steps[0] = step;
            route[QLatin1String("steps")] = steps;
            o[QLatin1String("route")] = route;
        });
        call.edit(&Call::effects, set("changes", QJsonArray{change(1, 1, 2), change(2, 1, 1)}));
        call.edit(&Call::effects, set("access", newReaders));
    };
}

std::vector<Attack> keptMarks()
{
    using C = SceneCases;
    const auto invalid = faultOf("Invalid");
    const QJsonArray first{change(1, 1, 2), change(2, 1, 1)};
    const QString other = QStringLiteral("post:8");
    return {
        {"keep the mark of a step that sent the case back", "sato",
         keepingMarks({1, 2}, doing({change(1, 1, 2), change(2, 1, 2), change(3, 1, 1)})), invalid},
        {"keep the mark of a step that was never asked", "sato",
         keepingMarks({1, 3}, doing({change(1, 1, 2), change(2, 1, 1), change(3, 1, 2)})), invalid},
        {"keep a mark of a step that has none", "sato", keepingMarks({3}), invalid},
        {"keep the decision", "sato", keepingMarks({1, 4}, doing({change(1, 1, 2), change(2, 1, 1), change(4, 1, 2)})),
         invalid},
        {"keep marks of a round that never was", "sato", keepingMarks({1}, doing(first), &C::draft), invalid},
        {"keep marks of a round in which nobody acted", "sato", keepingMarks({1}, doing(first), &C::withdrawn),
         invalid},
        {"keep the mark of a step that asks somebody else now", "sato",
         keepingMarks({1}, withFirstStep(set("assignments", QJsonArray{other}), {other})), invalid},
        {"keep the mark of a step that one more would do for", "sato",
         keepingMarks({1},
                      withFirstStep(
                          [=](QJsonObject &o) {
                              o[QLatin1String("assignments")] = QJsonArray{QStringLiteral("post:7"), other};
                              o[QLatin1String("rule")] = 1;
                          },
                          {other})),
         invalid},
        {"keep the mark of a review as a consultation", "sato", keepingMarks({1}, withFirstStep(set("kind", 1))),
         invalid},
        {"keep the mark of another line of the rules", "sato",
         keepingMarks({1}, withFirstStep(set("line", QStringLiteral("D-9")))), invalid},
        {"keep a mark that is named twice", "sato", keepingMarks({1, 1}, doing(first)), invalid},
        {"keep the marks of a step that is not on the route", "sato", keepingMarks({9}), invalid},
        {"keep the marks of step 0", "sato", keepingMarks({0}), invalid},
        {"keep a mark without saying so", "sato", keepingMarks({}, doing(first)), invalid},
        {"keep a mark as one that was read", "sato", keepingMarks({1}, doing({change(1, 1, 3), change(2, 1, 1)})),
         invalid},
        {"keep a mark as one that was skipped", "sato", keepingMarks({1}, doing({change(1, 1, 6), change(2, 1, 1)})),
         invalid},
        {"name a mark as kept and ask again", "sato", keepingMarks({1}, doing({change(1, 1, 1)})), invalid},
    };
}

/// 佐藤 submits their draft by hand to somebody first, and says that this review passes over; the effects agree.
auto passingOver(const std::vector<HandStep> &steps, int step = 1, CaseId SceneCases::*which = &SceneCases::draft)
{
    return [=](Stage &stage) {
        std::vector<HandStep> route = steps;
        route.push_back({StepKind::Decide, StepRule::All, 1, {stage.small().director}});
        Call call = stage.honestSubmit("sato", stage.cases().*which, handRoute(route));
        const QJsonObject ref{{QStringLiteral("no"), 1}, {QStringLiteral("step"), step}};
        call.edit(&Call::payload, set("passed", QJsonArray{ref}));
        call.edit(
            &Call::effects,
            set("changes", step == 1 ? QJsonArray{change(1, 1, 8), change(2, 1, 1)} : QJsonArray{change(1, 1, 1)}));
        return call.sql();
    };
}

std::vector<Attack> passedOver()
{
    using enum StepKind;
    const SmallOffice &small = sceneOffice().small;
    const PostId away = sceneOffice().analyst;
    const auto notYours = refusedAs("NotYourTurn");
    const auto invalid = faultOf("Invalid");
    return {
        {"pass over a superior who is there", "sato", passingOver({{Review, StepRule::All, 1, {small.manager}}}),
         notYours},
        {"pass over somebody who is away and did not ask for it", "sato",
         passingOver({{Review, StepRule::All, 1, {small.careManager}}}), notYours},
        {"pass over somebody whose deputy is there", "sato",
         passingOver({{Review, StepRule::All, 1, {sceneOffice().adviser}}}), notYours},
        {"pass over somebody whose deputy for such cases is there", "sato",
         passingOver({{Review, StepRule::All, 1, {away}}}, 1, &SceneCases::leaveDraft), notYours},
        {"pass over a post nobody holds", "sato", passingOver({{Review, StepRule::All, 1, {small.welfareDirector}}}),
         notYours},
        {"pass over one of whom any will do", "sato", passingOver({{Review, StepRule::Any, 1, {away, small.manager}}}),
         notYours},
        {"pass over one of whom so many will do", "sato",
         passingOver({{Review, StepRule::Count, 1, {away, small.manager}}}), notYours},
        {"pass over a consulted post that is away", "sato", passingOver({{Consult, StepRule::All, 1, {away}}}),
         notYours},
        {"pass over an examiner who is away", "sato", passingOver({{Examine, StepRule::All, 1, {away}}}), notYours},
        {"pass over the decider", "sato", passingOver({{Review, StepRule::All, 1, {small.manager}}}, 2), notYours},
        {"pass over somebody who is not on the route", "sato",
         passingOver({{Review, StepRule::All, 1, {small.manager}}}, 9), notYours},
        {"pass over somebody without saying so", "sato",
         [](Stage &stage) {
             Call call = stage.honestSubmit("sato", stage.cases().draft,
                                            handRoute({{Review, StepRule::All, 1, {sceneOffice().analyst}},
                                                       {Decide, StepRule::All, 1, {stage.small().director}}}));
             return call.edit(&Call::payload, set("passed", QJsonArray())).sql();
         },
         invalid},
        {"say that somebody is passed over and ask them", "sato",
         [](Stage &stage) {
             Call call = stage.honestSubmit("sato", stage.cases().draft,
                                            handRoute({{Review, StepRule::All, 1, {sceneOffice().analyst}},
                                                       {Decide, StepRule::All, 1, {stage.small().director}}}));
             return call.edit(&Call::effects, set("changes", QJsonArray{change(1, 1, 1)})).sql();
         },
         invalid},
        {"pass over the next superior in passing", "suzuki",
         [](Stage &stage) {
             Call call = stage.honest("suzuki", stage.cases().fresh, Approve{});
             const QJsonObject ref{{QStringLiteral("no"), 1}, {QStringLiteral("step"), 2}};
             call.edit(&Call::payload, set("passed", QJsonArray{ref}));
             call.edit(&Call::effects, set("changes", QJsonArray{change(1, 1, 2), change(2, 1, 8), change(3, 1, 1)}));
             return call.sql();
         },
         notYours},
    };
}

/// 佐藤 submits a posting of their own making.
auto posting(const char *account, double amount)
{
    return [=](Stage &stage) {
        const QJsonObject one{{QStringLiteral("account"), QString::fromLatin1(account)},
                              {QStringLiteral("amount"), amount},
                              {QStringLiteral("day"), sceneOffice().today.toString(Qt::ISODate)},
                              {QStringLiteral("ledger"), QStringLiteral("leave.annual.minutes")}};
        return stage.honestSubmit("sato", stage.cases().draft)
            .edit(&Call::payload, set("postings", QJsonArray{one}))
            .sql();
    };
}

auto calling(CaseId SceneCases::*which, int important)
{
    return [=](Stage &stage) {
        return stage.honestSubmit("sato", stage.cases().*which).edit(&Call::payload, set("important", important)).sql();
    };
}

std::vector<Attack> sumsAndImportance()
{
    using C = SceneCases;
    const auto invalid = faultOf("Invalid");
    return {
        {"get leave back by a negative posting", "sato", posting("staff:9", -60), invalid},
        {"post nothing", "sato", posting("staff:9", 0), invalid},
        {"post more than can be", "sato", posting("staff:9", 1'000'000'000'001.0), invalid},
        {"post so much that sums break", "sato", posting("staff:9", 9'000'000'000'000'000.0), invalid},
        {"use up a colleague's leave", "sato", posting("staff:10", 60), invalid},
        {"use up an account that looks like one's own", "sato", posting("staff:09", 60), invalid},
        {"use up a budget without a budget", "sato", posting("budget:1", 60), invalid},
        {"call an important case ordinary, so that others may decide it", "sato", calling(&C::weightyDraft, 0),
         refusedAs("ContentInvalid")},
        {"call an ordinary case important, so that nobody else may decide it", "sato", calling(&C::draft, 1),
         refusedAs("ContentInvalid")},
        {"call a case doubly important", "sato", calling(&C::weightyDraft, 2), invalid},
    };
}

} // namespace

std::vector<Attack> markAttacks()
{
    std::vector<Attack> all = keptMarks();
    for (const auto &group : {passedOver(), sumsAndImportance()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace kessai::test
