// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/caseview.h"

#include "core/base/posttitle.h"
#include "core/cases/authority.h"
#include "core/cases/confidential.h"
#include "core/cases/ground.h"
#include "core/cases/numbers.h"

#include <algorithm>
#include <map>

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
    case AssignmentState::PostReview: return Mark::PostReview;
    case AssignmentState::PostReviewed: return Mark::PostReviewed;
    case AssignmentState::Objected: return Mark::Objected;
    }
    return Mark::Waiting;
}

/// Says why a step is there in the words of the row that asks for it.
void citeRow(StepView &view, const RouteNote &note, const DecisionTable *table)
{
    const auto cell = table ? cellNamed(*table, note.line) : std::nullopt;
    if (!cell)
        return;
    view.row = cell->row->row;
    view.why =
        view.kind == StepKind::Consult ? table->consultReason(*cell->row) : table->reason(*cell->row, cell->level);
}

/// Where the seat of a step is that a note says was addressed elsewhere; nothing where the step has no other.
QString whereNow(const Step &step, const RouteNote &note, const Office &office)
{
    const size_t no = note.line.toULongLong();
    return step.assignments.size() > 1 && no >= 1 && no <= step.assignments.size()
        ? titleOf(step.assignments[no - 1].who, office)
        : QString();
}

