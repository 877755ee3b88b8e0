// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/caseview.h"

#include <algorithm>

namespace kessai {

namespace {

QStringList namesOf(const Assignee &who, const Office &office)
{
    QStringList names;
    const auto add = [&](StaffId id) {
        if (const Staff *staff = office.staff(id))
            names.append(staff->name());
    };
    if (const auto *post = std::get_if<PostId>(&who)) {
        for (StaffId holder : office.holders(*post))
            add(holder);
    } else {
        add(std::get<StaffId>(who));
    }
    return names;
}

QString titleOf(const Assignee &who, const Office &office)
{
    if (const auto *post = std::get_if<PostId>(&who))
        return postLabel(office, *post);
    const Staff *staff = office.staff(std::get<StaffId>(who));
    return staff ? staff->name() : QString();
}

Mark markOf(AssignmentState state)
{
    switch (state) {
    case AssignmentState::Waiting: return Mark::Waiting;
    case AssignmentState::Open: return Mark::Open;
    case AssignmentState::Approved: return Mark::Approved;
    case AssignmentState::Read: return Mark::Read;
    case AssignmentState::Returned: return Mark::Returned;
    case AssignmentState::Rejected: return Mark::Rejected;
    case AssignmentState::Skipped: return Mark::Skipped;
    case AssignmentState::Void: return Mark::Void;
    }
    return Mark::Waiting;
}

std::vector<StepView> stepViews(const std::vector<Step> &steps, const RouteRule *rule, const Office &office)
{
    std::vector<StepView> views;
    for (const Step &step : steps) {
        StepView view{step.no, step.kind, step.rule, step.needed, step.line, {}, {}, {}};
        if (const RuleLine *line = rule ? rule->line(step.line) : nullptr)
            view.why = line->why;
        for (const RouteNote &note : step.notes)
            view.notes.push_back({note.kind, note.post ? postLabel(office, *note.post) : QString()});
        for (const Assignment &assignment : step.assignments) {
            AssignmentView a;
            a.title = titleOf(assignment.who, office);
            a.holders = namesOf(assignment.who, office);
            a.mark = markOf(assignment.state);
            view.assignments.push_back(std::move(a));
        }
        views.push_back(std::move(view));
    }
    return views;
}

AssignmentView *find(std::vector<StepView> &route, AssignmentRef ref)
{
    for (StepView &step : route) {
        if (step.no == ref.step && ref.no >= 1 && size_t(ref.no) <= step.assignments.size())
            return &step.assignments[size_t(ref.no) - 1];
    }
    return nullptr;
}

void stamp(AssignmentView &view, const Event &event)
{
    view.actedName = event.actorName;
    view.actedTitle = event.actorTitle;
    view.actedSection = event.actorSection;
    view.principalName = event.principalName;
    view.actedAt = event.at;
    view.holders = {event.actorName};
}

/// Writes onto the steps of the current round who acted and when papers arrived, following its events.
void stampRound(std::vector<StepView> &route, const std::vector<Event> &history, const Case &state)
{
    for (const Event &event : history) {
        if (event.effects.round != state.round)
            continue;
        for (const Effects::Change &change : event.effects.changes) {
            AssignmentView *view = find(route, change.on);
            if (!view)
                continue;
            switch (change.to) {
            case AssignmentState::Open:
                view->arrivedAt = event.at;
                view->actedAt.reset();
                break;
            case AssignmentState::Waiting: view->actedAt.reset(); break;
            case AssignmentState::Approved:
            case AssignmentState::Read:
            case AssignmentState::Returned:
            case AssignmentState::Rejected: stamp(*view, event); break;
            case AssignmentState::Skipped:
            case AssignmentState::Void: break;
            }
        }
    }
}

StepView drafterStep(const Event &submitted)
{
    StepView view;
    AssignmentView a;
    a.title = submitted.actorTitle;
    a.mark = Mark::Approved;
    stamp(a, submitted);
    view.assignments.push_back(std::move(a));
    return view;
}

HistoryLine historyLine(const Event &event)
{
    HistoryLine line{event.seq,
                     event.code,
                     event.actorName,
                     event.actorTitle,
                     event.actorSection,
                     event.principalName,
                     event.at,
                     event.effects.round,
                     {},
                     {}};
    std::visit(
        [&](const auto &body) {
            using B = std::decay_t<decltype(body)>;
            if constexpr (std::is_same_v<B, Returned>) {
                line.text = body.reason;
                line.toStep = body.toStep;
            } else if constexpr (std::is_same_v<B, Rejected> || std::is_same_v<B, Cancelled>) {
                line.text = body.reason;
            } else if constexpr (std::is_same_v<B, Commented>) {
                line.text = body.text;
            } else {
                line.text = body.comment;
            }
        },
        event.body);
    return line;
}

/// The kind of the step an approval completed or helped to complete.
std::optional<StepKind> approvedKind(const Event &event, const Case &state)
{
    const auto *approved = std::get_if<Approved>(&event.body);
    if (!approved)
        return std::nullopt;
    const int round = event.effects.round;
    const std::vector<Step> none;
    const std::vector<Step> &steps = round == state.round  ? state.steps
        : round >= 1 && size_t(round) <= state.past.size() ? state.past[size_t(round) - 1]
                                                           : none;
    const auto step =
        std::find_if(steps.begin(), steps.end(), [&](const Step &s) { return s.no == approved->on.step; });
    return step == steps.end() ? std::nullopt : std::optional(step->kind);
}

} // namespace

QString postLabel(const Office &office, PostId id)
{
    const Post *post = office.post(id);
    if (!post)
        return {};
    const Section *section = office.section(post->section);
    if (!section || section->level == SectionLevel::City)
        return post->title;
    // 総務課 + 課長 is written 総務課長.
    if (post->title.size() > 1 && section->name.endsWith(post->title.front()))
        return section->name + post->title.mid(1);
    return section->name + post->title;
}

std::vector<StepView> makeRouteView(const Route &route, const RouteRule &rule, const Office &office, StaffId drafter)
{
    std::vector<StepView> views;
    StepView first;
    AssignmentView me;
    if (const Staff *staff = office.staff(drafter)) {
        me.holders = {staff->name()};
        me.actedName = staff->name();
    }
    if (const auto post = office.primaryPost(drafter)) {
        me.title = office.post(*post)->title;
        me.actedSection = office.stampLabel(office.post(*post)->section);
    }
    me.mark = Mark::Mine;
    first.assignments.push_back(std::move(me));
    views.push_back(std::move(first));
    for (StepView &step : stepViews(route.steps, &rule, office))
        views.push_back(std::move(step));
    return views;
}

CaseView makeCaseView(CaseRecord read, const Configuration &configuration, const FormCatalog &catalog, StaffId reader,
                      const QDate &today)
{
    Verified verified = verifyCase(read, configuration, catalog);
    CaseView view(std::move(read), std::move(verified));
    const CaseRecord &record = view.record;
    view.office = configuration.office.at(today, configuration.office.revision);
    const Case &state = view.verified.state;
    view.mine = record.drafter == reader;

    if (!record.revisions.empty())
        view.content = record.revisions.back().content;
    if (const FormDefinition *definition = configuration.form(record.form, view.content.formRevision))
        view.definition = *definition;
    if (const Form *form = catalog.find(record.form)) {
        const FormContext context{record.drafter,           today, *view.office,
                                  configuration.parameters, {},    qint64(view.content.attachments.size())};
        view.computed = form->computed(view.content.fields, context);
    }

    view.drafterName = record.drafterName;
    const Event *submission = nullptr;
    for (const Event &event : record.history) {
        if (std::holds_alternative<Submitted>(event.body) && event.effects.round == state.round)
            submission = &event;
        view.history.push_back(historyLine(event));
        view.history.back().kind = approvedKind(event, state);
    }
    if (submission) {
        view.drafterName = submission->actorName;
        view.drafterTitle = submission->actorTitle;
        view.drafterSection = submission->actorSection;
        const RouteRule *rule = state.basis ? configuration.rule(record.form, state.basis->ruleRevision) : nullptr;
        view.route = stepViews(state.steps, rule, *view.office);
        stampRound(view.route, record.history, state);
        view.route.insert(view.route.begin(), drafterStep(*submission));
    } else if (const auto post = view.office->primaryPost(record.drafter)) {
        view.drafterTitle = view.office->post(*post)->title;
        view.drafterSection = view.office->stampLabel(view.office->post(*post)->section);
    }
    if (view.verified.sound()) {
        view.acts = allowedActs(state, reader, *view.office);
        for (const Turn &turn : turnsOf(state, reader, *view.office)) {
            if (AssignmentView *a = find(view.route, turn.on))
                a->mark = Mark::Mine;
        }
    }
    return view;
}

} // namespace kessai
