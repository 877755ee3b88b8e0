// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/desk.h"

#include "core/cases/authority.h"
#include "core/cases/cancellation.h"
#include "core/cases/confidential.h"
#include "core/cases/filing.h"
#include "core/cases/ground.h"
#include "core/office/sections.h"
#include "core/services/personwork.h"

#include <QRandomGenerator>
#include <QThread>

#include <algorithm>
#include <array>

namespace kessai {

namespace {

constexpr int kAttempts = 3; ///< of an act whose outcome is unknown
constexpr unsigned long kPauseMs = 400;

bool connectionTrouble(const Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::OutcomeUnknown
        || error.code == ErrorCode::Unreachable;
}

QJsonObject withFacts(const Form &form, const QJsonObject &fields, const Parameters &parameters)
{
    QJsonObject all = withoutCancellation(fields);
    const QJsonObject derived = form.facts(all, parameters);
    for (auto it = derived.begin(); it != derived.end(); ++it)
        all.insert(it.key(), it.value());
    return all;
}

QByteArray newSalt()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    QByteArray salt;
    for (const quint32 word : words)
        salt += QByteArray::number(word, 16).rightJustified(8, '0');
    return salt;
}

/// The salt of what is confidential in a case, or one for what will be.
QByteArray saltOf(const CaseRecord &record)
{
    for (auto revision = record.revisions.rbegin(); revision != record.revisions.rend(); ++revision) {
        if (revision->content.confidential)
            return revision->content.confidential->salt;
    }
    return newSalt();
}

/// The steps whose marks a resubmission with this content keeps; none before the first round.
std::vector<int> keptOf(const CaseRecord &record, const Case &before, const Route &route, const RouteRule &rule,
                        const FormDefinition &definition, const Content &content)
{
    for (const CaseRecord::Revision &last : record.revisions) {
        if (before.round > 0 && last.no == before.revision)
            return keptSteps(before.steps, route, rule, definition, last.content, content);
    }
    return {};
}

} // namespace

bool Preview::submittable() const
{
    return !refusal && !hasError(findings);
}

Desk::Desk(std::unique_ptr<Store> store, const FormCatalog &catalog, const Clock &clock)
    : m_store(std::move(store)), m_catalog(catalog), m_clock(clock)
{
}

Instant Desk::now() const
{
    return Instant(m_clock.now().microseconds() + m_serverAhead);
}

Result<> Desk::reload()
{
    auto configuration = m_store->office().configuration();
    if (!configuration)
        return configuration.failure();
    m_configuration = std::move(configuration).value();
    m_offices.clear();
    return {};
}

Result<> Desk::ready()
{
    return m_me ? Result<>() : Result<>(fail(ErrorCode::Internal, QStringLiteral("the desk was not started")));
}

std::shared_ptr<const Office> Desk::today()
{
    return m_offices.at(now().day(), m_configuration.office.revision);
}

FormContext Desk::contextFor(StaffId drafter, const Office &office, std::vector<LedgerAnswer> answers,
                             qint64 attachments) const
{
    return FormContext{drafter,     office.day(),           office, m_configuration.parameters, std::move(answers),
                       attachments, &m_configuration.office};
}

Result<DeskInfo> Desk::start()
{
    const auto me = m_store->office().me();
    if (!me)
        return me.failure();
    const auto pulse = m_store->cases().pulse();
    if (!pulse)
        return pulse.failure();
    m_serverAhead = pulse->serverTime.microseconds() - m_clock.now().microseconds();
    m_configurationMark = pulse->configuration;
    if (const auto read = reload(); !read)
        return read.failure();
    m_me = *me;
    return info();
}

Result<DeskInfo> Desk::info()
{
    if (const auto can = ready(); !can)
        return can.failure();
    const auto rights = m_store->office().rights();
    if (!rights)
        return rights.failure();
    const auto office = today();
    const Staff *staff = office->staff(*m_me);
    if (!staff)
        return fail(Error::refused(Refusal::UnknownStaff));

    DeskInfo info{m_configuration.officeName,
                  *staff,
                  {},
                  {},
                  *rights,
                  m_store->guarded(),
                  false,
                  Instant(0),
                  office->day(),
                  {},
                  office,
                  m_configurationMark};
    info.forgottenBefore = deadlines().lateOn(office->day()).returned;
    for (const PostId post : office->postsOf(*m_me))
        info.leads = info.leads || (office->post(post) && office->post(post)->head);
    if (const auto post = office->primaryPost(*m_me)) {
        info.title = office->post(*post)->title;
        info.section = office->sectionLabel(office->post(*post)->section);
    }
    info.budget = m_configuration.parameters.budget();
    info.ownSections = sectionsInCharge(*office, *m_me);
    info.filesFor = office->filedBy(*m_me);
    info.forms = formsOn(office->day());
    return info;
}

