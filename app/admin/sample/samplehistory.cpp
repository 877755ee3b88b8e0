// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/samplehistory.h"

#include "app/admin/sample/samplebudget.h"
#include "app/admin/sample/samplefiling.h"
#include "core/cases/confidential.h"
#include "core/store/caseprojection.h"
#include "core/store/notary.h"
#include "forms/support/shipped.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTries = 12; ///< at writing something the form accepts
constexpr int kDayOfMinutes = 465;

/// All that is attached to a request, by name.
std::vector<std::pair<QString, QByteArray>> papersOf(const SampleRequest &request)
{
    std::vector<std::pair<QString, QByteArray>> papers = request.drawn;
    for (const QString &name : request.papers)
        papers.push_back({name, shippedFile(u":/kessai/sample/papers/"_s + name)});
    return papers;
}

bool asks(const Route &route, PostId post)
{
    return std::any_of(route.steps.begin(), route.steps.end(), [&](const Step &step) {
        return step.blocks() && std::any_of(step.assignments.begin(), step.assignments.end(), [&](const Assignment &a) {
                   return a.who == Assignee(post);
               });
    });
}

} // namespace

/// A case on its way.
struct SampleHistory::Running {
    PlannedCase plan;
    int index = 0;
    SampleRequest request;
    Content content;
    std::optional<Case> state; ///< none before it was written
    int revision = 1;
    int acts = 0; ///< of approvers in this round
    bool fateMet = false;
    QString number;                     ///< as people know the case
    std::vector<AssignmentRef> planned; ///< acts of this round that are under way
};

SampleHistory::SampleHistory(const SampleOffice &sample, const Configuration &configuration, const FormCatalog &catalog,
                             const Holidays &holidays, Instant now, Dice dice)
    : m_sample(sample), m_configuration(configuration), m_catalog(catalog), m_now(now), m_dice(dice), m_time(holidays),
      m_today(configuration.office.at(now.day(), configuration.office.revision)), m_directory(*m_today),
      m_requests(sample, m_directory, m_time, configuration.parameters, m_dice.branch()),
      m_year(m_directory, m_time, configuration.parameters, now, m_dice.branch())
{
    for (PlannedCase &planned : planSampleCases(m_directory, m_time, now, m_dice.branch())) {
        if (planned.stopsAt)
            m_shown.push_back(*planned.stopsAt);
        begin(std::move(planned));
    }
    const std::vector<BudgetEntry> entries = makeSampleBudget(*m_today, sampleYearOf(now.day())).entries;
    m_ledger.enter(entries);
    for (PlannedCase &planned : m_year.plan(entries))
        begin(std::move(planned));
}

SampleHistory::~SampleHistory() = default;

void SampleHistory::begin(PlannedCase planned)
{
    Running &c = m_cases.emplace_back();
    c.index = int(m_cases.size()) - 1;
    c.plan = std::move(planned);
}

StaffId SampleHistory::holder(const QString &post)
{
    return m_directory.holder(post);
}

const Office &SampleHistory::officeOn(const QDate &day)
{
    std::shared_ptr<const Office> &office = m_offices[day];
    if (!office)
        office = m_configuration.office.at(day, m_configuration.office.revision);
    return *office;
}

void SampleHistory::plan(Instant at, int index, Move move, AssignmentRef on)
{
    // Nobody acts on the full minute.
    const Instant moment(at.microseconds() + m_dice.below(50'000'000));
    if (moment < m_now)
        m_queue.push({moment, m_order++, index, move, on});
}

Result<SampleFigures> SampleHistory::live(const Desk &desk, const std::function<void(int, int)> &progress)
{
    m_desk = &desk;
    for (const Running &c : m_cases)
        plan(c.plan.created, c.index, Move::Write);
    int written = 0;
    while (!m_queue.empty()) {
        const Next next = m_queue.top();
        m_queue.pop();
        desk.clock.set(next.at);
        if (next.move == Move::Write)
            progress(++written, int(m_cases.size()));
        if (const auto done = step(next); !done)
            return done.failure();
    }
    for (const Running &c : m_cases) {
        if (c.state) {
            ++m_figures.cases;
            ++m_figures.byState[c.state->state];
            m_figures.files += int(c.content.attachments.size());
        }
    }
    return m_figures;
}

