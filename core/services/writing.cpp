// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"
#include "core/cases/confidential.h"
#include "core/cases/filing.h"
#include "core/cases/ground.h"
#include "core/services/desk.h"
#include "core/services/payments.h"
#include "core/services/personwork.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace kessai {

namespace {

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

namespace {

/// Fields that what else is written makes obligatory: without a value they are wrong. `findings` are those of the content.
QStringList neededIn(const Form &form, const FormDefinition &definition, const QJsonObject &fields,
                     const FormContext &context, const std::vector<Finding> &findings)
{
    const auto wrong = [](const std::vector<Finding> &said, const QString &key) {
        return std::any_of(said.begin(), said.end(), [&key](const Finding &one) {
            return one.field == key && one.severity == Finding::Severity::Error;
        });
    };
    QStringList needed;
    for (const FieldDefinition &field : definition.fields) {
        if (field.required || field.kind == FieldKind::Computed || field.kind == FieldKind::Flag)
            continue;
        QJsonObject without = fields;
        without.remove(field.key);
        if (fields.contains(field.key) ? wrong(form.check(without, context), field.key) : wrong(findings, field.key))
            needed += field.key;
    }
    return needed;
}

} // namespace

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
    auto answers = answersOf(drafter, questionsOf(*form, content.fields, drafter, m_configuration.parameters), editing);
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
    if (auto twins = invoiceFinding(*form, parted, editing))
        preview.findings.push_back(*std::move(twins));
    const bool cancels = content.fields.contains(kCancels);
    if (cancels) {
        const auto postings = postingsOf(*form, content.fields, drafter, m_configuration.parameters);
        if (auto resting = restingFinding(*m_store, content.fields, postings, now().day()))
            preview.findings.push_back(*std::move(resting));
    }
    preview.insights = cancels ? insightsOfCancellation(*form, content.fields, drafter, m_configuration.parameters)
                               : form->insights(content.fields, context);
    if (!cancels) {
        preview.needed = neededIn(*form, *definition, content.fields, context, preview.findings);
        preview.proposal = form->proposal(content.fields, context);
        const auto drawn = drawnFrom(*definition, content.fields);
        if (!drawn)
            return drawn.failure();
        for (auto field = drawn->begin(); field != drawn->end(); ++field)
            preview.proposal.insert(field.key(), field.value());
    }
    preview.computed = form->computed(content.fields, context);
    const auto post = office->primaryPost(drafter);
    if (!post) {
        preview.refusal = Refusal::UnknownStaff;
        return preview;
    }
    const DecisionTable *table = m_configuration.tableFor(*rule, office->day(), office->revision());
    const auto route = resolveRoute(*rule, *office, drafter, *post,
                                    ruleFacts(*form, parted.fields, m_configuration.parameters), table);
    if (!route) {
        preview.refusal = route.error();
        return preview;
    }
    preview.route = makeRouteView(*route, *rule, table, *office, drafter);
    preview.awaitsAmount =
        table && !preview.amount && std::ranges::any_of(definition->fields, [](const FieldDefinition &field) {
            return field.required && field.kind == FieldKind::Yen;
        });
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

Result<> Desk::deleteDraft(CaseId id)
{
    m_editing.remove(id);
    return m_store->cases().deleteDraft(id);
}

Result<Event> Desk::submit(CaseId id, const QString &requestId, const QString &comment)
{
    if (const auto can = ready(); !can)
        return can.failure();
    m_drawn = {CaseId(0), {}}; // it is another trip that is settled next
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
    auto answers = answersOf(drafter, questionsOf(*form, fields, drafter, m_configuration.parameters), id);
    if (!answers)
        return answers.failure();
    if (hasError(findingsOf(
            *form, *definition, disclosed(revision.content).fields,
            contextFor(drafter, *office, std::move(answers).value(), qint64(revision.content.attachments.size())))))
        return fail(Error::refused(Refusal::ContentInvalid));
    auto route = resolveRoute(*rule, *office, drafter, *post, ruleFacts(*form, fields, m_configuration.parameters),
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
    m_nearOrders = {};
    m_twins = {};
    return done;
}

} // namespace kessai
