// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memoryoffice.h"

#include "core/base/textfold.h"
#include "core/office/sections.h"
#include "tests/support/casebuilder.h"
#include "tests/support/memoform.h"
#include "tests/support/memorystore.h"

#include <QCoreApplication>
#include <QThread>
#include <QUuid>

#include <algorithm>

namespace kessai::test {

namespace {

FormCatalog memoCatalog()
{
    std::vector<std::unique_ptr<Form>> forms;
    forms.push_back(std::make_unique<MemoForm>());
    return FormCatalog(std::move(forms));
}

bool contains(const CaseRow &row, const QString &text)
{
    const QString all = foldText(QString(row.number + row.title + row.drafterName));
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return all.contains(foldText(word)); });
}

qint64 sortKey(const CaseRow &row)
{
    return row.arrivedAt.value_or(row.changedAt).microseconds();
}

} // namespace

MemoryOffice::MemoryOffice() : m_catalog(memoCatalog())
{
    m_configuration.officeName = QStringLiteral("見本市役所");
    m_configuration.info.insert(QStringLiteral("database_id"), QStringLiteral("memory"));
    m_configuration.office = m_people.builder.history();
    m_configuration.forms = m_catalog.all().front()->definitions();
    m_configuration.rules = {RouteRule::fromJson(m_catalog.all().front()->defaultRule(), 1).value()};
}

std::shared_ptr<const Office> MemoryOffice::office() const
{
    return m_configuration.office.at(m_clock.now().day(), m_configuration.office.revision);
}

Result<std::unique_ptr<Store>> MemoryOffice::open(const SignIn &signIn)
{
    const auto today = office();
    const Staff *who = signIn.person ? today->staff(*signIn.person) : today->staffByLogin(signIn.login);
    if (!who || (!signIn.person && signIn.password != QLatin1String("right")))
        return fail(ErrorCode::SignInRejected);
    return std::make_unique<MemoryStore>(*this, who->id, MemoryStore::Side::Stage);
}

Result<std::vector<Person>> MemoryOffice::people(const QString &database)
{
    if (const auto can = enter(Ask::People); !can)
        return can.failure();
    if (!database.contains(QLatin1String("office")))
        return fail(ErrorCode::NotADatabase, database);
    std::vector<Person> all;
    const auto today = office();
    for (const Staff &one : today->allStaff()) {
        const auto post = today->primaryPost(one.id);
        all.push_back({one.id, one.name(), one.kana, today->sectionLabel(today->post(*post)->section),
                       today->post(*post)->title, one.id == m_people.sato, QString(), one.login});
    }
    std::stable_partition(all.begin(), all.end(), [](const Person &one) { return one.suggested; });
    return all;
}

Result<std::unique_ptr<Desk>> MemoryOffice::desk(StaffId who)
{
    return std::make_unique<Desk>(std::make_unique<MemoryStore>(*this, who, MemoryStore::Side::Stage), m_catalog,
                                  m_clock);
}

std::unique_ptr<Desk> MemoryOffice::backstage(StaffId who)
{
    auto desk = std::make_unique<Desk>(std::make_unique<MemoryStore>(*this, who, MemoryStore::Side::Behind), m_catalog,
                                       m_clock);
    [[maybe_unused]] const auto info = desk->start();
    Q_ASSERT(info);
    return desk;
}

CaseId MemoryOffice::draft(StaffId drafter, const QJsonObject &fields)
{
    return backstage(drafter)->saveDraft(std::nullopt, {QStringLiteral("memo"), 1, fields, {}}).value();
}

CaseId MemoryOffice::file(StaffId drafter, const QJsonObject &fields, const std::vector<Attachment> &attachments)
{
    const auto desk = backstage(drafter);
    const CaseId id = desk->saveDraft(std::nullopt, {QStringLiteral("memo"), 1, fields, attachments}).value();
    return desk->submit(id, QUuid::createUuid().toString(), {}).value().caseId;
}

bool MemoryOffice::act(StaffId who, CaseId id, const Act &act)
{
    return backstage(who)->act(id, stateOf(id).seq, QUuid::createUuid().toString(), act).ok();
}