Result<> SampleHistory::step(const Next &next)
{
    Running &c = m_cases[size_t(next.index)];
    switch (next.move) {
    case Move::Write: return write(c);
    case Move::File: return file(c);
    case Move::Turn: return act(c, next.on);
    case Move::Correct: return correct(c);
    case Move::Withdraw: {
        if (const auto done = record(c, Withdraw{m_requests.sentence("withdrawComments")}, c.plan.filing.drafter);
            !done)
            return done;
        if (c.plan.fate == SampleFate::WithdrawnOnce)
            plan(m_time.after(next.at, m_dice.between(5, 90)), c.index, Move::Correct);
        return {};
    }
    case Move::Cancel:
        if (c.state->state != CaseState::Running)
            return {};
        return record(c, Cancel{m_requests.sentence("cancelReasons")}, c.plan.filing.drafter);
    case Move::Remark:
        if (c.state->state != CaseState::Running)
            return {};
        return record(c, Comment{m_requests.sentence("remarks")}, c.plan.filing.drafter);
    }
    Q_UNREACHABLE();
}

/// What filing the content on a day would ask for; none where no route leads to a decision.
std::optional<Submit> SampleHistory::submission(const Running &c, const QDate &day)
{
    return submissionOf(c.content, c.revision, *m_catalog.find(c.content.form), c.plan.filing.drafter, day,
                        officeOn(day), m_configuration);
}

/// Whether the form has nothing to say about the content on that day, but that its evidence is to follow.
bool SampleHistory::sound(const Running &c, const QDate &day)
{
    const Form *form = m_catalog.find(c.content.form);
    const FormDefinition *definition = m_configuration.form(c.content.form, c.content.formRevision);
    const StaffId drafter = c.plan.filing.drafter;
    const FormContext context{
        drafter,
        day,
        officeOn(day),
        m_configuration.parameters,
        m_ledger.answers(form->questions(c.content.fields, drafter, m_configuration.parameters), c.index),
        qint64(c.content.attachments.size())};
    const QJsonObject typed = disclosed(c.content).fields;
    std::vector<Finding> findings = checkFields(*definition, typed);
    for (Finding &finding : form->check(typed, context))
        findings.push_back(std::move(finding));
    return std::all_of(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.severity == Finding::Severity::Warning && finding.field == u"evidence_later"_s;
    });
}

/// What the request of a case says, as it is stored. The persons are invented, so that a salt need not be secret.
Content SampleHistory::contentOf(const Running &c, const FormDefinition &definition)
{
    Content typed{c.request.form, definition.revision, c.request.fields, {}};
    for (const auto &[name, bytes] : papersOf(c.request))
        typed.attachments.push_back(describePaper(name, bytes));
    return confided(std::move(typed), definition, sha256Hex("kessai-sample-" + QByteArray::number(c.index)));
}

/// Writes a content that can be filed as planned; false when none was found.
bool SampleHistory::prepare(Running &c)
{
    const QDate day = m_time.after(c.plan.created, c.plan.minutesToSubmit).day();
    c.plan.filing.day = day;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        c.request = m_requests.write(c.plan.filing);
        const FormDefinition *definition = m_configuration.formOn(c.request.form, day);
        if (!definition)
            return false;
        c.content = contentOf(c, *definition);
        const auto submit = submission(c, day);
        if (!submit || !sound(c, day))
            continue;
        if (!c.plan.stopsAt || asks(submit->route, *c.plan.stopsAt)) {
            m_requests.remember(c.plan.filing.drafter, c.request);
            return true;
        }
    }
    return false;
}