/// The forms in force, in the catalogue's order.
std::vector<FormDefinition> Desk::formsOn(const QDate &day) const
{
    std::vector<FormDefinition> forms;
    for (const auto &form : m_catalog.all()) {
        if (const FormDefinition *definition = m_configuration.formOn(form->code(), day))
            forms.push_back(*definition);
    }
    return forms;
}

Result<Pulse> Desk::pulse()
{
    if (!m_store->connected()) {
        if (const auto again = m_store->reconnect(); !again)
            return again.failure();
    }
    auto pulse = m_store->cases().pulse();
    if (!pulse)
        return pulse;
    m_serverAhead = pulse->serverTime.microseconds() - m_clock.now().microseconds();
    if (pulse->configuration != m_configurationMark) {
        if (const auto read = reload(); !read)
            return read.failure();
        m_configurationMark = pulse->configuration;
    }
    return pulse;
}

Result<ListPage> Desk::list(const ListQuery &query)
{
    const auto office = today();
    ListQuery asked = query;
    asked.late = deadlines().lateOn(office->day());
    auto page = m_store->cases().list(asked);
    if (!page)
        return page;
    for (CaseRow &row : page->rows)
        addDeadline(row, query.kind, *office);
    if (const Result<> paid = addPayments(page->rows); !paid)
        return paid.failure();
    return page;
}

void Desk::addDeadline(CaseRow &row, ListKind kind, const Office &office) const
{
    if (kind == ListKind::Attention)
        row.due = deadlines().resume(row.changedAt);
    else if (row.arrivedAt && row.myStep && !row.afterwards)
        row.due = deadlines().due(*row.myStep, *row.arrivedAt);
    row.late = row.due && *row.due < office.day();
    row.acting = kind == ListKind::Tray && row.myStep == StepKind::Decide && !row.afterwards && !row.waitsFor.empty()
        && std::none_of(row.waitsFor.begin(), row.waitsFor.end(), [&](const Assignee &who) {
                     return capacityFor(who, *m_me, office, {row.form, row.amount}).has_value();
                 });
    row.absent =
        !row.waitsFor.empty() && std::all_of(row.waitsFor.begin(), row.waitsFor.end(), [&](const Assignee &who) {
            if (const auto *post = std::get_if<PostId>(&who))
                return !office.attended(*post, {row.drafter});
            return office.absent(std::get<StaffId>(who));
        });
}

Result<CaseView> Desk::open(CaseId id)
{
    if (const auto can = ready(); !can)
        return can.failure();
    m_corrected.reset();
    auto record = m_store->cases().load(id);
    if (!record)
        return record.failure();
    m_editing.remove(id); // it may have been corrected and submitted at another desk
    auto view = makeCaseView(*record, m_configuration, m_catalog, m_offices, *m_me, now().day());
    if (!view.verified.sound() && caughtUp())
        view = makeCaseView(std::move(record).value(), m_configuration, m_catalog, m_offices, *m_me, now().day());
    return view;
}

Verified Desk::verify(const CaseRecord &record)
{
    Verified verified = verifyCase(record, m_configuration, m_catalog, m_offices);
    return verified.sound() || !caughtUp() ? verified : verifyCase(record, m_configuration, m_catalog, m_offices);
}

bool Desk::caughtUp()
{
    const auto known = m_configurationMark;
    return pulse() && m_configurationMark != known;
}

/// The case that is being corrected, as it came back; none where it was never submitted or cannot be read. Read once, since a preview
/// follows every key.
const CaseView *Desk::lastRoundOf(CaseId id)
{
    if (!m_corrected || m_corrected->record.id != id) {
        auto view = open(id);
        if (!view)
            return nullptr;
        m_corrected = std::move(view).value();
    }
    return m_corrected->verified.sound() && m_corrected->verified.state.round > 0 ? &*m_corrected : nullptr;
}