void MemoryOffice::tamper(CaseId id)
{
    const std::lock_guard lock(m_mutex);
    m_cases.at(id).revisions.front().title += QStringLiteral("！");
}

void MemoryOffice::breakHistory(CaseId id)
{
    const std::lock_guard lock(m_mutex);
    m_cases.at(id).history.front().hash = sha256Hex("another");
}

Attachment MemoryOffice::keep(const QString &name, const QByteArray &bytes)
{
    const std::lock_guard lock(m_mutex);
    Attachment file{name, QStringLiteral("text/plain"), bytes.size(), sha256Hex(bytes), {}};
    for (qsizetype at = 0; at < bytes.size(); at += kChunkSize) {
        const QByteArray chunk = bytes.mid(at, kChunkSize);
        file.chunks.push_back(sha256Hex(chunk));
        m_chunks[file.sha256].push_back(chunk);
    }
    return file;
}

void MemoryOffice::fill(qint64 rows)
{
    const std::lock_guard lock(m_mutex);
    m_madeUp = rows;
    ++m_mark;
}

void MemoryOffice::changeConfiguration()
{
    const std::lock_guard lock(m_mutex);
    ++m_configurations;
}

void MemoryOffice::failNext(Ask ask, const Error &error, int times)
{
    const std::lock_guard lock(m_mutex);
    m_faults.insert_or_assign(ask, std::pair(error, times));
}

void MemoryOffice::loseNextAnswer()
{
    const std::lock_guard lock(m_mutex);
    m_loseAnswer = true;
}

void MemoryOffice::cut()
{
    const std::lock_guard lock(m_mutex);
    m_cut = true;
}

void MemoryOffice::mend()
{
    const std::lock_guard lock(m_mutex);
    m_cut = false;
}

void MemoryOffice::hold(Ask ask)
{
    const std::lock_guard lock(m_mutex);
    m_held = ask;
}

void MemoryOffice::release()
{
    const std::lock_guard lock(m_mutex);
    m_held.reset();
    m_gate.notify_all();
}

int MemoryOffice::asked(Ask ask) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_asked.find(ask);
    return at == m_asked.end() ? 0 : at->second;
}

bool MemoryOffice::askedOnGuiThread() const
{
    const std::lock_guard lock(m_mutex);
    return m_onGuiThread;
}

QStringList MemoryOffice::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

Case MemoryOffice::stateOf(CaseId id) const
{
    const std::lock_guard lock(m_mutex);
    return m_cases.at(id).state;
}

Content MemoryOffice::contentOf(CaseId id) const
{
    const std::lock_guard lock(m_mutex);
    return m_cases.at(id).revisions.back().content;
}

std::vector<CaseId> MemoryOffice::draftsOf(StaffId who) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<CaseId> drafts;
    for (const auto &[id, filed] : m_cases) {
        if (filed.state.drafter == who && filed.state.state == CaseState::Draft)
            drafts.push_back(id);
    }
    return drafts;
}

Result<> MemoryOffice::enter(Ask ask)
{
    std::unique_lock lock(m_mutex);
    ++m_asked[ask];
    m_onGuiThread = m_onGuiThread || QThread::currentThread() == QCoreApplication::instance()->thread();
    m_gate.wait(lock, [this, ask] { return m_held != ask; });
    if (m_cut)
        return fail(ErrorCode::ConnectionLost, QStringLiteral("cut"));
    const auto fault = m_faults.find(ask);
    if (fault == m_faults.end())
        return {};
    const Error error = fault->second.first;
    if (--fault->second.second == 0)
        m_faults.erase(fault);
    return fail(error);
}

bool MemoryOffice::mayRead(const Filed &filed, StaffId who) const
{
    if (filed.state.drafter == who)
        return true;
    const auto today = office();
    return std::any_of(filed.state.access.begin(), filed.state.access.end(), [&](const Assignee &party) {
        const auto *post = std::get_if<PostId>(&party);
        return post ? today->holds(who, *post) : std::get<StaffId>(party) == who;
    });
}

