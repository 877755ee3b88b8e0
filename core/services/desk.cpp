// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/desk.h"

#include "core/cases/authority.h"
#include "core/cases/cancellation.h"
#include "core/office/sections.h"

#include <QThread>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kAttempts = 3; ///< of an act whose outcome is unknown
constexpr unsigned long kPauseMs = 400;

bool connectionTrouble(const Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::OutcomeUnknown
        || error.code == ErrorCode::Unreachable;
}

Insight faultInsight(const Finding &finding)
{
    Insight insight;
    insight.text = {QStringLiteral("不備：") + finding.text.ja, QStringLiteral("Fault: ") + finding.text.en};
    insight.remarkable = true;
    insight.tone = Finding::Severity::Error;
    return insight;
}

} // namespace

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
    if (!m_me)
        return fail(ErrorCode::Internal, QStringLiteral("the desk was not started"));
    return {};
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
    info.faults = voucherFaultsOn(m_configuration.faultLists, office->day());
    info.databaseId = m_configuration.info.value(QStringLiteral("database_id"));
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
Result<std::vector<Insight>> Desk::insights(StaffId drafter, const Content &content, std::optional<CaseId> except,
                                            const std::optional<QDate> &sentOn)
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
    const qint64 attachments = qint64(content.attachments.size());
    std::vector<Insight> insights =
        form->insights(content.fields, contextFor(drafter, *today(), *answers, attachments));
    if (sentOn) {
        // By the day it was sent: what only whoever files is to be told, such as to file before the event, is nothing to an approver.
        const auto office = m_offices.at(*sentOn, m_configuration.office.revision);
        for (const Finding &finding :
             form->check(content.fields, contextFor(drafter, *office, std::move(answers).value(), attachments))) {
            if (finding.severity == Finding::Severity::Error)
                insights.push_back(faultInsight(finding));
        }
    }
    if (auto others = othersAway(*form, content, drafter))
        insights.push_back(*std::move(others));
    if (auto split = splitInsight(*form, content.fields, except))
        insights.push_back(*std::move(split));
    if (auto twins = invoiceInsight(*form, content, except))
        insights.push_back(*std::move(twins));
    return insights;
}

void Desk::cancel()
{
    m_store->cancel();
}

Result<> Desk::listen(const QByteArray &channel, std::function<void(Ring)> rang)
{
    return m_store->listen(channel, std::move(rang));
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