Result<std::vector<Insight>> Desk::insights(StaffId drafter, const Content &content, std::optional<CaseId> except)
{
    const Form *form = m_catalog.find(content.form);
    if (!form)
        return fail(ErrorCode::NotFound, QStringLiteral("form ") + content.form);
    if (content.fields.contains(kCancels))
        return insightsOfCancellation(*form, content.fields, drafter, m_configuration.parameters);
    auto answers =
        m_store->ledgers().sums(form->questions(content.fields, drafter, m_configuration.parameters), except);
    if (!answers)
        return answers.failure();
    std::vector<Insight> insights = form->insights(
        content.fields, contextFor(drafter, *today(), std::move(answers).value(), qint64(content.attachments.size())));
    if (auto others = othersAway(*form, content, drafter))
        insights.push_back(*std::move(others));
    if (auto split = splitInsight(*form, content.fields, except))
        insights.push_back(*std::move(split));
    return insights;
}

/// Whose request a content is: a colleague's where it was written for one, the reader's own otherwise. What comes back to a colleague says
/// that it is theirs. A cancellation is that of whoever cancels.
StaffId Desk::drafterOf(const Content &content) const
{
    return content.fields.contains(kCancels) ? *m_me : filedFor(content.fields).value_or(*m_me);
}

/// What the ledgers say of whom a content is for; what the writer does not learn of a colleague counts as nothing.
Result<std::vector<LedgerAnswer>> Desk::answersOf(StaffId drafter, const std::vector<LedgerQuery> &questions,
                                                  std::optional<CaseId> except)
{
    if (drafter == *m_me)
        return m_store->ledgers().sums(questions, except);
    std::vector<LedgerQuery> shown;
    std::copy_if(questions.begin(), questions.end(), std::back_inserter(shown),
                 [](const LedgerQuery &question) { return shownToFiler(question.ledger); });
    auto answers = m_store->ledgers().sums(shown, except);
    if (!answers)
        return answers;
    for (const LedgerQuery &question : questions) {
        if (!shownToFiler(question.ledger))
            answers->push_back({.name = question.name});
    }
    return answers;
}

Result<Preview> Desk::preview(const Content &content, std::optional<CaseId> editing)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const StaffId drafter = drafterOf(content);
    const Form *form = m_catalog.find(content.form);
    const FormDefinition *definition = m_configuration.form(content.form, content.formRevision);
    const RouteRule *rule = m_configuration.ruleOn(content.form, now().day());
    if (!form || !definition || !rule)
        return fail(ErrorCode::NotFound, QStringLiteral("form ") + content.form);
    auto answers = answersOf(drafter, form->questions(content.fields, drafter, m_configuration.parameters), editing);
    if (!answers)
        return answers.failure();
    const auto office = today();
    const FormContext context =
        contextFor(drafter, *office, std::move(answers).value(), qint64(content.attachments.size()));
    Preview preview;
    const CaseView *before = editing ? lastRoundOf(*editing) : nullptr;
    const Content parted = confided(content, *definition, before ? saltOf(before->record) : QByteArray());
    preview.title = titleOf(*form, parted.fields, m_configuration.parameters);
    preview.amount = form->amount(parted.fields);
    preview.findings = findingsOf(*form, *definition, content.fields, context);
    if (auto split = splitFinding(*form, parted.fields, editing))
        preview.findings.push_back(*std::move(split));
    const bool cancels = content.fields.contains(kCancels);
    preview.insights = cancels ? insightsOfCancellation(*form, content.fields, drafter, m_configuration.parameters)
                               : form->insights(content.fields, context);
    if (!cancels)
        preview.proposal = form->proposal(content.fields, context);
    preview.computed = form->computed(content.fields, context);
    const auto post = office->primaryPost(drafter);
    if (!post) {
        preview.refusal = Refusal::UnknownStaff;
        return preview;
    }
    const DecisionTable *table = m_configuration.tableFor(*rule, office->day(), office->revision());
    const auto route = resolveRoute(*rule, *office, drafter, *post,
                                    withFacts(*form, parted.fields, m_configuration.parameters), table);
    if (!route) {
        preview.refusal = route.error();
        return preview;
    }
    preview.route = makeRouteView(*route, *rule, table, *office, drafter);
    if (drafter != *m_me)
        preview.route.front().assignments.front().mark = Mark::Waiting; // it is not the writer's
    if (before)
        showKept(preview.route, *route,
                 keptOf(before->record, before->verified.state, *route, *rule, *definition, parted), *before);
    preview.refusal =
        closedFor(postingsOf(*form, parted.fields, drafter, m_configuration.parameters), m_store->ledgers());
    return preview;
}