/// Whether somebody drafted a case or is asked for more than to take note of it.
bool MemoryOffice::decidesOn(const Filed &filed, StaffId who) const
{
    const auto today = office();
    return filed.state.drafter == who
        || std::any_of(filed.state.steps.begin(), filed.state.steps.end(), [&](const Step &step) {
               return step.kind != StepKind::Circulate
                   && std::any_of(step.assignments.begin(), step.assignments.end(), [&](const Assignment &asked) {
                          const auto *post = std::get_if<PostId>(&asked.who);
                          return post ? today->holds(who, *post) : std::get<StaffId>(asked.who) == who;
                      });
           });
}

std::optional<CaseRow> MemoryOffice::rowFor(const Filed &filed, StaffId who, ListKind kind) const
{
    const Case &c = filed.state;
    const auto today = office();
    const std::vector<Turn> turns = turnsOf(c, who, *today);
    const bool mine = c.drafter == who;
    const auto belongs = [&] {
        switch (kind) {
        case ListKind::Tray: return !turns.empty();
        case ListKind::Attention: return mine && (c.state == CaseState::Returned || c.state == CaseState::Withdrawn);
        case ListKind::Own: return (mine || c.filer == who) && c.round > 0;
        case ListKind::Late: return false;
        case ListKind::Decided: return c.state == CaseState::Decided && mayRead(filed, who);
        case ListKind::Drafts: return mine && c.state == CaseState::Draft;
        case ListKind::All: return mayRead(filed, who);
        }
        return false;
    };
    if (!belongs())
        return std::nullopt;
    const CaseRecord::Revision &newest = filed.revisions.back();
    const auto post = today->primaryPost(c.drafter);
    CaseRow row{.id = c.id,
                .number = c.seq > 0 ? filed.number : QString(),
                .form = newest.content.form,
                .title = newest.title,
                .drafter = c.drafter,
                .drafterName = today->staff(c.drafter)->name(),
                .drafterSection = today->sectionLabel(today->post(*post)->section),
                .amount = newest.amount,
                .state = c.state,
                .seq = c.seq,
                .urgent = filed.urgent,
                .important = c.important,
                .attachments = int(newest.content.attachments.size()),
                .submittedAt = filed.submittedAt,
                .changedAt = filed.changedAt,
                .arrivedAt = {},
                .myStep = {},
                .nowWith = {},
                .filer = c.filer,
                .ordered = c.awaitsExamination()};
    if (kind == ListKind::Tray) {
        row.arrivedAt = filed.arrivedAt;
        row.myStep = c.step(turns.front().on.step)->kind;
        row.afterwards = std::all_of(turns.begin(), turns.end(), [&c](const Turn &turn) {
            return c.assignment(turn.on)->state == AssignmentState::PostReview;
        });
    }
    return row;
}

/// Newest first, as every list is.
CaseRow MemoryOffice::madeUpRow(qint64 no) const
{
    const qint64 at = m_clock.now().microseconds() + (m_madeUp - no) * 60'000'000;
    return {.id = CaseId(1'000'000 + no),
            .number = QStringLiteral("R8-%1").arg(no, 6, 10, QLatin1Char('0')),
            .form = QStringLiteral("memo"),
            .title = QStringLiteral("時間外勤務命令 %1（年末調整事務のため）").arg(no),
            .drafter = m_people.sato,
            .drafterName = QStringLiteral("佐藤 花"),
            .drafterSection = QStringLiteral("総務課 庶務係"),
            .amount = no % 3 == 0 ? std::optional<qint64>(no * 100) : std::nullopt,
            .state = CaseState::Running,
            .seq = 1,
            .urgent = no % 7 == 0,
            .attachments = int(no % 2),
            .submittedAt = Instant(at),
            .changedAt = Instant(at),
            .arrivedAt = Instant(at),
            .myStep = StepKind::Review,
            .nowWith = QStringLiteral("総務課長")};
}