/// Saves the content as a draft, or as the correction of a returned case.
Result<> SampleHistory::save(Running &c)
{
    const Form *form = m_catalog.find(c.content.form);
    const StaffId drafter = c.plan.filing.drafter;
    for (const auto &[name, bytes] : papersOf(c.request)) {
        if (const auto sent = uploadPaper(m_desk->notaryOf(drafter), describePaper(name, bytes), bytes); !sent)
            return sent;
    }
    const auto amount = form->amount(c.content.fields);
    DraftSave draft;
    if (c.state)
        draft.id = c.state->id;
    draft.revision = c.revision;
    draft.content = c.content;
    draft.title = form->title(c.content.fields, m_configuration.parameters);
    draft.amount = amount ? std::optional(amount->amount()) : std::nullopt;
    draft.urgent = isUrgent(c.content.fields);
    const auto saved = m_desk->notaryOf(drafter).saveDraft(draft);
    if (!saved)
        return saved.failure();
    if (!c.state)
        c.state = newCase(*saved, drafter);
    if (c.number.isEmpty())
        c.number = caseNumber(*saved, m_desk->clock.now());
    return {};
}

Result<> SampleHistory::write(Running &c)
{
    if (!prepare(c))
        return {};
    if (const auto saved = save(c); !saved)
        return saved;
    if (c.plan.fate != SampleFate::LeftAsDraft)
        plan(m_time.after(c.plan.created, c.plan.minutesToSubmit), c.index, Move::File);
    return {};
}

Result<> SampleHistory::record(Running &c, const Command &command, StaffId actor)
{
    const Instant at = m_desk->clock.now();
    auto after = recordAct(m_desk->notaryOf(actor), std::move(*c.state), command, actor, officeOn(at.day()),
                           QString::fromLatin1(m_dice.token()));
    if (!after)
        return after.failure();
    c.state = std::move(after).value();
    m_ledger.set(c.index, c.state->id, c.state->postings, c.state->postingState);
    ++m_figures.events;
    return {};
}

Result<> SampleHistory::file(Running &c)
{
    const Instant at = m_desk->clock.now();
    // Somebody may have filed something else for the same day meanwhile: then this one stays a draft.
    auto submit = sound(c, at.day()) ? submission(c, at.day()) : std::nullopt;
    if (!submit)
        return {};
    if (m_dice.percent(6))
        submit->comment = m_requests.sentence("remarks");
    if (const auto filed = record(c, *submit, c.plan.filing.drafter); !filed)
        return filed;
    c.acts = 0;
    c.planned.clear();
    const bool takenBack = c.plan.fate == SampleFate::Withdrawn || c.plan.fate == SampleFate::WithdrawnOnce;
    if (takenBack && !c.fateMet) {
        c.fateMet = true;
        plan(m_time.after(at, m_dice.between(2, 20)), c.index, Move::Withdraw);
        return {};
    }
    if (c.plan.fate == SampleFate::Cancelled)
        plan(m_time.after(at, m_dice.between(20, 2 * kDayOfMinutes)), c.index, Move::Cancel);
    if (m_dice.percent(4))
        plan(m_time.after(at, m_dice.between(5, 60)), c.index, Move::Remark);
    planNext(c);
    return {};
}

Result<> SampleHistory::correct(Running &c)
{
    if (c.state->state != CaseState::Returned && c.state->state != CaseState::Withdrawn)
        return {};
    c.revision = c.state->revision + 1;
    c.request = m_requests.corrected(c.request);
    c.content = contentOf(c, *m_configuration.form(c.content.form, c.content.formRevision));
    if (const auto saved = save(c); !saved)
        return saved;
    return file(c);
}