Result<Desk::Writing> Desk::writingOf(std::optional<CaseId> id)
{
    if (!id)
        return Writing{1, newSalt()};
    auto known = m_editing.find(*id);
    if (known == m_editing.end()) {
        const auto record = m_store->cases().load(*id);
        if (!record)
            return record.failure();
        known = m_editing.insert(*id, Writing{record->projection.revision + 1, saltOf(*record)});
    }
    return *known;
}

Result<CaseId> Desk::saveDraft(std::optional<CaseId> id, const Content &content)
{
    const auto writing = writingOf(id);
    if (!writing)
        return writing.failure();
    return save(id, content, *writing);
}

Result<CaseId> Desk::save(std::optional<CaseId> id, const Content &content, const Writing &writing)
{
    const Form *form = m_catalog.find(content.form);
    const FormDefinition *definition = m_configuration.form(content.form, content.formRevision);
    if (!form || !definition)
        return fail(ErrorCode::NotFound, QStringLiteral("form ") + content.form);
    DraftSave draft;
    draft.id = id;
    draft.revision = writing.revision;
    draft.content = confided(content, *definition, writing.salt);
    const QJsonObject &fields = draft.content.fields;
    draft.title = titleOf(*form, fields, m_configuration.parameters);
    if (const auto amount = form->amount(fields))
        draft.amount = amount->amount();
    draft.urgent = isUrgent(fields);
    auto saved = m_store->cases().saveDraft(draft);
    if (saved)
        m_editing.insert(*saved, writing);
    else if (id && saved.error().refusal)
        m_editing.remove(*id); // what was known of it is not so any more
    return saved;
}

Result<CaseId> Desk::draftCancellation(CaseId original, const QString &reason)
{
    const auto view = open(original);
    if (!view)
        return view.failure();
    const Verified &verified = view->verified;
    if (!verified.sound())
        return fail(Error::refused(Refusal::Damaged, verified.damage.front().detail));
    if (view->record.cancellation())
        return fail(Error::refused(Refusal::CancelledBefore));
    std::vector<DayRange> before;
    for (const CancellationLink &earlier : view->record.cancelledBy)
        before.push_back(*earlier.days);
    std::sort(before.begin(), before.end(), [](const DayRange &a, const DayRange &b) { return a.first < b.first; });
    if (!view->cancellable())
        return fail(Error::refused(Refusal::NotCancellable));
    Content content = view->content;
    content.attachments.clear();
    content.fields = cancelling(content.fields,
                                {original,
                                 view->record.number,
                                 verified.state.basis->officeRevision,
                                 reason,
                                 {},
                                 view->mine ? std::nullopt : std::optional(view->record.drafter),
                                 std::move(before)});
    return save(std::nullopt, content, Writing{1, saltOf(view->record)});
}

void Desk::cancel()
{
    m_store->cancel();
}

Result<> Desk::deleteDraft(CaseId id)
{
    m_editing.remove(id);
    return m_store->cases().deleteDraft(id);
}

/// Appends, and where the connection broke under way asks again with the same request id, which is safe (database.md, 1).
Result<Event> Desk::record(const AppendRequest &request)
{
    auto done = m_store->cases().append(request);
    for (int attempt = 1; attempt < kAttempts && !done && connectionTrouble(done.error()); ++attempt) {
        QThread::msleep(kPauseMs);
        if (m_store->reconnect())
            done = m_store->cases().append(request);
    }
    return done;
}

Result<Event> Desk::submit(CaseId id, const QString &requestId, const QString &comment)
{
    if (const auto can = ready(); !can)
        return can.failure();
    auto done = submitAsKnown(id, requestId, comment);
    // Where somebody registered a deputy or a successor since the last poll, the route is made of the office as it is now.
    if (!done && done.error().refusal == Refusal::Stale && caughtUp())
        return submitAsKnown(id, requestId, comment);
    return done;
}