Result<std::vector<AwayMinutes>> MemoryOffice::away(StaffId who, SectionId section, const QDate &from,
                                                    const QDate &until) const
{
    if (!seesSection(*office(), who, section))
        return fail(ErrorCode::AccessDenied);
    std::vector<AwayMinutes> found;
    for (const StaffId staff : membersOf(*office(), section)) {
        for (const OwnPosting &one : own(staff, from, until)) {
            if (one.posting.ledger == QLatin1String("absence.minutes"))
                found.push_back(
                    {staff, one.posting.day, one.used ? one.posting.amount : 0, one.used ? 0 : one.posting.amount});
        }
    }
    return found;
}

std::vector<OwnPosting> MemoryOffice::own(StaffId who, const QDate &from, const QDate &until) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<OwnPosting> found;
    for (const auto &[id, filed] : m_cases) {
        const PostingState state = filed.state.postingState;
        if (filed.state.drafter != who || state == PostingState::Void)
            continue;
        for (const Posting &posting : filed.state.postings) {
            if (posting.day >= from && posting.day <= until)
                found.push_back({id, QStringLiteral("memo"), filed.revisions.back().title, filed.state.state, posting,
                                 state == PostingState::Used});
        }
    }
    return found;
}

Result<ListPage> MemoryOffice::list(StaffId who, const ListQuery &query) const
{
    const std::lock_guard lock(m_mutex);
    ListPage page;
    const bool madeUp = query.text.isEmpty();
    qint64 no = query.after && query.after->id > 1'000'000 ? query.after->id - 1'000'000 + 1
        : query.after                                      ? m_madeUp
                                                           : 0;
    for (; madeUp && no < m_madeUp && page.rows.size() < size_t(query.limit); ++no)
        page.rows.push_back(madeUpRow(no));

    std::vector<CaseRow> rows;
    for (const auto &[id, filed] : m_cases) {
        auto row = rowFor(filed, who, query.kind);
        if (row && (query.forms.isEmpty() || query.forms.contains(row->form)) && contains(*row, query.text))
            rows.push_back(std::move(*row));
    }
    std::sort(rows.begin(), rows.end(), [](const CaseRow &a, const CaseRow &b) {
        return std::pair(sortKey(a), a.id.value()) > std::pair(sortKey(b), b.id.value());
    });
    const qint64 all = qint64(rows.size()) + (madeUp ? m_madeUp : 0);
    bool more = madeUp && no < m_madeUp;
    for (const CaseRow &row : rows) {
        const bool read = query.after && query.after->id < 1'000'000
            && std::pair(sortKey(row), row.id.value()) >= std::pair(query.after->sort, query.after->id);
        if (read)
            continue;
        if (page.rows.size() == size_t(query.limit)) {
            more = true;
            break;
        }
        page.rows.push_back(row);
    }
    if (more)
        page.next = PageKey{sortKey(page.rows.back()), page.rows.back().id.value()};
    // As in the databases, a list that grows with the years is counted only where it is short.
    if (!query.after && (query.kind == ListKind::Tray || query.kind == ListKind::Attention || !more))
        page.total = all;
    return page;
}

Pulse MemoryOffice::pulse(StaffId who) const
{
    const std::lock_guard lock(m_mutex);
    Pulse pulse;
    for (const auto &[id, filed] : m_cases) {
        const auto waits = rowFor(filed, who, ListKind::Tray);
        pulse.waiting += waits ? 1 : 0;
        pulse.examining += waits && waits->myStep == StepKind::Examine ? 1 : 0;
        pulse.attention += rowFor(filed, who, ListKind::Attention) ? 1 : 0;
        pulse.own += filed.state.drafter == who && filed.state.state == CaseState::Running ? 1 : 0;
        pulse.drafts += rowFor(filed, who, ListKind::Drafts) ? 1 : 0;
    }
    pulse.mark = m_mark;
    pulse.configuration = m_configurations;
    pulse.serverTime = m_clock.now();
    return pulse;
}