std::vector<StepView> stepViews(const std::vector<Step> &steps, const RouteRule *rule, const DecisionTable *table,
                                const Office &office)
{
    std::vector<StepView> views;
    for (const Step &step : steps) {
        StepView view{step.no, step.kind, step.rule, step.needed, step.line, {}, {}, {}, {}};
        if (const RuleLine *line = rule ? rule->line(step.line) : nullptr)
            view.why = line->why;
        for (const RouteNote &note : step.notes) {
            if (note.kind == RouteNoteKind::Table)
                citeRow(view, note, table);
            else
                view.notes.push_back({note.kind, note.post ? postLabel(office, *note.post) : QString(),
                                      note.kind == RouteNoteKind::Rerouted ? whereNow(step, note, office) : QString()});
        }
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

/// The steps of one round, as the history gives them.
const std::vector<Step> &stepsOfRound(const Case &state, int round)
{
    static const std::vector<Step> none;
    if (round == state.round)
        return state.steps;
    return round >= 1 && size_t(round) <= state.past.size() ? state.past[size_t(round) - 1] : none;
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

Manner mannerOf(const EventBody &body)
{
    return std::visit(
        [](const auto &b) {
            if constexpr (requires { b.manner; })
                return b.manner;
            else
                return Manner::Own;
        },
        body);
}

/// Who acted on which step of the newest round and when papers arrived there, gathered along the history: a resubmission keeps
/// some marks, an extension of the route all of them at shifted numbers.
class RoundMarks final {
public:
    explicit RoundMarks(const Case &state) : m_state(state) {}

    void take(const Event &event)
    {
        if (const auto *submitted = std::get_if<Submitted>(&event.body))
            begin(event.effects.round, submitted->kept);
        else if (const auto *extended = std::get_if<Extended>(&event.body))
            shift(extended->step.no);
        // It arrives anew where it is addressed.
        if (const auto *rerouted = std::get_if<Rerouted>(&event.body))
            m_marks[{rerouted->seat.step, rerouted->seat.no}].arrivedAt = event.at;
        const bool submits = std::holds_alternative<Submitted>(event.body);
        for (const Effects::Change &change : event.effects.changes) {
            // What a resubmission keeps was not done by whoever resubmitted.
            if (!submits || change.to == AssignmentState::Open || change.to == AssignmentState::PostReview)
                takeChange(event, change);
        }
    }

    /// Writes the marks onto the steps of the newest round.
    void writeTo(std::vector<StepView> &route) const
    {
        for (const auto &[key, mark] : m_marks) {
            AssignmentView *view = find(route, {key.first, key.second});
            if (!view)
                continue;
            AssignmentView marked = mark;
            marked.title = view->title;
            marked.mark = view->mark;
            if (!mark.actedAt)
                marked.holders = view->holders;
            *view = std::move(marked);
        }
    }

private:
    using Marks = std::map<std::pair<int, int>, AssignmentView>;

    void begin(int round, const std::vector<int> &kept)
    {
        const Marks before = std::move(m_marks);
        m_marks.clear();
        const std::vector<Step> &now = stepsOfRound(m_state, round);
        const std::vector<Step> &earlier = stepsOfRound(m_state, round - 1);
        for (const int no : kept) {
            if (no < 1 || size_t(no) > now.size())
                continue;
            const Step &step = now[size_t(no) - 1];
            const auto old =
                std::find_if(earlier.begin(), earlier.end(), [&](const Step &one) { return sameStep(one, step); });
            if (old == earlier.end())
                continue;
            for (const Assignment &assignment : step.assignments) {
                const auto mark = before.find({old->no, assignment.no});
                if (mark == before.end() || !mark->second.actedAt)
                    continue;
                AssignmentView &stands = m_marks[{no, assignment.no}] = mark->second;
                stands.kept = true;
            }
        }
    }

    void shift(int from)
    {
        Marks shifted;
        for (auto &[key, mark] : m_marks)
            shifted.emplace(std::pair(key.first >= from ? key.first + 1 : key.first, key.second), std::move(mark));
        m_marks = std::move(shifted);
    }

    void takeChange(const Event &event, const Effects::Change &change)
    {
        AssignmentView &view = m_marks[{change.on.step, change.on.no}];
        switch (change.to) {
        case AssignmentState::Open:
            view = AssignmentView{};
            view.arrivedAt = event.at;
            break;
        case AssignmentState::Waiting: view = AssignmentView{}; break;
        case AssignmentState::Approved:
        case AssignmentState::Read:
        case AssignmentState::Returned:
        case AssignmentState::Rejected:
        case AssignmentState::Objected:
            stamp(view, event);
            view.manner = mannerOf(event.body);
            break;
        case AssignmentState::PostReview:
            if (mannerOf(event.body) == Manner::Acting && std::get<Approved>(event.body).on == change.on) {
                stamp(view, event);
                view.manner = Manner::Acting;
            } else {
                view.arrivedAt = event.at;
            }
            break;
        case AssignmentState::PostReviewed:
            view.reviewedName = event.actorName;
            view.reviewedAt = event.at;
            break;
        case AssignmentState::Skipped:
        case AssignmentState::Void: break;
        }
    }

    const Case &m_state;
    Marks m_marks;
};

/// Whether the step that is asked now is a reader's, and what they did before keeps them from it.
bool isParted(const Case &state, StaffId reader, const Office &office)
{
    const Step *now = state.currentStep();
    return now && state.tookOtherPart(reader, now->kind)
        && std::any_of(now->assignments.begin(), now->assignments.end(), [&](const Assignment &one) {
               return one.state == AssignmentState::Open && capacityFor(one.who, reader, office, state.matter);
           });
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

void fillText(HistoryLine &line, const EventBody &body)
{
    std::visit(
        [&line](const auto &b) {
            if constexpr (requires { b.reason; })
                line.text = b.reason;
            else if constexpr (requires { b.text; })
                line.text = b.text;
            else
                line.text = b.comment;
        },
        body);
}

/// `before` is the case as it was before the event, where its history can be replayed.
HistoryLine historyLine(const Event &event, const Case &state, const std::optional<Case> &before, const Office &office)
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
    fillText(line, event.body);
    line.manner = mannerOf(event.body);
    if (const auto *returned = std::get_if<Returned>(&event.body)) {
        line.toStep = returned->toStep;
    } else if (const auto *commented = std::get_if<Commented>(&event.body)) {
        line.explained = commented->explained;
    } else if (const auto *submitted = std::get_if<Submitted>(&event.body)) {
        line.kept = int(submitted->kept.size());
    } else if (const auto *extended = std::get_if<Extended>(&event.body)) {
        line.raised = extended->raise;
        line.kind = extended->step.kind;
        QStringList names;
        for (const Assignment &assignment : extended->step.assignments)
            names.append(titleOf(assignment.who, office));
        line.subject = names.join(QStringLiteral("・"));
    } else if (const auto *rerouted = std::get_if<Rerouted>(&event.body)) {
        line.subject = titleOf(rerouted->post, office);
        if (const Step *step = before ? before->step(rerouted->seat.step) : nullptr)
            line.kind = step->kind;
        if (const Assignment *seat = before ? before->assignment(rerouted->seat) : nullptr)
            line.from = titleOf(seat->who, office);
    } else if (const auto *approved = std::get_if<Approved>(&event.body)) {
        for (const Step &step : stepsOfRound(state, event.effects.round)) {
            if (step.no == approved->on.step)
                line.kind = step.kind;
        }
        line.afterwards =
            !event.effects.changes.empty() && event.effects.changes.front().to == AssignmentState::PostReviewed;
    }
    return line;
}

/// How many items whoever acted had ticked off of the content as it was then.
int checkedBefore(const CaseRecord &record, const Event &event)
{
    const bool ends = std::holds_alternative<Approved>(event.body) || std::holds_alternative<Returned>(event.body);
    int revision = 0;
    for (const Event &earlier : record.history) {
        const auto *submitted = std::get_if<Submitted>(&earlier.body);
        if (submitted && earlier.seq <= event.seq)
            revision = submitted->revision;
    }
    QHash<QString, bool> ticked;
    for (const ProofMark &mark : record.marks) {
        if (ends && mark.by == event.capacity.actor && mark.revision == revision && mark.at <= event.at)
            ticked.insert(mark.field, mark.ticked);
    }
    return int(std::count(ticked.begin(), ticked.end(), true));
}

QString fileNames(const Content &content)
{
    QStringList names;
    for (const Attachment &attachment : content.attachments)
        names.append(attachment.name);
    return names.join(QStringLiteral("、"));
}

/// What the newest submission changed against the one before it.
std::vector<FieldChange> changesIn(const CaseRecord &record, const FormDefinition &definition, const NamesKnown &names)
{
    std::vector<int> submitted;
    for (const Event &event : record.history) {
        if (const auto *body = std::get_if<Submitted>(&event.body))
            submitted.push_back(body->revision);
    }
    if (submitted.size() < 2)
        return {};
    const auto contentOf = [&record](int no) -> const Content * {
        for (const CaseRecord::Revision &revision : record.revisions) {
            if (revision.no == no)
                return &revision.content;
        }
        return nullptr;
    };
    const Content *first = contentOf(submitted[submitted.size() - 2]);
    const Content *second = contentOf(submitted.back());
    if (!first || !second)
        return {};
    const Content before = disclosed(*first);
    const Content after = disclosed(*second);
    std::vector<FieldChange> changes;
    for (const QString &key : changedKeys(*first, *second, definition)) {
        const FieldDefinition *field = definition.field(key);
        const auto shown = [&](const Content &content, bool english) {
            return field ? displayText(*field, content.fields.value(key), names, english) : fileNames(content);
        };
        if (!field && key != attachmentsKey())
            continue; // no form shows it
        const bool concealed = field && field->confidential && !record.privy;
        if (field && field->confidential && !concealed && before.fields.value(key) == after.fields.value(key))
            continue; // another confidential field has changed
        if (field && field->kind == FieldKind::Flag
            && before.fields.value(key).toBool() == after.fields.value(key).toBool())
            continue; // never ticked and not ticked are the same to people
        changes.push_back({field ? field->label : Bilingual{QStringLiteral("添付"), QStringLiteral("Attachments")},
                           {shown(before, false), shown(before, true)},
                           {shown(after, false), shown(after, true)},
                           concealed});
    }
    return changes;
}

} // namespace

QString postLabel(const Office &office, PostId id)
{
    const Post *post = office.post(office.current(id));
    if (!post)
        return {};
    const Section *section = office.section(post->section);
    const bool named = section && section->level != SectionLevel::City;
    return named ? joinTitle(section->name, post->title) : post->title;
}

std::vector<StepView> makeRouteView(const Route &route, const RouteRule &rule, const DecisionTable *table,
                                    const Office &office, StaffId drafter)
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
    for (StepView &step : stepViews(route.steps, &rule, table, office))
        views.push_back(std::move(step));
    return views;
}

void showKept(std::vector<StepView> &preview, const Route &route, const std::vector<int> &kept, const CaseView &before)
{
    const std::vector<Step> &last = before.verified.state.steps;
    for (const int no : kept) {
        const auto old = std::find_if(last.begin(), last.end(),
                                      [&](const Step &step) { return sameStep(step, route.steps.at(size_t(no) - 1)); });
        for (const StepView &shown : before.route) {
            if (old == last.end() || shown.no != old->no)
                continue;
            for (size_t seat = 0; seat < shown.assignments.size(); ++seat) {
                AssignmentView *stands = find(preview, {no, int(seat) + 1});
                if (!stands || !shown.assignments[seat].actedAt)
                    continue;
                *stands = shown.assignments[seat];
                stands->kept = true;
            }
        }
    }
}

std::optional<QDate> CaseView::sentOn() const
{
    const auto sent = std::find_if(record.history.rbegin(), record.history.rend(),
                                   [](const Event &event) { return std::holds_alternative<Submitted>(event.body); });
    return sent == record.history.rend() ? std::nullopt : std::optional(sent->at.day());
}

bool CaseView::conceals(const FieldDefinition &field) const
{
    const auto shown = Condition::fromJson(field.visibleWhen);
    return field.confidential && !record.privy && (!shown || shown->holds(content.fields));
}

bool CaseView::cancellable() const
{
    const bool whole = mine || record.privy || record.revisions.empty()
        || record.revisions.back().content.confidentialDigest.isEmpty();
    return (mine || led) && whole && verified.sound() && verified.state.state == CaseState::Decided && !record.cancels
        && !record.cancellation();
}

CaseView makeCaseView(CaseRecord read, const Configuration &configuration, const FormCatalog &catalog,
                      OfficeSnapshots &offices, StaffId reader, const QDate &today)
{
    Verified verified = verifyCase(read, configuration, catalog, offices);
    CaseView view(std::move(read), std::move(verified));
    const CaseRecord &record = view.record;
    view.office = offices.at(today, configuration.office.revision);
    const Case &state = view.verified.state;
    view.mine = record.drafter == reader;
    view.led = !view.mine && state.basis && view.office->headsLine(reader, state.basis->drafterPost);

    if (!record.revisions.empty())
        view.content = disclosed(record.revisions.back().content);
    if (const FormDefinition *definition = configuration.form(record.form, view.content.formRevision))
        view.definition = *definition;
    // What was sent is told with what was known when it was.
    const bool sealed = !record.revisions.empty() && record.revisions.back().sealed && state.basis;
    const Parameters numbers =
        sealed ? configuration.parameters.knownIn(state.basis->officeRevision) : configuration.parameters;
    view.budget = numbers.budget();
    if (const Form *form = catalog.find(record.form)) {
        const FormContext context{record.drafter, today, *view.office,
                                  numbers,        {},    qint64(view.content.attachments.size())};
        view.computed = form->computed(view.content.fields, context);
    }

    view.drafterName = record.drafterName;
    const Event *submission = nullptr;
    // Only what was addressed elsewhere is told by how things were before it.
    const bool moved = std::any_of(record.history.begin(), record.history.end(),
                                   [](const Event &event) { return std::holds_alternative<Rerouted>(event.body); });
    std::optional<Case> before = moved ? std::optional(newCase(record.id, record.drafter)) : std::nullopt;
    for (const Event &event : record.history) {
        if (std::holds_alternative<Submitted>(event.body))
            submission = &event;
        view.history.push_back(historyLine(event, state, before, *view.office));
        view.history.back().checked = checkedBefore(record, event);
        if (before) {
            auto after = fold(std::move(*before), event);
            before = after ? std::optional(std::move(after).value()) : std::nullopt;
        }
    }
    view.changes = changesIn(record, view.definition, {*view.office, view.budget});
    if (submission) {
        view.drafterName = submission->capacity.principal ? submission->principalName : submission->actorName;
        view.drafterTitle = submission->actorTitle;
        view.drafterSection = submission->actorSection;
        const RouteRule *rule = state.basis ? configuration.rule(record.form, state.basis->ruleRevision) : nullptr;
        const DecisionTable *table =
            rule ? configuration.tableFor(*rule, state.basis->day, state.basis->officeRevision) : nullptr;
        view.route = stepViews(state.steps, rule, table, *view.office);
        RoundMarks marks(state);
        for (const Event &event : record.history)
            marks.take(event);
        marks.writeTo(view.route);
        view.route.insert(view.route.begin(), drafterStep(*submission));
    } else if (const auto post = view.office->primaryPost(record.drafter)) {
        view.drafterTitle = view.office->post(*post)->title;
        view.drafterSection = view.office->stampLabel(view.office->post(*post)->section);
    }
    const AllowedActs acts = allowedActs(state, reader, *view.office);
    if (!view.verified.sound()) {
        if (view.verified.endable()) {
            view.acts.withdraw = acts.withdraw;
            view.acts.cancel = acts.cancel;
        }
    } else {
        view.acts = acts;
        if (acts.approve && Numbers(configuration.parameters).flag(kDecidesAtOnce, today))
            view.atOnce = nextDecision(state, reader, *view.office);
        for (const Turn &turn : turnsOf(state, reader, *view.office)) {
            AssignmentView *a = find(view.route, turn.on);
            if (a && a->mark == Mark::Open)
                a->mark = Mark::Mine;
        }
        view.parted = isParted(state, reader, *view.office);
    }
    return view;
}

} // namespace kessai