Result<Event> Desk::submitAsKnown(CaseId id, const QString &requestId, const QString &comment)
{
    auto record = m_store->cases().load(id);
    if (!record)
        return record.failure();
    if (record->drafter != *m_me)
        return fail(Error::refused(Refusal::NotDrafter));
    for (const Event &event : record->history) {
        if (event.requestId != requestId)
            continue;
        m_editing.remove(id);
        return event; // the first attempt arrived after all
    }
    Verified verified = verify(*record);
    if (!verified.sound())
        return fail(Error::refused(Refusal::Damaged, verified.damage.front().detail));
    if (record->revisions.empty())
        return fail(ErrorCode::NotFound, QStringLiteral("no content"));
    if (record->revisions.back().sealed) {
        // Resubmitted without a correction: the same content becomes the next revision.
        if (const auto copied = saveDraft(id, disclosed(record->revisions.back().content)); !copied)
            return copied.failure();
        record = m_store->cases().load(id);
        if (!record)
            return record.failure();
    }

    const CaseRecord::Revision &revision = record->revisions.back();
    const QJsonObject &fields = revision.content.fields;
    const auto office = today();
    const Form *form = m_catalog.find(record->form);
    const FormDefinition *definition = m_configuration.form(record->form, revision.content.formRevision);
    const RouteRule *rule = m_configuration.ruleOn(record->form, office->day());
    const StaffId drafter = drafterOf(revision.content);
    const auto post = office->primaryPost(drafter);
    if (!form || !definition || !rule)
        return fail(ErrorCode::NotFound, QStringLiteral("form ") + record->form);
    if (!post)
        return fail(Error::refused(Refusal::UnknownStaff));
    auto answers = answersOf(drafter, form->questions(fields, drafter, m_configuration.parameters), id);
    if (!answers)
        return answers.failure();
    if (hasError(findingsOf(
            *form, *definition, disclosed(revision.content).fields,
            contextFor(drafter, *office, std::move(answers).value(), qint64(revision.content.attachments.size())))))
        return fail(Error::refused(Refusal::ContentInvalid));
    auto route = resolveRoute(*rule, *office, drafter, *post, withFacts(*form, fields, m_configuration.parameters),
                              m_configuration.tableFor(*rule, office->day(), office->revision()));
    if (!route)
        return fail(Error::refused(route.error()));

    std::vector<int> kept = keptOf(*record, verified.state, *route, *rule, *definition, revision.content);
    const Submit submit{revision.no,
                        revision.content.digest(),
                        RouteBasis{rule->revision, m_configuration.office.revision, office->day(), *post},
                        std::move(route).value(),
                        postingsOf(*form, fields, drafter, m_configuration.parameters),
                        comment,
                        fields.value(QLatin1String("important")).toBool(),
                        std::move(kept)};
    verified.state.drafter = drafter;
    verified.state.matter = {record->form, revision.amount};
    auto event = decide(verified.state, submit, *m_me, *office);
    if (!event)
        return fail(Error::refused(event.error()));
    auto done = this->record({id, verified.state.seq, requestId, std::move(event).value()});
    if (done)
        m_editing.remove(id);
    m_corrected.reset();
    return done;
}

Result<Event> Desk::act(CaseId id, int seenSeq, const QString &requestId, const Act &act)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const auto record = m_store->cases().load(id);
    if (!record)
        return record.failure();
    for (const Event &event : record->history) {
        if (event.requestId == requestId)
            return event;
    }
    const Verified verified = verify(*record);
    const bool ends = std::holds_alternative<Withdraw>(act) || std::holds_alternative<Cancel>(act);
    if (!verified.sound() && !(ends && verified.endable()))
        return fail(Error::refused(Refusal::Damaged, verified.damage.front().detail));
    if (verified.state.seq != seenSeq)
        return fail(Error::refused(Refusal::Stale));
    Command command = std::visit([](const auto &one) -> Command { return one; }, act);
    if (auto *remind = std::get_if<Remind>(&command))
        remind->pauseDays = deadlines().reminderPause(now().day());
    auto event = decide(verified.state, command, *m_me, *today());
    if (!event)
        return fail(Error::refused(event.error()));
    return this->record({id, seenSeq, requestId, std::move(event).value()});
}

Result<std::optional<UploadId>> Desk::beginUpload(const Attachment &attachment)
{
    return m_store->blobs().begin(attachment);
}

Result<> Desk::putChunk(UploadId upload, int no, const QByteArray &chunk)
{
    return m_store->blobs().put(upload, no, chunk);
}

Result<> Desk::finishUpload(UploadId upload)
{
    return m_store->blobs().finish(upload);
}

Result<QByteArray> Desk::chunk(const Attachment &attachment, int no)
{
    auto data = m_store->blobs().chunk(attachment.sha256, no);
    if (data && (size_t(no) >= attachment.chunks.size() || sha256Hex(*data) != attachment.chunks[size_t(no)]))
        return fail(ErrorCode::Damaged, QStringLiteral("chunk %1 of %2").arg(no).arg(attachment.name));
    return data;
}

} // namespace kessai