Result<CaseRecord> MemoryOffice::load(StaffId who, CaseId id) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_cases.find(id);
    if (at == m_cases.end() || !mayRead(at->second, who))
        return fail(ErrorCode::NotFound);
    const Filed &filed = at->second;
    CaseRecord record{id,
                      filed.state.seq > 0 ? filed.number : QString(),
                      filed.state.drafter,
                      office()->staff(filed.state.drafter)->name(),
                      filed.revisions.front().content.form,
                      filed.revisions.back().title,
                      filed.revisions.back().amount,
                      filed.urgent,
                      filed.state.important,
                      filed.createdAt,
                      filed.history,
                      {},
                      projectionOf(filed.state),
                      {}};
    record.privy = decidesOn(filed, who);
    for (const CaseRecord::Revision &revision : filed.revisions) {
        if (revision.sealed || who == filed.state.drafter)
            record.revisions.push_back(revision);
        if (!record.privy && !record.revisions.empty())
            record.revisions.back().content.confidential.reset();
        for (const Attachment &attachment : revision.content.attachments) {
            std::vector<QByteArray> digests;
            for (const QByteArray &chunk : m_chunks.value(attachment.sha256))
                digests.push_back(sha256Hex(chunk));
            record.storedChunks.insert(attachment.sha256, digests);
        }
    }
    return record;
}

Result<CaseId> MemoryOffice::saveDraft(StaffId who, const DraftSave &draft)
{
    const std::lock_guard lock(m_mutex);
    m_clock.tick();
    ++m_mark;
    const CaseId id = draft.id.value_or(CaseId(m_lastId + 1));
    if (!draft.id) {
        ++m_lastId;
        m_cases.emplace(id,
                        Filed{newCase(id, who),
                              QStringLiteral("R8-%1").arg(id.value(), 6, 10, QLatin1Char('0')),
                              {},
                              {},
                              false,
                              m_clock.now(),
                              m_clock.now(),
                              {},
                              m_clock.now()});
    }
    const auto at = m_cases.find(id);
    if (at == m_cases.end() || at->second.state.drafter != who)
        return fail(ErrorCode::NotFound);
    Filed &filed = at->second;
    const CaseState state = filed.state.state;
    if (state != CaseState::Draft && state != CaseState::Returned && state != CaseState::Withdrawn)
        return fail(Error::refused(Refusal::WrongState));
    if (!filed.revisions.empty() && !filed.revisions.back().sealed)
        filed.revisions.pop_back();
    filed.revisions.push_back({draft.revision, draft.content, draft.title, draft.amount, false});
    filed.urgent = draft.urgent;
    filed.changedAt = m_clock.now();
    return id;
}

Result<> MemoryOffice::deleteDraft(StaffId who, CaseId id)
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_cases.find(id);
    if (at == m_cases.end() || at->second.state.drafter != who || at->second.revisions.back().sealed)
        return fail(ErrorCode::NotFound);
    ++m_mark;
    if (at->second.history.empty())
        m_cases.erase(at);
    else
        at->second.revisions.pop_back();
    return {};
}

Result<Event> MemoryOffice::append(const AppendRequest &request)
{
    const std::lock_guard lock(m_mutex);
    m_requests.append(request.requestId);
    const auto at = m_cases.find(request.caseId);
    if (at == m_cases.end())
        return fail(ErrorCode::NotFound);
    Filed &filed = at->second;
    for (const Event &event : filed.history) {
        if (event.requestId == request.requestId)
            return event;
    }
    if (filed.state.seq != request.expectedSeq)
        return fail(Error::refused(Refusal::Stale));
    m_clock.tick();
    ++m_mark;
    const Event event = record(filed.state, request.event, *office(), m_clock.now(), request.requestId);
    auto next = fold(filed.state, event);
    if (!next)
        return next.failure();
    filed.state = std::move(next).value();
    filed.history.push_back(event);
    filed.changedAt = event.at;
    if (std::holds_alternative<Submitted>(event.body)) {
        filed.revisions.back().sealed = true;
        filed.submittedAt = event.at;
    }
    for (const Effects::Change &change : event.effects.changes) {
        if (change.to == AssignmentState::Open)
            filed.arrivedAt = event.at;
    }
    if (std::exchange(m_loseAnswer, false))
        return fail(ErrorCode::OutcomeUnknown, QStringLiteral("the answer was lost"));
    return event;
}

} // namespace kessai::test