/// The first person who would act on an assignment today: a holder of the post, or who deputises for one who is away.
std::optional<StaffId> SampleHistory::actorFor(const Running &c, const Assignee &who)
{
    if (const auto *person = std::get_if<StaffId>(&who))
        return *person;
    const Office &office = officeOn(m_desk->clock.now().day());
    std::vector<StaffId> holders = office.holders(std::get<PostId>(who));
    std::erase(holders, c.plan.filing.drafter);
    if (holders.empty())
        return std::nullopt;
    const StaffId holder = m_dice.oneOf(holders);
    for (const StaffId deputy : office.deputiesOf(holder)) {
        if (deputy != c.plan.filing.drafter)
            return deputy;
    }
    return holder;
}

/// How long somebody takes, in minutes of office hours.
int SampleHistory::delay(const Running &c, const Step &step, const Assignee &who)
{
    const auto *post = std::get_if<PostId>(&who);
    const bool shown = post && std::find(m_shown.begin(), m_shown.end(), *post) != m_shown.end();
    if (step.kind == StepKind::Circulate)
        return m_dice.between(60, 500);
    if (c.plan.prompt || shown)
        return m_dice.between(2, 30);
    if (m_dice.percent(3))
        return m_dice.between(3, 12) * kDayOfMinutes;
    static const std::vector<int> kMinutes{4, 9, 15, 25, 40, 60, 95, 150, 240, 420, 800};
    const int minutes = m_dice.oneOf(kMinutes) + m_dice.below(5);
    const Post *asked = post ? m_today->post(*post) : nullptr;
    const int rank = asked ? asked->rank : 1;
    // Heads of departments are in meetings; an order to work this evening is not left lying.
    const int factor = rank >= 9 ? 300 : rank >= 8 ? 220 : rank >= 6 ? 130 : 80;
    const bool order = c.request.form == u"overtime"_s || c.request.form == u"weekend_duty"_s;
    return minutes * factor / (order ? 300 : 100);
}

/// Plans the act of whoever is asked next, and of those who are to take note.
void SampleHistory::planNext(Running &c)
{
    bool blocked = false;
    for (const Step &step : c.state->steps) {
        for (const Assignment &assignment : step.assignments) {
            const AssignmentRef on{step.no, assignment.no};
            if (assignment.state != AssignmentState::Open || (step.blocks() && blocked))
                continue;
            blocked = blocked || step.blocks();
            if (std::find(c.planned.begin(), c.planned.end(), on) != c.planned.end())
                continue;
            if (c.plan.unexamined && step.kind == StepKind::Examine)
                continue;
            if (c.plan.forgotten || (c.plan.stopsAt && assignment.who == Assignee(*c.plan.stopsAt)))
                continue;
            c.planned.push_back(on);
            plan(m_time.after(m_desk->clock.now(), delay(c, step, assignment.who)), c.index, Move::Turn, on);
        }
    }
}

/// What an approver makes of it: mostly they agree.
Command SampleHistory::commandFor(Running &c, AssignmentRef on, StaffId actor)
{
    const Step &step = *c.state->step(on.step);
    const Command approve = Approve{on, step.blocks() ? m_requests.sentence("approveComments") : QString()};
    if (c.fateMet || !step.blocks() || (c.acts < c.plan.fateAtStep && step.kind != StepKind::Decide))
        return approve;
    const AllowedActs allowed = allowedActs(*c.state, actor, officeOn(m_desk->clock.now().day()));
    switch (c.plan.fate) {
    case SampleFate::Returned:
    case SampleFate::ReturnedOnce:
        if (!allowed.returnToDrafter)
            return approve;
        c.fateMet = true;
        return Return{on, std::nullopt, m_requests.sentence("returnReasons")};
    case SampleFate::ReturnedWithin:
        if (allowed.returnToSteps.empty())
            return approve;
        c.fateMet = true;
        return Return{on, allowed.returnToSteps.front(), m_requests.sentence("returnReasons")};
    case SampleFate::Rejected:
        if (!allowed.reject)
            return approve;
        c.fateMet = true;
        return Reject{on, m_requests.sentence("rejectReasons")};
    case SampleFate::Straight:
    case SampleFate::LeftAsDraft:
    case SampleFate::Withdrawn:
    case SampleFate::WithdrawnOnce:
    case SampleFate::Cancelled: return approve;
    }
    Q_UNREACHABLE();
}

