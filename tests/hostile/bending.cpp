// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/bending.h"

#include "core/cases/reroute.h"
#include "tests/hostile/scene.h"

#include <algorithm>

namespace kessai::test {

namespace {

const QString kSpace = QStringLiteral("　\t");

/// Where a step that says so much would be content with what its rule says.
void settle(Step &step)
{
    step.needed = neededBy(step.rule, int(step.assignments.size()),
                           std::max(1, std::min(step.needed, int(step.assignments.size()))));
}

} // namespace

QString Bender::anybody()
{
    static const std::vector<QString> logins = {
        QStringLiteral("sato"),     QStringLiteral("tanaka"), QStringLiteral("suzuki"),  QStringLiteral("kato"),
        QStringLiteral("hosaka"),   QStringLiteral("bando"),  QStringLiteral("tsugawa"), QStringLiteral("zaizen"),
        QStringLiteral("shiba"),    QStringLiteral("shiga"),  QStringLiteral("zama"),    QStringLiteral("fuji"),
        QStringLiteral("fukui"),    QStringLiteral("rusu"),   QStringLiteral("kyuka"),   QStringLiteral("fukuda"),
        QStringLiteral("ichikawa"), QStringLiteral("mukashi")};
    return oneOf(logins);
}

Assignee Bender::anyAssignee()
{
    const SceneOffice &scene = sceneOffice();
    const SmallOffice &small = scene.small;
    static const std::vector<Assignee> all = {small.chief,    small.manager,    small.assistant,      small.senior,
                                              small.director, small.examiner,   small.financeManager, small.shindo,
                                              small.zaizen,   small.clerk,      small.viceMayor,      scene.analyst,
                                              scene.adviser,  small.careManager};
    return oneOf(all);
}

Route Bender::anyRoute(const Case &model)
{
    std::vector<HandStep> steps;
    const int count = 1 + below(4);
    for (int i = 0; i < count; ++i) {
        const int kind = below(9);
        HandStep step{kind < 4        ? StepKind::Review
                          : kind < 7  ? StepKind::Consult
                          : kind == 7 ? StepKind::Examine
                                      : StepKind::Circulate,
                      StepRule::All,
                      1,
                      {}};
        const int asked = oneIn(3) ? 2 + below(2) : 1;
        for (int k = 0; k < asked; ++k)
            step.who.push_back(anyAssignee());
        step.rule = oneIn(2) ? StepRule::All : StepRule(below(4));
        step.needed = neededBy(step.rule, asked, 1 + below(asked));
        if (step.kind == StepKind::Consult && oneIn(3))
            step.objection = Objection::Refers;
        steps.push_back(step);
    }
    // A post its drafter alone holds decides nothing of theirs: the rules would have asked the superior.
    const SmallOffice &small = sceneOffice().small;
    const auto own = [&](const Assignee &who) {
        return (who == Assignee(small.director) && model.drafter == small.bando)
            || (who == Assignee(small.viceMayor) && model.drafter == small.fukuda);
    };
    Assignee decider = oneIn(3) ? anyAssignee() : oneIn(2) ? Assignee(small.director) : Assignee(small.viceMayor);
    while (own(decider))
        decider = anyAssignee();
    steps.push_back({StepKind::Decide, StepRule::All, 1, {decider}});
    if (oneIn(3))
        steps.push_back({StepKind::Examine, StepRule::Any, 1, {small.examiner, anyAssignee()}});
    if (oneIn(3))
        steps.push_back({StepKind::Circulate, StepRule::Any, 1, {anyAssignee()}});
    return handRoute(steps);
}

Submit Bender::submission(const Case &model, const QByteArray &digest, bool important, const Office &office)
{
    Submit submit{
        std::max(1, model.revision),
        digest,
        {1, office.revision(), office.day(), office.primaryPost(model.drafter).value_or(PostId(1))},
        anyRoute(model),
        {{QStringLiteral("overtime.minutes"), QStringLiteral("staff:%1").arg(model.drafter.value()), office.day(), 60}},
        QStringLiteral("備考"),
        important};
    if (model.round < 1 || oneIn(3))
        return submit;
    submit.route = {model.steps, {}};
    for (Step &step : submit.route.steps) {
        bool marked = false;
        // What an administrator did stands in the history alone.
        std::erase_if(step.notes, [](const RouteNote &note) { return note.kind == RouteNoteKind::Rerouted; });
        for (Assignment &assignment : step.assignments) {
            marked = marked || mayBeKept(assignment.state);
            assignment.state = AssignmentState::Waiting;
        }
        const auto first =
            std::find_if(model.steps.begin(), model.steps.end(), [&](const Step &old) { return sameStep(old, step); });
        if (marked && first->no == step.no && !oneIn(4))
            submit.kept.push_back(step.no);
    }
    return submit;
}

Command Bender::anyCommand()
{
    const QString why = QStringLiteral("理由「%1」\t\"\\").arg(below(100));
    switch (below(24)) {
    case 0: return Return{std::nullopt, std::nullopt, why, Manner(below(3))};
    case 1:
    case 2: return Return{std::nullopt, 1 + below(4), why};
    case 3:
        return oneIn(3) ? Command(Reject{std::nullopt, why, Manner(below(3))})
            : oneIn(2)  ? Command(Comment{why, oneIn(2)})
                        : Command(Remind{why, 1});
    case 4: return oneIn(3) ? Command(Cancel{why}) : Command(Withdraw{why});
    case 5:
    case 6: return Return{std::nullopt, std::nullopt, why};
    case 7:
    case 8: return Object{std::nullopt, why};
    case 9:
    case 10: {
        std::vector<Assignee> who;
        for (int i = 1 + below(2); i > 0; --i)
            who.push_back(anyAssignee());
        return AddStep{StepKind(below(5)), StepRule(below(4)), who, oneIn(2), why};
    }
    case 11: return Raise{why};
    case 12:
    case 13: return Approve{std::nullopt, why, Manner::PullUp};
    case 14:
    case 15: return Approve{std::nullopt, why, Manner::Acting};
    default: return Approve{std::nullopt, why};
    }
}

Reroute Bender::reroute(const Case &model, StaffId administrator, const Office &office)
{
    std::vector<AssignmentRef> open;
    for (const Step &step : model.steps) {
        for (const Assignment &one : step.assignments) {
            if (step.blocks() && one.state == AssignmentState::Open)
                open.push_back({step.no, one.no});
        }
    }
    const AssignmentRef seat = open.empty() || oneIn(8) ? anyRef() : oneOf(open);
    const bool known = model.assignment(seat) != nullptr;
    const std::vector<PostId> offered =
        known ? postsToReroute(model, seat, administrator, office) : std::vector<PostId>();
    const PostId post = offered.empty() || oneIn(3) ? PostId(1 + below(24)) : oneOf(offered);
    return {seat, post, oneIn(12) ? kSpace : QStringLiteral("療養")};
}

std::vector<Absence> Bender::anyAbsences()
{
    const SceneOffice &scene = sceneOffice();
    const SmallOffice &small = scene.small;
    std::vector<Absence> away;
    for (const StaffId who : {small.suzuki, small.kato, small.bando, small.tsugawa, small.zaizen, small.fukui,
                              scene.rusu, scene.kyuka, small.fukuda}) {
        const bool often = who == small.fukuda || who == scene.rusu;
        if (often ? !oneIn(4) : oneIn(4))
            away.push_back({who, oneIn(2)});
    }
    return away;
}

ProposedEvent Bender::bentEffects(ProposedEvent event)
{
    Effects &effects = event.effects;
    const auto anyState = [this] { return AssignmentState(below(11)); };
    switch (below(10)) {
    case 0: effects.state = CaseState(below(7)); break;
    case 1: effects.round += below(3) - 1; break;
    case 2: effects.postings = PostingState(below(3)); break;
    case 3:
        if (!effects.changes.empty())
            effects.changes[m_random() % effects.changes.size()].to = anyState();
        break;
    case 4:
        if (!effects.changes.empty())
            effects.changes.erase(effects.changes.begin() + below(int(effects.changes.size())));
        break;
    case 5: effects.changes.push_back({anyRef(), anyState()}); break;
    case 6:
        if (!effects.changes.empty())
            effects.changes[m_random() % effects.changes.size()].on = anyRef();
        break;
    case 7: effects.access.push_back(anyAssignee()); break;
    case 8:
        if (!effects.access.empty())
            effects.access.erase(effects.access.begin() + below(int(effects.access.size())));
        break;
    default:
        event.capacity.post = oneIn(2) ? std::nullopt : std::optional(PostId(1 + below(21)));
        event.capacity.principal = oneIn(2) ? std::nullopt : std::optional(StaffId(1 + below(44)));
    }
    return event;
}

std::optional<Bender::Bent> Bender::bentBody(const EventBody &body)
{
    Bent bent{body};
    const bool changed = std::visit(
        [&](auto &act) {
            using Act = std::decay_t<decltype(act)>;
            if constexpr (std::is_same_v<Act, Submitted>)
                return bend(act, bent.onlyForReaders);
            else if constexpr (requires { bend(act); })
                return bend(act);
            else
                return false; // the drafter's other acts and remarks say nothing but words
        },
        bent.body);
    return changed && bent.body != body ? std::optional(bent) : std::nullopt;
}

bool Bender::bend(Submitted &body, bool &onlyForReaders)
{
    const auto posting = [&]() -> Posting & { return body.postings.front(); };
    switch (below(18)) {
    case 0: body.revision += below(3) - 1; return true;
    case 1: body.contentDigest = QByteArray(64, 'a'); return true;
    case 2: body.basis.ruleRevision += 1; return true;
    case 3: body.basis.officeRevision += below(3) - 1; return true;
    case 4: body.basis.day = body.basis.day.addDays(below(5) - 3); return true;
    case 5: body.basis.drafterPost = PostId(1 + below(21)); return true;
    case 6: body.important = !body.important; return true;
    case 7:
        onlyForReaders = true; // whether what a mark rests on has changed
        body.kept.push_back(body.kept.empty() ? 1 + below(4) : body.kept.back() + 1);
        return true;
    case 8: body.passed.push_back(anyRef()); return true;
    case 9: posting().account = QStringLiteral("staff:%1").arg(1 + below(44)); return true;
    case 10: posting().amount = oneIn(2) ? -posting().amount : 2'000'000'000'000; return true;
    case 11: posting().amount = 0; return true;
    // What the content puts into which ledger only its form knows.
    case 12:
        onlyForReaders = true;
        posting().amount += below(2) == 0 ? -1 : 1;
        return true;
    case 13:
        onlyForReaders = true;
        posting().ledger = QStringLiteral("leave.annual.minutes");
        return true;
    case 14:
        onlyForReaders = true;
        posting().day = posting().day.addDays(below(9) - 4);
        return true;
    case 15:
        onlyForReaders = true;
        if (oneIn(2))
            body.postings.clear();
        else
            body.postings.push_back(posting());
        return true;
    default: return bendRoute(body.route, onlyForReaders);
    }
}

// Which route the rules give only they tell; what is no route at all the notary sees.
bool Bender::bendRoute(Route &route, bool &onlyForReaders)
{
    Step &step = route.steps[m_random() % route.steps.size()];
    switch (below(10)) {
    case 0: step.no += 1; return true;
    case 1:
        onlyForReaders = step.rule == StepRule::Count;
        step.needed += oneIn(2) ? 1 : -1;
        return true;
    case 2: step.assignments.clear(); return true;
    case 3: step.assignments[0].who = StaffId(999); return true;
    case 4: step.kind = StepKind::Decide; return true;
    case 5: step.objection = Objection::Refers; return step.kind != StepKind::Consult;
    case 6:
        onlyForReaders = true;
        step.assignments[0].who = anyAssignee();
        return true;
    case 7:
        onlyForReaders = true;
        step.assignments.push_back({int(step.assignments.size()) + 1, sceneOffice().small.fuji});
        step.rule = StepRule::Any;
        settle(step);
        return true;
    case 8:
        onlyForReaders = true;
        step.line = QStringLiteral("D-9");
        return true;
    default:
        onlyForReaders = true;
        route.dropped.push_back({RouteNoteKind::Vacant, QStringLiteral("D-1"), PostId(3)});
        return true;
    }
}

bool Bender::bend(Approved &body)
{
    switch (below(6)) {
    case 0: body.on = anyRef(); return true;
    case 1: body.manner = Manner(below(3)); return true;
    case 2: body.also.push_back(anyRef()); return true;
    case 3: body.passed.push_back(anyRef()); return true;
    case 4: body.comment = kSpace; return body.manner == Manner::PullUp;
    default:
        if (body.passed.empty())
            return false;
        body.passed.pop_back();
        return true;
    }
}

bool Bender::bend(Returned &body)
{
    switch (below(4)) {
    case 0: body.on = anyRef(); return true;
    case 1: body.manner = Manner(below(3)); return true;
    case 2: body.reason = kSpace; return true;
    default: body.toStep = oneIn(3) ? std::nullopt : std::optional(below(7)); return true;
    }
}

bool Bender::bend(Rejected &body)
{
    switch (below(3)) {
    case 0: body.on = anyRef(); return true;
    case 1: body.manner = Manner(below(3)); return true;
    default: body.reason = kSpace; return true;
    }
}

bool Bender::bend(Objected &body)
{
    switch (below(3)) {
    case 0: body.on = anyRef(); return true;
    case 1: body.passed.push_back(anyRef()); return true;
    default: body.reason = kSpace; return true;
    }
}

bool Bender::bend(Extended &body)
{
    const SmallOffice &small = sceneOffice().small;
    Step &step = body.step;
    switch (below(14)) {
    case 0: body.on = anyRef(); return true;
    case 1: body.raise = !body.raise; return true;
    case 2: body.reason = kSpace; return true;
    case 3: step.no += below(5) - 2; return true;
    case 4: step.kind = StepKind(below(5)); return true;
    case 5: step.line = QStringLiteral("D-3"); return true;
    case 6: step.objection = Objection::Refers; return true;
    case 7: step.needed += oneIn(2) ? 1 : -1; return true;
    case 8: step.assignments.clear(); return true;
    case 9: step.assignments[0].who = StaffId(999); return true;
    case 10: step.assignments[0].who = small.welfareDirector; return true; // nobody holds that post
    case 11: step.assignments[0].who = oneIn(2) ? Assignee(small.sato) : anyAssignee(); return true;
    case 12:
        step.rule = StepRule(below(4));
        settle(step);
        return true;
    default:
        step.assignments.push_back({int(step.assignments.size()) + 1, small.fuji});
        if (oneIn(2))
            step.rule = StepRule::Any;
        settle(step);
        return true;
    }
}

Command commandOf(const EventBody &body)
{
    struct Saying {
        Command operator()(const Submitted &b) const
        {
            return Submit{b.revision, b.contentDigest, b.basis, b.route, b.postings, b.comment, b.important, b.kept};
        }
        Command operator()(const Approved &b) const { return Approve{b.on, b.comment, b.manner}; }
        Command operator()(const Returned &b) const { return Return{b.on, b.toStep, b.reason, b.manner}; }
        Command operator()(const Rejected &b) const { return Reject{b.on, b.reason, b.manner}; }
        Command operator()(const Objected &b) const { return Object{b.on, b.reason}; }
        Command operator()(const Extended &b) const
        {
            if (b.raise)
                return Raise{b.reason};
            std::vector<Assignee> who;
            for (const Assignment &assignment : b.step.assignments)
                who.push_back(assignment.who);
            return AddStep{b.step.kind, b.step.rule, who, b.step.no == b.on.step, b.reason};
        }
        Command operator()(const Withdrawn &b) const { return Withdraw{b.comment}; }
        Command operator()(const Cancelled &b) const { return Cancel{b.reason}; }
        Command operator()(const Commented &b) const { return Comment{b.text, b.explained}; }
        Command operator()(const Reminded &b) const { return Remind{b.comment, 1}; }
        Command operator()(const Rerouted &b) const { return Reroute{b.seat, b.post, b.reason}; }
    };
    return std::visit(Saying{}, body);
}

} // namespace kessai::test