Result<> SampleHistory::act(Running &c, AssignmentRef on)
{
    std::erase(c.planned, on);
    const Assignment *assignment = c.state->assignment(on);
    const bool alive = c.state->state == CaseState::Running || c.state->state == CaseState::Decided;
    if (!alive || !assignment || assignment->state != AssignmentState::Open)
        return {};
    const auto actor = actorFor(c, assignment->who);
    if (!actor)
        return {};
    const Command command = commandFor(c, on, *actor);
    // Whoever took another part in what is paid leaves it to others.
    const auto able = decide(*c.state, command, *actor, officeOn(m_desk->clock.now().day()));
    if (!able && able.error() == Refusal::PartTaken)
        return {};
    if (const auto done = record(c, command, *actor); !done)
        return done;
    ++c.acts;
    if (c.state->state == CaseState::Returned) {
        if (c.plan.fate == SampleFate::ReturnedOnce)
            plan(m_time.after(m_desk->clock.now(), m_dice.between(30, 600)), c.index, Move::Correct);
        return {};
    }
    const bool decided = c.state->state == CaseState::Decided && c.state->step(on.step)->kind == StepKind::Decide;
    if (decided && c.request.form == u"overtime"_s)
        planResult(c);
    if (decided && (c.plan.filing.spending.purchase || c.plan.filing.spending.trip))
        planSpending(c);
    planNext(c);
    return {};
}

/// What was ordered is mostly reported on the next day of duty; some forget it, and some heads do.
void SampleHistory::planResult(const Running &order)
{
    if (m_dice.percent(12))
        return;
    const QDate worked = QDate::fromString(order.request.fields.value(QLatin1String("day")).toString(), Qt::ISODate);
    const Instant morning = Instant::fromTokyo(m_time.dutyDay(worked, 1), QTime(8, 30));
    const int minutes = m_dice.percent(85) ? m_dice.between(3, 200) : m_dice.between(200, 1400);
    const Instant created = m_time.after(std::max(morning, m_desk->clock.now()), minutes);
    if (created >= m_now)
        return;
    PlannedCase result;
    result.filing = {.kind = SampleKind::OvertimeResult,
                     .drafter = order.plan.filing.drafter,
                     .day = created.day(),
                     .decider = {},
                     .order = order.request.fields};
    result.created = created;
    result.minutesToSubmit = m_dice.between(1, 6);
    result.fate = m_dice.percent(3) ? SampleFate::ReturnedOnce : SampleFate::Straight;
    result.forgotten = m_dice.percent(4);
    begin(std::move(result));
    plan(created, m_cases.back().index, Move::Write);
}

/// What was decided is delivered, inspected and paid.
void SampleHistory::planSpending(const Running &decided)
{
    const SampleFiling &filing = decided.plan.filing;
    const Staff *drafter = m_today->staff(filing.drafter);
    const Form *form = m_catalog.find(decided.content.form);
    const QJsonObject payee = decided.content.fields.value(u"payee"_s).toObject();
    const SampleSpending &spending = filing.spending;
    const CaseRef itself{decided.state->id,
                         decided.number,
                         form->title(decided.content.fields, m_configuration.parameters),
                         spending.trip ? spending.trip->line : spending.purchase->line,
                         drafter->number,
                         payee.value(u"code"_s).toString(),
                         contractIn(decided.content.fields)};
    for (PlannedCase &planned : m_year.following(filing, itself, m_desk->clock.now())) {
        const Instant created = planned.created;
        begin(std::move(planned));
        plan(created, m_cases.back().index, Move::Write);
    }
}

int SampleHistory::waitingFor(StaffId staff)
{
    const Office &office = officeOn(m_now.day());
    int waiting = 0;
    for (const Running &c : m_cases)
        waiting += c.state && !turnsOf(*c.state, staff, office).empty() ? 1 : 0;
    return waiting;
}

} // namespace kessai
